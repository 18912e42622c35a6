"""PDF files to a document: lines by where they stand, joined to paragraphs; running heads and page numbers left out.

Enters the bytes of a file; leaves its text, one paragraph a line with a blank line between two, and the offset at which
every page begins. A word that was broken at the end of a line is whole again. What a scanned page shows is not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from extract import errors
from extract.document.decoding import find_flaws
from extract.document.document import Document
from extract.document.forms import Forms
from extract.document.plain import read_blocks
from extract.errors import InputError
from extract.expressions import expression

MEDIA_TYPE = "application/pdf"
_MARGIN = 0.1
"""Share of a page's height at its top and at its foot where running heads and page numbers stand."""
_NUMBER = expression(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_BULLET = expression(r"[\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u25a0\uf0b7*\u2013-] |\(?(?:\d{1,2}|[a-z])[.)] ")
_ENDED = expression(r"[.?!:\"\u201d\u2019)]$")
_BROKEN = expression(r"(\w+)[-\u00ad\u2010\x02\ufffe]$")
_MARK = expression("[\x02\ufffe]")
_FIRST = expression(r"\w+")
_HYPHENATED = expression(r"\w+(?:-\w+)+")
_KEPT = frozenset(
    (
        *("anti", "cross", "follow", "full", "half", "high", "inter", "long", "low", "mid", "multi", "non", "part"),
        *("post", "pre", "self", "semi", "short", "so", "sub", "three", "two", "under", "up", "well", "whole"),
    )
)
"""First parts after which a hyphen at a line's end is taken for one of the word."""


@dataclass(slots=True)
class _Line:
    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    def goes_on(self, left: float, bottom: float, top: float) -> bool:
        """Whether a stretch of text stands beside it, on the same base."""
        shared = min(self.top, top) - max(self.bottom, bottom)
        return shared > 0.5 * min(self.height, top - bottom) and -2 <= left - self.right < 3 * self.height


def read_pdf(data: bytes, forms: Forms, path: str = "", *, sha256: str = "") -> Document:
    """The document of a PDF file.

    Args:
        data: Its bytes.
        forms: Compiled cues.
        path: Its name, for messages.

    Raises:
        InputError: E103 empty, E109 no text on any page, E122 damaged, E123 encrypted, E126 without pypdfium2.
    """
    if not data:
        raise InputError("E103", errors.E103, path)
    lines, heights = _load(data, path)
    kept = drop_margins(lines, heights)
    if not kept:
        raise InputError("E109", errors.E109, path)
    text, pages = _write(list(_paragraphs(kept)), len(heights))
    blocks, metadata = read_blocks(text, forms)
    return Document(text, blocks, metadata, path, MEDIA_TYPE, sha256, find_flaws(text), pages=pages)


def _load(data: bytes, path: str) -> tuple[list[_Line], list[float]]:
    """Lines of all pages, in the order of the file, and the height of each page."""
    try:
        import pypdfium2
    except ImportError:
        raise InputError("E126", errors.E126.format(extra="pdf"), path) from None
    try:
        file: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == 4 or "password" in str(error).lower():
            raise InputError("E123", errors.E123, path) from None
        raise InputError("E122", errors.E122.format(reason="no PDF can be read from it"), path) from None
    lines: list[_Line] = []
    heights: list[float] = []
    try:
        for number in range(len(file)):
            page = file[number]
            heights.append(float(page.get_height()))
            lines += _lines_of(page.get_textpage(), number)
            page.close()
    except pypdfium2.PdfiumError:
        raise InputError("E122", errors.E122.format(reason=f"page {len(heights) + 1} cannot be read"), path) from None
    finally:
        file.close()
    return lines, heights


def _lines_of(page: Any, number: int) -> Iterator[_Line]:
    """Lines of one page: stretches of text that stand beside each other are one."""
    line: _Line | None = None
    for rect in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(rect)
        text = page.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").replace("\n", " ")
        if not text.strip():
            continue
        if line and line.goes_on(left, bottom, top):
            gap = " " if left - line.right > 0.15 * line.height and not line.text.endswith(" ") else ""
            line.text += gap + text
            line.right, line.top, line.bottom = right, max(line.top, top), min(line.bottom, bottom)
            continue
        if line:
            yield line
        line = _Line(text, number, left, bottom, right, top)
    if line:
        yield line


def drop_margins(lines: Sequence[_Line], heights: Sequence[float]) -> list[_Line]:
    """Lines without page numbers, and without what most pages say again at the same edge."""
    edge = [
        line.bottom > heights[line.page] * (1 - _MARGIN) or line.top < heights[line.page] * _MARGIN for line in lines
    ]
    said = Counter({(_folded(line.text), line.page) for line, there in zip(lines, edge, strict=True) if there})
    often = Counter(text for text, _ in said)
    least = max(2, len(heights) // 3)
    return [
        line
        for line, there in zip(lines, edge, strict=True)
        if not (there and (_NUMBER.fullmatch(line.text.strip()) or often[_folded(line.text)] >= least))
    ]


def _folded(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together: as high, as near, and not after a line that ended short."""
    gaps = [a.bottom - b.top for a, b in pairwise(lines) if a.page == b.page and -1 < a.bottom - b.top < 3 * a.height]
    usual = median(gaps) if gaps else 4.0
    widest = {page: max(line.right for line in lines if line.page == page) for page in {line.page for line in lines}}
    held = [lines[0]]
    for above, line in pairwise(lines):
        if _continues(above, line, usual, widest[above.page]):
            held.append(line)
        else:
            yield held
            held = [line]
    yield held


def _continues(above: _Line, line: _Line, usual: float, right: float) -> bool:
    text = above.text.rstrip()
    if above.page != line.page or line.top > above.top:  # a page or a column further
        return not _ENDED.search(text) and line.text[:1].islower()
    if _BULLET.match(line.text) or abs(above.height - line.height) > 0.4 * max(above.height, line.height):
        return False
    if above.bottom - line.top > usual + 0.45 * line.height:
        return False
    return not (_ENDED.search(text) and above.right < right - 4 * above.height)


def _write(paragraphs: Sequence[Sequence[_Line]], count: int) -> tuple[str, tuple[int, ...]]:
    """The text, and the offset at which each page begins; a page without text begins where the next does."""
    whole = "\n".join(line.text for paragraph in paragraphs for line in paragraph).lower()
    hyphenated, words = set(_HYPHENATED.findall(whole)), set(_FIRST.findall(whole))
    pieces: list[str] = []
    length = 0
    begins: dict[int, int] = {}
    for paragraph in paragraphs:
        held = ""  # the line above, its end not yet settled
        for number, line in enumerate(paragraph):
            text = line.text.strip()
            if number:
                held = _join(held, text, hyphenated, words)
            elif pieces:
                held = "\n\n"
            pieces.append(_MARK.sub("-", held))
            length += len(held)
            begins.setdefault(line.page, length)
            held = text
        pieces.append(_MARK.sub("-", held))
        length += len(held)
    text = "".join(pieces)
    starts = [begins.get(page) for page in range(count)]
    following = len(text)
    for page in range(count - 1, -1, -1):
        following = starts[page] if starts[page] is not None else following  # type: ignore[assignment]
        starts[page] = following
    return text, tuple(start for start in starts if start is not None)


def _join(above: str, below: str, hyphenated: set[str], words: set[str]) -> str:
    """The line above, with what stands between it and the line below."""
    broken, following = _BROKEN.search(above), _FIRST.match(below)
    if not broken or not following:
        return above + " "
    first, second = broken[1].lower(), following[0].lower()
    stem = above[: broken.end(1)]
    whole = f"{first}{second}"
    keeps = f"{first}-{second}" in hyphenated or (whole not in words and first in _KEPT)
    if keeps or not following[0][0].islower():
        return stem + "-"
    return stem
