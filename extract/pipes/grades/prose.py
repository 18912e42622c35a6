"""Grades in sentences: "graded good at preventing crime", "its response was inadequate", "slipped from good to adequate".

Enters one sentence and the grades in it; leaves for each that an inspectorate gave the areas that it is for. Which
wordings a grade is for, whether it is a verdict and of which inspection it is are weighed by features; forces are
settled in `assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.document.dates import read_number
from extract.document.reading import Reading
from extract.linear import Choice, Model
from extract.pipes.elements import Elements, Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.counted import Counts, find_counts
from extract.pipes.grades.features import Features, View
from extract.pipes.grades.links import Sketch
from extract.pipes.grades.pointers import borrow, echoes, in_order, ordinal_of, settle, share
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.standing import Standing
from extract.pipes.grades.verdict import Verdict
from extract.pipes.grades.wordings import Wordings
from extract.pipes.triggers import Hit

LEAST = -0.6
NEVER = -99.0
STATES = ("now", "then", "both")
"""Inspections that a grade can be of: this one, an earlier one, both."""
_REACH = 40
"""Elements between a grade and a wording beyond which they have nothing to do with each other."""


@dataclass(frozen=True)
class Models:
    """Weights of the three decisions.

    Args:
        link: Whether a wording is what a grade is for.
        verdict: Whether a grade is a verdict of an inspectorate.
        state: Of which inspection it is: `now`, `then` or `both`.
        tied: What each trait of a wording weighs in its link with a grade behind it, and with one before it.
    """

    link: Model
    verdict: Model
    state: Choice
    tied: Mapping[str, tuple[float, float]]

    @classmethod
    def of(cls, weights: Mapping[str, Mapping[str, float]]) -> Models:
        """The models of the tables of `weights/grades.json`."""
        link, verdict = (Model(weights.get(name, {})) for name in ("link", "verdict"))
        state = Choice({state: weights.get(state, {}) for state in STATES})
        traits = {name.partition("~")[2] for name in link.weights if "~" in name}
        weight = {
            name: link.weights.get(name, 0.0) for trait in traits for name in (f"L~{trait}", f"R~{trait}", f"~{trait}")
        }
        tied = {t: (weight[f"L~{t}"] + weight[f"~{t}"], weight[f"R~{t}"] + weight[f"~{t}"]) for t in traits}
        return cls(link, verdict, state, tied)

    def tie(self, traits: Iterable[str]) -> tuple[float, float]:
        """What traits of a wording weigh together in its link with a grade behind it, and with one before it."""
        left = right = 0.0
        for trait in filter(None, map(self.tied.get, traits)):
            left += trait[0]
            right += trait[1]
        return left, right


@dataclass(slots=True)
class Reckoning:
    """A sentence weighed.

    Args:
        view: The sentence.
        sketches: Its wordings.
        links: For each wording the number of the grade's element that it belongs to, or -1.
        counts: Grades with a count of their areas.
        scores: For each grade the scores of its wordings, the best first, and whether the best is a known area.
    """

    view: View
    sketches: list[Sketch]
    links: list[int]
    counts: Counts
    scores: dict[int, tuple[list[float], bool]]

    def of(self, grade: int) -> tuple[list[float], bool, float]:
        """Scores of a grade's wordings, whether the best is a known area, and the best score of any other grade."""
        others = -9.0
        for other, (scores, _) in self.scores.items():
            if other != grade and scores and scores[0] > others:
                others = scores[0]
        return (*self.scores[grade], others)


_FORMERLY = frozenset(("previously", "formerly", "once", "originally"))
"""Words before a grade of an earlier inspection: "its leadership, previously good,"."""
_KEEPING = frozenset(("keep", "keeps", "kept", "keeping", "retain", "retains", "retained", "retaining"))
_ANNOUNCED = 2.5
"""The least score of what is announced behind a count, seldom as that is in lessons."""
_INVERTED = re.compile("[RJNW]*B[JD]*F")
"""Classes behind a grade whose forces stand behind the verb."""
_FINITE = re.compile("[BXM]")


