"""Tables as grids: a cell for each column in every row, heads of one or two rows, and the force that a table is of.

Enters the rows of a reading; leaves their cells, those of a force that stands once for several rows filled in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from extract.document.reading import Reading

Cell = tuple[int, int]
_TITLE = 120
"""Characters of the head of a column."""


class Grid(NamedTuple):
    """A table.

    Args:
        rows: Numbers of the spans of its body.
        cells: Their cells.
        first: Number of its first span.
        labels: The cells that head each column, the upper one first; none where it has no head.
        force: Offset of the force that its corner or the line above names, or -1.
    """

    rows: list[int]
    cells: dict[int, Sequence[Cell]]
    first: int
    labels: list[list[Cell]]
    force: int

    def column(self, column: int) -> list[Cell]:
        """The cells of a column."""
        return [cells[column] for cells in self.cells.values() if column < len(cells)]

    def over(self, column: int) -> list[Cell]:
        """The cells that head a column."""
        return self.labels[column] if column < len(self.labels) else []

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.cells.values()))

    def title(self, reading: Reading, column: int) -> str:
        """What heads a column, in lower case."""
        return " ".join(reading.lower[start : min(end, start + _TITLE)] for start, end in self.over(column))


def build_grid(
    reading: Reading, rows: Sequence[int], graded: Callable[[int], list[int]], forces: Sequence[tuple[int, int]]
) -> Grid:
    """The grid of a table.

    Args:
        reading: The text.
        rows: Numbers of its spans.
        graded: The columns of a row that hold grades.
        forces: Mentions of forces.
    """
    spans = reading.spans
    heads = 1 if len(rows) > 1 and not graded(rows[0]) else 0
    labels = [[cell] for cell in spans[rows[0]].cells] if heads else []
    if heads and len(rows) > 2 and not graded(rows[1]):
        second = spans[rows[1]].cells
        if len(second) == len(spans[rows[2]].cells) - 1:  # the corner spans both rows
            second = (spans[rows[0]].cells[0], *second)
        upper, lower = len(labels) - 1, len(second) - 1
        if 0 < upper < lower and lower % upper == 0:  # each head stands over several
            over = [labels[0], *(label for label in labels[1:] for _ in range(lower // upper))]
            labels = [[*label, cell] for label, cell in zip(over, second, strict=True)]
            heads = 2
    body = list(rows[heads:])
    width = max(len(spans[number].cells) for number in body)
    cells: dict[int, Sequence[Cell]] = {}
    above: Cell | None = None
    places: list[int] = []
    for number in body:
        own = spans[number].cells
        if len(own) == width:
            above, places = own[0], [] if holds(own[0], forces) else graded(number)
        elif (
            above
            and len(own) == width - 1
            and not holds(own[0], forces)
            and (holds(above, forces) or (places and [column + 1 for column in graded(number)] == places))
        ):
            own = (above, *own)  # its first cell spans several rows
        cells[number] = own
    return Grid(body, cells, rows[0], labels, _owner(reading, rows[0], labels, forces))


def holds(cell: Cell, forces: Sequence[tuple[int, int]]) -> bool:
    """Whether a cell names a force."""
    at = bisect_left(forces, (cell[0], 0))
    return at < len(forces) and forces[at][0] < cell[1]


def _owner(reading: Reading, first: int, labels: Sequence[Sequence[Cell]], forces: Sequence[tuple[int, int]]) -> int:
    """Offset of the one force that a table is of: in its corner, or alone in the row above, or -1."""
    corner = labels[0][0] if labels else None
    if corner and holds(corner, forces) and not any(holds(label[0], forces) for label in labels[1:]):
        return forces[bisect_left(forces, (corner[0], 0))][0]
    above = reading.spans[first - 1] if first else None
    if above and above.kind == "row" and len(above.cells) <= 1 and holds((above.start, above.end), forces):
        return forces[bisect_left(forces, (above.start, 0))][0]
    return -1
