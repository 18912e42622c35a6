"""Who speaks, as one noun phrase says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["name", "surname", "pronoun", "role", "body", "private"]


@dataclass(frozen=True, slots=True)
class Speaker:
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

    def to_plain(self) -> dict[str, Any]:
        """The speaker as plain values."""
        return {
            "form": self.form,
            "start": self.start,
            "end": self.end,
            "title": self.title,
            "role": self.role,
            "body": self.body,
            "private": self.private,
            "partner": self.partner.to_plain() if self.partner else None,
            "rank": self.rank,
        }
