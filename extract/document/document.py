"""What a document is: the text that offsets point into, its blocks, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

BlockKind = Literal[
    "headline",
    "standfirst",
    "dateline",
    "byline",
    "caption",
    "subheading",
    "paragraph",
    "item",
    "row",
    "boilerplate",
]


class Block(NamedTuple):
    """A stretch of the text that stands by itself.

    Args:
        kind: What it is; `boilerplate` gives no rows.
        start: Offset of its first character in `Document.text`.
        end: Offset behind its last character.
        lead: Number of the block that introduces it (the paragraph above a list, the term above its
            definitions, the head row of a table), or -1.
        level: Depth of a heading, 1 to 6; 0 elsewhere.
        cells: Offsets of the cells of a row.
        group: Number of the list, table or quotation that it belongs to, 0 for none.
        mark: The bullet or number of an item, or "".
    """

    kind: BlockKind
    start: int
    end: int
    lead: int = -1
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    group: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the article says of itself; every value None where it says nothing.

    `foot` is what the foot of a page says, which is no part of its text.
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    foot: str | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the text itself.

    Args:
        code: Code of the finding, V1xx.
        message: What is wrong.
        start: Offset of the first place.
        end: Offset behind it.
    """

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as text.

    Args:
        text: For `.txt` the decoded file, character for character; for HTML the visible text.
        blocks: In the order of the text, not overlapping.
        given: Values that the source has of the article and that go through to the record, or None.
        pages: Offsets at which its pages begin; empty where it has none.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    path: str = ""
    media_type: str = "text/plain"
    sha256: str = ""
    flaws: tuple[Flaw, ...] = ()
    given: Mapping[str, Any] | None = None
    pages: tuple[int, ...] = ()
