"""Grades of several forces told together, and of areas that are one topic or two."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


THREE = "HMICFRS inspected Kent Police, Essex Police and Sussex Police.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The vetting of Kent is inadequate; that of Essex and of Sussex is good.", "ik ge gs"),
        ("Inspectors found vetting to be good in Kent and in Essex, and inadequate in Sussex.", "gk ge is"),
        ("In Kent and in Essex vetting was good; in Sussex it was inadequate.", "gk ge is"),
        ("Kent got a good for vetting, the other two an inadequate.", "gk ie is"),
        ("For vetting, Kent was given a good and the other two an inadequate.", "gk ie is"),
        ("Kent is good at vetting, the other two inadequate.", "gk ie is"),
        ("For vetting, Kent and Essex each got a good, and the other one an inadequate.", "gk ge is"),
        ("It is vetting that divides them. It is good in Kent, good in Essex and, in Sussex, inadequate.", "gk ge is"),
        ("Kent is inadequate for vetting and good in the other two areas.", "ik"),
        ("Kent is inadequate for vetting, and the other two forces are good.", "ik ge gs"),
        ("Each force was rated good for vetting.", "gk ge gs"),
        ("All of the forces are good at vetting.", "gk ge gs"),
        ("Each of the three was rated good for vetting.", "gk ge gs"),
        ("Kent and Essex are the two that are good at vetting.", "gk ge"),
        ("For vetting the grades were: Kent good, Essex good, Sussex inadequate.", "gk ge is"),
        ("Unlike Essex, which was inadequate, Kent was good at vetting.", "ie gk"),
        ("Kent is good at vetting, and Sussex is too.", "gk gs"),
        ("Kent is good at vetting, and Essex and Sussex are as well.", "gk ge gs"),
        ("Kent is good at vetting and Sussex the same.", "gk gs"),
        ("Kent is good at vetting. It is the same in Essex.", "gk ge"),
        ("Kent is good at vetting, and Sussex is too small to be looked at.", "gk"),
    ],
)
def test_a_sentence_deals_grades_out_to_several_forces(rows, body, expected):
    grades, forces = {"g": "good", "i": "inadequate"}, {"k": "kent", "e": "essex", "s": "sussex"}
    found = {row for row in rows(THREE + body) if "vetting" in row.lower()}
    assert {row.replace("Vetting", "vetting") for row in found} == {
        f"{forces[force]}: vetting is {grades[grade]}" for grade, force in expected.split()
    }


def test_areas_of_one_topic_that_some_body_has_two_grades_for_are_two(rows):
    body = "Kent was inadequate for vetting and good for counter-corruption. Essex was good for counter-corruption."
    assert "essex: vetting is good" in rows(f"{THREE}{body} Essex was good for vetting as well.")


def test_people_is_a_pillar_and_no_question_of_it(rows):
    head = "HMICFRS graded Kent Fire and Rescue Service good for people. "
    assert len(rows(f"{head}It was also good at getting the right people with the right skills.")) == 2


@pytest.mark.parametrize("lead", ["including", "among them", "such as"])
def test_two_topics_of_a_count_are_two_though_both_together_are_one_as_well(rows, lead):
    body = f"It is inadequate in four areas, {lead} investigating crime and managing offenders."
    assert len(rows(OPENING + body)) == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Vetting fares better. Inspectors give it a good.", ["kent: Vetting is good"]),
        ("Vetting attracted the lowest grade of all, inadequate.", ["kent: Vetting is inadequate"]),
        ("Officers should be proud that vetting is now good.", ["kent: vetting is good"]),
        ("“We got a good for vetting,” said Chief Constable Ana Reid.", ["kent: vetting is good"]),
        ("“We did a good job on vetting,” said Chief Constable Ana Reid.", []),
        ("“They have a good plan for vetting,” said Chief Constable Ana Reid.", []),
    ],
)
def test_a_grade_that_somebody_gives_or_got(rows, body, expected):
    assert rows(OPENING + body) == expected
