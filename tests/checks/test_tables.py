from tests.checks.tables import README, list_checks


def test_the_readme_lists_every_check_with_its_explanation():
    assert f"<!-- checks: begin -->\n{list_checks()}\n<!-- checks: end -->" in README.read_text(encoding="utf-8")
