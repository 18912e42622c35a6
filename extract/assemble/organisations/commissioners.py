"""The offices of elected commissioners: who is one, and under which area's name the office goes.

Enters the words of a role and its place; leaves the name of the office.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.assemble.organisations import posts
from extract.assemble.organisations.homes import Homes
from extract.assemble.organisations.known import Bodies
from extract.document.reading import Reading

_PANELS = ("police and crime panel", "police, fire and crime panel")
"""Its name without a place."""
_BOTH = ("fire and crime", "fire and rescue and crime", "pfcc")
"""Words of an office that is over the fire service as well."""


class Commissioners:
    """Names the offices of one article.

    Args:
        reading: The text.
        homes: Infers forces.
        bodies: What is known of bodies.
        subjects: Ids of forces, those inspected first.
    """

    def __init__(self, reading: Reading, homes: Homes, bodies: Bodies, subjects: Sequence[str]) -> None:
        self.reading, self.homes, self.subjects = reading, homes, subjects
        self.names, self.kinds, self.places, self.ranked = bodies.names, bodies.kinds, bodies.places, bodies.ranked

    def is_one(self, lower: str, at: int) -> bool:
        """Whether a role is that of an elected commissioner, and no rank of the police or the fire brigade of London."""
        if lower in ("commissioner", "deputy commissioner", "elected commissioner"):
            return (
                self.homes.of(at, "police") not in (posts.MET, posts.CITY) and self.homes.of(at, None) != posts.LONDON
            )
        area = posts.AREA.match(lower)
        if area and self._of_area(area["area"]):
            return True
        return "oversight" in self.ranked(lower) or "crime" in posts.post_of(lower).signs

    def office(self, lower: str, explicit: str | None, at: int) -> str | None:
        """The office of a police and crime commissioner, under the name of its area."""
        key = explicit if explicit in self.names else None
        if explicit and key is None and explicit.lower() in self.places:
            key = self.places[explicit.lower()].get("police")
        key = key or self.homes.of_officer(at, "police") or self.homes.of_officer(at, "fire")
        area = posts.AREA.search(lower) or posts.OF_PLACE.match(lower)
        key = (self._of_area(area["area"].replace("the isle", "isle")) if area else None) or key
        if key in (posts.MET, posts.CITY) and explicit is None:
            key = self.homes.nearest(at, "police", without=(posts.MET, posts.CITY))  # where no commissioner is elected
        if key is None:
            return None
        told = lower if len(self.subjects) > 1 else self.reading.lower
        fire = any(name in words for name in _BOTH for words in (lower, told))
        return f"{self._area(key)} {'PFCC' if fire else 'PCC'} office"

    def panel(self, name: str, at: int) -> str | None:
        """The panel that holds a commissioner to account, under the name of its area, where the article gives it none."""
        if name.lower() not in _PANELS:
            return None
        key = self.homes.of_officer(at, "police") or self.homes.of_officer(at, "fire")
        return f"{self._area(key)} {name.title().replace(' And ', ' and ')}" if key else None

    def _area(self, key: str) -> str:
        """The area of a force under the longest of its names that the text uses: Hampshire for Hampshire and Isle of Wight."""
        name = posts.TYPE.sub("", posts.KIND.sub("", self.names[key]))
        if (
            " and " not in name
            or name.lower() in self.reading.lower
            or name.replace(" and ", " & ") in self.reading.text
        ):
            return name
        called = [place for place in name.split(" and ") if place in self.reading.text]
        return called[0] if len(called) == 1 else name

    def _of_area(self, area: str) -> str | None:
        """The police force whose name is that of an area."""
        if known := self.places.get(area) or self.places.get(area.replace("isles", "the isles")):
            return known.get("police")
        named = (key for key, kind in self.kinds.items() if kind == "police")
        return next((key for key in named if posts.TYPE.sub("", self.names[key]).lower() == area), None)
