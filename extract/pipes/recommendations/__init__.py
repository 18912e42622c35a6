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
from extract.pipes.recommendations.blocks import PERFECT, Blocks
from extract.pipes.recommendations.clauses import Ask, Clauses, note_ask
from extract.pipes.recommendations.deadlines import inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.recommendations.verbs import Place, Verbs
from extract.pipes.triggers import Hit, hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item", "headline", "row"))
_UNSURE = re.compile(
    r"\b(?:(?<!\bby )(?<!\bin )(?<!\bof )may(?! (?:19|20)\d\d)|might|would|could|will|if|whether|did not|didn't|does not|doesn't|do not|don't|what|(?<!that is )(?<!which is )(?<!that's )(?<!this is )why|how) (?:\w+ ){0,4}$"
    r"|\b(?:(?:of|about|over|on|for|in|by|to|know|knew|understand|decide|unsure|clear) (?:which|who|whom|when|where|how)|which \w+|whether) (?:it|they|he|she|the (?:\w+ )?\w+) (?:\w+ )?$"
)


def _places(lower: str, word: str) -> Iterator[int]:
    """Where a word stands."""
    at = lower.find(word)
    while at >= 0:
        yield at
        at = lower.find(word, at + 1)


def _quoted(reading: Reading, modals: Sequence[Hit]) -> Sequence[Hit]:
    """Modals, with those that something parts: needed "to be far more ambitious", "needs, however, to decide"."""
    if '"to ' not in reading.lower and not _APART.search(reading.lower):
        return modals
    found = [
        (match.start(), match.end(), f"{match['verb']} to")
        for pattern in (_QUOTED, _APART)
        for match in pattern.finditer(reading.lower)
    ]
    return sorted((*modals, *found))


class Recommendations(Pipe):
    """The pipe of the field `recommendations`.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    key = "recommendations"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.clauses = Clauses(cues)
        self.labels = Labels(cues["labels"])
        self.verbs = Verbs(cues, self.clauses, self.labels)
        self.blocks = Blocks(self.clauses, self.labels, cues["actions"])
        improvement = alternation(label for label, kind in cues["labels"].items() if kind == "area_for_improvement")
        self.named = re.compile(
            r"(?P<area>"
            rf"\b(?:among|one of|two of) (?:the |its |their |these |those |{NUMBER} )*(?:{improvement}) (?:is|are|was|were) "
            rf"|\b(?:the|its|these|both|{NUMBER}) (?:\w+ )?(?:{improvement}) (?:are|were|include|included|is|was|cover|covered)(?::| that)? "
            rf"|\b(?:{improvement})(?:, including |, among them |: |,? (?:on|covering|concerning|relating to|about|namely) (?=(?:how|its|their|the (?:way|quality|use))\b|\w+ing\b)))"
            r"|\brecommendations? (?:include|included|includes|is|are|were|was)(?::| also)? (?=\w+ing\b)|\brecommend(?:s|ed)? (?=(?!being|having)\w+ing\b)"
            rf"|\b(?:recommend(?:s|ed)?|call(?:s|ed) for) (?=an? (?:\w+ ){{0,2}}(?:{alternation(cues['things'])})\b)"
        )

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of asks, in the order of the text."""
        reading = reading_of(doc)
        modals, asks = _quoted(reading, hits_of(doc, "modal")), hits_of(doc, "ask")
        mentions = [(note.start, note.end) for note in annotations_of(doc, "forces")]
        listing = {reading.sentence_at(at) for word in _LISTING for at in _places(reading.lower, word)}
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
            if not new and number in listing:
                found += self._nouns(reading, span, sentence.start, sentence.end)
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
                and (_THING.match(reading.lower, modal[1]) or not _PLAIN_SUBJECT.search(reading.lower[low : modal[0]]))
            ):
                continue
            if reading.lower[high - 1] in "?:" and not reading.text[high - 2 : high].startswith('"'):
                continue
            if modal[2] in ("had to", "have to", "has to") and _HAVE.search(reading.lower[low : modal[0]]):
                continue
            if reading.lower.startswith((":", " (a)", " (i)", " (1)", " a) ", " 1) "), modal[1]):
                yield from self._listed(reading, span, low, high, modal, bodies)
                return
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
        passed = hits_within(asks, low, high)
        if passed:
            yield from self.verbs.find(Place(reading, span, low, high, bodies, above), passed)

    def _listed(
        self, reading: Reading, span: Span, low: int, high: int, modal: Hit, bodies: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """Asks of a list inside a sentence: "the force should: train its staff; check its files; and \u2026"."""
        whole = self.clauses.around(reading, low, high, (modal[0], modal[1] + 1), bodies)
        if whole is None or whole.asked != "body":
            return
        parts = _SEMICOLONS if reading.lower.startswith(":", modal[1]) else _LETTERED
        for part in parts.finditer(reading.lower, modal[1], high):
            start, end = part.span("part")
            last = trailing(reading.lower, start, end)
            when = (last[0], last[1]) if last else whole.deadline
            ask = Ask(start, last[2] if last else end, whole.subject, when, "body")
            if end - start > 6:
                yield note_ask(ask, "recommendations.modal", span, (low, high), modal, None)

    def _nouns(self, reading: Reading, span: Span, low: int, high: int) -> Iterator[Annotation]:
        """Asks that a sentence names as areas for improvement: "Among the areas for improvement are A, and B"."""
        match = self.named.search(reading.lower, low, high)
        if not match:
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

    @staticmethod
    def _by_then(lower: str, low: int, modal: Hit) -> bool:
        """Whether a modal in the perfect looks ahead to a day: "by the end of May it should have cleared \u2026"."""
        return lower.startswith(" have ", modal[1]) and inside(lower, max(low, modal[0] - 70), modal[0]) is not None


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
_QUOTED = re.compile(r"\b(?P<verb>needs?|needed|has|have|had|ought) \"to(?= \w)")
_APART = re.compile(
    r"\b(?P<verb>needs?|needed|has|have|had|ought), (?:however|though|therefore|also|now|too|in turn|in particular|above all), to(?= \w)"
)
_LETTERED = re.compile(
    r" \(?(?:[a-h]|[ivx]{1,4}|\d)\) (?P<part>.+?)[ .;,]*(?:and)?(?= \(?(?:[a-h]|[ivx]{1,4}|\d)\) |$)"
)
_SEMICOLONS = re.compile(r"[: ]*(?:and )?(?:also )?(?P<part>[^;]+?)[ .]*(?:;|$)")
_LISTING = ("improvement", "recommend", "calls for", "called for")
"""Words of a sentence that may list asks by name."""

_JOINED = re.compile(r",? (?:and|but|and that) $")
_PLAIN_SUBJECT = re.compile(
    r"(?:^|[.;:] |that |and )(?:it|they|the (?:force|service|constabulary|brigade|chief constable|chief fire officer|prison|governor)) $"
)
_OWN_ANSWER = re.compile(
    r"\W*(?:our|the (?:force|service|council|constabulary)'s|force|service|pcc|chief constable's?) (?:response|reply|answer|action|update|progress|comment)s?\b[^.]{0,24}[:\u2013]|\W*(?:response|reply|update|action taken|progress)\s*:"
)
_HAVE = re.compile(r"\b(?:(?:have|has|had|'ve|'d)(?: \w+)?|not|to) $")
_THING = re.compile(r" (?:the|an?|his|her|its|their|our)\b")
"""Behind "is to" a thing, for which nobody is asked: "it is to the credit of \u2026"."""
