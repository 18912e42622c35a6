"""Sentences of a folded text: where one ends, told by marks, what follows and a list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.expressions import expression

DOTTED = (
    *("Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Drs", "St", "Sgt", "Insp", "Supt", "Det", "Cllr", "Ald", "Rev", "Revd"),
    *("Hon", "Prof", "Capt", "Lt", "Col", "Gen", "Maj", "Cpl", "Brig", "Adm", "Cmdr", "Cdr", "Sen", "Sens", "Rep"),
    *("Reps", "Gov", "Govs", "Msgr", "Ch", "Coun", "Dep", "Asst"),
)
"""Titles that are written with a dot, which ends no sentence."""

DOT = r"\.(?<!\b[A-Z]\.)" + "".join(rf"(?<!\b{title}\.)" for title in (*DOTTED, "Jr", "Sr"))
"""Pattern of a dot that stands behind no title, initial or "Jr"."""

_ENDS = (
    *(re.compile(rf"[{mark}](?<![.!?].)[.!?]*[\"')\]]*(?= +[\"'(\[]*[A-Z0-9£])") for mark in ".!?"),
    re.compile(r",(?= (?:It|They|This) )"),
)
"""The end of a sentence, by the mark that it begins with, as a search for one character is the quickest."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_SHORT = frozenset((*DOTTED, *_MONTHS, "No", "Nos", "p", "pp", "vs", "cf", "approx", "est"))
"""Words with a dot that end no sentence."""
_LAST = frozenset(word[-2:] for word in _SHORT)
"""Their last letters."""

_ABBREVIATION = expression(rf"(?<![^\s(\"'/])(?:[A-Z]|{'|'.join(sorted(_SHORT))}|e\.g|i\.e)\.$")
_LETTERS = expression(r"(?<![^\s(\"'/])(?:[A-Z]\.){2,}$")
_OPENS = expression(
    r" +(?:[\"'(\[]|(?:The|A|An|It|Its|He|She|His|Her|They|Their|We|Our|I|You|This|That|These|Those|There|But|And|Yet|So|In|On|At"
    r"|For|If|When|While|As|After|Before|Since|What|Who|How|Why|No|Not|Some|Many|Most|All|One)\b)"
)
"""What follows letters with dots where they end a sentence: "in the U.S. He", against "the U.S. Senate"."""


LONGEST = 1000
"""Characters of a sentence; what is longer is a list or nonsense, and rules that compare its parts would take for ever."""


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences between two offsets.

    Args:
        text: Folded text.
        start: Where a block begins.
        end: Where it ends.

    Returns:
        Start and end of each sentence, without the spaces between them; the whole block is covered. What has no end for
        `LONGEST` characters is parted there, at a mark or a space if it has one.

    Example:
        >>> split_sentences("Mr. Lee spoke. He left.", 0, 23)
        [(0, 14), (15, 23)]
    """
    return [(begin, stop) for begin, stop, _ in split_blocks(text, [(start, end, False)])]


def split_blocks(text: str, blocks: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int, int]]:
    """Sentences of blocks, of which each stands on a line of its own: ends are looked for in all of them at once.

    Args:
        text: Folded text.
        blocks: Start and end of each, in order, and whether it is one sentence, as a row of a table is.

    Returns:
        Start, end and number of the block of each sentence.
    """
    low, high = (blocks[0][0], blocks[-1][1]) if blocks else (0, 0)
    marks = iter(sorted([match.span() for end in _ENDS for match in end.finditer(text, low, high)]))
    none = high + 1, high + 1
    mark, stop = next(marks, none)
    found: list[tuple[int, int, int]] = []
    for number, (begin, end, whole) in enumerate(blocks):
        first = len(found)
        long = end - begin > LONGEST and not whole
        while stop <= end:
            if not (whole or (stop - mark == 1 and text[mark] == "." and _is_short(text, begin, stop, end))):
                found.append((begin, stop, number))
                begin = stop + 1
                while begin < end and text[begin] == " ":
                    begin += 1
            mark, stop = next(marks, none)
        if begin < end:
            found.append((begin, end, number))
        if long:
            found[first:] = [(*part, number) for start, stop, _ in found[first:] for part in _parted(text, start, stop)]
    return found


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of a sentence of which none is longer than `LONGEST`."""
    while end - start > LONGEST:
        stop = part_at(text, start, start + LONGEST, ("; ", ", ", " "))
        yield start, stop
        start = stop + 1 if text[stop] == " " else stop
    if start < end:
        yield start, end


def part_at(text: str, start: int, limit: int, marks: Iterable[str]) -> int:
    """Where to part a text that goes on behind a limit: behind the last mark of the first kind that its later half has.

    Args:
        text: Any text.
        start: Where the piece begins.
        limit: Offset that the piece may reach at most.
        marks: Marks that end in a space, the best first.

    Returns:
        Offset of the space, or the limit where there is none.
    """
    half = start + (limit - start) // 2
    for mark in marks:
        found = text.rfind(mark, half, limit)
        if found >= 0:
            return found + len(mark) - 1
    return limit


def _is_short(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether a dot stands behind a short form, so that it ends no sentence."""
    last = text[stop - 3 : stop - 1]
    if last.isalpha() and last not in _LAST:
        return False  # a word in full, as before nearly every dot
    low = max(begin, stop - 12)
    if _ABBREVIATION.search(text, low, stop):
        return True
    return bool(_LETTERS.search(text, low, stop)) and not _OPENS.match(text, stop, end)
