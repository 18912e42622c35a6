"""Names in quotation marks whose words have no capitals but the first, as the press writes them: the 'Keep it locked' campaign.

Enters a reading and the nouns of initiatives in it; leaves the names and the noun beside each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.expressions import expression
from extract.pipes.initiatives.names import Name
from extract.pipes.triggers import Hit

_TITLE = r"[A-Z][\w'-]*(?:,? [\w'-]+){1,8}[?!]?"
_BEFORE_NOUN = expression(
    rf"(?<![\w'\"])(['\"])({_TITLE})[.,]?\1 (?:(?!(?:and|or|but|the|an?|its?|their|of|for|in|to|on|with|by|as|was|is|are) )[a-z][\w-]* ){{0,2}}$"
)
_BEHIND_NOUN = expression(
    rf",? (?:(?:which|that) is |is )?(?:called|named|dubbed|titled|entitled|branded|known as) (['\"])({_TITLE})[.,]?\1(?!\w)"
)
_SAID = frozenset(
    ("requires improvement", "special measures", "cause of concern", "area for improvement", "one size fits all")
)
"""Words in marks that are cited, not a name: a 'Special measures' programme."""
_LEFT, _RIGHT, _GAP = 90, 90, 32
_NAMING = (
    *(" called ", " named ", " dubbed ", " titled ", " entitled ", " branded ", " known as "),
    *(", called ", ", named ", ", dubbed ", ", titled ", ", entitled ", ", known as ", " which is ", " that is "),
)
"""Behind a noun: what a name in marks can follow."""


def marked(text: str, nouns: Sequence[Hit]) -> Iterator[tuple[Name, str]]:
    """Names beside a noun of initiatives, with the noun.

    Args:
        text: The text.
        nouns: Hits of nouns of initiatives.
    """
    for start, end, _ in nouns:
        left = text[max(0, start - _GAP) : start]
        found = None
        if "' " in left or '" ' in left:
            found = _BEFORE_NOUN.search(text, max(0, start - _LEFT), start)
        if found is None and text.startswith(_NAMING, end):
            found = _BEHIND_NOUN.match(text, end, end + _RIGHT)
        if found and found[2].lower() not in _SAID:
            words = tuple(found[2].replace(",", "").rstrip("?!").split(" "))
            yield Name(found.start(2), found.end(2), words, False), text[start:end].lower()
