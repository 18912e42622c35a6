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
    ],
)
def test_a_force_that_was_inspected_is_a_subject(record, body, expected):
    assert {row.id.removesuffix("-police"): row.subject for row in record(body).forces} == expected
