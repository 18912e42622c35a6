"""Gold and records: a draft of gold from a record, and a record from gold and its article.

Enters what `models` holds and the text of the article; leaves the other of the two. Gold names no offsets, so that a
record made of it stands at the nearest place that fits; it serves to run checks on gold and to compare gold with records.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extract.checks.check import Body
from models import Record
from models.gold import OVERALL, Gold, GoldCount, GoldQuote

RULE = "gold.annotated"
"""The rule of a row that an annotator wrote."""

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
)
_NOUNS = {
    "areas": r"area|question|pillar|test|aspect|categor|judg|grade|of (?:them|these|those|the)",
    "recommendations": "recommendation",
    "areas for improvement": "area",
    "causes of concern": "cause",
}
_OPENING = "“‘\"'«`"


def draft_gold(record: Record) -> Gold:
    """Gold that says what a record says, for a person to correct."""
    people = {official.id: official.name or official.role for official in record.officials}
    source = record.source
    return Gold.model_validate(
        {
            "source": {key: getattr(source, key) for key in ("title", "published", "publisher", "author")},
            "inspectorate": record.inspectorate.name if record.inspectorate else None,
            "forces": [{"id": row.id, "subject": row.subject} for row in record.forces],
            "stated_counts": [
                {"count": row.count, "of": row.of, "grade": row.grade, "force": row.force}
                for row in record.stated_counts
            ],
            "grades": [
                {
                    "force": row.force,
                    "area": row.area.text,
                    "grade": row.grade,
                    "previous": row.previous,
                    "span": row.evidence[0].text,
                }
                for row in record.grades
            ],
            "recommendations": [
                {
                    "kind": row.kind,
                    "force": row.force,
                    "deadline": row.deadline.text if row.deadline else None,
                    "mentions": [mention.text for mention in row.evidence],
                }
                for row in record.recommendations
            ],
            "initiatives": [
                {"name": row.name, "started": row.started, "about": row.about.text if row.about else None}
                for row in record.initiatives
            ],
            "officials": [
                {"name": row.name, "role": row.role, "organisation": row.organisation} for row in record.officials
            ],
            "quotes": [
                {
                    "speaker": people.get(row.speaker, row.speaker) if row.speaker else None,
                    "kind": row.kind,
                    "parts": [part.text for part in row.parts],
                }
                for row in record.quotes
            ],
        }
    )


class _Text:
    """A text in which words are found whatever its white space."""

    def __init__(self, text: str) -> None:
        self.text = text

    def all(self, words: str, low: int = 0, high: int | None = None) -> list[tuple[int, int]]:
        """Every place of some words."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        return [
            found.span()
            for found in re.compile(pattern).finditer(self.text, low, len(self.text) if high is None else high)
        ]

    def near(self, words: str, offset: int) -> tuple[int, int] | None:
        """The place of some words nearest to an offset."""
        return min(self.all(words), key=lambda span: abs(span[0] - offset), default=None)

    def cut(self, span: tuple[int, int]) -> dict[str, Any]:
        """Evidence."""
        return {"start": span[0], "end": span[1], "text": self.text[slice(*span)]}


def ground_gold(
    gold: Gold, text: str, forces: Mapping[str, Body], *, path: str = "", programme: str | None = None
) -> Record:
    """The record that says what gold says.

    Args:
        gold: The gold, its words in the text.
        text: `Document.text` of the article.
        forces: Registry.
        path: For `source.path`.
        programme: Id of the programme, or None.

    Raises:
        ValueError: If words of the gold are not in the text, or a row is of no valid form.
    """
    place = _Text(text)
    data = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(data).hexdigest()
    officials, ids = _officials(gold, place)
    record: dict[str, Any] = {
        "source": gold.source.model_dump()
        | {
            "path": path,
            "media_type": "text/plain",
            "sha256": digest,
            "text_sha256": digest,
            "characters": len(text),
        },
        "inspectorate": {"name": gold.inspectorate} if gold.inspectorate else None,
        "programme": programme,
        "forces": [_force(place, forces[row.id], row.subject) for row in gold.forces],
        "stated_counts": [
            _row(row.model_dump(), evidence=[place.cut(_count(place, row))]) for row in gold.stated_counts
        ],
        "grades": [],
        "recommendations": [
            _row(
                {"kind": ask.kind, "force": ask.force},
                evidence=[place.cut(_first(place, mention)) for mention in ask.mentions],
                deadline=_near(place, ask.deadline, _first(place, ask.mentions[0])[0]),
            )
            for ask in gold.recommendations
        ],
        "initiatives": [
            _row(
                {"name": row.name, "kind": "other", "started": row.started},
                evidence=[place.cut(_first(place, row.name))],
                about=place.cut(_first(place, row.about)) if row.about else None,
            )
            for row in gold.initiatives
        ],
        "officials": officials,
        "quotes": list(_quotes(gold.quotes, place, ids)),
    }
    used: set[tuple[tuple[int, int], str, bool]] = set()
    for grade in gold.grades:
        spans = place.all(grade.span) or [_first(place, grade.span)]
        span = next((span for span in spans if (span, grade.area, grade.previous) not in used), spans[0])
        used.add((span, grade.area, grade.previous))
        area: dict[str, Any] = {"text": grade.area}
        if grade.area != OVERALL:
            inside = place.all(grade.area, *span)
            area = place.cut(inside[0] if inside else _near_span(place, grade.area, span[0]))
        row = {"force": grade.force, "grade": grade.grade, "previous": grade.previous, "area": area}
        record["grades"].append(_row(row, evidence=[place.cut(span)]))
    return Record.model_validate(record, context={"text": text, "forces": forces})


