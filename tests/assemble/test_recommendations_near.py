"""Asks that what stands near them tells to be the inspectorate's."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
ASK = "the force needs to train its staff"


@pytest.fixture(scope="module")
def rows(record):
    """Mentions of each ask."""

    def run(body):
        return [[evidence.text for evidence in row.evidence] for row in record(OPENING + body).recommendations]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "HMICFRS has told us that we need to improve how we spot strain.",
            ["we need to improve how we spot strain"],
        ),
        (
            "The report says that the force should publish its plans and that it needs to count its officers.",
            ["the force should publish its plans", "it needs to count its officers"],
        ),
        (
            "According to the report Kent needs to ask what people think of it, and it should mend its records.",
            ["Kent needs to ask what people think of it", "it should mend its records"],
        ),
        (
            "Inspectors found that Kent Police and the Department of Health should agree a protocol for beds.",
            ["Kent Police and the Department of Health should agree a protocol for beds"],
        ),
    ],
)
def test_further_clauses_and_partners_stay_the_inspectorates(rows, body, expected):
    assert [mention for row in rows(body) for mention in row] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Bosses have to clear the backlog by June.", ["Bosses have to clear the backlog"]),
        ("Inspectors also want every station to have a nurse.", ["Inspectors also want every station to have a nurse"]),
        (
            "HMICFRS would like the two sergeants to explain it.",
            ["HMICFRS would like the two sergeants to explain it"],
        ),
        (
            "The force should train its staff. Cameras must be issued to every officer.",
            ["The force should train its staff", "Cameras must be issued to every officer"],
        ),
        (
            "I sat through it all. I took notes. Page 27 has a recommendation. The force should vet its cleaners.",
            ["The force should vet its cleaners"],
        ),
        (
            "Each force was left with an area for improvement of its own. Ours reads as follows. “Kent needs to vet its "
            "cleaners.”",
            ["Kent needs to vet its cleaners"],
        ),
        (
            "There are two areas for improvement: that the force needs a plan; and that Fire Control should log each call.",
            ["the force needs a plan", "Fire Control should log each call"],
        ),
    ],
)
def test_what_stands_near_an_ask_tells_that_it_is_one(rows, body, expected):
    assert [mention for row in rows(body) for mention in row] == expected
