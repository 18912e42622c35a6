"""Asks by the form of the page: items under a lead-in, what stands under a label, cells of a table.

Enters the reading with its blocks and the modals in it; leaves annotations of asks. Asks in running sentences are
found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.clauses import Ask, Clauses, note_ask
from extract.pipes.recommendations.deadlines import DEADLINE, announced, inside, leading, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit, hits_within

PERFECT = re.compile(
    r" (?:also |really |never |not )?have (?:\w+ed|been|had|to|done|known|seen|come|gone|happened|put|set|told|taken|made|kept)\b|n't\b| not\b| never\b| (?:be )?(?:expect|inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|take (?:some |great )?comfort|be proud|be congratulated|be commended|be (?:inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|compared|read|noted|remembered|said|pointed out|stressed|added|acknowledged))\b"
)
_MODAL_LEAD = re.compile(
    r"\b(?:should|must|needs? to|has to|have to|ought to|(?:told|urged|asked|advised|instructed|ordered|tells?|asks?|urges?|wants?|expects?|requires?|advises?|call(?:s|ed|ing)? (?:for|on|upon))[^.:]{0,60} to|to make sure(?: that)?|recommends?[^.:]{0,80}|recommendations?[^.:]{0,80})\b[^.:]{0,60}:$"
    r"|\b(?:has|have|had|gives?|gave|given)(?: \w+){0,4} (?:until [^:]{2,30}|(?:\w+ ){1,2}(?:months?|weeks?|days?|year)) to:$"
    r"|\b(?:should|must|needs? to|has to|have to|ought to|is to|are to|(?:told|urged|asked|advised|instructed|asks|tells|urges)[^.:]{0,60} to)(?: also| now| therefore| each| both)?$"
)
_TOLD_LEAD = re.compile(
    r"\b(?:told|ordered|asked|urged|advised|instructed|to-do list|to do list|recommend\w*|demands|orders|instructions|advice|homework|actions (?:required|needed)|must do|should do|needs? to do)\b[^.]*:$"
)
"""A lead-in whose items ask if they are in the imperative."""

_BODY_TO = re.compile(r"(?P<who>[^,;.]{3,60}?) to (?=[a-z])")
_ITEM_END = re.compile(r"(?:[;,.]|,? and|; and|; or| and)*\s*$")
_BRACKET = re.compile(r" \([^()]*\)?$")
_FINDING = re.compile(
    r"^(?:too (?:many|few|much|little)|illicit|there (?:is|are|was|were)|not all|some |many |most |the (?:force|service|prison) (?:is|was|does|did|has|had|isn't|doesn't|hasn't)\b)|\b(?:was|were|is|are|had|has|have) (?:not |too |still |often |routinely |poor|weak|inadequate|failing)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|do|will|can|cannot|said|says|found|told|identified|includes?|issued|raised|we|isn't|aren't|wasn't|doesn't|hasn't)\b"
)
_RELATIVE = re.compile(r",? (?:\w+ of )?(?:which|who|whose|that|where|when|in which|how|whether|because)\b.*$")
_NOUN = re.compile(r"\b(?:of|to|in|for|with|on|how|between|by|from|at)\b|^\w+ing\b|^(?:its|their|the)\b")
_DASHES = ("\u2013 ", "- ")
_REPLY = re.compile(
    r"\b(?:our|force|service|council|the force's|the service's) (?:response|reply|answer)\b|\bresponse\b|\bstatus\b|\bprogress\b|\bupdate\b|\baction taken\b|\bwhat we(?:'ve| have| are)\b"
)
_NEEDED = re.compile(
    r"\bwhat (?:does|do|must|should|needs?)\b.{0,60}\b(?:need to|needs to|to|must|should) (?:do|be|improve|change|happen)\b|\bwhat (?:has|needs) to (?:change|be (?:better|done)|improve)\b|\bnext steps for\b"
)


_MARKED = re.compile(
    r"\W*(?:these|they|all|both|each|all of (?:these|them)|all (?:three|four|five|six))(?:'ve| have| has| are| were| is| was)?(?: all| each| both)?(?: been)? (?:marked|labelled|classed|called|listed|recorded|described|set out|issued|given|raised|made|what it calls) (?:to us |up )?(?:as )?"
)


class Section(NamedTuple):
    """A heading that is a label, and how far it reaches.

    Args:
        kind: What it calls the asks under it.
        level: Its depth.
        last: Number of the last span that belongs to it.
        many: Whether more than one ask stands under it.
        head: Number of the heading.
        nested: Whether it has headings of its own, of its own depth.
    """

    kind: str
    level: int
    last: int
    many: bool
    head: int
    nested: bool = False


class Blocks:
    """Reads asks off the form of a page.

    Args:
        clauses: Reader of the clause around a modal.
        labels: Reader of labels such as "Area for improvement".
        actions: Verbs that open an ask in the imperative.
    """

    def __init__(self, clauses: Clauses, labels: Labels, actions: Iterable[str]) -> None:
        self.clauses = clauses
        self.labels = labels
        self.imperative = re.compile(rf"(?:also |\w+ly )?(?:{alternation(actions)})\b")

    def find(
        self, reading: Reading, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """Asks by the form of the page: items under a lead-in, what stands under a label, cells of a table."""
        section: Section | None = None
        dashed = -1
        for number, span in enumerate(reading.spans):
            if span.kind == "subheading":
                section = self._section(reading, number, span, section)
                continue
            if span.kind == "row":
                yield from self._row(reading, span, modals, mentions)
                continue
            if span.kind == "item" and span.lead >= 0:
                found = list(self._item(reading, number, span, modals, mentions, section))
                yield from found
                if section:
                    section = section._replace(last=number)
                continue
            if span.kind != "paragraph":
                continue
            if reading.text.startswith(_DASHES, span.start) and span.end - span.start > 4:
                dashed = dashed if dashed >= 0 else number - 1
                if dashed >= 0 and reading.text[reading.spans[dashed].end - 1] == ":":
                    item = span._replace(kind="item", start=span.start + 2, lead=dashed, mark="-")
                    yield from self._item(reading, number, item, modals, mentions, section)
                    continue
            else:
                dashed = -1
            if reading.text[span.end - 1] == ":":
                label = self._section(reading, number, span, None)
                if label and label.kind != "concern":
                    section = label
                    continue
            start = self.labels.of_start(reading, span.start, span.end)
            if start and start[0] != "concern":
                yield from self._labelled(reading, span, start[1], start[0], modals, mentions)
            elif section and section.kind != "concern" and number == section.last + 1:
                found = list(self._labelled(reading, span, span.start, section.kind, modals, mentions))
                yield from found
                leads = reading.text[span.start : span.end].endswith(":")
                if (found or leads) and (section.many or section.nested):
                    section = section._replace(last=number)
                elif not section.nested and span.level == 0 and not leads:
                    section = section._replace(last=-1)

    def _section(self, reading: Reading, number: int, span: Span, section: Section | None) -> Section | None:
        """The label under which stands what follows a heading: its own, or that of the heading above it."""
        lower = reading.lower[span.start : span.end].rstrip(":")
        kind = self.labels.of_heading(lower)
        if kind is None and _NEEDED.search(lower):
            kind = "recommendation"
        if kind:
            return Section(
                kind, span.level, number, many=kind == "area_for_improvement" and "areas" in lower, head=number
            )
        if section and section.many and section.last >= 0:
            if span.level > section.level:
                return section._replace(last=number)
            if span.level == section.level and (section.nested or number == section.head + 1):
                return section._replace(last=number, nested=True)
        return None

    def _labelled(
        self,
        reading: Reading,
        span: Span,
        start: int,
        kind: str,
        modals: Sequence[Hit],
        mentions: Sequence[tuple[int, int]],
    ) -> Iterator[Annotation]:
        """The paragraph under a label: its first sentence, by its modal or in the imperative."""
        sentence = reading.sentences[reading.sentence_at(start)]
        end = sentence.end
        if reading.text[start:end].rstrip().endswith(":"):
            return
        inside_modals = hits_within(modals, start, end)
        if inside_modals:
            bodies = [mention for mention in mentions if start <= mention[0] < end]
            last = start
            for modal in inside_modals:
                ask = self.clauses.around(reading, start, end, (modal[0], modal[1]), bodies)
                further = last > start and not (ask and ask.start >= last and ask.asked == "body")
                if modal[0] >= last and not further and ask and not PERFECT.match(reading.lower, modal[1]):
                    own = self.labels.of_sentence(reading, start, modal[0], None) or kind
                    yield note_ask(ask, "recommendations.labelled", span, (start, end), modal, own, block=(start, end))
                    last = ask.end
                elif last == start:
                    return
            return
        if self.imperative.match(reading.lower, start):
            stop = self._trim(reading, start, end)
            when = trailing(reading.lower, start, stop)
            ask = Ask(start, when[2] if when else stop, (start, start), (when[0], when[1]) if when else None, "list")
            yield note_ask(
                ask, "recommendations.labelled", span, (start, end), (start, start, ""), kind, block=(start, end)
            )
        elif kind == "area_for_improvement" and self._is_noun(reading.lower[start:end]) and start == span.start:
            stop = self._trim(reading, start, end)
            ask = Ask(start, stop, (start, start), None, "list")
            yield note_ask(
                ask, "recommendations.noun", span, (start, end), (start, start, ""), kind, block=(start, end)
            )

    @staticmethod
    def _is_noun(lower: str) -> bool:
        """Whether a line is a noun phrase and no sentence."""
        return 8 < len(lower) < 220 and not _FINDING.search(lower) and not _FINITE.search(_RELATIVE.sub("", lower))

    def _item(
        self,
        reading: Reading,
        number: int,
        span: Span,
        modals: Sequence[Hit],
        mentions: Sequence[tuple[int, int]],
        section: Section | None,
    ) -> Iterator[Annotation]:
        """An item of a list: by its own modal, under a lead-in that asks, or under a label."""
        lead, set_above = announced(reading, span)
        if _style(span.mark) != _style(reading.spans[min(span.lead + 1, number)].mark) and "." in span.mark:
            return  # "3. Case files" behind "(e) undertake …" is a heading
        text = reading.lower[lead.start : lead.end]
        heading = self.labels.of_heading(text.rstrip(":")) if lead.kind == "subheading" else None
        end = self._trim(reading, span.start, reading.sentences[reading.sentence_at(span.start)].end)
        own = hits_within(modals, span.start, end)
        named = self.labels.phrase.search(text) if text.endswith(":") or heading else None
        kind = heading or (self.labels.kinds[named["label"]] if named else None)
        kind = "recommendation" if kind == "cause_of_concern" else kind
        led = text.endswith(":") or lead.kind == "subheading"
        if kind is None and led and section and section.kind == "area_for_improvement" and section.last >= number - 1:
            kind = section.kind
        if kind is None and text.endswith(":"):
            kind = self._marked_after(reading, number)
        modal_lead = bool(_MODAL_LEAD.search(text))
        if own and own[0][0] - span.start < 3:  # "needs to dip-sample …" under "the force:"
            if not text.endswith(":"):
                return
            stop = self.clauses.action_end(reading.lower, own[0][1], end)
            when = trailing(reading.lower, own[0][1], stop)
            ask = Ask(
                span.start,
                when[2] if when else stop,
                (lead.start, lead.end),
                (when[0], when[1]) if when else None,
                "list",
            )
            yield note_ask(
                ask, "recommendations.item", span, (lead.start, lead.end), own[0], kind, block=(span.start, span.end)
            )
        elif (
            own
            and not (modal_lead and self.imperative.match(reading.lower, span.start))
            and (stated := self._stated(reading, span, end, own[0], mentions))
            and (not modal_lead or stated.asked == "body")
        ):
            if kind and kind != "concern":
                due = stated.deadline or (self._shared(reading, lead) if led else None)
                yield note_ask(
                    replace(stated, deadline=due),
                    "recommendations.item",
                    span,
                    (lead.start, lead.end),
                    own[0],
                    kind,
                    block=(span.start, span.end),
                )
        elif modal_lead and reading.text[span.start] not in "\"'":
            shared = set_above or self._shared(reading, lead)
            first = leading(reading.lower, span.start, end) if shared is None else None
            begin = first[2] if first else span.start
            stop = self.clauses.action_end(reading.lower, min(begin + 8, end), end)
            if end - stop < 30 and '"' not in reading.text[stop:end] and reading.text[stop : stop + 1] == ",":
                stop = end
            last = trailing(reading.lower, begin, stop) if shared is None and first is None else None
            own_due = first or last
            due = (own_due[0], own_due[1]) if own_due else shared
            ask = Ask(begin, last[2] if last else stop, (lead.start, lead.end), due, "list")
            yield note_ask(
                ask,
                "recommendations.item",
                span,
                (lead.start, lead.end),
                (lead.start, lead.end, ""),
                kind if kind != "concern" else None,
                block=(span.start, span.end),
            )
        elif kind == "area_for_improvement" and self._is_noun(reading.lower[span.start : end]):
            ask = Ask(span.start, end, (span.start, span.start), None, "list")
            yield note_ask(
                ask,
                "recommendations.noun",
                span,
                (span.start, span.end),
                (span.start, span.start, ""),
                kind,
                block=(span.start, span.end),
            )
        elif (kind == "recommendation" or _TOLD_LEAD.search(text)) and self._asking(reading, span, end, mentions):
            last = trailing(reading.lower, span.start, end)
            ask = Ask(
                span.start,
                last[2] if last else end,
                (span.start, span.start),
                (last[0], last[1]) if last else None,
                "list",
            )
            yield note_ask(
                ask,
                "recommendations.item",
                span,
                (span.start, span.end),
                (span.start, span.start, ""),
                kind,
                block=(span.start, span.end),
            )

    def _asking(self, reading: Reading, span: Span, end: int, mentions: Sequence[tuple[int, int]]) -> bool:
        """Whether an item is in the imperative, or says what a body is to do: "Kent Police to train its staff"."""
        if self.imperative.match(reading.lower, span.start):
            return True
        match = _BODY_TO.match(reading.lower, span.start, end)
        if match is None or not self.imperative.match(reading.lower, match.end()):
            return False
        named = any(match.start() <= start and stop == match.end("who") for start, stop in mentions)
        return named or bool(self.clauses.body.search(match["who"]))

    @staticmethod
    def _shared(reading: Reading, lead: Span) -> tuple[int, int] | None:
        """The deadline that a lead-in sets for all of its items: that of its last sentence."""
        last = reading.sentences[reading.sentence_at(max(lead.start, lead.end - 1))]
        return inside(reading.lower, max(lead.start, last.start), lead.end)

    def _marked_after(self, reading: Reading, number: int) -> str | None:
        """What the line below a list calls its items: "They have been marked as areas for improvement"."""
        below = number
        while below < len(reading.spans) and reading.spans[below].kind == "item":
            below += 1
        if below >= len(reading.spans) or reading.spans[below].kind != "paragraph":
            return None
        start, end = reading.spans[below].start, reading.spans[below].end
        match = _MARKED.match(reading.lower, start, end)
        label = self.labels.phrase.match(reading.lower, match.end(), end) if match else None
        return self.labels.kinds[label["label"]] if label else None

    def _stated(
        self, reading: Reading, span: Span, end: int, modal: Hit, mentions: Sequence[tuple[int, int]]
    ) -> Ask | None:
        """The clause of an item that has a subject and a modal of its own."""
        bodies = [mention for mention in mentions if span.start <= mention[0] < end]
        return self.clauses.around(reading, span.start, end, (modal[0], modal[1]), bodies)

    def _row(
        self, reading: Reading, span: Span, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """The first cell of a row that asks; cells under a heading such as "Force response" are somebody's answer."""
        head = reading.spans[span.lead].cells if span.lead >= 0 else ()
        kind = None
        for column, cell in enumerate(span.cells):
            label = reading.lower[slice(*head[column])] if column < len(head) else ""
            kind = kind or self.labels.of_heading(reading.lower[slice(*cell)])
            if _REPLY.search(label):
                continue
            own = hits_within(modals, *cell)
            if not own:
                continue
            bodies = [mention for mention in mentions if cell[0] <= mention[0] < cell[1]]
            end = cell[1]
            ask = self.clauses.around(reading, cell[0], end, (own[0][0], own[0][1]), bodies)
            if ask:
                due = ask.deadline or next(
                    (when for other in span.cells if (when := self._day(reading, other)) is not None), None
                )
                ask = replace(ask, deadline=due)
                yield note_ask(ask, "recommendations.cell", span, cell, own[0], kind, block=(span.start, span.end))
            return

    @staticmethod
    def _day(reading: Reading, cell: tuple[int, int]) -> tuple[int, int] | None:
        """The deadline that is all of a cell."""
        return cell if DEADLINE.fullmatch(reading.lower, *cell) else None

    @staticmethod
    def _trim(reading: Reading, start: int, end: int) -> int:
        """Where an item ends without its closing marks and a bracket."""
        text = reading.text[start:end]
        text = text[: _ITEM_END.search(text).start()]  # type: ignore[union-attr]
        bracket = _BRACKET.search(text)
        return start + (bracket.start() if bracket else len(text))


def _style(mark: str) -> str:
    """Whether the mark of an item is a figure, a letter or a bullet."""
    plain = mark.strip("().")
    return "figure" if plain.isdecimal() else "letter" if plain.isalpha() else "bullet"
