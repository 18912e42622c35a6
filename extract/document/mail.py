"""A saved message to a document: its plain text, or its page where it has no other; subject, sender and day."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from extract import errors
from extract.document.decoding import check_text, find_flaws
from extract.document.document import Document, Metadata
from extract.document.forms import Forms
from extract.document.html import read_page
from extract.document.plain import read_blocks
from extract.errors import InputError

MEDIA_TYPE = "message/rfc822"


def read_mail(data: bytes, forms: Forms, path: str = "", *, sha256: str = "") -> Document:
    """The document of a message; what is attached to it is not read.

    Args:
        data: Its bytes, as `.eml` files hold them.
        forms: Compiled cues.
        path: Its name, for messages.

    Raises:
        InputError: E103 or E104 where nothing is in it, E105 where it is no message, E109 where it has no text.
    """
    if not data:
        raise InputError("E103", errors.E103, path)
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body is not None else None
        said = Metadata(title=_header(message, "subject"), published=_day(message), author=_sender(message))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise InputError("E105", errors.E105.format(reason=f"no message: {error}"), path) from None
    if not isinstance(content, str) or body is None:
        raise InputError("E109", errors.E109, path)
    if body.get_content_type() == "text/html":
        document = read_page(content.encode("utf-8", "replace"), forms, path)
    else:
        text = content.encode("utf-8", "replace").decode()
        check_text(text, path)
        blocks, metadata = read_blocks(text, forms)
        document = Document(text, blocks, metadata, flaws=find_flaws(text))
    own = document.metadata
    metadata = replace(
        own,
        title=said.title or own.title,
        published=own.published or said.published,
        author=own.author or said.author,
    )
    return replace(document, metadata=metadata, path=path, media_type=MEDIA_TYPE, sha256=sha256)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).encode("utf-8", "replace").decode().split()) or None if value else None


def _sender(message: EmailMessage) -> str | None:
    value = _header(message, "from")
    return parseaddr(value)[0] or None if value else None


def _day(message: EmailMessage) -> str | None:
    value = _header(message, "date")
    try:
        return parsedate_to_datetime(value).date().isoformat() if value else None
    except ValueError:
        return None
