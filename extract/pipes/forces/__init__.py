"""Police forces and fire services named in a text: full names, aliases, misspelt names, bare county names in context.

Enters the hits of the registry's names; leaves one annotation a mention. A bare name ("Kent") is `strong` where its
context makes it the force, and weak where it may be the county: a weak one names no force by itself, but tells which
force a sentence is about once the article has named it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from extract.document.forms import UPPER, alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.gazetteers import ForceRow
from extract.linear import Model
from extract.pipes.annotation import Annotation, Pipe, notes_of, reading_of
from extract.pipes.forces.given import given_letters
from extract.pipes.forces.known import Known, count_kinds, kind_of
from extract.pipes.forces.letters import Letters, letters_of
from extract.pipes.forces.places import CAPITAL, EDGE, chains_of, ends_cell, headed, is_joined, is_quarter, rated_places
from extract.pipes.forces.signs import is_body, is_told
from extract.pipes.forces.spelling import Spelling
from extract.pipes.forces.surroundings import Surroundings
from extract.pipes.literals import matches_at
from extract.pipes.stretches import Stretches
from extract.pipes.triggers import Hit, hits_of

_NAME_BEFORE = expression(rf"(?:(?<=[\s\"'(])|^)(?:[{UPPER}][\w'-]+(?: (?:and|of) (?:the )?| )){{1,6}}$")
_WITHIN = frozenset(("and", "of", "the"))
"""Words in lower case of such a name."""
_LONGEST = 60
"""Characters before "Police" or the like that a name of a force can take."""
_AFTER = r"(?P<owner>'s?+)?+ ?+"
"""What may stand between a name and the words with which it goes on."""
_JOINED = "(?P<joined>and crime|and fire|, fire and crime)"
"""Words of the office of a commissioner, behind which no further word is asked."""
_FIRE_BEHIND = expression(r"(?:'s?)? (?:[\w'-]+ ){0,2}?(?:fire|firefighters?|brigade|crews)\b")
_FIRE_BEFORE = expression(r"\b(?:fire officers?|fire chiefs?|firefighters|fire service) (?:at|of|for|in|from) $")
_OFFICE = 24
"""Characters in which that stands."""
_POLICE_BEHIND = expression(r"(?:'s?)? (?:[\w'-]+ ){0,2}?(?:police|officers|constabulary|detectives|chief constable)\b")


_AUTHORITY = expression(r" (?:(?:combined )?fire (?:and rescue )?authority|county council|council)\b")

_DESCRIBED = expression(
    r"the (?<!\wthe )(?:county|region|city|area|island|duchy)'s (?:(?P<police>police force|police service|constabulary)|fire and rescue service|fire service|fire brigade)\b"
)


_OVER = expression(r"(?:(?:, fire)? and crime (?:panel|commissioner)| federation)\b")
_THE_FORCE = expression(r"\b(?:the|our) (?:force|constabulary)\b(?! (?:used|of|with)\b)")
"""How a text speaks of a force without its name."""
_THE_FORCES = ("the force", "our force", "the constabulary", "our constabulary")
"""How that begins."""


class Bare(NamedTuple):
    """A bare name.

    Args:
        start: Where it begins.
        end: Where it ends.
        ids: The force of each kind that it can stand for.
        chosen: The one that it stands for, if for any.
        full: Whether the article names one of them in full.
        mere: Whether it is a mere county: the article is about police, and it has a fire service alone, or the reverse.
        headed: Whether it has a chief constable, a grade or the like, so that nothing is to be weighed.
        features: What speaks for and against its being the force.
        signed: Whether police work stands beside it, which an article on no inspection must have; None in one that may be.
    """

    start: int
    end: int
    ids: Mapping[str, str]
    chosen: str
    full: bool
    mere: bool
    headed: bool
    features: list[str]
    signed: bool | None = None


class Forces(Pipe):
    """The pipe of the field `forces`.

    Args:
        rows: Registry.
        cues: Table of `cues/forces.toml`.
        surroundings: Names features of bare names.
        model: Weighs them.
    """

    key = "forces"

    def __init__(
        self,
        rows: Mapping[str, ForceRow],
        cues: Mapping[str, Sequence[str]],
        surroundings: Surroundings,
        model: Model,
    ) -> None:
        self.surroundings = surroundings
        self.model = model
        self.rows = rows
        self.places = place_table(rows.values())
        self.exact = frozenset(
            alias for row in rows.values() for alias in row.aliases if alias.isupper() or "&" in alias
        )
        self.letters = Letters(rows, cues["shared"])
        self.abbreviations = frozenset(alias.lower() for alias in {*self.exact, *letters_of(rows.values())})
        self.spelling = Spelling(
            {name: row.id for row in rows.values() for name in (row.name, *row.aliases) if " " in name},
            cues.get("elsewhere", ()),
        )
        self.names = {name.lower().replace("&", "and"): row.id for row in rows.values() for name in row.names()}
        self.capital = {rows[key].kind: key for key in cues["capital"] if key in rows}
        self.titled = frozenset(cues["titled"])
        other, local = alternation((*cues["other"], *cues["titled"])), alternation(cues["local"])
        self.other = re.compile(rf"{_AFTER}(?:{_JOINED}|(?P<body>{other}\b))")
        self.local = re.compile(rf"{_AFTER}(?:{_JOINED}|(?P<body>(?:{other}|{local})\b))")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of forces, in the order of the text."""
        found = self._named(doc)
        reading = reading_of(doc)
        if hits_of(doc, "place"):
            counts = count_kinds(reading.lower)
            found += list(self._bare(doc, found, counts))
            found += self._authorities(doc, found, counts)
        if " london" in reading.lower:
            found += list(self._capital(reading, found))
        if "'s fire" in reading.lower or "'s police" in reading.lower:
            found += self._described(doc, found)
        found += self._overseen(reading, hits_of(doc, "force"), found)
        return iter(sorted(found, key=itemgetter(1)))

    def _named(self, doc: Doc) -> list[Annotation]:
        """Forces named in full, misspelt or not."""
        reading = reading_of(doc)
        hits = hits_of(doc, "force")
        doubtful = [
            hit for hit in hits if hit[1] - hit[0] < 9 and reading.text[hit[0] : hit[1]] in self.letters.doubtful
        ]
        found = [*self._full(reading, [hit for hit in hits if hit not in doubtful] if doubtful else hits)]
        if doubtful:
            found += self._lettered(reading, doubtful, {note.attributes["id"] for note in found})
        if "(" in reading.text:
            given = {start: (end, key) for start, end, key in given_letters(reading.text, found)}
            found = [note for note in found if note.start not in given]
            found += [
                self._note(start, end, key, "forces.name")
                for start, (end, key) in given.items()
                if not self._other_body(reading, end)
            ]
        taken = Stretches((note.start, note.end) for note in found)
        return [*found, *self._misspelt(reading, hits_of(doc, "body"), taken)]

    def _full(self, reading: Reading, hits: Iterable[Hit]) -> Iterator[Annotation]:
        for start, end, key in hits:
            text = reading.text[start:end]
            if not (text[0].isupper() or (text.startswith("the ") and text[4].isupper())):
                continue
            if reading.lower[start:end] in self.abbreviations and not text.isupper() and text not in self.exact:
                continue
            if not self._other_body(reading, end):
                yield self._note(start, end, key, "forces.name")

    def _lettered(self, reading: Reading, hits: Iterable[Hit], named: set[str]) -> Iterator[Annotation]:
        """Forces named by letters that several bodies have."""
        for start, end, _ in hits:
            key = self.letters.owner(reading.text[start:end], named, reading.lower)
            if key and not self._other_body(reading, end):
                yield self._note(start, end, key, "forces.name")

    def _misspelt(self, reading: Reading, hits: Iterable[Hit], taken: Stretches) -> Iterator[Annotation]:
        text = reading.text
        for begin, end, _ in hits:
            if not text[begin].isupper() or text[begin - 1] != " " or taken.meets(begin, end):
                continue
            word = text[text.rfind(" ", 0, begin - 1) + 1 : begin - 1]
            if word.islower() and word not in _WITHIN:
                continue  # as most are
            before = _NAME_BEFORE.search(text[max(0, begin - _LONGEST) : begin])
            near = self.spelling.nearest(before[0] + text[begin:end]) if before else None
            if near and not self._other_body(reading, end):
                name, nearest, score = near
                start = end - len(name)
                yield Annotation(
                    "force",
                    start,
                    end,
                    "forces.misspelt",
                    {"id": nearest, "kind": self.rows[nearest].kind, "strong": True, "score": score},
                )

    def _bare(self, doc: Doc, named: Sequence[Annotation], counts: tuple[int, int]) -> Iterator[Annotation]:
        """Bare names in context; those of the force on whose own page the article stands are its name."""
        home = self.names.get((notes_of(doc).get("publisher") or "").lower().replace("&", "and"))
        for bare in self.bare_names(doc, named, counts):
            own = home is not None and home in bare.ids.values()
            key = home if own and home else bare.chosen
            meant = self.model.score(bare.features) > 0 if bare.signed is None else bare.signed
            strong = own or (not bare.mere and (bare.headed or meant))
            data = {"id": key, "kind": self.rows[key].kind, "strong": strong, "ids": sorted(bare.ids.values())}
            yield Annotation("force", bare.start, bare.end, "forces.bare", data)

    def _capital(self, reading: Reading, found: Sequence[Annotation]) -> Iterator[Annotation]:
        """London where it stands in a list with bare names of forces, whose kind is that of its own."""
        for note in [note for note in found if note.rule == "forces.bare" and note.attributes["strong"]]:
            match = CAPITAL.match(reading.text, note.end)
            key = self.capital.get(note.attributes["kind"])
            if match and key and not any(other.start < match.end() and match.start(1) < other.end for other in found):
                yield self._note(*match.span(1), key, "forces.bare")

    def _authorities(self, doc: Doc, found: Sequence[Annotation], counts: tuple[int, int]) -> Iterator[Annotation]:
        """A fire authority or a council at the head or the foot of a page stands for the service that it runs."""
        reading = reading_of(doc)
        known = kind_of(found, counts)
        if known.kind != "fire" or not known.sure or " service" not in reading.lower:
            return
        if " authority" not in reading.lower and " council" not in reading.lower:
            return
        if any(note.attributes["kind"] == "fire" and note.attributes["strong"] for note in found):
            return
        edges = {*range(EDGE), *range(len(reading.spans) - EDGE, len(reading.spans))}
        for start, end, place in hits_of(doc, "place"):
            key = self.places[place].get("fire")
            number = reading.span_at(start)
            if (
                key is None
                or number not in edges
                or any(n.attributes["id"] == key and n.attributes["strong"] for n in found)
            ):
                continue
            match = _AUTHORITY.match(reading.lower, end)
            fire = (
                "fire" in reading.lower[reading.spans[0].start : reading.spans[min(EDGE, len(reading.spans)) - 1].end]
            )
            if match and ("fire" in match[0] or fire):
                yield Annotation(
                    "force", start, match.end(), "forces.authority", {"id": key, "kind": "fire", "strong": True}
                )

    def _described(self, doc: Doc, found: Sequence[Annotation]) -> list[Annotation]:
        """The one body of its kind that an article does not name: "the county's fire service", of a county that it names."""
        reading = reading_of(doc)
        told = list(_DESCRIBED.finditer(reading.lower))
        if not told:
            return []
        places = {reading.lower[start:end] for start, end, _ in hits_of(doc, "place")}
        places |= {place.lower() for note in found for place in self.rows[note.attributes["id"]].places}
        mentions = []
        for match in told:
            kind = "police" if match["police"] else "fire"
            keys = {self.places[place][kind] for place in places if kind in self.places.get(place, ())}
            if len(keys) == 1 and not any(note.attributes["kind"] == kind for note in found):
                mentions.append(self._note(*match.span(), keys.pop(), "forces.described"))
        return mentions

    def _overseen(self, reading: Reading, hits: Iterable[Hit], found: Sequence[Annotation]) -> list[Annotation]:
        """The force of which a text speaks without its name, by the panel or commissioner over it or the federation of its officers.

        "Kent Police and Crime Panel" is above it in an article that names no force, or that says "the force" before it
        names one.
        """
        first = min([note.start for note in found if note.attributes["strong"]], default=-1)
        said = min(matches_at(_THE_FORCE, reading.lower[:first], _THE_FORCES), default=-1) if first >= 0 else -1
        if said < 0 and (first >= 0 or " force" not in reading.lower):
            return []
        notes = []
        for start, end, key in hits:
            match = _OVER.match(reading.lower, end)
            if match and self.rows[key].kind == "police" and reading.text[start].isupper():
                if 0 <= said < start:
                    break
                notes.append(self._note(start, match.end(), key, "forces.authority"))
        return [] if said >= 0 and len({note.attributes["id"] for note in notes}) > 1 else notes

    def bare_names(
        self, doc: Doc, named: Sequence[Annotation] | None = None, counts: tuple[int, int] | None = None
    ) -> Iterator[Bare]:
        """Names of counties and cities that may stand for their force.

        Args:
            doc: The article.
            named: Forces that it names in full, where they are known already.
            counts: How often it speaks of fire and of police, likewise.
        """
        reading = reading_of(doc)
        full = self._named(doc) if named is None else named
        others = [(start, end) for start, end, _ in hits_of(doc, "force")]
        taken = Stretches([*((note.start, note.end) for note in full), *others])
        free = [
            hit
            for hit in hits_of(doc, "place")
            if (reading.text[hit[0]].isupper() or not reading.text[hit[0] : hit[1]].islower())
            and not taken.meets(hit[0], hit[1])
        ]
        if not free:
            return
        known = kind_of(full, counts or count_kinds(reading.lower))
        told = min(len(hits_of(doc, "inspectorate")), 2)
        others_named = min(len(known.ids), 2)
        article = (
            f"told{told}",
            f"kind:{known.kind}{known.sure}",
            f"others{others_named}",
            f"told{told}others{others_named}",
        )
        grades = hits_of(doc, "grade")
        rated = rated_places(reading, free, grades) if len(free) > 1 and len(grades) > 1 else ()
        states, before = dict[int, str](), dict[str, str]()
        told_of = told > 0 or is_told(reading.lower)
        starts, ends = ({note.start for note in full}, {note.end for note in full}) if not told_of else ((), ())
        for chain in chains_of(reading, free):
            if len(chain) > 1 and self._other_body(reading, chain[-1][1], bare=True) and is_joined(reading, chain):
                continue  # "Norfolk and Suffolk NHS Foundation Trust"
            kind = headed(reading.lower, chain) or ""
            signed = None if told_of else is_body(reading, chain, starts, ends)
            for place in chain:
                if not kind and reading.text[place[0]].islower():
                    continue  # "in north Wales"
                if self._other_body(reading, place[1], bare=True) or is_quarter(reading, place[0], place[1]):
                    continue
                ids = self.places[place[2]]
                in_full = any(key in known.ids for key in ids.values())
                number = reading.sentence_at(place[0])
                if number not in states:
                    states[number] = self.surroundings.state_of(reading, number, grades)
                features = self.surroundings.describe(reading, place, chain, states[number], article, named=in_full)
                beyond = ids.get(kind)
                chosen = beyond or self._choose(reading, chain, ids, known, before.get(place[2]))
                if len(chain) > 1 or beyond:
                    before[place[2]] = chosen
                mere = known.sure and known.kind not in ids and not in_full
                sure = beyond is not None or place[0] in rated
                yield Bare(place[0], place[1], ids, chosen, in_full, mere and not beyond, sure, features, signed)

    def _choose(
        self, reading: Reading, chain: Sequence[Hit], ids: Mapping[str, str], known: Known, before: str | None
    ) -> str:
        """Which of the forces of a county a bare name stands for; where nothing says, that for which it stood before."""
        if len(ids) > 1:
            end = chain[-1][1]
            if _FIRE_BEHIND.match(reading.lower, end):
                return ids["fire"]
            if _POLICE_BEHIND.match(reading.lower, end):
                return ids["police"]
            start = chain[0][0]
            if "fire" in reading.lower[max(0, start - _OFFICE) : start] and _FIRE_BEFORE.search(
                reading.lower, max(0, start - _OFFICE), start
            ):
                return ids["fire"]
            alone = {kind for _, _, place in chain for kind in self.places[place] if len(self.places[place]) == 1}
            if len(alone) == 1 and not known.sure:
                return ids[alone.pop()]  # "Northumbria and Cleveland", of which one has no fire service of its name
        named = [key for key in ids.values() if key in known.ids]
        if before and not named and not known.sure:
            return before
        if known.kind in ids and (known.sure or known.leans or len(named) != 1):
            return ids[known.kind]
        return named[0] if named else next(iter(ids.values()))

    def _other_body(self, reading: Reading, end: int, *, bare: bool = False) -> bool:
        """Whether the name goes on to that of another body: "Kent Police Federation".

        Args:
            reading: The text.
            end: Where the name ends.
            bare: Whether it is that of a county, which people, roads and the like can have as well.
        """
        match = (self.local if bare else self.other).match(reading.lower, end)
        if match is None or match["joined"]:
            return match is not None
        if ends_cell(reading, end):
            return False  # what follows stands in the next cell
        if not bare and match["body"] in self.titled and reading.text[match.start("body")].islower():
            return False  # "Kent Police on Sunday"
        return match["owner"] != "'s" or match["body"].endswith(
            ("crime commissioner", "pcc", "commissioner for police", "police commissioner")
        )

    def _note(self, start: int, end: int, key: str, rule: str) -> Annotation:
        return Annotation("force", start, end, rule, {"id": key, "kind": self.rows[key].kind, "strong": True})


def place_table(rows: Iterable[ForceRow]) -> dict[str, dict[str, str]]:
    """Bare names in lower case, and for each kind the force that they stand for."""
    table: dict[str, dict[str, str]] = {}
    for row in rows:
        for place in row.places:
            table.setdefault(place.lower().replace("&", "and"), {}).setdefault(row.kind, row.id)
    return table
