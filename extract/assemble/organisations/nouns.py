"""Bodies that a role names by a noun alone: "chair of the panel", "Fire authority chairman", "Cllr".

Enters the words of a role in lower case and its place; leaves the name of the body as the article has it, or the noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.assemble.organisations import posts
from extract.assemble.organisations.bodies import NamedBodies
from extract.assemble.organisations.homes import Homes
from extract.assemble.organisations.known import Bodies


class Nouns:
    """Names bodies of one article by their nouns.

    Args:
        named: Bodies that the text names.
        homes: Infers forces.
        bodies: What is known of bodies.
        subjects: Ids of forces, those inspected first.
    """

    def __init__(self, named: NamedBodies, homes: Homes, bodies: Bodies, subjects: Sequence[str]) -> None:
        self.named, self.homes, self.subjects = named, homes, subjects
        self.names, self.kinds = bodies.names, bodies.kinds

    def of(self, lower: str, at: int) -> str | None:
        """The body that a role names by its noun alone: "chair of the panel", "board chairman"."""
        if panel := posts.FIELD.search(lower) or posts.SCRUTINY.search(lower):
            if lower.endswith(f" our {panel['noun']}"):
                return self.homes.of(at, None)
            return self.named.fullest("named", panel["noun"], at) or panel["noun"]
        match = posts.OF.search(lower)
        if match is None:
            return None
        noun = match["noun"] or match["first"]
        last = noun.split()[-1]
        if last == "federation" and not self.named.of("union"):
            return "Police Federation"
        if last in posts.GENERIC:
            return self.homes.of(at, None)
        if noun in ("branch", "union") and (near := self.named.nearest("union", at)):
            return near
        if last not in posts.NOUNS:
            return None
        found = self.named.fullest("named", last, at) or self.named.publishes(last) or self.named.nearest(last, at)
        found = found or (noun if " " in noun or noun in posts.STRANGE else None)
        if last == "committee" and found and found.islower():
            return self.council(at) or found  # a council's, whose name says less
        return self.authority() or found if (found or noun) in posts.AUTHORITIES else found

    def authority(self) -> str | None:
        """The authority over the fire service that the text is about."""
        if not self.subjects or self.kinds[self.subjects[0]] != "fire":
            return None
        return f"{posts.KIND.sub('', self.names[self.subjects[0]])} Fire and Rescue Authority"

    def council(self, at: int, *, county: bool = False, member: bool = False) -> str | None:
        """The council, panel or authority of a member: one that is named, else the council of the county.

        Args:
            county: Whether the role says that it is the county's.
            member: Whether it is that of a council's member for the fire service or the like.
        """
        near = self.named.seat(at)
        lower = self.named.grounds.reading.lower
        told = county or "county council" in lower or "county hall" in lower
        return near or (self.county(at) if told else self._fire(at) if member else None)

    def county(self, at: int) -> str | None:
        """The council of the county that a place of the text is about."""
        if named := self.named.fullest("named", "county council", at):
            return named
        place = self._place(self.homes.of(at, None))
        return f"{place} County Council" if place in posts.COUNTIES else None

    def _fire(self, at: int) -> str | None:
        """The council that runs the fire service of a place."""
        place = self._place(self.homes.of(at, "fire"))
        if place not in posts.RUN_BY_COUNCILS:
            return None
        return f"{place} County Council" if place in posts.COUNTIES else f"{place} Council"

    def _place(self, key: str | None) -> str:
        return posts.KIND.sub("", self.names[key]) if key else ""
