"""Findings as text: the place, what is wrong, the line of the article, and a caret under the characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from extract.checks import CHECKS
from extract.report.checked import Checked, Place
from models import Finding

_WIDTH = 100
"""Widest piece of a line that is shown, in columns of a terminal."""
_BEFORE = 40
"""Columns that are shown before the place in a longer line."""


def to_text(articles: Sequence[Checked]) -> str:
    """Each finding in three or four lines, an empty line behind each; nothing for articles without findings."""
    return "".join(
        piece + "\n" for article in articles for finding in article.findings for piece in _lines(article, finding)
    )


def _lines(article: Checked, finding: Finding) -> Iterator[str]:
    place = article.place(finding)
    where = f":{place.line}:{place.column}" if place else ""
    title = CHECKS[finding.code].title if finding.code in CHECKS else ""
    yield f"{article.path}{where}: {finding.severity} {finding.code} {title}"
    if place:
        yield from _caret(article, place)
    notes = [note for note in (finding.path, article.origin) if note]
    yield f"    {finding.message}" + (f"  [{', '.join(notes)}]" if notes else "")
    yield ""


def _caret(article: Checked, place: Place) -> Iterator[str]:
    """The line and the caret below its place."""
    line = article.line(place.line).replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    low = 0 if cell_len(line) <= _WIDTH or start <= _BEFORE else start - _BEFORE
    high = low
    while high < len(line) and cell_len(line[low : high + 1]) <= _WIDTH:
        high += 1
    cut = ("…" if low else "") + line[low:high] + ("…" if high < len(line) else "")
    number = str(place.line)
    pad = " " * (cell_len(line[low:start]) + bool(low))
    mark = "^" * max(1, cell_len(line[start : min(end, high)]))
    yield f"{number:>6} | {cut}"
    yield f"       | {pad}{mark}"
