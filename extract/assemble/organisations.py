"""The body that an official speaks for: named with the role, or inferred as a reader would."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.assemble.context import Context
from extract.assemble.evidence import Grounds
from extract.assemble.inspectorate import Offices
from extract.assemble.persons import Person, pairs_of
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
_PANEL_OR_COUNCIL = re.compile(
    rf"(?:{_WORD} (?:and |of |on )?){{1,6}}(?:Council|Authority|Panel|Board)\b"
    rf"|(?:{_WORD} ){{1,3}}(?:police(?:, fire)? and crime panel|fire(?: and rescue)? authority)\b"
)
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
        *("council", "county council", "city council", "borough council", "panel", "authority", "charity", "union"),
        *("federation", "trust", "board", "association"),
    )
)
_CHAIRED = re.compile(r"^(?P<noun>board|panel|council|authority|committee) (?:chair\w*|leader|member|vice-chair\w*)$")
_POSSESSIVE = re.compile(r"\b(?:its|their|the (?:council|union|charity|authority|panel|federation|trust|board)'s) $")
_FROM = re.compile(rf" from (?:the )?(?P<body>{_WORD}(?: (?:of |and )?{_WORD})*)")
_SINGLE = re.compile(
    rf"(?P<body>{_WORD})(?= (?:general |regional |branch |national )?(?:secretary|leader|spokes\w+|organiser|rep|campaigner|president)\b)"
)
_BEFORE_HEAD = re.compile(
    rf"(?!(?:North|South|East|West|Mid|Former|Deputy|Assistant|Chief|Senior|Temporary|Acting)\b)(?P<body>{_WORD}(?: {_WORD})+)(?= (?:[a-z]+ )?(?:campaigner|leader|spokes\w+|activist|chair|secretary|representative|rep|director|policy|trustee)\b)"
)
_WHOSE = re.compile(
    rf"(?:the |The )?(?P<body>(?:{_WORD} (?:of |and |for |& )?){{0,5}}(?:Association|Union|Federation|Council|Trust|Society|Network|Authority|Board)),? whose (?:[a-z]+ )?$"
)
_UNION_POST = re.compile(
    r"^(?:branch|brigade|regional|union|national|general|federation)\b.*\b(?:secretary|chair\w*|organiser|rep|representative|official|officer)$"
)
_UNION = re.compile(
    rf"(?:{_WORD} ){{0,3}}(?:Federation|Union|Association)\b|\b(?:FBU|Unison|UNISON|GMB|Napo|Prospect|PCS|Unite)\b"
)
_INNER = re.compile(
    r" (?:of|at|for) (?:the|its|their) (?P<body>(?:[a-z]+ ){0,2}(?:authority|panel|council|board|committee|federation|trust))$"
)
_BRANCH = re.compile(r"'s (?:[\w-]+ ){0,2}branch$| in [A-Z][\w-]+$")
_MET = "metropolitan-police-service"
_KIND = re.compile(r" (?:Fire|Police|Constabulary)\b.*")
_CRIME_LEAD = re.compile(r"\bcommissioner for (?:the )?(?:police|policing)\b")
_OTHER_COMMISSIONER = re.compile(
    r"^(?!(?:former |deputy |assistant |acting |met |metropolitan police |city of london police |london fire |fire |temporary |interim )*commissioner)"
    r"[\w' ]* commissioner\b"
)
_FORCE_HEAD = re.compile(
    r"\b(?:head|lead|director|chief \w+ officer)\b.* (?:at|of|for|in) the (?:force|service|constabulary|brigade)\b"
)
_STATE = re.compile(r"\b(?:secretary|minister|chancellor)\b")
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
        departments: Departments by the offices of state that head them.
        common: Words before an office that name no body.
        posts: Words of which offices are made.
    """

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    places: Mapping[str, Mapping[str, str]]
    ranks: Mapping[str, re.Pattern[str]]
    inspectorates: Mapping[str, str]
    departments: Mapping[str, str]
    common: frozenset[str]
    posts: frozenset[str]

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
            pairs_of(ranks["departments"]),
            frozenset(ranks["common"]),
            frozenset((*ranks["common"], *ranks["heads"])),
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
        self.bodies, self.departments = bodies.inspectorates, bodies.departments
        self.common, self.posts = bodies.common, bodies.posts
        self.matches: dict[re.Pattern[str], list[tuple[int, int]]] = {}
        self.headlined = self._headlined()

    def of(self, person: Person) -> str | None:
        """Registry id or short name of the body that a person speaks for, or None."""
        role = person.role
        lower = self.reading.lower[slice(*role)] if role else ""
        at = person.name[0] if person.name else role[0] if role else person.first
        own = self.bodies.get(lower.split(" ")[0]) if lower.endswith("inspector") else None
        if own:
            return own
        if lower in ("hmi", "lead hmi"):
            return next((str(n.attributes["name"]) for n in self.inspectorates), None)
        department = self._department(lower)
        if department:
            return department
        inspector = self.offices.of(self.reading, [role for role, _ in person.roles])
        if inspector:
            return self._section_inspectorate(lower, at) or inspector
        named = next((body for span in person.bodies if (body := self._named(span, lower))), None)
        if (
            _CRIME_LEAD.search(lower)
            or self.ranks["oversight"].search(lower)
            or (lower in ("commissioner", "deputy commissioner") and not self._has("metropolitan-police-service"))
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
        if _OTHER_COMMISSIONER.search(lower):
            return None
        whose = _WHOSE.search(self.reading.text, max(0, role[0] - 90), role[0]) if role else None
        if whose:
            return str(self.grounds.cut(*whose.span("body"))["text"])
        if _UNION_POST.search(lower):
            union = self._nearest(_UNION, at, reach=600)
            if union:
                return union
        inner = _INNER.search(lower)
        if inner:
            noun = inner["body"].split()[-1].capitalize()
            return self._nearest(re.compile(rf"(?:{_WORD} (?:and |of |on )?){{1,6}}{noun}\b"), at) or inner["body"]
        chaired = _CHAIRED.match(lower)
        if chaired:  # "Board chairman Jo Hale"
            return self._nearest(
                re.compile(rf"(?:{_WORD} (?:and |of |on )?){{1,6}}{chaired['noun'].capitalize()}\b"), at
            )
        explicit = [n.attributes["id"] for n in self.forces if role and role[0] <= n.start < role[1]]
        if lower.startswith("met ") and _MET in self.names:
            return _MET
        for kind in ("fire", "police"):
            if self.ranks[kind].search(lower):
                same = [key for key in explicit if self.kinds[key] == kind]
                return same[0] if same else self._rank_force(at, kind) or self._force(at, None)
        if lower == "deputy":
            oversight = role and self.ranks["oversight"].search(self.reading.lower, max(0, role[0] - 120), role[0])
            return self._commissioner(oversight[0], None, at) if oversight else self._force(at, None)
        if _FORCE_HEAD.search(lower):
            return self._force(at, None)
        if words & {"cllr", "councillor", "mayor"}:
            return self._council(at, county="county" in words)
        if (role and _POSSESSIVE.search(self.reading.lower, max(0, role[0] - 24), role[0])) or words & {
            "director",
            "leader",
        }:
            near = self._nearest(_NAMED, at, reach=400)
            if near:
                return near
        if words & {"cabinet", "portfolio"} and words & {"member", "holder"}:
            return self._council(at)
        speaks = person.anonymous and not person.bodies and lower.startswith(("spokes", "press officer"))
        return self._force(at, None) if speaks else None

    def _department(self, lower: str) -> str | None:
        """The department of an office of state; a shadow of it has none."""
        if not _STATE.search(lower) or lower.startswith(("shadow", "former")):
            return None
        return next((name for office, name in self.departments.items() if office in lower), None)

    def _council(self, at: int, *, county: bool = False) -> str | None:
        """The council of a cabinet member: one that is named, else that of the county where it runs the service."""
        near = self._nearest(_PANEL_OR_COUNCIL, at)
        if near or not self.subjects or not (county or "county council" in self.reading.lower):
            return near
        return f"{_KIND.sub('', self.names[self.subjects[0]])} County Council"

    def _rank_force(self, at: int, kind: str) -> str | None:
        """The force of an officer whose own is not named: the one that the article is about, unless the section is another's."""
        found = self._force(at, kind)
        main = self.context.main
        sentence = self.reading.sentences[self.reading.sentence_at(at)]
        if found == main or main is None or self.kinds.get(main) != kind or self.context.section(at):
            return found
        named = self.context.named(sentence.start, at)
        above = self.reading.spans[self.reading.span_at(at)].start
        return found if named or self.context.named(above, sentence.start) or self.headlined != {main} else main

    def _headlined(self) -> frozenset[str]:
        """Forces of the headline, standfirst and first paragraph."""
        lead = next((n for n, span in enumerate(self.reading.spans) if span.kind == "paragraph"), 0)
        stop = self.reading.spans[lead].end if self.reading.spans else 0
        return frozenset(note.attributes["id"] for note in self.forces if note.start < stop)

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
        department = self._department(lower)
        if department:
            return department
        if plain in ("inspectorate", "watchdog", "regulator", "police watchdog", "police inspectorate"):
            return next((str(n.attributes["name"]) for n in self.inspectorates), None)
        branch = _BRANCH.search(self.reading.text, start, end)
        if branch and branch.start() > start:
            return self._named((start, branch.start()), role)
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
        fire = "fire and crime" in lower or "pfcc" in lower
        return f"{_TYPE.sub('', self.names[key])} {'PFCC' if fire else 'PCC'} office"

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
        places = self.matches.get(pattern)
        if places is None:
            places = self.matches[pattern] = [match.span() for match in pattern.finditer(self.reading.text)]
        number = max(0, bisect_right(places, (at + 60, 1 << 60)) - 1)
        if number >= len(places) or abs(places[number][0] - at) > reach:
            return None
        return str(self.grounds.cut(*places[number])["text"]).removeprefix("The ")

    def _within(self, role: tuple[int, int]) -> str | None:
        """A body inside the role: "Police Federation branch secretary"."""
        source = _FROM.search(self.reading.text, *role) or _BEFORE_HEAD.match(self.reading.text, *role)
        single = None if source else _SINGLE.match(self.reading.text, *role)
        if single and single["body"].lower() not in self.common:
            source = single
        if source and source["body"].endswith("'"):
            return None  # "Victims' campaigner"
        if source and not self.places.get(source["body"].lower()):
            return str(self.grounds.cut(*source.span("body"))["text"])
        match = re.search(rf"(?:{_WORD}(?: (?:of|and|for|the))* ?)+", self.reading.text[slice(*role)])
        if not match:
            return None
        words = match[0].split()
        of = next((number for number, word in enumerate(words) if word in ("of", "at", "for")), 0)
        start = 0
        if of and all(
            word.lower() in self.posts for word in words[:of]
        ):  # "Chief Executive of the College of Policing"
            start = of + (2 if words[of + 1 : of + 2] == ["the"] else 1)
        stop = max((number + 1 for number, word in enumerate(words) if word.lower() in _ENDINGS), default=0)
        if not stop:
            return None
        if stop <= start:
            return None
        begin = role[0] + match.start() + len(" ".join([*words[:start], ""]))
        return str(self.grounds.cut(begin, begin + len(" ".join(words[start:stop])))["text"])
