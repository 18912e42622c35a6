"""Whose verdict a sentence reports: an inspectorate's, or somebody else's."""

from __future__ import annotations

import re

from extract.document.dates import MONTHS
from extract.document.forms import alternation
from extract.expressions import expression

_VERBS = (
    *(
        "say",
        "says",
        "said",
        "told us",
        "told them",
        "told it",
        "told me",
        "warned",
        "admitted",
        "conceded",
        "promised",
    ),
    *(
        "pledged",
        "claim",
        "claims",
        "claimed",
        "think",
        "thinks",
        "thought",
        "believe",
        "believes",
        "believed",
        "reckon",
    ),
    *("reckons", "insist", "insists", "insisted", "argue", "argues", "argued", "rated", "rates", "graded", "judged"),
    *("called", "described", "describes", "found", "consider", "considers", "considered", "marked", "deemed"),
)
_REPORTS = expression(
    rf" (?:{alternation(_VERBS)}|calls(?<!s calls)(?<!ing calls)(?= (?:it(?!')|the|its|this|them)\b))(?: that)?\b(?! (?:areas|questions|pillars|categories|aspects|themes)\b)"
)
_GRADED = expression(r" (?:rated|graded|judged|found|considered|marked|deemed|called|described)")
_NOTHING = expression(r"(?: as| to be| to)? ?['\"]?(?:an? )?")
"""Between a participle and the grade of what stands before it."""
_OWN = expression(
    r"\b[a-z]+(?: down)? (?:itself|themselves|ourselves|himself|herself|myself)(?: down)?(?: as| at| an?| to be)* ['\"]?$|\bself-(?:assess|grad|rat)\w*\b[^;.]*$"
)
"""Before a grade that somebody gives to himself: "had put itself down as"."""
_NEAR = 60
_ASIDE = 200
"""Characters of what is put in between a subject and its verb."""
_OTHERS = expression(
    r"\b(?:audit|survey|poll|study|newspaper|magazine|website|court|judge|prosecutor|tribunal|inquest|coroner)\b"
)
_OTHERS_SAY = expression(
    r"\b(?:ballot|poll|petition|league table|(?:readers|viewers|listeners|voters|residents|customers|members) (?:of [\w ]{2,30} )?(?:have |had )?(?:voted|rated|scored|marked|gave|named))\b"
)
"""Whose verdicts are none of an inspectorate's."""
_OF_OTHERS = expression(
    r"\b(?:government|ministers?|home office|treasury|council|councillors|mayor|union|federation|party|parliament|court)'s? (?:own )?(?!(?:own |fire )?(?:brigade|force|fire|service|constabulary|police)s?\b)(?:[a-z]+ ){1,3}?(?:(?:is|was|are|were|has been|had been) (?:[a-z]+ )?)?['\"]?$"
)
"""Before a grade, of what it is that no inspectorate of bodies looks at: "the government's own performance required"."""
_SAYERS = (
    "ballot",
    "poll",
    "petition",
    "league ",
    "readers",
    "viewers",
    "listen",
    "voters",
    "resid",
    "custom",
    "members",
)
"""Without any of which that matches nothing."""
_OF_RATING = expression(
    r"\b(?:hmic(?:frs)?|inspectors|inspectorate|ratings?|grades?|grading)\b|\bfrom (?:['\"]?[a-z]+(?: improvement)?['\"]? to )?['\"]?$"
)
_RATING = expression(
    r"[a-z]+(?: improvement)?['\"]? (?:rating|grade|grading|mark|judge?ment)s?\b|(?<= (?:the|its) )(?:outstanding|adequate|inadequate)['\"]? (?:for|at) [a-z]"
)
"""What is said of a grade of an inspection, whoever says it."""
_WHO_CUT = expression(r"[^\w'\u2019 -]| that | but | while ")
_PUT_IN = expression(r"(?:[a-z]+ed|which|who|whose|out|made|led|seen|due) ")
_WHO_LINK = expression(r"(?:and|but|so|yet|however|while|although) ")
_GOING_ON = frozenset(("", "and", "but", "then", "having", "also", "before", "after"))
"""What stands before a verb that has the subject of the verb before it."""
_COORDINATED = (" and", " but", " then", " yet")
_WHO_HAD = expression(r"(?<=\w)(?: (?:has|have|had|also|then|already|previously))+$")
_HAVING = (" has", " have", " had", " also", " then", " already", " previously")
"""Words with which `_WHO_HAD` ends."""
_WHO_OWNED = expression(r"(\w+)'s? (?:own )?(?:report|letter|review|survey|findings|office|assessment)$")
_INSPECTING = expression(
    rf"inspect|watchdog|hmi|ofsted|cqc|estyn|(?:today|yesterday|morning|afternoon|week|month|year|spring|summer|autumn|winter|[a-z]+day|(?:19|20)\d\d|{'|'.join(MONTHS)})$"
)
"""Whose report is an inspectorate's: its own, or that of a day."""
_INVERTED = expression(r" (?:the |its |their )?(?:\w+ )?(?:report|letter|inspect\w*|watchdog|hmi\w*|review|ofsted)\b")
_GIVES = expression(
    r"[^.;]*\b(?:inspectors|inspectorate|hmi[a-z]*|watchdog)\b(?: (?:have|has|had|also|then|now))* (?:gave|gives?|given|award(?:ed|s)?|hand(?:ed|s)?|put|placed|scored|declared|pronounced|decided|concluded|settled)\b"
)
"""What somebody says that inspectors did: 'said: "The inspectors gave us'."""
_INSPECTORS = expression(r"\b(?:inspectors|inspectorate|hmi[a-z]*|watchdog)\b")
_OURS = expression(
    r"\b(?:previously|formerly|once|originally|already|again|still|now|newly|one|another|first|second|third|others?|these|both|two|most|many|some)$|inspect|watchdog|\bpredecessors?$|\b(?:areas|questions|pillars|categories|themes|aspects|headings)$|\bhmi|ofsted|\bcqc\b|estyn|\bthe (?:report|letter|review|verdict|document|findings|assessment|summary|judgment|regulator)\b|\b(?:his|her|its|their|our|this|a|both|previous|latest|new|damning|critical|same|earlier|last|first|second|third|final|full|recent|inspection) reports?\b|\breports\b"
    r"|\b(?:it|they|he|she|we|you|i|(?:they|we|you|i)'(?:ve|d)|who|which|that|and|has|have|had|also|then|not|to|all|both|each)$|\b(?:was|were|is|are|been|be|being|had|has|have|got)(?: [a-z]+){0,2}$|\bmajesty|^$|\bthe team$"
)
_OWN_ENDS = frozenset(
    (
        *("it", "they", "he", "she", "we", "you", "they've", "we've", "who", "which", "that", "and", "has", "have"),
        *("had", "also", "then", "not", "was", "were", "is", "are", "been", "be", "being", "got", "reports"),
        *("inspectors", "inspectorate", "watchdog"),
    )
)
"""Last words by which most of what `_OURS` matches is known without a search."""


