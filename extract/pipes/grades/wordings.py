"""Wordings of a sentence that may name areas: noun phrases, gerunds, and clauses with "how", one or a list of them.

Enters elements; leaves stretches of them. Which wording a grade is for, and whether it is an area at all, is settled
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.pipes.elements import Elements

_CONTENT = "WHD"
_OPENERS = "WHDVMP"
_NAMES = re.compile("[WHVMY]")
_AFTER_HOW = frozenset(("in", "which", "that", "well", "far", "much"))
_INNER = frozenset(("to", "from", "with", "into", "by", "against", "between", "without", "among", "through", "within"))
_PARTICLES = frozenset(("after", "up", "out", "down", "off", "back", "well", "together", "now", "only", "also", "not"))
_THOSE = frozenset(
    ("those", "them", "all", "itself", "others", "each", "both", "one", "what", "whom", "who", "it", "us")
)
_SUBJECTS = frozenset(("it", "they", "he", "she", "we"))
_BEHIND_NOUN = _SUBJECTS | {"of", "about", "against"}
_MARKS = frozenset(("rating", "marking", "grading", "ranking", "finding", "judging", "scoring"))
_ADVERBS = frozenset(("also", "both", "finally", "lastly", "then", "indeed", "most", "more"))
_BEFORE_FORCE = frozenset(("to", "with", "of", "across", "in", "at", "from", "by", "within", "between"))


OCCASION = frozenset(
    (
        *("report", "reports", "inspection", "inspections", "round", "year", "years", "month", "months", "week", "day"),
        *("time", "grade", "grades", "rating", "ratings", "mark", "marks", "verdict", "verdicts", "letter", "notch"),
        *("rung", "rungs", "notches", "ago"),
    )
)
"""Nouns with which a time or an inspection ends, whatever stands before: "its latest report"."""


class Wording(NamedTuple):
    """A stretch of elements that may name areas.

    Args:
        first: Number of its first element, a preposition among them.
        last: Number behind its last one.
        items: Where each phrase of the list begins.
    """

    first: int
    last: int
    items: tuple[int, ...]


class Wordings:
    """Finds wordings.

    Args:
        classes: Table of `classes.toml`.
    """

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self.occasion = frozenset(classes["occasion"])
        self.body = frozenset(classes["body"])
        self.people = frozenset(classes["people"])

    def find(self, elements: Elements) -> list[Wording]:
        """Wordings in order; they do not overlap."""
        found: list[Wording] = []
        sorts = elements.sorts
        count = len(sorts)
        at = 0
        while at < count:
            sort = sorts[at]
            if sort not in _CONTENT and (sort not in _OPENERS or not self._opens(elements, at)):
                at += 1
                continue
            last = self._phrase(elements, at)
            begin = at
            at = max(last, at + 1)
            last = self._trim(sorts, begin, last)
            if last <= begin or self._is_occasion(elements, begin, last):
                continue
            items = [begin]
            while last == at or sorts[last] == "J":  # nothing was trimmed but an adverb
                further = self._joined(elements, at)
                if further < 0:
                    break
                stop = self._phrase(elements, further)
                end = self._trim(sorts, further, stop)
                other = sorts[begin] == "P" and self._is_other(elements, further, stop)
                if sorts[at] == ";":
                    other = stop < count and sorts[stop] not in ";,.&)"
                if end <= further or other or self._is_occasion(elements, further, end):
                    break
                items.append(further)
                last, at = end, stop
            found.append(Wording(begin, last, tuple(items)))
        return found

    @staticmethod
    def _opens(elements: Elements, at: int) -> bool:
        """Whether a wording may begin at an element."""
        sorts = elements.sorts
        if sorts[at] == "P":
            at += 1
            if at == len(sorts):
                return False
        return sorts[at] in _CONTENT or _gerund(elements, at)

    def _phrase(self, elements: Elements, at: int) -> int:
        """Where a phrase ends that begins at an element."""
        sorts, words = elements.sorts, elements.words
        count = len(sorts)
        here = at + (sorts[at] == "P")
        first = here
        verbal = here < count and _gerund(elements, here)
        how = sorts.find("H", here, here + 3)
        if how >= 0 and sorts.count("D", here, how) == how - here:
            here, verbal = self._after_how(elements, how), True
            if here < count and sorts[here] in "IBX":
                return at
            first = here
            here += here < count and sorts[here] in "VMXW"
        while here < count:
            sort = sorts[here]
            if sort in "WDNY":
                if here > first and _is_time(words, sort, here):
                    break
                here += 1
                continue
            before = sorts[here - 1]
            if here > first and words[here] == "who" and words[here - 1] in self.people:
                return self._after_who(sorts, here)
            if sort == "P":
                closed = self._is_occasion(elements, at, here)  # "the grade", before "for crime recording"
                goes_on = here > first and not closed and not self._after_preposition(elements, here)
            elif sort == "J":
                goes_on = here > first and (words[here] in _INNER or (verbal and words[here] in _PARTICLES))
            elif sort in "VM":
                goes_on = (
                    before in "DP"
                    or (before == "N" and words[here].endswith("s"))
                    or _gerund(elements, here)
                    or (
                        before == "W"
                        and here > first
                        and words[here].endswith(("ing", "s"))
                        and self._noun(elements, here)
                    )
                )
            elif sort == "R":
                goes_on = here > first and words[here] in _THOSE and (before in "JP" or _gerund(elements, here - 1))
            elif sort == "F":
                goes_on = here > first and words[here - 1] in _BEFORE_FORCE
            else:
                goes_on = sort == "O" and before == "F" and here > first + 1
            if not goes_on:
                break
            here += 1
        return here

    @staticmethod
    def _after_who(sorts: str, who: int) -> int:
        """Where a clause ends that says which people: "people who may be at risk"."""
        here, count = who + 1, len(sorts)
        while here < count and sorts[here] in "BXJ":
            here += 1
        first = here
        while here < count and sorts[here] in ("WDPNYJVR" if here == first else "WDPNYJ"):
            here += 1
        return here if here > first else who

    @staticmethod
    def _noun(elements: Elements, at: int) -> bool:
        """Whether a word that can be a verb is a noun here: "crime reports", not "crime reports that"."""
        if at + 1 == len(elements):
            return True
        return elements.sorts[at + 1] in "BGX&,;.:)\u2013" or elements.words[at + 1] in _BEHIND_NOUN

    def _after_preposition(self, elements: Elements, at: int) -> bool:
        """Whether a preposition inside a phrase opens another one: "the word for how we investigate crime"."""
        sorts, count = elements.sorts, len(elements)
        step = at + 1
        if step == count or sorts[step] in "GIRB.;:,)" or sorts[step] == "H" or sorts.startswith("DH", step):
            return True
        while step < count and sorts[step] in "DN":
            step += 1
        return step < count and elements.words[step] in self.occasion

    @staticmethod
    def _after_how(elements: Elements, how: int) -> int:
        """Where the verb of a clause with "how" stands: behind adverbs, "in which" and the subject."""
        sorts, words = elements.sorts, elements.words
        here, count = how + 1, len(elements)
        while here < count and (words[here] in _AFTER_HOW or words[here].endswith("ly")):
            here += 1
        while here < count and (sorts[here] in "DRFYO" or words[here] in ("good", "its")):
            here += 1
        return here

    def _joined(self, elements: Elements, at: int) -> int:
        """Where the next phrase of a list begins, or -1."""
        sorts, words = elements.sorts, elements.words
        count = len(sorts)
        here = at
        if here < count and sorts[here] in ",;":
            here += 1
        if here < count and sorts[here] == "&":
            here += 1
        elif words[here : here + 3] == ["as", "well", "as"]:
            here += 3
        elif here < count and words[here] in ("a", "an"):  # in apposition
            return -1
        if here == at:
            return -1
        while here < count and words[here] in _ADVERBS:
            here += 1
        return here if here < count and self._opens(elements, here) else -1

    @staticmethod
    def _is_other(elements: Elements, first: int, last: int) -> bool:
        """Whether a phrase opens another clause: as its subject, or as what stands before its subject."""
        if last >= len(elements) or _gerund(elements, last):
            return False
        return elements.sorts[last] in ("RFYI" if elements.sorts[first] == "P" else "BXVMIF")

    @staticmethod
    def _trim(sorts: str, first: int, last: int) -> int:
        """Where a phrase ends without what leads on from it; where it begins, if nothing is left that names."""
        last = first + len(sorts[first:last].rstrip("DPNJ,&O"))
        return last if _NAMES.search(sorts, first, last) else first

    def _is_occasion(self, elements: Elements, first: int, last: int) -> bool:
        """Whether a phrase is a time, a report or a mark: "three years ago", "the report"."""
        sorts, words = elements.sorts, elements.words
        content = [number for number in range(first, last) if sorts[number] in "WVMY"]
        if not content:
            return False
        if words[content[-1]] in OCCASION and len(content) < 4 and not _gerund(elements, content[0]):
            return True
        return all(sorts[number] == "Y" or words[number] in self.occasion for number in content)


def _is_time(words: Sequence[str], sort: str, at: int) -> bool:
    """Whether a time begins at a word inside a phrase: "leadership last time", "leadership two years ago"."""
    if words[at] == "last":
        return OCCASION.issuperset(words[at + 1 : at + 2])
    return sort in "ND" and words[at + 2 : at + 3] == ["ago"]


def _gerund(elements: Elements, at: int) -> bool:
    word = elements.words[at]
    return word[-3:] == "ing" and len(word) > 5 and elements.sorts[at] in "WVM" and word not in _MARKS
