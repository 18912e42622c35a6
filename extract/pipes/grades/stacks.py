"""Grades on a line of their own beside the line of their area: terms and what defines them, cards, headings.

Enters runs of short lines; leaves entries and the spans that they use up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.captions import Captions
from extract.pipes.grades.lines import LABELS, Lines
from extract.pipes.grades.page import Page
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.verdict import Entry
from extract.pipes.triggers import Hit

_KINDS = frozenset(("paragraph", "item", "subheading"))
_LINE = 130
"""Characters of a line of a card."""
_GRADE = 24
"""Characters of a line that can be a grade alone with its full stop."""
_STACK = 4
"""Lines of two areas, each with its grade below it."""
_GRADED = 2
_PLACES = (-1, 1, -2, 2)
"""Where the name of a card can stand, seen from its grade."""
_CARD = 3
"""Lines of a card that says more than a grade and what it is for."""
_SHARE = 0.6
"""How many of the names are likely areas."""
_FEW = 0.3
"""How many of the other lines may be."""
_OPENS = expression(rf"[^a-z]*(?:{alternation(LABELS)}[^a-z]*)?")
"""What stands at most before the grade of a line that holds nothing else."""


class Name(NamedTuple):
    """What the grade of a card is for.

    Args:
        area: The area, or None.
        whole: Whether it is for the whole.
        force: Offset of the force, or -1.
    """

    area: Piece | None
    whole: bool
    force: int


class Stacks:
    """Reads runs of short lines.

    Args:
        areas: Knows areas.
        lines: Reads lines.
        captions: Reads what stands above them.
    """

    def __init__(self, areas: Areas, lines: Lines, captions: Captions) -> None:
        self.areas = areas
        self.lines = lines
        self.captions = captions

    def find(self, page: Page) -> list[Entry]:
        """Lines of an area, each with its grade on the line below: terms and what defines them, headings, items."""
        reading, by_span, used = page.reading, page.by_span, page.used
        found: list[Entry] = []
        for run in self._runs(reading, by_span, used):
            if len(run) < _STACK or sum(map(by_span.__contains__, run)) < _GRADED:
                continue
            alone = [self._alone(page, number) for number in run]
            if self._is_named_first(reading, run, alone, by_span):
                found += self._read(page, run, alone)
            elif place := self._place(page, run, alone):
                found += self._cards(page, run, alone, place)
        return found

    def _alone(self, page: Page, number: int) -> list[tuple[int, bool]] | None:
        """Grades of a line that holds nothing else, as `Lines.alone`; most others are told by their first words."""
        hits, lower = page.by_span.get(number), page.reading.lower
        if not hits or not _OPENS.fullmatch(lower, page.reading.spans[number].start, hits[0][0]):
            return None
        return self.lines.alone(lower, page.scan(number))

    def _read(self, page: Page, run: Sequence[int], alone: Sequence[list[tuple[int, bool]] | None]) -> Iterator[Entry]:
        """Lines of a name, each above the grade or the grades of it."""
        named: Name | None = None
        for number, stated in zip(run, alone, strict=True):
            if number not in page.by_span:
                named = self._name(page, number)
            elif named:
                yield from self._graded(page, number, stated, named)

    def _cards(
        self, page: Page, run: Sequence[int], alone: Sequence[list[tuple[int, bool]] | None], place: int
    ) -> Iterator[Entry]:
        """Cards of a grade, a name so many lines behind it (before it, where negative), and what is said of it."""
        named: Name | None = None
        for order, (number, stated) in enumerate(zip(run, alone, strict=True)):
            if stated:
                named = self._name(page, run[order + place])
                page.used.add(run[order + place])
            if named and number in page.by_span:
                yield from self._graded(page, number, stated, named)

    def _graded(self, page: Page, number: int, stated: list[tuple[int, bool]] | None, named: Name) -> Iterator[Entry]:
        """What a line of a grade alone, or of an earlier one ("2022: good"), says of a name."""
        elements = page.scan(number)
        line = None if stated else self.lines.read(page.reading.lower, elements, item=True)
        dated = line.stated if line and line.dated else []
        for grade, previous in stated or [(said.grade, True) for said in dated]:
            element = elements[grade]
            rule = "grades.pair-before" if previous else "grades.headed"
            hit = (element.start, element.end, element.word)
            page.used.add(number)
            yield Entry(hit, named.area, number, previous, rule, named.force, named.whole)

    def _name(self, page: Page, number: int) -> Name | None:
        """The area that a line names, or the force."""
        span = page.reading.spans[number]
        at = bisect_left(page.forces, (span.start,))
        if at < len(page.forces) and page.forces[at][0] == span.start and page.forces[at][1] >= span.end - 1:
            return Name(*self.captions.area(page.reading, number), page.forces[at][0])
        piece = clean(page.reading.lower, span.start, span.end)
        return Name(piece, whole=False, force=-1) if piece else None

    def _place(self, page: Page, run: Sequence[int], alone: Sequence[object]) -> int:
        """Where the name of each card stands, seen from its grade, in lines; 0 where the run is no cards."""
        graded = [order for order, stated in enumerate(alone) if stated]
        if len(graded) < _GRADED:
            return 0
        spans = page.reading.spans
        likely = [
            number not in page.by_span
            and self.areas.likely(page.reading.lower[spans[number].start : spans[number].end])
            for number in run
        ]
        shares = {
            place: sum(likely[order + place] for order in graded if 0 <= order + place < len(run)) / len(graded)
            for place in _PLACES
        }
        best = max(shares, key=lambda place: shares[place])
        if shares[best] < _SHARE or sum(share == shares[best] for share in shares.values()) > 1:
            best = self._aligned(page, run, graded)
        if not best or not all(0 <= order + best < len(run) and not alone[order + best] for order in graded):
            return 0
        if best < 0 and graded[-1] == len(run) - 1:  # no list under a grade ends with one
            return best
        names = {order + best for order in graded}
        others = [likely[order] for order in range(graded[0], graded[-1]) if order not in names and not alone[order]]
        listed = best > 0 and not others
        return 0 if listed or sum(others) > _FEW * len(others) else best

    @staticmethod
    def _aligned(page: Page, run: Sequence[int], graded: Sequence[int]) -> int:
        """Where the name stands on cards of equal length, more than two lines each, by their form alone; 0 if unknown.

        It is a heading where no other line is one. Without headings two cards in a row with one grade tell cards from
        lists under grades, and the name is next to the grade.
        """
        steps = {below - above for above, below in pairwise(graded)}
        length = steps.pop()
        if steps or length < _CARD:
            return 0
        spans = page.reading.spans
        headed = [
            place
            for place in _PLACES
            if all(0 <= order + place < len(run) and spans[run[order + place]].level for order in graded)
        ]
        if len(headed) == 1:
            return headed[0]
        meant = [page.by_span[run[order]][0][2] for order in graded]
        if not any(above == below for above, below in pairwise(meant)):
            return 0
        return -1 if (len(run) - graded[0] + 1) % length == 0 and graded[0] else 1

    @staticmethod
    def _runs(reading: Reading, by_span: Mapping[int, Sequence[Hit]], used: set[int]) -> list[list[int]]:
        """Numbers of the spans of each run of short lines that holds grades."""
        runs: list[list[int]] = []
        for number in sorted(by_span):
            if runs and number <= runs[-1][-1]:
                continue
            if number in used or not _is_short(reading, number):
                continue
            first = last = number
            while first > 0 and first - 1 not in used and _is_short(reading, first - 1):
                first -= 1
            while last + 1 < len(reading.spans) and _is_short(reading, last + 1):
                last += 1
            runs.append(list(range(first, last + 1)))
        return runs

    def _is_named_first(
        self,
        reading: Reading,
        run: Sequence[int],
        alone: Sequence[object],
        by_span: Mapping[int, Sequence[Hit]],
    ) -> bool:
        """Whether the lines of a run alternate between an area and the grade below it.

        Grades can head lists as well: then a run begins with one, or two names follow each other.
        """
        graded = [order for order, stated in enumerate(alone) if stated]
        if len(graded) < _GRADED or graded[0] == 0:
            return False
        if any(run[order - 1] in by_span for order in graded):
            return False
        names = [order - 1 for order in graded]
        inner = range(names[0], graded[-1] + 1)
        if any(run[order] not in by_span and order not in names for order in inner):
            return False
        behind = graded[-1] + 1
        if behind == len(run):
            return True
        spans = [reading.spans[run[order]] for order in (names[0], behind)]
        first, last = (self.areas.likely(reading.lower[span.start : span.end]) for span in spans)
        return bool(first) or not last


def _is_short(reading: Reading, number: int) -> bool:
    """Whether a span can be a name or a grade by itself: a short one that is no sentence and opens nothing."""
    span = reading.spans[number]
    length = span.end - span.start
    if span.kind not in _KINDS or length > _LINE:
        return False
    return reading.text[span.end - 1] not in ":?" and (reading.text[span.end - 1] != "." or length <= _GRADE)
