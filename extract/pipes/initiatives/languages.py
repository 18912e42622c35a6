"""Names of initiatives in two languages: the English one counts.

Enters names with their weights; changes the weights of those that stand beside their translation.
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.pipes.initiatives.candidate import Candidate

REACH = 70
"""Characters between two names of a list at most."""
_WELSH = frozenset(("Prosiect", "Ymgyrch", "Cynllun", "T\u00eem"))
"""Words with which names in Welsh begin."""
_OTHER = frozenset(("foreign", "mixed", "stranger"))
_ENGLISH = frozenset(("plain", "word", "policing"))
"""Shapes of names in another language, and of such as their translations are."""
_TOLD = frozenset(("apposed noun", "apposed thing", "noun apart", "called"))


def translate(found: Mapping[str, Candidate], lower: str) -> None:
    """A Welsh name counts where none in English stands beside it."""
    welsh = [c for c in found.values() if c.weight > 0 and c.names[0].words[0] in _WELSH]
    if not welsh:
        return
    others = [n.start for c in found.values() if c.weight > 0 and c not in welsh for n in c.names]
    for candidate in welsh:
        start = candidate.names[0].start
        near = any(abs(other - start) < REACH for other in others)
        if near or "welsh" in lower[max(0, start - REACH) : candidate.names[0].end + REACH]:
            candidate.weight = 0.0


def gloss(found: Mapping[str, Candidate], text: str) -> None:
    """A name in plain English in the brackets behind one in no English is the name: "Treth Glan (Safe Beach), a campaign"."""
    bracketed = {
        c.names[0].start: c for c in found.values() if c.shape in _ENGLISH and "(" in text[c.names[0].start - 1]
    }
    for candidate in found.values() if bracketed else ():
        own = bracketed.get(candidate.names[0].end + 2) if candidate.shape in _OTHER else None
        if (
            own is None
            or not text.startswith(" (", candidate.names[0].end)
            or text[own.names[0].end : own.names[0].end + 1] != ")"
        ):
            continue
        if candidate.weight > 0 or own.weight > 0 or not _TOLD.isdisjoint(candidate.features | own.features):
            own.weight, own.rule = max(own.weight, 1.0), own.rule or "plain"
            own.noun, candidate.weight = own.noun or candidate.noun, 0.0
