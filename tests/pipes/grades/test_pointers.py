"""Grades that say again, point back or pass on: which force and area each is for, `is` now and `was` before."""

import pytest

OPENING = (
    "Police grades published\n\n14 February 2024\n\nHMICFRS published its reports on Kent Police, Essex Police and Surrey"
    " Police.\n\n"
)
ALL = "Kent Police was graded good for effectiveness, efficiency and legitimacy. "
GOOD = ["kent: effectiveness is good", "kent: efficiency is good", "kent: legitimacy is good"]
CRIME = "Kent Police was judged good at preventing crime"
IS_GOOD = "kent: preventing crime is good"


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        return [
            f"{(row.force or 'none').removesuffix('-police')}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(body, OPENING).grades
        ]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{CRIME}, as are Essex Police and Surrey Police.",
            ["essex: preventing crime is good", "surrey: preventing crime is good"],
        ),
        (f"{CRIME}, and so was Essex Police.", ["essex: preventing crime is good"]),
        (f"{CRIME}. So was Essex Police.", ["essex: preventing crime is good"]),
        (f"{CRIME}. The same was true of Essex Police, which lost its chief.", ["essex: preventing crime is good"]),
        (
            f"{CRIME}, and so is leadership, while vetting is inadequate.",
            ["kent: leadership is good", "kent: vetting is inadequate"],
        ),
    ],
)
def test_a_clause_says_a_grade_again(rows, body, expected):
    assert rows(body) == [IS_GOOD, *expected]


@pytest.mark.parametrize("end", ["as was expected", "as is the case in many forces"])
def test_no_idiom_says_a_grade_again(rows, end):
    assert rows(f"{CRIME}, {end}.") == [IS_GOOD]


def test_what_both_grades_were_is_said_again(rows):
    assert rows("Kent Police slipped from outstanding to good for legitimacy. So did Essex Police.") == [
        "kent: legitimacy was outstanding",
        "kent: legitimacy is good",
        "essex: legitimacy was outstanding",
        "essex: legitimacy is good",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Essex Police was good at the first two and required improvement at the third.",
            ["essex: effectiveness is good", "essex: efficiency is good", "essex: legitimacy is requires improvement"],
        ),
        (
            "Two years ago it had been good for effectiveness but required improvement for the other two.",
            [
                "kent: effectiveness was good",
                "kent: efficiency was requires improvement",
                "kent: legitimacy was requires improvement",
            ],
        ),
        (
            "Essex Police was good for legitimacy; the other two were adequate.",
            ["essex: legitimacy is good", "essex: effectiveness is adequate", "essex: efficiency is adequate"],
        ),
        (
            "Essex Police was inadequate in every category.",
            [
                "essex: effectiveness is inadequate",
                "essex: efficiency is inadequate",
                "essex: legitimacy is inadequate",
            ],
        ),
        (
            "Essex Police was inadequate across the board.",
            [
                "essex: effectiveness is inadequate",
                "essex: efficiency is inadequate",
                "essex: legitimacy is inadequate",
            ],
        ),
        ("Essex Police was inadequate in all but one.", []),
        ("Essex Police was graded good in the other ten.", []),
        ("The rest were good.", []),
        ("It was told that everything else was adequate.", []),
    ],
)
def test_words_point_back_to_areas(rows, body, expected):
    assert rows(ALL + body) == GOOD + expected


def test_all_three_are_those_that_the_next_sentences_name(rows):
    body = (
        "Kent Police is inadequate in all three areas. Its effectiveness is adequate now, its efficiency good and its"
        " legitimacy good."
    ).replace("is inadequate", "was inadequate last time")
    was = ["kent: effectiveness was inadequate", "kent: efficiency was inadequate", "kent: legitimacy was inadequate"]
    assert sorted(rows(body))[1::2] == was


@pytest.mark.parametrize("when", ["in 2019", "last time"])
def test_a_year_behind_both_is_no_number_of_areas(rows, when):
    body = f"Kent Police is good at vetting and leadership. It was adequate at both {when}."
    was = ["kent: vetting was adequate", "kent: leadership was adequate"]
    assert rows(body) == ["kent: vetting is good", "kent: leadership is good", *was]


