"""Paths in, checked articles out: the way of `peelback validate`.

Enters articles, which are extracted, and files of records, whose articles are read where they can be found. Leaves for
each what the checks said, or the failure that stands for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract import errors
from extract.checks import CHECKS, chooser, run_checks
from extract.checks.ignores import apply_ignores, ignores_of, read_ignores
from extract.errors import ConfigError, Failure, InputError
from extract.pipeline import Extractor
from extract.report import Checked
from extract.sources.files import MAX_BYTES, STDIN, Item, read_file, read_inputs
from extract.sources.records import Stored, holds_records, looks_like_records, read_records
from models import Finding, Record


class Validator:
    """Checks articles and records.

    Args:
        extractor: What reads and extracts.
        wanted: Whether a code is wanted.
        articles: Folder below which the articles of records lie, or None for the paths as the records have them.
        max_bytes: Size beyond which an input is refused, in bytes.
        today: ISO date after which days lie in the future, or None for this machine's today.
    """

    def __init__(
        self,
        extractor: Extractor | None = None,
        *,
        data: Path | None = None,
        wanted: Callable[[str], bool] | None = None,
        articles: Path | None = None,
        max_bytes: int = MAX_BYTES,
        today: str | None = None,
    ) -> None:
        self.data = data
        self.wanted = wanted or chooser()
        self.articles = articles
        self.max_bytes = max_bytes
        self.today = today
        if extractor is not None:
            self.extractor = extractor

    @cached_property
    def extractor(self) -> Extractor:
        """What reads and extracts, loaded with the first input that needs it."""
        return Extractor(self.data)

    def validate(self, paths: Iterable[str]) -> Iterator[Checked | Failure]:
        """What the checks say of each input.

        Args:
            paths: Articles, folders of articles, files of records, or `-` for one or the other.

        Returns:
            In the order given: a checked article, or a failure, E1xx.

        Raises:
            ConfigError: E202 for a file of ignores that cannot be understood.
        """
        for path in paths:
            if holds_records(path):
                yield from self._records(path)
                continue
            for item in read_inputs([path], max_bytes=self.max_bytes):
                if isinstance(item, Item) and looks_like_records(item):
                    yield from self._stored(item)
                else:
                    yield self._article(item)

    def check_record(self, record: Record, text: str | None) -> tuple[Finding, ...]:
        """Findings of one record."""
        return run_checks(record, text, self.extractor.parts.lists, wanted=self.wanted, today=self.today)

    def _article(self, item: Item | Failure) -> Checked | Failure:
        if isinstance(item, Failure):
            return item
        result = self.extractor.extract_item(item)
        if isinstance(result, Failure):
            return result
        text = self.extractor.read(item).text
        return self._checked(item.path, text, self.check_record(result, text), "", verbatim=_verbatim(item))

    def _records(self, path: str) -> Iterator[Checked | Failure]:
        try:
            item = read_file(path, max_bytes=self.max_bytes, named=False)
        except InputError as error:
            yield Failure.of(error, path)
            return
        yield from self._stored(item)

    def _stored(self, item: Item) -> Iterator[Checked | Failure]:
        for stored in read_records(item):
            yield stored if isinstance(stored, Failure) else self._record(stored)

    def _record(self, stored: Stored) -> Checked:
        origin = f"{stored.path}:{stored.line}"
        forces = self.extractor.parts.lists.forces
        try:
            record = Record.model_validate(stored.data, context={"forces": forces})
        except ValidationError as error:
            findings = [finding for detail in error.errors() if self.wanted("V110") for finding in _unlike(detail)]
            return self._checked(_path(stored), None, findings, origin, verbatim=False)
        item = self._find(record.source.path, stored.path)
        text = self.extractor.read(item).text if item else None
        findings = list(self.check_record(record, text))
        return self._checked(record.source.path, text, findings, origin, verbatim=item is not None and _verbatim(item))

    def _find(self, path: str, origin: str) -> Item | None:
        """The article of a record: below the folder that was named, here, or beside the file of records."""
        folders = [self.articles] if self.articles else [Path(), Path(origin).parent]
        for folder in folders:
            place = os.path.join(folder, path)
            if path and path != STDIN and os.path.isfile(place):
                try:
                    item = read_file(place, max_bytes=self.max_bytes, named=False)
                    self.extractor.read(item)
                except InputError:
                    continue
                return item
        return None

    def _checked(
        self, path: str, text: str | None, findings: Iterable[Finding], origin: str, *, verbatim: bool
    ) -> Checked:
        kept, hidden = apply_ignores(findings, self._ignores(path))
        kept = tuple(finding for finding in kept if self.wanted(finding.code))
        return Checked(path, text, kept, len(hidden), origin, verbatim)

    def _ignores(self, path: str) -> Any:
        place = ignores_of(os.path.join(self.articles or "", path)) if path and path != STDIN else None
        if place is None or not place.is_file():
            return ()
        try:
            lines = read_ignores(place.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise ConfigError("E202", errors.E202.format(place=str(place), reason=str(error))) from None
        return tuple(line for line in lines if self.wanted(line.code))


def _unlike(detail: Any) -> Iterator[Finding]:
    """What keeps a value from being a record, as findings."""
    path = "".join(f"/{part}" for part in detail["loc"])
    reason = str(detail.get("ctx", {}).get("error") or detail["msg"])
    yield Finding(code="V110", severity=CHECKS["V110"].severity, path=path, message=f"is no record: {reason}")


def _path(stored: Stored) -> str:
    """The article that a would-be record names, else the file that it stands in."""
    source = stored.data.get("source") if isinstance(stored.data, dict) else None
    path = source.get("path") if isinstance(source, dict) else None
    return path if isinstance(path, str) and path else stored.path


def _verbatim(item: Item) -> bool:
    return item.media_type == "text/plain"
