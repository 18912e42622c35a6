"""Asks that an article says twice, in other words, beside asks that it says once."""

import pytest

OPENING = "{} told to act\n\n9 October 2022\n\nHMICFRS has inspected {}.\n\n"


@pytest.fixture(scope="module")
def asks(record):
    """Mentions of each ask of a force that is said more than once."""

    def run(force, body):
        rows = record(OPENING.format(force, force) + body).recommendations
        return [[evidence.text for evidence in row.evidence] for row in rows if len(row.evidence) > 1]

    return run


@pytest.mark.parametrize(
    ("force", "body", "expected"),
    [
        (
            "Essex Police",
            "The force needs to check on drunk detainees every half an hour. It needs to write down why a spit hood was "
            "used.\n\n“Staff must look in on drunk people twice an hour,” said His Majesty's Inspector Amir Shah.",
            [
                "The force needs to check on drunk detainees every half an hour",
                "Staff must look in on drunk people twice an hour",
            ],
        ),
        (
            "Northumbria Police",
            "The force should record every crime within 24 hours of its being reported. The force should keep a list of "
            "officers who have second jobs.\n\nHis Majesty's Inspector Philip Snow said: “Some were never written up. The "
            "force must log an offence within a day of hearing about it.”",
            [
                "The force should record every crime within 24 hours of its being reported",
                "The force must log an offence within a day of hearing about it",
            ],
        ),
        (
            "Dyfed-Powys Police",
            "The force should:\n\n- interview every child who returns, within 72 hours;\n- share its risk assessments with "
            "care homes.\n\nHis Majesty's Inspector Lowri Evans said: “Nobody asked where they had been. The force must sit down with "
            "each child within three days of the return.”",
            [
                "interview every child who returns, within 72 hours",
                "The force must sit down with each child within three days of the return",
            ],
        ),
        (
            "Durham Constabulary",
            "It should count the knives that it holds as evidence. It should hide the names of those who pass it "
            "information.\n\nHis Majesty's Inspector Jo Hale said: “The constabulary must count its knives again: seven have gone.”",
            ["It should count the knives that it holds as evidence", "The constabulary must count its knives again"],
        ),
    ],
)
def test_somebody_quoted_says_an_ask_again_in_other_words(asks, force, body, expected):
    assert asks(force, body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "The force should record the ethnicity of victims. The force should train its dog handlers.",
        "The force should store files in one system.\n\nHis Majesty's Inspector Jo Hale said: “The force should train its dog handlers.”",
        "The force should:\n\n- visit victims of burglary;\n- visit victims of fraud.",
    ],
)
def test_asks_that_are_said_once_stay_apart(asks, body):
    assert asks("Essex Police", body) == []
