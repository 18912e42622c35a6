"""Who speaks on pages of newspapers and press offices, where the words beside a quote leave it to what stands before."""

import pytest


@pytest.fixture(scope="module")
def speakers(record):
    """The speaker of each quote, by name, by role where there is none, or as the record words it."""

    def run(body):
        found = record("Kent Police was inspected by HMICFRS in May.\n\n" + body)
        people = {official.id: official.name or official.role for official in found.officials}
        return [people.get(quote.speaker, quote.speaker) for quote in found.quotes]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "A spokesperson from Kent Police told Channel News that the force welcomes the report.\n\n"
            "They said: “We will act on it at once.”",
            ["spokesperson"],
        ),
        (
            "Jo Hale, HM Chief Inspector of Prisons, and Al Dean, HM Inspector of Constabulary, said the visit found better care. "
            "They noted, however, that much was still to do.",
            ["Jo Hale", "Jo Hale"],
        ),
        ("The inspection of 13 forces found that records were lost because of “sheer pressure of work”.", ["HMICFRS"]),
        ("An investigation by HMICFRS found that “too much bad conduct remains”.", ["HMICFRS"]),
        (
            "His Majesty’s Inspector of Constabulary says it must be “much faster”.",
            ["His Majesty’s Inspector of Constabulary"],
        ),
    ],
)
def test_who_speaks_is_settled_by_what_stands_before(speakers, body, expected):
    assert speakers(body) == expected


@pytest.mark.parametrize(
    ("told", "name", "role"),
    [
        ("PC Jo Hale, one of the ten officers on the course,{}", "Jo Hale", "PC"),
        ("The officer in the case, DC Jo Hale,{}", "Jo Hale", "DC"),
        ("Jo Hale, a father of two, came first. The road was wet. PC Hale{}", "Jo Hale", "PC"),
        ("Jo Hale, from our Harbours team,{}", "Jo Hale", None),
    ],
)
def test_an_officer_is_no_private_person(record, told, name, role):
    body = "Kent Police has shut a road.\n\n" + told.format(" said: “We have shut it for now.”")
    (official,) = record(body).officials
    assert (official.name, official.role, official.organisation) == (name, role, "kent-police")
