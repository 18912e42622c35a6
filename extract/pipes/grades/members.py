"""Lists of forces behind a grade: which they are, and what is said of the grade that each had before.

Enters the elements of a line; leaves members in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.verdict import OUTSIDE

KEPT = expression(
    r"\b(?:no change|unchanged|as before|as last time|same|again|as in (?:19|20)\d\d|still|retained|maintained|stays|remains|(?:second|third|fourth) (?:time|year|inspection|report) (?:in a row|running))\b|^\W*=\W*$"
)
"""What says that a grade is the one of the inspection before."""
_NOBODY = expression(r"\W*(?:none|nobody|nil|n/?a|no (?:one|force|service|area|constabular|brigade)\w*)\b")
_NAMED = expression(r"[DJ]*F[WY]?")
"""Classes of a force in a list of forces."""
_EARLIER = frozenset(("from", "up", "down", "previously", "formerly", "was", "had", "last", "before", "then", "ago"))
"""Words that make the grade behind a force in a list one of an earlier inspection."""
_PARTING = ",;&."
_OTHER = 6
"""Words of a body that is no force in a list of forces."""


class Member(NamedTuple):
    """A body in a list of forces.

    Args:
        force: Offset of its name, or `OUTSIDE`.
        before: Numbers of the elements of grades that it had before.
        kept: Whether the grade of the list is its grade of the inspection before as well.
    """

    force: int
    before: list[int]
    kept: bool


def read_members(lower: str, elements: Elements, at: int) -> list[Member] | None:
    """The bodies of a list of forces, or None where something else is listed; none of "Outstanding: none".

    Args:
        lower: The reading in lower case.
        elements: The line.
        at: Number of the element with which the list begins.
    """
    sorts, starts = elements.sorts, elements.starts
    if at >= len(sorts) or ".." in sorts[at:]:  # dots lead to a grade of its own
        return None
    if "G" not in sorts[at:] and _NOBODY.match(lower, starts[at], elements.ends[-1]):
        return []
    found: list[Member] = []
    named, over = 0, False
    for start, end in _pieces(sorts, at):
        body = _NAMED.match(sorts, start, end)
        stop = body.end() if body else start
        said = lower[starts[stop] : elements.ends[end - 1]] if stop < end else ""
        grades = [number for number in range(stop, end) if sorts[number] == "G"]
        opens = stop < end and (sorts[stop] in "(\u2013" or elements.words[stop] in _EARLIER)
        tail = len(grades) == 1 and (opens or not _EARLIER.isdisjoint(elements.words[stop:end]))
        kept = not grades and bool(KEPT.search(said))
        if body and not over:
            if said and not (opens and (tail or kept or not grades)):
                return None
            force = starts[start + sorts[start:stop].index("F")]
            found.append(Member(force, grades, kept))
            named += 1
        elif (tail or kept) and found:
            found[-1] = Member(found[-1].force, [*found[-1].before, *grades], found[-1].kept or kept)
        elif found and sorts[start - 1] == ".":
            over = True
        elif grades or over or end - start > _OTHER or not set(sorts[start:end]) <= set("DWYI"):
            return None
        else:
            found.append(Member(OUTSIDE, [], False))
    return found if 2 * named > len(found) or (named and 2 * named == len(found)) else None


def _pieces(sorts: str, at: int) -> Iterator[tuple[int, int]]:
    """Numbers of the first element and behind the last one of each member of a list; brackets stay whole."""
    depth, start = 0, at
    for number in range(at, len(sorts) + 1):
        sort = sorts[number] if number < len(sorts) else ";"
        depth += (sort == "(") - (sort == ")")
        if sort in _PARTING and (depth <= 0 or number == len(sorts)):
            if number > start:
                yield start, number
            start = number + 1
