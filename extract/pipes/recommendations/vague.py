"""Actions too general to act on: "must improve", "needs to do better", "must make changes in several areas".

Enters a line and an action in it; leaves whether it says what is to be done. Who must do it is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.document.dates import COUNT
from extract.expressions import expression
from extract.pipes.recommendations.ends import FEW
from extract.pipes.recommendations.lines import Line

_PLAIN = expression(r"\btheir\b|[\"']\B|\B[\"']")
"""What an idiom can have otherwise: whose it is, and marks of quotation."""

_MARKS = expression(r"[\"\u2013,]|\B'|'\B")
"""Marks that change nothing of what an action says."""

_IN_SO_MANY = expression(
    rf"(?:\W*\w+ly)? ?(?:in|across|on|at) (?:(?:only|just|at least|more than|as many as|no fewer than) )?(?:(?:its |the |these |those )?(?:{COUNT})|a (?:number|range|handful|couple|host|few)|key|important|identified|certain|several|some|many|certain|various|all|most|these|those|both|other)\b"
    r"|\W*(?:amid|despite|following|after)\b|\W*by (?:the |an? )?(?:\w+ )?(?:inspect|watchdog|hmi)"
)
"""Behind "improve": "in three areas out of nine", "in several important areas", "amid concerns"."""

_ITS_ASKS = expression(
    r"(?:act (?:quickly |fast |now )?(?:on|upon)|address|respond to|deal with|tackle|implement|meet|accept|answer|take action on|carry out|consider|follow|heed|close|lift|discharge|study|read|digest|reflect (?:\w+ )?on) (?:(?:the|its|all|both|these|those|our|their|of|this|that|a|\w+teen|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|new|latest|main|key|report's|inspectorate's|hmicfrs's) )*(?:areas for improvement|recommendations?|causes? of concern|findings|concerns?|points|failings|shortcomings|advice|report|letter)(?: in full| (?:in|of) (?:the|our|this) report| quickly| urgently)?"
)
"""An action that says no more than that there are asks: "act on all nine areas for improvement"."""

_ANSWERING = frozenset(
    (
        *("act", "address", "respond", "deal", "tackle", "implement", "meet", "accept", "answer", "take", "carry"),
        *("consider", "follow", "heed", "close", "lift", "discharge", "study", "read", "digest", "reflect"),
    )
)
"""Its first words."""

_BETTERING = frozenset(("improve", "improvement", "improvements", "changes"))
_HOW_GREAT = r"(?:(?:the|these|those|its|more|some|several|further|urgent|immediate|rapid|quick|swift|significant|substantial|fundamental|major|serious|radical|real|big|lasting|sustained|continued|necessary|essential|vital|important|decisive|prompt|required|greater|much) )*"
"""What tells how great a change is to be, and not what is to change."""

_ALL_ROUND = r"(?:\W*(?:now|soon|quickly|urgently|immediately|further)| (?:in (?:some|several|many|a number of|a range of|all|key|certain|various|other) areas|as a matter o[fr] urgency|to keep (?:people|the public|communities) safe|on (?:this|these|it)(?: \w+)* (?:issues?|matters?|areas?)))*\W*(?:in order to .*)?"
"""Behind a change: what tells no more of it."""

_MAKES = expression(
    rf"(?:make|take|see|show|deliver|achieve) {_HOW_GREAT}(?:improvements?|changes?|progress|action|steps){_ALL_ROUND}"
)
"""An action that is nothing but change: "make urgent improvements", "take decisive action now"."""

_MAKING = frozenset(("make", "take", "see", "show", "deliver", "achieve"))
"""Its first words."""

_CHANGE = expression(rf"{_HOW_GREAT}(?:improvements?|changes?|progress|work|action)")
_IS_MADE = expression(
    rf"(?:(?:is|are|was|were) )?(?:(?:be )?(?:made|done|taken|needed|required|achieved|seen)){_ALL_ROUND}"
)
"""The same in the passive: "urgent improvements must be made", "more work was needed"."""

_GO_ON = expression("P(?:g.|Dw)")
_PEOPLE_ARE = expression(
    r"\b(?:no one|nobody|people|adults?|child(?:ren)?|detainees?|prisoners?|suspects?|victims?) .*be (?:held|released|visited)$"
    r"|\b(?:courses|sessions|exercises|drills|classes|briefings|debriefs|training) (?:should|must|needs? to|has to|have to) (?:\w+ )?be held$"
)
"""What is done to people or held for staff, which of a report is idle: "no one should be held in a cell"."""


class Vague:
    """Tells actions that say too little.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.general = frozenset(cues["general"])
        self.idle: dict[str, tuple[str, ...]] = {}
        for idiom in cues["idle"]:
            first = idiom.split()[0]
            whole = (f"{idiom} ", f"{idiom},") if idiom[-1].isalnum() else (idiom,)
            self.idle[first] = (*self.idle.get(first, ()), *whole)

    def is_empty(self, line: Line, action: int, end: int) -> bool:
        """Whether an action is too general to act on."""
        text = line.text
        if text.startswith(("!uD", "!ubD", "!eD", "!bD"), action) and line.word(action + 2) in ("a", "an"):
            return True  # "It should not be a secret", "a cut should not become a barrier"
        while action < end and text[action] in '"!':
            action += 1
        first, words = line.word(action), line.words(action, end)
        if words.endswith(("nothing", "allowed to", "able to", "asked to", "told to")) or (
            end - action == 1 and first in self.general
        ):
            return True
        if first == "go" and _GO_ON.match(text, action + 1, end) and line.word(action + 1) == "on":
            return False  # "must not go on relying on three people", "must go on the system the same day"
        if first == "improving" and text[action + 1 : action + 2] in ("D", "Q") and action + 2 < end:
            return False  # "improving how it answers calls", beside "needs improving"
        idioms = self.idle.get(first)
        if idioms and f"{_plain(words)} ".startswith(idioms):
            return not _PEOPLE_ARE.search(line.words(max(0, action - 6), action + 2))
        if first in _MAKING and _MAKES.fullmatch(_bare(words)):
            return True
        if first in _ANSWERING and _ITS_ASKS.fullmatch(words.rstrip(" .,;:")):
            return True
        better = action + (1 + text.startswith("V", action + 1) if first == "make" else 0)
        while text.startswith("y", better):
            better += 1
        if (first if better == action else line.word(better)) in _BETTERING and _IN_SO_MANY.match(
            line.words(better + 1, end).lstrip("\"' ")
        ):
            return True
        if text.startswith("0", action + 1) and (first in ("take", "cost") or line.word(action + 2) == "things"):
            return True  # "take 90 seconds", "do three things"
        whole = action
        while action < end and (text[action] == "y" or first == "continue"):
            action += 1 + text.startswith("V2", action)
            first = line.word(action)
        if end - action > FEW:
            return False
        return (words if action == whole else line.words(action, end)).rstrip(" .,;:!'\"") in self.general

    @staticmethod
    def is_change(line: Line, subject: tuple[int, int], action: int, end: int) -> bool:
        """Whether what is to be done is change, of nothing in particular: "urgent improvements must be made"."""
        words = line.words(*subject)
        return _CHANGE.fullmatch(words) is not None and _IS_MADE.fullmatch(line.words(action, end)) is not None


def _bare(words: str) -> str:
    """An action without marks of quotation and of asides."""
    return _MARKS.sub("", words)


def _plain(words: str) -> str:
    """An action without what an idiom can have otherwise."""
    return _PLAIN.sub(_its, words) if "their" in words or '"' in words or "'" in words else words


def _its(match: re.Match[str]) -> str:
    """What stands for words in which an idiom can differ."""
    return "its" if match[0] == "their" else ""
