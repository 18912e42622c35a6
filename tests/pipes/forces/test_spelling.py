"""Misspelt names of forces: the measured threshold. `python -m pytest -s tests/pipes/forces/test_spelling.py` prints the table."""

import random

import pytest
from rapidfuzz import fuzz, process

from extract.pipes.forces import spelling
from extract.pipes.forces.spelling import THRESHOLD, Spelling

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = [
    "North Midlands Police",
    "East Midlands Police",
    "South Mercia Police",
    "Military Police",
    "Ministry Police",
    "British Police",
    "Royal Police",
    "Greater London Police",
    "Somerdale Police",
    "Kentucky Police",
    "Dover Police",
    "Sunford Police",
    "Surety Police",
    "Essence Police",
    "New York Police",
    "Sussex Fire and Rescue Service",
    "Midshire Constabulary",
    "Dorking Police",
    "National Police",
    "Neighbourhood Police",
]
"""Names that end as a force's does and are none of the registry."""


@pytest.fixture(scope="module")
def names(gazetteers):
    return {row.name: row.id for row in gazetteers.forces.values() if " " in row.name}


@pytest.fixture(scope="module")
def known(gazetteers):
    return Spelling(
        {name: row.id for row in gazetteers.forces.values() for name in (row.name, *row.aliases) if " " in name}
    )


def mistype(name, chance):
    """A name with one letter lost, doubled, changed, or exchanged with the next, not in its last word."""
    last = name.rindex(" ")
    at = chance.choice([n for n in range(1, last - 1) if name[n].isalpha() and name[n + 1].isalpha()])
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[: at + 1] + name[at:],
            name[:at] + chance.choice(LETTERS) + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


@pytest.fixture(scope="module")
def mistyped(names):
    chance = random.Random(7)
    return [
        (wrong, key)
        for name, key in names.items()
        for wrong in (mistype(name, chance) for _ in range(6))
        if wrong not in names
    ]


def test_the_threshold_finds_most_errors_and_no_other_body(names, known, mistyped, monkeypatch):
    table = {}
    for threshold in (80, 85, THRESHOLD, 94, 97):
        monkeypatch.setattr(spelling, "THRESHOLD", threshold)
        found = [(known._nearest(wrong), key) for wrong, key in mistyped]
        right = sum(near is not None and near[1] == key for near, key in found)
        wrong = sum(near is not None and near[1] != key for near, key in found)
        table[threshold] = right / len(found), wrong, sum(known._nearest(other) is not None for other in OTHERS)
    print("\nthreshold  errors found  wrong force  other bodies taken")
    for threshold, (share, wrong, taken) in table.items():
        print(f"{threshold:9}  {share:12.3f}  {wrong:11}  {taken:18}")
    share, wrong, taken = table[THRESHOLD]
    assert share > 0.85
    assert wrong / len(mistyped) < 0.01
    assert taken / len(OTHERS) < 0.1


def test_a_misspelt_name_is_never_another_force(names, known, mistyped):
    found = [(wrong, known._nearest(wrong), key) for wrong, key in mistyped]
    assert [case for case in found if case[1] is not None and case[1][1] != case[2]] == []


def test_the_names_of_neighbours_are_alike_but_never_taken_for_each_other(names, known):
    for name, key in names.items():
        found = known._nearest(name)
        assert found is not None
        assert found[1] == key
    close = process.extractOne("north yorkshire police", ["south yorkshire police"], scorer=fuzz.ratio)
    assert close[1] > 80  # likeness alone does not tell them apart


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("West Midland Police", ("West Midland Police", "west-midlands-police")),
        ("When Norhumbria Police", ("Norhumbria Police", "northumbria-police")),
        ("Sorth Yorkshire Police", None),
        ("Dorsit Police", ("Dorsit Police", "dorset-police")),
        ("Derbushyre Police", None),
        ("Merceyside Polis", None),
        ("Police", None),
    ],
)
def test_leading_words_are_left_out_and_a_doubtful_compass_point_is_none(known, words, expected):
    found = known.nearest(words)
    assert (found and found[:2]) == expected
