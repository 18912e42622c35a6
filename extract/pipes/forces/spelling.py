"""Misspelt names of forces: the registry's nearest name to one that is not in it, or none.

The threshold was measured: single typing errors in every name of the registry against names of other bodies and
against the names of neighbouring forces (`tests/pipes/test_spelling.py` prints the table).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

THRESHOLD = 90
_WORD_THRESHOLD = 75
_SLIPS = 2
"""Letters that slip out of a word, or into it: "Chester" is not "Manchester"."""
_FIXED = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "mid",
        "greater",
        "royal",
        "city",
        "british",
        "civil",
        "ministry",
        "military",
        "and",
        "of",
        "the",
    ]
)

_OTHERS = frozenset(("Inspectorate", "Inspector", "Inspectors", "Majesty's", "Majesty\u2019s"))
"""Words of names that end as those of forces do, and are of those who inspect them."""


class Spelling:
    """Nearest names.

    Args:
        names: Names of the registry and the id of each.
        elsewhere: Counties and cities in lower case that have no force of their name, and are no slip for one that has.
    """

    def __init__(self, names: Mapping[str, str], elsewhere: Collection[str] = ()) -> None:
        self.elsewhere = frozenset(elsewhere)
        self.ids = {name.lower().replace("&", "and"): key for name, key in names.items()}
        self.names = tuple(self.ids)
        self.nearest = lru_cache(maxsize=1 << 12)(self._nearest)

    def _nearest(self, name: str) -> tuple[str, str, float] | None:
        """The force that a misspelt name means.

        Args:
            name: Capitalised words that end in "Police" or the like; leading words may not belong to it.

        Returns:
            The words that make the name, the id, and the likeness 0 to 100; None if no name is near enough.
        """
        words = name.split(" ")
        if not _OTHERS.isdisjoint(words):
            return None
        from rapidfuzz import fuzz, process  # most articles need it not, and it takes as long to load as one to read

        for skip in range(min(3, len(words) - 1)):
            if skip and _doubtful(words[skip - 1].lower()):
                return None  # "Noth Yorkshire Police" is not the force of a name without its compass point
            part = " ".join(words[skip:])
            if not self.elsewhere.isdisjoint(part.lower().split(" ")):
                return None
            found = process.extractOne(part.lower(), self.names, scorer=fuzz.ratio, score_cutoff=THRESHOLD)
            if found and _alike(part.lower(), found[0]):
                return part, self.ids[found[0]], round(found[1], 1)
        return None


def _doubtful(word: str) -> bool:
    """Whether a word is a compass point or the like, perhaps misspelt."""
    from rapidfuzz import fuzz

    return any(fuzz.ratio(word, fixed) >= _WORD_THRESHOLD for fixed in _FIXED if len(fixed) > 3)


def _alike(name: str, known: str) -> bool:
    """Whether two names agree word by word: no compass point for another, no word for a different one."""
    from rapidfuzz import fuzz

    ours, theirs = name.replace("-", " ").split(), known.replace("-", " ").split()
    if len(ours) != len(theirs):
        return fuzz.ratio(name, known) >= 94 and not (set(ours) ^ set(theirs)) & _FIXED
    for one, other in zip(ours, theirs, strict=True):
        if one != other and (
            abs(len(one) - len(other)) > _SLIPS
            or one in _FIXED
            or other in _FIXED
            or fuzz.ratio(one, other) < _WORD_THRESHOLD
        ):
            return False
    return True
