"""Wordings that tell what follows from a grade, how it is taken or when it was given, and not what it is for.

Enters the elements of a sentence, a grade and a wording behind it; leaves a verdict: "the good rating is testament to",
"rated good, saying that", "and its leaders are pleased".
"""

from __future__ import annotations

from collections.abc import Container

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.endings import REPORTS, remarks
from extract.pipes.grades.phrases import MARK_NOUNS
from extract.pipes.grades.references import HEADS
from extract.pipes.grades.wordings import Wording

_AFTER = frozenset(("following", "after"))
_WATCHED = frozenset(("inspection", "review", "assessment", "report", "examination", "look"))
_DURING = frozenset(("during", "throughout"))
"""What opens a time."""
_WHICH = expression(r",[&J]?R[JX]?(?P<verb>[BVWM])")
"""Classes of a relative clause on a grade: ", which places the force"."""
_GOES_ON = expression(",&?J*$")
"""Classes behind a remark between commas, before the next thing that the grade is for."""
_IS_OF = frozenset(
    (
        *("covers", "covered", "relates", "related", "concerns", "concerned", "applies", "applied", "includes"),
        *("refers", "looks", "looked", "examines", "examined", "assesses", "assessed", "considers"),
        *("considered", "asks", "asked"),
    )
)
"""Verbs of such a clause that say what the grade or its inspection is for."""
_TAKEN_AS = expression("[WV][XJ]*(?P<verb>[BVW])[JD]*")
"""Classes from the noun of a grade to what it is or does: "rating is a testament to"."""
_DOES = frozenset(
    (
        *("reflects", "recognises", "recognizes", "shows", "demonstrates", "means", "highlights", "builds"),
        *("puts", "places", "makes", "confirms", "acknowledges", "proves", "reassures", "gives", "comes"),
        *("follows", "reflected", "underlines", "represents", "sends", "leaves", "provides", "recognised"),
        *("rewards", "vindicates"),
    )
)
"""What a grade does."""
_PREDICATE = expression("[,\u2013]?&[BX]J*[DW]")
"""Classes with which a clause goes on to say something else of its subject: "and is a clear sign that"."""
_OWN = expression("[BX](?!J?G)")
"""Classes behind the subject of a clause that gives no grade."""
_JUDGED = expression("V?J[BJ]?D?G")
"""Classes behind the verb of who gives a grade: "identified as being inadequate"."""
_SAYS = expression("V(?P<that>R)[DRFY]")
"""Classes of what else is said: "rated it good, shows that we are"."""
_REACH = 40
"""Elements of the rest of a clause at most."""
_BEST = frozenset(("best", "worst", "top", "bottom", "highest", "lowest", "strongest", "weakest", "poorest", "finest"))
_DOES_BEST = frozenset(("does", "did", "do", "fares", "fared", "fare", "came", "comes", "scored", "scores"))
_ALSO = frozenset(("too", "also", "likewise", "as", "similarly", "so"))
_WHO = frozenset(("that", "who", "which"))
_BESIDE = frozenset("WFNYH")
"""Classes of what a relative clause or a gloss in brackets stands behind."""


def is_apart(elements: Elements, grade: int, wording: Wording, remarking: Container[str]) -> bool:
    """Whether a wording behind a grade tells something else than what the grade is for.

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
        wording: The wording.
        remarking: Participles with which a remark on a grade opens.
    """
    sorts, words, first = elements.sorts, elements.words, wording.first
    between = sorts[grade + 1 : first]
    if "G" in between:
        return False
    if sorts[grade + 1 : grade + 2] == "P" and not _AFTER.isdisjoint(words[grade + 2 : first + 1]):
        low = max(grade + 2, first - 3)
        if not _WATCHED.isdisjoint(words[low : first + 3]) and not _AFTER.isdisjoint(words[low - 2 : first + 1]):
            return True  # "good for A following an inspection of B"
    if "," in sorts[grade:first] and _is_remark(elements, grade, first, remarking):
        return True
    if between[:1] in ("W", "V") and words[grade + 1] in MARK_NOUNS and sorts[first] != "P":
        taken = _TAKEN_AS.match(between)
        if taken and (taken["verb"] == "B" or words[grade + 1 + taken.start("verb")] in _DOES):
            return True
    if "&" in between and (_PREDICATE.search(sorts, grade + 1, first + 1) or _is_subject(elements, wording)):
        return True
    says = _SAYS.search(between) if "that" in words[grade + 1 : first] else None
    if says and words[grade + 1 + says.start("that")] == "that":
        return True
    return _is_within(elements, first, grade)


