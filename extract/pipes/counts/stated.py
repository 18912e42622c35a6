"""Counts of a noun: "14 recommendations", "assessed in nine areas", "a cause of concern".

Enters a line; leaves an annotation a count. Counts of progress made, of wishes and of what others ask are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.document.forms import alternation
from extract.pipes.annotation import Annotation
from extract.pipes.counts.lines import MOST, REACH, Line, note_of

_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_ORDINALS = {word: number for number, word in enumerate(_COUNTED, 1)}
_STATED = re.compile(
    r"(?P<n>0)(?P<of>P{1,2}D*)?(?P<total>0)?(?P<adjectives>[DwegyB\"]{0,3}|R?zw?|[DH]*[RH]zw?)(?P<noun>[ZX])"
)
_SINGLE = re.compile(r"(?P<a>[Dyw])(?P<adjectives>[weg]{0,2})(?P<noun>X)_*(?P<passive>[bv]u?y*[eVs])?")
_NUMBER_OF = re.compile(r"wP[Dw]{0,2}(?P<noun>[ZX])_*(?:\(|,|b|[wx]p)(?P<n>0)")
_ONE_OF = frozenset(("of", "out"))
_DEFINITE = frozenset(("the", "those", "these", "its", "our", "all", "both", "their", "his", "her"))
_ONES = re.compile(
    r"(?:(?P<n>0)(?P<detailed>D?[we])|(?:^|(?<=[D,:])|(?=0#:0))(?P<m>0))(?P<noun>#)(?P<behind>[.:,]|$|[Iebp][^G]{0,20}(?:[.:]|$)|P)"
)
_ACCEPTED = re.compile(r"\b(?:accept|agree|welcom)\w*(?: \w+){0,3} $")
_LABELLED = re.compile(r"X_*:(?P<n>0)(?=[.,;)]|$)")
_SUM = re.compile(r"(?<!D)(?P<n>0)#_*(?!_|PG)")
"""All grades that were given: "of eleven grades, one was good"."""

_REMAIN = re.compile(r" (?:that )?(?:remain|stand|still|we made|it made|made)")
_DONE = re.compile(
    r"(?:, [^,.;]{3,40},)?(?:(?! and )[^,.;]){0,30}?\b(?:have|has|had|are|is|were|was) (?:now |all |been |already |still |since )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding|lifted|removed)"
)
_WHICH_DONE = re.compile(
    r", \w+ of which (?:have|has|had|are|is|were|was) (?:now |all |been |already |still |since )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding)"
)
_OF_WHICH = re.compile(r"[^,.;:]{0,5},(?P<n>0)PLb?")
_WISHED = re.compile(r"\b(?:could|would|might)(?: \w+){0,3} $")
_NO_LONGER = re.compile(
    r"\b(?:no longer|not|never|without|nor|noted as|marked as|listed as|described as|flagged as|set out as)\b(?: \w+){0,3} $"
)
_ORDINAL = re.compile(r"0[Z#](?=[TIb]*[bue])")
_ISSUED = re.compile(
    r"\b(?:issued|identified|raised|given|handed|has|have|had|with|found|set out|recorded|also|including|gave|made|and|reported|there (?:is|was)|another|received|highlights?|highlighted|noted|left with)\b(?: \w+){0,2} $"
)
_WHEN = re.compile(r"\b(?:since|in|of) (?:19|20)\d\d,? when\b[^.;]*$")
_NOT_ASKED = re.compile(
    r"[^.;]{0,40}? (?:was|were|are|is|had|have)(?:n't| not)(?: been)? (?:asked|graded|inspected|assessed|examined)\b"
)
_MOVED = re.compile(
    r"\b(?:moved|gone|going|goes|improv\w+|progress\w*|better|worse|slipped|fallen|fell|dropped|declin\w+|risen|rose|climbed|changed|up|down)(?: \w+)? in (?:only |just |all )?$"
)
"""Before the number of areas in which something changed."""

_THIS_TIME = re.compile(
    r"(?:(?P<now>[Dy]w|y|w),?(?:\w{0,3}?)(?:yb|b|[vwxe])|(?P<all>yb))(?P<n>0)(?P<of>PE|pD|pw)?(?=[.,;:)PpA]|$)"
)
_DETAILED = frozenset(("detailed", "underlying", "individual"))
_OUTSIDERS = re.compile(r"[^HR]*O[^HR]*$")
"""Before a count of what a committee, a union or a court asks."""

_NOW = frozenset(("this", "now", "today"))
_IDIOM = ("this is ", "it is ", "that is ", "this was ", "it was ", "that was ", "which is ", "which was ")
"""Before "a cause of concern" that is none of an inspectorate's."""

