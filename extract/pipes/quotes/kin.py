"""The family of somebody, which speaks where the phrase names only the one it belongs to.

Enters the speaker that a phrase was read as; leaves the private speaker: "The family of Al Dean", "Al's heartbroken parents".
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker

_KIN = (
    r"(?:family|families|parents|grandparents|relatives|loved ones|friends|mother|father|mum|dad|wife|husband|widow|widower"
    r"|sons?|daughters?|sisters?|brothers?|siblings|children|partner)"
)
_OF = expression(
    rf"\b(?P<one>{_KIN}(?:(?: and|,)(?: [a-z]+)? {_KIN})*) of (?:(?:the late|\d+-year-old|schoolboy|schoolgirl) )?$"
)
"""What stands before whom a family belongs to."""
_OWNED = expression(rf"'?s? (?:[a-z-]+ ){{0,2}}?(?P<one>{_KIN})\b(?!,? [A-Z])")
"""What stands behind: "Al's heartbroken family", but not "Al's sister Jo Hale"."""
_ANY = expression(rf"\b{_KIN}\b")
_FAR = 60


def of_kin(text: str, found: Speaker, begin: int) -> Speaker:
    """A speaker, or the family that a phrase with the name of one of it means.

    Args:
        text: The text of a reading.
        found: Who was read.
        begin: Where the phrase begins, with a role before the name.
    """
    if text.endswith((" of ", " late ", "old "), 0, begin) and (kin := _OF.search(text, max(0, begin - _FAR), begin)):
        return Speaker("private", kin.start("one"), found.end, private=True)
    if text.startswith(("'", "s' "), found.end - 2) or text.startswith("'", found.end):
        at = found.end - 2 if text.startswith("'", found.end - 2) else found.end
        if kin := _OWNED.match(text, at):
            return Speaker("private", found.start, kin.end("one"), private=True)
    return found


def is_kin(lower: str, one: Speaker) -> bool:
    """Whether a private person is named as somebody's family, by a text in lower case."""
    return one.form == "private" and _ANY.search(lower, one.start, one.end) is not None
