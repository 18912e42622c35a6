"""A sentence as elements: its words, each with the class that tells what it can be in a statement of a grade.

Enters a stretch of the reading with the grades and the forces in it; leaves elements in order. Quotation marks are
left out. Nothing is parsed: classes are closed lists, and what is in none of them is a word of content.

    G  a grade          F  a force            I  an inspectorate      B  be           X  another auxiliary
    V  giving           M  moving             P  before an area       R  pronoun      J  joint
    D  determiner       N  number             O  owner ('s)           H  how          Y  the body by its noun
    W  content
    ,  comma            &  and, or            marks stand for themselves
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from extract.document.dates import read_number
from extract.document.forms import alternation
from extract.expressions import expression
from extract.pipes.patterns import EDGE
from extract.pipes.triggers import Hit

_TOKEN = expression(r"([^\W_]+(?:['/-][^\W_]+)*|[^\w\s\"'])")
_ASCII_TOKEN = expression(r"([A-Za-z0-9]+(?:['/-][A-Za-z0-9]+)*|[!#-&(-/:-@[-^`{-~])")
"""The same in a text of ASCII, without asking of each character what it is."""
_NUMBERED = expression(r"\(?(?:\d{1,3}(?:\.\d{1,2})+\.?|\d{1,2}\.) ")
"""The number of a paragraph: "41.2 The force was \u2026"."""
_OWNER = expression(r"'s?(?![\w])")
_COMPOUNDS = frozenset(
    (
        *("fire", "police", "rescue", "whole", "entire", "other", "same", "new", "neighbouring"),
        *("delivery", "probation", "justice", "offending"),
    )
)
"""Before the noun of a body: "the fire service"."""
_TEAMS = frozenset(("team", "teams"))
_YOUTH = frozenset(("offending", "justice"))
"""Before the noun of a team that is a body."""
_REGIONAL = frozenset(("regional",))
"""Before the noun of a unit of several forces."""
_SHORTLY = frozenset(("pdu", "yos", "yot", "yjs", "rocu"))
"""Short names of bodies, before which their place stands."""
_GIVES_IT = frozenset(("it", "they", "we"))
_PILLARS = r"(?:effectiveness|efficiency|legitimacy|leadership)"
_GLOSS = expression(rf"(?<!\w)(?P<police>police )?(?:{_PILLARS}(?:, (?:and )?| and )){{2,3}}{_PILLARS}\b")
"""What the letters of PEEL stand for, which may be the name of an inspection and no areas."""
_SIGN = "legitimacy"
"""Without which there is none."""
_INSPECTION = expression(
    r"['\")]*,? (?:\(?peel\b|(?:[a-z-]+ )?(?:inspections?|assessments?|reports?|reviews?|programmes?|framework|process)\b)"
)
"""Behind such a name."""
_OF_INSPECTION = expression(r"\bpeel\b['\" ]*[:(\u2013-]? ?['\"]?$")
"""Before it."""
_GRADED_FOR = expression(
    r"(?:outstanding|good|adequate|improvement|inadequate)['\"]? (?:overall )?(?:for|at|in|on|across|against)(?: both| all)? ['\"]?$"
)
"""Before areas that have these names."""
_FOR = 40
"""Characters that these take."""
_AND = frozenset(("and", "or", "&", "plus"))
_DASHES = {
    "-": "\u2013",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "!": ".",
    "\u2022": ";",
    "|": ";",
    "\u2192": ">",
    "\u21d2": ">",
    "\u2794": ">",
    "\u2191": ">",
    "\u2193": ">",
    "\u25b2": ">",
    "\u25bc": ">",
    "\u25ba": ">",
    "\u2194": "=",
}
_BULLETS = expression(r": ?([-\u2013\u2022\u00b7*]) .*? \1 ")
"""A list whose lines have been run together: "good at: - vetting - custody"."""
_REMEMBERED = 1 << 14
"""Words whose class is remembered."""
_CLASSES = {
    "be": "B",
    "auxiliary": "X",
    "giving": "V",
    "moving": "M",
    "preposition": "P",
    "pronoun": "R",
    "joint": "J",
    "determiner": "D",
    "how": "H",
}


class Element(NamedTuple):
    """A word of a sentence.

    Args:
        start: Offset of its first character in the reading.
        end: Offset behind its last one.
        word: The word in lower case; of a grade its meaning.
        sort: Its class.
    """

    start: int
    end: int
    word: str
    sort: str


class Elements(Sequence[Element]):
    """The elements of a sentence in order; one is made when it is asked for, most are only asked for a part.

    Args:
        starts: Offset of the first character of each.
        ends: Offset behind the last one of each.
        words: Their words.
        sorts: Their classes, one character each: `in`, `find` and patterns ask all of them at once.
    """

    __slots__ = ("ends", "sorts", "starts", "words")

    def __init__(self, starts: list[int], ends: list[int], words: list[str], sorts: str) -> None:
        self.starts = starts
        self.ends = ends
        self.words = words
        self.sorts = sorts

    def __len__(self) -> int:
        return len(self.sorts)

    @overload
    def __getitem__(self, at: int) -> Element: ...

    @overload
    def __getitem__(self, at: slice) -> Elements: ...

    def __getitem__(self, at: int | slice) -> Element | Elements:
        if isinstance(at, slice):
            return Elements(self.starts[at], self.ends[at], self.words[at], self.sorts[at])
        return Element(self.starts[at], self.ends[at], self.words[at], self.sorts[at])


def sort_words(classes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The class of each word of the closed classes."""
    sorts = {word: sort for name, sort in _CLASSES.items() for word in classes[name]}
    return sorts | dict.fromkeys(_AND, "&")


