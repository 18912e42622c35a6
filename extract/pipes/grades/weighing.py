"""Which wordings of a sentence its grades are for.

Enters a sentence as elements; leaves for each wording, and for each word that points back, the grade that it belongs
to. Each pair is scored by its features; what the whole sentence shows is settled over the pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from extract.expressions import expression
from extract.linear import Choice, Model
from extract.pipes.elements import Elements
from extract.pipes.grades.apart import is_apart, is_named
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.beside import given_instead
from extract.pipes.grades.clauses import coordinated, goes_on, is_parted, repeats, resumed, settle
from extract.pipes.grades.counted import Counts, count_of, find_counts
from extract.pipes.grades.endings import is_title
from extract.pipes.grades.features import Features
from extract.pipes.grades.links import SHORT, Sketch, Stand, names_of, stand_of
from extract.pipes.grades.onward import going_on, opens_other, tells_more
from extract.pipes.grades.phrases import is_excepted
from extract.pipes.grades.pointers import moves
from extract.pipes.grades.references import Pointer, find_pointers, gives_way, is_body
from extract.pipes.grades.rosters import fits, meant
from extract.pipes.grades.standing import Standing
from extract.pipes.grades.subjects import subjects
from extract.pipes.grades.told import is_before_mark
from extract.pipes.grades.view import View
from extract.pipes.grades.wordings import Wording, Wordings, behind_body

STATES = ("now", "then", "both")
"""Inspections that a grade can be of: this one, an earlier one, both."""
_REACH = 40
"""Elements between a grade and a wording beyond which they have nothing to do with each other."""
_AS_AREA = ("topic", "known4", "long1", "opensW")
"""Traits of a wording that names an area: what points back is linked as that is."""
_FREE = -1.0
"""The least score with which a free wording goes to a grade that has none."""
_SHARED = 1.0
"""By how much a wording may be likelier for a grade that has another one as well."""
_BEFORE_PAIR = 2
"""Sentences before "the former" in which two bodies are named."""
_OF_SEVERAL = expression("NWD?N[WY]*[BX]*$")
"""Classes before a grade of so many of several bodies."""
_IS = len("'s")
_ANNOUNCED = 2.5
"""The least score of what is announced behind a count, seldom as that is in lessons."""


class Models(NamedTuple):
    """Weights of the three decisions.

    Args:
        link: Whether a wording is what a grade is for.
        verdict: Whether a grade is a verdict of an inspectorate.
        state: Of which inspection it is: `now`, `then` or `both`.
        tied: What each trait of a wording weighs in its link with a grade behind it, and with one before it.
        stand: What a grade and a wording weigh by how they stand to each other; told once, for few ways are common.
    """

    link: Model
    verdict: Model
    state: Choice
    tied: Mapping[str, tuple[float, float]]
    stand: Callable[[Stand], float]

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
        return cls(link, verdict, state, tied, lru_cache(maxsize=1 << 12)(lambda stand: link.score(names_of(stand))))

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
        pointers: What the last of the wordings point back to.
        again: Grades that a wording has beside the one in an aside behind it, and its number.
    """

    view: View
    sketches: list[Sketch]
    links: list[int]
    counts: Counts
    scores: dict[int, tuple[list[float], bool]]
    pointers: Sequence[Pointed] = ()
    again: Mapping[int, int] = field(default_factory=dict)

    def of(self, grade: int) -> tuple[list[float], bool, float]:
        """Scores of a grade's wordings, whether the best is a known area, and the best score of any other grade."""
        others = -9.0
        for other, (scores, _) in self.scores.items():
            if other != grade and scores and scores[0] > others:
                others = scores[0]
        return (*self.scores[grade], others)


class Pointed(NamedTuple):
    """Words that point back and the lists of areas that they may point into, the nearest first."""

    pointer: Pointer
    lists: Sequence[Sequence[Piece]]


