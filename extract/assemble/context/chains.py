"""Bodies that are named in one list: "Kent, Essex and Sussex", "in Kent and in Essex", "that of Kent and of Essex".

Enters the mentions of forces and what stands between them; leaves which of them belong together.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_CHAIN = expression(r"(?:,|,? and|,? or|,? as well as| \u2013|/|,? plus)? ?(?:the |both )?$")
_AGAIN = expression(r"(?:'s?)?,? (?:and|or) (?:in|of|at|by|for|that of) (?:the )?$")
"""Between two bodies that stand behind one preposition each."""
_GIVEN = expression(
    r"(?:outstanding|good|adequate|improvement|inadequate|poor)['\"]? (?:in|of|at|by|for) (?:the |both )?$"
)
"""Before a body that has the grade before it and not the one behind: "good in Kent and in Essex adequate"."""
_OVER = expression(r"(?:'s?)?(?: ?[.,;:)\u2013]| (?:and|but|while|whereas|although)\b|$)")
"""Behind the last of a list that the grade before it is for."""
_GAP = 14
"""Characters between two bodies of a list at most."""
_WIDE = 40
"""Characters before a body in which its grade ends."""


def _is_linked(reading: Reading, one: Annotation, other: Annotation, *, behind: bool) -> bool:
    """Whether a body goes on a list, which stands `behind` its grade or before it."""
    gap = reading.text[one.end : other.start]
    if len(gap) > _GAP:
        return False
    if _CHAIN.fullmatch(gap):
        return True
    if not _AGAIN.fullmatch(gap):
        return False
    lower = reading.lower
    if behind:
        return _OVER.match(lower, other.end) is not None
    return _GIVEN.search(lower[max(0, one.start - _WIDE) : one.start]) is None


def last_of(reading: Reading, notes: Sequence[Annotation]) -> list[str]:
    """The last bodies of some that are named in one list, each once.

    Args:
        reading: The text.
        notes: Mentions in order.
    """
    first = len(notes) - 1
    while first > 0 and _is_linked(reading, notes[first - 1], notes[first], behind=False):
        first -= 1
    return list(dict.fromkeys(note.attributes["id"] for note in notes[max(0, first) :]))


def end_of(reading: Reading, notes: Sequence[Annotation]) -> int:
    """Where the list ends that the first of some bodies begins.

    Args:
        reading: The text.
        notes: Mentions in order, one at least.
    """
    last = 0
    while last + 1 < len(notes) and _is_linked(reading, notes[last], notes[last + 1], behind=True):
        last += 1
    return notes[last].end + 1