def is_foreign(lower: str, low: int, end: int) -> bool:
    """Whether somebody other than the inspectorate gives a verdict: "a surveyor's report says that …".

    Args:
        lower: The reading in lower case.
        low: Where the sentence begins.
        end: Where the grade begins.
    """
    if lower.find("sel", low, end) >= 0 and _OWN.search(lower, max(low, end - _NEAR), end):
        return True
    near = lower[max(low, end - _NEAR) : end]
    if "'" in near and _OF_OTHERS.search(near):
        return True
    if any(map(lower[low:end].__contains__, _SAYERS)) and _OTHERS_SAY.search(lower, low, end):
        return True
    verbs = list(_REPORTS.finditer(lower, low, end))
    if not verbs or (_GRADED.match(verbs[-1][0]) and _NOTHING.fullmatch(lower, verbs[-1].end(), end)):
        return False  # "Kent Police, rated inadequate two years ago"
    if _GRADED.match(verbs[-1][0]) and lower[verbs[-1].start() - 1 : verbs[-1].start()] == ",":
        return False  # "its custody, rated good in 2022, is adequate"
    for number in range(len(verbs) - 1, -1, -1):
        start = verbs[number - 1].end() if number else low
        who = _subject(lower, start, verbs[number], joined=number > 0)
        if number == 0 or who not in _GOING_ON:
            break
    if len(who) < 2 or who.endswith("'s") or _INVERTED.match(lower, verbs[-1].end(), verbs[-1].end() + 40):
        return False  # "Kent's says that …"; "…, says the report"
    if _GIVES.match(lower, verbs[-1].end(), end):
        return False
    if who.endswith(_COORDINATED) and _INSPECTORS.search(lower, low, verbs[-1].start()):
        return False  # "HMIC has declared Kent good for efficiency but says that"
    if _OTHERS.search(who):
        return True
    if _OF_RATING.search(lower, verbs[-1].end(), end) or _RATING.match(lower, end):
        return False  # "a spokesman said the force had kept its good rating"
    owned = _WHO_OWNED.search(who) if "'" in who else None
    if owned:
        return _INSPECTING.search(owned[1]) is None
    return who.rpartition(" ")[2] not in _OWN_ENDS and not _OURS.search(who)


def _subject(lower: str, start: int, verb: re.Match[str], *, joined: bool) -> str:
    """Who does what a verb says, of the words before it; nobody where another verb before it is joined to it."""
    stop = verb.start()
    if stop > start and lower[stop - 1] == ",":
        opened = lower.rfind(", ", max(start, stop - _ASIDE), stop - 1)
        stop = opened if opened > start else stop - 1  # "HMICFRS, which looks at every service, said"
    stretch = lower[max(start, stop - 70) : stop].replace("constabulary, fire", "constabulary and fire")
    if joined and stretch.endswith(_COORDINATED):
        return ""
    who = _WHO_CUT.split(stretch)[-1].strip(" '-")
    if _PUT_IN.match(who):
        who = stretch  # "The inspection by HMICFRS, published in December, rated …"
    linked = _WHO_LINK.match(f"{who} ")
    who = who[linked.end() :] if linked else who
    return _WHO_HAD.sub("", who) if who.endswith(_HAVING) else who
