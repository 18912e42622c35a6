import json

import pytest
from typer.testing import CliRunner

import cli
from extract.errors import ConfigError, Failure
from extract.validation import Validator

ODD = """Force must do more for children

By Ida Rowntree
12 March 2024

HMICFRS graded Kent Police across three areas. It found the force was ‘good’ in one area (working with partner0s, \
‘adequate’ in its leadership, and ‘requires improvement’ in one area – investigating exploitation.

HM Inspector Ann Lee said: “Kent Police should make make referrals for every child.”
"""
GOOD = ODD.replace("(working with partner0s,", "(working with partners),").replace("make make", "make")


@pytest.fixture
def validate(extractor):
    def run(*paths, **options):
        return list(Validator(extractor, today="2026-11-30", **options).validate(map(str, paths)))

    return run


@pytest.fixture
def records(extractor, write):
    """Writes articles and a file of their records: `records(name=text)`."""

    def put(**texts):
        lines = [
            extractor.extract_file(str(write(f"{name}.txt", text))).model_dump(mode="json")
            for name, text in texts.items()
        ]
        return write("records.jsonl", "\n".join(map(json.dumps, lines)) + "\n"), lines

    return put


def codes(result):
    return [finding.code for finding in result.findings]


def test_an_article_is_extracted_and_its_typing_errors_are_told_at_their_offsets(validate, write):
    (result,) = validate(write("odd.txt", ODD))
    places = {f.code: (f.evidence[0].start, f.evidence[0].text) for f in result.findings}
    assert places["V121"] == (ODD.index("(working"), "(")
    assert places["V123"] == (ODD.index("partner0s"), "partner0s")
    assert places["V122"] == (ODD.index("make make"), "make make")
    assert not {"V201", "V202", "V204"} & set(places)


def test_a_record_is_checked_as_its_article_is(validate, write, records):
    path, _ = records(odd=ODD)
    (of_record,), (of_article,) = validate(path), validate(path.with_name("odd.txt"))
    assert of_record.findings == of_article.findings
    assert of_record.origin == f"{path}:1"


def test_each_record_is_told_with_its_line(validate, records):
    path, _ = records(one=GOOD, two=GOOD)
    assert [result.origin for result in validate(path)] == [f"{path}:1", f"{path}:2"]


def test_a_record_that_is_none_names_its_key(validate, write, records):
    _path, (line,) = records(one=GOOD)
    del line["grades"][0]["rule"]
    (result,) = validate(write("broken.json", json.dumps([line])))
    assert [(f.code, f.path) for f in result.findings] == [("V110", "/grades/0/rule")]
    assert result.path.endswith("one.txt")


def test_an_article_that_was_changed_is_told(validate, write, records):
    path, _ = records(one=GOOD)
    write("one.txt", "x" + GOOD)
    (result,) = validate(path)
    assert {"V111", "V112"} <= set(codes(result))


def test_an_article_that_is_gone_is_told_and_the_rest_checked(validate, records):
    path, _ = records(one=GOOD)
    path.with_name("one.txt").unlink()
    (result,) = validate(path)
    assert codes(result) == ["V113"]


def test_articles_may_lie_elsewhere(validate, write, extractor):
    record = extractor.extract_text(GOOD, path="x/one.txt")
    path = write("r.json", record.to_json())
    write("far/x/one.txt", GOOD)
    (result,) = validate(path, articles=path.parent / "far")
    assert "V113" not in codes(result)


def test_a_line_that_is_no_json_is_a_failure_and_the_others_are_checked(validate, records):
    path, _ = records(one=GOOD)
    path.write_text("{\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    failure, result = validate(path)
    assert isinstance(failure, Failure)
    assert failure.code == "E153"
    assert "line 1" in failure.message
    assert result.origin.endswith(":2")


def test_only_what_is_wanted_is_told(validate, write):
    from extract.checks import chooser

    path = write("odd.txt", ODD)
    assert {code[:3] for code in codes(validate(path, wanted=chooser(["V12"]))[0])} == {"V12"}
    assert "V121" not in codes(validate(path, wanted=chooser((), ["V121"]))[0])
    with pytest.raises(ConfigError, match="V9 is no code of a check"):
        chooser(["V9"])


def test_a_file_beside_the_article_ignores_what_was_looked_at(validate, write):
    path = write("odd.txt", ODD)
    write("odd.ignore", "# peelback: ignore[V121, V123] so it was printed\n# peelback: ignore[V402] no\n")
    (result,) = validate(path)
    assert result.ignored == 2
    assert {"V122", "V105"} <= set(codes(result))
    assert not {"V121", "V123"} & set(codes(result))


def test_a_file_of_ignores_that_cannot_be_understood_stops_the_run(validate, write):
    path = write("odd.txt", ODD)
    write("odd.ignore", "# peelback: ignore[V121]\n")
    with pytest.raises(ConfigError, match=r"odd\.ignore: line 1: has no reason"):
        validate(path)


def invoke(*arguments, **options):
    return CliRunner().invoke(cli.app, ["validate", *map(str, arguments)], **options)


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (GOOD, [], 0),
        (ODD, [], 0),
        (ODD, ["--fail-on", "warning"], 1),
        (ODD, ["--fail-on", "warning", "--ignore", "V"], 0),
    ],
)
def test_the_command_leaves_with_the_status_of_its_findings(text, options, status, write):
    assert invoke(write("a.txt", text), *options).exit_code == status


def test_the_command_leaves_with_one_at_an_error_and_with_three_at_a_failure(write, records):
    path, (line,) = records(one=GOOD)
    line["grades"].append(line["grades"][0])
    doubled = write("doubled.json", json.dumps(line))
    assert invoke(doubled).exit_code == 1
    assert "V401" in invoke(doubled).stdout
    assert invoke(doubled, path.with_name("none.txt")).exit_code == 3


def test_records_may_come_by_standard_input(records):
    path, _ = records(odd=ODD)
    told = invoke("-", "--format", "json", input=path.read_text(encoding="utf-8")).stdout
    assert {"V121", "V122", "V123"} <= {finding["code"] for finding in json.loads(told)[0]["findings"]}


def test_the_report_goes_to_a_file(write, tmp_path):
    assert invoke(write("a.txt", ODD), "--output", tmp_path / "out.txt").stdout == ""
    assert "make make" in (tmp_path / "out.txt").read_text(encoding="utf-8")
