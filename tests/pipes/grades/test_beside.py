"""Grades that take something from the one beside them: put in behind it, of further bodies, of one list."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Our overall judgment is good (it was inadequate).", ["good: overall", "was inadequate: overall"]),
        ("Its vetting is good (in 2015 it was adequate).", ["good: vetting", "was adequate: vetting"]),
        (
            "Custody is adequate (it required improvement).",
            ["adequate: Custody", "was requires improvement: Custody"],
        ),
        ("Its training is now good, where it was inadequate.", ["good: training", "was inadequate: training"]),
        ("The canteen is closed (it was good).", []),
        (
            "It was graded by inspectors as good for custody, adequate for vetting and inadequate for training.",
            ["good: custody", "adequate: vetting", "inadequate: training"],
        ),
    ],
)
def test_an_earlier_grade_is_put_in_behind_another(grades, sentence, expected):
    assert grades(sentence) == expected


def test_further_bodies_are_graded_in_clauses_without_a_verb(record):
    rows = record(
        "HMICFRS reported on investigating crime. For investigating crime, Surrey Police and City of London Police "
        "were good; Sussex Police and Kent Police, adequate; and Essex Police was inadequate."
    ).grades
    assert [(row.force, row.grade) for row in rows] == [
        ("surrey-police", "good"),
        ("city-of-london-police", "good"),
        ("sussex-police", "adequate"),
        ("kent-police", "adequate"),
        ("essex-police", "inadequate"),
    ]


def test_a_pronoun_with_its_verb_is_graded_at_its_time(record):
    head = "Kent Police inspected\n\nHMICFRS inspected Kent Police in May and published its report today.\n\n"
    rows = record("Custody was graded inadequate in 2009. It’s adequate now.", head).grades
    assert [(row.grade, row.previous) for row in rows] == [("inadequate", True), ("adequate", False)]


def test_a_prison_can_be_poor_at_release(record):
    head = "HMP Barton\n\nHM Inspectorate of Prisons published its report on HMP Barton on Tuesday.\n\n"
    rows = record("Preparing men for release was graded poor.", head).grades
    assert [(row.area.text, row.grade) for row in rows] == [("Preparing men for release", "poor")]
