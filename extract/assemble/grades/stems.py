"""Words of areas without their endings.

Enters a word or the words of two areas; leaves its stem, or whether they may be one. Pure.
"""

from __future__ import annotations

from functools import lru_cache

from extract.expressions import expression

_ENDING = expression(r"(?:(?<=\w{3})|(?<=^us))(?:'s|ing|ed|es|s|e)$")


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all words of one area are in another."""
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its ending: "investigates" and "investigating" are one."""
    found = _ENDING.sub("", word)
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] else found


POOR = frozenset(
    map(
        stem,
        (
            *("safety", "respect", "purposeful", "activity", "preparation", "release", "resettlement"),
            *("rehabilitation", "planning", "leadership", "outcomes", "reducing", "reoffending"),
        ),
    )
)
"""Words of areas that a prison or a partnership is graded "poor" for."""
