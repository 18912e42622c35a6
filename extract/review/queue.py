"""The queue: which articles of a store to look at, the doubtful first, and how far the whole is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from extract.review.store import Store

SORTS: Mapping[str, tuple[str, str]] = {
    "doubt": ("most doubtful first", "state = 'checked', doubt DESC, position"),
    "newest": ("newest first", "published DESC, position"),
    "oldest": ("oldest first", "published = '', published, position"),
    "confidence": ("lowest confidence first", "confidence IS NULL, confidence, position"),
    "path": ("in the order of the files", "position"),
}
"""Orders of the queue: what each is called, and its columns."""

STATES = ("new", "in progress", "checked")
PAGE = 100
"""Articles on a page."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the queue is shown; every part "" where it does not matter.

    Args:
        force: Registry id.
        since: First date, ISO.
        until: Last date, ISO; a month or year takes in all its days.
        field: A field that has rows.
        code: Code of a finding that nobody has dealt with.
        state: `new`, `in progress` or `checked`.
        search: Words, each of which the title, the path or a name has.
        sort: Key of `SORTS`.
        page: From 1.
    """

    force: str = ""
    since: str = ""
    until: str = ""
    field: str = ""
    code: str = ""
    state: str = ""
    search: str = ""
    sort: str = "doubt"
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """The filter that a query string says; what it cannot mean is left out."""
        names = ("force", "since", "until", "field", "code", "state", "search")
        given = {name: query.get(name, "").strip()[:200] for name in names}
        sort, page = query.get("sort", ""), query.get("page", "")
        return cls(
            **given,
            sort=sort if sort in SORTS else "doubt",
            page=int(page) if page.isdecimal() and 0 < int(page) < 1_000_000 else 1,
        )

    def to_query(self, **other: Any) -> str:
        """The query string that says it, with other values for some parts."""
        values = {name: getattr(self, name) for name in self.__slots__} | other
        plain = {"sort": "doubt", "page": 1}
        return urlencode([(name, value) for name, value in values.items() if value and value != plain.get(name)])

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return any((self.force, self.since, self.until, self.field, self.code, self.state, self.search))


def list_articles(store: Store, chosen: Filter) -> tuple[list[Line], int]:
    """A page of the queue.

    Returns:
        Its articles, each with its forces and codes, and how many articles the filter lets through.
    """
    where, values = _where(chosen)
    total = store.db.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()[0]
    rows = store.db.execute(
        "SELECT id, path, title, published, rows, open, findings, confidence, doubt, state FROM articles"
        f" WHERE {where} ORDER BY {SORTS[chosen.sort][1]} LIMIT ? OFFSET ?", (*values, PAGE, (chosen.page - 1) * PAGE)
    )  # fmt: skip
    lines = [dict(row) | {"forces": [], "codes": []} for row in rows]
    by_id = {line["id"]: line for line in lines}
    marks = ",".join("?" * len(by_id))
    for article, name in store.db.execute(
        f"SELECT article, name FROM article_forces WHERE article IN ({marks}) ORDER BY subject DESC, name", [*by_id]
    ):
        by_id[article]["forces"].append(name)
    for article, code in store.db.execute(
        f"SELECT article, code FROM article_findings WHERE article IN ({marks}) ORDER BY code", [*by_id]
    ):
        by_id[article]["codes"].append(code)
    return lines, total


def neighbour(store: Store, article: int) -> int | None:
    """The most doubtful article that is not checked, other than one; None where all others are."""
    row = store.db.execute(
        "SELECT id FROM articles WHERE current = 1 AND state <> 'checked' AND id <> ?"
        " ORDER BY state = 'checked', doubt DESC, position LIMIT 1", (article,)
    ).fetchone()  # fmt: skip
    return row[0] if row else None


def measure_progress(store: Store) -> dict[str, int]:
    """How many articles there are in each state, and how many rows are open."""
    counts = dict.fromkeys(STATES, 0)
    rows = open_rows = 0
    for state, number, all_rows, waiting in store.db.execute(
        "SELECT state, count(*), total(rows), total(open) FROM articles WHERE current = 1 GROUP BY state"
    ):
        counts[state] = number
        rows, open_rows = rows + int(all_rows), open_rows + int(waiting)
    return counts | {"articles": sum(counts.values()), "rows": rows, "open": open_rows}


def list_choices(store: Store) -> dict[str, list[tuple[str, str, int]]]:
    """What the queue can be filtered by: forces and codes that occur, as value, name and number of articles."""
    forces = store.db.execute("SELECT force, min(name), count(*) FROM article_forces GROUP BY force ORDER BY 2")
    codes = store.db.execute("SELECT code, code, count(*) FROM article_findings GROUP BY code ORDER BY 1")
    return {"forces": [tuple(row) for row in forces], "codes": [tuple(row) for row in codes]}


def list_failures(store: Store) -> list[Line]:
    """Inputs that could not be read."""
    return [dict(row) for row in store.db.execute("SELECT path, code, message FROM failures ORDER BY path LIMIT 200")]


def _where(chosen: Filter) -> tuple[str, list[str]]:
    parts, values = ["current = 1"], []
    if chosen.force:
        parts.append("id IN (SELECT article FROM article_forces WHERE force = ?)")
        values.append(chosen.force)
    if chosen.code:
        parts.append("id IN (SELECT article FROM article_findings WHERE code = ?)")
        values.append(chosen.code)
    if chosen.field:
        parts.append("instr(fields, ?)")
        values.append(f" {chosen.field} ")
    if chosen.state:
        parts.append("state = ?")
        values.append(chosen.state)
    if chosen.since:
        parts.append("published >= ?")
        values.append(chosen.since)
    if chosen.until:
        parts.append("published <> '' AND published <= ?")
        values.append(chosen.until + "~")
    for word in chosen.search.casefold().split():
        parts.append("instr(search, ?)")
        values.append(word)
    return " AND ".join(parts), values
