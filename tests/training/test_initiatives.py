"""Which names are those of initiatives is learned, and weights hold where the gold has few cases."""

import json

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
