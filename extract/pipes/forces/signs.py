"""What makes a force of a bare county name in an article on no inspection: police work beside it, or a list of forces.

Enters the reading and a list of bare names; leaves whether they are bodies. Where nothing is inspected, most counties are
where somebody lives, fled or lost a bicycle: "of Mill Lane, Harwich, Essex".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.triggers import Hit

_TOLD = ("inspection", "inspectorate", "inspectors", "watchdog", "hmi", "graded", "peel ")
"""Of which an article on an inspection holds one."""
_LISTED = r"(?:(?:[A-Z][\w'&()/-]*|and|of|the|both|or|&|neighbouring|as well as)[,;]? )*\(?"
"""Other names of a list, up to the one that is asked about."""
_WORKS = (
    r"(?:[Oo]fficers|[Dd]etectives|[Pp]olice|PCs|[Cc]onstables?|[Ff]orces?(?: areas?)?|[Cc]onstabularies|[Cc]olleagues|[Cc]ounterparts|[Ss]pecials|[Tt]eams?|[Uu]nits?|[Cc]ars"
    r"|[Rr]ecruits|[Dd]irectorate|[Dd]epartment|[Ss]ervices|[Cc]rews|[Ff]irefighters)"
)
_BEFORE = expression(
    rf"\b{_WORKS}(?: and staff|,? working| regions?| alike)?,? ?(?:from|for|of|with|including|involving|between|like|such as|across|in each of|:|\u2013|-|\()(?: all| across| the| both)?(?:,? |(?<=\())"
    rf"(?:the |both |nearby |neighbouring )*{_LISTED}$"
    rf"|\b(?:[Ff]orces|[Cc]onstabularies)(?: [^.;()]{{0,40}}\(| )(?:the )?{_LISTED}$"
    rf"|\b(?:[Pp]olicing|[Cc]riminal [Jj]ustice|[Cc]ommand) (?:for|in) {_LISTED}$"
    rf"|\b(?:[Oo]fficers|[Dd]etectives|[Pp]olice) in (?:the )?$"
    rf"|\b(?:[Cc]ollaborat\w+|[Aa]lliance|[Mm]utual aid|merger|[Tt]ransferr?(?:ed)?) (?:between|with|of|from|to|by|for) (?:the |both )?{_LISTED}$"
)
"""What is said before the name of a force, or before the list in which it stands."""
_BEHIND = expression(
    r"(?:'s?)?(?: \([A-Z]{2,6}\))?(?: (?:[A-Z][\w'-]*(?<!Police)|joint|special|roads|and(?= [A-Z])|&)){0,6}?"
    r" (?:[Pp]olice(?! (?:and|&|,) ?(?:[Ff]ire|[Cc]rime)|, [Ff]ire| [Ss]tation)|[Cc]onstabular(?:y|ies)|[Ff]orces?\b(?! of\b)|join(?:ed|ing)? forces|[Oo]fficers|[Dd]etectives|PCs|[Ss]pecials\b|[Cc]hief [Cc]onstables?"
    r"|[Ss]pecial [Cc]onstab\w+|[Ff]irefighters|[Ff]ire (?:crews|engines?|service)|[Ff]ire (?:and|&) [Rr]escue)"
)
_UNIT = expression(
    r"(?:'s?)?(?: \([A-Z]{2,6}\))?(?= [^.;:,]{0,50}\b(?:Crime|Polic|Arm|Firearm|Dog|Invest|Collision|Terror|Standards|Protect|Custod|Respons|Neighbourhood))"
    r"(?: (?:[A-Z][\w'-]*|and(?= [A-Z])|&)){1,6}? ?(?:[Uu]nit|[Tt]eam|Department|Directorate|Services|Group|Command|Hub)\b"
)
"""The name of a unit: "Essex and Kent Serious Crime Directorate"."""
_BESIDE = expression(r"(?:,|;|,? and|,? or| &|,? alongside|,? as well as|,? with|/)? ?(?:the |both )?")
_LEFT, _RIGHT = 160, 90
"""Characters before a list and behind it in which that stands."""
_NEXT = 20


def is_told(lower: str) -> bool:
    """Whether an article can be on an inspection."""
    return any(map(lower.__contains__, _TOLD))


def is_body(reading: Reading, chain: Sequence[Hit], starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether bare names that stand in one list are forces by what stands beside them.

    Args:
        reading: The text.
        chain: Names of the list.
        starts: Where forces begin that are named in full.
        ends: Where they end.
    """
    text = reading.text
    sentence = reading.sentences[reading.sentence_at(chain[0][0])]
    start, end = chain[0][0], chain[-1][1]
    right = text[end : min(sentence.end, end + _RIGHT)]
    if _BEHIND.match(right) or _UNIT.match(right):
        return True
    low = max(sentence.start, start - _LEFT)
    if _BEFORE.search(text, low, start):
        return True
    for near in range(1, _NEXT):
        if start - near in ends and _BESIDE.fullmatch(text, start - near, start):
            return True
        if end + near in starts and _BESIDE.fullmatch(text, end, end + near):
            return True
    span = reading.spans[sentence.span]
    if span.lead >= 0 and span.end - end < _NEXT and start - span.start < 2:
        lead = reading.spans[span.lead]
        return "force" in reading.lower[lead.start : lead.end] or "police" in reading.lower[lead.start : lead.end]
    return False
