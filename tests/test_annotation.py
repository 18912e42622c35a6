import json

import pytest
from typer.testing import CliRunner

import cli
from extract.annotation import check_gold, draft_file
from extract.errors import ConfigError, Failure

TEXT = "Kent Police praised\n\n12 March 2024\n\nHMICFRS graded Kent Police ‘good’ at preventing crime.\n"


def test_a_draft_says_what_is_extracted_and_holds(extractor, write):
    path = draft_file(extractor, str(write("a.txt", TEXT)))
    data = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == "a.gold.json"
    assert [(row["area"], row["grade"]) for row in data["grades"]] == [("preventing crime", "good")]
    (checked,) = check_gold(extractor, [str(path)])
    assert checked.findings == ()


def test_gold_that_is_there_is_not_overwritten_unawares(extractor, write):
    article, gold = str(write("a.txt", TEXT)), write("a.gold.json", "{}")
    with pytest.raises(ConfigError, match="is there already; --replace"):
        draft_file(extractor, article)
    assert gold.read_text() == "{}"
    draft_file(extractor, article, replace=True)
    assert gold.read_text() != "{}"


def test_a_fault_is_told_at_its_line_with_the_nearest_words(extractor, write):
    path = draft_file(extractor, str(write("a.txt", TEXT)))
    path.write_text(path.read_text(encoding="utf-8").replace('"preventing crime"', '"preventing crimes"'))
    (checked,) = check_gold(extractor, [str(path)])
    (finding,) = checked.findings
    assert (finding.code, finding.severity, finding.path) == ("V106", "error", "/grades/0/area")
    assert "the nearest there is 'preventing crime'" in finding.message
    assert checked.line(checked.place(finding).line).strip() == '"area": "preventing crimes",'


@pytest.mark.parametrize("name", ["folder", "article", "gold"])
def test_gold_is_found_by_folder_article_or_its_own_name(name, extractor, write):
    article = write("a.txt", TEXT)
    path = draft_file(extractor, str(article))
    (checked,) = check_gold(extractor, [str({"folder": article.parent, "article": article, "gold": path}[name])])
    assert checked.path == str(path)


@pytest.mark.parametrize(
    ("files", "code"),
    [({"a.gold.json": "{}"}, "E101"), ({"a.txt": TEXT}, "E101"), ({"a.gold.json": b"\xff", "a.txt": TEXT}, "E105")],
)
def test_what_cannot_be_held_is_a_failure(files, code, extractor, write, tmp_path):
    for name, content in files.items():
        write(name, content)
    (failure,) = check_gold(extractor, [str(tmp_path / "a.gold.json")])
    assert isinstance(failure, Failure)
    assert failure.code == code


def test_gold_that_is_no_json_is_told(extractor, write):
    write("a.txt", TEXT)
    (checked,) = check_gold(extractor, [str(write("a.gold.json", "{,}"))])
    assert "is no JSON" in checked.findings[0].message


def test_the_command_drafts_and_checks(write):
    article = str(write("a.txt", TEXT))
    run = CliRunner()
    assert run.invoke(cli.app, ["gold", article]).stdout.strip().endswith("a.gold.json")
    assert run.invoke(cli.app, ["gold", "--check", article]).exit_code == 0
    write("a.gold.json", "[]")
    assert run.invoke(cli.app, ["gold", "--check", article]).exit_code == 1
