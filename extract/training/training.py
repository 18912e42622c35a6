"""One training: lessons in, weights of every decision out, and how well they hold on lessons that were left out."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.evaluate.score import score
from extract.evaluate.tally import Scores, add_up
from extract.gazetteers import DATA
from extract.linear import Model
from extract.pipeline import Extractor
from extract.pipes.grades.weighing import Models
from extract.training import forces, grades, initiatives
from extract.training.fitting import Examples, Tables, write_weights
from extract.training.lessons import Lesson, read_lessons
from models import Record
from models.gold import Gold

FOLDS = 8
"""Turns in which each lesson is left out once, where they are not of several styles."""

LEARNED = ("forces", "grades", "initiatives")
"""Fields in which weights decide."""

EMPTY: Mapping[str, Any] = {
    "source": {"title": None, "published": None, "publisher": None, "author": None},
    "inspectorate": None,
    **dict.fromkeys(("forces", "stated_counts", "grades", "recommendations", "initiatives", "officials", "quotes"), ()),
}
"""A gold without anything, which that of a passage is laid over."""


def train_lessons(extractor: Extractor, paths: Sequence[str], data: Path | None) -> list[Path]:
    """Learn the weights of every decision and write them.

    Args:
        extractor: Runs the pipeline; its weights are changed.
        paths: Folders of articles with gold, and files of passages.
        data: A user's folder of gazetteers, or None for ours.

    Returns:
        The files written.

    Raises:
        InputError: E101, E102 or E152 for lessons that cannot be read.
    """
    lessons = read_lessons(paths, extractor)
    tables = learn(extractor, lessons)
    digest = hashlib.sha256(json.dumps([lesson.gold for lesson in lessons], sort_keys=True).encode()).hexdigest()[:12]
    return write_weights(tables, (data or DATA) / "weights", len(lessons), digest)


def check_lessons(extractor: Extractor, paths: Sequence[str]) -> Iterator[str]:
    """A table of how well what they decide is found in lessons that were not learned from, by style.

    Args:
        extractor: Runs the pipeline; its weights are changed meanwhile.
        paths: Folders of articles with gold, and files of passages.
    """
    styles: dict[str, list[tuple[Lesson, Scores]]] = {}
    for lesson, scores in cross(extractor, read_lessons(paths, extractor)):
        styles.setdefault(lesson.style, []).append((lesson, scores))
    yield f"{'style':<14}{'lessons':>8}" + "".join(f"{field:>13}" for field in LEARNED)
    for style, found in sorted(styles.items()):
        cells = []
        for field in LEARNED:
            annotated = [scores for lesson, scores in found if field in lesson.gold]
            cells.append(f"{add_up(annotated)[field].f1:>13.3f}" if annotated else f"{'':>13}")
        yield f"{style:<14}{len(found):>8}" + "".join(cells)


def use(extractor: Extractor, tables: Tables) -> None:
    """Put weights in place of those that an extractor was loaded with."""
    forces.pipe_of(extractor).model = Model(tables["forces"]["bare"])
    grades.pipe_of(extractor).prose.models = Models.of(tables["grades"])
    initiatives.pipe_of(extractor).weighing.weights = tables["initiatives"]
    extractor.assembler.subject = Model(tables["forces"]["subject"])
    extractor.assembler.reporting = Model(tables["forces"]["reporting"])


def learn(extractor: Extractor, lessons: Sequence[Lesson]) -> Tables:
    """Weights of every decision, learned one after another as the pipeline takes them.

    Args:
        extractor: Runs the pipeline; its weights are changed meanwhile.
        lessons: Articles and passages with gold.
    """
    bare = Examples()
    for lesson in lessons:
        if "forces" in lesson.gold:
            for features, right in forces.bare_names(forces.pipe_of(extractor), lesson):
                for _ in range(1 if right else forces.PLACES):
                    bare.add(features, right)
    bare_weights = bare.fit(forces.STRENGTH)
    forces.pipe_of(extractor).model = Model(bare_weights)
    for lesson in lessons:
        lesson.read_again(extractor)
    pipe = grades.pipe_of(extractor)
    marked = {lesson.name: grades.mark(pipe, lesson) for lesson in lessons if "grades" in lesson.gold}
    weights = grades.fit_grades(pipe, list(marked.values()))
    reporting, subject = Examples(), Examples()
    for half, others in _halves(lessons):  # grades as they are on articles that were not learned from
        pipe.prose.models = Models.of(grades.fit_grades(pipe, [marked[n.name] for n in others if n.name in marked]))
        for lesson in half:
            pipe(lesson.doc)
            article, subjects = forces.watch(extractor, lesson)
            reported = forces.is_reported(lesson)
            if article is None or reported is None:
                continue
            for _ in range(1 if reported else forces.NONE_REPORTED):
                reporting.add(article, reported)
            for features, right in subjects if reported else ():
                subject.add(features, right)
    decisions = {
        "bare": bare_weights,
        "reporting": reporting.fit(forces.REPORTING_STRENGTH),
        "subject": subject.fit(forces.SUBJECT_STRENGTH),
    }
    named = initiatives.pipe_of(extractor)
    cases = [case for n in lessons if "initiatives" in n.gold for case in initiatives.names_of(named, n)]
    return {"forces": decisions, "grades": weights, "initiatives": initiatives.fit(cases)}


def _halves(lessons: Sequence[Lesson]) -> Iterator[tuple[Sequence[Lesson], Sequence[Lesson]]]:
    order = list(lessons)
    random.Random(3).shuffle(order)
    yield order[::2], order[1::2]
    yield order[1::2], order[::2]


def cross(extractor: Extractor, lessons: Sequence[Lesson]) -> Iterator[tuple[Lesson, Scores]]:
    """Scores of every lesson with weights that were learned without it: one style of articles is left out at a turn.

    Args:
        extractor: Runs the pipeline; its weights are changed meanwhile.
        lessons: Articles and passages with gold.
    """
    for aside in _turns(lessons):
        names = {lesson.name for lesson in aside}
        use(extractor, learn(extractor, [lesson for lesson in lessons if lesson.name not in names]))
        for lesson in aside:
            lesson.read_again(extractor)
            record: Record = extractor.assembler.assemble(lesson.doc, lesson.document)
            yield lesson, score({lesson.name: record}, {lesson.name: _whole(lesson.gold)})[lesson.name]


def _turns(lessons: Sequence[Lesson]) -> list[list[Lesson]]:
    """Lessons by the turn in which they are left out: articles by their style, with each style some of the passages."""
    styles: dict[str, list[Lesson]] = {}
    passages: list[Lesson] = []
    for lesson in sorted(lessons, key=lambda lesson: lesson.name):
        if set(EMPTY) <= set(lesson.gold):
            styles.setdefault(lesson.style, []).append(lesson)
        else:
            passages.append(lesson)
    random.Random(1).shuffle(passages)
    turns = list(styles.values()) if len(styles) > 1 else [[] for _ in range(FOLDS)]
    left = passages if len(styles) > 1 else passages + [lesson for found in styles.values() for lesson in found]
    for number, lesson in enumerate(left):
        turns[number % len(turns)].append(lesson)
    return [turn for turn in turns if turn]


def _whole(gold: Mapping[str, Any]) -> Gold:
    """What is learned of a gold with what the format wants beside."""
    rows = [{"span": row["area"]} | row for row in gold.get("grades", ())]
    named = [{"id": row["force"], "subject": True} for row in rows if row["force"]]
    unique = {row["id"]: row for row in (*named, *gold.get("forces", ()))}
    named_so = [{"started": None} | row for row in gold.get("initiatives", ())]
    return Gold.model_validate(dict(EMPTY) | {"forces": list(unique.values()), "grades": rows, "initiatives": named_so})
