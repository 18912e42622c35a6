"""Direct speech, quoted fragments and reported statements, each with the phrase that names its speaker.

Enters the reading and the verbs of saying in it; leaves one annotation a run of direct speech (its parts in order),
a fragment, or a reported clause. Grades, titles and scare quotes in quotation marks are no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution, Attributions
from extract.pipes.quotes.beside import Beside
from extract.pipes.quotes.indirect import Reports
from extract.pipes.quotes.kinds import Kinds
from extract.pipes.quotes.marks import Stretch, find_stretches
from extract.pipes.quotes.unmarked import Unmarked
from extract.pipes.triggers import Hit, hits_of, hits_within

_SPOKEN = re.compile(
    r"\b(?:said|says|added|told [\w ]{2,30}): [\"']|^[\"'].{12,}[\"'] ?\u2013 ?[A-Z]|[\"'],? (?:said|says|added) [A-Z]"
)
_REPLY = re.compile(r"\"? ?,? ?(?:came|is|was) (?:the|his|her|their) (?:[\w-]+ )?(?:reply|answer|response)\b")
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
        self.beside = Beside(people, cues["beside"])
        self.kinds = Kinds(grades, people)
        self.reports = Reports(cues, self.kinds.grade)
        self.unmarked = Unmarked(people, cues["headed"])
        self.paged = frozenset(phrase for phrase, scope in cues["credit"].items() if scope == "page")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Quotes, in the order of the text."""
        reading = reading_of(doc)
        verbs, credits = hits_of(doc, "say"), hits_of(doc, "credit")
        found: list[Annotation] = []
        runs: list[Run] = []
        run: Run | None = None
        intro: Attribution | None = None
        page: Attribution | None = None
        turns = self.unmarked.turns(reading)
        signed = list(self._signed(doc, reading))
        taken = set(turns).union(*(range(reading.span_at(s.parts[0][0]), s.last_span) for s in signed))
        runs += signed
        runs += [Run(b.attribution.speaker, b.attribution, "quotes.turn", b.parts, b.last) for b in turns.values()]
        for number, span in enumerate(reading.spans):
            if span.kind not in _READ and not _speaks(reading, span):
                if span.kind in ("subheading", "headline", "row"):
                    intro = self._headed(reading, span, verbs, credits) if span.kind == "subheading" else None
                    bare = self.unmarked.under(reading, number, intro, verbs) if intro else None
                    if bare and not taken.intersection(range(number, bare.last + 1)):
                        runs.append(Run(bare.attribution.speaker, intro, "quotes.headed", bare.parts, bare.last))
                        taken.update(range(number, bare.last + 1))
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
            if stretches:
                beside = self.beside.find(reading, span.start, span.end, stretches, attributions)
                attributions = sorted([*attributions, *beside], key=lambda one: one.start)
            announced: Attribution | None = None
            if number not in taken and not stretches:
                bare = self.unmarked.find(reading, number, attributions, verbs)
                if bare is None and reading.text[span.end - 1] == ":":
                    announced = self.unmarked.headed(reading, span, attributions)
                    bare = self.unmarked.under(reading, number, announced, verbs) if announced else None
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
            if not stretches:
                page = next((a for a in attributions if a.verb.strip() in self.paged and a.speaker), page)
            run = self._direct(reading, number, span, stretches, attributions, run, intro or page, runs)
            if number not in taken or attributions:
                found += self._fragments(reading, span, stretches, attributions)
                found += self.reports.find(reading, span, stretches, attributions)
            intro = announced or self.kinds.introduces(reading, span, stretches, attributions)
        found = self.kinds.without_teasers(reading, found)
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
                and number
                and _near(reading, run.last_span, number)
                and _pronoun(own.speaker)
                and ((run.open and stretch.start <= span.start + 1) or _goes_on(own, span, stretch))
            ):
                run.parts.append((stretch.start, stretch.end))
                here = run
            else:
                cause = own or (intro if previous is None else None)
                rule = "quotes.credited" if own else "quotes.introduced" if cause else _loose(reading, number, stretch)
                here = Run(cause.speaker if cause else None, cause, rule, [(stretch.start, stretch.end)])
                runs.append(here)
            here.last_span, here.open = number, not stretch.closed and stretch.end >= span.end - 1
            previous = stretch
        if here:
            return here
        if run and attributions:
            return None
        return run if run and run.last_span >= number - 2 else None

    def _headed(self, reading: Reading, span: Span, verbs: Sequence[Hit], credits: Sequence[Hit]) -> Attribution | None:
        """Whose words a heading announces."""
        inside = (hits_within(hits, span.start, span.end) for hits in (verbs, credits))
        return self.unmarked.headed(reading, span, self.attributions.find(reading, span.start, span.end, (), *inside))

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


def _speaks(reading: Reading, span: Span) -> bool:
    """Whether a line that was taken for a heading is somebody's words with their name: 'Jo Hale said: "…"'."""
    return span.kind == "subheading" and _SPOKEN.search(reading.text, span.start, span.end) is not None


def _loose(reading: Reading, number: int, stretch: Stretch) -> str:
    """Name of the rule for speech that nothing credits: under a question, which the last speaker answers, or not."""
    above = reading.spans[number - 1] if number else None
    question = above is not None and above.kind in _READ and reading.text[above.end - 1] == "?"
    asked = question or _REPLY.match(reading.text, stretch.end)
    return "quotes.asked" if asked else "quotes.loose"


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two attributions of one block may name the same speaker."""
    if one is None or other is None:
        return True
    if other.form == "pronoun":
        return one.form == "pronoun"
    return one.form == "pronoun" or one.end == other.end


def _goes_on(own: Attribution, span: Span, stretch: Stretch) -> bool:
    """Whether a block begins with "She went on:", which goes on with the speech of the block above."""
    opens = own.clause == span.start and own.end <= stretch.start < own.end + 4
    return opens and own.verb in ("went on", "goes on", "continued", "continues")


def _pronoun(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.form == "pronoun"


def _near(reading: Reading, last: int, number: int) -> bool:
    """Whether nothing but captions lies between two spans."""
    return (
        last >= 0 and all(reading.spans[n].kind in ("caption",) for n in range(last + 1, number)) and number - last < 5
    )
