"""Asks that a sentence lists behind what it calls them, and what an area or a recommendation is for."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "The report makes several recommendations including [a review of its kennels], [development of a rota for divers] and [a register of its keys].",
        "HMICFRS has made recommendations, such as [a map of its hydrants] and [a course for divers and other staff].",
        "There are improvements to be made, raised by HMICFRS, such as [checking each van at night and making sure that it is locked].",
        "The chief accepts the recommendation for [better locks on its stores].",
        "One point was flagged for attention – that [the brigade should map its hydrants].",
        "Two things were singled out for improvement – for [the force to count its drones and to test them].",
        "[I would, however, like to see more vans repaired].",
        "The chief has carried out the recommendations, including a review of its kennels.",
        "The recommendations for Kent Police are in the annex.",
        "The council’s budget – for the brigade to spend – was cut.",
    ],
)
def test_what_is_named_as_a_recommendation_is_asked(marks, body):
    assert marks("recommendations", body) == body


def test_what_an_area_for_improvement_is_related_to_is_asked(marks):
    body = (
        "It has two areas for improvement related to [checking its boats, such as the ferry]; and [mending two vans]."
    )
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "head",
    [
        "The report names two areas for improvement. They are set out below with our reply.",
        "There are two areas for improvement, which are printed here as the report gives them.",
    ],
)
def test_what_was_counted_stands_below_the_sentence_that_says_so(asks, head):
    body = f"{head}\n\n(a) The recording of searches. Reply: a form is in use.\n\n(b) How sergeants check files. Reply: begun."
    assert [row[:2] for row in asks(body)] == [
        ("The recording of searches", "area_for_improvement"),
        ("How sergeants check files", "area_for_improvement"),
    ]


@pytest.mark.parametrize("head", ["Areas identified for improvement by HMICFRS:", "Areas highlighted for improvement:"])
def test_a_list_of_areas_has_their_kind_also_behind_a_finding(asks, head):
    body = f"{head}\n\n- Vans are not washed. It needs to wash its vans.\n- The force should count its dogs."
    assert [row[:2] for row in asks(body)] == [
        ("It needs to wash its vans", "area_for_improvement"),
        ("The force should count its dogs", "area_for_improvement"),
    ]


@pytest.mark.parametrize(
    "lead",
    ["HMICFRS wants Kent Police to:", "The force has been told to:", "The inspectorate said that the force should:"],
)
def test_the_cells_of_a_table_go_on_with_the_line_above_it(asks, lead):
    body = (
        f"{lead}\n\nAction | Due | Progress at 1 May\n"
        "Have one in ten files checked by an outsider | Immediately | We have begun\n"
        "Finish all overdue reviews | 31 October 2025 | 118 of 204\n"
    )
    assert [(words, when) for words, _, when in asks(body)] == [
        ("Have one in ten files checked by an outsider", "Immediately"),
        ("Finish all overdue reviews", "31 October 2025"),
    ]


@pytest.mark.parametrize(
    "lead", ["Since May we have been busy:", "We plan to:", "Kent Police is good at what follows:"]
)
def test_a_table_under_a_line_that_asks_nothing_asks_nothing(asks, lead):
    body = f"{lead}\n\nAction | Due\nHire ten outsiders | Soon\nFinish all overdue reviews | 31 October 2025\n"
    assert asks(body) == []
