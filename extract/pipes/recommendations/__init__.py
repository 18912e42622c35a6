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

from extract.document.dates import COUNT, NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.recommendations.blocks import PERFECT, Blocks, note_ask
from extract.pipes.recommendations.clauses import Ask, Clauses
from extract.pipes.recommendations.deadlines import DEADLINE, inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit, hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item", "headline", "row"))
_UNSURE = re.compile(
    r"\b(?:(?<!\bby )(?<!\bin )(?<!\bof )may(?! (?:19|20)\d\d)|might|would|could|will|if|whether|did not|didn't|does not|doesn't|do not|don't|what|why|how) (?:\w+ ){0,4}$"
    r"|\b(?:(?:of|about|over|on|for|in|by|to|know|knew|understand|decide|unsure|clear) (?:which|who|whom|when|where|how)|which \w+|whether) (?:it|they|he|she|the (?:\w+ )?\w+) (?:\w+ )?$"
)


def _forms(verb: str) -> str:
    """A verb as a pattern, with the ending of the third person."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies)"
    return verb + ("(?:es)?" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s?")


class Recommendations(Pipe):
    """The pipe of the field `recommendations`.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    key = "recommendations"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.clauses = Clauses(cues)
        self.labels = Labels(cues["labels"])
        self.blocks = Blocks(self.clauses, self.labels, cues["actions"])
        passed = alternation(verb.removesuffix(" to") for verb in cues["told"] if verb.endswith(" to"))
        bare = alternation(verb for verb in cues["told"] if not verb.endswith(" to"))
        self.told = re.compile(
            rf"(?P<aux>\b(?:was|were|is|are|been|being|be)(?: (?:also|now|both|all|then))? )?(?P<verb>(?:{passed})(?:, [^,;.]{{3,60}},)? to|{bare})(?= \w)"
        )
        subject = r"(?P<subject>(?:the |all |both |its |every |each )?[\w'\"& -]{2,60}?)"
        actions = "|".join(_forms(verb) for verb in sorted(cues["actions"], key=lambda verb: (-len(verb), verb)))
        improvement = alternation(label for label, kind in cues["labels"].items() if kind == "area_for_improvement")
        self.named = re.compile(
            r"(?P<area>"
            rf"\b(?:among|one of|two of) (?:the |its |their |these |those |{NUMBER} )*(?:{improvement}) (?:is|are|was|were) "
            rf"|\b(?:the|its|these|both|{NUMBER}) (?:\w+ )?(?:{improvement}) (?:are|were|include|included|is|was|cover|covered)(?::| that)? "
            rf"|\b(?:{improvement})(?:, including |, among them |: ))"
            r"|\brecommendations? (?:include|included|includes|is|are|were|was)(?::| also)? (?=\w+ing\b)|\brecommend(?:s|ed)? (?=(?!being|having)\w+ing\b)"
            rf"|\b(?:recommend(?:s|ed)?|call(?:s|ed) for) (?=an? (?:\w+ ){{0,2}}(?:{alternation(cues['things'])})\b)"
        )
        self.that = re.compile(
            rf"\b(?:{alternation(cues['that'])}) (?:that,? (?:(?P<when>{DEADLINE.pattern}),? )?{subject} (?P<verb>(?:be|is|are) \w+(?:ed|en|n|t)|{actions})(?= \w)"
            rf"|{subject.replace('<subject>', '<bare>')} (?:also |now )?(?P<action>{actions})(?= \w))"
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
            before = found[-1] if found and above and above.start <= found[-1].start < above.end else None
            new = list(
                self._sentence(
                    reading,
                    span,
                    sentence.start,
                    sentence.end,
                    modals,
                    asks,
                    inside_sentence,
                    (above.start, above.end) if above else None,
                )
            )
            kind = (
                before.attributes["kind"]
                if before and above and reading.sentences[number - 1].span == sentence.span
                else None
            )
            if kind and _ALSO.match(reading.lower, sentence.start):
                for note in new:
                    note.attributes["kind"] = note.attributes["kind"] or kind
            found += new
            found += self._nouns(reading, span, sentence.start, sentence.end, new)
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
        last, first = low, None
        for modal in hits_within(modals, low, high):
            if (
                modal[0] < last
                or (PERFECT.match(reading.lower, modal[1]) and not self._by_then(reading.lower, low, modal))
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
            if first and ask.deadline is None and _JOINED.search(reading.lower, last, ask.start):
                ask = replace(ask, deadline=first)
            if ask.deadline and ask.deadline[1] <= ask.start and last == low:
                first = ask.deadline
            last = ask.end
            label = self.labels.of_sentence(reading, low, modal[0], above)
            yield note_ask(ask, "recommendations.modal", span, (low, high), modal, label)
        if hits_within(asks, low, high):
            yield from self._passed_on(reading, span, low, high, bodies, above)

    def _nouns(
        self, reading: Reading, span: Span, low: int, high: int, asks: Sequence[Annotation]
    ) -> Iterator[Annotation]:
        """Asks that a sentence names as areas for improvement: "Among the areas for improvement are A, and B"."""
        match = self.named.search(reading.lower, low, high)
        if not match or asks:
            return
        start, kind = match.end(), "area_for_improvement" if match["area"] else None
        stop = start + len(reading.text[start:high].rstrip(" .;"))
        for part in _PARTS.finditer(reading.lower, start, stop):
            words = reading.lower[part.start("part") : part.end("part")]
            if len(words.split()) < 3 or _NO_NOUN.search(words) or not (kind or _GERUND.match(words)):
                return
        for part in _PARTS.finditer(reading.lower, start, stop):
            begin, end = part.span("part")
            ask = Ask(begin, end, (begin, begin), None, "list")
            yield note_ask(ask, "recommendations.noun", span, (low, high), (begin, begin, ""), kind)

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
                when = when or (match.span("time") if match["time"] else None)
                yield note_ask(
                    replace(ask, deadline=ask.deadline or when),
                    "recommendations.until",
                    span,
                    (low, high),
                    modal,
                    label,
                )
        for match in self.that.finditer(lower, low, high):
            verb, subject = ("verb", match.span("subject")) if match["verb"] else ("action", match.span("bare"))
            named = any(subject[0] <= body[0] < subject[1] for body in bodies)
            if not (named or self.clauses.body.search(lower[slice(*subject)])) or _GERUND.match(lower, subject[0]):
                continue
            end = self.clauses.action_end(lower, match.end(verb), high)
            last = trailing(lower, match.end(verb), end)
            when = (last[0], last[1]) if last else inside(lower, match.end(verb), end)
            if match["when"]:
                when = match.span("when")
            ask = Ask(subject[0], last[2] if last else end, subject, when, "body")
            yield note_ask(
                ask, "recommendations.that", span, (low, high), (match.start(), subject[0] - 1, "that"), label
            )
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
            if match["verb"] in _FIRST_PERSON and not _WE.search(lower, low, match.start()):
                continue
            if _WOULD.search(lower, low, match.start()) and match["verb"] in ("want", "expect"):
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
    def _by_then(lower: str, low: int, modal: Hit) -> bool:
        """Whether a modal in the perfect looks ahead to a day: "by the end of May it should have cleared \u2026"."""
        return lower.startswith(" have ", modal[1]) and inside(lower, max(low, modal[0] - 70), modal[0]) is not None

    @staticmethod
    def _clause_start(lower: str, low: int, at: int) -> int:
        match = _CLAUSE_BEFORE.search(lower[low:at].rstrip())
        return low + match.start("who") if match else low


_ALSO = re.compile(
    r"\W*(?:(?:it|they|he|she|inspectors|hmi\w*|the \w+) )?(?:also\b|(?:further|likewise)\b)|\W*(?:and )?(?:a|the) (?:second|third|fourth|other|last|next)\b|\W*another\b"
)
_PARTS = re.compile(
    r"(?P<part>(?:[^,;]|,(?! (?:and |the |how |its )))+?)(?:(?:,|;)(?: and)? (?=\w)|$| and (?=(?:how|the (?:way|quality|number|time|use|speed|support|care|recording|supervision)|its|their|\w+ing)\b))"
)
_NO_NOUN = re.compile(
    rf"^(?:{COUNT}|that|some|many|and|or|it|they|there|he|she|graded|given|raised|identified)\b|\b(?:should|must|needs?|ought|was (?:told|given)|has been)\b"
)
_GERUND = re.compile(r"\w+ing\b|an? (?!force|service|constabulary|chief)")
_JOINED = re.compile(r",? (?:and|but|and that) $")
_PLAIN_SUBJECT = re.compile(
    r"(?:^|[.;:] |that |and )(?:it|they|the (?:force|service|constabulary|brigade|chief constable|chief fire officer|prison|governor)) $"
)
_OWN_ANSWER = re.compile(
    r"\W*(?:our|the (?:force|service|council|constabulary)'s|force|service|pcc|chief constable's?) (?:response|reply|answer|action|update|progress|comment)s?\b[^.]{0,24}[:\u2013]|\W*(?:response|reply|update|action taken|progress)\s*:"
)
_UNTIL = re.compile(
    rf"\b(?:now |also )?(?:has|have|had|gets?) (?:only |just |now )?(?:until [^.,;:]{{2,30}}?|(?P<time>(?:{NUMBER}|a|another|a further) (?:months?|weeks?|days?|years?)))(?: in which)? to(?= \w)"
)
_FIRST_PERSON = ("ask", "urge", "advise", "recommend", "tell", "want", "expect")
_WE = re.compile(r"\b(?:we|i|they|inspectors|and|inspectorates)(?: \w+ly)?(?: also| now| therefore| would| do)? $")
_WOULD = re.compile(r"(?:'d|\bwould|\bdo not|\bdon't|\bdid not|\bdidn't) $")
_TO_BE = re.compile(r" be (?:\w+ly )?\w+(?:ed|en|n|t)\b")
_HAVE = re.compile(r"\b(?:have|has|had|'ve|'d)(?: \w+)? $")
_CLAUSE_BEFORE = re.compile(r"(?:^|[;,.] (?:and |but )?)(?P<who>[^,;.]{2,50})$")
_AUXILIARY = re.compile(
    r"\b(?:has|have|had)?(?: also| now| both)? ?(?:was|were|is|are|been|being|be)? ?(?:also |now |both |all |then )*$"
)
_DONE = re.compile(
    r"\b(?P<verb>wants?|wanted) (?P<object>(?:the|its|all|every|each|both|more|their) [^.;:,]{4,120}?) (?P<done>[a-z]+(?:ed|en|done|put|cut|met|brought|made|built))(?= by\b| before\b| within\b|[.,;]|$)"
)
