"""Asks in the imperative, without a noun that announces them: "Count the keys", in the words of an inspector or a headline.

Enters a line of letters and the verb; leaves what is to be done. Whose words they are is told in `assemble`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line

_FINITE = expression(rf".(?:{CORE})?y*[bvdmMnxs]")
"""What looks like an imperative and is a noun with its verb: "Support for staff is good", "Work has begun"."""

_OF_CLAUSE = frozenset(("make", "ensure", "see", "check", "ask", "tell", "decide", "find", "say", "show", "explain"))
"""Verbs behind which a clause with a verb of its own stands: "make sure officers are told"."""

_ADDRESSED = expression(r"\b(?:advice|message|plea|appeal|word|words|request) (?:to|for) (?P<who>[^.:;]{3,60})")
_INSPECTED = expression(
    r"\b(?:(?:the|this|your|any|every) (?:force|service|brigade|governor)|forces|police|constabulary|chief|chiefs|officers|crews|leaders|fire|it|them|you)\b"
)
"""To whom the sentence before says that an imperative is put."""

_THIRD = frozenset(("them", "him", "her"))

_CONDITION = expression(r"A(?:[IEYWJKDBSNFf]{1,3}[wSNB]?m|[IEYWK]y*[bvd](?!2))")
"""Behind an imperative that supposes: "Ask any officer and he will tell you", "Count the keys and you have them all"."""

_GIVEN_TO = frozenset("DSNFE")
_TO_US = frozenset(("me", "us", "yourself", "yourselves"))

_TOLD = expression(rf",(?P<who>{CORE}(?:[Pp]F[Ff]*)?)[vbu]{{0,2}}[ac]$")
_TELLS = expression(rf",D?[RH]h*[ac](?P<who>{CORE})$")
_BODIES = expression("[BFS]")
_PUTS = frozenset(
    ("told", "tell", "tells", "ordered", "order", "orders", "urged", "urge", "urges", "instructed", "warned")
)
"""Verbs at the end of a headline by which an ask is put to a body."""

_FOR = expression(rf'"?[P2](?P<who>{CORE}(?:A{CORE})?)$')
_PUT_TO = frozenset(("for", "to"))


class Orders:
    """Reads imperatives.

    Args:
        cues: Table of `cues/recommendations.toml`.
        clauses: Cuts clauses.
    """

    def __init__(self, cues: Mapping[str, Any], clauses: Clauses) -> None:
        self.clauses = clauses
        self.rhetorical = frozenset(cues["rhetorical"])

    def find(self, line: Line, at: int) -> Found | None:
        """An imperative with which a sentence or a quotation begins."""
        text = line.text
        if at and text[at - 1] != '"':
            return None
        if line.span.kind == "headline":
            return self._headline(line) if at == 0 else None
        verb = line.word(at)
        if verb not in self.clauses.actions or line.word(at + 1) in ("of", "for"):
            return None
        if verb in self.rhetorical and not (text.startswith("D", at + 1) and self._goes_on(line)):
            return None
        if text.startswith(("J", "W"), at + 1) or line.word(at + 1) in _TO_US or _CONDITION.search(text, at):
            return None
        if (verb not in _OF_CLAUSE and _FINITE.match(text, at)) or self._to_others(line):
            return None
        if (verb == "tell" and line.word(at + 1) in _THIRD) or line.word(at + 1) == "no":
            return None  # "What would you tell a recruit?" "Tell them that …", "Make no mistake"
        if verb == "give" and text[at + 1 : at + 2] not in _GIVEN_TO:
            return None  # "Give credit where it is due"
        if line.reading.text[line.start(at + 1)].isupper() and text.startswith(("w", "V", "y"), at + 1):
            return None  # "Stay Close, a line that …" is a name
        ask = self.clauses.close(line, Ask(at, at, (at, at), at, None))
        return Found(ask, "order", (at, at)) if ask and ask.end - at > 1 else None

    def _goes_on(self, line: Line) -> bool:
        """Whether the sentence before is an order: "Count the keys. Read the log"."""
        reading = line.reading
        number = reading.sentence_at(line.low)
        before = reading.sentences[max(0, number - 1)]
        verb = reading.lower[before.start : before.end].partition(" ")[0].lstrip('"')
        same = number > 0 and before.span == reading.sentences[number].span
        return same and verb in self.clauses.actions and verb not in self.rhetorical

    @staticmethod
    def _to_others(line: Line) -> bool:
        """Whether the sentence before puts it to somebody who was not inspected: "My advice to ministers is simple"."""
        number = line.reading.sentence_at(line.low)
        before = line.reading.sentences[max(0, number - 1)]
        match = _ADDRESSED.search(line.lower, before.start, line.start(0) if number else before.start)
        return match is not None and not _INSPECTED.search(match["who"])

    def _headline(self, line: Line) -> Found | None:
        """As in "Check every file, police told", "Check every file, inspectors tell Kent Police"."""
        text = line.text
        match = _TOLD.search(text) or _TELLS.search(text)
        if (
            not match
            or not _BODIES.search(match["who"])
            or not (line.word(0) in self.clauses.actions or text.startswith("w2"))
        ):
            return None  # "Go to every burglary, police told"
        verb = match.end() - 1 if match.re is _TOLD else match.start("who") - 1
        if line.word(verb) not in _PUTS:
            return None
        ask = self.clauses.close(line, Ask(0, 0, match.span("who"), 0, None))
        if not ask or ask.end < 2:
            return None
        return Found(ask._replace(end=len(text)), "told", (verb, verb + 1))

    def put_to(self, line: Line, colon: int) -> Found | None:
        """As in "For Sussex: see every victim face to face"."""
        match = _FOR.match(line.text[:colon]) if line.word(line.text.startswith('"')) in _PUT_TO else None
        if not match or not _BODIES.search(match["who"]):
            return None
        begin = colon + 1
        ask = self.clauses.close(line, Ask(begin, begin, match.span("who"), begin, None))
        return Found(ask, "message", (colon, colon)) if ask and ask.end - begin > 1 else None
