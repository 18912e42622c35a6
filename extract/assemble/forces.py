"""Forces as rows: which the article names, and whose inspection it reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.assemble.context import Context
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_INSPECTION = re.compile(
    r"\b(?:inspections?|inspected|re-?inspected|inspectors(?! of)|inspectorate|watchdog|peel|grades?|graded|revisit\w*|our report|the report)\b"
)
_REPORTED = re.compile(
    r"\b(?:inspectors|inspectorate|watchdog|hmic(?:frs|s)?|hmi(?:p| prisons)|ofsted|report|letter|review|inspection)\b[^.;]{0,40}\b(?:found|said|says|concluded|praised|criticised|judged|graded|published|identified|described|warned|made|noted|highlighted|examined|visited)\b|\binspection (?:of|by|report|visit)\b|\binspected\b"
)
_NEVER = re.compile(
    r"\b(?:not inspected|will be inspected|to be inspected|due to be inspected|is not due|next to be|yet to be inspected|visited later)\b"
)


@dataclass(frozen=True, slots=True)
class ForceRow:
    """A force before it gets its characters."""

    id: str
    subject: bool
    mentions: list[tuple[int, int]]
    rule: str


def reports_inspection(reading: Reading) -> bool:
    """Whether an article speaks of an inspection at all."""
    return bool(_INSPECTION.search(reading.lower))


def tells_findings(reading: Reading) -> bool:
    """Whether an article tells what inspectors found, though it gives no grade and no ask."""
    return len(_REPORTED.findall(reading.lower)) > 1


def assemble_forces(
    reading: Reading, notes: Sequence[Annotation], context: Context, concerned: Iterable[str | None], *, inspected: bool
) -> list[ForceRow]:
    """Rows of forces: the subjects first, then the others, each in the order of the text.

    Args:
        reading: The text.
        notes: Annotations of the pipe `forces`.
        context: Which body a place is about.
        concerned: Ids that a current grade or an ask is put to.
        inspected: Whether the article reports an inspection.
    """
    grouped: dict[str, list[Annotation]] = {}
    for note in notes:
        grouped.setdefault(note.attributes["id"], []).append(note)
    subjects = set(concerned)
    if (inspected and context.main and not (subjects - {None}) and not context.mixed) or (
        inspected and context.main and _leads(reading, grouped.get(context.main, ()))
    ):
        subjects.add(context.main)
    rows = []
    for key, found in grouped.items():
        strong = [note for note in found if note.attributes["strong"] and _read(reading, note)]
        if strong:
            rows.append(ForceRow(key, inspected and key in subjects, [(n.start, n.end) for n in found], strong[0].rule))
    return sorted(rows, key=lambda row: (not row.subject, row.mentions[0]))


def _leads(reading: Reading, notes: Sequence[Annotation]) -> bool:
    """Whether a force stands in the headline, and an inspection with it."""
    return any(reading.spans[reading.span_at(note.start)].kind == "headline" for note in notes)


def _read(reading: Reading, note: Annotation) -> bool:
    return reading.spans[reading.span_at(note.start)].kind not in ("caption", "byline", "dateline")
