"""WARC files: the pages among the responses that a crawler kept, each with its address and when it was fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from extract import errors
from extract.errors import Failure, InputError
from extract.sources.files import Item, media_type
from extract.sources.limits import read_article

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(stream: io.BufferedReader, path: str, limit: int) -> Iterator[Item | Failure]:
    """Responses that are pages and were found (status 200).

    Args:
        stream: The records, not compressed.
        path: Of the file.
        limit: Size beyond which a page is not read, in bytes.

    Returns:
        Items under the path of the file, `!` and the address; with `url`, and `warc_date` among the given values.

    Raises:
        InputError: E126 without warcio, E122 for a damaged file, after what stands before.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise InputError("E126", errors.E126.format(extra="warc"), path) from None
    try:
        for record in ArchiveIterator(stream):
            outcome = _page_of(record, path, limit)
            while record.raw_stream.read(1 << 16):
                pass
            missing = getattr(record.raw_stream, "limit", 0)
            if missing > 0:  # warcio gives what there is of a record that breaks off
                raise InputError("E122", errors.E122.format(reason=f"{missing:,} bytes are missing at its end"), path)
            if outcome is not None:
                yield outcome
    except ArchiveLoadFailed as error:
        raise InputError("E122", errors.E122.format(reason=str(error).splitlines()[0][:120]), path) from None


def _page_of(record: Any, path: str, limit: int) -> Item | Failure | None:
    """The page of a record, or None where it is none."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    content = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if content not in _PAGES or record.http_headers.get_statuscode() != "200":
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    where = f"{path}!{address}"
    try:
        data = read_article(record.content_stream(), where, limit)
    except InputError as error:
        if error.code != "E106":
            raise
        return Failure.of(error, where)
    date = record.rec_headers.get_header("WARC-Date")
    kind = "text/html" if content != "text/plain" else media_type(data)
    return Item(where, data, kind, url=address or None, given={"warc_date": date} if date else None)
