import json
from pathlib import Path

from typer.testing import CliRunner

import cli
from models import Record

ROOT = Path(__file__).parents[2]
WRITTEN = (ROOT / "models" / "record.schema.json").read_text(encoding="utf-8")
SCHEMA = json.loads(WRITTEN)


def parts(value):
    """Every table within a schema."""
    if isinstance(value, dict):
        yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(below)


def test_the_written_schema_is_what_the_command_prints():
    printed = CliRunner().invoke(cli.app, ["schema"]).stdout
    assert printed == WRITTEN, "renew it with: peelback schema > models/record.schema.json"


def test_the_schema_has_the_fields_of_a_record_in_their_order():
    assert list(SCHEMA["properties"]) == list(Record.model_fields)
    assert SCHEMA["properties"]["schema_version"]["const"] == "1.0"


def test_no_row_takes_a_key_beyond_its_own():
    objects = [part for part in parts(SCHEMA) if part.get("type") == "object"]
    assert len(objects) > 10
    given = [part for part in objects if "properties" not in part]  # the columns that came along with a row
    assert all(part["additionalProperties"] is False for part in objects if part not in given)
    assert len(given) == 1


def test_every_reference_leads_somewhere():
    for part in parts(SCHEMA):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]


def test_every_definition_is_used():
    assert all(f'"#/$defs/{name}"' in WRITTEN for name in SCHEMA["$defs"])
