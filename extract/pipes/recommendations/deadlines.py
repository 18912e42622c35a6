"""Deadlines: the words that say by when an ask is to be done, at the edges of a clause or inside it."""

from __future__ import annotations

from extract.document.dates import MONTH, NUMBER
from extract.document.reading import Reading, Span
from extract.expressions import expression

_SEASON = r"(?:(?:spring|summer|autumn|winter|christmas|easter|school)(?: (?:holidays?|break|recess|term)(?!\w))?|new year|whitsun|diwali|ramadan|half-term|michaelmas|(?:(?:tax|financial|calendar|school|academic) )?year|month|week|weekend|quarter|season|term|decade)(?!')"
_WHEN = (
    r"(?:the )?(?:(?:very )?(?:end|start|beginning|middle|close|turn) of |early |mid-|late )?(?:(?:the|this|next|that|coming) )*"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d| (?:this|next) year)?|(?:19|20)\d\d(?:[/-]\d\d)?"
    rf"|(?:(?<=the )(?:\w+ ){{1,2}}|(?<=next )(?:\w+ ){{1,2}})?{_SEASON}(?: of (?:19|20)\d\d| (?:19|20)\d\d| (?:begins|starts|ends|is out|is over))?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|[a-z]+ (?:day|sunday|bank holiday)(?<!the day)(?<!a day)(?<!each day)(?<!every day)(?<!per day)(?: (?:this|next) year)?|(?:first|second|third|fourth|last) quarter(?: of (?:19|20)\d\d)?)"
)
_SINCE = (
    r" (?:of|from|after) (?:(?:the )?(?:publication|date)(?: of (?:this|the|our|its|that) (?:report|letter|inspection|date|publication))?"
    r"|(?:this|the|that|our|its) (?:report|letter|date|inspection|publication)(?:'s publication| being published)?)(?= |,|[.;:]|$)"
)
_UNIT = r"(?:working |calendar )?(?:months?|weeks?|days?|years?|fortnights?)"
DEADLINE = expression(
    rf"(?:(?:within|inside|in under) (?:the next |the coming |a further |another )?{NUMBER} {_UNIT}"
    rf"(?:{_SINCE}|(?! of\b| after an?\b))"
    r"|(?:within|inside) (?:(?:the |a )?(?:next |same |coming |current )?(?:month|year|week|fortnight|quarter|few (?:weeks|months)|(?:financial|calendar|tax) year)|(?:the|that|this) (?:same |coming |next )?(?:period|(?<=same )time))(?! (?:of|in) (?:a|an|being)\b)"
    rf"|(?:in|over|during) the (?:next|coming) (?:{NUMBER} (?:months?|weeks?|years?)|(?:(?:financial|tax|calendar) )?year)"
    rf"|(?:no later than|not later than|by|before|until|ahead of|in time for) {_WHEN}(?: at the latest)?"
    r"|(?:before|ahead of|in time for) (?:the|its|their) next (?:(?:round|set|batch|phase|intake|cohort|series) of [\w-]+|(?:\w+ )?(?:intake|budget(?: round)?|elections?|exams?|courses?|season|holidays?))"
    r"|by (?:this time (?:next year|next month|tomorrow)|(?:the same|that|this) (?:date|day|time|deadline|point))"
    r"|(?:by the time of|before|by|ahead of|in time for) (?:our|the|its|their|my) (?:next|return) (?:inspection|visit)"
    r"|(?:by the time|before) (?:we|i|inspectors|hmi\w*|the inspect\w+) (?:return|come back|go back)s?(?: in (?:the )?\w+)?"
    r"|with immediate effect|immediately|at once|straight away|straightaway|forthwith)(?=[\s,.;:\"'!?)]|$)"
)
"""A deadline in lower case."""

OPENS = (
    *("within ", "inside ", "in under ", "in the ", "in time ", "over the ", "during the ", "no later", "not later"),
    *("by ", "before ", "until ", "ahead of ", "with immediate ", "immediately", "at once", "straight", "forthwith"),
)
"""How it begins: most of what could be one does not."""

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
    text = reading.lower[span.start : span.end].strip(" :,")
    return text.startswith(OPENS) and DEADLINE.fullmatch(text) is not None
