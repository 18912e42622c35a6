"""Reporting clauses in the midst of a sentence: "The force, it says, must …", "It needs, in their view, to …".

Enters a line; leaves the line without them, so that a clause reads as if nobody had been named in it, and finds the
clause's places in the whole line again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask, Found
from extract.pipes.recommendations.lines import Line

_NAME = "[wFfHhRBSOVNezg]"
WHO = f"(?:[IEKJW]|(?=[^z,])[D0]{{0,2}}{_NAME}{{1,7}}(?:[PpA]D?{_NAME}{{1,7}}){{0,3}})"
"""Who speaks, without what is said of him."""

_ROLE = f"(?:,D?{_NAME}{{1,7}}(?:[PpA]D?{_NAME}{{1,7}}){{0,3}})?"
_SAYS = rf"k?{WHO}{_ROLE}(?:,(?=v?y?s))?[vyb]{{0,2}}(?:wP)?2?(?:[sja]|wI)y?|y?s{WHO}{_ROLE}|P2{WHO}"
_VIEW = rf"[p2]D?(?:{_NAME}{{0,4}})(?P<view>w)(?:P{WHO})?"
_ASIDE = expression(
    rf"(?:,(?:{_SAYS}|{_VIEW}),|,\"(?:{_SAYS}),\"|\u2013Q?(?:{_SAYS})\u2013|\((?:{_SAYS})\))(?=[^.])(?![pP]D?[weg]?R)"
)
_AGREED = expression(
    r"\bagree[sd]? with (?:the |hm |h\w\w majesty's )?(?:report|inspect\w+|hmi\w*|watchdog) that$"
    r"|\b(?:report|inspect\w+|hmi\w*|watchdog) (?:is|are|was|were|ha[sd] been|have been) right (?:that|to \w+ that)$"
)
_RIGHT = 9
"""Before what somebody takes over from the report, and how many words of it: "agreed with inspectors that"."""

_VIEWS = frozenset(("view", "mind", "opinion", "judgement", "judgment", "words", "eyes", "estimation", "verdict"))
_ASKING = expression("M|[nvb]y?2|[nvbM],|[acj]T?")
"""That an ask has begun: from there on what is lifted out must leave a clause that goes on."""

_GOES_ON = frozenset('VM2ubnTpPAdvye!"')
"""Letters of words with which an action goes on."""

_LATER = frozenset(("after", "following", "despite"))
"""Words behind a reporting clause that say when or why something was said."""

_OPEN = frozenset("Mn2vbmTdV")
"""Letters of words that want something behind them: a comma that is left there would part them from it."""

_BEGINS = frozenset('DBFSIEYWKNwc0HRACLkqQpPgJ"')
"""Letters of words before which the comma stays that the reporting clause was set off by."""


def lifted(line: Line) -> tuple[Line, Sequence[int] | None]:
    """A line without the reporting clauses inside it, and the number of each token that is left; None where it has none."""
    text = line.text
    if text.count(",") < 2 and "\u2013" not in text and "(" not in text:
        return line, None
    asides = list(_ASIDE.finditer(text))
    if not asides:
        return line, None
    kept: list[int] = []
    last = 0
    asking = _ASKING.search(text)
    begun = asking.end() if asking else len(text)
    for match in asides:
        first, end = match.span()
        if match["view"] and line.word(match.start("view")) not in _VIEWS:
            continue
        behind, before = text[end], text[first - 1]
        quoted = behind == '"' and before not in _OPEN
        if line.word(end) in _LATER:
            continue
        if not first or (begun <= first and (quoted or behind not in _GOES_ON)):
            continue
        kept += range(last, first)
        last = end
        asks = behind == '"' and text[end + 1 : end + 2] in ("M", "n", "v", "b")  # "The force, she said, "needs to"
        if text[first] == "," and behind in _BEGINS and before not in _OPEN and not asks:
            kept.append(first)
    if not last:
        return line, None
    kept += range(last, len(text))
    starts = [line.starts[line.base + number] for number in kept]
    lengths = [line.lengths[line.base + number] for number in kept]
    left = replace(line, text="".join([text[number] for number in kept]), base=0, starts=starts, lengths=lengths)
    return left, kept


def put_back(found: Found, kept: Sequence[int]) -> Found:
    """A clause of a line without its reporting clauses, in the numbers of the whole line."""

    def place(first: int, last: int) -> tuple[int, int]:
        begin = kept[first] if first < len(kept) else kept[-1] + 1
        return begin, kept[last - 1] + 1 if last > first else begin

    ask = found.ask
    start, end = place(ask.start, ask.end)
    whole = Ask(
        start,
        end,
        place(*ask.subject),
        place(ask.action, ask.action)[0],
        place(*ask.deadline) if ask.deadline else None,
    )
    asker = place(found.asker, found.asker)[0] if found.asker >= 0 else -1
    return found._replace(ask=whole, cue=place(*found.cue), asker=asker)


def takes_over(line: Line, start: int) -> bool:
    """Whether what stands before a clause says that somebody takes it over from the report: "agreed with inspectors that"."""
    return _AGREED.search(line.words(max(0, start - _RIGHT), start)) is not None
