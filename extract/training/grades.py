"""Examples of the decisions over grades: which wording a grade is for, whether it is a verdict, of which inspection.

A wording is right for a grade where the gold has a row of that grade with an area alike. A grade is a verdict where
the gold gives it in its sentence. What the gold leaves open is no example.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.evaluate.alike import area_alike, norm
from extract.evaluate.score import AREAS_ALIKE
from extract.pipeline import Extractor
from extract.pipes.annotation import annotations_of, reading_of
from extract.pipes.grades import Grades
from extract.pipes.grades.counted import find_counts
from extract.pipes.grades.links import Sketch
from extract.pipes.grades.view import View
from extract.pipes.grades.weighing import STATES, Models
from extract.pipes.triggers import hits_of
from extract.training.fitting import Examples, Weights
from extract.training.lessons import Lesson

STRENGTH, STATE_STRENGTH = 0.4, 0.3
_NEAR = 3


@dataclass
class Marked:
    """A sentence and what the gold says of it.

    Args:
        view: The sentence.
        sketches: Its wordings.
        links: For a wording and a grade whether they belong together, or None where that is open.
        verdicts: For each grade whether it is a verdict, or None.
        states: For each verdict of which inspection it is, or None.
    """

    view: View
    sketches: list[Sketch]
    links: dict[tuple[int, int], bool | None] = field(default_factory=dict)
    verdicts: dict[int, bool | None] = field(default_factory=dict)
    states: dict[int, str | None] = field(default_factory=dict)


def pipe_of(extractor: Extractor) -> Grades:
    """The pipe of grades of an extractor."""
    return next(pipe for _, pipe in extractor.nlp.pipeline if isinstance(pipe, Grades))


def mark(pipe: Grades, lesson: Lesson) -> list[Marked]:
    """Sentences of an article with what its gold says of them."""
    reading, doc = reading_of(lesson.doc), lesson.doc
    hits = [hit for hit in hits_of(doc, "grade") if pipe.is_cased(reading, hit)]
    mentions = [(note.start, note.end) for note in annotations_of(doc, "forces")]
    _, used = pipe.structure.find(reading, hits, mentions)
    return [_mark(pipe, view, lesson.gold["grades"]) for view in pipe.views(doc, hits, mentions, used)]


def _mark(pipe: Grades, view: View, rows: Sequence[Mapping[str, Any]]) -> Marked:
    prose, lower = pipe.prose, view.reading.lower
    sketches = [prose.features.sketch(lower, view.elements, wording) for wording in prose.wordings.find(view.elements)]
    marked = Marked(view, sketches)
    counts = find_counts(lower, view.high, view.elements, view.hits, [sketch.wording for sketch in sketches])
    texts = []
    for sketch in sketches:
        start, end = view.elements[sketch.wording.first].start, view.elements[sketch.wording.last - 1].end
        texts.append([*(lower[slice(*piece)] for piece in pipe.areas.split(lower, start, end)), sketch.text])

    def fits(number: int, row: Mapping[str, Any]) -> bool:
        return any(area_alike(text, row["area"]) >= AREAS_ALIKE for text in texts[number])

    for number, sketch in enumerate(sketches):
        right = []
        for grade, hit in view.hits.items():
            if hit[2] == "same" or not counts.allows(number, grade):
                marked.links[number, grade] = None
                continue
            known = any(row["grade"] == hit[2] and fits(number, row) for row in rows)
            marked.links[number, grade] = known
            right += [grade] if known else []
        if len(right) > 1:
            first, last = sketch.wording.first, sketch.wording.last - 1
            nearest = min(right, key=lambda grade: min(abs(first - grade), abs(last - grade)))
            marked.links |= {(number, grade): None for grade in right if grade != nearest}
    sentence = norm(view.reading.text[view.low : view.high])
    stated = [row for row in rows if "span" in row and _same(norm(row["span"]), sentence)]
    spanned = not rows or "span" in rows[0]
    for grade, hit in view.hits.items():
        _judge(marked, grade, hit[2], rows, stated, spanned=spanned, fits=fits)
    _leave_open(marked)
    return marked


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _judge(
    marked: Marked,
    grade: int,
    meaning: str,
    rows: Sequence[Mapping[str, Any]],
    stated: Sequence[Mapping[str, Any]],
    *,
    spanned: bool,
    fits: Any,
) -> None:
    """Whether a grade is a verdict, and of which inspection."""
    if meaning == "same":
        marked.verdicts[grade] = None
        return
    here = [row for row in stated if row["grade"] == meaning]
    linked = [
        row
        for row in rows
        if row["grade"] == meaning
        and any(marked.links.get((number, grade)) and fits(number, row) for number in range(len(marked.sketches)))
    ]
    use = linked or here
    if not use and not spanned:
        use = [row for row in rows if row["grade"] == meaning]
        if len({row["previous"] for row in use}) > 1:
            marked.verdicts[grade] = True
            return
    marked.verdicts[grade] = bool(use)
    if use:
        times = {bool(row["previous"]) for row in [row for row in use if row in here] or use}
        marked.states[grade] = "both" if len(times) > 1 else "then" if True in times else "now"


def _leave_open(marked: Marked) -> None:
    """Of two equal grades of one sentence, one now and one then, nobody says which is which."""
    both = [grade for grade, state in marked.states.items() if state == "both"]
    meanings = [marked.view.hits[grade][2] for grade in both]
    for grade in both:
        if meanings.count(marked.view.hits[grade][2]) > 1:
            marked.states[grade] = None


def fit_grades(pipe: Grades, lessons: Sequence[Sequence[Marked]]) -> dict[str, Weights]:
    """Weights of the decisions over grades.

    Args:
        pipe: The pipe, whose models are changed meanwhile.
        lessons: Sentences, by article.
    """
    order = list(range(len(lessons)))
    random.Random(0).shuffle(order)
    halves = [[lessons[n] for n in order[::2]], [lessons[n] for n in order[1::2]]]
    found = {"link": _links(pipe, lessons).fit(STRENGTH)}
    verdicts = Examples()
    states = {state: Examples() for state in STATES}
    for number, half in enumerate(halves):  # scores of links as they are on articles that were not learned from
        pipe.prose.models = Models.of({"link": _links(pipe, halves[1 - number]).fit(STRENGTH)})
        for sentences in half:
            for features, right in _verdicts(pipe, sentences):
                verdicts.add(features, right)
            for features, right_state in _states(pipe, sentences):
                for state, examples in states.items():
                    examples.add(features, state == right_state)
    found["verdict"] = verdicts.fit(STRENGTH)
    return found | {state: examples.fit(STATE_STRENGTH) for state, examples in states.items()}


def _links(pipe: Grades, lessons: Sequence[Sequence[Marked]]) -> Examples:
    examples = Examples()
    for marked in (marked for sentences in lessons for marked in sentences):
        for (number, grade), right in marked.links.items():
            if right is not None and pipe.prose.is_near(marked.sketches[number], grade):
                features = pipe.prose.features.link(marked.view.elements, grade, marked.sketches[number])
                examples.add(features, right)
    return examples


def _verdicts(pipe: Grades, sentences: Sequence[Marked]) -> Iterator[tuple[list[str], bool]]:
    for marked in sentences:
        reckoning = pipe.prose.weigh(marked.view)
        for grade, right in marked.verdicts.items():
            if right is not None:
                yield pipe.prose.features.verdict(marked.view, grade, *reckoning.of(grade)), right


def _states(pipe: Grades, sentences: Sequence[Marked]) -> Iterator[tuple[list[str], str]]:
    last, before = -_NEAR, ""
    for marked in sentences:
        view = marked.view
        number = view.reading.sentence_at(view.low)
        view.state = before if number - last < _NEAR else ""
        prior: tuple[int, str] | None = None
        first = ""
        for grade, right in marked.verdicts.items():
            state = marked.states.get(grade)
            if right and state:
                yield pipe.prose.features.times.of(view, grade, prior, first), state
                first = first or state
                prior, last, before = (grade, state), number, state
