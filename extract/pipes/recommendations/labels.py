"""What an article calls an ask: the label of a heading, of a table's first cell, or of the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.document.dates import NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.patterns import COUNT, EDGE
from extract.pipes.recommendations.clauses import Ask
from extract.pipes.recommendations.lines import Line
from extract.pipes.triggers import Hit, hits_within

_SAYS = expression(r"[^ACMnjV;.]{0,12}[bsa:T\u2013][T,:\"tyw\u2013]*|,?pL")
"""Between a label and the clause that it is for: "areas for improvement: \u2026", "one area for improvement is that \u2026"."""

_ONE_IS = expression(
    r"[^;.]{0,40}[;,:\u2013] ?(?:and |including |among them |notably |not least )?(?:of which )?(?:one|the first|the second|another|the other|the last)\b(?:[^;.]{0,20} (?:is|says|was|said)(?: that)?| (?:under|by) which)\W*"
)
"""Between a count and the clause that is one of what it counts: "three areas for improvement; one is that \u2026"."""

_ONE_OF = expression("[C]?,?(?:0|y)?[Pp]|k[2PD]")
_CALLED = expression(r"[\",]*[,(\u2013:;](?:[LTI][bv]b?)?[yk]*(?:0P)?[D0]*w*")
"""Between a clause and the label behind it: ", which is one of its areas for improvement"."""

_ORDINAL = expression(
    r"\W*(?:and |but )?(?:in )?(?:(?:the|a|its) )?(?:first|second|third|fourth|fifth|sixth|others?|last|next|final|one|another|latter|former|both|two|three)\b(?! months?| weeks?| days?| years?)|\W*[\w -]{2,40}'s? (?:says|asks|is)\b|\W*on the (?:first|second|third|fourth|other|last|latter|former),"
)
_CARRIED_ON = expression(
    r"\W*(?:it|these|this|they|most|some|several|many|among them|of these|in it|they are|the (?:report|force|service))\b"
)
_NTH = expression(
    r"\W*(?:\d[\d.]* )?(?:and )?(?:(?:first|second|third|fourth|fifth|sixth|seventh|last|lastly|finally),|(?:the|a) (?:first|second|third|fourth|fifth|sixth|last|final|other)(?: of (?:them|these|those))? (?:is|was|concerns|concerned|says|said|asks)\b)"
)
"""A paragraph that tells one of several: "Second, children in custody.", "4.3 The second is that"."""

_MANY = 8
"""Paragraphs back to what announces them."""

_BACK_TO = expression(r"\b(?:this|that|these|those|it|which)\b[^.;]{0,60}$")
_DENIED = expression(r"\b(?:not|no|never|nor|rather than|short of)\b|n't\b")
_ALSO = expression(
    r"\W*(?:(?:it|they|he|she|inspectors|hmi\w*|the \w+) )?(?:also\b|(?:further|likewise)\b)|\W*(?:and )?(?:a|the) (?:second|third|fourth|other|last|next)\b|\W*another\b"
)
_AMONG = expression(
    r"\W*(?:among (?:them|these|those|the (?:rest|others|other))|these|one is|one of (?:them|these)|the first)\b"
)
_COUNTED = expression(
    rf"{EDGE}(?:(?P<many>(?!one ){COUNT})|one|only|single|sole|another|an?|further) (?:(?:other|new|accelerated|more|further|second|third|fourth|of (?:the|its|our)) )*$"
)
_OF_ALL = expression(rf"(?:(?:out )?of|among|from) (?:the|its|these|those) (?:{COUNT} )?$")
_NAMES = expression(rf"[^.;:]{{2,40}} (?:{COUNT})[.:]?$")
"""Around a label: "Of the areas for improvement I will mention three"."""

_TOLD = expression(
    r"[^.;]{0,40}?(?:\bis|\bwas|:|\bsays|\bsaid|\u2013)(?: that)? .{4,80}?\b(?:must|should|needs? to|has to|have to)\b"
)
"""Behind one label: the ask that it is, so that what follows is another."""

_LAID_DOWN = expression(
    rf"\b(?:{COUNT}|the) (?:things|steps|recommendations?|demands?|conditions?|actions|jobs|tasks|requirements|changes)\b"
)
"""Words of what is asked under a cause of concern, and is none itself."""

_ANSWERED = expression(
    r"\b(?:i|we)(?: will| shall|'ll| now| also)* (?:comment|respond|reply|answer|take|turn|deal|set out|go through|address)\b[^.]*\b(?:each|all|both|every|those|these|them|in turn|below|here)\b"
    r"|\b(?:my|our) (?:comments?|responses?|repl(?:y|ies)|answers?) (?:on|to) (?:each|all|the|these|those|them)\b"
)
"""A writer's word that he answers what was asked, one by one: "I comment here on the five about which …"."""

