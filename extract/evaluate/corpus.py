"""What is evaluated: the gold of a folder, and records that were written before.

Articles are not read here; whoever has the pipeline gives their records and texts.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from extract import errors
from extract.errors import ConfigError, InputError
from extract.evaluate.score import stem_of
from models import Record
from models.gold import SUFFIX, Gold, read_gold

RECORD_SUFFIXES = (".jsonl", ".ndjson")
"""Endings of files that hold records, one a line."""


def read_golds(folder: Path) -> dict[str, Gold]:
    """Every gold below a folder, by stem, in the order of their paths.

    Raises:
        ConfigError: E202 where the folder has none.
        InputError: E152 for a file that is not of the format.
    """
    golds = {}
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        try:
            golds[path.name.removesuffix(SUFFIX)] = read_gold(path)
        except (OSError, ValueError) as error:
            raise InputError("E152", errors.E152.format(reason=_reason(error)), str(path)) from None
    if not golds:
        raise ConfigError(
            "E202",
            errors.E202.format(place=str(folder), reason=f"holds no gold; name a folder with NAME{SUFFIX} files"),
        )
    return golds


def read_records(path: Path) -> dict[str, Record]:
    """The records of a file of JSON lines, by the stem of their source's path.

    Raises:
        InputError: E102 where the file cannot be read, E151 for a line that is no record.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="surrogatepass").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("E102", errors.E102.format(reason=_reason(error)), str(path)) from None
    records = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = Record.model_validate_json(line)
            except ValidationError as error:
                raise InputError("E151", errors.E151.format(line=number, reason=_reason(error)), str(path)) from None
            records[stem_of(record.source.path)] = record
    return records


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc']) or 'the whole'}: {first['msg'].lower()}"
    return (getattr(error, "strerror", None) or str(error)).splitlines()[0].lower()
