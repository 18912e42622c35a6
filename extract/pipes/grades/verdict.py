"""What a sentence says of one grade, and what the form of a page says of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.pipes.grades.areas import Piece
from extract.pipes.triggers import Hit

EVERY = 99
"""As `back`: all areas that the article has graded ("on all counts")."""


HELD = "held"
"""As the grade of an annotation: those of the inspection before are what they are now."""
OUTSIDE = -2
"""As `Entry.force`: a body outside the registry."""


@dataclass(slots=True)
class Verdict:
    """A grade that a sentence gives.

    Args:
        hit: The grade.
        areas: Areas it is given to; empty where the sentence leaves them to the context.
        rule: What decided.
        previous: Whether it is of an earlier inspection.
        overall: Whether the sentence says that it is for the whole.
        same: Whether it is for the force and areas of the verdict before it.
        back: How many areas named before it is given to ("in all three"), below 0 of those that have none yet
            ("for the other two"), or 0.
        pool: What "all" areas may be, where the bodies that it is for have none yet.
        kept: Whether it stands for the inspection before as well.
        turn: Its place in a list of grades "respectively" and how many these are, or None.
        counted: Whether its sentence only says how many areas it is for.
        count: That number, where it is one.
        lean: By how much likelier it is of an earlier inspection than of this one, in log-odds, or None where words say so.
    """

    hit: Hit
    areas: list[Piece]
    rule: str
    previous: bool = False
    overall: bool = False
    same: bool = False
    back: int = 0
    pool: Sequence[Piece] = ()
    kept: bool = False
    turn: tuple[int, int] | None = None
    counted: bool = False
    count: int | None = None
    lean: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether its sentence leaves to the context what it is for."""
        return not (self.areas or self.back or self.overall)

    @property
    def state(self) -> str:
        """Of which inspection it is: `now`, `then` or `both`."""
        return "both" if self.kept else "then" if self.previous else "now"


class Entry(NamedTuple):
    """A grade that the form of the page gives.

    Args:
        hit: The grade.
        area: The area, or None where the form names none.
        span: Number of the span that gives it.
        previous: Whether it is of an earlier inspection.
        rule: What decided.
        force: Offset of a cell or heading that may name the force, `OUTSIDE`, or -1.
        overall: Whether it says that it is for the whole.
    """

    hit: Hit
    area: Piece | None
    span: int
    previous: bool
    rule: str
    force: int = -1
    overall: bool = False
