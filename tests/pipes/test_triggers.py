from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.document.reading import lower_case
from extract.pipes.annotation import reading_of
from extract.pipes.triggers import hits_of, hits_within, longest

hits = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from("ab")).map(lambda h: (h[0], h[0] + h[1], h[2])),
    max_size=8,
)


def test_hits_have_the_offsets_of_the_reading_and_the_key_of_their_phrase(nlp):
    doc = nlp("Report\n\nKent Police, said Jo Hale, needs to improve.")
    reading = reading_of(doc)
    found = {
        label: [(reading.text[s:e], key) for s, e, key in hits_of(doc, label)]
        for label in ("force", "say", "modal", "place")
    }
    assert found == {
        "force": [("Kent Police", "kent-police")],
        "say": [("said", "said")],
        "modal": [("needs to", "needs to")],
        "place": [("Kent", "kent")],
    }


def test_phrases_are_found_over_line_ends_odd_spaces_and_any_case(nlp):
    doc = nlp("Report\n\nThe KENT\u00a0 Police said: “It NEEDS\u2003to go, all of it.”")
    assert [key for _, _, key in hits_of(doc, "force")] == ["kent-police"]
    assert [key for _, _, key in hits_of(doc, "modal")] == ["needs to"]


def test_a_word_within_another_is_no_hit(nlp):
    doc = nlp("Report\n\nGoodwill and mustard were muster-ready.")
    assert hits_of(doc, "grade") == []
    assert hits_of(doc, "modal") == []


def test_of_hits_that_overlap_the_longest_stays():
    assert longest([(0, 4, "kent"), (0, 11, "kent police"), (5, 11, "police")]) == [(0, 11, "kent police")]
    assert longest([(0, 6, "a"), (4, 14, "b")]) == [(4, 14, "b")]


@given(hits)
def test_hits_that_stay_are_some_of_those_found_in_order_and_apart(found):
    kept = longest(found)
    assert set(kept) <= set(found)
    assert bool(kept) == bool(found)
    assert all(left[1] <= right[0] for left, right in pairwise(kept))


@given(hits, st.integers(0, 30), st.integers(0, 30))
def test_hits_within_are_those_that_begin_there(found, start, end):
    found = sorted(found)
    assert list(hits_within(found, start, end)) == [hit for hit in found if start <= hit[0] < end]


@given(st.text())
def test_lower_case_keeps_the_length(text):
    assert len(lower_case(text)) == len(text)
