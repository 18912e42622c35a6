"""Grades that only the headline of an article gives.

Enters what was found, headline and all; leaves it without what the headline says again or too loosely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.reading import Reading
from extract.pipes.annotation import Annotation


def without_echoes(reading: Reading, found: Sequence[Annotation]) -> Iterator[Annotation]:
    """Grades, of those of the headline only what names its areas, where no other place gives that grade for any.

    Args:
        reading: The text.
        found: Annotations of grades.
    """
    told = {note.attributes["grade"] for note in found if note.attributes["areas"] and not _is_headline(reading, note)}
    for note in found:
        linked = bool(note.attributes["areas"]) and note.rule == "grades.linked"
        if not _is_headline(reading, note) or (linked and note.attributes["grade"] not in told):
            yield note


def _is_headline(reading: Reading, note: Annotation) -> bool:
    """Whether a grade stands in the headline."""
    return str(reading.spans[note.attributes["span"]].kind) == "headline"
