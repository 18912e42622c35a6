"""Names in company: those that stand in one list with that of an initiative, and those that say the same in two tongues.

Enters names with their weights; leaves other weights.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.candidate import Candidate
from extract.pipes.initiatives.names import Name
from extract.pipes.initiatives.words import Words

LEAST = -3.5
"""Weight above which a name beside one of an initiative, in a list with it, is another."""

GLOSSED = "glossed"
"""The feature of a name behind which stands its English one: nobody's weights, it settles the matter."""

_UNLISTED = frozenset(("generic", "body", "department", "foreign", "stranger", "plainest"))
_LISTED = expression(
    r"['\"]?(?: \([^()]{3,60}\))?(?:,| and| or|, and| or|;| plus|, or)"
    r"(?: (?:the |its |their |our |in [A-Z][a-z]+ )?(?:[a-z-]+ )?|(?: the)? [\w ]{3,45}'s (?:[a-z-]+ )?)['\"]?"
)
_SET_OFF = frozenset(("bracket", "dash", "comma"))
"""Features of a name that a mark sets off from what is said of it."""

_OTHER_TONGUE = frozenset(("mixed", "foreign", "stranger"))
_ENGLISH = frozenset(("plain", "policing", "placed", "word", "compound", "headed", "unit"))
"""Shapes of a name in Welsh, Cornish or Gaelic, and of one that says the same in English."""

_WELSH = frozenset(("Prosiect", "Ymgyrch", "Cynllun", "T\u00eem"))
"""Words with which names in Welsh begin."""

_REACH = 70
"""Characters between two names of a list at most."""


def gloss(found: Mapping[str, Candidate], text: str, words: Words) -> None:
    """Tell an English name in brackets by what is said of that before it: "Bryniau Iach (Healthy Hills), a project"."""
    behind = {name.start: c for c in found.values() if c.shape in _ENGLISH for name in c.names}
    for candidate in found.values():
        if candidate.shape in _OTHER_TONGUE and not words.is_common(candidate.names[0].words[0]):
            for name in candidate.names:
                other = behind.get(name.end + 2) if text.startswith(" (", name.end) else None
                if other and any(text.startswith(")", n.end) for n in other.names if n.start == name.end + 2):
                    told = {feature for feature in candidate.features if not feature.startswith("bracketed ")}
                    other.features |= told
                    other.noun = other.noun or candidate.noun
                    candidate.features.add(GLOSSED)


def share(found: Mapping[str, Candidate], reading: Reading) -> None:
    """Names that open items of a list of which another opens with one of an initiative, both set off alike."""
    lists: dict[int, list[Candidate]] = {}
    for candidate in found.values():
        if candidate.weight > LEAST and "opens block" in candidate.features and candidate.features & _SET_OFF:
            for name in candidate.names:
                span = reading.spans[reading.span_at(name.start)]
                if span.kind == "item" and span.lead >= 0 and name.start == span.start:
                    lists.setdefault(span.lead, []).append(candidate)
    for listed in lists.values():
        if any(candidate.weight > 0 for candidate in listed):
            for candidate in listed:
                if candidate.weight <= 0 and candidate.shape not in _UNLISTED:
                    candidate.weight, candidate.rule = 1.0, "listed"


def translate(found: Mapping[str, Candidate], lower: str) -> None:
    """A Welsh name counts where none in English stands beside it."""
    welsh = [c for c in found.values() if c.weight > 0 and c.names[0].words[0] in _WELSH]
    if not welsh:
        return
    others = [n.start for c in found.values() if c.weight > 0 and c not in welsh for n in c.names]
    for candidate in welsh:
        start = candidate.names[0].start
        near = any(abs(other - start) < _REACH for other in others)
        if near or "welsh" in lower[max(0, start - _REACH) : candidate.names[0].end + _REACH]:
            candidate.weight = 0.0


def spread(found: Mapping[str, Candidate], text: str) -> None:
    """Names in a list with one of an initiative are others: "Safe Bench, Street Hour and Coffee Corner"."""
    for _ in range(2):
        others = [
            c
            for c in found.values()
            if LEAST < c.weight <= 0
            and c.shape not in _UNLISTED
            and ("in" not in c.features or len(c.names[0].words) > 1)  # "In Gravesend, Safe Haven \u2026"
        ]
        good = sorted((n.start, n.end) for c in found.values() if c.weight > 0 for n in c.names) if others else ()
        if not good:
            return
        for candidate in others:
            for name in candidate.names:
                at = bisect_left(good, (name.start,))
                if any(_listed(text, name, start, end) for start, end in good[max(0, at - 1) : at + 1]):
                    candidate.weight, candidate.rule = 1.0, "listed"


def _listed(text: str, name: Name, start: int, end: int) -> bool:
    """Whether a name and a stretch stand in one list."""
    if end <= name.start:
        return name.start - end < _REACH and bool(_LISTED.fullmatch(text, end, name.start))
    return 0 < start - name.end < _REACH and bool(_LISTED.fullmatch(text, name.end, start))
