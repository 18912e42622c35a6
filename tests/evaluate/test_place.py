import pytest

from extract.evaluate.place import cut, find, place_of
from extract.evaluate.tally import Miss

TEXT = "Custody praised\n\nInspectors said custody was\ngood. Custody staff are trained.\n"


@pytest.mark.parametrize(
    ("says", "within", "found"),
    [
        ("custody", "", "Custody"),
        ("custody was good", "", "custody was\ngood"),
        ("custody", "said custody was good", "custody"),
        ("the response", "Custody staff are trained", "Custody staff are trained"),
        ("the response", "", None),
        ("", "", None),
    ],
)
def test_words_are_found_whatever_the_white_space_and_the_case(says, within, found):
    span = find(TEXT, says, within)
    assert (TEXT[slice(*span)] if span else None) == found


def test_a_place_is_the_line_with_the_stretch_marked():
    start = TEXT.index("custody was")
    place = cut(TEXT, start, start + len("custody was\ngood"))
    assert str(place) == "Inspectors said ⟦custody was good⟧. Custody staff are trained."
    assert place.line == 3


def test_long_lines_are_shortened_around_the_stretch():
    place = cut("a " * 200 + "here" + " b" * 200, 400, 404)
    assert str(place).startswith("…")
    assert str(place).endswith("…")
    assert "⟦here⟧" in str(place)
    assert len(str(place)) < 160


def test_a_wrong_value_is_shown_where_its_evidence_is():
    start = TEXT.rindex("Custody")
    assert place_of(Miss("forces", "a", "wrong", "", start, start + 7), TEXT).line == 4


def test_a_missed_value_whose_words_are_not_there_has_no_place():
    assert place_of(Miss("forces", "a", "missed", "", says="kent"), TEXT) is None