_ELSEWHERE = expression(
    r"\W*(?:next|what happens|what (?:i|we) |conclusions?|(?:my|our|the (?:force|chief|commissioner)\S*) (?:\w+ )?(?:view|comment|position|response|reply|plan)|funding|finally|looking|thanks|summary|closing)"
)
"""Headings of sections of a writer's own."""

_CORES = ("improv", "recommend", "concern", "afi", "needs to be")
"""Parts of words of which every label of a heading holds one."""

_WHOSE = (
    "strategic ",
    "operational ",
    "national ",
    "hmicfrs ",
    "hmicfrs's ",
    "hmic ",
    "hmics ",
    "hmfsi ",
    "hmi ",
    "inspectors' ",
    "inspectorate's ",
)
"""Before a label: whose it is."""

_FIGURED = expression(r"R(?:ec\.? ?)?\d{1,2}\s*[:.)\u2013-]\s+")
"""A label that is a letter and a figure: "R1: ..."."""

_ADDRESSED = expression(
    r" (?:(?:are|were|is|was|have been|has been) )?(?:addressed|directed|aimed|given|made|set|issued|listed|identified|raised|recorded)\b[^,;:]*$"
)
"""Behind a count of asks that the next sentences tell: "Two areas for improvement are addressed to individual forces"."""

_SET_OUT = expression(
    r"\W*(?:they|these|each|both|all|all of (?:them|these)|which|and)(?: all| each)? (?:are|is|have been|has been) (?:\w+ )?(?:given|set out|reproduced|listed|shown|printed|repeated|quoted|summari[sz]ed|below|here)\b"
)
"""That what was counted stands below: "They are reproduced here with our reply"."""

_BRIEF = 40
"""Characters of a sentence that says no more than which of several asks it is."""

_WIDE = 40
"""Characters before a label in which its count stands."""

_EARLY = 8
"""Characters of a sentence within which a label opens it."""

BACK = 5
"""Sentences back to the count whose first, second or last a sentence tells."""