_ALONE = frozenset(("only", "sole", "single"))
_ARTICLES = _ALONE.union(("a", "an", "another"))
_ACROSS = frozenset(("all", "the", "across", "over", "of", "its"))
_NEAR = 40
"""Characters around a count that tell what it counts."""

_MANY = 5
"""Ones that are all that were graded, and no more of the same."""


class Stated:
    """Reads counts of a noun.

    Args:
        words: Words of `cues/counts.toml`.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.verdicts = tuple(words["graded"])
        self.graded = re.compile(rf"\b(?:{alternation(words['graded'])})\b")
        self.other = re.compile(rf"\b(?:{alternation(words['other'])})\b")

    def find(self, line: Line, taken: list[tuple[int, int]]) -> Iterator[Annotation]:
        """So many of a noun: "14 recommendations", "assessed in nine areas"."""
        lower = line.reading.lower
        for match in _STATED.finditer(line.text):
            number, noun = match.start("n"), match.start("noun")
            if any(first < noun and number < last for first, last in taken):
                continue
            if match["of"] and line.word(match.start("of")) not in _ONE_OF:
                continue
            count = line.value(number) or _ORDINALS.get(line.word(number), 0) * bool(match["total"]) or None
            start = line.start(number)
            if count is None or ("O" in line.text and _OUTSIDERS.match(line.text, 0, number)):
                continue
            if " when" in lower[line.low : start] and _WHEN.search(lower, line.low, start):
                continue
            taken.append((number, line.behind(noun)))
            yield from (self._asks if match["noun"] == "X" else self._areas)(line, match, count, taken)

    def _asks(self, line: Line, match: re.Match[str], count: int, taken: list[tuple[int, int]]) -> Iterator[Annotation]:
        """So many asks: "14 recommendations", "one of the nine recommendations"."""
        number, stop = taken[-1]
        start, end, of = line.start(number), line.end(stop), line.counted(match.start("noun"))
        total = line.value(match.start("total")) if match["total"] else None
        one = count == 1 or line.word(number) in _ORDINALS
        if total and one and not _DONE.match(line.reading.lower, end, line.high):
            yield note_of(start, end, total, of, None, "counts.stated")
        elif match["of"] and not match["total"]:
            if number and line.word(number - 1) == "all" and not _DONE.match(line.reading.lower, end, line.high):
                yield note_of(start, end, count, of, None, "counts.stated")
        elif not match["total"] and not self._progress(line, number, stop):
            yield note_of(start, end, count, of, None, "counts.stated")

    def _areas(
        self, line: Line, match: re.Match[str], count: int, taken: list[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """So many areas that are graded: "assessed in nine areas", "three of the nine areas"."""
        lower, (number, stop) = line.reading.lower, taken[-1]
        start, end = line.start(number), line.end(stop)
        if _NOT_ASKED.match(lower, end, line.high):
            return
        which = _OF_WHICH.match(line.text, stop)
        if which:
            number = which.start("n")
            start, end, count = line.start(number), line.end(number + 1), line.value(number) or count
            taken.append((number, number + 1))
        whole = (
            line.value(match.start("total")) if match["of"] and match["total"] else count if not match["of"] else None
        )
        if whole is None or whole > MOST or _MOVED.search(lower, line.low, start) or lower.startswith(" for", end):
            return
        across = match["of"] or (number and line.word(number - 1) in _ACROSS)
        if not self._is_graded(line) and not (line.grades and across):
            return
        if not self.other.search(lower, end, min(line.high, end + _NEAR)):
            yield note_of(start, end, whole, "areas", None, "counts.areas")

    def _is_graded(self, line: Line) -> bool:
        """Whether a sentence tells of areas that are graded."""
        words = line.reading.lower[line.low : line.high]
        return any(map(words.__contains__, self.verdicts)) and self.graded.search(words) is not None

    def _progress(self, line: Line, number: int, stop: int) -> bool:
        """Whether a count is of progress, or points back: "two of the five recommendations are closed"."""
        text, lower = line.text, line.reading.lower
        start, end = line.start(number), line.end(stop)
        reach = max(line.low, start - REACH)
        if _NO_LONGER.search(lower, reach, start) or _WISHED.search(lower, reach, start):
            return True
        if _DONE.match(lower, end, line.high) or _WHICH_DONE.match(lower, end, line.high):
            return True
        if (
            number
            and text[number - 1] in "D0"
            and (line.word(number - 1) in _DEFINITE or (number > 1 and line.word(number - 2) in _DEFINITE))
        ):
            if _ACCEPTED.search(lower, reach, start):
                return False
            whose = number > 1 and text[number - 2] in "Pp" and line.word(number - 2) != "with"
            beyond = number > 1 and line.word(number - 2) in ("beyond", "besides")
            return not beyond and (whose or _REMAIN.match(lower, end) is not None)
        return False

    def others(self, line: Line, taken: list[tuple[int, int]]) -> Iterator[Annotation]:
        """Counts in other words: "a cause of concern", "the number of recommendations (six)", "the fourth question asked"."""
        lower = line.reading.lower
        for match in _NUMBER_OF.finditer(line.text) if "number of" in lower[line.low : line.high] else ():
            count = line.value(match.start("n"))
            if count and line.word(match.start()) == "number":
                taken.append(match.span("n"))
                of = line.counted(match.start("noun"))
                yield note_of(line.start(match.start()), line.end(match.end()), count, of, None, "counts.stated")
        for match in _ONES.finditer(line.text) if "#" in line.text else ():
            number = match.start("n" if match["n"] else "m")
            count = line.value(number)
            detailed = match["n"] and line.word(match.start("noun") - 1) in _DETAILED
            large = (detailed or not match["n"]) and count and (detailed or count >= _MANY)
            if count and large and not match["behind"].startswith("P"):
                taken.append((number, number + 1))
                yield note_of(line.start(number), line.end(match.end("noun")), count, "areas", None, "counts.areas")
        for match in _LABELLED.finditer(line.text) if ":0" in line.text else ():
            count = line.value(match.start("n"))
            if count:
                of = line.counted(match.start())
                yield note_of(line.start(match.start()), line.end(match.end()), count, of, None, "counts.stated")
        for match in _SUM.finditer(line.text) if len(taken) > 1 and "0#" in line.text else ():
            number = match.start("n")
            count = line.value(number)
            new = all(first != number for first, _ in taken)
            if count and count > 1 and new and line.word(number + 1).startswith(("grade", "judg")):
                yield note_of(line.start(number), line.end(match.end()), count, "areas", None, "counts.areas")
        for match in _ORDINAL.finditer(line.text):
            start, count = line.start(match.start()), _ORDINALS.get(line.word(match.start()))
            if count and self.graded.search(lower, start, line.high):
                yield note_of(start, line.end(match.end()), count, "areas", None, "counts.areas")
        for match in _SINGLE.finditer(line.text):
            noun = match.start("noun")
            first = next((at for at in range(noun - 1, match.start() - 1, -1) if line.word(at) in _ARTICLES), -1)
            if first >= 0 and not any(low <= noun and first < high for low, high in taken):
                yield from self._single(line, match, first)

    @staticmethod
    def _single(line: Line, match: re.Match[str], first: int) -> Iterator[Annotation]:
        """One of a noun that an article stands before: "a cause of concern was raised", "the only recommendation"."""
        lower, noun = line.reading.lower, match.start("noun")
        start, end, of = line.start(first), line.end(line.behind(noun)), line.counted(noun)
        before, behind = lower[max(line.low, start - _NEAR) : start], lower[end : end + 1]
        if before.endswith(_IDIOM):
            return
        if (
            lower[line.start(noun) : end].endswith("s")
            or _NO_LONGER.search(before)
            or _DONE.match(lower, end, line.high)
        ):
            return
        last = line.end(match.end())
        if line.word(first) in _ALONE:
            issued = True
        elif of == "recommendations":
            issued = False
        elif match["passive"] and _ISSUED.search(lower, line.low, last + 1) and not lower.startswith(" for each", last):
            issued = True
        else:
            issued = bool(_ISSUED.search(before)) and behind in tuple(",. ;:") and "each" not in before
        if issued:
            yield note_of(start, end, 1, of, None, "counts.single")

    def again(self, line: Line, above: Line) -> Iterator[Annotation]:
        """A count whose noun stands in the sentence before: "This time there are 17."."""
        if "X" not in above.text:
            return
        match = _THIS_TIME.search(line.text)
        if not match:
            return
        count = line.value(match.start("n"))
        counted = "0" in above.text
        now = match["now"] and line.word(match.start("now")) in _NOW
        if count and ((now and counted) or (match["all"] and match["of"])):
            noun = above.text.rindex("X")
            yield note_of(
                line.start(match.start("n")), line.end(match.end()), count, above.counted(noun), None, "counts.again"
            )
