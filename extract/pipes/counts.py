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

_READ = frozenset(("paragraph", "standfirst", "item", "subheading"))
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"], 1
    )
}
_BEHIND = re.compile(
    rf"['\"]?,? (?:in|at|for|on|across)(?: just| only)?(?: all| the other| the| a further| another| each of the| a)? (?P<n>{NUMBER})(?P<more> (?:other |more |further |of (?:the |its |their |those )?(?:other |remaining )?(?P<total>{NUMBER}) )*(?:areas?|questions?|pillars?|tests?|aspects?|categories|others?|headings|counts|fronts)?)?(?: of (?:them|these|those))?(?= ?[,.;:()\u2013-]| (?:and|but|to|areas?|after|following|by|which|that|while|when|,)|$)(?! (?:areas? for|months?|weeks?|days?|years?|forces|of the forces))"
)
_ISSUED = re.compile(
    r"\b(?:issued|identified|raised|given|handed|has|have|had|with|found|set out|recorded|also|including|is|was|gave|made|and|reported|there (?:is|was)|another|received|highlights?|highlighted|noted)\b(?: \w+){0,2} $"
)
_ONLY = re.compile(r"\b(?:(?:the (?:report|letter|inspectorate|inspectors)'s?|its|their|the) )?(?:only|sole|single) $")
_PROGRESS = re.compile(
    r"\b(?:of|on|from|against) (?:the|its|their|our|those|all|these) (?:\w+ )?$|\b(?:the|those|these|its|our|all|both|their) (?:other |remaining |last )?$"
)

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
            rf"(?<![\w.,\u00a3-])(?P<n>{NUMBER}|(?:only )?one)(?: (?:of (?:the|its|their|those) )?(?:(?P<total>{NUMBER}) )?(?:other|more|further|main|key|core|new|different|accelerated|broad|separate|detailed|additional|formal|healthy|prison|specific|more detailed|important|distinct|policing|of)){{0,3}} (?P<noun>{nouns})\b"
        )
        self.partial = re.compile(rf"\b(?P<n>{NUMBER}) of (?:the |its |all )?(?P<total>{NUMBER}) (?P<noun>{nouns})\b")
        self.ordinal = re.compile(
            rf"\b(?P<n>{'|'.join(_ORDINALS)}) (?:area|question|pillar|test) (?:that was |it was )?(?:examined|graded|inspected|assessed|looked at)\b"
        )
        self.single = re.compile(
            r"\b(?P<a>an?|only|sole|single) (?:new |accelerated |further |serious )?(?P<noun>cause of concern|area for improvement)\b"
        )
        self.ones = re.compile(
            rf"\b(?P<n>{NUMBER}) (?:more detailed|detailed|underlying|individual) (?:ones|grades|judge?ments|questions|areas)\b"
        )
        self.graded = re.compile(rf"\b(?:{alternation(cues['words']['graded'])})\b")
        self.other = re.compile(rf"\b(?:{alternation(cues['words']['other'])})\b")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Counts, in the order of the text."""
        reading = reading_of(doc)
        grades, nouns = hits_of(doc, "grade"), hits_of(doc, "count")
        published = notes_of(doc).get("published")
        for number, sentence in enumerate(reading.sentences):
            if reading.spans[sentence.span].kind not in _READ:
                continue
            low, high = sentence.start, sentence.end
            inside, named = hits_within(grades, low, high), hits_within(nouns, low, high)
            if not inside and not named:
                continue
            counts = list(self._sentence(reading, low, high, inside, named, published))
            above = (
                reading.sentences[number - 1]
                if number and reading.sentences[number - 1].span == sentence.span
                else None
            )
            if counts and not self._is_previous(
                reading, low, high, (above.start, above.end) if above else None, published
            ):
                yield from counts

    def _sentence(
        self, reading: Reading, low: int, high: int, grades: Sequence[Hit], named: Sequence[Hit], published: str | None
    ) -> Iterator[Annotation]:
        lower = reading.lower
        taken: list[tuple[int, int]] = []
        for hit in grades:
            match = _BEHIND.match(lower, hit[1], high)
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
                    yield self._note(
                        match.start("total"),
                        match.end(),
                        read_number(match["total"]) or 0,
                        "areas",
                        None,
                        "counts.areas",
                    )
        first = max(low, named[0][0] - _REACH) if named else high
        for match in (
            *self.partial.finditer(lower, first, high),
            *self.counted.finditer(lower, first, high),
            *self.ones.finditer(lower, low, high),
        ):
            start, end = match.span()
            if any(left < end and start < right for left, right in taken):
                continue
            noun = match.groupdict().get("noun") or "areas"
            of = self.of[noun]
            total = match.groupdict().get("total")
            count = read_number((match["n"] or "").removeprefix("only "))
            if count is None:
                continue
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
            if lower[end : end + 4] == " for":
                continue
            if total:
                yield self._note(start, end, read_number(total) or 0, "areas", None, "counts.areas")
                if grade:
                    yield self._note(start, end, count, "areas", grade, "counts.graded")
            elif grade:
                yield self._note(start, end, count, "areas", grade, "counts.graded")
            elif self.graded.search(lower, low, high) and not self.other.search(lower, end, min(high, end + 40)):
                yield self._note(start, end, count, "areas", None, "counts.areas")
        for match in self.ordinal.finditer(lower, low, high):
            yield self._note(match.start(), match.end(), _ORDINALS[match["n"]], "areas", None, "counts.areas")
        for match in self.single.finditer(lower, first, high):
            before = lower[max(low, match.start() - 40) : match.start()]
            alone = match["a"] in ("only", "sole", "single") or _ONLY.search(before)
            if any(left <= match.start() < right for left, right in taken):
                continue
            if alone or (
                _ISSUED.search(before) and lower[match.end() : match.end() + 1] in ",. ;:" and "each" not in before
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
        return bool(_PROGRESS.search(before)) or bool(
            re.match(
                r"[^,.;]{0,15}\b(?:have|has|had|are|is|were|was) (?:now |all |been |already |still )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding)",
                reading.lower[end : min(high, end + 60)],
            )
        )

    def _is_previous(
        self, reading: Reading, low: int, high: int, above: tuple[int, int] | None, published: str | None
    ) -> bool:
        text = reading.lower[low:high]
        if self.scope.is_earlier(text, published):
            return not re.search(r"\b(?:this time|this year|today)\b", text)
        return (
            above is not None
            and self.scope.is_earlier(reading.lower[slice(*above)], published)
            and bool(
                re.search(
                    r"\b(?:we|it|they|inspectors|the inspectorate) (?:issued|made|gave|had|identified|raised)\b", text
                )
            )
        )

    @staticmethod
    def _note(start: int, end: int, count: int, of: str, grade: str | None, rule: str) -> Annotation:
        return Annotation("count", start, end, rule, {"count": count, "of": of, "grade": grade})
