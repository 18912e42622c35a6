"""Of which inspection a grade is: what the clause, the sentence and the sentences before it say.

Enters a sentence and a grade in it; leaves names of features that hold. Their weights are data, measured on gold
(`data/weights/grades.json`); no feature knows a wording of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.dates import MONTHS
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.links import to_grade
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.view import View
from extract.pipes.patterns import EDGE

_YEAR = expression(r"(?:19|20)(?<!\w\d\d)\d\d\b")
_BACK = frozenset(("which", "where", "having", "it"))
_THAT = expression(
    r"(?:(?:in|at|on|by|during) that (?P<noun>inspection|report|time|year|round|assessment|occasion|visit|letter)"
    r"|at the time|back then|that (?:inspection|report|letter|year|visit|assessment|team))\b"
)
"""What points back to the inspection of the sentence before."""
_LEFT = frozenset(("from", "after", "than", "since"))
"""Words before a grade that is left behind."""
_TURNS = frozenset(("from", "to", "into", "now"))
_MOVED = _TURNS | {"then"}
_AHEAD = _MOVED | {"before"}
_MONTH = expression(
    rf"{EDGE}(?P<by>in|of|from|since|last) (?P<month>{'|'.join(MONTHS)})\b(?!,? (?:19|20)\d\d)", re.ASCII
)
_REPORTED = expression(
    r"\b(?:reports?|reported|batch|tranche|published|out|released|issued|grades|judged|graded|rated|separate)\b"
)
_BESIDE = 60
"""Characters around a month in which a report is named."""
_DAY = 7
"""Characters of a date with its month."""
_PASSAGE = 5
"""Sentences of a passage that are looked through for a time, and one."""
REVISIT = "revisit"
"""Feature of an article on what became of an earlier report."""
_REACH_NEXT = 6
_REACH_BACK = 6
"""Sentences before "in that report" in one of which the report is named."""


class Times:
    """Names features of the inspection that a grade is of.

    Args:
        scope: Reader of qualifiers.
    """

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.cues = (("then", scope.is_then), ("now", scope.is_now), ("kept", scope.is_kept))

    def of(self, view: View, grade: int, prior: tuple[int, str] | None, first: str = "") -> list[str]:
        """Features of the inspection that a grade is of: this one, an earlier one, or both.

        Args:
            view: The sentence.
            grade: Number of the grade's element.
            prior: The grade before it in the sentence and of which inspection that is, or None.
            first: Of which inspection the first grade of the sentence is.
        """
        reading, hit, elements = view.reading, view.hits[grade], view.elements
        sorts, words = elements.sorts, _plain(elements.words)
        clause = view.clauses[hit[0]]
        found = []
        if self.scope.is_previous(reading, hit, clause, view.low, view.high, view.published):
            found.append("previous")
        lower = reading.lower
        left, right = lower[clause[0] : hit[0]], lower[hit[1] : clause[1]]
        text = lower[clause[0] : clause[1]]
        cues = [cue for cue in self.cues if cue[1](text)]
        if cues:
            found += [f"before:{name}" for name, holds in cues if holds(left)]
            found += [f"behind:{name}" for name, holds in cues if holds(right)]
        whole = self._years(view, lower[view.low : view.high])
        gap = self._years(view, left) if whole else ""
        found.append(f"year:{gap}" if gap else f"year:{self._years(view, right) if whole else ''}behind")
        found += self._apart(view, grade, clause, whole=bool(whole))
        near = range(max(0, grade - 3), grade)
        found += [f"verb:{words[n]}" for n in near if sorts[n] in "VM"]
        last = _turn(elements, grade)
        found.append(f"last:{words[last] if last >= 0 else '-'}")
        before = _turn(elements, last)
        if before >= 0:
            found.append(f"last2:{words[before]} {words[last]}")
        names = [words[n] if sorts[n] in "JXB" else sorts[n] for n in near[-2:] if sorts[n] != "D"]
        found.append(f"after:{names[-1] if names else '^'}")
        follows = sorts[grade + 1 : grade + 2]
        found.append(f"ahead:{words[grade + 1] if follows and follows in 'J)' else '-'}")
        path = to_grade(sorts, grade - 1, -1)
        if path is not None:
            since = range(grade - len(path), grade)
            found.append("prior")
            found += [
                f"prior:{word}"
                for word in dict.fromkeys([words[n] for n in since if sorts[n] in "JXBM(" or words[n] in _BACK])
            ]
        that = _THAT.match(lower, view.low, view.high)
        if that and self._is_earlier_above(view, that["noun"]):
            found += ["that:then"] if "previous" in found else ["that:then", "previous"]
        if self.scope.is_earlier(lower[view.low : view.low + 60], view.published):
            found.append("opened:then")
        if view.above:
            text = lower[view.above[0] : view.above[1]]
            if self.scope.is_earlier(text, view.published):
                found.append("above:then")
            elif self.scope.is_dated(text, view.published):
                found.append("above:dated")
        found += self._passage(view)
        if prior:
            between = sorts[prior[0] + 1 : grade]
            if ";" in between:
                prior = prior[0], f";{first}"
            verb = "B" in between or "X" in between
            moved = not _MOVED.isdisjoint(words[prior[0] + 1 : grade])
            found += [f"prior:{prior[1]}", f"prior:{prior[1]}{verb}", f"prior:{prior[1]}{verb}{moved}"]
        else:
            opens = words[0] if sorts[0] in "RJ" else sorts[0]
            found += [
                f"recent:{view.state}",
                f"recent:{view.state}{opens}",
                f"recent:{view.state}{view.above is not None}",
            ]
        found += self._ahead(elements, grade)
        found += self._months(view, lower)
        found += [f"anyyear:{whole}", view.perfect]
        if found[0] == "previous":
            found.append(f"previous|{view.perfect}")
        if "(" in sorts[max(0, grade - 5) : grade]:
            found.append("bracketed")
        return found

    def _passage(self, view: View) -> Iterator[str]:
        """Whether a passage tells of an earlier inspection: the last sentence before that says when, and what the article is."""
        revisit = REVISIT in view.article
        if revisit:
            yield REVISIT
        reading = view.reading
        number = reading.sentence_at(view.low)
        span = reading.sentences[number].span
        for other in range(number - 1, max(-1, number - _PASSAGE), -1):
            sentence = reading.sentences[other]
            if sentence.span != span:
                break
            text = reading.lower[sentence.start : sentence.end]
            earlier = self.scope.is_earlier(text, view.published)
            if earlier or self.scope.is_now(text):
                kind = "then" if earlier else "now"
                yield f"passage:{kind}"
                yield f"passage:{kind}{number - other}{REVISIT if revisit else ''}"
                return

    @staticmethod
    def _months(view: View, lower: str) -> Iterator[str]:
        """Whether a sentence names the month of another report: "in July's batch", "in a report published in March"."""
        if not view.published or len(view.published) < _DAY:
            return
        own = int(view.published[5:7])
        for match in _MONTH.finditer(lower, max(0, view.low - 1), view.high):
            month = MONTHS[match["month"]]
            if month in (own, own % 12 + 1):
                continue
            reported = _REPORTED.search(lower, max(view.low, match.start() - _BESIDE), match.end() + _BESIDE // 2)
            yield f"month:{'reported' if reported else match['by']}"

    def _apart(self, view: View, grade: int, clause: tuple[int, int], *, whole: bool) -> Iterator[str]:
        """What tells of which inspection a grade is, apart from its clause and from what is said of other grades.

        Args:
            view: The sentence.
            grade: Number of the grade's element.
            clause: Its clause.
            whole: Whether the sentence has a year.
        """
        lower, elements = view.reading.lower, view.elements
        sorts, words = elements.sorts, elements.words
        behind = sorts.find("G", grade + 1)
        end = elements.starts[behind] if behind >= 0 else view.high
        gap = self._years(view, lower[view.hits[grade][1] : max(end, view.hits[grade][1])]) if whole else ""
        if gap:
            yield f"own:{gap}"
        if words[grade + 1 : grade + 2] == ["then"]:
            yield "then+"
        prior = sorts.rfind("G", 0, grade)
        low = elements.ends[prior] if prior >= 0 else view.low
        if low < clause[0] and self.scope.is_earlier(lower[low : clause[0]], view.published):
            yield f"aside:then{'' if prior < 0 else '|prior'}"
        opened = sorts.rfind("(", max(0, grade - 5), grade)
        if opened >= 0 and ")" not in sorts[opened:grade]:
            yield f"bracket:{words[opened + 1] if sorts[opened + 1] in 'BXPJ' else sorts[opened + 1]}"
        if sorts[grade - 1 : grade] and words[grade - 1] in _LEFT:
            yield f"left:{words[grade - 1]}|{'next' if behind >= 0 else 'last'}"

    def _is_earlier_above(self, view: View, noun: str | None) -> bool:
        """Whether the sentence before, or the last one that names what is pointed at, is about an earlier inspection."""
        number = view.reading.sentence_at(view.low)
        near = view.reading.sentences[max(0, number - _REACH_BACK) : number][::-1]
        texts = [view.reading.lower[above.start : above.end] for above in near]
        if texts and noun:
            texts = [text for text in texts if f" {noun}" in text][:1] or texts
        return bool(texts) and (self.scope.is_then(texts[0]) or self.scope.is_dated(texts[0], view.published))

    @staticmethod
    def _ahead(elements: Elements, grade: int) -> list[str]:
        """How the sentence goes on from a grade to the next one: "was adequate and is now good"."""
        sorts, words = elements.sorts, _plain(elements.words)
        end = sorts.find("G", grade + 1)
        if end < 0:
            return ["next-"]
        between = [words[n] for n in range(grade + 1, end) if sorts[n] in "BXM" or words[n] in _AHEAD]
        far = "far" if end - grade - 1 > _REACH_NEXT else "near"
        return [f"next:{far}", *[f"next:{word}{far}" for word in dict.fromkeys(between)]]

    def _years(self, view: View, text: str) -> str:
        """How far a year in a text lies before the article's."""
        if "20" not in text and "19" not in text:
            return ""
        years = _YEAR.findall(text)
        if not years:
            return ""
        if not view.published:
            return "?"
        gap = int(view.published[:4]) - int(years[-1])
        return "0" if gap <= 0 else "1" if gap == 1 else "2"


def _plain(words: list[str]) -> list[str]:
    """Words of moving to a grade as one: "turned into good" is as "turned to good"."""
    return ["to" if word == "into" else word for word in words] if "into" in words else words


def _turn(elements: Elements, at: int) -> int:
    """Number of the last auxiliary or word of moving before an element, or -1."""
    sorts, words = elements.sorts, elements.words
    at -= 1
    while at >= 0 and sorts[at] not in "BX" and words[at] not in _TURNS:
        at -= 1
    return at
