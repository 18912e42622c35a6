"""Tables whose cells are letters that a key explains: "Key: O outstanding, G good, RI requires improvement, I inadequate".

Enters the reading; leaves a grade for each cell that is such a letter. A letter is a grade nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.triggers import Hit

_PAIR = expression(
    r"(?<![\w'])(?P<letter>[A-Z]{1,2})(?: ?[=:\u2013-] ?| \(| (?:is|for|means|stands for) (?:an? )?| )[\"']?"
    r"(?P<grade>(?i:outstanding|good|adequate|requires improvement|inadequate))(?!\w)"
)
_LEAST = 3
"""Letters that a key explains at least."""
_LETTERS = 2
"""Letters of a cell at most."""


def lettered(reading: Reading, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Cells of tables that are letters of a key, but for those that are known as grades.

    Args:
        reading: The text.
        hits: Its grades.
    """
    cells = [
        cell
        for span in reading.spans
        for cell in span.cells
        if cell[1] - cell[0] <= _LETTERS and reading.text[slice(*cell)].isupper()
    ]
    if len(cells) < _LEAST:
        return
    key = {match["letter"]: match["grade"].lower() for match in _PAIR.finditer(reading.text)}
    if len(key) < _LEAST:
        return
    known = {hit[0] for hit in hits}
    for start, end in cells:
        grade = key.get(reading.text[start:end])
        if grade and start not in known:
            yield start, end, grade
