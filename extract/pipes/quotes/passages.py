"""Passages of a report that speak: "The cause of concern reads: '…'", "One recommendation says that …".

Enters the words before a verb of saying; leaves the passage as a body, which `assemble` takes for the inspectorate.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.page import Page

_NOUNS = ("concern", "improvement", "recommendation", "finding", "paragraph", "passage")
"""Words with which such a passage ends, one of which stands before the verb."""
_PASSAGE = expression(
    r"(?:^|\b(?:the|its|their|this|that|one|another|each|an?) (?:(?!(?:of|for|on|with|about|to|in|and) )[\w-]+ ){0,2}?)"
    r"(?P<who>(?:areas? for improvement|causes? of concern|recommendation|(?:key )?finding|paragraph|passage)(?: \d+(?:\.\d+)*)?)"
    r"(?: (?:for|on) [^,.;:\"]{3,50}| in the (?:report|letter|summary))?(?: itself| also)? $"
)
_FAR = 90
"""Within how many characters before a verb the passage begins."""

_PAPER = expression(
    r" (?:an?|the|his|her|their) (?:[a-z-]+ ){0,2}(?:note|e-?mail|letter|message|memo|text|post|tweet|statement|card|foreword|reply)(?: to [a-z' -]{3,30}?)? (?:from|by|signed by) "
)
"""A paper of somebody's, behind "reads"."""


def passage_before(reading: Page, clause: int, verb: int) -> Speaker | None:
    """The passage that is the subject of a verb: "The first recommendation reads:".

    Args:
        reading: The text.
        clause: Where the clause of the verb begins.
        verb: Where the verb begins.
    """
    start = max(clause, verb - _FAR)
    before = reading.lower[start:verb]
    if not any(map(before.__contains__, _NOUNS)):
        return None
    match = _PASSAGE.search(before)
    return Speaker("body", start + match.start("who"), start + match.end("who")) if match else None


def writer_behind(reading: Page, start: int, end: int) -> Speaker | None:
    """The person from whom the paper comes that a verb is followed by: "'We ran out,' reads a note from Sgt Jo Hale"."""
    paper = _PAPER.match(reading.text, start, end)
    found = reading.behind(paper.end(), end) if paper else None
    return found if found and found.form in ("name", "surname") else None
