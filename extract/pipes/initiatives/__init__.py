"""Named operations, projects, programmes, schemes, campaigns and teams, with the sentence that describes them.

Enters the words that make a name one of an initiative; leaves one annotation a name and place. "Operation" as a
common noun, inspection programmes and laws are kept out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation, Pipe, annotations_of, notes_of, reading_of
from extract.pipes.initiatives.names import Found, Names
from extract.pipes.initiatives.started import Started
from extract.pipes.stretches import Stretches
from extract.pipes.triggers import Hit, hits_of

_READ = frozenset(("paragraph", "standfirst", "item", "row"))
_GOES_ON = re.compile(r"\b(?:it|its|under it)\b")
_ANOTHER = re.compile(r"\b(?:Operation|Project) [A-Z]")
_ABOUT_IT = re.compile(
    r"\b(?:it|this|that|they (?:began|started)|the (?:scheme|project|operation|team|programme|campaign|initiative|pilot))\b"
)
_IT = re.compile(
    r"(?:it|the (?:scheme|project|programme|operation|initiative|pilot|campaign|team)) (?:was |has been |first )?(?:launched|began|started|set up|introduced|running|in place)\b"
)
_LAST = 200
"""Names found before that a new one is held against."""
_BARE = 62
"""A sentence so short only names an initiative; the next one describes it."""


class Initiatives(Pipe):
    """The pipe of the field `initiatives`.

    Args:
        cues: Table of `cues/initiatives.toml`.
    """

    key = "initiatives"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.names = Names(cues)
        self.started = Started(cues["lists"]["began"])
        self.practice = re.compile(rf"\b(?:{alternation(cues['lists']['practice'])})\b")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Names of initiatives, in the order of the text."""
        reading = reading_of(doc)
        published = notes_of(doc).get("published")
        bodies = [(note.start, note.end) for note in annotations_of(doc, "inspectorate")]
        bodies += [
            (n.start, n.end) for n in annotations_of(doc, "forces") if n.rule in ("forces.name", "forces.misspelt")
        ]
        people = [
            (n.start, n.end)
            for n in annotations_of(doc, "officials")
            if n.attributes["form"] == "name" and n.attributes["role"]
        ]
        kept: list[Found] = []
        theirs, anyones = Stretches(bodies), Stretches(bodies + people)
        for found in (
            *self.names.find(reading, hits_of(doc, "initiative"), hits_of(doc, "scheme")),
            *self._practices(reading),
            *self._praised(reading, hits_of(doc, "praise")),
            *self.names.possessed(reading),
        ):
            own = found.rule in ("before", "known") or (
                found.rule == "apposed" and self.names.explained(reading, found)
            )
            blocked = theirs if own else anyones
            if reading.spans[reading.span_at(found.start)].kind not in _READ:
                continue
            if blocked.meets(found.start, found.end) or any(
                k.start < found.end and found.start < k.end for k in kept[-_LAST:]
            ):
                continue
            kept.append(found)
        ordered = sorted(kept)
        for found, after in zip(ordered, (*ordered[1:], None), strict=False):
            ahead = self._description(reading, found.start)
            if after and after.start < ahead and ", which " in reading.lower[found.end : after.start]:
                ahead = after.start  # "Oak Hubs, which \u2026, and Operation Elm, which began in 2019"
            before = reading.lower[max(0, found.start - 700) : found.start]
            began = self.started.find(reading.lower, found.end, ahead, published, before)
            began = began or self.started.behind(reading.lower, found.start, found.end, ahead, published)
            yield Annotation(
                "initiative",
                found.start,
                found.end,
                f"initiatives.{found.rule}",
                {
                    "kind": found.kind,
                    "started": began or self._before_name(reading, found.start, published),
                    "about": list(self._about(reading, found.start)),
                },
            )

    def _practices(self, reading: Reading) -> Iterator[Found]:
        """Names that open a paragraph of a section on good practice: "Landing Light trains …"."""
        practice = False
        for span in reading.spans:
            if span.kind == "subheading":
                practice = bool(self.practice.search(reading.lower, span.start, span.end)) or (
                    practice and span.level > 2
                )
            elif span.kind == "item" and span.lead >= 0:
                lead = reading.spans[span.lead]
                if self.practice.search(reading.lower, lead.start, lead.end):
                    found = self.names.item(reading, span.start, span.end) or (
                        self.names.opening(reading, span.start, span.end) if practice else None
                    )
                    if found:
                        yield found
            elif practice and span.kind in ("paragraph", "item"):
                found = self.names.opening(reading, span.start, span.end)
                if found:
                    yield found

    def _praised(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Found]:
        """Names in sentences of praise."""
        for number in {reading.sentence_at(hit[0]): None for hit in hits}:
            sentence = reading.sentences[number]
            if "which " in reading.lower[sentence.start : sentence.end]:
                yield from self.names.relative(reading, sentence.start, sentence.end)

    @staticmethod
    def _about(reading: Reading, start: int) -> tuple[int, int]:
        """The sentence that first describes it: its own, or the next where its own only names it."""
        number = reading.sentence_at(start)
        sentence = reading.sentences[number]
        if sentence.end - sentence.start < _BARE and number + 1 < len(reading.sentences):
            ahead = reading.sentences[number + 1]
            own = reading.text[sentence.start : sentence.end]
            if (
                ahead.span == sentence.span
                and "," not in own
                and _GOES_ON.search(reading.lower, ahead.start, ahead.start + 40)
            ):
                return ahead.start, ahead.end
        return sentence.start, sentence.end

    @staticmethod
    def _description(reading: Reading, start: int) -> int:
        """Where the description ends: with the sentence, or with the next ones that go on about it."""
        number = reading.sentence_at(start)
        stop = reading.sentences[number].end
        for step in range(number + 1, min(number + 4, len(reading.sentences))):
            ahead = reading.sentences[step]
            if ahead.span != reading.sentences[number].span:
                below = step == number + 1 and reading.spans[ahead.span].kind == "paragraph"
                if below and _IT.match(reading.lower, ahead.start):
                    stop = ahead.end
                break
            if _ABOUT_IT.search(reading.lower, ahead.start, ahead.start + 60):
                stop = ahead.end
        return stop

    def _before_name(self, reading: Reading, start: int, published: str | None) -> str | None:
        """A date in the clause before the name: "launched in 2021, Operation Oak"; "since 2019 …"."""
        sentence = reading.sentences[reading.sentence_at(start)]
        if not self.started.word.search(reading.lower, sentence.start, start) or _ANOTHER.search(
            reading.text, sentence.start, start
        ):
            return None
        return self.started.find(reading.lower, sentence.start, start, published, "")
