"""Bounds for what a source may be made to read, and the count of what it read."""

from __future__ import annotations

import fnmatch
import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any, Protocol

from extract import errors
from extract.errors import InputError
from extract.sources.files import MAX_BYTES, SUFFIXES

DEPTH = 4
"""Archives that may lie in each other: a zip in a tar.gz are three."""
RATIO = 200
_PIECE = 1 << 14
FLOOR = 256_000_000
"""Bytes that anything may expand to, whatever its size."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a row is what.

    Args:
        text: The article.
        id: The caller's own id, or None.
        title: Its title, or None.
        date: The day it was published, or None.
    """

    text: str = "text"
    id: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is taken of the inputs, and how much of it.

    Args:
        include: Patterns of names or of paths below the input; empty for every ending that is read.
        exclude: Patterns of what is left out.
        columns: Which field of a row is what.
        max_bytes: Size beyond which an article is not read, in bytes.
        ratio: How many times its size an archive may expand to, beyond 256 MB.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    columns: Columns = field(default_factory=Columns)
    max_bytes: int = MAX_BYTES
    ratio: int = RATIO

    def excludes(self, path: str) -> bool:
        """Whether a path is left out.

        Example:
            >>> Choice(exclude=("drafts/*",)).excludes("drafts/a.txt"), Choice(exclude=("*.txt",)).excludes("b/a.txt")
            (True, True)
        """
        return _fits(path, self.exclude)

    def takes(self, path: str) -> bool:
        """Whether an article at a path is read: it is included, or nothing is and its ending is one that is read."""
        if self.excludes(path):
            return False
        return _fits(path, self.include) if self.include else os.path.splitext(path)[1].lower() in SUFFIXES


def _fits(path: str, patterns: tuple[str, ...]) -> bool:
    name = path.rpartition("/")[2]
    return any(fnmatch.fnmatchcase(path, one) or fnmatch.fnmatchcase(name, one) for one in patterns)


@dataclass
class Meter:
    """How far the sources are.

    Args:
        read: Bytes of the inputs read so far.
        size: Bytes of all inputs, or None while they are not known.
        skipped: Files and members that were left out, as neither their name nor their content is one that is read.
    """

    read: int = 0
    size: int | None = None
    skipped: int = 0


class Budget:
    """How many bytes an input may still expand to.

    Args:
        path: The input.
        size: Its size, in bytes.
        ratio: How many times that.
    """

    def __init__(self, path: str, size: int, ratio: int) -> None:
        self.path = path
        self.ratio = ratio
        self.left = max(size * ratio, FLOOR)

    def spend(self, count: int) -> None:
        """Take so many bytes off it.

        Raises:
            InputError: E124 when it is used up.
        """
        self.left -= count
        if self.left < 0:
            raise InputError("E124", errors.E124.format(ratio=self.ratio), self.path)


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes."""
        ...


class Counted(io.RawIOBase):
    """A stream that reads through another and has every read counted.

    Args:
        stream: The other.
        count: Called with the number of bytes of each read.
    """

    def __init__(self, stream: Readable, count: Callable[[int], Any]) -> None:
        self.stream = stream
        self.count = count
        self.broken: InputError | None = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as the other stream goes; where that breaks off, what came before is given first."""
        if self.broken:
            raise self.broken
        view, filled = memoryview(buffer), 0
        while filled < len(view):
            try:
                data = self.stream.read(min(len(view) - filled, _PIECE))
            except InputError as error:
                self.broken = error
                if not filled:
                    raise
                break
            if not data:
                break
            view[filled : filled + len(data)] = data
            filled += len(data)
        self.count(filled)
        return filled


def buffered(stream: Readable, count: Callable[[int], Any]) -> io.BufferedReader:
    """A stream whose first bytes can be looked at and whose reads are counted."""
    return io.BufferedReader(Counted(stream, count), 1 << 16)


def read_article(stream: Readable, path: str, limit: int) -> bytes:
    """All bytes of a stream that may be an article.

    Raises:
        InputError: E106 where there are more than the limit.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError("E106", errors.E106.format(size=len(data), limit=limit), path)
    return data


Stream = IO[bytes] | io.RawIOBase | io.BufferedIOBase
