"""Which scale the grades of an article are of.

Enters the grades that are found; leaves the same, those that are told by their rank on the scale of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.triggers import Hit

_PRISONS = frozenset(("reasonably good", "not sufficiently good"))
"""Grades of the scale of prisons alone."""
_RANKS = {"outstanding": "good", "inadequate": "poor"}
"""The highest and lowest grade of police, and those of prisons."""


_MEASURED = expression(
    r"\b(?:one|two|an?|the) (?:\w+ )?(?:grade|grading|mark|level|step|notch|rung|place|rating|category)s? (?:up |down )?"
    r"(?:below|above|beneath|under|short of|away from|shy of|off) (?:an? )?['\"]?$"
)
"""Before a grade that only says how high another is: "adequate, one step below good"."""
_OWN = expression(
    r"['\"]?,? (?:it|they|we|that|which|given|awarded|handed|received|earned|of|from|last|in (?:19|20)\d\d)\b"
)
"""Behind a grade that is given all the same."""
_MEASURES = ("below ", "above ", "beneath ", "under ", " of ", " from ", " off ")
_AS_THEN = expression(
    r"(?: (?:as|that))?(?: (?:it|they|we|the [a-z]+)(?: [a-z]+){1,2}?)? (?:(?:back )?in (?:19|20)\d\d|last (?:time|year)|before\b|then\b"
    r"|(?:at|in|after) (?:its|the|our|their) (?:last|previous)|(?:two|three|four|five|six) years (?:ago|before|earlier))"
)
"""Behind "the same grade", when that was."""
_WIDE = 40
"""Characters before a grade in which that stands."""


def without_measures(lower: str, hits: Sequence[Hit]) -> list[Hit]:
    """Grades without those that only say how high another one is, or that it was so before.

    Args:
        lower: The reading in lower case.
        hits: Grades in it.
    """
    return [hit for hit in hits if not _measures(lower, hit)]


def _measures(lower: str, hit: Hit) -> bool:
    if hit[2] == "same":  # "good for vetting, the same grade as in 2021"
        return lower.endswith((", ", "\u2013 ", "("), 0, hit[0]) and _AS_THEN.match(lower, hit[1]) is not None
    before = lower[max(0, hit[0] - _WIDE) : hit[0]]
    if not any(map(before.__contains__, _MEASURES)):
        return False
    return _MEASURED.search(before) is not None and not _OWN.match(lower, hit[1])


def in_scale(lower: str, hits: Sequence[Hit]) -> list[Hit]:
    """Grades, in an article on a prison with "the lowest possible mark" as the lowest of prisons.

    Args:
        lower: The reading in lower case.
        hits: Grades in it.
    """
    if not any(hit[2] in _PRISONS for hit in hits):
        return list(hits)
    return [
        (start, end, _RANKS[grade]) if grade in _RANKS and grade not in lower[start:end] else (start, end, grade)
        for start, end, grade in hits
    ]
