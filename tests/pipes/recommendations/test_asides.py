"""Reporting clauses in the midst of a sentence: the ask reads as if nobody had been named in it."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "[Durham, say the inspectors from HMICFRS, must weigh each risk].",
        "[It needs, in the inspectorate’s view, to weigh each risk].",
        "[The force needs, according to the report, to weigh each risk].",
        "[The force must, HMICFRS says, be told of each risk].",
        "[Both, the team says, need to weigh each risk].",
        "[Both forces, it goes on to say, must weigh each risk].",
        "“[The force should be able to show,” HMICFRS writes, “that it weighs each risk].”",
        "“[The force,” said HM Inspector Roy Marsh, “must weigh each risk].”",
        "[The force – so the inspectors say – must weigh each risk].",
        "[The force should (HMICFRS says) weigh each risk].",
        "[What the force has to do first, it says, is weigh each risk].",
        "[It needs to improve its files, the report says, by weighing each risk].",
        "[The force must weigh each risk, says the report, and write it down].",
        "[The force must weigh each risk], it says, and by June [it must write them down].",
        "[The force must weigh each risk], warns the watchdog, after reading its files.",
        "[The force must weigh each risk], he suggests, “since it costs nothing”.",
        "[The force must weigh each risk], it adds, because it does not.",
        "[The force, the largest of the three, must weigh each risk].",
    ],
)
def test_an_ask_goes_on_behind_a_reporting_clause_inside_it(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("The force must, HMICFRS says, weigh each risk.", "ours"),
        ("The force must, say the inspectors, weigh each risk.", "ours"),
        ("The force must, in the inspectorate’s view, weigh each risk.", "ours"),
        ("The force must weigh each risk, according to HMICFRS.", "ours"),
        ("The force must, says the union, weigh each risk.", "other"),
        ("The force must, in my view, weigh each risk.", "we"),
        ("The force must weigh each risk, according to the union.", "other"),
    ],
)
def test_a_reporting_clause_says_who_asks(find, body, by):
    _, (note,) = find("recommendations", body)
    assert note.attributes["by"] == by
