"""Asks: the shortest clause that still says who must do what, its deadline and its kind."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "[The force must improve how it records crime].",
        "[Kent Police has to train its staff].",
        "[The force is to train all its staff].",
        "[The force ought to train its staff].",
        "Inspectors said [the force needs to record the voice of the child].",
        "HMICFRS concluded that [the service should review its training], and praised its crews.",
        "[The force should train its staff], because too many are untrained.",
        "[The force should train its staff] – a point made in 2019.",
        "“[The force needs to train its staff],” Mr Marsh said.",
        "The report says: “[The force needs to train its staff].”",
        "[Officers must be trained].",
        "[It should ensure that officers are trained].",
        "In the north of the county, [the force should open its stations].",
        "[The force’s supervisors should check each file].",
        "[The force should consider whether it needs to train its staff].",
        "[The force must see detainees within 72 hours of an arrest].",
        "[The force and its partners should share what they know].",
        "[The force should improve its outcomes], under which a crime is closed.",
        "[The force should improve its engines], some of which stand idle.",
        "[The force should monitor its systems – phones and tablets – for misuse].",
        "[The force should train its staff, the inspectorate said, and should check their work].",
        "We recommended that, within three months, [the force should attend the meetings].",
        "It is a weakness when victims withdraw, and when they do, [officers need to record why].",
        "[It needs, however, to decide who is in charge].",
        "Inspectors recommend that [the force immediately ensures that each case is reviewed].",
        "HMICFRS says [the force should train its staff], and says that [supervisors must check each file].",
        "[Kent Police must train its staff], HMICFRS states in a report.",
        "[All files are to be checked], under a recommendation in the report.",
        "HMICFRS reported on Kent Police, [which must now keep minutes of each meeting].",
        "[A sergeant, not a constable, must sign each form].",
        "[Kent Police had better find out what it owns].",
        "[The force could and should check its lockers].",
        "[There needs to be a sergeant in every cell block].",
        "[More needs to be done to protect children].",
        "[Supervision must improve].",
        "Kent Police keeps people for too long and [should find out why].",
        "[The force should make sure all officers and supervisors investigating fraud have the right skills].",
        "[What the force needs to do, HMICFRS says, is train its staff].",
    ],
)
def test_the_clause_runs_from_its_subject_to_the_end_of_the_action(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[The force should train its staff] and [it should check their work].",
        "[The force should train its staff and check their work].",
        "[The force should train its staff and must check their work].",
        "[The force should train its staff], and [officers must be told why].",
        "[The force must issue cameras], and within 12 months [the police need to replace their records].",
        "[The force should rebuild its teams], and by September 2017 [it should count them].",
        "[It needs to know its riskiest buildings], and [it needs enough people to inspect them].",
        "[The force should train its staff]. [It must also check their work].",
        "While [Essex Police should train its staff], [Kent Police must first hire some].",
        "It had been put to the force that [it must train its staff], and that [supervisors should check them].",
    ],
)
def test_two_subjects_are_two_asks_and_one_subject_with_two_verbs_is_one(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[The force was told to train its staff].",
        "[The force had been asked by inspectors to train its staff].",
        "[Kent Police, told by HMICFRS last autumn to train its staff], has not.",
        "[The force has been given six months in which to train its staff].",
        "Inspectors told [the force to train its staff].",
        "The watchdog calls on [the force to train its staff].",
        "[The report would like Kent Police to train its staff].",
        "[Inspectors want its records checked].",
        "The inspectorate recommends [a second visit to each home].",
        "[It is for the force to train its staff].",
        "HMICFRS demanded [an immediate count of its guns].",
        "It is important that [all officers who investigate fraud have the right skills].",
        "The report calls for [a full review of its dogs].",
        "Its advice to the force is blunt: [hire more detectives].",
        "It has been handed a cause of concern and [told to answer it].",
        "They are rarely asked to do it.",
        "HMIC said this month that [Kent Police must plan further ahead].",
        "The inspectorate suggests that [reminders be sent each week].",
        "It put three points to the force: that [it visit each victim]; that [it stop its pilot]; that [it publish its plans].",
        "The first is that [training be made a habit].",
        "[Inspectors want the force to train its staff].",
        "[The service is required to train its firefighters].",
    ],
)
def test_an_ask_that_is_passed_on_by_a_verb(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "There are areas in which it needs to improve.",
        "The force needs to improve.",
        "The force must do better.",
        "The force must get its house in order.",
        "The force should have trained its staff.",
        "The force should not be proud.",
        "What should the force do?",
        "It may be that the force needs to train its staff.",
        "The force did not need to train its staff.",
        "The force had had to train its staff.",
        "The force is failing to train its staff.",
        "The mustard should-be factory closed.",
        "They ought to be able to be confident of a visit.",
        "It is hard to have to publish a report.",
        "It is to the credit of those who work there.",
        "It should not take 90 seconds to send an engine.",
        "The force must keep on improving.",
        "It has been asked to change nothing.",
        "Officers should not be disheartened.",
        "They should be applauded.",
        "The force has been told to wake up to the dangers.",
        "They noted that staff feel able to challenge bad behaviour and trust managers to deal with it.",
        "The force must try harder.",
        "All of its plans have to do with vetting.",
        "Rumours that HMICFRS would recommend a merger were wrong.",
        "We have recommended it to other forces, including Kent Police.",
    ],
)
def test_what_is_too_general_denied_asked_or_a_finding_is_no_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        ("The force", "body"),
        ("Essex Police", "body"),
        ("Chief constables", "body"),
        ("Victims", "never"),
        ("We", "never"),
        ("The Home Office", "never"),
        ("The force and the mayor’s office", "body"),
        ("The chief constable and the Crown Prosecution Service", "body"),
        ("The mayor and the government", "never"),
        ("You", "you"),
        ("Training", "other"),
        ("Nobody", "never"),
        ("None of this", "never"),
        ("Someone", "never"),
    ],
)
def test_an_ask_says_whether_its_subject_can_be_asked(find, subject, asked):
    _, (note,) = find("recommendations", f"{subject} should record each crime.")
    assert note.attributes["asked"] == asked


LIST = "- [record crime promptly];\n- [train its staff]; and\n- [check the work of its supervisors]."


@pytest.mark.parametrize(
    "body",
    [
        "The force should:\n\n" + LIST,
        "HMICFRS said that Kent Police needs to:\n\n" + LIST,
        "Recommendations\n\nThe force should:\n\n" + LIST,
        "The force should:\n\n1. [record crime promptly]\n2. [train its staff]\n3. [check its files]",
        "The force should:\n\n• [record crime promptly]\n• [train its staff]\n• [check its files]",
        "The force must:\n\n(a) [record crime promptly];\n(b) [train its staff]; and\n(c) [check its files].",
        "HMICFRS went to Kent Police in May.\n\nWithin three months, the force should:\n\n" + LIST,
        ("HMICFRS went to Kent Police in May.\n\nBy 31 March 2026, the force should:\n\n" + LIST),
        "The force has:\n\n- recorded crime promptly;\n- trained its staff; and\n- checked its files.",
        "We will:\n\n- record crime promptly; and\n- train our staff.",
        "The Chief Constable should\n\n1. [record crime promptly];\n2. [train its staff].",
        "HMICFRS recommended that the force:\n\n- [records crime promptly];\n- [trains its staff].",
        "Kent Police was told:\n\n- [Record crime promptly]\n- [Train more staff]",
        "Recommendations\n\n- [Kent Police to record crime promptly]\n- [Kent Police to train more staff]",
        "The force now has until June to:\n\n- [record crime promptly]\n- [train its staff]",
        "The force should: [record crime promptly]; [train its staff]; and [check its files].",
        "The force should (a) [record crime promptly]; (b) [train its staff]; and (c) [check its files].",
        "The force should:\n\n- [agree a target for how fast crews should arrive]\n- [train its staff]",
        "Recommendations\n\n- [Records to be restored]\n- [That each detective be given a laptop]\n- Files were late.",
        "It recommends:\n\n(a) [that sergeants check every form];\n(b) [that the forms be published].",
        "HMICFRS recommendation: [The force should train its staff].\n\nProgress: Training has begun.",
        "Areas for improvement\n\n- [The quality of its files]\n- [How it shares what it knows]\n- The force is slow.",
    ],
)
def test_an_item_under_a_lead_in_is_an_ask(marks, body):
    assert marks("recommendations", body) == body


def test_two_clauses_behind_one_label_are_two_asks(asks):
    body = "Area for improvement: the force should check its files, and it should record each reason."
    assert {ask[:2] for ask in asks(body)} == {
        ("the force should check its files", "area_for_improvement"),
        ("it should record each reason", "area_for_improvement"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Areas for improvement\n\n- The force should record crime promptly.\n- The quality of its supervision.",
            [
                ("The force should record crime promptly", "area_for_improvement"),
                ("The quality of its supervision", "area_for_improvement"),
            ],
        ),
        ("Recommendation 2\n\nThe force should record crime.", [("The force should record crime", "recommendation")]),
        (
            "Area for improvement\n\nThe force should record crime.",
            [("The force should record crime", "area_for_improvement")],
        ),
        (
            "Cause of concern\n\nThe force is failing its victims.\n\nRecommendations\n\nThe force should:\n\n"
            "- record crime promptly;\n- train its staff.",
            [("record crime promptly", None), ("train its staff", None)],
        ),
        (
            "HMICFRS made this one of ten areas for improvement, saying that the force should record crime.",
            [("the force should record crime", "area_for_improvement")],
        ),
        ("Causes of concern\n\n- The treatment of victims\n- Too many files are lost", []),
        (
            "Areas for improvement:\n\nThe force should record crime.\n\nIts arrangements for talking to schools.",
            [
                ("The force should record crime", "area_for_improvement"),
                ("Its arrangements for talking to schools", "area_for_improvement"),
            ],
        ),
        (
            "The inspectors want two things done:\n\n- the force should record crime\n- the force should train its staff"
            "\n\nThey’ve been marked as areas for improvement; there is no cause of concern.",
            [
                ("the force should record crime", "area_for_improvement"),
                ("the force should train its staff", "area_for_improvement"),
            ],
        ),
        (
            "There are two areas for improvement. The force should record crime. It also asks the force to train its staff.",
            [
                ("The force should record crime", "area_for_improvement"),
                ("the force to train its staff", "area_for_improvement"),
            ],
        ),
        (
            "Inspectors identified one area for improvement: the force should record crime.",
            [("the force should record crime", "area_for_improvement")],
        ),
    ],
)
def test_the_kind_is_the_label_that_the_article_puts_on_the_ask(asks, body, expected):
    assert [(ask, kind) for ask, kind, _ in asks(body)] == expected


def test_a_table_has_its_asks_in_one_column_and_the_answers_in_another(asks):
    body = (
        "HMICFRS inspected Kent Police in May and published its report today.\n\nThe force has answered each of the "
        "recommendations. It did so on Monday, in a long letter.\n\nNo\tRecommendation\tForce response\n"
        "1\tThe force should train its staff.\tWe must wait for money.\n"
        "2\tThe force should check its files by May 2026.\tWe should be done soon."
    )
    assert [(ask, deadline) for ask, _, deadline in asks(body)] == [
        ("The force should train its staff", None),
        ("The force should check its files", "by May 2026"),
    ]
