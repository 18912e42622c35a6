"""Words by what they mean: which words of two asks go together.

Enters a word; leaves its stem, its pieces and the numbers of its senses. Meaning is a list of words of one sense, not learned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_PIECE = 4
"""Letters in a row of a word, in which words of one root are alike: "staffing", "understaffed"."""

_LONG = 5
"""Letters of a word from which on its pieces tell its root."""

_LITTLE = 0.55
"""What a word counts that many asks hold."""

_MOST = 1 << 14
"""Words of which is kept what is known of them."""

_ENDINGS = ("ing", "ions", "ion", "ies", "ed", "es", "s", "ly")
_NONE: frozenset[int] = frozenset()


class Term(NamedTuple):
    """A word of an ask.

    Args:
        stem: Without its ending.
        weight: What it counts, up to 1.
        senses: Numbers of its senses.
        pieces: Letters in a row of it.
    """

    stem: str
    weight: float
    senses: frozenset[int]
    pieces: frozenset[str]


class Senses:
    """What words mean.

    Args:
        cues: Table of `cues/senses.toml`.

    Attributes:
        telling: Words that count by their sense alone.
        terms: What is known of words as they stand in a text.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        found: dict[str, set[int]] = {}
        for number, line in enumerate(cues["alike"]):
            for word in line.split():
                found.setdefault(stem(word), set()).add(number)
        self.numbers = {word: frozenset(numbers) for word, numbers in found.items()}
        self.common = frozenset(map(stem, cues["common"]))
        self.telling = frozenset(cues["telling"])
        self.terms = _Terms(self)

    def of(self, word: str) -> frozenset[int]:
        """Numbers of the senses of a stem."""
        return self.numbers.get(word, _NONE)

    def of_all(self, words: frozenset[str]) -> frozenset[int]:
        """Numbers of the senses of stems."""
        return _NONE.union(*map(self.numbers.__getitem__, self.numbers.keys() & words))

    def term(self, word: str) -> Term:
        """What is known of a stem."""
        weight = _LITTLE if word in self.common else 1.0
        return Term(word, weight, self.of(word), pieces_of(word))


class _Terms(dict[str, Term]):
    """Terms by word, each made when it is first asked; begun anew where an archive has too many."""

    def __init__(self, senses: Senses) -> None:
        self.senses = senses

    def __missing__(self, word: str) -> Term:
        if len(self) >= _MOST:
            self.clear()
        term = self[word] = self.senses.term(stem(word))
        return term


@lru_cache(maxsize=1 << 14)
def pieces_of(word: str) -> frozenset[str]:
    """Letters in a row of a word; none of one that is too short to have a root."""
    if len(word) < _LONG:
        return frozenset()
    return frozenset(word[at : at + _PIECE] for at in range(len(word) - _PIECE + 1))


@lru_cache(maxsize=1 << 10)
def pieces_in(words: frozenset[str]) -> frozenset[str]:
    """Letters in a row of words."""
    return frozenset().union(*map(pieces_of, words))


def stem(word: str) -> str:
    """A word without its ending.

    Example:
        >>> stem("reviews"), stem("checking")
        ('review', 'check')
    """
    word = word.removesuffix("'s")
    if word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) > 3:
                word = word[: -len(ending)]
                break
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word
