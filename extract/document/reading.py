"""The reading of a document: its text folded to one typography, with every character traced back to its source.

Rules match on the reading and evidence is cut from the source, so that curly quotes, hard-wrapped lines, soft
hyphens, ligatures, entities and odd spaces need no rule of their own. Boilerplate is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from extract.document.decoding import is_plain
from extract.document.document import Document
from extract.document.sentences import part_at, split_blocks
from extract.expressions import expression

_SPACES = "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_TYPED = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\u2010\u2011\u2012", "-")
    | dict.fromkeys("\u2015\u2212", "\u2013")
    | dict.fromkeys("\u201e\u201f\u2033\u00ab\uff02", "\u201c")
    | dict.fromkeys("\u00bb", "\u201d")
    | dict.fromkeys("\u201a\u201b\u2039", "\u2018")
    | dict.fromkeys("\u2032\u203a\u00b4\u02bc\uff07", "\u2019")
    | dict.fromkeys("`", "'")
)
_STRAIGHT = {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2014": "\u2013"}
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2026": "...",
}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1b\x7f"
_CHANGED = expression(
    rf"(?=[{_INVISIBLE} {_SPACES}{''.join(_LIGATURES)}&?\"\u201c\u2018'`])(?:"
    rf"(?P<gone>[{_INVISIBLE}]+|(?<=[a-z]-)\r?\n[ \t]*(?=[a-z]))"
    rf"|(?P<space>[ {_SPACES}]{{2,}})"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});)"
    r"|(?P<ampersand>(?<=[ \n\u00a0])&(?:amp;)?(?=[ \n\r\u00a0]))"
    r"|(?P<mark>(?<=[A-Za-z])\?(?=(?:s|t|d|m|ll|re|ve)\b)|(?:(?<=\s)|(?<=\A))\?(?=[A-Z])|(?<=[.,!])\?(?=\s|$))"
    r"|(?P<missing>(?<=[a-z]:)(?=[\"\u201c\u2018'][A-Z]))"
    r"|(?P<tick>''|``|\"[\"\u201c](?=\w)))"
)
"""What is folded; of most characters the first set alone says that it is not."""

_ODD = ("  ", "''", '""', '"\u201c', "?", "&", "`", *_LIGATURES)
"""What is folded, or tells that something beside it is."""

_BROKEN = ("\n ", " \n", "\n\n", "-\n")
"""The same of ends of lines; a single one becomes a space as other odd spaces do."""

_QUOTES = frozenset("\"\u201c\u2018'")
"""Marks before which a space is missing where a colon stands there."""

_BLANK = tuple(_SPACES.replace("\n", ""))
"""The same of what cannot be printed."""

_LONGEST = 4000
"""Characters of a block; rules may compare the parts of a block with each other."""

_ENDS = (". ", '" ', ".\n", "\u201d ", "\n", " ")
"""Where a block that is longer is parted, the best first."""

_UNSEEN = expression(f"[{_INVISIBLE}]")


class Span(NamedTuple):
    """A block of the reading.

    Args:
        kind: As in `Block`.
        start: Offset of its first character in the reading.
        end: Offset behind its last character.
        lead: Number of the span that introduces it, or -1.
        level: Depth of a heading.
        cells: Offsets of the cells of a row, in the reading.
        group: Number of the list, table or quotation, 0 for none.
        mark: Bullet or number of an item.
    """

    kind: str
    start: int
    end: int
    lead: int
    level: int
    cells: tuple[tuple[int, int], ...]
    group: int
    mark: str


class Sentence(NamedTuple):
    """A sentence of the reading and the number of its span."""

    start: int
    end: int
    span: int


class Reading(NamedTuple):
    """A folded text.

    Args:
        text: Straight quotation marks, single spaces, one line a span.
        typed: The same with the direction of quotation marks kept; equally long.
        lower: The same in lower case; equally long.
        spans: Blocks that are read, in order.
        sentences: Sentences of all spans, in order.
        starts: Where each of them begins.
        breaks: Where the trace changes: offsets in the reading, and the source offsets and widths there.
    """

    text: str
    typed: str
    lower: str
    spans: list[Span]
    sentences: list[Sentence]
    starts: list[int]
    breaks: tuple[list[int], list[int], list[int]]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `Document.text` of a stretch of the reading that is not empty."""
        at, where, width = self.breaks
        first = bisect_right(at, start) - 1
        if width[first] < 0 and (first + 1 == len(at) or end <= at[first + 1]):  # of one piece, as most are
            moved = where[first] - at[first]
            return start + moved, end + moved
        begin = where[first] if width[first] >= 0 else where[first] + start - at[first]
        last = bisect_right(at, end - 1, first) - 1
        return begin, where[last] + (width[last] if width[last] >= 0 else end - at[last])

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return bisect_right(self.starts, offset, 1) - 1

    def span_at(self, offset: int) -> int:
        """Number of the span that holds an offset."""
        starts = self.starts
        return self.sentences[bisect_right(starts, offset, 1) - 1].span if starts else -1

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> Reading:
        """The reading of which a journey between processes made lists."""
        text, typed, lower, spans, sentences, starts, breaks = plain
        return cls(
            text, typed, lower, [Span(*span) for span in spans], [Sentence(*s) for s in sentences], starts, breaks
        )


