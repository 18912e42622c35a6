"""The force that a reader would infer for somebody of whom an article does not say it.

Enters the place where somebody is named; leaves the force that its sentence, its section or the article is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from extract.assemble.context import Context
from extract.assemble.organisations.known import Bodies
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_NEAR = 500
"""Within how many characters of somebody the force stands that is theirs for want of another."""

_ADDRESS = expression(r"(?<![\w-])(?P<label>[a-z-]+)(?:\.pnn)?\.police\.uk\b")
"""A force's pages or mailboxes: "www.kent.police.uk", "jo.hale@kent.pnn.police.uk"."""
_QUARTERS = frozenset(("north", "south", "east", "west", "mid", "central"))
_SEVERAL = 2
"""Forces from which on it has to be told whose somebody is."""


class Homes:
    """Infers forces in one article.

    Args:
        reading: The text.
        forces: Annotations of the pipe `forces`, in order.
        context: Which body a place is about.
        bodies: What is known of bodies.
        subjects: Ids of forces, those inspected first.
        inspected: Ids of the forces whose inspection it reports.
    """

    def __init__(
        self,
        reading: Reading,
        forces: Sequence[Annotation],
        context: Context,
        bodies: Bodies,
        subjects: Sequence[str],
        inspected: frozenset[str],
    ) -> None:
        self.reading, self.forces, self.context, self.kinds = reading, forces, context, bodies.kinds
        self.subjects, self.inspected = subjects, inspected
        self.bodies = bodies
        self.about: dict[int, list[str]] = {}

    def of(self, at: int, kind: str | None) -> str | None:
        """The force that a reader would infer at an offset: the one its sentence or section is about."""
        for key in (*self._about(at), *self.subjects):
            if kind is None or self.kinds[key] == kind:
                return key
        named = (str(note.attributes["id"]) for note in self.forces if kind in (None, note.attributes["kind"]))
        return next(named, None) or (self.addressed if kind == "police" else None)

    def of_quarter(self, place: str) -> str | None:
        """The police force of a part of its area in lower case: "north dorset"."""
        quarter, _, area = place.partition(" ")
        known = self.bodies.places.get(area) if quarter in _QUARTERS else None
        return known.get("police") if known else None

    @cached_property
    def addressed(self) -> str | None:
        """The one police force to whose pages or mailboxes an article sends its readers, or None."""
        lower = self.reading.lower
        if ".police.uk" not in lower:
            return None
        labels = {match["label"].replace("-", "") for match in _ADDRESS.finditer(lower)}
        named = {self.bodies.addresses[label] for label in labels if label in self.bodies.addresses}
        return named.pop() if len(named) == 1 else None

    def _about(self, at: int) -> list[str]:
        """The forces that the sentence or section of an offset is about, where the article has several to choose from."""
        if len(self.subjects) < _SEVERAL:
            return []
        if at not in self.about:
            start = self.reading.sentences[self.reading.sentence_at(at)].start
            self.about[at] = [key for key in self.context.of(at, (start, start)) if key]
        return self.about[at]

    def nearest(self, at: int, kind: str, *, without: Sequence[str]) -> str | None:
        """The force named nearest to an offset, in the block or those beside it."""
        near = [
            (abs(note.start - at), str(note.attributes["id"]))
            for note in self.forces
            if note.attributes["kind"] == kind and note.attributes["id"] not in without and abs(note.start - at) < _NEAR
        ]
        return min(near)[1] if near else None

    def of_officer(self, at: int, kind: str) -> str | None:
        """The force of an officer whose own is not named: the one that the article is about, unless the section is another's."""
        found = self.of(at, kind)
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

    @cached_property
    def headlined(self) -> frozenset[str]:
        """Forces of the headline, standfirst and first paragraph."""
        lead = next((n for n, span in enumerate(self.reading.spans) if span.kind == "paragraph"), 0)
        stop = self.reading.spans[lead].end if self.reading.spans else 0
        return frozenset(note.attributes["id"] for note in self.forces if note.start < stop)
