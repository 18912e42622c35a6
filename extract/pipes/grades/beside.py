"""What a grade takes from the one beside it: that it is stated, and of which inspection it is.

Enters the elements of a sentence and the grades found in it; leaves whether one is put in behind another ("good (it was
adequate)"), says the same of further bodies ("Kent was good; Essex, adequate"), or is of one list with others.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.phrases import MARK_NOUNS
from extract.pipes.grades.verdict import Verdict
from extract.pipes.grades.view import View

_PUT_IN = expression(r"[^G]{0,3}(?:\((?:PN,?)?R?[BX]{1,2}[JD]*|\((?:PN,?)?R(?=$)|,R[RFY][BX]{1,2}[JD]*)$")
"""Classes from a grade to an earlier one that is put in behind it: "good (it was adequate)", "good, where it was poor"."""
_PAST = frozenset(("was", "were", "had", "been"))
_THEN_VERBS = ("required ", "needed ")
_WHERE = frozenset(("where", "when", "whereas", "while"))
_FURTHER = expression("[,;]+&?J?D?F(?:[,&]+D?F)*,?[BX]{0,2}J?(?:VJ*B?)?D?$")
"""Classes from the grade of bodies to that of others: "; Sussex and Kent, adequate"."""
_BODIES = expression("F(?:[,&]+D?F)*,?[BX]{1,2}J?(?:VJ*B?)?D?$")
"""Classes before the grade of bodies and of nothing of theirs."""
_LISTED = expression("P?[^BXVMRFYI(;:.\u2013G]*[,&]+J?D?$")
"""Classes from one grade of a list with areas to the next: "good for A, adequate for B and"."""
_TURNS = frozenset(("from", "to", "now", "up", "down", "previously", "once", "formerly", "then", "still", "with"))
"""Words with which the next is of another inspection."""
_STILL = frozenset(("remains", "remain", "stays", "stay", "still"))


def is_either(view: View, grade: int) -> bool:
    """Whether a grade is one of two that a sentence leaves open: "good or adequate in all areas"."""
    words, sorts = view.elements.words, view.elements.sorts
    behind = grade + 2 + (sorts[grade + 2 : grade + 3] == "D")
    before = grade - 2 - (sorts[max(0, grade - 1) : grade] == "D")
    other = -1
    if words[grade + 1 : grade + 2] == ["or"] and sorts[behind : behind + 1] == "G":
        other = behind
    elif before >= 0 and words[before + 1] == "or" and sorts[before] == "G":
        other = before
    return other in view.hits and view.hits[other][2] != view.hits[grade][2]


def is_compared(elements: Elements, grade: int) -> bool:
    """Whether grades are only said to be more than others: "it holds more 'good' grades than any other"."""
    words = elements.words
    if words[max(0, grade - 1) : grade] not in (["more"], ["fewer"]) or elements.sorts[max(0, grade - 2)] == "N":
        return False
    return words[grade + 1 : grade + 2] != [] and words[grade + 1] in MARK_NOUNS and words[grade + 1].endswith("s")


def is_put_in(elements: Elements, last: int, grade: int, written: str) -> bool:
    """Whether a grade is an earlier one that is put in behind another.

    Args:
        elements: The sentence.
        last: Number of that other one's element.
        grade: Number of its own.
        written: Its wording.
    """
    match = _PUT_IN.match(elements.sorts, last + 1, grade)
    if not match:
        return False
    between = elements.words[last + 1 : grade]
    if "," in between and _WHERE.isdisjoint(between) and "(" not in between:
        return False
    return not _PAST.isdisjoint(between) or written.startswith(_THEN_VERBS)


def is_further(elements: Elements, last: int, grade: int) -> bool:
    """Whether a grade is said of further bodies as the one before it of its own: "Kent was good; Essex, adequate"."""
    return (
        _FURTHER.fullmatch(elements.sorts, last + 1, grade) is not None
        and _BODIES.search(elements.sorts, 0, last) is not None
    )


def even(elements: Elements, found: Sequence[tuple[int, Verdict]]) -> None:
    """Let the grades of one list be of one inspection, where no word says of which."""
    runs: list[list[Verdict]] = []
    before = None
    for one in found:
        runs[-1].append(one[1]) if before and _is_listed(elements, before[0], one[0]) else runs.append([one[1]])
        before = one
    for run in runs:
        still = len(run) > 1 and not _STILL.isdisjoint(elements.words[found[-1][0] :])
        if run[-1].kept and (still or all(one.previous and one.lean is not None for one in run[:-1])):
            for verdict in run[:-1]:  # "was good at A and good at B, and still is"
                verdict.previous, verdict.kept, verdict.lean = False, True, None
        open_ones = [verdict for verdict in run if verdict.lean is not None and not verdict.kept]
        if len(open_ones) > 1:
            previous = sum(verdict.lean or 0.0 for verdict in open_ones) > 0
            for verdict in open_ones:
                verdict.previous = previous


def _is_listed(elements: Elements, last: int, grade: int) -> bool:
    between = elements.words[last + 1 : grade]
    return _LISTED.fullmatch(elements.sorts, last + 1, grade) is not None and _TURNS.isdisjoint(between)


_INSTEAD = frozenset(("not", "rather"))
_NOR = frozenset(("nor", "or", ","))
_NOT = expression(",?J{1,2}D?G")
"""Classes from a grade to another one that was not given: "good, not outstanding"."""
_BUT = expression(",?J[BXJ]*V?[BJ]*D?G")
"""Classes from a grade that was not given to the one that was: "within a whisker of outstanding but was graded good"."""


def given_instead(elements: Elements, grade: int) -> int:
    """The grade that was given in place of one that was not: "good, not outstanding, at custody"; or that one.

    Args:
        elements: The sentence.
        grade: Number of the element of the grade that was not given.
    """
    sorts, words, first = elements.sorts, elements.words, grade
    left, right = sorts.rfind("G", 0, grade), sorts.find("G", grade + 1)
    if left >= 0 and not _INSTEAD.isdisjoint(words[left + 1 : grade]) and _NOT.fullmatch(sorts, left + 1, grade + 1):
        return left
    while right >= 0:
        if "but" in words[grade + 1 : grade + 3] and _BUT.fullmatch(sorts, grade + 1, right + 1):
            return right
        if not _NOR.issuperset(words[grade + 1 : right]):
            break
        grade, right = right, sorts.find("G", right + 1)
    return first
