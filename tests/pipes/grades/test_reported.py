"""Grades in constructions of the local press, of trade papers and of the inspectorates' own pages."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Under both areas of efficiency the force was rated outstanding along with its custody suites.",
            ["outstanding: efficiency", "outstanding: custody suites"],
        ),
        (
            "The force was rated good at preventing crime, managing offenders along with its work with victims.",
            ["good: preventing crime | managing offenders | work with victims"],
        ),
    ],
)
def test_a_list_goes_on_with_along_with(grades, sentence, expected):
    assert " ".join(grades(sentence)).replace(" outstanding: ", " | ") == " | ".join(
        [expected[0], *(item.partition(": ")[2] for item in expected[1:])]
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The brigade is ‘good’ or ‘adequate’ in all areas, except vetting, where it ‘requires improvement’.",
        "The force was rated good or adequate in every area apart from vetting, which requires improvement.",
        "It is good in all areas bar vetting, which requires improvement.",
    ],
)
def test_what_is_left_out_of_two_grades_that_are_left_open_has_its_own(grades, sentence):
    assert "requires improvement: vetting" in grades(sentence)
    assert not any("vetting" in one for one in grades(sentence) if not one.startswith("requires"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The force required improvement in six areas, including how it protected children and managed offenders.",
            ["requires improvement: protected children | managed offenders"],
        ),
        (
            "It was good at how it protected children, investigated crime and treated its workforce.",
            ["good: protected children | investigated crime | treated its workforce"],
        ),
        (
            "It was good at effectively and efficiently keeping crowds safe and secure from crush, as well as answering calls.",
            ["good: effectively and efficiently keeping crowds safe and secure from crush | answering calls"],
        ),
        (
            "It was adequate for answering calls, getting the right people in the right jobs and managing performance.",
            ["adequate: answering calls | getting the right people in the right jobs | managing performance"],
        ),
    ],
)
def test_what_a_body_did_is_a_list_of_areas(grades, sentence, expected):
    assert grades(sentence) == expected


def test_a_clause_with_where_grades_what_stands_before_it(grades):
    sentence = "It has got better since its last inspection, above all in how it records crime, where its performance was good."
    assert grades(sentence) == ["good: records crime"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was good (a single level below an ‘outstanding’ grading) at recording crime.", ["good: recording crime"]),
        ("It was good at recording crime, and it holds more outstanding grades than any other force.", None),
        ("We answer calls quickly, and we have graded it as good at recording crime.", ["good: recording crime"]),
        (
            "After the force’s ‘good’ grade for recording crime we believe that it is the best police force in the land.",
            ["good: recording crime"],
        ),
        ("The findings mean the force is now rated good at recording crime.", ["good: recording crime"]),
    ],
)
def test_what_only_says_how_high_a_grade_is_or_what_else_a_body_does_is_none(grades, sentence, expected):
    assert grades(sentence) == (expected or ["good: recording crime"])


def test_a_grade_of_this_year_stands_beside_one_of_the_last(grades):
    sentence = (
        "It was rated inadequate for vetting last year and was told it requires improvement in custody this year."
    )
    assert grades(sentence) == ["was inadequate: vetting", "requires improvement: custody"]


def test_both_were_graded_this_time_last_year(grades):
    assert grades("It was rated good for vetting this time last year.") == ["was good: vetting"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was given an overall rating of ‘good’, but was warned it must improve its work with victims.",
            ["good: overall"],
        ),
        (
            "It was rated ‘good’ for vetting and ‘inadequate’ for people, the three main areas inspected, the chief said.",
            ["good: vetting", "inadequate: people"],
        ),
        ("The force was told it is good at answering calls by His Majesty's Inspectorate.", ["good: answering calls"]),
        ("It was graded good in the efficiency strand.", ["good: efficiency"]),
        ("In the watchdog’s report, Fit for Service: Meeting the Need, it was judged to be good.", ["good:"]),
        (
            "In the HMIC’s Valuing the Police: Meeting the Need, Kent Police was judged to be requiring improvement.",
            ["requires improvement:"],
        ),
    ],
)
def test_what_stands_beside_an_area_is_no_part_of_it_and_no_area(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was good in two of the three main inspection areas – custody and vetting – while leadership was rated as adequate.",
            ["good: custody | vetting", "adequate: leadership"],
        ),
        (
            "Inspectors found that the force’s ability to protect children was inadequate and how it records crime is good.",
            ["inadequate: ability to protect children", "good: records crime"],
        ),
        (
            "Inspectors said the way it dealt with complaints was ‘good’ and its treatment of staff ‘requires improvement’.",
            ["good: dealt with complaints", "requires improvement: treatment of staff"],
        ),
    ],
)
def test_each_clause_has_its_grade(grades, sentence, expected):
    assert grades(sentence) == expected


def test_a_grade_takes_nothing_from_the_clause_behind_it(grades):
    found = grades("Inspectors found that the work done for victims was adequate but investigations needed to improve.")
    assert "adequate: investigations" not in found
    assert "was adequate: investigations" not in found
    assert "requires improvement: investigations" in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was rated inadequate in the recording of reports of crime.",
            ["inadequate: recording of reports of crime"],
        ),
        (
            "The inadequate areas at the force included answering calls, vetting and managing offenders.",
            ["inadequate: answering calls | vetting | managing offenders"],
        ),
        ("Government inspectors have rated the force as good for vetting.", ["good: vetting"]),
        ("It was good at how it answers calls plus how it treats staff.", ["good: answers calls | treats staff"]),
        ("It was judged good in the annual “legitimacy” assessments.", ["good: legitimacy"]),
        ("Under leadership and capability, HMICFRS gave a good grading.", ["good: leadership and capability"]),
        ("It was rated good against six of its 11 inspection criteria.", []),
        ("It requires improvement in some of the ways it works.", []),
        ("One police force was told it ‘requires improvement’.", ["requires improvement:"]),
    ],
)
def test_an_area_is_what_it_is_called(grades, sentence, expected):
    assert grades(sentence) == expected
