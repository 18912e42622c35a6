"""V40x: grades against each other, against the scale, the years and the areas of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from extract.checks.check import Case, Notice, Programme, check, plain
from extract.expressions import expression
from models.record import Area, Grade

_HIGH = ("good", "outstanding")
_EMPTY = frozenset(
    (
        "its",
        "the",
        "and",
        "how",
        "with",
        "for",
        "from",
        "their",
        "force",
        "service",
        "well",
        "that",
        "all",
        "has",
        "have",
    )
)
_WORD = expression(r"[a-z]{3,}")
_ABOVE = 1200
"""How far above a list the words that lead to it are looked for, in characters."""


@check("V401", "error", "grade twice")
def see_doubles(case: Case) -> Iterator[Notice]:
    """Two rows say the same: one force, one area, one grade, both now or both before. Drop one of them."""
    seen: dict[tuple[str | None, str, str, bool], int] = {}
    for number, row in enumerate(case.record.grades):
        first = seen.setdefault((row.force, plain(row.area.text), row.grade, row.previous), number)
        if first != number:
            message = f"{row.area.text!r} is {row.grade!r} in /grades/{first} already"
            yield Notice(f"/grades/{number}", message, row.evidence[:1])


@check("V402", "error", "two grades for one area")
def see_conflicts(case: Case) -> Iterator[Notice]:
    """One area of one force has two grades in one inspection. One is wrong, or is of an earlier inspection and has to
    be marked as `previous`.
    """
    seen: dict[tuple[str | None, str, bool], tuple[int, Grade]] = {}
    for number, row in enumerate(case.record.grades):
        place, first = seen.setdefault((row.force, plain(row.area.text), row.previous), (number, row))
        if first.grade != row.grade:
            message = f"{row.area.text!r} is {row.grade!r} here and {first.grade!r} in /grades/{place}"
            yield Notice(f"/grades/{number}", message, (*row.evidence[:1], *first.evidence[:1]))


@check("V403", "warning", "two grades for one topic")
def see_topic_conflicts(case: Case) -> Iterator[Notice]:
    """Two areas that mean one topic of the programme have different grades for one force in one inspection. Either an
    area was cut wrongly, or the article grades parts of the topic.
    """
    seen: dict[tuple[str | None, str, bool], tuple[int, Grade]] = {}
    for number, row in enumerate(case.record.grades):
        if row.area.topic is None:
            continue
        _, first = seen.setdefault((row.force, row.area.topic, row.previous), (number, row))
        if first.grade != row.grade and plain(first.area.text) != plain(row.area.text):
            message = f"{row.area.text!r} is {row.grade!r}, {first.area.text!r} of the same topic {first.grade!r}"
            yield Notice(f"/grades/{number}", message, (*row.evidence[:1], *first.evidence[:1]))


@check("V404", "error", "grade outside the scale")
def see_strange_grades(case: Case) -> Iterator[Notice]:
    """The programme does not give this grade: HMICFRS has no "poor", and its forces were not "adequate" before 2021. The
    grade is of another body, of a case file, or the programme is wrong. Grades of earlier inspections are left aside.
    """
    programme = case.lists.programmes.get(case.record.programme or "")
    if programme is None:
        return
    for number, row in enumerate(case.record.grades):
        if row.force and not row.previous and row.grade not in (*programme.scale, "ungraded"):
            message = f"{row.grade!r} is not on the scale of {programme.name}: {', '.join(programme.scale)}"
            yield Notice(f"/grades/{number}/grade", message, row.evidence[:1])


@check("V405", "warning", "programme outside its years")
def see_strange_years(case: Case) -> Iterator[Notice]:
    """The article is dated before the programme's first reports or after its last ones, or its inspectorate does not
    run the programme. Date, inspectorate or programme is wrong, or the article looks back.
    """
    record = case.record
    programme = case.lists.programmes.get(record.programme or "")
    if record.programme and programme is None:
        valid = ", ".join(case.lists.programmes)
        yield Notice("/programme", f"{record.programme!r} is no programme; there are {valid}")
    if programme is None:
        return
    month = (record.source.published or "")[:7]
    size = len(month)
    if month and not programme.start[:size] <= month <= programme.until[:size]:
        message = f"reports of {programme.name} appeared from {programme.start} to {programme.until}, not {month}"
        yield Notice("/programme", message)
    if record.inspectorate and record.inspectorate.name not in programme.inspectorates:
        message = f"{record.inspectorate.name} does not run {programme.name}"
        yield Notice("/programme", message, record.inspectorate.evidence[:1])


@check("V406", "note", "area that the programme does not have")
def see_strange_areas(case: Case) -> Iterator[Notice]:
    """An area is none of the topics of the programme, in the wordings that the list of programmes knows. The area was
    cut wrongly, the programme is wrong, or a wording is missing from the list.
    """
    programme = case.lists.programmes.get(case.record.programme or "")
    if programme is None:
        return
    for number, row in enumerate(case.record.grades):
        if row.force and not row.previous and row.area.text != "overall" and _topic(row.area, programme) is None:
            message = f"{row.area.text!r} is no area of {programme.name}"
            yield Notice(f"/grades/{number}/area", message, row.evidence[:1])


@check("V407", "note", "list of areas not complete")
def see_incomplete(case: Case) -> Iterator[Notice]:
    """A force has a grade in nearly all areas of the programme, and one or two are missing. They were missed, or the
    article leaves them out.
    """
    programme = case.lists.programmes.get(case.record.programme or "")
    if programme is None:
        return
    for force in case.record.forces:
        rows = [row for row in case.record.grades if row.force == force.id and not row.previous]
        found = {_topic(row.area, programme) for row in rows} - {None}
        missing = [topic for topic in programme.topics if topic not in found]
        if len(found) >= 3 and 0 < len(missing) <= max(1, len(programme.topics) // 5):
            message = f"{force.name} has no grade for {', '.join(missing)}, of {len(programme.topics)} areas"
            yield Notice("/grades", message, rows[0].evidence[:1])


@check("V408", "warning", "grade not in its evidence")
def see_ungrounded(case: Case) -> Iterator[Notice]:
    """The evidence of a row has no wording of its grade. The grade is wrong, or stands elsewhere than the row says."""
    wordings = case.lists.cues["grades"]["grades"]
    for number, row in enumerate(case.record.grades):
        texts = [plain(evidence.text) for evidence in row.evidence]
        said = {grade for word, grade in wordings.items() for text in texts if _says(text, word)}
        if said and row.grade not in said and "same" not in said:
            message = f"is {row.grade!r}, its evidence says {' and '.join(sorted(map(repr, said)))}"
            yield Notice(f"/grades/{number}/grade", message, row.evidence[:1])
        elif not said and case.sound and not _leads(case, row, wordings):
            message = f"is {row.grade!r}, and neither its evidence nor what leads to it says so"
            yield Notice(f"/grades/{number}/grade", message, row.evidence[:1])


@check("V409", "warning", "ask against the grade")
def see_contradictions(case: Case) -> Iterator[Notice]:
    """A cause of concern is about an area that is good or outstanding, or an ask about an area that is outstanding. One
    of the two has the wrong area, force or label.
    """
    for number, ask in enumerate(case.record.recommendations):
        for row in case.record.grades:
            if row.previous or row.force != ask.force or row.grade not in _HIGH or row.area.text == "overall":
                continue
            grave = ask.kind == "cause_of_concern" or row.grade == "outstanding"
            linked = ask.area is not None and ask.area == row.area.topic
            if grave and (linked or any(_about(evidence.text, row.area.text) for evidence in ask.evidence)):
                kind = ask.kind.replace("_", " ")
                message = f"a {kind} about {row.area.text!r}, which is {row.grade}"
                yield Notice(f"/recommendations/{number}", message, (*ask.evidence[:1], *row.evidence[:1]))
                break


def _topic(area: Area, programme: Programme) -> str | None:
    """The topic that an area means: as the record has it, else the programme's nearest."""
    if area.topic in programme.topics:
        return area.topic
    words = plain(area.text)
    best = max(
        ((fuzz.token_set_ratio(words, wording), topic) for topic, all_ in programme.topics.items() for wording in all_),
        default=(0.0, None),
    )
    return best[1] if best[0] >= 75 else None


def _leads(case: Case, row: Grade, wordings: Mapping[str, str]) -> bool:
    """Whether the nearest line with a grade above the evidence, or the line itself, has the grade of a row."""
    text = case.text or ""
    for evidence in row.evidence:
        line_end = text.find("\n", evidence.end)
        lines = text[max(0, evidence.start - _ABOVE) : line_end if line_end >= 0 else len(text)].split("\n")
        for line in reversed(lines):
            said = {grade for word, grade in wordings.items() if _says(plain(line), word)}
            if said:
                if row.grade in said or "same" in said:
                    return True
                break
    return False


def _says(text: str, word: str) -> bool:
    return word in text and _whole(word).search(text) is not None


@lru_cache(maxsize=512)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")


def _about(ask: str, area: str) -> bool:
    """Whether an ask has all words of an area, which are two or more."""
    words = set(_WORD.findall(plain(area))) - _EMPTY
    return len(words) > 1 and words <= set(_WORD.findall(plain(ask)))
