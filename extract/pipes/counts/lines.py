"""A sentence as a line of letters in which grades and nouns that are counted have letters of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.document.dates import read_number
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation
from extract.pipes.letters import Letters
from extract.pipes.triggers import Hit

REACH = 48
"""Characters before a count in which it can be wished for."""

MOST = 15
"""Areas that an inspection grades at most; more are files or forces."""


class Line(NamedTuple):
    """A sentence for counting.

    Args:
        text: Its letters: `G` where a grade begins, `Z` and `X` where a noun does that is counted, `_` where they go on.
        base: Number of its first token.
        letters: Of the whole text.
        reading: The text.
        low: Where it begins.
        high: Where it ends.
        grades: Wordings of grades in it.
        nouns: Nouns in it that are counted.
        of: What each noun counts.
        reported: Whether it reports speech, or minutes a meeting, so that "had" says what was the case there and then.
        counting: Whether it counts areas with one grade, which the next sentence may go on with.
        asks: What it counts of asks, which the next sentence may go on with, or "".
    """

    text: str
    base: int
    letters: Letters
    reading: Reading
    low: int
    high: int
    grades: Sequence[Hit]
    nouns: Sequence[Hit]
    of: Mapping[str, str]
    reported: bool
    counting: bool = False
    asks: str = ""

    def start(self, number: int) -> int:
        """Where a token begins."""
        return self.letters.starts[self.base + number]

    def end(self, number: int) -> int:
        """Where the token before this number ends."""
        number += self.base - 1
        letters = self.letters
        return letters.starts[number] + letters.lengths[number]

    def word(self, number: int) -> str:
        """A token in lower case."""
        number += self.base
        letters = self.letters
        start = letters.starts[number]
        return self.reading.lower[start : start + letters.lengths[number]]

    def at(self, offset: int) -> int:
        """Number of the token that begins at an offset."""
        return bisect_left(self.letters.starts, offset) - self.base

    def value(self, number: int) -> int | None:
        """The number that a token says."""
        word = self.word(number)
        if word == "dozen":
            return 6 if number > 1 and self.word(number - 2) == "half" else 12
        tens, _, ones = word.partition("-")
        return read_number(tens) if not ones else (read_number(tens) or 0) + (read_number(ones) or 0)

    def told(self, low: int, high: int) -> str:
        """The text between two offsets in lower case; in reported speech without the past perfect that it asks for."""
        text = self.reading.lower[low:high]
        return text.replace("had ", "has ") if self.reported else text

    def counted(self, number: int) -> str:
        """What the noun that begins at a token counts."""
        start = self.start(number)
        return next(self.of[hit[2]] for hit in self.nouns if hit[0] == start)

    def behind(self, noun: int) -> int:
        """Number of the token behind a noun that begins at a token."""
        stop = noun + 1
        while self.text.startswith("_", stop):
            stop += 1
        return stop


def note_of(start: int, end: int, count: int, of: str, grade: str | None, rule: str) -> Annotation:
    """The annotation of a count."""
    return Annotation("count", start, end, rule, {"count": count, "of": of, "grade": grade})
