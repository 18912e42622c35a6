"""Asks: what an inspectorate says that a body must, should or needs to do.

Enters the reading, the modals in it and the forces; leaves one annotation a mention, with its deadline, its kind and
what speaks for or against its being the inspectorate's. Whose voice it is and which mentions are one ask is settled in
`assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from extract.document.dates import NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.recommendations.blocks import PERFECT, Blocks, note_ask
from extract.pipes.recommendations.clauses import Ask, Clauses
from extract.pipes.recommendations.deadlines import inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit, hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item", "headline", "row"))
_UNSURE = re.compile(
    r"\b(?:may|might|would|could|will|if|whether|did not|didn't|does not|doesn't|do not|don't|what|why|how) (?:\w+ ){0,4}$"
)


class Recommendations(Pipe):
    """The pipe of the field `recommendations`.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    key = "recommendations"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.clauses = Clauses(cues)
        self.labels = Labels(cues["labels"])
        self.blocks = Blocks(self.clauses, self.labels)
        self.told = re.compile(
            rf"(?P<aux>\b(?:was|were|is|are|been|being|be)(?: (?:also|now|both|all|then))? )?(?P<verb>{alternation(cues['told'])})(?= \w)"
        )
        self.that = re.compile(
            rf"\b(?:{alternation(cues['that'])}) (?P<subject>(?:the |all |both |its |every )?[\w'& -]{{2,60}}?) (?P<verb>(?!should|must|ought|has|have|needs?|had|was|were|is|are|and|police|fire|constabulary|service)[a-z]{{3,}})(?= \w)"
        )
        self.tells = re.compile(
            rf"\b(?P<verb>{alternation(cues['tells'])}) (?P<object>(?:the |all |both |its |every )?[\w'&., -]{{2,70}}?) (?P<to>to) (?=\w)"
        )

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of asks, in the order of the text."""
        reading = reading_of(doc)
        modals, asks = hits_of(doc, "modal"), hits_of(doc, "ask")
        mentions = [(note.start, note.end) for note in annotations_of(doc, "forces")]
        taken: list[tuple[int, int]] = []
        found: list[Annotation] = []
        for note in self.blocks.find(reading, modals, mentions):
            found.append(note)
            taken.append((note.attributes["block"][0], note.attributes["block"][1]))
        for number, sentence in enumerate(reading.sentences):
            span = reading.spans[sentence.span]
            if span.kind not in _READ or any(start <= sentence.start < end for start, end in taken):
                continue
            if _OWN_ANSWER.match(reading.lower, span.start, span.end):
                continue
            above = (
                reading.sentences[number - 1]
                if number and sentence.span - reading.sentences[number - 1].span <= 1
                else None
            )
            inside_sentence = [mention for mention in mentions if sentence.start <= mention[0] < sentence.end]
            found += self._sentence(
                reading,
                span,
                sentence.start,
                sentence.end,
                modals,
                asks,
                inside_sentence,
                (above.start, above.end) if above else None,
            )
        yield from sorted(found, key=lambda note: (note.start, note.end))

    def _sentence(
        self,
        reading: Reading,
        span: Span,
        low: int,
        high: int,
        modals: Sequence[Hit],
        asks: Sequence[Hit],
        bodies: Sequence[tuple[int, int]],
        above: tuple[int, int] | None,
    ) -> Iterator[Annotation]:
        """Asks in a sentence: by a modal, or passed on by a verb."""
        last = low
        for modal in hits_within(modals, low, high):
            if (
                modal[0] < last
                or PERFECT.match(reading.lower, modal[1])
                or _UNSURE.search(reading.lower[max(low, modal[0] - 40) : modal[0]])
            ):
                continue
            if (
                modal[2] in ("is to", "are to")
                and not reading.lower.startswith(" be ", modal[1])
                and not _PLAIN_SUBJECT.search(reading.lower[low : modal[0]])
            ):
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
            yield note_ask(ask, "recommendations.modal", span, (low, high), modal, label)
        if hits_within(asks, low, high):
            yield from self._passed_on(reading, span, low, high, bodies, above)

    def _passed_on(
        self,
        reading: Reading,
        span: Span,
        low: int,
        high: int,
        bodies: Sequence[tuple[int, int]],
        above: tuple[int, int] | None,
    ) -> Iterator[Annotation]:
        lower = reading.lower
        label = None
        for match in self.told.finditer(lower, low, high):
            modal = (match.start(), match.end(), match["verb"])
            if (not match["aux"] and span.kind != "headline") or lower[high - 1] == ":":
                continue
            label = self.labels.of_sentence(reading, low, match.start(), above)
            auxiliary = _AUXILIARY.search(lower, low, match.start())
            ask = self.clauses.around(
                reading, low, high, (auxiliary.start() if auxiliary else match.start(), match.end()), bodies
            )
            if ask and ask.end - match.end() > 6:
                yield note_ask(ask, "recommendations.told", span, (low, high), modal, label)
        for match in _UNTIL.finditer(lower, low, high):
            modal = (match.start(), match.end(), "has until")
            ask = self.clauses.around(reading, low, high, (match.start(), match.end()), bodies)
            if ask and ask.end - match.end() > 6 and ask.asked == "body":
                label = self.labels.of_sentence(reading, low, match.start(), above)
                when = inside(lower, match.start(), match.end())
                yield note_ask(
                    replace(ask, deadline=ask.deadline or when), "recommendations.until", span, (low, high), modal, label
                )
        for match in self.that.finditer(lower, low, high):
            subject = match.span("subject")
            if not any(subject[0] <= body[0] < subject[1] for body in bodies) and not self.clauses.body.search(
                match["subject"]
            ):
                continue
            end = self.clauses.action_end(lower, match.end(), high)
            last = trailing(lower, match.end(), end)
            when = (last[0], last[1]) if last else inside(lower, match.end(), end)
            ask = Ask(subject[0], last[2] if last else end, subject, when, "body")
            yield note_ask(ask, "recommendations.that", span, (low, high), match.span("verb") + ("that",), label)
        for match in self.tells.finditer(lower, low, high):
            subject = match.span("object")
            if match["object"].startswith("that ") or self.clauses.more.search(match["object"]):
                continue
            if not (
                any(subject[0] <= body[0] < subject[1] for body in bodies)
                or (match["verb"] in ("wants", "want", "wanted", "would like") and _TO_BE.match(lower, match.end("to")))
                or self.clauses.body.search(lower[slice(*subject)])
                or lower[slice(*subject)] == "us"
            ):
                continue
            modal = (match.start("verb"), match.end("verb"), match["verb"])
            end = self.clauses.action_end(lower, match.end("to"), high)
            last = trailing(lower, match.end("to"), end)
            when = (last[0], last[1]) if last else inside(lower, match.end("to"), end)
            end = last[2] if last else end
            if (
                end - match.end("to") < 6
                or lower.startswith(("first", "i ", "nothing", "improvement"), subject[0])
                or self.clauses.general.fullmatch(lower[match.end("to") + 1 : end])
            ):
                continue
            wants = match["verb"] in ("wants", "want", "wanted", "would like")
            start = self._clause_start(lower, low, match.start()) if wants else subject[0]
            ask = Ask(start, end, subject, when, "body")
            yield note_ask(ask, "recommendations.tells", span, (low, high), modal, label)
        done = _DONE.search(lower, low, high)
        if done:
            start = self._clause_start(lower, low, done.start())
            last = trailing(lower, done.end("object"), done.end())
            when = inside(lower, done.start(), min(high, done.end() + 40))
            ask = Ask(start, last[2] if last else done.end(), done.span("object"), when, "other")
            yield note_ask(
                ask, "recommendations.wants", span, (low, high), (done.start("verb"), done.end("verb"), "want"), label
            )

    @staticmethod
    def _clause_start(lower: str, low: int, at: int) -> int:
        match = _CLAUSE_BEFORE.search(lower[low:at].rstrip())
        return low + match.start("who") if match else low


_PLAIN_SUBJECT = re.compile(
    r"(?:^|[.;:] |that |and )(?:it|they|the (?:force|service|constabulary|brigade|chief constable|chief fire officer|prison|governor)) $"
)
_OWN_ANSWER = re.compile(
    r"\W*(?:our|the (?:force|service|council|constabulary)'s|force|service|pcc|chief constable's?) (?:response|reply|answer|action|update|progress|comment)s?\b[^.]{0,24}[:\u2013]|\W*(?:response|reply|update|action taken|progress)\s*:"
)
_UNTIL = re.compile(
    rf"\b(?:now |also )?(?:has|have|had|gets?) (?:only |just |now )?(?:until [^.,;:]{{2,30}}?|(?:{NUMBER}|a|another|a further) (?:months?|weeks?|days?|years?))(?: in which)? to(?= \w)"
)
_TO_BE = re.compile(r" be (?:\w+ly )?\w+(?:ed|en|n|t)\b")
_HAVE = re.compile(r"\b(?:have|has|had|'ve|'d)(?: \w+)? $")
_CLAUSE_BEFORE = re.compile(r"(?:^|[;,.] (?:and |but )?)(?P<who>[^,;.]{2,50})$")
_AUXILIARY = re.compile(
    r"\b(?:has|have|had)?(?: also| now| both)? ?(?:was|were|is|are|been|being|be)? ?(?:also |now |both |all |then )*$"
)
_DONE = re.compile(
    r"\b(?P<verb>wants?|wanted) (?P<object>(?:the|its|all|every|each|both|more|their) [^.;:,]{4,120}?) (?P<done>[a-z]+(?:ed|en|done|put|cut|met|brought|made|built))(?= by\b| before\b| within\b|[.,;]|$)"
)
