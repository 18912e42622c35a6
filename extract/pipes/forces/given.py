"""Abbreviations of forces that an article itself gives: "Northumberland Fire and Rescue Service (NFRS)".

Enters the text and the forces named in it; leaves where their abbreviations stand, and the force of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.expressions import expression
from extract.pipes.annotation import Annotation

_GIVEN = expression(r" \(['\"]?(?:the )?(?P<short>[A-Z](?:[a-z]?[A-Z]){1,7})['\"]?\)")
"""An abbreviation that an article gives behind a name."""
_WORD = expression(r"\b\w++")


def given_letters(text: str, named: Sequence[Annotation]) -> Iterator[tuple[int, int, str]]:
    """Start and end of each mention by an abbreviation that the article gives, and the id of the force.

    Args:
        text: The text of a reading.
        named: Forces that it names.
    """
    given: dict[str, str] = {}
    for note in named:
        if text.startswith(" (", note.end) and (match := _GIVEN.match(text, note.end)):
            given.setdefault(match["short"], note.attributes["id"])
    for short, key in given.items():
        at = text.find(short)
        while at >= 0:
            word = _WORD.match(text, at)
            if word and word[0] == short:
                yield at, word.end(), key
            at = text.find(short, at + 1)
