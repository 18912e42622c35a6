import json
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

import cli
from extract.comparison import COMPARISONS, Totals, compare, compare_runs
from models import Record
from tests.checks.cases import Article

TEXT = "Kent Police was good at preventing crime. “We try,” said Ann Lee. <script>alert(1)</script>"


def article(text=TEXT, **changes):
    made = Article(text).force().official("Ann Lee").quote("We try,")
    return made.grade("Kent Police was good at preventing crime", **{"area": "preventing crime"} | changes)


def kinds(old, new):
    return [(change.kind, change.field, [value.key for value in change.values]) for change in compare(old, new).changes]


def test_a_record_does_not_differ_from_itself():
    difference = compare(article().record(), article().record())
    assert difference.changes == ()
    assert difference.same["grades"] == 1


def test_rules_confidences_and_ids_are_left_aside():
    other = article().record().model_dump(mode="json")
    other["grades"][0] |= {"rule": "other.rule", "confidence": 0.1}
    other["officials"][0]["id"] = other["quotes"][0]["speaker"] = "o7"
    assert kinds(article().record(), Record.model_validate(other)) == []


def test_a_row_that_is_gone_and_one_that_is_new():
    one, other = article().record(), article().record(grades=[])
    assert kinds(one, other) == [("vanished", "grades", [])]
    assert kinds(other, one) == [("appeared", "grades", [])]


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"grade": "outstanding"}, ["grade"]),
        ({"area": "preventing"}, ["area"]),
        ({"previous": True}, ["previous"]),
        ({"force": None}, ["force"]),
    ],
)
def test_a_row_of_the_same_words_is_changed_and_not_new(changes, keys):
    assert kinds(article().record(), article(**changes).record()) == [("changed", "grades", keys)]


def test_offsets_do_not_count_where_the_text_is_another():
    assert kinds(article().record(), article("More. " + TEXT).record()) == []


def test_a_speaker_is_told_by_name():
    new = article()
    new.data["quotes"][0]["speaker"] = None
    (change,) = compare(article().record(), new.record()).changes
    assert change.values == (("speaker", "Ann Lee", None),)


def test_a_run_may_lack_an_article():
    assert compare(None, article().record()).state == "only new"
    assert compare(article().record(), None).state == "only old"


@pytest.fixture
def told():
    def run(form, *pairs):
        totals = Totals()
        return "".join(COMPARISONS[form](compare_runs(pairs, totals), totals))

    return run


def test_text_has_a_sign_for_each_row_and_the_totals(told):
    lines = told("text", (article().record(), article(grade="poor").record()), (article().record(),) * 2).splitlines()
    assert lines[:3] == ["a.txt", "  ~ grades: kent-police: preventing crime: poor", "      grade: good -> poor"]
    assert "1 changed, 1 same" in lines
    assert next(line.split() for line in lines if line.startswith("grades ")) == ["grades", "1", "0", "0", "1"]


def test_json_has_articles_and_totals(told):
    data = json.loads(told("json", (article().record(), None), (article().record(), article(grade="poor").record())))
    assert [found["state"] for found in data["articles"]] == ["only old", "both"]
    assert data["totals"]["rows"]["grades"] == {"changed": 1, "same": 0}
    assert json.loads(told("json"))["articles"] == []


def test_the_page_needs_nothing_else_and_escapes_the_article(told):
    new = article()
    new.data["quotes"][0]["parts"].append(new.at("<script>alert(1)</script>"))
    page = told("html", (article().record(), new.record()))
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))

    Reader().feed(page)
    assert {"details", "table", "ins"} <= {tag for tag, _ in seen}
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in seen}
    assert not [attrs for _, attrs in seen if {"src", "href", "onclick"} & set(attrs)]
    assert "&lt;script&gt;" in page


def diff(*arguments):
    return CliRunner().invoke(cli.app, ["diff", *map(str, arguments)])


@pytest.mark.parametrize("layout", ["lines", "array"])
def test_the_command_compares_files_in_any_order(layout, write):
    names = ("b.txt", "a.txt")

    def file(name, records):
        lines = [record.to_json() for record in records]
        return write(name, "\n".join(lines) + "\n" if layout == "lines" else f"[{','.join(lines)}]")

    source = article().record().source
    both = [article().record(source=source.model_copy(update={"path": name})) for name in names]
    old, new = file("old.json", both), file("new.json", both[::-1])
    assert diff(old, new).exit_code == 0
    less = file("less.json", both[:1])
    assert diff(old, less).exit_code == 1
    assert "a.txt  (only old)" in diff(old, less).stdout
    assert "a.txt  (only new)" in diff(less, old).stdout


def test_the_command_refuses_what_is_no_record(write):
    path = write("a.json", '{"source": 1}')
    result = diff(path, path)
    assert (result.exception.code, "source.path" in result.exception.message) == ("E153", True)
