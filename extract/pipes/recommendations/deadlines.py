"""Deadlines: the words that say by when an ask is to be done, at the edges of a clause or inside it."""

from __future__ import annotations

import re

from extract.document.dates import MONTH, NUMBER

_SEASON = (
    r"(?:spring|summer|autumn|winter|new year|christmas|easter|year|month|week|financial year|calendar year|decade)"
)
_WHEN = rf"(?:the )?(?:(?:very )?(?:end|start|beginning|middle) of )?(?:(?:the|this|next|that) )*(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d(?:[/-]\d\d)?|{_SEASON}(?: of (?:19|20)\d\d| (?:19|20)\d\d)?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_PHRASE = (
    rf"(?:within (?:the next )?{NUMBER} (?:working )?(?:months?|weeks?|days?|years?)(?: of (?:this report|publication|this letter|the report|this date))?"
    rf"|within (?:a|one|the next) (?:month|year|week|fortnight|quarter|few (?:weeks|months))"
    rf"|(?:in|over) the next {NUMBER} (?:months?|weeks?|years?)"
    rf"|(?:no later than|not later than|by|before|until) {_WHEN}"
    rf"|by the time of (?:our|the|its) next inspection|by next {_SEASON}|by next {MONTH}"
    r"|with immediate effect|immediately|at once|straight away|straightaway|without delay|forthwith)"
)
DEADLINE = re.compile(_PHRASE)
"""A deadline in lower case."""

_FIRST = re.compile(rf"(?:and |also |,|\s)*(?P<when>{_PHRASE}),?\s+")
_LAST = re.compile(rf"[\s,]+(?:and )?(?P<when>{_PHRASE})[\s,.;]*$")
_INNER = re.compile(rf",? ?\b(?P<when>{_PHRASE})(?=[\s,.;:]|$)")


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
    match = _LAST.search(lower, max(start, end - 70), end)
    return (*match.span("when"), match.start()) if match else None


def inside(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """The first deadline anywhere in a stretch."""
    match = _INNER.search(lower, start, end)
    return match.span("when") if match else None
