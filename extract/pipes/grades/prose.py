"""Grades in sentences: "graded good at preventing crime", "its response was inadequate", "slipped from good to adequate".

Enters one sentence and the grades in it; leaves for each that an inspectorate gave the areas that it is for. Which
wordings a grade is for, whether it is a verdict and of which inspection it is are weighed by features; forces are
settled in `assemble`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document.dates import read_number
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.elements import Elements, Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.beside import even, is_compared, is_either, is_further, is_put_in
from extract.pipes.grades.bodies import are_others, is_dealt, is_of_counted, is_of_named
from extract.pipes.grades.eras import era_of
from extract.pipes.grades.features import Features
from extract.pipes.grades.phrases import BODIES_COUNTED, MARK_NOUNS, OUTSIDE, is_outside, is_unit
from extract.pipes.grades.pointers import borrow, echoes, in_order, is_of_all, moves, ordinal_of, pointed_at, share
from extract.pipes.grades.said import said_of
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.standing import Standing
from extract.pipes.grades.titled import titled
from extract.pipes.grades.told import is_of_body, is_of_mark, is_of_whole, is_stated, is_told
from extract.pipes.grades.verdict import Verdict
from extract.pipes.grades.view import View
from extract.pipes.grades.weighing import STATES, Models, Reckoning, Weighing
from extract.pipes.grades.wordings import Wordings
from extract.pipes.triggers import Hit

LEAST = -0.6
NEVER = -99.0
_TOLD = -3.0
"""The least score of a grade that is told with its time, behind another one."""
_SERIES = expression("[PJ]N[,&]+J?D?|(?:[PJ]N|NWJ|J?W|J)?,?&J?R?J?BJ?V?J?D?")
"""Classes from one grade to the next of a series: "outstanding in 2016 and good in 2017", "good then and is good now"."""
_INVERTED = expression(",?&?(?:PD?[WJD]{1,8})?[RJNW]*B[JD]*F")
"""Classes behind a grade whose forces stand behind the verb."""
_ONE_OF = expression("RWJ?D?J?(?P<count>N)[^GF,;:.]*$")
"""Classes of "one of only two", before the grade of an area."""
_WHOLE = expression(
    r"Y(?:\(W{1,3}\))?(?:P[DWF&]{1,5})?(?:(?:,?(?:R[RI]?)?[BXJ]*[BXV][BXJV]*D?|J?)|(?:[JR](?:[BXWDNJP&]|N,(?=N)){1,18}|,R[^G;:.,]{1,14},)[BX][BXJ]*V[JB]*D?)$"
)
"""Classes from a body that is graded as a whole to its grade."""
_SOME = expression("VNWD?NJ?G[PJ]")
"""Classes of a grade that some of a number of bodies got."""
_MANY_AS = "NYJ"
"""Classes before a grade of bodies that are counted and not named: "18 forces as inadequate"."""
_DEFINITE = frozenset(("the", "all", "these", "those"))
"""Words before the number of bodies that were named: "the three forces"."""
_IS_ONE = expression("^(?:R|DY)J*BJ*RWJ*D?J*$")
"""Classes of a body that is one of them, before their number: "it is one of only two forces"."""
_FEW = 11
"""From here on bodies that are counted are not named."""
_BODIES = 60
"""More than there are."""
_COUNTED = 4
"""Elements between the number of bodies and their noun at most."""
_OVERALL_AND = expression(r"['\"]?,? (?:both )?overall,? and (?:for|at|in|on) ")
"""Behind a grade that is for the whole and for an area: "inadequate both overall and for custody"."""
_MOST = frozenset(("most", "many", "some", "several", "other", "remaining"))
_ALMOST = frozenset(("almost", "nearly", "virtually"))
"""Words of a share of all bodies, of which none is named."""
_RATED = expression(r"IX*V(D[WFPY&]+)(?:\([^)]*\))?JG")
"""Classes of an inspectorate that grades a body of some name."""
_UNIT = expression(r"Y(?:\([^)]*\))?(?:[RJ,][^G;:]*)?[BX][BXJ]*(?:V[JW]{0,2}&)?[BX]?[BXVJ]*D?$")
"""Classes from a unit of which more is told to its grade: "the regional unit (ROCU) that serves all four was graded separately and is"."""
_UNITS = frozenset(("unit", "rocu"))
_WIDE = 60
"""Elements before a grade in which its body stands."""
_GIVEN = expression("[XB]*V?[VBJD]*G")
"""Classes from the bodies to their grade."""
_NO_AREA = frozenset(("occasion", "body", "empty", "named"))
"""Traits of a wording that is no area."""
_BEGINS = expression("(?:^|[;:.\u2013]|,?&)D?$")
"""Classes before the subject of a clause."""
_PREDICATES = expression("(?:[BX]J?[BX]*J?V?|V)[PJ]*D?G")
"""Classes from a subject to its grade."""


_IT_WAS = expression("[,RJ&]*[RJ](?:P[NW]+,?)?(?P<it>R)[BX]+J?V?J?D?$")
"""Classes of a clause whose subject stands for something else, up to its grade: ", because in 2021 it was"."""
_REASONS = frozenset(("because", "as", "since", "when", "where", "though", "although", "for", "given"))
_THAT_AREA = expression("[PJ]RW")
_AREA_NOUNS = frozenset(("area", "respect", "regard", "category", "question", "pillar", "field"))


class Prose(Weighing):
    """Reads grades in sentences.

    Args:
        scanner: Cuts sentences into elements.
        wordings: Finds wordings.
        features: Names features.
        models: Weighs them.
        areas: Parter of lists.
        scope: Reader of qualifiers.
        standing: Finder of what a passage is about.
    """

    def __init__(
        self,
        scanner: Scanner,
        wordings: Wordings,
        features: Features,
        models: Models,
        areas: Areas,
        scope: Scope,
        standing: Standing,
    ) -> None:
        super().__init__(wordings, features, models, areas, standing)
        self.scanner = scanner
        self.scope = scope

    def view(
        self,
        reading: Reading,
        low: int,
        high: int,
        hits: Sequence[Hit],
        bodies: Sequence[tuple[int, int]],
        *,
        kind: str,
        above: tuple[int, int] | None,
        published: str | None,
        article: tuple[str, ...] = (),
        recent: str = "",
        perfect: str = "",
        bare_above: tuple[int, int] | None = None,
        heading: Piece | None = None,
        opened: str = "",
    ) -> View | None:
        """A sentence as elements; None where no grade in it can be a verdict."""
        clauses: dict[int, tuple[int, int]] = {}
        vetoed: set[int] = set()
        for hit in hits:
            clause = clauses[hit[0]] = self.scope.clause(reading, hit[0], hit[1], low, high)
            if any(self.features.qualifiers(reading, hit, clause, hits, low, high, above)):
                vetoed.add(hit[0])
        if len(vetoed) == len(hits) or self.scope.is_range(reading, hits, low, high):
            return None
        elements = self.scanner.scan(reading.lower, low, high, hits, bodies)
        by_start = {hit[0]: hit for hit in hits}
        marked: dict[int, Hit] = {}
        grade = elements.sorts.find("G")
        while grade >= 0:
            marked[grade] = by_start[elements.starts[grade]]
            grade = elements.sorts.find("G", grade + 1)
        scale = self.scope.is_scale(reading, hits, low, high)
        return View(
            reading, low, high, elements, marked, kind, above, published, article, scale, recent, perfect, "", bare_above,
            heading, (), opened, hits, vetoed, clauses,
        )  # fmt: skip

    def find(self, view: View) -> list[Verdict]:
        """Grades that a sentence gives.

        Args:
            view: The sentence.
        """
        reckoning = self.weigh(view)
        found: list[tuple[int, Verdict]] = []
        alone: list[Verdict] = []
        prior: tuple[int, str] | None = None
        ordered = in_order(view) if len(view.hits) > 1 else ()
        unnamed = 0 if view.several else _counts_bodies(view.elements)
        for grade, hit in view.hits.items():
            if hit[0] in view.vetoed or grade < unnamed or _is_of_many(view.elements, grade):
                continue
            if is_of_counted(view.elements, grade) or is_either(view, grade) or is_compared(view.elements, grade):
                continue
            areas = self.areas_of(reckoning, grade) or self._of_subject(reckoning, grade)
            if areas and _tells_of_body(view.elements, grade, areas[0][0]):
                areas = []  # "a probation unit which supervises people in three towns was rated good"
            if areas and _is_pointed_away(view.elements, grade, areas[-1]):
                areas = []  # "inspectors saw progress: a year ago it was inadequate in that area"
            if view.scale and not areas and grade not in ordered:
                continue
            counted = not areas and grade in reckoning.counts.counted
            ordinal = -1 if areas else ordinal_of(view.elements, grade)
            pointed = 6 * LEAST if ordinal > grade else 2 * LEAST if ordinal >= 0 else LEAST
            least = NEVER if grade in ordered else 0.0 if areas else pointed
            if grade in reckoning.again:
                least = 4 * LEAST
            signs = self.features.verdict(view, grade, *reckoning.of(grade))
            score = self.models.verdict.score(signs)
            whole = not areas and self._is_overall(view.elements, grade)
            put_in = bool(found) and not areas and is_put_in(view.elements, found[-1][0], grade, view.written(hit))
            further = bool(found) and not areas and is_further(view.elements, found[-1][0], grade)
            further = further or (not areas and are_others(view.elements, grade))
            least = min(least, 4 * LEAST) if further else least
            said = said_of(view, grade, prior) if score > _TOLD or score > least or counted else ""
            said = "then" if put_in else said or era_of(view, grade, prior)
            if (
                score <= least
                and not (put_in or (not areas and _grades_unit(view.elements, grade)))
                and not (counted or whole or view.several or is_stated(view.elements, grade))
                and not (not areas and is_of_named(view.elements, grade))
                and not ((view.standing or score > 2 * LEAST) and not areas and is_dealt(view.elements, grade))
                and not ((view.recent or view.standing) and not areas and is_of_mark(view.elements, grade))
            ):
                goes_on = found and _SERIES.fullmatch(view.elements.sorts, found[-1][0] + 1, grade)
                told = (view.recent or found or areas) and score > _TOLD and (said == "then" or is_told(view, grade))
                weak = score <= 4 * LEAST and not is_of_all(view.elements, grade)
                if not (goes_on or told) and (areas or weak or not self._finds(view, grade)):
                    continue
            overall = whole or (not areas and self._rates_body(view.elements, grade))
            verdict = Verdict(hit, areas, "grades.linked" if areas else "grades.context", overall=overall)
            if not areas and not found:
                title = titled(view.reading.lower, hit[1], view.high, self.areas.topics)
                if title:
                    verdict.areas, verdict.rule, verdict.overall = [title], "grades.linked", False
            if said:
                state = said
            else:
                first = found[0][1].state if found else ""
                odds = self.models.state.totals(self.features.times.of(view, grade, prior, first))
                state = STATES[odds.index(max(odds))]
                verdict.lean = odds[1] - odds[0]
            of = _ONE_OF.search(view.elements.sorts, 0, grade) if areas and "one" in view.elements.words else None
            if of and view.elements.words[of.start()] == "one":
                verdict.count = read_number(view.elements.words[of.start("count")])
            verdict.previous, verdict.kept = state == "then", state == "both"
            if areas and _OVERALL_AND.match(view.reading.lower, hit[1], view.high):
                alone.append(replace(verdict, areas=[], rule="grades.context", overall=True))
            if counted:
                verdict.counted, verdict.count = True, reckoning.counts.counted.get(grade)
                if grade in reckoning.counts.others:
                    verdict.back = -(verdict.count or 0)
                alone.append(verdict)
                continue
            prior = grade, state
            found.append((grade, verdict))
        if len(found) > 1:
            even(view.elements, found)
            share(view, found)
        for grade, verdict in found:
            if not verdict.areas and not (verdict.overall and is_of_body(view.elements, grade)):
                borrow(view, grade, verdict, found)
                if verdict.is_open and (topic := self._because(view, grade)):
                    verdict.areas, verdict.rule = [topic], "grades.relative"
            if self._is_inverted(view.elements, grade):
                verdict.rule = "grades.inverted"
                for other, left in found:
                    if other < grade and moves(view.elements, other, grade):
                        left.rule = verdict.rule
        alone += echoes(view.elements, dict(found))
        given = [verdict for _, verdict in found]
        return sorted([*given, *alone], key=lambda verdict: verdict.hit[0]) if alone else given

    def _of_subject(self, reckoning: Reckoning, grade: int) -> list[Piece]:
        """The subject of a clause whose grade nothing else is for, whatever its words: "The on-call system emerged with an inadequate"."""
        view = reckoning.view
        sorts = view.elements.sorts
        for sketch, link in zip(reckoning.sketches, reckoning.links, strict=False):
            first, last, _ = sketch.wording
            if link >= 0 or last > grade or not _NO_AREA.isdisjoint(sketch.traits):
                continue
            if _BEGINS.search(sorts, 0, first) and _PREDICATES.fullmatch(sorts, last, grade + 1):
                low, high = view.elements.starts[first], view.elements.ends[last - 1]
                return self.areas.split(view.reading.lower, low, high, None)
        return []

    def _because(self, view: View, grade: int) -> Piece | None:
        """The topic of the main clause, where a grade is the reason for what that says: "we welcome this on vetting, as it was"."""
        match = _IT_WAS.search(view.elements.sorts, 0, grade)
        if not match or view.elements.words[match.start("it")] != "it":
            return None
        joint = match.start() + (view.elements.sorts[match.start()] == ",")
        if view.elements.words[joint] not in _REASONS:
            return None
        return max(self.standing.topics(view.reading.lower, view.low, view.elements.starts[joint]), default=None)

    @staticmethod
    def _finds(view: View, grade: int) -> bool:
        """Whether a sentence points at a list that stands before it: "Both are now adequate"."""
        count = pointed_at(view.elements, grade) if view.rosters else 0
        if not view.rosters or not count:
            return False
        lists = view.rosters.before(view.reading.sentence_at(view.low))
        return any(count == len(areas) for areas in lists)

    def _is_overall(self, elements: Elements, grade: int) -> bool:
        """Whether a grade is said to be the overall one: "our overall judgment is good", "an overall rating of good"."""
        if (
            is_of_whole(elements, grade)
            or is_of_body(elements, grade)
            or (elements.sorts[grade - 1 : grade] == "J" and self._rates_body(elements, grade))
        ):
            return True
        here = grade - 1
        while here > 0 and (elements.sorts[here] in "BDXJ:" or elements.words[here] == "of"):
            here -= 1
        if "Y" in elements.sorts[:grade] and (match := _WHOLE.search(elements.sorts, 0, grade)):
            return is_outside(elements, match.start())
        return (
            here > 0
            and (elements.words[here] in self.features.occasion or elements.words[here] in MARK_NOUNS)
            and "overall" in elements.words[max(0, here - 2) : here]
        )

    def _rates_body(self, elements: Elements, grade: int) -> bool:
        """Whether an inspectorate grades a body as such: "has rated the Leeds probation unit as good"."""
        if elements.words[grade - 1] != "as":
            return False
        match = _RATED.match(elements.sorts, max(0, elements.sorts.find("I")), grade + 1)
        if not match or match.end() != grade + 1:
            return False
        owned = any(word.endswith("'s") for word in elements.words[match.start(1) : match.end(1)])
        return not owned and elements.words[match.end(1) - 1] in self.features.body

    @staticmethod
    def _is_inverted(elements: Elements, grade: int) -> bool:
        """Whether the forces stand behind the verb: "Among the good are Kent and Essex"."""
        if "F" not in elements.sorts[grade + 1 :] or "F" in elements.sorts[:grade]:
            return False
        return _INVERTED.match(elements.sorts, grade + 1) is not None


def _tells_of_body(elements: Elements, grade: int, start: int) -> bool:
    """Whether the words from an offset to a grade only tell more of a body outside the registry, whose grade it is."""
    low = max(0, grade - _WIDE)
    if OUTSIDE.isdisjoint(elements.words[low:grade]):
        return False
    match = _WHOLE.search(elements.sorts, low, grade)
    return (
        match is not None
        and is_outside(elements, match.start())
        and elements.starts[match.start()] < start < elements.starts[grade]
    )


def _is_pointed_away(elements: Elements, grade: int, area: Piece) -> bool:
    """Whether a grade is for an area named before its sentence, and what stands before a colon is none: "…: it was good in that area"."""
    at = elements.sorts.find("W", grade, grade + 5)
    if at < 0 or elements.words[at] not in _AREA_NOUNS or not _THAT_AREA.fullmatch(elements.sorts, at - 2, at + 1):
        return False
    colon = elements.sorts.rfind(":", 0, grade)
    return colon >= 0 and area[1] <= elements.starts[colon]


def _grades_unit(elements: Elements, grade: int) -> bool:
    """Whether a unit of several forces is graded for what the article is about: "the regional unit itself was good"."""
    low = max(0, grade - _WIDE)
    if _UNITS.isdisjoint(elements.words[low:grade]):
        return False
    sorts = "".join(
        "J" if word == "itself" else sort for word, sort in zip(elements.words, elements.sorts, strict=True)
    )
    match = _WHOLE.search(sorts, low, grade) or _UNIT.search(sorts, low, grade)
    ends = sorts[grade + 1 : grade + 2] in (".", ",", ";", "&", "P", ")", "")
    return match is not None and ends and is_unit(elements, match.start())


def _counts_bodies(elements: Elements) -> int:
    """Where the grades end that bodies got which a sentence counts and does not name: "17 services received good grades"."""
    if "F" in elements.sorts:
        return 0
    some = _SOME.search(elements.sorts) if "of" in elements.words else None
    if some and elements.words[some.start() + 2] == "of":
        return len(elements)  # "they graded six of the ten as adequate for training"
    if BODIES_COUNTED.isdisjoint(elements.words):
        return 0
    for number, word in enumerate(elements.words):
        if word in BODIES_COUNTED and _is_share(elements, number) and _GIVEN.match(elements.sorts, number + 1):
            return len(elements)
        at = elements.sorts.rfind("N", max(0, number - _COUNTED), number) if word in BODIES_COUNTED else -1
        known = at > 0 and elements.words[at - 1] in _DEFINITE and (read_number(elements.words[at]) or _FEW) < _FEW
        known = known or (at > 0 and _IS_ONE.search(elements.sorts, 0, at) is not None and "one" in elements.words[:at])
        if at >= 0 and not known and _GIVEN.match(elements.sorts, number + 1):
            return len(elements)
    return 0


def _is_of_many(elements: Elements, grade: int) -> bool:
    """Whether a grade is of bodies that are counted and not named: "18 forces as inadequate", "35 as good"."""
    if elements.sorts.endswith(_MANY_AS, 0, grade):
        return True
    if elements.words[grade - 1] != "as" or elements.sorts[max(0, grade - 2) : grade - 1] != "N":
        return False
    return _FEW < (read_number(elements.words[grade - 2]) or 0) <= _BODIES


def _is_share(elements: Elements, number: int) -> bool:
    """Whether the noun of bodies means a share of all that there are: "most forces", "almost all police forces"."""
    words = elements.words
    here = number - 1 - (number > 0 and words[number - 1] in ("police", "fire"))
    if here < 0:
        return True  # "Police forces are good at answering calls"
    return words[here] in _MOST or (words[here] == "all" and words[max(0, here - 1)] in _ALMOST)
