"""Named operations, projects, programmes, schemes, campaigns and teams, with the sentence that describes them.

Enters the names of a text and the words that make a name one of an initiative; leaves one annotation a name and place.
"Operation" as a common noun, inspection programmes and laws are kept out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, annotations_of, notes_of, reading_of
from extract.pipes.initiatives.candidate import Candidate
from extract.pipes.initiatives.firm import is_firm
from extract.pipes.initiatives.marked import marked
from extract.pipes.initiatives.names import Name
from extract.pipes.initiatives.several import several
from extract.pipes.initiatives.started import Started
from extract.pipes.initiatives.weighing import MISNOMER, Weighing
from extract.pipes.stretches import Stretches
from extract.pipes.triggers import hits_of

_READ = frozenset(("paragraph", "standfirst", "item", "row", "subheading"))
_GOES_ON = expression(r"\b(?:it(?! also\b)|its|under it)\b")
_BARE = 62
"""A sentence so short only names an initiative; the next one describes it."""
_SPEAKS = "speaks"
"""The feature of a name that is quoted: nobody's weights, it settles the matter."""
_LOOSE = frozenset(("mixed", "plain", "placed"))
"""Shapes that names of people have too."""
_PAIR = 2
"""How many words a first name and a surname are."""
_LONGER = frozenset(("designated", "mixed", "plain", "placed"))
"""Shapes of names that may begin with a known one: "Safe and Well Kingsmere"."""
_SAFE = "Safe and Well"
"""The visits of fire services, which need a capital on either word: "Safe and well, she said"."""
_INSPECTORS = "inspectors"
"""The word at the head of a text that may report an inspection without naming who inspects."""
_HEAD = 200
"""Characters of that head."""
_TRIES = 4
"""Mentions beside which it is looked for when an initiative began."""


