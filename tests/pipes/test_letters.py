"""The letters of a text: one a token, by the class of its word."""

import pytest

from extract.pipes.letters import letters_of, names_inspection

HEAD = "Dogs\n"


@pytest.fixture
def letters(nlp, extractor):
    """The letters of an article with this body."""
    return lambda body: letters_of(nlp(HEAD + "\n" + body), extractor.parts.classes)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The force must train its staff.", "DBMVDS."),
        ("It's also needed, they said.", "Ibyn,Es."),
        ("Kent Police told HMICFRS that victims can't wait.", "FfaHTN!w."),
        ("Recordings were quickly checked.", "wbye."),
        ("The police's 40 cars", "DBz0w"),
        ("They've frobnicated the gizmo", "veDw"),
    ],
)
def test_a_word_has_the_letter_of_its_class_or_ending(letters, body, expected):
    found = letters(body)
    assert found.text[found.at(len(HEAD)) :].strip("\n") == expected


def test_a_token_is_found_by_its_offset(letters):
    found = letters("The force must act.")
    number = found.at(len(HEAD) + len("The force must "))
    assert (found.text[number], found.end(number) - found.starts[number]) == ("V", len("act"))


def test_an_inspectorate_or_a_report_is_named_by_its_letter(letters):
    assert names_inspection(letters("The watchdog was here."))
    assert not names_inspection(letters("Nobody was here."))
