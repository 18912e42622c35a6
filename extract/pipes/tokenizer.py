"""The tokenizer of our pipeline: few rules and no special cases, over the reading of a document.

`nlp("…")` reads a string as a plain-text article; `Doc.text` is its reading, and `Doc.user_data` holds the trace back
to the characters of the article. Tokens serve the trigger index alone, so English contractions stay whole; without
special cases spaCy's cache works (issue 13950 switches it off behind the first of a text).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from spacy.attrs import LOWER, NORM
from spacy.tokenizer import Tokenizer

from extract.document.document import Document
from extract.document.reading import lower_case, read
from extract.expressions import expression
from extract.pipes.annotation import KEY

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PREFIX = expression(r"[\"'(\[{<\u00a3$\u20ac\u2026\u2013*#@.,;:!?+/-]")
_SUFFIX = expression(r"(?:[\"'()\[\]{}<>\u2026\u2013*#.,;:!?%+/-]|(?<=\w)'s)$")
_ENDLESS = expression(r"\S{400}")
_HALF = 200
"""Half of what is endless: of an endless chunk one whole such piece, counted from the start of the text, has no space."""
_PIECE = expression(r"\s*(?:\S{1,200}(?!\S)\s?|\S{200})|\s+")
_INFIX = expression(
    r"[\u2013\u2026\"();]|(?<=[a-z])[:,](?=[A-Za-z\"'])|(?<=[a-z])\.(?=[A-Z][a-z])|(?<=[a-z]{3})/(?=[A-Za-z]{3})"
)


def build_tokenizer(vocab: Vocab) -> Tokenizer:
    """The tokenizer of spaCy with our few rules.

    Args:
        vocab: Its lexemes get a lower case and a norm alone, which is all that matching wants.
    """
    lexemes: Any = vocab
    lexemes.lex_attr_getters = {LOWER: lower_case, NORM: str.lower}
    return Tokenizer(
        vocab,
        rules={},
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=str.isalpha,  # letters alone, as most words are, have nothing to part
    )


class ReadingTokenizer:
    """Tokenizes documents and strings.

    Args:
        tokenizer: Parts a reading into tokens.
        reader: Makes a document of a string.
    """

    def __init__(self, tokenizer: Tokenizer, reader: Callable[[str], Document]) -> None:
        self.tokenizer = tokenizer
        self.reader = reader

    def __call__(self, text: str) -> Doc:
        """The Doc of an article given as a string."""
        return self.of(self.reader(text))

    def of(self, document: Document) -> Doc:
        """The Doc of a document."""
        reading = read(document)
        doc = self._parted(reading.text) if _is_endless(reading.text) else self.tokenizer(reading.text)
        doc.user_data[KEY] = {
            "reading": reading,
            "hits": {},
            "published": document.metadata.published,
            "publisher": document.metadata.publisher,
        }
        return doc

    def _parted(self, text: str) -> Doc:
        """The Doc of a text with a chunk so long that spaCy, which looks for suffixes from its start, is slow on it."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in _PIECE.findall(text):
            for token in self.tokenizer(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.tokenizer.vocab, words=words, spaces=spaces)

    def to_bytes(self, **options: Any) -> bytes:
        """Nothing, for `Language.to_bytes`: the rules are of this file, and the vocabulary goes its own way."""
        return b""

    def from_bytes(self, data: bytes, **options: Any) -> ReadingTokenizer:
        """The same rules over a vocabulary that was loaded anew."""
        self.tokenizer = build_tokenizer(self.tokenizer.vocab)
        return self

    def to_disk(self, path: Any, **options: Any) -> None:
        """Save nothing, for `Language.to_disk`."""

    def from_disk(self, path: Any, **options: Any) -> ReadingTokenizer:
        """As `from_bytes`."""
        return self.from_bytes(b"")


def _is_endless(text: str) -> bool:
    """Whether a text has a chunk without spaces that is very long."""
    find = text.find
    for at in range(0, len(text) - _HALF + 1, _HALF):
        if find(" ", at, at + _HALF) < 0:
            return _ENDLESS.search(text) is not None
    return False
