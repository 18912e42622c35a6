"""Grades in tables: which column holds grades, which forces, which areas, and of which inspection a column is.

Enters the rows of a reading and the grades in them; leaves entries and the spans that they use up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.document.reading import Reading, Span
from extract.pipes.grades.areas import Areas, Piece, clean
from extract.pipes.grades.verdict import OUTSIDE, Entry
from extract.pipes.triggers import Hit

EARLIER_HEAD = re.compile(
    r"\b(?:last (?:time|inspection|report|grade|round|year|peel)|previous|before|earlier|prior|then|former|first round|last|was)\b"
)
"""A heading or label of an earlier inspection."""

_NOW_HEAD = re.compile(r"\b(?:now|this|current|latest|new|today)\b")
_TIME_HEAD = re.compile(
    r"\b(?:grades?|ratings?|judge?ments?|verdicts?|this (?:time|year|inspection|report)|last|now|then|results?|outcome|previous|current|(?:19|20)\d\d|round|status|score|latest|new|before|after|change|peel|inspection|report|visit|today|trend)\b"
)
_AREA_HEAD = re.compile(
    r"\b(?:areas?|questions?|topics?|pillars?|themes?|categor(?:y|ies)|tests?|what we|measures?|subjects?|standards?)\b"
)
_NO_GRADE = re.compile(r"\W*(?:not (?:graded|inspected|assessed|applicable|asked)|n/?a|none|new|ungraded)?\W*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PART = re.compile(r"[^:\u2013(),;]+")
_HEADING = 120
"""Characters of a line that can head a table."""
_WORD = re.compile(r"[a-z]{3,}")
_LETTER = re.compile(r"[a-z]")
_IDLE = re.compile(r"\b(?:grade|rating|from|was|\(?(?:19|20)\d\d\)?|now)\b")
_ARROW = re.compile(r"(?:\u2192|->|\u21d2|\u2794|to|>|\u2013>)")
_BEFORE = re.compile(
    r"[,;]? ?[(\[/\u2013-]? ?(?:(?:up|down|improved|slipped|change) )?(?:from|was|previously|formerly|before|last time)?:? ?(?:(?:19|20)\d\d:? ?)?['\"]?"
)


class Table(NamedTuple):
    """Rows of one table and what its columns are.

    Args:
        rows: Numbers of its spans, without the head.
        head: The head row, or None.
        grades: Columns that hold grades.
        force: The column that holds forces, or -1.
        area: The column that holds areas, or -1.
    """

    rows: list[int]
    head: Span | None
    grades: list[int]
    force: int
    area: int


class Tables:
    """Reads tables.

    Args:
        areas: Parter of lists.
        wordings: Every wording of a grade and the grade.
    """

    def __init__(self, areas: Areas, wordings: Mapping[str, str]) -> None:
        self.areas = areas
        self.wordings = wordings

    def find(
        self,
        reading: Reading,
        by_span: Mapping[int, Sequence[Hit]],
        forces: Sequence[tuple[int, int]],
        used: set[int],
    ) -> Iterator[Entry]:
        """Grades of every table.

        Args:
            reading: The text.
            by_span: Grades by the number of their span.
            forces: Mentions of forces.
            used: Numbers of spans that are used up; filled.
        """
        for rows in _tables(reading, by_span):
            heads = reading.spans[rows[0]].cells
            crowned = [self._whole(reading, cell, by_span.get(rows[0], ())) for cell in heads]
            if sum(hit is not None for hit in crowned) > 1 and len(rows) > 1:
                below = [number for number in rows[1:] if not self._graded(reading, number, by_span)]
                if len(below) == len(rows) - 1:
                    yield from self._under_grades(reading, rows, crowned, used)
                    continue
            table = self._table(reading, rows, by_span, forces)
            if table.grades:
                yield from self._rows(reading, table, by_span, forces, used)

    def _table(
        self,
        reading: Reading,
        rows: list[int],
        by_span: Mapping[int, Sequence[Hit]],
        forces: Sequence[tuple[int, int]],
    ) -> Table:
        spans = reading.spans
        head = spans[rows[0]] if not self._graded(reading, rows[0], by_span) and len(rows) > 1 else None
        body = rows[1:] if head else rows
        width = max(len(spans[number].cells) for number in body)
        columns = range(width)
        graded = [
            sum(
                self._whole(reading, spans[number].cells[column], by_span.get(number, ())) is not None
                for number in body
                if column < len(spans[number].cells)
            )
            for column in columns
        ]
        grades = [column for column in columns if graded[column]]
        named = [
            sum(_holds(spans[number].cells[column], forces) for number in body if column < len(spans[number].cells))
            for column in columns
        ]
        free = [column for column in columns if column not in grades]
        force = max(free, key=lambda column: (named[column], -column), default=-1)
        force = force if force >= 0 and named[force] else -1
        titles = [reading.lower[slice(*cell)] for cell in head.cells] if head else []
        likely = {
            column: sum(
                self._likely(reading, spans[number].cells[column])
                for number in body
                if column < len(spans[number].cells)
            )
            + (len(body) if column < len(titles) and _AREA_HEAD.search(titles[column]) else 0)
            for column in free
            if column != force
        }
        area = max(likely, key=lambda column: (likely[column], -column), default=-1)
        if area >= 0 and not likely[area]:
            texts = [reading.lower[slice(*spans[n].cells[area])] for n in body if area < len(spans[n].cells)]
            area = area if all(map(_WORD.search, texts)) and not any(map(_NO_GRADE.fullmatch, texts)) else -1
        return Table(body, head, grades, force, area)

    def _likely(self, reading: Reading, cell: tuple[int, int]) -> float:
        """How like an area a cell is."""
        text = reading.lower[slice(*cell)]
        if _NO_GRADE.fullmatch(text) or not _WORD.search(text):
            return 0.0
        return 1.0 if self.areas.likely(text) else 0.4

    def _rows(
        self,
        reading: Reading,
        table: Table,
        by_span: Mapping[int, Sequence[Hit]],
        forces: Sequence[tuple[int, int]],
        used: set[int],
    ) -> Iterator[Entry]:
        titles = [reading.lower[slice(*cell)] for cell in table.head.cells] if table.head else []
        years = [int(match[0]) if (match := _YEAR.search(title)) else 0 for title in titles]
        dated = [years[column] if column < len(years) else 0 for column in table.grades]
        newest = max(dated) if len(dated) > 1 and all(dated) else 0
        current = {column for column in table.grades if column < len(titles) and _NOW_HEAD.search(titles[column])}
        topic = self._of_table(reading, table)
        for number in table.rows:
            cells, hits = reading.spans[number].cells, by_span.get(number, ())
            found = [
                (column, hit, before)
                for column in table.grades
                if column < len(cells)
                for hit, before in self._cell(reading, cells[column], hits)
            ]
            if found:
                used.add(number)
            for column, hit, before in found:
                title = titles[column] if column < len(titles) else ""
                label = table.head.cells[column] if table.head and column < len(table.head.cells) else None
                own = cells[table.area] if 0 <= table.area < len(cells) else None
                earlier = (
                    before
                    or bool(EARLIER_HEAD.search(title))
                    or bool(own and EARLIER_HEAD.search(reading.lower[slice(*own)]))
                    or bool(newest and 0 < years[column] < newest)
                    or bool(current and column not in current)
                )
                force = self._force(reading, table, cells, label, forces)
                if label and _holds(label, forces):
                    pieces = self._areas(reading, own) if own else [topic]
                elif table.force >= 0 and label and title and not _TIME_HEAD.search(title) and table.area < 0:
                    pieces = [clean(reading.lower, *label) or label]
                elif own:
                    pieces = self._areas(reading, own)
                else:
                    pieces = [topic]
                for piece in pieces:
                    yield Entry(hit, piece, number, earlier, "grades.table", force)

    def _force(
        self,
        reading: Reading,
        table: Table,
        cells: Sequence[tuple[int, int]],
        label: tuple[int, int] | None,
        forces: Sequence[tuple[int, int]],
    ) -> int:
        """Offset of the cell that names the force of a grade, `OUTSIDE` for another body, or -1."""
        if label and _holds(label, forces):
            return label[0]
        if not 0 <= table.force < len(cells):
            return -1
        cell = cells[table.force]
        return cell[0] if _holds(cell, forces) else OUTSIDE if _WORD.search(reading.lower, *cell) else -1

    def _areas(self, reading: Reading, cell: tuple[int, int]) -> list[Piece | None]:
        """The areas of a cell: one a bullet, or parted by semicolons."""
        found: list[Piece | None] = []
        edges = [cell[0], *(n for n in range(*cell) if reading.text[n] == "\u2022"), cell[1]]
        for start, end in pairwise(edges):
            start += reading.text[start : start + 1] == "\u2022"
            if ";" in reading.text[start:end]:
                found += self.areas.split(reading.lower, start, end)
            elif piece := clean(reading.lower, start, end):
                found.append(piece)
        return found or [cell]

    def _under_grades(
        self, reading: Reading, rows: Sequence[int], crowned: Sequence[Hit | None], used: set[int]
    ) -> Iterator[Entry]:
        """Areas in columns that grades head."""
        for number in rows[1:]:
            for column, cell in enumerate(reading.spans[number].cells):
                hit = crowned[column] if column < len(crowned) else None
                if hit is None or cell[1] - cell[0] < 4:
                    continue
                used.update((number, rows[0]))
                for piece in self._areas(reading, cell):
                    yield Entry(hit, piece, number, False, "grades.table")

    def _of_table(self, reading: Reading, table: Table) -> Piece | None:
        """The one area that a table is of, as a line above it says: "How they were graded: vetting"."""
        first = table.rows[0] - (table.head is not None)
        above = reading.spans[max(0, first - 2) : first][::-1]
        corner = [table.head.cells[0]] if table.head else []
        for start, end in (*corner, *((span.start, span.end) for span in above)):
            if end - start > _HEADING:
                continue
            for match in _PART.finditer(reading.lower, start, end):
                piece = clean(reading.lower, *match.span())
                if piece and self.areas.likely(reading.lower[slice(*piece)]):
                    return piece
        return None

    def _graded(self, reading: Reading, number: int, by_span: Mapping[int, Sequence[Hit]]) -> bool:
        """Whether a cell of a row is a grade."""
        hits = by_span.get(number, ())
        return bool(hits) and any(self._whole(reading, cell, hits) for cell in reading.spans[number].cells)

    def _whole(self, reading: Reading, cell: tuple[int, int], hits: Sequence[Hit]) -> Hit | None:
        """The grade that a cell consists of, alone or with the one before."""
        found = self._cell(reading, cell, hits)
        return next((hit for hit, previous in found if not previous), None) if found else None

    def _cell(self, reading: Reading, cell: tuple[int, int], hits: Sequence[Hit]) -> list[tuple[Hit, bool]]:
        """Grades of a cell that holds nothing else, and which are of an earlier inspection."""
        inside = [hit for hit in hits if cell[0] <= hit[0] < cell[1]]
        if not inside or len(inside) > 2:
            return []
        lower = reading.lower
        ends = lower[cell[0] : inside[0][0]] + lower[inside[-1][1] : cell[1]]
        if _LETTER.search(_IDLE.sub("", ends)):
            return []
        if len(inside) == 1:
            return [(inside[0], False)]
        between = lower[inside[0][1] : inside[1][0]].strip(" '\"")
        if _ARROW.fullmatch(between):
            return [(inside[0], True), (inside[1], False)]
        return [(inside[0], False), (inside[1], True)] if _BEFORE.fullmatch(between) else []


def _tables(reading: Reading, by_span: Mapping[int, Sequence[Hit]]) -> Iterator[list[int]]:
    """Numbers of the rows of each table that holds a grade."""
    rows: list[int] = []
    for number, span in enumerate(reading.spans):
        same = span.kind == "row" and len(span.cells) > 1
        if rows and (not same or reading.spans[rows[-1]].group != span.group):
            if any(row in by_span for row in rows):
                yield rows
            rows = []
        if same:
            rows.append(number)
    if any(row in by_span for row in rows):
        yield rows


def _holds(cell: tuple[int, int], forces: Sequence[tuple[int, int]]) -> bool:
    """Whether a cell names a force."""
    at = bisect_left(forces, (cell[0], 0))
    return at < len(forces) and forces[at][0] < cell[1]
