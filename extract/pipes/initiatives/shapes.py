"""What a name is made of, which says how far to trust what stands beside it.

Enters a name; leaves the name of its shape.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.initiatives.names import Name, Names, meets
from extract.pipes.triggers import Hit

_CAMEL = expression(r"[a-z][A-Z]|[A-Z]\d")
_SPOKEN = 4
"""Letters of an abbreviation that may be read as a word: "EVOLVE"."""
_WATCHES = frozenset(("Red", "Blue", "White", "Green", "Black", "Day", "Night", "A", "B", "C", "D"))
"""Shifts of a fire station: "Red Watch"."""
_LANDS = frozenset(("Wales", "Scotland", "England", "Ireland", "Britain", "UK", "GB"))
"""Last words of names of national bodies: "Natural Resources Wales"."""
_CODE = "Code"
"""The word of rules that are followed, not run: "the Core Code of Ethics"."""
_CIVIC = frozenset(
    (
        "Safety",
        "Slavery",
        "Reduction",
        "Camera",
        "Anti-Slavery",
        "Anti-slavery",
        "Violence",
        "Waste",
        "Sports",
        "Enterprise",
    )
)
"""What partnerships are for that are bodies: "the Road Safety Partnership"."""
_TRADING = frozenset(("Ltd", "Limited", "LLP", "plc", "PLC", "Inc"))


def shape_of(names: Names, name: Name, places: Sequence[Hit]) -> str:
    """What a name is made of.

    Returns:
        One of: `designated` ("Operation Oak"), `headed` ("Oak Project"), `unit` ("Oak Team"), `department` ("Marine Unit"), `plain` (common
        words), `policing` (common words, some of policing), `placed` (common words but for one, as of a place), `mixed` (some common), `foreign` (none), `body`,
        `generic`; of a single word `letters`, `capitals` (that are a word), `word`, `compound`, `stranger` or `plainest` (of policing).
    """
    capitals = [word for word in name.words if not (word[0].islower() or word.isdecimal())]
    first, last = capitals[0], capitals[-1]
    plain = [word.lower().removesuffix("'s") in names.generic or word in names.calendar for word in capitals]
    body = last in names.bodies and not (last in names.ground and all(map(names.words.is_common, capitals)))
    plain[-1] = plain[-1] or body
    if len(capitals) == 1 and name.words[-1].isdecimal() and len(name.words) > 1 and not body:
        return "plain"  # "Kent 2020"
    if len(capitals) == 1:
        if plain[0] or first in names.behind:
            return "plainest"
        if first.isupper() and len(first) >= _SPOKEN and names.words.is_word(first):
            return "capitals"
        if (first.isupper() and len(first) > 1) or (_CAMEL.search(first) and not names.words.is_common(first)):
            return "letters"
        if not names.words.is_common(first) or meets(places, name.start, name.end):
            return "stranger"
        return "word" if names.words.is_word(first) else "compound"
    if first in names.before:
        usual = (
            capitals[1].lower() in names.generic
            or name.words[1] in names.behind
            or name.words[1] in names.units
            or name.words[1][0].islower()
        )
        return "generic" if usual or last in _TRADING else "designated"
    if first in names.bodies and name.words[1] in ("of", "for"):
        return "body"  # "Society of Motor Manufacturers"
    if (last in _LANDS and len(capitals) > 2) or (_CODE in capitals and "of" in name.words) or first == "Aid":
        return "body"
    if capitals[-2:] == ["Task", "Force"] and len(capitals) > 2:
        return "headed"
    if last in names.behind and not all(plain[:-1]):
        watch = last == "Watch" and capitals[-2] in _WATCHES
        joint = last == "Partnership" and (  # "Local Safeguarding Partnership", "Safer Derwent Partnership"
            plain[-2] or capitals[-2] in _CIVIC or first == "Safer" or meets(places, name.start, name.end)
        )
        return "body" if watch or joint else "headed"
    if first in _WATCHES and capitals[1] == "Watch":
        return "body"
    if first in names.calendar and len(capitals) == 2 and last in ("Night", "Day", "Eve", "Week", "Monday", "Friday"):
        return "generic"
    if all(plain) and last not in names.units:
        return "generic"
    if body:
        return "body"
    if last in names.units:
        return "department" if any(plain[:-1]) else "unit"
    common = [names.words.is_common(word) for word in capitals]
    if meets(places, name.start, name.end):
        common[0 if meets(places, name.start, name.start + 1) else -1] = False
    if all(common):
        titled = len(capitals) > 2 and not names.inner.isdisjoint(capitals[1:-1])  # "Track My Crime"
        return "policing" if any(plain) and not titled else "plain"
    if common.count(True) > 1 and common.count(False) == 1 and not any(plain):
        return "placed"
    return "mixed" if any(common) else "foreign"
