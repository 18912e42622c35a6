"""Features of a wording and a grade: what the wording looks like, how the two stand, and what stands between them.

Enters the elements of a sentence; leaves names of features that hold. Their weights are data, measured on gold
(`data/weights/grades.json`); no feature knows a wording of an article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.document.forms import FUNCTION_WORDS, alternation
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.areas import Areas
from extract.pipes.grades.phrases import OCCASION
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.wordings import Wording

_WORD = expression(r"[a-z'-]+")
_KNOWN = frozenset(("topic", "near", "known3", "known4"))
_OWNERS = frozenset(f"{body}'s" for body in ("force", "service", "constabulary", "brigade"))
"""Words for the body itself, whose area a wording names: "the force's investigation of crime"."""
SHORT = 7
"""Elements between a grade and a wording from which on the first or last of them do not tell the others."""
_STEPS = ("0", "1", "2", "2", "4", "4", "4", "7", "7", "7", "7", "7")
_LIGHT = dict.fromkeys(map(ord, "JDRXN"))
"""Classes of words that a path can do without, as `translate` leaves them out."""
_VERB = expression("[BVMX]")
_ANNOUNCED = expression("P?[NR][WR]*[:(\u2013,]R?$")
"""Classes of "in three areas (" or "in two: ", before what is announced."""
_RELATIVE = expression(",?R[RD]?[BX][BXVJD]*")
"""Classes between what a relative clause is about and its grade: ", which is now"."""
_PRONOUNS = frozenset(("which", "who", "whose", "where"))
"""Words with which a relative clause opens."""
_ENDS = frozenset(":(\u2013,R")
"""Classes with which `_ANNOUNCED` ends."""


def step(number: int) -> str:
    """A number as one of few steps."""
    return _STEPS[number] if number < len(_STEPS) else "12"


class Sketch(NamedTuple):
    """A wording and what it looks like.

    Args:
        wording: The wording.
        text: Its first phrase, cleaned.
        traits: Features of the wording alone.
        known: Whether it looks like an area.
    """

    wording: Wording
    text: str
    traits: tuple[str, ...]
    known: bool


class Stand(NamedTuple):
    """How a grade and a wording stand to each other.

    Args:
        path: Classes of what stands between them.
        right: Whether the wording stands behind the grade.
        opens: "P" for a wording that begins with a preposition, else "-".
        known: "known" for one that looks like an area, else "odd".
    """

    path: str
    right: bool
    opens: str
    known: str


class Links:
    """Names features of wordings and of their links with grades.

    Args:
        areas: Knows the topics of the programmes.
        classes: Table of `classes.toml`.
    """

    def __init__(self, areas: Areas, classes: Mapping[str, Sequence[str]]) -> None:
        self.areas = areas
        self.occasion = frozenset(classes["occasion"])
        self.body = frozenset(classes["body"])
        self.topical = (
            frozenset(word for topic in areas.topics for word in topic.split()) - FUNCTION_WORDS - self.occasion
        )
        self.work = re.compile(rf"(?:{alternation(classes['work'])})")
        self.known = lru_cache(maxsize=1 << 14)(self._known)

    def sketch(self, lower: str, elements: Elements, wording: Wording) -> Sketch:
        """What a wording looks like: known as an area, a gerund, a clause with "how"."""
        first, last = wording.first, wording.last
        stop = wording.items[1] if len(wording.items) > 1 else last
        piece = clean(lower, elements.starts[first], elements.ends[stop - 1])
        text = lower[piece[0] : piece[1]] if piece else ""
        whole = lower[elements.starts[first] : elements.ends[last - 1]]
        words = [word for word in _WORD.findall(whole) if word not in FUNCTION_WORDS and word not in _OWNERS]
        sorts, inside = elements.sorts[first:last], elements.words[first:last]
        traits = []
        if not words:
            traits.append("empty")
        elif text in self.areas.topics:
            traits.append("topic")
        elif self.areas.near(text):
            traits.append("near")
        if words and len(words) > 1 and self._ends(text):
            traits.append("ends")
        traits.append(f"known{4 * sum(map(self.known, words)) // len(words) if words else 0}")
        traits.append(f"long{step(len(words))}")
        opener = first + (sorts[0] == "P")
        sort, word = elements.sorts[opener], elements.words[opener]
        traits.append(f"opens{sort}")
        if sort == "D":
            traits.append(f"det:{word}")
        if len(word) > 5 and word.endswith("ing"):
            traits.append("gerund")
        if "H" in sorts[:3]:
            traits.append("how")
        if "N" in sorts:
            traits.append("number")
        if not OCCASION.isdisjoint(inside):
            traits.append("occasion")
        if "F" in sorts:
            traits.append("named")
        if not self.body.isdisjoint(inside) or ("Y" in sorts and _OWNERS.isdisjoint(inside)):
            traits.append("body")
        if len(wording.items) > 1:
            traits.append("list")
        return Sketch(wording, text, tuple(traits), not _KNOWN.isdisjoint(traits))

    def _ends(self, text: str) -> bool:
        """Whether a wording ends with a topic: "its approach to neighbourhood policing"."""
        at = text.find(" ")
        while at >= 0:
            if text[at + 1 :] in self.areas.topics:
                return True
            at = text.find(" ", at + 1)
        return False

    def _known(self, word: str) -> bool:
        """Whether a word is of what forces and services are graded for."""
        return word in self.topical or bool(self.work.match(word))

    def link(self, elements: Elements, grade: int, sketch: Sketch) -> list[str]:
        """Features of a grade and a wording: how they stand to each other, and the traits of the wording.

        Args:
            elements: The sentence.
            grade: Number of the grade's element.
            sketch: The wording.
        """
        tied = [tie + trait for tie in tie_of(sketch.wording, grade) for trait in sketch.traits]
        return self.between(elements, grade, sketch) + tied

    def between(self, elements: Elements, grade: int, sketch: Sketch) -> list[str]:
        """Features of how a grade and a wording stand to each other and what stands between them.

        Args:
            elements: The sentence.
            grade: Number of the grade's element.
            sketch: The wording.
        """
        stand = stand_of(elements, grade, sketch)
        return names_of(stand) + self.aside(elements, grade, sketch, stand)

    def aside(self, elements: Elements, grade: int, sketch: Sketch, stand: Stand) -> list[str]:
        """Of these features those that what stands between does not tell by its classes alone.

        Args:
            elements: The sentence.
            grade: Number of the grade's element.
            sketch: The wording.
            stand: How the two stand to each other.
        """
        first, last, _ = sketch.wording
        sorts, words = elements.sorts, elements.words
        path, right, opens, known = stand
        side = "R" if right else "L"
        found = [f"{side}by:{words[first] if opens == 'P' else '-'}"]
        if path[-1:] in _ENDS and _ANNOUNCED.search(path):
            between = words[grade + 1 : first] if right else words[last:grade]
            if not self.occasion.isdisjoint(between):
                found.append(f"{side}announced")
        given = sorts[grade - 1] if grade else "^"
        given = sorts[grade - 2] if given == "J" and grade > 1 and words[grade - 1] == "as" else given
        if given == "V":
            found += [f"{side}given{step(len(path))}{opens}", f"{side}given{known}{opens}"]
        if right:
            found += self._right(elements, grade, sketch.wording, opens)
        else:
            found += self._left(elements, grade, sketch.wording, opens)
        return found

    @staticmethod
    def _right(elements: Elements, grade: int, wording: Wording, opens: str) -> list[str]:
        """Of a wording behind the grade: which grade comes next, and whether the wording is rather its subject."""
        sorts = elements.sorts
        path = to_grade(sorts, wording.last, 1)
        if path is None:
            found = ["Rnext-"]
        else:
            verb = "none" if _VERB.search(path) is None else "verb"
            found = [f"Rnext:{path[:3]}", f"Rnext:{verb}{opens}{step(len(path))}"]
        found.append("Rlater" if "G" in sorts[:grade] else "Rlead")
        ahead = sorts[wording.last : wording.last + 2]
        if ahead and (ahead[0] in "BXVM" or (ahead[0] == "R" and ahead[-1] in "BXVMG")):
            between = sorts[grade + 1 : wording.first]
            found += [f"Rsubject{opens}", f"Rsubject{opens}{';' in between}{'&' in between}{',' in between}"]
        return found

    @staticmethod
    def _left(elements: Elements, grade: int, wording: Wording, opens: str) -> list[str]:
        """Of a wording before the grade: whether a clause begins with it, and whether a grade before it has it."""
        sorts, first = elements.sorts, wording.first
        before = sorts[first - 1] if first else "^"
        relative = _RELATIVE.fullmatch(sorts, wording.last, grade)
        opened = sorts.rfind(",R", 0, first)
        over = opened > 0 and "," not in sorts[opened + 1 : first] and "," in sorts[wording.last : grade]
        path = to_grade(sorts, first - 1, -1)
        ahead = sorts[grade + 1] if grade + 1 < len(sorts) else "$"
        found = [f"Lstarts:{before}", f"Lstarts:{before}{opens}", f"Lahead:{ahead}", f"Lahead:{ahead}{opens}"]
        if relative:
            found.append("Lrelative")
        if over and elements.words[opened + 1] in _PRONOUNS:
            found.append("Lover")  # "its work, which means that cells are clean, was"
        if path is None:
            found.append(f"Lprior-{opens}")
        else:
            found += [f"Lprior:{path[-3:]}{opens}", f"Lprior{step(len(path))}{opens}"]
        return found


def stand_of(elements: Elements, grade: int, sketch: Sketch) -> Stand:
    """How a grade and a wording stand to each other."""
    first, last, _ = sketch.wording
    right = first > grade
    path = elements.sorts[grade + 1 : first] if right else elements.sorts[last:grade]
    return Stand(path, right, "P" if elements.sorts[first] == "P" else "-", "known" if sketch.known else "odd")


def names_of(stand: Stand) -> list[str]:
    """Features of a grade and a wording that how they stand to each other tells."""
    path, right, opens, known = stand
    side = "R" if right else "L"
    grades, length = path.count("G"), len(path)
    far = step(length)
    begins = path[:4] if right else path[-4:]
    bones = path.translate(_LIGHT)
    found = [
        side,
        f"{side}far{far}",
        f"{side}grades{_STEPS[grades] if grades < 2 else '2'}",
        f"{side}{opens}",
        f"{side}{opens}far{far}G{'1' if grades else '0'}",
        f"{side}path:{begins}|{opens}" if length < SHORT else f"{side}path+",
        f"{side}near:{known}{far}{opens}",
        f"{side}{known}:{begins}|{opens}",
        f"{side}first:{path[:1]}{opens}",
        f"{side}last:{path[-1:]}{opens}",
        f"{side}bones:{bones if len(bones) < 5 else '+'}|{opens}",
        *(f"{side}has{sort}" for sort in dict.fromkeys(path)),
    ]
    if ("(" in path or ")" in path) and (opened := path.count("(")) != (closed := path.count(")")):
        found.append(f"{side}bracket{'in' if opened > closed else 'out'}")
    return found


def tie_of(wording: Wording, grade: int) -> tuple[str, str]:
    """What goes before a trait of a wording in the names of the features of its link with a grade."""
    return ("R~" if wording.first > grade else "L~"), "~"


def to_grade(sorts: str, at: int, step: int) -> str | None:
    """Classes from an element to the next grade in a direction, in the order of the text; None where there is none."""
    if step > 0:
        grade = sorts.find("G", at)
        return sorts[at:grade] if grade >= 0 else None
    grade = sorts.rfind("G", 0, at + 1)
    return sorts[grade + 1 : at + 1] if grade >= 0 else None
