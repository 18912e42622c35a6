import json
from xml.etree import ElementTree

import jsonschema
import pytest

from extract.checks import CHECKS
from extract.report import REPORTS, Checked, Place, count_severities
from models import Evidence, Finding

TEXT = "Kent Police\r\n\r\n😀 It was (good, they said.\nThe end.\n"
AT = TEXT.index("(")


def finding(code="V121", start=AT, end=AT + 1, severity="warning", message="opened, 100% not closed:\nso"):
    evidence = (Evidence(start=start, end=end, text=TEXT[start:end]),) if end > start else ()
    return Finding(code=code, severity=severity, path="/grades/0", message=message, evidence=evidence)


def checked(*findings, **changes):
    return Checked(**{"path": "a/b.txt", "text": TEXT, "findings": findings} | changes)


def test_places_count_lines_and_code_points_from_one():
    assert checked().place(finding()) == Place(3, 10, 3, 11)
    assert checked().place(finding(start=0, end=11)) == Place(1, 1, 1, 12)
    assert checked().place(finding(start=AT, end=len(TEXT) - 1)) == Place(3, 10, 4, 9)


@pytest.mark.parametrize("article", [checked(text=None), checked(text="short")])
def test_there_is_no_place_without_the_text(article):
    assert article.place(finding()) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end):
    article = Checked("a", f"one{end}two", ())
    assert article.line(2) == "two"


def test_text_shows_the_line_and_a_caret_below_the_place():
    assert REPORTS["text"]([checked(finding(message="it is odd"))]).splitlines() == [
        "a/b.txt:3:10: warning V121 unclosed bracket",
        "     3 | 😀 It was (good, they said.",
        "       |           ^",  # the emoji is two columns wide
        "    it is odd  [/grades/0]",
        "",
    ]


def test_a_long_line_is_cut_around_its_place():
    text = "x " * 200 + "(here" + " y" * 200
    article = Checked(
        "a",
        text,
        (
            Finding(
                code="V121",
                severity="error",
                path="",
                message="m",
                evidence=(Evidence(start=400, end=405, text="(here"),),
            ),
        ),
    )
    _, line, caret, *_ = REPORTS["text"]([article]).splitlines()
    at = caret.index("^")
    assert line[at : at + 5] == "(here"
    assert len(line) < 120
    assert caret.count("^") == 5


def test_a_finding_without_evidence_has_no_caret():
    told = REPORTS["text"]([checked(finding(start=0, end=0, message="it is odd"), origin="r.jsonl:7")])
    assert told == "a/b.txt: warning V121 unclosed bracket\n    it is odd  [/grades/0, r.jsonl:7]\n\n"


def test_json_has_every_article_and_the_place_of_every_finding():
    clean, odd = json.loads(REPORTS["json"]([checked(path="c.txt"), checked(finding(), ignored=2)]))
    assert (clean["path"], clean["findings"]) == ("c.txt", [])
    assert odd["ignored"] == 2
    assert odd["findings"][0]["place"] == {"line": 3, "column": 10, "end_line": 3, "end_column": 11}
    assert odd["findings"][0]["evidence"] == [{"start": AT, "end": AT + 1, "text": "("}]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_github_annotations_are_commands_with_their_signs_escaped(severity, level):
    article = checked(finding(severity=severity), path="a,b:c.txt")
    assert REPORTS["github"]([article]) == (
        f"::{level} file=a%2Cb%3Ac.txt,line=3,endLine=3,col=10,endColumn=11,title=V121 unclosed bracket"
        "::opened, 100%25 not closed:%0Aso\n"
    )


def test_github_gets_no_line_of_a_page_but_the_words():
    line = REPORTS["github"]([checked(finding(message="odd"), verbatim=False)])
    assert line == "::warning file=a/b.txt,title=V121 unclosed bracket::odd (()\n"


def test_junit_fails_the_case_of_each_check_that_warns():
    articles = [checked(finding(), finding("V304", severity="note", message="n\x07")), checked(path="c.txt")]
    root = ElementTree.fromstring(REPORTS["junit"](articles))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["a/b.txt", "c.txt"]
    assert [suite.get("failures") for suite in suites] == ["1", "0"]
    assert {suite.get("tests") for suite in suites} == {str(len(CHECKS))}
    (failure,) = root.iter("failure")
    assert failure.get("type") == "warning"
    assert "^" in failure.text
    (out,) = root.iter("system-out")
    assert "V304" in out.text
    assert root.get("tests") == str(2 * len(CHECKS))


TEXT_OBJECT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LINE = {"type": "integer", "minimum": 1}
URI = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri-reference"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {
                        "type": "array",
                        "uniqueItems": True,
                        "items": {"type": "object", "additionalProperties": False, "properties": {"location": URI}},
                    },
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": TEXT_OBJECT,
                                                "fullDescription": TEXT_OBJECT,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {"level": LEVEL},
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": LEVEL,
                                "message": TEXT_OBJECT,
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "additionalProperties": False,
                                                "anyOf": [
                                                    {"required": ["address"]},
                                                    {"required": ["artifactLocation"]},
                                                ],
                                                "properties": {
                                                    "artifactLocation": URI,
                                                    "region": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            **dict.fromkeys(
                                                                ["startLine", "startColumn", "endLine", "endColumn"],
                                                                LINE,
                                                            ),
                                                            "snippet": TEXT_OBJECT,
                                                        },
                                                    },
                                                },
                                            },
                                            "logicalLocations": {
                                                "type": "array",
                                                "items": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {
                                                        "fullyQualifiedName": {"type": "string"},
                                                        "kind": {"type": "string"},
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The rules of the published schema for the objects that are written; nothing else of it may be."""


def sarif(*articles):
    data = json.loads(REPORTS["sarif"](articles))
    jsonschema.validate(data, SARIF, jsonschema.Draft7Validator)
    return data["runs"][0]


def test_sarif_keeps_to_the_published_schema_and_names_its_rules():
    run = sarif(checked(finding(), finding("V304", severity="note")), checked(path="/tmp/ä b.txt", text=None))
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(CHECKS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["a/b.txt", "file:///tmp/%C3%A4%20b.txt"]


def test_sarif_regions_are_lines_and_code_points():
    run = sarif(checked(finding()))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 10, 11)


def test_sarif_has_no_region_in_a_page():
    (result,) = sarif(checked(finding(), verbatim=False))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_fingerprint_stays_when_lines_move():
    one = sarif(checked(finding()))
    moved = Finding(**finding().model_dump() | {"evidence": (Evidence(start=AT + 1, end=AT + 2, text="("),)})
    other = sarif(checked(moved, text="\n" + TEXT))
    assert one["results"][0]["partialFingerprints"] == other["results"][0]["partialFingerprints"]


@pytest.mark.parametrize("form", REPORTS)
def test_no_article_makes_a_valid_report(form):
    told = REPORTS[form]([])
    assert {"json": json.loads, "sarif": json.loads, "junit": ElementTree.fromstring}.get(form, lambda text: 1)(
        told
    ) is not None


def test_severities_are_counted():
    counts = count_severities([checked(finding(), finding(severity="note")), checked(finding())])
    assert counts == {"warning": 2, "note": 1}
