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
        For each record its values, for each line that is no JSON a failure, E153.
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
    return Failure.of(InputError("E153", errors.E153.format(reason=reason)), path)


class RecordFile:
    """Records of a file by the article that they are of, read one at a time.

    Args:
        path: The file.

    Raises:
        InputError: E101, E102 where it cannot be read, E153 where it holds something else.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._whole: list[Any] = []
        self._places: dict[str, tuple[int, int]] = {}
        try:
            with open(path, "rb") as file:
                self._index(file)
        except FileNotFoundError:
            raise InputError("E101", errors.E101, path) from None
        except OSError as error:
            raise InputError("E102", errors.E102.format(reason=str(error.strerror).lower()), path) from None

    def _index(self, file: Any) -> None:
        """Where the record of each article stands: offset and length of a line, or number and -1 in an array."""
        head = file.read(64).lstrip()
        file.seek(0)
        if head.startswith(b"["):
            self._whole = self._parse(file.read(), "the array")
            for number, data in enumerate(self._whole):
                self._places[_article(data, self.path, f"record {number + 1}")] = (number, -1)
            return
        at = 0
        for number, line in enumerate(file, 1):
            if line.strip():
                data = self._parse(line, f"line {number}")
                self._places[_article(data, self.path, f"line {number}")] = (at, len(line))
            at += len(line)

    def _parse(self, data: bytes, place: str) -> Any:
        try:
            return json.loads(data)
        except ValueError as error:
            raise InputError("E153", errors.E153.format(reason=f"{place}: {error}"), self.path) from None

    def __iter__(self) -> Iterator[str]:
        """Paths of the articles, in the order of the file."""
        return iter(self._places)

    def __contains__(self, article: str) -> bool:
        return article in self._places

    def read(self, article: str) -> Any:
        """The values of the record of an article."""
        at, length = self._places[article]
        if length < 0:
            return self._whole[at]
        with open(self.path, "rb") as file:
            file.seek(at)
            return json.loads(file.read(length))


def _article(data: Any, path: str, place: str) -> str:
    """The article that a record names."""
    try:
        return str(data["source"]["path"])
    except (KeyError, TypeError, IndexError):
        reason = f"{place} has no source.path"
        raise InputError("E153", errors.E153.format(reason=reason), path) from None
