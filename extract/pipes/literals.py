"""Words looked for in a whole text one after another: of few that are rare, quicker than one expression for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def matches_at(pattern: re.Pattern[str], lower: str, words: Iterable[str]) -> Iterator[int]:
    r"""Where a pattern matches that begins with one of some words, word by word.

    Args:
        pattern: What is looked for.
        lower: Any text.
        words: Each of the ways in which it can begin.

    Example:
        >>> list(matches_at(re.compile(r"\b(?:port|gas) "), "a gas port, no report", ["port", "gas"]))
        [2]
    """
    find, match = lower.find, pattern.match
    for word in words:
        at = find(word)
        while at >= 0:
            if match(lower, at):
                yield at
            at = find(word, at + 1)


def holds(pattern: re.Pattern[str], lower: str, words: Iterable[str]) -> bool:
    """Whether a pattern matches anywhere that begins with one of some words."""
    return next(matches_at(pattern, lower, words), -1) >= 0