def _row(row: dict[str, Any], **more: Any) -> dict[str, Any]:
    return row | more | {"rule": RULE, "confidence": 1.0}


def _first(place: _Text, words: str) -> tuple[int, int]:
    found = place.all(words)
    if not found:
        raise ValueError(f"{words!r} is not in the article")
    return found[0]


def _near_span(place: _Text, words: str, offset: int) -> tuple[int, int]:
    found = place.near(words, offset)
    if found is None:
        raise ValueError(f"{words!r} is not in the article")
    return found


def _near(place: _Text, words: str | None, offset: int) -> dict[str, Any] | None:
    return place.cut(_near_span(place, words, offset)) if words else None


def _force(place: _Text, body: Body, subject: bool) -> dict[str, Any]:
    """The row of a force: every place of its names, else of its bare ones, else the beginning of the article."""
    spans = set(_named(place, body.names())) or set(_named(place, body.places)) or {(0, len(place.text.split("\n")[0]))}
    kept = [s for s in sorted(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    row = {"id": body.id, "name": body.name, "kind": body.kind, "subject": subject}
    return _row(row, evidence=[place.cut(span) for span in kept])


def _named(place: _Text, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        if name:
            words = r"\s+".join(re.escape(word) if word not in ("and", "&") else "(?:and|&)" for word in name.split())
            yield from (found.span() for found in re.finditer(rf"\b{words}\b", place.text))


def _count(place: _Text, row: GoldCount) -> tuple[int, int]:
    """Where a count may stand: its number before its noun, else beside its grade, else alone, else the beginning."""
    words = [str(row.count)] + ([_NUMBERS[row.count]] if row.count < len(_NUMBERS) else []) + ["an?"] * (row.count == 1)
    number = rf"\b(?:{'|'.join(words)})\b"
    tries = [rf"{number}[^.;]{{0,40}}?\b(?:{_NOUNS[row.of]})\w*"]
    if row.grade:
        grade = row.grade.replace("requires improvement", r"(?:require|need)\w* improvement")
        tries = [rf"{grade}\W[^.;]{{0,40}}?{number}", rf"{number}[^.;]{{0,80}}?{grade}", *tries]
    for pattern in (*tries, number):
        found = re.search(pattern, place.text, re.I)
        if found:
            return found.span()
    return 0, 1


def _officials(gold: Gold, place: _Text) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Rows of officials, and the id of each name and role."""
    rows: list[dict[str, Any]] = []
    ids: dict[str, str] = {}
    for number, person in enumerate(gold.officials, 1):
        spans = [_first(place, person.name)] if person.name else []
        if person.role:
            spans.append(_near_span(place, person.role, spans[0][0] if spans else 0))
        row = {"id": f"o{number}"} | person.model_dump()
        rows.append(_row(row, evidence=[place.cut(span) for span in spans]))
        key = person.name or person.role or ""
        ids[key] = ids.get(key, f"o{number}")
    return rows, ids


def _quotes(quotes: Iterable[GoldQuote], place: _Text, ids: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    cursor = 0
    for quote in quotes:
        parts: list[tuple[int, int]] = []
        for part in quote.parts:
            found = place.all(part)
            marked = [s for s in found if quote.kind == "indirect" or place.text[: s[0]].rstrip()[-1:] in _OPENING]
            low = parts[-1][1] if parts else cursor
            spans = marked or found
            if not spans:
                raise ValueError(f"{part!r} is not in the article")
            parts.append(next((span for span in spans if span[0] >= low), spans[0]))
        if quote.kind == "direct":
            cursor = parts[0][0]
        speaker = ids.get(quote.speaker, quote.speaker) if quote.speaker else None
        row = {"speaker": speaker, "kind": quote.kind, "parts": [place.cut(span) for span in parts], "cue": None}
        yield _row(row)
