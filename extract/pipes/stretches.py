"""Stretches of a reading that are taken already, and whether another one meets any of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Stretches, looked up in logarithmic time.

    Args:
        spans: Start and end of each, in any order; they may overlap.

    Example:
        >>> taken = Stretches([(4, 9), (20, 25)])
        >>> taken.meets(8, 12), taken.meets(9, 20)
        (True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.reach = list(accumulate([end for _, end in ordered], max))

    def meets(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with one from `start` to `end`."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.reach[at] > start
