"""Asks in the infinitive or the imperative behind a noun: "Its advice is blunt: hire more", "Its recommendation is to publish it".

Enters a line of letters and the noun or its colon; leaves what is to be done, without a subject.
"""

from __future__ import annotations

from dataclasses import replace

from extract.document.dates import COUNT
from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.unreal import BEFORE, DROPPED, is_unreal

_MESSAGE = expression(
    r"\b(?:advice|message|orders?|recommendations?|remedy|instructions?|prescription|conclusion|demands?|requests?|next steps?"
    r"|(?:must|should|(?:has|have|needs?) to) do|to-do list|(?:inspect\w+|report|letter|watchdog|hmi\w*) (?:is|are|was|were) (?:\w+ )?(?:clear|blunt|plain|firm|emphatic))\b"
)
"""Nouns of which the imperative behind a colon is one."""
_RESTATES = expression(
    r"\b(?:to put it [a-z]+|put (?:simply|plainly|bluntly|shortly|briefly|another way)|in (?:short|brief|summary|essence|a nutshell|other words|plain (?:terms|words|english))|(?:it )?(?:comes|boils|came|boiled) down to(?: \w+){1,3})$"
)
"""Before a colon: that what was asked is said again in a few words, each ask by its verb."""

_TASK = expression(
    r"\b(?:left|leaves|given|gives|gave|set|sets|handed|hands)\b.*\b(?:task|job|order|instruction|assignment)\b"
)
"""As in "has left it with a task: to find a doctor"."""

_WAS_TOLD = expression(r"(?:F[Ff]*|D?w?B|D?S{1,2})v?[bu]{1,2}a$")
"""Before a colon: a body that is told, as in "Kent Police was told: count the keys"."""

_TO_DO = expression(rf"j(?:[Pp]{CORE})?(?:b|(?P<aside>,))y*2(?=V)")
"""Behind "recommendation": "is to publish a plan", ", to publish a plan, has been met"."""

ANNOUNCED = expression(
    rf"\b(?:want|wants|like|needs?|must|should|has|have|asks?|asked|expects?)\b[^.]*\b(?:{COUNT}) (?:\w+ )?(?:things|steps|changes|jobs|tasks|demands|requests)\b"
    rf"|\b(?:{COUNT}) (?:\w+ )?(?:things|steps|changes|jobs|tasks|demands|requests)\b[^.]*\b(?:want|like|need|must|should|has to|have to|ask|expect)\b"
    rf"|\b(?:sets? out|lists?|makes?|made|issued|laid down|lays down) (?:{COUNT}) (?:\w+ )?(?:demands|requests|requirements|instructions|orders)\b"
)
"""A sentence that announces asks, which the next ones tell: "There are three things that I want the force to do"."""

_BACK = 4
"""Sentences back to it."""

_BEHIND = expression(r"[.,;:\"]|$|t+[.,;]|[pP]D?w?[RH]")
"""Behind "was recommended": the end of it, or the inspectorate."""

_NEW = frozenset(("a", "an", "more", "further", "better", "regular", "additional", "closer", "stronger", "fresh"))
"""First words of a thing that is not there yet."""

_LEAST = 3
"""Tokens of it."""

_DOING = expression(rf"j(?:[Pp]{CORE})?(?P<verb>[bwPe])(?=g)")
"""Behind "recommendations": "include appointing a lead"."""

_PLEASE = frozenset(("send", "provide", "publish", "share", "submit", "supply", "write", "make", "ensure", "set"))
"""Verbs of what an inspectorate asks in a letter; "please note", "please accept" and "please contact" ask nothing."""

_AIMS = frozenset(("help", "improve", "address", "support"))
"""Verbs of what a recommendation is for, and not of what it asks."""

_APART = expression(rf",(?:{CORE}(?:[Pp]{CORE})?)?y*(?:[bvdxsM]|[nV]w?$)")
"""The comma behind a clause that two commas enclose, before the verb of the sentence."""

_NEAR = 18
"""Tokens before a colon within which such a noun stands."""


_WORKED = ("work", "improvement", "development", "attention", "action", "consideration")
"""Nouns of what is to come of it."""

_POINTED = expression(
    rf"\b(?:highlighted|identified|flagged|picked out|singled out|noted|marked|raised) (?:to us |by (?:the )?\w+ )?(?:for|as (?:needing|requiring|in need of)) (?:(?:further|more|some|additional|our) )?(?:{'|'.join(_WORKED)})\W*(?:that|is that|namely)?\W*$"
)
"""Before a clause: that it is what is to be worked on, which whoever tells of it was told."""

_POINTING = 14
"""Tokens before a clause within which that is told."""

_FOR_BODY = expression(rf"P(?P<who>{CORE})2")


