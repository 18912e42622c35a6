import json

import pytest
from typer.testing import CliRunner

import cli
from extract.document.plain import read_text
from extract.errors import ConfigError
from extract.explanation import FIELDS, explain
from extract.explanation.explained import to_text

TEXT = """Kent Police graded good

12 March 2024

HMICFRS graded Kent Police ‘good’ at preventing crime, and it said there were good relations with partners.

The force must record every call. It should have done so before.

“Kent Police must buy new cars,” said Councillor Bob Ray of Medway Council. The ‘bobby tax’ is back.

Grades are outstanding, good, adequate, requires improvement or inadequate. The force would be good if it tried.
"""


@pytest.fixture(scope="module")
def told(extractor):
    return explain(extractor, read_text(TEXT, extractor.parts.forms, sha256="0" * 64))


def held(told, field):
    return {row.text: row.reasons[0] for row in told if row.field == field and not row.path}


def test_every_row_of_the_record_has_its_rule_and_its_words(told, extractor):
    record = extractor.extract_text(TEXT)
    rows = {row.path: row for row in told if row.path}
    for field in FIELDS:
        for number, row in enumerate(getattr(record, field)):
            assert rows[f"/{field}/{number}"].rule == row.rule
    assert all(TEXT[row.start : row.end] == row.text for row in told)
    assert all(TEXT[start:end] == words for row in told for start, end, words in row.cues)


def test_a_grade_names_the_cue_that_made_it(told):
    grade = next(row for row in told if row.path == "/grades/0")
    assert [words for *_, words in grade.cues] == ["good"]
    assert grade.value == "Kent Police: preventing crime: good"


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("grades", "adequate", "explains the scale"),
        ("recommendations", "should", "what should have been done"),
        ("recommendations", "Kent Police must buy new cars", "the words of Bob Ray"),
        ("quotes", "bobby tax", "no words credit it"),
        ("quotes", "good", "a grade in quotation marks"),
    ],
)
def test_what_was_nearly_a_row_says_what_held_it_back(field, words, reason, told):
    assert reason in held(told, field)[words]


def test_grades_that_are_adjectives_or_wished_for_are_told_apart(told):
    reasons = [row.reasons[0] for row in told if row.field == "grades" and row.text == "good" and not row.path]
    assert any("it describes 'relations'" in reason for reason in reasons)
    assert any("supposed" in reason for reason in reasons)


def test_a_doubt_of_a_check_stands_with_its_row(extractor):
    text = "Kent Police\n\nHMICFRS graded Kent Police ‘good’ at preventing preventing crime in 2024.\n"
    found = explain(extractor, read_text(text, extractor.parts.forms, sha256="0" * 64), ["grades"])
    assert any("V122" in reason for row in found for reason in row.reasons)


def test_only_the_fields_that_are_wanted(extractor):
    document = read_text(TEXT, extractor.parts.forms, sha256="0" * 64)
    assert {row.field for row in explain(extractor, document, ["grades"])} == {"grades"}
    with pytest.raises(ConfigError, match="grade is no field"):
        explain(extractor, document, ["grade"])


def test_people_read_rule_cue_and_offsets(told):
    text = to_text(told)
    assert f"on 'good' at {TEXT.index('good’')} to {TEXT.index('good’') + 4}" in text
    assert "  held back\n" in text


def test_the_command_prints_text_and_json(write):
    path = str(write("a.txt", TEXT))
    run = CliRunner()
    assert "/grades/0" in run.invoke(cli.app, ["explain", path]).stdout
    data = json.loads(run.invoke(cli.app, ["explain", path, "--field", "forces", "--format", "json"]).stdout)
    assert {row["field"] for row in data} == {"forces"}


def test_a_force_on_whose_page_an_article_stands(write):
    page = '<html><head><meta property="og:site_name" content="Kent Police"></head><body><article><h1>Vans and lorries</h1><p>The force stopped 40 vans. Its officers said that they would stop more of them in the spring of the year.</p></article></body></html>'
    result = CliRunner().invoke(cli.app, ["explain", str(write("page.html", page)), "--field", "forces"])
    assert result.exit_code == 0
    assert "Kent Police" in result.stdout
    assert "nowhere named: told by the page" in result.stdout
