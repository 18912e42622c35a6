"""Words that point back to areas named before: "the first two", "the third", "the others", "at this".

Enters the elements of a sentence; leaves stretches that stand for areas. Which areas these are is looked up in
`rosters`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.document.dates import read_number
from extract.pipes.elements import Elements
from extract.pipes.grades.wordings import Wording

WORDS = frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "sixth", "last", "final", "former", "latter"),
        *("other", "others", "remaining", "rest", "remainder"),
        *("it", "this", "that", "them", "these", "those", "same", "one", "there"),
    )
)
"""Words without any of which nothing points back."""
PLACES = {
    **{"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5},
    **{"former": 0, "latter": -1, "last": -1, "final": -1},
}
DETERMINERS = frozenset(("the", "these", "those", "that", "its", "their", "our", "this"))
HEADS = frozenset(
    (
        *(
            "area",
            "areas",
            "one",
            "ones",
            "one's",
            "question",
            "questions",
            "pillar",
            "pillars",
            "category",
            "categories",
        ),
        *("element", "elements", "measure", "measures", "domain", "domains", "point", "count", "heading", "strand"),
        *("strands", "standard", "theme", "topic", "subject", "aspect", "field"),
    )
)
"""Nouns for an area that name none."""
_THINGS = frozenset(("thing", "score", "work", "part", "bit", "side"))
_REST = frozenset(("others", "rest", "remainder"))
_ALONE = frozenset(("it", "this", "that"))
_SEVERAL = frozenset(("them", "these", "those"))
_OF = frozenset(("these", "those", "them", "the"))


class Pointer(NamedTuple):
    """Words that stand for areas named before.

    Args:
        wording: Where they stand, a preposition among them.
        places: Which areas of a list, from 0, or from the end as -1; empty for all that are left.
        number: How many areas are left, or in the list of a pair, or None where the words do not say.
        back: Whether the area or the list named last is meant: "at this", "for them".
    """

    wording: Wording
    places: tuple[int, ...] = ()
    number: int | None = None
    back: str = ""


def find_pointers(elements: Elements) -> list[Pointer]:
    """Words of a sentence that point back, in order."""
    words = elements.words
    found: list[Pointer] = []
    if WORDS.isdisjoint(words):
        return found
    last, pair = 0, _is_pair(words)
    for at in [at for at, word in enumerate(words) if word in WORDS]:
        if at < last:
            continue
        word, pointer = words[at], None
        if pair and word in ("one", "other"):
            pointer = _one(elements, at)
        elif word in PLACES:
            pointer = _ordinal(elements, at)
        elif word in _REST or word in ("other", "remaining"):
            pointer = _rest(elements, at)
        elif word == "there":
            pointer = _there(elements, at)
        elif word in _ALONE or word in _SEVERAL or word == "same":
            pointer = _back(elements, at)
        if pointer:
            found.append(pointer)
            last = pointer.wording.last
    return found


def _is_pair(words: Sequence[str]) -> bool:
    """Whether "the one" and "the other" stand beside each other in a sentence."""
    if "one" not in words or "other" not in words:
        return False
    ones = [n for n, word in enumerate(words) if word == "one" and words[n - 1 : n] == ["the"]]
    return any(word == "other" and words[n - 1] == "the" and n > ones[0] for n, word in enumerate(words) if ones and n)


def _one(elements: Elements, at: int) -> Pointer | None:
    """One of two: "good at the one and adequate at the other"."""
    if at == 0 or elements.words[at - 1] != "the" or elements.sorts[at + 1 : at + 2] in ("W", "N"):
        return None
    return Pointer(_wording(elements, at - 1, at + 1), (0 if elements.words[at] == "one" else 1,), 2)


def _wording(elements: Elements, first: int, last: int) -> Wording:
    """A stretch with the preposition before it."""
    first -= first > 0 and elements.sorts[first - 1] == "P"
    return Wording(first, last, (first,))


def _ordinal(elements: Elements, at: int) -> Pointer | None:
    """By its place: "the first two", "the second of these", "the first, the second and, again, the third"."""
    sorts, words = elements.sorts, elements.words
    if at == 0 or words[at - 1] not in DETERMINERS:
        return None
    first = at - 1
    if first > 0 and sorts[first - 1] == "B" and "G" not in sorts[:first]:
        return None  # "prevention was the fourth"
    if first > 0 and sorts[at + 1 : at + 2] == "&" and _is_kept(elements, first):
        return None
    places: list[int] = []
    while True:
        last = at + 1
        if sorts[last : last + 1] == "N":
            count = read_number(words[last]) or 0
            start = PLACES[words[at]]
            places += range(start, start + count) if start >= 0 else range(-count, 0)
            last += 1
        else:
            places.append(PLACES[words[at]])
        paired = words[at] in ("former", "latter")
        last = last if paired and words[last : last + 1] != ["of"] else _headed(elements, last)
        if last < 0:
            return None
        further = last
        while further < len(words) and (sorts[further] in ",&" or words[further] in ("again", "too", "also")):
            further += 1
        if further == last:
            break
        further += words[further : further + 1] == ["the"]
        if words[further : further + 1] == [] or words[further] not in PLACES or _headed(elements, further + 1) < 0:
            break
        at = further
    pair = 2 if words[first + 1] in ("former", "latter") else None
    return Pointer(_wording(elements, first, last), tuple(places), pair) if places else None


def _is_kept(elements: Elements, first: int) -> bool:
    """Whether what a pointer stands for is kept, and so has no grade behind it: "it held on to the first and lost the second"."""
    before = elements.words[max(0, first - 3) : first]
    return before[-1:] in (["kept"], ["keeps"], ["retained"], ["retains"]) or before[1:] == ["on", "to"]


def _headed(elements: Elements, last: int) -> int:
    """Where a pointer ends behind its noun and "of these"; -1 if its noun names something else."""
    sorts, words = elements.sorts, elements.words
    if sorts[last : last + 1] == "&" and words[last + 1 : last + 2] in (["final"], ["last"], ["latest"]):
        return -1  # "the third and final report"
    if words[last : last + 1] and words[last] in HEADS:
        last += 1
    elif sorts[last : last + 1] == "W" and words[last] not in ("of", "required", "requires"):
        return -1
    elif (
        sorts[last : last + 2] == "PN"
        or (sorts[last : last + 2] == "JB" and words[last] == "to")
        or sorts[last : last + 1] == "I"
        or words[last : last + 1] == ["such"]
    ):
        return -1  # "the second in 31 reports", "the first to be", "the last HMICFRS report"
    if words[last : last + 1] == ["of"]:
        if words[last + 1 : last + 2] == [] or words[last + 1] not in _OF:
            return -1
        noun = last + 2
        while sorts[noun : noun + 1] == "N":
            noun += 1
        if words[last + 1] == "the" and noun == last + 2:
            noun += sorts[noun : noun + 1] == "W" and words[noun] not in HEADS
            if words[noun : noun + 1] == [] or words[noun] not in HEADS:
                return -1
        last = noun + (words[noun : noun + 1] != [] and words[noun] in HEADS)
    return last


def _rest(elements: Elements, at: int) -> Pointer | None:
    """What is left: "the other two", "each of the others", "the rest"."""
    sorts, words = elements.sorts, elements.words
    if at == 0 or words[at - 1] != "the":
        return None
    last, count = at + 1, None
    if words[at] in ("other", "remaining"):
        if sorts[last : last + 1] == "N":
            count = read_number(words[last])
            last += 1
        elif words[last : last + 1] != ["one"]:
            return None
        else:
            count, last = 1, last + 1
    elif words[last : last + 1] == ["of"]:
        return None
    last = _headed(elements, last)
    first = at - 1
    if first > 1 and words[first - 1] == "of" and words[first - 2] in ("each", "all", "both"):
        first -= 2
    return Pointer(_wording(elements, first, last), (), count, "") if last >= 0 else None


def _there(elements: Elements, at: int) -> Pointer | None:
    """The area named last as a place: "There it requires improvement", "good there"; no "there were"."""
    sorts, ahead = elements.sorts, elements.sorts[at + 1 : at + 2]
    opens = at == 0 and ahead in (",", "R", "Y", "F", "D")
    behind = at > 0 and sorts[at - 1] == "G"
    return Pointer(_wording(elements, at, at + 1), (), None, "one") if opens or behind else None


def _back(elements: Elements, at: int) -> Pointer | None:
    """What was named last: "at this", "on that measure", "for the same thing", "that same work"."""
    sorts, words = elements.sorts, elements.words
    same = words[at] == "same"
    first = at - same
    if first < 0 or (same and words[first] not in DETERMINERS):
        return None
    last = at + 1 + (not same and words[at + 1 : at + 2] == ["same"])
    noun = words[last] if last < len(words) else ""
    headed = noun in HEADS or noun in _THINGS
    last += headed
    if first > 1 and words[first - 1] == "under" and words[first - 2] in HEADS:
        return None  # "three of the questions under that heading"
    some = _some_of(elements, at) if words[at] in _SEVERAL and words[max(0, first - 1)] == "of" else None
    if some:
        return some
    if first == 0 or sorts[first - 1] != "P":
        if not headed or words[at] == "it" or sorts[last : last + 1] not in ("B", "X", "G"):
            return None
        if first > 0 and sorts[first - 1] in "JVMHX":
            return None
    elif not headed and (sorts[last : last + 1] in ("W", "N", "V", "D") or (same and noun)):
        return None
    several = words[at] in _SEVERAL or (same and noun in HEADS and noun.endswith("s"))
    return Pointer(_wording(elements, first, last), (), None, "several" if several else "one")


def _some_of(elements: Elements, at: int) -> Pointer | None:
    """So many of what was named: "good in two out of those three areas", which are those that have no other grade."""
    sorts, words = elements.sorts, elements.words
    start = at - 2 - (words[max(0, at - 2)] == "out")
    if start < 1 or sorts[start] != "N" or sorts[start - 1] != "P":
        return None
    last = at + 1 + sorts.startswith("N", at + 1)
    last += words[last : last + 1] != [] and words[last] in HEADS
    return Pointer(_wording(elements, start, last), (), read_number(words[start]))


def is_body(elements: Elements, pointer: Pointer) -> bool:
    """Whether "the former" or "the latter" is the subject of a sentence, as a body is."""
    return (
        elements.words[:2] in (["the", "former"], ["the", "latter"])
        and pointer.wording.first == 0
        and elements.sorts[2:3] in ("B", "X", "V")
    )


def gives_way(elements: Elements, wording: Wording, pointer: Pointer) -> bool:
    """Whether a wording is part of what points back, or the list before it that this parts."""
    other = pointer.wording
    if wording.first < other.last and other.first < wording.last:
        return True
    parted = len(wording.items) > 1 and wording.last <= other.first and not pointer.back
    return parted and "G" not in elements.sorts[: other.first]