class Messages:
    """Reads what a noun announces.

    Args:
        clauses: Cuts clauses.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    def after_colon(self, line: Line, at: int) -> Found | None:
        """As in "Its advice is blunt: hire more detectives"."""
        begin, flags = at + 1 + line.text.startswith('"', at + 1), ""
        if line.text.startswith("2", begin):
            if not _TASK.search(line.words(max(0, at - _NEAR), at)):
                return None
        elif _RESTATES.search(line.words(max(0, at - _NEAR), at)):
            flags = "again"
        elif not (_MESSAGE.search(line.words(max(0, at - _NEAR), at)) or _WAS_TOLD.search(line.text, 0, at)):
            return None
        if line.word(begin + 1) in ("of", "for"):
            return None
        ask = self.clauses.close(line, Ask(begin, begin, (begin, begin), begin, None))
        return Found(ask, "message", (at, at), flags=flags) if ask and ask.end - begin > 1 else None

    def nth(self, line: Line, at: int) -> Found | None:
        """As in "First, answer the phone. Second, turn up", behind what announces it."""
        reading, begin = line.reading, at + 2
        number = reading.sentence_at(line.low)
        above = reading.sentences[max(0, number - _BACK) : number]
        if not any(ANNOUNCED.search(reading.lower, sentence.start, sentence.end) for sentence in above):
            return None
        ask = self.clauses.close(line, Ask(begin, begin, (begin, begin), begin, None))
        return Found(ask, "message", (at, at)) if ask and ask.end - begin > 1 else None

    def please(self, line: Line) -> Found | None:
        """As in "Please send me an updated action plan", in a letter."""
        begin = 1 + line.text.startswith("y", 1)
        if line.word(begin) not in _PLEASE:
            return None
        ask = self.clauses.close(line, Ask(0, begin, (0, 0), begin, None))
        return Found(ask, "modal", (0, 1), flags="please") if ask and ask.end - begin > 2 else None

    def recommended(self, line: Line, at: int) -> Found | None:
        """As in "Its first recommendation is to publish a plan"."""
        if line.word(at) == "recommended" and line.text[at - 1 : at] in ("b", "u"):
            return self._thing(line, at)
        match = _TO_DO.match(line.text, at) if line.word(at) in ("recommendation", "recommendations") else None
        doing = _DOING.match(line.text, at) if line.word(at) == "recommendations" else None
        if doing and line.word(doing.start("verb")) in ("include", "includes", "included", "are", "were"):
            ask = self.clauses.close(line, Ask(*(doing.end(),) * 2, (doing.end(),) * 2, doing.end(), None))
            return Found(ask, "message", (at, doing.end()), asker=at) if ask and ask.end - doing.end() > 1 else None
        if line.word(at) == "recommendation" and line.text.startswith("2V", at + 1) and line.word(at + 2) not in _AIMS:
            if line.word(at - 1) == "no" or DROPPED.search(line.words(max(0, at - BEFORE), at)):
                return None
            ask = self.clauses.close(line, Ask(at + 2, at + 2, (at + 2, at + 2), at + 2, None))
            return Found(ask, "message", (at, at + 2), asker=at) if ask and ask.end - at > 3 else None
        if not match:
            return None
        begin = match.end()
        ask = self.enclosed(line, Ask(begin, begin, (begin, begin), begin, None), enclosed=match["aside"] is not None)
        return Found(ask, "message", (at, begin), asker=at) if ask and ask.end - begin > 1 else None

    def _thing(self, line: Line, at: int) -> Found | None:
        """As in "A review of its shifts was recommended": what is asked is the subject."""
        if not _BEHIND.match(line.text, at + 1):
            return None
        verb = at - 1
        while verb and line.text[verb - 1] in "vby":
            verb -= 1
        subject = self.clauses.subject(line, verb) if verb else None
        if not subject or subject[1] - subject[0] < _LEAST or line.word(subject[0]) not in _NEW:
            return None
        ask = Ask(subject[0], at + 1, subject, verb, self.clauses.leading(line, subject[0]))
        return None if is_unreal(line, ask) else Found(ask, "modal", (verb, at + 1), flags="thing")

    def pointed(self, line: Line, at: int) -> Found | None:
        """As in "Two things were flagged for attention \u2013 for the force to share its rotas": the body stands behind "for"."""
        who = _FOR_BODY.match(line.text, at + 1)
        if not who or line.word(at + 1) != "for" or pointed_at(line, at + 1) < 0:
            return None
        ask = self.clauses.close(line, Ask(who.start("who"), who.end(), who.span("who"), who.end(), None))
        return Found(ask, "tells", (at, who.end())) if ask and ask.end - ask.action > 1 else None

    def enclosed(self, line: Line, ask: Ask, *, enclosed: bool) -> Ask | None:
        """An ask with its end, which for one between two commas is the second of them."""
        ends = _APART.search(line.text, ask.action) if enclosed else None
        return self.clauses.close(replace(line, text=line.text[: ends.start()]) if ends else line, ask)


def pointed_at(line: Line, start: int) -> int:
    """Where before a clause it is told that it is to be worked on, as in "Two things were flagged for attention \u2013"; or -1."""
    end = start - line.text.endswith("P", 0, start)
    last = end - 1
    while last >= 0 and line.text[last] in "T\u2013:,b":
        last -= 1
    if last < 0 or line.word(last) not in _WORKED:
        return -1
    low = max(0, end - _POINTING)
    return low if _POINTED.search(line.words(low, end)) else -1
