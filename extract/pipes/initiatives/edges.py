"""Where a name ends that begins with "Operation", and where one begins that ends with "Scheme": what stands in one run of
capitals with it and is no part of it.

Enters the words of a run; leaves the stretches of them that can be names. Whether one is the name of an initiative is not
told here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from extract.pipes.initiatives.joined import SMALLS

_CLAUSE = frozenset(("is", "was", "to", "by", "on", "for", "with"))
"""Small words at which a code name ends: "Operation Oak is the Force's", "Operation Oak on the Coast"."""
_STAFF = frozenset(
    ("Team", "Teams", "Unit", "Units", "Squad", "Officers", "Sergeants", "Detectives", "Defendants", "PCs")
)
"""Words of those who work on it, beside ranks: "the Operation Oak Team"."""
_LINKS = frozenset(("of", "from", "by", "is", "was"))
_ARTICLES = frozenset(("the", "The", "a", "an"))
_CALLS = frozenset(("Join", "Follow", "Contact", "Both", "Support"))
"""Words before a name that open a line: "Join Harbour Watch"."""
_TASK_FORCE = ("Task", "Force")
_WATCH = "watch"
"""How names of volunteers' schemes end: "Farmwatch"."""
_LEAST = 2
"""Words of a name that is cut, at least."""


class Edges:
    """Cuts names at their edges.

    Args:
        cues: Table of `cues/initiatives.toml`.
        plain: Words that make no name by themselves, in lower case.
    """

    def __init__(self, cues: Mapping[str, Any], plain: Collection[str]) -> None:
        lists = cues["lists"]
        self.before = frozenset(cues["before"])
        self.behind = frozenset(cues["behind"])
        self.plain = plain
        self.staff = _STAFF.union(lists["roles"])
        self.others = self.behind.union(lists["units"], lists["bodies"])

    def may_cut(self, words: Sequence[str]) -> bool:
        """Whether a name is one that may hold more: it begins with "Operation" or ends with "Scheme"."""
        return len(words) > _LEAST and (
            words[0] in self.before or words[-1] in self.behind or words[-2:] == _TASK_FORCE
        )

    def cut(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Stretches of such a name's words, as number of the first and behind the last."""
        if words[0] in self.before:
            yield 0, self._end(words)
        else:
            yield from self._headed(words)

    def _end(self, words: Sequence[str]) -> int:
        """How many words a name has that begins with "Operation"."""
        for number in range(_LEAST, len(words)):
            if words[number] in _CLAUSE:
                return number
            if words[number] in self.staff:
                while number > _LEAST and words[number - 1].lower() in self.plain:
                    number -= 1  # "Operation Oak Rural Crime Team"
                return number
        return len(words)

    def _headed(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The names in a run that ends with "Scheme"."""
        begin, size = int(words[0] in _CALLS), len(words)
        for number in range(1, size - _LEAST):
            above, word = words[number - 1], words[number]
            if word in _LINKS and words[number + 1] in _ARTICLES and number + 2 < size - 1:
                begin = number + 2  # "Officers from the Dock Road Taskforce"
            elif word in ("and", "or") and (above in self.others or above.endswith(_WATCH)):
                if above.endswith(_WATCH) or (above in self.behind and number - begin >= _LEAST):
                    yield begin, number  # "Quay Watch and Lock Watch"
                begin = number + 1
        yield begin, size


def outside(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a run that belong to no body: "Kent Police's Operation Oak" without "Kent Police's".

    Args:
        text: The text.
        start: Offset of the first character of the run.
        end: Offset behind its last one.
        taken: Stretches of names of bodies, in order.
    """
    parts = []
    at = max(0, bisect_left(taken, (start,)) - 1)
    while at < len(taken) and taken[at][0] < end:
        low, high = taken[at]
        at += 1
        if high <= start:
            continue
        if low - start > 2:
            parts.append((start, low - 1))
        start = high + (2 if text.startswith("'s", high) else 1 if text.startswith("'", high) else 0) + 1
        small = SMALLS.match(text, start, end)
        start = small.end() if small else start
    if end - start > 1:
        parts.append((start, end))
    return parts
