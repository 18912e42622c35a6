"""V201 to V204: stated counts against the rows that were found, and against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.checks.check import Case, Notice, check, plain
from models.record import Count

_KINDS = {
    "recommendations": "recommendation",
    "areas for improvement": "area_for_improvement",
    "causes of concern": "cause_of_concern",
}


@check("V201", "warning", "areas counted and areas found")
def compare_areas(case: Case) -> Iterator[Notice]:
    """The article says how many areas were graded, and the record has another number of them. An area was missed or
    found twice, or the article lists only some of them, which is worth knowing of an article as well.
    """
    rows = case.record.stated_counts
    for number, row in enumerate(rows):
        if row.of != "areas" or row.grade is not None:
            continue
        sizes = _areas(case, None, row.force)
        unnamed = sum(c.count for c in rows if c.of == "areas" and c.grade and not any(_areas(case, c.grade, c.force)))
        layers = sum(c.count for c in rows if c.of == "areas" and c.grade is None and c.force == row.force)
        if row.count - unnamed not in sizes and layers not in sizes:
            yield from _compare(case, number, row, "areas", sizes)


@check("V202", "warning", "areas counted with one grade and areas found with it")
def compare_graded(case: Case) -> Iterator[Notice]:
    """The article says how many areas had one grade ("good in one area"), and the record has another number of them. An
    area was missed, found twice, or has the wrong grade.
    """
    for number, row in enumerate(case.record.stated_counts):
        if row.of == "areas" and row.grade is not None:
            sizes = _areas(case, row.grade, row.force)
            if any(sizes) or row.count == 1:  # "good in the other ten" names none
                yield from _compare(case, number, row, f"areas graded {row.grade}", sizes)


@check("V203", "warning", "asks counted and asks found")
def compare_asks(case: Case) -> Iterator[Notice]:
    """The article says how many causes of concern, areas for improvement or recommendations there are, and the record
    has more of them: an ask was found twice, or has the wrong label. Fewer are no finding, for articles seldom list
    all, and needs that the article tells without a label are recommendations as well.
    """
    for number, row in enumerate(case.record.stated_counts):
        if row.of in ("areas for improvement", "causes of concern"):
            found = [
                ask
                for ask in case.record.recommendations
                if ask.kind == _KINDS[row.of] and row.force in (None, ask.force)
            ]
            counted = sum(other.count for other in case.record.stated_counts if other.of == row.of)
            if len(found) > max(row.count, counted if row.force is None else 0):
                message = f"the article counts {row.count} {row.of}, the record has {len(found)}"
                yield Notice(f"/stated_counts/{number}", message, (*row.evidence, *found[-1].evidence[:1]))


@check("V204", "warning", "counts that do not add up")
def add_counts(case: Case) -> Iterator[Notice]:
    """The counts of single grades come to more than the count of all areas, or one thing is counted twice with
    different numbers. One of the numbers was misread, or the article contradicts itself.
    """
    rows = case.record.stated_counts
    for number, row in enumerate(rows):
        for other in rows[:number]:
            same = (other.of, other.grade, other.force) == (row.of, row.grade, row.force)
            layers = (
                row.of == "areas" and row.grade is None and row.count + other.count in _areas(case, None, row.force)
            )
            if same and other.count != row.count and len(_subjects(case)) < 2 and not layers:
                message = f"{row.of} are counted as {other.count} and as {row.count}"
                yield Notice(f"/stated_counts/{number}", message, (*other.evidence[:1], *row.evidence[:1]))
        if row.of == "areas" and row.grade is None:
            parts = {(o.grade, o.force): o for o in rows if o.of == "areas" and o.grade and o.force == row.force}
            total = sum(part.count for part in parts.values())
            if total > row.count and len(_subjects(case)) < 2:
                message = f"{row.count} areas are counted, and {total} by their grades"
                yield Notice(f"/stated_counts/{number}", message, row.evidence[:1])


def _compare(case: Case, number: int, row: Count, what: str, sizes: Sequence[int]) -> Iterator[Notice]:
    """Whether none of the numbers of rows, one for each body and one for all, is the one that the article states."""
    if row.count in sizes or not case.record.grades:
        return
    found = sizes[0] if len(sizes) < 3 else "other numbers"
    message = f"the article counts {row.count} {what}, the record has {found}"
    yield Notice(f"/stated_counts/{number}", message, row.evidence)


def _areas(case: Case, grade: str | None, force: str | None) -> list[int]:
    """How many areas have a grade now: of the force, or for each force and of all."""
    rows = [row for row in case.record.grades if not row.previous and row.area.text != "overall"]
    rows = [row for row in rows if grade in (None, row.grade)]
    if force is not None:
        return [len({plain(row.area.text) for row in rows if row.force == force})]
    bodies = {row.force for row in case.record.grades if not row.previous}
    each = [len({plain(row.area.text) for row in rows if row.force == body}) for body in sorted(bodies, key=str)]
    return [len({(row.force, plain(row.area.text)) for row in rows}), *each]


def _subjects(case: Case) -> list[str]:
    return [force.id for force in case.record.forces if force.subject]
