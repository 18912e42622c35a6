"""Names of which one run of capitals holds more than the name; [brackets] stand around what is the name."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "He was arrested by the [Operation Lantern] Team at noon.",
        "[Operation Lantern] PC Jo Hale said so.",
        "The [Operation Lantern] Rural Crime Team has a boat.",
        "[Op Lantern] Officers seized a car.",
        "Kent gave [Project Sluice] to Essex Police in May.",
        "[Operation Lantern] is the Constabulary’s answer to theft.",
        "[Operation Lantern] on the A21 began in May.",
        "[Operation Barn Door] Sergeant Jo Hale said so.",
        "The [Operation Barn Door] team has a boat.",
    ],
)
def test_a_code_name_ends_before_those_who_work_on_it(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "They were found by Detectives from the [Dock Road Taskforce] on Friday.",
        "Our Road Crime Team and [Dock Road Taskforce] were there.",
        "They run [Quay Watch] and [Lock Gate Watch] in the docks.",
        "Join [Harbour Watch] or [Lock Gate Watch] to help.",
        "They run schemes as [Farmwatch] and [Lock Gate Watch].",
        "They were found by Detectives from the [Dock Crime Task Force] on Friday.",
        "Jo Hale is Founder of The [Open Gate Project] in Hull.",
        "The [Women of the Watch] scheme began in May.",
    ],
)
def test_a_name_that_ends_with_its_noun_begins_behind_others(marks, body):
    assert marks("initiatives", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The Derwent Road Safety Partnership met in May.",
        "The Safer Derwent Partnership paid for it.",
        "With Gatley, the scheme has grown again.",
        "It took the advice of Open Ground, the charity behind the helpline.",
    ],
)
def test_a_partnership_that_is_a_body_and_the_subject_behind_a_comma_are_none(marks, body):
    assert marks("initiatives", body) == body


def test_people_of_a_town_are_none(record):
    body = "The mayor liked the scheme. “People in Hull, Goole and Bath pay for this force and they like it.”"
    head = (
        "Kent Police inspected\n\n14 February 2024\n\nHMICFRS inspected Kent Police and published its report today.\n\n"
    )
    assert record(body, head).initiatives == ()
