"""How the grades of a sentence stand to each other: lists of them, clauses that say one again, words that point back.

Enters the grades that a sentence gives; leaves with each the areas of those beside it, or what it points back to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.document.dates import read_number
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.areas import Piece
from extract.pipes.grades.bodies import are_others
from extract.pipes.grades.clauses import ECHO, echoed, too
from extract.pipes.grades.phrases import BUT
from extract.pipes.grades.references import DETERMINERS, HEADS, PLACES
from extract.pipes.grades.verdict import EVERY, Verdict
from extract.pipes.grades.view import View
from extract.pipes.grades.wordings import Wording

_CLAUSE = expression(r",? (?:and|but|while|whereas) (?:the|its|their|his|it|he|she|they|we)\b|;")
"""With which the next clause begins."""
_OVERALL = expression(r"\b(?:overall|as a whole)\b")
_ALL = frozenset(("all", "both", "each", "every", "everything"))
_FORCES = expression("F,?[&F][^GB]*[BX]*J?$")
"""Classes before "all", "both" or "each" of the forces that stand before it: "Kent and Essex were both"."""
_ORDER = expression(r"\bin (?:that|this|the same) order\b")
_PARALLEL = expression("&F[BXV]*[JD]*GP")
"""Classes behind a grade whose area stands behind another force and its grade: "Kent is good and Essex adequate for vetting"."""
_AHEAD = 6
"""Elements before a list of grades in which its order is told."""
_BARE = 3
"""The least grades of a list that stands by itself for the areas of a list before it."""
_SAID = expression(r"[.]?|,[DRIYF]+V[^G]*")
"""Classes behind a list of grades that ends there, but for who says so."""
_FROM_BEHIND = expression(",?JD?G")
"""Classes behind a grade of the one that was left for it."""
_RELATIVE = expression(",P?R[BXVJR]*[JD]*G")
"""Classes of a clause on what stands before it, up to its grade."""
_PLURAL = frozenset(("were", "are", "have", "both", "all"))
_SINGULAR = frozenset(("was", "is", "has"))
_PRESENT = frozenset(
    ("is", "are", "has", "have", "now", "today", "currently", "remains", "remain", "stays", "gets", "time", "week")
)
"""Words with which a clause is of this inspection."""
_BUT = frozenset(("but", "while", "whereas", "though", "although"))
"""Words with which a clause begins that says something else."""
_MANY = 20
"""From here on a number counts no areas."""
_THROUGHOUT = "across the board"
_LIKEWISE = expression(r"(?:\([^)]*\)|[^GBVXF;:.(])*&J?D?")
"""Classes from a grade to another one of the same."""
_COUNTED = 6
"""Elements from a grade to the number of its areas."""
_FRONTED_ALL = expression("PR(?:WR|W?D?N)?[WN]?,?[DRYFI]")
"""Classes with which a sentence opens that says first what its grade is for: "In both of those the force"."""
_FROM = expression(",?JD?G,?P")
"""Classes behind a grade that another was left for, before what both are for."""
_SOME_OF = expression("PNJ?WR")
"""Classes behind a grade of "in two out of those", which nothing tells."""
_REACHED = expression("D?G")
_TO = frozenset(("to", "into"))
_STOP = expression("[,;:.(–&G]")
"""Classes behind a grade at which what it is given to ends."""
_MARK = expression("[,;:.(\u2013]")
_UNNAMED = frozenset(("else", "elsewhere", "rest", "others", "remainder", "bar", "except"))
"""Words for areas that nothing names: "everything else was adequate"."""
_LEFT_OVER = frozenset(("other", "remaining"))
"""Before the noun of areas that nothing names."""
_AT_ALL = ["at", "all"]
_OF_WHAT = ("N", "W", "R", "D")
"""Classes behind "at all" where that is no idiom: "at all three", "at all of them"."""
_WHOSE = (["its"], ["their"], ["his"], ["her"], ["our"])
_BACK = frozenset(("it", "that", "this"))
"""Pronouns that stand for the area named last: "good at that"."""


_TOO = frozenset(("too", "also", "likewise", "similarly", "same", "well"))
"""Words with which a clause gives a grade again to its subject."""


def echoes(elements: Elements, found: Mapping[int, Verdict]) -> Iterator[Verdict]:
    """Grades that a clause gives to further forces: "Kent is good, as is Essex"."""
    if ECHO.isdisjoint(elements.words) and _TOO.isdisjoint(elements.words):
        return
    for number, sort in enumerate(elements.sorts):
        if sort != "F" or number == 0:
            continue
        first = number - 2 * (elements.sorts[max(0, number - 2) : number] == "F&")
        verdict = found.get(echoed(elements, number)) or found.get(too(elements, Wording(first, number + 1, ())))
        if verdict:
            hit = elements.starts[first - 1], elements.ends[first - 1], verdict.hit[2]
            yield replace(verdict, hit=hit, rule="grades.inverted", same=False, turn=None)


def share(view: View, found: list[tuple[int, Verdict]]) -> None:
    """One grade for each area or force of a list, in order: "A, B and C: good, good and inadequate respectively"."""
    _spread_back(view, found)
    for run in _runs(view.elements, found):
        low, high = run[0][0], run[-1][0]
        shared = _is_shared(view.elements, low, high)
        lists = [verdict.areas for _, verdict in run if verdict.areas]
        if not lists and shared:
            lists = [verdict.areas for grade, verdict in found if grade < low and verdict.areas][-1:]
        if not lists and view.pointed:
            lists = [list(view.pointed)]
        if len(lists) == 1 and len(lists[0]) == len(run):
            for (_, verdict), area in zip(run, list(lists[0]), strict=True):
                verdict.areas = [area]
        elif shared:
            for turn, (_, verdict) in enumerate(run):
                verdict.turn = (turn, len(run))


def _spread_back(view: View, found: Sequence[tuple[int, Verdict]]) -> None:
    """Give a grade the areas behind the one that it was reached from: "has climbed to good, from adequate, for A"."""
    elements = view.elements
    for (grade, verdict), (left, other) in pairwise(found):
        if verdict.areas or not other.areas or not _FROM.match(elements.sorts, grade + 1):
            continue
        if elements.words[left - 1] == "from" and not _is_left(elements, grade):
            verdict.areas, verdict.rule = list(other.areas), "grades.relative"
            other.previous, other.lean = True, None


def borrow(view: View, grade: int, verdict: Verdict, found: Sequence[tuple[int, Verdict]]) -> None:
    """Areas of a grade that names none: of the grade beside it, of all named before, or of the whole."""
    lower, elements = view.reading.lower, view.elements
    clause = _CLAUSE.search(lower, verdict.hit[1], view.high)
    stop = min(clause.start() if clause else view.high, verdict.hit[1] + 40)
    if _OVERALL.search(lower, max(view.low, verdict.hit[0] - 60), stop):
        verdict.overall = True
        return
    words = elements.words
    whole = [(number, one) for number, one in found if number < grade and one.overall]
    if whole and _LIKEWISE.fullmatch(elements.sorts, whole[-1][0] + 1, grade):
        verdict.overall = True  # "which it graded as inadequate in 2016 and as adequate in 2017"
        return
    again = [one for _, one in whole if one.hit[2] == verdict.hit[2]] if words[grade - 1] == "the" else []
    if again:
        verdict.overall, verdict.previous = True, again[-1].previous  # "though it challenged the inadequate grade"
        return
    if grade + 2 < len(words) and elements.sorts[grade + 1] == "P" and words[grade + 2] in _BACK:
        return
    ordinal = ordinal_of(elements, grade)
    some = _SOME_OF.match(elements.sorts, grade + 1)
    if ordinal >= 0 or (some and "of" in words[grade + 3 : some.end()]):
        verdict.back = -EVERY  # of a list that nothing names
        return
    aside = _is_aside(elements, grade)
    near = [one for one in found if one[1].areas and (aside or not _is_aside(elements, one[0]))]
    before = [other for number, other in near if number < grade]
    last = max((number for number, _ in near if number < grade), default=-1)
    behind = [other for number, other in near if number > grade]
    ahead = _MARK.search(elements.sorts, grade, grade + 4)
    unnamed = not _UNNAMED.isdisjoint(words[max(0, grade - 3) : ahead.start() if ahead else grade + 4])
    left = any(word in _LEFT_OVER and words[n + 1] in HEADS for n, word in enumerate(words[:-1]))
    if unnamed or (left and not are_others(elements, grade)):
        verdict.back = -EVERY  # of areas that nothing names
        return
    count = pointed_at(elements, grade)
    if count and not before:
        verdict.back, verdict.overall = count, is_throughout(elements, grade) and BUT.isdisjoint(words)
        return
    named = list(dict.fromkeys(area for one in before for area in one.areas))
    if count > 1 and len(named) == count and len(before) > 1:  # "good at A and adequate at B; now it is good at both"
        verdict.areas, verdict.rule = named, "grades.relative"
        return
    leaving = _is_left(elements, grade) and behind and _moves_on(elements, grade)
    if behind and _PARALLEL.match(elements.sorts, grade + 1):
        verdict.areas, verdict.rule = list(behind[0].areas), "grades.relative"
        return
    other = (behind if leaving or not before else before[::-1])[:1]
    if (
        behind
        and _FROM_BEHIND.match(elements.sorts, grade + 1)
        and words[grade + 1 + (words[grade + 1] == ",")] == "from"
    ):
        other = behind[:1]  # "good at A, and has climbed to good, from adequate, for B"
    if other and not before and not leaving and _is_of_next(view, grade, other[0]):
        return
    if other:
        ahead_of = [area for area in other[0].areas if area[0] < verdict.hit[0]] if before and not leaving else []
        verdict.areas = _nearest(elements, grade, ahead_of or list(other[0].areas)) if before else list(other[0].areas)
        verdict.rule = "grades.relative"
        own = last < 0 or "F" in elements.sorts[last:grade]
        if before and last >= 0 and other[0].previous and _goes_along(elements, last, grade, verdict):
            verdict.previous = True
        verdict.same = not leaving and not own and verdict.previous != other[0].previous
    elif any(one.overall for number, one in found if number < grade):
        verdict.overall = True


def _is_of_next(view: View, grade: int, other: Verdict) -> bool:
    """Whether the areas of a grade behind are the subject of a clause of its own: "it was adequate but vetting was good"."""
    elements, hit = view.elements, view.hits[grade]
    joined = next((n for n in range(grade + 1, len(elements)) if elements.words[n] in _BUT), -1)
    if joined < 0 or elements.starts[joined] >= other.areas[0][0]:
        return False
    return hit[1] < other.areas[0][0] and other.areas[-1][1] <= other.hit[0]


def _nearest(elements: Elements, grade: int, areas: list[Piece]) -> list[Piece]:
    """Of the areas before a relative clause of one of them the last: "so was custody, which had been good", "at B, for which it was"."""
    opened = elements.sorts.rfind(",", 0, grade)
    if len(areas) < 2 or opened < 0 or not _RELATIVE.match(elements.sorts, opened, grade + 1):
        return areas
    if not _PLURAL.isdisjoint(elements.words[opened:grade]):
        return areas
    near = max((area for area in areas if area[1] <= elements.starts[opened]), default=areas[-1])
    first = next(n for n in range(len(elements)) if elements.starts[n] >= min(areas)[0])
    apart = "B" in elements.sorts[first:opened] or "P" in elements.sorts[opened : opened + 2]
    return [near] if apart or not _SINGULAR.isdisjoint(elements.words[opened:grade]) else areas


def _goes_along(elements: Elements, last: int, grade: int, verdict: Verdict) -> bool:
    """Whether a grade of another body is told with an earlier one: "Kent was good in 2021, while Essex got an adequate"."""
    between = elements.words[last + 1 : grade]
    told = verdict.lean is not None and "F" in elements.sorts[last:grade] and _PRESENT.isdisjoint(between)
    return told and elements.words[grade] != "requires improvement" and "V" in elements.sorts[last:grade]


def is_throughout(elements: Elements, grade: int) -> bool:
    """Whether a grade is for all there is: "good across the board", "an across-the-board 'good'"."""
    words = elements.words
    if words[grade - 1] == "across-the-board":
        return True
    behind = grade + 1 + (elements.sorts[grade + 1 : grade + 3] == "JI") * 2
    return words[behind : behind + 1] == [_THROUGHOUT]


def is_of_all(elements: Elements, grade: int) -> bool:
    """Whether the areas that are counted behind a grade are all that there are: "good in all three areas"."""
    number = elements.sorts.find("N", grade, grade + _COUNTED)
    if number < 0 or elements.words[number - 1 - (elements.sorts[number - 1] == "D")] != "all":
        return False
    return not HEADS.isdisjoint(elements.words[number + 1 : number + 3])


def pointed_at(elements: Elements, grade: int) -> int:
    """How many areas named before a pronoun gives a grade to: "good in all three"; `EVERY` where it does not say, or 0.

    Below 0 it is for areas that nothing names.
    """
    words = elements.words
    if is_throughout(elements, grade):
        return EVERY
    behind = _STOP.search(elements.sorts, grade + 1, grade + 6)
    fronted = _FRONTED_ALL.match(elements.sorts) if "G" not in elements.sorts[:grade] else None
    around = range(0 if fronted else max(0, grade - 6), behind.start() if behind else min(len(words), grade + 6))
    pointed = next((n for n in around if words[n] in _ALL and _points(elements, n)), -1)
    if pointed < 0:
        return 0
    if words[pointed + 1 : pointed + 2] == ["but"]:
        return -EVERY  # "in all but one", which nothing names
    number = elements.sorts.find("N", pointed, pointed + 4)
    count = read_number(words[number]) if number >= 0 else None
    if count and count < _MANY:  # no year: "good at both in 2019"
        return count
    return 2 if words[pointed] == "both" else EVERY


def ordinal_of(elements: Elements, grade: int) -> int:
    """The word that says which of the areas named before a grade is for, or -1: "good at the first", "the latter was"."""
    sorts, words = elements.sorts, elements.words
    places: list[int] = [*range(grade + 1, min(grade + 4, len(elements))), *range(grade - 1, max(-1, grade - 7), -1)]
    for number in places:
        if sorts[number] in ",;:.G":
            if number < grade:
                break
            continue
        if (
            words[number] in PLACES
            and words[number - 1] in DETERMINERS
            and (sorts[number + 1 : number + 2] not in ("W", "I") or words[number + 1] in ("of", "area", "two"))
        ):
            return number
    return -1


def _points(elements: Elements, number: int) -> bool:
    """Whether a pronoun stands for areas: no "both forces", "for all its progress", "at all"."""
    if elements.sorts[number + 1 : number + 2] in ("Y", "F"):
        return False
    if elements.words[number] == "all" and elements.words[number + 1 : number + 2] in _WHOSE:
        return False
    if elements.words[max(0, number - 1)] in ("almost", "nearly", "virtually"):
        return False
    if elements.words[number - 1 : number + 1] == _AT_ALL and elements.sorts[number + 1 : number + 2] not in _OF_WHAT:
        return False
    return not _FORCES.search(elements.sorts, 0, number)


def _is_aside(elements: Elements, grade: int) -> bool:
    """Whether a grade is put in between dashes or brackets."""
    sorts = elements.sorts
    if sorts.count("\u2013", 0, grade) % 2 and "\u2013" in sorts[grade:]:
        return True
    return sorts.count("(", 0, grade) > sorts.count(")", 0, grade)


def is_turned(elements: Elements, grade: int) -> bool:
    """Whether a grade stands right before the one that it became: "crime recording (inadequate to good)"."""
    return elements.words[grade + 1 : grade + 2] == ["to"] and _REACHED.match(elements.sorts, grade + 2) is not None


def _is_left(elements: Elements, grade: int) -> bool:
    """Whether a grade is left for another: "from good", "good to adequate"."""
    return (grade > 0 and elements.words[grade - 1] == "from") or is_turned(elements, grade)


def moves(elements: Elements, left: int, reached: int) -> bool:
    """Whether one grade is left for another: "from good in 2018 to adequate"."""
    words = elements.words
    return _is_left(elements, left) and not _TO.isdisjoint(words[max(left, reached - 2) : reached])


def _moves_on(elements: Elements, grade: int) -> bool:
    """Whether a grade that is left is followed by the one that is reached: "from good in 2018 to adequate"."""
    behind = elements.sorts.find("G", grade + 1)
    return "to" in elements.words[grade + 1 : behind]


def in_order(view: View) -> set[int]:
    """Grades of lists that are in the order of what they are for: as the words say, or as a list before them has as many.

    Args:
        view: The sentence, which then knows that list.
    """
    found: set[int] = set()
    elements = view.elements
    for run in _runs_of(elements, list(view.hits)):
        if _is_shared(elements, run[0], run[-1]):
            found.update(run)
            if elements.sorts.count("F") >= len(run):
                continue  # one for each force
        elif len(run) < _BARE or not _is_bare(elements, run):
            continue
        areas = view.rosters.fitting(view.reading.sentence_at(view.low), len(run)) if view.rosters else []
        if areas:
            view.pointed = areas
            found.update(run)
    return found


def _runs_of(elements: Elements, grades: Sequence[int]) -> list[list[int]]:
    """Grades with nothing between but commas and "and", two or more of them."""
    runs: list[list[int]] = []
    for grade in grades:
        if runs and _are_listed(elements, runs[-1][-1] + 1, grade) and "or" not in elements.words[grade - 1]:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    return [run for run in runs if len(run) > 1]


def _are_listed(elements: Elements, first: int, last: int) -> bool:
    """Whether nothing but commas and "and" stands between two grades, and the first is not said to be the overall one."""
    return not elements.sorts[first:last].strip(",&JD") and "overall" not in elements.words[first:last]


def _is_bare(elements: Elements, run: Sequence[int]) -> bool:
    """Whether a sentence says nothing but a list of grades: "Verdict: good, good and outstanding"."""
    before, behind = elements.sorts[: run[0]], elements.sorts[run[-1] + 1 :]
    return len(before) < _BARE and not before.strip("DWVF:,") and _SAID.fullmatch(behind) is not None


def _is_shared(elements: Elements, low: int, high: int) -> bool:
    """Whether grades are said to be in the order of what they are for: "respectively", "in that order"."""
    words = elements.words
    if "respectively" in words[low : high + 3]:
        return True
    if "order" not in words:
        return False
    return any(_ORDER.search(" ".join(part)) for part in (words[high:], words[max(0, low - _AHEAD) : low]))


def _runs(elements: Elements, found: Sequence[tuple[int, Verdict]]) -> list[list[tuple[int, Verdict]]]:
    """Lists of two verdicts or more with nothing between but commas and "and"."""
    runs: list[list[tuple[int, Verdict]]] = []
    for grade, verdict in found:
        last = runs[-1][-1][0] + 1 if runs else 0
        if runs and _are_listed(elements, last, grade) and "to" not in elements.words[last:grade]:
            runs[-1].append((grade, verdict))
        else:
            runs.append([(grade, verdict)])
    return [run for run in runs if len(run) > 1]
