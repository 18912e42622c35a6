"""Direct speech, quoted fragments and reported statements, each with the phrase that names its speaker.

Enters the reading and the verbs of saying in it; leaves one annotation a run of direct speech (its parts in order),
a fragment, or a reported clause. Grades, titles and scare quotes in quotation marks are no quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter, not_
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, annotations_of, reading_of
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution, Attributions
from extract.pipes.quotes.beside import Beside
from extract.pipes.quotes.crediting import Crediting
from extract.pipes.quotes.dialogue import Dialogue
from extract.pipes.quotes.indirect import Reports
from extract.pipes.quotes.kinds import Kinds
from extract.pipes.quotes.leads import lead_credit
from extract.pipes.quotes.marks import Stretch, find_marks, find_stretches
from extract.pipes.quotes.page import Page, by_span
from extract.pipes.quotes.repeats import without_repeats, without_teasers
from extract.pipes.quotes.runs import (
    READ,
    REPLY,
    THAT_IS,
    Run,
    goes_on,
    is_parted,
    is_pronoun,
    loose_rule,
    near,
    same,
    sign,
    speaks,
)
from extract.pipes.quotes.topics import Topics
from extract.pipes.quotes.unmarked import Bare, Unmarked
from extract.pipes.triggers import Hit, hits_of

_NUMBERED = expression(r"[\[(]?\d{1,3}(?:[.:]\d{1,2}){0,2}(?: ?[ap]m)?[\])]?[.:)]?(?: [\u2013-])? (?=[\"'A-Z])")
"""The number or the time that stands before a paragraph."""
_START = attrgetter("start")
_TWO = 2
"""More people than sign one letter."""


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
        self.attributions = Attributions(cues)
        self.beside = Beside(cues["beside"])
        self.kinds = Kinds(grades)
        self.reports = Reports(cues, self.kinds.grade)
        self.crediting = Crediting(self.reports, self.attributions.infinitive, people.lexicon.voiced)
        self.unmarked = Unmarked(cues["headed"])
        self.dialogue = Dialogue(cues["labels"], people.lexicon)
        self.paged = frozenset(phrase for phrase, scope in cues["credit"].items() if scope == "page")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Quotes, in the order of the text."""
        reading = Page(reading_of(doc), self.people, annotations_of(doc, "officials"))
        verbs, credits = hits_of(doc, "say"), hits_of(doc, "credit")
        verbs_in, credits_in = by_span(reading, verbs), by_span(reading, credits)
        found: list[Annotation] = []
        runs: list[Run] = []
        run: Run | None = None
        intro: Attribution | None = None
        page: Attribution | None = None
        topics = Topics()
        turns = self.dialogue.turns(reading)
        signed = list(self._signed(doc, reading))
        turned = {number for first, turn in turns.items() for number in range(first, turn.last + 1)}
        taken = turned.union(*(range(reading.span_at(one.parts[0][0]), one.last_span) for one in signed))
        runs += signed
        runs += [Run(b.attribution.speaker, b.attribution, "quotes.turn", b.parts, b.last) for b in turns.values()]
        text, marks = reading.text, find_marks(reading.typed, 0, len(reading.typed))
        marks.append(len(text))  # as if one stood behind the last block
        for number, span in enumerate(reading.spans):
            kind, group = span.kind, span.group
            if kind not in READ and (kind != "subheading" or not speaks(reading, number, span, run)):
                if kind == "row" and "'s" in text[span.start : span.end] and reading.heads_table(number):
                    answers = self.unmarked.cells(reading, number)
                    runs += [
                        Run(b.attribution.speaker, b.attribution, "quotes.headed", b.parts, b.last) for b in answers
                    ]
                if kind == "caption" and run and number and reading.spans[number - 1].group:
                    sign(reading, number, span, run)
                if kind in ("subheading", "headline", "row"):
                    told, credited = verbs_in.get(number, ()), credits_in.get(number, ())
                    intro = self._headed(reading, span, told, credited) if kind == "subheading" else None
                    bare = self.unmarked.under(reading, number, intro, verbs) if intro else None
                    if (
                        bare
                        and not self._is_own(doc, reading, bare)
                        and not taken.intersection(range(number, bare.last + 1))
                    ):
                        runs.append(Run(bare.attribution.speaker, intro, "quotes.headed", bare.parts, bare.last))
                        taken.update(range(number, bare.last + 1))
                    intro = intro or topics.under(reading, number)
                    if run:
                        sign(reading, number, span, run)
                        run.open = False
                continue
            start, end = span.start, span.end
            if not text[start].isalpha() and (numbered := _NUMBERED.match(text, start, end)):
                start = numbered.end()
                span = span._replace(start=start)
            if kind != "paragraph":
                if kind == "standfirst" and reading.entitles(number):
                    continue
                if run and kind == "item":
                    if run.rule == "quotes.loose":
                        sign(reading, number, span, run)  # "\u2014 Chief Constable Jo Hale"
                    if run.lists(reading, number):
                        run.parts.append((start, end))
                        run.last_span = number
                        continue
            said: Sequence[Hit] = verbs_in.get(number, ())
            credited = credits_in.get(number, ())
            colon = text.find(":", start, end) >= 0
            marked = marks[bisect_left(marks, start)] < end
            if not (said or marked or colon or credited or group):
                intro = None
                if run and run.last_span < number - 2:
                    run = None
                continue
            stretches: list[Stretch] = []
            if marked:
                continued = run is not None and run.open and near(reading, run.last_span, number)
                stretches = find_stretches(reading.typed, start, end, marks, continued=continued)
            if said:
                said = self.crediting.of(reading, span, stretches, said)
            attributions: list[Attribution] = []
            if said or credited or stretches or (colon and text.endswith(" words:", start, end)):
                attributions = self.attributions.find(reading, start, end, stretches, said, credited)
            direct: list[bool] = []
            if stretches:
                if beside := self.beside.find(reading, start, end, stretches, attributions):
                    attributions = sorted([*attributions, *beside], key=_START)
                direct = self.kinds.are_direct(reading, span, stretches, attributions)
            if group and kind == "paragraph" and not stretches and number not in taken:
                block = self.unmarked.block(reading, number)
                if block:
                    cause = block.attribution
                    runs.append(Run(cause.speaker, cause, "quotes.signed", block.parts, block.last))
                    taken.update(range(number, block.last + 1))
            if run and group and not stretches and reading.spans[number - 1].group == group:
                sign(reading, number, span, run)  # a quotation's <cite>
            announced: Attribution | None = None
            if not (stretches or attributions or colon):
                intro = None
                if run and run.last_span < number - 2:
                    run = None
                continue
            if (
                colon
                and number not in taken
                and (not stretches or (text[end - 1] == ":" and is_parted(reading, stretches[-1], span)))
            ):
                bare = self.unmarked.find(reading, number, attributions, verbs)
                if bare is None and text[end - 1] == ":":
                    announced = self.unmarked.headed(reading, span, attributions)
                    bare = self.unmarked.under(reading, number, announced, verbs) if announced else None
                if bare and (met := next((n for n in range(number + 1, bare.last + 1) if n in taken), 0)):
                    ours = [part for part in bare.parts if part[0] < reading.spans[met].start]
                    bare = bare._replace(parts=ours, last=met - 1) if ours else None  # a turn of somebody else's
                if bare:
                    speech = Run(bare.attribution.speaker, bare.attribution, "quotes.unmarked", bare.parts, bare.last)
                    runs.append(speech)
                    taken.update(range(number, bare.last + 1))
                    run = speech if bare.parts else None
            if (
                run
                and run.speaker is None
                and attributions
                and (attributions[0].verb.strip() == "words of" or THAT_IS.match(text, start))
                and attributions[0].start < start + 30
            ):
                run.speaker, run.attribution, run.rule = attributions[0].speaker, attributions[0], "quotes.introduced"
            if credited and not stretches:
                page = next((a for a in attributions if a.verb.strip() in self.paged and a.speaker), page)
            spoken = list(compress(stretches, direct)) if stretches else []
            if spoken and number in turned:
                run = None  # an answer that quotes somebody
            elif spoken:
                run = self._direct(reading, number, span, spoken, attributions, run, intro or page, runs)
                if run and run.open and run.take_enclosed(reading):
                    turned.update(range(number + 1, run.last_span + 1))
            elif run and run.last_span < number and (attributions or run.last_span < number - 2):
                run = None
            if len(spoken) < len(stretches) and number not in turned and (number not in taken or attributions):
                others = compress(stretches, map(not_, direct))
                quoted = [one for one in others if self.kinds.is_fragment(reading, span, one)]
                stretches = sorted([*spoken, *quoted], key=_START)  # no grades, names and terms
                if number in taken:  # who signs what stands here quotes others
                    attributions = [own for own in attributions if not is_pronoun(own.speaker)]
                found += self._fragments(reading, span, quoted, attributions)
            if attributions and number not in turned:
                found += self.reports.find(reading, span, stretches, attributions)
            intro = announced
            if attributions and not announced:
                intro = self.kinds.introduces(reading, span, stretches, attributions)
            if colon and text[end - 1] == ":":
                intro = topics.announce(reading, number, intro)
        found = without_teasers(reading, found)
        found += [self._note(text, run) for run in without_repeats(reading, runs)]
        return iter(sorted(found, key=_START))

    def _direct(
        self,
        reading: Page,
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
            own = self.kinds.credit(reading, span, stretch, attributions)
            if own is not None and here is not None and own.start >= stretch.end and own.clause > stretch.end + 2:
                own = None
            told = self._told(reading, span, stretch, here, own)
            if own is None and told:
                own = lead_credit(reading, told)
            if here is not None and told and (own is None or is_pronoun(own.speaker)):
                cause = own or here.attribution
                here = Run(
                    own.speaker if own else here.speaker, cause, "quotes.credited", [(stretch.start, stretch.end)]
                )
                runs.append(here)
            elif here is not None and (
                own is None
                or same(reading, own.speaker, here.speaker)
                or (own.start < stretch.start and previous is not None and own.end <= previous.end)
            ):
                here.parts.append((stretch.start, stretch.end))
                if own and (here.speaker is None):
                    here.speaker, here.attribution = own.speaker, own
            elif own is not None and run and run.open and self._takes_over(reading, number, span, stretch, run):
                run.parts.append((stretch.start, stretch.end))
                run.speaker, run.attribution, run.rule = own.speaker, own, "quotes.credited"
                here = run
            elif (
                own is None
                and run
                and self._continues(reading, number, span, stretch, run)
                and not REPLY.match(reading.text, stretch.end)
            ) or (
                own is not None
                and run
                and number
                and near(reading, run.last_span, number)
                and is_pronoun(own.speaker)
                and ((run.open and stretch.start <= span.start + 1) or goes_on(own, span, stretch))
            ):
                run.parts.append((stretch.start, stretch.end))
                here = run
            else:
                cause = own or (intro if previous is None else None)
                rule = (
                    "quotes.credited" if own else "quotes.introduced" if cause else loose_rule(reading, number, stretch)
                )
                here = Run(cause.speaker if cause else None, cause, rule, [(stretch.start, stretch.end)])
                runs.append(here)
            here.last_span, here.open = number, not stretch.closed and stretch.end >= span.end - 1
            previous = stretch
        return here

    @staticmethod
    def _told(
        reading: Page, span: Span, stretch: Stretch, here: Run | None, own: Attribution | None
    ) -> tuple[int, int] | None:
        """The last sentence of narrative between a stretch and the speech, or the beginning of the block, before it."""
        start = here.parts[-1][1] + 1 if here else span.start
        number = reading.sentence_at(stretch.start - 1)
        sentence = reading.sentences[number]
        if sentence.start >= stretch.start - 1 and number:
            sentence = reading.sentences[number - 1]
        if (
            max(sentence.start, span.start) < start
            or not span.start < sentence.end <= stretch.start
            or reading.text[sentence.end - 1] not in ".!?"
        ):
            return None
        credited = own is not None and sentence.start <= own.start < sentence.end
        return None if credited else (max(sentence.start, span.start), sentence.end)

    def _headed(self, reading: Page, span: Span, verbs: Sequence[Hit], credits: Sequence[Hit]) -> Attribution | None:
        """Whose words a heading announces."""
        found: list[Attribution] = []
        if verbs or credits:
            found = self.attributions.find(reading, span.start, span.end, (), verbs, credits)
        return self.unmarked.headed(reading, span, found)

    @staticmethod
    def _continues(reading: Page, number: int, span: Span, stretch: Stretch, run: Run) -> bool:
        """Whether a block that begins with a mark goes on with the speech of the block above."""
        starts = stretch.start <= span.start + 1
        asked = not run.open and reading.text[run.parts[-1][1] - 1] == "?"
        return starts and not (asked or run.is_apart(reading, number)) and near(reading, run.last_span, number)

    def _takes_over(self, reading: Page, number: int, span: Span, stretch: Stretch, run: Run) -> bool:
        """Whether the block that goes on with speech names the speaker, whom the sentence before it only seemed to name."""
        if run.rule == "quotes.loose":
            return self._continues(reading, number, span, stretch, run)
        cause = run.attribution
        weak = (
            run.rule == "quotes.introduced"
            and cause is not None
            and reading.text[reading.spans[reading.span_at(cause.start)].end - 1] != ":"
        )
        return weak and self._continues(reading, number, span, stretch, run)

    def _fragments(
        self, reading: Page, span: Span, stretches: Sequence[Stretch], attributions: Sequence[Attribution]
    ) -> Iterator[Annotation]:
        """Quoted words in the article's own sentences that are credited to somebody."""
        grouped: dict[tuple[int, int], list[tuple[int, int]]] = {}
        credits: dict[tuple[int, int], Attribution] = {}
        for stretch in stretches:
            own = self.kinds.fragment_credit(reading, span, stretch, attributions) or self.kinds.subject_credit(
                reading, span, stretch
            )
            if own is None:
                continue
            sentence = reading.sentence_at(stretch.start)
            key = (sentence, own.speaker.start if own.speaker else -1)
            if own.speaker and reading.lower[own.speaker.start : own.speaker.end] == "it":
                told = (known for known, cause in credits.items() if cause.speaker and cause.speaker.form == "body")
                key = next(
                    (known for known in told if known[0] == sentence), key
                )  # "The force said '…', but it called"
            grouped.setdefault(key, []).append((stretch.start, stretch.end))
            credits.setdefault(key, own)
        for key, parts in grouped.items():
            own = credits[key]
            yield self._annotate("fragment", parts, own.speaker, own, "quotes.fragment")

    @staticmethod
    def _is_own(doc: Doc, reading: Page, bare: Bare) -> bool:
        """Whether words under a heading are those of the one who signs the whole page, which quotes nobody there."""
        speaker = bare.attribution.speaker
        signs = [note for note in annotations_of(doc, "officials") if note.rule == "officials.signature"]
        if speaker is None or speaker.form != "role" or len(signs) != 1 or signs[0].start < bare.parts[-1][1]:
            return False
        words = set(reading.lower[speaker.start : speaker.end].split())
        return words <= set(reading.lower[slice(*signs[0].attributes["role"])].split())

    def _signed(self, doc: Doc, reading: Page) -> Iterator[Run]:
        notes = [note for note in annotations_of(doc, "officials") if note.rule == "officials.signature"]
        for note in notes:
            parts = self.unmarked.signed(reading, note.attributes["signature"], several=len(notes) > _TWO)
            if parts:
                plain = {key: value for key, value in note.attributes.items() if key not in ("signature", "partner")}
                yield Run(Speaker(**plain), None, "quotes.signed", parts, note.attributes["signature"])
        for bare in self.unmarked.dashed(reading):
            yield Run(bare.attribution.speaker, bare.attribution, "quotes.signed", bare.parts, bare.last)

    def _note(self, text: str, run: Run) -> Annotation:
        return self._annotate("direct", run.trimmed(text), run.speaker, run.attribution, run.rule)

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
