"""The body that an official speaks for: named with the role, or inferred as a reader would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.assemble import posts
from extract.assemble.bodies import NamedBodies
from extract.assemble.context import Context
from extract.assemble.evidence import Grounds
from extract.assemble.inside import OWN, SEATED, is_department
from extract.assemble.inspectorate import Offices
from extract.assemble.known import Bodies
from extract.assemble.persons import Person
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_SOCIETY = expression(r" (?:federation|association|union|unison|branch|museum|charity|trust|choir|band|panel|board)\b")
"""What makes another body of the name of a force: "Kent Police Federation"."""


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
        publisher: Who published the article, or None.
        inspected: Ids of the forces whose inspection it reports.
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
        publisher: str | None = None,
        inspected: frozenset[str] = frozenset(),
    ) -> None:
        self.inspected = inspected
        self.grounds = grounds
        self.reading = grounds.reading
        self.forces = forces
        self.offices = offices
        self.context = context
        self.subjects = list(dict.fromkeys(subjects))
        self.inspectorates = inspectorates
        self.names, self.kinds, self.places, self.ranks = bodies.names, bodies.kinds, bodies.places, bodies.ranks
        self.bodies, self.departments = bodies.inspectorates, bodies.departments
        self.inside, self.ids = bodies.inside, bodies.ids
        self.named = NamedBodies(grounds, publisher)
        self.headlined = self._headlined()

    def of(self, person: Person) -> str | None:
        """Registry id or short name of the body that a person speaks for, or None."""
        found = self._of(person)
        if found is None or found in self.names:
            return found
        return self.ids.get(found.lower()) or self.named.spelled(found) or found

    def _of(self, person: Person) -> str | None:
        role = person.role
        lower = self.reading.lower[slice(*role)] if role else ""
        at = person.name[0] if person.name else role[0] if role else person.first
        own = self.bodies.get(lower.split(" ")[0]) if lower.endswith("inspector") else None
        if own:
            return own
        behind = role and person.name and lower == "inspector" and role[0] > person.name[1]
        if lower in ("hmi", "lead hmi", "inspector in charge") or (
            role
            and lower == "inspector"
            and self.reading.text[role[0]] == "i"
            and (behind or (person.name and self.reading.text.startswith(", ", role[1])))
        ):
            # "writes Jo Hale, the inspector": a rank would stand before the name
            return next((str(n.attributes["name"]) for n in self.inspectorates), "HMICFRS")
        department = self._department(lower)
        if department:
            return department
        if lower.startswith("deputy chief inspector") and self.offices.inspectorate:
            return self._section_inspectorate("chief inspector", at) or self.offices.inspectorate
        police = self.offices.inspectorate in (None, "HMIC", "HMICFRS", "HMIP")
        ranked = police and person.name and role and lower == "chief inspector" and role[1] + 1 == person.name[0]
        inspector = None if ranked else self.offices.of(self.reading, person.roles)
        if inspector:
            return self._section_inspectorate(lower, at) or inspector
        government = next((posts.GOVERNMENTS[key] for key in self.subjects if key in posts.GOVERNMENTS), None)
        if government and posts.STATE.search(lower) and not lower.startswith(("shadow", "former")):
            return government
        if lower.startswith("shadow ") and "Senedd" not in self.reading.text and "Holyrood" not in self.reading.text:
            return posts.ASSEMBLIES["mp"]
        union = self.named.union_in(role) if role else None
        if union:
            return union
        bodies = filter(None, (self._by_words(span, lower) for span in person.bodies))
        named = next(bodies, None)
        if named and posts.MAYOR.search(lower) and not posts.NAMED.search(named):
            named = None  # "West Yorkshire's deputy mayor" is none of its force
        if (
            named is not None
            and named not in self.names
            and any(self.ranks[kind].search(lower) for kind in ("police", "fire"))
        ):
            named = next(
                (body for body in bodies if body in self.names), named
            )  # whose officer it is, not what it leads
        if self._is_commissioner(lower, at):
            return self._commissioner(lower, named, at)
        if named is None and (before := self._before(person)):
            return before
        return named or self._by_role(role, lower, at)

    def _before(self, person: Person) -> str | None:
        """The body for which a sentence says that a person speaks: "For the Police Federation, Sgt Jo Hale said"."""
        text = self.reading.text
        starts = [span[0] for span in (person.role, person.name) if span and text.endswith(posts.ENDS, 0, span[0])]
        found = filter(None, (posts.FOR.search(text, max(0, at - posts.NEAR), at) for at in starts))
        return next((str(self.grounds.cut(*match.span("body"))["text"]) for match in found), None)

    def _is_commissioner(self, lower: str, at: int) -> bool:
        """Whether a role is that of an elected commissioner, and no rank of the police or the fire brigade of London."""
        if lower in ("commissioner", "deputy commissioner", "elected commissioner"):
            return self._force(at, "police") not in (posts.MET, posts.CITY) and self._force(at, None) != posts.LONDON
        area = posts.AREA.match(lower)
        if area and self._of_area(area["area"]):
            return True
        return bool(posts.CRIME_LEAD.search(lower) or self.ranks["oversight"].search(lower))

    def _by_role(self, role: tuple[int, int] | None, lower: str, at: int) -> str | None:
        """The body that a role without a name of one tells."""
        words = set(re.findall(r"[\w/-]+", lower))
        if words & {"judge", "recorder", "magistrate", "sheriff", "coroner"}:
            return self.named.nearest("court", at)
        ward = posts.WARD.match(self.reading.text[slice(*role)]) if role else None
        if ward:
            return f"{ward['place']}{(ward['kind'] or '').title()} Council"
        seat = next((assembly for member, assembly in posts.ASSEMBLIES.items() if member in words), None)
        if seat:
            return seat
        if "governor" in words:
            return self.named.nearest("prison", at)
        if role is None:
            return None
        inside = self._within(role)
        if inside:
            return inside
        if "probation" in words or "prosecut" in lower:
            crown = "Crown Prosecution Service" if "crown prosecutor" in lower else None
            return "Probation Service" if "probation" in words else crown
        visits = lower.endswith("custody visitor") or "co-ordinator" in words
        if visits and posts.VISITORS.search(self.reading.lower, max(0, role[0] - posts.FAR), role[1]):
            return "independent custody visitors"
        if posts.OTHER_COMMISSIONER.search(lower):
            return None
        low = max(0, role[0] - 90)
        owned = self.reading.text.find(" whose ", low, role[0]) >= 0
        whose = posts.WHOSE.search(self.reading.text, low, role[0]) if owned else None
        if whose:
            return str(self.grounds.cut(*whose.span("body"))["text"])
        owner = posts.POSSESSIVE.search(self.reading.lower, max(0, role[0] - 24), role[0])
        if owner and not posts.UNION_POST.search(lower) and (called := self.named.called(role[0])):
            return called
        if posts.UNION_POST.search(lower) and (union := self.named.nearest("union", at, reach=posts.FAR)):
            return union
        if posts.BRIGADE_POST.search(lower):
            return "Fire Brigades Union"
        if posts.LONE.match(lower) and (near := self.named.before(at)):
            return near
        found = self._by_noun(lower, at) or self._by_rank(role, lower, at)
        if found:
            return found
        if posts.MAYOR.search(lower):
            home = (body for key in self.subjects for begin, body in posts.MAYORS.items() if key.startswith(begin))
            return self.named.town(self.reading.text[slice(*role)], at, next(home, None))
        if owner and (near := self.named.nearest("named", at, reach=400)):
            return near
        if words & SEATED and not posts.CREW.match(lower):
            return self._council(at, county="county" in words)
        return None if words & OWN or posts.STATE.search(lower) else self._force(at, None)

    def _by_noun(self, lower: str, at: int) -> str | None:
        """The body that a role names by its noun alone: "chair of the panel", "board chairman"."""
        match = posts.OF.search(lower)
        if match is None:
            return None
        noun = match["noun"] or match["first"]
        last = noun.split()[-1]
        if last in posts.GENERIC:
            return self._force(at, None)
        if noun in ("branch", "union"):
            return self.named.nearest("union", at)
        if last not in posts.NOUNS:
            return None
        found = self.named.fullest("named", last, at) or self.named.publishes(last) or self.named.nearest(last, at)
        found = found or (noun if " " in noun else None)
        if found in ("fire authority", "authority") and self.subjects and self.kinds[self.subjects[0]] == "fire":
            return f"{posts.KIND.sub('', self.names[self.subjects[0]])} Fire and Rescue Authority"
        return found

    def _by_rank(self, role: tuple[int, int], lower: str, at: int) -> str | None:
        """The force of an officer."""
        explicit = [n.attributes["id"] for n in self.forces if role[0] <= n.start < role[1]]
        if lower.startswith("met ") and posts.MET in self.names:
            return posts.MET
        if lower.endswith("chief officer") and not explicit:
            return self._force(at, None)  # of a fire service in Scotland, of special constables elsewhere
        for kind in ("fire", "police"):
            if self.ranks[kind].search(lower):
                same = [key for key in explicit if self.kinds[key] == kind]
                return same[0] if same else self._rank_force(at, kind) or self._force(at, None)
        if lower == "deputy":
            oversight = self.ranks["oversight"].search(self.reading.lower, max(0, role[0] - 120), role[0])
            return self._commissioner(oversight[0], None, at) if oversight else self._force(at, None)
        return None

    def _department(self, lower: str) -> str | None:
        """The department of an office of state; a shadow of it has none."""
        if not posts.STATE.search(lower) or lower.startswith(("shadow", "former")):
            return None
        name = next((name for office, name in self.departments.items() if office in lower), None)
        devolved = posts.DEVOLVED.items() if name == "Ministry of Justice" else ()
        return next((body for nation, body in devolved if nation in "".join(self.subjects[:1])), name)

    def _council(self, at: int, *, county: bool = False) -> str | None:
        """The council, panel or authority of a member: one that is named, else the council of the county."""
        near = self.named.seat(at)
        if near or not self.subjects or not (county or "county council" in self.reading.lower):
            return near
        return f"{posts.KIND.sub('', self.names[self.subjects[0]])} County Council"

    def _rank_force(self, at: int, kind: str) -> str | None:
        """The force of an officer whose own is not named: the one that the article is about, unless the section is another's."""
        found = self._force(at, kind)
        own = [key for key in self.inspected if self.kinds[key] == kind]
        if len(own) == 1 and found not in own and not self._is_named(at, found):
            return own[0]  # an officer of the one force that was inspected, below a word about another
        main = self.context.main
        sentence = self.reading.sentences[self.reading.sentence_at(at)]
        if found == main or main is None or self.kinds.get(main) != kind or self.context.section(at):
            return found
        named = self.context.named(sentence.start, at)
        above = self.reading.spans[self.reading.span_at(at)].start
        return found if named or self.context.named(above, sentence.start) or self.headlined != {main} else main

    def _is_named(self, at: int, force: str | None) -> bool:
        """Whether the block of an offset names a force."""
        block = self.reading.spans[self.reading.span_at(at)]
        return any(n.attributes["id"] == force and block.start <= n.start < block.end for n in self.forces)

    def _headlined(self) -> frozenset[str]:
        """Forces of the headline, standfirst and first paragraph."""
        lead = next((n for n, span in enumerate(self.reading.spans) if span.kind == "paragraph"), 0)
        stop = self.reading.spans[lead].end if self.reading.spans else 0
        return frozenset(note.attributes["id"] for note in self.forces if note.start < stop)

    def _by_words(self, body: tuple[int, int], role: str) -> str | None:
        """A body by the words of the article: a force's id, an inspectorate's short name, or the words."""
        start, end = body
        lower = self.reading.lower[start:end]
        if lower in posts.AREAS or lower == "force":
            owned = posts.COMMISSIONS.match(self.reading.lower, end)
            ranked = self._force(start, "police") in (posts.MET, posts.CITY)
            if (owned and not ranked) or lower in posts.AREAS:
                return self._commissioner(lower + owned[0], None, start) if owned and not ranked else None
        for note in self.forces:
            if (note.start <= start < note.end and end <= note.end + 1) or (
                start <= note.start
                and note.end <= end
                and end - start - (note.end - note.start) < 14
                and not _SOCIETY.search(lower, note.end - start)
                and lower.startswith(("the ", self.reading.lower[note.start : note.end]))
            ):
                return self._as_role_has_it(note, role)
            if (
                note.start - start in (0, 4)
                and note.end < end
                and posts.PART.fullmatch(self.reading.lower, note.end, end)
            ):
                return str(note.attributes["id"])
        plain = re.sub(r"^(?:the|its|their|our) ", "", lower)
        if plain in posts.GENERIC or plain in ("met",):
            span = self.reading.spans[self.reading.span_at(start)]
            above = [str(note.attributes["id"]) for note in self.forces if span.start <= note.start < start]
            kind = next((kind for kind in ("fire", "police") if self.ranks[kind].search(role)), None)
            return above[-1] if above else (kind and self._force(start, kind)) or self._force(start, None)
        department = self._department(lower)
        if department:
            return department
        if plain in posts.INSPECTING:
            return next((str(n.attributes["name"]) for n in self.inspectorates), None)
        branch = posts.BRANCH.search(self.reading.text, start, end)
        if branch and branch.start() > start:
            return self._by_words((start, branch.start()), role)
        if lower in self.bodies or plain in self.bodies:
            return self.bodies.get(lower) or self.bodies[plain]
        if plain in self.places:
            ids = self.places[plain]
            chief = self.offices.kind if role in posts.CHIEFS else None
            return ids.get(chief or ("fire" if self.ranks["fire"].search(role) else "police"))
        if self.ranks["oversight"].search(plain) or plain in ("opcc", "opfcc", "commissioner"):
            return self._commissioner(plain, None, start)
        if plain in posts.NOUNS:
            noun = plain.split()[-1]
            found = (
                self.named.fullest("named", noun, start)
                or self.named.nearest(noun, start)
                or self.named.publishes(noun)
            )
            if noun == "charity" and not found:
                spoken = list(posts.SPOKE.finditer(self.reading.text, max(0, start - posts.FAR), start))
                found = spoken[-1]["body"] if spoken else None
            if found and found.lower() not in ("federation", "authority", "union"):
                return found
            if noun == "federation":
                return "Police Federation"
            if noun == "union" and self.subjects and self.kinds[self.subjects[0]] == "fire":
                return "Fire Brigades Union"
            if noun == "authority" and self.subjects and self.kinds[self.subjects[0]] == "fire":
                return f"{posts.KIND.sub('', self.names[self.subjects[0]])} Fire and Rescue Authority"
        if is_department(role, lower):
            return None
        text = posts.OWNED.sub("", self.grounds.cut(start, end)["text"])
        return posts.DESCRIBED.sub("", text) or text

    def _as_role_has_it(self, note: Annotation, role: str) -> str:
        """The force of a bare name, police or fire as the role has it."""
        kind = "fire" if self.ranks["fire"].search(role) else "police" if self.ranks["police"].search(role) else None
        kind = self.offices.kind if role in posts.CHIEFS else kind
        ids = note.attributes.get("ids") or ()
        return next((key for key in ids if self.kinds[key] == kind), str(note.attributes["id"]))

    def _section_inspectorate(self, lower: str, at: int) -> str | None:
        """The inspectorate of the section, for an office that several have ("the chief inspector")."""
        if lower not in ("chief inspector", "inspector", "lead inspector", "hm inspector", "hm chief inspector"):
            return None
        section = self.context.section(at)
        near = [note for note in self.inspectorates if section <= note.start <= at]
        return str(near[-1].attributes["name"]) if near and section else None

    def _commissioner(self, lower: str, explicit: str | None, at: int) -> str | None:
        """The office of a police and crime commissioner, under the name of its area."""
        key = explicit if explicit in self.names else None
        if explicit and key is None and explicit.lower() in self.places:
            key = self.places[explicit.lower()].get("police")
        key = key or self._rank_force(at, "police")
        area = posts.AREA.search(lower)
        key = (self._of_area(area["area"].replace("the isle", "isle")) if area else None) or key
        if key is None:
            return None
        told = lower if len(self.subjects) > 1 else self.reading.lower
        fire = any(name in words for name in ("fire and crime", "pfcc") for words in (lower, told))
        return f"{posts.TYPE.sub('', self.names[key])} {'PFCC' if fire else 'PCC'} office"

    def _of_area(self, area: str) -> str | None:
        """The police force whose name is that of an area."""
        named = (key for key, kind in self.kinds.items() if kind == "police")
        return next((key for key in named if posts.TYPE.sub("", self.names[key]).lower() == area), None)

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

    def _within(self, role: tuple[int, int]) -> str | None:
        """A body inside the role."""
        span = self.inside.find(self.reading.text[slice(*role)])
        if span is None:
            return None
        end = role[0] + span[1]
        posted = span[0] == 0 and posts.POSTED.fullmatch(self.reading.lower, end + 1, role[1])
        if posted and not posts.NAMED.search(self.reading.text, role[0], end):
            union = self.named.nearest("union", role[0], reach=posts.FAR)
            if union:
                return union  # "Highland secretary" of the union that was named
        return self._by_words((role[0] + span[0], role[0] + span[1]), self.reading.lower[slice(*role)])
