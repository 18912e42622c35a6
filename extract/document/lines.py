"""Lines of a plain text: physical lines in, logical lines out, hard-wrapped paragraphs joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

from extract.document.decoding import is_plain
from extract.expressions import expression

_LINE = expression(r"[^\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_RARE = ("\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_BULLET = expression(
    r"(?:[\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u2219\u00b7*\u25b8\u25ba\u25cb\u25c6\u25a0\u25a1\u2013\u2014\u2212\u00bb\u203a\u2192+-]|>>?"
    r"|\d{1,2} [\u2013-](?= [A-Za-z])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(?[A-Z]\))[ \t\u00a0]+(?=\S)"
)
_RIGHTS = expression(
    r"\([cC]\) (?:\d{4}|[cC]rown|[cC]opyright|[A-Z][\w' &]+ \d{4}(?:$|\.)|The(?: [A-Z][\w'-]*)+(?:$|\.))"
)
_WORD = expression(r"\S+")
_PAIR = expression(r"[^:]: [^:.]{2,30}$")
"""The end of a line such as "Leadership: requires improvement", which leads on to nothing."""
_TURN = expression(r"\[\d{1,2}[:.]\d\d|[A-Z][A-Z' .-]{2,30}(?: \([^()]{2,30}\))?: \S")
_FIXED = expression("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = " \t\u00a0\u3000\ufeff\u200b\0\r"
_RIGHTS_SIGN = ("(c", "(C")
_WIDEST = 100
_LONG = 60
"""Characters of a line at least that was broken."""
_INTRODUCTION = 2
"""Lines behind the first of a paragraph that says who speaks."""
_JOINING = frozenset(("and", "of", "the", "for", "&", "by", "with", "his", "her", "Her", "His"))
_FEW = 8
_ODD = 25
"""One line in so many may be wider than the rest: an address, a row of a table."""


class Line(NamedTuple):
    """A logical line.

    Args:
        start: Offset of its first character that is no space.
        end: Offset behind its last character that is no space.
        text: The characters between them, line breaks and fixed spaces within it as spaces.
        gap: Whether a blank line stands above it.
        mark: Its bullet or number, or "".
        body: Offset of the first character behind the bullet.
        tab: Whether a tab stands before it: in a table, an empty cell.
        deep: Whether it is set in from the margin.
    """

    start: int
    end: int
    text: str
    gap: bool
    mark: str
    body: int
    tab: bool = False
    deep: bool = False


def split_lines(text: str) -> list[Line]:
    r"""Logical lines of a text, blank lines left out.

    A break inside a paragraph is told from a break between two by the width: a line was wrapped if the first word
    of the next would not have fitted on it.

    Example:
        >>> [line.text for line in split_lines("A title\n\n- one\n- two")]
        ['A title', 'one', 'two']
    """
    plain = is_plain(text)
    rare = not plain and any(map(text.__contains__, _RARE))
    raws = [(match.start(), match[0]) for match in _LINE.finditer(text)] if rare else _plain_lines(text)
    found: list[tuple[int, int, str, bool, str, int, bool, bool]] = []
    last, breaks = 0, 0
    for offset, raw in raws:
        if rare and offset - last > 1:
            between = text[last:offset]
            breaks += between.count("\n") or between.count("\r") or len(between)
        else:
            breaks += offset - last
        last = offset + len(raw)
        stripped = raw.strip(_SPACES)
        if not stripped:
            continue
        start = offset + (raw.index(stripped[0]) if raw[0] != stripped[0] else 0)
        if not plain and not stripped.isascii():
            stripped = _FIXED.sub(" ", stripped)
        end, mark, body = start + len(stripped), "", start
        if stripped[:2].isalpha():
            bullet = _BULLET.match(stripped) if stripped[0] in "ivx" else None
        else:
            bullet = None if stripped[:2] in _RIGHTS_SIGN and _RIGHTS.match(stripped) else _BULLET.match(stripped)
        if bullet:
            mark, body = bullet[0].strip(), start + bullet.end()
            stripped = stripped[bullet.end() :]
        found.append((start, end, stripped, breaks > 1, mark, body, raw[0] == "\t", start - offset > 1))
        breaks = 0
    return _unwrap(list(map(tuple.__new__, repeat(Line), found)))  # as quick as tuples are made


def _plain_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not empty and where each begins, of a text in which a line feed alone parts lines."""
    at = 0
    for raw in text.split("\n"):
        if raw:
            yield at, raw
        at += len(raw) + 1


