"""Forces as rows: which the article names, and whose inspection it reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.assemble.context import Context
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_INSPECTION = re.compile(
    r"\b(?:inspections?|inspected|re-?inspected|inspectors(?! of)|inspectorate|watchdog|(?:hmic(?:frs|s)?|hmfsi)(?: also)? (?:said|says|found|finds|recommends?|recommended|concluded|warned|reported|told|identified|praised|criticised)|peel|grades?|graded|revisit\w*|our report|the report)\b"
)
_REPORTED = re.compile(
    r"\b(?:inspectors|inspectorate|watchdog|hmic(?:frs|s)?|hmi(?:p| prisons)|ofsted|report|letter|review|inspection)\b[^.;]{0,40}\b(?:found|said|says|concluded|praised|criticised|judged|graded|published|identified|described|warned|made|noted|highlighted|examined|visited)\b|\binspection (?:of|by|report|visit)\b|\binspected\b"
)
_INSPECTORS = re.compile(r"\b(?:inspectors|inspectorate|watchdog)\b")
_ELSEWHERE = re.compile(r"\b(?:no bearing|unrelated|nothing to do with|was itself inspected|has no connection)\b")
_EXAMPLE = re.compile(r"\b(?:of|from|leads|heads|runs|led|with|like|unlike|than|as|joined|left|commands) (?:the )?$")
"""Before a force that is a person's, or that another is held against."""

_NEIGHBOUR = re.compile(r"\b[Nn]eighbour(?:ing|s)?,? (?:[A-Z][\w-]+,? |and |both ){0,6}$")
_BEFORE = 60
"""Characters before a force in which it can be called a neighbour."""
_SUPPOSED = re.compile(r"(?: (?:and|or) \w+)? (?:might|would|may)\b")
_NEVER = re.compile(
    r"\b(?:not inspected|not visited|will be inspected|to be inspected|due to be inspected|is not due|next to be|yet to be inspected|visited later)\b"
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


def tells_findings(reading: Reading, named: Sequence[Annotation]) -> bool:
    """Whether an article tells what inspectors found, though it gives no grade and no ask.

    Args:
        reading: The text.
        named: Annotations of the pipe `inspectorate`.
    """
    near = {reading.sentence_at(note.start) for note in named}
    told = {reading.sentence_at(match.start()) for match in _REPORTED.finditer(reading.lower)}
    theirs = {
        number for number in told if number in near or _INSPECTORS.search(reading.lower, *_bounds(reading, number))
    }
    return len(told) > 1 and bool(theirs - _past(reading, theirs))


def _bounds(reading: Reading, number: int) -> tuple[int, int]:
    return reading.sentences[number].start, reading.sentences[number].end


def _past(reading: Reading, numbers: Iterable[int]) -> set[int]:
    """Sentences about an inspection that is of no concern here."""
    return {number for number in numbers if _ELSEWHERE.search(reading.lower, *_bounds(reading, number))}


def assemble_forces(
    reading: Reading,
    notes: Sequence[Annotation],
    context: Context,
    concerned: Iterable[str | None],
    *,
    graded: bool,
    inspected: bool,
) -> list[ForceRow]:
    """Rows of forces: the subjects first, then the others, each in the order of the text.

    Args:
        reading: The text.
        notes: Annotations of the pipe `forces`.
        context: Which body a place is about.
        concerned: Ids that a current grade or an ask is put to.
        graded: Whether any force has a grade.
        inspected: Whether the article reports an inspection.
    """
    grouped: dict[str, list[Annotation]] = {}
    for note in notes:
        grouped.setdefault(note.attributes["id"], []).append(note)
    subjects = set(concerned)
    if inspected and not graded and _is_thematic(reading, grouped):
        subjects |= {key for key, found in grouped.items() if any(_is_example(reading, note) for note in found)}
    elif (inspected and context.main and not (subjects - {None}) and not context.mixed) or (
        inspected and context.main and _leads(reading, grouped.get(context.main, ()))
    ):
        subjects.add(context.main)
    rows = []
    for key, found in grouped.items():
        strong = [note for note in found if note.attributes["strong"] and _read(reading, note)]
        if strong:
            beside = all(_NEIGHBOUR.search(reading.text, max(0, note.start - _BEFORE), note.start) for note in strong)
            rows.append(
                ForceRow(
                    key, inspected and key in subjects and not beside, [(n.start, n.end) for n in found], strong[0].rule
                )
            )
    if context.home and context.home in subjects and context.home not in {row.id for row in rows}:
        rows.append(ForceRow(context.home, inspected, [], "forces.publisher"))
    return sorted(rows, key=lambda row: (not row.subject, row.mentions[:1]))


def _leads(reading: Reading, notes: Sequence[Annotation]) -> bool:
    """Whether a force stands in the headline, and an inspection with it."""
    return any(reading.spans[reading.span_at(note.start)].kind == "headline" for note in notes)


def _is_thematic(reading: Reading, grouped: Mapping[str, Sequence[Annotation]]) -> bool:
    """Whether an inspection is of many forces: three or more are named, none of them in the head."""
    strong = {
        key
        for key, found in grouped.items()
        if any(note.attributes["strong"] and _read(reading, note) for note in found)
    }
    headed = any(
        reading.spans[reading.span_at(note.start)].kind in ("headline", "standfirst")
        for found in grouped.values()
        for note in found
    )
    sizes = sorted(len(found) for found in grouped.values())
    return len(strong) > 2 and not headed and 2 * sizes[-1] <= sum(sizes)


def _is_example(reading: Reading, note: Annotation) -> bool:
    """Whether a force is named for what it does, not as somebody's or as a neighbour."""
    start, end = _bounds(reading, reading.sentence_at(note.start))
    if _NEVER.search(reading.lower, note.end, end) or _SUPPOSED.match(reading.lower, note.end):
        return False
    return bool(note.attributes["strong"]) and not _EXAMPLE.search(reading.lower, start, note.start)


def _read(reading: Reading, note: Annotation) -> bool:
    return reading.spans[reading.span_at(note.start)].kind not in ("caption", "byline", "dateline")
