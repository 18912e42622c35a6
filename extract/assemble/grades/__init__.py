"""Grades as rows: the force of each, areas that the article leaves to the context, and each row once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.assemble.context import Context
from extract.assemble.grades.clashes import (
    FORMS,
    are_apart,
    give_way,
    graded_apart,
    left_over,
    pooled,
    settle,
    without_echoes,
)
from extract.assemble.grades.hearsay import is_of_others, is_of_stranger, is_refused
from extract.assemble.grades.stems import POOR, are_alike, stem
from extract.assemble.grades.whole import is_dealt, is_whole
from extract.assemble.voices import Voices
from extract.document.forms import FUNCTION_WORDS
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.grades.areas import Piece
from extract.pipes.grades.verdict import EVERY, HELD, OUTSIDE

_WORD = expression(r"[\w'-]+")
_EMPTY = FUNCTION_WORDS | {"force", "service", "s", "well", "we"}
_VAGUE = frozenset(("work", "way", "performance", "approach", "which"))
"""Words that name no area by themselves."""

_WEAK = frozenset(("grades.before-area", "grades.after-area"))
_FRONTED = expression(
    r"(?:while|whilst|although|though|despite being|once|having been|previously|already|even though)? ?(?:also |once |previously |being )?(?:rated|graded|judged|marked|deemed|assessed|ranked)\b"
)
"""With which a sentence opens whose body stands behind its first grade: "While rated good overall, Kent was told"."""
_UNIT = expression(r"\b(?:crime|terrorism|terror|operations|regional) unit\b(?!'s)|\brocu\b(?!'s)")
"""A unit of several forces, which is graded by itself and is in no registry."""
_AT = expression(r"['\"]?(?: to (?:an? )?['\"]?[a-z]+(?: improvement)?['\"]?)? (?:at|in|for) (?:the )?")
"""Between a grade and the force that it is for: "good at Kent Police but inadequate at Essex Police"."""
_LABEL = 60
"""The name of a force and a colon, with which a line can begin, in characters."""
_FEW = 4
_CONTEXT_REACH = 900


@dataclass(slots=True)
class GradeRow:
    """A row before it gets its characters.

    Args:
        area: Offsets in the reading, or None for the whole.
        evidence: Offsets of the sentence, item or row.
        weak: Whether a mere predicate gives it ("is good at"), which a list further down may say again in full.
        echo: Whether it is only said to be what the grade of now is.
    """

    force: str | None
    area: tuple[int, int] | None
    grade: str
    previous: bool
    evidence: list[tuple[int, int]]
    rule: str
    weak: bool = False
    start: int = 0
    lean: float | None = None
    echo: bool = False


class GradeRows:
    """Makes rows of one article.

    Args:
        reading: The text.
        context: Which body a place is about.
        voices: Whose words a place is.
        given: Whether a wording holds a verb of grading.
        topics: Topics of every programme, in lower case.
        mentions: The one topic of the opening, or those named where no grades stand, in order.
        topic: The one area that the article's inspection is of ("a report on efficiency"), or None.
    """

    def __init__(
        self,
        reading: Reading,
        context: Context,
        voices: Voices,
        given: Callable[[str], bool],
        topics: frozenset[str],
        topic: Piece | None = None,
        mentions: Sequence[Piece] = (),
    ) -> None:
        self.reading = reading
        self.context = context
        self.voices = voices
        self.given = given
        self.topics = topics
        self.topic = topic
        self.mentions = mentions
        self.keys: dict[tuple[int, int], frozenset[str]] = {}

    def assemble(self, notes: Sequence[Annotation]) -> list[GradeRow]:
        """Rows of grades, in the order of the text.

        Args:
            notes: Annotations of the pipe `grades`.
        """
        rows: list[GradeRow] = []
        recent: list[tuple[int, int]] = []
        last_forces: list[str | None] = []
        held: list[tuple[Annotation, int]] = []
        waiting: list[tuple[Annotation, list[str | None]]] = []
        last_at = -_CONTEXT_REACH
        last_span, whole = -1, False
        for note in notes:
            data = note.attributes
            sentence = (data["evidence"][0], data["evidence"][1])
            if data["grade"] == HELD:
                held.append((note, len(rows)))
                continue
            form = note.rule in FORMS
            if not form and is_refused(self.reading, self.voices, note, sentence[0]):
                continue
            areas: list[tuple[int, int] | None] = [(area[0], area[1]) for area in data["areas"]]
            forces = [] if form else self._behind(note, sentence)
            forces = forces or (list(last_forces) if data["same"] and last_forces else self._forces(note, sentence))
            if not forces:
                continue
            if data["turn"] and len(forces) == data["turn"][1]:
                forces = [forces[data["turn"][0]]]
            if data["back"] < 0:
                own: list[str | None] = [*self.context.named(sentence[0], note.start)] or forces
                areas = left_over(rows, own, note, self._key)
                if areas:
                    forces = own
                elif self.context.together.others(note.start, sentence):
                    areas = [*recent[-1:]]
                if not areas:
                    continue
            elif data["back"]:
                areas = list(dict.fromkeys(recent[::-1]))[: data["back"]][::-1]  # type: ignore[assignment]
                areas = areas if len(areas) == data["back"] else []
                if data["back"] == EVERY:
                    areas = self._every([row for row in rows if row.force in forces])
                    areas = areas or pooled(data["pool"], rows, forces) or ([self.topic] if self.topic else [])
                if not areas and not data["overall"]:
                    waiting.append((note, forces))
                    continue
            if not areas and data["overall"]:
                areas = [None]
            if not areas and form:
                areas = [self.topic]
            if not areas:
                alike = not self.topic or last_span == data["span"] or not set(forces).isdisjoint(last_forces)
                if whole and last_span == data["span"]:
                    areas = [None]
                elif (
                    recent
                    and alike
                    and note.start - last_at <= _CONTEXT_REACH
                    and not self._clashes(note, forces, rows, recent[-1])
                ):
                    areas = [recent[-1]]
                else:
                    areas = self._unnamed(note, sentence[0])
                    if not areas:
                        continue
            weak = note.rule in _WEAK and not self._emphatic(note)
            for force in forces:
                for area in areas:
                    if data["grade"] == "poor" and not form and not self._scaled(area):
                        continue
                    row = GradeRow(
                        force, area, data["grade"], data["previous"], [sentence], note.rule, weak, note.start
                    )
                    row.lean = data["lean"]
                    if row.previous:
                        give_way(rows, row, self._key)
                    rows.append(row)
                    if data["kept"] and not self._is_turned(rows, row):
                        rows.append(replace(row, previous=True, weak=False, lean=None, evidence=[sentence], echo=True))
            recent += [area for area in areas if area is not None]
            whole = None in areas
            last_forces, last_at, last_span = forces, note.start, data["span"]
        for note, forces in waiting:
            rows += self._announced(note, forces, rows)
        for note, at in held:
            rows += self._held(note, rows, at)
        return without_echoes(rows, self._is_topic)

    def _announced(
        self, note: Annotation, forces: Sequence[str | None], rows: Sequence[GradeRow]
    ) -> Iterator[GradeRow]:
        """A grade for "all three" of areas that only the sentences behind it name."""
        data = note.attributes
        seen: dict[frozenset[str], Piece] = {}
        for row in rows:
            if row.area and row.start > note.start and row.force in forces:
                if row.grade != data["grade"] and row.previous == data["previous"]:
                    return
                seen.setdefault(self._key(row.area), row.area)
        if len(seen) == data["back"]:
            low, high = data["evidence"]
            for force in forces:
                for area in seen.values():
                    given = data["grade"], data["previous"], [(low, high)], note.rule, False, note.start, data["lean"]
                    yield GradeRow(force, area, *given)

    def _unnamed(self, note: Annotation, at: int) -> list[tuple[int, int] | None]:
        """The area of a grade that names none: the article's, the whole body, or the topic named last before its sentence."""
        number = bisect_left(self.mentions, (at,)) - 1
        topic = self.topic or (self.mentions[number] if number >= 0 else None)
        if topic and (self.topic or note.attributes["previous"]):
            return [topic]
        if is_whole(self.reading, self.context, note):
            return [None]
        if not topic and (note.rule == "grades.inverted" or is_dealt(self.reading, self.context, note)):
            return [None]
        return [topic] if topic else []

    def _clashes(
        self, note: Annotation, forces: Sequence[str | None], rows: Sequence[GradeRow], area: tuple[int, int]
    ) -> bool:
        """Whether a body is graded as such that has another grade for the area named last: "It has been rated outstanding again"."""
        data = note.attributes
        known = (row.area == area and row.force in forces and row.previous == data["previous"] for row in rows)
        others = [row for row, same in zip(rows, known, strict=True) if same and row.grade != data["grade"]]
        return bool(others) and is_whole(self.reading, self.context, note)

    def _is_turned(self, rows: Sequence[GradeRow], row: GradeRow) -> bool:
        """Whether a sentence gives another grade of then for what it says stayed: "inadequate then, still requires improvement"."""
        then = [
            other.area
            for other in rows
            if other.previous and (other.force, other.evidence) == (row.force, row.evidence)
        ]
        return row.area is not None and any(area and self._key(area) == self._key(row.area) for area in then)

    def _held(self, note: Annotation, rows: Sequence[GradeRow], at: int) -> list[GradeRow]:
        """Grades of the inspection before, of which a sentence says that they are as now.

        Args:
            note: The sentence.
            rows: All rows.
            at: How many of them stand before it.
        """
        low, high = note.attributes["evidence"]
        areas = [self._key((area[0], area[1])) for area in note.attributes["areas"]]
        if areas or note.attributes["back"]:
            forces = self.context.named(low, high) or self.context.of(note.start, (low, high))
            meant = [row for row in rows if row.force in forces and row.rule != note.rule]
        else:
            meant = [row for row in rows[:at] if row.evidence == rows[at - 1].evidence]
        if areas:
            meant = [row for row in meant if row.area and any(are_alike(self._key(row.area), key) for key in areas)]
        then = bool(areas) and all(row.previous for row in meant)  # and so it is now
        return [
            GradeRow(row.force, row.area, row.grade, not then, [(low, high)], note.rule, False, note.start)
            for row in meant
            if row.previous == then
        ]

    def once(self, rows: Sequence[GradeRow], topic: Callable[[str], str | None]) -> list[GradeRow]:
        """Each force, area and grade once: areas alike in wording, or of one topic of the programme.

        Args:
            rows: What `assemble` gave.
            topic: The topic that a wording means, or None.
        """
        kept: list[GradeRow] = []
        apart = graded_apart(rows, self._key)
        alike: dict[tuple[str | None, str, bool], list[GradeRow]] = {}
        evidence: dict[int, dict[tuple[int, int], None]] = {}
        for row in rows:
            others = alike.setdefault((row.force, row.grade, row.previous), [])
            for twin in others:
                if self._same(row, twin, topic, apart):
                    break
            else:
                kept.append(row)
                others.append(row)
                evidence[id(row)] = dict.fromkeys(row.evidence)
                continue
            evidence[id(twin)].update(dict.fromkeys(row.evidence))
            formal = row.rule in FORMS
            longer = (
                row.area
                and twin.area
                and row.area[1] - row.area[0] > twin.area[1] - twin.area[0]
                and row.weak <= twin.weak
            )
            if twin.rule not in FORMS and (formal or longer or (twin.weak and not row.weak)):
                twin.area, twin.rule, twin.weak = row.area, row.rule, row.weak
        for row in kept:
            row.evidence = list(evidence[id(row)])
        return settle(kept, self._key)

    def _every(self, rows: Sequence[GradeRow]) -> list[tuple[int, int] | None]:
        """The areas that were graded so far, where they are few enough to be meant by "on all counts"."""
        seen: dict[frozenset[str], tuple[int, int] | None] = {}
        for row in rows:
            if row.area and not row.previous:
                seen.setdefault(self._key(row.area), row.area)
        return list(seen.values()) if 2 <= len(seen) <= _FEW else []

    def _is_topic(self, row: GradeRow) -> bool:
        """Whether an area is worded as a topic of a programme."""
        return row.area is not None and self.reading.lower[slice(*row.area)] in self.topics

    def _same(
        self,
        one: GradeRow,
        other: GradeRow,
        topic: Callable[[str], str | None],
        apart: Callable[[object, object], bool],
    ) -> bool:
        """Whether two rows of one force and grade name one area."""
        if one.area is None or other.area is None:
            return one.area == other.area
        first, second = self._key(one.area), self._key(other.area)
        if not first or not second or (one.rule in FORMS and other.rule in FORMS):
            return first == second
        if are_apart(first, second):
            return False
        shared = len(first & second)
        if shared == min(len(first), len(second)) or 2 * shared / (len(first) + len(second)) > 0.8:
            return True
        if one.evidence[-1] == other.evidence[-1]:  # two areas of one sentence
            return False
        meant = topic(self.reading.text[slice(*one.area)])
        return meant is not None and meant == topic(self.reading.text[slice(*other.area)]) and not apart(first, second)

    def _key(self, area: tuple[int, int]) -> frozenset[str]:
        """What tells an area from others: its words without their endings, those that name none left out."""
        key = self.keys.get(area)
        if key is None:
            words = frozenset(_WORD.findall(self.reading.lower, *area)) - _EMPTY
            key = self.keys[area] = frozenset(map(stem, words - _VAGUE or words))
        return key

    def _scaled(self, area: tuple[int, int] | None) -> bool:
        return area is not None and not self._key(area).isdisjoint(POOR)

    def _forces(self, note: Annotation, sentence: tuple[int, int]) -> list[str | None]:
        cell = note.attributes["force"]
        if cell == OUTSIDE:
            return [None]
        if cell >= 0 and note.rule != "grades.table" and (force := self.context.at(cell)):
            return [force]
        if cell >= 0:
            span = self.reading.spans[self.reading.span_at(cell)]
            end = next((edge[1] for edge in span.cells if edge[0] <= cell < edge[1]), span.end)
            named = self.context.named(cell, end + 1)
            if named:
                return list(named)
        if note.rule in FORMS:
            colon = self.reading.text.find(":", sentence[0], sentence[0] + _LABEL)
            named = self.context.named(sentence[0], colon + 1) if colon >= 0 else []
            return list(named) or self.context.of_form(sentence[0])
        if note.rule == "grades.inverted":
            behind = self.context.listed(note.end, sentence[1])
            if behind:
                return list(behind)
        rest = self.context.together.others(note.start, sentence)
        if rest and len(note.attributes["areas"]) != len(rest):
            return [*rest]
        lead = self.reading.lower[sentence[0] : note.start]
        if _FRONTED.match(lead) and not self.context.named(sentence[0], note.start):
            behind = self.context.listed(note.end, sentence[1])
            if behind:
                return list(behind)
        if lead.endswith(("'s ", "s' ")) and is_of_stranger(self.reading, self.context, note):
            return []
        likely = " unit" in lead or "rocu" in lead
        units = list(_UNIT.finditer(self.reading.lower, sentence[0], note.start)) if likely else []
        graded = units and " that " not in self.reading.lower[units[-1].end() : note.start]
        if is_of_others(lead) or (graded and not self.context.named(units[-1].end(), note.start)):
            return [None]
        return self.context.of(note.start, sentence)

    def _behind(self, note: Annotation, sentence: tuple[int, int]) -> list[str | None]:
        """The forces that a grade in a sentence is said to be for: "good at Kent Police but inadequate at Essex Police"."""
        lower = self.reading.lower
        near = _AT.match(lower, note.end) and self.context.first(note.end, sentence[1])
        return list(self.context.listed(note.end, sentence[1])) if near and _AT.fullmatch(lower, note.end, near) else []

    def _emphatic(self, note: Annotation) -> bool:
        """Whether marks or a verb of grading make a verdict of a predicate."""
        marked = note.start > 0 and self.reading.text[note.start - 1] in "'\""
        return marked or self.given(
            self.reading.lower[max(note.attributes["evidence"][0], note.start - 120) : note.start]
        )
