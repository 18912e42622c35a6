"""A sentence as a line of letters, with its words of time marked: what the rules of asks read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.letters import Letters
from extract.pipes.recommendations.deadlines import DEADLINE, OPENS

_MAY_BEGIN = expression("p|Dy|!y")
"""Letters of words with which a deadline can begin: "by", "immediately", "no later than"."""

_PAIR = "VAV"
"""Letters of two actions that "and" joins, which can be one noun: "stop and search"."""


@dataclass(slots=True)
class Line:
    """A sentence, an item of a list or a cell.

    Args:
        text: Letters of its tokens; `t` where they say by when something is to be done.
        base: Number of its first token.
        starts: Where each token of the text begins.
        lengths: How long it is.
        lower: The text in lower case.
        letters: Of the whole text.
        reading: The text.
        span: The block that it stands in.
        low: Where it begins.
        high: Where it ends.
    """

    text: str
    base: int
    starts: list[int]
    lengths: list[int]
    lower: str
    letters: Letters
    reading: Reading
    span: Span
    low: int
    high: int

    @classmethod
    def of(cls, letters: Letters, reading: Reading, span: Span, low: int, high: int) -> Line:
        """The line between two offsets."""
        lower, starts, stop = reading.lower, letters.starts, 0
        base = bisect_left(starts, low)
        text = letters.text[base : bisect_left(starts, high, base)]
        timed = "p" in text or "Dy" in text or "!y" in text
        for begin in _MAY_BEGIN.finditer(text) if timed else ():
            number = begin.start()
            at = starts[base + number]
            match = DEADLINE.match(lower, at, high) if number >= stop and lower.startswith(OPENS, at) else None
            if match:
                stop = bisect_left(starts, match.end()) - base
                text = text[:number] + "t" * (stop - number) + text[stop:]
        if "'" in text:
            text = cls._quoted(text, base, letters)
        if _PAIR in text and lower.startswith("stop and search", starts[base + text.index(_PAIR)]):
            text = text.replace(_PAIR, "www", 1)
        return cls(text, base, starts, letters.lengths, lower, letters, reading, span, low, high)

    @staticmethod
    def _quoted(text: str, base: int, letters: Letters) -> str:
        """Letters with single quotation marks told from the apostrophes of plurals."""
        opened, number = False, text.find("'")
        while number >= 0:
            begins = not number or letters.end(base + number - 1) < letters.starts[base + number]
            mark = '"' if begins or opened else "z"
            text = f"{text[:number]}{mark}{text[number + 1 :]}"
            opened = begins
            number = text.find("'", number + 1)
        return text

    def start(self, number: int) -> int:
        """Where a token begins."""
        at = self.base + number
        return self.starts[at] if at < len(self.starts) else self.high

    def end(self, number: int) -> int:
        """Where the token before this number ends."""
        if not number:
            return self.low
        at = self.base + number - 1
        return self.starts[at] + self.lengths[at]

    def when(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of words of time, without the full stop that a month can hold."""
        start, end = self.start(first), self.end(last)
        return start, start + len(self.lower[start:end].rstrip(" .,:"))

    def word(self, number: int) -> str:
        """A token in lower case, or "" behind the last."""
        if number < 0 or number >= len(self.text):
            return ""
        number += self.base
        start = self.starts[number]
        return self.lower[start : start + self.lengths[number]]

    def words(self, first: int, last: int) -> str:
        """Tokens in lower case from a number up to another, or to the end."""
        if last > len(self.text):
            last = len(self.text)
        if first >= last:
            return ""
        base, starts = self.base, self.starts
        last += base - 1
        return self.lower[starts[base + first] : starts[last] + self.lengths[last]]
