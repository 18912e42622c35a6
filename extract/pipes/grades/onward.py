"""Lists that go on behind an aside, and asides between an area and its verb.

Enters the elements of a sentence and its wordings; leaves the grade of a wording that goes on the one before it ("good
for vetting and, for the first time, for custody"), and whether one only tells more of the one before it ("its vetting,
the part of its work that matters most, requires improvement").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.phrases import PARTS
from extract.pipes.grades.wordings import Wording

_ASIDE = expression(r"&,[^GFBVMXIY,;:.&]{1,6},$")
"""Classes between two of a list where something is put in: "vetting and, above all, leadership"."""
_PUT_IN = expression(r",[^GI;:.&]{1,9},&$")
"""Classes between two with one preposition, where more is put in: "for vetting, the mark it had in 2021, and for leadership"."""
_OWN_CLAUSE = expression(",?R[BX](?!J?V?J?B?D?G)")
"""Classes of a clause behind what stands before its subject."""
_OVER = frozenset(("", ".", ",", ";", ")"))
"""Classes behind the last of a list."""
_JOINING = frozenset(("as", "but"))
_NEAR = 4
"""Elements between a grade and its area at most."""
_BESIDE = expression("[PDJV]*")
"""Classes from a grade to its area."""
_WHICH = frozenset(("which", "whom", "whose", "where"))
_CLOSED = expression(r",[^G,;.]{3,24}?,J?(?P<verb>[BXM]|V?G)")
"""Classes from what tells more of an area, between commas, to the verb of that area."""


def going_on(elements: Elements, wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Numbers of wordings that go on the one before them, and its grade, which stands before both.

    Args:
        elements: The sentence.
        wordings: Its wordings.
    """
    sorts = elements.sorts
    if len(wordings) < 2 or ("&" not in sorts and _JOINING.isdisjoint(elements.words)):
        return
    owner, last, opener = -1, 0, ""
    for number, wording in enumerate(wordings):
        if owner >= 0 and _is_next(elements, last, opener, wording):
            yield number, owner
            last = wording.last
            continue
        grade = sorts.rfind("G", 0, wording.first)
        near = grade >= 0 and wording.first - grade <= _NEAR
        if near and _BESIDE.fullmatch(sorts, grade + 1, wording.first):
            owner, last, opener = grade, wording.last, elements.words[wording.first]
        elif grade > owner:
            owner = -1


def _is_next(elements: Elements, last: int, opener: str, wording: Wording) -> bool:
    """Whether a wording is the next of the list that one ends at an element; `opener` is the word that opens that one."""
    sorts, words, first = elements.sorts, elements.words, wording.first
    if sorts[wording.last : wording.last + 1] not in _OVER:
        return False
    if _ASIDE.fullmatch(sorts, last, first):
        return True
    if sorts[first] != "P":
        return False
    if words[first] == opener and _PUT_IN.fullmatch(sorts, last, first):
        return True
    between = words[last:first]
    return (
        between == ["but", "also"]
        or between == ["and", "another"]
        or (between == ["as", "well"] and words[first].startswith("as"))
    )


def tells_more(elements: Elements, wordings: Sequence[Wording], number: int) -> bool:
    """Whether a wording stands in a clause or an apposition between the wording before it and the verb of that.

    Args:
        elements: The sentence.
        wordings: Its wordings.
        number: Which of them.
    """
    first = wordings[number].first
    for other in range(number - 1, -1, -1):
        last = wordings[other].last
        if elements.sorts[last : last + 1] != ",":
            continue
        match = _CLOSED.match(elements.sorts, last)
        if match and first < match.start("verb"):
            opens = last + 1 + (elements.sorts[last + 1] in "DP")
            return elements.words[opens] in (_WHICH if elements.sorts[last + 1] != "D" else PARTS)
        return False
    return False


def opens_other(elements: Elements, first: int, last: int) -> bool:
    """Whether words that point back open a clause of their own: "although for the second of them that is a step up"."""
    return elements.sorts[first] == "P" and _OWN_CLAUSE.match(elements.sorts, last) is not None
