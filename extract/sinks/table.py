"""A record as tables for a terminal, drawn by rich: each row with the words of the article that say it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from extract.expressions import expression
from models import Evidence, Record

_WIDTH = 90
_BREAK = expression(r"[\t\n\v\f\r]+")
_CONTROL = expression(r"[\x00-\x1f\x7f-\x9f]")


def to_table(record: Record) -> RenderableType:
    """What a person reads of a record."""
    source = record.source
    head = Text()
    head.append(_plain(source.title or "(no title)"), style="bold")
    facts = [
        source.published,
        source.author,
        source.publisher,
        record.inspectorate.name if record.inspectorate else None,
        record.programme,
    ]
    if any(facts):
        head.append("\n" + _plain("  ".join(fact for fact in facts if fact)), style="dim")
    if source.path:
        head.append("\n" + _plain(source.path), style="dim")
    return Group(head, *(table for table in _tables(record) if table.row_count))


def _tables(record: Record) -> Iterator[Table]:
    names = {force.id: force.name for force in record.forces}
    people = {official.id: official.name or official.role or official.id for official in record.officials}

    table = _table("Forces", "force", "", "mentions")
    for force in record.forces:
        table.add_row(_safe(force.name), "subject" if force.subject else "mentioned", str(len(force.evidence)))
    yield table

    table = _table("Grades", "force", "area", "grade", "")
    for grade in record.grades:
        table.add_row(
            _safe(names.get(grade.force or "", "\u2013")),
            _safe(grade.area.text),
            grade.grade,
            "previous" if grade.previous else "",
        )
    yield table

    table = _table("Stated counts", "count", "of", "grade")
    for count in record.stated_counts:
        table.add_row(str(count.count), count.of, count.grade or "")
    yield table

    table = _table("Recommendations", "kind", "ask", "deadline")
    for ask in record.recommendations:
        deadline = (
            "" if ask.deadline is None else ask.deadline.text + (f" ({ask.deadline.date})" if ask.deadline.date else "")
        )
        table.add_row(ask.kind.replace("_", " "), _words(ask.evidence), _safe(deadline))
    yield table

    table = _table("Initiatives", "name", "started", "about")
    for initiative in record.initiatives:
        about = _short(initiative.about.text) if initiative.about else ""
        table.add_row(_safe(initiative.name), initiative.started or "", about)
    yield table

    table = _table("Officials", "name", "role", "organisation")
    for official in record.officials:
        body = official.organisation or ""
        table.add_row(_safe(official.name or "(unnamed)"), _safe(official.role or ""), _safe(names.get(body, body)))
    yield table

    table = _table("Quotes", "speaker", "kind", "words")
    for quote in record.quotes:
        table.add_row(
            _safe(people.get(quote.speaker or "", quote.speaker or "\u2013")), quote.kind, _words(quote.parts)
        )
    yield table

    table = _table("Findings", "code", "severity", "message")
    for finding in record.findings:
        table.add_row(finding.code, finding.severity, _safe(finding.message))
    yield table


def _table(title: str, *columns: str) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold cyan", box=None, pad_edge=False, header_style="dim"
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _words(parts: tuple[Evidence, ...]) -> str:
    more = f" (+{len(parts) - 1})" if len(parts) > 1 else ""
    return _short(parts[0].text) + more


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return _safe(flat if len(flat) <= _WIDTH else flat[: _WIDTH - 1].rstrip() + "\u2026")


def _safe(text: str) -> str:
    return escape(_plain(text))


def _plain(text: str) -> str:
    """A text without control characters, which could command the terminal."""
    return _CONTROL.sub("\ufffd", _BREAK.sub(" ", text))
