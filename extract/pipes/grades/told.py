"""Whether a grade of nothing that its sentence names is told with its time: "it was good in 2021", "the last grade was good".

Enters a sentence and a grade in it; leaves whether it is predicated of a body or a pronoun, at some time.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.phrases import MARK_NOUNS
from extract.pipes.grades.view import View

_PREDICATE = expression(r"[BX][JD]*$|[BX][JBX]*V[RFYI]?[JD]*$|[BXV]J*D?$|VRJ?D?$|^[(,]?[BJ]*$")
"""Classes right before a grade that is predicated of something, its time left out."""
_WHEN = expression(
    r"\b(?:(?:in|at|of|from|since|by|back in|as recently as) (?:(?:the|its|their|our) )?(?:\w+ )?(?:(?:19|20)\d\d(?:[/-]\d\d)?|(?:last|previous|earlier|first) (?:\w+ )?(?:report|inspection|round|visit|assessment|year|time))"
    r"|(?:two|three|four|five|six|a few|some|\d|a)(?: and a half)? years? after (?:an?|the|its) (?:\w+ )?(?:report|inspection|visit|assessment) (?:in|at|by) which"
    r"|(?:last|previous|earlier|old|(?:19|20)\d\d)(?= (?:grade|rating|mark|verdict|judge?ment|score|result|one)\b)"
    r"|last (?:time|year)(?: (?:round|around|out))?|(?:two|three|four|five|six|a few|some|\d) years (?:ago|earlier|before|previously)|previously|formerly|then|now|today|before|in round (?:one|two|three|[1-4])|this (?:time|year)|the (?:last )?time before)\b,?"
)


_RATED = expression(r"[VB](?:R|D?Y|D?F(?:[,&]+D?F)*Y?)J?(?:JB?|B)?D?G(?:[.,;:)\u2013]|$)")
"""Classes of a body, or a pronoun for one, that is graded with nothing else: "rated it as good"."""
_SAID = expression(r"[IRW]V(?:J|R)?(?:D?Y|D?F(?:[,&]+D?F)*Y?)G(?:[.,;:)\u2013]|$)")
"""Classes of a body of which somebody says a grade that is a verb: "it said the force required improvement"."""
_GAVE = expression(r"IXVRDG(?:[.,;:)\u2013]|$)|IVRDG(?:[.,;:)\u2013]|$)")
"""Classes of an inspectorate that gives a grade to what a pronoun stands for: "inspectors gave it a good"."""
_BY = expression(r"(?P<time>P?D?[NWJ]{1,3},?)?(?:DY|FOW?Y)[XBJ]+VJ?(?:BJ?)?D?G(?:JD?I|[.,;]|$)")
"""Classes of a body that is graded with nothing else, or by an inspectorate: "Kent's force was rated good by HMICFRS"."""
_TIME = expression(r"(?:19|20)\d\d|last|previous|ago|earlier|before|previously")
"""A word of the time with which such a sentence opens."""
_NAMED = expression(r"^D?N?YVJ?GBF")
"""Classes of bodies that stand behind their grade: "The forces judged as good are Kent and Essex"."""
_RATING = frozenset(
    (
        "rating",
        "grading",
        "judging",
        "rated",
        "graded",
        "judged",
        "assessed",
        "deemed",
        "ranked",
        "marked",
        "classed",
        "rates",
        "grades",
    )
)
_SAYING = frozenset(("said", "says", "found", "finds", "concluded", "ruled"))
_SAYERS = frozenset(("it", "they", "report", "watchdog", "inspectors", "review", "letter"))
_FAR = 9
"""Elements before a grade in which its verb stands."""
_WITH_WHICH = expression("DWJR[^GB]*B[JD]*G")
"""Classes of "The efficiency with which it works is good"."""
_MEANT = frozenset(("it", "us", "them"))
_IS = frozenset(("it's", "they're", "we're", "that's", "he's", "she's"))
"""Pronouns with the verb of what is predicated of them."""
_WHOSE = frozenset(
    ("report", "inspection", "inspectorate", "inspectors", "watchdog", "assessment", "review", "verdict")
)
"""Whose grades are meant: words of an inspection."""


def is_stated(elements: Elements, grade: int) -> bool:
    """Whether an inspectorate is said to grade a body as such: "rated it as good", "it said the force required improvement".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts, words = elements.sorts, elements.words
    if _WITH_WHICH.match(sorts) and words[2:4] == ["with", "which"]:
        return grade == sorts.find("G")
    if _NAMED.match(sorts) and grade == sorts.find("G"):
        return not _RATING.isdisjoint(words[:grade])
    if not _RATING.isdisjoint(words[max(0, grade - 2) : grade]) and grade == sorts.find("G") and _BY.match(sorts):
        return True
    if sorts[grade - 1] == "D" and words[grade - 2] in _MEANT and _GAVE.match(sorts, max(0, sorts.find("I"))):
        return grade == sorts.find("G")
    near = words[max(0, grade - 4) : grade]
    if not _RATING.isdisjoint(near) and grade == sorts.find("G") and (match := _BY.match(sorts)):
        return not match["time"] or any(map(_TIME.fullmatch, words[: match.end("time")]))
    for number in range(max(0, grade - _FAR), grade):
        rated = words[number] in _RATING and _RATED.match(sorts, number)
        if rated and sorts.find("G", number) == grade and (sorts[number + 1] != "R" or words[number + 1] in _MEANT):
            return "I" in sorts[:grade] or not _WHOSE.isdisjoint(words[:grade])
        said = words[number + 1] in _SAYING and words[grade] == "requires improvement" and _SAID.match(sorts, number)
        if said and sorts.find("G", number) == grade:
            return sorts[number] == "I" or words[number] in _SAYERS
    return False


