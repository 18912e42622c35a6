"""What stands behind a grade or opens its clause: "good at A and B", "in three areas: A, B and C", "On A, it is good".

Enters a clause around one grade; leaves the areas that it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.document.dates import NUMBER, read_number
from extract.document.reading import Reading
from extract.pipes.grades.areas import Areas, Piece, counted
from extract.pipes.grades.verdict import Verdict
from extract.pipes.triggers import Hit

_LISTING = re.compile(r"\s*(?:[:\u2013(-]|, (?:namely|including))\s*")
STOP = re.compile(
    r"[.;?!]|,\"|, (?:has|have|had|is|are|was|were|we|and we|and it|and not|and none|and no|but|while|whereas|although|though|which|where|with|who|when|as|down|up|a question|an area|having|said|says|the (?:inspectorate|report|watchdog|inspectors)|according|it|they|its|compared|inspectors|hmicfrs|hmic|so)\b"
    r"| (?:but|while|whereas|although|though|because|since|when|following|according to|by (?:hm|his|her|the|inspect)|compared|thanks to|despite|where|which|who"
    r"|after (?:an?|the|its|their|inspectors|his|her) (?:\w+ ){0,3}(?:inspection|report|visit|review|found)|in (?:a|the|its|their|this|that|our|an) (?:\w+ ){0,4}(?:report|inspection|round|batch|letter|assessment|assessments)|in (?:19|20)\d\d"
    r"|last (?:year|time|month|week|autumn|spring|summer|winter)|this (?:year|time|week|month)|(?:two|three|four|five|\d+|several|a few) (?:years|months) (?:ago|earlier|before)|by (?:his|her|its) majesty's|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|and ['\"]?(?:was|were|is|are|has|had|will|it|they|we|you|i|not|none|no|nor|that|he|she|there|the (?:force|service|inspectorate|report|constabulary|brigade)|a cause|issued|found|described|praised|told|said|says|inspectors|rated|graded|judged|gave|marked|deemed)) "
    r"| \u2013 | \("
)
STOP_LIST = re.compile(r"[.;?!]| \u2013 | but | while |, (?:and )?(?:was|were|is|it|the force) ")
_NEXT = re.compile(
    r"(?:,? (?:and|but|while|with|although) |, |; ?|\(| \u2013 )(?:(?:it|they|was|were|is|are|an?|the|its|had|has|have|also|only|just|as|be|to|been|judged|rated|graded|found|given|being|marked|still|then|that|both|previously|in need|of|now|told|where|question|on|which|scored|one|two|three|four|five|another|a further)[\s,]*)*['\"]?$"
)
_ALL = re.compile(
    rf"(?:all|both|each|all of|both of|each of)(?: (?:the|of|of the|these|those|of them|of these|of those))?(?: (?P<n>{NUMBER}))?(?: (?:areas?|pillars?|questions?|tests?|categories|counts|fronts|headings))?\s*(?:[.,;)]|$| and | but |of them)"
)
_NONE = re.compile(
    r"(?:(?:offer|the (?:present|moment|time being|future|purpose|job|task))\b|(?:its|the|their|our|this|that|an?|last) (?:[\w/-]+ ){0,4}(?:assessment|inspection|report|review|peel)\b|(?:anything|something|every|any)\b|(?:spite|contrast|comparison|addition|line with|common|particular|part|response|total|short|fact|truth|effect|turn|light) |(?:[a-z]+day|today|yesterday|this (?:week|month|year)|last (?:week|month|year))'s (?:\w+ ){0,3}(?:report|inspection|assessment|review)|none|no|neither|nothing|every respect|many ways|some ways|parts|places|the circumstances|the eyes|a (?:good )?(?:while|year|week)|it|this|that|them|everything|all|others?|the end|the job|the rest)\b"
)
_NUMBERED = re.compile(rf"(?:{NUMBER}|(?:19|20)\d\d)\b")
_COMMA = re.compile(r"['\"]?, ")
_EVERYTHING = re.compile(r"(?:everything|every one of (?:them|its areas)|all of (?:them|it))\s*[:\u2013]\s*")
_LEAVES = re.compile(
    r"(?:and |but )?(?:(?:that|this|which) leaves|then there(?: is|'s)|the (?:exception|odd one out|weak(?:est)? (?:spot|point|link)|sticking point|problem) (?:is|was|came in)|as for|what of|and|now(?: for| to)?|finally,?) (?P<area>[^,;:.?]{4,70})[.?:]"
)
_HERE = re.compile(r"(?:and )?(?:here|there|in this|on this|on that|in that area)\b")
_ODD = re.compile(
    r"(?P<area>[^,;:.?]{4,70}?) (?:is|was) the (?:odd one out|exception|weak(?:est)? (?:spot|point|link)|sticking point|outlier|one blemish|problem)(?:[:,;] | \u2013 )"
)
_SO_IS = re.compile(
    r"(?:and |but )?so (?:is|was|are|were|does|did|has|had) (?:its |the |their |neighbouring )?(?:partner |neighbour |nearby )?"
)
_SO_IS_AREA = re.compile(r"(?:and |but )?so (?:is|was|are|were) (?P<area>[^,;:.]{4,70})(?=[.,;]|$)")
_TOO = re.compile(
    r"(?:and |but )?on (?:the |its )?(?:third|second|fourth|other|last|first)[^,]{0,20}, (?P<area>[^,;.]{4,60}), (?:it|the force|the service|the constabulary) (?:does|did|is|was|has|had)(?: so)? (?:too|also)\b"
)
_ITEM = re.compile(r"; (?P<area>[^;.:]{4,90})(?=[;.]|$)")
_LINKS = re.compile(r"^(?:and )?(?:at |in |for )?(?:its |the |how (?:well )?it )?")
_ANOTHER = re.compile(r"(?:,| and| but| while| with|, and|, but) (?:the )?$")
_WAY = re.compile(r"(?:the )?(?:way|manner|extent) (?:in|to) which (?:it |they |we |the force |the service )?")
_OWN = re.compile(r"'s? (?:own )?(?:work (?:in|on|at) )?")
_OPENING = re.compile(
    r"(?:(?<![^\n])|(?<=[.?!] )|(?<=, but )|(?<=, and )|(?<=; )|(?<=, while )|\b(?=on the question of))(?:but |and |however, |meanwhile, )?(?:on|for|in|at|when it comes to|in terms of|as for|in the area of|in relation to|regarding|on the question of) (?P<area>[^,;:.]{4,80}), "
)
_COUNTED_OPENING = re.compile(
    rf"(?:but |and )?(?:on|for|in|at) (?:(?P<n>{NUMBER})|both)(?: of (?:them|these|those|(?:the|its) (?:\w+ ){{0,3}}(?:areas|tests|questions|pillars|categories)))?(?: areas?)?(?:, | \u2013 | \()(?P<area>[^;:.()]{{6,120}}?)(?:, | \u2013 |\) )(?=(?:it|they|we|the|hm\w*|inspectors)\b)"
)
_ORDINAL_OPENING = re.compile(
    r"(?:but |and )?(?:on|for|in|at) the (?:first|second|third|fourth|fifth|other|last)(?: (?:of (?:these|them|those)|question|area|pillar|test|count|heading))?(?:, | [\u2013-] )(?P<area>[^,;:.\u2013]{4,60}?)(?:, | [\u2013-] )(?=(?:it|they|we|the|hm\w*|inspectors)\b)"
)
_OWNED_AREA = re.compile(
    r"^(?:its|the|their|how (?:well |effectively )?(?:it|the force|the service)|the way (?:that |in which )?(?:it|the force|the service)) "
)
_THOSE = re.compile(
    rf"(?:the|these|those|they|all) ?(?P<n>{NUMBER})?(?: ?(?:areas?|categories|questions|pillars))? ?(?:graded \w+ |rated \w+ )?(?:were|are|being|include[ds]?|concern(?:ed)?|cover(?:ed)?)(?: in)? "
)
_HOW_MANY = re.compile(
    rf"['\"]? (?:in|for|at|on|across) (?:just |only |the other |a further |another )?(?P<n>{NUMBER})\b"
)


def skip_to(lower: str, start: int, high: int) -> int:
    """Where the next word begins."""
    while start < high and lower[start] in " '\"":
        start += 1
    return start


def stop_of(lower: str, pattern: re.Pattern[str], start: int, right: int, high: int) -> int:
    """Where a wording behind a grade ends: at a stop, or before the phrase of the next grade."""
    stop = pattern.search(lower, start + 1, high)
    end = stop.start() if stop else high
    if right < end:
        cut = _NEXT.search(lower, start, right)
        end = cut.start() if cut else right
    return end


class Complements:
    """Reads what a grade is given to.

    Args:
        areas: Parter of lists.
        at: Prepositions before an area.
    """

    def __init__(self, areas: Areas, at: re.Pattern[str]) -> None:
        self.areas = areas
        self.at = at

    def behind(
        self, lower: str, start: int, right: int, high: int, hit: Hit, bodies: Sequence[tuple[int, int]]
    ) -> Verdict | None:
        """The areas behind "good at …", or a count of them."""
        start = skip_to(lower, start, high)
        body = next((end for begin, end in bodies if begin - start in (0, 4)), None)
        if body is not None:
            owned = _OWN.match(lower, body, high) or self.at.match(lower, body, high)
            if not owned:
                return None
            start = skip_to(lower, owned.end(), high)
        for begin, _ in bodies:
            if start < begin < right and _ANOTHER.search(lower, start, begin):
                right = begin
                break
        way = _WAY.match(lower, start, high)
        start = way.end() if way else start
        named = _EVERYTHING.match(lower, start, high)
        if named:
            areas = self.areas.split(lower, named.end(), stop_of(lower, STOP_LIST, named.end(), right, high))
            areas = [area for area in areas if not lower.startswith(("clean sweep", "the clean"), area[0])]
            return Verdict(hit, areas, "grades.before-area") if areas else None
        every = _ALL.match(lower, start, high)
        count = counted(lower, start, high)
        listing = _LISTING.match(lower, count[1], high) if count else None
        if count and listing:
            close = lower.find(")", listing.end(), high) if "(" in listing[0] else -1
            end = close if 0 < close < right else stop_of(lower, STOP_LIST, listing.end(), right, high)
            areas = self.areas.split(lower, listing.end(), end, count[0])
            return Verdict(hit, areas, "grades.before-area") if areas else None
        comma = _COMMA.match(lower, count[1], high) if count and count[0] else None
        if count and comma:
            areas = self.areas.split(lower, comma.end(), stop_of(lower, STOP_LIST, comma.end(), right, high), count[0])
            if len(areas) == count[0] and sum(map(self._likely(lower), areas)) * 2 >= len(areas):
                return Verdict(hit, areas, "grades.before-area")
        if every:
            number = counted(lower, start, high)
            return Verdict(hit, [], "grades.context", back=(number[0] if number and number[0] else 2))
        if count or _NUMBERED.match(lower, start, high) or _NONE.match(lower, start, high):
            return None
        end = self._on(lower, start, stop_of(lower, STOP, start, right, high), right)
        areas = self.areas.split(lower, start, end)
        return Verdict(hit, areas, "grades.before-area") if areas else None

    def _on(self, lower: str, start: int, end: int, right: int) -> int:
        """Where a list goes on to behind a semicolon: "good at A; B; and C"."""
        while end < right and lower[end] == ";":
            rest = _ITEM.match(lower, end, right)
            if not rest or not self.areas.likely(_LINKS.sub("", rest["area"])):
                break
            end = rest.end("area")
        return end

    def listed(
        self, lower: str, at: int, right: int, high: int, hit: Hit, count: int | None = None, *, comma: bool = False
    ) -> Verdict | None:
        """The areas of a list behind a grade: "graded good: A and B"."""
        listing = _LISTING.match(lower, at, high) or (_COMMA.match(lower, at, high) if comma else None)
        if not listing:
            return None
        end = stop_of(lower, STOP_LIST, listing.end(), right, high)
        areas = self.areas.split(lower, listing.end(), end, count)
        return Verdict(hit, areas, "grades.before-area") if areas else None

    def opening(self, lower: str, low: int, end: int) -> list[Piece]:
        """The area that a clause opens with: "On tackling crime, the force requires improvement"."""
        opening = None
        for match in _OPENING.finditer(lower, low, end):
            opening = match
        counted_opening = _COUNTED_OPENING.match(lower, low, end)
        ordinal = _ORDINAL_OPENING.match(lower, low, end)
        if ordinal:
            return self.areas.split(lower, *ordinal.span("area"))
        if counted_opening:
            number = read_number(counted_opening["n"]) if counted_opening["n"] else 2
            return self.areas.split(lower, *counted_opening.span("area"), number)
        if opening is None or not self.areas.likely(_OWNED_AREA.sub("", opening["area"])):
            return []
        return self.areas.split(lower, *opening.span("area"))

    def follow(
        self, reading: Reading, low: int, high: int, hit: Hit, bodies: Sequence[tuple[int, int]], *, previous: bool
    ) -> Verdict | None:
        """What a sentence without a grade adds to the one before: "The three were A, B and C.", "So is Kent."

        Args:
            reading: The text.
            low: Where the sentence begins.
            high: Where it ends.
            hit: The last grade before it.
            bodies: Forces named in it.
            previous: Whether that grade is of an earlier inspection.
        """
        same = (low, low + 2, hit[2])
        so = _SO_IS.match(reading.lower, low, high)
        if so and any(start - so.end() in (0, 4) for start, _ in bodies):
            end = next(end for start, end in bodies if start - so.end() in (0, 4))
            at = self.at.match(reading.lower, end, high)
            areas = (
                self.areas.split(reading.lower, at.end(), stop_of(reading.lower, STOP, at.end(), high, high))
                if at
                else []
            )
            return Verdict(same, areas, "grades.inverted", previous=previous)
        also = _SO_IS_AREA.match(reading.lower, low, high)
        if also and self.likely(reading.lower, also.span("area")):
            return Verdict(
                same, self.areas.split(reading.lower, *also.span("area")), "grades.relative", previous=previous
            )
        too = _TOO.match(reading.lower, low, high)
        if too:
            return Verdict(
                same, self.areas.split(reading.lower, *too.span("area")), "grades.relative", previous=previous
            )
        named = _THOSE.match(reading.lower, low, high)
        said = _HOW_MANY.match(reading.lower, hit[1]) if named else None
        count = read_number(said["n"]) if said else None
        if not named or not count or (named["n"] and read_number(named["n"]) != count):
            return None
        areas = self.areas.split(
            reading.lower, named.end(), stop_of(reading.lower, STOP_LIST, named.end(), high, high), count
        )
        return Verdict(hit, areas, "grades.counted") if len(areas) == count else None

    def left(self, lower: str, above: tuple[int, int], low: int, end: int) -> list[Piece]:
        """The area that the sentence before, or the opening of this one, singles out: "That leaves X. Here …"."""
        match = _LEAVES.match(lower, *above) if _HERE.match(lower, low) else _ODD.match(lower, low, end)
        if match is None or not self.likely(lower, match.span("area")):
            return []
        return self.areas.split(lower, *match.span("area"))

    def likely(self, lower: str, piece: Piece) -> bool:
        """Whether a stretch names an area of an inspection."""
        return self.areas.likely(_OWNED_AREA.sub("", lower[slice(*piece)]))

    def _likely(self, lower: str) -> Callable[[Piece], bool]:
        """Whether a piece names an area."""
        return lambda piece: self.areas.likely(lower[slice(*piece)])
