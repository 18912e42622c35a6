"""Asks by the form of the page: items under a lead-in, what stands under a label, cells of a table.

Enters the reading with its blocks and the modals in it; leaves annotations of asks. Asks in running sentences are
found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.clauses import Ask, Clauses
from extract.pipes.recommendations.deadlines import inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit, hits_within

PERFECT = re.compile(
    r" (?:also |really |never |not )?have (?:\w+ed|been|had|to|done|known|seen|come|gone|happened|put|set|told|taken|made|kept)\b|n't\b| not\b| never\b| (?:be )?(?:expect|inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|take (?:some |great )?comfort|be proud|be congratulated|be commended|be (?:inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|compared|read|noted|remembered|said|pointed out|stressed|added|acknowledged))\b"
)
_MODAL_LEAD = re.compile(
    r"\b(?:should|must|needs? to|has to|have to|ought to|(?:told|urged|asked|advised|instructed|tells?|asks?|urges?|wants?)[^.:]{0,60} to|to make sure(?: that)?|recommends?[^.:]{0,80}|recommendations?[^.:]{0,80})\b[^.:]{0,60}:$"
)
_ITEM_END = re.compile(r"(?:[;,.]|,? and|; and|; or| and)*\s*$")
_BRACKET = re.compile(r" \([^()]*\)?$")
_IMPERATIVE = re.compile(
    r"(?:take|make|ensure|improve|review|develop|provide|train|set|put|reduce|increase|record|publish|clear|introduce|establish|check|agree|stop|carry|work|use|give|write|adopt|revise|update|implement|monitor|assess|evaluate|address|appoint|bring|create|complete|consider|strengthen|share|tell|begin|start|end|draw|find|fit|fill|hold|identify|keep|allocate|audit|collect|commission|conduct|deliver|design|ask|invest|issue|limit|maintain|manage|plan|prepare|prioritise|produce|protect|recruit|remove|replace|report|require|restore|supervise|support|test|track|understand|visit|embed|consult|clarify|communicate|collate|arrange|act|analyse|amend|build|cut|shorten|speed|raise|rank|offer|open|run|seek|send|show|standardise|spend|simplify)\b"
)
_FINDING = re.compile(
    r"^(?:too (?:many|few|much|little)|illicit|there (?:is|are|was|were)|not all|some |many |most |the (?:force|service|prison) (?:is|was|does|did|has|had|isn't|doesn't|hasn't)\b)|\b(?:was|were|is|are|had|has|have) (?:not |too |still |often |routinely |poor|weak|inadequate|failing)"
)
_REPLY = re.compile(
    r"\b(?:our|force|service|council|the force's|the service's) (?:response|reply|answer)\b|\bresponse\b|\bstatus\b|\bprogress\b|\bupdate\b|\baction taken\b|\bwhat we(?:'ve| have| are)\b"
)
_NEEDED = re.compile(
    r"\bwhat (?:does|do|must|should|needs?)\b.{0,60}\b(?:need to|needs to|to|must|should) (?:do|be|improve|change|happen)\b|\bwhat (?:has|needs) to (?:change|be (?:better|done)|improve)\b|\bnext steps for\b"
)


class Blocks:
    """Reads asks off the form of a page.

    Args:
        clauses: Reader of the clause around a modal.
        labels: Reader of labels such as "Area for improvement".
    """

    def __init__(self, clauses: Clauses, labels: Labels) -> None:
        self.clauses = clauses
        self.labels = labels

    def find(
        self, reading: Reading, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """Asks by the form of the page: items under a lead-in, what stands under a label, cells of a table."""
        heading: tuple[str, int] | None = None
        for number, span in enumerate(reading.spans):
            if span.kind == "subheading":
                kind = self.labels.of_heading(reading.lower[span.start : span.end])
                if kind is None and _NEEDED.search(reading.lower, span.start, span.end):
                    kind = "recommendation"
                heading = (kind, number) if kind else None
                continue
            if span.kind == "row":
                yield from self._row(reading, span, modals, mentions)
                continue
            if span.kind == "item" and span.lead >= 0:
                yield from self._item(reading, number, span, modals, mentions)
                continue
            if span.kind != "paragraph":
                continue
            start = self.labels.of_start(reading, span.start, span.end)
            if start and start[0] != "concern":
                yield from self._labelled(reading, span, start[1], start[0], modals, mentions)
            elif heading and number == heading[1] + 1 and heading[0] != "concern":
                yield from self._labelled(reading, span, span.start, heading[0], modals, mentions)

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
            modal = inside_modals[0]
            ask = self.clauses.around(reading, start, end, (modal[0], modal[1]), bodies)
            if ask and not PERFECT.match(reading.lower, modal[1]):
                yield note_ask(ask, "recommendations.labelled", span, (start, end), modal, kind, block=(start, end))
            return
        if _IMPERATIVE.match(reading.lower, start):
            stop = self._trim(reading, start, end)
            when = trailing(reading.lower, start, stop)
            ask = Ask(start, when[2] if when else stop, (start, start), (when[0], when[1]) if when else None, "list")
            yield note_ask(
                ask, "recommendations.labelled", span, (start, end), (start, start, ""), kind, block=(start, end)
            )

    def _item(
        self, reading: Reading, number: int, span: Span, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        lead = reading.spans[span.lead]
        text = reading.lower[lead.start : lead.end]
        heading = self.labels.of_heading(text.rstrip(":")) if lead.kind == "subheading" else None
        end = self._trim(reading, span.start, reading.sentences[reading.sentence_at(span.start)].end)
        own = hits_within(modals, span.start, end)
        named = self.labels.phrase.search(text) if text.endswith(":") or heading else None
        kind = heading or (self.labels.kinds[named["label"]] if named else None)
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
            and (stated := self._stated(reading, span, end, own[0], mentions))
            and (not modal_lead or stated.asked == "body")
        ):
            if kind and kind != "concern":
                yield note_ask(
                    stated,
                    "recommendations.item",
                    span,
                    (lead.start, lead.end),
                    own[0],
                    kind,
                    block=(span.start, span.end),
                )
        elif modal_lead and reading.text[span.start] not in "\"'":
            stop = self.clauses.action_end(reading.lower, min(span.start + 8, end), end)
            stop = (
                end
                if end - stop < 30 and '"' not in reading.text[stop:end] and reading.text[stop : stop + 1] == ","
                else stop
            )
            shared = inside(reading.lower, lead.start, lead.end)
            last = trailing(reading.lower, span.start, stop) if shared is None else None
            due = (last[0], last[1]) if last else shared
            ask = Ask(span.start, last[2] if last else stop, (lead.start, lead.end), due, "list")
            yield note_ask(
                ask,
                "recommendations.item",
                span,
                (lead.start, lead.end),
                (lead.start, lead.end, ""),
                kind if kind != "concern" else None,
                block=(span.start, span.end),
            )
        elif kind == "area_for_improvement" and not _FINDING.search(reading.lower[span.start : end]):
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
        elif kind == "recommendation" and _IMPERATIVE.match(reading.lower, span.start):
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
                yield note_ask(ask, "recommendations.cell", span, cell, own[0], kind, block=(span.start, span.end))
            return

    @staticmethod
    def _trim(reading: Reading, start: int, end: int) -> int:
        """Where an item ends without its closing marks and a bracket."""
        text = reading.text[start:end]
        text = text[: _ITEM_END.search(text).start()]  # type: ignore[union-attr]
        bracket = _BRACKET.search(text)
        return start + (bracket.start() if bracket else len(text))


def note_ask(
    ask: Ask,
    rule: str,
    span: Span,
    sentence: tuple[int, int],
    modal: Hit,
    kind: str | None,
    *,
    block: tuple[int, int] | None = None,
) -> Annotation:
    """The annotation of an ask."""
    return Annotation(
        "ask",
        ask.start,
        ask.end,
        rule,
        {
            "kind": kind,
            "deadline": list(ask.deadline) if ask.deadline else None,
            "subject": list(ask.subject),
            "asked": ask.asked,
            "sentence": list(sentence),
            "modal": [modal[0], modal[1]],
            "headline": span.kind == "headline",
            "block": list(block) if block else list(sentence),
        },
        ((modal[0], modal[1], modal[2]),) if modal[1] > modal[0] else (),
    )
