"""Articles into the store: a folder, which is extracted, or a file of records, whose articles are read when they are opened."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

import extract
from extract import errors
from extract.checks import run_checks
from extract.errors import ConfigError, Failure, InputError
from extract.review.store import Store, plain
from extract.sources.files import SUFFIXES, Item, read_file, walk
from models import Record

if TYPE_CHECKING:
    from extract.pipeline import Extractor

Json = Any
T = TypeVar("T")
_BATCH = 64


def store_of(path: Path) -> Path:
    """Where corrections are kept unless another place is named: in the folder, or beside the file of records.

    Example:
        >>> store_of(Path("run/records.jsonl")).as_posix()
        'run/records.review.sqlite'
    """
    return path / "review.sqlite" if path.is_dir() else path.with_name(f"{path.stem}.review.sqlite")


class Intake:
    """Brings a folder or a file of records into a store.

    Args:
        path: The folder or file.
        store: The store.
        load: Makes what extracts; called when the first article needs it.
        max_bytes: Size beyond which an article is not read, in bytes.

    Raises:
        InputError: E101 where the path is not there.
    """

    def __init__(self, path: Path, store: Store, load: Callable[[], Extractor], max_bytes: int) -> None:
        if not path.exists():
            raise InputError("E101", errors.E101, str(path))
        self.path, self.store, self.max_bytes = path, store, max_bytes
        self._load, self._lock = load, threading.Lock()
        self._extractor: Extractor | None = None
        self.total = self.done = self.failed = 0
        self.finished, self.trouble = False, ""
        self.parted: list[str] = []

    @property
    def extractor(self) -> Extractor:
        """What extracts, loaded once."""
        with self._lock:
            if self._extractor is None:
                self._extractor = self._load()
            return self._extractor

    def check(self) -> None:
        """See that there is something to bring in, before anybody waits for it.

        Raises:
            InputError: E107 where a folder holds no article.
            ConfigError: E202 where the first line of a file is no record.
        """
        if self.path.is_dir():
            if next(walk(str(self.path)), None) is None:
                raise InputError("E107", errors.E107.format(kinds=", ".join(SUFFIXES)), str(self.path))
        else:
            next(self._lines(), None)

    def run(self) -> None:
        """Bring everything in; what the store holds already is not extracted again.

        Raises:
            ConfigError: E202 where a line of a file is no record.
        """
        try:
            if self.path.is_dir():
                self._folder()
            else:
                self._records()
        finally:
            self.finished = True
            self.store.close()

    def read(self, path: str) -> str:
        """The text of an article, found as it is named or beside the file of records.

        Raises:
            InputError: E1xx where it cannot be read.
        """
        return self.extractor.read(self._item(path)).text

    def original(self, path: str, digest: str) -> bytes | None:
        """The bytes of an article, or None where they are not there or have another digest."""
        try:
            item = self._item(path)
        except InputError:
            return None
        return item.data if item.sha256 == digest else None

    def _item(self, path: str) -> Item:
        places = [path, os.path.join(self.path.parent, path), os.path.join(self.path.parent, os.path.basename(path))]
        found = next((place for place in places if os.path.isfile(place)), None)
        if found is None:
            raise InputError("E101", errors.E101, path)
        return read_file(found, max_bytes=self.max_bytes)

    def _folder(self) -> None:
        paths = list(walk(str(self.path)))
        self.total = len(paths)
        known = self.store.known()
        self.store.drop(known.keys() - {plain(path) for path in paths})
        for batch in _batches(enumerate(paths)):
            kept = []
            for position, path in batch:
                self.done += 1
                try:
                    item = replace(read_file(path, max_bytes=self.max_bytes), path=path)  # to be opened by it again
                except InputError as error:
                    self._fail(Failure.of(error, path))
                    continue
                former = known.get(plain(path))
                if former is not None and former[1:] == (item.sha256, extract.__version__):
                    continue
                record = self._extract(item)
                if record is not None:
                    kept.append((record, position, extract.__version__))
            if kept:
                self.parted += self.store.put(kept)

    def _extract(self, item: Item) -> Json | None:
        record = self.extractor.extract_item(item)
        if isinstance(record, Failure):
            self._fail(record)
            return None
        found = run_checks(record, self.extractor.read(item).text, self.extractor.parts.lists)
        return record.model_copy(update={"findings": found}).model_dump(mode="json")

    def _records(self) -> None:
        with self.path.open("rb") as file:
            self.total = sum(1 for line in file if line.strip())
        if known := self.store.known().keys():
            self.store.drop(known - {plain(record["source"]["path"]) for _, record in self._lines()})
        for batch in _batches(self._lines()):
            self.done += len(batch)
            version = f"{extract.__version__} {self.path.name}"
            self.parted += self.store.put((record, position, version) for position, record in batch)

    def _lines(self) -> Iterator[tuple[int, Json]]:
        try:
            with self.path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield number, self._record(number, line)
        except OSError as error:
            raise InputError("E102", errors.E102.format(reason=str(error.strerror).lower()), str(self.path)) from None

    def _record(self, number: int, line: bytes) -> Json:
        try:
            return Record.model_validate_json(line).model_dump(mode="json")
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            reason = (
                f"is no record ({place} {first['msg']}); name a folder of articles, or what `peelback extract"
                " --format jsonl` wrote"
            )
            raise ConfigError("E202", errors.E202.format(place=f"{self.path}, line {number}", reason=reason)) from None

    def _fail(self, failure: Failure) -> None:
        self.failed += 1
        self.store.put_failure(failure)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def explain_absence(command: str) -> ConfigError:
    """What to say where the packages of the page are not installed."""
    reason = "starlette, uvicorn and jinja2 are not all installed; add them with pip install 'peelback[review]'"
    return ConfigError("E202", errors.E202.format(place=f"peelback {command}", reason=reason))
