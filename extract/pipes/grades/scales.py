"""Which scale the grades of an article are of.

Enters the grades that are found; leaves the same, those that are told by their rank on the scale of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.triggers import Hit

_PRISONS = frozenset(("reasonably good", "not sufficiently good"))
"""Grades of the scale of prisons alone."""
_RANKS = {"outstanding": "good", "inadequate": "poor"}
"""The highest and lowest grade of police, and those of prisons."""


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
