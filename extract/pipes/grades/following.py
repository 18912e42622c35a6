"""What the sentence behind a grade adds to it: "Six areas are good. They are A, B and C.", "A was adequate. So was B."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.dates import NUMBER
from extract.document.reading import Reading, Sentence
from extract.pipes.grades.areas import Areas, Piece

_BE = r"(?:are|were|being|include[ds]?|have been)"
_THEY = re.compile(
    rf"(?:they|these|those|the (?:{NUMBER}|areas?|categories|questions|others)(?: areas| ones| categories)?) {_BE}:? "
    rf"|(?:it|that|this|the one|the area)(?: one| area)? (?:is|was):? "
)
_SO = re.compile(
    r"(?:and )?(?:so|likewise|equally)(?: too)?,? (?:is|are|was|were|does|do|did|has|have|had)(?: been)? "
    r"|the same (?:is true|was true|goes|went|applies|applied|can be said|could be said|holds) (?:of|for|to) "
)
_ASIDE = re.compile(r",? and, [^,]{3,60}, ")
"""What is put in before an item of a list: "and, to the relief of some, its culture"."""


class Following:
    """Reads sentences without grades for what a grade before them is for.

    Args:
        areas: Parter of lists.
    """

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def named(self, reading: Reading, sentence: Sentence, count: int | None) -> list[Piece]:
        """The areas that "They are …" names, as many as were counted."""
        lower = reading.lower
        match = _THEY.match(lower, sentence.start, sentence.end)
        if not match:
            return []
        aside = _ASIDE.search(lower, match.end(), sentence.end)
        if aside:
            found = self.areas.split(lower, match.end(), aside.start(), count - 1 if count else None)
            found += self.areas.split(lower, aside.end(), sentence.end, 1)
        else:
            found = self.areas.split(lower, match.end(), sentence.end, count)
        right = len(found) == count if count else len(found) > 1
        return found if right and self._are_areas(lower, found) else []

    def likewise(self, reading: Reading, sentence: Sentence) -> list[Piece]:
        """The areas that "So does …" names."""
        match = _SO.match(reading.lower, sentence.start, sentence.end)
        if not match:
            return []
        found = self.areas.split(reading.lower, match.end(), sentence.end)
        return found if self._are_areas(reading.lower, found) else []

    def _are_areas(self, lower: str, pieces: Sequence[Piece]) -> bool:
        """Whether most of a list are known as areas or named as what a body does."""
        return 2 * sum(self.areas.likely(lower[slice(*piece)]) for piece in pieces) > len(pieces)
