"""The body that a role names within itself, and the bodies that a text names elsewhere."""

import pytest

from extract.assemble.organisations.known import Bodies


@pytest.fixture(scope="module")
def inside(gazetteers):
    return Bodies.of(gazetteers.forces, gazetteers.ranks, {}).inside


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("Police Federation branch secretary", "Police Federation"),
        ("FBU brigade secretary", "FBU"),
        ("Howard League campaigner", "Howard League"),
        ("director of assurance at RQIA", "RQIA"),
        ("director of services at Blackburn with Darwen Council", "Blackburn with Darwen Council"),
        ("chief executive of Victim Support", "Victim Support"),
        ("chair of Kent Police Federation", "Kent Police Federation"),
        ("CEO of Brightwell", "Brightwell"),
        ("BCH Roads Policing Sergeant", None),
        ("Assistant Chief Constable", None),
        ("MP for Ashford", None),
        ("head of criminal justice", None),
        ("Custody manager", None),
    ],
)
def test_a_role_names_its_body(inside, role, body):
    found = inside(role)
    assert (role[slice(*found)] if found else None) == body


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Cllr Jo Hale", "Kent Police, Fire and Crime Panel"),
        ("Vice-chair Jo Hale", "Kent Police, Fire and Crime Panel"),
        ("Federation secretary Jo Hale", "Police Federation"),
        ("Senior coroner Jo Hale", "Maidstone Coroner’s Court"),
        ("The head of the contact centre, Jo Hale,", "kent-police"),
        ("Chief Inspector Jo Hale", "kent-police"),
        ("Campaigner Jo Hale", None),
    ],
)
def test_a_role_without_a_body_speaks_for_what_a_reader_infers(record, speaker, expected):
    lead = "HMICFRS graded Kent Police good. The Kent Police, Fire and Crime Panel met near Maidstone Coroner’s Court."
    (official,) = record(f"{lead}\n\n{speaker} said: “We have read every word of it.”").officials
    assert official.organisation == expected
