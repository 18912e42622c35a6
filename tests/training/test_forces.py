"""Examples of the decisions over forces: what the gold of a lesson says of an inspection."""

from types import SimpleNamespace

import pytest

from extract.training.forces import is_reported

KENT = {"id": "kent-police", "subject": True}


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ({"inspectorate": "HMICFRS", "forces": []}, True),
        ({"inspectorate": None, "forces": [KENT]}, False),
        ({"grades": [{"force": "kent-police"}]}, True),
        ({"forces": [KENT]}, True),
        ({"forces": [KENT | {"subject": False}]}, False),
        ({"forces": []}, None),
        ({"grades": []}, None),
        ({"officials": [], "quotes": []}, None),
    ],
)
def test_a_lesson_without_rows_leaves_open_whether_an_inspection_is_reported(gold, expected):
    assert is_reported(SimpleNamespace(gold=gold)) is expected
