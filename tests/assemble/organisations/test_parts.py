"""Parts of a force, the police of a place and addresses, which tell the force of an officer."""

import pytest

SAID = " said: “We have read every word of it.”"


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Detective Constable Jo Hale, from the Hythe Local Crime Unit,", "kent-police"),
        ("Sergeant Jo Hale, of Hythe police,", "kent-police"),
        ("Inspector Jo Hale, of North Essex police,", "essex-police"),
        ("Sergeant Jo Hale, of Hythe Police Station,", "kent-police"),
        ("Sergeant Jo Hale, of Essex Police’s Heritage and Harbours Taskforce,", "essex-police"),
        ("PC Jo Hale, from Essex Police’s Ports and Ferries,", "essex-police"),
        ("Investigator Jo Hale, from the Hythe Local Crime Unit,", "kent-police"),
        ("Jo Hale, from the Hythe Local Crime Unit,", "kent-police"),
        ("Inspector Jo Hale, from Hythe SNT,", "kent-police"),
        ("DC Jo Hale, from force CID North,", "kent-police"),
        ("A spokesperson from the Hythe Local Crime Unit", "kent-police"),
        ("East Essex Chief Inspector Jo Hale", "essex-police"),
        ("Hythe’s neighbourhood inspector, Jo Hale,", "kent-police"),
        (
            "Superintendent Jo Hale, of the North West Regional Organised Crime Unit,",
            "North West Regional Organised Crime Unit",
        ),
        ("Jo Hale, manager of the Baking Skills Unit,", "Baking Skills Unit"),
        ("Sergeant Jo Hale, of the Royal Gibraltar Police,", "Royal Gibraltar Police"),
        ("Inspector Jo Hale, chair of the Kent Police Federation,", "Kent Police Federation"),
        ("Jo Hale, chief executive of Mencap,", "Mencap"),
    ],
)
def test_an_officer_of_a_part_of_a_force_is_of_the_force(record, speaker, expected):
    (official,) = record("Kent Police has closed a road in Hythe.\n\n" + speaker + SAID).officials
    assert official.organisation == expected


def test_a_part_of_no_force_that_is_named_is_no_organisation(record):
    body = f"A road in Hythe is closed.\n\nDC Jo Hale, from the Hythe Local Crime Unit,{SAID}"
    assert record(body).officials[0].organisation is None


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("Write to jo.hale@kent.pnn.police.uk or visit www.kent.police.uk.", "kent-police"),
        ("See www.devon-cornwall.police.uk.", "devon-and-cornwall-police"),
        ("See www.psni.police.uk.", "police-service-of-northern-ireland"),
        ("See www.kent.police.uk and www.essex.police.uk.", None),
        ("See www.actionfraud.police.uk.", None),
    ],
)
def test_the_address_at_the_foot_tells_whose_officer_speaks(record, foot, expected):
    body = f"A road is closed.\n\nPC Jo Hale{SAID}\n\n{foot}"
    assert record(body).officials[0].organisation == expected


def test_no_officer_of_the_police_is_of_a_fire_service(record):
    body = f"Kent Fire and Rescue Service came at noon.\n\nSergeant Jo Hale{SAID}"
    assert record(body).officials[0].organisation is None
