"""Where in its article a miss stands: the line, with the place marked.

A value of the gold has words and no offsets, so its place is looked for; that serves the eye alone and no record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.evaluate.tally import Miss

_AROUND = 70
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article as it is shown.

    Args:
        line: Number of its first line, from 1.
        before: What stands before it in the line, shortened.
        marked: The stretch itself, white space made single, shortened in its middle.
        after: What stands behind it in its last line, shortened.
    """

    line: int
    before: str
    marked: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}⟦{self.marked}⟧{self.after}"


def place_of(miss: Miss, text: str) -> Place | None:
    """The place of a miss in the text of its article, or None where its words are not there."""
    span = (miss.start, miss.end) if miss.start >= 0 else find(text, miss.says, miss.within)
    return cut(text, *span) if span else None


def find(text: str, says: str, within: str = "") -> tuple[int, int] | None:
    r"""The first stretch that says the words, whatever the white space and the case.

    Args:
        text: The article.
        says: What to look for.
        within: A wider stretch that holds it, or "".

    Returns:
        Offsets, of the wider stretch where that alone is found, or None.

    Example:
        >>> find("Good at\n  custody. Good at calls.", "good", "good at calls")
        (19, 23)
    """
    outer = _search(text, within)
    low, high = outer or (0, len(text))
    return _search(text, says, low, high) or outer


def _search(text: str, says: str, low: int = 0, high: int | None = None) -> tuple[int, int] | None:
    if not says.strip():
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in says.split()), re.I)
    hit = pattern.search(text, low, len(text) if high is None else high)
    return hit.span() if hit else None


def cut(text: str, start: int, end: int) -> Place:
    r"""The lines around a stretch.

    Example:
        >>> str(cut("One\nKent Police was good at it.\nTwo", 20, 24))
        'Kent Police was ⟦good⟧ at it.'
    """
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[line:start], text[end : len(text) if stop < 0 else stop]
    marked = " ".join(text[start:end].split())
    if len(marked) > _LONGEST:
        marked = f"{marked[: _LONGEST // 2]} … {marked[-_LONGEST // 2 :]}"
    return Place(
        line=text.count("\n", 0, start) + 1,
        before="…" + before[-_AROUND:] if len(before) > _AROUND else before,
        marked=marked,
        after=after[:_AROUND] + "…" if len(after) > _AROUND else after.rstrip(),
    )