_GIVING = (
    _RATING
    | {"marking", "classified", "judges", "deems", "marks"}
    | {"found", "finds", "finding", "given", "awarded", "considered", "considers"}
)
_WHOLE = expression(r"(?:(?:[YF]|(?P<it>R))J*[BX][BXJ]*(?P<verb>V)|(?P<active>V)(?:D?Y|F))[JB]*D?$")
"""Classes from a body to the grade that it is given."""
_OVERALL = frozenset(("overall", "as a whole"))


def is_of_whole(elements: Elements, grade: int) -> bool:
    """Whether a body is said to be graded overall: "judged the force as a whole to be good", "it was rated good overall".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    words = elements.words
    if _OVERALL.isdisjoint(words[max(0, grade - 2 * _FAR) : grade + 2]):
        return False
    match = _WHOLE.search(elements.sorts, elements.sorts.rfind("G", 0, grade) + 1, grade)
    if not match or words[max(match.start("verb"), match.start("active"))] not in _GIVING:
        return False
    if match["it"] and words[match.start()] not in ("it", "they", "we"):
        return False
    begin = match.start() - (words[max(0, match.start() - 1)] in ("the", ","))
    return not _OVERALL.isdisjoint(words[max(0, begin - 2) : grade + 2])


_THAT = expression(r"[^G]*R(?:F|D?Y|R)[BX]*J*V?J?B?D?$")
"""Classes from the noun of a grade to that grade: "the overall verdict was that the force is good"."""
_OF_BODY = expression(r"[YF],?R[RI][BX]*[JW]?V(?:JB?|B)?D?$")
"""Classes from a body to the grade that it had: "in a force which it had graded as inadequate"."""
_WHICH = frozenset(("which", "that", "whom"))


def is_of_body(elements: Elements, grade: int) -> bool:
    """Whether a clause grades the body of which it tells, or its overall verdict: "a force which it had judged inadequate".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts, words = elements.sorts, elements.words
    low = sorts.rfind("G", 0, grade) + 1
    if not _WHICH.isdisjoint(words[low:grade]):
        body = _OF_BODY.search(sorts, low, grade)
        if (
            body
            and not _WHICH.isdisjoint(words[body.start() : body.start() + 3])
            and not _GIVING.isdisjoint(words[body.start() : grade])
        ):
            return True
    if "overall" not in words[low:grade]:
        return False
    mark = words.index("overall", low) + 1
    return words[mark] in MARK_NOUNS and "that" in words[mark:grade] and _THAT.match(sorts, mark, grade) is not None


def is_told(view: View, grade: int) -> bool:
    """Whether a time is told with a grade that is predicated of a body or a pronoun, and of nothing else.

    Args:
        view: The sentence.
        grade: Number of the grade's element.
    """
    hit, lower, elements = view.hits[grade], view.reading.lower, view.elements
    words = elements.words
    low, high = view.clauses[hit[0]]
    left = [match.span() for match in _WHEN.finditer(lower, low, hit[0])]
    right = _WHEN.search(lower, hit[1], high)
    if not left and not right:
        return False
    first = next(n for n in range(grade + 1) if elements.starts[n] >= low)
    kept = [
        "B" if words[n] in _IS else elements.sorts[n]
        for n in range(first, grade)
        if not any(start <= elements.starts[n] < end for start, end in left)
    ]
    path = "".join(kept)
    if not path and elements.sorts[grade + 1 : grade + 2] in ("B", "X", "V"):
        return False  # "Adequate was added to the scale in 2021"
    return "W" not in path and "I" not in path and _PREDICATE.search(path) is not None


_MARK = expression(r"(?:[VJW]|RW|PRW){0,2}[BXVM][BXVMJ]*D?G(?:[.,;:)\u2013&]|$)")
"""Classes behind the noun of a grade that has been told, to the one that it is now."""
_JOINED = expression("[,;\u2013]?&|[;\u2013]")
_KNOWN = frozenset(("the", "its", "their", "our", "that", "this"))


def is_of_mark(elements: Elements, grade: int) -> bool:
    """Whether it is said what a grade that was told before is now: "and the mark has gone up to good".

    Args:
        elements: The sentence.
        grade: Number of the grade's element.
    """
    sorts, words = elements.sorts, elements.words
    for number in range(1, grade):
        if words[number] in MARK_NOUNS and words[number - 1] in _KNOWN:
            match = _MARK.match(sorts, number + 1)
            if match and sorts.find("G", number) == grade:
                return True
    return False


def is_before_mark(elements: Elements, last: int, grade: int) -> bool:
    """Whether a clause on a mark that was told stands between what ends at an element and a grade: "they wait, and the grade is good".

    Args:
        elements: The sentence.
        last: Number of the element behind a wording.
        grade: Number of the grade's element.
    """
    sorts, words = elements.sorts, elements.words
    noun = next((n for n in range(last + 2, grade) if words[n] in MARK_NOUNS), -1)
    if noun < 0 or words[noun - 1] not in _KNOWN or not _JOINED.fullmatch(sorts, last, noun - 1):
        return False
    return _MARK.match(sorts, noun + 1) is not None and sorts.find("G", noun) == grade
