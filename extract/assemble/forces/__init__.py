"""Forces as rows: which the article names, and whose inspection it reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract.assemble.context import Context
from extract.assemble.forces.subjects import Concerned, choose_subjects
from extract.document.reading import Reading
from extract.expressions import expression
from extract.linear import Model
from extract.pipes.annotation import Annotation

_ASIDE = frozenset(("caption", "byline", "dateline"))
"""Blocks beside the text proper."""
_TELLS = expression(r"\b(?:from|at|of|with|in|joined|left|led|leads|to|for) (?:the )?$")
_CREDITS = expression(
    r"\b(?:picture|image|photo\w*|pic|credit|courtesy|source|video|footage|still|library|released)s?\b(?! caption)[^.;]*$"
)


class ForceRow(NamedTuple):
    """A force before it gets its characters."""

    id: str
    subject: bool
    mentions: list[tuple[int, int]]
    rule: str


def named_forces(notes: Iterable[Annotation], context: Context) -> dict[str, list[Annotation]]:
    """Mentions of each force that an article names, not only in a caption or as a county."""
    grouped: dict[str, list[Annotation]] = {}
    for note in notes:
        grouped.setdefault(note.attributes["id"], []).append(note)
    return {key: found for key, found in grouped.items() if _first(found, context)}


def assemble_forces(
    reading: Reading,
    named: Mapping[str, Sequence[Annotation]],
    context: Context,
    concerned: Concerned,
    model: Model,
    *,
    inspected: bool,
) -> list[ForceRow]:
    """Rows of forces: the subjects first, then the others, each in the order of the text.

    Args:
        reading: The text.
        named: Mentions of each force.
        context: Which body a place is about.
        concerned: What was found of each force.
        model: Weighs features of subjects.
        inspected: Whether the article reports an inspection.
    """
    subjects = choose_subjects(reading, named, context, concerned, model) if inspected else set()
    rows = [
        ForceRow(key, key in subjects, [(note.start, note.end) for note in found], first.rule)
        for key, found in named.items()
        if (first := _first(found, context))
    ]
    told = concerned.all()
    own = frozenset(() if inspected and named else (context.home,)) | {context.ward if inspected else None}
    for key in sorted(key for key in told | own if key and key not in named):  # told of by "the force" alone
        beside = [note for note in context.forces if note.attributes["id"] == key and note.attributes["strong"]]
        if key == context.home or (key == context.ward and (key in told or inspected)):
            rows.append(ForceRow(key, inspected, [], "forces.publisher"))
        elif beside:  # its name stands beside the text
            rows.append(ForceRow(key, inspected, [(note.start, note.end) for note in beside], beside[0].rule))
    return sorted(rows, key=lambda row: (not row.subject, row.mentions[:1]))


def _first(notes: Iterable[Annotation], context: Context) -> Annotation | None:
    """The first mention that names a force beyond doubt, in the text proper or as whose page it is."""
    for note in notes:
        if note.attributes["strong"] and (
            note.rule == "forces.authority" or context.blocks[note.start] not in _ASIDE or _is_told(note, context)
        ):
            return note
    return None


def _is_told(note: Annotation, context: Context) -> bool:
    """Whether a caption tells of a force, and does not credit it with the picture: "Ann Lee, who came from Kent Police"."""
    span = context.reading.spans[context.reading.span_at(note.start)]
    before = context.reading.lower[span.start : note.start]
    return span.kind == "caption" and _TELLS.search(before) is not None and _CREDITS.search(before) is None
