"""Which body a place in the text is about: the sentence's own force, the section's, the one named last.

Enters the mentions of forces; leaves an answer for every offset. A round-up of many forces and a digest of several
items are told apart from an article about one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from extract.assemble.context.asides import is_aside
from extract.assemble.context.chains import end_of, last_of
from extract.assemble.context.described import heading_kind, noun_kind, opening_kind
from extract.assemble.context.together import Together
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_OUTSIDE = expression(
    r"[A-Zjp](?<!\w.)(?:(?<=H)M(?:P(?:/YOI)? [A-Z][\w'-]+|YOI [A-Z])"
    r"|(?<=[A-Z])[\w'-]+ (?:[A-Z][\w'-]+ ){0,3}(?:Council|Borough|Children's Services|[Pp]robation (?:[Dd]elivery )?[Uu]nit|Prison)\b"
    r"|(?:(?<=j)ail|(?<=p)rison)\b(?! (?:service|sentence|officers?|term)))"
)
_BESIDE = 90
"""Characters before a name in which something sets it aside."""
_LEAD = 34
"""A force that begins so near to the beginning of its sentence is what the sentence is about."""

_GRADE = r"(?:outstanding|good|adequate|requires improvement|inadequate)"
_PAIR = expression(rf"(?:[:\u2013-]|\.\.) ?['\"]?{_GRADE}\b|^['\"]?{_GRADE}['\"]? ?[:\u2013-] ?\w")
"""A line of an area or of forces and their grade, which heads nothing."""
_CLAUSE = expression(r"(?:, (?:but|and|while|whereas|yet|so)|;| \u2013 but| while) (?:the |then |so )?$")
"""Before a force with which a clause begins."""
_SHORT = 20
"""More characters than that has."""

_IT = expression(r"(?:(?:but|and|so|yet|overall|however),? )?(?:it|they|its|their)\b")
_FRONTED = expression(
    r"(?:(?:but|and|yet) )?(?:although|though|while|whilst|despite|after|having|with|as|when|since|because|even|by contrast|elsewhere|meanwhile|further|next)\b[^;:.]*, (?:the )?$"
)
"""Before a force that is the subject behind a clause: "Although it answers calls in time, Kent"."""
_OURS = expression(r"\b(?:we|our|us)\b")
_BOTH = expression(
    r"\bboth (?:the |police |fire |welsh )?(?:forces|services|brigades|constabularies)\b|\bthe two (?:forces|services|brigades)\b|\bthe (?:two|pair) (?:were|are|had|have|both|got)\b|\bboth\b(?! of (?:these|those|them)\b)(?=[^.;]{0,20}$)"
)
_WHICH = expression(r", (?:which|where) (?:is|was|had been|has been|requires|required)\b[^,;.]*")
"""From a body to a grade in a clause that tells of it, which nothing sets aside."""
_RELATIVE = expression(r", (?:[a-z]+ )?(?:which|who|whom|whose|where)\b[^,;.()]*,")


class Context:
    """Answers which body a place is about.

    Args:
        reading: The text.
        forces: Annotations of the pipe `forces`, in order.
        outside: Whether bodies outside the registry are inspected as well (prisons, councils).
        foreign: Whether the inspection that the article reports is of such bodies.
        home: The force on whose own page the article stands, or None.
        ward: The force that the article is about before it names any, or None.
        strange: Whether no inspectorate of police or fire is named.
        others: Where inspectorates of other bodies are named in an article on an inspection of ours.

    Attributes:
        ranked: Forces by how often they are named.
        main: The force that the article is about, or None.
        mixed: Whether bodies outside the registry are inspected as well.
    """

    def __init__(
        self,
        reading: Reading,
        forces: Sequence[Annotation],
        *,
        outside: bool,
        foreign: bool = False,
        home: str | None = None,
        ward: str | None = None,
        strange: bool = False,
        others: Sequence[int] = (),
    ) -> None:
        self.reading = reading
        self.blocks = {note.start: reading.spans[reading.span_at(note.start)].kind for note in forces}
        strong: dict[str, int] = {}
        for note in forces:
            if note.attributes["strong"] and self.blocks[note.start] != "caption":
                key = note.attributes["id"]
                strong[key] = strong.get(key, 0) + 1
        self.known = frozenset(strong)
        self.forces = [note for note in forces if note.attributes["id"] in strong]
        self.starts = [note.start for note in self.forces]
        self.ranked = sorted(strong, key=lambda key: -strong[key])
        self.together = Together(reading, self.inside, self.ranked)
        self.home = home
        self.ward = ward
        self.strange = strange
        self.main = home or ward or (None if foreign else self._main(strong))
        self.foreign = foreign
        self.mixed = outside
        named = [match.start() for match in _OUTSIDE.finditer(reading.text)] if outside else []
        self.outside = sorted([*named, *others])
        self.others = others
        self.heads = list(self._headings())
        self.head_starts = [start for start, _ in self.heads]
        self.kinds = {note.attributes["id"]: str(note.attributes["kind"]) for note in self.forces}
        self.several_kinds = len(set(self.kinds.values())) > 1

    def _main(self, strong: Mapping[str, int]) -> str | None:
        """The force that the article is about: in the headline, else named most, the first of equals."""
        if len(strong) < 2:
            return next(iter(strong), None)
        first: dict[str, int] = {}
        weight = dict(strong)
        told = {note.start for note in self._told}
        for note in self.forces:
            if note.attributes["strong"] and note.start not in told and weight[note.attributes["id"]] > 1:
                weight[note.attributes["id"]] -= 1
        for number, note in enumerate(self.forces):
            key, kind = note.attributes["id"], self.blocks[note.start]
            first.setdefault(key, number)
            if kind in ("headline", "standfirst"):
                weight[key] += 4 if kind == "headline" else 1
            if not note.attributes["strong"]:
                weight[key] += 1
        most = max(weight.values())
        equal = [key for key in weight if weight[key] == most]
        if len(equal) > 1:
            ids = {note.attributes["id"] for note in self._told}
            equal = [key for key in equal if key in ids] or equal
        return min(equal, key=lambda key: first[key])

    def inside(self, start: int, end: int) -> list[Annotation]:
        """Mentions of forces between two offsets."""
        return self.forces[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _headings(self) -> Iterator[tuple[int, list[str]]]:
        """Where each section begins and the forces that its heading names, or the heading that it stands under."""
        above: list[tuple[int, list[str]]] = []
        for span in [span for span in self.reading.spans if span.kind == "subheading"]:
            if _PAIR.search(self.reading.lower[span.start : span.end]):
                continue
            named = self._heading(span.start, span.end)
            while above and above[-1][0] >= span.level:
                above.pop()
            if not named and above:
                named = above[-1][1]
            above.append((span.level, named))
            yield span.start, named

    def _heading(self, start: int, end: int) -> list[str]:
        """Forces that a heading names, by name or as "Police" or "Fire and rescue"."""
        named = list(dict.fromkeys(note.attributes["id"] for note in self.inside(start, end)))
        kind = None if named else heading_kind(self.reading.lower[start:end])
        return self._of_kind(kind) if kind else named

    def _of_kind(self, kind: str) -> list[str]:
        return [
            key
            for key in self.ranked
            if any(n.attributes["id"] == key and n.attributes["kind"] == kind for n in self.forces)
        ][:1]

    def section(self, offset: int) -> int:
        """Offset at which the section of a place begins."""
        at = bisect_right(self.head_starts, offset) - 1
        return self.head_starts[at] if at >= 0 else 0

    def _section(self, offset: int) -> tuple[int, list[str]]:
        """Where the section of a place begins, and the forces that its heading names; none in one that opens the text."""
        at = bisect_right(self.head_starts, offset) - 1
        return self.heads[at] if at >= 0 and self.heads[at][0] else (0, [])

    def at(self, offset: int) -> str | None:
        """The force of the mention that begins at an offset."""
        number = bisect_left(self.starts, offset)
        found = number < len(self.starts) and self.starts[number] == offset
        return str(self.forces[number].attributes["id"]) if found else None

    def named(self, start: int, end: int) -> list[str]:
        """Forces named together nearest before `end`, from `start` on: one, or all of a list."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first >= last:
            return []
        lower = self.reading.lower
        notes = [
            note
            for note in self.forces[first:last]
            if not is_aside(lower, note.start, max(start, note.start - _BESIDE))
            or _WHICH.fullmatch(lower, note.end, end)
        ]
        if len(notes) > 1:
            notes = self._without_relative(notes, start, end)
        return last_of(self.reading, notes)

    def _without_relative(self, notes: list[Annotation], start: int, end: int) -> list[Annotation]:
        """Forces without those of a relative clause that is over: "Surrey, with whom Sussex shares a team, was"."""
        for match in _RELATIVE.finditer(self.reading.lower, start, end):
            if notes[0].start < match.start():
                notes = [note for note in notes if not match.start() <= note.start < match.end()]
        return notes

    def listed(self, start: int, end: int) -> list[str]:
        """Forces named first behind a place, all of a list."""
        inside = self.inside(start, end)
        if not inside:
            return []
        stop = self._chain_end(inside[0], end)
        return list(dict.fromkeys(note.attributes["id"] for note in inside if note.start < stop))

    def first(self, start: int, end: int) -> int:
        """Where the first force between two offsets begins; the end where there is none."""
        inside = self.inside(start, end)
        return inside[0].start if inside else end

    def of(self, offset: int, sentence: tuple[int, int]) -> list[str | None]:
        """Bodies that a place is about.

        Args:
            offset: The place.
            sentence: Start and end of its sentence.

        Returns:
            Ids, several where the sentence names several together; None in it for a body outside the registry;
            empty where the article names no body.
        """
        lower, several = self.reading.lower, len(self.known) > 1
        pair = self.together.pair(offset, sentence) or self.together.others(offset, sentence) if several else []
        own = pair or self.named(sentence[0], offset)
        if own:
            return [*own]
        told = several and (
            lower.find("both", sentence[0], offset) >= 0 or lower.find("the two", sentence[0], offset) >= 0
        )
        both = _BOTH.search(lower, sentence[0], offset) if told else None
        if both:
            near = self._near(self.section(offset), sentence[0])
            pair = near if len(near) == 2 or both[0] == "both" else self.ranked[:2]
            if len(pair) == 2:
                return list(pair)
        if several and (every := self.together.every(sentence, offset)):
            return list(every)
        if self.outside and (
            self._is_outside(offset, sentence[0]) or any(sentence[0] <= at < sentence[1] for at in self.others)
        ):
            return [None]
        if self.home and _OURS.search(lower, sentence[0], offset):
            return [self.home]
        section, head = self._section(offset)
        if len(head) == 1:
            kind = opening_kind(lower, *sentence) if self.several_kinds else None
            if kind and kind != self.kinds.get(head[0]):
                head = [key for key in self._near(section, sentence[0]) if self.kinds[key] == kind] or head
            return list(self._meant(sentence[0]) or head) if several else [head[0]]
        if self.home:
            return [self.home]
        if self.several_kinds:
            kind = noun_kind(lower, sentence[0], offset)
            if kind:
                near = [key for key in self._near(section, sentence[0]) if self.kinds[key] == kind]
                return list(near or self._of_kind(kind))
        if several:
            before = self._near(section, sentence[0])
            if before:
                return list(before)
        return [self.main] if self.main else [None] if self.foreign else []

    def of_form(self, offset: int) -> list[str | None]:
        """Bodies that a line, a list or a table is about: its section's, that of the lines above it, the article's.

        Args:
            offset: Where it begins.
        """
        _, head = self._section(offset)
        if len(head) == 1:
            return [head[0]]
        if self.outside and self._is_outside(offset, offset):
            return [None]
        if self.home:
            return [self.home]
        if self.main and self._prevails:
            return [self.main]
        number = self._introductions[self.reading.span_at(offset)]
        if number >= 0:
            above = self.reading.spans[number]
            lead = [
                note
                for note in self.inside(above.start, above.end)
                if not is_aside(self.reading.lower, note.start, max(above.start, note.start - _BESIDE))
            ]
            named = {note.attributes["id"] for note in lead}
            if len(named) == 1 or self.main in named:
                return [self.main if self.main in named else lead[0].attributes["id"]]
        return self.of(offset, (offset, offset))

    @cached_property
    def _introductions(self) -> list[int]:
        """Of each block the nearest before it of another kind, or -1."""
        found: list[int] = []
        kind, above = "", -1
        for number, span in enumerate(self.reading.spans):
            if span.kind != kind:
                kind, above = span.kind, number - 1
            found.append(above)
        return found

    @cached_property
    def _prevails(self) -> bool:
        """Whether the article is about one force: it is named more often than all others together."""
        own = [note for note in self._told if note.attributes["id"] == self.main]
        return 2 * len(own) > len(self._told)

    @cached_property
    def _told(self) -> list[Annotation]:
        """Mentions that nothing sets aside."""
        lower = self.reading.lower
        return [note for note in self.forces if not is_aside(lower, note.start, max(0, note.start - _BESIDE))]

    def _near(self, section: int, end: int) -> list[str]:
        """Forces named last before a sentence, sentence by sentence backwards through its section."""
        lower, sentences, starts = self.reading.lower, self.reading.sentences, self.starts
        at = self.reading.sentence_at(end)
        last = bisect_left(starts, end + _LEAD)
        for number in range(at - 1, max(-1, at - 14), -1):
            start, stop, span = sentences[number]
            if start < section:
                break
            early = start + _LEAD
            while last and starts[last - 1] >= stop and starts[last - 1] >= early:
                last -= 1
            if not last or starts[last - 1] < start:
                if self.several_kinds and (described := self._described(sentences[number])):
                    return described
                continue
            if self.reading.spans[span].kind == "caption":
                continue
            inside = self.forces[bisect_left(starts, start) : last]
            leading = [
                note
                for note in inside
                if note.start < early
                and not lower.endswith("neighbouring ", start, note.start)
                and not is_aside(lower, note.start, start)
            ]
            leading += [
                note
                for note in inside
                if note.start >= early
                and (
                    _CLAUSE.search(lower, max(start, note.start - _SHORT), note.start)
                    or (note is inside[0] and _FRONTED.fullmatch(lower, start, note.start))
                )
            ][-1:]
            if leading:
                return self.named(start, self._chain_end(leading[-1], stop)) or [leading[-1].attributes["id"]]
            if self.main and {note.attributes["id"] for note in inside} == {self.main}:
                return [self.main]
        return []

    def _meant(self, start: int) -> list[str]:
        """The force that "it" means at the beginning of a sentence: the one that the sentence before it begins with."""
        number = self.reading.sentence_at(start)
        above = self.reading.sentences[number - 1] if number else None
        if (
            above is None
            or above.span != self.reading.sentences[number].span
            or not _IT.match(self.reading.lower, start)
        ):
            return []
        inside = self.inside(above.start, min(above.end, above.start + _LEAD))
        own = [note for note in inside if not is_aside(self.reading.lower, note.start, above.start)]
        return self.named(above.start, self._chain_end(own[0], above.end)) if own else []

    def _described(self, sentence: Sentence) -> list[str]:
        """The body that a sentence opens with by its kind: of those named before the last one."""
        kind = opening_kind(self.reading.lower, sentence.start, sentence.end)
        before = [note for note in self._told if note.start < sentence.start and note.attributes["kind"] == kind]
        return [before[-1].attributes["id"]] if before else []

    def _chain_end(self, note: Annotation, end: int) -> int:
        """Where a list of forces ends that begins with a mention."""
        return end_of(self.reading, [note, *self.inside(note.end, end)])

    def _is_outside(self, offset: int, start: int) -> bool:
        """Whether the body named last before a place is a prison, a council or the like."""
        at = bisect_right(self.outside, offset) - 1
        if at < 0 or self.outside[at] < self.section(offset):
            return False
        last = bisect_right(self.starts, offset) - 1
        while last >= 0 and is_aside(self.reading.lower, self.starts[last], max(0, self.starts[last] - 70)):
            last -= 1
        return last < 0 or self.starts[last] < self.outside[at]
