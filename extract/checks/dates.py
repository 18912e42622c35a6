"""V6xx: dates that cannot be, or that do not go together."""

from __future__ import annotations

from collections.abc import Iterator

from extract.checks.check import Case, Notice, check
from models import Evidence

FIRST = "1856"
"""Year of the County and Borough Police Act, with which inspections began."""


def _dates(case: Case) -> Iterator[tuple[str, str, str, tuple[Evidence, ...]]]:
    """Every date of a record: its place, what it is, its ISO form, its evidence."""
    record = case.record
    if record.source.published:
        yield "/source/published", "the article's date", record.source.published, ()
    for number, row in enumerate(record.initiatives):
        if row.started:
            evidence = (row.about,) if row.about else row.evidence[:1]
            yield f"/initiatives/{number}/started", f"the start of {row.name}", row.started, evidence
    for number, ask in enumerate(record.recommendations):
        if ask.deadline and ask.deadline.date:
            deadline = ask.deadline
            evidence = (Evidence(start=deadline.start, end=deadline.end, text=deadline.text),)
            yield f"/recommendations/{number}/deadline", "the deadline", deadline.date or "", evidence


@check("V601", "warning", "article of the future")
def see_future(case: Case) -> Iterator[Notice]:
    """The article is dated later than today, so that its date was misread (day and month changed places) or mistyped.
    Deadlines that count from it are wrong as well.
    """
    published = case.record.source.published
    if published and published > case.today[: len(published)]:
        yield Notice("/source/published", f"the article's date, {published}, lies in the future")


@check("V602", "warning", "date before the first inspections")
def see_ancient(case: Case) -> Iterator[Notice]:
    """A date lies before 1856, when inspections of the police began: it was misread or mistyped."""
    for path, what, date, evidence in _dates(case):
        if date[:4] < FIRST:
            yield Notice(path, f"{what}, {date}, lies before {FIRST}", evidence)


@check("V603", "warning", "initiative begun after the article")
def see_unbegun(case: Case) -> Iterator[Notice]:
    """An initiative began after the day of the article that describes it: the date was misread, or belongs to something
    else. An initiative that is only announced is right, and can be ignored with that reason.
    """
    published = case.record.source.published
    for path, what, date, evidence in _dates(case):
        size = min(len(date), len(published or ""))
        if published and path.startswith("/initiatives") and date[:size] > published[:size]:
            yield Notice(path, f"{what}, {date}, lies after the article, {published}", evidence)


@check("V604", "note", "deadline before the article")
def see_past_deadlines(case: Case) -> Iterator[Notice]:
    """A deadline lies before the day of the article: its year was misread, or the ask is of an earlier inspection."""
    published = case.record.source.published
    for path, what, date, evidence in _dates(case):
        size = min(len(date), len(published or ""))
        if published and path.startswith("/recommendations") and date[:size] < published[:size]:
            yield Notice(path, f"{what}, {date}, lies before the article, {published}", evidence)
