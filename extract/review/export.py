"""Corrections put to use: corrected records, gold of the checked articles, tables of corrections and of rules.

Enters a store; leaves a folder: `records.jsonl` (every article, with its corrections), `gold/` (each checked article
beside its `NAME.gold.json`), `corrections.csv` (one row a correction) and `rules.csv` (one row a rule).
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from pydantic import ValidationError

from extract import errors
from extract.errors import ConfigError
from extract.gold import draft_gold
from extract.review.board import Board
from extract.review.desk import Desk, RefusedError
from extract.review.store import Article
from models import Record
from models.correction import LISTS

Json = Any
CORRECTIONS = ("number", "step", "article", "row", "action", "holds", "rule", "old", "new", "editor", "at", "undoes", "text_sha256")  # fmt: skip
RULES = ("rule", "rows", "open", "accepted", "changed", "deleted", "corrected")
_BLANK = {"accepted": 0, "changed": 0, "deleted": 0, "open": 0}


@dataclass(slots=True)
class Export:
    """What was written.

    Args:
        counts: Records, gold files, corrections that hold, rules.
        rules: The table of rules, those corrected most first.
        left: Articles whose gold was not written, and why.
    """

    counts: dict[str, int] = field(default_factory=dict)
    rules: list[dict[str, Json]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def export(desk: Desk, folder: Path, original: Callable[[str, str], bytes | None] | None = None) -> Export:
    """Write everything into a folder; each file appears when it is complete.

    Args:
        desk: Articles and their corrections.
        folder: Where to; it is made where there is none.
        original: Gives the bytes of an article by its path and digest, or None where they are not at hand; without
            them gold stands beside the text alone.

    Raises:
        ConfigError: E202 where the folder cannot be written.
    """
    made = Export({"records": 0, "gold": 0})
    writing = _Writing(desk, folder, original, made)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "records.jsonl", writing.records())
        _write(folder / "corrections.csv", _table(CORRECTIONS, writing.corrections()))
        made.rules = _rule_rows(writing.tally)
        _write(folder / "rules.csv", _table(RULES, made.rules))
        made.counts |= {"corrections": len(writing.holding), "rules": len(made.rules), "left": len(made.left)}
    except OSError as error:
        reason = f"{(error.strerror or str(error)).lower()}; name a folder that can be written with --output"
        raise ConfigError("E202", errors.E202.format(place=str(folder), reason=reason)) from None
    return made


class _Writing:
    """One export: goes through the articles once, and notes what the tables need."""

    def __init__(
        self, desk: Desk, folder: Path, original: Callable[[str, str], bytes | None] | None, made: Export
    ) -> None:
        self.desk, self.gold, self.original, self.made = desk, folder / "gold", original, made
        self.tally: dict[str, Counter[str]] = {}
        self.holding: set[int] = set()
        self.rules: dict[tuple[str, str], str] = {}
        self.names: set[Path] = set()

    def records(self) -> Iterator[str]:
        """The corrected record of each article, as lines."""
        listed = self.desk.store.db.execute(
            "SELECT id, path FROM articles WHERE current = 1 ORDER BY position, id"
        ).fetchall()
        base = _common([row["path"] for row in listed])
        for row in listed:
            article = self.desk.store.article(row["id"])
            if article is None:
                continue
            board = self.desk.board(article)
            self.holding |= {change.number for change in board.active}
            self._note(row["path"], board)
            try:
                text = self.desk.open(article.id)[1] if board.active else None
                record = self.desk.validate(article, text, board)
            except RefusedError as error:
                self.made.left.append(f"{article.path} is left out: {error}")
                continue
            try:
                self._write_gold(article, record, text if board.checked else None, _below(row["path"], base))
            except ValidationError as error:
                reason = error.errors()[0]["msg"]
                self.made.left.append(f"{article.path} has no gold: {reason}")
            self.made.counts["records"] += 1
            yield record.to_json() + "\n"

    def corrections(self) -> Iterator[dict[str, Json]]:
        """The rows of the table of corrections, those of articles that left the queue too."""
        for change in self.desk.store.corrections():
            data = {name: getattr(change, name) for name in CORRECTIONS if name not in ("holds", "rule", "old", "new")}
            yield data | {
                "holds": "yes" if change.number in self.holding else "no",
                "rule": self.rules.get((change.article, change.row), ""),
                "old": _value(change.old),
                "new": _value(change.new),
            }

    def _note(self, path: str, board: Board) -> None:
        _count(board, self.tally)
        for row in board.rows.values():
            if isinstance(row.base, dict) and "rule" in row.base:
                self.rules[path, row.key] = row.base["rule"]

    def _write_gold(self, article: Article, record: Record, text: str | None, below: PurePath) -> None:
        """The gold of a checked article beside the article; of one that is not checked no gold stays."""
        stem = self.gold / below.with_suffix("")
        if stem in self.names:  # a page and a text of one name
            stem = self.gold / below
        self.names.add(stem)
        beside = stem.parent / f"{stem.name}.gold.json"
        if text is None:
            beside.unlink(missing_ok=True)
            return
        beside.parent.mkdir(parents=True, exist_ok=True)
        data = self.original(article.path, record.source.sha256) if self.original else None
        suffix = below.suffix if data is not None else ".txt"
        copy = stem.parent / f"{stem.name}{suffix}"
        copy.write_bytes(text.encode("utf-8", "surrogatepass") if data is None else data)
        _write(beside, [draft_gold(record).to_json()])
        self.made.counts["gold"] += 1


def _common(paths: Sequence[str]) -> str:
    """The folder that all articles are in, or "" where there is none."""
    try:
        return os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:  # none at all, or absolute and relative ones
        return ""


def _below(path: str, base: str) -> PurePath:
    """The place of an article below a folder, which it never leaves.

    Example:
        >>> _below("a/b/kent.txt", "a").as_posix(), _below("../../etc/kent.txt", "").as_posix()
        ('b/kent.txt', 'etc/kent.txt')
    """
    parts = PurePath(path).parts[len(PurePath(base).parts) :]
    kept = [part for part in parts if part not in ("..", ".") and not PurePath(part).is_absolute()]
    return PurePath(*kept) if kept else PurePath("article.txt")


def _count(board: Board, tally: dict[str, Counter[str]]) -> None:
    for row in board.rows.values():
        if row.field in LISTS and isinstance(row.base, dict) and "rule" in row.base:
            tally.setdefault(row.base["rule"], Counter())[row.status] += 1


def _rule_rows(tally: dict[str, Counter[str]]) -> list[dict[str, Json]]:
    rows: list[dict[str, Json]] = []
    for rule, counts in tally.items():
        seen = sum(counts.values()) - counts["open"]
        share = (counts["changed"] + counts["deleted"]) / seen if seen else None
        shown = "" if share is None else round(share, 3)
        rows.append({"rule": rule, "rows": sum(counts.values())} | _BLANK | counts | {"corrected": shown})
    return sorted(rows, key=lambda row: (-(row["changed"] + row["deleted"]), -row["accepted"], row["rule"]))


def _value(value: Json) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _table(columns: Sequence[str], rows: Iterable[dict[str, Json]]) -> Iterator[str]:
    """CSV; a text that a spreadsheet would take for a formula gets an apostrophe."""
    for row in ({name: name for name in columns}, *rows):
        line = io.StringIO()
        cells = ["" if row[name] is None else row[name] for name in columns]
        csv.writer(line, lineterminator="\n").writerow(
            [f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in cells]
        )
        yield line.getvalue()


def _write(path: Path, pieces: Iterable[str]) -> None:
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        for piece in pieces:
            file.write(piece)
    part.replace(path)
