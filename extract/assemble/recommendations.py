"""Asks as rows: which body they are put to, and which mentions are one ask."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.assemble.askers import FORMS, Askers
from extract.assemble.context import Context
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_WORD = re.compile(r"[a-z][\w'-]+")
_COMMON = """
the a an its their it they of and or to for in at on by with from that this these those who which is are be
been being was were has have had must should needs need needed also not all every each any more most make
makes sure ensure force service police constabulary brigade officers staff so as how when where what there
then than into out up his her our your you we do does done can could will would still now improve better
way time times single once again before after far further quick quickly effective effectively properly
proper well always already immediately doesn't isn't don't such other others only good new one whether whom
told tell
"""
_EMPTY = frozenset(_COMMON.split())
"""Words that tell no ask from another."""

_THOSE = re.compile(r"\b(?:those|these) ([a-z][\w'-]+)")
_LEADING = re.compile(r"(?:also |now |therefore |then |\w+ly |, [^,]{2,40}, )+")
_LEAST = 0.5
"""Share of its words from which on an ask is another mention of one."""

_ANY_FORCE = re.compile(
    r"(?:all |(?:every|each) (?:force|service|constabulary|brigade|police|chief|inspected)|other |no |most |chief constables|chief fire officers|forces|services|police forces|fire and rescue services|constabularies)"
)
_BOTH = re.compile(r"\b(?:both|the two) (?:the |police |fire )?(?:forces|services|brigades|constabularies)\b|^both\b")
_ELSEWHERE = re.compile(
    r"\b(?:council|authority|prison|jail|governor|trust|board|probation|local authorit|partners?)\b"
)
_AUTHORITY = re.compile(
    r"\bpolice authority\b|\bnhs\b|^(?:the )?(?:spa|sfrs board|\w+ council|\w+ county council|youth justice agency)$"
)
_GRADED = re.compile(r"(?:outstanding|good|adequate|requires improvement|inadequate)\b.{0,40}$")
_LABEL = re.compile(r"\W*(?:areas? for improvement|recommendations?|causes? of concern|afis?)\b")
_CONSTABULARY = re.compile(r"\W*the constabulary\b")
_INSPECTED = re.compile(r"\bforce\b|\bservice\b")


@dataclass(slots=True)
class AskRow:
    """One ask before it gets its characters.

    Args:
        mentions: Offsets of each mention, in the order of the text.
        words: Words of all mentions that tell it from other asks.
        verbs: First word of the action of each mention.
        heading: Offsets of the heading that its first mention stands under, or None.
    """

    kind: str
    force: str | None
    mentions: list[tuple[int, int]]
    deadline: tuple[int, int] | None
    rule: str
    words: frozenset[str]
    headline: bool = False
    verbs: set[str] = field(default_factory=set)
    heading: tuple[int, int] | None = None


class AskRows:
    """Makes rows of one article.

    Args:
        reading: The text.
        context: Which body a place is about.
        voices: Whose words a place is.
        own: Whether the inspectorate itself published the article.
    """

    def __init__(self, reading: Reading, context: Context, voices: Voices, *, own: bool) -> None:
        self.reading = reading
        self.context = context
        self.askers = Askers(reading, voices, own=own, unknown=context.home is None)
        self.headings = self._headings()
        self.common: Mapping[str, int] = {}

    def _headings(self) -> list[tuple[int, int]]:
        """Headings that an ask can belong to: no labels of asks, and none of a list of areas with a grade each."""
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

    def assemble(
        self, notes: Sequence[Annotation], alike: Callable[[frozenset[str], frozenset[str]], float]
    ) -> list[AskRow]:
        """Rows of asks, in the order of the text.

        Args:
            notes: Annotations of the pipe `recommendations`.
            alike: Likeness of two sets of words, 0 to 1.
        """
        kept: list[Annotation] = []
        for note in sorted(notes, key=lambda n: (n.start, -n.end)):
            if (not kept or kept[-1].end <= note.start) and not self.askers.refuse(note):
                kept.append(note)
        self.common = Counter(word for note in kept for word in self._words(note))
        rows: list[AskRow] = []
        for note in kept:
            for force in self._forces(note):
                self._add(rows, note, force, alike)
        return [row for row in rows if not row.headline or len(row.words) > 1]

    def _add(
        self,
        rows: list[AskRow],
        note: Annotation,
        force: str | None,
        alike: Callable[[frozenset[str], frozenset[str]], float],
    ) -> None:
        data = note.attributes
        words, verb = self._words(note), self._verb(note)
        deadline = (data["deadline"][0], data["deadline"][1]) if data["deadline"] else None
        span = (note.start, note.end)
        others = [
            (self._alike(row, words, verb, note, alike), -number, row)
            for number, row in enumerate(rows)
            if row.force == force and span not in row.mentions and not self._same_list(row, note)
        ]
        best = max(others, key=lambda other: other[:2], default=None)
        if best and best[0] > 0:
            row = best[2]
            row.mentions.append(span)
            row.verbs.add(verb)
            row.deadline = row.deadline or deadline
            row.headline = row.headline and data["headline"]
            if row.kind == "recommendation" and data["kind"]:
                row.kind = data["kind"]
            return
        row = AskRow(data["kind"] or "recommendation", force, [span], deadline, note.rule, words, data["headline"])
        row.verbs.add(verb)
        at = bisect_left(self.headings, (note.start,))
        row.heading = self.headings[at - 1] if at and self.headings[at - 1][1] > 0 else None
        rows.append(row)

    def _words(self, note: Annotation) -> frozenset[str]:
        """Words that tell an ask from others, without their endings."""
        lower, pieces, last = self.reading.lower, [], note.start
        for force in (force for force in self.context.forces if note.start <= force.start < note.end):
            pieces.append(lower[last : force.start])
            last = max(last, force.end)
        pieces.append(lower[last : note.end])
        return frozenset(_stem(word) for word in _WORD.findall(" ".join(pieces)) if word not in _EMPTY)

    def _verb(self, note: Annotation) -> str:
        """The first word of the action: "review" in "the force should also review its files"."""
        start = max(note.start, min(note.attributes["modal"][1], note.end))
        text = self.reading.lower[start : note.end].strip()
        match = _LEADING.match(text)
        word = _WORD.match(text, match.end() if match else 0)
        return _stem(word[0]) if word else ""

    def _alike(
        self,
        row: AskRow,
        words: frozenset[str],
        verb: str,
        note: Annotation,
        alike: Callable[[frozenset[str], frozenset[str]], float],
    ) -> float:
        """How surely a mention is of an ask: 0 where it is another ask.

        Words weigh the less the more asks of the article hold them.
        """
        shared = row.words & words
        if not shared:
            return 0.0
        weight = {word: min(1.0, 2 / self.common[word]) for word in row.words | words}
        fewest = min(sum(weight[word] for word in row.words), sum(weight[word] for word in words))
        weighed = sum(weight[word] for word in shared) / fewest
        same = verb in row.verbs
        if alike(row.words, words) >= _LEAST and weighed >= _LEAST and (same or min(len(row.words), len(words)) > 3):
            return weighed
        if (same and len(shared) > 1 and weighed >= 0.35) or (len(shared) > 2 and weighed >= 0.4):
            return weighed
        pointed = {_stem(word) for word in _THOSE.findall(self.reading.lower[note.start : note.end])}
        if any(self.common[word] == 2 for word in pointed & shared):
            return 0.1
        return 0.0

    def _same_list(self, row: AskRow, note: Annotation) -> bool:
        """Whether a row's mention stands in the same sentence or list: those are asks of their own."""
        sentence = note.attributes["sentence"]
        return any(sentence[0] <= start < sentence[1] for start, _ in row.mentions) or (
            note.rule in FORMS and row.rule in FORMS and self._near(row.mentions[-1][0], note.start)
        )

    def _near(self, one: int, other: int) -> bool:
        return abs(self.reading.span_at(one) - self.reading.span_at(other)) < 12

    def _forces(self, note: Annotation) -> list[str | None]:
        """Bodies that an ask is put to; None for all forces at once or a body outside the registry."""
        data = note.attributes
        subject = (data["subject"][0], data["subject"][1])
        text = self.reading.lower[slice(*subject)]
        sentence = (data["sentence"][0], data["sentence"][1])
        if note.rule not in ("recommendations.item", "recommendations.noun"):
            if _AUTHORITY.search(text):
                return [None]
            own = self.context.named(subject[0], subject[1]) or self.context.listed(subject[0], subject[1])
            if own:
                return list(own)
            if _BOTH.search(text):
                return list(self.context.ranked[:2])
            if _ANY_FORCE.match(text.strip()) or _elsewhere(text):
                return [None]
            named = [key for key in self.context.ranked if key.endswith("-constabulary")]
            if _CONSTABULARY.match(text) and len(named) == 1 and self.context.home is None:
                return list(named)
        elif note.rule == "recommendations.noun":
            own = self.context.named(note.start, note.end)
            return list(own) if own else [None if self.context.mixed else self.context.main]
        return self.context.of(note.start if data["asked"] != "list" else sentence[0] + 1, sentence)[:2] or [None]


def _elsewhere(text: str) -> bool:
    """Whether the subject is a body outside the registry."""
    return bool(_ELSEWHERE.search(text)) and not _INSPECTED.search(text)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ions", "ion", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two asks are: shared words against the shorter of them, two shared words at least.

    Example:
        >>> likeness(frozenset({"clear", "backlog"}), frozenset({"clear", "backlog", "visit"}))
        1.0
    """
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared > 1 else 0.0
