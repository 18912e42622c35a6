"""Clips of a radio script: the heading that says whose voice is played, and the cues that say where it begins and ends.

Enters a reading; leaves who is named in the heading of a clip, and what is spoken beside a cue. "In:" stands before the first
words of a clip, "Out:" before its last; with dots behind or before them they only repeat what stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.forms import UPPER, alternation
from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.quotes.page import Page

_LASTS = r"(?:[ ,(\u2013-]+\d{1,2}(?:[':.m]\d{0,2})?(?:\"|''|s| ?secs?| seconds)?\)?)?"
"""How long a clip lasts: 24", (0'24"), 00:24, 14 secs."""
_CUE = expression(
    r"(?:(?P<in>in(?:[ -]?cue| words)?)|(?P<out>out(?:[ -]?cue| words)?)|dur(?:ation)?|length|trt|ends) ?:\s*", re.I
)
_DOTS = ("...", "\u2026")
_LINES = 12
"""How many lines a clip may have."""
_BRIEF = 24
"""Within how many characters a line says that a clip is over."""
_LONG = 110
"""Beyond how many characters a line is no heading of a clip."""


class Clips:
    """Reads the headings of clips.

    Args:
        words: What a clip is called: "clip", "soundbite".
    """

    def __init__(self, words: Sequence[str]) -> None:
        apart = rf"(?: ?[:(/\u2013-] ?| (?=[{UPPER}]))"
        self.first = frozenset(word[:2] for word in words)
        self.end = expression(
            rf"[\[(/*-]*(?:end (?:of )?(?:{alternation(words)})|(?:(?:{alternation(words)}) )?ends?)[\])/*-]*[.:]?$",
            re.I,
            holder=self,
        )
        self.heading = expression(
            rf"[\[(]?(?:(?i:{alternation(words)}))\b(?: ?#?(?P<number>\d+[a-z]?))?"
            rf"(?:{apart}(?P<who>[{UPPER}][^()\[\]:\".!?]{{1,80}}?)(?: \d)?\)?)?{_LASTS}[\])]?:?$",
            holder=self,
        )

    def of(self, page: Page, span: Span) -> tuple[int, int] | None:
        """Where the heading of a clip says whose it is; an empty place where it says nobody."""
        begin = page.lower[span.start : span.start + 3].lstrip("[(")[:2]
        if begin not in self.first or span.end - span.start > _LONG:
            return None
        match = self.heading.match(page.text, span.start, span.end)
        if match is None or (page.lower.startswith("interview", match.start()) and not match["number"]):
            return None  # "Interview: Jo Hale, the force's registrar"
        return match.span("who") if match["who"] else (span.end, span.end)

    def is_end(self, page: Page, span: Span) -> bool:
        """Whether a line says that a clip is over: "END CLIP", "ENDS"."""
        return span.end - span.start < _BRIEF and self.end.match(page.text, span.start, span.end) is not None

    def closed(self, page: Page, number: int) -> tuple[list[tuple[int, int]], int] | None:
        """What is spoken between the heading of a clip and the line that says it is over; None where none says so.

        Args:
            number: Number of the heading.
        """
        parts: list[tuple[int, int]] = []
        for below in range(number + 1, min(len(page.spans), number + _LINES)):
            span = page.spans[below]
            if self.is_end(page, span):
                return (parts, below - 1) if parts else None
            if _CUE.match(page.text, span.start, span.end) or self.of(page, span):
                return None
            if span.kind != "caption":
                parts.append(_bare(page.text, span.start, span.end))
        return None


def clip_below(page: Page, number: int) -> tuple[list[tuple[int, int]], int] | None:
    """What is spoken between the cues below the heading of a clip, and the last line; None where no cue or mark stands there.

    Args:
        number: Number of the heading.
    """
    parts: list[tuple[int, int]] = []
    cues: dict[str, tuple[int, int]] = {}
    last = number
    for below in range(number + 1, min(len(page.spans), number + _LINES)):
        span = page.spans[below]
        cue = _CUE.match(page.text, span.start, min(span.end, span.start + _LONG))
        start, end = _bare(page.text, cue.end() if cue else span.start, span.end)
        if cue:
            cues.setdefault((cue["in"] and "in") or (cue["out"] and "out") or "", (start, end))
        elif span.kind != "paragraph" or ("in" not in cues and page.text[span.start] != '"'):
            break
        else:
            parts.append((start, end))
        last = below
        if "out" in cues:
            break
    if last == number or ("in" in cues and "out" not in cues and len(parts) > 1):
        return None
    opens, ends = cues.get("in"), cues.get("out")
    if opens and (not parts or not page.text[slice(*opens)].endswith(_DOTS)):
        parts.insert(0, opens)
    if (
        ends
        and ends[1] > ends[0]
        and len(parts) == 1
        and parts[0] == opens
        and page.text[slice(*opens)].endswith(_DOTS)
    ):
        parts.append(ends)
    return parts, last


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks around it."""
    start += text.startswith(('"', "'"), start)
    return start, end - (end > start and text[end - 1] in "\"'")
