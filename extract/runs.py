"""Two files of records as pairs of validated records, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from extract import errors
from extract.errors import InputError
from extract.sources.records import RecordFile
from models import Record


def pair_runs(old: str, new: str) -> Iterator[tuple[Record | None, Record | None]]:
    """Records of two files by article: in the order of the old file, then those that only the new one has.

    Args:
        old: File of the earlier run, JSON lines or an array.
        new: File of the later run.

    Raises:
        InputError: E101, E102, or E153 for what is no record.
    """
    before, after = RecordFile(old), RecordFile(new)
    for article in before:
        one = _validated(before.read(article), old)
        yield one, _validated(after.read(article), new) if article in after else None
    for article in after:
        if article not in before:
            yield None, _validated(after.read(article), new)


def _validated(data: Any, path: str) -> Record:
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = "/".join(str(part) for part in first["loc"])
        raise InputError("E153", errors.E153.format(reason=f"{place}: {first['msg']}"), path) from None
