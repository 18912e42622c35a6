"""HTML pages to a document: the visible text of the article, block by block, and the page's metadata.

Enters the bytes of a page; leaves text in which every block stands on a line of its own and the cells of a row are
parted by tabs. Menus, banners, related links and comments are not part of it. Where the page marks its article, that
mark is trusted; where it does not, trafilatura chooses the blocks and the text stays ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extract import errors
from extract.document.decoding import decode, find_flaws
from extract.document.document import Block, BlockKind, Document
from extract.document.forms import Forms
from extract.document.head import Head
from extract.document.lines import Line
from extract.document.metadata import merge, read_head
from extract.errors import InputError

_SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "nav",
        "footer",
        "aside",
        "dialog",
        "head",
        "map",
        "menu",
    ]
)
_BLOCK = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADING = {f"h{level}": level for level in range(1, 7)}
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    ]
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|nav|navbar|navigation|menu|breadcrumbs?|crumbs?|share|sharing|social|related|"
    r"recommend(?:ed|ations?)?|recs|promo|promoted|newsletters?|subscribe|subscription|sign-?up|comments?|disqus|footer|"
    r"sidebar|side-bar|advert(?:s|isement|ising)?|ads?|adslot|popup|modal|overlay|skip(?:-?link)?|toc|contents|tags?|taglist|"
    r"topics|most-?read|more-?on|more-?stories|read-?next|read-?more|quick-?exit|toolbar|masthead|site-?header|site-?footer|"
    r"sponsored|outbrain|taboola|paywall|login|widget|pagination|pager|feedback|survey|print-?link|hidden|sr-only|"
    r"visually-?hidden|screen-reader-text|pull-?quote|pullquote|pull|pq|wa|nl)(?:$|[\s_-])",
    re.I,
)
_KEPT = re.compile(r"article|story|post|content|entry|main|body", re.I)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub|subtitle|subhead|sub-?headline|summary|strapline|lede|intro|excerpt|description|kicker)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENOUGH = 200


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
    walk = _Walk(forms)
    walk.run(_main(root))
    text, blocks = walk.text(), walk.blocks
    if not text.strip():
        raise InputError("E109", errors.E109, path)
    if not walk.marked:
        blocks = _choose(source, text, blocks)
    lines = [
        Line(block.start, block.end, text[block.start : block.end], True, block.mark, block.start) for block in blocks
    ]
    first = next((number for number, block in enumerate(blocks) if block.kind == "headline"), -1)
    head = Head(lines[max(first, 0) :], forms, titled=first >= 0)
    blocks = _tell(blocks, lines, head, max(first, 0), forms)
    shown = head.metadata([block.kind for block in blocks[max(first, 0) :]])
    heading = text[blocks[first].start : blocks[first].end] if first >= 0 else None
    return Document(text, tuple(blocks), merge(page, shown, heading, text), path, media_type, sha256, find_flaws(text))


def _parse(source: str, path: str) -> HtmlElement:
    # an encoding declared in the text would contradict the decoded string
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\0", ""), count=1)
    parser = HTMLParser(encoding=None, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError("E109", errors.E109, path) from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError("E105", errors.E105.format(reason="its elements are nested too deeply"), path)
    return root


def _main(root: HtmlElement) -> HtmlElement:
    """The element that holds the article, or the whole body."""
    for query in (".//main", ".//*[@role='main']", ".//*[@itemprop='articleBody']/..", ".//article"):
        found = [element for element in root.iterfind(query) if len(element.text_content()) > _ENOUGH]
        if len(found) == 1:
            return found[0]
    body = root.find(".//body")
    return root if body is None else body


class _Walk:
    """Walks a tree in the order of the page and writes its blocks."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.buffer: list[str] = []
        self.marked = False
        self.groups = 0
        self.stack: list[tuple[str, BlockKind | None]] = []
        self.row: list[tuple[int, int]] | None = None
        self.row_head = False
        self.header = -1
        self.lists: list[int] = []
        self.tables: list[int] = []
        self.term = -1
        self.depth_cut = -1

    def text(self) -> str:
        """The text written so far."""
        return "".join(self.parts)

    def run(self, root: HtmlElement) -> None:
        """Write the blocks below an element."""
        self.marked = root.tag not in ("body", "html")
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "start":
                if element is not root and self.skips(element):
                    walker.skip_subtree()
                    self.stack.append((f"!{tag}", None))
                    continue
                self.open(tag, element)
                if element.text:
                    self.buffer.append(element.text)
            else:
                if self.stack and self.stack[-1][0] == f"!{tag}":
                    self.stack.pop()
                else:
                    self.close(tag)
                if element.tail and element is not root:
                    self.buffer.append(element.tail)
        self.flush()

    def skips(self, element: HtmlElement) -> bool:
        """Whether an element belongs to the page and not to the article."""
        tag = element.tag
        if tag in _SKIP:
            return True
        if (
            element.get("role", "") in _ROLES
            or element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
        ):
            return True
        style = element.get("style")
        if style and _HIDDEN.search(style):
            return True
        if tag == "header":
            return element.find(".//h1") is None and element.find(".//time") is None
        if tag in ("h1", "main", "article", "body", "p") and tag != "p":
            return False
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if (
            names.strip()
            and _NAMES.search(names)
            and not (tag in ("div", "section") and _KEPT.search(names) and element.find(".//h1") is not None)
        ):
            return element.find(".//h1") is None
        return False

    def open(self, tag: str, element: HtmlElement) -> None:
        """Begin an element."""
        if tag == "br":
            if self.row is None:
                self.flush()
            else:
                self.buffer.append(" ")
            return
        if tag not in _BLOCK:
            return
        if self.row is None or tag == "tr":
            self.flush()
        elif tag == "li" and "".join(self.buffer).strip():
            self.buffer.append(" \u2022 ")
        else:
            self.buffer.append(" ")
        kind: BlockKind | None = None
        if tag in _HEADING:
            kind = "headline" if tag == "h1" else "subheading"
        elif tag in ("li", "dd"):
            kind = "item"
        elif tag == "dt":
            kind = "subheading"
        elif tag in ("figcaption", "caption"):
            kind = "caption"
        elif tag in ("p", "div", "section") and _STANDFIRST.search(element.get("class", "")):
            kind = "standfirst"
        elif tag in ("ul", "ol"):
            self.groups += 1
            self.lists.append(self._leading())
        elif tag == "dl":
            self.groups += 1
        elif tag == "table":
            self.groups += 1
            self.tables.append(self.header)
            self.header = -1
        elif tag == "blockquote":
            self.groups += 1
        elif tag == "tr":
            self.row, self.row_head = [], True
        elif tag == "td":
            self.row_head = False
        self.stack.append((tag, kind))

    def close(self, tag: str) -> None:
        """End an element."""
        if tag not in _BLOCK:
            return
        if self.row is None:
            self.flush()
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "tr":
            self._end_row()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table" and self.tables:
            self.header = self.tables.pop()
        while self.stack:
            if self.stack.pop()[0] == tag:
                break

    def _leading(self) -> int:
        """The block above a list."""
        return len(self.blocks) - 1

    def _taken(self) -> str:
        text = _SPACE.sub(" ", "".join(self.buffer)).strip(" \u00a0")
        self.buffer.clear()
        return text

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
        self.blocks.append(Block("row", row[0][0], row[-1][1], self.header, cells=tuple(row), group=self.groups))
        if self.row_head and self.header < 0:
            self.header = number

    def flush(self) -> None:
        """Write the text gathered so far as a block."""
        if self.row is not None:
            return
        text = self._taken()
        if not text:
            return
        if self.blocks:
            self._write("\n")
        start, end = self._write(text)
        kind, tag = self._context()
        lead, level, group = -1, 0, 0
        if kind == "item":
            lead = self.term if tag == "dd" else self.lists[-1] if self.lists else -1
            group = self.groups
        elif tag == "dt":
            self.term, level = len(self.blocks), 6
        elif tag in _HEADING:
            level = _HEADING[tag]
        elif any(name == "blockquote" for name, _ in self.stack):
            group = self.groups
        self.blocks.append(Block(kind, start, end, lead, level, (), group, "\u2022" if tag == "li" else ""))

    def _context(self) -> tuple[BlockKind, str]:
        for tag, kind in reversed(self.stack):
            if kind:
                return kind, tag
        return "paragraph", "p"


