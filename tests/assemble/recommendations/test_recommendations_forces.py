"""Which force an ask is put to, where its subject does not name it."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"
GRADED = (
    "HMICFRS graded Kent Police good at preventing crime and Essex Police adequate at preventing crime. "
    "They share dog teams with Sussex Police.\n\n"
)


@pytest.fixture(scope="module")
def forces(record):
    """The force of each ask."""

    def run(body):
        return [row.force for row in record(body).recommendations]

    return run


def test_the_two_forces_are_those_that_were_graded(forces):
    assert forces(f"{GRADED}The two forces should count their dogs.") == ["kent-police", "essex-police"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The regional organised crime unit was seen as well. The unit should share its lists.", [None]),
        ("The regional organised crime unit (ROCU) was seen as well. The ROCU should share its lists.", [None]),
        ("Its neighbourhood unit was seen as well. The unit should share its lists.", ["kent-police"]),
        ("Cases of Kent Police and the Charging Office (PCO) were read. The PCO must say why.", [None]),
        ("The Public Prosecution Service should read each file.", [None]),
        ("Prosecutors must read each file, the report says.", [None]),
        ("The Director of Children’s Services should send Ofsted a plan.", [None]),
    ],
)
def test_what_a_shared_unit_or_a_partner_is_asked_has_no_force(forces, body, expected):
    assert forces(OPENING + body) == expected


def test_a_wish_is_put_to_the_force_that_was_graded_and_not_to_its_neighbours(forces):
    body = (
        "HMICFRS graded Kent Police good at preventing crime. Kent Police has 40 dogs.\n\n"
        "Two neighbours, Essex Police and Sussex Police, lend it vans.\n\n"
        "So what now? Inspectors want to see a vet on call at night."
    )
    assert forces(body) == ["kent-police"]


LETTER = """Kent Police: progress letter

Publication date: 17 October 2023

From: Desmond Harker, His Majesty’s Inspector of Constabulary

To: Chief Constable Royle

Dear Annette

Thank you for your help with the HMICFRS inspection of Kent Police. Kent Police has come far.

Essex Police, which had the same trouble, is over it. {ask}

Yours sincerely

Desmond Harker
"""


def test_you_in_a_letter_is_whom_it_is_written_to(forces):
    assert forces(LETTER.format(ask="You need to vet your contractors.")) == ["kent-police"]


def test_a_heading_with_an_article_tells_the_service_from_the_force(forces):
    body = (
        "HMICFRS inspected Kent Fire and Rescue Service and Kent Police.\n\nTHE FIRE SERVICE\n\n"
        "The service should test its sirens.\n\nTHE POLICE\n\nThe force should count its dogs."
    )
    assert forces(body) == ["kent-fire-and-rescue-service", "kent-police"]


def test_the_force_that_a_team_was_sent_to_is_no_neighbour(forces):
    body = (
        "HMICFRS sent a team to Kent Police in May.\n\nThe force should count its dogs.\n\n"
        "Its chief said Essex Police was lending a van."
    )
    assert forces(body) == ["kent-police"]


@pytest.mark.parametrize(
    ("count", "expected"),
    [("Two", ["kent-police", "essex-police"]), ("Nine", [None])],
)
def test_so_many_forces_are_those_that_were_graded_or_none_of_them(forces, count, expected):
    assert forces(f"{GRADED}{count} forces have been told to count their dogs.") == expected


def test_a_headline_that_names_no_force_asks_none_that_is_named_below(record):
    article = (
        "Two Welsh police forces told to mend their masts\n\n14 May 2016\n\nHMIC has published its reports. "
        "Gwent Police and South Wales Police were rated good. Dyfed-Powys Police and North Wales Police were not."
    )
    assert [row.force for row in record(article, "").recommendations] == [None]


def test_what_is_counted_of_every_force_is_of_none(record):
    article = "HMIC evaluated forces in four areas.\n\nDurham was rated outstanding at vetting.\n\nKent was rated good."
    assert [(row.count, row.force) for row in record(article).stated_counts] == [(4, None)]
