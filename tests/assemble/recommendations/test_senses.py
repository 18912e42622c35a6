"""What words mean: stems, roots and words of one sense."""

import pytest

from extract.assemble.recommendations.senses import Senses, pieces_of, stem

SENSES = Senses({"alike": ["answer pick ring", "quick soon ring"], "common": ["answering"], "telling": ["sooner"]})


@pytest.mark.parametrize(
    ("word", "expected"), [("reviews", "review"), ("force's", "forc"), ("checked", "check"), ("bed", "bed")]
)
def test_a_stem_has_no_ending(word, expected):
    assert stem(word) == expected


def test_a_word_has_the_senses_of_every_line_it_stands_in_and_an_unknown_one_none():
    assert [SENSES.of(word) for word in ("pick", "ring", "dog")] == [{0}, {0, 1}, set()]


def test_words_of_one_root_share_pieces_and_short_ones_have_none():
    assert len(pieces_of("staffing") & pieces_of("understaffed")) > 1
    assert not pieces_of("dogs")


def test_a_word_that_many_asks_hold_counts_less():
    assert SENSES.term("answer").weight < SENSES.term("hydrant").weight == 1
