"""What every engine is given and gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from extract import errors
from extract.errors import InputError
from extract.sources.files import MAX_BYTES, Item, read_file

COUNTED = ("forces", "grades", "stated_counts", "recommendations", "initiatives", "officials", "quotes", "findings")
"""Fields of a record whose rows are counted."""
RENEW = 4000
"""Articles after which a worker is renewed, as spaCy's vocabulary grows with every new word."""
GRACE = 5.0
"""Seconds that a worker may be late to end an article by itself."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told when it starts.

    Args:
        data: A user's folder of gazetteers, or None.
        max_bytes: Size beyond which an input is not read, in bytes.
        max_chars: Length beyond which a text is not read, in characters.
        timeout: Seconds that one article may take; 0 for as long as it likes.
    """

    data: Path | None = None
    max_bytes: int = MAX_BYTES
    max_chars: int = 1_000_000
    timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class Task:
    """One article to do.

    Args:
        number: Its place among the inputs of the run.
        item: The article; without its bytes where `digest` is given.
        digest: SHA-256 of the bytes of a file that the worker reads itself, or "".
    """

    number: int
    item: Item
    digest: str = ""

    @classmethod
    def of(cls, number: int, item: Item) -> Task:
        """The task of an item; a file travels by its path alone."""
        if item.local:
            return cls(number, replace(item, data=b""), item.sha256)
        return cls(number, item)

    def load(self, max_bytes: int) -> Item:
        """The item with its bytes.

        Raises:
            InputError: E101, E102 or E106 for a file that is gone, E129 for one that has changed.
        """
        if not self.digest:
            return self.item
        item = replace(self.item, data=read_file(self.item.path, max_bytes=max_bytes, named=False).data)
        if item.sha256 != self.digest:
            raise InputError("E129", errors.E129, item.path)
        return item


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a task.

    Args:
        number: Of the task.
        code: Of the failure, or "" for a record.
        line: The record or the failure as JSON, compressed by zlib.
        text: First half of the SHA-256 of the article's text; empty for a failure.
        counts: Rows of each field in `COUNTED`; empty for a failure.
        seconds: How long it took.
    """

    number: int
    code: str
    line: bytes
    text: bytes = b""
    counts: tuple[int, ...] = ()
    seconds: float = 0.0


class Engine(Protocol):
    """Runs tasks somewhere."""

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Result]]:
        """Results of all tasks, each once, in whatever order they are ready; tasks are taken as there is room."""
        ...


def chunk(tasks: Iterable[Task], *, most: int, weight: int = 1 << 20) -> Iterator[list[Task]]:
    """Tasks in lists of at most `most`, each list cut where it reaches `weight` bytes.

    Example:
        >>> tasks = [Task(number, Item("", b"xxx", "text/plain")) for number in range(5)]
        >>> [len(part) for part in chunk(tasks, most=3)], [len(part) for part in chunk(tasks, most=3, weight=6)]
        ([3, 2], [2, 2, 1])
    """
    held: list[Task] = []
    bytes_held = 0
    for task in tasks:
        held.append(task)
        bytes_held += len(task.item.data)
        if len(held) >= most or bytes_held >= weight:
            yield held
            held, bytes_held = [], 0
    if held:
        yield held
