"""Whether a sentence that names no area grades the body itself: "Inspectors graded Kent Police as good"."""

from __future__ import annotations

from extract.assemble.context import Context
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_RATED = r"(?:rated|graded|judged|assessed|deemed|classed|classified|ranked|marked)"
_BRANDED = r"(?:branded|labelled|slammed|panned|dubbed|damned|condemned|written off|criticised|called|declared|pronounced|described|stamped)"
_WATCHERS = r"(?:inspect\w*|hmi\w*|hmfsi|watchdog|regulator|reports?|review)"
_GOT = (
    r"(?:got|gets|received|receives|earned|earns|secured|won|achieved|scored|landed|retained|retains|kept|keeps|settled for|(?:came|comes) (?:out|away|through|home|top|bottom)(?: top| bottom)? with"
    r"|(?:emerged|emerges|walked away|ended up|left)(?: from [^,;:.]{3,40}?)? with|(?:had|has|have) to (?:settle for|make do with))"
)
"""What a body does with its grade."""
_TO_BE = r"(?: (?:as(?: being)?|to be))?(?: an?)? [\"']*"
_BODY = r"(?:(?:'s)? (?:police )?(?:forces?|services?|brigades?|constabular(?:y|ies))|'s (?:police|fire (?:and rescue )?service))?"
"""The noun of several bodies behind their names."""
_PASSIVE = expression(
    rf"{_BODY}(?:,(?:[^,]{{3,60}},)?| \u2013)? (?:has|have|had|was|were|is|are)(?: (?:also|now|again|once|previously|been|first|only|today|yesterday|officially|publicly|this week)){{0,3}} (?:{_RATED}|{_BRANDED}|found|given){_TO_BE}"
    rf"|{_BODY} (?:{_RATED}|{_BRANDED}){_TO_BE}|{_BODY} \([\"']*"
    rf"|{_BODY},? (?:was|were|has been|have been) told (?:that )?(?:it|they) (?:(?:is|are|was|were) (?:an? )?[\"']*)?"
    rf"|{_BODY} (?:is|are|was|were) (?:among|(?:one|two|three|four|five) of|the (?:only|first))(?: [\w'-]+){{0,6}}? (?:forces?|services?|brigades?|constabular(?:y|ies))\b"
    rf"(?: [\w'-]+){{0,6}}? (?:{_RATED}|branded|labelled|found)(?: to |{_TO_BE})"
)
"""From the name of a body to its grade."""
_ACTIVE = expression(
    rf"(?<![\w'-])(?:{_RATED}|found|rates|grades|judges|assesses|deems|marks) (?:the )?$"
    rf"|\b{_WATCHERS}\b[^,;.]{{0,20}} (?:{_BRANDED}|brands|labels|calls|declares) (?:the )?$"
)
"""Before the name of a body that is graded."""
_PRONOUN = expression(rf"(?<![\w'-]){_RATED} (?:it|us|them){_TO_BE}$")
"""Before the grade of a body that was named before: "rated it as good"."""
_HAS = expression(
    rf"{_BODY}(?: has| have)? {_GOT}(?: (?:an?|its|their|the)(?: overall)?)?(?: (?:grade|rating|mark|verdict|judge?ment) of)? [\"']*"
)
"""From the name of a body to the grade that it gets: "Kent came away with an outstanding"."""
_DEALT = expression(rf"{_BODY},?(?: (?:is|are|was|were))?(?: (?:now|only|just))? (?:an? )?[\"']*")
"""The same in a sentence that deals grades out to several: "Kent is good, Essex adequate"."""
_ENDS = expression(r"[\"']*(?:[.,;)]|$| and\b| but\b| while\b)")
_BEFORE_VERB = expression(rf"{_BODY} [\"']?")
_VERBAL = ("requires ", "require ", "required ", "needs ", "needed ")
_NOUN = expression(r"\b(?:the (?:force|constabulary|service|brigade|fire service|police force))(?![\w'-])")
_SAID_BY = expression(rf",['\"]? (?:said|says|according to) (?!(?:[\w'-]+ ){{0,3}}{_WATCHERS}\b)")
"""Behind a grade, that it is somebody's word."""
_VERB_OF_ALL = expression(rf"(?<![\w'-]){_BRANDED}{_TO_BE}$")
"""A verb by which anybody says what a body is, before a grade."""
_BY_OTHERS = expression(
    r"['\"]*(?: (?:in|on) (?:an?|the|its|his|her|their) [\w' -]{3,40}?)? by (?!(?:[\w'-]+ ){0,3}"
    rf"{_WATCHERS}\b)"
)
"""Behind a grade, that no inspectorate gave it: "in a column by a former detective"."""
_NEAR = 40
"""Characters before a grade in which a pronoun for its body stands."""
_REACH = 60
"""Characters before a name in which the verb stands."""


def is_whole(reading: Reading, context: Context, note: Annotation) -> bool:
    """Whether the body is the subject or the object of the verb that gives a grade without an area.

    Args:
        reading: The text.
        context: Which forces it names.
        note: The grade.
    """
    low, high = note.attributes["evidence"]
    if _BY_OTHERS.match(reading.lower, note.end, high) and _VERB_OF_ALL.search(reading.lower, low, note.start):
        return False
    for start, end in _bodies(reading, context, low, note.start):
        if _PASSIVE.fullmatch(reading.lower, end, note.start):
            return True
        if reading.lower.startswith(_VERBAL, note.start) and _BEFORE_VERB.fullmatch(reading.lower, end, note.start):
            return True
        active = _ACTIVE.search(reading.lower, max(low, start - _REACH), start)
        if active and _AS.fullmatch(reading.lower, end, note.start):
            return True
    return _PRONOUN.search(reading.lower, max(low, note.start - _NEAR), note.start) is not None


def is_dealt(reading: Reading, context: Context, note: Annotation) -> bool:
    """Whether a body gets a grade as such, or has it in a sentence that deals grades out to several: "Kent is good, Essex adequate".

    Args:
        reading: The text.
        context: Which forces it names.
        note: The grade, of an article that names no topic before it.
    """
    low, high = note.attributes["evidence"]
    if _SAID_BY.search(reading.lower, note.end, high):
        return False  # "Kent is good, Essex adequate, said a caller"
    several = len(context.inside(low, high)) > 1
    return _ENDS.match(reading.lower, note.end) is not None and any(
        _HAS.fullmatch(reading.lower, end, note.start) or (several and _DEALT.fullmatch(reading.lower, end, note.start))
        for _, end in _bodies(reading, context, low, note.start)
    )


_AS = expression(_TO_BE)


def _bodies(reading: Reading, context: Context, low: int, high: int) -> list[tuple[int, int]]:
    """The last body before a grade by its name, and by its noun."""
    found = [(note.start, note.end) for note in context.inside(low, high)][-1:]
    return found + [match.span() for match in _NOUN.finditer(reading.lower, low, high)][-1:]
