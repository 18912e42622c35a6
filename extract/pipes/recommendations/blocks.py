"""Asks by the form of the page: lists, what stands under a label, cells of a table.

Enters the reading with its blocks and letters; leaves annotations of asks. Asks in running sentences are found elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.document.dates import MONTH, NUMBER
from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.letters import Letters
from extract.pipes.recommendations.clauses import JOINED, Ask, Found
from extract.pipes.recommendations.deadlines import DEADLINE, OPENS
from extract.pipes.recommendations.items import Items, Section
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.modals import MODAL
from extract.pipes.recommendations.notes import Notes
from extract.pipes.triggers import Hit, hits_within

_DASHES = ("\u2013 ", "- ", "> ", ">> ")
_REPLY = expression(
    r"\b(?:our|force|service|council|the force's|the service's) (?:response|reply|answer)\b|\bresponse\b|\bstatus\b|\bprogress\b|\bupdate\b|\baction taken\b|\bwhat we(?:'ve| have| are)\b|(?:[\w' ]{0,30} )?(?:comments?|response|reply|update)\b"
)
NEEDED = expression(
    r"\bwhat (?:does|do|did|must|should|needs?)\b.{0,60}\b(?:need to|needs to|to|must|should) (?:do|be|improve|change|happen)\b|\bwhat (?:has|needs) to (?:change|be (?:better|done)|improve)\b|\bnext steps for\b"
    r"|\bwhat .{2,40} (?:has|have|was|were|is|are) (?:also |now )?(?:been )?(?:asked|told|ordered|required|expected|instructed)(?: to do)?\W*$|\bwhat (?:the )?(?:\w+ ){1,3}(?:said|say|says|told us) (?:that )?(?:we|it|they|the \w+|\w+ police) (?:must|should|needs? to|has to|have to)\b|\bwhat (?:we|you|it|they|the \w+) (?:now |will )*(?:must|should|needs? to|has to|have to) (?:do|improve|change|put right)\b|\bwhat (?:the )?(?:inspectors|inspectorate|hmi\w*|report|watchdog) (?:recommends?|recommended|wants?|asks|asked|asked for|told)\b"
)
ASKED = expression(
    r"\W*what (?:(?:we|i|it|they|the \w+|hmi\w*)(?: have|'ve|'d)? (?:now |then |also |still )*(?:asks?|asked|recommends?|recommended|expects?|expected|requires?|required)(?: (?:of|for|from)\b.{0,40})?|(?:is|was|were|has been|had been|you are|we are|we were)(?: (?:now|then|being))? (?:asked|recommended|required|expected|wanted)(?: (?:of|for|from)\b.{0,40})?)\W*$"
    r"|\W*(?:(?:asked|required|expected|wanted) (?:of|from) (?:us|you|it|them|the \w+)|the asks?|(?:their |its |hmi\w* |(?:the )?(?:inspectorate|inspectors|report)'s? )(?:requirement|instruction)s?)\W*$"
)
"""A heading of what is asked, in whatever form it stands: "What we now ask", "Asked of us"."""

_ASKING = ("what ", "ask", " of ", " from ", "requirement", "instruction")
"""Without any of which it matches nothing."""

_UNDATED = expression(
    r"\W*(?:no (?:date|deadline)(?: (?:is |was )?(?:set|given))?|undated|without (?:a )?(?:date|deadline)|(?:at )?any time)\W*$"
)
"""A heading like those that give a day, with none."""

_BEHIND = expression(
    r"\W*(?:notes? (?:to|for) editors?|notes|ends|contacts?|media (?:contacts?|enquiries)|(?:more|further|other) (?:information|reading|matters|points)|background(?: papers)?|about (?:us|the inspect\w+|hmi\w*)|see also|related)\W*$"
)
"""A heading of what no report asks, at the end of a page."""

_FIGURE = expression(r"\(?\d{1,2}(?:[.)]|(?:\.\d{1,2}){1,2}[.)]?) (?!per\b|%)")
"""The number of an ask in its cell."""

_FOLLOWING = expression(r"\bfollowing (?:\w+ )?areas (?:for|requiring) improvement\b[^.:]{0,30}[.:]?$")
"""The end of a line whose areas for improvement stand below it, a paragraph each."""

_MEETING = expression(
    r"\W*(?:\d[\d.]* )?(?:(?:it is recommended )?that )?(?:the )?(?:(?:members|councillors|panel|committee|board|authority|cabinet|council)\b|(?:the |this )?(?:contents? of )?(?:the |this )?report be (?:noted|received)|(?:to )?(?:note|receive|endorse|approve) )"
)
"""What a committee recommends to itself, at the head of a report to it."""

_LINE = 160
"""Characters of such a line at most."""

_DEEP = 9
"""Its depth, below that of any heading."""

_NO_HEAD = expression(r"\b(?:must|should|needs? to|has to|have to)\b[^|\n]{12}")
"""In what looks like the heading of a table: an ask of its own."""

_DUE = expression(
    r"\W*(?:due|due (?:by|date)|deadline|(?:target|completion|end) date|by when|when|(?:for )?completion(?: by)?|complete by|timescale|to be (?:done|completed?) by)\W*"
)
DAY = expression(
    rf"(?:by |before |end (?:of )?|in )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH},? (?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|immediately?|(?:within )?{NUMBER} (?:days|weeks|months)"
)
"""The heading of a column of days, and a day in it."""

_OPEN_HEAD = expression(
    r" (?:should|must|(?:has|have|needs?) to|(?:asked|told|asks|tells|ordered|required|requires|expects|expected|wants|wanted|instructed)(?: [\w' ]{1,40}?)? to)[:. \u2026]*$"
)
"""Ends of the heading of a column whose cells say what is to be done."""

_WORDY = 30
"""Characters behind a label from which on a line says what is asked, and is no title."""

OWN = expression("M|n2")
"""Verbs by which a paragraph asks of itself."""

OUTSIDE = "outside"
"""What a list is called that is put to a body that was not inspected."""

_TO_WHOM = expression(
    r"(?:recommendations? )?(?:to|for) (?P<who>(?!.*\b(?:force|police force|constabulary|chief constables?|service|services|forces)\b).{3,60}?)\W*$"
)
"""A heading that says to whom an ask is put."""

_NOTHING_BUT = expression("D?[weg][wegSNBz]*[Pp][wegDSNBFzPpA]{1,9}")
"""A sentence that is nothing but a thing, whatever follows: "Better lamps for crews at night"."""

_NEAR = 12
"""Tokens of a cell within which its verb that asks begins."""

_LEAST = 12
"""Characters of a cell that can ask."""


class Blocks:
    """Reads asks off the form of a page.

    Args:
        notes: Writes annotations of asks, and reads lines.
    """

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.labels = notes.labels

    def find(
        self, reading: Reading, letters: Letters, labels: Sequence[Hit], listed: dict[int, str]
    ) -> Iterator[Annotation]:
        """Asks by the form of the page, in the order of the text.

        Args:
            reading: The text.
            letters: Its letters.
            labels: Labels of asks in it.
            listed: Gets the number of each item whose first sentence asks nothing, and what its list is called.
        """
        text, spans = reading.text, reading.spans
        lower, initials = reading.lower, self.labels.initials
        following = bool(labels) and "following" in lower
        items = Items(self.notes, reading, letters, labels)
        section: Section | None = None
        dashed, outside = -1, False
        for number, span in enumerate(spans):
            kind, start, end = span[:3]
            if kind == "subheading":
                outside = self._is_outside(lower[start:end])
            elif outside:
                listed[number] = OUTSIDE
                continue
            if kind == "paragraph":
                if text[start] in "\u2013->" and text.startswith(_DASHES, start):
                    dashed = dashed if dashed >= 0 else number - 1
                    if dashed >= 0 and (text[spans[dashed].end - 1] == ":" or spans[dashed].kind == "subheading"):
                        item = span._replace(kind="item", start=text.index(" ", start) + 1, lead=dashed, mark="-")
                        if note := items.find(number, item, section):
                            yield note
                        continue
                else:
                    dashed = -1
                if section and text[end - 1] == "?":
                    section = None  # the question that the next part of a report answers
                colon = text[end - 1] == ":"
                if colon or (following and "following" in lower[start:end]):
                    below = self._section(reading, number, span, None) or self._following(reading, number, span)
                    if below and below.kind != "concern":
                        section = below
                        continue
                label = self.labels.of_start(reading, start, end) if lower[start : start + 2] in initials else None
                if label and label[0] != "concern":
                    yield from self._paragraph(reading, letters, number)
                elif section and section.kind != "concern" and number == section.last + 1:
                    running = section.asked and OWN.search(letters.text, letters.at(start), letters.at(end))
                    found = [] if running else list(self._labelled(reading, letters, span, start, section.kind))
                    yield from found
                    section = self._going_on(section, number, span, colon, found=bool(found))
            elif kind == "item" and span.lead >= 0:
                if note := items.find(number, span, section):
                    yield note
                elif items.kind:
                    listed[number] = items.kind
                section = section._replace(last=number) if section else None
            elif kind == "row":
                heads = span.lead < 0 and number + 1 < len(spans) and spans[number + 1].lead == number
                led = self._led(reading, span)
                if led and (note := items.find(number, led, section, self._due(reading, span))):
                    yield note
                    continue
                yield from self._row(reading, letters, span, labels, heads=heads)
            elif kind == "subheading":
                if section and _BEHIND.match(lower, start, end):
                    section = None
                    continue
                label = self.labels.of_start(reading, start, end)
                if label and label[0] != "concern" and end - label[1] > _WORDY:
                    yield from self._labelled(reading, letters, span, label[1], label[0])
                section = self._section(reading, number, span, section)

    def _is_outside(self, lower: str) -> bool:
        """Whether a heading puts what stands under it to a body that was not inspected: "To the College of Policing"."""
        whom = _TO_WHOM.match(lower) if lower.startswith(("to ", "for ", "recommendation")) else None
        return whom is not None and any(map(whom["who"].__contains__, self.notes.addressees.never))

    @staticmethod
    def _going_on(section: Section, number: int, span: Span, colon: bool, *, found: bool) -> Section:
        """A section behind a paragraph that stands in it."""
        if (found or (colon and section.head >= 0)) and (section.many or section.nested):
            return section._replace(last=number)
        if section.many and number == section.head + 1 and not found:
            return section._replace(last=number)  # a line that introduces them
        if not section.nested and span.level == 0 and not colon:
            return section._replace(last=-1)
        return section

    def _section(self, reading: Reading, number: int, span: Span, section: Section | None) -> Section | None:
        """The label under which stands what follows a heading: its own, or that of the heading above it."""
        lower = reading.lower[span.start : span.end].rstrip(":")
        kind = self.labels.of_heading(lower)
        if kind is None and ("what " in lower or "next steps" in lower) and NEEDED.search(lower):
            kind = "recommendation"
        asked = (
            kind in (None, "recommendation")
            and any(map(lower.__contains__, _ASKING))
            and ASKED.match(lower) is not None
        )
        if asked:
            kind = "recommendation"
        if kind == "recommendation" and number + 1 < len(reading.spans):
            below = reading.spans[number + 1]
            if _MEETING.match(reading.lower, below.start, below.end):
                return None
        if kind:
            many = kind == "area_for_improvement" and "areas" in lower
            return Section(kind, span.level, number, many, number, asked=asked)
        dated = _UNDATED.match(lower) or (lower.startswith(OPENS) and DEADLINE.fullmatch(lower))
        if section and section.last == number - 1 and dated:
            return section._replace(last=number, dated=True)
        if section and section.many and section.last >= 0:
            if span.level > section.level:
                return section._replace(last=number)
            if span.level == section.level and (section.nested or number == section.head + 1):
                return section._replace(last=number, nested=True)
        return None

    @staticmethod
    def _following(reading: Reading, number: int, span: Span) -> Section | None:
        """What a line opens that counts or names areas for improvement below it: "It identified the following areas …"."""
        if span.end - span.start > _LINE or not _FOLLOWING.search(reading.lower, span.start, span.end):
            return None
        return Section("area_for_improvement", _DEEP, number, True, -1)

    def _paragraph(self, reading: Reading, letters: Letters, number: int) -> Iterator[Annotation]:
        """A paragraph that begins with a label: what stands behind each label in it."""
        span = reading.spans[number]
        at = reading.sentence_at(span.start)
        while at < len(reading.sentences) and reading.sentences[at].span == number:
            start = self.labels.of_start(reading, reading.sentences[at].start, span.end)
            if start:
                yield from self._labelled(reading, letters, span, start[1], start[0])
            at += 1

    def _labelled(self, reading: Reading, letters: Letters, span: Span, start: int, kind: str) -> Iterator[Annotation]:
        """The sentence behind a label: by its verbs that ask, or by its form."""
        low, end = reading.sentences[reading.sentence_at(start)][:2]
        if reading.text[start:end].rstrip().endswith(":") or _MEETING.match(reading.lower, start, end):
            return
        line = Line.of(letters, reading, span, start, end)
        asked = [
            (one, who)
            for one in self.notes.wordings.find(line)
            if (who := self.notes.addressees.of(line, *one.ask.subject)[0]) != "you"
        ]
        due = self._bracketed(reading, end, span.end)
        for number, (one, who) in enumerate(asked):
            if number == 0 or who == "body":
                shared = None if one.ask.deadline else due
                yield self.notes.note(line, one, "recommendations.labelled", kind, block=(low, end), shared=shared)
        if asked or not line.text:
            return
        if ";" in line.text and kind == "area_for_improvement":
            yield from self._several(letters, reading, span, line, kind)
            return
        alone = end == span.end or _NOTHING_BUT.fullmatch(line.text.rstrip(".")) is not None
        alone = alone and (start == span.start or len(line.text) > _NEAR // 2)
        found = self.notes.forms.read(line, kind if alone else None)
        if found:
            rule = "recommendations.noun" if found.how == "noun" else "recommendations.labelled"
            shared = None if found.ask.deadline else due
            yield self.notes.note(line, found, rule, kind, block=(low, end), shared=shared)

    def _several(self, letters: Letters, reading: Reading, span: Span, line: Line, kind: str) -> Iterator[Annotation]:
        """Things that a sentence behind a label parts with semicolons: "how it assesses risk; the welfare of staff"."""
        places = [0, *(number + 1 for number, letter in enumerate(line.text) if letter == ";"), len(line.text)]
        lines = [
            Line.of(letters, reading, span, line.start(low + line.text.startswith("A", low)), line.end(high))
            for low, high in pairwise(places)
        ]
        read = [(part, self.notes.forms.read(part, kind)) for part in lines if part.text]
        for part, found in read if all(found for _, found in read) else ():
            if found:
                yield self.notes.note(part, found, "recommendations.noun", kind, block=(line.low, line.high))

    @staticmethod
    def _bracketed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """The day in brackets behind a sentence: "Its cells should be cleaned. (By Easter)"."""
        if reading.lower.find("(", start, start + 2) < 0:
            return None
        match = DEADLINE.match(reading.lower, reading.lower.index("(", start) + 1, end)
        return match.span() if match and reading.lower.startswith(")", match.end()) else None

    def _goes_on(self, line: Line) -> Found | None:
        """A cell that goes on with the force in the cell before it: "needs to check its fire doors"."""
        first = MODAL.match(line.text)
        if not first or first.end() >= len(line.text):
            return None
        ask = self.notes.clauses.close(line, Ask(0, 0, (0, 0), first.end()))
        return Found(ask, "list", first.span()) if ask else None

    def _announced(self, reading: Reading, span: Span, labels: Sequence[Hit]) -> str | None:
        """What the paragraph above a table calls the asks in it: "We were given eight areas for improvement"."""
        above = reading.spans[span.lead - 1] if labels and span.lead > 0 else None
        if above is None or above.kind != "paragraph":
            return None
        kinds = {self.labels.kinds[hit[2]] for hit in hits_within(labels, above.start, above.end)}
        return "area_for_improvement" if kinds == {"area_for_improvement"} else None

    @staticmethod
    def _led(reading: Reading, span: Span) -> Span | None:
        """The cell of a row that goes on with the line above its table: "The force should: | Action | Due"."""
        above = reading.spans[span.lead - 1] if span.lead > 0 else None
        if above is None or above.kind in ("row", "boilerplate") or reading.text[above.end - 1] != ":":
            return None
        head = reading.spans[span.lead].cells
        for column, (start, end) in enumerate(span.cells[: len(head)]):
            if _REPLY.search(reading.lower, *head[column]):
                return None
            if end - start >= _LEAST and not _DUE.fullmatch(reading.lower, *head[column]):
                return span._replace(start=start, end=end, lead=span.lead - 1, mark="-")
        return None

    def _due(self, reading: Reading, span: Span) -> tuple[int, int] | None:
        """The cell of a row that holds a deadline."""
        due = next((cell for cell in span.cells if DEADLINE.fullmatch(reading.lower, *cell)), None)
        return due or self._dated(reading, span, reading.spans[span.lead].cells if span.lead >= 0 else ())

    @staticmethod
    def _dated(reading: Reading, span: Span, head: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """The cell of a row under "Deadline" or "Due"; behind an answer it is the day that the body sets itself."""
        for column, cell in enumerate(span.cells[: len(head)]):
            if _REPLY.search(reading.lower, *head[column]):
                return None
            if _DUE.fullmatch(reading.lower, *head[column]) and DAY.fullmatch(reading.lower, *cell):
                return cell
        return None

    def _row(
        self, reading: Reading, letters: Letters, span: Span, labels: Sequence[Hit], *, heads: bool
    ) -> Iterator[Annotation]:
        """The first cell of a row that asks; cells under a heading such as "Force response" are somebody's answer."""
        head = reading.spans[span.lead].cells if span.lead >= 0 else ()
        if any(_NO_HEAD.search(reading.lower, *cell) for cell in head):
            head = ()  # the first row of a table without headings
        kind = None
        for column, cell in enumerate(span.cells):
            label = reading.lower[slice(*head[column])] if column < len(head) else ""
            own = self.labels.of_heading(reading.lower[slice(*cell)])
            begin = self.labels.of_start(reading, *cell)
            kind = (begin[0] if begin else own) or kind or self.labels.of_heading(label)
            asked = kind is None and ASKED.match(label) is not None
            if asked or (kind is None and "what " in label and NEEDED.search(label)):
                kind = "recommendation"
            start = begin[1] if begin else cell[0]
            if figure := _FIGURE.match(reading.lower, start, cell[1]):
                start = figure.end()
            if own or cell[1] - start < _LEAST or _REPLY.search(label) or _REPLY.fullmatch(reading.lower, *cell):
                continue
            line = Line.of(letters, reading, span, start, cell[1])
            asks = self.notes.wordings.find(line)
            found = self._goes_on(line) or next(asks, None)
            if (
                found is None
                and _OPEN_HEAD.search(label)
                and self.notes.forms.imperative(line, len(line.text) - len(line.text.lstrip("t,")))
            ):
                found = self.notes.forms.read(line, kind or "recommendation")
            if kind and not heads and (found is None or found.ask.start > _NEAR):
                found = self.notes.forms.read(line, "area_for_improvement" if asked else kind)
            if found:
                due = self._due(reading, span)
                rule = "recommendations.noun" if found.how == "noun" else "recommendations.cell"
                shared = None if found.ask.deadline else due
                kind = kind or self._announced(reading, span, labels)
                yield self.notes.note(line, found, rule, kind, block=(span.start, span.end), shared=shared)
                for other in asks:
                    if not JOINED.search(line.text, found.ask.end, other.ask.start):
                        break
                    found = other
                    yield self.notes.note(line, other, rule, kind, block=(span.start, span.end), shared=shared)
            if found or begin or label:
                return
