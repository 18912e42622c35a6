"""Common words: whether a word is one of the language, or a compound of two, and so no surname or place."""

from __future__ import annotations

from collections.abc import Collection

from extract.expressions import expression

_UP = frozenset(("up", "out", "off", "back"))
_BROUGHT_IN = frozenset(("brought", "bring", "brings", "bringing", "phased", "put"))

_PART = 3
"""Letters of the shorter part of a compound: "Nightwatch", "Firebreak"."""
_COMPOUND = 7
_KNOWN = 1 << 14
"""Words of which it is kept what they are."""
_PARTS = expression(r"[A-Z][a-z]+|A(?=[A-Z])")
_JOINTS = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "and",
        "for",
        "nor",
        "but",
        "the",
        "not",
        "you",
        "our",
        "their",
        "with",
        "from",
        "who",
        "was",
        "are",
        "her",
        "his",
        "its",
        "has",
        "had",
        "out",
        "off",
        "per",
        "via",
        "can",
        "may",
        "too",
        "all",
        "any",
        "she",
        "him",
        "how",
        "why",
        "ton",
        "ham",
        "ing",
        "don",
        "hull",
        "ford",
        "port",
        "mouth",
        "field",
        "bury",
        "hill",
        "ley",
        "stone",
        "wick",
        "stead",
        "chester",
        "caster",
        "worth",
        "burn",
        "church",
        "dale",
        "gate",
        "land",
        "wood",
        "pool",
        "bourne",
        "well",
        "wall",
        "shire",
        "sea",
        "ferry",
        "borough",
    )
)
"""Parts of which no compound of the language is made, or with which places end: "Hatfield", "Norfolk"."""

COMPOUNDS = (
    "-led",
    "-based",
    "-wide",
    "-run",
    "-funded",
    "-backed",
    "-style",
    "-related",
    "-owned",
    "-trained",
    "-only",
)
"""Ends of a word that is no name for all its capital: "a Metropolitan Police Service-led crackdown"."""
PAPERS = frozenset(("Strategy", "Plan", "Framework"))
"""Last words of titles, which "and" does not part: "the Men and Boys Strategy"."""


class Words:
    """Tells common words from names.

    Args:
        common: Words of the language in lower case.

    Example:
        >>> words = Words({"night", "watch", "lock"})
        >>> [words.is_common(word) for word in ("Nightwatch", "Locks", "Rowntree")]
        [True, True, False]
    """

    def __init__(self, common: Collection[str]) -> None:
        self.common = common
        self.told: dict[str, bool] = {}

    def is_common(self, word: str) -> bool:
        """Whether a word is one of the language, or a compound of two."""
        found = self.told.get(word)
        if found is None:
            if len(self.told) > _KNOWN:
                self.told.clear()
            found = self.is_word(word) or self._is_compound(_plain(word)) or self._is_joined(word)
            self.told[word] = found
        return found

    def is_word(self, word: str) -> bool:
        """Whether a word is one of the language, in any form."""
        lower = _plain(word)
        common = self.common
        return (
            lower in common
            or lower.endswith("n't")
            or (lower.startswith("re") and lower[2:] in common)
            or (lower.endswith("s") and lower[:-1] in common)
            or ("-" in lower and all(part in common for part in lower.split("-") if part))
        )

    def _is_joined(self, word: str) -> bool:
        """Whether capitals part it into words of the language: "KnowYourLimits"."""
        parts = _PARTS.findall(word) if not word.isupper() and word[1:] != word[1:].lower() else ()
        return len(parts) > 1 and "".join(parts) == word.lstrip("#") and all(map(self.is_word, parts))

    def _is_compound(self, lower: str) -> bool:
        return len(lower) >= _COMPOUND and any(
            lower[:at] in self.common and lower[at:] in self.common and _JOINTS.isdisjoint((lower[:at], lower[at:]))
            for at in range(_PART, len(lower) - _PART + 1)
        )


LIKED = frozenset(
    (
        *("taken with", "struck by", "impressed by", "impressed with", "over by", "keen on", "delighted by"),
        *("delighted with", "heartened by", "encouraged by", "enthusiastic about", "cheered by"),
    )
)
"""Words behind which stands what somebody liked."""


def _plain(word: str) -> str:
    return word.lower().lstrip("#").removesuffix("'s").removesuffix("'")


def belongs(particle: str, verb: str) -> bool:
    """Whether a small word belongs to the verb before it: "set up", "brought in", but not "run in"."""
    return particle in _UP or (particle in ("in", "on") and verb in _BROUGHT_IN)