class Initiatives(Pipe):
    """The pipe of the field `initiatives`.

    Args:
        cues: Table of `cues/initiatives.toml`.
        common: Words of the language in lower case.
        weights: Weights by which names are told.
        first_names: First names in lower case.
    """

    key = "initiatives"

    def __init__(
        self,
        cues: Mapping[str, Any],
        common: frozenset[str],
        weights: Mapping[str, Mapping[str, float]],
        first_names: Iterable[str] = (),
    ) -> None:
        self.first_names = frozenset(first_names) - common
        self.weighing = Weighing(cues, common, weights, self.first_names)
        names = self.weighing.names
        others = (*names.bodies, *names.roles, *names.units, *names.calendar, *names.behind)
        self.plain = names.generic.union(map(str.lower, others))
        self.started = Started(cues["lists"]["began"])

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Names of initiatives, in the order of the text."""
        reading = reading_of(doc)
        published = notes_of(doc).get("published")
        told = [found for found in self.told(doc).values() if found.weight > 0 and found.names]
        places = sorted(
            ((name, candidate) for candidate in told for name in (*candidate.names, *candidate.shorts)),
            key=lambda pair: pair[0].start,
        )
        for number, (name, candidate) in enumerate(places):
            began = None
            if candidate.started is None and candidate.tries < _TRIES:
                after = places[number + 1][0].start if number + 1 < len(places) else len(reading.text)
                before = places[number - 1][0].end if number else 0
                began = self.started.find(reading, name.start, name.end, before, after, published)
                candidate.started, candidate.tries = began, candidate.tries + 1
            yield Annotation(
                "initiative",
                name.start,
                name.end,
                f"initiatives.{candidate.rule}",
                {
                    "kind": self._kind(name, candidate),
                    "started": began,
                    "about": list(self._about(reading, name.start)),
                    "full": [candidate.names[0].start, candidate.names[0].end],
                    "firm": is_firm(candidate),
                },
            )

    def candidates(self, doc: Doc) -> dict[str, Candidate]:
        """Names that may be those of initiatives, with their features, by their text in lower case."""
        bodies = [(note.start, note.end) for note in annotations_of(doc, "inspectorate")]
        bodies += [
            (n.start, n.end) for n in annotations_of(doc, "forces") if n.rule in ("forces.name", "forces.misspelt")
        ]
        found = self.weighing.candidates(reading_of(doc), sorted(bodies), notes_of(doc)["hits"])
        if found:
            people = {
                n.start: n.attributes["role"] is not None
                for n in annotations_of(doc, "officials")
                if n.attributes["form"] == "name"
            }
            for candidate in found.values():
                words = candidate.names[0].words
                if candidate.shape in _LOOSE and (
                    (words[0].lower() in self.first_names and any(name.start in people for name in candidate.names))
                    or (len(words) > _PAIR and any(map(self._is_first_name, words[1:-1])))
                ):
                    candidate.features.add(_SPEAKS)  # "the partnership, Jo Hale, is watching", "Farmer Jo Hale"
                starts = [name.start for name in candidate.names]
                if any(map(people.get, starts)):
                    candidate.features.add("person")
                    speakers = (n.attributes["speaker"] for n in annotations_of(doc, "quotes"))
                    if any(speaker and speaker["start"] in starts for speaker in speakers):
                        candidate.features.add(_SPEAKS)
        return found

    def _is_first_name(self, word: str) -> bool:
        """Whether a word, or a part of it, is a first name: "Kerry-Ann"."""
        return any(part in self.first_names for part in word.lower().split("-"))

    def told(self, doc: Doc) -> dict[str, Candidate]:
        """Names with their weights, known ones too; of two that overlap the longer one alone has any mention there."""
        reading = reading_of(doc)
        text = reading.text
        publisher = str(notes_of(doc).get("publisher") or "").lower().replace("&", "and")
        found = self.candidates(doc)
        inspected = (
            bool(annotations_of(doc, "inspectorate") or annotations_of(doc, "grades"))
            or _INSPECTORS in reading.lower[:_HEAD]
        )
        self.weighing.weigh(found, reading, inspected=inspected)
        self._add_marked(found, doc)
        known: dict[str, Candidate] = {}
        for start, end, key in hits_of(doc, "scheme"):
            if (
                text[start].isupper()
                and (key != _SAFE or text.startswith("W", end - 4))
                and (key.isupper() or " " not in key or not text[start:end].isupper())  # "2. SAFE AND WELL"
                and reading.spans[reading.span_at(start)].kind in _READ
            ):
                name = Name(start, end, tuple(text[start:end].split(" ")), False)
                known.setdefault(key.lower(), Candidate("known", weight=1.0, rule="known")).names.append(name)
        self._lengthen(known, found)
        kept = Stretches(
            [(name.start, name.end) for candidate in known.values() for name in candidate.names]
            + self._add_several(known, found, reading)
        )
        # nor is "Under Lock" one, where "Under Lock and Key" is a report
        chosen = [pair for pair in found.items() if pair[1].weight > 0 or MISNOMER in pair[1].features]
        taken: list[tuple[int, int]] = []
        for key, candidate in sorted(chosen, key=lambda pair: (-len(pair[0]), pair[0])):
            if candidate.shape != "designated" and (_SPEAKS in candidate.features or (publisher and key in publisher)):
                candidate.weight = 0.0
                continue
            names, candidate.names = candidate.names, []
            for name in names:
                at = bisect_left(taken, (name.start, name.end))
                free = (at == 0 or taken[at - 1][1] <= name.start) and (at == len(taken) or name.end <= taken[at][0])
                if free and not kept.meets(name.start, name.end):
                    candidate.names.append(name)
                    taken.insert(at, (name.start, name.end))
        return {**found, **known}

    @staticmethod
    def _add_marked(found: dict[str, Candidate], doc: Doc) -> None:
        """Add names that only quotation marks show to be names."""
        reading = reading_of(doc)
        for name, noun in marked(reading.text, notes_of(doc)["hits"]["initiative"]):
            key = reading.lower[name.start : name.end]
            candidate = found.setdefault(key, Candidate("marked", noun=noun, weight=1.0, rule="marked"))
            if candidate.shape == "marked" and reading.spans[reading.span_at(name.start)].kind in _READ:
                candidate.names.append(name)

    def _add_several(
        self, known: dict[str, Candidate], found: Mapping[str, Candidate], reading: Reading
    ) -> list[tuple[int, int]]:
        """Add code names without a noun of their own, to the name with it if the text has that; return where they stand."""
        stretches = []
        for name, noun in several(reading.text, self.plain, self.weighing.names.words):
            if reading.spans[reading.span_at(name.start)].kind in _READ:
                key = reading.lower[name.start : name.end]
                full = found.get(f"{noun} {key}")
                if full is not None and full.weight > 0:
                    full.shorts.append(name)
                else:
                    candidate = known.setdefault(key, Candidate("several", noun=noun, weight=1.0, rule="several"))
                    candidate.names.append(name)
                stretches.append((name.start, name.end))
        return stretches

    @staticmethod
    def _lengthen(known: Mapping[str, Candidate], found: Mapping[str, Candidate]) -> None:
        """Leave mentions of a known name with which a longer one begins to that: "Operation Soteria Bluestone"."""
        longer = {n.start: n.end for c in found.values() if c.shape in _LONGER and c.weight > 0 for n in c.names}
        for candidate in known.values():
            candidate.names = [name for name in candidate.names if longer.get(name.start, 0) <= name.end]

    def _kind(self, name: Name, candidate: Candidate) -> str:
        """The kind that the name or the noun beside it says."""
        names = self.weighing.names
        if candidate.rule == "known":
            return "operation" if name.words[0] == "Operation" else "scheme"
        first = name.words[0].capitalize()
        if first in names.before and len(name.words) > 1:
            return names.before[first]
        if name.words[-1] in names.behind:
            return names.behind[name.words[-1]]
        kinds = self.weighing.surroundings.kinds
        return kinds.get(candidate.noun) or kinds.get(candidate.noun.removesuffix("s"), "scheme")

    @staticmethod
    def _about(reading: Reading, start: int) -> tuple[int, int]:
        """The sentence that first describes it: its own, or the next where its own only names it."""
        number = reading.sentence_at(start)
        sentence = reading.sentences[number]
        if sentence.end - sentence.start < _BARE and number + 1 < len(reading.sentences):
            ahead = reading.sentences[number + 1]
            own = reading.text[sentence.start : sentence.end]
            if (
                ahead.span == sentence.span
                and "," not in own
                and _GOES_ON.search(reading.lower, ahead.start, ahead.start + 40)
            ):
                return ahead.start, ahead.end
        return sentence.start, sentence.end
