"""Lists of areas that an article names, into which words of later sentences point.

Enters sentences with and without grades; leaves the areas that each names, in order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from extract.document.dates import read_number
from extract.document.forms import FUNCTION_WORDS
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.elements import Elements, Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.questions import asked
from extract.pipes.grades.references import HEADS, Pointer
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.wordings import Wording, Wordings, behind_body

_JOINED = expression(r",? and (?:the )?|, (?:the )?")
"""Between two forces of a list."""
_WORD = expression(r"[\w'-]+")
_COUNTED = expression("DNW?[JPR]?[^BXGN,;:.]*B$")
"""Classes of "the two areas that worry me most are"."""
_REACH = 40
"""Sentences before a pointer in which its list may stand."""
_NEAR = 3
"""Sentences before "at this" in which the area is named."""
_PAIR = 2
_JUDGED_ON = frozenset(("on", "for", "against", "in"))
_JUDGING = frozenset(
    (
        *("judged", "judges", "graded", "grades", "rated", "rates", "marked", "marks", "assessed", "assesses"),
        *("measured", "measures", "scored", "scores", "tested", "inspected", "examined"),
    )
)
"""What is done to a body, before what it is done for: "judged each force on"."""
_LEAD = 6
"""Elements in which that stands."""
_READ = frozenset(("paragraph", "standfirst", "item"))


class Rosters:
    """What the sentences of one article name, as far as they were read.

    Args:
        reading: The text.
        lists: Reads lists of areas in sentences without grades.
        topics: Reads what such a sentence is about.
        forces: Where forces are named, in order.
    """

    def __init__(
        self,
        reading: Reading,
        lists: Callable[[Reading, int, Sequence[Piece]], list[Piece]],
        topics: Callable[[Reading, int, int], list[Piece]],
        forces: Sequence[Piece],
    ) -> None:
        self.reading = reading
        self.lists = lists
        self.topics = topics
        self.forces = forces
        self.graded: dict[int, list[Piece]] = {}
        self.listed: dict[int, list[Piece]] = {}
        self.given: tuple[int, Sequence[Piece]] = (-1, ())

    def add(self, number: int, areas: Sequence[Piece], pointed: Sequence[Piece] = ()) -> None:
        """Note the areas that a sentence grades.

        Args:
            number: Number of the sentence.
            areas: Areas in any order.
            pointed: The list that its words point into, which stands for these.
        """
        self.given = number, areas
        areas = pointed or areas
        self.graded[number] = sorted({*self.graded.get(number, ()), *areas})

    def before(self, number: int, *, graded: bool = False) -> Iterator[list[Piece]]:
        """Lists of areas in the sentences before one, the nearest first, and none behind a list of forces.

        Behind them comes the list that sentences near each other make together.

        Args:
            number: Number of the sentence.
            graded: Whether only lists that were graded are asked for.
        """
        together: set[Piece] = set()
        last = number
        for other in range(number - 1, max(-1, number - _REACH), -1):
            areas = self.graded.get(other) or ([] if graded else self._list(other))
            if other in self.graded and last - other < _NEAR:
                together.update(areas)
                last = other
            if len(areas) > 1:
                yield areas
            elif not areas and number - other < _NEAR and self._has_forces(other):
                return
        if len(together) > 1:
            yield sorted(together)

    def fitting(self, number: int, size: int) -> list[Piece]:
        """The list before a sentence that has so many areas, or nothing.

        Args:
            number: Number of the sentence.
            size: How many.
        """
        return next((areas for areas in self.before(number) if len(areas) == size), [])

    def near(self, number: int, size: int) -> list[Piece]:
        """The areas that the sentences just before one grade together, if they are so many, or nothing.

        Args:
            number: Number of the sentence.
            size: How many.
        """
        together: set[Piece] = set()
        last = number
        for other in range(number - 1, max(-1, number - _NEAR * size), -1):
            if other in self.graded:
                together.update(self.graded[other])
                last = other
            if len(together) >= size or last - other >= _NEAR:
                break
        return sorted(together) if len(together) == size else []

    def recent(self, number: int) -> Sequence[Piece]:
        """The areas that the sentence before one grades.

        Args:
            number: Number of the sentence.
        """
        return self.given[1] if self.given[0] == number - 1 else ()

    def bare(self, number: int) -> list[Piece]:
        """The list of areas without grades in the sentence before one, or nothing.

        Args:
            number: Number of the sentence.
        """
        return [] if number < 1 or number - 1 in self.graded else self._list(number - 1)

    def last(self, number: int) -> list[Piece]:
        """The areas named last before a sentence, if one of the sentences just before names some.

        Args:
            number: Number of the sentence.
        """
        for other in range(number - 1, max(-1, number - _NEAR), -1):
            sentence = self.reading.sentences[other]
            areas = self.graded.get(other) or self.topics(self.reading, sentence.start, sentence.end)
            if areas:
                return areas
        return []

    def _list(self, number: int) -> list[Piece]:
        if number not in self.listed:
            self.listed[number] = self.lists(self.reading, number, self._forces(number))
        return self.listed[number]

    def is_of_forces(self, number: int, reach: int = 1) -> bool:
        """Whether one of the sentences just before one names two forces or more beside each other."""
        return any(map(self._has_forces, range(max(0, number - reach), number)))

    def _has_forces(self, number: int) -> bool:
        """Whether a sentence names two forces or more beside each other."""
        return any(
            _JOINED.fullmatch(self.reading.lower, one[1], other[0]) for one, other in pairwise(self._forces(number))
        )

    def _forces(self, number: int) -> Sequence[Piece]:
        sentence = self.reading.sentences[number]
        low, high = (bisect_left(self.forces, (at,)) for at in (sentence.start, sentence.end))
        return self.forces[low:high]


class Lists:
    """Reads lists of areas in sentences without grades.

    Args:
        scanner: Cuts sentences into elements.
        wordings: Finds wordings.
        areas: Parter of lists.
    """

    def __init__(self, scanner: Scanner, wordings: Wordings, areas: Areas) -> None:
        self.scanner = scanner
        self.wordings = wordings
        self.areas = areas

    def find(self, reading: Reading, number: int, forces: Sequence[Piece] = ()) -> list[Piece]:
        """The longest list of areas of a sentence, or nothing.

        Args:
            reading: The text.
            number: Number of the sentence.
            forces: Forces in it.
        """
        sentence, lower = reading.sentences[number], reading.lower
        span = reading.spans[sentence.span]
        if span.kind not in _READ:
            return []
        if span.kind == "item" and lower[sentence.end - 1] == "?":
            return self._questions(reading, sentence.span)
        elements = self.scanner.scan(lower, sentence.start, sentence.end, (), forces, glossed=False)
        best: list[Piece] = []
        for wording in self.wordings.find(elements):
            if len(wording.items) > 1:
                count = _announced(elements, wording.first)
                judged = _is_judged(elements, wording.first)
                whole = count or judged
                start = elements.starts[wording.first] if whole else self._begin(lower, elements, wording)
                end = elements.ends[wording.last - 1]
                found = self.areas.split(lower, start, end, count)
                if len(found) == 1 and len(wording.items) == _PAIR:
                    found = self.areas.split(lower, start, end, _PAIR)
                if len(found) > len(best) and (
                    len(found) == count
                    or self._are_areas(lower, found)
                    or _is_clausal(elements, wording, len(found))
                    or judged
                ):
                    best = found
        return best

    @staticmethod
    def _questions(reading: Reading, last: int) -> list[Piece]:
        """What each question of a list asks of a body, up to an item: "How well does the force treat the public?"."""
        found: list[Piece] = []
        for span in reversed(reading.spans[max(0, last - _REACH) : last + 1]):
            area = asked(reading.lower, span.start, span.end) if span.kind == "item" else None
            if not area:
                break
            found.append(area)
        return found[::-1] if len(found) > 1 else []

    def _begin(self, lower: str, elements: Elements, wording: Wording) -> int:
        """Where the areas of a list begin, whose first item may hold the words that lead up to it."""
        if "H" in elements.sorts[wording.first : wording.first + 3]:
            return elements.starts[behind_body(elements, wording)]
        stop = elements.ends[wording.items[1] - 1]
        for first in range(wording.first, wording.items[1]):
            start = elements.starts[first]
            piece = clean(lower, start, stop)
            if piece and (self.areas.is_topic(lower[slice(*piece)]) or lower[slice(*piece)] in self.areas.single):
                return start
        piece = clean(lower, elements.starts[wording.first], stop)
        likely = piece is not None and self.areas.likely(lower[slice(*piece)])
        return elements.starts[wording.first if likely else wording.items[1]]

    def _are_areas(self, lower: str, pieces: Sequence[Piece]) -> bool:
        return 2 * sum(self.areas.likely(lower[slice(*piece)]) for piece in pieces) > len(pieces)


def _is_clausal(elements: Elements, wording: Wording, count: int) -> bool:
    """Whether each area of a list says how a body does something: "how it prevents crime and how it treats people"."""
    return sum("H" in elements.sorts[item : item + 3] for item in wording.items) == count


def _is_judged(elements: Elements, first: int) -> bool:
    """Whether a list says what bodies are judged on: "each force was graded for its use of money, its \u2026"."""
    if elements.words[first] not in _JUDGED_ON:
        return False
    return not _JUDGING.isdisjoint(elements.words[max(0, first - _LEAD) : first])


def _announced(elements: Elements, first: int) -> int | None:
    """How many areas the words before a list say there are: "in three domains: ", "the two that worry me are"."""
    subject = _COUNTED.search(elements.sorts, 0, first)
    if subject and elements.words[subject.start()] == "the":
        return read_number(elements.words[subject.start() + 1])
    if first < 3 or elements.sorts[first - 1] not in ":\u2013(" or elements.words[first - 2] not in HEADS:
        return None
    number = next((n for n in range(first - 3, max(-1, first - 6), -1) if elements.sorts[n] == "N"), -1)
    return read_number(elements.words[number]) if number >= 0 else None


def meant(pointer: Pointer, lists: Iterable[Sequence[Piece]], used: Iterable[Piece], lower: str) -> list[Piece]:
    """The areas that words which point into a list stand for.

    Args:
        pointer: The words.
        lists: Lists before them, the nearest first.
        used: Areas that the same sentence gives to other grades.
        lower: The text in lower case.

    Returns:
        Areas, or nothing if no list has them.
    """
    taken = [_key(lower, area) for area in used]
    for areas in lists:
        size = len(areas)
        if pointer.places:
            if fits(pointer, areas):
                return [areas[place] for place in pointer.places]
            continue
        left = [area for area in areas if not any(_alike(_key(lower, area), key) for key in taken)]
        if left and len(left) < size and pointer.number in (None, len(left)):
            return left
    return []


def fits(pointer: Pointer, areas: Sequence[Piece]) -> bool:
    """Whether a list has the places that a pointer names."""
    size = len(areas)
    return pointer.number in (None, size) and all(-size <= place < size for place in pointer.places)


def _key(lower: str, area: Piece) -> frozenset[str]:
    words = frozenset(_WORD.findall(lower, *area))
    return words - FUNCTION_WORDS or words


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all words of one area are in another."""
    return one <= other or other <= one
