"""Grades in tables, lists and under headings: the form of the page says which area has which grade.

Enters the spans of a reading and the grades in them; leaves rows and the spans that they use up, so that the prose
rules pass them over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.document.reading import Reading, Span
from extract.pipes.grades.areas import Areas, Piece, clean
from extract.pipes.grades.pairs import Pairs, is_prose
from extract.pipes.grades.verdict import Entry
from extract.pipes.triggers import Hit

_EARLIER = re.compile(
    r"\b(?:last|previous(?:ly)?|before|earlier|prior|former|then|was|first|up from|down from|from|in (?:19|20)\d\d)\b|\b(?:19|20)\d\d\b"
)
_GRADE_HEAD = re.compile(
    r"(?:(?:areas?|questions?|topics?|categories|areas of policing)\s+)?(?:(?:it|we|the (?:force|service|constabulary|brigade)|they|and it|but it|it's|and|but|they're|its|here|which|that|areas?|where|overall|these|those|are|judged|which are|graded as|rated as|that are|that were|were|was|is|came out|comes out|came out as|been|has been|have been|graded|rated|judged|as|to be|deemed|found|also|an?|only|in need of|areas graded|areas rated|areas judged|considered|still|the)\s+)*['\"]?(?P<grade>@)['\"]?(?:\s+(?:at|in|for|on|areas?|when it comes to|grades?|the following|these|following|five|two|three|four|six|one|seven|eight|nine|ten|questions?|\(\d+\)|overall|ratings?|in the following areas?|here))*\s*(?:\(\d+\))?(?:\s*[(\[](?P<inner>[^)\]]{3,50})[)\]])?[:.]?$"
)


class Structure:
    """Reads grades from forms.

    Args:
        areas: Parter of lists.
        wordings: Every wording of a grade and the grade.
    """

    def __init__(self, areas: Areas, wordings: Mapping[str, str]) -> None:
        self.areas = areas
        words = "|".join(re.escape(word) for word in sorted(wordings, key=lambda w: -len(w)))
        self.head = re.compile(_GRADE_HEAD.pattern.replace("@", words))
        self.wordings = wordings
        self.pairs = Pairs(areas)

    def find(
        self, reading: Reading, hits: Sequence[Hit], forces: Sequence[tuple[int, int]]
    ) -> tuple[list[Entry], set[int]]:
        """Grades of tables, lists and headings.

        Args:
            reading: The text.
            hits: Its grades.
            forces: Mentions of forces.

        Returns:
            Rows in order, and the numbers of the spans that they use up.
        """
        entries: list[Entry] = []
        used: set[int] = set()
        by_span: dict[int, list[Hit]] = {}
        for hit in hits:
            by_span.setdefault(reading.span_at(hit[0]), []).append(hit)
        entries += self._tables(reading, by_span, forces, used)
        self._lists(reading, by_span, entries, used)
        return entries, used

    def _tables(
        self, reading: Reading, by_span: Mapping[int, Sequence[Hit]], forces: Sequence[tuple[int, int]], used: set[int]
    ) -> Iterator[Entry]:
        for number, span in enumerate(reading.spans):
            if span.kind == "row" and span.lead in by_span and not self._graded(reading, span, by_span.get(number, ())):
                yield from self._graded_columns(reading, number, span, by_span[span.lead], used)
            if span.kind != "row" or number not in by_span or len(span.cells) < 2:
                continue
            header = reading.spans[span.lead] if span.lead >= 0 else self._first_row(reading, number, by_span)
            graded = [
                (column, hit)
                for column, cell in enumerate(span.cells)
                if (hit := self._whole(reading, cell, by_span[number]))
            ]
            if not graded:
                continue
            used.add(number)
            body = next(
                (n for n, cell in enumerate(span.cells) if any(cell[0] <= start < cell[1] for start, _ in forces)), -1
            )
            labels = [reading.lower[slice(*cell)] for cell in header.cells] if header else []
            years = [self._year(label) for label in labels]
            columns = [years[column] for column, _ in graded if column < len(years)]
            newest = max(columns, default=0) if all(columns) else 9999
            area_column = next((n for n, label in enumerate(labels) if _AREA_HEAD.search(label)), -1)
            if area_column < 0:
                area_column = next(
                    (n for n in range(len(span.cells)) if n not in {c for c, _ in graded} and n != body), -1
                )
            for column, hit in graded:
                label = labels[column] if column < len(labels) else ""
                own = reading.lower[slice(*span.cells[area_column])] if area_column >= 0 else ""
                earlier = (
                    bool(_PREVIOUS_HEAD.search(label))
                    or bool(_PREVIOUS_HEAD.search(own))
                    or bool(len(columns) > 1 and column < len(years) and 0 < years[column] < newest)
                )
                label_cell = header.cells[column] if header and column < len(header.cells) else None
                headed = label_cell is not None and label and not _GRADE_LABEL.search(label)
                if body >= 0 and headed and label_cell:
                    yield Entry(
                        hit,
                        clean(reading.lower, *label_cell) or label_cell,
                        number,
                        earlier,
                        "grades.table",
                        span.cells[body][0],
                    )
                elif (
                    area_column >= 0
                    and area_column != column
                    and "\u2022" in reading.text[slice(*span.cells[area_column])]
                ):
                    for piece in self._bullets(reading, span.cells[area_column]):
                        yield Entry(hit, piece, number, earlier, "grades.table")
                elif area_column >= 0 and area_column != column:
                    piece = clean(reading.lower, *span.cells[area_column]) or span.cells[area_column]
                    named = (
                        label_cell[0]
                        if label_cell and any(label_cell[0] <= start < label_cell[1] for start, _ in forces)
                        else -1
                    )
                    yield Entry(
                        hit,
                        piece,
                        number,
                        earlier,
                        "grades.table",
                        named if named >= 0 else span.cells[body][0] if body >= 0 else -1,
                    )
                elif body >= 0:
                    yield Entry(hit, None, number, earlier, "grades.table", span.cells[body][0])

    def _bullets(self, reading: Reading, cell: tuple[int, int]) -> Iterator[Piece]:
        """The areas of a cell: one a bullet, or parted by semicolons."""
        edges = [cell[0], *(n for n in range(*cell) if reading.text[n] == "\u2022"), cell[1]]
        for start, end in pairwise(edges):
            start += reading.text[start] == "\u2022"
            if ";" in reading.text[start:end]:
                yield from self.areas.split(reading.lower, start, end)
            elif piece := clean(reading.lower, start, end):
                yield piece

    def _graded(self, reading: Reading, span: Span, hits: Sequence[Hit]) -> bool:
        """Whether a cell of a row is a grade."""
        return any(self._whole(reading, cell, hits) for cell in span.cells)

    def _graded_columns(
        self, reading: Reading, number: int, span: Span, hits: Sequence[Hit], used: set[int]
    ) -> Iterator[Entry]:
        """Areas in columns that grades head."""
        heads = reading.spans[span.lead].cells
        for column, cell in enumerate(span.cells):
            hit = self._whole(reading, heads[column], hits) if column < len(heads) else None
            if hit is None or cell[1] - cell[0] < 4:
                continue
            used.update((number, span.lead))
            for piece in self._bullets(reading, cell):
                yield Entry(hit, piece, number, False, "grades.table")

    def _first_row(self, reading: Reading, number: int, by_span: Mapping[int, Sequence[Hit]]) -> Span | None:
        group = reading.spans[number].group
        first = number
        while first > 0 and reading.spans[first - 1].kind == "row" and reading.spans[first - 1].group == group:
            first -= 1
        return reading.spans[first] if first != number and first not in by_span else None

    def _whole(self, reading: Reading, cell: tuple[int, int], hits: Sequence[Hit]) -> Hit | None:
        """The grade that a cell consists of."""
        text = reading.lower[slice(*cell)].strip(" '\".*()")
        if text in self.wordings:
            return next((hit for hit in hits if cell[0] <= hit[0] < cell[1]), None)
        return None

    @staticmethod
    def _year(label: str) -> int:
        match = re.search(r"\b(?:19|20)\d\d\b", label)
        return int(match[0]) if match else 0

    def _lists(
        self, reading: Reading, by_span: Mapping[int, Sequence[Hit]], entries: list[Entry], used: set[int]
    ) -> None:
        head: tuple[int, Hit] | None = None
        for number, span in enumerate(reading.spans):
            if span.kind in ("row", "headline", "standfirst", "caption", "dateline", "byline"):
                if span.kind != "caption":
                    head = None
                continue
            hits = by_span.get(number, ())
            if hits and number not in used:
                grade = self._heading(reading, span, hits)
                if grade:
                    ahead = reading.spans[number + 1] if number + 1 < len(reading.spans) else None
                    above = reading.spans[number - 1] if number else None
                    if (
                        above
                        and above.kind == "subheading"
                        and number - 1 not in used
                        and self.areas.likely(reading.lower[above.start : above.end])
                    ):
                        used.add(number)
                        entries += self._headed(reading, number, above, hits)
                        head = None
                        continue
                    if (
                        ahead
                        and ahead.kind in ("item", "subheading")
                        and (ahead.kind == "item" or ahead.end - ahead.start < 110)
                        and not is_prose(reading, ahead)
                    ):
                        head = (number, grade)
                        used.add(number)
                        continue
                    closed = reading.text[span.end - 1] == "."
                    if span.end - span.start < 60 and span.kind != "item" and not closed:
                        used.add(number)
                        continue
                found = self.pairs.find(reading, number, span, hits, entries) or (
                    self._inline(reading, number, span, hits) if len(hits) > 1 else []
                )
                if found:
                    entries.extend(found)
                    used.add(number)
                    head = None
                    continue
            if head is not None:
                lead_ok = span.kind == "item" or (span.kind == "subheading" and span.end - span.start < 110)
                if (
                    lead_ok
                    and (not hits or self.areas.is_topic(reading.lower[span.start : span.end]))
                    and not is_prose(reading, span)
                ):
                    for piece in self._items(reading, span):
                        entries.append(Entry(head[1], piece, number, False, "grades.listed"))
                    used.add(number)
                    continue
                head = None

    @staticmethod
    def _headed(reading: Reading, number: int, above: Span, hits: Sequence[Hit]) -> list[Entry]:
        """A grade alone under the heading that names its area, an earlier one in brackets."""
        piece = clean(reading.lower, above.start, above.end)
        return [
            Entry(hit, piece, number, order > 0, "grades.pair-before" if order else "grades.headed")
            for order, hit in enumerate(hits)
        ]

    def _inline(self, reading: Reading, number: int, span: Span, hits: Sequence[Hit]) -> list[Entry]:
        """Lists run into a paragraph: "Good: A | B. Adequate: C", "(Last time: A - adequate; B - inadequate.)"."""
        found: list[Entry] = []
        for hit in hits:
            sentence = reading.sentences[reading.sentence_at(hit[0])]
            before = reading.lower[sentence.start : hit[0]].strip(" '\"(")
            opener = _COLON.match(reading.lower, hit[1], sentence.end)
            if not before and opener and sentence.end - opener.end() > 3:
                text = reading.text[opener.end() : sentence.end]
                if "|" in text:
                    edges = [opener.end(), *(opener.end() + m.start() for m in re.finditer(r"\|", text)), sentence.end]
                    pieces = [clean(reading.lower, a + (reading.text[a] == "|"), b) for a, b in pairwise(edges)]
                else:
                    pieces = list(self.areas.split(reading.lower, opener.end(), sentence.end))
                found += [Entry(hit, piece, number, False, "grades.pair") for piece in pieces if piece]
                continue
            pair = _INLINE_PAIR.search(reading.lower, sentence.start, hit[0])
            if pair and _PAIR_END.match(reading.lower, hit[1], sentence.end):
                piece = clean(reading.lower, *pair.span("area"))
                earlier = bool(_PREVIOUS_HEAD.search(reading.lower[sentence.start : pair.start("area")]))
                if piece:
                    found.append(Entry(hit, piece, number, earlier, "grades.pair-before" if earlier else "grades.pair"))
        return found if len(found) > 1 else []

    def _items(self, reading: Reading, span: Span) -> list[Piece]:
        if ";" in reading.text[span.start : span.end - 1]:
            return self.areas.split(reading.lower, span.start, span.end)
        piece = clean(reading.lower, span.start, span.end)
        return [piece] if piece else []

    def _heading(self, reading: Reading, span: Span, hits: Sequence[Hit]) -> Hit | None:
        """The grade of a line that heads a list of areas: "Good", "It is adequate at:"."""
        if span.end - span.start > 130:
            return None
        match = self.head.fullmatch(reading.lower, span.start, span.end)
        if not match or len(hits) > (2 if match["inner"] else 1):
            return None
        return hits[0]


_COLON = re.compile(r"['\"]?\s*[:\u2013]\s*")
_INLINE_PAIR = re.compile(
    r"(?:(?<![^\n])|(?<=[.!?] )|[;:.(,|] ?)(?P<area>[a-z][^;:.(),|]{3,60}?)(?: \u2013| -|:) ['\"]?$"
)
_PAIR_END = re.compile(r"['\"]?(?:[;.,)|]|$)")
_AREA_HEAD = re.compile(
    r"\b(?:area|question|topic|pillar|theme|category|inspection area|test|what we|measure|subject)s?\b"
)
_GRADE_LABEL = re.compile(
    r"\b(?:grades?|ratings?|judge?ments?|verdicts?|this time|last time|now|then|results?|outcome|previous|current|(?:19|20)\d\d|round|status|score|latest|before|change)\b"
)
_PREVIOUS_HEAD = re.compile(
    r"\b(?:last (?:time|inspection|report|grade|round|year)|previous|before|earlier|prior|then|former|first round|last)\b"
)
