"""Grades in tables: which column holds grades, which forces, which areas, and of which inspection a column is.

Enters the rows of a reading and the grades in them; leaves entries and the spans that they use up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.captions import Captions
from extract.pipes.grades.grid import Cell, Grid, build_grid, holds
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.verdict import OUTSIDE, Entry
from extract.pipes.triggers import Hit

EARLIER_HEAD = expression(
    r"\b(?:last (?:time|inspection|report|grade|round|year|peel)|previous|before|earlier|prior|then|former|first round|last|was)\b"
)
"""A heading or label of an earlier inspection."""

_NOW_HEAD = expression(r"\b(?:now|this|current|latest|new|today)\b")
_TIMES = r"\b(?:grades?|ratings?|judge?ments?|verdicts?|(?:this|last) (?:time|year|inspection|report|round)|last|now|then|results?|outcome|previous|current|(?:19|20)\d\d(?:[/\u2013-]\d\d(?:\d\d)?)?|round|status|score|latest|new|before|after|change|peel|inspection|report|visit|today|trend)\b"
_TIME_HEAD = expression(_TIMES)
_TIME_EDGE = expression(rf"^(?:{_TIMES}|\b(?:of|for|on|in)\b|\W)+|(?:{_TIMES}|\b(?:at|in)\b|\W)+$")
"""What a column head says of time beside its area: "Leadership, 2025", "2022 grade for leadership"."""
_AREA_HEAD = expression(
    r"\b(?:areas?|questions?|topics?|pillars?|themes?|categor(?:y|ies)|tests?|what we|measures?|subjects?|standards?)\b"
)
_TITLE = 120
"""Characters of the head of a column."""
_SURE = 0.5
"""How like areas the cells of a column are on average, if it holds them and not the heads of the columns of grades."""
_CHANGE_HEAD = expression(r"\b(?:change|trend|movement|direction|since|compar\w+|last (?:time|inspection)|\+/-)")
_KEPT = expression(r"\W*(?:no change|unchanged|same|the same|no|stayed the same|level|=|\u2194|\u2192)\W*")
"""What a column says of a grade that was the same before."""
_NO_GRADE = expression(r"\W*(?:not (?:graded|inspected|assessed|applicable|asked)|n/?a|none|new|ungraded)?\W*")
_NONE = expression(r"\W*(?:none|nobody|no (?:forces|services|areas))\b")
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_WORD = expression(r"[a-z]{3,}")
_LETTER = expression(r"[a-z]")
_IDLE = expression(
    r"\b(?:grade|rating|up|down|improved|risen|fallen|slipped|dropped|previously|from|was|\(?(?:19|20)\d\d\)?|now|new|n/a|not (?:previously |yet )?(?:graded|marked|rated|inspected|assessed))\b"
)
_NO_BODY = expression(r"\b(?:average|mean|median|total|england|national(?:ly)?|all (?:forces|services)|every force)\b")
"""What a row of a table of forces is of, where it is of none."""
_FROM = expression(r"\W*(?:(?:up|down|improved|risen|fallen|slipped|dropped) )?(?:from|was|previously)\b")
_ARROW = expression(r"(?:\u2192|->|\u21d2|\u2794|to|>|\u2013>)")
_BEFORE = expression(
    r"[,;]? ?[(\[/\u2013-]? ?(?:(?:up|down|improved|slipped|change) )?(?:from|was|previously|formerly|before|last time)?:? ?(?:(?:19|20)\d\d:? ?)?['\"]?"
)


_NUMBERED = expression(r" ?(?:(?:core )?question |q ?)?\d{1,2}(?:\.\d{1,2})*[.:)]? (?=[a-z])")
"""The number of a question before its words: "Q1 Preventing crime"."""


class Table(NamedTuple):
    """A table and what its columns are.

    Args:
        grid: Its cells.
        grades: Columns that hold grades.
        force: The column that holds forces, or -1.
        area: The column that holds areas, or -1.
    """

    grid: Grid
    grades: list[int]
    force: int
    area: int


class Tables:
    """Reads tables.

    Args:
        areas: Parter of lists.
        captions: Reads what stands above them.
        wordings: Every wording of a grade and the grade.
    """

    def __init__(self, areas: Areas, captions: Captions, wordings: Mapping[str, str]) -> None:
        self.areas = areas
        self.captions = captions
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
        for rows in _tables(reading, by_span, forces):
            heads = reading.spans[rows[0]].cells
            crowned = [self._whole(reading, cell, by_span.get(rows[0], ())) for cell in heads]
            if sum(hit is not None for hit in crowned) > 1 and len(rows) > 1:
                below = [number for number in rows[1:] if not self._graded(reading, number, by_span)]
                if len(below) == len(rows) - 1:
                    yield from self._under_grades(reading, rows, crowned, forces, used)
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
        grid = build_grid(reading, rows, lambda number: self._graded(reading, number, by_span), forces)
        columns = range(grid.width)
        grades = [
            column
            for column in columns
            if any(
                column < len(cells) and self._cell(reading, cells[column], by_span.get(number, ()))
                for number, cells in grid.cells.items()
            )
        ]
        free = [column for column in columns if column not in grades]
        named = {column: sum(holds(cell, forces) for cell in grid.column(column)) for column in free}
        force = max(free, key=lambda column: (named[column], -column), default=-1)
        force = force if force >= 0 and named[force] else -1
        likely = {
            column: sum(self._likely(reading, cell) for cell in grid.column(column))
            + (len(grid.rows) if _AREA_HEAD.search(grid.title(reading, column)) else 0)
            for column in free
            if column != force
        }
        if force < 0 and len(likely) > 1:
            apart = [column for column in likely if likely[column] and self._differ(reading, grid.column(column))]
            likely = {column: likely[column] for column in apart} or likely
        area = max(likely, key=lambda column: (likely[column], -column), default=-1)
        heads = any(self.areas.likely(_TIME_EDGE.sub("", grid.title(reading, column))) for column in grades)
        if force >= 0 and heads and area >= 0 and likely[area] < _SURE * len(grid.rows):
            area = -1
        if area >= 0 and not likely[area]:
            texts = [reading.lower[slice(*cell)] for cell in grid.column(area)]
            area = area if all(map(_WORD.search, texts)) and not any(map(_NO_GRADE.fullmatch, texts)) else -1
        return Table(grid, grades, force, area)

    @staticmethod
    def _differ(reading: Reading, cells: Sequence[Cell]) -> bool:
        """Whether no two cells of a column say the same: a pillar that stands beside each of its questions does."""
        return len({reading.lower[slice(*cell)] for cell in cells}) == len(cells)

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
        grid = table.grid
        titles = {column: grid.title(reading, column) for column in table.grades}
        years = {column: int(match[0]) if (match := _YEAR.search(title)) else 0 for column, title in titles.items()}
        newest = max(years.values()) if len(years) > 1 and all(years.values()) else 0
        headed = self._headed(reading, table) if table.area < 0 and (table.force >= 0 or grid.width > 1) else {}
        further = self._heads_rows(reading, table)
        current = {column for column in table.grades if _NOW_HEAD.search(titles[column])}
        topic = self.captions.of_table(reading, grid.first, grid.labels[0][0] if grid.labels else None)
        for number in grid.rows:
            cells, hits = grid.cells[number], by_span.get(number, ())
            found = [
                (column, hit, before)
                for column in table.grades
                if column < len(cells)
                for hit, before in self._cell(reading, cells[column], hits)
            ]
            if found:
                used.add(number)
            if 0 <= table.force < len(cells) and _NO_BODY.search(reading.lower, *cells[table.force]):
                continue
            if any(0 <= at < len(cells) and _NONE.match(reading.lower, *cells[at]) for at in (table.force, table.area)):
                continue
            if len(found) == 1 and not found[0][2] and self._is_kept(reading, grid, cells):
                found.append((*found[0][:2], True))
            for column, hit, before in found:
                label = next((cell for cell in grid.over(column) if holds(cell, forces)), None)
                own = cells[table.area] if 0 <= table.area < len(cells) else None
                earlier = (
                    before
                    or bool(EARLIER_HEAD.search(titles[column]))
                    or bool(own and EARLIER_HEAD.search(reading.lower[slice(*own)]))
                    or bool(newest and 0 < years[column] < newest)
                    or bool(current and column not in current)
                )
                force = self._force(reading, table, cells, label, forces)
                if further:
                    own_cells = [cell for cell in cells[1:] if _WORD.search(reading.lower, *cell)]
                    pieces = [piece for cell in own_cells for piece in self._areas(reading, cell)]
                elif label:
                    pieces = self._areas(reading, own) if own else [topic]
                elif headed.get(column):
                    pieces = [headed[column]]
                elif own:
                    pieces = self._areas(reading, own) if _WORD.search(reading.lower, *own) else []
                else:
                    pieces = [topic]
                if pieces == [None] and force == -1:
                    continue  # neither an area nor a force: what readers answered, or how many
                for piece in pieces:
                    yield Entry(hit, piece, number, earlier, "grades.table", force)

    def _heads_rows(self, reading: Reading, table: Table) -> bool:
        """Whether a grade stands at the head of each row, and areas in all its other cells."""
        if table.grades != [0] or table.force >= 0 or table.grid.width < 3:
            return False
        cells = [cell for row in table.grid.cells.values() for cell in row[1:] if _WORD.search(reading.lower, *cell)]
        return bool(cells) and all(self.areas.likely(reading.lower[slice(*cell)]) for cell in cells)

    @staticmethod
    def _is_kept(reading: Reading, grid: Grid, cells: Sequence[Cell]) -> bool:
        """Whether a column says that a grade is the one of the inspection before."""
        return any(
            _CHANGE_HEAD.search(grid.title(reading, column)) and _KEPT.fullmatch(reading.lower, *cell)
            for column, cell in enumerate(cells)
        )

    def _headed(self, reading: Reading, table: Table) -> dict[int, Piece | None]:
        """The area that the head of each column of grades names, a year or "last time" beside it left out."""
        found: dict[int, Piece | None] = {}
        for column in table.grades:
            for start, stop in table.grid.over(column):
                inner = _TIME_EDGE.sub(
                    lambda match: "\0" * len(match[0]), reading.lower[start : min(stop, start + _TITLE)]
                )
                named = inner.strip("\0")
                begin = start + len(inner) - len(inner.lstrip("\0"))
                if column not in found and _WORD.search(named):
                    found[column] = clean(reading.lower, begin, begin + len(named))
        return found

    @staticmethod
    def _force(
        reading: Reading, table: Table, cells: Sequence[Cell], label: Cell | None, forces: Sequence[tuple[int, int]]
    ) -> int:
        """Offset of what names the force of a grade, `OUTSIDE` for another body, or -1."""
        if label:
            return label[0]
        if not 0 <= table.force < len(cells):
            return table.grid.force
        cell = cells[table.force]
        return cell[0] if holds(cell, forces) else OUTSIDE if _WORD.search(reading.lower, *cell) else -1

    def _areas(self, reading: Reading, cell: tuple[int, int]) -> list[Piece | None]:
        """The areas of a cell: one a bullet, or parted by semicolons."""
        found: list[Piece | None] = []
        edges = [cell[0], *(n for n in range(*cell) if reading.text[n] == "\u2022"), cell[1]]
        for start, end in pairwise(edges):
            start += reading.text[start : start + 1] == "\u2022"
            numbered = _NUMBERED.match(reading.lower, start, end)
            if ";" in reading.text[start:end]:
                found += self.areas.split(reading.lower, start, end)
            elif piece := clean(reading.lower, numbered.end() if numbered else start, end):
                found.append(piece)
        return found or [cell]

    def _under_grades(
        self,
        reading: Reading,
        rows: Sequence[int],
        crowned: Sequence[Hit | None],
        forces: Sequence[tuple[int, int]],
        used: set[int],
    ) -> Iterator[Entry]:
        """Areas, or forces, in columns that grades head."""
        topic: Piece | None = None
        looked = False
        for number in rows[1:]:
            for column, cell in enumerate(reading.spans[number].cells):
                hit = crowned[column] if column < len(crowned) else None
                if hit is None or cell[1] - cell[0] < 4:
                    continue
                used.update((number, rows[0]))
                named = [start for start, end in forces if cell[0] <= start and end <= cell[1]]
                if named and named[0] == cell[0]:
                    if not looked:
                        topic, looked = self.captions.of_table(reading, rows[0], None), True
                    for force in named:
                        yield Entry(hit, topic, number, False, "grades.table", force)
                    continue
                for piece in self._areas(reading, cell):
                    yield Entry(hit, piece, number, False, "grades.table")

    def _graded(self, reading: Reading, number: int, by_span: Mapping[int, Sequence[Hit]]) -> list[int]:
        """The columns of a row whose cells are grades."""
        hits = by_span.get(number, ())
        cells = reading.spans[number].cells if hits else ()
        return [column for column, cell in enumerate(cells) if self._whole(reading, cell, hits)]

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
            return [(inside[0], bool(_FROM.match(lower, *cell)))]
        between = lower[inside[0][1] : inside[1][0]].strip(" '\"")
        if _ARROW.fullmatch(between):
            return [(inside[0], True), (inside[1], False)]
        return [(inside[0], False), (inside[1], True)] if _BEFORE.fullmatch(between) else []


def _tables(
    reading: Reading, by_span: Mapping[int, Sequence[Hit]], forces: Sequence[tuple[int, int]]
) -> Iterator[list[int]]:
    """Numbers of the rows of each table that holds a grade; a row that names a pillar alone parts none."""
    rows: list[int] = []
    for number, span in enumerate(reading.spans):
        same = span.kind == "row" and len(span.cells) > 1
        inside = bool(rows) and span.kind == "row" and reading.spans[rows[-1]].group == span.group
        if inside and not same and number not in by_span and not holds((span.start, span.end), forces):
            continue
        if rows and (not same or reading.spans[rows[-1]].group != span.group):
            if any(row in by_span for row in rows):
                yield rows
            rows = []
        if same:
            rows.append(number)
    if any(row in by_span for row in rows):
        yield rows
