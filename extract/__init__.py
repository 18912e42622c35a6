r"""peelback: news and inspectorate articles about UK police forces and fire services, each to one validated record.

The Python interface. Importing it does not load spaCy; the first call that reads an article does.

Example:
    >>> import extract
    >>> record = extract.extract_text("Kent Police\n\nHMICFRS graded Kent Police good at preventing crime.")
    >>> [(row.force, row.area.text, row.grade) for row in record.grades]
    [('kent-police', 'preventing crime', 'good')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ConfigError, EngineError, Failure, GroundingError, InputError, PeelbackError
from extract.sources.files import MAX_BYTES

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.pipeline import Extractor
    from models import Record

__version__ = "0.1.0"
__all__ = [
    "ConfigError",
    "EngineError",
    "Failure",
    "GroundingError",
    "InputError",
    "PeelbackError",
    "extract_file",
    "extract_many",
    "extract_text",
    "load",
]


@lru_cache(maxsize=4)
def _extractor(data: str | None) -> Extractor:
    from extract.pipeline import Extractor

    return Extractor(Path(data) if data else None)


def load(data: str | Path | None = None) -> Language:
    """The spaCy pipeline.

    Args:
        data: A folder of gazetteers that is laid over ours, or None.

    Returns:
        A `Language` whose Docs carry our annotations; `nlp("…")` reads a string as an article. Pipes of one's own
        can be added to it.

    Raises:
        ConfigError: E201 or E202 for a gazetteer that cannot be used.
    """
    return _extractor(str(data) if data else None).nlp


def extract_text(text: str, *, path: str = "", data: str | Path | None = None) -> Record:
    """The record of an article given as a string.

    Args:
        text: The article; offsets of the record point into it.
        path: A name for `source.path`.
        data: A folder of gazetteers, or None.

    Raises:
        InputError: E103 or E104 where there is nothing to read, E105 where a character is half of a pair.
        GroundingError: E301 or E302 where a record could not be made whole; a bug of ours, here and below.
    """
    return _extractor(str(data) if data else None).extract_text(text, path)


def extract_file(path: str | Path, *, data: str | Path | None = None, max_bytes: int = MAX_BYTES) -> Record:
    """The record of a `.txt` or `.html` file.

    Args:
        path: The file; `source.path` says it as it is given.
        data: A folder of gazetteers, or None.
        max_bytes: Size beyond which it is not read, in bytes.

    Raises:
        InputError: E1xx where the file cannot be read, with what to do.
    """
    return _extractor(str(data) if data else None).extract_file(str(path), max_bytes=max_bytes)


def extract_many(texts: Iterable[str], *, data: str | Path | None = None) -> Iterator[Record]:
    """Records of many articles, in their order.

    Args:
        texts: Articles.
        data: A folder of gazetteers, or None.

    Raises:
        InputError: E103 to E105 at an article that cannot be read.
    """
    extractor = _extractor(str(data) if data else None)
    for text in texts:
        yield extractor.extract_text(text)