def _width(lines: list[Line], widths: list[int]) -> int:
    """The width at which a text was wrapped: of its widest lines that lead on, but for the odd one that was not."""
    leading = sorted(width for width, below in zip(widths, lines[1:], strict=False) if not (below.gap or below.mark))
    if len(leading) < _FEW:
        return max(widths, default=0)
    return leading[-1 - len(leading) // _ODD]


def _is_turn(text: str) -> bool:
    """Whether a line begins with the time of a turn in a transcript, or with who speaks in capitals."""
    return (text[0] == "[" or text[:2].isupper()) and _TURN.match(text) is not None


def _is_pair(text: str) -> bool:
    return ": " in text and _PAIR.search(text) is not None


def _unwrap(lines: list[Line]) -> list[Line]:
    widths = [line.end - line.start for line in lines]
    width = _width(lines, widths)
    joins = [False] * len(lines)
    if not 50 <= width <= _WIDEST or len(lines) < 4:
        listed = False
        for number, (above, line) in enumerate(pairwise(lines), 1):
            colon = above.text[-1] == ":"
            if colon or line.gap:
                listed = colon  # "the force should:", above items without bullets
            joins[number] = not (listed or line.gap or line.mark) and _goes_on(above, line, widths[number - 1])
        return _join(lines, joins) if any(joins) else lines
    short = [False] * len(lines)
    for number in range(1, len(lines)):
        line = lines[number]
        if line.gap or line.mark or _is_turn(line.text) or (_is_pair(line.text) and _is_pair(lines[number - 1].text)):
            continue
        word = _WORD.match(line.text)
        joins[number] = widths[number - 1] + 1 + len(word[0] if word else line.text) > width
        short[number] = not joins[number] and widths[number - 1] * 3 > width and _leads_on(lines[number - 1], line)
    wrapped = [line for line, join in zip(lines, joins, strict=True) if join]
    few = len(wrapped) * 2 <= len(lines) and not any(line.text[0].islower() for line in wrapped)
    if len(wrapped) * 10 < len(lines) or few:
        return lines  # a page of short lines, not a wrapped text; the line below the widest never fits on it
    if len(wrapped) * 3 > len(lines):
        joins = [join or led for join, led in zip(joins, short, strict=True)]
    for number in range(len(lines) - 1, 0, -1):
        joins[number] = joins[number] and not _introduces(lines, joins, number)
    return _join(lines, joins)


def _introduces(lines: list[Line], joins: list[bool], number: int) -> bool:
    """Whether a line behind the end of a sentence opens a paragraph that only says who speaks: "Jo Hale, Chief Fire Officer, said:"."""
    if lines[number - 1].text[-1] != "." or not lines[number].text[0].isupper():
        return False
    last = number
    while last + 1 < len(lines) and joins[last + 1] and last < number + _INTRODUCTION:
        last += 1
    return lines[last].text[-1] == ":" and not any(". " in line.text for line in lines[number : last + 1])


def _goes_on(above: Line, line: Line, width: int) -> bool:
    """Whether a paragraph of a page that is not wrapped as a whole was: a long line without an end, and lower case below."""
    return _LONG <= width <= _WIDEST and _leads_on(above, line)


def _leads_on(above: Line, line: Line) -> bool:
    """Whether a line has no end, by lower case below it or by its last word: "Fire and"."""
    last = above.text[-1]
    if line.text[0].islower():
        return last.isalpha() or last == ","
    return above.text[above.text.rfind(" ") + 1 :] in _JOINING


def _join(lines: list[Line], joins: list[bool]) -> list[Line]:
    """Lines, each that goes on with the one above joined to it."""
    joined: list[Line] = []
    for line, join in zip(lines, joins, strict=True):
        if join:
            above = joined[-1]
            glue = "" if above.text.endswith("-") and line.text[0].islower() else " "
            joined[-1] = above._replace(end=line.end, text=above.text + glue + line.text)
        else:
            joined.append(line)
    return joined
