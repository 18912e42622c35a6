"""Sentences of a folded text: where one ends, told by marks, what follows and a list of abbreviations."""

from __future__ import annotations

import re

DOTTED = (
    *("Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Drs", "St", "Sgt", "Insp", "Supt", "Det", "Cllr", "Ald", "Rev", "Revd"),
    *("Hon", "Prof", "Capt", "Lt", "Col", "Gen", "Maj", "Cpl", "Brig", "Adm", "Cmdr", "Cdr", "Sen", "Sens", "Rep"),
    *("Reps", "Gov", "Govs", "Msgr"),
)
"""Titles that are written with a dot, which ends no sentence."""

DOT = r"\.(?<!\b[A-Z]\.)" + "".join(rf"(?<!\b{title}\.)" for title in (*DOTTED, "Jr", "Sr"))
"""Pattern of a dot that stands behind no title, initial or "Jr"."""

_END = re.compile(r"[.!?]+[\"')\]]*(?= +[\"'(\[]*[A-Z0-9£])|,(?= (?:It|They|This) )")
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(\"'/])(?:[A-Z]|{'|'.join(DOTTED)}|No|Nos|p|pp|vs|e\.g|i\.e|cf"
    r"|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LETTERS = re.compile(r"(?:^|[\s(\"'/])(?:[A-Z]\.){2,}$")
_OPENS = re.compile(
    r" +(?:[\"'(\[]|(?:The|A|An|It|Its|He|She|His|Her|They|Their|We|Our|I|You|This|That|These|Those|There|But|And|Yet|So|In|On|At"
    r"|For|If|When|While|As|After|Before|Since|What|Who|How|Why|No|Not|Some|Many|Most|All|One)\b)"
)
"""What follows letters with dots where they end a sentence: "in the U.S. He", against "the U.S. Senate"."""


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences between two offsets.

    Args:
        text: Folded text.
        start: Where a block begins.
        end: Where it ends.

    Returns:
        Start and end of each sentence, without the spaces between them; the whole block is covered.

    Example:
        >>> split_sentences("Mr. Lee spoke. He left.", 0, 23)
        [(0, 14), (15, 23)]
    """
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match[0] == "." and _ABBREVIATION.search(text, max(begin, stop - 12), stop):
            continue
        if match[0] == "." and _LETTERS.search(text, max(begin, stop - 12), stop) and not _OPENS.match(text, stop, end):
            continue
        found.append((begin, stop))
        begin = stop + 1
        while begin < end and text[begin] == " ":
            begin += 1
    if begin < end:
        found.append((begin, end))
    return found
