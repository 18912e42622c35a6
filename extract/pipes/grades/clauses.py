"""What the clauses around wordings settle: which grade is said of them again, which they go on from, which leaves them out.

Enters the elements of a sentence; leaves wordings with the grades that are theirs whatever their features say.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.apart import is_summed
from extract.pipes.grades.hows import after_owner
from extract.pipes.grades.links import Sketch
from extract.pipes.grades.phrases import MARK_NOUNS, SUBJECTS
from extract.pipes.grades.wordings import Wording

ECHO = frozenset(("so", "as"))
"""Words before the verb of a clause that says the same of something else."""
_EXCEPTING = frozenset(
    (
        *("except", "excepting", "bar", "barring", "excluding", "save for", "apart from", "aside from", "other than"),
        *("except for", "with the exception of"),
    )
)
_KNOWN = frozenset(("known2", "known3", "known4"))
_FRONTED = expression("(?:&D?[YW]+)?(?:,(?:J,)?D?[RYF][BXV][BXVJ]*D?|D?[RYF]X[WJ]{1,4})G")
"""Classes from an area at the beginning of a sentence to its grade: "on vetting, to be fair, it is good"."""
_RELATED = expression(",R(?:(?:[BX]|D?[RFY])[BXVJMD]*)?G")
"""Classes from what is left out to a grade of its own."""
_SETTLING = ECHO | _EXCEPTING | {"all", "too", "likewise", "also", "similarly", "same"}
"""Words without any of which no clause says what its wording is for."""
_ONE_MORE = expression("PD?W{1,2}[\u2013(:,]")
"""Classes of "in a fourth", before the area that it is."""
_ORDINALS = frozenset(
    ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "another", "other")
)
_CLOSED = expression("[\u2013),](?:J,)?D?[RYF][BXV][BXVJMD]*G")
"""Classes from its end to its grade."""
_TWO = 2
_RELATIVE = expression("D?W?P?R")
"""Classes with which a relative clause begins: ", an area in which"."""
_RESUMED = expression(
    r"(?:\u2013[^\u2013;:.G]*G[^\u2013;:.G]*\u2013|\([^();:.G]*G[^();:.G]*\)|,[^,;:.G]*G[^,;:.G]*,)[BXV][BXJVRWDP]{0,6}G"
)
"""Classes from an aside with a grade to the grade of its clause."""
_NAMING = frozenset(("known0", "empty"))
"""Traits of a wording that names nothing that is graded."""
_CONCEDED = ["for", "all"]
_OWNED = expression("(?:,J,)?G")
"""Classes from a subject to its grade."""
_ABLE = (["ability", "to"], ["capacity", "to"], ["efforts", "to"], ["readiness", "to"])
"""With which an area begins that says what a body can do."""
_GIVES = expression("[BX][BXJ]*V?J?B?D?G")
"""Classes from a subject to its grade."""
_VAGUE = frozenset(("performance", "work", "approach", "service"))
"""What is graded for what stands before "where"."""
_ALONG = ["along", "with"]
_WITH_WHICH = ["with", "which"]
_PREDICATE = expression("B[JD]*G")
_OWNERS = frozenset(("its", "their", "our"))
_VERBAL = ("requires ", "require ")
_NO_AREA = frozenset(("occasion", "body", "empty", "named", "long1"))
"""Traits of a wording that is no area, or may be the whole of what is graded: "its performance"."""
_LONG = frozenset(("occasion",))
"""Of these the one that the words of an area may have: "the first response to a report"."""
_RATING = frozenset(
    (
        *("rated", "graded", "judged", "assessed", "deemed", "ranked", "marked", "classed", "found", "adjudged"),
        *("rates", "grades", "judges", "deems", "marks", "finds"),
    )
)
_SOME = frozenset(("most", "many", "some", "several", "few", "half", "other"))
_PASSIVE = expression("[BX][BXJ]*VJ?B?D?(?P<grade>G)(?:[.,;)\u2013]|JI|$)")
"""Classes from the subject of a verb of grading to what closes its clause."""
_ACTIVE = expression("J?B?D?(?P<grade>G)(?:[.,;)\u2013]|&|$)")
"""The same from its object."""
_NO_BETTER = ["no", "better"]
_CLAUSE_OPENS = frozenset(",;:&.\u2013")
_OTHER_CLAUSE = expression(",JD?W?F[BXV]")
"""Classes with which a clause about another body begins."""
_ASKED = frozenset(("must", "should", "needs", "urged", "warned"))
_TURNED = frozenset((",", "but", ";", "although", "though", "and"))
"""What parts a grade from what a body is asked to do."""
_SAID_OF = expression("[FY](?:&D?F)?[BXV]")
"""Classes of a body and its verb."""
_WHERE = expression(",P?R[RDYF][BXV]*[JD]*$")
"""Classes of a clause on an area before it, up to its grade, that is over: "on vetting, where it is good, and on"."""
_STATED = expression("\u2013R[BX]")
"""Classes with which another statement begins."""
_WE_GRADED = expression(",?&R[BX]*VR?J?D?")
"""Classes from what a body does to the grade of another statement."""
_KEEPS = expression("[BX][^G&;]*[&;]J?R[VM]DGP")
"""Classes from a subject with a verb of its own to the grade of another statement, which says what it is for."""
_WHICH_JUDGED = expression(r",?(?P<which>R)D?[IR][XB]*[WJ]?[VW]JB?D?G")
"""Classes of a clause in which somebody grades what stands before it."""
_RELATING = frozenset(("relates", "relate", "related", "refers", "applies", "covers", "covered", "concerns"))
"""Verbs that say what a grade is for."""
_CONTRASTING = frozenset(("while", "whereas", "but", "although", "though"))


def settle(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """Wordings whose grade their clause tells, and with -1 those that no grade is for: ", for all its progress,"."""
    found = _rated(elements, sketches)
    if "better" in elements.words:
        again = {number: _no_better(elements, sketch.wording) for number, sketch in enumerate(sketches)}
        found |= {number: grade for number, grade in again.items() if grade >= 0}
    for number, sketch in enumerate(sketches):
        first = sketch.wording.first
        if elements.sorts[first] != "P" or (first and elements.sorts[first - 1] != ";"):
            continue
        clause = _FRONTED.match(elements.sorts, sketch.wording.last) if _KNOWN.intersection(sketch.traits) else None
        if clause and elements.sorts[clause.end() : clause.end() + 1] != "P":
            found[number] = clause.end() - 1
    counted = _ONE_MORE.match(elements.sorts)
    if counted and not _ORDINALS.isdisjoint(elements.words[: counted.end()]):
        for number, sketch in enumerate(sketches):
            first = sketch.wording.first
            clause = (
                _CLOSED.match(elements.sorts, sketch.wording.last)
                if counted.end() - 1 <= first <= counted.end() + 1
                else None
            )
            if clause:  # "in a fourth \u2013 the way it works with councils \u2013 it was judged adequate"
                found[number] = clause.end() - 1
    if sketches and 0 not in found and _OWNED.match(elements.sorts, sketches[0].wording.last):
        grade = elements.sorts.find("G", sketches[0].wording.last)
        if _is_owned(elements, sketches[0], grade):
            found[0] = grade
    for number, sketch in enumerate(sketches):
        first = sketch.wording.first
        if (
            number not in found
            and (
                elements.words[first : first + 2] in _ABLE
                or elements.words[first + 2 : first + 4] in _ABLE
                or elements.words[first + 2 : first + 4] == _WITH_WHICH
            )
            and _PREDICATE.match(elements.sorts, sketch.wording.last)
        ):
            found[number] = elements.sorts.find("G", sketch.wording.last)
    for number, sketch in enumerate(sketches):
        first, last, _ = sketch.wording
        if (
            number not in found
            and (elements.sorts[max(0, first - 1)] in "DV;" or elements.words[first - 1] == "that")
            and elements.sorts.startswith("DH", first)
            and _PREDICATE.match(elements.sorts, last)
        ):
            found[number] = elements.sorts.find("G", last)  # "they said the way it deals with complaints was good"
    if not _RELATING.isdisjoint(elements.words):
        found |= {number: grade for number, sketch in enumerate(sketches) if (grade := _related(elements, sketch)) >= 0}
    if "which" in elements.words:
        found |= _judged(elements, sketches)
    if "where" in elements.words:
        found |= _where(elements, sketches)
    if "along" in elements.words:
        for number, sketch in enumerate(sketches):
            first = sketch.wording.first
            if elements.words[max(0, first - 2) : first] == _ALONG and elements.sorts[first - 3 : first - 2] == "G":
                found[number] = first - 3  # "on vetting it was rated good along with its culture"
    if _SETTLING.isdisjoint(elements.words):
        return found
    for number, sketch in enumerate(sketches):
        if number in found:
            continue
        first = sketch.wording.first
        grade = echoed(elements, first)
        opens = first - 2 * (elements.sorts[first] != "P")
        if grade < 0:
            grade = too(elements, sketch.wording)
        if elements.words[first - 1] in _EXCEPTING or elements.words[first] in _EXCEPTING:
            found[number] = _excepted(elements, sketch.wording)
        elif grade >= 0:
            idiom = not _NAMING.isdisjoint(sketch.traits) and "so" not in elements.words[max(0, first - 4) : first]
            found[number] = -1 if idiom else grade  # "as was expected"
        elif opens > 0 and elements.words[opens : opens + 2] == _CONCEDED and elements.sorts[opens - 1] in ",&\u2013":
            found[number] = -1
    return found


def _related(elements: Elements, sketch: Sketch) -> int:
    """The grade that is said to be of a wording: "the 'good' relates to vetting"; or -1."""
    verb = sketch.wording.first - 1
    verb -= elements.words[verb] == "to"
    verb -= elements.words[verb] not in _RELATING and elements.sorts[verb] in "PJ"
    grade = verb - 1 - (elements.words[verb - 1] in MARK_NOUNS)
    return grade if grade > 0 and elements.words[verb] in _RELATING and elements.sorts[grade] == "G" else -1


def _judged(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """What a clause with "which" says was graded: "its approach to fraud, which inspectors judged to be inadequate"."""
    found = {}
    for number, sketch in enumerate(sketches):
        last = sketch.wording.last
        clause = _WHICH_JUDGED.match(elements.sorts, last)
        if not clause or elements.words[clause.start("which")] != "which":
            continue
        first = sketch.wording.first
        if _NO_AREA.isdisjoint(sketch.traits) or after_owner(elements, first, last) > first:
            found[number] = clause.end() - 1
    return found


def _where(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """What stands before "where its performance was": the area whose grade that clause gives, and not "performance"."""
    found = {}
    for number in range(1, len(sketches)):
        first, last, _ = sketches[number].wording
        opens = first - (elements.sorts[first - 1] == "D")
        if elements.words[opens - 1] != "where" or elements.sorts[opens - 2] != ",":
            continue
        clause = _GIVES.match(elements.sorts, last)
        if clause and last == first + 1 + (elements.sorts[first] == "D") and elements.words[last - 1] in _VAGUE:
            found[number] = -1
            if sketches[number - 1].wording.last == opens - 2:
                found[number - 1] = clause.end() - 1
    return found


def _rated(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """The grades of wordings that a verb of grading is of."""
    if _RATING.isdisjoint(elements.words):
        return {}
    graded = ((number, _rating_of(elements, sketch)) for number, sketch in enumerate(sketches))
    return {number: grade for number, grade in graded if grade >= 0}


def _no_better(elements: Elements, wording: Wording) -> int:
    """The grade that a clause gives again to what is no better: "custody was adequate, and vetting fared no better"; or -1."""
    words, last = elements.words, wording.last
    if words[last + 1 : last + 3] != _NO_BETTER or elements.sorts[last] not in "BMX":
        return -1
    ends = elements.sorts[last + 3 : last + 4] in (".", ",", ";", ")", "")
    return elements.sorts.rfind("G", 0, wording.first) if ends else -1


def _rating_of(elements: Elements, sketch: Sketch) -> int:
    """The grade of what is the subject or the object of a verb of grading: "the first response was found to be good"; or -1."""
    sorts, (first, last, _) = elements.sorts, sketch.wording
    if not _NO_AREA.isdisjoint(sketch.traits) and not _LONG.issuperset(_NO_AREA.intersection(sketch.traits)):
        return -1
    if elements.words[first] in _SOME:
        return -1  # "most files were judged good"
    before = first - (sorts[first - 1 : first] == "D")
    opens = sorts[first] != "P" and (before == 0 or sorts[before - 1] in _CLAUSE_OPENS)
    passive = _PASSIVE.match(sorts, last) if opens else None
    active = (
        _ACTIVE.match(sorts, last) if before > 1 and sorts[before - 1] == "V" and sorts[before - 2] in "IR" else None
    )
    clause = passive or active
    if not clause:
        return -1
    verb = sorts.rfind("V", last, clause.end()) if passive else before - 1
    return clause.end("grade") - 1 if elements.words[verb] in _RATING else -1


def _is_owned(elements: Elements, sketch: Sketch, grade: int) -> bool:
    """Whether what a body has is the subject of a grade that is a verb: "Its grip on overtime requires improvement"."""
    first = sketch.wording.first
    if elements.words[first] not in _OWNERS or first > 0 or not elements.words[grade].startswith(_VERBAL):
        return False
    return _NO_AREA.isdisjoint(sketch.traits)


def _excepted(elements: Elements, wording: Wording) -> int:
    """The grade of what is left out of another: "good in all but custody, which was adequate"; or -1."""
    clause = _RELATED.match(elements.sorts, wording.last)
    return clause.end() - 1 if clause else -1


def too(elements: Elements, wording: Wording) -> int:
    """The grade that a clause gives again to what it begins with: ", and vetting is too", "and vetting the same"; or -1."""
    sorts, words = elements.sorts, elements.words
    verb, before = wording.last, sorts[max(0, wording.first - 1)]
    if before not in ",&;":
        return -1
    last = verb + 1
    if words[verb : verb + 2] == ["the", "same"]:
        last = verb + 2
    elif words[verb : verb + 1] not in (["likewise"], ["similarly"]):
        if sorts[verb : verb + 1] not in ("B", "X"):
            return -1
        well = words[verb + 1 : verb + 3] == ["as", "well"]
        if not well and words[verb + 1 : verb + 2] not in (["too"], ["also"], ["likewise"]):
            return -1
        last = verb + 2 + well
    return sorts.rfind("G", 0, wording.first) if sorts[last : last + 1] in ("", ".", ",", ";") else -1


def coordinated(elements: Elements, wordings: Sequence[Wording]) -> dict[int, int]:
    """Wordings that go on behind a relative clause: "good at A, an area in which it had been adequate, and at B"."""
    sorts, words = elements.sorts, elements.words
    if sorts.count("G") < _TWO or "P" not in sorts:
        return {}
    found = {}
    for number, wording in enumerate(wordings):
        first = wording.first
        if sorts[first] != "P" or sorts[max(0, first - 2) : first] != ",&":
            continue
        inner = sorts.rfind("G", 0, first)
        outer = sorts.rfind("G", 0, max(inner, 0))
        if outer < 0 or words[outer + 1] != words[first]:
            continue
        clause = sorts.rfind(",", outer, inner)
        if clause > 0 and _RELATIVE.match(sorts, clause + 1):
            found[number] = outer
    return found


def repeats(elements: Elements, one: Wording, other: Wording, *, free: bool) -> bool:
    """Whether a wording goes on with the preposition of the one before it: "went to policing and to the care of victims".

    Args:
        elements: The sentence.
        one: The wording before.
        other: The wording.
        free: Whether no grade behind it may be its own; where one may, its clause must be over.
    """
    behind = elements.sorts[other.last : other.last + 2]
    if not free and (behind[:1] not in (",", ";", ".") or behind == ",G"):
        return False
    at, start = _opener(elements, other), _opener(elements, one)
    gap = elements.sorts[one.last : at]
    return gap in (",", "&", ",&") and start >= 0 and elements.words[at] == elements.words[start] and at < other.last


def _opener(elements: Elements, wording: Wording) -> int:
    """Number of the preposition of a wording, or before it."""
    at = wording.first
    if elements.sorts[at] != "P":
        at -= 1 + (elements.sorts[at - 1] == "D")
    return at if at >= 0 and (elements.sorts[at] == "P" or elements.words[at] == "to") else -1


def resumed(elements: Elements, wordings: Sequence[Wording]) -> dict[int, int]:
    """Grades whose clause goes on behind an aside with another, and the wording of both: "X – good in 2021 – is adequate"."""
    sorts = elements.sorts
    if sorts.count("G") < _TWO:
        return {}
    found = {}
    for number, wording in enumerate(wordings):
        clause = _RESUMED.match(sorts, wording.last)
        if clause and sorts[wording.first] != "P":
            found[clause.end() - 1] = number
    return found


def echoed(elements: Elements, first: int) -> int:
    """The grade that a clause gives again to what stands at an element: "and so is leadership", "as has Kent"; or -1."""
    sorts, words = elements.sorts, elements.words
    if words[first - 1] == "of" and words[max(0, first - 2)] in ("those", "that"):
        first -= 2
    verb = first - 1
    while verb > 1 and sorts[verb] == "D":
        verb -= 1
    if verb < 2 or sorts[verb] not in "BX":
        return -1
    so = verb - 1 - (words[verb - 1] == "too")
    if sorts[so] == ",":  # "and so, to nobody's surprise, is vetting"
        so = sorts.rfind(",", 0, so) - 1
    if so < 1 or words[so] not in ECHO or sorts[so - 1] not in ",&;(\u2013":
        return -1
    return sorts.rfind("G", 0, so)


def goes_on(elements: Elements, grade: int, first: int) -> bool:
    """Whether a statement of its own holds a wording behind a grade: "good \u2013 we have built", "good and it works well"."""
    sorts = elements.sorts
    if _STATED.search(sorts, grade, first) or (sorts.startswith(",&", grade + 1) and _WHERE.search(sorts, 0, grade)):
        return True
    between = elements.words[grade + 1 : first]
    if not _ASKED.isdisjoint(between) and not _TURNED.isdisjoint(between):
        return True  # "good overall, but was warned it must improve its vetting"
    subject = first - 1 - (sorts[first - 1] == "J")
    return subject > grade + 1 and elements.words[subject] in SUBJECTS and sorts[subject - 1] in "&,;\u2013"


def is_parted(elements: Elements, wording: Wording, grade: int) -> bool:
    """Whether a wording belongs to a clause of its own, and the grade to another one."""
    sorts, last = elements.sorts, wording.last
    if is_summed(elements, wording, grade):
        return True
    if (
        sorts.startswith("P", grade + 1)
        and "P" not in sorts[wording.first]
        and _WE_GRADED.fullmatch(sorts, last, grade)
    ):
        return True  # "it answers calls quickly, and we have graded it as good at managing offenders"
    keeps = _KEEPS.match(sorts, last, grade + 2) if sorts.startswith("DGP", grade - 1) else None
    if keeps and keeps.end() == grade + 2 and not SUBJECTS.isdisjoint(elements.words[wording.last : grade]):
        return True  # "its training was praised and it keeps its good for vetting"
    if not sorts.startswith(",J", last) or elements.words[last + 1] not in _CONTRASTING:
        return False
    return bool(_OTHER_CLAUSE.match(sorts, last, grade) and _SAID_OF.search(sorts, 0, wording.first))
