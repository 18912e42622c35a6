"""Offsets of the reading to evidence of the document: the one place where a value gets its characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extract.document.reading import Reading

_EDGES = frozenset(" \t\n\r\v\f\u00a0\u00ad\u200b\ufeff")


class Grounds:
    """Cuts evidence from a document.

    Args:
        text: `Document.text`.
        reading: Its reading.
    """

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.reading = reading
        self.source = reading.source

    def cut(self, start: int, end: int) -> dict[str, Any]:
        """Evidence for a stretch of the reading, white space at its edges left out."""
        text = self.text
        first, last = self.source(start, end)
        said = text[first:last]
        if said[:1] not in _EDGES and said[-1:] not in _EDGES:  # as most are
            return {"start": first, "end": last, "text": said}
        while first < last - 1 and text[first] in _EDGES:
            first += 1
        while last > first + 1 and text[last - 1] in _EDGES:
            last -= 1
        return {"start": first, "end": last, "text": text[first:last]}

    def all(self, spans: Iterable[tuple[int, int]]) -> list[dict[str, Any]]:
        """Evidence for several stretches, in their order, each once."""
        spans = list(spans)
        if len(spans) == 1:
            return [self.cut(*spans[0])]
        found: dict[tuple[int, int], dict[str, Any]] = {}
        for start, end in spans:
            evidence = self.cut(start, end)
            found.setdefault((evidence["start"], evidence["end"]), evidence)
        return list(found.values())
