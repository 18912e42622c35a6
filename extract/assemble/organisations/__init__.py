"""The body that an official speaks for: named with the role, or inferred as a reader would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from extract.assemble.context import Context
from extract.assemble.evidence import Grounds
from extract.assemble.inspectorate import Offices, chief_of
from extract.assemble.officials.persons import Person
from extract.assemble.organisations import parts, posts
from extract.assemble.organisations.bodies import NamedBodies
from extract.assemble.organisations.commissioners import Commissioners
from extract.assemble.organisations.homes import Homes
from extract.assemble.organisations.inside import OWN, SEATED, is_department
from extract.assemble.organisations.known import Bodies
from extract.assemble.organisations.nouns import Nouns
from extract.assemble.organisations.owners import Owners
from extract.pipes.annotation import Annotation


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
        people: People of the article.
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
        people: Sequence[Person] = (),
    ) -> None:
        self.grounds = grounds
        self.reading = grounds.reading
        self.forces = forces
        self.offices = offices
        self.context = context
        self.subjects = list(dict.fromkeys(subjects))
        self.homes = homes = Homes(self.reading, forces, context, bodies, self.subjects, inspected)
        self.inspectorates = inspectorates
        self.names, self.kinds, self.places = bodies.names, bodies.kinds, bodies.places
        self.ranks, self.ranked = bodies.ranks, bodies.ranked
        self.bodies, self.departments = bodies.inspectorates, bodies.departments
        self.inspecting = frozenset(str(note.attributes["name"]) for note in inspectorates)
        self.inside, self.ids, self.common = bodies.inside, bodies.ids, bodies.common
        self.commissioners = Commissioners(self.reading, homes, bodies, self.subjects)
        self.named = NamedBodies(grounds, publisher)
        self.nouns = Nouns(self.named, homes, bodies, self.subjects)
        self.people = [person for person in people if person.name]
        told = sorted(at for person in self.people if person.roles or person.gender for at in person.mentions)
        self.owners = Owners(grounds, told, bodies.common, bodies.places)

    def of(self, person: Person) -> str | None:
        """Registry id or short name of the body that a person speaks for, or None."""
        if (found := self._of(person)) is None or found in self.names:
            return found
        told = self.commissioners.panel(found, person.first) or self.ids.get(found.lower()) or self.named.spelled(found)
        return told or posts.cased(found)

    def _of(self, person: Person) -> str | None:
        role = person.role
        lower = self.reading.lower[slice(*role)] if role else ""
        at = person.name[0] if person.name else role[0] if role else person.first
        signs = posts.post_of(lower).signs
        if lower.endswith("inspector") and (own := self.bodies.get(lower.split(" ")[0])):
            return own
        if lower in posts.HMI or (
            role and lower == "inspector" and posts.is_apposed(self.reading.text, role, person.name)
        ):
            return next((str(n.attributes["name"]) for n in self.inspectorates), "HMICFRS")
        plain = lower == "inspector" and person.name and person.first >= 0 and not person.bodies
        if plain and self.inspecting & {"HMIC", "HMICFRS"} and posts.judges(self.reading, person.first, at):
            return self.offices.inspectorate  # "Inspector Jo Hale said: 'I am pleased with the performance of'"
        department = self._department(lower)
        if department and role:
            return posts.department_in(self.reading.text[slice(*role)], moved=self.offices.fire_moved) or department
        if lower.endswith("inspector"):
            told = (self.bodies.get(self.reading.lower[slice(*span)]) for span in person.bodies)
            if named := next(filter(None, told), None):
                return named  # "the CQC's deputy chief inspector"
        if lower.startswith("deputy chief inspector") and self.offices.inspectorate:
            if role and (named := self._within(role)) in self.bodies.values():
                return named  # "Deputy Chief Inspector at the CQC"
            return self._section_inspectorate("chief inspector", at) or self.offices.inspectorate
        ranked = lower == "chief inspector" and role and person.name and role[1] + 1 == person.name[0]
        if ranked and role and (own := chief_of(self.reading, role, self.inspectorates, self.forces)):
            return own
        police = ranked and self.offices.inspectorate in (None, "HMIC", "HMICFRS", "HMIP")
        inspector = None if police and self.homes.of(at, "police") else self.offices.of(self.reading, person.roles)
        if inspector:
            return self._section_inspectorate(lower, at) or inspector
        if "shadow " in lower and "scot" in "".join(self.subjects[:1]):
            return posts.ASSEMBLIES["msp"]
        if lower.startswith("shadow ") and "Senedd" not in self.reading.text and "Holyrood" not in self.reading.text:
            return posts.ASSEMBLIES["mp"]
        if role and (union := self.named.union_in(role)):
            return union
        bodies = filter(None, (self._by_words(span, lower) for span in person.bodies))
        named, part = next(bodies, None), None
        if named and "mayor" in signs and not posts.NAMED.search(named):
            named = None  # "West Yorkshire's deputy mayor" is none of its force
        if named and not posts.post_of(lower).words.isdisjoint(posts.ASSEMBLIES) and posts.PARTIES.fullmatch(named):
            named = None  # "Labour's Jo Hale, MP for Kent"
        if named is None or named in self.names:
            if "state" in signs and not lower.startswith(("shadow", "former")):
                government = next((posts.GOVERNMENTS[key] for key in self.subjects if key in posts.GOVERNMENTS), None)
                if government:
                    return government
        else:
            named, part = self._whose(named, bodies, lower, at)
        if self.commissioners.is_one(lower, at):
            return self.commissioners.office(lower, named, at)
        if named:
            own = self._within(role) if role and named in self.names and posts.FEDERATED.search(lower) else None
            return own or named  # "Kent's Police Federation chair"
        starts = [span[0] for span in (role, person.name) if span]
        voiced = self.owners.spoken_for(starts)
        found = (voiced and self._by_words(voiced, lower)) or self._of_the_same(person, lower, min(starts, default=at))
        found = found or self._pointed(starts, lower) or self._by_role(role, lower, at)
        found = None if self.kinds.get(found or "") == "fire" and parts.is_officer(lower) else found
        return found or (self.homes.of(at, "police") or part if part and role is None else None)

    def _whose(self, named: str, others: Iterator[str], lower: str, at: int) -> tuple[str | None, str | None]:
        """The body of which another is a part, else that body, and the part: "Kent Police" for "Rye police"."""
        if parts.is_placed(named):
            place = named.rpartition(" ")[0].lower()
            return self.homes.of_quarter(place) or self.homes.of_officer(at, "police") or named, None
        officer = not posts.OFFICERS.isdisjoint(self.ranked(lower))
        part = parts.is_part(named, officer=officer)
        if (officer or part) and (home := next((body for body in others if body in self.names), None)):
            return home, None  # whose officer it is, not what it leads
        if part or (officer and parts.is_post(named, lower, self.common)):
            return None, named
        return (officer and self.homes.of_quarter(named.lower())) or named, None

    def _of_the_same(self, person: Person, lower: str, at: int) -> str | None:
        """The body of somebody whose own officer a person is: "The commissioner … His chief executive, Jo Hale"."""
        near = self.reading.lower.endswith(posts.HIS_ENDS, 0, at)
        if not near or lower in posts.CHIEFS or lower in OWN:
            return None
        if not posts.HIS.search(self.reading.lower, max(0, at - posts.NEAR), at):
            return None
        named = [
            (max((n for n in one.mentions if n < at), default=-1), one) for one in self.people if one is not person
        ]
        last, master = max(named, key=itemgetter(0), default=(-1, person))
        begun = min((span[0] for span in (master.role, master.name) if span), default=at)
        return self.of(master) if begun < at and at - last < posts.FAR and last >= 0 else None

    def _pointed(self, starts: Sequence[int], lower: str) -> str | None:
        """The body to which an office points back, or an unnamed spokesperson's: "Its director", "The council … A spokesman"."""
        if "union" in posts.post_of(lower).signs or " at " in lower:
            return None
        spoken = lower.startswith("spokes")
        whom = posts.FOR_WHOM.match(self.reading.lower, starts[0]) if spoken else None
        if whom and self.commissioners.is_one(whom["whom"].rpartition(", ")[2].removeprefix("the "), starts[0]):
            return self.commissioners.office(whom["whom"], None, starts[0])
        if spoken:
            told = self.owners.before(starts[0], back=2, here=True)
        elif any(posts.points_back(self.reading.lower, start) for start in starts):
            told = max(filter(None, (self.owners.before(min(starts)), self.named.called(min(starts)))), default=None)
        else:
            return None
        found = self._told(told, lower)
        own = lower == "inspector" or (told and spoken and not any(told[0] <= n.start < starts[0] for n in self.forces))
        graded = found in self.inspecting and not own
        return None if graded else found  # "HMICFRS graded Kent Police good. Its chief constable"

    def _told(self, told: tuple[int, int] | None, lower: str) -> str | None:
        several = told and sum(told[0] <= note.start < told[1] for note in self.forces) > 1
        return self._by_words(told, lower) if told and not several else None

    def _by_role(self, role: tuple[int, int] | None, lower: str, at: int) -> str | None:
        """The body that a role without a name of one tells."""
        words, signs = posts.post_of(lower)
        if "justice" in signs or not posts.COURT.isdisjoint(words):
            return self.named.nearest("court", at)
        ward = posts.WARD.match(self.reading.text[slice(*role)]) if role and lower.endswith("councillor") else None
        if ward:
            return f"{ward['place']}{(ward['kind'] or '').title()} Council"
        if not words.isdisjoint(posts.ASSEMBLIES):
            return next(assembly for member, assembly in posts.ASSEMBLIES.items() if member in words)
        if "governor" in words:
            return self.named.nearest("prison", at)
        if role is None or "unknown" in signs:
            return None
        if inside := self._within(role):
            return inside
        if "probation" in words or "prosecut" in lower:
            crown = posts.prosecution(lower, self.subjects)
            return "Probation Service" if "probation" in words else crown
        if party := posts.PARTY.match(self.reading.text, *role):
            return party["party"]
        visits = lower.endswith("custody visitor") or "co-ordinator" in words
        if visits and posts.VISITORS.search(self.reading.lower, max(0, role[0] - posts.FAR), role[1]):
            return "independent custody visitors"
        if "other" in signs:
            return None
        low = max(0, role[0] - 90)
        owned = self.reading.text.find(" whose ", low, role[0]) >= 0
        whose = posts.WHOSE.search(self.reading.text, low, role[0]) if owned else None
        if whose:
            return str(self.grounds.cut(*whose.span("body"))["text"])
        owned = self.reading.lower.endswith(posts.OWNERS, 0, role[0])
        owner = posts.POSSESSIVE.search(self.reading.lower, max(0, role[0] - 24), role[0]) if owned else None
        if owner and "union" not in signs and (called := self.named.called(role[0])):
            return str(self.grounds.cut(*called)["text"])
        posted = "union" in signs and self.named.nearest("union", at, reach=posts.FAR)
        if posted or "brigade" in signs:
            return posted or "Fire Brigades Union"
        if "lone" in signs:
            if near := self.named.before(at):
                return near
            near = self._told(self.owners.before(role[0], back=1, here=True), lower)
            if near and near not in self.inspecting:
                return near
        told = self.ranked(lower) and any(role[0] <= n.start < role[1] for n in self.forces)
        found = ("noun" in signs and not told and self.nouns.of(lower, at)) or self._by_rank(role, lower, at)
        if found:
            return found
        if "mayor" in signs:
            home = (body for key in self.subjects for begin, body in posts.MAYORS.items() if key.startswith(begin))
            return self.named.town(self.reading.text[slice(*role)], at, next(home, None))
        if owner and (near := self.named.nearest("named", at, reach=400)):
            return near
        if words & SEATED and "crew" not in signs:
            return self.nouns.council(at, county="county" in words, member="portfolio" in signs)
        kind = self.offices.kind if lower in posts.CHIEFS else None
        return None if words & OWN or "state" in signs else self.homes.of(at, kind)

    def _by_rank(self, role: tuple[int, int], lower: str, at: int) -> str | None:
        """The force of an officer."""
        ranked = self.ranked(lower)
        explicit = [n.attributes["id"] for n in self.forces if role[0] <= n.start < role[1]]
        own = (
            posts.MET
            if lower.startswith(posts.OF_THE_MET)
            else posts.LONDON
            if lower.endswith(posts.LONDONERS)
            else None
        )
        if own in self.names:
            return own
        if lower.endswith("chief officer") and not explicit:
            return self.homes.of(at, None)  # of a fire service in Scotland, of special constables elsewhere
        for kind in ("fire", "police"):
            if kind in ranked:
                same = [key for key in explicit if self.kinds[key] == kind]
                return same[0] if same else self.homes.of_officer(at, kind) or self.homes.of(at, None)
        if lower == "deputy":
            low = max(0, role[0] - 120)
            oversight = self.ranks["oversight"].search(self.reading.lower, low, role[0])
            over = oversight or posts.HIS_COMMISSIONER.search(self.reading.lower, low, role[0])
            told = over and (oversight or self.commissioners.is_one("commissioner", at))
            return self.commissioners.office(over[0], None, at) if over and told else self.homes.of(at, None)
        return None

    def _department(self, lower: str) -> str | None:
        """The department of an office of state; a shadow of it has none."""
        if "state" not in posts.post_of(lower).signs or lower.startswith("former") or "shadow" in lower:
            return None
        name = next((name for office, name in self.departments.items() if office in lower), None)
        devolved = posts.DEVOLVED.items() if name == "Ministry of Justice" else ()
        return next((body for nation, body in devolved if nation in "".join(self.subjects[:1])), name)

    def _by_words(self, body: tuple[int, int], role: str) -> str | None:
        """A body by the words of the article: a force's id, an inspectorate's short name, or the words."""
        start, end = body
        lower = self.reading.lower[start:end]
        if lower.startswith(("mr ", "mrs ", "ms ", "miss ", "dr ", "cllr ")):
            return None  # "Mr Hale's deputy"
        if lower in posts.AREAS or lower == "force":
            owned = posts.COMMISSIONS.match(self.reading.lower, end)
            ranked = self.homes.of(start, "police") in (posts.MET, posts.CITY)
            if (owned and not ranked) or lower in posts.AREAS:
                return self.commissioners.office(lower + owned[0], None, start) if owned and not ranked else None
        for note in self.forces:
            if note.rule == "forces.authority":
                continue  # which is a council's name
            if (note.start <= start < note.end and end <= note.end + 1) or (
                start <= note.start
                and note.end <= end
                and end - start - (note.end - note.start) < 14
                and not posts.SOCIETY.search(lower, note.end - start)
                and lower.startswith(("the ", self.reading.lower[note.start : note.end]))
            ):
                return self._as_role_has_it(note, role)
            if note.start - start in (0, 4) and note.end < end:
                theirs = lower.startswith("'s ", note.end - start) and bool(self.ranked(role))
                if posts.PART.fullmatch(self.reading.lower, note.end, end) or (
                    theirs and not posts.SOCIETY.search(lower, note.end - start)
                ):
                    return str(note.attributes["id"])
        plain = lower.partition(" ")[2] if lower.startswith(("the ", "its ", "their ", "our ")) else lower
        if plain == "county hall":
            return self.nouns.council(start, county=True)
        ours = lower.startswith("our ") and parts.is_part(plain, officer=True)
        if plain in posts.GENERIC or plain in ("met",) or ours:
            span = self.reading.spans[self.reading.span_at(start)]
            above = [str(note.attributes["id"]) for note in self.forces if span.start <= note.start < start]
            kind = next((kind for kind in ("fire", "police") if kind in self.ranked(role)), None)
            return above[-1] if above else (kind and self.homes.of(start, kind)) or self.homes.of(start, None)
        if department := self._department(lower):
            return department
        if plain in posts.INSPECTING:
            return next((str(n.attributes["name"]) for n in self.inspectorates), None)
        if branch := posts.branch_in(self.reading.text[start:end]):
            return self._by_words((start, start + branch), role)
        if lower in self.bodies or plain in self.bodies:
            return self.bodies.get(lower) or self.bodies[plain]
        if plain in self.places:
            ids = self.places[plain]
            chief = self.offices.kind if role in posts.CHIEFS else None
            return ids.get(chief or ("fire" if "fire" in self.ranked(role) else "police"))
        if "oversight" in self.ranked(plain) or plain in posts.OVERSEEN:
            return self.commissioners.office(plain, None, start)
        ranks = self.ranked(plain)
        if kind := next(
            (kind for kind in ("fire", "police") if kind in ranks and self.ranks[kind].fullmatch(plain)), None
        ):
            return self.homes.of_officer(start, kind)  # "A spokesman for the chief constable"
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
            if noun == "committee" and found and found.islower():
                return self.nouns.council(start) or found  # a council's, whose name says less
            if "county council" in (plain, found):
                found = self.nouns.county(start) or found
            if found and found.lower() not in ("federation", "authority", "union"):
                return found
            if noun == "federation":
                return "Police Federation"
            if noun == "union" and self.nouns.authority():
                return "Fire Brigades Union"
            if noun == "authority" and (over := self.nouns.authority() or self.nouns.council(start)):
                return over  # of a fire service, else a local one
        if plain.endswith((" panel", "rocu")) and (panel := self.named.fullest("named", plain, start)):
            return panel
        if is_department(role, lower):
            return None
        text = posts.OWNED.sub("", self.grounds.cut(start, end)["text"])
        return posts.DESCRIBED.sub("", text).removesuffix(" union").removesuffix(" charity") or text

    def _as_role_has_it(self, note: Annotation, role: str) -> str:
        """The force of a bare name, police or fire as the role has it."""
        ranked = self.ranked(role)
        kind = "fire" if "fire" in ranked else "police" if "police" in ranked else None
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

    def _within(self, role: tuple[int, int]) -> str | None:
        """A body inside the role."""
        span = self.inside(self.reading.text[slice(*role)])
        if span is None:
            return None
        end = role[0] + span[1]
        posted = span[0] == 0 and posts.POSTED.fullmatch(self.reading.lower, end + 1, role[1])
        if posted and not posts.NAMED.search(self.reading.text, role[0], end):
            union = self.named.nearest("union", role[0], reach=posts.FAR)
            if union:
                return union  # "Highland secretary" of the union that was named
        lower = self.reading.lower[slice(*role)]
        found = self._by_words((role[0] + span[0], role[0] + span[1]), lower)
        own = found and found not in self.names and parts.is_part(found, officer=bool(self.ranked(lower)))
        return None if own else found  # "Investigator from the Local Crime Unit"
