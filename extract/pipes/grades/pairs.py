"""Lines of an area and its grade: "Efficiency: good (good)", "Good \u2013 managing offenders", "2022: adequate"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.reading import Reading, Span
from extract.pipes.grades.areas import Areas, clean
from extract.pipes.grades.verdict import Entry
from extract.pipes.triggers import Hit, hits_within

_SEPARATOR = re.compile(r"\s*(?:[:\u2013=|]|-(?= )|->|\.\.+|\t)\s*['\"(]?$")
_OPENER = re.compile(r"['\"]?\)?\s*(?:[:\u2013=|]|-(?= )|\()\s*")
_BRACKET = re.compile(r"['\"]?,?\s*[(\[](?P<inner>[^)\]]{2,160})[)\]]?[.;,]?$")
_END = re.compile(r"['\")]*[.;,]?(?:\s+and)?$")
_NOT_AREA = re.compile(
    r"^(?:by|the grades?|grades?|area|question|judgment|judgement|our grades?|what we found|scale|key)$"
)
_MOVED = re.compile(
    r"\s*(?:[:\u2013=|]|-(?= ))\s*(?:(?:has |have )?(?:moved|gone|went|improved|slipped|dropped|fell|fallen|climbed|rose|risen|raised|lifted|downgraded|upgraded) ?)?(?:up|down)?(?: ?(?:a|one|two) (?:grades?|notch(?:es)?|rungs?))?,? ?from (?:an? )?['\"]?$"
)
_TO = re.compile(r"['\"]? (?:up |down )?to (?:an? )?['\"]?")
_UNCHANGED = re.compile(
    r"['\"]?[,;]? ?[(\[\u2013-]? ?(?:no change|unchanged|as before|as last time|(?:the )?same as (?:before|last time|in (?:19|20)\d\d)|as in (?:19|20)\d\d|again)[)\]]?[.;,]?"
)
_DATED = re.compile(
    r"(?:in )?(?:19|20)\d\d(?:[/-]\d\d)?(?: (?:grade|rating|inspection))?|last (?:time|inspection|grade|round)|previous(?:ly| grade| rating| inspection)?|before|then|formerly"
)
_BACK = re.compile(
    r"['\"]?[,;]? [(\u2013-]? ?(?:(?:up|down|improved|slipped|a rise|a fall|a drop) from|was|previously|formerly|from)(?: an?)? ['\"]?"
)
_CAPITAL = re.compile(r", [A-Z][a-z]")


def is_prose(reading: Reading, span: Span) -> bool:
    """Whether a line is a sentence and no item of a list."""
    text = reading.text[span.start : span.end]
    return (
        len(text) > (160 if ";" not in text else 500)
        or bool(re.search(r"[.!?] [A-Z]", text))
        or bool(re.search(r"\b(?:should|must|needs to|is|are|was|were|has|said)\b", text) and text.endswith("."))
    )


class Pairs:
    """Reads lines of an area and its grade.

    Args:
        areas: Parter of lists.
    """

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def find(
        self, reading: Reading, number: int, span: Span, hits: Sequence[Hit], above: Sequence[Entry]
    ) -> list[Entry]:
        """A line of an area and its grade, either first: "Efficiency: good (good)", "Good \u2013 managing offenders"."""
        if span.end - span.start > 200:
            return []
        first = next((hit for hit in hits if _SEPARATOR.search(reading.lower, span.start, hit[0])), hits[0])
        hits = [hit for hit in hits if hit[0] >= first[0]]
        before = reading.lower[span.start : first[0]].strip(" '\"")
        if not before:
            opener = _OPENER.match(reading.lower, first[1], span.end)
            if opener and len(hits) == 1 and span.end - opener.end() > 3 and not is_prose(reading, span):
                pieces = (
                    self.areas.split(reading.lower, opener.end(), span.end)
                    if ";" in reading.text[opener.end() : span.end - 1]
                    or ("," in reading.text[opener.end() : span.end - 1] and span.kind != "item")
                    or _CAPITAL.search(reading.text, opener.end(), span.end)
                    else [clean(reading.lower, opener.end(), span.end)]
                )
                return [Entry(first, piece, number, False, "grades.pair") for piece in pieces if piece]
            return []
        if len(before) < 3:
            return []
        moved = _MOVED.search(reading.lower, span.start, first[0])
        if moved and len(hits) == 2 and _TO.fullmatch(reading.lower, first[1], hits[1][0]):
            piece = clean(reading.lower, span.start, moved.start())
            if piece and _END.match(reading.lower[hits[1][1] : span.end]):
                return [
                    Entry(first, piece, number, True, "grades.pair-before"),
                    Entry(hits[1], piece, number, False, "grades.pair"),
                ]
        separator = _SEPARATOR.search(reading.lower, span.start, first[0])
        if not separator:
            return []
        rest = reading.lower[first[1] : span.end]
        back = _BACK.match(reading.lower, first[1], span.end)
        if back and len(hits) == 2 and back.end() == hits[1][0] and _END.match(reading.lower[hits[1][1] : span.end]):
            piece = clean(reading.lower, span.start, separator.start())
            if piece:
                return [
                    Entry(first, piece, number, False, "grades.pair"),
                    Entry(hits[1], piece, number, True, "grades.pair-before"),
                ]
        bracket, same = _BRACKET.match(rest), _UNCHANGED.fullmatch(rest)
        if not bracket and not same and not _END.match(rest):
            return []
        piece = clean(reading.lower, span.start, separator.start())
        if piece is None or _NOT_AREA.match(reading.lower[slice(*piece)]):
            return []
        if _DATED.fullmatch(reading.lower[slice(*piece)]):
            last = above[-1] if above and number - above[-1].span <= 2 else None
            return [Entry(first, last.area, number, True, "grades.pair-before")] if last else []
        found = [Entry(first, piece, number, False, "grades.pair")]
        if same:
            found.append(Entry(first, piece, number, True, "grades.pair-before"))
        elif bracket:
            for hit in hits_within(list(hits), first[1], span.end):
                found.append(Entry(hit, piece, number, True, "grades.pair-before"))
        return found
