import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.sentences import DOT, LONGEST, split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke. She left.", ["He spoke.", "She left."]),
        ("Was it good? It was! So it stays.", ["Was it good?", "It was!", "So it stays."]),
        ('"We did well." He left.', ['"We did well."', "He left."]),
        ('He said so. "We did well."', ["He said so.", '"We did well."']),
        ("It has closed (for good). It will not open.", ["It has closed (for good).", "It will not open."]),
        ("It spent \u00a35m. \u00a33m was wasted.", ["It spent \u00a35m.", "\u00a33m was wasted."]),
        ("It rose to 3.5 per cent.", ["It rose to 3.5 per cent."]),
        ("He said no. and left", ["He said no. and left"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_a_mark_before_a_capital_a_figure_or_a_quotation(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lee spoke.",
        "Insp. Ann Lee spoke.",
        "On 3 Sept. 2024 it rose.",
        "J. R. Lee spoke.",
        "Forces (e.g. Kent) were seen.",
        "See p. 12 of it.",
        "Dr. Lee and St. John spoke.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert sentences(text) == [text]


def test_an_abbreviation_that_begins_a_sentence_ends_none():
    text = "Head\nMr. Lee spoke. Supt. Ann Lee left. Ch. Supt. Lee stayed."
    found = [text[start:end] for start, end in split_sentences(text, 5, len(text))]
    assert found == ["Mr. Lee spoke.", "Supt. Ann Lee left.", "Ch. Supt. Lee stayed."]


def test_offsets_are_those_of_the_whole_text():
    text = "Head\nHe spoke. She left.\nTail"
    assert [text[start:end] for start, end in split_sentences(text, 5, 24)] == ["He spoke.", "She left."]


@given(st.text(st.sampled_from(list("aB .,!?\"'()[]£1\u00e9")), max_size=60), st.data())
def test_sentences_cover_the_block_in_order_but_for_the_spaces_between(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = split_sentences(text, start, end)
    last = start
    for begin, stop in found:
        assert begin < stop
        assert text[last:begin].strip(" ") == ""
        last = stop
    assert text[last:end].strip(" ") == ""
    assert last <= end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Sen. Hale and Gov. Dean.", ["He met Sen. Hale and Gov. Dean."]),
        ("It was Lt. Gen. Hale. Then he left.", ["It was Lt. Gen. Hale.", "Then he left."]),
        ("He went to the U.S. Senate.", ["He went to the U.S. Senate."]),
        ("He lives in the U.S. He was born here.", ["He lives in the U.S.", "He was born here."]),
        ("It was Ray Dunn Jr. The rest left.", ["It was Ray Dunn Jr.", "The rest left."]),
    ],
)
def test_titles_and_letters_with_dots_end_no_sentence_but_where_a_new_one_opens(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["Sen. Hale", "Paul H. Hale", "Ray Dunn Jr. spoke", "Rev. Hale"])
def test_a_title_or_initial_has_no_dot_that_ends_a_phrase(text):
    assert re.search(DOT, text) is None
    assert re.search(DOT, text + " left.").end() == len(text + " left.")


@pytest.mark.parametrize(
    ("unit", "joint"), [("good in part; good of old, ", ";"), ("one, two ", ","), ("again ", "n"), ("x", "x")]
)
def test_what_has_no_end_is_parted_at_the_best_mark_of_its_later_half(unit, joint):
    found = sentences(unit * (3 * LONGEST // len(unit)))
    assert len(found) > 3 or unit == "x"
    assert all(LONGEST // 2 < len(part) <= LONGEST and part[-1] == joint for part in found[:-1])
    assert "".join(found).replace(" ", "") == (unit * (3 * LONGEST // len(unit))).replace(" ", "")
