"""Grades in somebody's words: whether they report what the inspectorate gave, or are praise of his own.

Enters a grade and who speaks there; leaves whether it is refused. Pure.
"""

from __future__ import annotations

from extract.assemble.context import Context
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_PASSIVE = expression(
    r"\b(?:was|were|been|being|is|are|got|has been|have been)\b[^.;]{0,40}\b(?:graded|rated|judged|marked|found|assessed|given|awarded)\b|\b(?:graded|rated|judged|marked)\b"
)
_TOLD = expression(
    r"\b(?:hmi[a-z]*|inspectorate|inspectors|(?:marked|graded|rated|judged) us|the grades|our grades|our marks"
    r"|(?:areas|questions|pillars)(?: were| was| are)? (?:graded|rated|judged|marked))\b"
)
"""Words with which a speaker turns to what the inspectorate said."""
_OTHERS = expression(
    r"\b(?:inspectorate of (?:prisons|probation)|hmip|hmi (?:prisons|probation)|ofsted|estyn|care quality commission|cqc)\b[^;:.]{0,60}? "
    r"(?:has |had |have |again |also |now )*(?:rated|graded|scored|judged|found|marked|gave|given|assessed|rates|grades|scores|finds|gives)\b"
)
"""An inspectorate that grades no force, and its verb."""
_STRANGER = expression(r"(?:[A-Z][\w-]+ (?:and |of )?){0,3}[A-Z][\w-]+(?:'s|s') ")
_GRADE_IS = expression(r" (?:is|was|came|goes|went|comes) (?:for|in|at|on)\b")
"""Behind a grade that is a thing: "'s inadequate is for protection"."""
_OURS = expression(r"\b(?:hmicfrs|hmic|police|forces?|constabulary|custody)\b")
_TIME = r"(?:(?:in|since|from) (?:19|20)\d\d\b|(?:the )?last time\b|years? ago\b|(?:at|in) (?:the|our|your|its) (?:last|previous) (?:\w+ )?(?:inspection|report|round)\b)"
_DATED = expression(_TIME)
"""When the inspectorate gave a grade that a speaker reports."""
_SINCE = expression(rf"{_TIME}[^.;]*\b(?:now|today)\b[^.;,]{{0,30}}$|{_TIME}[^.;]*\b(?:is|are)\b[^.;,]{{0,20}}$")
"""Before a grade that follows upon such a one."""
_READ_OUT = expression(
    r"\b(?:(?:went|going|goes|ran|running|took|taking|walked|talked)(?: \w+){0,4}? through (?:the|its|their|our|his|her|all) (?:\w+ )?|(?:read|reading|reads|set|setting|listed|listing|gave|giving|spelled) (?:\w+ )?(?:out )?the (?:\w+ )?)"
    r"(?:results|grades|marks|verdicts|judge?ments|ratings|scores|findings|report|headlines)\b"
)
"""In the sentence before somebody speaks, that he tells the grades."""
_BEFORE = 160
"""Characters before his words in which that stands."""
_MOVED = expression(
    r"\bfrom (?:an? )?['\"]?$|\bfrom (?:an? )?['\"]?[a-z]+(?: improvement)?['\"]? to (?:an? )?['\"]?$"
    r"|\b(?:kept|keeps?|retain(?:ed|s)?) (?:our|its|the|their) ['\"]?$"
)
"""Words before a grade that is left, reached or held: no praise."""


_NOUN = expression(r"['\"]? (?:for|at|in|on|from) |['\"]?[.,;:]|['\"]?$")
"""Behind a grade that is a noun: "we got a good for custody"."""


def is_refused(reading: Reading, voices: Voices, note: Annotation, low: int) -> bool:
    """Whether the words are not the inspectorate's and report no grade of its, or grades are not given here.

    Args:
        reading: The text.
        voices: Whose words a place is.
        note: The grade, which no form of the page gives.
        low: Where its sentence begins.
    """
    if voices.at(note.start, ("direct", "fragment")) != "other" or _PASSIVE.search(reading.lower, low, note.end):
        return False
    if reading.lower.endswith((" a ", " an "), low, note.start) and _NOUN.match(reading.lower, note.end):
        return False
    if _is_marked(reading, note) or _MOVED.search(reading.lower, low, note.start):
        return False
    high = note.attributes["evidence"][1]
    named = note.attributes["areas"] or note.attributes["back"]
    if note.attributes["previous"] and named and _DATED.search(reading.lower, low, high):
        return False  # "we had been good at all three in 2019"
    if note.rule == "grades.relative" and _SINCE.search(reading.lower, low, note.start):
        return False  # "you were outstanding at it last time and now you are adequate"
    opening = voices.opening(note.start)
    if _READ_OUT.search(reading.lower, max(0, opening - _BEFORE), opening):
        return False
    return not _TOLD.search(reading.lower, opening, note.start)


def is_of_others(lead: str) -> bool:
    """Whether the words before a grade say that an inspectorate of prisons, probation or schools gave it."""
    return _OTHERS.search(lead) is not None and _OURS.search(lead) is None


def is_of_stranger(reading: Reading, context: Context, note: Annotation) -> bool:
    """Whether a grade is that of a name which no body in the registry has: "London's inadequate is for protection"."""
    low = note.attributes["evidence"][0]
    owned = _STRANGER.match(reading.text, low, note.start)
    given = owned and owned.end() == note.start and _GRADE_IS.match(reading.lower, note.end)
    return bool(given) and not context.inside(low, note.start)


def _is_marked(reading: Reading, note: Annotation) -> bool:
    """Whether a grade stands between quotation marks of its own, as a word of the report."""
    edges = reading.text[note.start - 1 : note.start], reading.text[note.end : note.end + 1]
    return all(edge and edge in "'\"" for edge in edges)
