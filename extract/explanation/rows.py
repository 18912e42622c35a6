"""Rows of a record with the annotations that gave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from extract.explanation.explained import Explained
from extract.explanation.trace import Trace
from extract.pipes.annotation import Annotation
from models import Evidence, Finding


def explain_rows(trace: Trace, field: str, findings: Iterable[Finding]) -> Iterator[Explained]:
    """For each row of a field its rule, its cues and what was added to it or is doubted."""
    doubts = [finding for finding in findings if finding.path.startswith(f"/{field}/")]
    for number, row in enumerate(getattr(trace.record, field)):
        path = f"/{field}/{number}"
        notes = [note for note in trace.notes(field) if _gave(trace, field, note, row)]
        cues = tuple(dict.fromkeys(cue for note in notes for cue in trace.cues(note)))
        reasons = [f"{name}: {value}" for name, value in _qualifiers(field, row)]
        measured = row.rule in trace.extractor.parts.lists.confidence.rules
        told = f"the measured precision of {row.rule}" if measured else f"{row.rule} was never measured"
        reasons += [f"confidence {row.confidence:.2f}: {told}"]
        others = sorted({note.rule for note in notes} - {row.rule})
        reasons += [f"and by {', '.join(others)}"] if others else []
        reasons += [
            f"{doubt.severity} {doubt.code}: {doubt.message}"
            for doubt in doubts
            if doubt.path == path or doubt.path.startswith(path + "/")
        ]
        first = place_of(row)
        place = (first.start, first.end, first.text) if first else (0, 0, "")
        yield Explained(field, path, tell(field, row, trace), row.rule, *place, cues, tuple(reasons))


def place_of(row: Any) -> Evidence | None:
    """The first evidence of a row; a force on whose page an article stands has none."""
    evidence: Sequence[Evidence] = getattr(row, "evidence", ()) or getattr(row, "parts", ())
    return next(iter(evidence), None)


def overlaps(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces of evidence share characters."""
    return one.start < other.end and other.start < one.end


def tell(field: str, row: Any, trace: Trace) -> str:
    """What a row says, in one line."""
    names = {force.id: force.name for force in trace.record.forces}
    people = {official.id: official.name or official.role for official in trace.record.officials}
    body = names.get(getattr(row, "force", None) or "", "no force")
    told = {
        "forces": lambda: f"{row.name}, {'subject' if row.subject else 'mentioned'}",
        "stated_counts": lambda: f"{row.count} {row.of}" + (f" {row.grade}" if row.grade else ""),
        "grades": lambda: f"{body}: {row.area.text}: {row.grade}" + (", previous" if row.previous else ""),
        "recommendations": lambda: f"{body}: {row.kind.replace('_', ' ')}",
        "initiatives": lambda: f"{row.name}, {row.kind}",
        "officials": lambda: ", ".join(part for part in (row.name, row.role, row.organisation) if part),
        "quotes": lambda: f"{row.kind}, {people.get(row.speaker, row.speaker) or 'nobody'}",
    }
    return " ".join(told[field]().split())


def _gave(trace: Trace, field: str, note: Annotation, row: Any) -> bool:
    """Whether an annotation gave a row, or was joined to it."""
    if field == "grades":
        same = note.attributes["grade"] == row.grade and (note.attributes["previous"] or note.attributes["kept"]) in (
            row.previous,
            True,
        )
        sentence = trace.cut(*note.attributes["evidence"])
        areas = [trace.cut(*area) for area in note.attributes["areas"]]
        start = row.area.start
        named = (
            start is None
            or not areas
            or any(area.start <= start < area.end or start <= area.start < row.area.end for area in areas)
        )
        return bool(same and named) and any(overlaps(sentence, evidence) for evidence in row.evidence)
    if field == "forces":
        return bool(note.attributes["id"] == row.id)
    if field == "quotes":
        first = trace.cut(*note.attributes["parts"][0])
        return bool(note.label == row.kind and first == row.parts[0])
    if field == "officials":
        place = trace.cut(note.start, note.end)
        return any(overlaps(place, evidence) for evidence in row.evidence)
    return any(overlaps(trace.cut(note.start, note.end), evidence) for evidence in row.evidence)


def _qualifiers(field: str, row: Any) -> Iterator[tuple[str, str]]:
    """What a row was given beside its words."""
    if field == "grades":
        if row.previous:
            yield "previous", "the clause speaks of an earlier inspection"
        if row.area.topic:
            yield "topic", row.area.topic
        if row.area.start is None:
            yield "area", "none is named; the grade is for the whole"
    elif field == "recommendations":
        if row.deadline:
            when = f" ({row.deadline.date})" if row.deadline.date else ""
            yield "deadline", f"{row.deadline.text!r} at {row.deadline.start}{when}"
        if len(row.evidence) > 1:
            yield "mentions", ", ".join(f"{evidence.start} to {evidence.end}" for evidence in row.evidence)
    elif field == "initiatives" and row.started:
        yield "started", row.started
    elif field == "quotes" and row.cue:
        yield "credited by", f"{row.cue.text!r} at {row.cue.start}"
    elif field == "forces":
        yield "mentions", str(len(row.evidence))
