"""A sentence as elements, written `word/class` for words of closed classes and bare for words of content."""

import pytest

from extract.gazetteers import load_gazetteers
from extract.pipes.elements import Scanner

SCANNER = Scanner(load_gazetteers().classes, ["hmicfrs", "inspectors"])
GRADES = ("requires improvement", "good", "inadequate")


def scan(text, forces=()):
    lower = text.lower()
    grades = [(lower.index(word), lower.index(word) + len(word), word) for word in GRADES if word in lower]
    bodies = [(lower.index(name), lower.index(name) + len(name)) for name in forces]
    return SCANNER.scan(lower, 0, len(lower), sorted(grades), bodies)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HMICFRS graded it good at vetting.", "I V R G P W ."),
        ("When it comes to vetting, it requires improvement.", "P W , R G ."),
        ("The force is good; force management is not.", "D Y B G ; W W B J ."),
        ("Vetting was good (inadequate in 2019)", "W B G ( G P N )"),
        ("Good \u2192 inadequate", "G > G"),
        ("It is adequate at best", "R B W J"),
        ("3.4 The service was good.", "D Y B G ."),
        ("The PEEL (police effectiveness, efficiency and legitimacy) round", "D W ( J ) W"),
    ],
)
def test_words_are_told_by_closed_classes(text, expected):
    assert " ".join(element.sort for element in scan(text)) == expected


def test_a_force_is_one_element_and_what_it_owns_stands_behind():
    elements = scan("Avon and Somerset\u2019s vetting is good.".replace("\u2019", "'"), ["avon and somerset"])
    assert [element.sort for element in elements] == ["F", "O", "W", "B", "G", "."]


def test_elements_stand_where_their_words_do():
    text = "Inspectors said that vetting \u2013 \u201cnot good\u201d \u2013 requires improvement.".lower()
    for element in scan(text):
        assert text[element.start : element.end] == element.word or element.sort in "\u2013G"
