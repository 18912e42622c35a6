"""Sentences of a folded text: where one ends, told by marks, what follows and a list of abbreviations."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?]+[\"')\]]*(?= +[\"'(\[]*[A-Z0-9£])|,(?= (?:It|They|This) )")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'/])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sgt|Insp|Supt|Det|Cllr|Rev|Hon|Prof|Capt|Lt|Col|No|Nos|p|pp|vs|e\.g|i\.e|cf"
    r"|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)


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
        found.append((begin, stop))
        begin = stop + 1
        while begin < end and text[begin] == " ":
            begin += 1
    if begin < end:
        found.append((begin, end))
    return found
