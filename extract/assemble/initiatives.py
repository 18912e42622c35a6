"""Initiatives as rows: each name once, with the earliest description and start that the article gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_MARKS = expression(r"[^\w ]")


class InitiativeRow(NamedTuple):
    """One initiative before it gets its characters."""

    name: tuple[int, int]
    kind: str
    started: str | None
    about: tuple[int, int]
    mentions: list[tuple[int, int]]
    rule: str
    firm: bool


def assemble_initiatives(reading: Reading, notes: Sequence[Annotation]) -> list[InitiativeRow]:
    """Rows of initiatives, in the order of the text."""
    rows = []
    grouped: dict[str, list[Annotation]] = {}
    for note in notes:
        name = reading.lower[slice(*note.attributes["full"])]
        if name.startswith("op "):
            name = f"operation {name[3:]}"
        grouped.setdefault(_MARKS.sub("", name), []).append(note)
    for found in grouped.values():
        first = found[0]
        full = next(
            (n for n in found if n.attributes["full"][0] == n.start and not reading.lower.startswith("op ", n.start)),
            first,
        )
        started = next((note.attributes["started"] for note in found if note.attributes["started"]), None)
        rows.append(
            InitiativeRow(
                (full.start, full.end),
                first.attributes["kind"],
                started,
                (first.attributes["about"][0], first.attributes["about"][1]),
                [(note.start, note.end) for note in found],
                first.rule,
                any(note.attributes["firm"] for note in found),
            )
        )
    return rows
