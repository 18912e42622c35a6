"""Names that commas part: lists of plain words, halves alike, and what quotation marks hold together.

Enters the text and a run of capitalised words before a comma; leaves where the name ends. Whether it is that of an
initiative is not told here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from extract.document.forms import UPPER
from extract.expressions import expression
from extract.pipes.initiatives.words import Words

_LETTERS = r"[A-Za-z0-9\w'&-]"
"""Characters of a word. Most are told by the set of those first in it, which is quicker than what all letters are."""
_WORD = rf"[{UPPER}]{_LETTERS}*"
_SMALL = "(?:and|of|on|in|for|to|with|at|by|from|the|an?|your|our|my|it|not|or|is|[24])"
RUN = expression(
    rf"[{UPPER}](?<![A-Za-z0-9\w&].)(?<!\w['-].){_LETTERS}*(?: (?:{_SMALL} ){{0,2}}+{_WORD}(?<!\W)){{0,9}}(?: (?:at|in|by|under|over) [2-9]\d(?=[,.;)]| which\b)| (?:for |to )?20[1-5]\d(?= (?:programme|project|scheme|initiative|campaign|plan|strategy)\b)| (?:for|to) 20[1-5]\d(?=[,;)'\"]))?"
)
"""Capitalised words and the small ones between them."""
SMALLS = expression(rf"(?:{_SMALL} )+")
_CAPITAL = expression(rf"[{UPPER}]{_LETTERS}*")
_CHAIN = expression(rf", {_WORD}(?:, {_WORD}|,? (?:and|or|&) {_WORD})(?! [{UPPER}]|, [{UPPER}]|{_LETTERS})")
"""Behind a word: what makes a name of three words of it."""
_APPOSED = expression(r", (?:an?|the|its|their|our) ([\w-]+(?: [\w'-]+){0,4})")
"""Behind two halves: what they are said to be."""

_HALVES = 4
"""Parts of a name that commas part at most."""


class Joined:
    """Joins the halves of a name.

    Args:
        cues: Table of `cues/initiatives.toml`.
        words: Tells common words.
        plain: Words that make no name by themselves, in lower case.
    """

    def __init__(self, cues: Mapping[str, Any], words: Words, plain: Collection[str]) -> None:
        lists = cues["lists"]
        self.words = words
        self.plain = plain
        self.apart = frozenset((*lists["bodies"], *lists["roles"]))
        self.openers = frozenset(lists["openers"])
        self.nouns = frozenset(form for word in cues["nouns"] for form in (word, f"{word}s"))

    def chain(self, text: str, run: str, end: int) -> int:
        """Where a name ends that is a list of plain words: "Clear, Hold, Build", "Lock, Stock and Barrel"; else 0."""
        found = _CHAIN.match(text, end)
        if found is None:
            return 0
        words = [run.rpartition(" ")[2], *_CAPITAL.findall(found[0])]
        head = run.rpartition(" ")[0]
        if (head and head not in self.openers) or not all(map(self.words.is_word, words)):
            return 0
        return 0 if any(map(self._is_plain, words)) else found.end()

    def halves(self, text: str, run: str, end: int) -> int:
        """Where a name of halves ends that is quoted or said to be something: "No Litter, No Fires, a campaign"; else 0."""
        start, parts, stop = end - len(run), [self._without_opener(run)], end
        while text.startswith(", ", stop) and len(parts) < _HALVES and (second := RUN.match(text, stop + 2)):
            if len(parts) == 1 and second[0].split(" ", 1)[0] == run.split(" ", 1)[0]:
                parts = [run.split(" ")]  # "Your Street, Your Say"
            parts.append(second[0].split(" "))
            stop = second.end()
        if len(parts) == 1 or not all(self.words.is_common(word) for part in parts for word in part):
            return 0
        mark = text[start - 1 : start]
        if mark and mark in "\"'" and text.startswith((mark, f",{mark}"), stop):
            return stop  # "the 'Your Street, Your Say' scheme"
        size = len(parts[0])
        if size < 2 or any(len(part) != size for part in parts) or text.endswith((", ", ": "), 0, start):
            return 0
        if any(self._is_plain(word) for part in parts for word in part):
            return 0
        alike = len(parts) > 2 and set(parts[0]).intersection(*parts[1:])
        if alike:
            return stop  # "Hide It, Lock It, Keep It"
        apposed = _APPOSED.match(text, stop) if len(parts) == 2 else None
        return 0 if apposed is None or self.nouns.isdisjoint(apposed[1].split(" ")) else stop

    def doubled(self, text: str, run: str, end: int) -> int:
        """Where a name ends that a comma parts into halves alike: "Lock It, Log It"."""
        second = RUN.match(text, end + 2)
        if second is None:
            return end
        words = set(self._without_opener(run))
        halves = words.intersection(second[0].split(" "))
        whole = (
            text[second.end() + 1 : second.end() + 14].split(" ", 1)[0] in self.nouns
        )  # "Warm Homes, Hot Meals scheme"
        alike = len(words) > 1 and (len(halves) == 1 or (whole and len(words) == second[0].count(" ") + 1))
        return second.end() if alike and all(map(self.words.is_common, (*words, *second[0].split(" ")))) else end

    def rhymes(self, words: Sequence[str], number: int) -> bool:
        """Whether "or" joins two halves of one name, as long as each other and with a word in common: "Lock It or Lose It"."""
        halves = words[:number], words[number + 1 :]
        return (
            words[number] == "or"
            and len(halves[0]) == len(halves[1]) > 1
            and not set(halves[0]).isdisjoint(halves[1])
            and all(map(self.words.is_common, words))
        )

    def _without_opener(self, run: str) -> list[str]:
        """Words of a run but for one that only opens a sentence: "The Think Twice"."""
        words = run.split(" ")
        return words[1:] if words[0] in self.openers else words

    def _is_plain(self, word: str) -> bool:
        return word.lower() in self.plain or word in self.apart
