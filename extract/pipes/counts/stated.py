"""Counts of a noun: "14 recommendations", "assessed in nine areas", "a cause of concern".

Enters a line; leaves an annotation a count. Counts of progress made, of wishes and of what others ask are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.document.forms import alternation
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.counts.lines import MOST, REACH, Line, note_of
from extract.pipes.counts.sequels import FALLS, TELLS

_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_ORDINALS = {word: number for number, word in enumerate(_COUNTED, 1)}
_STATED = expression(
    r"(?P<n>0)(?P<of>P{1,2}D*)?(?P<total>0)?(?P<adjectives>[DwegyBV\"]{0,3}|R?zw?|[DH]*[RH]zw?)(?P<noun>[ZX])"
)
_SINGLE = expression(r"(?P<a>[Dyw])(?P<adjectives>[weg]{0,2})(?P<noun>X)_*(?P<passive>[bv]u?y*[eVs])?")
_NUMBER_OF = expression(r"wP[Dw]{0,2}(?P<noun>[ZX])_*(?:\(|,|b|[wx]p|[vbu]{0,2}[wexy]{1,2}P02)(?P<n>0)")
_ONE_OF = frozenset(("of", "out"))
_DEFINITE = frozenset(("the", "those", "these", "its", "our", "all", "both", "their", "his", "her"))
_ONES = expression(
    r"(?:(?P<n>0)(?P<detailed>D?[weV])|(?:^|(?<=[D,:])|(?=0#:0))(?P<m>0))(?P<noun>#)(?P<behind>[.:,]|$|[IebpTL][^G]{0,20}(?:[.:]|$)|P)"
)
_ACCEPTED = expression(r"\b(?:accept|agree|welcom)\w*(?: \w+){0,3} $")
_LABELLED = expression(r"X_*:(?P<n>0)(?=[.,;)]|$)")
_ONE_AMONG = expression(r"X_*,(?P<one>0)PD?(?P<n>0)(?=[.,;:)]|$)")
"""As in "an area for improvement, one of six"."""

_TWO_KINDS = expression(r"(?P<n>0)[weg]A(?=0[weg]X)")
"""As in "one strategic and three operational recommendations"."""

_SUM = expression(r"(?P<n>0)#_*(?!_|PG)")
"""All grades that were given: "of eleven grades, one was good"."""

_REMAIN = expression(r" (?:that )?(?:remain|stand|still|we made|it made|made)")
_DONE = expression(
    r"(?:, [^,.;]{3,40},)?(?:(?! and )[^,.;]){0,30}?\b(?:have|has|had|are|is|were|was) (?:now |all |been |already |still |since )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding|open|lifted|removed|no longer|superseded)"
)
_WHICH_DONE = expression(
    r", \w+ of which (?:have|has|had|are|is|were|was) (?:now |all |been |already |still |since )*(?:closed|met|achieved|completed|discharged|finished|done|outstanding)"
)
_CLOSING = expression(
    r"\b(?:clos(?:e|es|ed|ing)|lift(?:s|ed|ing)?|discharg(?:e|es|ed|ing)|sign(?:s|ed)? off|remov(?:e|es|ed|ing)|dropp(?:ed|ing)|drops|cleared|marked|mark|ticked off)\b(?: \w+){0,2} $"
)
"""Before one of several that are dealt with: "has marked one of its two causes of concern as complete"."""

_PAIR = expression(r"DwP(?:[weg]{0,2})(?P<noun>X)")
_PAIRS = {"pair": 2, "brace": 2, "trio": 3, "quartet": 4}
"""Nouns that count as a number does: "a pair of recommendations"."""

_OF_WHICH = expression(r"[^,.;:]{0,5},(?P<n>0)PLb?")
_WISHED = expression(r"\b(?:could|would|might)(?: \w+){0,3} $")
_NO_LONGER = expression(
    r"\b(?:no longer|not|never|without|nor|closed|lifted|removed|discharged|answered|noted as|marked as|listed as|described as|flagged as|set out as)\b(?: \w+){0,3} $"
)
_ORDINAL = expression(r"0[Z#](?=[TIb]*[bue])")
_ISSUED = expression(
    r"\b(?:issued|issues|identified|identifies|raised|raises|given|handed|has|have|had|with|found|set out|recorded|also|including|gave|made|and|reported|there (?:is|was)|another|received|highlights?|highlighted|noted|left with)\b(?: \w+){0,2} $"
)
_WHEN = expression(r"\b(?:since|in|of) (?:19|20)\d\d,? when\b[^.;]*$")
_NOT_ASKED = expression(
    r"[^.;]{0,40}? (?:was|were|are|is|had|have)(?:n't| not)(?: been)? (?:asked|graded|inspected|assessed|examined|looked at|covered)\b"
)
_LINKED = expression(
    r" (?:are|were) (?:[a-z]+ (?:to be |as )?)?(?:[a-z]+ )?(?:linked|related|connected|intertwined|joined|merged|combined|alike)\b"
)
"""Behind areas that are set beside each other, and not counted."""
_MOVED = expression(
    r"\b(?:moved|gone|going|goes|improv\w+|progress\w*|better|worse|slipped|fallen|fell|dropped|declin\w+|risen|rose|climbed|changed|up|down)(?: \w+)? in (?:only |just |all )?$"
)
"""Before the number of areas in which something changed."""

_READS = expression(
    r" (?:reads?|says?|said|asks?|asked|concerns?|relates?|covers?|deals?|calls?|(?:is|was) (?:that|about|for|the|its|how))\b"
)
_FIRST = 2
_DETAILED = frozenset(("detailed", "underlying", "individual", "separate"))
_OUTSIDERS = expression(r"[^HR]*O(?!ba)[^HR]*$")
"""Before a count of what a committee, a union or a court asks."""

_IDIOM = ("this is ", "it is ", "that is ", "this was ", "it was ", "that was ", "which is ", "which was ")
"""Before "a cause of concern" that is none of an inspectorate's."""

