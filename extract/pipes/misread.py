"""Words as a scanner misreads them, for the few cues that no other word can stand in for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

CONFUSIONS = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("l", "1"),
    ("o", "0"),
    ("e", "c"),
    ("h", "b"),
    ("ri", "n"),
    ("i", "l"),
)
"""What is on the page and what a scanner makes of it, in lower case."""

_LEAST = 6
"""Letters of a word whose misreadings are no other words."""
_LEAST_DIGIT = 4
"""The same where a digit stands for a letter."""


def misread(phrase: str, known: Collection[str] = ()) -> Iterator[str]:
    """A phrase with one group of letters misread, in every place where that can be.

    Args:
        phrase: In lower case.
        known: Words that are left alone, should a misreading give one.

    Example:
        >>> sorted(misread("inadequate"))
        ['inadcquate', 'inadequatc', 'lnadequate']
    """
    words = phrase.split(" ")
    for number, word in enumerate(words):
        for right, wrong in CONFUSIONS:
            if len(word) < (_LEAST_DIGIT if wrong.isdigit() else _LEAST):
                continue
            at = word.find(right)
            while at >= 0:
                changed = word[:at] + wrong + word[at + len(right) :]
                if changed not in known:
                    yield " ".join((*words[:number], changed, *words[number + 1 :]))
                at = word.find(right, at + 1)
