"""Asks: what an inspectorate says that a body must, should or needs to do.

Enters the reading, the modals in it and the forces; leaves one annotation a mention, with its deadline, its kind and
what speaks for or against its being the inspectorate's. Whose voice it is and which mentions are one ask is settled in
`assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.recommendations.clauses import Ask, Clauses
from extract.pipes.recommendations.deadlines import inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit, hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item", "headline", "row"))
_PERFECT = re.compile(r" (?:also |really |never |not )?have (?:\w+ed|been|had|to|done|known|seen|come|gone|happened|put|set|told|taken|made|kept)\b|n't\b| not\b| never\b| (?:be )?(?:expect|inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|take (?:some |great )?comfort|be proud|be congratulated|be commended|be (?:inspected|published|visited|re-?inspected|appointed|held|discussed|announced|released|compared|read|noted))\b")
_UNSURE = re.compile(r"\b(?:may|might|would|could|will|if|whether|did not|didn't|does not|doesn't|do not|don't|what|why|how) (?:\w+ ){0,4}$")
_LEAD = re.compile(
    r"\b(?:should|must|needs? to|has to|have to|ought to|is to|are to|that|to|make sure(?: that)?|ensure(?: that)?|recommends?|recommended|recommendations(?: are| were)?(?: that| as follows| below)?|following(?: \w+)*|as follows|asks?|steps|actions|tells? it to|told it to|wants? it to)(?:,? (?:also|now|therefore|immediately|urgently))?\s*[:\u2013-]?\s*:$"
)
_MODAL_LEAD = re.compile(r"\b(?:should|must|needs? to|has to|have to|ought to|(?:told|urged|asked|advised|instructed|tells?|asks?|urges?|wants?)[^.:]{0,60} to|to make sure(?: that)?|recommends?[^.:]{0,80}|recommendations?[^.:]{0,80})\b[^.:]{0,60}:$")
_ITEM_END = re.compile(r"(?:[;,.]|,? and|; and|; or| and)*\s*$")
_BRACKET = re.compile(r" \([^()]*\)?$")
_WANTS = re.compile(
    r"\b(?P<who>[a-z' ]{2,40}?) (?:also )?(?P<verb>wants?|wanted|would like|expects?) (?P<object>(?:us|the|its|all|every|each|both|more|officers|staff|supervisors|leaders|it|them|better|to see)\b[^.;:]{3,200})"
)
_IMPERATIVE = re.compile(r"(?:take|make|ensure|improve|review|develop|provide|train|set|put|reduce|increase|record|publish|clear|introduce|establish|check|agree|stop|carry|work|use|give|write|adopt|revise|update|implement|monitor|assess|evaluate|address|appoint|bring|create|complete|consider|strengthen|share|tell|begin|start|end|draw|find|fit|fill|hold|identify|keep|allocate|audit|collect|commission|conduct|deliver|design|ask|invest|issue|limit|maintain|manage|plan|prepare|prioritise|produce|protect|recruit|remove|replace|report|require|restore|supervise|support|test|track|understand|visit|embed|consult|clarify|communicate|collate|arrange|act|analyse|amend|build|cut|shorten|speed|raise|rank|offer|open|run|seek|send|show|standardise|spend|simplify)\b")
_FINDING = re.compile(r"^(?:too (?:many|few|much|little)|illicit|there (?:is|are|was|were)|not all|some |many |most |the (?:force|service|prison) (?:is|was|does|did|has|had|isn't|doesn't|hasn't)\b)|\b(?:was|were|is|are|had|has|have) (?:not |too |still |often |routinely |poor|weak|inadequate|failing)")
_REPLY = re.compile(r"\b(?:our|force|service|council|the force's|the service's) (?:response|reply|answer)\b|\bresponse\b|\bstatus\b|\bprogress\b|\bupdate\b|\baction taken\b|\bwhat we(?:'ve| have| are)\b")


class Recommendations(Pipe):
    """The pipe of the field `recommendations`.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    key = "recommendations"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.clauses = Clauses(cues)
        self.labels = Labels(cues["labels"])
        self.told = re.compile(
            rf"(?P<aux>\b(?:was|were|is|are|been|being|be)(?: (?:also|now|both|all|then))? )?(?P<verb>{alternation(cues['told'])})(?= \w)"
        )
        self.tells = re.compile(rf"\b(?P<verb>{alternation(cues['tells'])}) (?P<object>(?:the |all |both |its |every )?[\w'&., -]{{2,70}}?) (?P<to>to) (?=\w)")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of asks, in the order of the text."""
        reading = reading_of(doc)
        modals, asks = hits_of(doc, "modal"), hits_of(doc, "ask")
        mentions = [(note.start, note.end) for note in annotations_of(doc, "forces")]
        taken: list[tuple[int, int]] = []
        found: list[Annotation] = []
        for note in self._blocks(reading, modals, mentions):
            found.append(note)
            taken.append((note.attributes["block"][0], note.attributes["block"][1]))
        for number, sentence in enumerate(reading.sentences):
            span = reading.spans[sentence.span]
            if span.kind not in _READ or any(start <= sentence.start < end for start, end in taken):
                continue
            if _OWN_ANSWER.match(reading.lower, span.start, span.end):
                continue
            above = reading.sentences[number - 1] if number and sentence.span - reading.sentences[number - 1].span <= 1 else None
            inside_sentence = [mention for mention in mentions if sentence.start <= mention[0] < sentence.end]
            found += self._sentence(reading, span, sentence.start, sentence.end, modals, asks, inside_sentence, (above.start, above.end) if above else None)
        yield from sorted(found, key=lambda note: (note.start, note.end))

    def _sentence(
        self, reading: Reading, span: Span, low: int, high: int, modals: Sequence[Hit], asks: Sequence[Hit],
        bodies: Sequence[tuple[int, int]], above: tuple[int, int] | None,
    ) -> Iterator[Annotation]:
        """Asks in a sentence: by a modal, or passed on by a verb."""
        last = low
        for modal in hits_within(modals, low, high):
            if modal[0] < last or _PERFECT.match(reading.lower, modal[1]) or _UNSURE.search(reading.lower[max(low, modal[0] - 40) : modal[0]]):
                continue
            if modal[2] in ("is to", "are to") and not reading.lower.startswith(" be ", modal[1]) and not _PLAIN_SUBJECT.search(reading.lower[low : modal[0]]):
                continue
            if reading.lower[high - 1] in "?:" and not reading.text[high - 2 : high].startswith('"'):
                continue
            if modal[2] in ("had to", "have to", "has to") and _HAVE.search(reading.lower[low : modal[0]]):
                continue
            ask = self.clauses.around(reading, low, high, (modal[0], modal[1]), bodies)
            if ask is None:
                continue
            last = ask.end
            label = self.labels.of_sentence(reading, low, modal[0], above)
            yield self._note(ask, "recommendations.modal", span, (low, high), modal, label)
        if hits_within(asks, low, high):
            yield from self._passed_on(reading, span, low, high, bodies, above)

    def _passed_on(
        self, reading: Reading, span: Span, low: int, high: int, bodies: Sequence[tuple[int, int]], above: tuple[int, int] | None
    ) -> Iterator[Annotation]:
        lower = reading.lower
        label = None
        for match in self.told.finditer(lower, low, high):
            modal = (match.start(), match.end(), match["verb"])
            if not match["aux"] and span.kind != "headline":
                continue
            label = self.labels.of_sentence(reading, low, match.start(), above)
            auxiliary = _AUXILIARY.search(lower, low, match.start())
            ask = self.clauses.around(reading, low, high, (auxiliary.start() if auxiliary else match.start(), match.end()), bodies)
            if ask and ask.end - match.end() > 6:
                yield self._note(ask, "recommendations.told", span, (low, high), modal, label)
        for match in self.tells.finditer(lower, low, high):
            subject = match.span("object")
            if not (any(subject[0] <= body[0] < subject[1] for body in bodies) or self.clauses.body.search(lower[slice(*subject)]) or lower[slice(*subject)] == "us"):
                continue
            modal = (match.start("verb"), match.end("verb"), match["verb"])
            end = self.clauses.action_end(lower, match.end("to"), high)
            last = trailing(lower, match.end("to"), end)
            when = (last[0], last[1]) if last else inside(lower, match.end("to"), end)
            end = last[2] if last else end
            if end - match.end("to") < 6 or lower.startswith(("first", "i ", "nothing"), subject[0]) or self.clauses.general.fullmatch(lower[match.end("to") + 1 : end]):
                continue
            wants = match["verb"] in ("wants", "want", "wanted", "would like")
            start = self._clause_start(lower, low, match.start()) if wants else subject[0]
            ask = Ask(start, end, subject, when, "body")
            yield self._note(ask, "recommendations.tells", span, (low, high), modal, label)
        done = _DONE.search(lower, low, high)
        if done:
            start = self._clause_start(lower, low, done.start())
            last = trailing(lower, done.end("object"), done.end())
            when = inside(lower, done.start(), min(high, done.end() + 40))
            ask = Ask(start, last[2] if last else done.end(), done.span("object"), when, "other")
            yield self._note(ask, "recommendations.wants", span, (low, high), (done.start("verb"), done.end("verb"), "want"), label)

    @staticmethod
    def _clause_start(lower: str, low: int, at: int) -> int:
        match = _CLAUSE_BEFORE.search(lower[low:at].rstrip())
        return low + match.start("who") if match else low

    def _blocks(self, reading: Reading, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]) -> Iterator[Annotation]:
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
        self, reading: Reading, span: Span, start: int, kind: str, modals: Sequence[Hit], mentions: Sequence[tuple[int, int]]
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
            if ask and not _PERFECT.match(reading.lower, modal[1]):
                yield self._note(ask, "recommendations.labelled", span, (start, end), modal, kind, block=(start, end))
            return
        if _IMPERATIVE.match(reading.lower, start):
            stop = self._trim(reading, start, end)
            when = trailing(reading.lower, start, stop)
            ask = Ask(start, when[2] if when else stop, (start, start), (when[0], when[1]) if when else None, "list")
            yield self._note(ask, "recommendations.labelled", span, (start, end), (start, start, ""), kind, block=(start, end))

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
            ask = Ask(span.start, when[2] if when else stop, (lead.start, lead.end), (when[0], when[1]) if when else None, "list")
            yield self._note(ask, "recommendations.item", span, (lead.start, lead.end), own[0], kind, block=(span.start, span.end))
        elif own and (stated := self._stated(reading, span, end, own[0], mentions)) and (not modal_lead or stated.asked == "body"):
            if kind and kind != "concern":
                yield self._note(stated, "recommendations.item", span, (lead.start, lead.end), own[0], kind, block=(span.start, span.end))
        elif modal_lead and reading.text[span.start] not in "\"'":
            stop = self.clauses.action_end(reading.lower, min(span.start + 8, end), end)
            stop = end if end - stop < 30 and '"' not in reading.text[stop:end] and reading.text[stop : stop + 1] == "," else stop
            shared = inside(reading.lower, lead.start, lead.end)
            last = trailing(reading.lower, span.start, stop) if shared is None else None
            when = (last[0], last[1]) if last else shared
            ask = Ask(span.start, last[2] if last else stop, (lead.start, lead.end), when, "list")
            yield self._note(ask, "recommendations.item", span, (lead.start, lead.end), (lead.start, lead.end, ""), kind if kind != "concern" else None, block=(span.start, span.end))
        elif kind == "area_for_improvement" and not _FINDING.search(reading.lower[span.start : end]):
            ask = Ask(span.start, end, (span.start, span.start), None, "list")
            yield self._note(ask, "recommendations.noun", span, (span.start, span.end), (span.start, span.start, ""), kind, block=(span.start, span.end))
        elif kind == "recommendation" and _IMPERATIVE.match(reading.lower, span.start):
            last = trailing(reading.lower, span.start, end)
            ask = Ask(span.start, last[2] if last else end, (span.start, span.start), (last[0], last[1]) if last else None, "list")
            yield self._note(ask, "recommendations.item", span, (span.start, span.end), (span.start, span.start, ""), kind, block=(span.start, span.end))

    def _stated(self, reading: Reading, span: Span, end: int, modal: Hit, mentions: Sequence[tuple[int, int]]) -> Ask | None:
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
                yield self._note(ask, "recommendations.cell", span, cell, own[0], kind, block=(span.start, span.end))
            return

    @staticmethod
    def _trim(reading: Reading, start: int, end: int) -> int:
        """Where an item ends without its closing marks and a bracket."""
        text = reading.text[start:end]
        text = text[: _ITEM_END.search(text).start()]  # type: ignore[union-attr]
        bracket = _BRACKET.search(text)
        return start + (bracket.start() if bracket else len(text))

    @staticmethod
    def _note(
        ask: Ask, rule: str, span: Span, sentence: tuple[int, int], modal: Hit, kind: str | None, *, block: tuple[int, int] | None = None
    ) -> Annotation:
        return Annotation(
            "ask", ask.start, ask.end, rule,
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


_PLAIN_SUBJECT = re.compile(r"(?:^|[.;:] |that |and )(?:it|they|the (?:force|service|constabulary|brigade|chief constable|chief fire officer|prison|governor)) $")
_NEEDED = re.compile(r"\bwhat (?:does|do|must|should|needs?)\b.{0,60}\b(?:need to|needs to|to|must|should) (?:do|be|improve|change|happen)\b|\bwhat (?:has|needs) to (?:change|be (?:better|done)|improve)\b|\bnext steps for\b")
_OWN_ANSWER = re.compile(r"\W*(?:our|the (?:force|service|council|constabulary)'s|force|service|pcc|chief constable's?) (?:response|reply|answer|action|update|progress|comment)s?\b[^.]{0,24}[:\u2013]|\W*(?:response|reply|update|action taken|progress)\s*:")
_HAVE = re.compile(r"\b(?:have|has|had|'ve|'d)(?: \w+)? $")
_CLAUSE_BEFORE = re.compile(r"(?:^|[;,.] (?:and |but )?)(?P<who>[^,;.]{2,50})$")
_AUXILIARY = re.compile(r"\b(?:has|have|had)?(?: also| now| both)? ?(?:was|were|is|are|been|being|be)? ?(?:also |now |both |all |then )*$")
_DONE = re.compile(
    r"\b(?P<verb>wants?|wanted) (?P<object>(?:the|its|all|every|each|both|more|their) [^.;:,]{4,120}?) (?P<done>[a-z]+(?:ed|en|done|put|cut|met|brought|made|built))(?= by\b| before\b| within\b|[.,;]|$)"
)