def lower_case(text: str) -> str:
    """Lower case of the same length: letters whose lower case is longer stay."""
    if not text.isascii() and text.replace("\u2013", "").replace("\u00a3", "").isascii():
        return text.encode().lower().decode()  # of bytes far quicker, and dashes and pounds have no case
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class _Folder:
    """Collects pieces of the source and where each came from."""

    def __init__(self, document: Document) -> None:
        self.source = document.text
        self.marks_lost = "V102" in [flaw.code for flaw in document.flaws]
        self.odd = self._odd_of(document)
        self.pieces: list[str] = []
        self.at: list[int] = []
        self.where: list[int] = []
        self.width: list[int] = []
        self.offset = 0

    def _odd_of(self, document: Document) -> list[str]:
        """Of what can be folded, what the blocks that are read hold; the empty string where all of them may be odd."""
        source = self.source
        text = "|".join([source[block[1] : block[2]] for block in document.blocks if block[0] != "boilerplate"])
        odd = [mark for mark in _ODD if mark in text]
        if "?" in odd and not self.marks_lost:
            odd.remove("?")
        if "\n" in text:
            odd += [mark for mark in _BROKEN if mark in text]
        odd += [f":{mark}" for mark in _QUOTES.intersection([part[:1] for part in text.split(":")[1:]])]
        if not is_plain(source):
            odd += [mark for mark in _BLANK if mark in text]
            odd += [""] if _UNSEEN.search(text) else []
        return odd

    def put(self, piece: str, where: int, width: int) -> None:
        """Append a piece that stands for `width` characters of the source, or, with -1, for itself."""
        self.at.append(self.offset)
        self.where.append(where)
        self.width.append(width)
        self.pieces.append(piece)
        self.offset += len(piece)

    def fold(self, start: int, end: int) -> None:
        """Append a stretch of the source."""
        raw, last = self.source[start:end], 0
        if self.is_odd(raw):
            for match in _CHANGED.finditer(raw):
                piece = self.replace(match)
                if piece is None:
                    continue
                if match.start() > last:
                    self.put(raw[last : match.start()], start + last, -1)
                if piece:
                    self.put(piece, start + match.start(), match.end() - match.start())
                last = match.end()
        if len(raw) > last:
            self.put(raw[last:] if last else raw, start + last, -1)

    def fold_line(self, start: int, end: int) -> None:
        """Append a stretch of the source and the end of a line; nothing where nothing is left of it."""
        raw, offset = self.source[start:end], self.offset
        if self.is_odd(raw):
            self.fold(start, end)
            if self.offset > offset:
                self.put("\0", end, 0)
        elif raw:  # as most are
            stop = offset + end - start
            self.at += (offset, stop)
            self.where += (start, end)
            self.width += (-1, 0)
            self.pieces += (raw, "\0")
            self.offset = stop + 1

    def fold_cells(self, cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Append the cells of a row, a space between them; gives their offsets in the reading."""
        for position, (start, end) in enumerate(cells):
            if position:
                self.put(" ", start, 0)
            left = self.offset
            self.fold(start, end)
            yield left, self.offset

    def is_odd(self, raw: str) -> bool:
        """Whether something of a stretch may be folded."""
        return bool(self.odd) and any(map(raw.__contains__, self.odd))

    def replace(self, match: re.Match[str]) -> str | None:
        """What a match becomes; None if it stays."""
        kind = match.lastgroup
        if kind == "gone":
            return ""
        if kind in ("space", "missing"):
            return " "
        if kind == "ligature":
            return _LIGATURES[match[0]]
        if kind == "ampersand":
            return "and"
        if kind == "tick":
            return '"'
        if kind == "mark":
            if not self.marks_lost:
                return None
            before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
            return "\u2019" if before.isalpha() else "\u201c" if after.isupper() else "\u201d"
        from html import unescape  # whose table of names few texts need

        char = unescape(match[0])
        if char == "&":
            around = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() :][:1]
            return "and" if len(around) == 2 and not around.strip() else "&"
        return char if len(char) == 1 else None


def _replaced(text: str, table: Mapping[str, str]) -> str:
    """A text with characters replaced one by one: of many that are rare, quicker than `str.translate`."""
    for old, new in table.items():
        text = text.replace(old, new)
    return text


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of a block that is longer than a paragraph can be, such as an article on one line."""
    while end - start > _LONGEST:
        stop = part_at(text, start, start + _LONGEST, _ENDS)
        yield start, stop
        start = stop
    yield start, end


def read(document: Document) -> Reading:
    r"""The reading of a document: its blocks without boilerplate, folded, one a line.

    Example:
        >>> from extract.document.document import Block, Document
        >>> reading = read(Document("The\u00adre  is\na fi\ufb02e", (Block("paragraph", 0, 17),)))
        >>> reading.text, reading.source(6, 10)
        ('There is a fifle\n', (8, 12))
    """
    folder = _Folder(document)
    spans: list[tuple[Any, ...]] = []
    bounds: list[tuple[int, int, bool]] = []
    numbers: dict[int, int] = {}
    for number, (kind, low, high, introduced, level, held, group, mark) in enumerate(document.blocks):
        if kind == "boilerplate":
            continue
        long = high - low > _LONGEST and not held  # a row stays whole
        for start, end in _parted(document.text, low, high) if long else ((low, high),):
            begin = folder.offset
            cells: tuple[tuple[int, int], ...] = ()
            if held:
                cells = tuple(folder.fold_cells(held))
                if folder.offset > begin:
                    folder.put("\0", end, 0)
            else:
                folder.fold_line(start, end)
            stop = folder.offset - 1
            if stop < begin:
                continue
            numbers[number] = len(spans)
            lead = numbers.get(introduced, -1)
            spans.append((kind, begin, stop, lead, level, cells, group, mark))
            bounds.append((begin, stop, bool(cells)))
    typed = _replaced("".join(folder.pieces), _TYPED).replace("\0", "\n")
    text = _replaced(typed, _STRAIGHT)
    parts = split_blocks(text, bounds)
    starts = [start for start, _, _ in parts]
    breaks = (folder.at or [0], folder.where or [0], folder.width or [-1])
    blocks = list(map(tuple.__new__, repeat(Span), spans))  # as quick as tuples are made
    sentences = list(map(tuple.__new__, repeat(Sentence), parts))
    return Reading(text, typed, lower_case(text), blocks, sentences, starts, breaks)
