"""Forces as rows: the subjects of the inspection first, then those only mentioned."""

import pytest


@pytest.fixture(scope="module")
def subjects(record):
    """Ids of the forces, with an asterisk behind each whose inspection is reported."""

    def run(body, head="Inspectors report on Kent Police\n\n24 November 2025\n\n"):
        return [row.id + "*" * row.subject for row in record(body, head).forces]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("HMICFRS graded Kent Police good at preventing crime.", ["kent-police*"]),
        (
            "HMICFRS graded Kent Police good at preventing crime. Its chief came from Essex Police.",
            ["kent-police*", "essex-police"],
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime, while Essex Police was inadequate at managing offenders.",
            ["kent-police*", "essex-police*"],
        ),
        (
            "Kent Police was graded good by HMICFRS at preventing crime. In 2019 Essex Police was graded inadequate at "
            "preventing crime.",
            ["kent-police*", "essex-police"],
        ),
        ("HMICFRS said Kent Police should train its staff. People in Essex were asked.", ["kent-police*"]),
        ("HMICFRS has rebuked Kent Police and Essex Police for slow answers.", ["kent-police*", "essex-police*"]),
        ("Kent Police and Essex Police were criticised by HMICFRS over vetting.", ["kent-police*", "essex-police*"]),
        (
            "HMICFRS commended Kent Police. It had harsh words for Essex Police.",
            ["kent-police*", "essex-police*"],
        ),
        (
            "HMICFRS graded Kent Police inadequate at custody. A coroner criticised Essex Police.",
            ["kent-police*", "essex-police"],
        ),
        (
            "HMICFRS graded Kent Police good at custody. It also has kind words for Essex Police, its partner in a lab.",
            ["kent-police*", "essex-police"],
        ),
        (
            "HMICFRS graded Kent Police good at custody. Essex Police was adequate and Sussex Police inadequate.",
            ["kent-police*", "essex-police*", "sussex-police*"],
        ),
        (
            "HMICFRS examined vetting. At Kent Police, files were kept on paper. At Surrey Police, checks were prompt. "
            "At Gwent Police, nobody checked.",
            ["kent-police*", "surrey-police*", "gwent-police*"],
        ),
        ("Kent Police has a new dog. It came from Essex Police.", ["kent-police", "essex-police"]),
        (
            "HMICFRS graded Kent Police good at preventing crime.\n\nRelated News\n\nEssex Police graded inadequate\n\n"
            "Copyright © 2025 Surrey Police.",
            ["kent-police*"],
        ),
    ],
)
def test_a_subject_is_a_force_whose_inspection_is_reported(subjects, body, expected):
    assert subjects(body) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Essex Police, its neighbour, was not inspected.",
        "Essex Police reads on: ten forces were inspected (not including Essex).",
        "Essex Police will be inspected in the spring.",
    ],
)
def test_a_force_that_was_not_inspected_is_no_subject(subjects, sentence):
    body = "HMICFRS graded Kent Police good at preventing crime. " + sentence
    assert subjects(body) == ["kent-police*", "essex-police"]


def test_the_publisher_is_no_subject_of_an_article_about_another_force(subjects):
    body = (
        "HMICFRS graded Kent Police good at preventing crime, and its report was published today for all to read.\n\n"
        "Related News\n\nPark gets a tree\n\nCopyright © 2025 Sussex Police. All rights reserved."
    )
    assert subjects(body) == ["kent-police*"]


@pytest.mark.parametrize("publisher", ["Sussex Police", "Heddlu Gwent Police"])
def test_the_force_on_whose_page_an_article_stands_is_one_of_it(record, publisher):
    page = (
        f"Tools found in a barn\n\n{publisher}\n3 May 2019\n\nA farmer has his tools back, and thanked those who rang."
    )
    (row,) = record(page, "").forces
    assert (row.name, row.subject) == (publisher.removeprefix("Heddlu "), False)


def test_every_mention_is_evidence_bare_names_too(record):
    found = record(
        "HMICFRS graded Kent Police good at preventing crime. Kent’s officers were glad, people in Kent less so."
    )
    (row,) = found.forces
    assert [evidence.text for evidence in row.evidence] == ["Kent Police", "Kent", "Kent"]
    assert (row.name, row.kind, row.rule) == ("Kent Police", "police", "forces.name")


def test_a_county_alone_names_no_force(record):
    assert record("HMICFRS met people in Kent, and they were glad.").forces == ()


def test_police_and_fire_of_one_county_are_two(subjects):
    body = (
        "HMICFRS graded Kent Police good at preventing crime. It graded Kent Fire and Rescue Service adequate at "
        "preventing fires."
    )
    assert subjects(body) == ["kent-police*", "kent-fire-and-rescue-service*"]


def test_the_page_of_a_fire_authority_is_about_its_service(record):
    head = "Avon Fire Authority\n\nMinutes of the meeting held on 3 May 2023\n\n"
    body = (
        "Cllr Tiley declared that his son was a firefighter with Gloucestershire Fire and Rescue Service.\n\n"
        "The Chief Fire Officer presented the report of HMICFRS on Avon Fire and Rescue Service. Of the areas, "
        "prevention had been judged good.\n\nThe service should train its staff by June."
    )
    found = {row.id: row.subject for row in record(body, head).forces}
    assert found == {"avon-fire-and-rescue-service": True, "gloucestershire-fire-and-rescue-service": False}


def test_a_force_that_only_the_office_above_names_is_the_one_of_the_grades(subjects):
    head = "Office of the Police and Crime Commissioner for Surrey\n\nMinutes, 5 July 2021\n\n"
    body = "HMICFRS graded the force outstanding at preventing crime. A scheme had been copied by Thames Valley Police."
    assert subjects(body, head) == ["surrey-police*", "thames-valley-police"]


def test_who_publishes_an_article_that_reports_no_inspection_is_named(record):
    head = "Scrapyards pass muster\n\nHumberside Police\nHull and East Riding\nMonday 9 September 2019\n\n"
    body = "Officers from our rural team visited seven yards in Hull with colleagues from British Transport Police.\n"
    rows = record(body, head).forces
    assert {(row.id, row.subject) for row in rows} == {
        ("humberside-police", False),
        ("british-transport-police", False),
    }


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Image caption, Ann Lee joined the force from Essex Police in 2020", ["kent-police*", "essex-police"]),
        ("Image caption, Officers at work. Picture: Essex Police", ["kent-police*"]),
        ("Officers at work (Image: Essex Police)", ["kent-police*"]),
    ],
)
def test_a_caption_can_tell_of_a_force_but_its_credit_does_not(subjects, caption, expected):
    body = f"HMICFRS graded Kent Police good at preventing crime.\n\n{caption}\n\nIt was not all good, said the inspectors."
    assert subjects(body) == expected
