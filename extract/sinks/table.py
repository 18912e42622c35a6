"""A record as tables for a terminal, drawn by rich: each row with the words of the article that say it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from models import Evidence, Record

_WIDTH = 90


def to_table(record: Record) -> RenderableType:
    """What a person reads of a record."""
    source = record.source
    head = Text()
    head.append(source.title or "(no title)", style="bold")
    facts = [
        source.published,
        source.author,
        source.publisher,
        record.inspectorate.name if record.inspectorate else None,
        record.programme,
    ]
    head.append("\n" + "  ".join(fact for fact in facts if fact), style="dim")
    if source.path:
        head.append(f"\n{source.path}", style="dim")
    return Group(head, *(table for table in _tables(record) if table.row_count))


def _tables(record: Record) -> Iterator[Table]:
    names = {force.id: force.name for force in record.forces}
    people = {official.id: official.name or official.role or official.id for official in record.officials}

    table = _table("Forces", "force", "", "mentions")
    for force in record.forces:
        table.add_row(force.name, "subject" if force.subject else "mentioned", str(len(force.evidence)))
    yield table

    table = _table("Grades", "force", "area", "grade", "")
    for grade in record.grades:
        table.add_row(
            names.get(grade.force or "", "\u2013"),
            escape(grade.area.text),
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
        table.add_row(ask.kind.replace("_", " "), _words(ask.evidence), escape(deadline))
    yield table

    table = _table("Initiatives", "name", "started", "about")
    for initiative in record.initiatives:
        about = _short(initiative.about.text) if initiative.about else ""
        table.add_row(escape(initiative.name), initiative.started or "", about)
    yield table

    table = _table("Officials", "name", "role", "organisation")
    for official in record.officials:
        body = official.organisation or ""
        table.add_row(escape(official.name or "(unnamed)"), escape(official.role or ""), escape(names.get(body, body)))
    yield table

    table = _table("Quotes", "speaker", "kind", "words")
    for quote in record.quotes:
        table.add_row(
            escape(people.get(quote.speaker or "", quote.speaker or "\u2013")), quote.kind, _words(quote.parts)
        )
    yield table

    table = _table("Findings", "code", "severity", "message")
    for finding in record.findings:
        table.add_row(finding.code, finding.severity, escape(finding.message))
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
    return escape(flat if len(flat) <= _WIDTH else flat[: _WIDTH - 1].rstrip() + "\u2026")
