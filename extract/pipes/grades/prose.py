"""Grades in sentences: "graded good at preventing crime", "its response was inadequate", "slipped from good to adequate".

Enters one sentence and the grades in it; leaves for each the areas that it is given to and what decided. Forces are
settled in `assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.document.dates import NUMBER, read_number
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.pipes.grades.areas import Areas, counted
from extract.pipes.grades.changes import Changes
from extract.pipes.grades.complements import STOP, Complements, skip_to, stop_of
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.subjects import Subjects, is_foreign
from extract.pipes.grades.verdict import EVERY, Verdict
from extract.pipes.triggers import Hit

_AFTER_GRADE = re.compile(
    r"['\"]?\)?(?P<noun> (?:grades?|ratings?|marks?|scores?|verdicts?|judgments?|judgements?|gradings?))?(?P<adverb>(?: to (?:its|their) name| overall| again| both| this time| too| as well|, too,|, again,|, however,|, also,))?"
)
_GOES_TO = re.compile(
    r",? (?:was|were|is|are|came|comes|went|goes|relates?|related|being)(?: (?:given|awarded|handed|out|reserved|only|to the (?:force|service|constabulary|brigade))){0,2}(?= (?:for|in|at|on|to) )"
)
_WHEN = re.compile(
    r",? (?:in|at|during|after|following) (?:its|the|this|their|our|an?|his|her) (?:(?!areas?|work|way)[\w/'-]+ ){0,4}(?:inspection|report|round|assessment|visit|review|peel)(?=,? (?:for|in|at|on|when) )"
)
_ON_ALL = re.compile(r"['\"]? on all (?:counts|fronts)\b")
_WHOLE = re.compile(
    r"(?:across the board|overall|as a whole|in every (?:area|category|respect|field|department)|across the piece|on all (?:counts|fronts))\b"
)
_INVERTED = re.compile(
    r"['\"]?(?: grades?| ratings?| marks?)?(?: each| apiece)?(?: (?:for|at|in) (?P<area>[a-z][a-z -]{3,50}?))?,? (?:(?:is|are|was|were|came|come|comes|went|goes|go|belongs?|stands?)(?: to| from)?|list:?)(?: only| just)? (?:the |its |neighbouring |both |nearby )?"
)
_THOSE_WERE = re.compile(
    rf"\b(?:(?:both|all|each)(?: of)? (?:these|those|them|the (?:areas|pillars|questions))|all (?P<n>{NUMBER})(?: of (?:these|those|them)| areas| pillars)?) (?:is|are|was|were|had been|have been|got|received)(?: (?:rated|graded|judged|given|marked|as|an?))* ['\"]?$"
)
_BECOME = re.compile(r"(?:\b(?:has|have) become|\bbecame|\b(?:is|are) now)(?: an?)? ['\"]?$")
_LINK = re.compile(r"[.;]|\b(?:but|while|whereas|although)\b")
_AS_IS = re.compile(
    r",? as (?:(?:it|they|the force|the service) (?:is|was|are|were|does|did) (?:also )?(?:for|at|in|on) |(?:is|was|are|were) (?=(?:the|its|their|how) ))|,? and so (?:is|was|are|were) (?=[a-z])"
)
_TO_AREA = re.compile(r" to(?= (?:how|the way|its|the|[a-z]+ing)\b)")
_MARK_OF = re.compile(r"\b(?:grades?|marks?|ratings?|verdicts?|judge?ments?) of ['\"]?$")
_SOME = re.compile(rf"\b(?:{NUMBER}|an?|several|its|the|only|more) ['\"]?$")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|said|which|where|who)\b")
_IN_THAT = re.compile(
    r"(?:(?:in|at|after) (?:that|the same) (?:report|inspection|visit|assessment|review|year|letter|time)|that (?:report|inspection|time|year)|back then|at the time|it (?:graded|rated|judged|found|gave|marked))\b"
)
_SAME_AS = re.compile(
    r"['\"]?(?: overall)?,? \(?(?:which is |which was |again )?(?:(?:with )?no change|unchanged|and (?:it )?still (?:is|was|does)|and remains so|and (?:it )?has been(?: so)? since|the same as|as it was|as before|as last time|level with)\b"
)
_OF_SO_MANY = re.compile(rf"\b{NUMBER} (?:grades? |marks? |ratings? )?(?:of )?(?:an? )?['\"]?$")
_OWNER = re.compile(r"(?:its|their|the force's|the service's)\b")
_GAP = re.compile(r"(?:,|;| and| but| while)+ (?:the )?(?=[\w '-]{3,60}$)")
_YEARS = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth) (?:year|time|inspection|report) (?:in a row|running|in succession)\b|\bconsecutive\b"
)
_PLURAL = frozenset(("outstandings", "goods", "adequates", "inadequates"))
_OR = re.compile(r"['\"]?,? or (?:an? |even |better)?['\"]?")
_HAD = re.compile(
    r"\b(?:had|has|have|saw|sees|seen|having|with) (?P<object>(?:its|their|the|his|her) [^;:.,]{2,80}?) (?:re-?)?(?:graded|rated|judged|marked|assessed|classed|deemed|found)(?: (?:as|to be|being|only))*[\s,'\"]*(?:an? )?['\"]?$"
)
_WHICH = re.compile(
    r"(?:\b(?:its|their|the force's|the service's)|(?<![^\n])|(?<=[.?!:] )) ?(?P<area>[a-z' -]{4,60}?),? (?:(?:which|that) (?:was|were|is|are|has been|have been)|(?:on|for|in|at) which (?:it|they|the force|the service|the constabulary|the brigade) (?:was|were|has been|is|got|gets|received|scored|earned|picked up|won|took))"
    r"(?: (?:also|both|now|all|graded|rated|judged|marked|assessed|deemed|found|considered|called|given|awarded|handed|as|to be|being|only|an?|the))*[\s'\"]*$"
)
_BE = re.compile(
    r"(?P<be>\b(?:(?:has|have|had|will|would)\s+(?:also |now |all |both |since |already |only )*)?(?:is|are|was|were|be|been|being|as|remains?|remained|stays?|stayed|became|becomes|came out|comes out|came in|comes in|scraped in|landed|finished|ended up|sits|emerged|came|gets?|got|received|earned|given|scored|scores|marked|now|still|rated|graded|judged|found|deemed|assessed|considered"
    r"|remaining|raised|lifted|upgraded|downgraded|demoted|promoted|moved up|moved down|climbed|rose|fell|dropped|slipped|improved|declined|went|moved|moves|rises|drops|falls|slips|keeps?|kept|retained|retains|stands?|called|'s|'re)"
    r"(?:[ ,]+(?:now|still|also|both|all|again|only|each|once more|by contrast|however|too|therefore|found|judged|rated|graded|deemed|considered|assessed|marked|described|called|branded|labelled|classed|given|awarded|handed|thought|held|said|seen|to be|to|be|as|just|merely|itself|being"
    r"|a|an|the|up|down|out|back|at|with|(?:an? |the |its )?(?:respectable|solid|creditable|lowly|disappointing|rare|coveted|straight|clean|simple|mere|bare|overall|healthy|poor|dreaded|much-prized|second|third)|in need|by (?:the )?(?:inspectors|inspectorate|watchdog|hmicfrs|hmic|hmip|ofsted|them|it)|a (?:grade|notch|rung|step|place|level)|one (?:grade|notch|rung|step|place|level)|two (?:grades|notches|rungs|steps|places|levels)|among|picked|singled|previously|already|last time|in \d{4}|overall|one of (?:its|the|their|our)|been|raised|lifted|upgraded|downgraded|marked up|marked down|moved up|moved down))*)"
    r"[\s,'\"(\u2013-]*$"
)
_OBJECT = re.compile(
    r"\b(?:rated|graded|judged|found|called|deemed|considered|assessed|marked|ranked|declared|grades|rates|judges|finds|calls|described|labelled|branded|grade|rate|judge|find|call|grading|rating|judging|finding|calling)\b(?: that)? (?P<object>[^;:]{2,140}?)(?: (?:to be|as|was|were|is|are|being|to|only))*[\s,'\"]*(?:an? |the )?['\"]?$"
)
_GIVE = re.compile(
    r"\b(?:gave|given|giving|gives|awarded|awarding|awards|handed|hands|handing|got|gets|getting|received|receiving|earned|earning|earns|wins|won|scored|scoring|takes home|took home|taking home|has|had|have|with|landed|secured|achieved|picked up|came away with|come away with"
    r"|walked away with|collected|there was|there were|and|single|one|being|kept|retained|keeps|retains)\b(?: [^;:]{0,60}?)?[\s,'\"]*(?:an? |the |its |another |just an? )?['\"]?$"
)
_RELATIVE = re.compile(
    r"(?:, |\b)(?:where|a question on which|an area (?:in|where|on) (?:which )?|on which|in which|for which|which|compared with|from|up from|down from|it) (?:it|they|the force|the service|he|she|we)?\s*"
    r"(?:(?:was|were|had been|scored|got|is|are|received|earned|had|is now|been|only|previously|already|graded|rated|judged|an?)\s*)*['\"]?$"
)
_THERE = re.compile(r"(?:\ban?|\bits|\btheir|\bthe) ['\"]?$")
_KEPT = re.compile(
    r"\b(?:kept|keeps|keeping|retained|retains|retaining|held on to|holds on to|maintained|maintains|held at|kept at|stuck at|pegged at|stays at|stayed at)\b[^.;,]{0,30}$"
)
_APPOSED = re.compile(r"['\"]?(?: grade| mark| rating)?(?: \u2013|,|:| of| \()?(?: an?)? ?['\"]?")
_COORDINATED = re.compile(r"['\"]?,? (?:and|/) (?:an? )?['\"]?")
_SINCE = re.compile(r"; |, (?:while|but|and|although|though|whereas) | (?:while|but|and|although|whereas) | \u2013 ")
_IN_WHICH = re.compile(
    r"\b(?:areas?|questions?|places?|ones) (?:in |at |for |on )?(?:which|where|that) (?:it|we|they|the force|the service|he|she) (?:also |still )?$"
)
_UNREAL_AFTER = re.compile(r"[^.;]{0,60}\b(?:within reach|in draft|was withdrawn|were withdrawn|withdrawn)\b")
_GENERIC = re.compile(
    r"\s*['\"]?being (?:rated |graded |judged )?(?:outstanding|good|adequate|inadequate) (?:at|in|for)\b(?=[^,;:]* (?:does|is|was|will|can|did|makes?|means?)\b)|\s*(?:on|in) the (?:first|second|third|other|others|last|latter|former)\b|\s*(?:an?|no|any) (?:force|service|brigade|grade|area)\b|.{0,60}\b(?:prediction|predict|forecast|my guess|would make)\b"
)


def _bracketed(lower: str, hit: Hit) -> bool:
    """Whether a grade stands alone in brackets: "Kent (good)"."""
    return lower[hit[0] - 1 : hit[0]] == "(" and lower[hit[1] : hit[1] + 1] in (")", ",", ";")


def _since(lower: str, left: int, low: int, end: int) -> int:
    """Where the clause of a later verb begins: behind a link after the grade before it, else with the sentence."""
    if left <= low:
        return low
    match = _SINCE.search(lower, left, end)
    if match:
        return match.end()
    comma = lower.rfind(", ", left, end)
    return comma + 2 if comma >= 0 and not _FINITE.search(lower, comma, end) else low


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
        self.changes = Changes(areas, self.subjects)
        self.at = re.compile(rf"(?:[\s,]*| \u2013 )(?:both |only |either )?(?:{alternation(cues['words']['at'])})(?= )")
        self.complements = Complements(areas, self.at)

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
                or (not _bracketed(reading.lower, hit) and self.scope.is_unreal(reading, hit, clause, hits))
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
                verdict.overall = verdict.overall or (
                    not verdict.areas
                    and bool(re.search(r"\b(?:overall|as a whole)\b", reading.lower[clause[0] : clause[1] + 12]))
                )
                if verdict.rule != "grades.change" and not verdict.kept:
                    verdict.previous = self.scope.is_previous(reading, hit, clause, low, high, published)
                if not verdict.previous and above and _IN_THAT.match(reading.lower, low, high):
                    verdict.previous = self.scope.is_earlier(reading.lower[slice(*above)], published)
                verdict.kept = verdict.kept or bool(
                    _SAME_AS.match(reading.lower, hit[1], high) or _YEARS.search(reading.lower, low, high)
                )
                also = _AS_IS.search(reading.lower, hit[1], right)
                if also and verdict.areas:
                    end = stop_of(reading.lower, STOP, also.end(), right, high)
                    verdict.areas += self.areas.split(reading.lower, also.end(), end)
                if (
                    above
                    and verdict.rule == "grades.context"
                    and not (verdict.areas or verdict.back or verdict.overall)
                ):
                    verdict.areas = self.complements.left(reading.lower, above, low, hit[0])
                found.append(verdict)
        self.changes.share(reading, low, high, found)
        self.changes.reverse(reading, low, high, found)
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
        noun = bool(tail and tail["noun"]) or lower[hit[0] : hit[1]] in _PLURAL
        before = lower[max(low, hit[0] - 220) : hit[0]]
        goes = _GOES_TO.match(lower, at, high) if noun or _MARK_OF.search(before) else None
        at = goes.end() if goes else at
        when = _WHEN.match(lower, at, high)
        at = when.end() if when else at
        if _OR.fullmatch(lower[hit[1] : right]) or _OR.fullmatch(lower[left : hit[0]]):
            return None
        if found and hit[2] == found[-1].hit[2] and _APPOSED.fullmatch(lower[found[-1].hit[1] : hit[0]]):
            return None
        if found and _COORDINATED.fullmatch(lower[found[-1].hit[1] : hit[0]]):
            return Verdict(hit, list(found[-1].areas), "grades.relative", same=True)
        gapped = any(0 <= hit[0] - end <= 2 for start, end in bodies if start > left) if found and left > low else False
        if gapped and _GAP.search(lower, left, hit[0]):
            preposition = self.at.match(lower, at, high)
            verdict = (
                self.complements.behind(lower, preposition.end(), right, high, hit, bodies) if preposition else None
            )
            return verdict or Verdict(hit, list(found[-1].areas), "grades.gapped")
        if noun and _SOME.search(before):
            listed = self.complements.listed(lower, at, right, high, hit)
            if listed:
                return listed
        change = self.changes.side(lower, before, hit, found)
        if change == "from":
            return self.changes.earlier(lower, low, high, hit, bodies)
        if change == "back":
            return Verdict(hit, list(found[-1].areas), "grades.change", previous=True, same=True)
        if change == "to":
            named = self.at.match(lower, at, high)
            return self.changes.later(
                hit,
                lambda: self.complements.behind(lower, named.end(), right, high, hit, bodies) if named else None,
                found,
            )
        if found and left > low and _BECOME.search(lower[left : hit[0]]) and not _LINK.search(lower[left : hit[0]]):
            found[-1].previous = True
            return Verdict(hit, list(found[-1].areas), "grades.change", same=True)
        if _bracketed(lower, hit) and any(low <= start and end <= hit[0] and end > left for start, end in bodies):
            return Verdict(hit, self.complements.opening(lower, low, hit[0]), "grades.bracketed")
        behind = next((start for start, _ in bodies if hit[1] <= start), None)
        if behind is not None and not any(left <= start < hit[0] for start, _ in bodies):
            inverted = _INVERTED.fullmatch(lower, hit[1], behind)
            if inverted:
                areas = self.areas.split(lower, *inverted.span("area")) if inverted["area"] else []
                return Verdict(hit, areas or self.complements.opening(lower, low, hit[0]), "grades.inverted")
        those = _THOSE_WERE.search(lower, max(low, left), hit[0])
        if those:
            number = read_number(those["n"]) if those["n"] else None
            return Verdict(hit, [], "grades.context", back=number or (2 if those[0].startswith("both") else 3))
        if _IN_WHICH.search(before):
            return self.complements.listed(lower, at, right, high, hit, comma=True)
        if _WHOLE.match(lower, skip_to(lower, at, high), high) and self._graded(reading, before, hit, noun):
            return Verdict(hit, [], "grades.context", overall=True, back=EVERY if _ON_ALL.match(lower, at, high) else 0)
        preposition = self.at.match(lower, at, high) or (_TO_AREA.match(lower, at, high) if goes else None)
        if preposition and self._graded(reading, before, hit, noun):
            verdict = self.complements.behind(lower, preposition.end(), right, high, hit, bodies)
            if verdict and _KEPT.search(before):
                verdict.kept = True
            if verdict or not _BE.search(before) or counted(lower, skip_to(lower, preposition.end(), high), high):
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
        if _OF_SO_MANY.search(before):
            return None
        own = _HAD.search(lower, left, hit[0]) or _WHICH.search(lower, left, hit[0])
        owned = own and (own.re is _HAD or _OWNER.match(own[0]))
        if own and (owned or self.complements.likely(lower, own.span(1))):
            areas = self.areas.split(lower, *own.span(1))
            return Verdict(hit, areas, "grades.object") if areas else None
        be = _BE.search(lower, max(low, hit[0] - 160), hit[0])
        last = _AFTER_GRADE.match(lower, left, hit[0]) if found else None
        verb = _OBJECT.search(lower, max(last.end() if last else left, hit[0] - 220), hit[0])
        if (
            be
            and be.start() >= left - 2
            and not (verb and be[0].strip(" ,'\"") in ("as", "as an", "as a", "be", "to be"))
        ):
            areas, body = self.subjects.before(
                lower, _since(lower, left, low, be.start()), be.start(), bodies, high, both="both" in be[0]
            )
            if areas:
                return Verdict(hit, areas, "grades.after-area")
            if body and not noun:
                kept = bool(_KEPT.search(before))
                listed = self.complements.listed(lower, at, right, high, hit)
                return listed or Verdict(hit, self.complements.opening(lower, low, hit[0]), "grades.context", kept=kept)
            return None
        if verb:
            areas, body = self.subjects.object(lower, *verb.span("object"), bodies)
            counted_object = counted(lower, *verb.span("object"))
            if counted_object and counted_object[1] == verb.end("object"):
                return self.complements.listed(lower, at, right, high, hit, counted_object[0])
            if areas:
                return Verdict(hit, areas, "grades.object")
            listed = self.complements.listed(lower, at, right, high, hit) if body else None
            return listed or (
                Verdict(hit, self.complements.opening(lower, low, hit[0]), "grades.context") if body else None
            )
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
                areas = areas or self.complements.opening(lower, low, hit[0])
                return Verdict(hit, areas, "grades.after-area" if areas else "grades.context")
        if _KEPT.search(before) and self._strong(reading, before, hit):
            return Verdict(hit, [], "grades.context", kept=True)
        if _THERE.search(before) and (self._strong(reading, before, hit) or self.scope.previous.match(lower, at + 1)):
            return Verdict(hit, [], "grades.context")
        return None

    def _graded(self, reading: Reading, before: str, hit: Hit, noun: bool) -> bool:
        """Whether a grade before an area is one: a verb, marks, or a predicate gives it."""
        if hit[2] == "requires improvement" or noun or self._strong(reading, before, hit):
            return True
        if _BE.search(before) or _GIVE.search(before) or _OBJECT.search(before):
            return True
        return bool(
            re.search(
                r"(?:^|[,;(:\u2013] ?|\band |\bbut )(?:only |just |also |(?:the|its|their|our) (?:other|only|sole|single|one|lone|remaining|first|last) )?['\"]?$",
                before,
            )
        )

    def _strong(self, reading: Reading, before: str, hit: Hit) -> bool:
        """Whether marks or a verb of grading stand by the grade."""
        return (hit[0] > 0 and reading.text[hit[0] - 1] in "'\"") or bool(self.scope.given.search(before[-90:]))
