import re

import pytest

from extract.document import dates
from extract.pipes import patterns
from extract.pipes.grades.scope import _may_have_date

WORDS = [*dates.NUMBERS, "7", "42", "999", "1000", "sevens", "ago", "often", "manyfold"]


@pytest.mark.parametrize(("quick", "plain"), [(patterns.NUMBER, dates.NUMBER), (patterns.COUNT, dates.COUNT)])
def test_a_trie_of_numbers_matches_what_the_plain_pattern_does(quick, plain):
    assert [bool(re.fullmatch(quick, word)) for word in WORDS] == [bool(re.fullmatch(plain, word)) for word in WORDS]


@pytest.mark.parametrize(
    "text", ["two", "of two", "'two'", "(two", "a-two", "it'two", "\u00e9two", "re two", "5two", "_two", "\u2013two"]
)
def test_an_edge_is_where_a_word_begins(text):
    assert bool(re.search(rf"{patterns.EDGE}two", f" {text}")) == bool(re.search(r"\btwo", text))
    assert bool(re.search(rf"{patterns.APART}two", f" {text}")) == bool(re.search(r"(?<![\w'-])two", text))


@pytest.mark.parametrize(
    "text",
    [
        "on 3 september 2021 it was good",
        "on 3rd of gorffennaf 2021.",
        "since september. 12th, 2021",
        "in july / august, 2020",
        "september 2019",
        "on 04/09/2023",
        "on 4.9.23",
        "2023-08-03",
        "3-may-2021",
    ],
)
def test_no_text_with_a_date_is_passed_over(text):
    assert list(dates.find_dates(text)) == [] or _may_have_date(text)


@pytest.mark.parametrize(
    "text", ["in 2021 the force was good.", "the force was good", "since its report of 2019, 14 of them"]
)
def test_a_year_alone_is_no_date(text):
    assert not _may_have_date(text)
    assert not list(dates.find_dates(text))
