"""A tree of elements to text and blocks, in the order of the page.

Enters the element that holds the article; leaves one line a block, with the cells of a row parted by tabs.
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from extract.document.document import Block, BlockKind
from extract.document.html.elements import BLOCKS, HEADINGS, count_texts, is_apart, is_credit, is_standfirst, may_hold
from extract.expressions import expression

_CELL_PARAGRAPHS = 3
"""Paragraphs that a row of data holds at most."""

_SPACE = expression(r"[ \t\r\n\f]+")


def _lays_out(row: Element) -> bool:
    """Whether a row of a table holds parts of the page and no data: mails are laid out so."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) > 1 and not any(len(cell) > 2 for cell in cells):
        return False
    return any(
        element.tag != "p" or number > _CELL_PARAGRAPHS
        for number, element in enumerate(row.iter("h1", "h2", "h3", "table", "p"), 1)
    )


def _is_links(element: Element) -> bool:
    """Whether a list holds nothing but links to other pages."""
    items = element.findall("li")
    return bool(items) and len(items) == len(element) and all(map(_is_link, items))


def _is_link(item: Element) -> bool:
    """Whether an item is a link and nothing else, in whatever it is wrapped."""
    while len(item) == 1 and not (item.text or "").strip() and not (item[0].tail or "").strip():
        item = item[0]
        if item.tag == "a":
            return True
    return False


def _is_picture(figure: Element) -> bool:
    """Whether a figure shows a picture, so that what it says is a caption or a credit, and no table or quotation."""
    return figure.find(".//img") is not None and figure.find(".//table") is None


class Walk:
    """Walks a tree in the order of the page and writes its blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.buffer: list[str] = []
        self.marked = False
        self.groups = 0
        self.stack: list[tuple[str, BlockKind, str]] = [("", "paragraph", "p")]
        self.row: list[tuple[int, int]] | None = None
        self.row_head = False
        self.header = -1
        self.lists: list[int] = []
        self.tables: list[tuple[int, int]] = []
        self.table = 0
        self.term = -1
        self.counts: dict[Element, int] | None = None

    def text(self) -> str:
        """The text written so far."""
        return "".join(self.parts)

    def run(self, root: Element) -> None:
        """Write the blocks below an element."""
        self.marked = root.tag not in ("body", "html")
        buffer = self.buffer
        skipped: Element | None = None
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "start":
                if element is not root and (
                    self.is_apart(element, root) or (tag in ("ul", "ol") and _is_links(element))
                ):
                    walker.skip_subtree()
                    skipped = element
                    continue
                if tag in BLOCKS or tag == "br":
                    self.open(tag, element)
                text = element.text
            else:
                if element is skipped:
                    skipped = None
                elif tag in BLOCKS:
                    self.close(tag)
                text = None if element is root else element.tail
            if text:
                buffer.append(text)
        self.flush()

    def is_apart(self, element: Element, root: Element) -> bool:
        """Whether an element belongs to the page: by its form or name, unless most of the text stands in it."""
        if not is_apart(element):
            return False
        if not may_hold(element):
            return True
        if self.counts is None:
            self.counts = count_texts(root)
        return self.counts[element] * 2 < self.counts[root]

    def open(self, tag: str, element: Element) -> None:
        """Begin an element that is a block, or a line within one."""
        if tag == "br":
            if self.row is None:
                self.flush()
            else:  # a line of its own in a cell
                self.buffer.append(" \u2022 " if "".join(self.buffer).strip() else " ")
            return
        if self.row is None or tag == "tr":
            self.flush()
        elif tag == "li" and "".join(self.buffer).strip():
            self.buffer.append(" \u2022 ")
        else:
            self.buffer.append(" ")
        kind: BlockKind | None = None
        if tag in HEADINGS:
            kind = "headline" if tag == "h1" else "subheading"
        elif tag in ("li", "dd"):
            kind = "item"
        elif tag == "dt":
            kind = "subheading"
        elif tag in ("figcaption", "caption") or is_credit(element) or (tag == "figure" and _is_picture(element)):
            kind = "caption"
        elif tag in ("p", "div", "section") and is_standfirst(element.get("class", "")):
            kind = "standfirst"
        elif tag in ("ul", "ol"):
            self.groups += 1
            self.lists.append(len(self.blocks) - 1)
        elif tag == "dl":
            self.groups += 1
        elif tag == "table":
            self.groups += 1
            self.tables.append((self.header, self.table))
            self.header, self.table = -1, self.groups
        elif tag == "blockquote":
            self.groups += 1
        elif tag == "tr" and not _lays_out(element):
            self.row, self.row_head = [], True
        elif tag == "td":
            self.row_head = False
        self.stack.append((tag, kind, tag) if kind else (tag, *self.stack[-1][1:]))

    def close(self, tag: str) -> None:
        """End an element that is a block."""
        if self.row is None:
            self.flush()
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "tr":
            self._end_row()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.tables:
            self.header, self.table = self.tables.pop()
        while len(self.stack) > 1:
            if self.stack.pop()[0] == tag:
                break

    def _taken(self) -> str:
        if not self.buffer:
            return ""
        text = self.buffer[0] if len(self.buffer) == 1 else "".join(self.buffer)
        self.buffer.clear()
        if text.isspace():
            return ""
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACE.sub(" ", text)
        return text.strip(" \u00a0")

    def _write(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def _cell(self) -> None:
        text = self._taken()
        if self.row:
            self._write("\t")
        elif self.blocks:
            self._write("\n")
        assert self.row is not None
        self.row.append(self._write(text))

    def _end_row(self) -> None:
        row, self.row = self.row or [], None
        self.buffer.clear()
        if not row or row[-1][1] == row[0][0]:
            return
        number = len(self.blocks)
        self.blocks.append(
            Block("row", row[0][0], row[-1][1], self.header, cells=tuple(row), group=self.table or self.groups)
        )
        if self.row_head and self.header < 0:
            self.header = number

    def flush(self) -> None:
        """Write the text gathered so far as a block."""
        if self.row is not None or not self.buffer:
            return
        text = self._taken()
        if not text:
            return
        if self.blocks:
            self._write("\n")
        start, end = self._write(text)
        _, kind, tag = self.stack[-1]
        lead, level, group = -1, 0, 0
        if kind == "item":
            lead = self.term if tag == "dd" else self.lists[-1] if self.lists else -1
            group = self.groups
        elif tag == "dt":
            self.term, level = len(self.blocks), 6
        elif tag in HEADINGS:
            level = HEADINGS[tag]
        elif "blockquote" in [name for name, _, _ in self.stack]:
            group = self.groups
        self.blocks.append(Block(kind, start, end, lead, level, (), group, "\u2022" if tag == "li" else ""))
