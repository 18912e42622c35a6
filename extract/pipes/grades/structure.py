"""Grades by the form of the page: tables, lines of an area and its grade, lists under a grade, headings above one.

Enters the spans of a reading and the grades in them; leaves entries and the spans that they use up, so that the prose
rules pass them over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.elements import Element, Elements, Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.captions import Captions
from extract.pipes.grades.explained import drop_scales
from extract.pipes.grades.lines import Line, Lines
from extract.pipes.grades.members import KEPT, Member, read_members
from extract.pipes.grades.page import Page
from extract.pipes.grades.questions import find_answers
from extract.pipes.grades.stacks import Stacks
from extract.pipes.grades.tables import Tables
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.verdict import Entry
from extract.pipes.patterns import EDGE
from extract.pipes.triggers import Hit

_READ = frozenset(("paragraph", "item", "subheading"))
_FEW = 3
_TRAILING = " '\"\u00b7\u2022*\u2013-"
"""What may stand behind the colon that opens a list."""
_LEADS = expression(r"\bthe following(?: (?:\w+ )?(?:areas|questions|categories|aspects|pillars|themes))?[.]?$")
"""The end of a line that opens a list without a colon."""
_STATES = expression(
    r"\b(?:was|were|is|are|be|been|as|requires?|required) [^:]{0,60}\b(?:at|in|for|areas)[^a-z]*[.:][^a-z]*$"
)
"""A statement that goes on in a list: "It requires improvement in:"."""
_TURNS = expression(r"['\")]* (?:at|in|for|on) [^:;]{4,90}(?:,| but| and| while|;)[^:;,]{0,40}")
"""From a grade and its area to the next grade, of another clause."""
_IN = expression(r"['\")]*(?: (?:grades?|ratings?|marks?))? (?:in|at|for|on)(?: [a-z]+){0,4}[:\s'\"*\u2022\u00b7-]*")
"""Behind a grade, what opens the list of what it is for: "good at custody but inadequate in:"."""
_OPENER = expression(r"['\"]?(?: overall| (?:grades?|ratings?|marks?))?(?:: | ?\u2013 | - )(?:the )?")
"""Behind a grade, what opens the list of its forces."""
_BADGED = expression(r"GW[WVMPDH&,]*")
_LABEL = 5
"""Characters before a grade that can be a label: "Grade: good"."""
_TWO = 2
_LINE = 230
"""Characters of a line of an area and its grade, or of several."""
_HEAD = 150
"""Characters of a line that heads a list."""
_ITEM = 130
_SENTENCE = expression(r"[.!?] [A-Z]")
_ASKS = expression(r"\b(?:should|must|needs? to|has to|have to|ought to)\b")
_ASKING = ("should", "must", "need", "has to", "have to", "ought to")
"""Without any of which `_ASKS` matches nothing."""
_SAYING = frozenset(
    (
        *("was", "were", "is", "are", "be", "been", "has", "have", "had", "it", "they", "we", "he", "she", "i", "who"),
        *("which", "that", "said", "says", "graded", "rated", "judged"),
    )
)
"""Before its first grade, what makes a line a sentence."""
_SAID = expression(rf"{EDGE}{alternation(_SAYING)}\b")
_PARTED = (":", "=", "\u2013", " - ")
_PARTS = expression(r"(?:\([^()]*\)|[^;|])+")
_LEADERS = expression(r"[.\u00b7_]{2}|\. \. ")
"""What leads the eye from an area to its grade."""
_BRACKET = expression("[(,\u2013]")
_OPENED_BRACKET = expression("[(\u2013]")
_EARLIER = frozenset(("from", "was", "previously", "in", "last", "("))


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
        self.captions = Captions(areas)
        self.stacks = Stacks(areas, self.lines, self.captions)
        self.tables = Tables(areas, self.captions, wordings)

    def find(
        self, reading: Reading, hits: Sequence[Hit], forces: Sequence[tuple[int, int]]
    ) -> tuple[list[Entry], set[int]]:
        """Grades of tables, lists, lines and headings.

        Args:
            reading: The text.
            hits: Its grades.
            forces: Mentions of forces.

        Returns:
            Rows in order, and the numbers of the spans that they use up; below 0, from -1 on, of sentences.
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
        if len(by_span) >= _FEW:
            drop_scales(page, self.areas)
        entries = list(self.tables.find(reading, by_span, forces, used)) if tabled else []
        entries += find_answers(page)
        entries += self.stacks.find(page)
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
        opens = reading.text[span.start : span.end].rstrip(_TRAILING).endswith(":") or (
            lower.find("following", span.start, span.end) >= 0
            and _LEADS.search(lower, span.start, span.end) is not None
        )
        if opens and span.kind == "paragraph" and (found := self._led(page, number)):
            return found
        if length > _LINE:
            return []
        if not opens:
            before = lower[span.start : hits[0][0]]
            said = not _SAYING.isdisjoint(before.split()) or _SAID.search(f" {before}")
            if said and not any(map(before.__contains__, _PARTED)) and not _names_behind(page, hits[0]):
                return []
        if self.lines.is_key(page.scan(number)):
            used.add(number)
            return []
        if length <= _HEAD and (span.kind != "item" or self.lines.is_alone(page.scan(number))):
            elements = page.scan(number)
            whole = None if opens else self.lines.read(lower, elements, item=False)
            if whole is not None and not whole.stated:
                used.add(number)
                return []
            stated = whole is not None and any(said.area or said.force != -1 for said in whole.stated)
            head = None if stated else self.lines.heads(lower, elements, opens=opens)
            if head is not None:
                found = self._listed(page, number, elements[head])
                if found:
                    used.add(number)
                    return found
            if whole is None and self.lines.alone(lower, elements):
                found = self._under(reading, number, hits, used)
                if found:
                    return found
        if _asks(lower[span.start : span.end]):
            return []
        if span.kind == "item" and (piece := self._badged(page, number)):
            used.add(number)
            return [Entry(hits[0], piece, number, False, "grades.pair")]
        turned = self.lines.turn(lower, page.scan(number)) if len(hits) == _TWO else None
        if turned:
            used.add(number)
            return self._entries(page, turned, page.scan(number), number, above)
        found = []
        for start, end in self._parts(reading, span, hits):
            if not _graded(hits, start, end):
                continue
            elements = page.scan(number, start, end)
            line = self.lines.read(lower, elements, item=span.kind == "item")
            if line is None:
                return []
            found += self._entries(page, line, elements, number, [*above, *found])
        if found:
            used.add(number)
        return found

    def _led(self, page: Page, number: int) -> list[Entry]:
        """Areas of a list under the last sentence of a paragraph, whose others are read as prose; that sentence is used up.

        Where it has a grade before the one that opens the list, it is read as prose as well.
        """
        reading, span = page.reading, page.reading.spans[number]
        last = reading.sentence_at(span.end - 1)
        start, hits = reading.sentences[last].start, page.by_span[number]
        inside = [hit for hit in hits if hit[0] >= start]
        turns = len(inside) > 1 and _TURNS.fullmatch(reading.lower, inside[-2][1], inside[-1][0])
        if turns and _IN.fullmatch(reading.lower, inside[-1][1], span.end):
            return self._listed(page, number, Element(*inside[-1], "G"))
        if start <= span.start or span.end - start > _HEAD or not (hits[0][0] < start <= hits[-1][0]):
            return []
        elements = page.scan(number, start, span.end)
        head = self.lines.heads(reading.lower, elements, opens=True)
        found = self._listed(page, number, elements[head]) if head is not None else []
        page.used.update([-1 - last] if found else ())
        return found

    @staticmethod
    def _badged(page: Page, number: int) -> Piece | None:
        """The area of an item that begins with its grade and no mark between: "Good Preventing crime"."""
        elements = page.scan(number)
        if not _BADGED.fullmatch(elements.sorts) or not page.reading.text[elements.starts[1]].isupper():
            return None
        return clean(page.reading.lower, elements.starts[1], elements.ends[-1])

    @staticmethod
    def _parts(reading: Reading, span: Span, hits: Sequence[Hit]) -> list[tuple[int, int]]:
        """Stretches of a line that stand by themselves: sentences, and what semicolons or bars part into grades."""
        if _LEADERS.search(reading.text, span.start, span.end):
            return [(span.start, span.end)]
        first, last = reading.sentence_at(span.start), reading.sentence_at(max(span.start, span.end - 1))
        parts: list[tuple[int, int]] = []
        for sentence in reading.sentences[first : last + 1]:
            start, end = sentence.start, sentence.end
            inside = [(start, end)]
            if reading.text.find(";", start, end) >= 0 or reading.text.find("|", start, end) >= 0:
                inside = [match.span() for match in _PARTS.finditer(reading.text, start, end)]
            parts += inside if all(_graded(hits, *part) for part in inside) else [(start, end)]
        return parts

    def _entries(self, page: Page, line: Line, elements: Elements, number: int, above: Sequence[Entry]) -> list[Entry]:
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
            force = line.force if stated.force == -1 else stated.force
            whole = stated.overall
            if area is None and force != -1 and not whole:
                last = above[-1] if above and above[-1].span == number else None
                area, whole = (last.area, False) if last else self.captions.area(page.reading, page.top(number))
            found.append(Entry(hit, area, number, stated.previous, rule, force, whole))
        return found

    def _listed(self, page: Page, number: int, head: Element) -> list[Entry]:
        """Areas or forces of a list under its grade."""
        reading = page.reading
        found: list[tuple[int, list[Entry]]] = []
        likely = 0
        below = number + 1
        top = page.top(number)
        caption: tuple[Piece | None, bool] | None = None
        while below < len(reading.spans):
            span = reading.spans[below]
            short = span.kind == "subheading" and span.end - span.start < _ITEM
            opening = below == number + 1 and span.kind == "paragraph"
            opening = opening and (span.end - span.start < _LINE or page.names(span.start))
            if span.kind != "item" and not short and not opening and not self._closes(page, below, len(found)):
                break
            elements = page.scan(below)
            if self.lines.is_alone(elements) or 0 < span.level < reading.spans[number].level:
                break
            members = read_members(reading.lower, elements, 0)
            if members:
                if caption is None:
                    own = self.captions.named(reading, reading.spans[number])
                    caption = (own, False) if own else self.captions.area(reading, top)
                found.append((below, self._members(members, elements, below, _hit(head), caption)))
                likely += 1
                below += 1
                continue
            if members is not None:  # "none"
                page.used.add(below)
                below += 1
                continue
            if opening:
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
        chained = (number - 1 in page.tops and number - 1 in page.used) or (
            below in page.by_span and self.lines.is_alone(page.scan(below))
        )
        stated = _STATES.search(reading.lower, reading.spans[number].start, reading.spans[number].end)
        if not found or (2 * likely < len(found) and not (chained or stated)):
            return []
        page.used.update(below for below, _ in found)
        page.tops.update((below, top) for below, _ in found)
        return [entry for _, entries in found for entry in entries]

    def _closes(self, page: Page, number: int, listed: int) -> bool:
        """Whether a short paragraph behind items is the last of them, as its full stop shows that a list ends there."""
        span, text = page.reading.spans[number], page.reading.text
        if (
            span.kind != "paragraph"
            or listed < _TWO
            or number in page.by_span
            or span.end - span.start > _ITEM
            or text[span.end - 1] != "."
        ):
            return False
        return self.areas.likely(page.reading.lower[span.start : span.end - 1])

    @staticmethod
    def _members(
        members: Sequence[Member], elements: Elements, number: int, head: Hit, caption: tuple[Piece | None, bool]
    ) -> list[Entry]:
        """What a list of forces under a grade says of each."""
        area, whole = caption
        found: list[Entry] = []
        for member in members:
            before = [_hit(elements[grade]) for grade in member.before] + ([head] if member.kept else [])
            found.append(Entry(head, area, number, False, "grades.listed", member.force, whole))
            found += (Entry(hit, area, number, True, "grades.pair-before", member.force, whole) for hit in before)
        return found

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
        elif (bracket := _OPENED_BRACKET.search(sorts, 1)) and KEPT.search(
            reading.lower[elements.ends[bracket.start()] : span.end]
        ):
            end = elements.starts[bracket.start()]  # "preventing crime (no change)"
            before = [head]
        content = [n for n, sort in enumerate(sorts) if elements.ends[n] <= end and sort not in ".,;:"]
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

    def _under(self, reading: Reading, number: int, hits: Sequence[Hit], used: set[int]) -> list[Entry]:
        """A grade alone under the heading that names its area, an earlier one in brackets."""
        above = reading.spans[number - 1] if number else None
        if above is None or above.kind != "subheading" or number - 1 in used:
            return []
        labelled = above.level > 0 and hits[0][0] - reading.spans[number].start >= _LABEL
        if not labelled and not self.areas.likely(reading.lower[above.start : above.end]):
            return []
        piece = clean(reading.lower, above.start, above.end)
        used.add(number)
        rules = ("grades.headed", "grades.pair-before")
        return [Entry(hit, piece, number, order > 0, rules[min(order, 1)]) for order, hit in enumerate(hits)]


def _names_behind(page: Page, hit: Hit) -> bool:
    """Whether a colon or a dash parts a grade from a force that it is for: "The following were rated good: Kent"."""
    opener = _OPENER.match(page.reading.lower, hit[1])
    return opener is not None and page.names(opener.end())


def _asks(text: str) -> bool:
    """Whether a line in lower case says what must be done."""
    return any(map(text.__contains__, _ASKING)) and _ASKS.search(text) is not None


def _graded(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether any grade stands between two offsets."""
    at = bisect_left(hits, (start,))
    return at < len(hits) and hits[at][0] < end


def _hit(element: Element) -> Hit:
    return element.start, element.end, element.word
