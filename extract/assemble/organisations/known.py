"""What is known of bodies, the same for every article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.assemble.officials.persons import pairs_of
from extract.assemble.organisations.inside import Inside
from extract.document.forms import alternation
from extract.gazetteers import ForceRow
from extract.pipes.forces import place_table

_CALLED = {
    "btp": "british-transport-police",
    "gmp": "greater-manchester-police",
    "met": "metropolitan-police-service",
    "psni": "police-service-of-northern-ireland",
    "scotland": "police-scotland",
    "southyorks": "south-yorkshire-police",
}
"""Police forces whose addresses do not bear the name of their area."""


class Bodies(NamedTuple):
    """What is known of bodies, the same for every article.

    Args:
        names: Names of forces by id.
        kinds: Kinds of forces by id.
        places: Force ids by bare name and kind.
        ranks: Patterns of the ranks of `police`, `fire` and `oversight`.
        ranked: Which of those stand in a role; roles recur from article to article.
        inspectorates: Short names of inspectorates by their names in lower case.
        departments: Departments by the offices of state that head them.
        inside: Offsets of the body in the words of a role, or None; likewise.
        ids: Ids of forces by their names in lower case.
        addresses: Ids of police forces by how they call themselves in addresses: "kent", "westmercia".
        common: Words of the language in lower case.
    """

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    places: Mapping[str, Mapping[str, str]]
    ranks: Mapping[str, re.Pattern[str]]
    ranked: Callable[[str], frozenset[str]]
    inspectorates: Mapping[str, str]
    departments: Mapping[str, str]
    inside: Callable[[str], tuple[int, int] | None]
    ids: Mapping[str, str]
    addresses: Mapping[str, str]
    common: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        forces: Mapping[str, ForceRow],
        ranks: Mapping[str, Sequence[str]],
        inspectorates: Mapping[str, str],
        common: frozenset[str] = frozenset(),
    ) -> Bodies:
        """Build it from the lists."""
        places = place_table(forces.values())
        patterns = {
            kind: re.compile(rf"\b(?:{alternation(ranks[kind])})\b") for kind in ("police", "fire", "oversight")
        }
        inside = Inside(places, patterns, frozenset(ranks["common"]), frozenset(ranks["heads"]), common)

        def ranked(role: str) -> frozenset[str]:
            return frozenset(kind for kind, pattern in patterns.items() if pattern.search(role))

        return cls(
            {row.id: row.name for row in forces.values()},
            {row.id: row.kind for row in forces.values()},
            places,
            patterns,
            lru_cache(maxsize=1 << 12)(ranked),
            inspectorates,
            pairs_of(ranks["departments"]),
            lru_cache(maxsize=1 << 12)(inside.find),
            {row.name.lower(): row.id for row in forces.values()},
            _addresses(places, forces),
            common,
        )


def _addresses(places: Mapping[str, Mapping[str, str]], known: Collection[str]) -> dict[str, str]:
    """Ids of police forces by how they call themselves in addresses, without hyphens."""
    found = {label: key for label, key in _CALLED.items() if key in known}
    for place, ids in places.items():
        if "police" in ids:
            for name in (place, place.replace(" and ", " ")):
                found[name.replace(" ", "").replace("-", "")] = ids["police"]
    return found
