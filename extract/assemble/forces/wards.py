"""The force of an article that names none: by whose page it is, who oversees whom, or by the foot of the page.

Enters the document, its reading and the forces named in it; leaves a force and whether the page is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from extract.document.document import Document
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.gazetteers import ForceRow
from extract.pipes.annotation import Annotation
from extract.pipes.forces import place_table
from extract.pipes.forces.known import count_kinds

_CRIME = r"police(?:,? fire)?,? and crime (?:commissioner|panel)"
_OVERSEER = expression(
    rf"(?:the )?(?:office of the )?(?:{_CRIME}|pf?cc|opf?cc) for (?:the )?(?P<of>[a-z' ,-]+)"
    rf"|(?P<owner>[a-z' ,-]+?)(?:'s)? (?:(?:office of the )?{_CRIME}|police,? crime and victims' commissioner|o?pf?cc|police federation)(?: office|'s office)?"
)
"""The name of an office that oversees a force, or of the federation of its officers."""
_COUNCIL = expression(r"(?P<owner>[a-z' -]+?) (?:county |city |borough |metropolitan )?council")
_BODY = {
    "police": expression(r"\b(?:the|our|its|this) (?:force|constabulary)\b(?! (?:used|of|with|was used)\b)"),
    "fire": expression(r"\b(?:the|our|its|this) (?:fire (?:and rescue )?service|service|brigade)\b"),
}
"""What stands for a body of each kind that a text does not name."""
_OURS = expression(
    r"\bour (?:own )?(?:force|constabulary|service|brigade|officers|crews|firefighters|staff|people|teams?|inspection|performance)\b"
    r"|\bwe(?: have|'ve| are| were)?(?: been)? (?:graded|rated|judged|inspected|told)\b|\b(?:graded|rated|judged|inspected|told) us\b"
)
"""What a text says whose voice is the inspected body's."""
_ADDRESSED = expression(
    r"\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b|\b0\d{2,4}[ \d]{6,}|\b(?:headquarters|hq|communications|press office|media (?:contact|enquiries|office)|registered office|copyright)\b|\u00a9"
)
"""What a line at the foot holds that says whose page it is: an address, a telephone, an office for the press."""
_FOOT = 6
"""Blocks at the foot of a page."""


class Ward(NamedTuple):
    """A force that an article is about though it does not name it.

    Args:
        id: Its id.
        home: Whether the page is its own, so that "we" is the force.
    """

    id: str
    home: bool


class Wards:
    """Finds them.

    Args:
        rows: Registry.
    """

    def __init__(self, rows: Mapping[str, ForceRow]) -> None:
        self.kinds = {row.id: row.kind for row in rows.values()}
        self.names = {name.lower().replace("&", "and"): row.id for row in rows.values() for name in row.names()}
        self.places = place_table(rows.values())

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Names of forces in lower case; most articles ask for none."""
        return re.compile(rf"\b{alternation(name for name in self.names if ' ' in name)}\b")

    def of(self, document: Document, reading: Reading, forces: Sequence[Annotation]) -> Ward | None:
        """The force that a text speaks of before it names any, or None.

        Args:
            document: The article.
            reading: Its text.
            forces: Annotations of the pipe `forces`.
        """
        first = next((note.start for note in forces if note.attributes["strong"]), len(reading.lower))
        key = self._overseen(document.metadata.publisher, reading)
        if key:
            return Ward(key, home=False) if self._speaks(reading, key, first) else None
        foot = self._named_in(self._foot(document)) if first == len(reading.lower) else None
        if foot is None:
            return None
        if _OURS.search(reading.lower):
            return Ward(foot, home=True)
        return Ward(foot, home=False) if self._speaks(reading, foot, first) else None

    def _speaks(self, reading: Reading, key: str, first: int) -> bool:
        """Whether a text speaks of a body of the kind of a force before it names one."""
        return _BODY[self.kinds[key]].search(reading.lower, 0, first) is not None

    def _overseen(self, publisher: str | None, reading: Reading) -> str | None:
        """The force that a publisher oversees, stands for or runs."""
        plain = (publisher or "").lower().replace("&", "and").replace("\u2019", "'")
        match = _OVERSEER.fullmatch(plain)
        if match:
            place = (match["of"] or match["owner"]).removeprefix("the ")
            return self.names.get(f"{place} police") or self.places.get(place, {}).get("police")
        match = _COUNCIL.fullmatch(plain)
        fire, police = count_kinds(reading.lower) if match else (0, 0)
        return self.places.get(match["owner"], {}).get("fire") if match and fire > police else None

    @staticmethod
    def _foot(document: Document) -> Iterable[str]:
        """What stands at the foot of a page beside the article."""
        for block in document.blocks[-_FOOT:]:
            text = document.text[block.start : block.end].lower()
            if block.kind == "boilerplate" and _ADDRESSED.search(text):
                yield text
        if document.metadata.foot:
            yield document.metadata.foot.lower()

    def _named_in(self, lines: Iterable[str]) -> str | None:
        """The one force that some lines name."""
        found = {
            self.names[match[0]]
            for line in lines
            for match in self.named.finditer(" ".join(line.replace("&", "and").split()))
        }
        return found.pop() if len(found) == 1 else None
