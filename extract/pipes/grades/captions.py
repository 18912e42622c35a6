"""What the page says above a form: the area of a table or a list that names none itself.

Enters a place in the reading; leaves the area that its heading, the line that introduces it or the headline names.
"""

from __future__ import annotations

from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.trimming import clean

_PART = expression(r"[^:\u2013(),;?]+")
_HEADING = 120
"""Characters of a line that can head a form."""
_LEAD = 240
"""Characters of a line that can introduce one."""
_LINES = 4
"""Lines above a form among which its caption is looked for."""
_BEHIND = expression(r"\b(?:at|on|for|in|of|by)(?: (?:its|their|the|how))? (?=[a-z])")
_YEAR = expression(r" (?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)? ?$")
"""Behind an area, the year of its inspection: "Police legitimacy 2016"."""
_WHOLE = expression(
    r"\boverall (?:judge?ments?|grades?|ratings?|verdicts?|marks?|(?P<pillar>effectiveness|efficiency|legitimacy))\b"
)
"""A line that says that the grades below it are for the whole, or for a whole pillar."""


_GRADED_FOR = expression(
    r"\b(?:graded|rated|judged|marked|marks?|grades?|ratings?|judge?ments?|did|fared|scored|performed|good|well)(?: [a-z]+){0,2} (?:for|at) (?:its |their |the )?"
    r"(?P<area>(?!(?:first|second|third|last|this|next|year|time|all|each|every|both|force|service)\b)[a-z]+(?: (?!by\b|in\b|after\b|this\b|last\b|and\b|with\b|is\b|are\b|was\b|were\b)[a-z'-]+){0,4})"
)
"""A line that says what the grades below it are for."""


class Captions:
    """Reads what stands above forms.

    Args:
        areas: Knows areas.
    """

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def of_table(self, reading: Reading, first: int, corner: tuple[int, int] | None) -> Piece | None:
        """The one area that a table is of, as its corner or a line above it says: "How they were graded: vetting".

        Args:
            reading: The text.
            first: Number of its first span.
            corner: Its first cell, where that heads a column.
        """
        above = reading.spans[max(0, first - 2) : first][::-1]
        for start, end in (*([corner] if corner else []), *((span.start, span.end) for span in above)):
            if end - start > _HEADING:
                continue
            for match in _PART.finditer(reading.lower, start, end):
                year = _YEAR.search(reading.lower, *match.span())
                piece = clean(reading.lower, match.start(), year.start() if year else match.end())
                if piece and self.areas.likely(reading.lower[slice(*piece)]):
                    return piece
        return self.area(reading, first)[0]

    def area(self, reading: Reading, number: int) -> tuple[Piece | None, bool]:
        """The one area of a form, as a line above it or the headline says, and whether that says "overall".

        Args:
            reading: The text.
            number: Number of its first span.
        """
        above = [*reading.spans[max(0, number - _LINES) : number][::-1], *reading.spans[:1]]
        for span in above:
            if span.end - span.start > _LEAD or span.kind in ("row", "caption"):
                continue
            if whole := _WHOLE.search(reading.lower, span.start, span.end):
                return (whole.span("pillar"), False) if whole["pillar"] else (None, True)
            piece = self.named(reading, span)
            if piece:
                return piece, False
        return None, False

    def named(self, reading: Reading, span: Span) -> Piece | None:
        """The area that a line names, whole or behind a preposition."""
        start, end = span.start, span.end
        for part in _PART.finditer(reading.lower, start, end):
            begins = [part.start(), *(match.end() for match in _BEHIND.finditer(reading.lower, *part.span()))]
            for begin in begins:
                piece = clean(reading.lower, begin, part.end())
                if piece and self.areas.is_topic(reading.lower[slice(*piece)]):
                    return piece
        said = _GRADED_FOR.search(reading.lower, start, end)
        if said is None or reading.lower.startswith("'", said.end()):
            return None  # "the region's forces"
        if reading.text[said.start("area")].isupper() and not self.areas.likely(said["area"]):
            return None  # "ratings for the South West"
        return said.span("area")
