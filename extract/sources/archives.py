"""Whatever a researcher has, as one stream of articles: files, folders, archives in archives, rows, lists of paths.

What a file is, is told by its content, and by its name where the content does not tell. Nothing is unpacked to disk. An
archive that breaks off gives the articles before the break, and a failure for itself.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator

from extract import errors
from extract.errors import Failure, InputError
from extract.sources.files import STDIN, SUFFIXES, Item, media_type, read_file
from extract.sources.limits import DEPTH, Budget, Choice, Meter, Stream, buffered, read_article
from extract.sources.packed import read_tar, read_zip, unpacked
from extract.sources.remote import is_address, open_address
from extract.sources.rows import read_csv, read_jsonl, read_parquet
from extract.sources.warc import read_warc

Outcome = Item | Failure
_SIGNS: tuple[tuple[bytes, int, str], ...] = (
    (b"PK\x03\x04", 0, "zip"),
    (b"PK\x05\x06", 0, "zip"),
    (b"\x1f\x8b", 0, "gz"),
    (b"\x28\xb5\x2f\xfd", 0, "zst"),
    (b"BZh", 0, "bz2"),
    (b"\xfd7zXZ\0", 0, "xz"),
    (b"ustar", 257, "tar"),
    (b"WARC/", 0, "warc"),
    (b"PAR1", 0, "parquet"),
)
_ENDINGS = {
    ".zip": "zip",
    ".gz": "gz",
    ".tgz": "gz",
    ".zst": "zst",
    ".tzst": "zst",
    ".bz2": "bz2",
    ".xz": "xz",
    ".tar": "tar",
    ".warc": "warc",
    ".parquet": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
}
_INNER = {".tgz": ".tar", ".tzst": ".tar"}
KINDS = (*SUFFIXES, *_ENDINGS)
"""Endings that are read in folders and archives."""


class Archives:
    """Reads inputs.

    Args:
        choice: What is taken of them.
        meter: Where is counted what was read.
    """

    def __init__(self, choice: Choice | None = None, meter: Meter | None = None) -> None:
        self.choice = choice or Choice()
        self.meter = meter or Meter()

    def read(self, inputs: Iterable[str]) -> Iterator[Outcome]:
        """Articles of all inputs, in their order; folders and archives in theirs.

        Args:
            inputs: Files, folders, addresses (`s3://…`), or `-` for a list of them on standard input, one a line.

        Returns:
            For each article an item, for each that cannot be read the failure that stands for it.
        """
        for path in inputs:
            if path == STDIN:
                yield from self.read(_listed())
            elif is_address(path):
                yield from self._guard(path, self._address(path))
            elif os.path.isdir(path):
                yield from self._folder(path)
            else:
                yield from self._guard(path, self._file(path, named=True))

    def _guard(self, path: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes of one source; where it breaks off, a failure is the last."""
        try:
            yield from outcomes
        except InputError as error:
            if error.code == "E124" and error.path != path:
                raise  # the whole input is at its end, not this member of it
            yield Failure.of(error, path)
        except EOFError:
            yield Failure(path, "E122", errors.E122.format(reason="it ends too early"))
        except OSError as error:
            yield Failure(path, "E102", errors.E102.format(reason=(error.strerror or str(error)).lower()))
        except RecursionError:
            yield Failure(path, "E122", errors.E122.format(reason="it is nested without end"))

    def _folder(self, folder: str) -> Iterator[Outcome]:
        found = False
        unread: list[OSError] = []
        for path in walk(folder, unread.append):
            while unread:
                yield _unreadable(unread.pop(0), folder)
            inside = os.path.relpath(path, folder).replace(os.sep, "/")
            if not self._wanted(inside):
                self.meter.skipped += 1
                continue
            found = True
            yield from self._guard(path, self._file(path, named=False))
        while unread:
            found = True
            yield _unreadable(unread.pop(0), folder)
        if not found:
            yield Failure(folder, "E107", errors.E107.format(kinds=", ".join(KINDS)))

    def _wanted(self, inside: str) -> bool:
        """Whether a file or member is read: an article that is chosen, or an archive that is not left out."""
        if self.choice.takes(inside):
            return True
        return os.path.splitext(inside)[1].lower() in _ENDINGS and not self.choice.excludes(inside)

    def _file(self, path: str, *, named: bool) -> Iterator[Outcome]:
        try:
            state = os.stat(path)
        except FileNotFoundError:
            raise InputError("E101", errors.E101, path) from None
        except ValueError as error:
            raise InputError("E102", errors.E102.format(reason=str(error)), path) from None
        if not stat.S_ISREG(state.st_mode):
            raise InputError("E102", errors.E102.format(reason="it is no regular file"), path)
        with open(path, "rb", buffering=0) as raw:
            head = raw.read(512)
            kind = tell_kind(head, path)
            if kind is None:
                suffix = os.path.splitext(path)[1].lower()
                if named and suffix and suffix not in SUFFIXES and not self.choice.takes(path):
                    raise InputError("E108", errors.E108.format(suffix=suffix, kinds=", ".join(KINDS)), path)
                self.meter.read += state.st_size
                yield read_file(path, max_bytes=self.choice.max_bytes, named=False)
                return
            if kind == "parquet":
                self.meter.read += state.st_size
                yield from _some(path, read_parquet(path, self.choice.columns))
                return
            raw.seek(0)
            budget = Budget(path, state.st_size, self.choice.ratio)
            yield from _some(path, self._stream(raw, path, budget, 1, kind))

    def _address(self, address: str) -> Iterator[Outcome]:
        for path, size, stream in open_address(address, self._wanted):
            with stream:
                yield from self._guard(path, self._remote(path, size, stream))

    def _remote(self, path: str, size: int, stream: Stream) -> Iterator[Outcome]:
        kind = tell_kind(stream.read(512), path)
        stream.seek(0)
        yield from _some(path, self._stream(stream, path, Budget(path, size, self.choice.ratio), 1, kind))

    def _stream(
        self, raw: Stream, path: str, budget: Budget, depth: int, kind: str | None = None, name: str = ""
    ) -> Iterator[Outcome]:
        """What a stream holds.

        Args:
            raw: Its bytes; can be sought in where it is a file.
            path: Its name.
            budget: Of the input that it lies in.
            depth: Archives that it lies in, itself counted where it is one.
            kind: What it is, where that is known.
            name: What it is called inside its packing, where that is not its path.
        """
        name = name or path
        if kind == "zip":
            yield from read_zip(raw, path, self._member(path, budget, depth), self._count)
            return
        counted = self._count if depth <= 1 else budget.spend
        stream = buffered(raw, counted)
        kind = kind or tell_kind(stream.peek(512)[:512], name)
        if kind is None:
            data = read_article(stream, path, self.choice.max_bytes)
            yield Item(path, data, media_type(data, os.path.splitext(name)[1].lower()))
        elif depth > DEPTH:
            raise InputError("E127", errors.E127.format(depth=depth, limit=DEPTH), path)
        elif kind == "zip":
            whole = io.BytesIO(read_article(stream, path, self.choice.max_bytes))
            yield from read_zip(whole, path, self._member(path, budget, depth), lambda _: None)
        elif kind in ("gz", "zst", "bz2", "xz"):
            with unpacked(stream, kind, path) as opened:
                yield from self._stream(opened, path, budget, depth + 1, name=_inner(name))
        elif kind == "tar":
            yield from read_tar(stream, path, self._member(path, budget, depth))
        elif kind == "warc":
            yield from read_warc(stream, path, self.choice.max_bytes)
        elif kind == "jsonl":
            yield from read_jsonl(stream, path, self.choice.columns, self.choice.max_bytes)
        elif kind == "csv":
            yield from read_csv(stream, path, self.choice.columns, self.choice.max_bytes)
        else:
            raise InputError("E102", errors.E102.format(reason="a Parquet file is read only outside archives"), path)

    def _member(self, archive: str, budget: Budget, depth: int) -> Callable[[str, Stream | None], Iterator[Outcome]]:
        """How a member of an archive is read: given its name and its bytes; without them, whether it is to be read."""

        def read(name: str, stream: Stream | None) -> Iterator[Outcome]:
            path = f"{archive}!{name}"
            parts = name.replace("\\", "/").split("/")
            if ".." in parts or name.startswith(("/", "\\")) or (len(parts[0]) == 2 and parts[0].endswith(":")):
                yield Failure(path, "E125", errors.E125)
            elif any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX" or not self._wanted(name):
                self.meter.skipped += 1
            elif stream is not None:
                yield from self._guard(path, self._stream(stream, path, budget, depth + 1))

        return read

    def _count(self, count: int) -> None:
        self.meter.read += count


