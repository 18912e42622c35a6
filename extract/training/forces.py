"""Examples of the decisions over forces: whether a bare name is one, whose inspection is reported, and whether any is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extract.assemble.forces.subjects import describe_all
from extract.pipeline import Extractor
from extract.pipes.forces import Forces
from extract.training.lessons import Lesson

STRENGTH = 0.4
PLACES = 2
"""Times that a bare name which is a mere county counts: lessons have fewer of them than newspapers have."""
SUBJECT_STRENGTH = 0.4
REPORTING_STRENGTH = 0.3
NONE_REPORTED = 2
"""Times that an article counts which reports no inspection: lessons have few of them."""


def pipe_of(extractor: Extractor) -> Forces:
    """The pipe of forces of an extractor."""
    return next(pipe for _, pipe in extractor.nlp.pipeline if isinstance(pipe, Forces))


def bare_names(pipe: Forces, lesson: Lesson) -> Iterator[tuple[list[str], bool]]:
    """Bare names of forces that the article names nowhere in full, and whether the gold has the force."""
    gold = {row["id"] for row in lesson.gold["forces"]}
    for bare in pipe.bare_names(lesson.doc):
        if not bare.full:
            yield bare.features, not gold.isdisjoint(bare.ids.values())


def is_reported(lesson: Lesson) -> bool | None:
    """Whether the gold says that an inspection is reported; None where it says of other fields alone that there is nothing."""
    gold = lesson.gold
    if "inspectorate" in gold:
        return gold["inspectorate"] is not None
    rows = [*gold.get("grades", ()), *gold.get("recommendations", ()), *gold.get("stated_counts", ())]
    if rows:
        return True
    return any(row["subject"] for row in gold["forces"]) if gold.get("forces") else None


def watch(extractor: Extractor, lesson: Lesson) -> tuple[list[str] | None, list[tuple[list[str], bool]]]:
    """Features of an article as a report of an inspection, and of each force that it names as its subject.

    Returns:
        The features of the article, None where it names no inspectorate; those of each force and whether the gold has
        it as a subject.
    """
    survey = extractor.assembler.surveyor.survey(lesson.doc, lesson.document)
    if survey.inspectorate is None:
        return None, []
    gold: Mapping[str, Any] = {row["id"]: row["subject"] for row in lesson.gold.get("forces", ())}
    subjects = [
        (features, bool(gold[key]))
        for key, features in describe_all(survey.reading, survey.named, survey.context, survey.concerned)
        if key in gold
    ]
    return survey.article, subjects
