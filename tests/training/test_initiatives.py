"""Which names are those of initiatives is learned, and weights hold where the gold has few cases."""

import json

import pytest

from extract.gazetteers import DATA
from extract.pipes.initiatives.weighing import SORTS
from extract.training.initiatives import Case, fit, names_of, pipe_of


def case(right, *features, sort="plain"):
    return Case(sort, frozenset(features), right)


CASES = [*(case(True, "called", "comma") for _ in range(20)), *(case(False, "comma", "says") for _ in range(20))]


def test_a_sign_that_tells_weighs_more_than_one_that_does_not():
    table = fit(CASES)["plain"]
    assert table["called"] > 0 > table["says"]
    assert abs(table.get("comma", 0)) < table["called"]


def test_a_sign_of_which_there_is_no_case_keeps_what_is_held_likely():
    assert fit(CASES)["plain"]["named"] == 3


def test_every_sort_of_name_has_weights():
    path = DATA / "weights" / "initiatives.json"
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"about", *SORTS.values()}


def test_an_article_gives_a_case_for_each_name(extractor, lesson):
    body = "The scheme, called Second Watch, helps. Blue Gate, a pub, is shut."
    gold = {"initiatives": [{"name": "Second Watch", "started": None, "about": None}]}
    cases = list(names_of(pipe_of(extractor), lesson(body, gold)))
    assert sorted(one.right for one in cases) == [False, True]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("They put it down to Lifeline, which has found flats for 40 people.", {"bare", "comma which"}),
        ("Haven, a team of nurses who visit victims at home, was praised.", {"comma apposed thing"}),
        (
            "They liked Lifeline, which has offered places to pupils who keep away from the old yard since the 2016-17 season.",
            {"dated"},
        ),
        ("They liked Compass, launched in 2019.", {"bare", "comma begun"}),
    ],
)
def test_a_word_alone_is_told_by_what_a_comma_sets_off(extractor, lesson, body, told):
    cases = [one for one in names_of(pipe_of(extractor), lesson(body, {"initiatives": []})) if one.sort == "word"]
    assert [told <= one.features for one in cases] == [True]


def test_a_word_behind_an_article_is_not_bare(extractor, lesson):
    body = "The nurses of the Haven, which is shut, left."
    cases = list(names_of(pipe_of(extractor), lesson(body, {"initiatives": []})))
    assert ["bare" in one.features for one in cases] == [False]


def test_a_scheme_that_has_a_chairman_is_marked(extractor, lesson):
    body = "Jo Hale, chairman of the Kent Custody Visiting Scheme, agreed."
    cases = list(names_of(pipe_of(extractor), lesson(body, {"initiatives": []})))
    assert any("chair of" in one.features for one in cases)
