"""Asks that are wishes: "wants the backlog cleared", "would like to see a plan on every file".

Enters a line of letters and the verb that wishes; leaves the clause with the one who has the wish.
"""

from __future__ import annotations

import re

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.parties import NOUNS

_SEE = expression("[mM](?:,y,|y)?P2V(?P<cleft>b)?(?=[D0weBFNS])")

_SEEN = expression("D?[wy]{1,2}b")
"""Behind "would like to see": what is liked stands before it, as in "One thing they'd like to see elsewhere is"."""

_DONE = expression(r"a\"?(?P<who>[DBFSf0][^2,;.:bvdMn]{0,14}?)(?P<done>e)(?=[,.;t\"]|[Pp2]|$)")

_SEEN_IS = expression("2V(?:k[^,;.b]{1,6}|[ytwD]{1,3})?b(?=[D0weBFNSTg])")
"""Behind "What I want": "to see when I come back is"."""

_ANYTHING = frozenset(("everything", "anything", "something", "nothing", "all", "things", "thing", "much", "what"))
"""Words of which a clause says what somebody would like: "everything that I would want to see done"."""

_SO_MUCH = expression(
    r"a(?P<who>(?P<done>[D0])[weg]{0,2}[wSBRNVg](?:[Pp]w)?)(?:[Pp]Dw)?[Pp2](?P<each>[D0])[^bvdmMn,;:]*?(?=[.,;\"t]|$)"
)
_NOW = frozenset(("expect", "expects", "want", "wants"))
_EACH = frozenset(("each", "every", "all", "any", "both"))
"""Behind "I expect": of what there is to be how much."""

_OURS = frozenset("RHJWIE")
"""Letters of those who may want it for the inspectorate."""

_SEES = expression("[D0weBFS]|T[we]")
"""Behind "wants to see": what it is."""

_TOLD_BEFORE = expression(
    r"(?:both|all|these|those|each|two)(?: of (?:them|these|those))?(?: (?:when|by|before|done|at|in)\b|$)"
)
"""The same where it was told before: "I want to see both when we return"."""

_GRATEFUL = expression(r"[mM]y?u(?P<glad>w)Q(?P<who>[YI]|D?[BF]f*[BS]*|DSS?)y*m")
"""As in "I would be grateful if you could"."""

WISHES = frozenset(("want", "wants", "wanted", "expect", "expects", "expected", "like"))
"""Verbs of which the wish is told with the one who has it."""


_BETTER = expression(
    r"(?:(?:an? )?(?:better|clearer|stronger|closer|tighter|stricter|firmer|greater|quicker|faster|earlier(?! (?:this|today|in|on|that))|improved|regular) |(?:\w+ )?(?:improvements?|changes) (?:in|to) (?:how|the|its|their)\b|more (?!than|of|time|money|powers?|funding|cash|to |from )[a-z]+)"
)
"""What is called for: "better supervision of its detectives"."""


class Wishes:
    """Reads wishes.

    Args:
        clauses: Cuts clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    @staticmethod
    def wisher(line: Line, at: int) -> int:
        """Where the subject of a verb begins that tells a wish."""
        verb = at
        while verb and (line.text[verb - 1] in "vymM" or line.text.endswith(("m,y,", "m,y"), 0, verb)):
            verb -= 1
        if verb and line.text[verb - 1] in "LAC":
            return verb - (line.text[verb - 1] == "L")
        subject = Clauses.subject(line, verb) if verb else None
        if subject and line.word(subject[0] - 1) in NOUNS and line.text[subject[0]] == "0":
            return subject[0] - 1  # "Recommendation 2 asks it to"
        return subject[0] if subject else at

    def wanted(self, line: Line, at: int) -> Found | None:
        """As in "wants the backlog cleared", "wants to see a plan on every file"; `at` is one of `WISHES`."""
        start = self.wisher(line, at)
        if line.text.endswith(("T", "L"), 0, start) and line.word(start - 2) in _ANYTHING:
            return None
        to = at + 1 + line.text.startswith("y", at + 1)  # "I want also to see"
        what = _SEEN_IS.match(line.text, to) if line.text.startswith("Q", start - 1) else None
        if (
            what
            and line.word(to + 1) == "see"
            and line.word(start - 1) == "what"
            and not _OURS.isdisjoint(line.text[start:at])
        ):  # "What I want to see is a plan"
            ask = self.clauses.close(line, Ask(start - 1, what.end(), (what.end(), what.end()), what.end(), None))
            return Found(ask, "wants", (at, at + 1), asker=-1) if ask else None
        if line.text.startswith("2V", to) and line.word(to + 1) == "see" and _SEES.match(line.text, to + 2):
            if _TOLD_BEFORE.match(line.words(to + 2, to + 6).rstrip(' .,;"')):
                return None
            who, action = (to + 2, to + 3), to + 2
        else:
            match = _DONE.match(line.text, at) or self._each(line, at, start)
            if not match:
                return None
            who, action = match.span("who"), match.start("done")
        ask = self.clauses.close(line, Ask(start, action, who, action, None))
        return Found(ask, "wants", (at, at + 1), asker=at) if ask else None

    @staticmethod
    def _each(line: Line, at: int, start: int) -> re.Match[str] | None:
        """As in "I expect a sergeant on every shift", "We want a named officer for each file": so much for each."""
        match = _SO_MUCH.match(line.text, at) if line.word(at) in _NOW else None
        if not match or _OURS.isdisjoint(line.text[start:at]) or line.word(match.start("each")) not in _EACH:
            return None
        return match

    def like_to_see(self, line: Line, at: int) -> Found | None:
        """As in "would like to see every sergeant briefed", "What I'd like to see is every sergeant briefed"."""
        what = _SEE.match(line.text, at)
        start = self.wisher(line, at)
        if line.text.endswith(("T", "L"), 0, start) and line.word(start - 2) in _ANYTHING:
            return None
        if not what or line.word(line.text.index("V", at)) != "see" or _SEEN.match(line.text, what.end()):
            return None
        if what["cleft"]:
            if not line.text.startswith("Q", start - 1):
                return None
            start -= 1
        action = what.end()
        ask = self.clauses.close(line, Ask(start, action, (action, action), action, None))
        return Found(ask, "wants", (at, at + 2), asker=-1 if what["cleft"] else at) if ask else None

    def grateful(self, line: Line, at: int) -> Found | None:
        """As in "I would be grateful if you could send me a plan"."""
        match = _GRATEFUL.match(line.text, at)
        if not match or line.word(match.start("glad")) != "grateful":
            return None
        action = match.end()
        ask = self.clauses.close(line, Ask(self.wisher(line, at), action, match.span("who"), action, None))
        return Found(ask, "tells", (at, action), asker=at) if ask else None


def is_better(line: Line, what: int) -> bool:
    """Whether what is called for is more or better of something."""
    return _BETTER.match(line.words(what, what + 5) + " ") is not None
