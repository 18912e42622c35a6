"""Grades in sentences: "graded good at preventing crime", "its response was inadequate", "slipped from good to adequate".

Enters one sentence and the grades in it; leaves for each the areas that it is given to and what decided. Forces are
settled in `assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.document.dates import NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.pipes.grades.areas import Areas, Piece, counted
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.subjects import Subjects, is_foreign
from extract.pipes.triggers import Hit

_AFTER_GRADE = re.compile(
    r"['\"]?\)?(?P<noun> (?:grades?|ratings?|marks?|scores?|verdicts?|judgments?|judgements?|gradings?))?(?P<adverb> (?:overall|again|both|this time|too|as well))?"
)
_LISTING = re.compile(r"\s*(?:[:\u2013(-]|, (?:namely|including))\s*")
_STOP = re.compile(
    r"[.;?!]|, (?:but|while|whereas|although|though|which|where|with|who|when|as|down|up|a question|an area|having|said|says|the (?:inspectorate|report|watchdog|inspectors)|according|it|they|its|compared|inspectors|hmicfrs|hmic|so)\b"
    r"| (?:but|while|whereas|although|though|because|since|when|following|according to|by (?:hm|his|her|the|inspect)|compared|thanks to|despite|where|which|who"
    r"|after (?:an?|the|its|their|inspectors|his|her) (?:\w+ ){0,3}(?:inspection|report|visit|review|found)|in (?:a|the|its|their|this|that|our|an) (?:\w+ ){0,4}(?:report|inspection|round|batch|letter|assessment|assessments)|in (?:19|20)\d\d"
    r"|last (?:year|time|month|week|autumn|spring|summer|winter)|this (?:year|time|week|month)|(?:two|three|four|five|\d+|several|a few) (?:years|months) (?:ago|earlier|before)|by (?:his|her|its) majesty's|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|and (?:was|were|is|are|has|had|will|it|they|that|he|she|there|the (?:force|service|inspectorate|report|constabulary|brigade)|a cause|issued|found|described|praised|told|said|says|inspectors)) "
    r"| \u2013 | \("
)
_STOP_LIST = re.compile(r"[.;?!]| \u2013 | but | while |, (?:and )?(?:was|were|is|it|the force) ")
_BE = re.compile(
    r"(?P<be>\b(?:(?:has|have|had|will|would)\s+(?:also |now |all |both |since |already |only )*)?(?:is|are|was|were|be|been|being|as|remains?|remained|stays?|stayed|became|becomes|came out|comes out|emerged|came|gets?|got|received|earned|given|scored|scores|marked|now|still|rated|graded|judged|found|deemed|assessed|considered"
    r"|remaining|climbed|rose|fell|dropped|slipped|improved|declined|went|moved|keeps?|kept|retained|retains|stands?|called|'s|'re)"
    r"(?:[ ,]+(?:now|still|also|both|all|again|only|each|once more|by contrast|however|too|therefore|found|judged|rated|graded|deemed|considered|assessed|marked|described|classed|given|awarded|handed|thought|held|said|seen|to be|to|be|as|just|merely|itself|being"
    r"|a|an|the|up|down|out|back|at|with|in need|by (?:the )?(?:inspectors|inspectorate|watchdog|hmicfrs|hmic|hmip|ofsted|them|it)|among|picked|singled|previously|already|last time|in \d{4}|overall|one of (?:its|the|their|our)|been))*)"
    r"[\s,'\"(\u2013-]*$"
)
_OBJECT = re.compile(
    r"\b(?:rated|graded|judged|found|called|deemed|considered|assessed|marked|ranked|declared|grades|rates|judges|finds|calls|described|labelled|branded|grade|rate|judge|find|call|grading|rating|judging|finding|calling)\b(?: that)? (?P<object>[^;:]{2,140}?)(?: (?:to be|as|was|were|is|are|being|to|only))*[\s,'\"]*(?:an? |the )?['\"]?$"
)
_GIVE = re.compile(
    r"\b(?:gave|given|giving|gives|awarded|awarding|awards|handed|hands|handing|got|gets|getting|received|receiving|earned|earning|earns|wins|won|scored|scoring|takes home|took home|taking home|has|had|have|with|landed|secured|achieved|picked up|came away with|come away with"
    r"|walked away with|collected|there was|there were|and|single|one|being|kept|retained|keeps|retains)\b(?: [^;:]{0,60}?)?[\s,'\"]*(?:an? |the |its |another |just an? )?['\"]?$"
)
_SLIP = re.compile(
    r"\b(?:slipped|fell|fallen|dropped|slid|gone|went|moved|climbed|risen|rose|rises|improved|improving|jumped|up|down|declined|upgraded|downgraded|lifted|raised|demoted|promoted|slipping|falling|dropping|moving|climbing|rising|tumbled|leapt|advanced|sunk|sank"
    r"|deteriorated|goes|moves|climbs|improves|slips|falls|drops|come up|came up|stepped up|change[ds]?)\b[^;:.]{0,60}?\bfrom (?:an? |being )?['\"]?$"
)
_TO = re.compile(
    r"['\"]?,?(?: (?:overall|rating|grade|mark|last time|in \d{4}|two years ago|three years ago|a year ago),?)*,? (?:up |down )?to (?:an? |being )?['\"]?$"
)
_RELATIVE = re.compile(
    r"(?:, |\b)(?:where|a question on which|an area (?:in|where|on) (?:which )?|on which|in which|for which|which|compared with|from|up from|down from|it) (?:it|they|the force|the service|he|she|we)?\s*"
    r"(?:(?:was|were|had been|scored|got|is|are|received|earned|had|is now|been|only|previously|already|graded|rated|judged|an?)\s*)*['\"]?$"
)
_THERE = re.compile(r"(?:\ban?|\bits|\btheir|\bthe) ['\"]?$")
_KEPT = re.compile(
    r"\b(?:kept|keeps|keeping|retained|retains|retaining|held on to|holds on to|maintained|maintains)\b[^.;,]{0,30}$"
)
_ABOUT = re.compile(
    r"\b(?:reports?|inspections?|grades?|marks?|ratings?|assessments?|verdicts?) (?:on|into|for|about|of) (?:its |their |how |the )?(?P<area>(?!the\b|its\b|\d)[a-z][a-z -]{4,60}?)(?=[.,;]| put | out | by | published| released| issued| in | last | this | from )"
)
_RESPECTIVELY = re.compile(r"\brespectively\b")
_NEXT = re.compile(
    r"(?:,? (?:and|but|while|with|although) |, |; ?|\(| \u2013 )(?:(?:it|they|was|were|is|are|an?|the|its|had|has|have|also|only|just|as|be|to|been|judged|rated|graded|found|given|being|marked|still|then|that|both|previously|in need|of|now|told|where|question|on|which|scored)[\s,]*)*['\"]?$"
)
_NONE = re.compile(
    r"(?:none|no|neither|nothing|every respect|many ways|some ways|parts|places|the circumstances|the eyes|a (?:good )?(?:while|year|week)|it|this|that|them|everything|all|others?|the end|the job|the rest)\b"
)
_NUMBERED = re.compile(rf"(?:{NUMBER}|(?:19|20)\d\d)\b")
_COMMA = re.compile(r"['\"]?, ")
_COORDINATED = re.compile(r"['\"]?,? (?:and|/) (?:an? )?['\"]?")
_OTHER_WAY = re.compile(
    r"\b(?:moved|gone|went|going|moving|headed|travelled) (?:in )?the (?:other way|opposite way|opposite direction|other direction)\b|\bdone the (?:reverse|opposite)\b"
)
_SINCE = re.compile(r"; |, (?:while|but|and|although|though|whereas) | (?:while|but|and|although|whereas) | \u2013 ")
_ALL = re.compile(
    rf"(?:all|both|each|all of|both of|each of)(?: (?:the|of|of the|these|those|of them|of these|of those))?(?: (?P<n>{NUMBER}))?(?: (?:areas?|pillars?|questions?|tests?|categories))?\s*(?:[.,;)]|$| and | but |of them)"
)
_IN_WHICH = re.compile(
    r"\b(?:areas?|questions?|places?|ones) (?:in |at |for |on )?(?:which|where|that) (?:it|we|they|the force|the service|he|she) (?:also |still )?$"
)
_UNREAL_AFTER = re.compile(r"[^.;]{0,60}\b(?:within reach|in draft|was withdrawn|were withdrawn|withdrawn)\b")
_EVERYTHING = re.compile(r"(?:everything|every one of (?:them|its areas)|all of (?:them|it))\s*[:\u2013]\s*")
_GENERIC = re.compile(
    r"\s*(?:on|in) the (?:first|second|third|other|others|last|latter|former)\b|\s*(?:an?|no|any) (?:force|service|brigade|grade|area)\b|.{0,60}\b(?:prediction|predict|forecast|my guess|would make)\b"
)


def _skip(lower: str, start: int, high: int) -> int:
    """Where the next word begins."""
    while start < high and lower[start] in " '\"":
        start += 1
    return start


def _since(lower: str, left: int, low: int, end: int) -> int:
    """Where the clause of a later verb begins: behind a link after the grade before it, else with the sentence."""
    match = _SINCE.search(lower, left, end) if left > low else None
    return match.end() if match else low


@dataclass(slots=True)
class Verdict:
    """A grade that a sentence gives.

    Args:
        hit: The grade.
        areas: Areas it is given to; empty where the sentence leaves them to the context.
        rule: What decided.
        previous: Whether it is of an earlier inspection.
        overall: Whether the sentence says that it is for the whole.
        same: Whether it is for the force and areas of the verdict before it.
        back: How many areas named before it is given to ("in all three"), or 0.
        share: Number among the forces of its sentence that it is for ("respectively"), or -1.
        kept: Whether it stands for the inspection before as well.
    """

    hit: Hit
    areas: list[Piece]
    rule: str
    previous: bool = False
    overall: bool = False
    same: bool = False
    back: int = 0
    share: int = -1
    kept: bool = False


class Prose:
    """Reads grades in sentences.

    Args:
        cues: Table of `cues/grades.toml`.
        scope: Reader of qualifiers.
        areas: Parter of lists.
    """

    def __init__(self, cues: Mapping[str, Any], scope: Scope, areas: Areas) -> None:
        self.scope = scope
        self.areas = areas
        self.subjects = Subjects(areas)
        self.at = re.compile(rf"[\s,]*(?:both |only |either )?(?:{alternation(cues['words']['at'])})(?= )")

    def find(
        self,
        reading: Reading,
        low: int,
        high: int,
        hits: Sequence[Hit],
        bodies: Sequence[tuple[int, int]],
        *,
        above: tuple[int, int] | None,
        published: str | None,
    ) -> list[Verdict]:
        """Grades that a sentence gives.

        Args:
            reading: The text.
            low: Where the sentence begins.
            high: Where it ends.
            hits: Its grades, in order.
            bodies: Forces named in it.
            above: The sentence before it in its block, or None.
            published: ISO date of the article.
        """
        if self.scope.is_scale(reading, hits, low, high) or _GENERIC.match(reading.lower, low, high):
            return []
        found: list[Verdict] = []
        for number, hit in enumerate(hits):
            clause = self.scope.clause(reading, hit[0], hit[1], low, high)
            if (
                self.scope.is_adjective(reading, hit, high)
                or self.scope.is_unreal(reading, hit, clause, hits)
                or self.scope.is_unfinished(reading, hit, clause)
                or self.scope.is_case(reading, hit, clause, low, above)
                or is_foreign(reading.lower, low, hit[0])
                or _UNREAL_AFTER.match(reading.lower, hit[1], high)
            ):
                continue
            right = hits[number + 1][0] if number + 1 < len(hits) else high
            left = hits[number - 1][1] if number else low
            verdict = self._one(reading, low, high, left, right, hit, bodies, found)
            if verdict:
                verdict.overall = not verdict.areas and bool(
                    re.search(r"\boverall\b", reading.lower[clause[0] : clause[1] + 12])
                )
                if verdict.rule != "grades.change" and not verdict.kept:
                    verdict.previous = self.scope.is_previous(reading, hit, clause, low, high, published)
                found.append(verdict)
        self._respectively(reading, low, high, found)
        self._reversed(reading, low, high, found)
        return found

    def _one(
        self,
        reading: Reading,
        low: int,
        high: int,
        left: int,
        right: int,
        hit: Hit,
        bodies: Sequence[tuple[int, int]],
        found: Sequence[Verdict],
    ) -> Verdict | None:
        lower = reading.lower
        tail = _AFTER_GRADE.match(lower, hit[1], high)
        at = tail.end() if tail else hit[1]
        noun = bool(tail and tail["noun"])
        before = lower[max(low, hit[0] - 220) : hit[0]]
        if found and _COORDINATED.fullmatch(lower[found[-1].hit[1] : hit[0]]):
            return Verdict(hit, list(found[-1].areas), "grades.relative", same=True)
        change = self._change(lower, before, hit, found)
        if change:
            return self._changed(lower, low, high, at, right, hit, bodies, found, change)
        if _IN_WHICH.search(before):
            listing = _LISTING.match(lower, at, high) or _COMMA.match(lower, at, high)
            areas = (
                self.areas.split(lower, listing.end(), self._stop(lower, _STOP_LIST, listing.end(), right, high))
                if listing
                else []
            )
            return Verdict(hit, areas, "grades.before-area") if areas else None
        preposition = self.at.match(lower, at, high)
        if preposition and self._graded(reading, before, hit, noun):
            verdict = self._behind(lower, preposition.end(), right, high, hit)
            if verdict or not _BE.search(before) or counted(lower, _skip(lower, preposition.end(), high), high):
                return verdict
        relative = _RELATIVE.search(before)
        if (relative and found and "from" in relative[0]) or (
            relative
            and found
            and relative[0]
            .lstrip(" ,")
            .startswith(("where", "a question", "an area", "on which", "in which", "for which"))
        ):
            return Verdict(hit, list(found[-1].areas), "grades.relative", same=True)
        be = _BE.search(lower, max(low, hit[0] - 160), hit[0])
        if be and be.start() >= left - 2:
            areas, body = self.subjects.before(
                lower, _since(lower, left, low, be.start()), be.start(), bodies, high, both="both" in be[0]
            )
            if areas:
                return Verdict(hit, areas, "grades.after-area")
            if body and not noun:
                kept = bool(_KEPT.search(before))
                listed = self._listed(lower, at, right, high, hit)
                return listed or Verdict(hit, [], "grades.context", kept=kept)
            return None
        verb = _OBJECT.search(before)
        if verb:
            begin = hit[0] - len(before) + verb.start("object")
            areas, body = self.subjects.object(lower, begin, hit[0] - len(before) + verb.end("object"), bodies)
            if areas:
                return Verdict(hit, areas, "grades.object")
            return (self._listed(lower, at, right, high, hit) or Verdict(hit, [], "grades.context")) if body else None
        if (
            hit[2] == "requires improvement"
            and not lower[hit[0] : hit[1]].startswith("need")
            and re.match(r"requires?|required", lower[hit[0] : hit[1]])
        ):
            if lower[hit[1] : hit[1] + 4] == " to ":
                return None
            areas, body = self.subjects.before(
                lower, _since(lower, left, low, hit[0]), hit[0], bodies, high, both=before.rstrip().endswith("both")
            )
            if areas or body:
                return Verdict(hit, areas, "grades.after-area" if areas else "grades.context")
        if _KEPT.search(before) and self._strong(reading, before, hit):
            return Verdict(hit, [], "grades.context", kept=True)
        if _THERE.search(before) and (self._strong(reading, before, hit) or self.scope.previous.match(lower, at + 1)):
            return Verdict(hit, [], "grades.context")
        return None

    def _listed(self, lower: str, at: int, right: int, high: int, hit: Hit) -> Verdict | None:
        listing = _LISTING.match(lower, at, high)
        if not listing:
            return None
        areas = self.areas.split(lower, listing.end(), self._stop(lower, _STOP_LIST, listing.end(), right, high))
        return Verdict(hit, areas, "grades.before-area") if areas else None

    def _graded(self, reading: Reading, before: str, hit: Hit, noun: bool) -> bool:
        """Whether a grade before an area is one: a verb, marks, or a predicate gives it."""
        if hit[2] == "requires improvement" or noun or self._strong(reading, before, hit):
            return True
        if _BE.search(before) or _GIVE.search(before) or _OBJECT.search(before):
            return True
        return bool(re.search(r"(?:^|[,;(:\u2013] ?|\band |\bbut )(?:only |just |also )?['\"]?$", before))

    def _strong(self, reading: Reading, before: str, hit: Hit) -> bool:
        """Whether marks or a verb of grading stand by the grade."""
        return (hit[0] > 0 and reading.text[hit[0] - 1] in "'\"") or bool(self.scope.given.search(before[-90:]))

    def _behind(self, lower: str, start: int, right: int, high: int, hit: Hit) -> Verdict | None:
        """The areas behind "good at …", or a count of them."""
        start = _skip(lower, start, high)
        named = _EVERYTHING.match(lower, start, high)
        if named:
            areas = self.areas.split(lower, named.end(), self._stop(lower, _STOP_LIST, named.end(), right, high))
            areas = [area for area in areas if not lower.startswith(("clean sweep", "the clean"), area[0])]
            return Verdict(hit, areas, "grades.before-area") if areas else None
        every = _ALL.match(lower, start, high)
        count = counted(lower, start, high)
        listing = _LISTING.match(lower, count[1], high) if count else None
        if count and listing:
            close = lower.find(")", listing.end(), high) if "(" in listing[0] else -1
            end = close if 0 < close < right else self._stop(lower, _STOP_LIST, listing.end(), right, high)
            areas = self.areas.split(lower, listing.end(), end, count[0])
            return Verdict(hit, areas, "grades.before-area") if areas else None
        if every:
            number = counted(lower, start, high)
            return Verdict(hit, [], "grades.context", back=(number[0] if number and number[0] else 2))
        if count or _NUMBERED.match(lower, start, high) or _NONE.match(lower, start, high):
            return None
        areas = self.areas.split(lower, start, self._stop(lower, _STOP, start, right, high))
        return Verdict(hit, areas, "grades.before-area") if areas else None

    @staticmethod
    def _stop(lower: str, pattern: re.Pattern[str], start: int, right: int, high: int) -> int:
        """Where a wording behind a grade ends: at a stop, or before the phrase of the next grade."""
        stop = pattern.search(lower, start + 1, high)
        end = stop.start() if stop else high
        if right < end:
            cut = _NEXT.search(lower, start, right)
            end = cut.start() if cut else right
        return end

    @staticmethod
    def _change(lower: str, before: str, hit: Hit, found: Sequence[Verdict]) -> str | None:
        if _SLIP.search(before):
            return "from"
        if found and found[-1].rule == "grades.change" and _TO.fullmatch(lower[found[-1].hit[1] : hit[0]]):
            return "to"
        return None

    def _changed(
        self,
        lower: str,
        low: int,
        high: int,
        at: int,
        right: int,
        hit: Hit,
        bodies: Sequence[tuple[int, int]],
        found: Sequence[Verdict],
        change: str,
    ) -> Verdict:
        """One side of "slipped from good to adequate at preventing crime"."""
        if change == "to":
            preposition = self.at.match(lower, at, high)
            behind = self._behind(lower, preposition.end(), right, high, hit) if preposition else None
            if behind and behind.areas and not found[-1].areas:
                found[-1].areas = list(behind.areas)
            return Verdict(hit, list(found[-1].areas), "grades.change", same=True)
        verb = _SLIP.search(lower, low, hit[0])
        areas, _ = self.subjects.before(
            lower, low, self._verb(lower, low, verb.start() if verb else hit[0]), bodies, high
        )
        if not areas:
            about = _ABOUT.search(lower, low, high)
            areas = self.areas.split(lower, *about.span("area")) if about else []
        return Verdict(hit, areas, "grades.change", previous=True)

    @staticmethod
    def _verb(lower: str, low: int, start: int) -> int:
        """Where the verb phrase begins that holds a verb: "has slipped"."""
        match = re.search(
            r"(?:\b(?:has|have|had|was|were|is|are|been|also|now|both|all|since|being)\s+)+$", lower[low:start]
        )
        return low + match.start() if match else start

    @staticmethod
    def _reversed(reading: Reading, low: int, high: int, found: list[Verdict]) -> None:
        """Exchanged grades: "A has slipped from good to adequate and B has gone the other way"."""
        match = _OTHER_WAY.search(reading.lower, low, high)
        pair = [verdict for verdict in found if verdict.rule == "grades.change"][-2:]
        if match and len(pair) == 2 and pair[1].hit[1] < match.start():
            for verdict, other in zip(pair, pair[::-1], strict=True):
                hit = (match.start(), match.end(), other.hit[2])
                found.append(Verdict(hit, list(verdict.areas), "grades.change", previous=verdict.previous))

    @staticmethod
    def _respectively(reading: Reading, low: int, high: int, found: Sequence[Verdict]) -> None:
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
