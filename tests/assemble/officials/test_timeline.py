"""Whom a pronoun or an epithet means: by gender of the first name, by place, by who spoke last."""

import pytest

from extract import extract_text
from extract.assemble.officials.timeline import Timeline


@pytest.fixture(scope="module")
def last_speaker(record):
    """The speaker of the last quote."""

    def run(body):
        found = record(body)
        people = {official.id: official.name or official.role for official in found.officials}
        speaker = found.quotes[-1].speaker
        return people.get(speaker, speaker)

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Chief Constable Kate Hale met Cllr Brian Dunn. “We did it,” she said.", "Kate Hale"),
        ("Chief Constable Kate Hale met Cllr Brian Dunn. “We did it,” he said.", "Brian Dunn"),
        ("“It works,” said Sgt Ann Hale. PC Josh Dunn agreed. “It does,” he said.", "Josh Dunn"),
        ("“It works,” said Sgt Sam Hale. PC Alex Dunn agreed. “It does,” he said.", "Alex Dunn"),
        ("Sgt Ann Hale of Kent Police left. A foster carer from Hove rang. “I gave up,” she said.", "foster carer"),
        ("Sgt Ann Hale left. And the foster carer from Hove? She has moved. “I gave up,” she said.", "foster carer"),
        ("“Aye,” said Cllr Al Dean. Mr Dean, and Chief Constable Ann Hale, said: “We did it.”", "Al Dean"),
        ("“Aye,” said Cllr Al Dean. In a joint statement, Mr Dean and Sgt Ann Hale said: “We did it.”", "Al Dean"),
        ("Sgt Al Dean came.\n\nSince May he has served with PC Bob Roe.\n\nHe said: “It was late.”", "Al Dean"),
        ("A boy of 13 whom inspectors met said: “It was cold.”", "boy of 13"),
        ("A man in Margate rang. “It was cold,” the man said.", "man in Margate"),
        ("“It was cold,” one respondent wrote.", "respondent"),
        ("Commissioner Brian Dunn was a detective. “I know them,” said the former detective.", "Brian Dunn"),
        ("Kent Police was inspected by HMICFRS. “We are glad,” the force said.", "Kent Police"),
        ("Cllr Ann Hale wants to know who looks. “Is it they?”", "Ann Hale"),
        ("Sgt Ann Hale was full of praise. “It was good to see.”", "Ann Hale"),
        ("“No crew,” was the answer. Chief Officer Brian Dunn came. “None,” was his answer.", "Brian Dunn"),
        ("A union, Prospect, said it was “a mess”.", "Prospect"),
        (
            "The Chief Fire Officer, Ann Hale, and the Assistant Chief Fire Officer, Al Dean, came. The Chief Fire Officer said that it was hers.",
            "Ann Hale",
        ),
    ],
)
def test_words_that_name_nobody_mean_who_is_nearest(last_speaker, body, expected):
    assert last_speaker(body) == expected


def test_the_next_who_is_called_the_same_ends_the_mentions_of_one(monkeypatch):
    asked = 0
    plain = Timeline._is_quoted

    def count(self, at):
        nonlocal asked
        asked += 1
        return plain(self, at)

    monkeypatch.setattr(Timeline, "_is_quoted", count)
    asks = []
    for times in (20, 40):
        asked = 0
        extract_text('The family of Al Dean said: "He was kind."\n\n' * times)
        asks.append(asked)
    assert 0 < asks[1] < 3 * asks[0]


def test_a_month_can_be_a_first_name(record):
    found = record("“It was late,” said PC April Hale. On Friday Sgt Bo Roe said that it was dark.").officials
    assert [(row.name, row.role) for row in found] == [("April Hale", "PC"), ("Bo Roe", "Sgt")]
