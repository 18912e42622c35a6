"""When a value of a record and a value of the gold say the same: pure functions on words.

Offsets play no part here; evidence is held against the article elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from extract.expressions import expression

_WORD = expression(r"\w+(?:[’'-]\w+)*")
_SMALL = frozenset(
    ("its", "the", "how", "it", "at", "in", "of", "a", "an", "and", "to", "for", "their", "force", "service", "s")
)
"""Words that two wordings of an area may differ in."""

P = TypeVar("P")
G = TypeVar("G")


def words(text: str | None) -> list[str]:
    """The words of a text, in lower case and with straight apostrophes.

    Example:
        >>> words("The force’s “999” calls")
        ['the', "force's", '999', 'calls']
    """
    return _WORD.findall((text or "").casefold().replace("’", "'"))


def norm(text: str | None) -> str:
    """The words of a text with single spaces: what two equal names have in common."""
    return " ".join(words(text))


def token_f1(one: str | None, other: str | None) -> float:
    """F1 of the words of two texts, each word as often as it occurs, 0 to 1.

    Example:
        >>> token_f1("must record crime", "it must record crime promptly")
        0.75
    """
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    common = Counter(first) & Counter(second)
    return 2 * common.total() / (len(first) + len(second))


def area_alike(one: str, other: str) -> float:
    """How alike two wordings of an area are, 0 to 1; 0.95 where one holds all words of the other."""
    first, second = set(words(one)) - _SMALL, set(words(other)) - _SMALL
    if not first or not second:
        return float(first == second)
    common, least = len(first & second), min(len(first), len(second))
    held = 0.95 * common / least if common >= 2 or least == 1 else 0.0
    return max(2 * common / (len(first) + len(second)), held)


def pair(found: Sequence[P], gold: Sequence[G], alike: Callable[[P, G], float], least: float) -> list[tuple[int, int]]:
    """Match one to one, the most alike first.

    Args:
        found: Values of the record.
        gold: Values of the gold.
        alike: Likeness of two values, 0 to 1.
        least: Likeness below which two values do not match.

    Returns:
        Number of the found and of the gold value of each match; of equally alike ones the earlier first.
    """
    likeness = ((alike(one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(gold))
    taken_found: set[int] = set()
    taken_gold: set[int] = set()
    pairs = []
    for _, i, j in sorted((c for c in likeness if c[0] >= least), key=lambda c: (-c[0], c[1], c[2])):
        if i not in taken_found and j not in taken_gold:
            taken_found.add(i)
            taken_gold.add(j)
            pairs.append((i, j))
    return pairs
