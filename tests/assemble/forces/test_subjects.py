"""Whose inspection an article reports, against forces that it only mentions."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("HMICFRS graded Kent Police good at preventing crime.", {"kent": True}),
        (
            "HMICFRS graded Kent Police good at preventing crime. Its chief constable, Ann Lee, came from Essex Police.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime and Essex Police inadequate at managing offenders.",
            {"kent": True, "essex": True},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Essex Police will be inspected next year.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Essex Police, which was not part of the inspection, is "
            "outstanding at preventing crime.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Its reports on Essex Police and Sussex Police will follow.",
            {"kent": True, "essex": False, "sussex": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Inspectors turn to Essex Police in the new year.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS has named the first forces to be inspected under its new programme. They are Kent Police and Essex "
            "Police, with Surrey Police to follow in the spring.",
            {"kent": False, "essex": False, "surrey": False},
        ),
        (
            "HMICFRS visited Kent Police and Essex Police, and says that both are slow to answer. It is grateful to Surrey "
            "Police for sharing its records.",
            {"kent": True, "essex": True, "surrey": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime and Essex Police inadequate at managing offenders. Essex "
            "Police will be visited again in May.",
            {"kent": True, "essex": True},
        ),
        (
            "HMICFRS graded Kent Police inadequate at preventing crime. Its neighbours have less to shout about. Essex Police "
            "was graded inadequate at preventing crime in 2022, while Surrey Police managed an adequate.",
            {"kent": True, "essex": False, "surrey": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Essex Police was good at preventing crime in 2019.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS sent a team to Kent Police in May. It says that the force must answer callers. Essex Police is lending it "
            "a room.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. The former Essex Police assistant chief is good at it. Its "
            "head of vetting came to it from Surrey Police.",
            {"kent": True, "essex": False, "surrey": False},
        ),
        (
            "HMICFRS graded Kent Police good at preventing crime. Essex Police, which was in December's batch, was good at it.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS graded Kent Police inadequate at preventing crime. It should log every call, as Essex Police does.",
            {"kent": True, "essex": False},
        ),
        (
            "HMICFRS says that Kent Police lets too many buildings go without a visit. It must write to their owners.",
            {"kent": True},
        ),
    ],
)
def test_a_force_that_was_inspected_is_a_subject(record, body, expected):
    assert {row.id.removesuffix("-police"): row.subject for row in record(body).forces} == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The results of the inspections in brief:", [True] * 4),
        ("Inspectors from HMICFRS visited cells in four areas:", [True] * 4),
        ("Next year HMICFRS will visit four forces:", [False] * 4),
    ],
)
def test_a_list_of_results_is_of_subjects_whatever_an_item_says(record, lead, expected):
    items = (
        "Kent Police is good",
        "Essex Police: a mixed picture",
        "Surrey Police is doing well",
        "Sussex Police (June)",
    )
    body = (
        "HMICFRS has published four reports on custody today.\n\n"
        if expected[0]
        else "HMICFRS has set out its plans.\n\n"
    )
    rows = record(body + lead + "\n" + "\n".join(f"\u2022 {item}" for item in items)).forces
    assert [row.subject for row in rows] == expected


def test_a_list_of_other_things_makes_no_subjects(record):
    body = (
        "HMICFRS graded Kent Police good at preventing crime. The drone is shared by:\n"
        "\u2022 Kent Police\n\u2022 Essex Police\n\u2022 Surrey Police\n"
    )
    assert [row.id for row in record(body).forces if row.subject] == ["kent-police"]


def test_the_forces_of_a_list_that_stand_nowhere_else_are_subjects_together(record):
    body = (
        "Kent Police has been moved out of special measures by HMICFRS after two years. Essex Police and Surrey Police "
        "remain in the Engage phase, as do the Metropolitan Police and Nottinghamshire Police. The inspectorate said that "
        "Kent Police had worked hard."
    )
    assert all(row.subject for row in record(body).forces)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Care Quality Commission inspected the hospital and rated it as requires improvement. Kent Police has an "
            "officer there. Inspectors praised the link.",
            [],
        ),
        (
            "HM Inspectorate of Prisons and HMICFRS inspected the custody suites of Kent Police. The force should record all "
            "force. The health provider should hire nurses.",
            ["kent-police"],
        ),
    ],
)
def test_a_force_is_no_subject_where_no_inspectorate_of_forces_is_named(record, body, expected):
    assert [row.id for row in record(body).forces if row.subject] == expected


def test_an_ask_after_a_joint_inspection_of_cells_is_put_to_their_force(record):
    body = (
        "HM Inspectorate of Prisons and HMICFRS inspected the custody suites of Kent Police. The force should record all force. "
        "Detainees should be told their rights. The health provider should hire nurses."
    )
    asked = {row.evidence[0].text.split()[1]: row.force for row in record(body).recommendations}
    assert (asked["force"], asked["should"], asked.get("health")) == ("kent-police", "kent-police", None)


def test_the_past_of_an_inspector_is_no_subject_of_a_report_on_all_forces(record):
    page = (
        "Forces must vet faster, says report\n\n8 June 2023\n\nHMICFRS has published a report on vetting. Inspectors found that too many forces"
        " failed to check their officers.\n\nJo Hale, a former chief constable of Norfolk, said that chief constables must check all officers."
    )
    (row,) = record(page, "").forces
    assert (row.id, row.subject) == ("norfolk-constabulary", False)


@pytest.mark.parametrize(
    "beside",
    [
        "Gwent Police is one of three forces in special measures. The others are Merseyside and Norfolk.",
        "Gwent Police is now in Engage.\n\nThe other forces in Engage are Merseyside and Norfolk.",
        "Two other forces are in special measures: Merseyside Police and Norfolk Constabulary.",
        "Merseyside Police and Norfolk Constabulary are already under the enhanced monitoring.",
    ],
)
def test_a_force_that_an_inspectorate_watches_already_is_no_subject(record, beside):
    body = f"HMICFRS has put Gwent Police into special measures after it found worries in custody.\n\n{beside}"
    assert [row.id for row in record(body).forces if row.subject] == ["gwent-police"]
