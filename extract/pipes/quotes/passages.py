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
