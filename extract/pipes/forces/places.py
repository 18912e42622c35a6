"""Where bare names of counties stand: lists of them, parts of counties, cells of tables, the office of a chief.

Enters the reading and hits of places; leaves lists of hits, and whether a name stands as told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.triggers import Hit

_CHAIN = expression(r"(?:,|,? and|,? or|,? but not| \u2013|/)? ?(?:the |both )?$")
_QUARTER = expression(
    r"\b(?:(?:North|South|East|West|Mid|Central)[ -]|(?:Radio|BBC|ITV) |University of (?:the )?|(?P<office>[Cc]ommissioner (?:for|of) (?:the )?))$"
)
_QUARTERED = 21
"""What stands before a county that is another area, or an area only: "North Lincolnshire", "the Commissioner for Kent"."""
_QUARTERS = ("th ", "th-", "st ", "st-", "id ", "id-", "al ", "al-", "io ", "BC ", "TV ", "or ", "of ", "he ")
"""How that ends."""
_IN = " in "
EDGE = 3
"""Spans at the head and at the foot of a page that say whose it is."""

CAPITAL = expression(r"(?:, | and | or )(London)\b(?!['\u2019-]| [A-Z]| (?:mayor|borough|council|office))")
"""What stands behind a name where the capital is the next of a list."""
_NEW = r"(?:'s?)? (?:(?:temporary|acting|interim|former|then|new|current|outgoing|incoming|deputy|assistant)[ -])*"
_HEADED = {
    "police": expression(
        rf"{_NEW}chief constables?\b|(?:'s)? (?:police )?forces?\b(?! (?:of|areas?|used|was used)\b)| detectives?\b"
    ),
    "fire": expression(rf"{_NEW}(?:chief fire officers?|fire chief)\b| (?:firefighters|fire crews)\b"),
}
"""What a county has that leaves no doubt that its force is meant."""
_HEADS = {
    "police": expression(
        r"\b(?:chief constables? (?:of|for|at|in)|police (?:custody|cells)(?: (?:suites?|provision|facilities))? in) (?:the |both )?$"
    ),
    "fire": expression(r"\bchief fire officers? (?:of|for|at|in) (?:the |both )?$"),
}
_BEGINS = (
    *(
        " chief",
        " force",
        " police f",
        " detective",
        " fire",
        " temp",
        " acting",
        " interim",
        " former",
        " then ",
        " new ",
    ),
    *(" current", " outgoing", " incoming", " deputy", " assistant", "'s ", "' "),
)
_ENDS = (" of ", " in ", " for ", " at ", " the ", " both ")
"""How what heads a name begins behind it, and ends before it: most names have neither."""
_AHEAD, _BEHIND = 36, 40
"""Characters in which that stands."""


def is_joined(reading: Reading, chain: Sequence[Hit]) -> bool:
    """Whether two names make one: "Norfolk and Suffolk"."""
    return len(chain) == 2 and reading.text[chain[0][1] : chain[1][0]] in (" and ", " & ")


def is_quarter(reading: Reading, start: int, end: int) -> bool:
    """Whether a county is part of another name: not of that of the office whose page this is, on a line of its own."""
    ends = reading.text.endswith(_QUARTERS, 0, start)
    match = _QUARTER.search(reading.text, max(0, start - _QUARTERED), start) if ends else None
    if match is None:
        return False
    number = reading.span_at(start)
    return not (match["office"] and number < EDGE and end == reading.spans[number].end)


def ends_cell(reading: Reading, end: int) -> bool:
    """Whether a cell of a table ends there: what stands in the next one is no part of a name."""
    cells = reading.spans[reading.span_at(end - 1)].cells
    return any(start < end <= stop <= end + 1 for start, stop in cells)


def chains_of(reading: Reading, hits: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Bare names that stand in one list."""
    chain: list[Hit] = []
    for hit in hits:
        if (
            chain
            and len(reading.text[chain[-1][1] : hit[0]]) < 12
            and _CHAIN.fullmatch(reading.text[chain[-1][1] : hit[0]])
        ):
            chain.append(hit)
            continue
        if chain:
            yield chain
        chain = [hit]
    if chain:
        yield chain


def headed(lower: str, chain: Sequence[Hit]) -> str | None:
    """The kind of body that counties are beyond doubt: they have a chief constable, or are called forces."""
    start, end = chain[0][0], chain[-1][1]
    if lower.startswith(_BEGINS, end):
        behind = lower[end : end + _BEHIND]
        if ("onstable" in behind or "force" in behind or "detective" in behind) and _HEADED["police"].match(lower, end):
            return "police"
        if "fire" in behind and _HEADED["fire"].match(lower, end):
            return "fire"
    if lower.endswith(_ENDS, 0, start):
        before = lower[max(0, start - _AHEAD) : start]
        if "chief " in before or "police c" in before:
            return next((kind for kind, pattern in _HEADS.items() if pattern.search(before)), None)
    return None


def rated_places(reading: Reading, places: Sequence[Hit], grades: Sequence[Hit]) -> set[int]:
    """Where names stand behind grades of which a sentence has another for each: "inadequate in Kent and good in Essex".

    Args:
        reading: The text.
        places: Names of counties and cities.
        grades: Wordings of grades.
    """
    given = {hit[1]: hit[2] for hit in grades}
    rated: dict[int, dict[int, str]] = {}
    for start, _, _ in places:
        grade = given.get(start - len(_IN))
        if grade and reading.lower.startswith(_IN, start - len(_IN)):
            rated.setdefault(reading.sentence_at(start), {})[start] = grade
    return {start for found in rated.values() if len(set(found.values())) > 1 for start in found}