def _is_remark(elements: Elements, grade: int, first: int, remarking: Container[str]) -> bool:
    """Whether a participle or a relative clause on the grade stands before a wording, or opens it."""
    sorts, words = elements.sorts, elements.words
    if sorts[first] == "P" and _GOES_ON.search(sorts, grade, first):
        return False  # "good at A, meaning that, and again for B"
    comma = sorts.find(",", grade, first)
    while comma >= 0:
        if remarks(elements, comma + 1, remarking):
            return True
        clause = _WHICH.match(sorts, comma, first)
        if clause and words[clause.start("verb") - 1] in _WHO and words[clause.start("verb")] not in _IS_OF:
            return clause["verb"] != "B" or sorts[first] != "P"
        comma = sorts.find(",", comma + 1, first)
    return False


def _is_subject(elements: Elements, wording: Wording) -> bool:
    """Whether a wording behind "and" is the subject of a clause without a grade: "and the leadership is making strides"."""
    sorts, (first, last, _) = elements.sorts, wording
    before = first - 1 - (sorts[first - 1] == "D")
    if sorts[before] != "&" or sorts[first] == "P" or not _OWN.match(sorts, last):
        return False
    reach = min(len(sorts), last + _REACH)
    stop = next((n for n in range(last, reach) if sorts[n] in ",;."), reach)
    return "G" not in sorts[last:stop] and _ALSO.isdisjoint(elements.words[last + 1 : last + 3])


def _is_within(elements: Elements, first: int, grade: int) -> bool:
    """Whether a wording is the predicate of a relative clause: "investigators that are well trained"."""
    sorts, words = elements.sorts, elements.words
    here = first - 1
    while here > grade and sorts[here] == "J":
        here -= 1
    if here <= grade + 1 or sorts[here] != "B" or sorts[here - 1] != "R":
        return False
    return words[here - 1] in _WHO and sorts[here - 2] in _BESIDE


_ONE = frozenset(("one", "this", "that", "another", "every", "any", "no", "only", "some"))
"""Words with which "respect" is a point of view."""


def is_named(elements: Elements, wording: Wording) -> bool:
    """Whether a wording may name what a grade is for: no time ("during his leadership"), no gloss in brackets, no verb of who graded.

    Args:
        elements: The sentence.
        wording: The wording.
    """
    first = wording.first
    before = elements.words[max(0, first - 1 - (elements.sorts[first - 1] in "DR")) : first + 1]
    behind = elements.words[wording.last + 2 : wording.last + 4]
    if elements.sorts[wording.last : wording.last + 1] == "&" and not REPORTS.isdisjoint(behind):
        return False  # "in the 'police efficiency and effectiveness' inspection"
    if elements.sorts[first - 1] == "I" and elements.words[first].endswith("ed") and wording.last > first + 1:
        return False  # "although here HMIC detected progress"
    if not _BEST.isdisjoint(elements.words[first : first + 2]) and (
        elements.sorts[first - 1] in "BV" or (wording.last == first + 1 and elements.words[first - 1] in _DOES_BEST)
    ):
        return False  # "Suffolk was rated the best in the country", "where it does best"
    if elements.words[wording.last - 1] == "respect" and not _ONE.isdisjoint(before):
        return False  # "in one respect"
    if _DURING.isdisjoint(before) and not _is_gloss(elements, wording):
        return not (elements.sorts[first - 1] == "I" and _JUDGED.match(elements.sorts, wording.last))
    return False


def _is_gloss(elements: Elements, wording: Wording) -> bool:
    """Whether a wording in brackets says what the one before them means: "crime data integrity (how it records crime)"."""
    sorts, (first, last, _) = elements.sorts, wording
    return (
        sorts[first - 1 : first] == "("
        and "H" in sorts[first : first + 3]
        and sorts[last : last + 1] == ")"
        and sorts[first - 2] == "W"
        and elements.words[first - 2] not in HEADS
    )


_GIVING = frozenset(("giving", "awarding", "handing"))


def is_summed(elements: Elements, wording: Wording, grade: int) -> bool:
    """Whether a grade behind a wording is for the whole of what was looked at: "at X and Y, giving it an overall grade of good".

    Args:
        elements: The sentence.
        wording: The wording.
        grade: Number of the grade's element.
    """
    words, last = elements.words, wording.last
    given = next((n for n in range(last, grade) if words[n] in _GIVING and elements.sorts[n - 1] == ","), -1)
    return given >= 0 and "overall" in words[given:grade] and "G" not in elements.sorts[last:grade]
