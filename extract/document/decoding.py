"""Bytes to text: the encoding told, the characters kept; damage is reported and never repaired.

Enters the content of a file; leaves its text and the flaws seen in it. Line ends stay as they are.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from extract import errors
from extract.document.document import Flaw
from extract.errors import InputError
from extract.expressions import expression

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNED = tuple(sign for sign, _ in (*_BOMS, *_MAGIC))
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})
_CONTROL = expression(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
_SUSPECT = expression(
    r"[\u00c2\u00c3\u00e2\u00ef\u00f0][\u0080-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]+"
)
_LEADS = "\u00c2\u00c3\u00e2\u00ef\u00f0"
_LOST = expression(r"\?(?<=[A-Za-z]\?)(?=(?:s|t|d|m|ll|re|ve)\b)")
_CP1252 = re.compile(rb"[\x80-\xff]")
_CP1252_COMMON = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xad\xae\xb0\xb7\xbb\xbd\xbc\xbe\xe1\xe2\xe9\xe8\xea\xed\xf3\xf4\xfa\xfb\xe7\xfc\xf6\xe4\xef\xee"
)


def decode(data: bytes, path: str = "") -> str:
    """The text of a file.

    Args:
        data: Its bytes.
        path: Its name, for messages.

    Returns:
        The decoded characters; a byte order mark is left out, nothing else is.

    Raises:
        InputError: E103 empty, E104 white space alone, E105 not text.
    """
    if not data:
        raise InputError("E103", errors.E103, path)
    text = _decode(data, path)
    check_text(text, path)
    return text


def check_text(text: str, path: str = "") -> None:
    """Refuse a text in which there is nothing to read.

    Raises:
        InputError: E103 empty, E104 white space alone.
    """
    if not text:
        raise InputError("E103", errors.E103, path)
    if all(char.isspace() or char in "\0\u200b\ufeff" for char in text):
        raise InputError("E104", errors.E104, path)


def _decode(data: bytes, path: str) -> str:
    if data.startswith(_SIGNED):
        return _decode_signed(data, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    head = data[:65536]
    strange = len(head) - len(head.translate(None, _CONTROLS))
    if text and strange * 20 <= len(head):
        return text
    if data.count(b"\0") * 3 > len(data):
        for encoding in ("utf-16-le", "utf-16-be"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if sum(map(str.isascii, text[:4096])) * 2 > len(text[:4096]):
                return text
    if strange * 20 > len(head):
        raise InputError("E105", errors.E105.format(reason="most of it is control bytes"), path)
    return _detect(data, path)


def _decode_signed(data: bytes, path: str) -> str:
    """The text of a file that begins with a byte order mark; no text begins with the other signs."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"broken {encoding} at byte {error.start}"
                raise InputError("E105", errors.E105.format(reason=reason), path) from None
    what = next(what for magic, what in _MAGIC if data.startswith(magic))
    raise InputError("E105", errors.E105.format(reason=f"it is {what}"), path)


def _detect(data: bytes, path: str) -> str:
    high = _CP1252.findall(data[:1_000_000])
    usual = sum(byte[0] in _CP1252_COMMON for byte in high)
    try:
        if usual * 10 >= len(high) * 9:  # the marks and letters that English pages use
            return data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    for encoding in (best.encoding if best else None, "cp1252"):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    if len(high) * 3 < len(data):
        return data.decode("utf-8", errors="replace")
    raise InputError("E105", errors.E105.format(reason="no encoding fits its bytes"), path)


@lru_cache(maxsize=1)  # asked of an article twice
def is_plain(text: str) -> bool:
    """Whether a text has neither odd spaces nor characters that cannot be seen, but for line feeds."""
    return text.replace("\n", "").isprintable()


def find_flaws(text: str) -> tuple[Flaw, ...]:
    """What is wrong with a text: mojibake, lost quotation marks, control characters.

    Returns:
        At most one flaw of each sort, at its first place.
    """
    found = []
    suspect = _SUSPECT.search(text) if any(map(text.__contains__, _LEADS)) else None
    if suspect:
        from ftfy.badness import is_bad

        if is_bad(text[max(0, suspect.start() - 40) : suspect.end() + 40]):
            found.append(Flaw("V101", f"mojibake: {suspect[0]!r} was decoded wrongly", suspect.start(), suspect.end()))
    lost = _LOST.search(text) if "?" in text else None
    if lost:
        found.append(
            Flaw(
                "V102",
                "quotation marks and apostrophes were lost and stand as question marks",
                lost.start(),
                lost.end(),
            )
        )
    plain = is_plain(text) and "\ufffd" not in text
    control = None if plain else _CONTROL.search(text)
    if control:
        found.append(Flaw("V103", f"control character {control[0]!r} in the text", control.start(), control.end()))
    return tuple(found)
