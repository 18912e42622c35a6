"""Files, folders and standard input: each article as bytes with the path as it was given.

Enters paths; leaves items in order, and a failure for every input that cannot be read. Nothing is decoded here.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract import errors
from extract.errors import Failure, InputError
from extract.expressions import expression

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Endings of the files that are read in folders, and the media type of each."""

STDIN = "-"
MAX_BYTES = 50_000_000
_PAGE = expression(
    rb"\s*(?:\xef\xbb\xbf\s*)?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


Scalar = str | int | float | bool | None
"""A value of a row that is no list and no table."""


@dataclass(frozen=True, slots=True)
class Item:
    r"""One input.

    Args:
        path: As it was given, or as found below a folder that was given; bytes that are no UTF-8 as `\xe9`.
        data: Its bytes.
        media_type: By its content where that is clear, else by its name.
        title: What its source says its title is, over what the article says; None where the source says nothing.
        published: Likewise the day it was published.
        url: Its address, for an article that does not say its own.
        given: Other values that the source has of it and that go through to the record.
        local: Whether `path` is a file that can be read again.
    """

    path: str
    data: bytes
    media_type: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    given: Mapping[str, Scalar] | None = None
    local: bool = False

    @property
    def sha256(self) -> str:
        """Digest of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def read_inputs(paths: Iterable[str], *, max_bytes: int = MAX_BYTES) -> Iterator[Item | Failure]:
    """Items of files, folders and `-` for standard input, in the order given; folders in the order of their names.

    Args:
        paths: Files, folders or `-`.
        max_bytes: Size beyond which a file is not read, in bytes.

    Returns:
        For each input an item, or the failure that stands for it: E101 not found, E102 not readable, E106 too
        large, E107 no article in a folder, E108 an ending that is not read.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _read_folder(path, max_bytes)
        else:
            yield _attempt(path, max_bytes, named=True)


def _read_folder(folder: str, max_bytes: int) -> Iterator[Item | Failure]:
    found = False
    closed: list[OSError] = []
    for path in walk(folder, closed.append):
        found = True
        yield _attempt(path, max_bytes, named=False)
    for error in closed:
        reason = _reason(error)
        yield Failure(_shown(error.filename or folder), "E102", errors.E102.format(reason=reason))
    if not found and not closed:
        yield Failure(_shown(folder), "E107", errors.E107.format(kinds=", ".join(SUFFIXES)))


def walk(folder: str, refuse: Callable[[OSError], object] | None = None) -> Iterator[str]:
    """Articles below a folder, by name; hidden files and folders and circles of links left out.

    Args:
        folder: The folder.
        refuse: Called for each folder that cannot be read.
    """
    seen: set[tuple[int, int]] = set()
    for base, folders, files in os.walk(folder, onerror=refuse, followlinks=True):
        state = os.stat(base)
        if (state.st_dev, state.st_ino) in seen:
            folders.clear()
            continue
        seen.add((state.st_dev, state.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield os.path.join(base, name)


def _attempt(path: str, max_bytes: int, *, named: bool) -> Item | Failure:
    try:
        return read_file(path, max_bytes=max_bytes, named=named)
    except InputError as error:
        return Failure(_shown(path), error.code, error.message)


def read_file(path: str, *, max_bytes: int = MAX_BYTES, named: bool = True) -> Item:
    """One file, or standard input for `-`.

    Args:
        path: The file.
        max_bytes: Size beyond which it is not read, in bytes.
        named: Whether a person named it, so that its ending is checked.

    Raises:
        InputError: E101, E102, E106, E108.
    """
    suffix = Path(path).suffix.lower()
    if path == STDIN:
        data = sys.stdin.buffer.read(max_bytes + 1)
    else:
        try:
            size = os.stat(path).st_size
        except FileNotFoundError:
            raise InputError("E101", errors.E101, path) from None
        except (OSError, ValueError) as error:
            raise InputError("E102", errors.E102.format(reason=_reason(error)), path) from None
        if named and suffix and suffix not in SUFFIXES:
            raise InputError("E108", errors.E108.format(suffix=suffix, kinds=", ".join(SUFFIXES)), path)
        if size > max_bytes:
            raise InputError("E106", errors.E106.format(size=size, limit=max_bytes), path)
        try:
            with open(path, "rb") as file:
                data = file.read(max_bytes + 1)
        except OSError as error:
            raise InputError("E102", errors.E102.format(reason=_reason(error)), path) from None
    if len(data) > max_bytes:
        raise InputError("E106", errors.E106.format(size=len(data), limit=max_bytes), path)
    return Item(_shown(path), data, media_type(data, suffix), local=path != STDIN and _shown(path) == path)


def media_type(data: bytes, suffix: str = "") -> str:
    """The media type of an article, by its content where that is clear, else by the ending of its name."""
    if _PAGE.match(data[:4096]):
        return "text/html"
    if data.startswith(b"%PDF"):
        return "application/pdf"
    return SUFFIXES.get(suffix, "text/plain")


def _shown(path: str) -> str:
    """A path that can be written to a record, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
