"""A sentence with grades, as its features see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from extract.document.reading import Reading
from extract.pipes.elements import Elements
from extract.pipes.grades.areas import Piece
from extract.pipes.grades.rosters import Rosters
from extract.pipes.triggers import Hit


@dataclass(slots=True)
class View:
    """A sentence with grades, as features see it.

    Args:
        reading: The text.
        low: Where the sentence begins.
        high: Where it ends.
        elements: Its elements.
        hits: Its grades, by the number of their element.
        kind: Kind of its block.
        above: The sentence before it in its block, or None.
        published: ISO date of the article.
        article: Features of the article.
        scale: Whether it explains the grades.
        recent: What stands in the two sentences before it: a grade, or nothing.
        state: Of which inspection the last grade of the sentence before it is: "now", "then" or "both".
        bare_above: The sentence before it in its block, where that has no grade.
        heading: The area that the heading of its section names, or None.
        standing: What the passage is about, of the sentence before or of the heading.
        opened: Whether the article says at its opening what it is about, and the heading which force.
        perfect: How much of the article stands in the past perfect, as reports of meetings do.
        graded: All grades of the sentence.
        vetoed: Offsets of those that the words around them take away.
        clauses: The clause of each grade, by its offset.
        rosters: Lists of areas before it, or None where nothing is to be looked up.
        pointed: The list that its words point into.
        behind: Says what a sentence behind it says that it is about.
        several: Whether the next sentence names the bodies that it counts.
    """

    reading: Reading
    low: int
    high: int
    elements: Elements
    hits: Mapping[int, Hit]
    kind: str
    above: tuple[int, int] | None
    published: str | None
    article: tuple[str, ...]
    scale: bool = False
    recent: str = ""
    perfect: str = ""
    state: str = ""
    bare_above: tuple[int, int] | None = None
    heading: Piece | None = None
    standing: Sequence[Piece] = ()
    opened: str = ""
    graded: Sequence[Hit] = ()
    vetoed: Collection[int] = ()
    clauses: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    rosters: Rosters | None = None
    pointed: Sequence[Piece] = ()
    behind: Callable[[], Sequence[Piece]] = list
    several: bool = False

    def written(self, hit: Hit) -> str:
        """How a grade is worded, in lower case."""
        return self.reading.lower[hit[0] : hit[1]]
