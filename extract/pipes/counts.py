"""Counts that an article states: areas graded, areas with one grade, recommendations, causes of concern.

Enters the reading and the wordings of grades; leaves one annotation a count. Counts of an earlier inspection, of
progress made, of forces and of case files are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from extract.document.dates import COUNT as NUMBER
from extract.document.dates import read_number
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation, Pipe, notes_of, reading_of
from extract.pipes.grades.scope import Scope
from extract.pipes.triggers import Hit, hits_of, hits_within

_READ = frozenset(("paragraph", "standfirst", "item", "subheading", "headline", "quote"))
_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_ORDINALS = {word: number for number, word in enumerate(_COUNTED, 1)}
_BEHIND = re.compile(
    rf"(?: (?:marks?|grades?|ratings?|scores?))?['\"]?,? (?:in|at|for|on|across)(?: just| only)?(?: all| the other| the| a further| another| each of the| a)? (?P<n>{NUMBER})(?P<more> (?:other |more |further |(?:out )?of (?:the |its |their |those )?(?:other |remaining )?(?P<total>{NUMBER}) )*(?:areas?|questions?|pillars?|tests?|aspects?|categories|others?|headings|counts|fronts)?)?(?: of (?:them|these|those))?(?= ?[,.;:()\u2013-]| (?:and|but|to|areas?|after|following|by|which|that|while|when|in (?:its|the|their|a|this|our)|,)|$)(?! (?:areas? for|months?|weeks?|days?|years?|forces|of the forces))"
)
_ISSUED = re.compile(
    r"\b(?:issued|identified|raised|given|handed|has|have|had|with|found|set out|recorded|also|including|is|was|gave|made|and|reported|there (?:is|was)|another|received|highlights?|highlighted|noted)\b(?: \w+){0,2} $"
)
_ONLY = re.compile(r"\b(?:(?:the (?:report|letter|inspectorate|inspectors)'s?|its|their|the) )?(?:only|sole|single) $")
_PROGRESS = re.compile(
    r"(?<!beyond )(?<!besides )(?<!apart from )\b(?:of|on|from|against) (?:the|its|their|our|those|all|these) (?:\w+ )?$|(?<!beyond )(?<!besides )(?<!apart from )(?<!in addition to )\b(?:the|those|these|its|our|all|both|their) (?:other |remaining |last )?$"
)

_MOVED = re.compile(
    r"\b(?:moved|gone|going|goes|improv\w+|progress\w*|better|worse|slipped|fallen|fell|dropped|declin\w+|risen|rose|climbed|changed|up|down)(?: \w+)? in (?:only |just |all )?$"
)
"""Before the number of areas in which something changed."""

_COMPARED = re.compile(
    r"(?:,| \u2013|;)? (?:is |are |was |which is )?(?:down from|up from|compared (?:with|to)|lower than|higher than|fewer than|more than|rather than|against|instead of)\b(?=[^.;]*\b(?:last|previous\w*|when|in (?:19|20)\d\d|\d+|before|earlier|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
"""From here on a sentence speaks of an earlier inspection."""

_WISHED = re.compile(r"\b(?:could|would|might)(?: \w+){0,3} $")
_THIS_TIME = re.compile(
    rf"\b(?:(?:this time|now|today|this year)\b,? (?:\w+ ){{0,3}}?(?:there (?:are|is|were|was)|made|issued|identified|has|have|found|listed|raised|it is|are) |(?P<all>there (?:are|were) ))(?P<n>{NUMBER})"
    r"(?(all) (?:of them|in all|in total|altogether)|(?= ?[.,;:)]| (?:for|on|in all|and|to|of them)\b|$))"
)
_LINKED = re.compile(
    rf"(?:^|[ (,;])(?P<n>{NUMBER})(?: others?| more| of (?:them|these|those)| further)?(?: (?:were|was|are|is|to be|be|been|as|had|came|out|rated|graded|judged|found|deemed|only|just|each|all|both|being))* ?['\"]?$"
)
_OF_THEM = re.compile(rf"\b(?:for|in|on|at|across) (?P<n>{NUMBER})(?: of (?:them|these|those)\b|(?=,))")
_TALLY = re.compile(rf"(?:^|[ (,;])(?P<n>{NUMBER}) ['\"]?$")
_TALLY_END = re.compile(
    r"(?:'?s)?['\"]?(?P<noun> (?:grades?|ratings?|marks?|verdicts?|judge?ments?|scores?))?(?=[,.;:)]| (?:and|but|with|from|in|for)\b| \u2013|$)"
)
_GRADES = re.compile(
    rf"(?:^|\b(?<!of )(?:the|all|gave (?:it|us|them)|received|given) )(?P<n>{NUMBER}) (?:grades|judge?ments|ratings)\b(?=[.:,]|$| (?:awarded|given|are|were|in all|in total|handed|it (?:received|got))\b)"
)

_OF_GRADE = re.compile(rf"(?:^|[ (,;])(?P<n>{NUMBER}) (?:(?:grades?|marks?|ratings?|scores?) )?of ['\"]?$")
_GRADES_OF = re.compile(rf"\b{NUMBER} (?:grades?|marks?|ratings?|scores?) of\b")
"""A tally with a preposition: "two grades of outstanding and three of good"."""

_SET_OUT = re.compile(rf"\b(?:grades|ratings|judge?ments|marks|areas|questions|pillars): (?:{NUMBER}) ['\"]?$")
"""Before the first grade of a tally that a colon opens: "seven grades: one outstanding, four good \u2026"."""

_OF_WHICH = re.compile(
    rf"[^,.;:]{{0,24}}, (?P<n>{NUMBER}) of which (?:are|were|have been|had been) (?:graded|given a grade|rated)\b"
)
"""Behind a count of areas: how many of them were graded."""

_NOT_ASKED = re.compile(
    r"[^.;]{0,40}? (?:was|were|are|is|had|have)(?:n't| not)(?: been)? (?:asked|graded|inspected|assessed|looked at|examined)\b"
)
_DONE = re.compile(
    rf"(?:(?! and )[^,.;]{{0,15}}\b|, (?:{NUMBER}|all|most|some|many|half) of which )(?:have|has|had|are|is|were|was) (?:now |all |been |already |still |since )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding)"
)
_NONE = re.compile(r"\b(?:none|no (?:area|one)|not one|neither|nothing)\b")
_CARRIED_ON = re.compile(rf"\W*{NUMBER} (?:of (?:them|these|those) )?(?:was|were|are|is|came out|had been|got)\b")
"""A sentence that goes on to say how the areas just counted were graded: "Five were good, four adequate"."""

_NO_LONGER = re.compile(
    r"\b(?:no longer|not|never|without|nor|(?:noted|marked|listed|described|flagged|set out)(?: \w+)? as)\b(?: \w+){0,3} $"
)
_WHEN = re.compile(r"\b(?:since|in|of) (?:19|20)\d\d,? when\b[^.;]*$")
_AT_THAT_TIME = re.compile(r"\b(?:at that time|back then|on that occasion)\b")
_ALLEGED = re.compile(r"\b(?:court|jury|magistrates?|tribunal|inquest)(?: \w+){0,2} (?:heard|told)\b")
"""What a court hears is no count of an inspectorate's."""

