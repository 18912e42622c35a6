"""What a meeting asks or is asked, which is no recommendation of an inspectorate's.

Enters an annotation of the pipe `recommendations`; leaves whether it is such. Whose other wishes are is told elsewhere.
"""

from __future__ import annotations

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.notes import FORMS

_RESOLVED = expression(
    r"\b(?:resolved|action (?:point )?\d{1,3}\w?(?=:| -)|action(?:s)? agreed|the (?:\w+ )?(?:panel|committee|meeting|authority|board|members) (?:resolved|agreed|asked|requested)|(?:members|councillors|cabinet|panel|(?:sub-)?committee|board) (?:is|are) (?:asked|invited|recommended|requested))\b"
)
_MEETING = expression(
    r"\W*(?:\d[\d.]* )?(?:the )?(?:members|councillors|cabinet|panel|(?:sub-)?committee|board|authority) (?:is|are) (?:asked|invited|recommended|requested)\b"
)
_OFFICE = 60
"""Characters within which it is told who is asked."""

_NOTES = ("note ", "to note ")  # first of what a committee, and no force, is asked to do
_RECEIVED = expression(
    r".*(?:board|committee|panel|members|cabinet|council|authority) (?:note|receive|endorse|approve)"
)
"""What a committee does with a report to it: "Recommendation: that the Board notes the report"."""

_DECIDES = expression(
    r"\W*(?:\d[\d.]* )?that (?:the )?(?:members|councillors|panel|committee|board|authority|report)\b"
)
"""A line above one that goes on with what a committee is to decide."""


def resolves(reading: Reading, note: Annotation) -> bool:
    """Whether a meeting asks or is asked: "ACTION 14:", an item under "RESOLVED:" or "Members are asked to:"."""
    if note.attributes["kind"] == "area_for_improvement" and note.rule in FORMS:
        return False  # no meeting calls so what it asks itself
    if note.rule == "recommendations.that" and _RECEIVED.match(reading.lower, note.attributes["subject"][0], note.end):
        return True
    span = reading.spans[reading.span_at(note.start)]
    if _MEETING.match(reading.lower, note.attributes["sentence"][0], note.start + _OFFICE):
        return True
    if span.lead < 0 and span.kind != "item":
        above = reading.spans[reading.span_at(note.start) - 1]
        decides = note.rule == "recommendations.that" and _DECIDES.match(reading.lower, above.start, above.end)
        return bool(decides or _RESOLVED.match(reading.lower, span.start, span.end))
    lead, first = reading.spans[span.lead], reading.spans[span.lead + 1]
    noted = first.kind == "item" and reading.lower.startswith(_NOTES, first.start)
    return noted or bool(_RESOLVED.search(reading.lower, lead.start, lead.end))
