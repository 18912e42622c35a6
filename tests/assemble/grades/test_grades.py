"""Grades as rows: which force, each row once, and whose verdicts are no grades."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It was graded good at preventing crime.", ["kent: preventing crime is good"]),
        ("The force, which has a new chief constable, was rated good overall.", ["kent: overall is good"]),
        ("The force was rated good overall.", ["kent: overall is good"]),
        (
            "Essex Police, its neighbour, was graded inadequate at managing offenders.",
            ["essex: managing offenders is inadequate"],
        ),
        (
            "Kent Police and Essex Police were graded good at preventing crime.",
            ["kent: preventing crime is good", "essex: preventing crime is good"],
        ),
        (
            "Kent Police was graded good at preventing crime. Essex Police was inadequate at it, and requires "
            "improvement at managing offenders.",
            [
                "kent: preventing crime is good",
                "essex: preventing crime is inadequate",
                "essex: managing offenders is requires improvement",
            ],
        ),
        (
            "It graded Kent Police good at preventing crime and Essex Police inadequate at managing offenders.",
            ["kent: preventing crime is good", "essex: managing offenders is inadequate"],
        ),
        (
            "Force\tEffectiveness\tEfficiency\nKent Police\tGood\tOutstanding\nEssex Police\tAdequate\tGood",
            [
                "kent: Effectiveness is good",
                "kent: Efficiency is outstanding",
                "essex: Effectiveness is adequate",
                "essex: Efficiency is good",
            ],
        ),
        (
            "Area\tKent Police\tEssex Police\nPreventing crime\tGood\tAdequate",
            ["kent: Preventing crime is good", "essex: Preventing crime is adequate"],
        ),
        (
            "Kent Police\n\nIt was graded good at preventing crime, inspectors said in the report.\n\nEssex Police\n\nIt was "
            "graded inadequate at preventing crime, inspectors said in the report.",
            ["kent: preventing crime is good", "essex: preventing crime is inadequate"],
        ),
        (
            "Kent Police\n\nPreventing crime: good\n\nEssex Police\n\nPreventing crime: inadequate",
            ["kent: Preventing crime is good", "essex: Preventing crime is inadequate"],
        ),
    ],
)
def test_a_grade_is_the_force_of_its_sentence_heading_or_cell(rows, body, expected):
    assert rows(OPENING + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The force’s response to the public requires improvement, inspectors said.",
            ["requires improvement: response to the public"],
        ),
        ("It was told that it requires improvement in how it answers calls.", ["requires improvement: answers calls"]),
        (
            "The watchdog rated the force as inadequate in three areas: answering calls, investigating crime and "
            "supporting victims.",
            ["inadequate: answering calls", "inadequate: investigating crime", "inadequate: supporting victims"],
        ),
        (
            "Of the eight areas, the force was outstanding in one (recording data about crime), good in four and "
            "inadequate in one (managing offenders).",
            ["outstanding: recording data about crime", "inadequate: managing offenders"],
        ),
        (
            "Its leadership, which was inadequate in 2022, is now adequate.",
            ["was inadequate: leadership", "adequate: leadership"],
        ),
        (
            "The grades were as follows: preventing crime – good; leadership – adequate; answering calls – inadequate.",
            ["good: preventing crime", "adequate: leadership", "inadequate: answering calls"],
        ),
        ("The force was not inadequate in any area and was good at leadership.", ["good: leadership"]),
        (
            "It remains inadequate at answering calls.",
            ["inadequate: answering calls", "was inadequate: answering calls"],
        ),
        ("For answering calls it was rated inadequate.", ["inadequate: answering calls"]),
        ("When it comes to answering calls, the force was rated ‘inadequate’.", ["inadequate: answering calls"]),
        ("It was the only force to be graded outstanding at recording crime.", ["outstanding: recording crime"]),
        (
            "The force received ‘good’ ratings in leadership and custody and an ‘adequate’ rating in crime recording.",
            ["good: leadership", "good: custody", "adequate: crime recording"],
        ),
        (
            "There were two ‘inadequate’ grades: answering calls and investigating crime.",
            ["inadequate: answering calls", "inadequate: investigating crime"],
        ),
        (
            "Leadership: requires improvement. Answering calls: good.",
            ["requires improvement: Leadership", "good: Answering calls"],
        ),
        (
            "In 2022 it was graded inadequate for answering calls, but it has since improved to adequate.",
            ["was inadequate: answering calls", "adequate: answering calls"],
        ),
        ("Inspectors graded how the force answers calls as inadequate.", ["inadequate: answers calls"]),
    ],
)
def test_the_wordings_of_a_grade(record, body, expected):
    found = record(OPENING + body).grades
    assert [f"{'was ' if row.previous else ''}{row.grade}: {row.area.text}" for row in found] == expected
    assert {row.force for row in found} == {"kent-police"}


def test_both_forces_are_the_two_that_the_article_names(rows):
    body = "HMICFRS inspected Kent Police and Essex Police.\n\nBoth forces were rated good at preventing crime."
    assert rows(body) == ["kent: preventing crime is good", "essex: preventing crime is good"]


def test_the_same_grade_stated_twice_is_one_row_with_the_longest_area(record):
    (row,) = record(
        OPENING
        + "It was graded good at preventing crime.\n\nThe force was rated good at preventing and deterring crime "
        "and antisocial behaviour."
    ).grades
    assert row.area.text == "preventing and deterring crime and antisocial behaviour"
    assert len(row.evidence) == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In 2019 it was graded good at preventing crime. It is good at preventing crime this time, too.",
            ["kent: preventing crime was good", "kent: preventing crime is good"],
        ),
        (
            "It slipped from good to adequate at preventing crime.",
            ["kent: preventing crime was good", "kent: preventing crime is adequate"],
        ),
        (
            "It was graded good at preventing crime, up from requires improvement.",
            ["kent: preventing crime is good", "kent: preventing crime was requires improvement"],
        ),
        (
            "It kept its good grade for preventing crime.",
            ["kent: preventing crime is good", "kent: preventing crime was good"],
        ),
        (
            "It has risen from adequate in 2021 to good this year for preventing crime.",
            ["kent: preventing crime was adequate", "kent: preventing crime is good"],
        ),
    ],
)
def test_then_and_now_are_two_rows(rows, body, expected):
    assert rows(OPENING + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Cllr Ray Dunn said: “I think the force is inadequate at answering calls.”", []),
        ("A Unison official called the force’s leadership “inadequate”, Jo Hale said.", []),
        (
            "Cllr Ray Dunn said: “The force was graded inadequate at answering calls.”",
            ["kent: answering calls is inadequate"],
        ),
        (
            "Chief Fire Officer Ann Lee said: “It hurts. We have gone from good to adequate in answering calls.”",
            ["kent: answering calls was good", "kent: answering calls is adequate"],
        ),
        (
            "His Majesty’s Inspector of Constabulary Roy Marsh said: “The force is inadequate at answering calls.”",
            ["kent: answering calls is inadequate"],
        ),
        (
            "Chief Fire Officer Ann Lee said: “The inspectors gave us good for answering calls, and that is that.”",
            ["kent: answering calls is good"],
        ),
    ],
)
def test_only_the_inspectorates_verdicts_are_grades(rows, body, expected):
    assert rows(OPENING + body) == expected


def test_a_body_outside_the_registry_has_no_force(rows):
    body = "HM Inspectorate of Prisons went to HMP Elmley. Safety was poor and respect was reasonably good."
    assert rows(body) == ["none: Safety is poor", "none: respect is reasonably good"]


@pytest.mark.parametrize(
    "body",
    [
        "Kent Police graded the road good.",
        "The weather was good in Kent.",
    ],
)
def test_without_an_inspection_of_the_force_there_is_no_grade_of_it(record, body):
    assert [row for row in record(body).grades if row.force] == []


def test_evidence_is_the_sentence_the_item_or_the_row(record):
    found = record(
        OPENING + "It was graded good at preventing crime. It is glad.\n\nArea\tGrade\nManaging offenders\tInadequate"
    )
    assert [[evidence.text for evidence in row.evidence] for row in found.grades] == [
        ["It was graded good at preventing crime."],
        ["Managing offenders\tInadequate"],
    ]
    assert [row.area.topic for row in found.grades] == ["neighbourhood-policing", "managing-offenders"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Inspectors graded Kent Police as good.", ["kent: overall is good"]),
        ("Kent Police has been rated ‘inadequate’ by inspectors.", ["kent: overall is inadequate"]),
        (OPENING + "The force was rated good by HMICFRS.", ["kent: overall is good"]),
        ("Kent’s force was graded good.", ["kent: overall is good"]),
        ("Kent’s police service has been judged inadequate by inspectors.", ["kent: overall is inadequate"]),
        (OPENING + "The force’s plan was rated good by HMICFRS.", []),
        (OPENING + "The force was not rated good by HMICFRS.", []),
        (OPENING + "The force was rated good by residents.", []),
        (OPENING + "Custody was rated good by officers from HMICFRS, staff said.", ["kent: Custody is good"]),
        (OPENING + "Its vetting was rated good by the regulator and residents.", ["kent: vetting is good"]),
        (OPENING + "Its vetting was rated good by a team of officers from the watchdog.", ["kent: vetting is good"]),
        (OPENING + "Its crèche was rated good by Ofsted and parents.", ["none: crèche is good"]),
        (OPENING + "Custody was rated good by the end of the year, officers said.", ["kent: Custody is good"]),
        (
            "Kent Police was rated good at answering 999 calls and responding to the public.",
            ["kent: answering 999 calls is good", "kent: responding to the public is good"],
        ),
    ],
)
def test_a_body_that_is_graded_by_name_is_graded_as_a_whole(rows, body, expected):
    assert rows(body) == expected


def test_across_the_board_is_not_of_the_areas_of_one_other_force(record):
    body = (
        "KENT: Outstanding for vetting, good for custody, but inadequate at answering calls.\n\n"
        "ESSEX: Good across the board apart from custody, where it requires improvement."
    )
    found = {(row.force, row.area.text, row.grade) for row in record(body).grades if row.force == "essex-police"}
    assert found == {("essex-police", "custody", "requires improvement")}


def test_two_pillars_are_two_areas_though_the_rest_of_their_wording_is_one(rows):
    lead, rest = "Kent Fire and Rescue Service:", "keeping people safe and secure from fire and other risks"
    body = f"{lead}\n\n- requires improvement at effectively {rest}\n- ‘requires improvement’ at efficiently {rest}"
    assert len(rows(body)) == 2


def test_three_pillars_with_one_wording_and_one_grade_are_three_areas(rows):
    body = "\n\n".join(
        f"The extent to which the force is {pillar} at making roads safe and cutting burglary is good."
        for pillar in ("effective", "efficient", "legitimate")
    )
    assert len(rows(f"The inspectorate graded Kent Police.\n\n{body}")) == 3


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("while Essex Police managed an adequate", "essex: custody was adequate"),
        ("while Essex Police is now adequate", "essex: custody is adequate"),
    ],
)
def test_a_grade_told_beside_an_earlier_one_is_earlier(rows, clause, expected):
    body = f"Kent Police was graded inadequate for custody in its report of 2022, in May, {clause}."
    head = "HMICFRS inspected two forces\n\n14 February 2024\n\n"
    assert rows(body, head) == ["kent: custody was inadequate", expected]


def test_a_unit_of_several_forces_has_its_line(rows):
    body = "The grades for tackling serious and organised crime are:\n\nEastern ROCU: good\nKent Police: adequate"
    assert rows(body) == [
        "none: tackling serious and organised crime is good",
        "kent: tackling serious and organised crime is adequate",
    ]


QUESTIONS = (
    "HMICFRS has reported on fire services. They were assessed against these questions:\n\n"
    "- How effective they are in keeping people safe;\n- How efficient they are in keeping people safe.\n\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Suffolk Fire and Rescue Service rated as \u2018good\u2019 by inspectorate", "good"),
        ("Inspectorate rates Suffolk Fire and Rescue Service as \u2018good\u2019", "good"),
        ("Suffolk Fire and Rescue Service requires improvement, says inspectorate", "requires improvement"),
    ],
)
def test_a_body_that_is_graded_under_a_list_of_questions_is_graded_as_a_whole(rows, line, expected):
    body = f"{QUESTIONS}\u2022 {line}\n\u2022 Essex County Fire and Rescue Service is doing well"
    assert rows(body, "Fire services inspected\n\n14 February 2024\n\n") == [
        f"suffolk-fire-and-rescue-service: overall is {expected}"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The report said that the force is getting better and rated it as good. In 2018, it said the force required "
            "improvement.",
            ["kent: overall is good", "kent: overall was requires improvement"],
        ),
        ("The report said the force had improved in almost all areas and rated it as good.", ["kent: overall is good"]),
        (
            "HMICFRS graded Kent Police outstanding for efficiency and good for legitimacy.\n\nA deputy said: \u201cKent "
            "Police has once again been graded as outstanding.\u201d",
            [
                "kent: efficiency is outstanding",
                "kent: legitimacy is good",
                "kent: overall is outstanding",
                "kent: overall was outstanding",
            ],
        ),
        (
            "While rated good overall, both Essex Police and Surrey Police were told that they require improvement for "
            "custody.",
            [
                "essex: overall is good",
                "surrey: overall is good",
                "essex: custody is requires improvement",
                "surrey: custody is requires improvement",
            ],
        ),
        (
            "Getting the right people with the right skills, which was judged inadequate in 2019, still requires improvement.",
            [
                "kent: Getting the right people with the right skills was inadequate",
                "kent: Getting the right people with the right skills is requires improvement",
            ],
        ),
        (
            "The force judged as outstanding is Kent Police. The two forces assessed as \u2018good\u2019 are Essex Police and "
            "Surrey Police.",
            ["kent: overall is outstanding", "essex: overall is good", "surrey: overall is good"],
        ),
        (
            "In this report, one force \u2013 Kent Police \u2013 has been graded as \u2018outstanding\u2019, 35 as good.",
            ["kent: overall is outstanding"],
        ),
        (
            "Essex Police and Surrey Police forces were ranked \u201cgood\u201d.",
            ["essex: overall is good", "surrey: overall is good"],
        ),
        (
            "HMICFRS said the Essex Police and Surrey Police forces \u201crequired improvement\u201d.",
            ["essex: overall is requires improvement", "surrey: overall is requires improvement"],
        ),
        ("Residents rated it as good. A union said the force required improvement.", []),
    ],
)
def test_a_body_is_graded_as_such(rows, body, expected):
    assert rows(body, f"Kent Police inspected\n\n14 February 2024\n\n{OPENING}") == expected


def test_inspectors_who_come_to_a_body_set_it_not_aside(record):
    body = (
        "HMICFRS sent a team to Kent Police in May. In its 2023 report it had rated the force good at vetting.\n\n"
        "Essex Police lends it a building."
    )
    assert [(row.force, row.previous) for row in record(body, "Training\n\n14 February 2024\n\n").grades] == [
        ("kent-police", True)
    ]


def test_a_body_that_another_joins_is_not_the_one_that_is_graded(rows):
    body = "Essex Police has joined Sussex Police in being rated outstanding for vetting."
    assert rows(f"Essex Police and Sussex Police were inspected by HMICFRS.\n\n{body}") == [
        "essex: vetting is outstanding"
    ]


def test_forces_behind_the_area_and_the_verb_are_graded(rows):
    body = "Among those that it rated as inadequate for investigating crime are Essex Police and Sussex Police."
    assert rows(f"HMICFRS inspected 12 forces.\n\n{body}") == [
        "essex: investigating crime is inadequate",
        "sussex: investigating crime is inadequate",
    ]


def test_the_subject_of_a_clause_is_its_area_whatever_its_words(rows):
    body = "Vetting was rated good. The on-call rota emerged with an inadequate."
    assert rows(OPENING + body) == ["kent: Vetting is good", "kent: on-call rota is inadequate"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kent Police ‘inadequate’ at answering calls, watchdog finds", ["kent: answering calls is inadequate"]),
        ("Kent Police branded inadequate in the way it treats victims", ["kent: treats victims is inadequate"]),
        ("Kent Police must not be inadequate at answering calls again", []),
        ("Commissioner: I want Kent Police to be outstanding at answering calls", []),
        ("Kent Police is good", []),
    ],
)
def test_a_headline_gives_a_grade_that_the_article_does_not(rows, headline, expected):
    head = f"{headline}\n\n14 February 2024\n\n"
    assert rows("The inspectorate has published its report on the force, which was told to improve.", head) == expected


def test_a_headline_that_says_again_what_the_article_says_gives_nothing(rows):
    head = "Kent Police ‘inadequate’ on calls, and at response times\n\n14 February 2024\n\n"
    body = "HMICFRS graded Kent Police inadequate at responding to the public."
    assert rows(body, head) == ["kent: responding to the public is inadequate"]
