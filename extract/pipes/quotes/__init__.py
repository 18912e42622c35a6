"""Direct speech, quoted fragments and reported statements, each with the phrase that names its speaker.

Enters the reading and the verbs of saying in it; leaves one annotation a run of direct speech (its parts in order),
a fragment, or a reported clause. Grades, titles and scare quotes in quotation marks are no quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution, Attributions
from extract.pipes.quotes.indirect import Reports
from extract.pipes.quotes.kinds import Kinds
from extract.pipes.quotes.marks import Stretch, find_stretches
from extract.pipes.quotes.unmarked import Unmarked
from extract.pipes.triggers import hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item"))


@dataclass(slots=True)
class Run:
    """Direct speech of one speaker, as it grows."""

    speaker: Speaker | None
    attribution: Attribution | None
    rule: str
    parts: list[tuple[int, int]] = field(default_factory=list)
    last_span: int = -1
    open: bool = False


class Quotes(Pipe):
    """The pipe of the field `quotes`.

    Args:
        people: Parser of noun phrases.
        cues: Table of `cues/quotes.toml`.
        grades: Wordings of grades, in lower case.
    """

    key = "quotes"

    def __init__(self, people: People, cues: Mapping[str, Any], grades: Sequence[str]) -> None:
        self.people = people
        self.attributions = Attributions(people, cues)
        self.kinds = Kinds(grades, people)
        self.reports = Reports(cues, self.kinds.grade)
        self.unmarked = Unmarked()

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Quotes, in the order of the text."""
        reading = reading_of(doc)
        verbs, credits = hits_of(doc, "say"), hits_of(doc, "credit")
        found: list[Annotation] = []
        runs: list[Run] = []
        run: Run | None = None
        intro: Attribution | None = None
        taken: set[int] = set()
        for number, span in enumerate(reading.spans):
            if span.kind not in _READ:
                if span.kind in ("subheading", "headline", "row"):
                    intro = None
                    if run:
                        run.open = False
                continue
            continued = bool(run and run.open and _near(reading, run.last_span, number))
            stretches = find_stretches(reading.typed, span.start, span.end, continued=continued)
            attributions = self.attributions.find(
                reading,
                span.start,
                span.end,
                stretches,
                hits_within(verbs, span.start, span.end),
                hits_within(credits, span.start, span.end),
            )
            if number not in taken and not stretches:
                bare = self.unmarked.find(reading, number, attributions, verbs)
                if bare:
                    speech = Run(bare.attribution.speaker, bare.attribution, "quotes.unmarked", bare.parts, bare.last)
                    runs.append(speech)
                    taken.update(range(number, bare.last + 1))
                    run = None
            if (
                attributions
                and run
                and run.speaker is None
                and attributions[0].verb.strip() == "words of"
                and attributions[0].start < span.start + 30
            ):
                run.speaker, run.attribution, run.rule = attributions[0].speaker, attributions[0], "quotes.introduced"
            run = self._direct(reading, number, span, stretches, attributions, run, intro, runs)
            if number not in taken or attributions:
                found += self._fragments(reading, span, stretches, attributions)
                found += self.reports.find(reading, span, stretches, attributions)
            intro = self.kinds.introduces(reading, span, stretches, attributions)
        runs += self._signed(doc, reading)
        found += [self._note(run) for run in self.kinds.without_repeats(reading, runs)]
        return iter(sorted(found, key=lambda note: note.start))

    def _direct(
        self,
        reading: Reading,
        number: int,
        span: Span,
        stretches: Sequence[Stretch],
        attributions: Sequence[Attribution],
        run: Run | None,
        intro: Attribution | None,
        runs: list[Run],
    ) -> Run | None:
        previous: Stretch | None = None
        here: Run | None = None
        for stretch in stretches:
            if not self.kinds.is_direct(reading, span, stretch, previous, attributions):
                continue
            own = self.kinds.credit(reading, span, stretch, attributions)
            if own is not None and here is not None and own.start >= stretch.end and own.clause > stretch.end + 2:
                own = None
            if here is not None and (
                own is None
                or _same(own.speaker, here.speaker)
                or (own.start < stretch.start and previous is not None and own.end <= previous.end)
            ):
                here.parts.append((stretch.start, stretch.end))
                if own and (here.speaker is None):
                    here.speaker, here.attribution = own.speaker, own
            elif (own is None and run and self._continues(reading, number, span, stretch, run)) or (
                own is not None
                and run
                and run.open
                and number
                and _near(reading, run.last_span, number)
                and _pronoun(own.speaker)
                and stretch.start <= span.start + 1
            ):
                run.parts.append((stretch.start, stretch.end))
                here = run
            else:
                cause = own or (intro if previous is None else None)
                rule = "quotes.credited" if own else "quotes.introduced" if cause else "quotes.loose"
                here = Run(cause.speaker if cause else None, cause, rule, [(stretch.start, stretch.end)])
                runs.append(here)
            here.last_span, here.open = number, not stretch.closed and stretch.end >= span.end - 1
            previous = stretch
        if here:
            return here
        if run and attributions:
            return None
        return run if run and run.last_span >= number - 2 else None

    @staticmethod
    def _continues(reading: Reading, number: int, span: Span, stretch: Stretch, run: Run) -> bool:
        """Whether a block that begins with a mark goes on with the speech of the block above."""
        starts = stretch.start <= span.start + 1
        return starts and _near(reading, run.last_span, number)

    def _fragments(
        self, reading: Reading, span: Span, stretches: Sequence[Stretch], attributions: Sequence[Attribution]
    ) -> Iterator[Annotation]:
        """Quoted words in the article's own sentences that are credited to somebody."""
        grouped: dict[tuple[int, int], list[tuple[int, int]]] = {}
        credits: dict[tuple[int, int], Attribution] = {}
        previous: Stretch | None = None
        for stretch in stretches:
            if self.kinds.is_direct(reading, span, stretch, previous, attributions):
                previous = stretch
                continue
            if not self.kinds.is_fragment(reading, span, stretch):
                continue
            own = self.kinds.fragment_credit(reading, span, stretch, attributions) or self.kinds.subject_credit(
                reading, span, stretch
            )
            if own is None:
                continue
            sentence = reading.sentence_at(stretch.start)
            key = (sentence, own.speaker.start if own.speaker else -1)
            grouped.setdefault(key, []).append((stretch.start, stretch.end))
            credits.setdefault(key, own)
        for key, parts in grouped.items():
            own = credits[key]
            yield self._annotate("fragment", parts, own.speaker, own, "quotes.fragment")

    def _signed(self, doc: Doc, reading: Reading) -> Iterator[Run]:
        for note in annotations_of(doc, "officials"):
            if note.rule != "officials.signature":
                continue
            parts = self.unmarked.signed(reading, note.attributes["signature"])
            if parts:
                plain = {key: value for key, value in note.attributes.items() if key not in ("signature", "partner")}
                yield Run(Speaker(**plain), None, "quotes.signed", parts, note.attributes["signature"])

    def _note(self, run: Run) -> Annotation:
        return self._annotate("direct", run.parts, run.speaker, run.attribution, run.rule)

    @staticmethod
    def _annotate(
        label: str, parts: Sequence[tuple[int, int]], speaker: Speaker | None, cause: Attribution | None, rule: str
    ) -> Annotation:
        cues = ((cause.start, cause.end, cause.verb),) if cause else ()
        attributes = {
            "parts": [list(part) for part in parts],
            "speaker": speaker.to_plain() if speaker else None,
            "implied": cause is not None and speaker is None,
        }
        return Annotation(label, parts[0][0], parts[-1][1], rule, attributes, cues)


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two attributions of one block may name the same speaker."""
    if one is None or other is None:
        return True
    return one.form == "pronoun" or other.form == "pronoun" or one.end == other.end


def _pronoun(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.form == "pronoun"


def _near(reading: Reading, last: int, number: int) -> bool:
    """Whether nothing but captions lies between two spans."""
    return (
        last >= 0 and all(reading.spans[n].kind in ("caption",) for n in range(last + 1, number)) and number - last < 5
    )
