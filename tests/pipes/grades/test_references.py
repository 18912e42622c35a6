"""Words that point into a list of areas named before: `is` for this inspection, `was` for an earlier one."""

import pytest

PILLARS = "It is inspected on its effectiveness, its efficiency and its legitimacy. "
GRADED = "Kent Police was good for effectiveness, adequate for efficiency and inadequate for legitimacy. "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Kent Police was good at the first two. On the third it requires improvement.",
            ["effectiveness is good", "efficiency is good", "legitimacy is requires improvement"],
        ),
        (
            "Kent Police was good at the first and the third of these.",
            ["effectiveness is good", "legitimacy is good"],
        ),
        (
            "Kent Police was outstanding for efficiency and the other two were good.",
            ["efficiency is outstanding", "effectiveness is good", "legitimacy is good"],
        ),
        (
            "Kent Police was inadequate at the last of these, though it manages good for each of the others.",
            ["legitimacy is inadequate", "effectiveness is good", "efficiency is good"],
        ),
        (
            "Kent Police has been graded, in the same order, good, adequate and outstanding.",
            ["effectiveness is good", "efficiency is adequate", "legitimacy is outstanding"],
        ),
        (
            "Verdict: good, good and inadequate.",
            ["effectiveness is good", "efficiency is good", "legitimacy is inadequate"],
        ),
    ],
)
def test_a_place_in_a_list_stands_for_its_area(dated, body, expected):
    assert dated(PILLARS + body) == expected


def test_a_list_that_a_number_announces_needs_no_known_area(dated):
    body = "There are three domains: music, work with dogs, and bees. The second was rated good."
    assert dated(f"Kent Police was inspected. {body}") == ["work with dogs is good"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In 2019 it was good at the first two.", ["effectiveness was good", "efficiency was good"]),
        ("In 2019 the last of these was good.", ["legitimacy was good"]),
    ],
)
def test_the_grades_of_a_sentence_make_a_list(dated, body, expected):
    assert dated(GRADED + body)[3:] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Vetting and custody have not changed: the former is still good and the latter still inadequate.",
            {"Vetting is good", "custody is inadequate"},
        ),
        (
            "HMICFRS looked at preventing crime and managing offenders. Kent Police is good at the one and adequate at the other.",
            {"preventing crime is good", "managing offenders is adequate"},
        ),
    ],
)
def test_one_of_two_is_told_by_its_place(dated, body, expected):
    assert expected <= set(dated(f"Kent Police was inspected. {body}"))


@pytest.mark.parametrize(
    "body",
    [
        "In 2021 Kent Police was adequate at supporting victims. It now says that the force is good at this.",
        "In 2021 Kent Police was adequate at supporting victims. It is now good on that measure.",
        "In 2021 Kent Police was adequate at supporting victims. It is now good for the same thing.",
    ],
)
def test_this_stands_for_the_area_named_last(dated, body):
    assert dated(body) == ["supporting victims was adequate", "supporting victims is good"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("For the first time Kent Police was graded good for custody.", ["custody is good"]),
        ("Kent Police is the first to be graded good.", []),
        ("It is only the second in 31 reports to be good.", []),
        ("Kent Police and Essex Police were inspected. The latter was found good.", []),
        ("Ten of the fourteen were good at the first.", []),
        ("Ten of the fourteen forces were good at the first.", []),
    ],
)
def test_other_ordinals_point_into_no_list(dated, body, expected):
    assert dated(PILLARS + body) == expected


def test_what_bodies_are_judged_on_is_a_list(dated):
    body = "HMICFRS judged each force on its grasp of demand, its use of desks and its long-term plans."
    assert dated(f"{body} Kent Police was good on every count.") == [
        "grasp of demand is good",
        "use of desks is good",
        "long-term plans is good",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In 2018 it required improvement in its efficiency, its culture and its training, but it is now good in two out "
            "of those three areas, with training still inadequate.",
            [
                "efficiency was requires improvement",
                "culture was requires improvement",
                "training was requires improvement",
                "efficiency is good",
                "culture is good",
                "training is inadequate",
            ],
        ),
        (
            "The force is good at leadership and vetting since its last inspection in 2018, when it was inadequate in the "
            "same areas.",
            ["leadership is good", "vetting is good", "leadership was inadequate", "vetting was inadequate"],
        ),
    ],
)
def test_so_many_of_those_and_the_same_areas(dated, body, expected):
    assert dated(body) == expected


def test_all_three_are_those_of_the_list_that_was_looked_at(grades):
    body = (
        "The inspection looked at police legitimacy, efficiency and effectiveness (PEEL).\n\n"
        "“We are glad of the inspectorate’s verdict of ‘good’ across all three categories in the report.”"
    )
    assert grades(body) == ["good: legitimacy | efficiency | effectiveness"]


def test_all_three_are_what_the_questions_of_a_list_ask(grades):
    body = (
        "The inspectors asked:\n\n * How well does the force treat its detainees with respect?\n"
        " * To what extent does the force train its workforce?\n * How well does the force record crime?\n\n"
        "Our crews have worked hard to achieve a ‘good’ in all three areas inspected."
    )
    assert grades(body) == ["good: treat its detainees with respect | train its workforce | record crime"]


def test_the_third_and_final_report_is_no_area(grades):
    body = (
        "The visits were on efficiency, leadership and legitimacy.\n\n"
        "The third and final report, out in May, said that its approach to preventing crime is ‘good’."
    )
    assert grades(body) == ["good: approach to preventing crime"]