class Labels:
    """Reads labels.

    Args:
        labels: What asks are called, and the kind that each means.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.kinds = dict(labels)
        names = alternation(labels)
        self.names = tuple(labels)
        self.initials = frozenset(
            (*(label[:2] for label in (*labels, *_WHOSE)), *(f"r{figure}" for figure in range(1, 10)))
        )
        self.heading = expression(
            rf"(?:\W*(?:new|key|main|strategic|operational|national|local|formal|full|report|additional|remaining|outstanding|our|the|its|accelerated|further|other|among|some of|list of|summary of|{NUMBER})\W+)*(?P<label>{names})(?:\W+(?:are|include|included|identified|in (?:full|brief|summary)|for the (?:force|service|brigade|constabulary)|(?:identified )?by (?:the )?(?:inspectors|inspectorate|report|hmi\w*)))?(?:\W+(?:\d{{1,2}}|{NUMBER}|[a-z])(?:\W+(?:to|and|-|\u2013)\W+\d{{1,2}})?)?\W*$",
            holder=self,
        )
        self.inline = expression(
            rf"(?P<label>{names})(?: (?:number )?(?:\d{{1,2}}|{NUMBER}|[a-z]))?\s*(?:[.:\u2013)]|-(?= ))\s*",
            holder=self,
        )
        self.numbered = expression(rf"(?P<label>{names}) \d{{1,2}} ", holder=self)
        self.phrase = expression(rf"\b(?P<label>{names})\b", holder=self)

    def of_heading(self, lower: str) -> str | None:
        """The kind that a heading gives to what stands under it, or None."""
        if not any(map(lower.__contains__, _CORES)):
            return None
        match = self.heading.match(lower.strip())
        return self.kinds[match["label"]] if match else None

    def of_start(self, reading: Reading, start: int, end: int) -> tuple[str, int] | None:
        """The kind of a paragraph that begins with its label, and where the ask begins."""
        lower = reading.lower
        initial = lower[start : start + 2]
        if initial not in self.initials and initial != "r0":
            return None
        if reading.text.startswith("R", start) and (figured := _FIGURED.match(reading.text, start, end)):
            return "recommendation", figured.end()
        if lower.startswith(_WHOSE, start):
            start = lower.index(" ", start) + 1
        if not lower.startswith(self.names, start):
            return None
        match = self.inline.match(lower, start, end)
        if match is None:
            match = self.numbered.match(lower, start, end)  # "AFI 2 The force should"
            match = match if match and reading.text[match.end() : match.end() + 1].isupper() else None
        return (self.kinds[match["label"]], match.end()) if match else None

    def of_clause(self, line: Line, ask: Ask, hits: Sequence[Hit], number: int) -> str | None:
        """The kind that a sentence, or one before it, gives to a clause in it.

        "HMICFRS made this one of ten areas for improvement, saying that …"; "There are 11 areas for improvement. One
        says that …".

        Args:
            line: The sentence.
            ask: The clause.
            hits: Labels of the text.
            number: Number of the sentence.
        """
        if not hits:
            return None
        inside = [hit for hit in hits_within(hits, line.low, line.high) if hit[2] in self.kinds]
        for hit in inside:
            at = line.letters.at(hit[1]) - line.base
            if at <= ask.start and _SAYS.fullmatch(line.text, at, ask.start) and "recommendation" not in hit[2]:
                under = hit[2].startswith("cause") and line.reading.lower.find("recommendation", line.low, hit[0]) >= 0
                return None if under else self._asked(hit[2])  # "The recommendation under the cause of concern says"
            if at <= ask.start and _ONE_IS.fullmatch(line.reading.lower, hit[1], line.start(ask.start)):
                return self._asked(hit[2])
            first = line.letters.at(hit[0]) - line.base
            if first and at + 1 == ask.start and _ONE_OF.match(line.text) and line.text[at] == ",":
                return self._asked(hit[2])  # "Among the areas for improvement, it needs to"
            if first >= ask.end and _CALLED.fullmatch(line.text, ask.end, first):
                return self._asked(hit[2])
        return self._before(line, hits, number) or self._behind(line, hits, number)

    def _before(self, line: Line, hits: Sequence[Hit], number: int) -> str | None:
        """The kind that a count before a sentence gives to its clauses."""
        reading, ordinal = line.reading, _ORDINAL.match(line.reading.lower, line.low)
        if not ordinal and number and reading.lower.startswith("it ", line.low):
            last = reading.sentences[number - 1]  # "The third is new. It wants the force to \u2026"
            ordinal = _ORDINAL.match(reading.lower, last.start) if last.end - last.start < _BRIEF else None
        for above in range(number - 1, max(-1, number - 1 - (BACK if ordinal else 1)), -1):
            sentence = reading.sentences[above]
            if reading.sentences[number].span - sentence.span > 1:
                return None
            inside = [hit for hit in hits_within(hits, sentence.start, sentence.end) if hit[2] in self.kinds]
            if not inside or (line.span.kind == "item" and inside[0][2].startswith("cause")):
                continue  # what stands in a list under a cause of concern is a recommendation
            if reading.text[sentence.end - 1] == ":" and inside[0][0] - sentence.start < _EARLY:
                return self._asked(inside[0][2])  # "Area for improvement 3 of the report reads:"
            counted = [hit for hit in inside if _counts(reading.lower, hit, sentence.end)]
            kinds = {self._asked(hit[2]) for hit in (inside if ordinal else counted)}
            if not ordinal and counted and _told(reading.lower, counted[-1], sentence.end):
                return None
            announced = ordinal or _CARRIED_ON.match(reading.lower, line.low) or sentence.end - inside[-1][1] < 24
            addressed = _ADDRESSED.match(reading.lower, inside[-1][1], sentence.end)
            return kinds.pop() if len(kinds) == 1 and (announced or addressed) else None
        return None

    def enumerated(self, reading: Reading, hits: Sequence[Hit], number: int) -> str | None:
        """The kind of what paragraphs tell in turn, "First, \u2026", "The second is \u2026", from what stands above the first of them."""
        block = reading.sentences[number].span
        if not _NTH.match(reading.lower, reading.spans[block].start):
            return None
        for above in range(block, max(-1, block - _MANY), -1):
            span = reading.spans[above]
            match = _NTH.match(reading.lower, span.start, span.end)
            if not match:
                if span.kind == "subheading" and self.of_heading(reading.lower[span.start : span.end]) is None:
                    return None
                kinds = {self._asked(hit[2]) for hit in hits_within(hits, span.start, span.end) if hit[2] in self.kinds}
                if len(kinds) == 1:
                    return "area_for_improvement" if "area_for_improvement" in kinds else None
                if kinds or above < block - _MANY // 2:
                    return None
        return None

    def _behind(self, line: Line, hits: Sequence[Hit], number: int) -> str | None:
        """The kind that the next sentence gives to a clause: "Inspectors identified this as an area for improvement"."""
        reading = line.reading
        if number + 1 >= len(reading.sentences) or reading.sentences[number + 1].span != reading.sentences[number].span:
            return None
        sentence = reading.sentences[number + 1]
        for hit in hits_within(hits, sentence.start, sentence.end):
            back = _BACK_TO.search(reading.lower, sentence.start, hit[0])
            if back and not _DENIED.search(reading.lower, sentence.start, hit[0]):
                return self._asked(hit[2])
        return None

    def announces(self, line: Line, hits: Sequence[Hit], number: int) -> bool:
        """Whether the sentence before one counts several asks, of which more than one sentence can tell."""
        if not number or not hits:
            return False
        sentence = line.reading.sentences[number - 1]
        lower = line.reading.lower
        return any(
            ((match := _count_before(lower, hit[0])) and match["many"]) or _names(lower, hit, sentence.end)
            for hit in hits_within(hits, sentence.start, sentence.end)
        )

    def counted(self, line: Line, hits: Sequence[Hit]) -> str | None:
        """The kind of a list below a sentence that counts what stands in it: "There are four areas for improvement."."""
        lower, low, high = line.reading.lower, line.low, line.high
        if _SET_OUT.match(lower, low, high) and low > line.span.start:
            low, high = line.reading.sentences[line.reading.sentence_at(low) - 1][:2]
        for hit in hits_within(hits, low, high):
            match = _count_before(lower, hit[0])
            if match and match["many"] and (high - hit[1] < _WIDE or _SET_OUT.match(lower, hit[1], high)):
                return self.kinds[hit[2]]
        return None

    def answered(self, reading: Reading, hits: Sequence[Hit]) -> tuple[int, str] | None:
        """Where a writer says that he answers the asks of a report one by one, and their kind."""
        seen = -1
        for hit in hits:
            number = reading.sentence_at(hit[0])
            if number == seen:
                continue
            seen = number
            last = reading.sentences[min(number + 1, len(reading.sentences) - 1)]
            match = _ANSWERED.search(reading.lower, reading.sentences[number].start, last.end)
            if match and _counts(reading.lower, hit, reading.sentences[number].end):
                return match.end(), self.kinds[hit[2]]
        return None

    @staticmethod
    def opens(reading: Reading, number: int, since: int) -> bool:
        """Whether a sentence opens a paragraph of a section behind a place that is not of the writer's own."""
        sentence = reading.sentences[number]
        block = sentence.span
        if sentence.start != reading.spans[block].start or reading.spans[block].kind != "paragraph":
            return False
        while block and reading.spans[block].start > since:
            block -= 1
            if reading.spans[block].kind == "subheading":
                head = reading.spans[block]
                return head.start > since and not _ELSEWHERE.match(reading.lower, head.start, head.end)
        return False

    def carried(self, line: Line) -> bool:
        """Whether a sentence goes on with what the one before it began: "It also \u2026", "A second is \u2026"."""
        return bool(_ALSO.match(line.reading.lower, line.low) or _AMONG.match(line.reading.lower, line.low))

    def _asked(self, label: str) -> str | None:
        kind = self.kinds[label]
        return kind if kind in ("area_for_improvement", "cause_of_concern") else None


def _count_before(lower: str, end: int) -> re.Match[str] | None:
    """The count that stands before a label."""
    low = end - _WIDE
    return _COUNTED.search(lower, low - 1, end) if low > 0 else _COUNTED.search(f" {lower[:end]}")


def _names(lower: str, hit: Hit, end: int) -> bool:
    """Whether a sentence says how many of those with a label it tells: "Of the areas for improvement I pick out three"."""
    return bool(_NAMES.match(lower, hit[1], end) and _OF_ALL.search(lower, max(0, hit[0] - _WIDE), hit[0]))


def _counts(lower: str, hit: Hit, end: int) -> bool:
    """Whether a sentence counts what has a label."""
    return _count_before(lower, hit[0]) is not None or _names(lower, hit, end)


def _told(lower: str, hit: Hit, end: int) -> bool:
    """Whether a sentence that has one label tells its ask, or lays down others under it."""
    match = _count_before(lower, hit[0])
    one = match is not None and not match["many"]
    return one and bool(
        _TOLD.match(lower, hit[1], end) or (hit[2].startswith("cause") and _LAID_DOWN.search(lower, hit[1], end))
    )
