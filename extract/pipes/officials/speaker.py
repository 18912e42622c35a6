"""Who speaks, as one noun phrase says it."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from extract.expressions import expression

_LETTERS = expression(r"[^.;:()\n]{0,60}\((?P<letters>[A-Z]{2,4})\)")

Form = Literal["name", "surname", "pronoun", "role", "body", "private"]


class Speaker(NamedTuple):
    """Who speaks, as one noun phrase says it.

    Args:
        form: `name` for a full name, `surname` for "Mr Cooke" or "Cooke", `pronoun`, `role` for "the chief
            constable" or "a spokesman", `body` for "HMICFRS" or "the report", `private` for "one boy of 15".
        start: Offset of the phrase that stands in the record: name, role or body.
        end: Offset behind it.
        title: Title or rank right before the name, in lower case.
        role: Offsets of the role, or None.
        body: Offsets of the body named with it ("of Dorset Police", "Gwent's"), or None.
        private: Whether the phrase makes a private person of the speaker.
        partner: The second speaker of a joint statement, or None.
        rank: Offsets of a rank of the armed forces, which is a role where there is no other, or None.
        until: Offset behind the whole phrase of a name, what stands in apposition included; 0 where it was not looked for.
        since: Offset with which the phrase of a name begins, or -1.
        listed: Offsets of a role in the plural, less its ending, that heads a list of names, or None.
    """

    form: Form
    start: int
    end: int
    title: str = ""
    role: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    private: bool = False
    partner: Speaker | None = None
    rank: tuple[int, int] | None = None
    until: int = 0
    since: int = -1
    listed: tuple[int, int] | None = None

    def until_at(self, until: int) -> Speaker:
        """The same with another end of the whole phrase; quicker than `_replace`."""
        return Speaker(*self[:9], until, *self[10:])

    def to_plain(self) -> dict[str, Any]:
        """The speaker as plain values."""
        form, start, end, title, role, body, private, partner, rank, until, since, listed = self
        return {
            "form": form,
            "start": start,
            "end": end,
            "title": title,
            "role": role,
            "body": body,
            "private": private,
            "partner": partner.to_plain() if partner is not None else None,
            "rank": rank,
            "until": until,
            "since": since,
            "listed": listed,
        }


def letters_of(text: str, start: int, end: int) -> str | None:
    """The letters by which minutes call somebody, in brackets behind the name: "Jo Hale, clerk (JH)".

    Args:
        text: The text of a reading.
        start: Where the name begins.
        end: Where it ends.
    """
    match = _LETTERS.match(text, end) if text.find("(", end, end + 62) >= 0 else None
    if match is None:
        return None
    letters, last = match["letters"], text.rfind(" ", start, end) + 1
    return letters if letters[0] == text[start] and letters[-1] == text[last] else None
