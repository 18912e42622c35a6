"""Grades of a body as such: said to be overall, or of a body outside the registry."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HMICFRS has judged the constabulary as a whole to be inadequate.", ["inadequate: overall"]),
        ("It rated Kent Police overall as good.", ["good: overall"]),
        ("The force had been graded inadequate overall in 2009.", ["was inadequate: overall"]),
        ("The constabulary was found to be adequate overall.", ["adequate: overall"]),
        ("Taken as a whole, Kent Police is judged to be adequate.", ["adequate: overall"]),
    ],
)
def test_a_body_is_graded_overall_where_that_is_said(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents judged the force as a whole to be good.",
        "The union has rated the constabulary overall as inadequate.",
        "The chief constable hopes that the force will be graded outstanding overall.",
        "No force has been rated outstanding overall.",
    ],
)
def test_a_body_is_not_graded_overall_by_others_or_in_hope(grades, sentence):
    assert grades(sentence) == []


PROBATION = "Probation in Wexcombe\n\nHM Inspectorate of Probation published its report on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Wexcombe Youth Offending Team has been judged good overall.", ["good"]),
        ("The Wexcombe YJS has been rated ‘Good’ by HM Inspectorate of Probation.", ["good"]),
        ("A probation unit which is short of staff was judged to be ‘Inadequate’.", ["inadequate"]),
        ("A probation unit with half of its desks empty was found to be ‘Inadequate’.", ["inadequate"]),
        ("A probation unit which supervises 1,900 people in three towns has been rated as ‘Adequate’.", ["adequate"]),
        ("The youth offending team in Wexcombe, which covers three towns, was rated ‘Adequate’.", ["adequate"]),
        (
            "HM Inspectorate of Probation has given Wexcombe Youth Justice Service an overall rating of ‘Good’, three "
            "years after rating it ‘Inadequate’.",
            ["good", "was inadequate"],
        ),
        (
            "The unit was rated good overall, two and a half years after an inspection in which it came out as "
            "‘Inadequate’.",
            ["good", "was inadequate"],
        ),
        (
            "Wexcombe probation unit was given an overall grade of ‘Good’. Three years earlier it had been rated "
            "‘Adequate’.",
            ["good", "was adequate"],
        ),
    ],
)
def test_a_body_outside_the_registry_is_graded_as_a_whole(record, body, expected):
    rows = record(body, PROBATION).grades
    assert {(row.force, row.area.text) for row in rows} == {(None, "overall")}
    assert [f"{'was ' if row.previous else ''}{row.grade}" for row in rows] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is the first force in the region to get an outstanding for leadership.", ["outstanding: leadership"]),
        ("Inspectors do not like its custody suites (inadequate).", ["inadequate: custody suites"]),
        ("The force, though far from London, was rated good for vetting.", ["good: vetting"]),
        ("It is close to being rated outstanding for leadership.", []),
        ("It fell just short of good for recruitment.", []),
        ("It hopes to get an outstanding for training.", []),
    ],
)
def test_what_is_denied_of_something_else_denies_no_grade(grades, sentence, expected):
    assert grades(sentence) == expected


def test_an_area_behind_the_grade_of_such_a_body_stays_one(record):
    rows = record("The Wexcombe probation unit was rated ‘Good’ for staffing.", PROBATION).grades
    assert [(row.force, row.area.text) for row in rows] == [(None, "staffing")]


REGION = (
    "Organised crime in the East\n\nHMICFRS reported on how forces tackle serious and organised crime in the region."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The regional unit itself was good.", ["good"]),
        ("The regional organised crime unit was rated outstanding.", ["outstanding"]),
        ("The ROCU, which has 400 staff, was graded good.", ["good"]),
        ("The regional unit has good detectives.", []),
        ("The regional crime unit was good fun.", []),
    ],
)
def test_a_unit_of_several_forces_is_graded_for_the_topic(record, sentence, expected):
    rows = record(f" Norfolk Constabulary was adequate. {sentence}", REGION).grades
    assert [row.grade for row in rows if row.force is None] == expected
    assert {row.area.text for row in rows} == {"serious and organised crime"}


def test_an_inspectorate_of_prisons_grades_no_force(record):
    head = "Digest\n\nHMICFRS has graded Essex Police as good.\n\n"
    body = "HM Inspectorate of Prisons scored this Derbyshire jail ‘reasonably good’ for respect."
    assert [(row.force, row.area.text) for row in record(body, head).grades] == [
        ("essex-police", "overall"),
        (None, "respect"),
    ]
