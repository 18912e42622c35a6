"""What speaks for and against: features of a grade by itself, and of which inspection it is.

Enters the elements of a sentence; leaves names of features that hold. Their weights are data, measured on gold
(`data/weights/grades.json`); no feature knows a wording of an article.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.document.reading import Reading
from extract.pipes.elements import Elements
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.foreign import is_foreign
from extract.pipes.grades.links import Links, step, to_grade
from extract.pipes.grades.scope import Scope
from extract.pipes.triggers import Hit

_YEAR = re.compile(r"(?:19|20)(?<!\w\d\d)\d\d\b")
_BACK = frozenset(("which", "where", "having", "it"))
_BODY = re.compile("[FY]")
_PERSON = frozenset(("i", "i'm", "i've", "i'd", "you", "your", "my"))
_THAT = re.compile(
    r"(?:(?:in|at|on|by|during) that (?P<noun>inspection|report|time|year|round|assessment|occasion|visit|letter)"
    r"|at the time|back then|that (?:inspection|report|letter|year|visit|assessment|team))\b"
)
"""What points back to the inspection of the sentence before."""
_LEFT = frozenset(("from", "after", "than", "since"))
"""Words before a grade that is left behind."""
_TURNS = frozenset(("from", "to", "now"))
_MOVED = _TURNS | {"then"}
_AHEAD = _MOVED | {"before"}
_CLOSED = frozenset("BXJDPRVM")
"""Classes of which a word stands by itself in a feature, and not by its class."""
POINTERS = frozenset(("all", "both", "each", "everything", "former", "latter", "these", "those"))
"""Pronouns that stand for areas named before."""


_REACH_NEXT = 6
_REACH_BACK = 6
"""Sentences before "in that report" in one of which the report is named."""


@dataclass(slots=True)
class View:
    """A sentence with grades, as features see it.

    Args:
        reading: The text.
        low: Where the sentence begins.
        high: Where it ends.
        elements: Its elements.
        hits: Its grades, by the number of their element.
        kind: Kind of its block.
        above: The sentence before it in its block, or None.
        published: ISO date of the article.
        article: Features of the article.
        scale: Whether it explains the grades.
        recent: What stands in the two sentences before it: a grade, or nothing.
        state: Of which inspection the last grade of the sentence before it is: "now", "then" or "both".
        bare_above: The sentence before it in its block, where that has no grade.
        heading: The area that the heading of its section names, or None.
        standing: What the passage is about, of the sentence before or of the heading.
        opened: Whether the article says at its opening what it is about, and the heading which force.
        perfect: How much of the article stands in the past perfect, as reports of meetings do.
        graded: All grades of the sentence.
        vetoed: Offsets of those that the words around them take away.
        clauses: The clause of each grade, by its offset.
    """

    reading: Reading
    low: int
    high: int
    elements: Elements
    hits: Mapping[int, Hit]
    kind: str
    above: tuple[int, int] | None
    published: str | None
    article: tuple[str, ...]
    scale: bool = False
    recent: str = ""
    perfect: str = ""
    state: str = ""
    bare_above: tuple[int, int] | None = None
    heading: Piece | None = None
    standing: Sequence[Piece] = ()
    opened: str = ""
    graded: Sequence[Hit] = ()
    vetoed: Collection[int] = ()
    clauses: Mapping[int, tuple[int, int]] = field(default_factory=dict)


class Features(Links):
    """Names features.

    Args:
        areas: Knows the topics of the programmes.
        classes: Table of `classes.toml`.
        scope: Reader of qualifiers.
    """

    def __init__(self, areas: Areas, classes: Mapping[str, Sequence[str]], scope: Scope) -> None:
        super().__init__(areas, classes)
        self.scope = scope
        self.cues = (("then", scope.is_then), ("now", scope.is_now), ("kept", scope.is_kept))

    def verdict(self, view: View, grade: int, links: Sequence[float], known: bool, others: float) -> list[str]:
        """Features of a grade by itself: whether it is a verdict of an inspectorate on a body.

        Args:
            view: The sentence.
            grade: Number of the grade's element.
            links: Scores of the wordings that may be what it is for, the best first.
            known: Whether the best of them is worded as a known area.
            others: The best score of a wording for another grade of the sentence.
        """
        reading, hit, elements = view.reading, view.hits[grade], view.elements
        sorts, words = elements.sorts, elements.words
        written = reading.lower[hit[0] : hit[1]]
        found = [f"is:{hit[2]}"]
        if written != hit[2]:
            found.append(f"written:{'said' if written.split()[-1] in self.occasion else 'form'}")
        marked = hit[0] > 0 and reading.text[hit[0] - 1] in "'\""
        if marked:
            found.append("marked")
        if reading.text[hit[0]].isupper() and hit[0] > view.low + 1:
            found.append("capital")
        before = [_name(elements, number) for number in range(max(0, grade - 2), grade)]
        follows = sorts[grade + 1 : grade + 2]
        found += [
            f"after:{before[-1] if before else '^'}",
            f"ahead:{_name(elements, grade + 1) if follows else '$'}",
            f"after2:{' '.join(before)}",
        ]
        if follows == "W":
            found.append("noun:" + ("mark" if words[grade + 1] in self.occasion else "other"))
        best = links[0] if links else -9.0
        level = "sure" if best > 2 else "likely" if best > 0 else "weak" if best > -1.5 else "none"
        found += [
            f"link:{level}",
            f"link:{level}{'known' if known else ''}",
            f"link:{level}{'marked' if marked else ''}",
        ]
        if best <= 0:
            if view.standing:
                found += ["standing", f"standing|link:{level}"]
            if view.opened:
                found += [f"opened:{view.opened}", f"opened:{view.opened}|after:{before[-1] if before else '^'}"]
        found += self._bodies(elements, grade, level)
        near = max(0, grade - 6)
        around = words[near : grade + 7]
        if not POINTERS.isdisjoint(around) and any(
            word in POINTERS and sorts[n] == "R" for n, word in enumerate(around, near)
        ):
            found += ["pointed", f"pointed|link:{level}", f"pointed|recent:{view.recent}"]
        beside = "sure" if others > 1.5 else "some" if others > 0 else "none"
        found += [f"beside:{beside}", f"beside:{beside}|link:{level}"]
        if hit[0] in view.vetoed:
            found += self.qualifiers(reading, hit, view.clauses[hit[0]], view.graded, view.low, view.high, view.above)
        verb = sorts.rfind("V", 0, grade)
        found.append(f"verb:{words[verb] if verb >= 0 else ''}")
        if view.scale:
            found.append("scale")
        found += [f"has{sort}" for sort in "IFYN" if sort in sorts]
        found.append(f"grades{min(sorts.count('G'), 4)}")
        found += [f"kind:{view.kind}", *view.article]
        found += [f"recent:{view.recent}", f"recent:{view.recent}|link:{level}"]
        found.append(f"{'short' if len(elements) < 9 else 'full'}|link:{level}|recent:{view.recent}")
        if reading.text[view.high - 1 : view.high] == "?":
            found.append("asked")
        if not _PERSON.isdisjoint(words):
            found.append("person")
        return found

    @staticmethod
    def _bodies(elements: Elements, grade: int, level: str) -> list[str]:
        """Of the body that a grade may be given to: how it stands to the grade, where no other grade stands between."""
        sorts = elements.sorts
        left = sorts[sorts.rfind("G", 0, grade) + 1 : grade]
        behind = sorts.find("G", grade + 1)
        right = sorts[grade + 1 : behind if behind >= 0 else len(sorts)]
        found = []
        place = max(left.rfind("F"), left.rfind("Y"))
        if place >= 0:
            found += _body("left", left[place], left[place + 1 :], level)
        body = _BODY.search(right)
        if body:
            found += _body("right", body[0], right[: body.start()], level)
        if "overall" in elements.words[max(0, grade - 5) : grade + 4]:
            found += ["overall", f"overall|link:{level}"]
        return found

    def qualifiers(
        self,
        reading: Reading,
        hit: Hit,
        clause: tuple[int, int],
        hits: Sequence[Hit],
        low: int,
        high: int,
        above: tuple[int, int] | None,
    ) -> Iterator[str]:
        """What the words around a grade do to it: signs that nothing outweighs, so that mostly the first is enough.

        Args:
            reading: The text.
            hit: The grade.
            clause: Its clause.
            hits: All grades of the sentence.
            low: Where the sentence begins.
            high: Where it ends.
            above: The sentence before it in its block, or None.
        """
        if self.scope.is_adjective(reading, hit, high):
            yield "adjective"
        if self.scope.is_unreal(reading, hit, clause, hits):
            yield "unreal"
        if self.scope.is_case(reading, hit, clause, low, above):
            yield "case"
        if self.scope.is_unfinished(reading, hit, clause):
            yield "unfinished"
        if is_foreign(reading.lower, low, hit[0]):
            yield "foreign"

    def time(self, view: View, grade: int, prior: tuple[int, str] | None, first: str = "") -> list[str]:
        """Features of the inspection that a grade is of: this one, an earlier one, or both.

        Args:
            view: The sentence.
            grade: Number of the grade's element.
            prior: The grade before it in the sentence and of which inspection that is, or None.
            first: Of which inspection the first grade of the sentence is.
        """
        reading, hit, elements = view.reading, view.hits[grade], view.elements
        sorts, words = elements.sorts, elements.words
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
        found += [f"anyyear:{whole}", view.perfect]
        if found[0] == "previous":
            found.append(f"previous|{view.perfect}")
        if "(" in sorts[max(0, grade - 5) : grade]:
            found.append("bracketed")
        return found

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
        sorts, words = elements.sorts, elements.words
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


def _turn(elements: Elements, at: int) -> int:
    """Number of the last auxiliary or word of moving before an element, or -1."""
    sorts, words = elements.sorts, elements.words
    at -= 1
    while at >= 0 and sorts[at] not in "BX" and words[at] not in _TURNS:
        at -= 1
    return at


def _body(side: str, sort: str, path: str, level: str) -> list[str]:
    """Features of a body on one side of a grade, by the classes of what stands between."""
    found = [f"{side}{sort}{step(len(path))}", f"{side}{sort}{step(len(path))}|link:{level}"]
    if len(path) < 5:
        found += [f"{side}{sort}:{path}", f"{side}{sort}:{path}|link:{level}"]
    return found


def _name(elements: Elements, number: int) -> str:
    """A word of a closed class by itself, any other by its class."""
    sort = elements.sorts[number]
    return elements.words[number] if sort in _CLOSED else sort
