"""The person with whom a sentence opens, whatever stands between the name and the verb."""

import pytest

SAID = " said: “We have shut the road for now.”"


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("Detective Inspector Ray Still", "Ray Still", "Detective Inspector"),
        ("Detective Inspector Ray Lay", "Ray Lay", "Detective Inspector"),
        ("DS King", "King", "DS"),
        ("DCI Page", "Page", "DCI"),
        ("Detective Sergeant Henry", "Henry", "Detective Sergeant"),
        ("PC Marsh from Hythe Neighbourhood Policing Team", "Marsh", "PC"),
        ("Detective Constable Bell, of Hythe CID,", "Bell", "Detective Constable"),
        ("CI Ashby-Dunn", "Ashby-Dunn", "CI"),
        ("PC 417 Jo Hale, who came first,", "Jo Hale", "PC"),
        ("Chief Inspector Jo Hale, Head of Harbours for Kent Police", "Jo Hale", "Chief Inspector"),
        ("Inspector Jo Hale, Borough Commander for Rye Heath", "Jo Hale", "Inspector"),
        ("Sergeant Jo Hale, Hythe CID,", "Jo Hale", "Sergeant"),
        ("Superintendent Jo Hale, Deputy Head of Ports, Kent Police", "Jo Hale", "Superintendent"),
        ("Inspector Jo Hale, commander for the Central Hythe NPA,", "Jo Hale", "Inspector"),
        ("DC Jo Hale, based at Milton Abbas,", "Jo Hale", "DC"),
        ("Superintendent Jo Hale, force lead for Modern Fraud at Kent Police,", "Jo Hale", "Superintendent"),
        ("Inspector Jo Hale, the force’s lead for Tidal Safety and River Patrols,", "Jo Hale", "Inspector"),
        ("Chief Inspector Jo Hale, District Commander for Rye and Hythe", "Jo Hale", "Chief Inspector"),
        ("Sergeant Jo Hale from the Essex, Kent, and Sussex Roads Policing Unit,", "Jo Hale", "Sergeant"),
        (
            "Detective Chief Inspector Jo Hale, Head of Regional Harbour Crime, Digital Records and Economic Affairs for the "
            "South East Regional Organised Crime Unit (SEROCU),",
            "Jo Hale",
            "Detective Chief Inspector",
        ),
        ("Sergeant Jo Hale who runs Kent Police’s Coastal Patrol teams", "Jo Hale", "Sergeant"),
        ("Inspector Jo Hale Kent Police’s Crime Reduction Unit", "Jo Hale", "Inspector"),
        ("Detective Constable Jo Di Marco", "Jo Di Marco", "Detective Constable"),
        ("Detective Constable Jo St. Clare", "Jo St. Clare", "Detective Constable"),
        ("Grace Hale, Head of SureSafe", "Grace Hale", "Head of SureSafe"),
        ("Minister for Harbour Works Grace Hale", "Grace Hale", "Minister for Harbour Works"),
        ("His Honour Judge Adam Hale KC", "Adam Hale", "His Honour Judge"),
        (
            "Speaking today, investigating officer Detective Constable Jo Hale",
            "Jo Hale",
            "investigating officer Detective Constable",
        ),
    ],
)
def test_who_opens_a_sentence_speaks(record, speaker, name, role):
    (official,) = record(f"Kent Police has shut a road in Hythe.\n\n{speaker}{SAID}").officials
    assert (official.name, official.role) == (name, role)


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Sergeant Jo Hale has revealed that Chief Constable Al Dean", "Al Dean"),
        ("As PC Jo Hale came in, Chief Constable Al Dean", "Al Dean"),
    ],
)
def test_who_only_stands_first_does_not(record, speaker, name):
    officials = record(f"Kent Police has shut a road in Hythe.\n\n{speaker}{SAID}").officials
    assert [official.name for official in officials] == [name]


def test_the_field_of_an_office_is_no_name(record):
    body = f"Kent Police has shut a road.\n\nBarry Hale is the council’s Director for Harbours and Waterways. He{SAID}"
    (official,) = record(body).officials
    assert (official.name, official.role) == ("Barry Hale", "Director for Harbours and Waterways")


@pytest.mark.parametrize(
    "told",
    [
        "Ray Marsh, 40, of Chapel Rise, Hythe, broke in.",
        "Ray Marsh, of Harbour Court, Hythe, broke in.",
        "Ray Marsh, 40, St Mary’s Road, Hythe, broke in.",
    ],
)
def test_who_has_an_address_is_no_official(record, told):
    found = record(f"Kent Police has shut a road.\n\n{told} He{SAID}")
    assert not found.officials


@pytest.mark.parametrize(
    ("speaker", "name", "role", "organisation"),
    [
        (
            "Head of Pay and Safety at Kent Police Grace Hale",
            "Grace Hale",
            "Head of Pay and Safety at Kent Police",
            "kent-police",
        ),
        (
            "Grace Hale Head of Ports and Ferries for Kent Police",
            "Grace Hale",
            "Head of Ports and Ferries for Kent Police",
            "kent-police",
        ),
        (
            "Coasts England Regional Manager Grace Hale",
            "Grace Hale",
            "Coasts England Regional Manager",
            "Coasts England",
        ),
        (
            "Grace Hale, Senior Crown Prosecutor with CPS South Coast,",
            "Grace Hale",
            "Senior Crown Prosecutor with CPS South Coast",
            "CPS South Coast",
        ),
        ("Grace Hale, from Kent Road Safety Partnership,", "Grace Hale", None, "Kent Road Safety Partnership"),
        ("Inspector Grace Hale District Commander for Rye", "Grace Hale", "Inspector", "kent-police"),
        ("Grace Hale, Chief Nurse at Kent Hospitals", "Grace Hale", "Chief Nurse at Kent Hospitals", "Kent Hospitals"),
    ],
)
def test_an_office_and_its_body(record, speaker, name, role, organisation):
    (official,) = record(f"Kent Police has shut a road.\n\n{speaker}{SAID}").officials
    assert (official.name, official.role, official.organisation) == (name, role, organisation)


def test_an_office_is_no_name_behind_a_rank(record):
    found = record(f"Kent Police has shut a road.\n\nThe Chief Harbour Officer{SAID}").officials
    assert [official.name for official in found] == [None]
