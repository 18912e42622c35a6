"""Asks by a need: "needs a plan", "better records are needed", "stressed the need for the force to".

Enters a line of letters and the word for the need; leaves the clause that it asks.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.unreal import is_unreal

_WANTING = expression(r"n(?=(?P<doing>g)|D|N[Pp]|y?[a-z0]*w)")

_SOMEBODY = expression("D[weg]?[SR]|N[Pp]")
"""Behind a need of things: "files need a sergeant's eyes", "these need somebody in charge"."""

_NEED_WORDS = expression(
    r"(?:(?:an?|(?:one|two|three|four)(?! (?:things?|reasons?|years?|months?|weeks?|days?|of|or))|somebody|someone|more|enough|sufficient|\w+er) |the (?:right )?\w+ (?:to|for) )"
)

_SUPPLY = expression("y?[wegy]{1,2}(?=[.,;PpA]|$)")
"""What is needed: "needs regular supervision"."""

_NEED_FOR = expression(rf"by?D?[weyV]{{0,2}}n(?:P(?P<who>{CORE}(?:,?A{CORE})*)(?P<to>2)?|2)(?=.)")
"""Behind "there": "is an urgent need for the force to", "is a need for better records"."""

_WHAT_IT_IS = expression("[^,.;:bvdMn]{0,8}b(?=[TVD2wg0])")

_MORE = expression("(?:more|further|better|urgent|improvements?|\\w+er)$")
_MORES = frozenset(("more", "further", "better"))
"""Words of what is needed."""

_CHANGES = frozenset(("improvement", "improvements", "work", "action", "change", "changes"))
"""What "was required" without any rule."""

_LITTLE = frozenset(("no", "little", "less", "any", "the", "this", "that", "these", "such", "much", "what", "its"))
"""Words before it with which it is none, or was told of before."""

_NOUN = ("D", "Q", "F")
"""Letters of what "improvements are needed to", and of no verb."""

_FEWEST = 2
"""Tokens of a thing that is needed."""

_STRESSED = expression(r"(?P<verb>.)P?D[weyV]{0,2}$")
"""Before such a need: who speaks of it."""

_STRESS = frozenset(
    f"{verb}{ending}"
    for verb in (
        "stress",
        "emphasis",
        "emphasiz",
        "highlight",
        "underlin",
        "identifi",
        "repeat",
        "reiterat",
        "point",
    )
    for ending in ("es", "ed", "s", "ing")
).union(("points", "pointed", "sees", "saw", "identifies"))
"""Verbs of which "the need for the force to train its staff" is an object."""

_OF_WHAT = expression(rf"P(?P<who>{CORE}(?:,?A{CORE})*)(?P<to>2)?(?=.)|2(?=V)")
"""Behind such a need."""


class Needs:
    """Reads needs.

    Args:
        clauses: Cuts clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    def needed(self, line: Line, at: int) -> Found | None:
        """As in "What is needed is a plan for each beat"."""
        text = line.text
        if line.word(at) not in ("needed", "required") or not at or text[at - 1] not in "bz":
            return None
        if line.word(at) == "required" and line.word(at - 1) in ("was", "were") and line.word(at - 2) not in _CHANGES:
            return None  # "further checks were required before release" tells of a rule
        if text.startswith(("2", "P", "p"), at + 1):  # "better supervision is needed of its detectives"
            ask = self.clauses.around(line, at - 1, at + 1 + (text[at + 2 : at + 3] != "Q"))
            if ask and ask.start == ask.subject[0] > 0 and line.word(ask.start - 1) == "further":
                ask = ask._replace(start=ask.start - 1, subject=(ask.start - 1, ask.subject[1]))
            if ask and self.clauses.vague.is_change(line, ask.subject, at, ask.end):
                return None
            first = line.word(ask.subject[0]) if ask else ""
            more = _MORE.match(first) or (line.word(at - 2) in _CHANGES and first not in _LITTLE)
            if text[at + 1] == "2" and text[at + 2 : at + 3] not in _NOUN and first.startswith("improvement"):
                return None  # "improvements in several areas were needed to reach a standard"
            past = "needed" if line.word(at - 1) in ("was", "were") else ""  # "More officers were needed at the scene"
            return (
                Found(ask, "modal", (at - 1, at + 1), flags=past) if ask and more and not is_unreal(line, ask) else None
            )
        if not text.endswith(("Qb", "Qz"), 0, at):
            return self._bare(line, at)
        what = _WHAT_IT_IS.match(text, at + 1)
        ask = self.clauses.close(line, Ask(at - 2, what.end(), (at, at), what.end(), None)) if what else None
        return Found(ask, "modal", (at, at + 1)) if ask else None

    def _bare(self, line: Line, at: int) -> Found | None:
        """As in "the report said better supervision of new detectives was needed"."""
        subject = self.clauses.subject(line, at - 1)
        if (
            not subject
            or subject[1] - subject[0] < _FEWEST
            or line.text[at + 1 : at + 2] not in ("", ".", ",", ";", '"')
        ):
            return None
        if self.clauses.vague.is_change(line, subject, at - 1, at + 1):
            return None
        ask = Ask(subject[0], at + 1, subject, at - 1, self.clauses.leading(line, subject[0]))
        first = line.word(subject[0] + (line.word(subject[0]) in ("a", "an")))
        better = first in _MORES or first.endswith("er")
        return Found(ask, "modal", (at - 1, at + 1), flags="thing") if better and not is_unreal(line, ask) else None

    def wanting(self, line: Line, at: int) -> Found | None:
        """As in "needs a plan", "needs clearing"."""
        match = _WANTING.match(line.text, at)
        if not match or line.text[max(0, at - 1)] in "DPpz!d2" or (at and line.text[at - 1] == "m"):
            return None
        sure = match["doing"] or _NEED_WORDS.match(line.words(at + 1, at + 5) + " ")
        if not sure and (line.text[at + 1] not in "wgy" or not _SUPPLY.match(line.text, at + 1)):
            return None
        ask = self.clauses.around(line, at, at + 1)
        if ask is None or is_unreal(line, ask):
            return None
        if match["doing"]:
            if ask.end - ask.action > 5 and ask.end - ask.action > 1 and line.text[ask.action + 1] in "wBS":
                return None
        elif line.word(at) == "need" and not self._is_verb(line, ask, at):
            return None
        return Found(ask, "modal", (at, at + 1), flags="doing" if match["doing"] else "" if sure else "thing")

    @staticmethod
    def _is_verb(line: Line, ask: Ask, at: int) -> bool:
        """Whether "need" is no noun: "officers need", "stalking files need a sergeant's eyes", beside "their need"."""
        last = ask.subject[1] - 1
        if line.text[last] in "ESB":
            return True
        plural = line.text[last] in "wV" and line.word(last).endswith("s") and not line.word(last).endswith("ss")
        return plural and bool(_SOMEBODY.match(line.text, at + 1))

    def there_is(self, line: Line, at: int) -> Found | None:
        """As in "there is a need for the force to", "there is an urgent need for better records"."""
        match = _NEED_FOR.match(line.text, at) if line.word(at - 1) == "there" else None
        if not match or line.word(at + 1) in ("no", "little", "less") or (at > 1 and line.text[at - 2] in "QL"):
            return None
        action = match.start("who") if match["who"] and not match["to"] else match.end()
        subject = match.span("who") if match["to"] else (at - 1, at)
        ask = self.clauses.close(line, Ask(at - 1, action, subject, action, self.clauses.leading(line, at - 1)))
        return Found(ask, "modal", (at, match.end())) if ask else None

    def stressed(self, line: Line, at: int) -> Found | None:
        """As in "stressed the need for the force to train its staff", "highlights a need for better records"."""
        before = _STRESSED.search(line.text, 0, at)
        verb = before.start("verb") if before else -1
        match = _OF_WHAT.match(line.text, at + 1) if verb > 0 and line.word(verb) in _STRESS else None
        if not match or (match["who"] and not match["to"] and not _MORE.match(line.word(match.start("who")))):
            return None
        action = match.start("who") if match["who"] and not match["to"] else match.end()
        subject = match.span("who") if match["to"] else (action, action)
        start = subject[0] if match["who"] else verb + 1
        ask = self.clauses.close(line, Ask(start, action, subject, action, None))
        return Found(ask, "tells", (verb, match.end()), asker=verb) if ask else None