def test_both_of_which_stands_for_the_list_before_it(rows):
    body = "Kent Police fared better in vetting and in how it treats the public, both of which were rated good."
    assert rows(body) == ["kent: vetting is good", "kent: treats the public is good"]


def test_all_and_both_stand_for_the_forces_before_them(rows):
    body = "Inspectors looked at how well forces record crime. Kent Police and Essex Police were both graded good."
    assert rows(body) == ["kent: record crime is good", "essex: record crime is good"]


@pytest.mark.parametrize(
    "body",
    [
        "That is the same grade as last time.",
        "It is the same as in 2021.",
        "Each of these was the same as in 2021.",
        "Kent Police\u2019s grades are exactly the same as two years ago.",
        "Preventing crime has not moved.",
        "None of these has changed.",
        "Its rating for preventing crime is unchanged.",
        "It was given the same grades in 2021.",
        "In 2021 the force received the same grades.",
    ],
)
def test_a_sentence_says_that_grades_are_what_they_were(rows, body):
    assert rows(f"{CRIME}. {body}") == [IS_GOOD, "kent: preventing crime was good"]


@pytest.mark.parametrize("body", ["The number of officers is unchanged.", "Its budget is the same as last year."])
def test_what_is_no_grade_says_nothing_of_grades(rows, body):
    assert rows(f"{CRIME}. {body}") == [IS_GOOD]


def test_a_grade_goes_to_the_force_behind_it(rows):
    body = "The grade for leadership has gone from inadequate to good at Kent Police and from good to adequate at Essex Police."
    assert rows(body) == [
        "kent: leadership was inadequate",
        "kent: leadership is good",
        "essex: leadership was good",
        "essex: leadership is adequate",
    ]


def test_a_grade_that_is_left_is_of_the_force_of_its_clause(rows):
    body = f"{CRIME}. Essex Police has dropped from adequate to inadequate at managing offenders."
    assert rows(body) == [
        IS_GOOD,
        "essex: managing offenders was adequate",
        "essex: managing offenders is inadequate",
    ]


def test_no_grade_takes_the_area_of_an_aside(rows):
    body = (
        "HMICFRS has looked at leadership. Kent Police was graded good, while Essex Police \u2013 told last month that it was good"
        " at managing offenders \u2013 was graded adequate."
    )
    assert {"kent: leadership is good", "kent: managing offenders is good"} & set(rows(body)) == {
        "kent: leadership is good"
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "At Kent Police, leadership, vetting and crime recording were graded good, adequate and inadequate respectively.",
            ["kent: leadership is good", "kent: vetting is adequate", "kent: crime recording is inadequate"],
        ),
        ("Kent Police was handed the lowest grade, inadequate, for its vetting.", ["kent: vetting is inadequate"]),
        ("Kent Police, for all its efforts, was judged inadequate at vetting.", ["kent: vetting is inadequate"]),
        (
            "At Kent Police, responding to the public and investigating crime both slipped from good to adequate.",
            [
                f"kent: {area} {grade}"
                for grade in ("was good", "is adequate")
                for area in ("responding to the public", "investigating crime")
            ],
        ),
        (
            "Kent Police was adequate at leadership last time and is good now.",
            ["kent: leadership was adequate", "kent: leadership is good"],
        ),
        ("Kent Police\u2019s handling of 999 calls was rated outstanding.", ["kent: handling of 999 calls is outstanding"]),
        ("You graded Kent Police good at leadership and you say that it is adequate at vetting.", ["kent: leadership is good", "kent: vetting is adequate"]),
        ("The regional organised crime unit is good at tackling organised crime.", ["none: tackling organised crime is good"]),
        (
            "Kent Police was judged good, good and adequate for effectiveness, efficiency and legitimacy, in that order.",
            ["kent: effectiveness is good", "kent: efficiency is good", "kent: legitimacy is adequate"],
        ),
    ],
)  # fmt: skip
def test_each_grade_finds_its_area(rows, body, expected):
    assert rows(body) == expected
