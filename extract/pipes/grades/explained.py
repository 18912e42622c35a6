"""Lists that explain the grades one by one, which give none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.grades.areas import Areas
from extract.pipes.grades.page import Page

_SCALE = ("outstanding", "good", "adequate", "requires improvement", "inadequate")
_NEAR = 2
_FEW = 3
_LONG = 4
"""Words of an explanation."""
_GRADE = 22
"""Characters of a grade alone."""
_OPENED = expression(r" ?(?:[:\u2013(-]|$|\n)")
_EXPLAINED = expression(
    r"\b(?:how we (?:grade|judge|rate|mark)|(?:grades?|ratings?|marks|judge?ments) (?:mean|explained)|our grades|scale|key|definitions?)\b"
)


def drop_scales(page: Page, areas: Areas) -> None:
    """Lists that explain the grades one by one, from the best to the worst, are used up."""
    reading = page.reading
    run: list[tuple[int, int]] = []
    for number, hits in (*page.by_span.items(), (-1, ())):
        span, rank = reading.spans[number], -1
        if hits and hits[0][0] == span.start and _OPENED.match(reading.text, hits[0][1], span.end + 1):
            rank = _SCALE.index(hits[0][2]) if hits[0][2] in _SCALE else -1
        if rank >= 0 and run and rank > run[-1][1] and number - run[-1][0] <= _NEAR:
            run.append((number, rank))
            continue
        if len(run) >= _FEW:
            lines = [line for line, _ in run]
            if not any(_names_force(page, n) for n in lines) and _explains(areas, reading, lines):
                page.used.update(lines)
        run = [(number, rank)] if rank >= 0 else []


def _explains(areas: Areas, reading: Reading, run: Sequence[int]) -> bool:
    """Whether what stands beside grades, or below them, are no areas: none is known and they are long, or it is said."""
    texts = []
    for number in run:
        start, end = reading.spans[number][1:3]
        below = end - start <= _GRADE and number + 1 < len(reading.spans)
        texts.append(reading.lower[slice(*reading.spans[number + 1][1:3])] if below else reading.lower[start:end])
    bare = [text.partition(":")[2] or text for text in texts]
    if any(map(areas.likely, bare)):
        return False
    first = reading.spans[max(0, run[0] - 2)].start
    said = _EXPLAINED.search(reading.lower, first, reading.spans[run[0]].start)
    return bool(said) or (len(run) > _FEW and sum(text.count(" ") for text in bare) >= _LONG * len(bare))


def _names_force(page: Page, number: int) -> bool:
    """Whether a line names a force, as none does that explains a grade: "Good \u2013 Kent Police"."""
    span = page.reading.spans[number]
    at = bisect_left(page.forces, (span.start,))
    return at < len(page.forces) and page.forces[at][0] < span.end
