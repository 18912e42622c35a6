"""How the grades of a sentence stand to each other: lists of them, clauses that say one again, words that point back.

Enters the grades that a sentence gives; leaves with each the areas of those beside it, or what it points back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.document.dates import read_number
from extract.pipes.elements import Elements
from extract.pipes.grades.features import View
from extract.pipes.grades.links import Sketch
from extract.pipes.grades.verdict import EVERY, Verdict

_CLAUSE = re.compile(r",? (?:and|but|while|whereas) (?:the|its|their|his|it|he|she|they|we)\b|;")
"""With which the next clause begins."""
_OVERALL = re.compile(r"\b(?:overall|as a whole)\b")
_ORDINALS = {"first": 0, "former": 0, "second": 1, "third": 2, "latter": -1, "last": -1}
_ALL = frozenset(("all", "both", "each", "every", "everything"))
_FORCES = re.compile("F,?[&F][^GB]*[BX]*J?$")
"""Classes before "all", "both" or "each" of the forces that stand before it: "Kent and Essex were both"."""
_ORDER = re.compile(r"\bin (?:that|this|the same) order\b")
_ECHO = frozenset(("so", "as"))
"""Words before the verb of a clause that says the same of something else."""
_MARK = re.compile("[,;:.(\u2013]")
_UNNAMED = frozenset(("else", "elsewhere", "rest", "others", "remainder"))
"""Words for areas that nothing names: "everything else was adequate"."""
_WHOSE = (["its"], ["their"], ["his"], ["her"], ["our"])
_CONCEDED = ["for", "all"]
_BACK = frozenset(("it", "that", "this"))
"""Pronouns that stand for the area named last: "good at that"."""


def settle(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """Wordings whose grade their clause tells, and with -1 those that no grade is for: ", for all its progress,"."""
    if _ECHO.isdisjoint(elements.words) and "all" not in elements.words:
        return {}
    found = {}
    for number, sketch in enumerate(sketches):
        first = sketch.wording.first
        grade = _echoed(elements, first)
        opens = first - 2 * (elements.sorts[first] != "P")
        if grade >= 0:
            idiom = not sketch.known and "so" not in elements.words[max(0, first - 4) : first]
            found[number] = -1 if idiom else grade  # "as was expected"
        elif opens > 0 and elements.words[opens : opens + 2] == _CONCEDED and elements.sorts[opens - 1] in ",&\u2013":
            found[number] = -1
    return found


def echoes(elements: Elements, found: Mapping[int, Verdict]) -> Iterator[Verdict]:
    """Grades that a clause gives to further forces: "Kent is good, as is Essex"."""
    if _ECHO.isdisjoint(elements.words):
        return
    for number, sort in enumerate(elements.sorts):
        verdict = found.get(_echoed(elements, number)) if sort == "F" else None
        if verdict:
            hit = elements.starts[number - 1], elements.ends[number - 1], verdict.hit[2]
            yield replace(verdict, hit=hit, rule="grades.inverted", same=False, turn=None)


def share(view: View, found: list[tuple[int, Verdict]]) -> None:
    """One grade for each area or force of a list, in order: "A, B and C: good, good and inadequate respectively"."""
    for run in _runs(view.elements, found):
        low, high = run[0][0], run[-1][0]
        shared = _is_shared(view.elements, low, high)
        lists = [verdict.areas for _, verdict in run if verdict.areas]
        if not lists and shared:
            lists = [verdict.areas for grade, verdict in found if grade < low and verdict.areas][-1:]
        if len(lists) == 1 and len(lists[0]) == len(run):
            for (_, verdict), area in zip(run, list(lists[0]), strict=True):
                verdict.areas = [area]
        elif shared:
            for turn, (_, verdict) in enumerate(run):
                verdict.turn = (turn, len(run))


def borrow(view: View, grade: int, verdict: Verdict, found: Sequence[tuple[int, Verdict]]) -> None:
    """Areas of a grade that names none: of the grade beside it, of all named before, or of the whole."""
    lower, elements = view.reading.lower, view.elements
    clause = _CLAUSE.search(lower, verdict.hit[1], view.high)
    stop = min(clause.start() if clause else view.high, verdict.hit[1] + 40)
    if _OVERALL.search(lower, max(view.low, verdict.hit[0] - 60), stop):
        verdict.overall = True
        return
    words = elements.words
    if grade + 2 < len(words) and elements.sorts[grade + 1] == "P" and words[grade + 2] in _BACK:
        return
    ordinal = ordinal_of(elements, grade)
    if ordinal >= 0:
        verdict.nth = _ORDINALS[words[ordinal]]
        several = elements.sorts[ordinal + 1 : ordinal + 2] == "N"
        verdict.back = read_number(words[ordinal + 1]) or 0 if several else 0
        return
    aside = _is_aside(elements, grade)
    near = [one for one in found if one[1].areas and (aside or not _is_aside(elements, one[0]))]
    before = [other for number, other in near if number < grade]
    behind = [other for number, other in near if number > grade]
    around = range(max(0, grade - 6), min(len(words), grade + 6))
    pointed = next((n for n in around if words[n] in _ALL and _points(elements, n)), -1)
    ahead = _MARK.search(elements.sorts, grade, grade + 4)
    if not _UNNAMED.isdisjoint(words[max(0, grade - 3) : ahead.start() if ahead else grade + 4]):
        verdict.back = -EVERY  # of areas that nothing names
        return
    if pointed >= 0 and not before:
        number = elements.sorts.find("N", pointed, pointed + 4)
        count = read_number(words[number]) if number >= 0 else None
        verdict.back = count or (2 if words[pointed] == "both" else EVERY)
        return
    leaving = grade and words[grade - 1] == "from" and behind and _moves_on(elements, grade)
    other = (behind if leaving or not before else before[::-1])[:1]
    if other:
        verdict.areas = list(other[0].areas)
        verdict.rule = "grades.relative"
        verdict.same = not leaving and verdict.previous != other[0].previous


def ordinal_of(elements: Elements, grade: int) -> int:
    """The word that says which of the areas named before a grade is for, or -1: "good at the first", "the latter was"."""
    sorts, words = elements.sorts, elements.words
    places: list[int] = [*range(grade + 1, min(grade + 4, len(elements))), *range(grade - 1, max(-1, grade - 7), -1)]
    for number in places:
        if sorts[number] in ",;:.G":
            if number < grade:
                break
            continue
        if words[number] in _ORDINALS and (
            sorts[number + 1 : number + 2] != "W" or words[number + 1] in ("of", "area", "two")
        ):
            return number
    return -1


def _points(elements: Elements, number: int) -> bool:
    """Whether a pronoun stands for areas: no "Kent and Essex were both", no "for all its progress"."""
    if elements.words[number] == "all" and elements.words[number + 1 : number + 2] in _WHOSE:
        return False
    return not _FORCES.search(elements.sorts, 0, number)


def _is_aside(elements: Elements, grade: int) -> bool:
    """Whether a grade is put in between dashes or brackets."""
    sorts = elements.sorts
    if sorts.count("\u2013", 0, grade) % 2 and "\u2013" in sorts[grade:]:
        return True
    return sorts.count("(", 0, grade) > sorts.count(")", 0, grade)


def _moves_on(elements: Elements, grade: int) -> bool:
    """Whether a grade that is left is followed by the one that is reached: "from good in 2018 to adequate"."""
    behind = elements.sorts.find("G", grade + 1)
    return "to" in elements.words[grade + 1 : behind]


def _echoed(elements: Elements, first: int) -> int:
    """The grade that a clause gives again to what stands at an element: "and so is leadership", "as has Kent"; or -1."""
    sorts, words = elements.sorts, elements.words
    verb = first - 1
    while verb > 1 and sorts[verb] == "D":
        verb -= 1
    if verb < 2 or sorts[verb] not in "BX":
        return -1
    so = verb - 1 - (words[verb - 1] == "too")
    if so < 1 or words[so] not in _ECHO or sorts[so - 1] not in ",&;(\u2013":
        return -1
    return sorts.rfind("G", 0, so)


def in_order(elements: Elements, grades: Sequence[int]) -> set[int]:
    """Grades of lists that are said to be in the order of what they are for."""
    found: set[int] = set()
    run: list[int] = []
    for grade in grades:
        joined = run and not elements.sorts[run[-1] + 1 : grade].strip(",&JD")
        run = [*run, grade] if joined else [grade]
        if len(run) > 1 and _is_shared(elements, run[0], grade):
            found.update(run)
    return found


def _is_shared(elements: Elements, low: int, high: int) -> bool:
    """Whether grades are said to be in the order of what they are for: "respectively", "in that order"."""
    words = elements.words
    if "respectively" in words[low : high + 3]:
        return True
    return "order" in words[high:] and _ORDER.search(" ".join(words[high:])) is not None


def _runs(elements: Elements, found: Sequence[tuple[int, Verdict]]) -> list[list[tuple[int, Verdict]]]:
    """Lists of two verdicts or more with nothing between but commas and "and"."""
    runs: list[list[tuple[int, Verdict]]] = []
    for grade, verdict in found:
        last = runs[-1][-1][0] + 1 if runs else 0
        if runs and not elements.sorts[last:grade].strip(",&JD") and "to" not in elements.words[last:grade]:
            runs[-1].append((grade, verdict))
        else:
            runs.append([(grade, verdict)])
    return [run for run in runs if len(run) > 1]
