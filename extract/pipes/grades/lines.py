"""Lines of an area and its grade, and heads of lists: "Efficiency: good (good)", "Good \u2013 managing offenders", "Good:".

Enters the elements of a line or of a part of one; leaves what it states. Sentences are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.document.dates import read_number
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.members import KEPT, Member, read_members
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.verdict import OUTSIDE

_SEPARATORS = ":\u2013=>"
_WEAK = ",.("
"""What parts an area from its grade where the area is known as one."""
_VERBS = expression("[BXR]")
_LEAD = expression("[VMIFB]")
"""Classes of a clause that leads up to a line."""
_NAMING = expression("[FV]")
"""Classes of a sentence, of which an area that a comma parts from its grade has none."""
_FORCE = expression(r"F(?:[:\u2013,O(=>]+|\.{2,}|(?=G))")
"""Classes with which a line begins that names its force."""
_BACK = frozenset(
    (
        "from",
        "was",
        "previously",
        "formerly",
        "then",
        "before",
        "last",
        "time",
        "on",
        "being",
        "rated",
        "graded",
        "compared",
        "with",
        "had",
        "been",
        "up",
        "down",
    )
)
_BESIDE = _BACK | {"previous", "earlier", "assessment", "inspection", "round", "report", "year", "visit", "our", "its"}
"""Words between a grade and the earlier one in brackets behind it."""
_NOW = frozenset(("now", "today", "currently", "this"))
_THEN = frozenset(("then", "was", "previously", "formerly", "before", "last", "time", "in", "is", "earlier"))
"""Beside a grade, words that say of which inspection it is."""
_MOVED = frozenset(("up", "down", "from", "to", "back"))
_NEVER = expression(
    r"\W*(?:not (?:previously |yet )?(?:graded|marked|rated|judged|inspected|assessed|applicable|asked|given)|new|n/?a|none|(?:graded|marked|rated|judged|inspected|assessed)? ?(?:for the )?first (?:time|inspection|grade)|no (?:earlier |previous )?(?:grade|rating|mark|judge?ment))\b[^.;]{0,30}|\W*(?:19|20)\d\d\W*"
)
"""What says that there was no grade before."""
_SAID = expression("[a-z?%]")
_LEADERS = ".."
"""Dots that lead from an area to its grade."""
_CHAINED = expression(r"[DJ]*F(?:[,&;]+D*F)+")
_FORCES = expression(r"(?:D?F[(:\u2013]?G\)?(?:[,&;.]+|$)){2,}")
"""Classes of forces, each with its grade."""
_HEADED = expression(r"G(?:\(N[WY]?\))?[:\u2013=>(]")
"""Classes of a grade, perhaps with how many it is for, before what it is for."""
_LED = expression(r"[DJN]{0,2}[JWN]{0,2}Y?(?:R?[BX]+)?V[JBD]*GV?[:\u2013](?=D?F)")
"""Classes that lead up to a list of forces: "The following forces were graded as good: Kent and Essex"."""
_BRACKETED = expression(r"[WDP&,NV]*W\(G\)")
"""Classes of a line that ends with its grade in brackets."""
_NAME = expression(r"[WD][WDPN&]{0,6}[.,;]?")
"""Classes of a short name behind a grade."""
_DATED = expression(
    r"(?:in )?(?:19|20)\d\d(?:[/-]\d\d)?(?: (?:grade|rating|inspection))?|last (?:time|inspection|grade|round|report)|previous(?:ly| grade| rating| inspection)?|before|then|formerly|was"
)
_SLASHED = expression(
    r"\b(?:last|previous|old|earlier|then|(?:19|20)\d\d)\b[^.\n]{0,30}\b(?:after|behind|second|follow\w*|slash)\b"
    r"|\b(?:now|this time|current|new)[ /]+(?:and |then |/ ?)?(?:then|last time|before|previous|old)\b"
    r"|\bgrades? ?[/\u2013] ?(?:then|last|before|previous|old)\b"
)
"""What says that of two grades the second is of an earlier inspection: "with the 2021 grade after the slash"."""
_REACH = 1500
"""Characters above a line in which it is said."""
_NO_AREA = expression(
    r"(?:by|the grades?|grades?|area|question|judge?ment|our grades?|what we found|scale|key|verdict|overall grade|rating|overall rating|result|grade"
    r"|(?:the )?(?:inspectorate's?|inspectors'?|hmicfrs(?:'s?)?|watchdog's|final) (?:grade|rating|mark|verdict|judge?ment))"
)
_OVERALL = expression(r"(?:overall|overall (?:grade|rating|judge?ment|effectiveness|verdict)|in all|the force overall)")
_NOUN_ALONE = frozenset(
    ("grade", "grades", "rating", "ratings", "mark", "marks", "verdict", "judgement", "judgment", "overall")
)
LABELS = (_NOUN_ALONE - {"overall"}) | {"result", "judgements", "outcome", "status"}
_EXPLAINS = ":=\u2013("
_SHORT = 2
"""Characters of a letter that stands for a grade."""
_UNITS = (" rocu", " organised crime unit", " regional crime unit")
"""How the name of a unit of several forces ends, which is a body and no area."""
_IDLE = _NOUN_ALONE | {"in", "and"}


class Stated(NamedTuple):
    """What a line says of one grade.

    Args:
        grade: Number of the grade's element.
        area: The area, or None where the line names none.
        previous: Whether it is of an earlier inspection.
        overall: Whether it is for the whole.
        force: Offset of the force that it is for, `OUTSIDE` for another body, -1 for the one of the line.
    """

    grade: int
    area: Piece | None
    previous: bool
    overall: bool = False
    force: int = -1


class Line(NamedTuple):
    """A line that was read.

    Args:
        stated: What it says.
        force: Offset of the force that it begins with, or -1.
        dated: Whether it names an inspection ("2022: good") and no area.
    """

    stated: list[Stated]
    force: int = -1
    dated: bool = False


class Lines:
    """Reads lines.

    Args:
        areas: Parter of lists.
    """

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def read(self, lower: str, elements: Elements, *, item: bool) -> Line | None:
        """What a line states, or None where it is no line of an area and its grade.

        Args:
            lower: The reading in lower case.
            elements: The line.
            item: Whether it is an item of a list.
        """
        pairs = _FORCES.fullmatch(elements.sorts)
        if pairs:
            named = [n for n, sort in enumerate(elements.sorts) if sort == "F"]
            grades = [n for n, sort in enumerate(elements.sorts) if sort == "G"]
            return Line(
                [Stated(n, None, False, force=elements.starts[at]) for at, n in zip(named, grades, strict=True)]
            )
        chain = _CHAINED.match(elements.sorts)
        if chain and elements.sorts[chain.end() : chain.end() + 1] in tuple(_SEPARATORS + "("):
            return self._chain(elements, chain.end(), lower)
        at, force = self._force(elements)
        first = elements.sorts.find("G")
        led = _LED.match(elements.sorts)
        members = read_members(lower, elements, led.end()) if led else None
        if members and ("(" not in elements.sorts or any(member.before or member.kept for member in members)):
            return Line([stated for member in members for stated in _of(member, first)])
        if first < at:
            return None
        if first == at:
            return self._grade_first(lower, elements, first, force, item=item)
        return self._area_first(lower, elements, at, first, force)

    @staticmethod
    def _force(elements: Elements) -> tuple[int, int]:
        """Where a line goes on behind the force that it begins with, and the offset of that."""
        match = _FORCE.match(elements.sorts)
        return (match.end(), elements.starts[0]) if match else (0, -1)

    def turn(self, lower: str, elements: Elements) -> Line | None:
        """An area, its grade then and its grade now, or the other way round: "Efficiency: was good, now adequate"."""
        sorts, words = elements.sorts, elements.words
        first = sorts.find("G")
        second = sorts.find("G", first + 1)
        colon = max(sorts.find(mark, 0, first) for mark in ":\u2013")
        if colon < 1 or not _is_idle(elements, second + 1, len(elements)):
            return None
        one, other = (
            {word for word, sort in zip(words[low:high], sorts[low:high], strict=True) if sort not in ":\u2013,;(>&"}
            for low, high in ((colon + 1, first), (first + 1, second))
        )
        if not (one and other) or not one <= _THEN | _NOW or not other <= _THEN | _NOW:
            return None
        if bool(one & _NOW) == bool(other & _NOW):
            return None
        piece = clean(lower, elements.starts[0], elements.ends[colon - 1])
        if piece is None or _VERBS.search(sorts, 0, colon):
            return None
        return Line([Stated(first, piece, not one & _NOW), Stated(second, piece, not other & _NOW)])

    def _chain(self, elements: Elements, end: int, lower: str) -> Line | None:
        """Forces before their grade: "Kent and Essex: good"."""
        first = end + 1
        tail = self._tail(lower, elements, first, moved=False) if elements.sorts[first : first + 1] == "G" else None
        if tail is None:
            return None
        forces = [elements.starts[n] for n in range(end) if elements.sorts[n] == "F"]
        return Line([Stated(number, None, previous, force=force) for force in forces for number, previous in tail])

    def _area_first(self, lower: str, elements: Elements, at: int, first: int, force: int) -> Line | None:
        """An area before its grade: "Efficiency: good", "Leadership, adequate \u2192 good"."""
        sorts, words = elements.sorts, elements.words
        last = first
        moved = False
        while last > at and (sorts[last - 1] in "DM" or (sorts[last - 1] == "J" and words[last - 1] in _MOVED)):
            moved = moved or words[last - 1] == "from"
            last -= 1
        stop = at + len(sorts[at:last].rstrip(_SEPARATORS + _WEAK))
        colon = sorts.rfind(":", at, stop - 1)
        if colon >= 0 and _LEAD.search(sorts, at, colon):
            at = colon + 1  # "HMICFRS marked the force as follows: leadership \u2013 good"
        if stop in (at, last) or _VERBS.search(sorts, at + (sorts.startswith("HR", at) and 2), stop):
            return None
        while not sorts[at].isalpha() and at < stop - 1:  # a sign before the name
            at += 1
        start, end = elements.starts[at], elements.ends[stop - 1]
        text = lower[start:end].strip(" '\"")
        strong = _LEADERS in sorts[stop:last] or any(mark in _SEPARATORS for mark in sorts[stop:last])
        strong = strong or _BRACKETED.fullmatch(sorts, at) is not None
        if not strong and (_NAMING.search(sorts, at, stop) or not self.areas.likely(text)):
            return None
        tail = self._tail(lower, elements, first, moved=moved)
        if tail is None and (opening := _HEADED.match(sorts, first)):
            piece = clean(lower, start, end)
            listed = read_members(lower, elements, opening.end()) if piece else None
            return (
                Line([said._replace(area=piece) for member in listed for said in _of(member, first)])
                if listed
                else None
            )
        if tail is None:
            return None
        if _DATED.fullmatch(text):
            return Line([Stated(number, None, True) for number, _ in tail], force, dated=True)
        if _OVERALL.fullmatch(text) or (_NO_AREA.fullmatch(text) and force >= 0):
            return Line([Stated(number, None, previous, overall=True) for number, previous in tail], force)
        if text.endswith(_UNITS):
            return Line([Stated(number, None, previous, force=OUTSIDE) for number, previous in tail])
        piece = clean(lower, start, end)
        if piece is None or _NO_AREA.fullmatch(lower[slice(*piece)]):
            return None
        return Line([Stated(number, piece, previous) for number, previous in tail], force)

    def _grade_first(self, lower: str, elements: Elements, first: int, force: int, *, item: bool) -> Line | None:
        """A grade before its areas: "Good \u2013 managing offenders", "Good: A, B and C"; or a force's: "Good (adequate)"."""
        if force >= 0:
            tail = self._tail(lower, elements, first, moved=False)
            if tail is not None:
                return Line([Stated(number, None, previous) for number, previous in tail], force)
        sorts = elements.sorts
        opening = _HEADED.match(sorts, first)
        if opening is None:
            return None
        start = opening.end()
        ahead = sorts[start - 1]
        rest = sorts[start:]
        listed = read_members(lower, elements, start) if force < 0 else None
        if listed is not None:
            return Line([stated for member in listed for stated in _of(member, first)])
        if not rest or "G" in rest or "B" in rest or "X" in rest or rest[0] in "RI":
            return None
        count = read_number(elements.words[first + 2]) if sorts.startswith("(N", first + 1) else None
        pieces: list[Piece] = []
        if item and ahead != ":" and ";" not in rest and "," not in rest:
            piece = clean(lower, elements.starts[start], elements.ends[-1])
            pieces = [piece] if piece else []
        else:
            pieces = self.areas.split(lower, elements.starts[start], elements.ends[-1], count)
        if count and len(pieces) != count:
            return None  # "Good (9): not listed here, for want of space"
        named = ahead == ":" or (item and _NAME.fullmatch(rest) is not None)
        if not pieces or not (named or any(self.areas.likely(lower[slice(*piece)]) for piece in pieces)):
            return None
        return Line([Stated(first, piece, False) for piece in pieces], force)

    def _tail(self, lower: str, elements: Elements, first: int, *, moved: bool) -> list[tuple[int, bool]] | None:
        """Grades from one on to the end of a line, and which are of an earlier inspection; None where more is said."""
        sorts, count = elements.sorts, len(elements)
        grades = sorts.count("G", first + 1)
        if not grades:
            if first + 1 < count and KEPT.search(lower[elements.ends[first] : elements.ends[-1]]):
                return [(first, False), (first, True)]
            if not _SAID.search(lower, elements.ends[first], elements.ends[-1]):
                return [(first, False)]
            if first + 1 < count and _NEVER.fullmatch(lower, elements.ends[first], elements.ends[-1]):
                return [(first, False)]
            return [(first, False)] if _is_idle(elements, first + 1, count) else None
        if grades > 1:
            return None
        second = sorts.find("G", first + 1)
        if not _is_idle(elements, second + 1, count):
            return None
        between, words = sorts[first + 1 : second], elements.words[first + 1 : second]
        pairs = list(zip(between, words, strict=True))
        if (
            (">" in between or "to" in words)
            and "(" not in between
            and all(sort in ">\u2013DJ," or word == "to" for sort, word in pairs)
        ):
            return [(first, True), (second, False)]
        if between in ("/", "\u2013"):
            above = lower[max(0, elements.starts[0] - _REACH) : elements.starts[0]]
            return [(first, False), (second, True)] if _SLASHED.search(above) else None
        dated = between == "," and "N" in sorts[second:]
        if "(" not in between and _BACK.isdisjoint(words) and not dated:
            return None
        if not dated and not all(
            word in _BESIDE or sort in "(MJNDPRB:>=" or _is_idle(elements, number, number + 1)
            for number, (sort, word) in enumerate(pairs, first + 1)
        ):
            return None
        return [(first, False), (second, True)]

    def heads(self, lower: str, elements: Elements, *, opens: bool) -> int | None:
        """Number of the element of the grade that a line gives to the list below it, or None.

        Args:
            lower: The reading in lower case.
            elements: The line.
            opens: Whether it ends with a colon.
        """
        sorts, words = elements.sorts, elements.words
        grade, last = sorts.find("G"), sorts.rfind("G")
        if _BRACKETED.fullmatch(sorts):
            return None  # "Child protection (adequate)"
        if grade < 0 or words[grade] != words[last] or sorts.count("G") > 2:
            return None
        if opens:
            behind = grade + 1
            known = behind < len(sorts) and self.areas.is_topic(lower[elements.starts[behind] : elements.ends[-1]])
            return None if known else grade
        content = [n for n, sort in enumerate(sorts) if sort in "WVMH" and words[n] not in _NOUN_ALONE]
        return grade if len(content) < 3 and not any(self.areas.is_topic(words[n]) for n in content) else None

    def alone(self, lower: str, elements: Elements) -> list[tuple[int, bool]] | None:
        """Grades of a line that holds nothing else, and which are of an earlier inspection; None for other lines."""
        first = 2 * (elements.sorts.startswith(":G", 1) and elements.words[0] in LABELS)
        return self._tail(lower, elements, first, moved=False) if elements.sorts[first : first + 1] == "G" else None

    @staticmethod
    def is_key(elements: Elements) -> bool:
        """Whether a line explains how grades are written: "RI = requires improvement", "O: outstanding"."""
        sorts, words = elements.sorts, elements.words
        grade = sorts.find("G", 2)
        while grade >= 0:
            if sorts[grade - 1] in _EXPLAINS:
                number = grade - 2
                length, explained = (elements.ends[n] - elements.starts[n] for n in (number, grade))
                if sorts[number] == "G" and length <= _SHORT < explained and words[number] == words[grade]:
                    return True
                if length == 1 and sorts[number] in "WD" and (number == 0 or sorts[number - 1] not in "WDPVM"):
                    return True
            grade = sorts.find("G", grade + 1)
        return False

    @staticmethod
    def is_alone(elements: Elements) -> bool:
        """Whether a line is a grade and nothing else."""
        return "G" in elements.sorts and _is_idle(elements, 0, len(elements), "G")


def _of(member: Member, grade: int) -> Iterator[Stated]:
    """What a list says of one of its members."""
    yield Stated(grade, None, False, force=member.force)
    for number in member.before:
        yield Stated(number, None, True, force=member.force)
    if member.kept:
        yield Stated(grade, None, True, force=member.force)


def _is_idle(elements: Elements, first: int, last: int, idle: str = "") -> bool:
    """Whether elements add nothing to a grade: marks, "grade", a year, and what is idle besides."""
    idle += "),.;:N!"
    return all(
        sort in idle or word in _IDLE
        for sort, word in zip(elements.sorts[first:last], elements.words[first:last], strict=True)
    )
