"""What a sentence says of one grade, and what the form of a page says of one."""

from __future__ import annotations

from dataclasses import dataclass

from extract.pipes.grades.areas import Piece
from extract.pipes.triggers import Hit

EVERY = 99
"""As `back`: all areas that the article has graded ("on all counts")."""


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
        back: How many areas named before it is given to ("in all three"), or 0.
        share: Number among the forces of its sentence that it is for ("respectively"), or -1.
        kept: Whether it stands for the inspection before as well.
    """

    hit: Hit
    areas: list[Piece]
    rule: str
    previous: bool = False
    overall: bool = False
    same: bool = False
    back: int = 0
    share: int = -1
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A grade that the form of the page gives.

    Args:
        hit: The grade.
        area: The area, or None for the whole.
        span: Number of the span that gives it.
        previous: Whether it is of an earlier inspection.
        rule: What decided.
        force: Offset of a cell or heading that may name the force, or -1.
    """

    hit: Hit
    area: Piece | None
    span: int
    previous: bool
    rule: str
    force: int = -1
