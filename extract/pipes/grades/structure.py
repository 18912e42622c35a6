"""Grades by the form of the page: tables, lines of an area and its grade, lists under a grade, headings above one.

Enters the spans of a reading and the grades in them; leaves entries and the spans that they use up, so that the prose
rules pass them over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.elements import Element, Elements, Scanner
from extract.pipes.grades.areas import Areas, Piece, clean
from extract.pipes.grades.lines import Line, Lines
from extract.pipes.grades.tables import Tables
from extract.pipes.grades.verdict import Entry
from extract.pipes.patterns import EDGE
from extract.pipes.triggers import Hit

_READ = frozenset(("paragraph", "item", "subheading"))
_LINE = 230
"""Characters of a line of an area and its grade, or of several."""
_HEAD = 150
"""Characters of a line that heads a list."""
_ITEM = 130
_GRADE = 24
"""Characters of a line that can be a grade alone with its full stop."""
_SENTENCE = re.compile(r"[.!?] [A-Z]")
_ASKS = re.compile(r"\b(?:should|must|needs? to|has to|have to|ought to)\b")
_ASKING = ("should", "must", "need", "has to", "have to", "ought to")
"""Without any of which `_ASKS` matches nothing."""
_SAYING = frozenset(
    (
        *("was", "were", "is", "are", "be", "been", "has", "have", "had", "it", "they", "we", "he", "she", "i", "who"),
        *("which", "that", "said", "says", "graded", "rated", "judged"),
    )
)
"""Before its first grade, what makes a line a sentence."""
_SAID = re.compile(rf"{EDGE}{alternation(_SAYING)}\b")
_PARTED = (":", "=", "\u2013", " - ")
_PARTS = re.compile(r"[^;|]+")


_BRACKET = re.compile("[(,\u2013]")
_EARLIER = frozenset(("from", "was", "previously", "in", "last", "("))
_STACK = 4
"""Lines of two areas, each with its grade below it."""
_GRADED = 2
_NOTHING = Elements([], [], [], "")


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


class Structure:
    """Reads grades from forms.

    Args:
        scanner: Cuts lines into elements.
        areas: Parter of lists.
        wordings: Every wording of a grade and the grade.
    """

    def __init__(self, scanner: Scanner, areas: Areas, wordings: Mapping[str, str]) -> None:
        self.scanner = scanner
        self.areas = areas
        self.lines = Lines(areas)
        self.tables = Tables(areas, wordings)

    def find(
        self, reading: Reading, hits: Sequence[Hit], forces: Sequence[tuple[int, int]]
    ) -> tuple[list[Entry], set[int]]:
        """Grades of tables, lists, lines and headings.

        Args:
            reading: The text.
            hits: Its grades.
            forces: Mentions of forces.

        Returns:
            Rows in order, and the numbers of the spans that they use up.
        """
        used: set[int] = set()
        by_span: dict[int, list[Hit]] = {}
        tabled = False
        for hit in hits:
            number = reading.span_at(hit[0])
            if number in by_span:
                by_span[number].append(hit)
            else:
                by_span[number] = [hit]
                tabled = tabled or len(reading.spans[number].cells) > 1
        page = Page(self.scanner, reading, by_span, forces, used)
        entries = list(self.tables.find(reading, by_span, forces, used)) if tabled else []
        entries += self._stacks(page)
        for number in by_span:
            span = reading.spans[number]
            if span.kind in _READ and number not in used:
                entries += self._span(page, number, entries)
        return entries, used

    def _span(self, page: Page, number: int, above: Sequence[Entry]) -> list[Entry]:
        """Grades of a line, of the list that it heads, or of the heading above it."""
        reading, used = page.reading, page.used
        span, hits = reading.spans[number], page.by_span[number]
        lower, length = reading.lower, span.end - span.start
        if length > _LINE:
            return []
        if reading.text[span.end - 1] != ":":
            before = lower[span.start : hits[0][0]]
            said = not _SAYING.isdisjoint(before.split()) or _SAID.search(f" {before}")
            if said and not any(map(before.__contains__, _PARTED)):
                return []
        if length <= _HEAD and (span.kind != "item" or self.lines.is_alone(page.scan(number))):
            elements = page.scan(number)
            opens = lower[span.start : span.end].rstrip(" '\"").endswith(":")
            whole = None if opens else self.lines.read(lower, elements, item=False)
            stated = whole is not None and any(said.area for said in whole.stated)
            head = None if stated else self.lines.heads(lower, elements, opens=opens)
            if head is not None:
                found = self._listed(page, number, elements[head])
                if found:
                    used.add(number)
                    return found
                found = self._under(reading, number, hits, used)
                if found:
                    return found
        if _asks(lower[span.start : span.end]):
            return []
        found = []
        for start, end in self._parts(reading, span, hits):
            if not _graded(hits, start, end):
                continue
            elements = page.scan(number, start, end)
            line = self.lines.read(lower, elements, item=span.kind == "item")
            if line is None:
                return []
            found += self._entries(line, elements, number, [*above, *found])
        if found:
            used.add(number)
        return found

    @staticmethod
    def _parts(reading: Reading, span: Span, hits: Sequence[Hit]) -> list[tuple[int, int]]:
        """Stretches of a line that stand by themselves: sentences, and what semicolons or bars part into grades."""
        first, last = reading.sentence_at(span.start), reading.sentence_at(max(span.start, span.end - 1))
        parts: list[tuple[int, int]] = []
        for sentence in reading.sentences[first : last + 1]:
            start, end = sentence.start, sentence.end
            inside = [(start, end)]
            if reading.text.find(";", start, end) >= 0 or reading.text.find("|", start, end) >= 0:
                inside = [match.span() for match in _PARTS.finditer(reading.text, start, end)]
            parts += inside if all(_graded(hits, *part) for part in inside) else [(start, end)]
        return parts

    def _entries(self, line: Line, elements: Elements, number: int, above: Sequence[Entry]) -> list[Entry]:
        found = []
        for stated in line.stated:
            area = stated.area
            if line.dated:
                last = above[-1] if above and number - above[-1].span <= 2 else None
                if last is None:
                    continue
                area = last.area
            hit = _hit(elements[stated.grade])
            rule = "grades.pair-before" if stated.previous else "grades.pair"
            found.append(Entry(hit, area, number, stated.previous, rule, line.force, stated.overall))
        return found

    def _listed(self, page: Page, number: int, head: Element) -> list[Entry]:
        """Areas or forces of a list under its grade."""
        reading = page.reading
        found: list[tuple[int, list[Entry]]] = []
        likely = 0
        below = number + 1
        while below < len(reading.spans):
            span = reading.spans[below]
            short = span.kind == "subheading" and span.end - span.start < _ITEM
            if span.kind != "item" and not short:
                break
            elements = page.scan(below)
            if self.lines.is_alone(elements):
                break
            if _asks(reading.lower[span.start : span.end]) or _SENTENCE.search(reading.text, span.start, span.end):
                break
            entries = self._item(reading, below, span, elements, _hit(head))
            if entries is None:
                break
            first = entries[0]
            known = first.area is None or self.areas.likely(reading.lower[slice(*first.area)])
            likely += known
            found.append((below, entries))
            below += 1
        if not found or 2 * likely < len(found):
            return []
        page.used.update(below for below, _ in found)
        return [entry for _, entries in found for entry in entries]

    def _item(self, reading: Reading, number: int, span: Span, elements: Elements, head: Hit) -> list[Entry] | None:
        """What an item of a list under a grade says: an area, a force, and in a bracket the grade before."""
        sorts = elements.sorts
        grade = sorts.find("G")
        end = span.end
        before: list[Hit] = []
        if grade >= 0:
            bracket = _BRACKET.search(sorts, 0, grade)
            if bracket is None or bracket.start() == 0:
                return None
            if _EARLIER.isdisjoint(elements.words[bracket.start() : grade]):
                return None
            end = elements.starts[bracket.start()]
            before = [_hit(elements[grade])]
        content = [n for n, sort in enumerate(sorts) if elements.ends[n] <= end and sort not in ".,;:"]
        if content and sorts[content[0]] == "F" and len(content) <= 2:
            force = elements.starts[content[0]]
            return [
                Entry(head, None, number, False, "grades.listed", force),
                *(Entry(hit, None, number, True, "grades.pair-before", force) for hit in before),
            ]
        if ";" in reading.text[span.start : end - 1]:
            pieces: list[Piece] = self.areas.split(reading.lower, span.start, end)
        else:
            piece = clean(reading.lower, span.start, end)
            pieces = [piece] if piece else []
        if not pieces or any(sorts[n] in "BX" for n in content):
            return None
        return [
            *(Entry(head, piece, number, False, "grades.listed") for piece in pieces),
            *(Entry(hit, piece, number, True, "grades.pair-before") for hit in before for piece in pieces),
        ]

    def _stacks(self, page: Page) -> list[Entry]:
        """Lines of an area, each with its grade on the line below: terms and what defines them, headings, items."""
        reading, by_span, used = page.reading, page.by_span, page.used
        found: list[Entry] = []
        for run in self._runs(reading, by_span, used):
            if len(run) < _STACK or sum(map(by_span.__contains__, run)) < _GRADED:
                continue
            lines = [(number, page.scan(number) if number in by_span else _NOTHING) for number in run]
            alone = [self.lines.alone(reading.lower, elements) for _, elements in lines]
            if not self._is_named_first(reading, run, alone, by_span):
                continue
            piece: Piece | None = None
            for (number, elements), stated in zip(lines, alone, strict=True):
                if number not in by_span:
                    piece = clean(reading.lower, reading.spans[number].start, reading.spans[number].end)
                    continue
                line = None if stated else self.lines.read(reading.lower, elements, item=True)
                dated = line.stated if line and line.dated else []
                for grade, previous in stated or [(said.grade, True) for said in dated]:
                    if piece:
                        rule = "grades.pair-before" if previous else "grades.headed"
                        found.append(Entry(_hit(elements[grade]), piece, number, previous, rule))
                        used.add(number)
        return found

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

    def _under(self, reading: Reading, number: int, hits: Sequence[Hit], used: set[int]) -> list[Entry]:
        """A grade alone under the heading that names its area, an earlier one in brackets."""
        above = reading.spans[number - 1] if number else None
        if above is None or above.kind != "subheading" or number - 1 in used:
            return []
        if not self.areas.likely(reading.lower[above.start : above.end]):
            return []
        piece = clean(reading.lower, above.start, above.end)
        used.add(number)
        rules = ("grades.headed", "grades.pair-before")
        return [Entry(hit, piece, number, order > 0, rules[min(order, 1)]) for order, hit in enumerate(hits)]


def _asks(text: str) -> bool:
    """Whether a line in lower case says what must be done."""
    return any(map(text.__contains__, _ASKING)) and _ASKS.search(text) is not None


def _is_short(reading: Reading, number: int) -> bool:
    """Whether a span can be a name or a grade by itself: a short one that is no sentence and opens nothing."""
    span = reading.spans[number]
    length = span.end - span.start
    if span.kind not in _READ or length > _ITEM:
        return False
    return reading.text[span.end - 1] not in ":?" and (reading.text[span.end - 1] != "." or length <= _GRADE)


def _graded(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether any grade stands between two offsets."""
    at = bisect_left(hits, (start,))
    return at < len(hits) and hits[at][0] < end


def _hit(element: Element) -> Hit:
    return element.start, element.end, element.word
