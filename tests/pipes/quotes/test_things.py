"""What somebody admits, denies or explains is a thing, and no statement, where it is no clause."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale, 32, of Mill Close in Dover, admitted the offence when she appeared at Dover Crown Court on 19 October.",
        "Al Dean denied a charge of arson but a jury at Dover Crown Court found him guilty.",
        "Al Dean admitted two counts of theft and was jailed.",
        "Al Dean went on to admit nine further offences, four of which were in Kent.",
        "Chief Superintendent Jo Hale has acknowledged the hard work of staff and the help of those who were there.",
        "PC Jo Hale chose to write her report on the harbour as she has a keen interest in boats.",
        "PC Jo Hale was at the harbour when Sergeant Bo Roe told her why she was there.",
        "Jo Hale is in hospital, where she is said to be getting better.",
        "Al Dean suffered injuries that would suggest he had been hit.",
    ],
)
def test_a_thing_is_no_statement(credited, body):
    assert credited("indirect", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Al Dean admitted [the door was open when he came].",
        "Al Dean denied [he had been there].",
        "Chief Constable Jo Hale admitted [the force had to do better].",
        "Chief Constable Jo Hale confirmed that [the yard is shut].",
        "Chief Constable Jo Hale said [the PEEL (efficiency and legitimacy) report shows the cuts are hurting].",
    ],
)
def test_a_clause_is_one(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Tactics such as tapping the phone or asking ‘closed and short’ questions are used.",
        "Along with asking you to keep away we ask you to be ‘very mindful’ of all.",
        "Nine days later he came back, adding that the yard was “wide open”.",
    ],
)
def test_a_word_that_begins_a_sentence_does_not_speak(credited, body):
    assert credited("fragment", body) in ([], [("he", "wide open")])


def test_what_words_in_marks_are_called_does_not_speak(credited):
    body = "The force opened a “safe space” called Haven in Dover, and a “warm room”, dubbed Hearth, in Deal."
    assert credited("fragment", body) == []
