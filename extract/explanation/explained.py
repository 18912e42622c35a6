"""One explanation, and its forms for people and programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

FIELDS = (
    "forces",
    "stated_counts",
    "grades",
    "recommendations",
    "initiatives",
    "officials",
    "quotes",
)
"""Fields of a record that rules fill with rows."""

_WIDTH = 90


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a place of the article is a row, or why it is none.

    Args:
        field: Field of the record.
        path: JSON pointer of the row, or "" for what was held back.
        value: What the row says, in short.
        rule: The rule that fired, or "" where none did.
        start: Offset of the place in `Document.text`.
        end: Offset behind it.
        text: The characters between them; "" for a force that is told by the page alone, with offsets of 0.
        cues: Offsets and words that made the rule fire.
        reasons: Qualifiers and checks: what the rule added, what a check doubts, or what held the row back.
    """

    field: str
    path: str
    value: str
    rule: str
    start: int
    end: int
    text: str
    cues: tuple[tuple[int, int, str], ...] = ()
    reasons: tuple[str, ...] = ()


def to_text(found: Sequence[Explained]) -> str:
    """Explanations for people, field by field."""
    return "".join(line + "\n" for line in _lines(found))


def _lines(found: Sequence[Explained]) -> Iterator[str]:
    field, held = "", False
    for row in found:
        if row.field != field:
            field, held = row.field, False
            yield f"{field}"
        if not row.path and not held:
            held = True
            yield "  held back"
        yield f"  {row.path or '-'}  {row.value}".rstrip()
        yield (
            f"      at {row.start} to {row.end}: {_short(row.text)}"
            if row.text
            else "      nowhere named: told by the page"
        )
        cues = "; ".join(f"{words!r} at {start} to {end}" for start, end, words in row.cues)
        if row.rule:
            yield f"      by {row.rule}" + (f", on {cues}" if cues else "")
        for reason in row.reasons:
            yield f"      {reason}"


def to_json(found: Sequence[Explained]) -> str:
    """Explanations as one array of JSON."""
    return json.dumps([asdict(row) for row in found], ensure_ascii=False, indent=2) + "\n"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDTH else flat[: _WIDTH - 1].rstrip() + "…"
