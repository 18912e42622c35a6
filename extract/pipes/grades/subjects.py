"""What stands before a verb of grading: areas, the body itself, or somebody else's verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.dates import NUMBER, read_number
from extract.pipes.grades.areas import Areas, Piece

_CUT = re.compile(
    r"[;:]| \u2013 |, (?:while|whereas|but|although|though|with|as|yet|meanwhile|however)(?: only)? "
    r"|(?<!,) (?:while|whereas|but|although|though|because) "
    r"| (?:that|said|says|found|concluded|judged|reported|felt|thought|considered|announced|showed|shows|revealed|when|where|whose) "
)
_CLOSED = re.compile(
    r", (?:(?:on|in|for|to|with|by|under|over|of) )?(?:where|which|who|whose|with|of|by contrast|on the other hand|by comparison|in contrast|though|however|meanwhile|too|including|like|unlike|along with|in particular|as)\b[^,;]*,?\s*$"
)
_OPENING = re.compile(
    r"\s*(?:(?:in|at|last|on|for|by|under|during|this|two|three|four|as|of|after|when|since|once|elsewhere|overall|again|here|there|only|meanwhile|however)\b[^,;:]{0,70}, )+"
)
_CONJUNCTION = re.compile(
    r"^(?:(?:and|but|only|however|meanwhile|yet|also|so|now|then|both|either|even|just|that|with|while|where|which|who|still|again|though|although)\b,? ?)+"
)
_BODY = re.compile(
    r"(?:it|they|we|he|she|you|us|both|all|each|all (?:two|three|four|five|six)|this|that|none|one|previously|formerly|once|already|originally|having been|after being|(?:the |a |an |this |that |both |all |all the |its |our |these |those )?(?:\w+ )?(?:police )?(?:force|service|constabulary|brigade|prison|jail"
    r"|council|forces|services|brigades|constabularies|department|team|latter|former|fire service|fire brigade|police force|overall grade|grade|rating|verdict|establishment|regime|governor))$"
)
_BODY_END = re.compile(
    r"(?:, |^(?:in|by|since|during) (?:19|20)\d\d,? )(?:it|they|we|the (?:force|service|constabulary|brigade|grade|rating|mark|verdict|judge?ment))$"
)
_BODY_THAT = re.compile(r"(?:the |a |an )?(?:\w+ )?(?:force|service|constabulary|brigade) (?:that|which|where|whose)\b")
_NOBODY = re.compile(
    r"\b(?:there|watchdog|inspectors?|inspectorate|hmicfrs|hmic|who|ministers?|i|you|my|your|his|her|thing|things|something|anything|nothing|everything|one thing|whisker|weather|food|wine|roof|drains?|legs?|eyes|teeth|horse|sofa|lorr(?:y|ies)|vehicles?|brakes?|trial|idea|news|question|page|people|officers|staff|children|victims|residents)$"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|there (?:is|was))\b(?! been)")
_SHARED = re.compile(
    r"(?P<subject>[^,;]{4,80}?) (?:is|are|was|were|has|have|had)\b[^,;]{0,80},? (?:and|but)(?: \w+)?\s*$"
)
_FORCES = re.compile(
    rf"\b(?:(?:one|another|no) (?:other )?(?:force|service|brigade|constabulary)|(?:{NUMBER}|no|several|most|some|many) (?:other |more |of the )?(?:forces|services|brigades|constabularies))\b"
)
_OWNER = re.compile(r"(?:the )?(?:force|service|constabulary|brigade|prison|council|jail)'s (?:own )?")
_POSSESSIVE = re.compile(r"'s?\s+(?:own )?")
_WHOLE = re.compile(r" (?:as a whole|overall|itself)$")
_BARE_NUMBER = re.compile(rf"(?:only |just |another )?(?:\d+|{NUMBER})(?: (?:of (?:them|those|these)|to be|that))?")
_HOW = re.compile(r"\s*(?:and |but )?(?:how(?: well| effectively)?|the way(?: that| in which)?) (?:the )?")
_OF_BODY = re.compile(r"\s+(?:of|at|in|by|within|across)\s+(?:the |neighbouring |nearby |both )?$")
_COUNTED = re.compile(
    rf"(?:the |all |both |these |those |its |another |a further |further |only |just )*(?P<n>{NUMBER}|both)?\s?(?:other |more |further |main |key |of (?:the|its|them) )*(?:areas?|questions?|pillars?|aspects?|tests?|categories|topics?|themes?|of them)\b"
)
_SET_OFF = re.compile(
    r"[\u2013(,-] ?(?P<list>[^\u2013()]{4,220}?) ?[\u2013),-]+ ?(?:(?:that|which|have|has|had|are|is|were|was|now|both|all|also|been) ?)*$"
)
_SET_OFF_LATER = re.compile(
    r"[^\u2013(;.]{0,40}?(?: [\u2013-] |: ?|\()(?P<list>[^\u2013();.]{4,220}?)(?: [\u2013-] |\)|[.;]|$)"
)
_REPORTS = re.compile(
    r",? (?:says?|said|told (?:us|them|it|me)|warned|admitted|conceded|promised|pledged|claims?|claimed|thinks?|thought|believes?|believed|reckons?|insists?|insisted|argues?|argued|rated|rates|graded|judged|called|calls(?= (?:it|the|its|this|them)\b)|described|describes|found|considers?|considered|marked|deemed)(?: that)?\b"
)
_OTHERS = re.compile(
    r"\b(?:audit|survey|poll|study|newspaper|magazine|website|court|judge|prosecutor|tribunal|inquest|coroner)\b"
)
_WHO_CUT = re.compile(r"[^a-z0-9'\u2019 -]| that | but | while ")
_WHO_LINK = re.compile(r"^(?:and|but|so|yet|however|while|although) ")
_WHO_HAD = re.compile(r"(?<=\w)(?: (?:has|have|had|also|then|already|previously))+$")
_WHO_OWNED = re.compile(r"(\w+)'s? (?:own )?(?:report|letter|review|survey|findings|office|assessment)$")
_INSPECTING = re.compile(r"inspect|watchdog|hmi|ofsted|cqc")
_INVERTED = re.compile(r" (?:the |its |their )?(?:\w+ )?(?:report|letter|inspect\w*|watchdog|hmi\w*|review|ofsted)\b")
_OURS = re.compile(
    r"\b(?:previously|formerly|once|originally|already|again|still|now|newly|one|another|first|second|third|others?|these|both|two|most|many|some)$|inspect|watchdog|\bhmi|ofsted|\bcqc\b|estyn|\bthe (?:report|letter|review|verdict|document|findings|assessment|summary|judgment|regulator)\b|\b(?:his|her|its|their|our|this|a|both|previous|latest|new|damning|critical) reports?\b|\breports\b"
    r"|\b(?:it|they|he|she|we|i|who|which|that|and|has|have|had|also|then|not|to|all|both|each)$|\b(?:was|were|is|are|been|be|being|had|has|have|got)(?: [a-z]+){0,2}$|\bmajesty|^$|\bthe team$"
)


def is_foreign(lower: str, low: int, end: int) -> bool:
    """Whether somebody other than the inspectorate gives a verdict: "a surveyor's report says that …".

    Args:
        lower: The reading in lower case.
        low: Where the sentence begins.
        end: Where the grade begins.
    """
    last, start = None, low
    for match in _REPORTS.finditer(lower, low, end):
        if last:
            start = last.end()
        last = match
    if last is None:
        return False
    who = _WHO_CUT.split(lower[max(start, last.start() - 70) : last.start()])[-1].strip(" '-")
    who = _WHO_HAD.sub("", _WHO_LINK.sub("", who))
    if len(who) < 2 or who.endswith("'s") or _INVERTED.match(lower, last.end(), last.end() + 40):
        return False  # "Kent's says that \u2026"; "\u2026, says the report"
    if _OTHERS.search(who):
        return True
    owned = _WHO_OWNED.search(who)
    if owned and not _INSPECTING.search(owned[1]):
        return True
    return not _OURS.search(who)


class Subjects:
    """Reads subjects.

    Args:
        areas: Parter of lists.
    """

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def before(
        self, lower: str, low: int, end: int, bodies: Sequence[tuple[int, int]], high: int, *, both: bool = False
    ) -> tuple[list[Piece], bool]:
        """What the subject before a verb names.

        Args:
            lower: The reading in lower case.
            low: Where to look from.
            end: Where the verb begins.
            bodies: Forces named in the sentence.
            high: Where the sentence ends.
            both: Whether the verb says that there are two areas.

        Returns:
            Areas in order, and whether the subject is the body itself.
        """
        listed = self._set_off(lower, low, end)
        if _BODY_THAT.match(lower, low, end):
            return [], True
        while end > low and lower[end - 1] in " ,'\"":
            end -= 1
        if listed:
            return listed, False
        closed = _CLOSED.search(lower, low, end)
        if closed and closed.start() > low + 2:
            end = closed.start()
        start = low
        for match in _CUT.finditer(lower, low, end):
            if end - match.end() > 3:
                start = match.end()
        opening = _OPENING.match(lower, start, end)
        if opening and end - opening.end() > 1:
            start = opening.end()
        raw = lower[start:end].strip(" ,'\"\u2013-")
        text = _CONJUNCTION.sub("", raw)
        if not text or _BODY.fullmatch(text):
            return [], True
        how = _HOW.match(text)
        if not how and (
            _FORCES.search(text) or (_NOBODY.search(text) and not self.areas.likely(text)) or len(text.split()) > 20
        ):
            return [], False
        count = _COUNTED.fullmatch(text.removesuffix(" that").removesuffix(" which"))
        if count:
            later = _SET_OFF_LATER.match(lower, end, high)
            number = 2 if count["n"] == "both" else read_number(count["n"]) if count["n"] else None
            return (self.areas.split(lower, *later.span("list"), number) if later else []), False
        if _BODY_END.search(text):
            return [], True
        if _VERB.search(text):
            shared = _SHARED.match(lower, start, end)
            return self.before(lower, start, shared.end("subject"), bodies, high) if shared else ([], False)
        return self._owned(lower, start, end, bodies, 2 if both else None)

    def _owned(
        self, lower: str, start: int, end: int, bodies: Sequence[tuple[int, int]], count: int | None = None
    ) -> tuple[list[Piece], bool]:
        inside = [body for body in bodies if start <= body[0] < end]
        for body in inside:
            after = _POSSESSIVE.match(lower, body[1], end)
            if after and end - after.end() > 3:
                return self.areas.split(lower, after.end(), end, count), False
        if inside:
            first, last = inside[0], inside[-1]
            how = _HOW.fullmatch(lower, start, first[0])
            if how and end - last[1] > 6:
                return self.areas.split(lower, last[1], end), False
            of = _OF_BODY.search(lower, start, first[0])
            if of and of.start() - start > 3:
                return self.areas.split(lower, start, of.start()), False
            if last[1] >= end - 30 or lower[first[1] : first[1] + 1] == "," or first[0] <= start + 12:
                return [], True
        owner = _OWNER.match(lower, start, end)
        return self.areas.split(lower, owner.end() if owner else start, end, count), False

    def _set_off(self, lower: str, low: int, end: int) -> list[Piece]:
        """Areas set off behind a count: "two areas \u2013 A, and B \u2013 were"."""
        for match in _COUNTED.finditer(lower, low, end):
            rest = _SET_OFF.search(lower, match.end(), end)
            gap = lower[match.end() : rest.start()] if rest else ""
            if rest and len(gap) < 70 and (not gap.strip() or rest[0][0] != ","):
                number = 2 if match["n"] == "both" else read_number(match["n"]) if match["n"] else None
                return self.areas.split(lower, *rest.span("list"), number)
        return []

    def object(self, lower: str, start: int, end: int, bodies: Sequence[tuple[int, int]]) -> tuple[list[Piece], bool]:
        """What the object between a verb and a grade names: "judged its response inadequate"."""
        text = _WHOLE.sub("", _CONJUNCTION.sub("", lower[start:end].strip(" '\",")))
        if not text or _BODY.fullmatch(text):
            return [], True
        if _BARE_NUMBER.fullmatch(text) or _FORCES.match(text) or _NOBODY.search(text) or len(text.split()) > 16:
            return [], False
        return self._owned(lower, start, end, bodies)
