"""Whose an ask is on the page of a force, which speaks for itself."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
FAIR = "The summer fair had a brass band, two clowns and a tent for cakes."


@pytest.fixture(scope="module")
def asked(record):
    """Words of each ask."""

    def run(body):
        return [row.evidence[0].text for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    "body",
    [
        "It was graded good for fairness. It also tells its crews to open a window at noon.",
        "We are counting our vans, as recommended in the report. It is a rule now and officers must account for each of them.",
        "Sergeant Jo Hale said: “We’ve received reports of men calling shops to get keys from clerks or asking them to move stock.”",
        "If keys are lost a sergeant would have to ask for them to be cut.",
        "“We’ve said the force should sell its boats,” said Chief Constable Jo Hale.",
        "\n\n".join([*[FAIR] * 16, "The force must prove that a rider has seen the sign."]),
    ],
)
def test_what_a_force_tells_of_itself_is_no_ask(asked, body):
    assert asked(body) == []


@pytest.mark.parametrize(
    ("body", "asks"),
    [
        (
            "Chief Constable Jo Hale said: “One matter was raised for our attention: that the force should map its ponds. We have begun.”",
            ["the force should map its ponds"],
        ),
        (
            "Chief Constable Jo Hale said: “The report asks that we clean each van. We have begun to do so.\n\n“It asks that we sell our boats. We sold them in May.”",
            ["we clean each van", "we sell our boats"],
        ),
        (
            "Chief Constable Jo Hale said: “Inspectors tell us we should rest our dogs. They’ve also said we need to mend our fences.”",
            ["we should rest our dogs", "we need to mend our fences"],
        ),
        (
            "Chief Constable Jo Hale said: “The report made recommendations including a review of our kennels. We agree.”",
            ["a review of our kennels"],
        ),
        (
            "“Its leaders are kind. I would, however, like to see every dog rested,” said HM Inspector Jo Hale.",
            ["I would, however, like to see every dog rested"],
        ),
        ("\n\n".join([*[FAIR] * 3, "The force must count its dogs."]), ["The force must count its dogs"]),
    ],
)
def test_what_a_force_tells_of_the_inspectorate_is_asked(asked, body, asks):
    assert asked(body) == asks
