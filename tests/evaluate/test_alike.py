import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluate.alike import area_alike, pair, token_f1

WORDS = st.lists(st.sampled_from(["crime", "calls", "custody", "the", "of"]), max_size=6).map(" ".join)


@given(WORDS, WORDS)
def test_likeness_has_no_direction(one, other):
    assert token_f1(one, other) == token_f1(other, one)
    assert area_alike(one, other) == area_alike(other, one)
    assert 0 <= token_f1(one, other) <= 1
    assert 0 <= area_alike(one, other) <= 1


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_pairs_are_one_to_one_and_alike(found, gold):
    pairs = pair(found, gold, token_f1, 0.5)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(token_f1(found[i], gold[j]) >= 0.5 for i, j in pairs)
    left_found = set(range(len(found))) - {i for i, _ in pairs}
    left_gold = set(range(len(gold))) - {j for _, j in pairs}
    assert not any(token_f1(found[i], gold[j]) >= 0.5 for i in left_found for j in left_gold)


def test_the_most_alike_are_paired_first():
    assert pair(["a b", "a b c"], ["a b c"], token_f1, 0.1) == [(1, 0)]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the force’s custody", "The force's custody", 1.0),
        ("preventing crime", "preventing crime and disorder", 0.95),
        ("crime", "crime data integrity", 0.95),
        ("the", "its", 1.0),
    ],
)
def test_areas_differ_in_small_words_and_in_length(one, other, alike):
    assert area_alike(one, other) == pytest.approx(alike)
