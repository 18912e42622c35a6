"""What an editor need not type: the characters of a span, the name of a force, the topic of an area, ids, dates.

Enters a row as the page sends it, offsets in code points; leaves the row as a record holds it. Values are not checked
here: the model of the record does that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from extract.assemble.deadlines import resolve_deadline
from extract.assemble.programme import Programmes
from extract.gazetteers import ForceRow, Programme
from extract.review.board import CERTAIN, Board, rule_of

Json = Any
_LONE = {"source", "inspectorate", "programme", "checked", "findings"}


class Completion:
    """Fills rows in.

    Args:
        forces: The registry, by id.
        programmes: Inspection programmes, by id.
    """

    def __init__(self, forces: Mapping[str, ForceRow], programmes: Mapping[str, Programme]) -> None:
        self.forces = forces
        self.programmes = programmes
        self.topics = Programmes(programmes).topics_of

    def complete(self, name: str, value: Json, text: str, board: Board) -> Json:
        """A row as a record holds it.

        Args:
            name: Its field.
            value: What the page sent; a span needs only its offsets.
            text: The article.
            board: The other rows of the article.

        Raises:
            ValueError: If a span lies outside the text, or there is no such programme.
        """
        if name == "checked" and not isinstance(value, bool):
            raise ValueError("checked is true or false")
        if name == "programme" and value is not None and value not in self.programmes:
            raise ValueError(f"{value!r} is no programme; the valid ones are {', '.join(self.programmes)}")
        value = cut(value, text)
        if name in _LONE:
            return {"evidence": []} | value if name == "inspectorate" and isinstance(value, dict) else value
        if not isinstance(value, dict):
            raise ValueError(f"a row of {name} has values of its own")
        fill: Callable[[Json, Board], None] | None = getattr(self, f"_{name}", None)
        if fill is not None:
            fill(value, board)
        return value | {"rule": rule_of(name), "confidence": CERTAIN}

    def _forces(self, value: Json, board: Board) -> None:
        row = self.forces.get(value.get("id", ""))
        if row is not None:
            value |= {"name": row.name, "kind": row.kind}

    def _grades(self, value: Json, board: Board) -> None:
        area = value.get("area")
        if isinstance(area, dict) and area.get("topic") is None and isinstance(area.get("text"), str):
            programme = board.rows["programme"].value
            area["topic"] = self.topics(programme)(area["text"]) if programme in self.programmes else None

    def _recommendations(self, value: Json, board: Board) -> None:
        deadline = value.get("deadline")
        if isinstance(deadline, dict) and deadline.get("date") is None and isinstance(deadline.get("text"), str):
            deadline["date"] = resolve_deadline(deadline["text"], board.rows["source/published"].value)

    def _officials(self, value: Json, board: Board) -> None:
        if not value.get("id"):
            value["id"] = next_official(board)


def next_official(board: Board) -> str:
    """An id that no official of the article has or had."""
    ids = [
        value["id"]
        for row in board.rows.values()
        if row.field == "officials"
        for value in (row.value, row.base)
        if value
    ]
    past = [
        change.new["id"]
        for change in board.active
        if change.row.startswith("officials/") and isinstance(change.new, dict)
    ]
    return f"o{max((int(str(name)[1:]) for name in ids + past), default=0) + 1}"


def cut(value: Json, text: str) -> Json:
    """A value whose spans hold the characters of the text that they point at.

    Raises:
        ValueError: If a span lies outside the text or is empty.
    """
    if isinstance(value, list):
        return [cut(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    made = {name: cut(item, text) for name, item in value.items()}
    start, end = made.get("start"), made.get("end")
    if isinstance(start, int) and isinstance(end, int):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start} to {end} is no stretch of a text of {len(text)} characters")
        made["text"] = text[start:end]
    return made