_ISSUING = re.compile(r"\b(?:we|it|they|inspectors|the inspectorate) (?:issued|made|gave|had|identified|raised)\b")
_FIELDWORK = re.compile(r"\bbetween [^,.;]{3,24} and (?:\w+ )?(?P<year>20\d\d)\b")
"""The months that an inspection took, which began in the year before."""

_DISCHARGED = re.compile(r"\b(?:closed|lifted|discharged|signed off)\b")

_ONES = frozenset(("ones", "grades", "judgments", "judgements", "questions", "areas"))
"""Nouns that can stand for areas."""

_WHOLE_NUMBER = re.compile(r"\b(?:of|across|all|in all|over) (?:the |all |all of the |its )?$")
"""Before the number of all areas, which no grade is for."""

_MOST = 15
"""Areas that an inspection grades at most; more are files or forces."""

_REACH = 100
"""How far before its noun a number begins, in characters."""


class Counts(Pipe):
    """The pipe of the field `stated_counts`.

    Args:
        cues: Table of `cues/counts.toml`.
        scope: Reader of qualifiers.
    """

    key = "stated_counts"

    def __init__(self, cues: Mapping[str, Any], scope: Scope) -> None:
        self.of: dict[str, str] = dict(cues["of"])
        self.scope = scope
        nouns = alternation(self.of)
        self.counted = re.compile(
            rf"(?<![\w.,\u00a3-])(?P<n>{NUMBER}|(?:only )?one|(?<!two )(?:a )?dozen)(?: (?:of (?:the|its|their|those) )?(?:(?P<total>{NUMBER}) )?(?:other|more|further|main|key|core|new|different|accelerated|broad|separate|detailed|strategic|additional|formal|healthy|prison|specific|more detailed|important|distinct|policing|diagnostic|graded|inspected|assessed|individual|of)){{0,3}} ['\"]?(?P<noun>{nouns})\b"
        )
        self.partial = re.compile(
            rf"\b(?P<n>{NUMBER}) (?:out )?of (?:the |its |all )?(?P<total>{NUMBER}) (?P<noun>{nouns})\b"
        )
        self.ordinal = re.compile(
            rf"\b(?P<n>{'|'.join(_ORDINALS)}) (?:area|question|pillar|test) (?:that was |it was )?(?:examined|graded|inspected|assessed|looked at)\b"
        )
        self.single = re.compile(
            r"\b(?P<a>an?|another|only|sole|single) (?:new |accelerated |further |serious |second |formal )?(?P<noun>cause of concern|area for improvement|(?<=only )recommendation|(?<=sole )recommendation|(?<=single )recommendation)\b(?P<passive> (?:has been|was|is|had been) (?:also |now )?(?:raised|issued|identified|given|made|set out|recorded))?"
        )
        self.ones = re.compile(
            rf"\b(?P<n>{NUMBER}) (?:more detailed|detailed|underlying|individual) (?:ones|grades|judge?ments|questions|areas)\b"
        )
        self.number_of = re.compile(
            rf"\bnumber of (?:new |its |the )?(?P<noun>{nouns})(?: \((?P<n>{NUMBER})\)|, (?P<m>{NUMBER}),| (?:is|was|stands at) (?P<k>{NUMBER})\b)"
        )
        self.nouns = re.compile(rf"\b(?:{nouns})\b")
        self.graded = re.compile(rf"\b(?:{alternation(cues['words']['graded'])})\b")
        self.other = re.compile(rf"\b(?:{alternation(cues['words']['other'])})\b")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Counts, in the order of the text."""
        reading = reading_of(doc)
        grades, nouns = hits_of(doc, "grade"), hits_of(doc, "count")
        published = notes_of(doc).get("published")
        last: tuple[str, int, bool] | None = None
        for number, sentence in enumerate(reading.sentences):
            if reading.spans[sentence.span].kind not in _READ:
                continue
            low, high = sentence.start, sentence.end
            inside, named = hits_within(grades, low, high), hits_within(nouns, low, high)
            if not inside and not named and not last:
                continue
            compared = _COMPARED.search(reading.lower, named[0][1], high) if named else None
            if (
                compared
                and hits_within(nouns, low, compared.start())
                and not hits_within(inside, compared.start(), high)
            ):
                high = compared.start()  # "12 areas for improvement, down from 21"
                inside, named = hits_within(grades, low, high), hits_within(nouns, low, high)
            if _ALLEGED.search(reading.lower, low, high):
                continue
            counts = list(self._sentence(reading, low, high, inside, named, published))
            above = (
                reading.sentences[number - 1]
                if number and reading.sentences[number - 1].span == sentence.span
                else None
            )
            again = self._again(reading, low, high, last) if last and not named else None
            if again:
                yield again
            last = self._noun(reading, named, low, high) if named else None
            if above and len({hit[2] for hit in inside}) == 1:
                counts += self._of_them(reading, low, high, inside, (above.start, above.end))
            if above and inside and not counts and _CARRIED_ON.match(reading.lower, low, high):
                areas = self.counted.finditer(reading.lower, above.start, above.end)
                if any(self.of[match["noun"]] == "areas" for match in areas):
                    counts += self._elliptic(reading, low, high, inside, [(low, low)])
            if counts and not self._is_previous(
                reading, low, high, (above.start, above.end) if above else None, published
            ):
                yield from counts

    def _noun(self, reading: Reading, named: Sequence[Hit], low: int, high: int) -> tuple[str, int, bool] | None:
        """What a sentence speaks of, areas aside: its name, its span, and whether the sentence counts it."""
        nouns = [self.of[hit[2]] for hit in named if self.of.get(hit[2], "areas") != "areas"]
        if not nouns:
            return None
        return nouns[-1], reading.span_at(low), self.counted.search(reading.lower, low, high) is not None

    def _again(self, reading: Reading, low: int, high: int, last: tuple[str, int, bool]) -> Annotation | None:
        """A count whose noun stands in the sentence before: "This time there are 17."."""
        match = _THIS_TIME.search(reading.lower, low, high) if reading.span_at(low) == last[1] else None
        count = read_number(match["n"]) if match and (last[2] or match["all"]) else None
        if match is None or not count:
            return None
        return self._note(match.start("n"), match.end(), count, last[0], None, "counts.again")

    def _of_them(
        self, reading: Reading, low: int, high: int, grades: Sequence[Hit], above: tuple[int, int]
    ) -> Iterator[Annotation]:
        """Of areas that the sentence before counts, so many with one grade: "For two of them it comes out as good"."""
        match = _OF_THEM.search(reading.lower, low, high)
        if not match or not self.nouns.search(reading.lower, *above):
            return
        count = read_number(match["n"])
        counted = [m for m in self.counted.finditer(reading.lower, *above) if self.of[m["noun"]] == "areas"]
        if count and counted and match.end() <= grades[0][0]:
            yield self._note(match.start("n"), match.end(), count, "areas", grades[0][2], "counts.graded")

    def _elliptic(
        self, reading: Reading, low: int, high: int, grades: Sequence[Hit], found: Sequence[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """Counts whose noun is left out: "three areas were good and two inadequate", "six goods and one adequate"."""
        listed = bool(_GRADES_OF.search(reading.lower, low, high))
        tallied = bool(grades and _SET_OUT.search(reading.lower, low, grades[0][0])) or any(
            reading.lower[hit[0] : hit[1]].endswith("s") and _TALLY.search(reading.lower[low : hit[0]])
            for hit in grades
        )
        for hit in grades:
            before = reading.lower[low : hit[0]]
            tally, end = _TALLY.search(before), _TALLY_END.match(reading.lower, hit[1], high)
            plural = end and (end["noun"] or reading.lower[hit[0] : hit[1]].endswith("s"))
            linked = _LINKED.search(before) if found and found[0][1] <= hit[0] else None
            match = tally if tally and (plural or (tallied and end)) else linked
            match = (_OF_GRADE.search(before) if listed else None) or match
            if match is None or any(start <= low + match.start("n") < stop for start, stop in found):
                continue
            tallied = tallied or match is tally
            count = read_number(match["n"])
            if count and count <= _MOST:
                yield self._note(low + match.start("n"), hit[1], count, "areas", hit[2], "counts.elliptic")

    def _sentence(
        self, reading: Reading, low: int, high: int, grades: Sequence[Hit], named: Sequence[Hit], published: str | None
    ) -> Iterator[Annotation]:
        lower = reading.lower
        keys = {hit[2] for hit in named}
        taken: list[tuple[int, int]] = []
        for hit in grades:
            match = _BEHIND.match(lower, hit[1], high)
            if match and _WISHED.search(lower, low, hit[0]):
                continue
            if match and self.scope.is_previous(
                reading, hit, self.scope.clause(reading, hit[0], hit[1], low, high), low, high, published
            ):
                taken.append((match.start("n"), match.end()))
                continue
            if match and not self.scope.is_unreal(
                reading, hit, self.scope.clause(reading, hit[0], hit[1], low, high), grades
            ):
                count = read_number(match["n"])
                if count and (count <= _MOST or match["more"]):
                    taken.append((match.start("n"), match.end()))
                    yield self._note(hit[0], match.end(), count, "areas", hit[2], "counts.graded")
                if match["total"]:
                    whole = read_number(match["total"]) or 0
                    yield self._note(match.start("total"), match.end(), whole, "areas", None, "counts.areas")
        first = max(low, named[0][0] - _REACH) if named else high
        for match in (
            *self.partial.finditer(lower, first, high),
            *self.counted.finditer(lower, first, high),
            *(self.ones.finditer(lower, low, high) if keys & _ONES else ()),
        ):
            start, end = match.span()
            if any(left < end and start < right for left, right in taken):
                continue
            noun = match.groupdict().get("noun") or "areas"
            of = self.of[noun]
            total = match.groupdict().get("total")
            count = _number(match["n"] or "")
            if count is None or _WHEN.search(lower, low, start):
                continue
            taken.append((start, end))
            if of == "areas" and _NOT_ASKED.match(lower, end, high):
                continue
            which = _OF_WHICH.match(lower, end, high) if of == "areas" else None
            if which:
                start, end, count, total = which.start("n"), which.end(), read_number(which["n"]) or count, None
                taken.append((start, end))
            if of != "areas":
                if total and count == 1:
                    yield self._note(start, end, read_number(total) or 0, of, None, "counts.stated")
                if not total and not self._aside(reading, low, start, end, high):
                    yield self._note(start, end, count, of, None, "counts.stated")
                continue
            grade, graded = self._grade_of(reading, low, start, end, high, grades)
            if graded and self.scope.is_previous(
                reading, graded, self.scope.clause(reading, graded[0], graded[1], low, high), low, high, published
            ):
                continue
            moved = not grade and _MOVED.search(lower, low, start)
            if moved or lower.startswith(" for", end) or (graded and _WISHED.search(lower, low, graded[0])):
                continue
            if total:
                yield self._note(start, end, read_number(total) or 0, "areas", None, "counts.areas")
                if grade:
                    yield self._note(start, end, count, "areas", grade, "counts.graded")
            elif grade:
                yield self._note(start, end, count, "areas", grade, "counts.graded")
            elif (
                self.graded.search(lower, low, high) or (grades and _WHOLE_NUMBER.search(lower, low, start))
            ) and not self.other.search(lower, end, min(high, end + 40)):
                yield self._note(start, end, count, "areas", None, "counts.areas")
        if grades and (len(grades) > 1 or named or any(self.nouns.search(lower, *left) for left in taken)):
            yield from self._elliptic(reading, low, high, grades, sorted(taken))
        for match in self.number_of.finditer(lower, first, high):
            count = read_number(match["n"] or match["m"] or match["k"])
            if count:
                yield self._note(*match.span(), count, self.of[match["noun"]], None, "counts.stated")
        match = _GRADES.search(lower[low:high]) if keys & _ONES else None
        count = read_number(match["n"]) if match else None
        if (
            match
            and count
            and count > 4
            and (len({hit[2] for hit in grades}) < 3 or lower.startswith(":", low + match.end()))
        ):
            yield self._note(low + match.start("n"), low + match.end(), count, "areas", None, "counts.areas")
        for match in self.ordinal.finditer(lower, first, high):
            yield self._note(match.start(), match.end(), _ORDINALS[match["n"]], "areas", None, "counts.areas")
        for match in self.single.finditer(lower, first, high):
            before = lower[max(low, match.start() - 40) : match.start()]
            alone = match["a"] in ("only", "sole", "single") or _ONLY.search(before)
            if any(left <= match.start() < right for left, right in taken) or _NO_LONGER.search(before):
                continue
            if (
                alone
                or (match["passive"] and not lower.startswith(" for each", match.end()))
                or (_ISSUED.search(before) and lower[match.end() : match.end() + 1] in ",. ;:" and "each" not in before)
            ):
                yield self._note(match.start(), match.end(), 1, self.of[match["noun"]], None, "counts.single")

    def _grade_of(
        self, reading: Reading, low: int, start: int, end: int, high: int, grades: Sequence[Hit]
    ) -> tuple[str | None, Hit | None]:
        """The grade that so many areas had: "two areas \u2013 A and B \u2013 were good", "good in three areas"."""
        lower = reading.lower
        for hit in grades:
            if hit[0] >= end:
                gap = lower[end : hit[0]]
                if (
                    len(gap) < 160
                    and not _NONE.search(gap)
                    and not _WHOLE_NUMBER.search(lower, low, start)
                    and re.search(
                        r"(?:\b(?:were|was|are|is|to be|given|graded|rated|judged|as|came out|got|received)(?: \w+){0,3}|,| \u2013| -|^|force| work)\s*(?:an? |the )?['\"]?$",
                        gap,
                    )
                    and not re.search(r"[.;]", gap)
                    and (
                        hit[2] == "requires improvement"
                        or re.search(r"\b(?:were|was|are|is|be|given|graded|rated|judged|came)\b", gap)
                    )
                ):
                    return hit[2], hit
            elif hit[1] <= start and re.fullmatch(
                r"['\"]? (?:in|at|for|on)(?: just| only| all| the other)? ?", lower[hit[1] : start]
            ):
                return hit[2], hit
        return None, None

    def _aside(self, reading: Reading, low: int, start: int, end: int, high: int) -> bool:
        """Whether a count is of progress: "two of the five recommendations are closed"."""
        before = reading.lower[max(low, start - 30) : start]
        return bool(_PROGRESS.search(before) or _DONE.match(reading.lower, end, high))

    def _is_previous(
        self, reading: Reading, low: int, high: int, above: tuple[int, int] | None, published: str | None
    ) -> bool:
        text = _FIELDWORK.sub(lambda m: "" if m["year"] == (published or "")[:4] else m[0], reading.lower[low:high])
        if self.scope.is_earlier(text, published):
            return not re.search(r"\b(?:this time|this year|today)\b", text)
        if _AT_THAT_TIME.search(text):
            return True
        return (
            above is not None
            and not _DISCHARGED.search(reading.lower, *above)
            and self.scope.is_earlier(reading.lower[slice(*above)], published)
            and _ISSUING.search(text) is not None
        )

    @staticmethod
    def _note(start: int, end: int, count: int, of: str, grade: str | None, rule: str) -> Annotation:
        return Annotation("count", start, end, rule, {"count": count, "of": of, "grade": grade})


def _number(words: str) -> int | None:
    """The value of a number, "only one" and "a dozen" among them."""
    return 12 if words.endswith("dozen") else read_number(words.removeprefix("only "))
