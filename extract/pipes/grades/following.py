"""What the sentence behind a grade adds to it: "Six areas are good. They are A, B and C.", "A was adequate. So was B."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.dates import NUMBER
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.grades.areas import Areas, Piece

_BE = r"(?:are|were|being|include[ds]?|have been)"
_THEY = expression(
    rf"(?:they|these|those|the (?:{NUMBER}|areas?|categories|questions|others)(?: areas| ones| categories)?) {_BE}:? "
    rf"|(?:it|that|this|the one|the area)(?: one| area)? (?:is|was):? "
)
_SO = expression(
    r"(?:and )?(?:so|likewise|equally)(?: too)?,? (?:is|are|was|were|does|do|did|has|have|had)(?: been)? "
    r"|the same (?:is true|was true|goes|went|applies|applied|can be said|could be said|holds) (?:of|for|to) "
)
_MORE = expression(
    r", (?:which|where|who|whose|although|though|but|while|as|and (?:so|it|they|the force|the service))\b| (?:although|though|but|while) "
)
"""What goes on behind a list."""
_HOW = expression(r"(?:how|the (?:way|manner)) (?:in which )?(?:it|they|we|the \w+|\w+ \w+) [a-z]+s? ")
"""With which a clause that names an area begins."""
_ASIDE = expression(r",? and, [^,]{3,60}, ")
"""What is put in before an item of a list: "and, to the relief of some, its culture"."""


_GIVEN_THEN = r"the same (?:\w+ )?(?:grades|ratings|marks|verdicts|scores|judge?ments)(?! as\b)"
_THEN = r"(?:(?:in|at) (?:(?:19|20)\d\d|(?:its|the|our|their) (?:last|previous|first) \w+)|last time)"
_HELD = expression(
    r"\b(?:(?:exactly |just |all )*(?:the )?same(?: \w+)? as\b[^.;]*?\b(?:last (?:time|year|inspection|report)|years? ago|(?:19|20)\d\d|before|previous(?:ly)?)\b"
    rf"|(?P<grades>{_GIVEN_THEN} {_THEN}|{_THEN}\b[^.;]*? {_GIVEN_THEN})\b"
    r"|(?:has|have)(?:n't| not) (?:moved|changed)\b|(?:is|are) unchanged\b"
    r"|(?:neither|none|no)(?: of (?:them|these|those))?(?: [a-z]+)? (?:has|have) (?:moved|changed)\b)"
)
"""What says that grades are those of the inspection before."""
_MEANT = expression(
    r"\b(?:grades?|ratings?|marks?|verdicts?|judge?ments?|scores?)\b(?: (?:given |awarded )?(?P<for>for|in|at|on) )?"
)
_OWN = expression(r"(?:'s?|\b(?:its|the|their|our|your|both)) (?P<area>[a-z][a-z -]{3,40}[a-z]) $")
"""The area whose mark it is: "Kent's prevention mark"."""
_THAT = expression(
    r"(?:(?:and|but) )?(?:(?:that|this|it|they|these|those|both|each|all(?: [a-z]+){0,2})(?: of (?:them|these|those))? )?(?:(?:is|was|are|were) )?"
)


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
        if count:
            return found if len(found) == count and any(self._is_area(lower, piece) for piece in found) else []
        return found if len(found) > 1 and self._are_areas(lower, found) else []

    def held(self, reading: Reading, sentence: Sentence, *, follows: bool) -> tuple[str, list[Piece]] | None:
        """What a sentence says is graded as it was: "every" grade of a force, some areas, or the grades "above" it.

        Args:
            reading: The text.
            sentence: A sentence without grades.
            follows: Whether the one before it has some.
        """
        lower = reading.lower
        match = _HELD.search(lower, sentence.start, sentence.end)
        if not match:
            return None
        if match["grades"]:
            return "every", []
        nouns = _MEANT.search(lower, sentence.start, match.start())
        own = _OWN.search(lower, sentence.start, nouns.start()) if nouns and not nouns["for"] else None
        if own and (own["area"] in self.areas.single or self.areas.likely(own["area"])):
            return "areas", [own.span("area")]
        if nouns:
            areas = self.likely(reading, nouns.end(), match.start()) if nouns["for"] else []
            return ("areas" if areas else "every"), areas
        if _THAT.fullmatch(lower, sentence.start, match.start()):
            return ("above", []) if follows else None
        areas = self.likely(reading, sentence.start, match.start())
        return ("areas", areas) if areas else None

    @staticmethod
    def likewise(reading: Reading, sentence: Sentence) -> int:
        """Where a sentence names what has the grade of the one before it, behind "So does"; 0 where it does not."""
        match = _SO.match(reading.lower, sentence.start, sentence.end)
        return match.end() if match else 0

    def likely(self, reading: Reading, start: int, end: int) -> list[Piece]:
        """The areas of a list, if that is what it is.

        Args:
            reading: The text.
            start: Where the list begins.
            end: Where its sentence ends.
        """
        more = _MORE.search(reading.lower, start, end)
        found = self.areas.split(reading.lower, start, more.start() if more else end)
        if len(found) == 1 and _HOW.match(reading.lower, start, end):
            return found
        return found if self._are_areas(reading.lower, found) else []

    def _are_areas(self, lower: str, pieces: Sequence[Piece]) -> bool:
        """Whether most of a list are known as areas or named as what a body does."""
        return 2 * sum(self._is_area(lower, piece) for piece in pieces) > len(pieces)

    def _is_area(self, lower: str, piece: Piece) -> bool:
        return self.areas.likely(lower[slice(*piece)])