class Weighing:
    """Links wordings with grades.

    Args:
        wordings: Finds wordings.
        features: Names features.
        models: Weighs them.
        areas: Parter of lists.
        standing: Finder of what a passage is about.
    """

    def __init__(
        self, wordings: Wordings, features: Features, models: Models, areas: Areas, standing: Standing
    ) -> None:
        self.wordings = wordings
        self.features = features
        self.models = models
        self.areas = areas
        self.standing = standing

    @staticmethod
    def is_near(sketch: Sketch, grade: int) -> bool:
        """Whether a wording stands near enough to a grade to belong to it."""
        first, last, _ = sketch.wording
        return first - grade <= _REACH and grade - last <= _REACH

    def weigh(self, view: View) -> Reckoning:
        """Which wordings belong to which grades."""
        elements, lower = view.elements, view.reading.lower
        wordings = self.wordings.find(elements)
        if "," in elements.words or ":" in elements.words:
            wordings = [one for one in wordings if not is_title(view.reading.text, elements, one.first, one.last)]
        wordings = [one for one in wordings if is_named(elements, one)]
        if elements.sorts.count(",") > 1:
            wordings = [one for n, one in enumerate(wordings) if not (n and tells_more(elements, wordings, n))]
        pointers = self._pointers(view, wordings)
        if pointers:
            wordings = [one for one in wordings if not any(gives_way(elements, one, each.pointer) for each in pointers)]
        sketches = [self.features.sketch(lower, elements, wording) for wording in wordings]
        counts = find_counts(lower, view.high, elements, view.hits, wordings)
        settled = dict(going_on(elements, wordings)) | subjects(elements, sketches) | settle(elements, sketches)
        if settled:
            counts = counts._replace(owners=settled | dict(counts.owners))
        joined = coordinated(elements, wordings)
        twice = resumed(elements, wordings)
        plain = len(sketches)
        told = self.wordings.remarking
        sketches += [Sketch(one.pointer.wording, "", _AS_AREA, True) for one in pointers]
        links: list[int] = []
        odds: list[dict[int, float]] = []
        scores: dict[int, list[tuple[float, bool]]] = {grade: [] for grade in view.hits}
        for number, sketch in enumerate(sketches):
            best, chosen = 0.0, -1
            own: dict[int, float] = {}
            tied = self.models.tie(sketch.traits)
            first, stop, _ = sketch.wording
            for grade in view.hits:
                if first - grade > _REACH or grade - stop > _REACH:
                    continue
                if not self._allows(view, counts, grade, number, plain):
                    continue
                right = first > grade
                if right and number < plain and is_excepted(elements, grade, first):
                    continue
                if right and (
                    goes_on(elements, grade, first) or (number >= plain and opens_other(elements, first, stop))
                ):
                    continue
                if not right and is_before_mark(elements, stop, grade):
                    continue
                if not right and number not in counts.owners and is_parted(elements, sketch.wording, grade):
                    continue  # "Kent was told to improve how it trains staff, while Essex was rated good"
                score = self._score(elements, grade, sketch) + tied[right]
                if number in counts.owners:
                    score = max(score, _ANNOUNCED)
                elif right and number < plain and score > _FREE and is_apart(elements, grade, sketch.wording, told):
                    continue  # "the good rating, which places us among the best"
                scores[grade].append((score, sketch.known))
                if joined and joined.get(number) == grade:
                    score = max(score, _ANNOUNCED)
                own[grade] = score
                if score > best:
                    best, chosen = score, grade
            if chosen >= 0 and view.hits[chosen][0] in view.vetoed:
                chosen = max(
                    (grade for grade, score in own.items() if score > 0 and view.hits[grade][0] not in view.vetoed),
                    key=own.__getitem__,
                    default=given_instead(elements, chosen),
                )
            last = links[-1] if links and number < plain and (chosen < 0 or chosen > first) else -1
            if 0 <= last < sketches[number - 1].wording.first and last in own:
                same = repeats(elements, sketches[number - 1].wording, sketch.wording, free=chosen < 0)
                chosen = last if same else chosen
            links.append(chosen)
            odds.append(own)
        again = [grade for grade in settled.values() if links.count(grade) == 1]
        if again or not all(map(links.__contains__, view.hits)):
            self._spread(view, sketches, links, odds, again)
        ordered: dict[int, tuple[list[float], bool]] = {}
        linked = True
        for grade, found in scores.items():
            found.sort(reverse=True)
            ordered[grade] = [score for score, _ in found], bool(found) and found[0][1]
            linked = linked and bool(found) and found[0][0] > 0
        if not linked:
            view.standing = self.standing.of(view) or view.behind()
        for grade in again:  # "A has moved from adequate to good, as has B"
            left = elements.sorts.rfind("G", 0, grade)
            if left in links and moves(elements, left, grade):
                twice = {**twice, grade: links.index(left)}
        twice = {
            grade: number
            for grade, number in twice.items()
            if links[number] >= 0 and (grade not in links or grade in again)
        }
        for number, grade in settled.items():
            left = elements.sorts.rfind("G", 0, max(grade, 0))
            if grade in again and left in links and moves(elements, left, grade):
                twice[left] = number  # "A went from adequate to good, and so did B"
        return Reckoning(view, sketches, links, counts, ordered, pointers, twice)

    def _score(self, elements: Elements, grade: int, sketch: Sketch) -> float:
        """How likely a wording is what a grade is for, but for its traits."""
        models, stand = self.models, stand_of(elements, grade, sketch)
        score = models.stand(stand) if len(stand.path) < SHORT else models.link.score(names_of(stand))
        return models.link.score(self.features.aside(elements, grade, sketch, stand), score)

    @staticmethod
    def _allows(view: View, counts: Counts, grade: int, number: int, plain: int) -> bool:
        """Whether a wording, or from `plain` on a pointer, may be what a grade is for."""
        if number < plain:
            return counts.allows(number, grade)
        return _OF_SEVERAL.search(view.elements.sorts, 0, grade) is None  # "ten of the fourteen were good at the first"

    def _pointers(self, view: View, wordings: Sequence[Wording]) -> list[Pointed]:
        """Words of a sentence that point back, with what they may point to."""
        if view.rosters is None:
            return []
        found: list[Pointed] = []
        pointers = find_pointers(view.elements)
        number = view.reading.sentence_at(view.low) if pointers else -1
        for pointer in pointers:
            if view.elements.words[pointer.wording.last : pointer.wording.last + 1] == ["for"]:
                continue  # "one outstanding, the last for responding to emergencies"
            if is_body(view.elements, pointer) and view.rosters.is_of_forces(number, _BEFORE_PAIR):
                continue
            if pointer.back:
                last = self._named(view, pointer, wordings) or view.rosters.last(number)
                last = last or ([view.heading] if view.heading else [])
                lists = [last[-1:] if pointer.back == "one" else last]
            else:
                lists = [*self._beside(view, pointer, wordings), *view.rosters.before(number)]
            if any(lists):
                found.append(Pointed(pointer, lists))
        placed = [one for one in found if one.pointer.places]
        for areas in placed[0].lists if placed else ():
            if all(fits(one.pointer, areas) for one in placed):
                view.pointed = areas
                return [one._replace(lists=[areas]) if one in placed else one for one in found]
        return [one for one in found if one not in placed]

    def _named(self, view: View, pointer: Pointer, wordings: Sequence[Wording]) -> list[Piece]:
        """The areas that the sentence of a pointer names last before it."""
        elements, lower = view.elements, view.reading.lower
        for wording in reversed(wordings):
            if wording.last <= pointer.wording.first and self.features.sketch(lower, elements, wording).known:
                return self.areas.split(lower, elements.starts[wording.first], elements.ends[wording.last - 1])
        return []

    def _beside(self, view: View, pointer: Pointer, wordings: Sequence[Wording]) -> Iterator[list[Piece]]:
        """Lists of areas in the sentence of a pointer: "A and B have not changed: the former is good"."""
        elements = view.elements
        for wording in reversed(wordings):
            if wording.last <= pointer.wording.first and len(wording.items) > 1:
                low, high = elements.starts[wording.first], elements.ends[wording.last - 1]
                areas = self.areas.split(view.reading.lower, low, high, pointer.number if pointer.places else None)
                if len(areas) > 1:
                    yield areas

    @staticmethod
    def _spread(
        view: View,
        sketches: Sequence[Sketch],
        links: list[int],
        odds: Sequence[Mapping[int, float]],
        again: Collection[int] = (),
    ) -> None:
        """Give a grade without a wording the one that it is likeliest for, if that is free or its own has another.

        So it is with a grade that has none but that of a clause which says it again: "A was good, as was B".
        """
        last = -1
        for grade in view.hits:
            reached = last >= 0 and moves(view.elements, last, grade)
            last = grade
            if (grade in links and grade not in again) or reached:
                continue
            best, chosen = 0.0, -1
            for number, own in enumerate(odds):
                if grade not in own:
                    continue
                owner = links[number]
                if owner == grade:
                    continue
                if owner >= 0:
                    gain = own[grade] - own[owner] + _SHARED if links.count(owner) > 1 else 0.0
                else:
                    likely = grade in again or sketches[number].known or "gerund" in sketches[number].traits
                    gain = own[grade] - _FREE if likely else 0.0
                if gain > best:
                    best, chosen = gain, number
            if chosen >= 0:
                links[chosen] = grade

    def areas_of(self, reckoning: Reckoning, grade: int) -> list[Piece]:
        """The areas of the wordings that belong to a grade."""
        areas: list[Piece] = []
        view, counts = reckoning.view, reckoning.counts
        if grade in counts.lists:
            areas = self.areas.split(view.reading.lower, *counts.lists[grade], counts.counted[grade])
            if len(areas) == counts.counted[grade]:
                return areas
            areas = []
        plain = len(reckoning.sketches) - len(reckoning.pointers)
        low = _opening(reckoning, plain, grade)
        for number, (sketch, link) in enumerate(zip(reckoning.sketches, reckoning.links, strict=True)):
            if reckoning.again.get(grade) == number and number < plain:
                link = grade
            if number >= plain and sketch.wording.last <= low:
                continue
            if link == grade and number >= plain:
                pointer, lists = reckoning.pointers[number - plain]
                used: Sequence[Piece] = self._used(reckoning, number) if not (pointer.back or pointer.places) else ()
                if not used and pointer.number and view.rosters:
                    used = view.rosters.recent(view.reading.sentence_at(view.low))
                areas += lists[0] if pointer.back else meant(pointer, lists, used, view.reading.lower)
            elif link == grade:
                first, last = behind_body(view.elements, sketch.wording), sketch.wording.last
                count = counts.counted.get(grade) or count_of(view.elements, sketch.wording, grade)
                end = view.elements.ends[last - 1]
                if view.elements.words[last - 1].endswith("'s") and view.elements.sorts[last : last + 1] == "G":
                    end -= _IS  # "prevention's good"
                areas += self.areas.split(view.reading.lower, view.elements.starts[first], end, count)
        return areas

    def _used(self, reckoning: Reckoning, number: int) -> list[Piece]:
        """The areas that a sentence names beside a pointer."""
        view = reckoning.view
        found: list[Piece] = []
        plain = len(reckoning.sketches) - len(reckoning.pointers)
        own = reckoning.pointers[number - plain].lists
        for other, (sketch, link) in enumerate(zip(reckoning.sketches, reckoning.links, strict=True)):
            if link < 0 or other == number:
                continue
            if other >= plain:
                pointer, lists = reckoning.pointers[other - plain]
                if pointer.back or pointer.places:
                    found += lists[0] if pointer.back else meant(pointer, lists, (), view.reading.lower)
                continue
            first, last = sketch.wording.first, sketch.wording.last
            named = self.areas.split(view.reading.lower, view.elements.starts[first], view.elements.ends[last - 1])
            found += [area for area in named if not any(area in areas for areas in own)]  # the list itself is not used
        return found


def _opening(reckoning: Reckoning, plain: int, grade: int) -> int:
    """Element behind the semicolon before a grade, where a pointer behind it says what it is for ("…; the second was"); else 0."""
    cut = reckoning.view.elements.sorts.rfind(";", 0, grade) + 1
    own = zip(reckoning.sketches[plain:], reckoning.links[plain:], strict=True)
    return cut if cut and any(link == grade and sketch.wording.first >= cut for sketch, link in own) else 0
