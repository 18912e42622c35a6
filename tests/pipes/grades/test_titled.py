"""Areas that the name of an inspection, a clause on the grade or a clause beside it tells; words that grade nothing."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We welcome the overall ‘good’ mark given by HMICFRS in the ‘PEEL: Police legitimacy’ inspection.",
            ["good: Police legitimacy"],
        ),
        (
            "Kent is among the few forces that were rated as ‘Good’ in the HMICFRS vulnerability report last year.",
            ["was good: vulnerability"],
        ),
        (
            "The overall mark of ‘good’ relates to supporting victims and witnesses.",
            ["good: supporting victims and witnesses"],
        ),
        (
            "The letter tells of the plans to mend the force’s approach to protecting children, which inspectors judged to ‘require improvement’.",
            ["requires improvement: approach to protecting children"],
        ),
        (
            "The report said that the way Kent Police uses its resources to meet demand is ‘good’.",
            ["good: uses its resources to meet demand"],
        ),
        (
            "The second report, sent in May, focused on the Force’s approach to protecting children with an overall mark of ‘good’.",
            ["good: approach to protecting children"],
        ),
        (
            "Kent Police has shown progress in its crime recording, although still requires improvement.",
            ["requires improvement: crime recording"],
        ),
        ("HMICFRS inspection into crime recording rates Kent Police as “good”.", ["good: crime recording"]),
        (
            "Then comes our detective capability, which the inspectorate fairly described as being inadequate.",
            ["inadequate: detective capability"],
        ),
    ],
)
def test_what_tells_the_area(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found the force is making good its pledge to support vulnerable witnesses.",
        "Inspectors heard that the crews mean to go from ‘good to great’ in preventing crime.",
    ],
)
def test_what_grades_nothing(grades, sentence):
    assert grades(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent Police has earned a ‘good’ for efficiency following a visit in May.",
        "Kent Police has received a ‘good’ ranking for efficiency.",
    ],
)
def test_a_noun_or_a_participle_behind_a_grade_leaves_it_one(grades, sentence):
    assert grades(sentence) == ["good: efficiency"]


@pytest.mark.parametrize(
    "sentence",
    [
        "This builds on the earlier ‘good’ marks that our vetting and custody teams earned.",
        "The report on vetting sets out where the force is good and where it has to grow.",
        "Crews need the vans and the radios in order to maintain and improve their ‘good’ rating for vetting.",
        "We are determined to keep our ‘outstanding’ rating for vetting.",
    ],
)
def test_a_grade_that_is_only_spoken_of_is_none(grades, sentence):
    assert grades(sentence) == []


def test_a_grade_that_was_kept_is_one(grades):
    assert grades("The force has managed to keep its ‘good’ grade for vetting.") == ["good: vetting"]


def test_the_mark_that_closes_what_an_area_quotes_is_its_own(grades):
    assert grades("Kent Police was rated ‘good’ at delivering ‘what people want from police’ in May.") == [
        "good: delivering 'what people want from police'"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The letter speaks of the plans to mend the force’s approach to protecting children, which inspectors judged to be inadequate.",
            ["inadequate: approach to protecting children"],
        ),
        (
            "It was rated good for vetting in a force which it had graded as inadequate in 2016, though it disputed the inadequate grade when it was sent.",
            ["good: vetting", "was inadequate: overall", "was inadequate: overall"],
        ),
    ],
)
def test_what_a_clause_with_which_grades(grades, sentence, expected):
    assert grades(sentence) == expected


def test_how_well_it_is_doing_something_is_one_of_a_list(grades):
    body = (
        "Inspectors examined how well the force trains its staff, how well it records crime and how well it is planning for the future. "
        "They found it to be good in all three categories."
    )
    assert grades(body) == ["good: trains its staff | records crime | planning for the future"]


def test_a_time_before_the_next_statement_is_of_that_one(dated):
    body = "The force is good at training its staff, and for the second year running it is good at recording crime."
    assert dated(body) == ["training its staff is good", "recording crime is good", "recording crime was good"]


def test_a_grade_in_bold_opens_a_line(grades):
    assert grades("**Adequate** at answering calls and vetting\n\n") == ["adequate: answering calls | vetting"]


def test_what_was_given_recently_is_of_this_inspection(dated):
    body = "While we have recently been rated GOOD across the board and OUTSTANDING at crime recording, we plan more."
    assert dated(body) == ["overall is good", "crime recording is outstanding"]


def test_an_inspector_whose_name_has_an_accent_is_an_inspector(grades):
    body = "HM Inspector of Constabulary Renée Lambert said: “I find Kent Police is ‘good’ at recording crime.”"
    assert grades(body) == ["good: recording crime"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Our care of detainees and use of custody records is still graded as requires improvement.",
            ["requires improvement: care of detainees and use of custody records"],
        ),
        ("Its effectiveness and efficiency is good.", ["good: effectiveness | efficiency"]),
        (
            "Kent Police was graded as requiring improvement for vetting in its own last report.",
            ["was requires improvement: vetting"],
        ),
        (
            "Kent Police was graded good for vetting following an inspection of its custody records.",
            ["good: vetting"],
        ),
        (
            "It judged us to be outstanding in managing money and good in having a plan for custody.",
            ["outstanding: managing money", "good: having a plan for custody"],
        ),
    ],
)
def test_the_number_of_a_verb_and_auxiliaries(grades, sentence, expected):
    assert grades(sentence) == expected
