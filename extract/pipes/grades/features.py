"""What speaks for and against a grade by itself: whether it is a verdict of an inspectorate on a body.

Enters the elements of a sentence; leaves names of features that hold. Their weights are data, measured on gold
(`data/weights/grades.json`); no feature knows a wording of an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.adjectives import is_adjective
from extract.pipes.grades.areas import Areas
from extract.pipes.grades.foreign import is_foreign
from extract.pipes.grades.links import Links, step
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.times import Times
from extract.pipes.grades.view import View
from extract.pipes.triggers import Hit

_BODY = expression("[FY]")
_PERSON = frozenset(("i", "i'm", "i've", "i'd", "you", "your", "my"))
_CLOSED = frozenset("BXJDPRVM")
"""Classes of which a word stands by itself in a feature, and not by its class."""
_PRONOUN = expression("R(?:WR)?N?[BX]{0,2}[JBV]{0,2}J?D?$")
"""Classes of a pronoun with its verb before a grade: "it was", "both of those were", "all three had been"."""
POINTERS = frozenset(("all", "both", "each", "everything", "former", "latter", "these", "those"))
"""Pronouns that stand for areas named before."""


_PREDICATE = frozenset("BXVMJD,")
"""Classes of the words between a subject and the grade that it has."""


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
        self.times = Times(scope)

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
            found.append(f"own:{self._subject(elements, grade)}")
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
        if best <= 0 and _PRONOUN.search(sorts, 0, grade):
            dated = self.scope.is_then(reading.lower[view.low : view.high])
            dated = dated or self.scope.is_dated(reading.lower[view.low : view.high], view.published)
            found += [f"it:{'dated' if dated else 'plain'}", f"it:{'dated' if dated else 'plain'}|recent:{view.recent}"]
        return found

    def _subject(self, elements: Elements, grade: int) -> str:
        """What a grade without a wording is said of: the class of what stands before its verb."""
        here = grade - 1
        while here >= 0 and elements.sorts[here] in _PREDICATE:
            here -= 1
        if here < 0 or elements.sorts[here] != "W":
            return elements.sorts[here] if here >= 0 else "^"
        return "occasion" if elements.words[here] in self.occasion else "W"

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
        if is_adjective(reading.lower, hit, high, self.scope.marking):
            yield "adjective"
        if self.scope.is_unreal(reading, hit, clause, hits):
            yield "unreal"
        if self.scope.is_case(reading, hit, clause, low, above):
            yield "case"
        if self.scope.is_unfinished(reading, hit, clause):
            yield "unfinished"
        if is_foreign(reading.lower, low, hit[0]):
            yield "foreign"


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
