"""The area of a grade that only the name of its inspection tells: "good in the 'Police legitimacy' inspection".

Enters a text in lower case, a grade and the end of its clause; leaves the area that the title ends with.
"""

from __future__ import annotations

from collections.abc import Container

from extract.expressions import expression
from extract.pipes.grades.areas import Piece

_REACH = 160
"""Characters behind a grade in which the name stands."""
_PAPER = expression(
    r"['\")]* (?:(?:19|20)\d\d )?(?:inspections?|reports?|assessments?|reviews?)\b|['\")]* (?:inspection|report) (?:for|of) (?:19|20)\d\d\b"
)
"""What an inspectorate does and writes, and its year."""
_STOP = expression(r"[.;?!]|, | (?:and|but|while|which|who|that|after|following|with|where|when|as) ")
"""Where the clause of the grade ends."""
_LEAD = expression(
    r"['\")]*(?: (?:[a-z]+ )?(?:grades?|grading|ratings?|ranking|marks?|judge?ments?|verdict))?(?: [a-z&' ]*?)? (?:in|by|under|from) "
)
"""From a grade to the name of its inspection."""
_WORD = expression(r"[a-z-]+$")
_WORDS = 4
"""Words of an area at most."""


def titled(lower: str, start: int, high: int, topics: Container[str]) -> Piece | None:
    """The area that the name of an inspection behind a grade ends with, or None.

    Args:
        lower: The text in lower case.
        start: Where the grade ends.
        high: Where its sentence ends.
        topics: Wordings of the topics of every programme.
    """
    high = min(high, start + _REACH)
    if not _LEAD.match(lower, start, high):
        return None
    stop = _STOP.search(lower, start, high)
    paper = _PAPER.search(lower, start, stop.start() if stop else high)
    if not paper:
        return None
    found, at = None, paper.start()
    for _ in range(_WORDS):
        word = _WORD.search(lower, start, at)
        if not word:
            break
        if lower[word.start() : paper.start()] in topics:
            found = word.start(), paper.start()
        at = word.start() - 1
        if at <= start or lower[at] != " ":
            break
    if found and lower.endswith("police ", start, found[0]):
        found = found[0] - len("police "), found[1]
    return found
