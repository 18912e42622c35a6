"""Grades in the plain statements of the press; `was` stands before the grade of an earlier inspection."""

import pytest


@pytest.mark.parametrize(
    "tail",
    [
        ", according to a report",
        ", highlighting its work with schools",
        ", making it the best in the country",
        " in a stinging report that says more must be done",
        " in a report published today",
        " after an inspection",
        ", with staff praised for their work",
        " by inspectors",
    ],
)
def test_what_is_told_of_the_grade_is_no_part_of_the_area(grades, tail):
    assert grades(f"Kent Police was graded good at preventing crime{tail}.") == ["good: preventing crime"]


def test_a_visit_whose_report_is_new_is_no_earlier_inspection(grades):
    assert grades("The force was rated good at preventing crime following a visit last autumn.") == [
        "good: preventing crime"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The two areas requiring improvement are how it answers calls and how it investigates crime.",
            ["requires improvement: answers calls | investigates crime"],
        ),
        (
            "Areas marked as ‘good’ include its custody suites and crime data accuracy.",
            ["good: custody suites | crime data accuracy"],
        ),
        (
            "It was judged adequate in four areas: how it treats victims; how it answers calls; how it uses its resources "
            "and how it deals with complaints.",
            ["adequate: treats victims | answers calls | uses its resources | deals with complaints"],
        ),
        (
            "The force was rated adequate at preventing crime as well as responding to the public.",
            ["adequate: preventing crime | responding to the public"],
        ),
        (
            "The force requires improvement in financial planning and crime data accuracy.",
            ["requires improvement: financial planning | crime data accuracy"],
        ),
        (
            "It was good at investigating crime and keeping people safe.",
            ["good: investigating crime | keeping people safe"],
        ),
        ("It was rated good with regard to answering calls.", ["good: answering calls"]),
        ("The force is good at recording reported crime.", ["good: recording reported crime"]),
        (
            "The force was rated adequate overall, and good at managing offenders, and preventing crime.",
            ["adequate: overall", "good: managing offenders | preventing crime"],
        ),
        (
            "How it manages offenders was rated adequate compared with outstanding in 2021.",
            ["adequate: manages offenders", "was outstanding: manages offenders"],
        ),
    ],
)
def test_plain_statements_of_the_press(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "After the first call, the force’s investigations are adequate.",
            ["adequate: investigations"],
        ),
        (
            "It is good at breaking up organised crime groups and staff trained in surveillance are skilled at it.",
            ["good: breaking up organised crime groups"],
        ),
        (
            "It was rated adequate for each of three areas – effectiveness, efficiency and people, but work began at once.",
            ["adequate: effectiveness | efficiency | people"],
        ),
        (
            "The force was good at managing offenders, praising the way it had dealt with the floods last year.",
            ["good: managing offenders"],
        ),
        ("Kent Police was rated good by government inspectors.", ["good:"]),
        ("Twelve services received good or inadequate grades in the round.", []),
        ("‘Adequate’ areas included managing offenders and vetting.", ["adequate: managing offenders | vetting"]),
        (
            "The three areas rated good are how the force answers calls, how it manages and trains staff, and crime recording.",
            ["good: answers calls | manages and trains staff | crime recording"],
        ),
        (
            "Four of the other areas were deemed adequate, with just one graded good – preventing crime.",
            ["good: preventing crime"],
        ),
    ],
)
def test_what_stands_beside_an_area_is_none_of_it(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Assessment, planning and reviewing were each inadequate.", ["inadequate: assessment | planning | reviewing"]),
        (
            "HM Inspectorate of Probation has rated the Leeds probation delivery unit (PDU) as ‘Good’.",
            ["good: overall"],
        ),
        (
            "Its prevention was good and its vetting adequate. The prevention mark is unchanged.",
            ["good: prevention", "adequate: vetting", "held: prevention"],
        ),
    ],
)
def test_marks_of_units_and_marks_that_stand(grades, sentence, expected):
    assert [row.lower() for row in grades(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Tom Ellis said that the force had been graded good at vetting.",
        "The chief was pleased that the force had been rated good at vetting.",
    ],
)
def test_speech_told_in_the_past_is_of_this_inspection(grades, sentence):
    assert grades(sentence) == ["good: vetting"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A spokesman for the union said the force had kept its good rating for vetting.",
            ["good: vetting"],
        ),
        (
            "A spokesman for the union said it had improved from requires improvement to adequate at vetting.",
            ["was requires improvement: vetting", "adequate: vetting"],
        ),
        ("A spokesman for the union said the force was good at vetting.", []),
    ],
)
def test_whoever_tells_of_a_rating_gives_none(grades, sentence, expected):
    assert grades(sentence) == expected


