"""What differs between two records of one article, row by row.

Rows are the same row when they say the same of the same thing (a force's grade for an area, a quote that begins with the
same words), or else when their evidence shares characters. Rules and confidences are left aside, and so are offsets
where the article's text is not the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from models import Record

FIELDS = (
    "source",
    "forces",
    "stated_counts",
    "grades",
    "recommendations",
    "initiatives",
    "officials",
    "quotes",
    "findings",
)
"""Fields that are compared; `source` holds what the article says of itself, its inspectorate and its programme."""

Kind = Literal["appeared", "vanished", "changed"]
State = Literal["both", "only old", "only new"]
Row = dict[str, Any]

_LEFT = frozenset(("rule", "confidence", "id", "topic", "media_type", "sha256", "path"))


class Value(NamedTuple):
    """One value of a row that changed."""

    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs.

    Args:
        field: Field of the record.
        kind: Whether it appeared, vanished or changed.
        row: What it says, in one line; of a changed row what the new record says.
        values: What changed in it.
    """

    field: str
    kind: Kind
    row: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one article.

    Args:
        path: The article, as the records name it.
        state: Whether both runs have it.
        changes: Rows that differ, field by field.
        same: How many rows of each field do not differ.
    """

    path: str
    state: State
    changes: tuple[Change, ...]
    same: Mapping[str, int]


@dataclass
class Totals:
    """Counts of a comparison, kept up while it runs."""

    articles: Counter[str] = field(default_factory=Counter)
    rows: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FIELDS})

    def add(self, difference: Difference) -> None:
        """Count an article."""
        state = difference.state if difference.state != "both" else "changed" if difference.changes else "same"
        self.articles[state] += 1
        for change in difference.changes:
            self.rows[change.field][change.kind] += 1
        for name, count in difference.same.items():
            self.rows[name]["same"] += count


def compare(old: Record | None, new: Record | None) -> Difference:
    """What differs between two records of one article.

    Args:
        old: The record of the earlier run, or None where it has none.
        new: That of the later run, or None; not both are None.
    """
    known = new or old
    if known is None:
        raise ValueError("one of the records must be there")
    if old is None or new is None:
        return Difference(known.source.path, "only old" if new is None else "only new", (), {})
    grounded = old.source.text_sha256 == new.source.text_sha256
    changes: list[Change] = []
    same: dict[str, int] = {}
    before, after = _plain(old), _plain(new)
    for name in FIELDS:
        same[name] = 0
        for one, other in _paired(name, before[name], after[name], grounded=grounded):
            if one is None or other is None:
                kind: Kind = "appeared" if one is None else "vanished"
                changes.append(Change(name, kind, _tell(name, one or other or {})))
                continue
            values = tuple(_values(_bare(one, grounded=grounded), _bare(other, grounded=grounded)))
            if values:
                changes.append(Change(name, "changed", _tell(name, other), values))
            else:
                same[name] += 1
    return Difference(known.source.path, "both", tuple(changes), same)


def _plain(record: Record) -> dict[str, list[Row]]:
    """Rows as plain values, speakers by their names."""
    data = record.model_dump(mode="json")
    people = {row["id"]: row["name"] or row["role"] for row in data["officials"]}
    for quote in data["quotes"]:
        quote["speaker"] = people.get(quote["speaker"], quote["speaker"])
    source = {key: data["source"][key] for key in ("title", "published", "publisher", "author", "url")}
    source |= {"inspectorate": (data["inspectorate"] or {}).get("name"), "programme": data["programme"]}
    for row in data["forces"]:
        row["force"] = row["id"]
    return {name: [source] if name == "source" else data[name] for name in FIELDS}


_KEYS: dict[str, Callable[[Row], Any]] = {
    "source": lambda _: 0,
    "forces": lambda row: row["id"],
    "stated_counts": lambda row: (row["of"], row["grade"], row["force"]),
    "grades": lambda row: (row["force"], _fold(row["area"]["text"]), row["previous"]),
    "recommendations": lambda row: (row["force"], _fold(row["evidence"][0]["text"])),
    "initiatives": lambda row: _fold(row["name"]),
    "officials": lambda row: _fold(row["name"] or row["role"]),
    "quotes": lambda row: (row["kind"], _fold(row["parts"][0]["text"])[:60]),
    "findings": lambda row: (row["code"], row["path"], row["message"]),
}


def _paired(
    name: str, before: Sequence[Row], after: Sequence[Row], *, grounded: bool
) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows of two records that are the same row; None where one has no such row."""
    left = list(before)
    waiting: list[Row] = []
    pairs: list[tuple[Row | None, Row | None]] = []
    for row in after:
        twins = [other for other in left if _KEYS[name](other) == _KEYS[name](row)]
        if twins:
            twin = next(
                (other for other in twins if _bare(other, grounded=grounded) == _bare(row, grounded=grounded)), twins[0]
            )
            left = [other for other in left if other is not twin]
            pairs.append((twin, row))
        else:
            waiting.append(row)
    for row in waiting:
        near = next((other for other in left if _alike(name, other, row)), None)
        if near is None and grounded and name != "forces":
            near = next((other for other in left if _meet(name, other, row)), None)
        left = [other for other in left if other is not near]
        pairs.append((near, row))
    yield from pairs
    yield from ((row, None) for row in left)