class Sorts(dict[str, str]):
    """Classes of words, each of which is told once.

    Args:
        sort: Tells the class of a word.
    """

    def __init__(self, sort: Callable[[str], str]) -> None:
        super().__init__()
        self.sort = sort

    def __missing__(self, word: str) -> str:
        sort = self.sort(word)
        if len(self) < _REMEMBERED:
            self[word] = sort
        return sort


class Scanner:
    """Cuts sentences into elements.

    Args:
        classes: Table of `classes.toml`.
        inspectorates: Names and nouns of inspectorates, in lower case.
    """

    def __init__(self, classes: Mapping[str, Sequence[str]], inspectorates: Iterable[str]) -> None:
        self.sorts = sort_words(classes) | dict.fromkeys(inspectorates, "I")
        self.phrases = dict.fromkeys((*classes["idiom"], *classes["opening"]), "J") | dict.fromkeys(
            classes["phrase"], "P"
        )
        self.phrases |= dict.fromkeys(classes["compound"], "W")
        self.phrases |= {name: "I" for name in self.sorts if " " in name and self.sorts[name] == "I"}
        self.phrase = re.compile(rf"{EDGE}({alternation(self.phrases)})\b")
        self.body = frozenset(classes["body"])
        self.bodies = self.body | {f"{word}'s" for word in self.body}
        self.naming = frozenset(classes["naming"])
        self.sort = Sorts(self._sort)

    def scan(
        self,
        lower: str,
        low: int,
        high: int,
        grades: Iterable[Hit],
        forces: Iterable[tuple[int, int]],
        *,
        glossed: bool = True,
    ) -> Elements:
        """Elements between two offsets.

        Args:
            lower: The reading in lower case.
            low: Where to begin.
            high: Where to end.
            grades: Grades in it.
            forces: Mentions of forces in it.
            glossed: Whether the name of an inspection of all pillars names no areas.
        """
        whole = [(start, end, meaning, "G") for start, end, meaning in grades]
        whole += [(start, end, "", "F") for start, end in forces]
        # a search begins one character before; before the first there is none but in a copy
        phrases = self.phrase.finditer(lower, low - 1, high) if low else self.phrase.finditer(f" {lower[:high]}")
        for match in phrases:
            start, end = match.span(1) if low else (match.start(1) - 1, match.end(1) - 1)
            whole.append((start, end, match[1], self.phrases[match[1]]))
        if glossed and lower.find(_SIGN, low, high) >= 0:
            whole += [
                (*match.span(), match[0], "J") for match in _GLOSS.finditer(lower, low, high) if _is_name(lower, match)
            ]
        whole.sort()
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        sorts: list[str] = []
        number = _NUMBERED.match(lower, low, high) if lower[low : low + 1] < ":" else None  # a figure or a bracket
        at = low = number.end() if number else low
        for start, end, word, sort in (*whole, (high, high, "", "")):
            if start < at:
                continue
            gap = lower[at:start]
            if gap and gap != " ":
                pieces = (_ASCII_TOKEN if gap.isascii() else _TOKEN).split(gap)  # by turns what parts words and a word
                edges = list(accumulate(map(len, pieces), initial=at))
                starts += edges[1:-1:2]
                ends += edges[2::2]
                words += pieces[1::2]
                sorts += map(self.sort.__getitem__, pieces[1::2])
            if not sort:
                break
            starts.append(start)
            ends.append(min(end, high))
            words.append(word)
            sorts.append(sort)
            at = end
            owner = _OWNER.match(lower, at, high) if sort == "F" and lower.startswith("'", at) else None
            if owner:
                starts.append(at)
                at = owner.end()
                ends.append(at)
                words.append("'s")
                sorts.append("O")
        held = "".join(sorts)
        if ";" in held and "(" in lower[low:high]:
            _in_brackets(sorts)
        if ":" in held and _BULLETS.search(lower, low, high):
            for bullet in _bullets(words, sorts):
                del starts[bullet], ends[bullet], words[bullet], sorts[bullet]
        if "Y" in held:
            nouns = [at for at, sort in enumerate(sorts) if sort == "Y"]  # by themselves; what stands beside them tells
            for noun in nouns:
                sorts[noun] = "W"
            for noun in [at for at in nouns if self._is_body(words, sorts, at)]:
                sorts[noun] = "Y"
        if "VW" in held and not self.naming.isdisjoint(words):
            for noun in range(len(words) - 1):
                if words[noun] in self.naming and sorts[noun + 1] == "W" and words[noun + 1].endswith("ing"):
                    sorts[noun] = "W"
        return Elements(starts, ends, words, "".join(sorts))

    def _is_body(self, words: Sequence[str], sorts: Sequence[str], number: int) -> bool:
        """Whether a noun is the body itself: "the force was", against "force management"."""
        if words[number] in _TEAMS:
            return number > 0 and words[number - 1] in _YOUTH
        if words[number] == "unit" and not _REGIONAL.isdisjoint(words[max(0, number - 4) : number]):
            return True
        if number and sorts[number - 1] == "W" and words[number - 1] not in _COMPOUNDS:
            return words[number] in _SHORTLY
        if words[number] == "services" and (
            not number or (sorts[number - 1] not in "DNROF" and words[number - 1] != "probation")
        ):
            return False  # what a probation unit is graded for
        if sorts[number + 1 : number + 3] == ["(", "G"]:
            return False  # "staff (good)"
        last = number + 1 == len(words)
        if words[number] == "service" and words[number + 1 : number + 2] and words[number + 1] in _GIVES_IT:
            return False  # "the service it gives to victims"
        return words[number] not in self.body or last or sorts[number + 1] != "W"

    def _sort(self, word: str) -> str:
        """The class of a word by itself; of a noun that may be a body as if it were one."""
        sort = self._class(word)
        return "Y" if sort == "W" and word in self.bodies else sort

    def _class(self, word: str) -> str:
        sort = self.sorts.get(word)
        if sort is not None:
            return sort
        if word[0].isdigit() or (word[0] in "oftsen" and read_number(word) is not None):
            return "N"
        if not word[0].isalnum():
            return _DASHES.get(word, word)
        return "I" if word.endswith("'s") and self.sorts.get(word[:-2]) == "I" else "W"


