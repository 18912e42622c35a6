"""Grades in further plain statements: ranks, brackets, asides, what somebody did with them; `was` as in the press."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "There was an outstanding for tackling crime and a good apiece for preventing crime and recording data about crime.",
            ["outstanding: tackling crime", "good: preventing crime | recording data about crime"],
        ),
        (
            "Only one of the nine areas inspected, managing offenders, was classed as requiring improvement.",
            ["requires improvement: managing offenders"],
        ),
        ("One of the areas, vetting, was graded good.", ["good: vetting"]),
        ("It came as no surprise that vetting, long a sore point, was rated inadequate.", ["inadequate: vetting"]),
        (
            "A grade of adequate was awarded in the leadership and force management category.",
            ["adequate: leadership and force management"],
        ),
        (
            "The force has gone from adequate to outstanding for preventing crime in the space of two years.",
            ["was adequate: preventing crime", "outstanding: preventing crime"],
        ),
        ("At the other end of the scale, custody was graded inadequate.", ["inadequate: custody"]),
        ("It was outstanding at finding missing children.", ["outstanding: finding missing children"]),
        ("It was good at using its money well.", ["good: using its money well"]),
        ("It was good at planning for the years ahead.", ["good: planning for the years ahead"]),
        (
            "It struggled with managing offenders, for which it was rated inadequate.",
            ["inadequate: managing offenders"],
        ),
        ("There was better news for vetting: good, the report says.", ["good: vetting"]),
        ("The panel welcomed the good grade for vetting and asked for an update.", ["good: vetting"]),
        ("HMICFRS gives its vetting a grade of good, noting clear plans.", ["good: vetting"]),
    ],
)
def test_what_stands_around_an_area_is_no_part_of_it(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Its work on domestic abuse drew the only outstanding of the inspection.", ["outstanding: domestic abuse"]),
        (
            "It picked up an outstanding of its own, for tackling organised crime.",
            ["outstanding: tackling organised crime"],
        ),
        ("Inspectors put preventing crime in the good bracket.", ["good: preventing crime"]),
        ("The two share a control room and were graded good for vetting.", ["good: vetting"]),
        ("The force is good in every area but one, vetting.", []),
        (
            "It is good in every area but one, vetting. There it requires improvement.",
            ["requires improvement: vetting"],
        ),
        (
            "It got two outstanding grades, one for vetting and the other for custody.",
            ["outstanding: vetting | custody"],
        ),
        (
            "Of the nine areas that were graded, two came out as good. They are vetting and custody.",
            ["good: vetting | custody"],
        ),
        (
            "Custody went from adequate to good, and so did vetting.",
            ["was adequate: Custody | vetting", "good: Custody | vetting"],
        ),
        (
            "It was outstanding at preventing crime and good in its leadership; for how it looks after victims and how it "
            "manages suspects it had to make do with adequate.",
            ["outstanding: preventing crime", "good: leadership", "adequate: looks after victims | manages suspects"],
        ),
        ("Good: managing offenders | keeping people safe", ["good: managing offenders", "good: keeping people safe"]),
        (
            "A grade of adequate for vetting replaces the inadequate of three years ago.",
            ["adequate: vetting", "was inadequate: vetting"],
        ),
        ("Only on the third of the headline tests, leadership, did it manage a good.", ["good: leadership"]),
        ("Members asked about the adequate grade for vetting.", ["adequate: vetting"]),
        (
            "Across the six graded areas it received a good for leadership and an inadequate for custody.",
            ["good: leadership", "inadequate: custody"],
        ),
        (
            "Its work with victims is not good enough, with inspectors grading it inadequate.",
            ["inadequate: work with victims"],
        ),
        (
            "HMICFRS, which began to look at forces two years ago, said the force required improvement for vetting.",
            ["requires improvement: vetting"],
        ),
        (
            "Its last report, in 2023, graded the force as good at preventing crime, but said that its vetting required improvement.",
            ["was good: preventing crime", "was requires improvement: vetting"],
        ),
    ],
)
def test_a_grade_stays_one_whatever_stands_beside_it(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "There are five grades, running from outstanding to inadequate.",
        "Services are graded as outstanding, good, adequate, requires improvement or inadequate.",
        "The force is not good enough at vetting.",
        "The chief said nothing but outstanding would do for custody.",
        "The commissioner wants the force to be outstanding at preventing crime by 2027.",
        "Supervision was good in some teams but poor in others.",
    ],
)
def test_the_scale_and_what_is_no_verdict_grade_nothing(grades, sentence):
    assert grades(sentence) == []


def test_a_sentence_before_a_grade_lends_the_areas_of_its_list_alone(grades):
    found = grades(
        "In custody, detainees waited hours for a nurse and cells were dirty. Inspectors graded it inadequate."
    )
    assert found == ["inadequate: custody"]