_LOOSE: dict[str, Callable[[Row], Any]] = {
    "grades": lambda row: (_fold(row["area"]["text"]), row["grade"], row["previous"]),
    "recommendations": lambda row: _fold(row["evidence"][0]["text"]),
    "quotes": lambda row: [_fold(part["text"]) for part in row["parts"]],
}


def _alike(name: str, one: Row, other: Row) -> bool:
    """Whether two rows say the same of another force, or in another way."""
    return name in _LOOSE and _LOOSE[name](one) == _LOOSE[name](other)


def _meet(name: str, one: Row, other: Row) -> bool:
    """Whether the most telling spans of two rows share characters."""
    return any(a[0] < b[1] and b[0] < a[1] for a in _spans(name, one) for b in _spans(name, other))


def _spans(name: str, row: Row) -> list[tuple[int, int]]:
    if name == "grades" and row["area"]["start"] is not None:
        return [(row["area"]["start"], row["area"]["end"])]
    return [(part["start"], part["end"]) for part in row.get("evidence") or row.get("parts") or []]


def _bare(value: Any, *, grounded: bool) -> Any:
    """A value without what is not compared."""
    if isinstance(value, dict):
        left = _LEFT if grounded else _LEFT | {"start", "end"}
        return {key: _bare(item, grounded=grounded) for key, item in value.items() if key not in left}
    if isinstance(value, list):
        return [_bare(item, grounded=grounded) for item in value]
    return value


def _values(old: Row, new: Row) -> Iterator[Value]:
    """Keys whose values differ, evidence in words."""
    for key in new:
        if old.get(key) != new[key]:
            yield Value(key, _words(old.get(key)), _words(new[key]))


def _words(value: Any) -> Any:
    """Evidence as its words and place; anything else as it is."""
    if isinstance(value, dict) and "text" in value:
        place = f" ({value['start']} to {value['end']})" if value.get("start") is not None else ""
        return _short(value["text"]) + place
    if isinstance(value, list):
        return "; ".join(str(_words(item)) for item in value)
    return value


def _tell(name: str, row: Row) -> str:
    """A row in one line."""
    told: dict[str, Callable[[], Any]] = {
        "source": lambda: "source",
        "forces": lambda: row["name"],
        "stated_counts": lambda: f"{row['count']} {row['of']}" + (f" {row['grade']}" if row["grade"] else ""),
        "grades": lambda: (
            f"{row['force']}: {row['area']['text']}: {row['grade']}" + (" (previous)" if row["previous"] else "")
        ),
        "recommendations": lambda: f"{row['force']}: {row['evidence'][0]['text']}",
        "initiatives": lambda: row["name"],
        "officials": lambda: ", ".join(part for part in (row["name"], row["role"], row["organisation"]) if part),
        "quotes": lambda: f"{row['speaker']}, {row['kind']}: {row['parts'][0]['text']}",
        "findings": lambda: f"{row['code']} {row['path']}: {row['message']}",
    }
    return _short(str(told[name]()))


def _fold(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 140 else flat[:139].rstrip() + "…"
