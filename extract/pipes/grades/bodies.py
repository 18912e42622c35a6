"""Grades of bodies that a sentence names or counts: "Kent and Essex have been judged as good", "four were good".

Enters the classes and words of a sentence and a grade in it; leaves whether a named body is given it as such, and
whether it is of bodies that are only counted, of which no row can be made.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.elements import Elements

_GRADING = frozenset(
    (
        *("rated", "graded", "judged", "assessed", "deemed", "ranked", "marked", "classed", "classified", "found"),
        *("branded", "labelled", "declared", "dubbed", "considered", "named"),
    )
)
_PANNED = frozenset(
    ("condemned", "slammed", "panned", "damned", "criticised", "lambasted", "savaged", "dismissed", "blasted")
)
_PANNED_AS = expression(r"F(?:[,&]+D?F)*Y?[BX]+J?WJG(?:[.,;:)&PJ\u2013]|$)")
"""Classes of a body that is said to be slammed "as inadequate"."""
_NAMED = expression(
    r"F(?:[,&]+D?F)*Y?,?J?(?:[BX][BXJR]*|[BX]J?(?:[RN]W|J|R)?J?[ND]{0,2}[JW]*Y(?:PD?W{1,3})?(?:R[BX]+J?|JB|J)?)V[JB]*D?G(?:[.,;:)&IJ\u2013]|P(?!N)|$)"
)
"""Classes of bodies that are graded as such: "Kent has been judged as good", "Kent is one of four forces to be rated good"."""
_BESIDE = expression(r"F\(G\)")
"""Classes of a body and its grade, of which a round-up has several: "Kent (good) and Essex (inadequate)"."""
_TOLD = expression(r"F(?:[,&]+D?F)*Y?,?J?[BX]+J?VRJ?G")
"""Classes of bodies that were told of their grade: "Kent and Essex were told they require improvement"."""
_LAST = frozenset(("last", "previous"))
"""Behind a grade that was given earlier, for which a topic may be meant that is named elsewhere."""
_COUNTED = expression(r"(?:^|[,&;:\u2013]|,&)J?N{1,2}W?Y[XB]*V?[VBJD]*G")
"""Classes of bodies that are counted, and their grade: "37 police forces were graded as good"."""
_REST = expression(r"[,&]+N(?:J|[XB]+V?[VBJ]*)G")
"""Classes of the next number of them: "and five as inadequate", "and four were good"."""
_LISTED = expression(r"G[:\u2013(,;.]?[JRB]{0,2}D?F")
"""Classes of a grade behind which its bodies are named: "Two forces were rated good: Kent and Essex"."""


_IN_TURN = expression(r"G(?:BDW)?,?PD?F|PD?F,?J?G|FO?[BX]?,?D?G")
"""Classes of a grade and the body that it is for, where a sentence deals several out: "good in Kent, in Essex adequate"."""

_OTHERS = expression(
    "(?:^|[,;:\u2013&])(?:PW{1,3},)?J?D?F(?:[,&]+D?F)*[JR]?[BXVM][^;]*G[^;F]*[,;&]+J?D(?P<other>W)[NR][XVJD]*$"
)
"""Classes of a clause whose subject is a body and of a count of others behind it, before the grade of these."""

_ASIDE = 3
"""Words of content in such a sentence at most: "inadequate is the word for Kent's, and that of Essex is good"."""


def is_dealt(elements: Elements, grade: int) -> bool:
    """Whether a grade is one of several that a sentence deals out to bodies, each to its own: "good in Kent, adequate in Essex".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts = elements.sorts
    if sorts.count("F") < 2 or sorts.count("G") < 2 or sorts.count("W") > _ASIDE:
        return False
    spans = [match.span() for match in _IN_TURN.finditer(sorts)]
    return len(spans) > 1 and any(first <= grade < last for first, last in spans)


def is_of_named(elements: Elements, grade: int) -> bool:
    """Whether bodies named before a grade are given it with a verb of grading and nothing else.

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts = elements.sorts
    first = sorts.rfind("F", 0, grade)
    if first >= 0 and _BESIDE.match(sorts, first) and len(_BESIDE.findall(sorts)) > 1:
        return sorts.find("G", first) == grade
    verb = sorts.rfind("V", first + 1, grade)
    if first >= 0 and elements.words[grade - 1] == "as" and elements.words[grade - 2] in _PANNED:
        return "I" in sorts and _PANNED_AS.match(sorts, first) is not None
    told = verb > 0 and elements.words[verb] == "told" and elements.words[grade] == "requires improvement"
    if (
        first < 0
        or verb < 0
        or not (told or elements.words[verb] in _GRADING)
        or elements.words[max(0, first - 1)] == "that"
    ):
        return False
    if not _LAST.isdisjoint(elements.words[grade + 1 : grade + 4]):
        return False
    match = (_TOLD if told else _NAMED).match(sorts, first)
    return match is not None and sorts.find("G", first) == grade


def is_of_counted(elements: Elements, grade: int) -> bool:
    """Whether a grade is of bodies that are counted and not named, in a sentence that names others.

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts = elements.sorts
    if "Y" not in sorts[:grade] or "N" not in sorts[:grade] or _LISTED.match(sorts, grade):
        return False
    for match in _COUNTED.finditer(sorts, 0, grade + 1):
        if match.end() == grade + 1:
            return True
    last = sorts.rfind("G", 0, grade)
    rest = _REST.fullmatch(sorts, last + 1, grade + 1) if last >= 0 else None
    return rest is not None and ("NY" in sorts[:last] or "RY" in sorts[:last])


def are_others(elements: Elements, grade: int) -> bool:
    """Whether a grade is of the bodies that a clause before it leaves: "Kent got a good, the other two an adequate".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    match = _OTHERS.search(elements.sorts, 0, grade)
    return match is not None and elements.words[match.start("other")] in ("other", "remaining")
