"""Grades with a count of their areas: the areas announced behind a count are of its grade, and a count alone names none."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May 2024 and published its report today.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        return [
            f"{row.area.text if row.area else 'all'} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(OPENING + body).grades
        ]

    return run


INVESTIGATING = "investigating crime is"
MANAGING = "managing offenders is"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Two grades at Kent Police were good. The two adequate grades were for investigating crime and managing offenders.",
            [f"{INVESTIGATING} adequate", f"{MANAGING} adequate"],
        ),
        (
            "Kent Police was good in two of the areas inspected by HMICFRS: investigating crime and managing offenders.",
            [f"{INVESTIGATING} good", f"{MANAGING} good"],
        ),
        (
            "HMICFRS graded Kent Police\u2019s performance as good in one area, adequate in four areas and requires improvement"
            " in two: investigating crime and managing offenders.",
            [f"{INVESTIGATING} requires improvement", f"{MANAGING} requires improvement"],
        ),
        (
            "HMICFRS graded the force\u2019s performance as good in one area , adequate in four areas and requires"
            " improvement in two : investigating crime and managing offenders.",
            [f"{INVESTIGATING} requires improvement", f"{MANAGING} requires improvement"],
        ),
        (
            "Kent Police was rated \u2018good\u2019 in one area (investigating crime), \u2018adequate\u2019 in four and"
            " \u2018inadequate\u2019 in another, managing offenders.",
            [f"{INVESTIGATING} good", f"{MANAGING} inadequate"],
        ),
        (
            "The force was rated good in one area and requires improvement in two \u2013 investigating crime and managing"
            " offenders.",
            [f"{INVESTIGATING} requires improvement", f"{MANAGING} requires improvement"],
        ),
        (
            "Of eight areas, the force was good in two, adequate in four and inadequate in two: investigating crime and"
            " managing offenders.",
            [f"{INVESTIGATING} inadequate", f"{MANAGING} inadequate"],
        ),
        (
            "Inspectors said the force was outstanding at one thing, investigating crime, and inadequate in one:"
            " managing offenders.",
            [f"{INVESTIGATING} outstanding", f"{MANAGING} inadequate"],
        ),
        (
            "It was adequate in six areas, good in two (investigating crime and managing offenders) and outstanding in none.",
            [f"{INVESTIGATING} good", f"{MANAGING} good"],
        ),
        (
            "It was graded good in two areas, investigating crime and managing offenders, and adequate in the other six.",
            [f"{INVESTIGATING} good", f"{MANAGING} good"],
        ),
        (
            "The force is adequate at investigating crime but inadequate in one of the eight areas: managing offenders.",
            [f"{INVESTIGATING} adequate", f"{MANAGING} inadequate"],
        ),
        (
            "In its leadership it was good, and it was inadequate in two areas, namely investigating crime and managing"
            " offenders.",
            ["leadership is good", f"{INVESTIGATING} inadequate", f"{MANAGING} inadequate"],
        ),
        (
            "Two further areas of the force\u2019s work, risk assessment and its dealings with councils, require improvement.",
            ["risk assessment is requires improvement", "dealings with councils is requires improvement"],
        ),
        (
            "It found the force was \u2018good\u2019 in one area (working with partners, \u2018adequate\u2019 in its leadership,"
            " and \u2018requires improvement\u2019 in two areas \u2013 investigating crime, and managing offenders.",
            [
                "working with partners is good",
                "leadership is adequate",
                f"{INVESTIGATING} requires improvement",
                f"{MANAGING} requires improvement",
            ],
        ),
        ("The force\u2019s performance was rated good in three areas and adequate in five.", []),
        ("Inspectors judged its work to be good in four of eight areas and adequate in the rest.", []),
        (
            "The force was given three good grades, four adequates and one inadequate, for managing offenders.",
            [f"{MANAGING} inadequate"],
        ),
        (
            "It was rated inadequate for three of them: staffing, assessment and leadership.",
            ["staffing is inadequate", "assessment is inadequate", "leadership is inadequate"],
        ),
        (
            "It was inadequate in one area: how it manages offenders. The force was good in four others.",
            ["manages offenders is inadequate"],
        ),
        (
            "Two areas were judged inadequate \u2013 investigating crime and managing offenders \u2013 while four were good.",
            [f"{INVESTIGATING} inadequate", f"{MANAGING} inadequate"],
        ),
        (
            "There were \u2018good\u2019 ratings in three areas: investigating crime, managing offenders and leadership.",
            [f"{INVESTIGATING} good", f"{MANAGING} good", "leadership is good"],
        ),
        (
            "It was good in two areas, adequate in five, and requires improvement in one, which is managing offenders.",
            [f"{MANAGING} requires improvement"],
        ),
        (
            "Inspectors rated it outstanding in one category \u2013 investigating crime \u2013 good in six and inadequate in"
            " one, managing offenders.",
            [f"{INVESTIGATING} outstanding", f"{MANAGING} inadequate"],
        ),
    ],
)
def test_areas_behind_a_count_belong_to_its_grade(rows, body, expected):
    assert rows(body) == expected


def test_who_graded_is_no_area(rows):
    body = (
        "The force had been judged ‘requires improvement’ in four areas and ‘adequate’ in three by His Majesty’s Inspectorate"
        " of Constabulary and Fire and Rescue Services (HMICFRS)."
    )
    assert rows(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Managing offenders was another area rated as inadequate.", ["Managing offenders is inadequate"]),
        ("Leadership was also one area judged good.", ["Leadership is good"]),
        ("Leadership and vetting were the two areas marked good.", ["Leadership is good", "vetting is good"]),
        (
            "The worst were two areas rated inadequate: leadership and vetting.",
            ["leadership is inadequate", "vetting is inadequate"],
        ),
        ("There was one area rated good: leadership.", ["leadership is good"]),
        ("Parking was another area of concern; spaces were inadequate.", []),
    ],
)
def test_a_count_that_is_said_of_areas_is_theirs(rows, body, expected):
    assert rows(body) == expected
