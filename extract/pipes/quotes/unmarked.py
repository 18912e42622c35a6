"""Speech without marks: a statement behind "said:", a signed section in the first person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document.reading import Reading
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.triggers import Hit, hits_within

_COLON = re.compile(r"[^:.!?\"]{0,90}:(?=\s*$|\s+[A-Z])")
_FIRST = re.compile(r"\b(?:i|we|my|our|us|i'm|i've|we're|we've|me)\b")
_SECTION = re.compile(
    r"\binspector's?\b|\b(?:observations?|foreword|statement|comments?|message|view|introduction|remarks|response|reply|word from)\b"
)
_CREDITS = re.compile(r"\b(?:said|says|told|added)\b")
_STATEMENT = re.compile(r"\b(?:statement|response|reply|comment)s?\b")


@dataclass(frozen=True, slots=True)
class Bare:
    """Speech without marks.

    Args:
        attribution: The words that introduce it.
        parts: Its paragraphs.
        last: Number of its last span.
    """

    attribution: Attribution
    parts: list[tuple[int, int]]
    last: int


class Unmarked:
    """Finds speech that has no quotation marks."""

    def find(
        self, reading: Reading, number: int, attributions: Sequence[Attribution], verbs: Sequence[Hit]
    ) -> Bare | None:
        """Speech that the attribution of a span introduces.

        Args:
            number: Number of the span, which holds no quotation marks.
            attributions: Its attributions.
            verbs: Verbs of saying in the whole text.
        """
        span = reading.spans[number]
        for attribution in reversed(attributions):
            if attribution.speaker is None or (
                attribution.speaker.form == "pronoun" and attribution.verb not in ("said", "says", "added")
            ):
                continue
            colon = _COLON.match(reading.text, max(attribution.end, attribution.speaker.end), span.end)
            if not colon:
                continue
            rest = (colon.end(), span.end)
            while rest[0] < rest[1] and reading.text[rest[0]] == " ":
                rest = (rest[0] + 1, rest[1])
            parts = [rest] if rest[1] - rest[0] > 20 else []
            first = bool(parts)
            last = number
            for step in range(number + 1, min(number + 12, len(reading.spans))):
                below = reading.spans[step]
                text = reading.lower[below.start : below.end]
                if (
                    below.kind != "paragraph"
                    or '"' in text
                    or _quoted(text)
                    or (hits_within(verbs, below.start, below.end) and _CREDITS.search(text))
                ):
                    break
                if (first or step > number + 1) and not _FIRST.search(text) and not _STATEMENT.search(attribution.verb):
                    break
                if not parts and not _FIRST.search(text):
                    break
                parts.append((below.start, below.end))
                last = step
            if parts and (first or last > number):
                return Bare(attribution, parts, last)
        return None

    @staticmethod
    def signed(reading: Reading, signature: int) -> list[tuple[int, int]]:
        """Paragraphs in the first person between a heading ("Foreword") and a signature."""
        parts: list[tuple[int, int]] = []
        for number in range(signature - 1, -1, -1):
            span = reading.spans[number]
            if span.kind == "subheading":
                head = reading.lower[span.start : span.end]
                voiced = any(_FIRST.search(reading.lower[start:end]) for start, end in parts)
                return parts[::-1] if _SECTION.search(head) and voiced else []
            if span.kind != "paragraph" or '"' in reading.text[span.start : span.end]:
                return []
            parts.append((span.start, span.end))
        return []


def _quoted(text: str) -> bool:
    return text.startswith("'")
