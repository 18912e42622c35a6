"""Files of records: JSON lines, one array, or one record, as `peelback extract` writes them.

Enters a path or bytes; leaves the values of each record as they stand in the file, not yet validated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract import errors
from extract.errors import Failure, InputError
from extract.sources.files import STDIN, Item

SUFFIXES = (".json", ".jsonl", ".ndjson")
"""Endings of files of records."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One record of a file.

    Args:
        path: The file, as it was given.
        line: Number of the line that it begins on, from 1.
        data: Its values; what they are is not known yet.
    """

    path: str
    line: int
    data: Any


def holds_records(path: str) -> bool:
    """Whether a path is that of a file of records, by its ending.

    Example:
        >>> holds_records("run/records.jsonl"), holds_records("article.txt")
        (True, False)
    """
    return Path(path).suffix.lower() in SUFFIXES


def looks_like_records(item: Item) -> bool:
    """Whether what came by standard input is records and no article."""
    head = item.data[:4096].lstrip()
    return item.path == STDIN and head.startswith((b"{", b"[")) and b'"schema_version"' in head


def read_records(item: Item) -> Iterator[Stored | Failure]:
    """Records of a file, in its order.

    Args:
        item: The file.

    Returns:
        For each record its values, for each line that is no JSON a failure, E121.
    """
    try:
        text = item.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield _fail(item.path, f"byte {error.start} is not UTF-8")
        return
    try:
        whole = json.loads(text)
    except ValueError as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2:
            yield _fail(item.path, str(error))
            return
        for number, line in lines:
            try:
                yield Stored(item.path, number, json.loads(line))
            except ValueError as reason:
                yield _fail(item.path, f"line {number}: {reason}")
        return
    if isinstance(whole, list):
        for data in whole:
            yield Stored(item.path, 1, data)
    else:
        yield Stored(item.path, 1, whole)


def _fail(path: str, reason: str) -> Failure:
    return Failure.of(InputError("E121", errors.E121.format(reason=reason)), path)
