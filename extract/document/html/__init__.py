"""HTML pages to a document: the visible text of the article, block by block, and the page's metadata.

Enters the bytes of a page; leaves text in which every block stands on a line of its own and the cells of a row are
parted by tabs. Menus, banners, related links and comments are not part of it. Where the page marks its article, that
mark is trusted; where it does not, trafilatura chooses the blocks and the text stays ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from extract import errors
from extract.document.boxes import goes_on
from extract.document.decoding import decode, find_flaws
from extract.document.document import Block, Document
from extract.document.forms import Forms
from extract.document.head import Head
from extract.document.headline import is_label
from extract.document.html.walk import Walk
from extract.document.lines import Line
from extract.document.masthead import find_owner
from extract.document.metadata import find_site, merge, read_head, text_of
from extract.errors import InputError
from extract.expressions import expression

_ENOUGH = 200
_BELOW = 4
"""Blocks below a headline among which another can stand."""
_WRITTEN = expression(r"comment|repl|response|thought|leave")
"""What heads that which readers wrote."""
_NEXT = 2
"""Level of a heading that can be one."""


def read_page(
    data: bytes, forms: Forms, path: str = "", *, sha256: str = "", media_type: str = "text/html"
) -> Document:
    """The document of a page.

    Args:
        data: Its bytes.
        forms: Compiled cues.
        path: Its name, for messages.

    Returns:
        Visible text of the article with its blocks and metadata.

    Raises:
        InputError: E103 to E105 as for any text; E109 where no text is left.
    """
    source = decode(data, path)
    root = _parse(source, path)
    page = read_head(root)
    walk = Walk()
    walk.run(_main(root))
    text, blocks = walk.text(), walk.blocks
    if not text.strip():
        raise InputError("E109", errors.E109, path)
    if not walk.marked:
        blocks = _choose(source, text, blocks)
    lines = [
        Line(block.start, block.end, text[block.start : block.end], True, block.mark, block.start) for block in blocks
    ]
    top = next((number for number, block in enumerate(blocks) if block.kind == "headline"), -1)
    first = _headline(lines, blocks, forms, top, page.title or "")
    head = Head(lines[max(first, 0) :], forms, titled=first >= 0)
    blocks = _tell(blocks, lines, head, max(first, 0), forms)
    shown = head.metadata([block.kind for block in blocks[max(first, 0) :]], find_site(page))
    if shown.publisher is None:
        above = (
            line.text
            for number, line in enumerate(lines[: max(first, 0)])
            if number == top or forms.is_bar(line.text) or "\u00b7" in line.text
        )
        shown = replace(shown, publisher=next(filter(None, (find_owner(bar, forms) for bar in above)), None))
    heading = text[blocks[first].start : blocks[first].end] if first >= 0 else None
    return Document(
        text,
        tuple(blocks),
        merge(page, shown, heading, text, head.bylines.is_person),
        path,
        media_type,
        sha256,
        find_flaws(text),
    )


def _parse(source: str, path: str) -> Element:
    # an encoding declared in the text would contradict the decoded string
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\0", ""), count=1)
    # elements of lxml.html have more methods, but a class is looked up for each
    parser = etree.HTMLParser(encoding=None, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: Element | None = etree.fromstring(source, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise InputError("E109", errors.E109, path)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError("E105", errors.E105.format(reason="its elements are nested too deeply"), path)
    return root


def _main(root: Element) -> Element:
    """The element that holds the article, or the whole body."""
    for query in (".//main", ".//*[@role='main']", ".//*[@itemprop='articleBody']/..", ".//article"):
        found = [element for element in root.iterfind(query) if len(text_of(element)) > _ENOUGH]
        if len(found) > 1:  # teasers of others have no headline of the first rank
            found = [element for element in found if element.find(".//h1") is not None]
        if len(found) == 1:
            return found[0]
    body = root.find(".//body")
    return root if body is None else body


def _choose(source: str, text: str, blocks: list[Block]) -> list[Block]:
    """Blocks between the first and the last that trafilatura takes for the article; the rest is boilerplate."""
    import trafilatura

    chosen = trafilatura.extract(source, options=_options()) or ""
    flat = re.sub(r"\W+", "", chosen)
    if not flat:
        return blocks

    def is_taken(number: int) -> bool:
        key = re.sub(r"\W+", "", text[blocks[number].start : blocks[number].end])
        return len(key) > 15 and key in flat

    first = next(filter(is_taken, range(len(blocks))), -1)
    if first < 0:
        return blocks
    last = next(filter(is_taken, reversed(range(len(blocks)))))
    headline = next((n for n, block in enumerate(blocks[: first + 1]) if block.kind == "headline"), first)
    return [
        block if headline <= number <= last else block._replace(kind="boilerplate")
        for number, block in enumerate(blocks)
    ]


@cache
def _options() -> Any:
    """How trafilatura is to choose."""
    from trafilatura.settings import Extractor

    return Extractor(comments=False, recall=True)


def _headline(lines: Sequence[Line], blocks: list[Block], forms: Forms, top: int, full: str) -> int:
    """The number of the headline, or -1.

    It is the heading of the first rank, but not where that says what the page is, "Agenda item", or whose, and the title
    of the head holds the next one.

    Args:
        lines: Lines of the page.
        blocks: Its blocks; that of the headline becomes one.
        forms: Compiled cues.
        top: Number of the heading of the first rank, or -1.
        full: The title of the head.
    """
    if top < 0:
        return top
    text = lines[top].text
    label = is_label(text.lower()) or text.lower() in forms.sections
    house = text not in full.split(" | ")[0] and find_owner(text, forms) is not None
    for number in range(top + 1, min(top + _BELOW, len(blocks))) if label or house else ():
        below = blocks[number]
        if (
            below.kind in ("headline", "subheading")
            and 0 < below.level <= _NEXT
            and (label or lines[number].text in full)
        ):
            blocks[number] = below._replace(kind="headline")
            return number
    return top


def _tell(blocks: Sequence[Block], lines: Sequence[Line], head: Head, first: int, forms: Forms) -> list[Block]:
    """Give datelines, bylines, captions, unmarked headings and boilerplate inside the article their kind."""
    told: list[Block] = []
    tail, loose = 0, False  # a paragraph that heads a box can stand between others
    for number, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        kind = block.kind
        own = forms.is_own(line.text)
        if loose and tail and kind == "paragraph" and goes_on(lines, number):
            tail = 0
        at_head = head.kinds.get(number - first) if number >= first else None
        if number < first and kind != "boilerplate":
            kind = "standfirst" if kind == "paragraph" and len(line.text) > 60 else "boilerplate"
        elif tail and not (kind == "subheading" and block.level <= tail and not forms.is_tail(line.text)):
            kind = "boilerplate"
        elif not own and kind in ("subheading", "paragraph") and number > first and forms.is_tail(line.text):
            tail = block.level or 6
            loose = not block.level and not _WRITTEN.search(line.text.lower())
            kind = "boilerplate"
        elif (at_head and kind in ("paragraph", "standfirst") and at_head != "headline") or (
            kind == "item" and at_head in ("dateline", "byline")
        ):
            tail = 0
            kind = at_head
        elif kind in ("paragraph", "item", "standfirst"):
            tail = 0
            if not own and (forms.is_page(line.text) or (kind == "paragraph" and forms.is_bar(line.text))):
                kind = "boilerplate"
            elif not own and forms.is_caption(line.text):
                kind = "caption"
            elif kind == "paragraph" and forms.is_short(line.text) and not block.group:
                kind = "subheading"
        else:
            tail = 0
            if kind == "subheading" and forms.is_button(line.text):
                kind = "boilerplate"
        told.append(block if kind == block.kind else block._replace(kind=kind))
    return told
