"""Whether an article grades, or tells of an inspection that gives no grades and only praises.

Enters a text in lower case and the words for grades in it; leaves a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.triggers import Hit

_UNGRADED = expression(
    r"custody inspection|inspections? (?:of|into) (?:[a-z]+ ){0,5}custody|child protection inspection|inspector(?:ate)? of prisons"
)
"""Inspections of police forces that give no grades."""
_GRADING = expression(r"\b(?:grad(?:e[ds]?|ings?)|rat(?:ed|ings?)|judge(?:[ds]|ments?)|judgments?|ranked|deemed)\b")


def only_praises(lower: str, hits: Sequence[Hit]) -> bool:
    """Whether an article has nothing but an unmarked "good", or what "needs to improve", on an inspection without grades: "staff were good at listening".

    Args:
        lower: The text in lower case.
        hits: Words for grades in it.
    """
    for start, end, _ in hits:
        marked = lower[max(0, start - 1)] in "'\"" and lower[end : end + 1] in ("'", '"')
        if marked or not (lower.startswith("good", start) or lower.endswith("improve", start, end)):
            return False
    return _UNGRADED.search(lower) is not None and _GRADING.search(lower) is None
