"""Plain text to a document: headline, dateline, byline, captions, headings, lists and boilerplate told by form.

Enters a decoded text; leaves blocks over it and what the article says of itself. Blank lines count for little, as
texts pasted from pages have them everywhere or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.boxes import INLINE, find_teasers, goes_on, leads_nowhere
from extract.document.decoding import find_flaws
from extract.document.document import Block, BlockKind, Document, Metadata
from extract.document.forms import Forms
from extract.document.head import Head
from extract.document.lines import Line, split_lines
from extract.expressions import expression

_PAIR = expression(r"[^:\u2013]{2,90}(?::| \u2013| -| \u2014) ?[^:.]{2,60}$")
_GAP = expression(r"\S(?:\t+|[ \u00a0]{3,}|[ \u00a0]?\|[ \u00a0]?| / )\S")
_GAPS = ("\t", "   ", "|", "\u00a0", " / ")
_CELL = expression(r"(?:(?!\t|[ \u00a0]{3,}|[ \u00a0]*\|| ?/ ).)+")
_TOP = 29
"""Number of the last line that can be a caption given twice."""
_SENTENCE = 60
"""Characters of a sentence given twice at least, which stands below no picture."""

_SHAPES = str.maketrans("\u2018\u2019\u201c\u201d`", "''\"\"'")
"""Quotation marks and their plain shape."""
_LEADING = (
    "get the report",
    "get the press release",
    "get the national press release",
    "continue reading",
    "read the report",
)
"""How a line of the page opens below which a link stands."""
_QUESTION = expression(r"[^.!]{3,60}\?$")
_OPENING = expression(r"[\"'\u201c\u2018`]")
_ARROWS = frozenset(("\u00bb", "\u203a", "\u2192"))
_LEVELS = {"headline": 1, "subheading": 2}
"""Depth of a heading."""

_CONTENTS = frozenset(("contents", "on this page", "in this report", "in this article"))
_LEAD = expression(r":[\"'\u2019\u201d)]*$")
_SPEECH = expression(
    r"\b(?:said|says|added|adds|told [^:]{1,60}|continued|commented|stated|wrote|writes|explained|replied|reply|response|statement[^:]{0,80})\b[^:]{0,40}:$",
    re.I,
)


def read_text(text: str, forms: Forms, path: str = "", *, sha256: str = "", media_type: str = "text/plain") -> Document:
    """The document of a plain text, which stays as it is, character for character.

    Args:
        text: The decoded article.
        forms: Compiled cues.
        path: Its name.
    """
    blocks, metadata = read_blocks(text, forms)
    return Document(text, blocks, metadata, path, media_type, sha256, find_flaws(text))


def read_blocks(text: str, forms: Forms) -> tuple[tuple[Block, ...], Metadata]:
    """Blocks of a plain text and its metadata.

    Args:
        text: The decoded article.
        forms: Compiled cues.

    Returns:
        Blocks in order, one for each logical line, and the metadata that the head and the foot show.
    """
    lines = split_lines(text)
    head = Head(lines, forms)
    kinds = _kinds(lines, head, forms, tabular=any(gap in text for gap in _GAPS))
    return tuple(_blocks(lines, kinds, head)), head.metadata(kinds)


def _kinds(lines: Sequence[Line], head: Head, forms: Forms, *, tabular: bool) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    contents = _contents(lines, forms) | find_teasers(lines, head.body)
    tail = inline = caption_next = linked = False
    for number, line in enumerate(lines):
        text = line.text
        told = head.kinds.get(number)
        if told == "dateline" and kinds[-1:] == ["row"] and _columns(line) == _columns(lines[number - 1]):
            told = None  # a row with a day in it
        doubled = not line.mark and (
            0 < number <= _TOP and len(text) == len(lines[number - 1].text) and _is_again(text, lines[number - 1].text)
        )
        plainly = not (tail or told or caption_next or doubled or number in contents) and forms.is_sentence(text)
        if plainly:
            linked = False
            kinds.append("item" if line.mark else "paragraph")
            continue
        if tail and not head.comments and goes_on(lines, number, inline=inline, early=number < len(lines) * 2 // 3):
            tail = False
        own = tail or told is not None or forms.is_own(text)
        if (
            not own
            and number > head.title
            and forms.is_tail(text)
            and not (tail or leads_nowhere(lines, number, head.title))
        ):
            tail, inline = True, text.lower().startswith(INLINE)
            head.comments |= "comment" in text.lower()
        kind: BlockKind
        if told:
            kind = told
        elif tail or number in contents:
            kind = "boilerplate"
        elif (
            tabular
            and (columns := _columns(line))
            and any(_columns(lines[near]) == columns for near in (number - 1, number + 1) if 0 <= near < len(lines))
            and not forms.is_offer(text)
        ):
            kind = "row"
        elif number in (head.title + 1, head.body) and forms.is_picture(text):
            kind = "caption"
        elif forms.is_button(text):
            kind = "boilerplate"
        elif linked and forms.is_short(text) and number + 1 < len(lines):
            kind = "boilerplate"  # what "Get the report" or "Continue reading" leads to
        elif (caption_next and len(text) < 200) or (not own and forms.is_caption(text)):
            kind = "caption"
        elif (not (own or line.mark) and (forms.is_page(text) or forms.is_bar(text))) or _points(lines, number, kinds):
            kind = "boilerplate"
        elif doubled and len(text) > _SENTENCE and text.endswith((".", "?", '"', "\u201d")):
            kind = "paragraph"  # what an article begins with, given once more above it
        elif doubled:
            kind = kinds[-1] = "caption" if kinds[-1] != "headline" else "headline"
        elif line.mark:
            kind = "item"
        elif _is_heading(text, forms, lines, number):
            kind = "subheading"
        else:
            kind = "paragraph"
        caption_next = kind == "caption" and text.lower().rstrip(",: ").endswith(("image caption", "caption"))
        linked = kind == "boilerplate" and text.lower().startswith(_LEADING)
        kinds.append(kind)
    _list_items(lines, kinds, head)
    return kinds


def _is_again(text: str, above: str) -> bool:
    """Whether a line gives the one above it again, be it in marks of another shape."""
    return text == above or text.translate(_SHAPES) == above.translate(_SHAPES)


def _cells(line: Line) -> list[re.Match[str]]:
    """The cells of a line whose columns are parted by tabs, bars or wide gaps; empty if it is no row."""
    text = line.text
    if (
        len(text) > 200
        or len(text) != line.end - line.body
        or not any(gap in text for gap in _GAPS)
        or not _GAP.search(text)
    ):
        return []
    if ": " in text.partition("/ ")[0] and not any(gap in text for gap in _GAPS if "/" not in gap):
        return []  # "Efficiency: good / good"
    cells = list(_CELL.finditer(text))
    return cells if len(cells) > 1 and all(len(cell[0]) < 110 for cell in cells) else []


def _columns(line: Line) -> int:
    """How many columns a row has, the empty one before a tab included; 0 if it is no row."""
    cells = _cells(line)
    return len(cells) + line.tab if cells else 0


def _edges(line: Line) -> tuple[tuple[int, int], ...]:
    cells = ((line.body + cell.end() - len(cell[0].lstrip()), cell[0].strip()) for cell in _cells(line))
    first = ((line.body, line.body),) if line.tab else ()
    return (*first, *((start, start + len(text)) for start, text in cells))


def _points(lines: Sequence[Line], number: int, kinds: Sequence[BlockKind]) -> bool:
    """Whether an arrow before a line leads to another page, and is no bullet of a list that a colon announces."""
    if lines[number].mark not in _ARROWS:
        return False
    above = lines[number - 1] if number else None
    listed = above and (above.text.endswith(":") or (above.mark == lines[number].mark and kinds[-1] == "item"))
    return not listed


def _is_heading(text: str, forms: Forms, lines: Sequence[Line], number: int) -> bool:
    if forms.is_short(text):
        return True
    if text[-1] != "?" or number + 1 == len(lines) or len(lines[number + 1].text) <= len(text):
        return False
    return _QUESTION.match(text) is not None and not _OPENING.match(text)


def _contents(lines: Sequence[Line], forms: Forms) -> set[int]:
    """Lines of a table of contents: short, under "Contents" or "Jump to", and found again below as headings."""
    found: set[int] = set()
    short = [number for number, line in enumerate(lines[:60]) if len(line.text) <= 16]
    for number in short:
        if lines[number].text.lower().rstrip(":") not in _CONTENTS:
            continue
        found.add(number)
        below = [other.text.lower() for other in lines[number + 1 :]]
        for step, text in enumerate(below):
            if len(text) > 110 or text not in below[step + 1 :]:
                break
            found.add(number + 1 + step)
    return found


def _list_items(lines: Sequence[Line], kinds: list[BlockKind], head: Head) -> None:
    """Short lines under a lead-in, and pairs such as "Efficiency: good", are items though they have no bullet."""
    stop = 0
    for number in [number for number, line in enumerate(lines) if ":" in line.text[-4:]]:
        text = lines[number].text
        if (
            number < stop
            or kinds[number] not in ("paragraph", "item", "subheading")
            or not _LEAD.search(text)
            or _SPEECH.search(text)
            or _OPENING.match(text)
        ):
            continue
        below = number + 1
        small = below < len(lines) and lines[below].text[:1].islower()
        while (
            below < len(lines)
            and kinds[below] == "subheading"
            and not _marked(lines, below + 1)
            and not (small and lines[below].text[:1].isupper())  # a heading behind items that go on with the lead-in
        ):
            below += 1
        if small and below - number > 1 and below < len(lines) and kinds[below] == "paragraph":
            below += lines[below].text[0].islower()  # the last item, which ends the sentence
        if below - number > 2:
            kinds[number + 1 : below] = ["item"] * (below - number - 1)
            stop = below
    for number in range(head.body, len(lines)) if "subheading" in kinds else ():
        if kinds[number] == "subheading" and _is_pair(lines[number].text):
            around = [other for other in (number - 1, number + 1) if 0 <= other < len(lines)]
            if any(kinds[other] in ("subheading", "item") and _is_pair(lines[other].text) for other in around):
                kinds[number] = "item"


def _is_pair(text: str) -> bool:
    return (":" in text or "\u2013" in text or " -" in text or "\u2014" in text) and _PAIR.match(text) is not None


def _marked(lines: Sequence[Line], number: int) -> bool:
    return number < len(lines) and bool(lines[number].mark)


def _blocks(lines: Sequence[Line], kinds: Sequence[BlockKind], head: Head) -> list[Block]:
    blocks: list[Block] = []
    lead, group = -1, 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "item":
            above = blocks[-1] if blocks else None
            if above is None or above.kind not in ("item", "boilerplate", "caption") or lead < 0:
                group += 1
                lead = _lead(kinds, number)
            elif not line.mark and above.mark and lines[number - 1].text.endswith(":"):
                lead = number - 1  # an item that introduces a list of its own
            blocks.append(Block("item", line.body, line.end, lead, group=group, mark=line.mark))
            continue
        if kind == "row":
            if not blocks or blocks[-1].kind != "row":
                group += 1
                lead = -1
            blocks.append(Block("row", line.start, line.end, lead, cells=_edges(line), group=group))
            if lead < 0:
                lead = number
            continue
        if kind in ("paragraph", "subheading"):
            lead = -1
        if kind == "paragraph" and line.deep:  # a quotation is set in from the margin
            if not (blocks and blocks[-1].kind == "paragraph" and blocks[-1].group):
                group += 1
            blocks.append(Block(kind, line.start, line.end, group=group))
        else:  # as most are
            blocks.append(tuple.__new__(Block, (kind, line.start, line.end, -1, _LEVELS.get(kind, 0), (), 0, "")))
    return blocks


def _lead(kinds: Sequence[BlockKind], number: int) -> int:
    """The block above a list that introduces it."""
    for above in range(number - 1, -1, -1):
        if kinds[above] in ("paragraph", "subheading", "standfirst", "headline"):
            return above
        if kinds[above] not in ("boilerplate", "caption"):
            return -1
    return -1
