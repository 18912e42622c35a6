"""A record as rows of the tables: numbers, keys and the first evidence of each value."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from models import Evidence, Record

Row = tuple[Any, ...]


def to_rows(record: Record, article: int) -> Iterator[tuple[str, Row]]:
    """Rows of a record.

    Args:
        record: The record.
        article: Its number.

    Returns:
        Name of the table and values in the order of its columns, article first, then table by table.
    """
    yield "articles", _article(record, article)
    tail = _tail_of(record)
    row: Row

    for force in record.forces:
        row = (article, force.id, force.name, force.kind, force.subject, len(force.evidence))
        yield "forces", (*row, *tail(force.evidence), force.rule, force.confidence)
    for count in record.stated_counts:
        row = (article, count.count, count.of, count.grade, count.force)
        yield "stated_counts", (*row, *tail(count.evidence), count.rule, count.confidence)
    for number, grade in enumerate(record.grades, 1):
        area = grade.area
        yield (
            "grades",
            (
                *(article, number, grade.force, area.text, area.start, area.end, area.topic, grade.grade),
                *(grade.previous, len(grade.evidence), *tail(grade.evidence), grade.rule, grade.confidence),
            ),
        )
    for number, ask in enumerate(record.recommendations, 1):
        by = ask.deadline
        for mention, evidence in enumerate(ask.evidence, 1):
            row = (article, number, mention, ask.kind, ask.force, ask.area, by and by.text, by and by.date)
            yield "recommendations", (*row, *tail([evidence]), ask.rule, ask.confidence)
    for number, one in enumerate(record.initiatives, 1):
        about = one.about
        yield (
            "initiatives",
            (
                *(article, number, one.name, one.kind, one.started),
                *((about.text, about.start, about.end) if about else (None,) * 3),
                *(len(one.evidence), *tail(one.evidence), one.rule, one.confidence),
            ),
        )
    people = {official.id: official for official in record.officials}
    for official in record.officials:
        row = (article, official.id, official.name, official.role, official.organisation, len(official.evidence))
        yield "officials", (*row, *tail(official.evidence), official.rule, official.confidence)
    for number, quote in enumerate(record.quotes, 1):
        person = people.get(quote.speaker or "")
        speaker = (person.name or person.role) if person else quote.speaker
        for part, evidence in enumerate(quote.parts, 1):
            row = (article, number, part, quote.kind, person and person.id, speaker, quote.cue and quote.cue.text)
            yield "quotes", (*row, *tail([evidence]), quote.rule, quote.confidence)
    for finding in record.findings:
        row = (article, finding.code, finding.severity, finding.path, finding.message)
        yield "findings", (*row, *tail(finding.evidence))


def _article(record: Record, article: int) -> Row:
    source = record.source
    given = dict(source.given or {})
    own = given.pop("id", None)
    return (
        *(article, source.path, None if own is None else str(own), source.title, source.published, source.publisher),
        *(source.author, source.url, source.media_type, source.characters, source.sha256, source.text_sha256),
        *(record.inspectorate and record.inspectorate.name, record.programme),
        json.dumps(given, ensure_ascii=False) if given else None,
    )


def _tail_of(record: Record) -> Callable[[Sequence[Evidence]], Row]:
    """Offsets, words and page of the first of some evidence."""
    pages = record.source.pages or ()

    def tail(evidence: Sequence[Evidence]) -> Row:
        if not evidence:
            return (None,) * 4
        first = evidence[0]
        return first.start, first.end, first.text, bisect_right(pages, first.start) or None

    return tail
