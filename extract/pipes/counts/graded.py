"""Counts of areas with one grade: "good in three areas", "two were graded good", "six goods".

Enters a line; leaves an annotation a count, and marks which numbers it has taken.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import repeat
from typing import NamedTuple

from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.counts.lines import MOST, REACH, Line, note_of
from extract.pipes.grades.scope import Scope
from extract.pipes.triggers import Hit

_LINK = r"(?:[bvuyxsaDk2eP\"]|(?<=[bux])w|(?<=e)p|(?<=[Z_])p)*(?:D[#w]_*P)?"
"""Words between what was graded and its grade: "were each found to be"."""

_BEFORE = expression(
    rf"(?P<n>0)(?:(?:(?<=[Pp]0)|(?<=[Pp]D0)|(?<=[Pp]D[wge]0))(?:PE)?,[^.;:0G]*,(?:I|E|DB|Ff*)|(?<=w0),[^.;:0G]*,[Pp]L(?:I|E|W|DB|Ff*)|(?<=[Pp]0)Z_*y?,[^.;:0G]*,[dvb](?:I|E|W|DB|Ff*)|(?:(?<=[Pp]0)|(?<=[Pp]D0)|(?<=[Pp]DD0)|(?<=[Pp]Dw0)),?(?:I|E|DB|Ff*)|[Pp]L(?:I|E|DB|Ff*)|P?L(?=b)|PE(?:,[^.;0G]*,)?[^,.;0G]{{0,9}}$|#?_*P\"?$|P{{1,2}}(?P<these>E|D|S)#?_*|P{{0,2}}D*(?:[BFSw]f*z)?(?P<total>0)?[Dwegy]{{0,2}}[Z#]_*(?:,?D?(?:[RHBF]h*z?)?[w#]_*(?=b)|[Pp]L(?:I|E|DB|Ff*)|P[^,.;:0G]{{1,8}}(?=,)|P[^,.;:0GbvP]{{1,3}}(?=[bv])|e[pP]{{0,2}}(?:D?[RH]h*)?(?=[bv])|[TL][^,.;:0GZ!]{{1,9}}(?=[bv])|,?(?:I|E|W|DB|Ff*)(?=[bv])|(?:I|E|W|DB|Ff*|Hh*|S)[ex][pP]?(?=[bv])|D?(?:R|Hh*|S|I|W)(?=[se]2?[ukG\"]))?|P{{1,2}}D(?P<all>0)(?=[bv])|P?D*[ewg]?G?(?=b)|D)?"
    rf"(?:\u2013[^\u2013.;]*\u2013|\([^)]*\)|,[^.;0]*,)?(?:(?<=[\u2013)])(?:I|E|W|DB|Ff*)(?=[bv]))?{_LINK}$"
)
"""Before a grade: how many had it."""

_BEHIND = expression(
    r"_*\"?(?:wA(?=p))?[w#]?_*(?:p[HR])?,?[Pp]y*(?P<each>D0?P)?[DyAg]*(?P<n>0)(?:[wye]?[PD]+(?P<total>0))?[DewyN]{0,2}(?P<noun>Z)?_*(?:P{1,2}(?P<whole>0)(?!Z))?(?:PE|PD)?(?:[ea]?(?=[,.;:)(\u2013ACPpkqQL2\"bT]|$)|(?<=[Z_])(?=[RHWIEF]))"
    r"|_*\"?(?:[:\u2013]|,?\()(?P<n2>0)(?P<noun2>Z_*)?(?=[,.;)A]|$)|_*\"?(?P<n3>0w|y|Q)(?=[,.;)A]|$)"
)
"""Behind a grade: in how many areas it was given."""

_ONLY = expression(r"(?P<n>Dy|Dw)(?:[Z#]_*(?:[pP]L)?[bueyvD2xTLVakBIFfw]{0,8}|(?=\"?$))\"?$")
"""Before the grade of a single area: "the only area to be marked inadequate"."""

_ONLY_WORDS = frozenset(("only", "sole", "lone", "single"))
_GIVEN = expression(r"_*\"?[#w]?_*by*u?y*[exa][Pp]y*(?P<n>0)(?P<noun>Z_*)?")
"""Behind a grade that was given in so many areas: "Grades of good were given in four of them"."""

_GRADES_OF = expression(r"(?:^|[,;.])(?:[D0]?[w#]_*P)?\"?$")
"""Before such a grade: nothing of its clause, or "grades of"."""

_AREAS = expression("0[^.;]{0,6}Z")
_WISHED = expression(r"\b(?:could|would|might)(?: \w+){0,3} $")
_SET_OUT = expression(r"[#Z]_*(?:[PpDwe]{0,3}:|,(?=$))$")
"""Before the first grade of a tally that a colon opens: "seven grades: one outstanding, four good \u2026"."""

_ARTICLE = expression(r"(?P<n>D)(?P<total>x)?(?P<all>x)?(?P<these>x)?\"?$")
"""Before the last grade of a tally: "two goods and an adequate"."""

_LAST = expression(r"_*\"?w?(?:[.,:;)\u2013]|A|PF|$)")
_SUM = expression("0#")
_OF_THEM = expression(r"0[weV]?#_*,\"?0P[EL]")
"""As in "nine separate grades, six of them good"."""

_COUNTED = expression(r'0"?G|G_*"?[Pp]y*0')
"""A grade with its number, which no explanation of the scale has."""
_NOUNS = {("pair", "of"): 2, ("a", "single"): 1, ("a", "lone"): 1, ("a", "solitary"): 1}
"""Words before a grade in a tally that count it."""
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_TALLY = expression(r"_*\"?(?:#|w(?=[,.;:)]|[AC])|(?=[,.;:)\u2013]|[ACpP]|$))")
_VERDICTS = frozenset(
    ("grades", "gradings", "marks", "verdicts", "ratings", "scores", "judgments", "judgements", "results", "entries")
)
"""What an inspection gives, of which the sum of a tally says how many there are."""
_OF_ALL = frozenset(("P", "PD", "PDw"))
"""What stands before the number of all at the head of a sentence: "of the 11, six were good"."""
_FORCES = expression("Ff*[,A]{1,2}Ff*")
"""Forces that share a grade, before others."""
_FOLK = expression("^PD?0[weg]?[SNO]")
"""People who are counted and not areas: "of the 12 officers whom we met"."""
_PART = frozenset(("half", "most", "many", "some", "majority", "few", "couple"))
"""What stands before "of the ten areas", which are not all meant."""
_EACH = frozenset(("each", "every", "all"))
"""Words before "of" the number of areas that all have a grade: "good in each of 11", "in every one of nine"."""
_FRONTS = frozenset(("counts", "fronts"))
_NONE = frozenset(("none", "neither", "nothing"))
_THESE = frozenset(("them", "these", "those"))
_OTHERS = frozenset(("other", "others", "remaining"))
_WORK = expression(r"\b[a-z]{3,}ing (?:to |with )?(?:(?!\d|of\b)[a-z-]+ ?){1,2}|\b(?:999|101|emergency) calls?\b")
"""What a body does, in whose name cases can stand: "answering calls"."""
_BODIES = expression(
    r"\b(?:forces|services|brigades|constabularies|prisons|one (?:force|service|brigade|constabulary))\b"
)
_NAMED = expression(r" ?(?:: [a-z]|, (?:namely|including|among them)\b)")
"""Behind a number that counts what is named next: "good in five: leadership, \u2026"."""
_OR = expression(r"['\"]? or ['\"]?")
"""Between two grades of which one or the other was given."""

_ALL_OVER = expression(r"['\"]? (?:throughout|across the board|in (?:every|all) (?:area|areas|category|categories))\b")
"""Behind a grade that so many bodies had: "eight were good throughout"."""

_OF_COUNTRY = expression(
    r"['\"]?(?: (?:for|at) [^,.;]{3,40}?)? (?:nationally|nationwide|(?:in|across) (?:the (?:country|region|batch|tranche)|england|wales|britain|the uk))\b"
)
"""Behind grades that are counted over many bodies."""

_OR_BETTER = expression(r"['\"]? or (?:better|above|higher|worse|lower|below)\b")
_MARK = expression(r":| [-\u2013] ")
_SCALE = 3
"""Grades from which on a sentence can be one that explains them."""

_CLOSE = 2
"""Tokens within which a number stands by its grade: "two good"."""


class Pair(NamedTuple):
    """A grade's number.

    Args:
        number: Its token.
        last: Token behind it and behind its noun, where that follows.
        value: What it says.
        total: Tokens of the number of all areas, or None.
        noun: Whether a noun says that areas are counted.
        behind: Whether it stands behind its grade.
        close: Whether nothing but a verb or a preposition stands between them.
        sure: Whether areas are counted for certain.
    """

    number: int
    last: int
    value: int
    total: tuple[int, int] | None
    noun: bool
    behind: bool
    close: bool
    sure: bool


class Graded:
    """Reads counts of areas with one grade.

    Args:
        scope: Reader of qualifiers.
    """

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def find(
        self,
        line: Line,
        above: Line | None,
        published: str | None,
        taken: list[tuple[int, int]],
        known: Container[int] = (),
    ) -> Iterator[Annotation]:
        """Counts of areas with one grade, and of all the areas that they are of.

        Args:
            line: The sentence.
            above: The one before it in its paragraph, or None.
            published: Day of the article.
            taken: Tokens of numbers that are counts already; those that are found are added.
            known: Numbers of areas that the article has stated.
        """
        if (
            len(line.grades) >= _SCALE
            and not _COUNTED.search(line.text)
            and self.scope.is_scale(line.reading, line.grades, line.low, line.high)
        ):
            return
        sure = "Z" in line.text
        sure = sure or bool(above and (above.counting or ("Z" in above.text and _AREAS.search(above.text))))
        sure = sure or (len(line.grades) > 1 and _SUM.search(line.text) is not None)
        sure = sure or _OF_THEM.search(line.text) is not None
        tally = any(map(_is_plural, repeat(line.reading.lower), line.grades))
        tally = tally or (len(line.grades) > 1 and _COUNTED.search(line.text) is not None)
        found: list[tuple[Pair, Hit]] = []
        totals: list[tuple[int, int]] = []
        cases: bool | None = None
        for hit in line.grades:
            pair = self._pair(line, hit, sure=sure, tally=tally)
            if pair and self._is_denied(line, pair.number):
                continue
            if pair is None or any(first <= pair.number < last for first, last in taken):
                continue
            if cases is None:  # asked only where there is a number at all
                cases = "Z" not in line.text and self._about_cases(line, above)
            if cases:
                return
            sure = sure or pair.sure or bool(pair.total and line.value(pair.total[0]) in known)
            taken.append((pair.number, pair.last))
            if pair.total:
                totals.append(pair.total)
                taken.append(pair.total)
            if not self._is_other(line, hit, published, behind=pair.behind):
                found.append((pair, hit))
        for first, last in totals:
            whole = line.value(first)
            if whole and sure:
                yield note_of(line.start(first), line.end(last), whole, "areas", None, "counts.areas")
        if len(found) > 1 and not sure and not self._about_others(line):
            whole = sum(pair.value for pair, _ in found)
            told, at = line, _whole(line, min(pair.number for pair, _ in found), whole)
            if at >= 0:
                taken.append((at, at + 1))
            elif above:
                told, at = above, _whole(above, len(above.text), whole)
            sure = at >= 0
            if sure and whole not in known:
                yield note_of(told.start(at), told.end(at + 1), whole, "areas", None, "counts.sum")
        alike = len(found) > 1 and len({hit[2] for _, hit in found}) > 1 and all(pair.close for pair, _ in found)
        if sure or (alike and not self._about_others(line)):
            for pair, hit in found:
                start, end = (hit[0], line.end(pair.last)) if pair.behind else (line.start(pair.number), hit[1])
                rule = "counts.graded" if pair.noun else "counts.elliptic"
                yield note_of(start, end, pair.value, "areas", hit[2], rule)

    def _pair(self, line: Line, hit: Hit, *, sure: bool, tally: bool) -> Pair | None:
        """The number that goes with a grade.

        Args:
            line: The sentence.
            hit: The grade.
            sure: Whether the sentence is known to count areas.
            tally: Whether it has "six goods", or "six good" beside another grade.
        """
        text, at, end = line.text, line.at(hit[0]), line.at(hit[1])
        upto = at - (text[at - 1 : at] == '"')
        if at > 1 and line.word(upto - 1) in ("from", "or"):
            return None  # "graded from outstanding to inadequate", "good or outstanding in seven"
        if any(other[0] > hit[1] and _OR.fullmatch(line.reading.lower, hit[1], other[0]) for other in line.grades):
            return None  # "nine of the 11 areas were good or adequate"
        if line.word(end) == "practice" or _OR_BETTER.match(line.reading.lower, hit[1]):
            return None  # "eight areas of good practice", "good or better"
        if tally and upto > 1 and (value := _NOUNS.get((line.word(upto - 2), line.word(upto - 1)))):
            return Pair(upto - 2, upto, value, None, False, False, True, False)
        behind = _BEHIND.match(text, end)
        only = _ONLY.search(text, 0, at) if not behind and "D" in text[:at] else None
        if only and line.word(only.end("n") - 1) in _ONLY_WORDS and line.word(only.start()) in ("the", "its", "their"):
            return Pair(only.start(), only.end("n"), 1, None, "Z" in only[0], False, False, "Z" in only[0])
        given = None if behind else _GIVEN.match(text, end)
        if given and _GRADES_OF.search(text, 0, at) and (count := line.value(given.start("n"))) and count <= MOST:
            return Pair(given.start("n"), given.end("n"), count, None, bool(given["noun"]), True, True, True)
        stop = end + (text[end : end + 1] == '"')
        if sure and not behind and text[stop : stop + 1] in ("P", "p") and line.word(stop + 1) == "another":
            return Pair(
                stop + 1, stop + 2, 1, None, False, True, True, False
            )  # "good in three and adequate in another"
        match = behind or _BEFORE.search(text, 0, at) or (_ARTICLE.search(text, 0, at) if tally else None)
        if not match:
            return None
        if behind and not behind["n"]:
            return self._told(line, behind)
        if behind and behind["each"] and line.word(behind.start("each")) not in _EACH:
            return None
        number = match.start("n")
        count = 1 if match["n"] == "D" else line.value(number)
        if match["n"] == "D" and (line.word(number) not in ("a", "an") or not _LAST.match(text, end)):
            return None
        if count is None or count > MOST or line.word(number + 1) == "or":
            return None  # "in one or more of the areas"
        if not behind and (
            _ALL_OVER.match(line.reading.lower, hit[1]) or _OF_COUNTRY.match(line.reading.lower, hit[1])
        ):
            return None
        these = match["these"] == "D" and "#" not in match[0] if not behind else False
        if these and line.word(match.start("these")) not in _THESE:
            return None
        if not behind and number > 1 and text[number - 1] in "DPg" and self._is_share(line, number):
            return None
        plural = _is_plural(line.reading.lower, hit)
        noun = bool(behind["noun"]) if behind else "Z" in match[0]
        close = bool(behind) or match.end() - number <= _CLOSE or text[at - 1] == "P"
        if not (behind or noun or not close or plural or sure or len(line.grades) > 1 or _TALLY.match(text, end)):
            return None
        fronts = behind and behind.end("n") < len(text) and line.word(behind.end("n")) in _FRONTS
        other = line.word(number + 1) in ("more", "others") or (number and line.word(number - 1) in _OTHERS)
        marks = text[end : end + 1] == "#" and line.word(end).endswith("s") == (count > 1)  # "three good grades"
        listed = marks or "#" in match[0] or text.startswith('"#', end) or (close and _SET_OUT.search(text, 0, number))
        last = behind.end("noun") if behind and behind["noun"] else number + 1
        total = match.span("total") if match["total"] else None
        if not behind and match["all"]:
            total = match.span("all")
        if behind and behind["whole"]:
            total = behind.span("whole")
        if not behind and total and noun and line.word(number) == "one" and text[number - 1 : number] == "b":
            number, count, total = total[0], line.value(total[0]) or 0, None  # "it was one of seven areas graded good"
        named = behind and _NAMED.match(line.reading.lower, line.end(number + 1), line.high)
        known = bool(noun or plural or fronts or other or listed or named)
        return Pair(number, last, count, total, noun, bool(behind), close, known)

    @staticmethod
    def _is_share(line: Line, number: int) -> bool:
        """Whether a number is of all, of which part has a grade, or of forces: "half of the ten", "Kent and Essex got a good, the other two …"."""
        if line.word(number - 1) in _OTHERS:
            each = line.word(number + 1) == "each"
            return "Z" not in line.text and (each or _FORCES.search(line.text, 0, number) is not None)
        of = number - 1 - (line.word(number - 1) in ("the", "its"))
        return of > 0 and line.word(of) == "of" and line.word(of - 1) in _PART

    @staticmethod
    def _is_denied(line: Line, number: int) -> bool:
        """Whether a number counts what has no such grade: "none of the nine is good", "all but one are good"."""
        before = [line.word(at) for at in range(max(0, number - 3), number)]
        return before[-2:] == ["all", "but"] or before[-1:] == ["not"] or not _NONE.isdisjoint(before)

    @staticmethod
    def _told(line: Line, behind: re.Match[str]) -> Pair | None:
        """The number behind a grade with no noun: "outstanding: 1", "good five times"."""
        number = behind.start("n2" if behind["n2"] else "n3")
        word = line.word(number)
        if behind["n3"] and word not in _TIMES and line.word(number + 1) != "times":
            return None
        count = _TIMES.get(word) or line.value(number)
        if not count or count > MOST:
            return None
        first, rest = line.text[: behind.start()], line.text[number + 1 :]
        heads = not first.strip('"G_') and (rest.startswith("):") or not rest.strip(')."'))  # "Good (5): \u2026"
        return Pair(number, number + 1, count, None, bool(behind["noun2"]), True, True, heads or bool(behind["noun2"]))

    def _is_other(self, line: Line, hit: Hit, published: str | None, *, behind: bool) -> bool:
        """Whether a grade is wished for, denied, or of an earlier inspection."""
        clause = self.scope.clause(line.reading, hit[0], hit[1], line.low, line.high)
        if _WISHED.search(line.reading.lower, max(line.low, hit[0] - REACH), hit[0]):
            return True
        if line.reported:
            return self.scope.is_earlier(line.told(*clause), published)
        if self.scope.is_previous(line.reading, hit, clause, line.low, line.high, published):
            return True
        return behind and self.scope.is_unreal(line.reading, hit, clause, line.grades)

    def _about_others(self, line: Line) -> bool:
        """Whether a sentence, or the one before it in its paragraph, counts forces or cases."""
        reading = line.reading
        number = reading.sentence_at(line.low)
        before = reading.sentences[max(0, number - 1)]
        low = before.start if before.span == reading.sentences[number].span else line.low
        text = f" {reading.lower[low : line.high]}"
        return _BODIES.search(text) is not None or self.scope.cases.search(_WORK.sub(" ", text)) is not None

    def _about_cases(self, line: Line, above: Line | None) -> bool:
        """Whether single cases are counted: "of the 36 files, 15 were good"."""
        lower = line.reading.lower
        colon = _MARK.search(
            lower, line.grades[0][1], line.high
        )  # behind it areas are named: "responding to incidents"
        if line.text.startswith("P") and _FOLK.match(line.text):
            return True
        if self.scope.counts_cases(_WORK.sub(" ", lower[line.low : colon.start() if colon else line.high])):
            return True
        return above is not None and "Z" not in above.text and self.scope.counts_cases(lower[above.low : above.high])


def _whole(line: Line, upto: int, count: int) -> int:
    """Token before another at which a line has the number of all grades, or -1: "of the 11, …", "nine verdicts: …"."""
    at = line.text.find("0", 0, upto)
    while at >= 0:
        alone = line.text[at + 1 : at + 2] == "," and line.text[:at] in _OF_ALL
        if line.value(at) == count and (alone or line.word(at + 1) in _VERDICTS):
            return at
        at = line.text.find("0", at + 1, upto)
    return -1


def _is_plural(lower: str, hit: Hit) -> bool:
    """Whether a grade is counted as a thing: "six goods"."""
    return lower.endswith("s", hit[0], hit[1]) and not hit[2].endswith("s")