_BROUGHT = ("came with ", "comes with ", "brings with it ", "brought with it ")
"""The same that goes with a grade, and is not counted."""

_WHERE = expression(r" where (?:it|the (?:force|service|constabulary|brigade)) (?:was|is|were)\b")
"""Behind the areas that had one grade, which are not all."""

_IS = expression(r"(?<!there) (?:is|are|was|were|remains|becomes?|became) $")
"""Before an article: what follows says of something what it is."""

_ALONE = frozenset(("only", "sole", "single"))
_ARTICLES = _ALONE.union(("a", "an", "another"))
_OF_ALL = ("each ", "every ")
_AS_A_RULE = expression(r"\b(?:usually|typically|normally|generally|on average|as a rule)\b")
"""Before a count that is true of no one inspection."""

_SOME = frozenset(("first", "last", "next", "other", "remaining", "final"))
_ACROSS = frozenset(("all", "the", "across", "over", "of", "its"))
_LOOKED_AT = expression(
    r" (?:that |which )?(?:\w+ ){1,4}?(?:graded|judged|rated|assessed|marked|inspected|examined|scored|tested|looks? at|looked at)\b"
)
"""Behind "things": what makes them the areas."""

_MARKED_ON = expression(
    r"^(?!\W*(?:each|every)\b).*\b(?:graded|marked|judged|rated|assessed|scored|inspected|examined) (?:on|in|for|at|under|against|across) $"
    r"|\b(?:looks?|looked) at (?:all )?$"
)

_LEAST = ("at least ", "at most ", "up to ")
"""Before a number that is none of those graded."""

_ADDS = ("adds up to ", "add up to ", "added up to ")
_WHOSE = frozenset(("its", "their", "the", "our"))
_READ_OUT = expression(r" (?:is|was) (?:that|about|how|the)\b|:")
"""Behind "their one cause of concern", what it is."""
_IN_PAPER = expression(
    r" for (?:an?|the|its|their|this|that) (?:[a-z]+ ){0,2}(?:report|inspection|review|assessment)\b"
)
"""Behind areas, the report for which they were graded."""
_YEARS = range(1900, 2100)
_PLACES = frozenset(
    ("council", "local", "rural", "policing", "urban", "borough", "county", "geographic", "geographical")
)
"""What an area is of that is a place."""

