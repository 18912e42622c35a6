"""Grades: which area of which body an inspectorate graded how, now or before.

Enters the reading, the wordings of grades found in it and the forces; leaves one annotation a force, area and grade.
Explanations of the scale, praise, verdicts on single cases, and grades denied or wished for are kept out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, annotations_of, notes_of, reading_of
from extract.pipes.elements import Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.features import Features
from extract.pipes.grades.following import ARTICLE, Following
from extract.pipes.grades.headlines import without_echoes
from extract.pipes.grades.keys import lettered
from extract.pipes.grades.praise import only_praises
from extract.pipes.grades.prose import Prose
from extract.pipes.grades.revisits import dated_back, is_revisit
from extract.pipes.grades.rosters import Lists, Rosters
from extract.pipes.grades.scales import in_scale, without_measures
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.standing import Heading, Standing
from extract.pipes.grades.structure import Structure
from extract.pipes.grades.times import REVISIT
from extract.pipes.grades.verdict import EVERY, HELD, Entry, Verdict
from extract.pipes.grades.view import View
from extract.pipes.grades.weighing import Models
from extract.pipes.grades.wordings import Wordings
from extract.pipes.literals import matches_at
from extract.pipes.triggers import Hit, hits_of

_READ = frozenset(("paragraph", "standfirst", "item", "headline"))
_AT = expression(r"[\"'*_]* (?:at|in|for) [a-z]")
_FEW = 3
_LETTER = expression(r"[a-z]")
_NAME = 90
"""Characters of a sentence that can be the name of an area."""
_NO_GRADE = expression(r" (?:use of |enough)|['\"]? ?[:=\u2013-] ?(?:none|nobody|nil|n/a)\b")
"""Behind what is no grade, or one that nobody got."""
_PAIR = 2
_DID = expression(r"(?:and )?so (?:did|does|do|has|have)\b")
"""What says that something else did the same: "held on to its good. So did leadership"."""
_POOL = 4
"""The most areas that "in every category" means."""
_HOLDING = expression(
    r"same(?: \w+)? (?:as|grades|ratings|marks|verdicts|scores|judge?ments|conclusion|view|thing)|unchanged| (?:moved|changed)\b"
    r"|no change\b|so (?:it|they|we) w|the case (?:in|at|last|then|t)|that (?:grade|mark|rating|judge?ment|verdict) (?:too |also )?(?:in|at|last|then|t)"
)
"""A part of what says that grades are what they were."""
_HELD_WORDS = ("same", "unchanged", " moved", " changed", "no change", "so ", "the case ", "that ")
"""With which such a part begins."""
_NEAR = 3
"""Sentences over which a grade says of which inspection the next one is."""


_GLOSS = expression(r"(?: of all)?(?: of|,|:|;| \u2013| -)? ?[(\"']*")
"""Between a rank and the grade that it is: "the bottom mark of inadequate", "the top grade, 'outstanding'"."""


_RANKINGS = r"(?:best|worst|highest|lowest|top|bottom|poorest|second-(?:best|highest|lowest|worst))"
_RANKED = expression(
    rf"\b(?:{_RANKINGS} (?:possible )?(?:grades?|marks?|ratings?|scores?|verdicts?|judge?ments?)(?: of)?"
    rf"|(?:its|the|their) {_RANKINGS})(?:,| \u2013| -)? ?[(\"']*$"
)
"""A rank before its grade that is no grade by itself: "its best grade, outstanding"."""
_RANK = 40
"""Characters in which that stands."""
_GIVEN = expression(r"[)\"']*(?:,| \u2013| -)(?= (?:is|was|were|went|goes|came|related|in|for|at)\b)")
"""What parts a rank's grade from the verb: "the lowest mark, inadequate, was for custody"."""
_RANKS = ("grade", "mark", "marks", "rating", "bracket")
"""How a rank ends."""


def _without_glossed(lower: str, hits: Sequence[Hit]) -> list[Hit]:
    """Grades, each with the rank before it that it is: "the bottom mark of inadequate" is one."""
    found: list[Hit] = []
    for start, end, grade in hits:
        before, first = found[-1] if found else None, start
        if before and lower.endswith(_RANKS, *before[:2]) and _GLOSS.fullmatch(lower, before[1], start):
            first = found.pop()[0]
        elif _is_near_rank(lower[max(0, start - _RANK) : start]) and (
            match := _RANKED.search(lower, max(0, start - _RANK), start)
        ):
            first = match.start()
        given = _GIVEN.match(lower, end) if first < start else None
        found.append((first, given.end() if given else end, grade))
    return found