def tell_kind(head: bytes, path: str) -> str | None:
    r"""What a file is, by its first bytes, else by its name.

    Args:
        head: At least 262 bytes, or all there are.
        path: Its name.

    Returns:
        `zip`, `gz`, `zst`, `bz2`, `xz`, `tar`, `warc`, `parquet`, `jsonl` or `csv`; None for an article.

    Example:
        >>> tell_kind(b"PK\x03\x04", "a.txt"), tell_kind(b"text", "a.csv"), tell_kind(b"text", "a.txt")
        ('zip', 'csv', None)
    """
    for sign, offset, kind in _SIGNS:
        if head.startswith(sign, offset):
            return None if kind == "zip" and path.lower().endswith(".docx") else kind
    kind_by_name = _ENDINGS.get(os.path.splitext(path)[1].lower())
    return kind_by_name if head else None


def _inner(path: str) -> str:
    base, suffix = os.path.splitext(path)
    return base + _INNER.get(suffix.lower(), "") if suffix.lower() in _ENDINGS else path


def walk(folder: str, onerror: Callable[[OSError], object] | None = None) -> Iterator[str]:
    """Files below a folder, by name; hidden ones left out, circles of links gone through once.

    Args:
        folder: Where.
        onerror: Told of each folder that cannot be read.
    """
    seen: set[tuple[int, int]] = set()
    for base, folders, files in os.walk(folder, followlinks=True, onerror=onerror):
        state = os.stat(base)
        if (state.st_dev, state.st_ino) in seen:
            folders.clear()
            continue
        seen.add((state.st_dev, state.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield os.path.join(base, name)


def measure(inputs: Iterable[str], meter: Meter) -> None:
    """Find out how many bytes inputs on this machine have; where one is elsewhere, it stays unknown."""
    size = 0
    for path in inputs:
        if path == STDIN or is_address(path):
            return
        for one in walk(path) if os.path.isdir(path) else (path,):
            try:
                size += os.stat(one).st_size
            except (OSError, ValueError):
                continue
    meter.size = size


def _some(path: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes of an archive; a failure where it has none."""
    found = False
    for outcome in outcomes:
        found = True
        yield outcome
    if not found:
        yield Failure(path, "E131", errors.E131)


def _unreadable(error: OSError, folder: str) -> Failure:
    path = error.filename if isinstance(error.filename, str) else folder
    return Failure(path, "E102", errors.E102.format(reason=(error.strerror or str(error)).lower()))


def _listed() -> Iterator[str]:
    for line in sys.stdin.buffer:
        path = os.fsdecode(line.rstrip(b"\r\n"))
        if path and path != STDIN:
            yield path