_FEW_GRADES = 2
"""More grades are the whole scale."""
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
        for found in _STATED.finditer(line.text) if "0" in line.text else ():
            figured = found["total"] and "." in line.word(found.start("n"))
            match = _STATED.match(line.text, found.start("total")) if figured else found  # "22.2 Eleven areas"
            if match is None:
                continue
            number, noun = match.start("n"), match.start("noun")
            if any(first < noun and number < last for first, last in taken):
                continue
            if match["of"] and line.word(match.start("of")) not in _ONE_OF:
                continue
            count = line.value(number) or _ORDINALS.get(line.word(number), 0) * bool(match["total"]) or None
            start = line.start(number)
            if (
                count is None
                or count in _YEARS
                or (match["noun"] == "X" and "O" in line.text and _OUTSIDERS.match(line.text, 0, number))
            ):
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
        but = line.word(number - 1) == "but" and match["of"]  # "all but three of the 11"
        if total and not match["of"]:
            return  # "the first three recommendations"
        told = total and not (one or but) and TELLS.match(line.reading.lower, end, line.high)
        if total and (one or but or told) and not _DONE.match(line.reading.lower, end, line.high):
            if _CLOSING.search(line.reading.lower, max(line.low, start - REACH), start):
                return
            yield note_of(start, end, total, of, None, "counts.stated")
        elif match["of"] and not match["total"]:
            if number and line.word(number - 1) == "all" and not _DONE.match(line.reading.lower, end, line.high):
                yield note_of(start, end, count, of, None, "counts.stated")
        elif not match["total"] and not self._progress(line, number, stop):
            whose = number > 0 and line.word(number - 1) in _WHOSE
            if one and number < _FIRST and not whose and _READS.match(line.reading.lower, end, line.high):
                return  # of several: "One area for improvement reads"
            yield note_of(start, end, count, of, None, "counts.stated")

    def _areas(
        self, line: Line, match: re.Match[str], count: int, taken: list[tuple[int, int]]
    ) -> Iterator[Annotation]:
        """So many areas that are graded: "assessed in nine areas", "three of the nine areas"."""
        lower, (number, stop) = line.reading.lower, taken[-1]
        start, end = line.start(number), line.end(stop)
        if line.word(match.start("noun")) == "things" and not (
            _LOOKED_AT.match(lower, end, line.high) or _MARKED_ON.search(lower[line.low : start])
        ):
            return
        if _LINKED.match(lower, end, line.high):
            return
        if _NOT_ASKED.match(lower, end, line.high) or line.word(match.start("noun") - 1) in _PLACES:
            return
        if line.grades and line.word(number - 1) in _DEFINITE and _WHERE.match(lower, end, line.grades[-1][0]):
            return  # "The four areas where it was adequate were \u2026"
        which = _OF_WHICH.match(line.text, stop)
        if which:
            number = which.start("n")
            start, end, count = line.start(number), line.end(number + 1), line.value(number) or count
            taken.append((number, number + 1))
        whole = (
            line.value(match.start("total")) if match["of"] and match["total"] else count if not match["of"] else None
        )
        if (
            whole is None
            or whole > MOST
            or (not match["of"] and _MOVED.search(lower, line.low, start))
            or (lower.startswith((" for", " instead of", " rather than"), end) and not _IN_PAPER.match(lower, end))
            or (lower.endswith(_LEAST, line.low, start) and not lower.endswith(_ADDS, line.low, start))
        ):
            return
        if match["of"] and line.word(match.start("noun")) == "categories" and len(line.grades) > _FEW_GRADES:
            return  # "in one of four categories, outstanding, good, \u2026"
        across = match["of"] or (number and line.word(number - 1) in _ACROSS)
        across = across or (line.text[stop : stop + 1] == ":" and line.grades and line.grades[0][0] >= end)
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
        if number and line.word(number - 1) in _SOME:
            return True  # "the first three recommendations"
        if number and line.word(number) == "one" and line.word(number - 1) in _WHOSE and _READ_OUT.match(lower, end):
            return False
        if lower.startswith(_OF_ALL, line.low) or _AS_A_RULE.search(lower, reach, start):
            return True
        if (
            number
            and text[number - 1] in "D0"
            and (line.word(number - 1) in _DEFINITE or (number > 1 and line.word(number - 2) in _DEFINITE))
        ):
            if _ACCEPTED.search(lower, reach, start):
                return False
            whose = number > 1 and text[number - 2] in "Pp" and line.word(number - 2) != "with"
            beyond = number > 1 and line.word(number - 2) in ("beyond", "besides", "among")
            if whose and FALLS.search(lower, end, line.high):
                return False  # "of the eight recommendations, five are for Kent"
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
        for match in _ONE_AMONG.finditer(line.text) if ",0P" in line.text else ():
            count, number = line.value(match.start("n")), match.start("n")
            if count and line.word(match.start("one")) == "one" and all(first != number for first, _ in taken):
                of = line.counted(match.start())
                yield note_of(line.start(match.start("one")), line.end(match.end()), count, of, None, "counts.stated")
        for match in _PAIR.finditer(line.text) if "wP" in line.text else ():
            count, noun = _PAIRS.get(line.word(match.start() + 1)), match.start("noun")
            if count and not self._progress(line, match.start(), line.behind(noun)):
                start, end = line.start(match.start()), line.end(line.behind(noun))
                yield note_of(start, end, count, line.counted(noun), None, "counts.stated")
        for match in _TWO_KINDS.finditer(line.text) if "A0" in line.text else ():
            count, noun = line.value(match.start()), line.text.index("X", match.end())
            if count:
                yield note_of(
                    line.start(match.start()),
                    line.end(match.end() - 1),
                    count,
                    line.counted(noun),
                    None,
                    "counts.stated",
                )
        for match in _LABELLED.finditer(line.text) if ":0" in line.text else ():
            count = line.value(match.start("n"))
            if count:
                of = line.counted(match.start())
                yield note_of(line.start(match.start()), line.end(match.end()), count, of, None, "counts.stated")
        for match in _SUM.finditer(line.text) if len(taken) > 1 and "0#" in line.text else ():
            number = match.start("n")
            count = line.value(number)
            new = all(first != number for first, _ in taken)
            if line.text[number - 1 : number] == "D":
                new = (
                    new and sum(line.value(first) or 0 for first, _ in taken) == count
                )  # "the 11 grades were two goods \u2026"
            if count and count > 1 and new and line.word(number + 1).startswith(("grade", "judg")):
                yield note_of(line.start(number), line.end(match.end()), count, "areas", None, "counts.areas")
        for match in _ORDINAL.finditer(line.text) if "0Z" in line.text or "0#" in line.text else ():
            start, count = line.start(match.start()), _ORDINALS.get(line.word(match.start()))
            if count and self.graded.search(lower, start, line.high):
                yield note_of(start, line.end(match.end()), count, "areas", None, "counts.areas")
        for match in _SINGLE.finditer(line.text) if "X" in line.text else ():
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
        if _IS.search(before):
            return  # "how it keeps guns is a cause of concern to inspectors"
        if before.endswith((*_IDIOM, *_BROUGHT, "after ", "since ", "before ")):
            return
        if lower.startswith(" to go with ", end):
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
        elif (
            match["passive"]
            and _ISSUED.search(f"{lower[line.low : last]} ")
            and not lower.startswith(" for each", last)
        ):
            issued = True
        else:
            issued = bool(_ISSUED.search(before)) and behind in tuple(",. ;:") and "each" not in before
        if issued:
            yield note_of(start, end, 1, of, None, "counts.single")
