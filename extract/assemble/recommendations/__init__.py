"""Asks as rows: which body they are put to, and which mentions are one ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract.assemble.context import Context
from extract.assemble.recommendations.askers import Askers
from extract.assemble.recommendations.grouping import Asked, group
from extract.assemble.recommendations.mentions import Mention, mentions_of
from extract.assemble.recommendations.senses import Senses
from extract.assemble.voices import Voices
from extract.document.dates import COUNT, read_number
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_LEAD = 50
"""Characters of a sentence within which stands what it is about."""

_SPELT = 40
"""Characters before the letters of a body in which it is spelt out."""

_ANY_FORCE = expression(
    r"(?:(?:all|every|each|no|any|most|other) (?:(?!us(?:e|es|ed|ing) |of )\w+ ){0,2}(?:forces?|services?|constabular(?:y|ies)|brigades?|chiefs?|chief constables?|chief fire officers?)(?: (?:in|across) .*)?$|other (?:forces|services)|chief constables|chief fire officers|chiefs\b|forces$|services$|(?:forces|services|brigades) (?:whose|that|which|with|without|where)\b|police forces|police leaders$|police chiefs$|fire chiefs$|(?:fire|police) (?:services|brigades)\b|fire and rescue services|constabularies)"
)
_SEVERAL = expression(
    rf"(?:(?:both|neither|each|every one)(?: of (?:them|(?:the|these|those)(?: (?P<of>{COUNT}|pair))?))?|the pair|(?:all|the|those|these|all of the) (?P<n>{COUNT}))(?: (?:\w+ )?(?:forces|services|brigades|constabularies|of them|force|service|brigade)|(?: of)?(?: the)?(?: two)? chief (?:constables|fire officers|officers))?$"
)
"""Subjects that stand for forces named before: "both forces", "all three", "each of them"."""

_SO_MANY = expression(rf"(?P<n>{COUNT}) (?:\w+ ){{0,2}}(?:forces|services|brigades|constabularies)$")
"""So many forces, which the text may name: "Two forces have been told to \u2026"."""

_OF_TWO = expression(r"the (?:(?P<former>former|first-named)|latter|last-named)$")
_ELSEWHERE = expression(
    r"\b(?:council|authority|social workers?|prison|jail|governor|trust|board|probation|local authorit|partners?)\b|\bdirector of (?:children|adult)"
)
_AUTHORITY = expression(
    r"\bpolice authority\b|\bnhs\b|^(?:the )?(?:public |crown )*(?:courts and tribunals|prosecution) service\b|^prosecutors$|^(?:the )?(?:spa|sfrs board|\w+ council|\w+ county council|youth justice agency)$"
)
_AUTHORITIES = ("authority", "nhs", "spa", "board", "council", "agency", "tribunals", "prosecut")
"""Words of which every such body has one."""

_UNIT = expression(
    r"(?:the )?(?:(?:[\w-]+ ){0,4}(?:rocu|regional (?:organised crime )?unit|organised crime unit)|unit)$"
)
"""A unit that several forces share, and its short name where the text tells it."""

_NHS = expression(r"\bnhs |\bpolice authority\b")
_GRADED = expression(r"(?:outstanding|good|adequate|requires improvement|inadequate)\b.{0,40}$")
_LABEL = expression(r"\W*(?:areas? for improvement|recommendations?|causes? of concern|afis?)\b")
_POLICE = expression(r"\b(?:force|police|constabulary|officers?|constables?|sergeants?|detectives?|custody|fire)\b")
_AT_LARGE = expression(
    r"\b(?:chief constables|chief fire officers|(?<!both )(?<!two )(?:police )?forces|fire (?:and rescue )?services)\b"
)
_ACRONYM = expression(r"(?:[Tt]he )?([A-Z]{2,6})(?:'s [\w ]+)?$")
_OWN_PARTS = expression(
    r"\b(?:force|standards|control|custody|department|command|crime|response|safeguarding|public protection|protecting)\b(?! (?:prosecution|court))"
)
_PLAIN = frozenset(("", "it", "they", "the force", "the service", "the brigade", "force", "service"))
"""Subjects that mean the body of the context."""

_ONE = frozenset(("it", "the force", "the service", "the brigade"))
"""Those that mean one body."""

_CONSTABULARY = expression(r"\W*the constabulary\b")
_INSPECTED = expression(r"\b(?:force|service|police|constabulary|brigade)\b(?! authority)")


@dataclass(slots=True)
class AskRow:
    """One ask before it gets its characters.

    Args:
        mentions: Offsets of each mention, in the order of the text.
        deadline: Offsets of the day by which it is to be done, or None.
        heading: Offsets of the heading that its first mention stands under, or None.
        said: The mentions themselves.
    """

    kind: str
    force: str | None
    mentions: list[tuple[int, int]]
    deadline: tuple[int, int] | None
    rule: str
    heading: tuple[int, int] | None = None
    said: list[Mention] = field(default_factory=list)


class AskRows:
    """Makes rows of one article.

    Args:
        reading: The text.
        context: Which body a place is about.
        voices: Whose words a place is.
        senses: What words mean.
        own: Whether the inspectorate itself published the article.
        outside: Whether what is inspected is no police force and no fire service.
        graded: Forces that the inspection graded.
    """

    def __init__(
        self,
        reading: Reading,
        context: Context,
        voices: Voices,
        senses: Senses,
        *,
        own: bool,
        outside: bool = False,
        graded: frozenset[str | None] = frozenset(),
    ) -> None:
        self.reading = reading
        self.senses = senses
        self.context = context
        self.askers = Askers(reading, voices, own=own, unknown=context.home is None)
        self.outside = outside
        self.graded = graded - {None}
        self.before: tuple[int, list[str | None]] | None = None

    @cached_property
    def headings(self) -> list[tuple[int, int]]:
        """Headings that an ask can belong to: no labels of asks, and none of a list of areas with a grade each."""
        if not any(span.kind == "subheading" for span in self.reading.spans):
            return []
        found: list[tuple[int, int]] = []
        lower, last = self.reading.lower, -9
        spans = [span for span in self.reading.spans if not _LABEL.match(lower, span.start, span.end)]
        for number, span in enumerate(spans[:-1]):
            if span.kind == "subheading" and not _GRADED.match(lower, span.start, span.end):
                ahead = spans[number + 2].kind if number + 2 < len(spans) else ""
                graded = _GRADED.match(lower, spans[number + 1].start, spans[number + 1].end)
                listed = graded and (number - last == 2 or ahead == "subheading")
                found.append((span.start, -1 if listed else span.end))
                last = number
        return found

    def assemble(self, notes: Sequence[Annotation]) -> list[AskRow]:
        """Rows of asks, in the order of the text.

        Args:
            notes: Annotations of the pipe `recommendations`.
        """
        kept: list[Annotation] = []
        self.askers.hear(notes)
        for note in sorted(notes, key=lambda n: (n.start, -n.end)):
            if (not kept or kept[-1].end <= note.start) and not self.askers.refuse(note):
                kept.append(note)
        asked: list[Asked] = []
        for mention in mentions_of(self.reading, self.askers.voices, kept, self.context.forces, self.senses):
            forces = self._forces(mention.note)
            self.before = (mention.note.start, forces)
            asked += [(mention, force) for force in forces]
        rows = [self._row([asked[number] for number in numbers]) for numbers in group(asked)]
        return [row for row in rows if len(row.said) > 1 or not row.said[0].headline or len(row.said[0].words) > 1]

    def _row(self, asked: Sequence[Asked]) -> AskRow:
        """The row of the mentions of one ask."""
        notes = [mention.note for mention, _ in asked]
        first = notes[0]
        kinds = [note.attributes["kind"] for note in notes if note.attributes["kind"]]
        kind = next((kind for kind in kinds if kind != "recommendation"), "recommendation")
        deadline = next((note.attributes["deadline"] for note in notes if note.attributes["deadline"]), None)
        at = bisect_left(self.headings, (first.start,))
        heading = self.headings[at - 1] if at and self.headings[at - 1][1] > 0 else None
        return AskRow(
            kind,
            asked[0][1],
            [(note.start, note.end) for note in notes],
            (deadline[0], deadline[1]) if deadline else None,
            first.rule,
            heading,
            [mention for mention, _ in asked],
        )

    def _forces(self, note: Annotation) -> list[str | None]:
        """Bodies that an ask is put to; None for all forces at once or a body outside the registry."""
        data = note.attributes
        first, last = data["subject"]
        sentence = (data["sentence"][0], data["sentence"][1])
        if note.rule == "recommendations.noun":
            own = self.context.named(note.start, note.end) or self._led(note.start)
            large = not own and _AT_LARGE.search(self.reading.lower, note.start, note.end)  # "in all fire services"
            return list(own) if own else [None if self.outside or self.context.mixed or large else self.context.main]
        text = self.reading.lower[first:last].strip()
        if not text and note.rule == "recommendations.cell":
            first = data["block"][0]  # "Kent | must train its staff"
        own = self.context.named(first, last)
        if data["headline"] and not own and _SO_MANY.match(text):
            return [None]  # before the text has named any
        own = own or self.context.listed(first, last)
        own = own or (self._led(note.start) if text in _ONE else ())
        if text not in _PLAIN:
            found = self._other_than_named(text, first, last, own)
            if found:
                return found
        if own:
            return list(own)
        if data["asked"] == "you" and self.askers.narrator.letter and self.context.main and not self.context.mixed:
            return [self.context.main]
        if (self.outside and not _POLICE.search(text)) or (text == "they" and self._means_all(first)):
            return [None]
        place = first if text else note.start
        if not self.context.mixed and not self.context.named(sentence[0], place):
            near = self._paragraph(place, sentence[0]) or (text in ("it", "they") and self._last(place))
            if near:
                return list(near)
        found = self.context.of(place, sentence)[:2] or [None]
        main = self.context.main
        if len(found) > 1 and text in _ONE and main not in (None, *found):
            return [main]  # two others were named in passing
        if note.rule == "recommendations.wants" and main in self.graded and self.graded.isdisjoint(found):
            return [main]  # "Two neighbours, X and Y, … Inspectors want to see"
        return found

    def _led(self, place: int) -> Sequence[str]:
        """The force to which the lead-in of a list gives its items: "Three of them belong to Kent:"."""
        span = self.reading.spans[self.reading.span_at(place)]
        if span.kind != "item" or span.lead < 0:
            return ()
        lead = self.reading.spans[span.lead]
        named = self.context.named(lead.start, lead.end)
        return named if len(named) == 1 else ()

    def _other_than_named(self, text: str, first: int, last: int, own: Sequence[str]) -> list[str | None]:
        """Bodies that a subject means by more than their names: "both forces", "the latter", "the county council"."""
        if any(map(text.__contains__, _AUTHORITIES)) and _AUTHORITY.search(text):
            outside = _NHS.search(self.reading.lower, first, last)
            return [key for key in own if outside and self._apart(key, outside.end(), first, last)] or [None]
        if own:
            return []
        several = _SEVERAL.match(text)
        if several:
            return self._several(first, read_number(several["n"] or several["of"] or "two") or 2)
        some = _SO_MANY.match(text)
        if some:
            count = read_number(some["n"]) or 0
            known = count > 1 and count in (len(self.graded), len(self.context.ranked))
            return self._several(first, count) if known else [None]
        order = _OF_TWO.match(text)
        if order:
            return [self._several(first, 2)[0 if order["former"] else -1]]
        if _UNIT.match(text) and "organised crime unit" in self.reading.lower:
            return [None]
        if _ANY_FORCE.match(text) or _elsewhere(text) or self._is_acronym(first, last):
            return [None]
        named = [key for key in self.context.ranked if key.endswith("-constabulary")]
        return list(named) if _CONSTABULARY.match(text) and len(named) == 1 and self.context.home is None else []

    def _is_acronym(self, first: int, last: int) -> bool:
        """Whether a subject is a body known by its letters, which the text spells out and which is no part of a force."""
        match = _ACRONYM.match(self.reading.text[first:last].strip())
        at = self.reading.text.find(f"({match[1]}") if match else -1
        parted = (self.reading.text.rfind(mark, 0, at) for mark in (",", ")", " and "))
        low = max(0, at - _SPELT, *parted)
        return at > 0 and not (_OWN_PARTS.search(self.reading.lower, low, at) or self.context.named(low, at))

    def _means_all(self, place: int) -> bool:
        """Whether "they" stands for chiefs or forces at large, named before it in the sentence or the one before."""
        if self.before and self.before[1] == [None]:
            return True
        number = self.reading.sentence_at(place)
        low = self.reading.sentences[max(0, number - 1)].start
        found = _AT_LARGE.search(self.reading.lower, low, place)
        return found is not None and not self.context.named(low, place)

    def _apart(self, key: str, outside: int, first: int, last: int) -> bool:
        """Whether a force is named in a subject apart from a body outside: "NHS Tayside and Police Scotland"."""
        return any(
            force.attributes["id"] == key and first <= force.start < last and not 0 <= force.start - outside < 2
            for force in self.context.forces
        )

    def _paragraph(self, place: int, low: int) -> list[str]:
        """The force that the sentences before one name last in its paragraph."""
        number = self.reading.sentence_at(low) - 1
        span = self.reading.span_at(place)
        while number >= 0 and self.reading.sentences[number].span == span:
            sentence = self.reading.sentences[number]
            own = self.context.named(sentence.start, min(sentence.end, sentence.start + _LEAD))
            if own:
                return own
            number -= 1
        return []

    def _last(self, place: int) -> list[str | None] | None:
        """The bodies of the ask before a place in its paragraph."""
        if self.before and self.reading.span_at(self.before[0]) == self.reading.span_at(place):
            return self.before[1]
        return None

    def _several(self, before: int, count: int) -> list[str | None]:
        """The forces that were graded, or those named last before a place, in the order of the text: so many."""
        named = dict.fromkeys(force.attributes["id"] for force in self.context.forces)
        if len(self.graded) == count and self.graded.issubset(named):
            return [key for key in named if key in self.graded]
        found: list[str] = []
        for force in reversed([force for force in self.context.forces if force.start < before]):
            key = force.attributes["id"]
            if key in found:
                continue
            found.append(key)
            if len(found) == count:
                break
        if len(found) < count:
            found = self.context.ranked[:count][::-1]
        return list(found[::-1])


def _elsewhere(text: str) -> bool:
    """Whether the subject is a body outside the registry."""
    return bool(_ELSEWHERE.search(text)) and not _INSPECTED.search(text)
