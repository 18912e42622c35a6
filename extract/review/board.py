"""What corrections make of a record: rows with what became of each, and the corrected record.

Pure functions: enters a record as JSON and the corrections of its article, leaves rows and a record. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from extract.expressions import expression
from models.correction import LISTS, SOURCE, Correction

Status = Literal["open", "accepted", "changed", "deleted", "added"]
Json = Any

CERTAIN = 1.0
"""Confidence of what an editor wrote."""

RULES = {"stated_counts": "counts"}
_FINDING = expression(r"/(\w+)/(\d+)(/.*)?\Z")
_STATUS: Mapping[str, Status] = {"accept": "accepted", "change": "changed", "delete": "deleted", "add": "added"}


@dataclass(slots=True)
class Row:
    """One value of a record as it stands.

    Args:
        key: `grades/3`, `grades/+17`, `source/title` …
        value: As it is now, None where it is empty or deleted.
        base: As it was extracted, None for a row that was added.
        status: What became of it; `open` where nobody has said anything.
        revision: Number of the last correction, undo or redo that touched it, 0 for none.
        editor: Who made the correction that holds now, or "".
        at: When, or "".
    """

    key: str
    value: Json
    base: Json
    status: Status = "open"
    revision: int = 0
    editor: str = ""
    at: str = ""

    @property
    def field(self) -> str:
        """The field of the record that it belongs to."""
        return self.key.partition("/")[0]


@dataclass(slots=True)
class Board:
    """All rows of an article after its corrections.

    Args:
        rows: By key, those extracted in their order, then those added.
        revision: Number of the last correction of the article, 0 for none.
        active: Corrections that hold, in their order.
        done: Steps of each editor that can be undone, the last one last.
        undone: Steps of each editor that can be redone, the next one last.
    """

    rows: dict[str, Row]
    revision: int = 0
    active: list[Correction] = field(default_factory=list)
    done: dict[str, list[int]] = field(default_factory=dict)
    undone: dict[str, list[int]] = field(default_factory=dict)

    @property
    def checked(self) -> bool:
        """Whether an editor has said that the article is done with."""
        return bool(self.rows["checked"].value)

    @property
    def state(self) -> Literal["new", "in progress", "checked"]:
        """Where the article stands."""
        if self.checked:
            return "checked"
        return "in progress" if self.active else "new"

    def undoable(self, editor: str) -> int | None:
        """The step that undo takes back, or None."""
        steps = self.done.get(editor)
        return steps[-1] if steps else None

    def redoable(self, editor: str) -> int | None:
        """The step that redo brings again, or None."""
        steps = self.undone.get(editor)
        return steps[-1] if steps else None

    def later(self, step: int, rows: Iterable[str]) -> list[Correction]:
        """Corrections that hold and touched one of some rows after a step."""
        wanted = set(rows)
        return [change for change in self.active if change.step > step and change.row in wanted]


def lay_out(record: Mapping[str, Json]) -> dict[str, Row]:
    """The rows of a record as it was extracted, by key.

    Args:
        record: A record as JSON.
    """
    alone: dict[str, Json] = {f"source/{name}": record["source"][name] for name in SOURCE}
    alone |= {"inspectorate": record["inspectorate"], "programme": record["programme"], "checked": False}
    rows = {key: Row(key, value, value) for key, value in alone.items()}
    for name in LISTS:
        for number, value in enumerate(record[name]):
            key = f"{name}/{number}"
            rows[key] = Row(key, value, value)
    return rows


def fold(record: Mapping[str, Json], corrections: Sequence[Correction]) -> Board:
    """The board of an article.

    Args:
        record: Its record as JSON, as it was extracted.
        corrections: All of them, in the order of their numbers, taken back ones and undos too.
    """
    board = Board(lay_out(record))
    held: dict[int, bool] = {}
    touched: dict[str, int] = {}
    by_step: dict[int, list[Correction]] = {}
    for change in corrections:
        board.revision = change.number
        done, undone = board.done.setdefault(change.editor, []), board.undone.setdefault(change.editor, [])
        touched[change.row] = change.number
        if change.undoes is None:
            by_step.setdefault(change.step, []).append(change)
            if change.step not in held:
                done.append(change.step)
                undone.clear()
            held[change.step] = True
        elif held.get(change.undoes) is not (change.action == "redo"):
            held[change.undoes] = change.action == "redo"
            source, target = (done, undone) if change.action == "undo" else (undone, done)
            if change.undoes in source:
                source.remove(change.undoes)
            target.append(change.undoes)
    board.active = [change for change in corrections if change.undoes is None and held[change.step]]
    for change in board.active:
        row = board.rows.get(change.row)
        if row is None:
            row = board.rows[change.row] = Row(change.row, None, None)
        added = row.base is None and "+" in row.key
        row.value = change.new
        row.status = "added" if added and change.action in ("change", "accept") else _STATUS[change.action]
        row.editor, row.at = change.editor, change.at
    for key, number in touched.items():
        if key in board.rows:
            board.rows[key].revision = number
    return board


def assemble(record: Mapping[str, Json], board: Board) -> dict[str, Json]:
    """The corrected record as JSON.

    Args:
        record: The record as it was extracted.
        board: What corrections made of it.

    Returns:
        Rows in the order of extraction, those that were added where their evidence stands; findings follow the rows
        that they point at and leave with them.
    """
    data = dict(record)
    data["source"] = dict(record["source"]) | {name: board.rows[f"source/{name}"].value for name in SOURCE}
    data["inspectorate"], data["programme"] = board.rows["inspectorate"].value, board.rows["programme"].value
    place: dict[str, str] = {}
    for name in LISTS:
        rows = _ordered([row for row in board.rows.values() if row.field == name and row.value is not None])
        data[name] = [row.value for row in rows]
        place |= {f"/{row.key}": f"/{name}/{number}" for number, row in enumerate(rows)}
    data["findings"] = [found for finding in data["findings"] if (found := _moved(finding, place)) is not None]
    return data


def first_offset(value: Json) -> int | None:
    """Offset at which the evidence of a value begins, or None where it has none."""
    spans = spans_of(value)
    return min(start for _, start, _ in spans) if spans else None


def spans_of(value: Json) -> list[tuple[str, int, int]]:
    """Every pair of offsets below a value: where it stands in the value, start and end."""
    found: list[tuple[str, int, int]] = []

    def walk(item: Json, path: str) -> None:
        if isinstance(item, dict):
            if isinstance(item.get("start"), int) and isinstance(item.get("end"), int):
                found.append((path, item["start"], item["end"]))
            for name, below in item.items():
                walk(below, f"{path}/{name}")
        elif isinstance(item, list):
            for number, below in enumerate(item):
                walk(below, f"{path}/{number}")

    walk(value, "")
    return found


def rule_of(name: str) -> str:
    """The rule of a row that an editor wrote.

    Example:
        >>> rule_of("grades"), rule_of("stated_counts")
        ('grades.editor', 'counts.editor')
    """
    return f"{RULES.get(name, name)}.editor"


def _ordered(rows: list[Row]) -> list[Row]:
    ordered = [row for row in rows if row.base is not None]
    for row in rows:
        if row.base is not None:
            continue
        start = first_offset(row.value)
        after = (n for n, other in enumerate(ordered) if start is not None and (first_offset(other.value) or 0) > start)
        ordered.insert(next(after, len(ordered)), row)
    return ordered


def _moved(finding: Json, place: Mapping[str, str]) -> Json | None:
    """A finding with its path as the rows stand now, or None where its row is gone."""
    parts = _FINDING.match(cast(str, finding["path"]))
    if not parts:
        return finding
    now = place.get(f"/{parts[1]}/{parts[2]}")
    return finding | {"path": now + (parts[3] or "")} if now else None