class Prose:
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
        self.scanner = scanner
        self.wordings = wordings
        self.features = features
        self.models = models
        self.areas = areas
        self.scope = scope
        self.standing = standing

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
        if len(vetoed) == len(hits):
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

    @staticmethod
    def is_near(sketch: Sketch, grade: int) -> bool:
        """Whether a wording stands near enough to a grade to belong to it."""
        first, last, _ = sketch.wording
        return first - grade <= _REACH and grade - last <= _REACH

    def weigh(self, view: View) -> Reckoning:
        """Which wordings belong to which grades."""
        elements, lower = view.elements, view.reading.lower
        wordings = self.wordings.find(elements)
        sketches = [self.features.sketch(lower, elements, wording) for wording in wordings]
        counts = find_counts(lower, view.high, elements, view.hits, wordings)
        settled = settle(elements, sketches)
        if settled:
            counts = counts._replace(owners=settled | dict(counts.owners))
        links: list[int] = []
        scores: dict[int, list[tuple[float, bool]]] = {grade: [] for grade in view.hits}
        for number, sketch in enumerate(sketches):
            best, chosen = 0.0, -1
            tied = self.models.tie(sketch.traits)
            for grade in view.hits:
                if not self.is_near(sketch, grade) or not counts.allows(number, grade):
                    continue
                score = self.models.link.score(self.features.between(elements, grade, sketch))
                score += tied[sketch.wording.first > grade]
                if number in counts.owners:
                    score = max(score, _ANNOUNCED)
                scores[grade].append((score, sketch.known))
                if score > best:
                    best, chosen = score, grade
            links.append(chosen)
        if (view.bare_above or view.heading) and not all(any(s > 0 for s, _ in found) for found in scores.values()):
            view.standing = self.standing.of(view)
        ordered: dict[int, tuple[list[float], bool]] = {}
        for grade, found in scores.items():
            found.sort(reverse=True)
            ordered[grade] = [score for score, _ in found], bool(found) and found[0][1]
        return Reckoning(view, sketches, links, counts, ordered)

    def find(self, view: View) -> list[Verdict]:
        """Grades that a sentence gives.

        Args:
            view: The sentence.
        """
        reckoning = self.weigh(view)
        found: list[tuple[int, Verdict]] = []
        alone: list[Verdict] = []
        prior: tuple[int, str] | None = None
        ordered = in_order(view.elements, list(view.hits)) if len(view.hits) > 1 else ()
        for grade, hit in view.hits.items():
            if hit[0] in view.vetoed:
                continue
            areas = self._areas(reckoning, grade)
            if view.scale and not areas and grade not in ordered:
                continue
            counted = not areas and grade in reckoning.counts.counted
            ordinal = -1 if areas else ordinal_of(view.elements, grade)
            pointed = 6 * LEAST if ordinal > grade else 2 * LEAST if ordinal >= 0 else LEAST
            least = NEVER if grade in ordered else 0.0 if areas else pointed
            signs = self.features.verdict(view, grade, *reckoning.of(grade))
            if self.models.verdict.score(signs) <= least and not counted:
                continue
            verdict = Verdict(hit, areas, "grades.linked" if areas else "grades.context")
            kept = self._is_kept(view.elements, grade) or self._goes_on(view.elements, grade, prior)
            formerly = grade > 0 and view.elements.words[grade - 1] in _FORMERLY
            first = found[0][1].state if found else ""
            said = "both" if kept else "then" if formerly else ""
            state = said or self.models.state.best(self.features.time(view, grade, prior, first))
            verdict.previous, verdict.kept = state == "then", state == "both"
            if counted:
                verdict.counted, verdict.count = True, reckoning.counts.counted.get(grade)
                if grade in reckoning.counts.others:
                    verdict.back = -(verdict.count or 0)
                alone.append(verdict)
                continue
            prior = grade, state
            found.append((grade, verdict))
        share(view, found)
        for grade, verdict in found:
            if not verdict.areas:
                borrow(view, grade, verdict, found)
            if self._is_inverted(view.elements, grade):
                verdict.rule = "grades.inverted"
        alone += echoes(view.elements, dict(found))
        given = [verdict for _, verdict in found]
        return sorted([*given, *alone], key=lambda verdict: verdict.hit[0]) if alone else given

    @staticmethod
    def _is_kept(elements: Elements, grade: int) -> bool:
        """Whether a grade is said to be held from one inspection to the next: "keeps its good"."""
        here = grade - 1
        while here > max(0, grade - 3) and elements.sorts[here] == "D":
            here -= 1
        return here >= 0 and elements.words[here] in _KEEPING

    @staticmethod
    def _goes_on(elements: Elements, grade: int, prior: tuple[int, str] | None) -> bool:
        """Whether a grade is held like the one before it: "keeps its good for A and its adequate for B"."""
        if prior is None or prior[1] != "both" or elements.sorts[grade - 1] != "D":
            return False
        return elements.sorts[grade - 2] in "&," and _FINITE.search(elements.sorts, prior[0], grade) is None

    @staticmethod
    def _is_inverted(elements: Elements, grade: int) -> bool:
        """Whether the forces stand behind the verb: "Among the good are Kent and Essex"."""
        match = _INVERTED.match(elements.sorts, grade + 1)
        return match is not None and "F" not in elements.sorts[:grade]

    def _areas(self, reckoning: Reckoning, grade: int) -> list[Piece]:
        """The areas of the wordings that belong to a grade."""
        areas: list[Piece] = []
        view, counts = reckoning.view, reckoning.counts
        if grade in counts.lists:
            areas = self.areas.split(view.reading.lower, *counts.lists[grade], counts.counted[grade])
            if len(areas) == counts.counted[grade]:
                return areas
            areas = []
        for sketch, link in zip(reckoning.sketches, reckoning.links, strict=True):
            if link == grade:
                first, last = sketch.wording.first, sketch.wording.last
                count = counts.counted.get(grade) or self._count(view.elements, sketch, grade)
                areas += self.areas.split(
                    view.reading.lower, view.elements.starts[first], view.elements.ends[last - 1], count
                )
        return areas

    @staticmethod
    def _count(elements: Elements, sketch: Sketch, grade: int) -> int | None:
        """How many areas the words before a list say there are: "good in three areas: …"."""
        first = sketch.wording.first
        low = grade + 1 if first > grade else max(0, first - 6)
        for number in range(first - 1, low - 1, -1):
            if elements.sorts[number] == "N":
                return read_number(elements.words[number])
            if elements.words[number] == "both":
                return 2
        last = sketch.wording.last
        return 2 if first < grade and "both" in elements.words[last : last + 2] else None
