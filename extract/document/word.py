"""A Word file (`.docx`) to a document: its paragraphs, items and tables in their order, read by python-docx.

Headers, footers, notes, comments and text boxes are not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extract import errors
from extract.document.decoding import check_text, find_flaws
from extract.document.document import Document
from extract.document.forms import Forms
from extract.document.plain import read_blocks
from extract.errors import InputError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST = 256_000_000
"""Bytes that a file may expand to."""
_RATIO = 200


def read_word(data: bytes, forms: Forms, path: str = "", *, sha256: str = "") -> Document:
    """The document of a Word file.

    Args:
        data: Its bytes.
        forms: Compiled cues.
        path: Its name, for messages.

    Raises:
        InputError: E103 or E104 where nothing is in it, E122 damaged, E124 expands too far, E126 without python-docx.
    """
    if not data:
        raise InputError("E103", errors.E103, path)
    try:
        import docx
    except ImportError:
        raise InputError("E126", errors.E126.format(extra="docx"), path) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > _MOST:
            raise InputError("E124", errors.E124.format(ratio=_RATIO), path)
        file: Any = docx.Document(io.BytesIO(data))
        text = "\n\n".join(piece for piece in _pieces(file) if piece)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, NotImplementedError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise InputError("E122", errors.E122.format(reason=reason), path) from None
    check_text(text, path)
    blocks, metadata = read_blocks(text, forms)
    own = str(file.core_properties.title or "").strip()
    metadata = replace(metadata, title=metadata.title or own or None)
    return Document(text, blocks, metadata, path, MEDIA_TYPE, sha256, find_flaws(text))


def _pieces(file: Any) -> Iterator[str]:
    """Paragraphs, an item with its bullet, and tables, a row a line with tabs between its cells."""
    for piece in file.iter_inner_content():
        rows = getattr(piece, "rows", None)
        if rows is not None:
            yield "\n".join("\t".join(" ".join(cell.text.split()) for cell in row.cells) for row in rows)
            continue
        text = " ".join(piece.text.split())
        style = str(getattr(piece.style, "name", "") or "")
        yield f"\u2022 {text}" if text and style.startswith("List") else text
