"""Clauses that ask: who must do what, from the subject to the end of the action.

Enters a line of letters and a place in it; leaves the shortest clause that still says who must do what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from extract.expressions import expression
from extract.pipes.recommendations.ends import CORE, NOMINAL, REPORT, end_of
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.vague import Vague

_RELATIVE = rf"(?:[Pp]?L(?!(?:D?[RH]h*)?v*sT?{CORE}$)|T(?=[bvdmMVesay!u]))(?:(?!bT|Cy*s)[^,;:\u2013\"(])*"
_SIMPLE = expression(
    rf"(?:(?<![D0wegVBSFNPp])g(?=[D0]))?{CORE}(?:[IE][wV](?:2V)?(?:{CORE}|P(?=$))?|s?[Pp2]{CORE}|(?<=g)(?=[D0]){CORE}|(?<=[SN])e[wy]?(?=$)|[Pp]?Q?2V[Pp]?(?:{CORE})?|{_RELATIVE})*$"
)
_FULL = expression(
    rf"(?:(?<![D0wegVBSFNPp])g(?=[D0]))?{CORE}(?:[IE][wV](?:2V)?(?:{CORE}|P(?=$))?|s?[Pp2]{CORE}|(?<=g)(?=[D0]){CORE}|(?<=[SN])e[wy]?(?=$)|[Pp]?Q?2V[Pp]?(?:{CORE})?|,?A{NOMINAL}|,{NOMINAL}(?=[^;:]*A)|{_RELATIVE})*$"
)
_HEAD = expression(CORE)
_FRONTED = expression(r"\"?[pPk][^,;:]{0,12},")
"""What stands before the subject of a sentence: "On fairness, "."""

_ONE_THAT = expression("[0wgNBS][TL]$")
"""Before a verb that looks like a noun: "as one that deals in drugs, and its plans must be reviewed"."""

_WHO = 5
"""Tokens of a clause with "whoever" before the noun that ends it: "whoever takes the call must"."""

CONTRACTED = frozenset(("they've", "we've", "you've", "they're", "we're", "you're", "it's"))
"""Verbs that hold their subject."""

_TELLING = expression(r"D?[RH]h*(?:\(H\))?(?:s[yt]*(?:,w(?=[DFBSIE]))?|a(?:D?B|Ff*|D?SS?))T?(?=[DFBSIE0])")
"""Who says what the second verb of a sentence belongs to: "The report says the force has improved but must …"."""

_TOLD_US = expression(r"[\"]?(?:0|D?[wSNe]{1,3})[vy]*[as](?:[WEJIHR]|D[RH])?T?(?P<who>[KJ])")
"""Somebody who tells of himself."""

_FORCE = expression("Ff*[BS]*")
_BEHIND = ',;:\u2013"(TCAqkQsajty'
"""Letters behind which a subject can begin that is more than one noun phrase."""

_IN_PLACE = expression(r"(?:^|[T,;:\"])[Pp]D?F[Ff]*$")
"""A place before a subject: "that in Derbyshire the force and the council must"."""

_CHIEF = expression(r"\bchief (?:constable|fire officer|officer)$")
"""Before "who": whom asks are put to."""

_REACH = 34
"""Tokens before a verb within which its subject begins."""

_PARENTHESIS = "!LQkqPpyHRIEKsgtWJC"
"""Letters with which a stretch between commas begins that parts a subject from its verb."""

_SAID_OF = expression(rf",L{CORE}[vdy]*[sj]y*$")
"""Before a verb: ", which the inspectorate says"."""

_BEFORE_REPORT = expression(rf"(?P<when>t+),{REPORT},$")
JOINED = expression(r",?[AC]?T?,?(?:t+,?)?y*$")
"""Between two asks of which the second goes on with the first."""

_OPENS = ',:;\u2013"(ATC'
"""Letters behind which words of time open a clause."""

_BETTER = ("improve", "be better", "get better", "change", "come down", "go up")
_BODY = expression("[BFSIEWJYTDR]$|^[D0]+$|[BFS]")
_VAGUE = frozenset(("things", "that", "this", "it", "everything", "something", "matters"))
_BRACKETED = expression(rf"(?:\(|,{REPORT},|\u2013[^\u2013]{{1,14}}\u2013)(?P<when>t+)(?=[).]|$)")
"""Words of time behind a clause in brackets, or behind a reporting clause."""

_NO_LATER = expression("(?:,?A|,)!?D?[0w]{0,2}y?$")
_LATER = expression(r"\b(?:later|after|not|no)\b")
"""Behind words of time: "and not a day later"."""

_POINTS = expression("[^,.;]{1,2}[EI][.;]?$")
"""An action that says nothing without what stands before it: "\u2026, and should ask them"."""

_AND_SO = expression(r"[,A]*A(?:M|n2|v2|2)?(?P<so>d[^,;.]{1,2})$")
_SO = frozenset(("do it", "do so", "do that", "do this", "do them"))
"""What an action goes on with that says only by when: "…, and must do it by June"."""

_LEFT_OUT = expression("[Qqk]|uA|[vdu](?:[,.;:)\u2013]|$)")
"""An action that was told before: "as it should have, \u2026"; beside it "must be 18"."""

_SHORT = expression(r"\b(?:hours?|days?|fortnight)$")
_FEW_DAYS = expression(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:working |calendar )?(?:hours?|days?)$"
)
_SPANNING = frozenset(("within", "inside", "in"))
_WHY = expression(r"\bwhy\b")
_MANY = expression("[wegSN]+(?:$|[LPp])")
_PLURAL = expression(r"[y\"]*V[P2]?[wBSNVcj](?![a-z])")
_ANOTHER = expression(r"[LT][bvdmy!e][^,]*$|my?\w?$")
_WHEN = expression(r"\b(?:when|whenever|while|where|if)\b[^,]+$")
_EACH = expression(r"\b(?:every|each|any|anyone|all|whenever)\b(?! one of)")
"""Words of an action that is done again and again."""


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


class Clauses:
    """Cuts clauses.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.vague = Vague(cues)
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
        subject = self.subject(line, verb, low, asks=True)
        if subject is None:
            return None
        text = line.text
        elided = subject[1] < verb and text[verb - 1] in "CA"
        start = verb if elided and not _POINTS.match(text, action) else subject[0]
        if text.startswith(",", action):  # "should, by June, train"
            close = text.find(",", action + 1)
            listed = text.find(":", action + 1, close if close > 0 else len(text))
            close = listed if listed > 0 and set(text[action + 1 : listed]) == {"t"} else close
            if not 0 < close < action + 14 or text[close + 1 : close + 2] in ("", "A", "C", "P", "D", "I"):
                return None
            action = close + 1
        if text.startswith('"', action) and text.endswith('"', 0, verb):
            action += 1  # 'the force "must" train'
        if text.startswith(":", action) and action + 1 < len(text):
            action += 1
        ask = Ask(start, action, subject, action, self.leading(line, start))
        return self.close(line, ask) or (ask if opened else None)

    def close(self, line: Line, ask: Ask, *, embedded: bool = False) -> Ask | None:
        """An ask with its end and its deadline, or None where it has no action or one that says nothing."""
        text = line.text
        start, _, subject, action, deadline = ask
        if _LEFT_OUT.match(text, action) or (text.startswith("u0", action) and line.word(action + 1)[0].isdigit()):
            return None
        end = end_of(line, action, embedded=embedded)
        timed = text.find("t", subject[1], end)
        if timed >= 0:
            stop = timed + 1
            while stop < end and text[stop] == "t":
                stop += 1
            if stop < end and _NO_LATER.match(text, stop, end) and _LATER.search(line.words(stop, end)):
                end = stop
            another = self._of_another(line, action, timed) or self._is_standard(line, ask, timed, stop)
            if not deadline and not another:
                deadline = (timed, stop)
            if stop == end and timed > action and not another:
                end = timed
                while end > action and text[end - 1] in ",A":
                    end -= 1
        again = _AND_SO.search(text, action, end) if text.find("d", action, end) > 0 else None
        if again and again.start() > action and line.words(*again.span("so")) in _SO:
            end = again.start()
        if not deadline and text.find("t", end) > 0 and (bracketed := _BRACKETED.match(text, end)):
            deadline = bracketed.span("when")
        if end <= action or (self.vague.is_empty(line, action, end) and not self._improves(line, ask, end)):
            return None
        if text.startswith("u", action) and self.vague.is_change(line, subject, action, end):
            return None
        return Ask(start, end, subject, action, deadline)

    @staticmethod
    def _is_standard(line: Line, ask: Ask, timed: int, stop: int) -> bool:
        """Whether words of time say how fast something is to be done each time: "answer complaints within a fortnight"."""
        if timed < ask.action or not _SHORT.search(line.words(timed, stop)):
            return False
        if _FEW_DAYS.search(line.words(timed, stop)):
            return True  # "enter what they learn within two working days"
        if line.text.startswith("u", ask.action) and _MANY.match(line.text, ask.subject[0], ask.subject[1]):
            return True  # "seized phones should be examined within 60 days"
        return bool(_EACH.search(line.words(ask.action, timed)) or _PLURAL.match(line.text, ask.action, timed))

    @staticmethod
    def _improves(line: Line, ask: Ask, end: int) -> bool:
        """Whether a thing is to get better, which says enough: "supervision must improve"."""
        thing = line.text[ask.subject[0] : min(ask.subject[1], ask.action)]
        if ask.subject[0] >= ask.action:
            return False  # "expects to see change"
        better = line.words(ask.action, end).startswith(_BETTER)
        return better and not _BODY.search(thing) and line.words(*ask.subject) not in _VAGUE

    @staticmethod
    def _of_another(line: Line, action: int, timed: int) -> bool:
        """Whether words of time belong to a relative clause, to what is asked, or to what can be done at once."""
        if line.word(timed) in _SPANNING and _WHY.search(line.words(action, timed)):
            return True  # "find out why so many leave within two years"
        if line.word(timed) == "at" and _WHEN.search(line.words(action, timed)):
            return True  # "what it will do when two floods come at once"
        return bool(_ANOTHER.search(line.text, action, timed))

    @staticmethod
    def subject(line: Line, verb: int, low: int = 0, *, asks: bool = False) -> tuple[int, int] | None:
        """The subject before a verb; the first noun phrase of the sentence where the verb has none of its own.

        Args:
            line: The sentence.
            verb: Number of the first token of the verb.
            low: Where the clause before it ends.
            asks: Whether what it asks may be told by whom the sentence begins with.
        """
        text, end = line.text, verb
        if text.startswith(("v", "b"), verb) and line.word(verb) in CONTRACTED:
            return verb, verb + 1
        if text.startswith("y", verb - 1) and line.word(verb - 1) == "there":
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
            asked = line.word(end - 1) == "who" and text.startswith(("ba", "bya", "vua"), verb)
            chief = asked and _CHIEF.search(line.words(max(0, end - 4), end - 2))
            return (end - 1, end) if own or chief else None  # "Kent Police, which must"
        if not end or text[end - 1] in "CA":
            fronted = _FRONTED.match(text, 0, verb)
            begin = fronted.end() if fronted else text.rfind(":", 0, verb) + 1  # "Kent: the inspectorate …, but says"
            told = _TELLING.match(text, begin, verb) if asks and line.word(verb) != "had" else None
            if line.word(verb) == "had" and (teller := _TOLD_US.match(text, begin, verb)):
                return teller.span("who")  # "One told us she had rung twice and had then been asked to \u2026"
            first = _HEAD.search(text, told.end() if told else begin, verb)
            force = _FORCE.match(text, first.start()) if first else None
            return (force or first).span() if first else None
        low = max(low, end - _REACH)
        match = _FULL.search(text, low, end)
        if (
            match
            and match.start()
            and text[match.start() - 1] not in _BEHIND
            and not _IN_PLACE.search(text, 0, match.start())
        ):
            match = _SIMPLE.search(text, low, end)
        if match and text.find(",", match.start(), end) > 0 and _ONE_THAT.search(text, 0, match.start()):
            match = _SIMPLE.search(text, match.start(), end)
        begin = match.start() if match else -1
        if begin > 0 and text.startswith("w", begin) and line.words(begin - 1, begin + 1) == "in addition":
            begin += 1
        low = max(0, begin - _WHO)
        if begin > 0 and text.find("w", low, begin + 1) >= 0 and "whoever " in line.words(low, begin + 1):
            begin = next((at for at in range(begin, begin - _WHO, -1) if line.word(at) == "whoever"), begin)
        if begin == 0 and text[0] == "0" and end > 1 and "." in line.word(0):
            begin = 1  # "4.1 The authority"
        return (begin, end) if begin >= 0 else None

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


def third_person(verb: str) -> Iterator[str]:
    """A verb with the ending of the third person."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield verb[:-1] + "ies"
    else:
        yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
