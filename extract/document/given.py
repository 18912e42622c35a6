"""What a source says of an article, laid over what the article says of itself."""

from __future__ import annotations

from dataclasses import replace

from extract.document.dates import read_timestamp
from extract.document.document import Document
from extract.sources.files import Item


def with_given(document: Document, item: Item) -> Document:
    """The document with the title and the day that its source gives, and the address where it has none.

    Args:
        document: As it was read.
        item: Where it came from.
    """
    if not (item.title or item.published or item.url or item.given):
        return document
    meta = document.metadata
    meta = replace(
        meta,
        title=item.title or meta.title,
        published=(item.published and read_timestamp(item.published)) or meta.published,
        url=meta.url or item.url,
    )
    return replace(document, metadata=meta, given=item.given)
