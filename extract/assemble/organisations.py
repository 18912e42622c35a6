"""The body that an official speaks for: named with the role, or inferred as a reader would."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.assemble.context import Context
from extract.assemble.evidence import Grounds
from extract.assemble.inspectorate import Offices
from extract.assemble.persons import Person
from extract.document.forms import UPPER, alternation
from extract.gazetteers import ForceRow
from extract.pipes.annotation import Annotation
from extract.pipes.forces import place_table

_WORD = rf"[{UPPER}][\w'-]*"
_COURT = re.compile(rf"(?:{_WORD} ){{1,3}}(?:Crown|Magistrates'|County|High|Sheriff) Court")
_PRISON = re.compile(rf"HM(?:P|YOI)(?:/YOI)? {_WORD}(?: {_WORD})*")
_NAMED = re.compile(
    rf"(?:{_WORD} (?:and |of |on |for |& )?){{1,6}}(?:Council|Authority|Panel|Board|Union|Federation|Association|Trust|Charity|University|College|Society|Commission|Agency|Foundation|Institute|Network|Committee)\b"
)
_PANEL_OR_COUNCIL = re.compile(rf"(?:{_WORD} (?:and |of |on )?){{1,6}}(?:Council|Authority|Panel|Board)\b")
_ENDINGS = frozenset(
    (
        "union",
        "federation",
        "association",
        "council",
        "unison",
        "gmb",
        "authority",
        "office",
        "trust",
        "society",
        "commission",
        "agency",
        "party",
        "court",
        "panel",
    )
)
_GENERIC = frozenset(("force", "service", "brigade", "constabulary", "police", "police force", "fire service"))
_NOUNS = frozenset(
    (
        "council",
        "county council",
        "city council",
        "borough council",
        "panel",
        "authority",
        "charity",
        "union",
        "federation",
        "trust",
        "board",
        "association",
    )
)
_POSSESSIVE = re.compile(r"\b(?:its|their|the (?:council|union|charity|authority|panel|federation|trust|board)'s) $")
_TYPE = re.compile(r" (?:Police Service|Police|Constabulary)$")


@dataclass(frozen=True)
class Bodies:
    """What is known of bodies, the same for every article.

    Args:
        names: Names of forces by id.
        kinds: Kinds of forces by id.
        places: Force ids by bare name and kind.
        ranks: Patterns of the ranks of `police`, `fire` and `oversight`.
        inspectorates: Short names of inspectorates by their names in lower case.
    """

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    places: Mapping[str, Mapping[str, str]]
    ranks: Mapping[str, re.Pattern[str]]
    inspectorates: Mapping[str, str]

    @classmethod
    def of(
        cls, forces: Mapping[str, ForceRow], ranks: Mapping[str, Sequence[str]], inspectorates: Mapping[str, str]
    ) -> Bodies:
        """Build it from the lists."""
        return cls(
            {row.id: row.name for row in forces.values()},
            {row.id: row.kind for row in forces.values()},
            place_table(forces.values()),
            {kind: re.compile(rf"\b(?:{alternation(ranks[kind])})\b") for kind in ("police", "fire", "oversight")},
            inspectorates,
        )


class Organisations:
    """Infers bodies in one article.

    Args:
        grounds: Cuts the characters of a body's name.
        forces: Annotations of the pipe `forces`, in order.
        offices: Tells inspectors.
        context: Which body a place is about.
        bodies: What is known of bodies.
        subjects: Ids of forces, those inspected first.
        inspectorates: Annotations of the pipe `inspectorate`.
    """

    def __init__(
        self,
        grounds: Grounds,
        forces: Sequence[Annotation],
        offices: Offices,
        context: Context,
        bodies: Bodies,
        subjects: Sequence[str],
        inspectorates: Sequence[Annotation],
    ) -> None:
        self.grounds = grounds
        self.reading = grounds.reading
        self.forces = forces
        self.offices = offices
        self.context = context
        self.subjects = list(dict.fromkeys(subjects))
        self.inspectorates = inspectorates
        self.names, self.kinds, self.places, self.ranks = bodies.names, bodies.kinds, bodies.places, bodies.ranks
        self.bodies = bodies.inspectorates

    def of(self, person: Person) -> str | None:
        """Registry id or short name of the body that a person speaks for, or None."""
        role = person.role
        lower = self.reading.lower[slice(*role)] if role else ""
        at = person.name[0] if person.name else role[0] if role else person.first
        inspector = self.offices.of(self.reading, [role for role, _ in person.roles])
        if inspector:
            return self._section_inspectorate(lower, at) or inspector
        named = next((body for span in person.bodies if (body := self._named(span, lower))), None)
        if self.ranks["oversight"].search(lower) or (
            lower in ("commissioner", "deputy commissioner") and not self._has("metropolitan-police-service")
        ):
            return self._commissioner(lower, named, at)
        return named or self._by_role(person, role, lower, at)

    def _by_role(self, person: Person, role: tuple[int, int] | None, lower: str, at: int) -> str | None:
        words = set(re.findall(r"[\w/-]+", lower))
        if words & {"judge", "recorder", "magistrate", "sheriff"}:
            return self._nearest(_COURT, at)
        if "mp" in words:
            return "House of Commons"
        if "msp" in words:
            return "Scottish Parliament"
        if "governor" in words:
            return self._nearest(_PRISON, at)
        inside = self._within(role) if role else None
        if inside:
            return inside
        for kind in ("fire", "police"):
            if self.ranks[kind].search(lower):
                return self._force(at, kind)
        if words & {"cllr", "councillor", "mayor"}:
            return self._nearest(_PANEL_OR_COUNCIL, at)
        if (role and _POSSESSIVE.search(self.reading.lower, max(0, role[0] - 24), role[0])) or words & {
            "director",
            "leader",
        }:
            near = self._nearest(_NAMED, at, reach=400)
            if near:
                return near
        return self._force(at, None) if person.anonymous and not person.bodies else None

    def _named(self, body: tuple[int, int], role: str) -> str | None:
        """A body by the words of the article: a force's id, an inspectorate's short name, or the words."""
        start, end = body
        lower = self.reading.lower[start:end]
        for note in self.forces:
            if (note.start <= start < note.end and end <= note.end + 1) or (
                start <= note.start
                and note.end <= end
                and end - start - (note.end - note.start) < 14
                and lower.startswith(("the ", self.reading.lower[note.start : note.end]))
            ):
                return self._as_role_has_it(note, role)
        plain = re.sub(r"^(?:the|its|their|our) ", "", lower)
        if plain in _GENERIC or plain in ("met",):
            return self._force(start, None)
        if lower in self.bodies or plain in self.bodies:
            return self.bodies.get(lower) or self.bodies[plain]
        if plain in self.places:
            ids = self.places[plain]
            return ids.get("fire" if self.ranks["fire"].search(role) else "police")
        if self.ranks["oversight"].search(plain):
            return self._commissioner(plain, None, start)
        if plain in _NOUNS:
            wanted = plain.split()[-1]
            found = self._nearest(re.compile(rf"(?:{_WORD} (?:and |of |on )?){{1,6}}{wanted.capitalize()}\b"), start)
            if found:
                return found
        text = self.grounds.cut(start, end)["text"]
        return str(re.sub(r"^(?:the|its|their|our) ", "", text, flags=re.I)).removeprefix("charity ")

    def _as_role_has_it(self, note: Annotation, role: str) -> str:
        """The force of a bare name, police or fire as the role has it."""
        kind = "fire" if self.ranks["fire"].search(role) else "police" if self.ranks["police"].search(role) else None
        ids = note.attributes.get("ids") or ()
        return next((key for key in ids if self.kinds[key] == kind), str(note.attributes["id"]))

    def _section_inspectorate(self, lower: str, at: int) -> str | None:
        """The inspectorate of the section, for an office that several have ("the chief inspector")."""
        if lower not in ("chief inspector", "inspector", "lead inspector", "hm inspector", "hm chief inspector"):
            return None
        section = self.context.section(at)
        near = [note for note in self.inspectorates if section <= note.start <= at]
        return str(near[-1].attributes["name"]) if near and section else None

    def _has(self, key: str) -> bool:
        return any(note.attributes["id"] == key for note in self.forces)

    def _commissioner(self, lower: str, explicit: str | None, at: int) -> str | None:
        """The office of a police and crime commissioner, under the name of its area."""
        key = explicit if explicit in self.names else None
        if explicit and key is None and explicit.lower() in self.places:
            key = self.places[explicit.lower()].get("police")
        key = key or self._force(at, "police")
        if key is None:
            return None
        return f"{_TYPE.sub('', self.names[key])} {'PFCC' if 'fire' in lower or 'pfcc' in lower else 'PCC'} office"

    def _force(self, at: int, kind: str | None) -> str | None:
        """The force that a reader would infer at an offset: the one its sentence or section is about."""
        sentence = self.reading.sentences[self.reading.sentence_at(at)]
        about = [
            key
            for key in self.context.of(at, (sentence.start, sentence.start))
            if key and (kind is None or self.kinds[key] == kind)
        ]
        if about and (len(self.subjects) > 1 or about[0] in self.subjects):
            return about[0]
        return next((key for key in self.subjects if kind is None or self.kinds[key] == kind), None) or next(
            (str(note.attributes["id"]) for note in self.forces if kind is None or note.attributes["kind"] == kind),
            None,
        )

    def _nearest(self, pattern: re.Pattern[str], at: int, reach: int = 1 << 30) -> str | None:
        """The match nearest before an offset, else the first behind it."""
        best: re.Match[str] | None = None
        for match in pattern.finditer(self.reading.text):
            if (match.start() <= at + 60 or best is None) and abs(match.start() - at) <= reach:
                best = match
        return str(self.grounds.cut(best.start(), best.end())["text"]).removeprefix("The ") if best else None

    def _within(self, role: tuple[int, int]) -> str | None:
        """A body inside the role: "Police Federation branch secretary"."""
        match = re.search(rf"(?:{_WORD}(?: (?:of|and|for|the))* ?)+", self.reading.text[slice(*role)])
        if not match:
            return None
        words = match[0].split()
        stop = max((number + 1 for number, word in enumerate(words) if word.lower() in _ENDINGS), default=0)
        if not stop:
            return None
        start = role[0] + match.start()
        return str(self.grounds.cut(start, start + len(" ".join(words[:stop])))["text"])
