"""Rows of grades that another row refutes or says again.

One area of one body has one grade in one inspection: where two rows say otherwise, the doubtful one is of the other
inspection or is given up. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from extract.pipes.annotation import Annotation

FORMS = frozenset(("grades.table", "grades.pair", "grades.pair-before", "grades.listed", "grades.headed"))
"""Rules under which the form of the page gives a grade."""
_LIST = 4
"""The least number of grades in a form that gives a body's in full."""
_SURE = 99.0
_TURNS = -5.5
"""The least lean with which a grade of this inspection is taken for one of an earlier."""
_RETURNS = 0.6
"""The lean under which a grade of an earlier inspection is taken for one of this."""
_NAMED = frozenset(("grades.linked", "grades.relative"))
"""Rules under which the sentence names its area itself."""

_PILLARS = frozenset(("effect", "effici", "legiti"))
"""How the words begin that name the pillars of an inspection."""
_STAFF = {"peopl"}
"""The pillar of a fire service that is one word."""
_RIGHT = frozenset(("right", "skill"))
"""Words of a question of that pillar: "getting the right people with the right skills"."""
_BESIDE = frozenset(("police", "overal"))
"""How those begin that stand beside such a word."""


class Row(Protocol):
    """What is asked of a row of grades."""

    force: str | None
    area: tuple[int, int] | None
    grade: str
    previous: bool
    rule: str
    weak: bool
    start: int
    lean: float | None
    evidence: list[tuple[int, int]]
    echo: bool


R = TypeVar("R", bound=Row)


def settle(rows: Sequence[R], key: Callable[[tuple[int, int]], object]) -> list[R]:
    """Rows without those that another one refutes.

    Args:
        rows: Rows, each once; their `previous` may be changed.
        key: What tells one area from others.
    """
    places: dict[tuple[str | None, object], tuple[list[R], list[R]]] = {}
    for row in rows:
        places.setdefault((row.force, row.area and key(row.area)), ([], []))[row.previous].append(row)
    lost: set[int] = set()
    for now, then in places.values():
        if len(now) < 2 and len(then) < 2:
            continue
        for row in sorted(now, key=_doubt)[1:]:
            if not then and _is_turned(row):
                row.previous = True
                then.append(row)
            else:
                lost.add(id(row))
        for row in sorted(then, key=_doubt)[1:]:
            if not now and _is_turned(row):
                row.previous = False
                now.append(row)  # else they are of two earlier inspections
    return [row for row in rows if id(row) not in lost]


def are_apart(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two areas are two pillars, or a pillar and what is asked in one: "efficiently keeping people safe".

    Args:
        one: What tells an area from others: its words without their endings.
        other: The same of another area.
    """
    words = [{word[:6] for word in area} for area in (one, other)]
    if len(_PILLARS & (words[0] ^ words[1])) > 1:
        return True
    if _STAFF in words and not _RIGHT.isdisjoint(words[0] ^ words[1]):
        return True
    alone = [not area - _PILLARS - _BESIDE for area in words]
    return alone[0] != alone[1] and not words[0] & words[1]


def graded_apart(
    rows: Sequence[R], key: Callable[[tuple[int, int]], frozenset[str]]
) -> Callable[[object, object], bool]:
    """Whether two areas are graded each by itself, asked by their keys: one body has a grade for each, and not the same.

    Args:
        rows: Rows of all bodies.
        key: What tells one area from others.
    """
    given: dict[object, dict[tuple[str | None, bool], set[str]]] = {}

    def apart(one: object, other: object) -> bool:
        for row in rows if not given else ():
            if row.area:
                given.setdefault(key(row.area), {}).setdefault((row.force, row.previous), set()).add(row.grade)
        grades = given.get(other, {})
        return any(of in grades and grades[of].isdisjoint(own) for of, own in given.get(one, {}).items())

    return apart


def without_echoes(rows: Sequence[R], known: Callable[[R], bool]) -> list[R]:
    """Rows without the predicates of a lead ("is good at …") that a list of grades below says again in full."""
    formal: dict[str | None, list[int]] = {}
    for row in rows:
        if row.rule in FORMS and not row.previous:
            formal.setdefault(row.force, []).append(row.start)
    lists = {force: starts[0] for force, starts in formal.items() if len(starts) >= _LIST}
    return [
        row
        for row in rows
        if not row.weak or row.previous or row.force not in lists or (row.start > lists[row.force] and known(row))
    ]


def _doubt(row: Row) -> float:
    """How doubtful it is that a row is of its inspection: the form of a page leaves no doubt."""
    if row.lean is None:
        return -_SURE
    return -row.lean if row.previous else row.lean


def _is_turned(row: Row) -> bool:
    """Whether a row that another one refutes is rather of the other inspection."""
    if row.lean is None or row.rule not in _NAMED:
        return False
    return row.lean < _RETURNS if row.previous else row.lean > _TURNS


def pooled(
    pool: Sequence[Sequence[int]], rows: Sequence[Row], forces: Sequence[str | None]
) -> list[tuple[int, int] | None]:
    """The areas of a list before, which a grade "across the board" is for, unless they are those of one other body.

    Args:
        pool: Start and end of each area of the list.
        rows: Rows of grades so far.
        forces: Bodies that the grade is given to.
    """
    areas: list[tuple[int, int] | None] = [(area[0], area[1]) for area in pool]
    others = [row for row in rows if row.area in areas and row.force not in forces]
    own = len({row.force for row in others}) == 1 and len({row.grade for row in others}) > 1
    return [] if own else areas


def left_over(
    rows: Sequence[R], forces: Sequence[str | None], note: Annotation, key: Callable[[tuple[int, int]], object]
) -> list[tuple[int, int] | None]:
    """The areas graded so far that some bodies have no grade for yet, if they are as many as "the other two".

    Args:
        rows: Rows of grades so far.
        forces: The bodies.
        note: The grade that is given to what is left.
        key: What tells one area from others.
    """
    seen: dict[object, tuple[int, int] | None] = {}
    for row in rows:
        if row.area:
            seen.setdefault(key(row.area), row.area)
    for row in rows:
        if row.area and row.force in forces and row.previous == note.attributes["previous"]:
            seen.pop(key(row.area), None)
    return list(seen.values()) if len(seen) == -note.attributes["back"] else []


def give_way(rows: list[R], row: R, key: Callable[[tuple[int, int]], object]) -> None:
    """Take out what was held to be the same before, where its sentence says what it was: "and for B, which was good".

    Args:
        rows: Rows of grades so far, of which it takes one out.
        row: The grade of an earlier inspection that is said.
        key: What tells one area from others.
    """
    for at in range(len(rows) - 1, -1, -1):
        other = rows[at]
        if other.evidence != row.evidence:
            return
        told = other.echo and other.force == row.force and other.grade != row.grade
        if told and other.area and row.area and key(other.area) == key(row.area):
            del rows[at]
