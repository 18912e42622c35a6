"""Whether a text is about police or fire, and which bodies it names in full.

Enters the text and the forces named in it; leaves what settles which force of a county its bare name stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.pipes.annotation import Annotation

_POLICE = ("police", "policing", "constab", "detective")


class Known(NamedTuple):
    """What an article is about.

    Args:
        kind: `police` or `fire`.
        sure: Whether that is beyond doubt.
        leans: Whether its own words, without the names, leave little doubt.
        ids: Forces that it names in full.
    """

    kind: str
    sure: bool
    leans: bool
    ids: frozenset[str]


def kind_of(named: Sequence[Annotation], counts: tuple[int, int]) -> Known:
    """Whether a text is about police or fire, and which forces it names.

    Args:
        named: Forces that it names.
        counts: How often it speaks of fire and of police.
    """
    fire, police = counts
    leans = max(counts) >= 3 * min(counts)
    for note in named:
        if note.attributes["kind"] == "fire":
            fire += 3
        else:
            police += 3
    sure = max(fire, police) >= 3 * min(fire, police)
    kind = "fire" if fire > police else "police"
    return Known(
        kind,
        sure,
        leans and (counts[0] > counts[1]) == (kind == "fire"),
        frozenset(note.attributes["id"] for note in named),
    )


def count_kinds(lower: str) -> tuple[int, int]:
    """How often a text speaks of fire and of police."""
    fire = lower.count("fire")
    if fire:
        fire -= lower.count("firearm") + lower.count("fired")
    return fire + lower.count("brigade"), sum(map(lower.count, _POLICE))
