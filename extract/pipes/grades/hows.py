"""Clauses inside a wording: "how it treats people", "how sustainable its services are", "people who may be at risk".

Enters elements and the place of the word that opens a clause; leaves where it goes on or ends.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.phrases import is_gerund

_AFTER_HOW = frozenset(("in", "which", "that", "well", "far", "much"))
_HOW_IT_IS = expression(r"HWD?[YFW]{1,2}B")
"""Classes of "how legitimate the force is", "how sustainable its services are"."""


def after_is(elements: Elements, how: int) -> int:
    """Behind the verb of a clause on how good something is, which is an area as a whole; or `how`."""
    adverb = elements.words[how + 1 : how + 2]
    clause = _HOW_IT_IS.match(elements.sorts, how) if adverb and not adverb[0].endswith(("ly", "well")) else None
    return clause.end() if clause else how


_OWNED = expression("[WJP](?:DY|FO)(?=W)")
"""Classes of what leads up to the body and of whose the rest of a phrase is."""


def behind_how(elements: Elements, how: int) -> tuple[int, int]:
    """Where a clause with "how" goes on behind its verb, and where what it is of begins; -1 where it is none."""
    sorts, count = elements.sorts, len(elements)
    here, stop = after_how(elements, how), after_is(elements, how)
    if stop > how:
        return stop, stop - 1
    if sorts[here - 1 : here + 1] in ("RB", "YB", "FB") and here + 1 < count and is_gerund(elements, here + 1):
        here += 1  # "how well it is planning for the future"
    if here < count and sorts[here] in "IBX":
        return -1, -1
    return here + (here < count and sorts[here] in "VMXW"), here


def after_how(elements: Elements, how: int) -> int:
    """Where the verb of a clause with "how" stands, or what stands behind it in "the extent to which it is effective"."""
    sorts, words = elements.sorts, elements.words
    here, count, extent = how + 1, len(elements), words[how] == "extent"
    here += extent and words[here : here + 1] == ["to"]
    while here < count and (words[here] in _AFTER_HOW or words[here].endswith("ly")):
        here += 1
    while here < count and (
        sorts[here] in "DRFYO" or words[here] in ("good", "its") or (extent and words[here] == "service")
    ):
        here += 1
    return here + (extent and here < count and sorts[here] == "B")


def after_who(sorts: str, who: int) -> int:
    """Where a clause ends that says which people: "people who may be at risk"."""
    here, count = who + 1, len(sorts)
    while here < count and sorts[here] in "BXJ":
        here += 1
    first = here
    while here < count and sorts[here] in ("WDPNYJVR" if here == first else "WDPNYJ"):
        here += 1
    return here if here > first else who


def is_past(elements: Elements, first: int) -> bool:
    """Whether a phrase says how a body did something: "how it protected people"."""
    how = elements.sorts.find("H", first, first + 3)
    if how < 0:
        return False
    verb = after_how(elements, how)
    verb += elements.words[verb : verb + 1] == ["force"]
    return elements.words[verb : verb + 1] != [] and elements.words[verb].endswith("ed")


def after_owner(elements: Elements, first: int, last: int) -> int:
    """Behind the body whose area it is, where a phrase only leads up to it: "to address the force's approach to"; or `first`."""
    sorts = elements.sorts
    led = sorts[first] == "W" or elements.words[first] in ("the", "this", "that", "a")
    if not led or is_gerund(elements, first):
        return first
    owner = _OWNED.search(sorts, first, last)
    if not owner or not elements.words[owner.end() - 1].endswith("'s"):
        return first
    return owner.end()