def _is_name(lower: str, pillars: re.Match[str]) -> bool:
    """Whether a list of the pillars is the name of an inspection: "the PEEL (police efficiency, \u2026) assessment"."""
    before = lower[max(0, pillars.start() - _FOR) : pillars.start()]
    if _GRADED_FOR.search(before):
        return False
    return bool(pillars["police"] or _INSPECTION.match(lower, pillars.end()) or _OF_INSPECTION.search(before))


def _in_brackets(sorts: list[str]) -> None:
    """Semicolons between brackets part a list as commas do: "good (A; B)"."""
    depth = 0
    for number, sort in enumerate(sorts):
        depth += (sort == "(") - (sort == ")")
        if depth > 0 and sort == ";":
            sorts[number] = ","


def _bullets(words: Sequence[str], sorts: list[str]) -> list[int]:
    """The marks of such a list that stand beside another mark, from the last; the rest become commas."""
    bare: list[int] = []
    mark = ""
    for number in range(1, len(words)):
        before = sorts[number - 1] if number - 1 not in bare else ":"
        if not mark and before == ":" and words[number] in "-\u2013\u2022\u00b7*":
            mark = words[number]
        if mark and words[number] == mark:
            if before in ":,;&.":
                bare.insert(0, number)
            else:
                sorts[number] = ","
    return bare
