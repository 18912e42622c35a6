from extract.evaluate.rules import rate_rules
from extract.evaluate.tally import Verdict


def test_a_rule_is_rated_by_articles_styles_and_precision():
    verdicts = [
        Verdict("news-1-a", "grades.table", 0.5, True),
        Verdict("news-2-b", "grades.table", 0.5, True),
        Verdict("trade-1-c", "grades.table", 0.5, False),
        Verdict("trade-1-c", "grades.table", 0.5, True),
        Verdict("fire-1-d", "forces.name", 0.5, True),
    ]
    forces, grades = rate_rules(verdicts)
    assert (grades.rule, grades.fired, grades.articles, grades.styles, grades.precision) == (
        "grades.table",
        4,
        3,
        2,
        0.75,
    )
    assert (forces.rule, forces.fired, forces.articles, forces.styles, forces.precision) == (
        "forces.name",
        1,
        1,
        1,
        1.0,
    )