def test_it_is_good_that_something_is_done(grades):
    assert grades("It is good that the force is preventing crime, a resident said.") == []


def test_the_last_for_something_points_nowhere(grades):
    body = (
        "It was good for effectiveness and efficiency, but requires improvement on people. It got eight goods and one "
        "outstanding, the last for responding to major incidents."
    )
    assert grades(body)[-1] == "outstanding: responding to major incidents"


def test_some_of_many_bodies_are_nobody(grades):
    assert grades("They graded six of the ten as adequate for training.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It found the force inadequate in two areas: how it finds those who harm children, and how it works out what "
            "risk they are in.",
            ["inadequate: finds those who harm children | works out what risk they are in"],
        ),
        (
            "In a fourth – the way it works with councils and schools – it was judged to require improvement.",
            ["requires improvement: works with councils and schools"],
        ),
    ],
)
def test_areas_that_are_clauses_of_their_own(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Essex Police was told to improve how it investigates crime, while Kent Police was given an inadequate rating "
            "for its treatment of whistleblowers.",
            ["inadequate: treatment of whistleblowers"],
        ),
        (
            "It was rated as good in six of nine areas by the watchdog, including preventing crime and managing offenders.",
            ["good: preventing crime | managing offenders"],
        ),
    ],
)
def test_a_wording_stays_in_its_clause(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The lowest mark, inadequate, was for custody.", ["inadequate: custody"]),
        ("Its best grade, outstanding, was for custody.", ["outstanding: custody"]),
        (
            "Its best score of good came in custody and its worst, inadequate, in vetting.",
            ["good: custody", "inadequate: vetting"],
        ),
        ("Two areas got the second-best grade, good. They are custody and vetting.", ["good: custody | vetting"]),
    ],
)
def test_a_rank_is_no_area_beside_its_grade(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was good at making itself affordable now and in the future and promoting its values.",
            ["good: making itself affordable now and in the future | promoting its values"],
        ),
        (
            "Its response to emergency calls went from good to adequate.",
            ["was good: response to emergency calls", "adequate: response to emergency calls"],
        ),
    ],
)
def test_words_that_would_part_an_area_stay_in_it(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was judged good in its treatment of the public and its workforce.",
            ["good: treatment of the public and its workforce"],
        ),
        (
            "It was graded good at how it investigates crime and reduces re-offending.",
            ["good: investigates crime and reduces re-offending"],
        ),
        (
            "The force was good at treating the people it serves with fairness and respect and at leadership.",
            ["good: treating the people it serves with fairness and respect | leadership"],
        ),
        (
            "It is good at: making best use of its resources; being financially fit; having the right people with "
            "the right skills; developing leaders.",
            [
                "good: making best use of its resources | financially fit | having the right people with the right "
                "skills | developing leaders"
            ],
        ),
        (
            "It is inadequate at managing offenders and falling short on custody.",
            ["inadequate: managing offenders"],
        ),
        (
            "Its stalking work was adequate and it swiftly arrested suspects and protected victims.",
            ["adequate: stalking work"],
        ),
        (
            "Two years on from HMIC\u2019s 2014 child abuse files inspection, leadership is good.",
            ["good: leadership"],
        ),
        (
            "There is hope, as under vetting the inspectors gave a good grading.",
            ["good: vetting"],
        ),
        (
            "In two areas \u2013 vetting and custody \u2013 the force was assessed as needing to improve.",
            ["requires improvement: vetting | custody"],
        ),
        (
            "In 2021 it was good at custody and inadequate at vetting; this year it is adequate at both.",
            ["was good: custody", "was inadequate: vetting", "adequate: custody | vetting"],
        ),
        (
            "Its ability to investigate crime was inadequate, its work with partners adequate and its vetting good.",
            ["inadequate: ability to investigate crime", "adequate: work with partners", "good: vetting"],
        ),
        ("All of it was good bar custody, which requires improvement.", ["requires improvement: custody"]),
        (
            "Its performance in answering calls and investigating crime was found to be inadequate.",
            ["inadequate: answering calls | investigating crime"],
        ),
        (
            "The efficiency with which the force carries out its work is good.",
            ["good: efficiency with which the force carries out its work"],
        ),
        ("The extent to which the service looks after its people is good.", ["good: looks after its people"]),
        (
            "The extent to which Kent Police is effective at reducing crime requires improvement.",
            ["requires improvement: effective at reducing crime"],
        ),
        (
            "It was good at preventing crime but adequate at answering calls and at the way in which it treats its own staff.",
            ["good: preventing crime", "adequate: answering calls | treats its own staff"],
        ),
        (
            "It is rated inadequate for fairness, and its culture requires improvement.",
            ["inadequate: fairness", "requires improvement: culture"],
        ),
        (
            "HMICFRS marked it inadequate, both overall and for recording crime.",
            ["inadequate: recording crime", "inadequate: overall"],
        ),
        (
            "It was good for understanding risk and for getting to emergencies.",
            ["good: understanding risk | getting to emergencies"],
        ),
        (
            "HMICFRS scored it good in eight areas, preventing crime and custody among them.",
            ["good: preventing crime | custody"],
        ),
        (
            "Inspectors are not happy with supervision (inadequate) at the force.",
            ["inadequate: supervision"],
        ),
        (
            "Vetting was adequate, and so was managing offenders, which had been good in 2018.",
            ["adequate: Vetting | managing offenders", "was good: managing offenders"],
        ),
        ("When it was last inspected, vetting was good.", ["was good: vetting"]),
        ("It got an outstanding grade in its PEEL assessment for vetting.", ["outstanding: vetting"]),
        ("HMICFRS judged the force as a whole to be inadequate.", ["inadequate: overall"]),
        (
            "That leaves managing custody and developing leaders, the only area found to require improvement.",
            ["requires improvement: managing custody and developing leaders"],
        ),
        (
            "On the other side of the ledger, vetting has gone from good to adequate.",
            ["was good: vetting", "adequate: vetting"],
        ),
        (
            "Its patrol work was praised in the report and it keeps its good for tackling knife crime.",
            ["good: tackling knife crime"],
        ),
        (
            "It is good at looking after its people, and very nearly good for the rest.",
            ["good: looking after its people"],
        ),
        (
            "Vetting is graded as adequate, where two years ago we graded it as inadequate, and custody gets the same grade.",
            ["adequate: Vetting", "was inadequate: Vetting", "adequate: custody"],
        ),
        (
            "It is good at vetting and custody, and has climbed to good, from adequate, for answering calls.",
            ["good: vetting | custody", "good: answering calls", "was adequate: answering calls"],
        ),
        ("It was good across leadership and vetting.", ["good: leadership | vetting"]),
        (
            "It is good in one area - crime data integrity, in essence how crimes are recorded - and adequate in four.",
            ["good: crime data integrity"],
        ),
        (
            "Vetting was one of seven areas it judged to be adequate, compared to four which were good.",
            ["adequate: Vetting"],
        ),
        (
            "It was good in: responding to emergencies; preventing fires and other risks; understanding fires and other "
            "risks; responding to major and multi-agency incidents; promoting the right values and culture; ensuring "
            "fairness and promoting diversity; having the right people with the right skills; training and equipping "
            "crews; buying and selling engines; planning and building stations; managing performance and developing leaders.",
            [
                "good: responding to emergencies | preventing fires and other risks | understanding fires and other risks | "
                "responding to major and multi-agency incidents | promoting the right values and culture | ensuring fairness "
                "and promoting diversity | having the right people with the right skills | training and equipping crews | "
                "buying and selling engines | planning and building stations | managing performance and developing leaders"
            ],
        ),
        (
            "We cannot ignore the fact that the force is inadequate at managing offenders.",
            ["inadequate: managing offenders"],
        ),
    ],
)
def test_areas_and_clauses_end_where_they_do_on_real_pages(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "HMICFRS said it needs to improve in some areas to give a consistent service.",
        "The force needs to improve in these areas without delay.",
        "There are things which Kent Police need to improve on, among them a lack of plans.",
        "Most police forces are good at preventing crime.",
        "Almost all forces were graded good at preventing crime.",
        "Area for improvement\n\nGood",
        "A ballot of its staff gave the leadership a rating of inadequate.",
        "Readers of a newspaper voted the force outstanding for its visibility.",
        "A plain \u2018adequate\u2019 for custody would have been nearer the mark.",
        "The picture at the force is adequate at best.",
        "HMICFRS graded 24 forces as good and 18 forces as inadequate.",
    ],
)
def test_wishes_and_what_most_bodies_are_grade_nobody(grades, sentence):
    assert grades(sentence) == []


def test_needs_to_improve_in_named_areas_is_a_grade(grades):
    assert grades("The force needs to improve in several areas: vetting and custody.") == [
        "requires improvement: vetting | custody"
    ]


def test_a_verb_that_another_is_joined_to_has_its_subject(grades):
    sentence = "HMIC has declared Kent Police good for efficiency but says that it requires improvement for custody."
    assert grades(sentence) == ["good: efficiency", "requires improvement: custody"]
    assert grades("The union fell out with Kent Police but says that it is good for efficiency.") == []