def _is_near_rank(before: str) -> bool:
    """Whether a rank may stand before a grade."""
    return "est" in before or "worst" in before or "top" in before or "bottom" in before


class Grades(Pipe):
    """The pipe of the field `grades`.

    Args:
        cues: Table of `cues/grades.toml`.
        topics: Wordings of the topics of every programme, in lower case.
    """

    key = "grades"

    def __init__(
        self,
        cues: Mapping[str, Any],
        topics: Sequence[str],
        classes: Mapping[str, Sequence[str]],
        inspectorates: Sequence[str],
        weights: Mapping[str, Mapping[str, float]],
    ) -> None:
        self.areas = Areas(topics, classes["single"])
        scanner = Scanner(classes, inspectorates)
        self.structure = Structure(scanner, self.areas, cues["grades"])
        scope = Scope(cues)
        wordings = Wordings(classes, self.areas.topics)
        features = Features(self.areas, classes, scope)
        self.following = Following(self.areas, features.known)
        self.standing = Standing(scanner, wordings, features, self.areas)
        self.lists = Lists(scanner, wordings, self.areas)
        self.prose = Prose(scanner, wordings, features, Models.of(weights), self.areas, scope, self.standing)

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Grades, in the order of the text."""
        reading = reading_of(doc)
        hits = [hit for hit in hits_of(doc, "grade") if self.is_cased(reading, hit)]
        if not hits or only_praises(reading.lower, hits):
            return
        hits = without_measures(reading.lower, hits)
        hits = in_scale(reading.lower, _without_glossed(reading.lower, hits))
        hits = sorted([*hits, *lettered(reading, hits)])
        forces = annotations_of(doc, "forces")
        mentions = [(note.start, note.end) for note in forces]
        entries, used = self.structure.find(reading, hits, mentions)
        found = [self._entry(reading, entry) for entry in entries]
        numbers = [reading.sentence_at(hit[0]) for hit in hits]
        graded = set(numbers)
        last, state = -9, ""
        rosters = Rosters(reading, self.lists.find, self.standing.named, mentions)
        for view in self.views(doc, hits, mentions, used):
            number = reading.sentence_at(view.low)
            view.state = state if number - last < _NEAR else ""
            view.rosters = rosters
            view.behind = partial(self.following.topic, reading, number, graded)
            bodies = 0
            if "Y" in view.elements.sorts or "N" in view.elements.sorts:
                bodies = self.following.bodies(reading, number, graded, mentions)
            view.several = bodies > 0
            verdicts = self.following.settle(reading, self.prose.find(view), number, graded)
            if view.pointed and verdicts:
                self.following.point(reading, verdicts[-1], number, graded)
            for verdict in verdicts:
                if verdict.back == _PAIR and rosters.is_of_forces(number) and not rosters.fitting(number, _PAIR):
                    verdict.back = 0  # "both" of the two forces named before
                if verdict.is_open or (view.standing and verdict.back == len(view.standing)):
                    verdict.areas, verdict.back = list(view.standing), 0
                elif verdict.back > 0:
                    self._look_up(rosters, number, verdict)
            if verdicts:
                last, state = number, verdicts[-1].state
                rosters.add(number, [area for verdict in verdicts for area in verdict.areas], view.pointed)
            if bodies and verdicts:
                ahead, verdict = reading.sentences[number + 1], verdicts.pop()
                verdict.hit, verdict.rule = (ahead.start, bodies, verdict.hit[2]), "grades.inverted"
                found.append(self._verdict(reading, ahead.span, (ahead.start, ahead.end), verdict))
            for verdict in verdicts:
                if verdict.hit[2] == "same":
                    known = [note.attributes["grade"] for note in found if not note.attributes["previous"]]
                    if not known:
                        continue
                    verdict.hit = (*verdict.hit[:2], known[-1])
                span = reading.span_at(view.low)
                found.append(self._verdict(reading, span, (view.low, view.high), verdict))
            if verdicts:
                found += self._likewise(reading, number, verdicts, mentions)
        if any(self._is_open(note) for note in found):
            notes_of(doc)["mentions"] = notes_of(doc).get("mentions") or self.standing.mentions(reading, graded)
        found += self._held(reading, {at for at, hit in zip(numbers, hits, strict=True) if hit[2] != "same"})
        found = dated_back(reading, list(without_echoes(reading, found)), forces)
        yield from sorted(found, key=lambda note: note.start)

    @staticmethod
    def _is_open(note: Annotation) -> bool:
        """Whether only the article can say what a grade is for."""
        data = note.attributes
        return not (data["areas"] or data["back"] or data["overall"])

    @staticmethod
    def _look_up(rosters: Rosters, number: int, verdict: Verdict) -> None:
        """Give a grade for "all three" the nearest list of three, and one for all areas a list that these may be."""
        if verdict.back != EVERY:
            verdict.areas = list(rosters.near(number, verdict.back) or rosters.fitting(number, verdict.back))
            verdict.back = 0 if verdict.areas else verdict.back
        elif (bare := rosters.bare(number)) and not verdict.overall:
            verdict.areas, verdict.back = list(bare), 0
        else:
            verdict.pool = next((areas for areas in rosters.before(number, graded=True) if len(areas) <= _POOL), ())

    def _held(self, reading: Reading, graded: Container[int]) -> Iterator[Annotation]:
        """Sentences that say of grades given elsewhere that they were the same before."""
        places = matches_at(_HOLDING, reading.lower, _HELD_WORDS)
        for number in sorted({reading.sentence_at(at) for at in places}):
            sentence = reading.sentences[number]
            if number in graded or reading.spans[sentence.span].kind not in _READ:
                continue
            held = self.following.held(reading, sentence, follows=number - 1 in graded)
            if held:
                hit = sentence.start, sentence.start + 1, HELD
                verdict = Verdict(hit, held[1], "grades.held", back=EVERY if held[0] == "every" else 0)
                yield self._verdict(reading, sentence.span, (sentence.start, sentence.end), verdict)

    def _likewise(
        self, reading: Reading, number: int, verdicts: Sequence[Verdict], mentions: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """The grades of a sentence given to the areas or forces that the next one names: "So was leadership.", "So has Kent."."""
        if number + 1 >= len(reading.sentences):
            return
        ahead = reading.sentences[number + 1]
        start, end = self.following.likewise(reading, ahead)
        if not end:
            return
        evidence = ahead.start, ahead.end
        at = bisect_left(mentions, (start,))
        if at < len(mentions) and mentions[at][0] <= start + ARTICLE:
            for verdict in verdicts:
                hit = ahead.start, start, verdict.hit[2]
                again = replace(verdict, hit=hit, rule="grades.inverted", same=False, turn=None)
                yield self._verdict(reading, ahead.span, evidence, again)
        elif areas := self.following.likely(reading, start, end):
            kept = verdicts[-1].kept and _DID.match(reading.lower, ahead.start) is not None
            verdict = replace(verdicts[-1], areas=areas, rule="grades.relative", same=False, kept=kept, turn=None)
            yield self._verdict(reading, ahead.span, evidence, verdict)

    def views(
        self, doc: Doc, hits: Sequence[Hit], mentions: Sequence[tuple[int, int]], used: Container[int] = ()
    ) -> Iterator[View]:
        """Sentences with grades that no form of the page has used up.

        Args:
            doc: The article.
            hits: Grades in it.
            mentions: Forces in it.
            used: Numbers of spans that are left out.
        """
        reading = reading_of(doc)
        published = notes_of(doc).get("published")
        article = self._article(doc, hits)
        had = reading.lower.count(" had ") * 4 // (len(reading.sentences) or 1)
        perfect = f"had{min(had, 3)}"
        headings = self.standing.headings(reading)
        told = notes_of(doc)["topic"] = self.standing.opening(reading)
        topic = told or self.standing.only(reading)
        notes_of(doc)["mentions"] = [topic] if topic else []
        inside: dict[int, list[Hit]] = {}
        for hit in hits:
            inside.setdefault(reading.sentence_at(hit[0]), []).append(hit)
        for number, grades in inside.items():
            sentence = reading.sentences[number]
            span = reading.spans[sentence.span]
            stated = span.kind == "subheading" and self._is_stated(reading, span, grades[0])
            if (span.kind not in _READ and not stated) or sentence.span in used or -1 - number in used:
                continue
            above = reading.sentences[number - 1] if number else None
            near = (above.start, above.end) if above and above.span == sentence.span else None
            low = self._opening(reading, number, grades, inside)
            bodies = mentions[bisect_left(mentions, (low,)) : bisect_left(mentions, (sentence.end,))]
            heading = self.standing.heading(headings, low)
            view = self.prose.view(
                reading,
                low,
                sentence.end,
                [hit for hit in grades if hit[1] <= sentence.end],
                bodies,
                kind=span.kind,
                above=near,
                published=published,
                article=article,
                heading=heading.area if heading else None,
                opened=self._opened(topic, heading, mentions, span, low),
                bare_above=near if near and number - 1 not in inside and low == sentence.start else None,
                recent="graded" if number - 1 in inside or number - 2 in inside else "",
                perfect=perfect,
            )
            if view:
                yield view

    @staticmethod
    def _opened(
        topic: Piece | None, heading: Heading | None, mentions: Sequence[tuple[int, int]], span: Span, low: int
    ) -> str:
        """What a sentence without an area may be about: the topic of the article, and the force of its heading."""
        headed = heading is not None and bisect_left(mentions, (heading.start,)) < bisect_left(mentions, (heading.end,))
        first = "first" if headed and low == span.start else ""
        return f"{'topic' if topic else ''}{'force' if headed else ''}{first}"

    @staticmethod
    def _is_stated(reading: Reading, span: Span, hit: Hit) -> bool:
        """Whether a line that looks like a heading says a grade: "Outstanding at responding to major incidents"."""
        return hit[0] - span.start < _FEW and _AT.match(reading.lower, hit[1]) is not None

    def _opening(self, reading: Reading, number: int, grades: Sequence[Hit], inside: Container[int]) -> int:
        """Where the statement of a sentence with grades begins.

        A question before it belongs to it ("And prevention? Good."), and before a grade alone the name of its area,
        as a sentence or as a heading ("Leadership. GOOD.").
        """
        sentence = reading.sentences[number]
        above = reading.sentences[number - 1] if number else None
        if above is None or number - 1 in inside:
            return sentence.start
        if above.span == sentence.span and reading.text[above.end - 1] == "?":
            return above.start
        if len(grades) > 1 or above.end - above.start >= _NAME or above.span < sentence.span - 1:
            return sentence.start
        if above.span != sentence.span and reading.spans[above.span].kind != "subheading":
            return sentence.start
        (start, end, _), lower = grades[0], reading.lower
        alone = not _LETTER.search(lower, sentence.start, start) and not _LETTER.search(lower, end, sentence.end)
        return above.start if alone else sentence.start

    @staticmethod
    def _article(doc: Doc, hits: Sequence[Hit]) -> tuple[str, ...]:
        """Features of the article: whether an inspectorate is named, how often grades are, whether it is of a revisit."""
        named = len(hits_of(doc, "inspectorate"))
        revisit = (REVISIT,) if is_revisit(reading_of(doc)) else ()
        return (f"named{min(named, 3)}", f"often{min(len(hits) // 3, 4)}", *revisit)

    @staticmethod
    def is_cased(reading: Reading, hit: Hit) -> bool:
        """Whether a grade is written as one: "RI", not "ri", no part of "good use of resources" or "good enough", not "Good: none"."""
        start, end, _ = hit
        if _NO_GRADE.match(reading.lower, end):
            return False
        return end - start > 2 or reading.text[start:end].isupper()

    @staticmethod
    def _entry(reading: Reading, entry: Entry) -> Annotation:
        span = reading.spans[entry.span]
        return Annotation(
            "grade",
            entry.hit[0],
            entry.hit[1],
            entry.rule,
            {
                "grade": entry.hit[2],
                "areas": [list(entry.area)] if entry.area else [],
                "previous": entry.previous,
                "overall": entry.overall,
                "evidence": [span.start, span.end],
                "force": entry.force,
                "span": entry.span,
                "same": False,
                "back": 0,
                "pool": [],
                "kept": False,
                "turn": None,
                "lean": None,
            },
            ((entry.hit[0], entry.hit[1], reading.lower[entry.hit[0] : entry.hit[1]]),),
        )

    @staticmethod
    def _verdict(reading: Reading, span: int, sentence: tuple[int, int], verdict: Verdict) -> Annotation:
        return Annotation(
            "grade",
            verdict.hit[0],
            verdict.hit[1],
            verdict.rule,
            {
                "grade": verdict.hit[2],
                "areas": [list(area) for area in verdict.areas],
                "previous": verdict.previous,
                "overall": verdict.overall,
                "evidence": list(sentence),
                "force": -1,
                "span": span,
                "same": verdict.same,
                "back": verdict.back,
                "pool": [list(area) for area in verdict.pool],
                "kept": verdict.kept,
                "turn": verdict.turn,
                "lean": verdict.lean,
            },
            ((verdict.hit[0], verdict.hit[1], reading.lower[verdict.hit[0] : verdict.hit[1]]),),
        )
