"""Grades whose sentences name no area: they are for what the sentence above or the heading is about."""

import pytest


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        found = record("Kent Police inspected\n\n" + body).grades
        return [f"{row.area.text if row.area else 'all'} is {row.grade}" for row in found]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS has looked at the Welsh forces\u2019 work against serious and organised crime. It graded Gwent Police as"
            " adequate.",
            ["work against serious and organised crime is adequate"],
        ),
        (
            "HMICFRS published its report today on Kent Police\u2019s child protection. The force was rated inadequate.",
            ["child protection is inadequate"],
        ),
        (
            "HMICFRS inspected Kent Police in May and published its report on tackling serious and organised crime today."
            " Kent Police was graded good.",
            ["tackling serious and organised crime is good"],
        ),
        (
            "HMICFRS inspected Kent Police and praised the force\u2019s leadership. On that, Kent Police was graded good.",
            ["leadership is good"],
        ),
        (
            "HMICFRS has been to Kent Police again.\n\nManaging offenders\n\nKent Police was judged to be inadequate, and its"
            " chief constable said that she was sorry.",
            ["Managing offenders is inadequate"],
        ),
    ],
)
def test_a_grade_is_for_what_the_passage_is_about(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "HMIC\u2019s reports on efficiency came out this morning.\n\nKent Police is good.",
        "Efficiency is one of the things on which HMIC grades forces.\n\nKent Police is good.",
        "HMIC has looked at how forces respond to austerity.\n\nKent Police is good.",
    ],
)
def test_the_opening_says_what_forces_are_graded_for(record, body):
    (row,) = record("Forces in the south\n\n3 November 2016\n\n" + body).grades
    assert row.area.text.lower() in ("efficiency", "respond to austerity")
    assert (row.force, row.grade) == ("kent-police", "good")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS graded Kent Police good for preventing crime but said that it requires improvement for managing"
            " offenders.",
            ["preventing crime is good", "managing offenders is requires improvement"],
        ),
        (
            "HMICFRS has reported on Kent Police. I was disappointed, though not astonished, that managing offenders has gone"
            " from good to inadequate.",
            ["managing offenders is good", "managing offenders is inadequate"],
        ),
        (
            "HMICFRS has inspected Kent Police. Overall it is now good. In 2017 it was graded inadequate.",
            ["overall is good", "overall is inadequate"],
        ),
        ("A union of Kent Police graded the force good for pay but said that it requires improvement for leave.", []),
    ],
)
def test_what_is_said_in_passing_takes_no_grade_away(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The other end of the table is financial planning. It is inadequate.", ["financial planning inadequate"]),
        ("Its custody suites are clean and well run. Inspectors rated them good.", ["custody suites good"]),
        ("2. Custody. Detainees wait too long. The force requires improvement.", ["Custody requires improvement"]),
        ("Custody: Detainees wait too long. The force requires improvement.", ["Custody requires improvement"]),
        ("It is one of only two forces rated outstanding for custody.", ["custody outstanding"]),
        ("The chief constable is new to the county. She was judged a good choice.", []),
    ],
)
def test_an_area_leads_up_to_its_grade(record, body, expected):
    opening = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
    assert [f"{row.area.text} {row.grade}" for row in record(opening + body).grades] == expected
