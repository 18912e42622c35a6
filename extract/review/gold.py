"""A checked record in the annotators' form, `NAME.gold.json`."""

from __future__ import annotations

from typing import Any

from models import Record


def write_gold(record: Record) -> dict[str, Any]:
    """What a record says, in the form of `samples/GUIDELINES.md`.

    Args:
        record: A record that an editor has checked.

    Returns:
        The gold; values verbatim, every key present.
    """
    people = {official.id: official.name or official.role for official in record.officials}
    source = record.source
    return {
        "source": {name: getattr(source, name) for name in ("title", "published", "publisher", "author")},
        "inspectorate": record.inspectorate.name if record.inspectorate else None,
        "forces": [{"id": row.id, "subject": row.subject} for row in record.forces],
        "stated_counts": [
            {"count": row.count, "of": row.of}
            | {name: value for name, value in (("grade", row.grade), ("force", row.force)) if value is not None}
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
                "speaker": people.get(row.speaker or "", row.speaker),
                "kind": row.kind,
                "parts": [part.text for part in row.parts],
            }
            for row in record.quotes
        ],
    }
