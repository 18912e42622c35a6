"""Deadlines: the words that say by when an ask is to be done, at the edges of a clause or inside it."""

from __future__ import annotations

import re

from extract.document.dates import MONTH, NUMBER
from extract.document.reading import Reading, Span

_SEASON = (
    r"(?:spring|summer|autumn|winter|new year|christmas|easter|year|month|week|financial year|calendar year|decade)"
)
_WHEN = rf"(?:the )?(?:(?:very )?(?:end|start|beginning|middle|close) of |early |mid-|late )?(?:(?:the|this|next|that) )*(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d(?:[/-]\d\d)?|{_SEASON}(?: of (?:19|20)\d\d| (?:19|20)\d\d)?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_SINCE = (
    r" (?:of|from|after) (?:(?:the )?(?:publication|date)(?: of (?:this|the|our|its|that) (?:report|letter|inspection|date|publication))?"
    r"|(?:this|the|that|our|its) (?:report|letter|date|inspection|publication)(?:'s publication| being published)?)(?= |,|[.;:]|$)"
)
_UNIT = r"(?:working |calendar )?(?:months?|weeks?|days?|years?)"
_PHRASE = (
    rf"(?:(?:within|inside|in under) (?:the next |the coming |a further |another )?{NUMBER} {_UNIT}"
    rf"(?:{_SINCE}|(?! of\b| after an?\b))"
    r"|(?:within|inside) (?:a|one|the next|the same|that|the) (?:month|year|week|fortnight|quarter|period|time|few (?:weeks|months)|the (?:financial|calendar) year)(?! (?:of|in) (?:a|an|being)\b)"
    rf"|(?:in|over|during) the (?:next|coming) {NUMBER} (?:months?|weeks?|years?)"
    rf"|(?:no later than|not later than|by|before|until) {_WHEN}(?: at the latest)?"
    r"|by (?:the same|that|this) (?:date|day|time|deadline|point)"
    r"|(?:by the time of|before|by|ahead of) (?:our|the|its|their) next inspection"
    rf"|by next {_SEASON}|by next {MONTH}"
    r"|with immediate effect|immediately|at once|straight away|straightaway|forthwith)"
)
DEADLINE = re.compile(_PHRASE)
"""A deadline in lower case."""

_FIRST = re.compile(rf"(?:and |also |,|\s)*(?P<when>{_PHRASE})(?:[,:]|\.(?= \w)| \u2013)?\s+")
_LAST = re.compile(rf"[\s,]+(?:and )?(?P<when>{_PHRASE})[\s,.;]*$")
_INNER = re.compile(rf",? ?\b(?P<when>{_PHRASE})(?=[\s,.;:\"'!)]|$)")


_OF_ANOTHER = re.compile(
    r"\b(?:which|who|that|whose) (?:\w+ )?(?:have|has|had|are|is|were|was|do|does|did|can|could|will|wait|need)\b[^,;]*$"
    r"|\b(?:can|could|may|cannot) (?:\w+ )?\w+ $"
)
"""Before words of time that belong to a relative clause or to what can be done at once: they say no day for the ask."""


def leading(lower: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A deadline with which a stretch begins.

    Returns:
        Its start and end, and where the rest begins; None if there is none.
    """
    match = _FIRST.match(lower, start, end)
    return (*match.span("when"), match.end()) if match else None


def trailing(lower: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A deadline with which a stretch ends.

    Returns:
        Its start and end, and where the rest ends; None if there is none.
    """
    match = _LAST.search(lower, max(start, end - 80), end)
    if not match or _OF_ANOTHER.search(lower, start, match.start("when")):
        return None
    return (*match.span("when"), match.start())


_NESTED = 12
"""Lists of one lead-in, each under a deadline of its own, that are looked back over."""


def announced(reading: Reading, span: Span) -> tuple[Span, tuple[int, int] | None]:
    """The lead-in of an item, and the deadline that stands alone between them: "We recommend that Kent Police:", "immediately".

    Args:
        reading: The text.
        span: An item that has a lead-in.

    Returns:
        The lead-in, and the offsets of the deadline; None where the item stands under its lead-in at once.
    """
    lead = reading.spans[span.lead]
    if not _is_deadline(reading, lead):
        return lead, None
    number = span.lead - 1
    for _ in range(2 * _NESTED):
        above = reading.spans[number]
        if number > 0 and above.kind == "item" and above.lead >= 0:
            number = above.lead
        elif number > 0 and _is_deadline(reading, above):
            number -= 1
        else:
            break
    above = reading.spans[max(number, 0)]
    if above.kind != "item" and reading.text[above.end - 1] == ":" and above.end < lead.start:
        return above, (lead.start, lead.end)
    return lead, None


def _is_deadline(reading: Reading, span: Span) -> bool:
    return bool(DEADLINE.fullmatch(reading.lower[span.start : span.end].strip(" :,")))


def inside(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """The first deadline anywhere in a stretch."""
    match = _INNER.search(lower, start, end)
    return match.span("when") if match and not _OF_ANOTHER.search(lower, start, match.start("when")) else None
