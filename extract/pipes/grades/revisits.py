"""Articles on what became of an earlier report, and those that say that no new grades were given.

Enters the reading; leaves whether its opening tells of a revisit, and the places all of whose grades are of the report
before it. Says nothing of a single grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.grades.verdict import HELD
from extract.pipes.literals import holds, matches_at

_AGAIN = expression(
    r"\b(?:re-?visit(?:s|ed|ing)?|re-?inspect(?:ed|ion)|follow-up|progress (?:report|visit|letter|check)|special measures"
    r"|(?:went|gone|been|came|come) back (?:to|in|for)|returned? to (?:the|see|check)"
    r"|(?:(?:an?|one|two|three) years?|(?:six|nine|twelve|eighteen) months) on\b(?! (?:from|the|a))"
    r"|causes? of concern[^.;]{0,40} (?:closed|lifted|discharged|removed|complete|remains?|stays?))\b"
)
"""What the opening of an article on a revisit says."""
_AGAIN_SIGNS = (
    *("revisit", "re-visit", "reinspect", "re-inspect", "follow-up", "progress ", "special measures", "return"),
    *("went back", "gone back", "been back", "came back", "come back", "cause", "a year", "one year", "two years"),
    *("three years", "six months", "nine months", "twelve months", "eighteen months"),
)
"""With which that begins."""
_HEAD = 5
"""Sentences of an opening."""
_GRADES = r"(?:grad(?:e|ing)s?|marks?|ratings?|scores?|judge?ments?)"
_FRESH = r"(?:new|fresh)"
_END = r"(?= *(?:[.;:,)\u2013]|$)|,? (?:as a result|this (?:time|week|month)|yet|so|because|since|at (?:this|a|such)|in (?:this|the|its|a|such) |of (?:the|its|their|any)|after|from|following|and|but|until)\b)"
_UNGRADED = expression(
    rf"(?:\b(?:no|nor any|without(?: any)?|not [a-z]+(?: [a-z]+)?(?: any)?|nothing in the way of) {_FRESH} {_GRADES}"
    rf"(?: (?:is|are|was|were|has been|have been|had been)(?: [a-z]+)?(?: (?:out|down|over))?)?"
    rf"|\b(?:not|nor) (?:(?:been|be|yet) )?(?:re-?graded|graded (?:again|afresh))(?: it| us| them| the \w+)?"
    rf"|\b(?:not|nor) (?:(?:been|be|yet) )?(?:changed?|altered?|revised?|touched) any {_GRADES}"
    rf"|\b(?:no|none of the) {_GRADES} (?:is|are|was|were|has been|have been) (?:changed|altered|revised|moved)"
    rf"|\b(?:revisits?|re-?visits?|(?:progress|revisit|follow-up) (?:letters?|visits?|checks?|inspections?))\b[^.;,]{{0,24}} (?:carr(?:y|ies|ied)|brings?|brought|gives?|gave|hands? out|holds?|has|have|had) no {_GRADES}"
    rf"|\bnot (?:there|here|in the county|out|come|came|gone) to (?:hand out|give|give out|award|change|revise) (?:any )?(?:{_FRESH} )?{_GRADES}){_END}"
)
"""What says of a visit that it gave no grades, so that those which stand beside are older."""
_UNGRADED_SIGNS = (
    "no ",
    "nor ",
    "not ",
    "without ",
    "nothing ",
    "none ",
    "revisit",
    "re-visit",
    "progress ",
    "follow-up",
)
_UNGRADED_WORDS = (
    *("new grad", "new mark", "new rating", "new judg", "fresh grad", "fresh mark", "no grad", "no mark", "any grad"),
    *("out marks", "out grad", "re-grad", "regrad", "graded ag", "graded af"),
)
"""Without any of which that matches nothing."""
_STANDING = expression(
    rf"(?:those|these|the|its|their|our)(?: (?:old|earlier|previous|existing|same|20\d\d))? {_GRADES} (?:will |still |must ){{0,2}}(?:stands?|stays?|remains?)\b[^.;,]{{0,40}} until\b"
)
"""What says in an article on a revisit that the grades are the older ones: "those grades stand until the next inspection"."""
_STANDING_SIGNS = ("those ", "these ", "the ", "its ", "their ", "our ")
_AHEAD = expression(r"\b(?:will|would|shall|won't|if|next (?:year|spring|summer|autumn|winter|month))\b")
"""A visit that is still to come."""


def is_revisit(reading: Reading) -> bool:
    """Whether the opening of an article tells what became of an earlier report."""
    opening = reading.sentences[:_HEAD]
    return bool(opening) and holds(_AGAIN, reading.lower[: opening[-1].end], _AGAIN_SIGNS)


def dated_back(reading: Reading, notes: list[Annotation], forces: Sequence[Annotation]) -> list[Annotation]:
    """Grades, those of the report before said to be so where the visit that the text tells of gave none.

    Args:
        reading: The text.
        notes: Grades.
        forces: Where forces are named.
    """
    stretches = list(_ungraded(reading, forces)) if notes else []
    if not stretches:
        return notes
    found: list[Annotation] = []
    for note in notes:
        if not any(low <= note.start < high for low, high in stretches):
            found.append(note)
        elif note.attributes["grade"] != HELD:
            data = {**note.attributes, "previous": True, "kept": False, "lean": None}
            found.append(note._replace(attributes=data))
    return found


def _ungraded(reading: Reading, forces: Sequence[Annotation]) -> Iterator[tuple[int, int]]:
    """Stretches that tell of a visit which gave no grades: all of an article on one body, else a section."""
    several = len({note.attributes["id"] for note in forces}) > 1
    stand = (
        matches_at(_STANDING, reading.lower, _STANDING_SIGNS)
        if " until" in reading.lower and is_revisit(reading)
        else ()
    )
    for at in stand:
        yield _part(reading, reading.span_at(at)) if several else (0, len(reading.lower))
    if not any(map(reading.lower.__contains__, _UNGRADED_WORDS)):
        return
    for at in matches_at(_UNGRADED, reading.lower, _UNGRADED_SIGNS):
        number = reading.sentence_at(at)
        sentence = reading.sentences[number]
        above = reading.sentences[max(0, number - 1)]
        low = above.start if above.span == sentence.span else sentence.start
        if _AHEAD.search(reading.lower, low, sentence.end):
            continue
        yield _part(reading, sentence.span) if several else (0, len(reading.lower))


def _part(reading: Reading, number: int) -> tuple[int, int]:
    """Where the part of an article on several bodies begins and ends that a block stands in: its section, else itself."""
    spans = reading.spans
    first = last = number
    headed = any(span.kind == "subheading" for span in spans[:number])
    while headed and spans[first].kind != "subheading":
        first -= 1
    while headed and last + 1 < len(spans) and spans[last + 1].kind != "subheading":
        last += 1
    return spans[first].start, spans[last].end
