"""An article whose lines are read for grades: each is cut into elements once, and what is used up is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.document.reading import Reading
from extract.pipes.elements import Elements, Scanner
from extract.pipes.triggers import Hit


class Page:
    """An article whose lines are read: each is cut into elements once.

    Args:
        scanner: Cuts lines into elements.
        reading: The text.
        by_span: Its grades by the number of their span.
        forces: Mentions of forces.
        used: Numbers of spans that are used up; filled.
    """

    def __init__(
        self,
        scanner: Scanner,
        reading: Reading,
        by_span: Mapping[int, Sequence[Hit]],
        forces: Sequence[tuple[int, int]],
        used: set[int],
    ) -> None:
        self.scanner = scanner
        self.reading = reading
        self.by_span = by_span
        self.forces = forces
        self.used = used
        self.scanned: dict[tuple[int, int], Elements] = {}
        self.tops: dict[int, int] = {}

    def top(self, number: int) -> int:
        """The first line of the form that a line goes on with."""
        above = number - 1
        top = self.tops[number] = self.tops.get(above, above) if above in self.used else number
        return top

    def names(self, offset: int) -> bool:
        """Whether the name of a force begins at an offset."""
        at = bisect_left(self.forces, (offset,))
        return at < len(self.forces) and self.forces[at][0] == offset

    def scan(self, number: int, start: int = -1, end: int = -1) -> Elements:
        """The elements of a span or of a part of it."""
        if start < 0:
            start, end = self.reading.spans[number][1:3]
        found = self.scanned.get((start, end))
        if found is None:
            hits = [hit for hit in self.by_span.get(number, ()) if start <= hit[0] < end]
            forces = self.forces[bisect_left(self.forces, (start,)) : bisect_left(self.forces, (end,))]
            found = self.scanned[start, end] = self.scanner.scan(self.reading.lower, start, end, hits, forces)
        return found
