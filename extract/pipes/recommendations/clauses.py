"""Clauses that ask: who must do what, from the subject to the end of the action.

Enters a line of letters and a place in it; leaves the shortest clause that still says who must do what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from extract.pipes.recommendations.lines import Line

_NOUN = "(?:y(?=[ewg])|(?<![BSFfNRHh])e|e(?=[Pp])|(?<=D)s|(?<![RHBSNf])F|[wBSNRfHhOgVcz0])"
_NOMINAL = rf"(?:[D0]++{_NOUN}*+|(?:F|{_NOUN}){_NOUN}*+)"
CORE = rf"(?:[IEYWJK]|{_NOMINAL})"
"""A noun phrase without what follows its noun."""

_RELATIVE = rf"(?:[Pp]?L(?!v*sT?{CORE}$)|T(?=[bvdmMVesay!u]))[^,;:\u2013\"(]*"
_SIMPLE = re.compile(rf"{CORE}(?:s?[Pp2]{CORE}|2V(?:{CORE})?|{_RELATIVE})*$")
_FULL = re.compile(rf"{CORE}(?:s?[Pp2]{CORE}|2V(?:{CORE})?|,?A{_NOMINAL}|,{_NOMINAL}(?=[^;:]*A)|{_RELATIVE})*$")
_HEAD = re.compile(CORE)
_FRONTED = re.compile(r"\"?[pPk][^,;:]{0,12},")
"""What stands before the subject of a sentence: "On fairness, "."""

_FORCE = re.compile("Ff*[BS]*")
_REACH = 34
"""Tokens before a verb within which its subject begins."""

_PARENTHESIS = "!LQkqPpyHRIEKsgtWJC"
"""Letters with which a stretch between commas begins that parts a subject from its verb."""

_REPORT = rf"(?:{CORE}(?:[PpA]{CORE})*[vdy!ub]*(?:[sj]|a(?:{CORE})?)(?:[Pp]{CORE})?y*|s{CORE}(?:[Pp]{CORE})*)"
"""A reporting clause: "it says", "says the report"."""

_SAID_OF = re.compile(rf",L{CORE}[vdy]*[sj]y*$")
"""Before a verb: ", which the inspectorate says"."""

_CLAUSE = rf"y*(?:t+,?|[Pp][D0w]{{1,3}},?(?=[IEDBF]))?{CORE}(?:[Pp]{CORE}|[LT][^,;.]{{1,8}}?)*(?:,[^,]*,)?y*(?P<verb>M|n(?=\"?2|[D0g])|[bvdmsx!])"
_STOP = re.compile(
    rf"(?=[;?.:\n\u2013()\",yqACP])(?:[;?.:\n\u2013()\"]|,?y*q|,y*(?:k|L|[Pp]L|[D0w]y?PL)|(?:,?A|,)T(?=[bvds]|[^,.;:]{{1,24}}?(?:M|n2|v2)|{CORE}(?:ue|V[DPw]))|,?C|,?A(?:y*[JWKbsx]|[aj]y*(?:T|{CORE}2)|{_CLAUSE})|,Ay*e(?=[DBFSN])|,Awy*T"
    rf"|,(?={_REPORT}(?:[,.;\u2013\"]|$))|,(?=Hh*[vdy]*s)|,(?={CORE}(?:[Pp]{CORE})?y*(?:M|n\"?2))|,y*[bvds]|,(?=D[^,;A]*(?:[,.;]|$))|,(?=y*[IEWK]y*[bvdsMn])|,?P(?=[DHR]+[vdy]*s)|,[pP](?=[^,MnbvT]{{0,10}}[RHj][^,MnT]{{0,8}}$))"
)
_SPLICED = re.compile(rf",(?:Hh*[vdy]*s|{CORE}(?:[Pp]{CORE})?y*(?:M|n\"?2))")
"""A clause that a comma alone sets off: "While A must train, B must hire"."""

_SURE = re.compile(r"\b(?:sure|ensures?|ensuring)\b")
_AFTER_VERB = re.compile(r"y*\w[Pw]?,")
"""A verb whose object stands behind a parenthesis: "review, by June, its files"."""

_REPORTED = re.compile(rf",{_REPORT}")
_BEFORE_REPORT = re.compile(rf"(?P<when>t+),{_REPORT},$")
JOINED = re.compile(r",?[AC]?T?,?(?:t+,?)?y*$")
"""Between two asks of which the second goes on with the first."""

_OPENS = ',:;\u2013"(ATC'
"""Letters behind which words of time open a clause."""

_BETTER = ("improve", "be better", "get better", "change", "come down", "go up")
_BODY = re.compile("[BFSIEWJYTDR]$|^[D0]+$|[BFS]")
_VAGUE = frozenset(("things", "that", "this", "it", "everything", "something", "matters"))
_BRACKETED = re.compile(rf"(?:\(|,{_REPORT},)(?P<when>t+)(?=[).]|$)")
"""Words of time behind a clause in brackets, or behind a reporting clause."""

_FEW = 7
"""Tokens of an action that can be too general."""

_ASKS_AGAIN = re.compile(",?A(?:[aj]|wy*T)")
_ASKED = re.compile("y?2|u?y*a[^,;]{0,12}2")
_IS_AND_IS = re.compile("T[^,b]{0,16}b[^,;]{0,16}Ay?b$")
"""As in "that it is regular and is recorded"."""

_OWN_VERB = re.compile("[LT][^LTbvdmMsxeu!,]+$")
"""A relative clause that has no verb yet."""

_TIMED = re.compile(r" (?:before|until|till|after)\b")
"""Words behind which a clause says when."""

_NO_LATER = re.compile("(?:,?A|,)!?D?[0w]{0,2}y?$")
_LATER = re.compile(r"\b(?:later|after|not|no)\b")
"""Behind words of time: "and not a day later"."""

_POINTS = re.compile("[^,.;]{1,2}[EI][.;]?$")
"""An action that says nothing without what stands before it: "\u2026, and should ask them"."""

_PLAIN = re.compile(r"\btheir\b|[\"']\B|\B'")
"""What an idiom can have otherwise: whose it is, and marks of quotation."""

_IN_SO_MANY = re.compile(r"[Pp]!?y?(?:D?0|D)(?=w|$)")
"""Behind "improve": "in three areas out of nine"."""

_SHORT = re.compile(r"\b(?:hours?|days?|fortnight)$")
_MANY = re.compile("[wegSN]+(?:$|[LPp])")
_PLURAL = re.compile(r"y*V[P2]?[wBSN](?![a-z])")
_ANOTHER = re.compile(r"[LT][bvdmy!e][^,]*$|my?\w?$")
_EACH = re.compile(r"\b(?:every|each|any|anyone|all|whenever)\b(?! one of)")
"""Words of an action that is done again and again."""

_SAME_SUBJECT = re.compile(r",?[AC]T?y*(?=M|n2|v2|[bv]u?y*a)")


class Ask(NamedTuple):
    """A clause that asks, in tokens of its line.

    Args:
        start: Where it begins.
        end: Where it ends.
        subject: First token of its subject and that behind it.
        action: Where its action begins.
        deadline: First token of the words of time and that behind them, or None.
    """

    start: int
    end: int
    subject: tuple[int, int]
    action: int
    deadline: tuple[int, int] | None = None


class Found(NamedTuple):
    """A clause that asks.

    Args:
        ask: The clause.
        how: "modal", "told", "tells", "that", "until" or "wants".
        cue: First token of the word that asks and that behind it.
        asker: Token behind the noun phrase that asks, -1 where the clause names none.
        flags: "will" where it looks ahead, "past" where it looks back, "be" for "is to".
    """

    ask: Ask
    how: str
    cue: tuple[int, int]
    asker: int = -1
    flags: str = ""


_PEOPLE_ARE = re.compile(
    r"\b(?:no one|nobody|people|adults?|child(?:ren)?|detainees?|prisoners?|suspects?|victims?) .*be (?:held|released|visited)$"
)
"""What is done to people, which of a report is idle: "no one should be held in a cell"."""


class Clauses:
    """Cuts clauses.

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
        self.actions = frozenset(cues["actions"])

    def around(self, line: Line, verb: int, action: int, low: int = 0, *, opened: bool = False) -> Ask | None:
        """The clause around a verb that asks.

        Args:
            line: The sentence.
            verb: Number of the first token of the verb: "must", "needs" of "needs to".
            action: Number of the first token behind it.
            low: Where the clause before it ends.
            opened: Whether its action may stand elsewhere, in the items of a list.
        """
        subject = self.subject(line, verb, low)
        if subject is None:
            return None
        elided = subject[1] < verb and line.text[verb - 1] in "CA"
        start = verb if elided and not _POINTS.match(line.text, action) else subject[0]
        if line.text.startswith(",", action):  # "should, by June, train"
            close = line.text.find(",", action + 1)
            if not 0 < close < action + 14 or line.text[close + 1 : close + 2] in ("", "A", "C", "P", "D", "I"):
                return None
            action = close + 1
        if line.text.startswith(":", action) and action + 1 < len(line.text):
            action += 1
        ask = Ask(start, action, subject, action, self.leading(line, start))
        return self.close(line, ask) or (ask if opened else None)

    def close(self, line: Line, ask: Ask, *, embedded: bool = False) -> Ask | None:
        """An ask with its end and its deadline, or None where it has no action or one that says nothing."""
        end, deadline = self.end(line, ask.action, embedded=embedded), ask.deadline
        timed = line.text.find("t", ask.subject[1], end)
        if timed >= 0:
            stop = timed + 1
            while stop < end and line.text[stop] == "t":
                stop += 1
            if stop < end and _NO_LATER.match(line.text, stop, end) and _LATER.search(line.words(stop, end)):
                end = stop
            another = self._of_another(line.text, ask.action, timed) or (
                stop == end and self._is_standard(line, ask, timed, stop)
            )
            if not deadline and not another:
                deadline = (timed, stop)
            if stop == end and timed > ask.action and not another:
                end = timed
                while end > ask.action and line.text[end - 1] in ",A":
                    end -= 1
        bracketed = None if deadline else _BRACKETED.match(line.text, end)
        if bracketed:
            deadline = bracketed.span("when")
        if end - ask.action < 1 or (self.is_empty(line, ask.action, end) and not self._improves(line, ask, end)):
            return None
        return Ask(ask.start, end, ask.subject, ask.action, deadline)

    @staticmethod
    def _is_standard(line: Line, ask: Ask, timed: int, stop: int) -> bool:
        """Whether words of time say how fast something is to be done each time: "answer complaints within a fortnight"."""
        if not _SHORT.search(line.words(timed, stop)):
            return False
        if line.text.startswith("u", ask.action) and _MANY.match(line.text, ask.subject[0], ask.subject[1]):
            return True  # "seized phones should be examined within 60 days"
        return bool(_EACH.search(line.words(ask.action, timed)) or _PLURAL.match(line.text, ask.action, timed))

    @staticmethod
    def _improves(line: Line, ask: Ask, end: int) -> bool:
        """Whether a thing is to get better, which says enough: "supervision must improve"."""
        thing = line.text[slice(*ask.subject)]
        better = line.words(ask.action, end).startswith(_BETTER)
        return better and not _BODY.search(thing) and line.words(*ask.subject) not in _VAGUE

    def is_empty(self, line: Line, action: int, end: int) -> bool:
        """Whether an action is too general to act on."""
        while action < end and line.text[action] in '"!':
            action += 1
        if line.word(end - 1) == "nothing":
            return True
        first = line.word(action)
        idioms = self.idle.get(first)
        if idioms and f"{_PLAIN.sub(_its, line.words(action, end))} ".startswith(idioms):
            return not _PEOPLE_ARE.search(line.words(max(0, action - 6), action + 2))
        if first == "improve" and _IN_SO_MANY.match(line.text, action + 1, end):
            return True
        if line.text.startswith("0", action + 1) and (first in ("take", "cost") or line.word(action + 2) == "things"):
            return True  # "take 90 seconds", "do three things"
        while action < end and (line.text[action] == "y" or first == "continue"):
            action += 1 + line.text.startswith("V2", action)
            first = line.word(action)
        return end - action <= _FEW and line.words(action, end).rstrip(" .,;:!'\"") in self.general

    @staticmethod
    def _of_another(text: str, action: int, timed: int) -> bool:
        """Whether words of time belong to a relative clause, or to what can be done at once."""
        return bool(_ANOTHER.search(text, action, timed))

    @staticmethod
    def subject(line: Line, verb: int, low: int = 0) -> tuple[int, int] | None:
        """The subject before a verb; the first noun phrase of the sentence where the verb has none of its own."""
        text, end = line.text, verb
        if line.word(verb - 1) == "there":
            return verb - 1, verb
        said = _SAID_OF.search(text, 0, verb) if text.find("L", 0, verb) > 0 else None
        if said:
            end = said.start()
        while end:
            before = text[end - 1]
            if before in 'y"':
                end -= 1
            elif before in ",\u2013)":
                opened = text.rfind({")": "("}.get(before, before), 0, end - 1)
                while before == "," and opened > 0 and text[opened + 1] not in _PARENTHESIS + "DwSBNF":
                    opened = text.rfind(",", 0, opened)
                if opened < 1:
                    break
                end = opened
            else:
                break
        if end and text[end - 1] == "L":
            own = end > 2 and text[end - 2] == "," and text[end - 3] in "FfB" and line.word(end - 1) == "which"
            return (end - 1, end) if own else None  # "Kent Police, which must"
        if not end or text[end - 1] in "CA":
            fronted = _FRONTED.match(text, 0, verb)
            first = _HEAD.search(text, fronted.end() if fronted else 0, verb)
            force = _FORCE.match(text, first.start()) if first else None
            return (force or first).span() if first else None
        low = max(low, end - _REACH)
        match = _FULL.search(text, low, end)
        if match and match.start() and text[match.start() - 1] not in ',;:\u2013"(TCAqkQsajty':
            match = _SIMPLE.search(text, low, end)
        return (match.start(), end) if match else None

    @staticmethod
    def leading(line: Line, start: int) -> tuple[int, int] | None:
        """Words of time before a clause."""
        text, end = line.text, start
        while end and text[end - 1] in ',:\u2013"yAT':
            end -= 1
        stop = end
        while end and text[end - 1] == "t":
            end -= 1
        if end < stop:
            before = "A" in text[stop:start] and end > 0 and text[end - 1] not in _OPENS
            return None if before else (end, stop)  # "must be done by June, and it must"
        if text.find("t", 0, start) < 0:
            return None
        behind = _BEFORE_REPORT.search(text, 0, start)  # "By June, it says, the force should"
        return behind.span("when") if behind else None

    def end(self, line: Line, start: int, *, embedded: bool = False) -> int:
        """Where the action of a clause ends: before a reason, a reporting clause, or a clause of its own.

        Args:
            line: The sentence.
            start: Where the action begins.
            embedded: Whether it stands in a clause already, in which a further verb is none of its own.
        """
        text, at, opened = line.text, start, False
        end = len(text)
        parted = _AFTER_VERB.match(text, start)
        if parted:
            close = text.find(",", parted.end())
            at = close + 1 if 0 < close < parted.end() + 12 else at
        while True:
            match = _STOP.search(text, at)
            if match is None:
                break
            here = match.start()
            on = self._goes_on(line, start, match, opened, embedded)
            if on is None:
                end = here
                break
            opened = opened != (text[here] == '"')
            at = on
        while end > start and text[end - 1] in ' ,.;:?\n"A':
            end -= 1
        return end

    def _goes_on(self, line: Line, start: int, match: re.Match[str], opened: bool, embedded: bool) -> int | None:
        """Where to look on behind a mark or word that ends no action; None where it ends it."""
        here = match.start()
        text, mark = line.text, line.text[here]
        if mark == "(":
            close = text.find(")", here)
            return close + 1 if 0 < close < len(text) - 2 and text[close + 1] not in ".;" else None
        if mark == "\u2013":
            close = text.find("\u2013", here + 1)
            return close + 1 if close > 0 and text[close + 1 : close + 2] in ("A", "P", "p", "2", "V", "C") else None
        if mark == '"':
            begins = line.end(here) < line.start(here) and (
                here + 1 >= len(text) or line.end(here + 1) == line.start(here + 1)
            )
            return here + 1 if begins or opened else None
        if _SPLICED.match(text, here):
            return None
        if _ASKS_AGAIN.match(text, here) and not line.word(text.index("A", here) + 1).endswith(("s", "ed", "told")):
            return here + 2  # "and ask that they"
        if mark == ":" and text[start] == "d" and "0" in text[start : start + _FEW]:  # "do one thing: share its plans"
            return here + 1
        same = _SAME_SUBJECT.match(text, here)
        if same:
            return same.end() + 1
        if text.startswith(("e", "ye"), match.end() - 1) and match[0][:2] == ",A" and text.startswith("u", start):
            return match.end()
        verb = match["verb"]
        if _IS_AND_IS.search(text, start, match.end()):
            return match.end()
        asks = bool(verb) and (verb in "Mns" or bool(_ASKED.match(text, match.end("verb"))))
        if verb and verb in "bvdsx!" and _OWN_VERB.search(text, here, match.start("verb")):
            return match.end()  # "and staff whose clearance has lapsed"
        if verb and _TIMED.search(line.words(here, match.start("verb"))):
            return here + 2  # "and abused children after inspectors found"
        if verb and not asks and (embedded or self._embeds(line, start, here)):
            return here + 2 if text[here + 1] == "A" else here + 1
        if mark == ",":
            if _REPORTED.match(text, here):
                return None
            aside = text.rfind(",", start, here)
            if match[0] == ",k" and aside > 0 and text[aside + 1] in "Pp":  # "put up, in both languages, where"
                return here + 2
            if match[0] == ",L" and (
                text.startswith("M", here + 2) or (text[start:here].lstrip("y")[:1] == "a" and aside > 0)
            ):
                return here + 2  # "its pens, which must be cleaned", "tell them, within a week, who"
            if text[here + 1] == "k":  # "told, as a matter of routine, that", "staff, as well as officers"
                close = text.find(",", here + 1)
                aside = 0 < close < here + 9 and text[close + 1 : close + 2] in ("T", "2", "V", "e")
                return close + 1 if aside else here + 2 if text[here + 2 : here + 3] == "y" else None
            if text[here + 1] == "D" and match[0] == "," and line.word(here + 1) not in ("a", "an"):
                return here + 1
        if mark == "C" and "!" in text[start:here]:
            return here + 1
        return None

    @staticmethod
    def _embeds(line: Line, start: int, end: int) -> bool:
        """Whether an action holds a clause, of which a further verb can be: "make sure A is and B is"."""
        return any(letter in "TkQL" for letter in line.text[start:end]) or bool(_SURE.search(line.words(start, end)))


def _its(match: re.Match[str]) -> str:
    """What stands for words in which an idiom can differ."""
    return "its" if match[0] == "their" else ""
