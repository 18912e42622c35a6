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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from extract import errors
from extract.errors import ConfigError
from extract.review.board import Board
from extract.review.desk import Desk, RefusedError
from extract.review.gold import write_gold
from models import Record
from models.correction import LISTS, Correction

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


def export(desk: Desk, folder: Path) -> Export:
    """Write everything into a folder; each file appears when it is complete.

    Raises:
        ConfigError: E202 where the folder cannot be written.
    """
    made = Export()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tally: dict[str, Counter[str]] = {}
        holding: set[int] = set()
        rules: dict[tuple[str, str], str] = {}
        keys = [row[0] for row in desk.store.db.execute("SELECT id FROM articles WHERE current ORDER BY position, id")]
        base = os.path.commonpath([os.path.dirname(p) for p in _paths(desk)] or [""]) if keys else ""
        _write(folder / "records.jsonl", _records(desk, keys, folder / "gold", base, made, tally, holding, rules))
        corrections = desk.store.corrections()
        _write(folder / "corrections.csv", _table(CORRECTIONS, _correction_rows(corrections, holding, rules)))
        made.rules = _rule_rows(tally)
        _write(folder / "rules.csv", _table(RULES, made.rules))
        made.counts |= {"corrections": len(holding), "rules": len(made.rules)}
    except OSError as error:
        reason = f"{(error.strerror or str(error)).lower()}; name a folder that can be written with --output"
        raise ConfigError("E202", errors.E202.format(place=str(folder), reason=reason)) from None
    return made


def _paths(desk: Desk) -> list[str]:
    return [row[0] for row in desk.store.db.execute("SELECT path FROM articles WHERE current")]


def _records(
    desk: Desk,
    keys: Iterable[int],
    gold: Path,
    base: str,
    made: Export,
    tally: dict[str, Counter[str]],
    holding: set[int],
    rules: dict[tuple[str, str], str],
) -> Iterator[str]:
    made.counts = {"records": 0, "gold": 0}
    for key in keys:
        article = desk.store.article(key)
        if article is None:
            continue
        board = desk.board(article)
        holding |= {change.number for change in board.active}
        text = article.text
        if board.active:
            try:
                _, text, _ = desk.open(key)
            except RefusedError as error:
                made.left.append(f"{article.path}: {error}")
        record = desk.validate(article, text, board)
        _count(board, tally)
        for row in board.rows.values():
            if isinstance(row.base, dict) and "rule" in row.base:
                rules[article.path, row.key] = row.base["rule"]
        if board.checked and text is not None:
            _write_gold(gold / os.path.relpath(article.path, base or "."), record, text)
            made.counts["gold"] += 1
        made.counts["records"] += 1
        yield record.to_json() + "\n"


def _write_gold(path: Path, record: Record, text: str) -> None:
    """The gold of an article and, beside it, the text that it is verbatim of."""
    if ".." in PurePath(path).parts:
        path = path.parents[len(path.parents) - 2] / path.name
    path.parent.mkdir(parents=True, exist_ok=True)
    stem = path.stem
    _write(path.with_name(f"{stem}.gold.json"), [json.dumps(write_gold(record), ensure_ascii=False, indent=1) + "\n"])
    _write(path.with_name(f"{stem}.txt"), [text])


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


def _correction_rows(
    corrections: Sequence[Correction], holding: set[int], rules: dict[tuple[str, str], str]
) -> Iterator[dict[str, Json]]:
    for change in corrections:
        data = {name: getattr(change, name) for name in CORRECTIONS if name not in ("holds", "rule", "old", "new")}
        yield data | {
            "holds": "yes" if change.number in holding else "no",
            "rule": rules.get((change.article, change.row), ""),
            "old": _value(change.old),
            "new": _value(change.new),
        }


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
