"""Inspectorates named in a text, by name, abbreviation or the office of one of their people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from extract.gazetteers import InspectorateRow
from extract.pipes.annotation import Annotation, Pipe, reading_of
from extract.pipes.triggers import hits_of


def inspectorate_phrases(rows: Mapping[str, InspectorateRow]) -> dict[str, str]:
    """Phrases in lower case by which inspectorates are found, and the short name of each."""
    phrases: dict[str, str] = {}
    for row in rows.values():
        for name in (row.name, *row.aliases):
            phrases.setdefault(name.lower().replace("&", "and"), row.name)
    return phrases


class Inspectorates(Pipe):
    """The pipe of the field `inspectorate`.

    Args:
        rows: Inspectorates by short name.
    """

    key = "inspectorate"

    def __init__(self, rows: Mapping[str, InspectorateRow]) -> None:
        self.rows = rows

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of inspectorates, in the order of the text."""
        reading = reading_of(doc)
        for start, end, name in hits_of(doc, "inspectorate"):
            text = reading.text[start:end]
            if text[0].isupper() or (" " in text and "inspectorate" in text.lower()):
                yield Annotation("inspectorate", start, end, "inspectorate.name", {"name": name})