def _choose(source: str, text: str, blocks: list[Block]) -> list[Block]:
    """Blocks between the first and the last that trafilatura takes for the article; the rest is boilerplate."""
    import trafilatura

    chosen = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    flat = re.sub(r"\W+", "", chosen)
    if not flat:
        return blocks
    inside = [len(key := re.sub(r"\W+", "", text[b.start : b.end])) > 15 and key in flat for b in blocks]
    if not any(inside):
        return blocks
    first = inside.index(True)
    last = len(inside) - 1 - inside[::-1].index(True)
    headline = next((n for n, block in enumerate(blocks[: first + 1]) if block.kind == "headline"), first)
    return [
        block if headline <= number <= last else replace(block, kind="boilerplate")
        for number, block in enumerate(blocks)
    ]


def _tell(blocks: Sequence[Block], lines: Sequence[Line], head: Head, first: int, forms: Forms) -> list[Block]:
    """Give datelines, bylines, captions, unmarked headings and boilerplate inside the article their kind."""
    told: list[Block] = []
    tail = 0
    for number, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        kind = block.kind
        at_head = head.kinds.get(number - first) if number >= first else None
        if number < first and kind != "boilerplate":
            kind = "standfirst" if kind == "paragraph" and len(line.text) > 60 else "boilerplate"
        elif tail and not (kind == "subheading" and block.level <= tail and not forms.is_tail(line.text)):
            kind = "boilerplate"
        elif kind in ("subheading", "paragraph") and number > first and forms.is_tail(line.text):
            tail = block.level or 6
            kind = "boilerplate"
        elif at_head and kind in ("paragraph", "standfirst") and at_head != "headline":
            tail = 0
            kind = at_head
        elif kind in ("paragraph", "item", "standfirst"):
            tail = 0
            if forms.is_page(line.text) or (kind == "paragraph" and forms.is_bar(line.text)):
                kind = "boilerplate"
            elif forms.is_caption(line.text):
                kind = "caption"
            elif kind == "paragraph" and forms.is_short(line.text) and not block.group:
                kind = "subheading"
        else:
            tail = 0
        told.append(block if kind == block.kind else replace(block, kind=kind))
    return told
