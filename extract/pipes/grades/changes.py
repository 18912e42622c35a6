"""Changes of a grade: "slipped from good to adequate", "has gone the other way", "adequate and good respectively".

Enters one sentence and the verdicts read so far; leaves the earlier and the later grade with the areas that changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.document.reading import Reading
from extract.pipes.grades.areas import Areas
from extract.pipes.grades.subjects import Subjects
from extract.pipes.grades.verdict import Verdict
from extract.pipes.triggers import Hit

_SLIP = re.compile(
    r"\b(?:slipped|fell|fallen|dropped|slid|gone|went|moved|climbed|risen|rose|rises|improved|improving|jumped|up|down|declined|upgraded|downgraded|lifted|raised|demoted|promoted|slipping|falling|dropping|moving|climbing|rising|tumbled|leapt|advanced|sunk|sank"
    r"|deteriorated|goes|moves|climbs|improves|slips|falls|drops|come up|came up|stepped up|change[ds]?)\b[^;:.]{0,60}?\bfrom (?:an? |being )?['\"]?$"
)
_TO = re.compile(
    r"['\"]?,?(?: (?:overall|rating|grade|mark|last time|in \d{4}|two years ago|three years ago|a year ago),?)*,? (?:up |down )?to (?:an? |being )?['\"]?$"
)
_ABOUT = re.compile(
    r"\b(?:reports?|inspections?|grades?|marks?|ratings?|assessments?|verdicts?) (?:on|into|for|about|of) (?:its |their |how |the )?(?P<area>(?!the\b|its\b|\d)[a-z][a-z -]{4,60}?)(?=[.,;]| put | out | by | published| released| issued| in | last | this | from )"
)
_OTHER_WAY = re.compile(
    r"\b(?:moved|gone|went|going|moving|headed|travelled) (?:in )?the (?:other way|opposite way|opposite direction|other direction)\b|\bdone the (?:reverse|opposite)\b"
)
_RESPECTIVELY = re.compile(r"\brespectively\b")
_BACK = re.compile(
    r"(?:^|,|;| \u2013|\(|['\"])\(? ?(?:(?:although|though|but|and|which|that|this|it|still|overall) )*(?:(?:is|was|represents|marks) )?(?:an? )?(?:(?:step|rise|fall|drop|jump|improvement|one grade|two grades|grade|notch) )?(?:up |down |slipping |improved )?(?:an? grade |one grade |two grades |a notch )?(?:(?<=up )|(?<=down )|(?<=step )|(?<=rise )|(?<=fall )|(?<=drop )|(?<=jump )|(?<=improvement )|(?<=grade )|(?<=grades )|(?<=notch )|(?<=slipping )|(?<=improved ))(?:from|on) (?:being |the |an? |its )?(?:previous |earlier )?['\"]?$"
)
_WAS = re.compile(
    r"['\"]? [(\[](?:it )?(?:was|were|previously|formerly|last time|then|up from|down from|from|before|(?:in )?(?:19|20)\d\d)(?: (?:rated|graded|judged))?:? ['\"]?$"
)
_BECOME = re.compile(
    r"\b(?:has|have) become (?:an? )?['\"]?$|\bbecame (?:an? )?['\"]?$|\b(?:is|are) now (?:an? )?['\"]?$"
)
_HAVING = re.compile(
    r"['\"]?, (?:having (?:previously |once )?been|after being|after having been)(?: (?:rated|graded|judged|found|deemed|an?))* ['\"]?"
)
_LIFTED = re.compile(
    r"\b(?:upgraded|downgraded|lifted|raised|demoted|promoted|moved|marked (?:up|down)|upgrades|downgrades|lifts|raises|moves|took|dropped) (?P<object>[^;:.,]{2,90}?) (?:up |down )?from (?:an? |being )?['\"]?$"
)
_GRADER = re.compile(r"\b(?:watchdog|inspect\w*|hmi\w*|reports?|letter|review|ofsted|they|has|have)\s*$")
_PHRASE = re.compile(r"(?:\b(?:has|have|had|was|were|is|are|been|also|now|both|all|since|being)\s+)+$")


class Changes:
    """Reads changes.

    Args:
        areas: Parter of lists.
        subjects: Reader of subjects.
    """

    def __init__(self, areas: Areas, subjects: Subjects) -> None:
        self.areas = areas
        self.subjects = subjects

    @staticmethod
    def side(lower: str, before: str, hit: Hit, found: Sequence[Verdict]) -> str | None:
        """Which side of a change a grade is: "from", "to", "back" ("inadequate, down from good"), or None."""
        between = lower[found[-1].hit[1] : hit[0]] if found else ""
        if found and (_BACK.search(between) or _HAVING.fullmatch(between) or _WAS.search(between)):
            return "back"
        if _SLIP.search(before):
            return "from"
        if found and found[-1].rule == "grades.change" and _TO.fullmatch(lower[found[-1].hit[1] : hit[0]]):
            return "to"
        return None

    def earlier(self, lower: str, low: int, high: int, hit: Hit, bodies: Sequence[tuple[int, int]]) -> Verdict:
        """The grade that was left: "slipped from good"."""
        lifted = _LIFTED.search(lower, low, hit[0])
        if lifted and _GRADER.search(lower, low, lifted.start()):
            areas, _ = self.subjects.object(lower, *lifted.span("object"), bodies)
        else:
            verb = _SLIP.search(lower, low, hit[0])
            begin = verb.start() if verb else hit[0]
            phrase = _PHRASE.search(lower, low, begin)
            areas, _ = self.subjects.before(lower, low, phrase.start() if phrase else begin, bodies, high)
        if not areas:
            about = _ABOUT.search(lower, low, high)
            areas = self.areas.split(lower, *about.span("area")) if about else []
        return Verdict(hit, areas, "grades.change", previous=True)

    @staticmethod
    def later(hit: Hit, behind: Callable[[], Verdict | None], found: Sequence[Verdict]) -> Verdict:
        """The grade that was come to: "to adequate at preventing crime"."""
        verdict = behind()
        if verdict and verdict.areas:
            if not found[-1].areas:
                found[-1].areas = list(verdict.areas)
            return Verdict(hit, list(verdict.areas), "grades.change", same=True)
        return Verdict(hit, list(found[-1].areas), "grades.change", same=True)

    @staticmethod
    def reverse(reading: Reading, low: int, high: int, found: list[Verdict]) -> None:
        """Exchanged grades: "A has slipped from good to adequate and B has gone the other way"."""
        match = _OTHER_WAY.search(reading.lower, low, high)
        pair = [verdict for verdict in found if verdict.rule == "grades.change"][-2:]
        if match and len(pair) == 2 and pair[1].hit[1] < match.start():
            for verdict, other in zip(pair, pair[::-1], strict=True):
                hit = (match.start(), match.end(), other.hit[2])
                found.append(Verdict(hit, list(verdict.areas), "grades.change", previous=verdict.previous))

    @staticmethod
    def share(reading: Reading, low: int, high: int, found: Sequence[Verdict]) -> None:
        """One grade for each area: "A and B climbed to adequate and good respectively"."""
        match = _RESPECTIVELY.search(reading.lower, low, high)
        if not match:
            return
        group = [verdict for verdict in found if verdict.hit[1] < match.start() and match.start() - verdict.hit[1] < 80]
        if len(group) < 2:
            return
        areas = next((verdict.areas for verdict in group if len(verdict.areas) == len(group)), None)
        for number, verdict in enumerate(group):
            if areas:
                verdict.areas = [areas[number]]
            else:
                verdict.share, verdict.areas = number, verdict.areas or list(group[0].areas)
