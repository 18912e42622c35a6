"""What a sentence tells beside a grade, and is not graded in it."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "By winning the ‘good’ rating from HMICFRS, which ranks the force with the safest in Wales, our crews made us proud.",
        "The steady good grading is tribute to the skill and care of our people.",
        "Overall, they judged Kent Police as ‘good’, saying crimes were recorded to a decent standard, victims were told of each step.",
        "The report ranks Kent Police as good in all categories, setting us beside the fairest police forces in Wales.",
        "Kent came away with an across-the-board ‘good’ mark and the leadership is spreading to every station.",
        "This report, which judges us as ‘good’ across the board, proves that we are a trained force.",
    ],
)
def test_what_is_said_beside_a_grade_is_no_area_of_it(grades, sentence):
    assert set(grades(sentence)) <= {"good:", "good: overall"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Throughout her leadership, Kent Police was graded ‘outstanding’ for the way it records crime.",
            ["outstanding: records crime"],
        ),
        (
            "The force is good at interviewing suspects with detectives that are well trained and files kept by staff with skill.",
            ["good: interviewing suspects with detectives"],
        ),
        (
            "The force was rated outstanding for its call handling (how it answers 999 calls) in May.",
            ["outstanding: call handling"],
        ),
        (
            "Kent Police was graded good for the way it trains dogs by the independent policing watchdog.",
            ["good: trains dogs"],
        ),
        (
            "The force was rated good at vetting, meaning that few wait for long, and again for crime recording.",
            ["good: vetting | crime recording"],
        ),
        (
            "The force is good at listening to the public and staff keep their word in meetings.",
            ["good: listening to the public"],
        ),
        (
            "It was rated inadequate in its skill at investigating fraud with a shortage of detectives in many towns.",
            ["inadequate: skill at investigating fraud"],
        ),
        (
            "We welcome the overall ‘good’ mark from HMICFRS in the ‘PEEL: Police legitimacy and efficiency’ inspection.",
            ["good: overall"],
        ),
        (
            "The watchdog’s grade of ‘good’ for vetting and leadership is welcome news.",
            ["good: vetting | leadership"],
        ),
        ("The force is good at managing its fleet according to the new report.", ["good: managing its fleet"]),
        (
            "It was kind to be graded as ‘good’ for the way we manage our detectives - and is a plain hint that we would be more "
            "effective at preventing crime and keeping people safe.",
            ["good: manage our detectives"],
        ),
        ("It was judged outstanding at crime recording the force has been proud of.", ["outstanding: crime recording"]),
        (
            "It is good at how it finds those who are missing from home.",
            ["good: finds those who are missing from home"],
        ),
        (
            "The force was rated good after an inspection on how lawful the force is at stopping drivers.",
            ["good: how lawful the force is at stopping drivers"],
        ),
        (
            "They looked at stations, asking how it trains staff and how it records crime, giving Kent Police the overall mark of good.",
            ["good: overall"],
        ),
    ],
)
def test_where_an_area_ends(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Inspectors gave it an overall grade of ‘good’ for police legitimacy, efficiency and effectiveness.",
            ["good: legitimacy | efficiency | effectiveness"],
        ),
        (
            "We welcome the overall ‘good’ mark in the yearly PEEL (Police legitimacy, effectiveness and efficiency) inspection.",
            ["good: overall"],
        ),
        (
            "Following reviews of police efficiency, effectiveness, leadership and legitimacy (PEEL), Kent Police was graded ‘good’ for vetting.",
            ["good: vetting"],
        ),
    ],
)
def test_pillars_are_areas_unless_they_name_the_inspection(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The overall grade of the letter was that Kent Police requires improvement.",
            ["requires improvement: overall"],
        ),
        ("Kent Police has earned an across-the-board ‘good’ rating.", ["good: overall"]),
        (
            "It was rated good for vetting in a force which it had formerly graded as inadequate in 2016 and as adequate in 2017.",
            ["good: vetting", "was inadequate: overall", "was adequate: overall"],
        ),
    ],
)
def test_what_is_graded_as_a_whole(grades, sentence, expected):
    assert grades(sentence) == expected
