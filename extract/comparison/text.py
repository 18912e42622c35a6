"""Differences as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extract.comparison.difference import Difference, Totals

_SIGNS = {"appeared": "+", "vanished": "-", "changed": "~"}
_COUNTS = ("same", "appeared", "vanished", "changed")


def to_text(differences: Iterable[Difference], totals: Totals) -> Iterator[str]:
    """Each article with its rows, then the totals of each field."""
    for difference in differences:
        yield difference.path + (f"  ({difference.state})" if difference.state != "both" else "") + "\n"
        for change in difference.changes:
            yield f"  {_SIGNS[change.kind]} {change.field}: {change.row}\n"
            for value in change.values:
                yield f"      {value.key}: {value.old} -> {value.new}\n"
        yield "\n"
    yield ", ".join(f"{count} {state}" for state, count in sorted(totals.articles.items())) or "no articles"
    yield f"\n{'':<16}" + "".join(f"{name:>10}" for name in _COUNTS) + "\n"
    for name, counts in totals.rows.items():
        yield f"{name:<16}" + "".join(f"{counts[key]:>10}" for key in _COUNTS) + "\n"


def to_json(differences: Iterable[Difference], totals: Totals) -> Iterator[str]:
    """One object: `articles` that differ, and `totals`."""
    separator = '{"articles": ['
    for difference in differences:
        yield separator + "\n" + json.dumps(_plain(difference), ensure_ascii=False)
        separator = ","
    whole = {"articles": dict(totals.articles), "rows": {name: dict(counts) for name, counts in totals.rows.items()}}
    yield ("" if separator == "," else separator) + '\n], "totals": ' + json.dumps(whole, sort_keys=True) + "}\n"


def _plain(difference: Difference) -> dict[str, Any]:
    changes = [
        {
            "field": change.field,
            "kind": change.kind,
            "row": change.row,
            "values": [value._asdict() for value in change.values],
        }
        for change in difference.changes
    ]
    return {"path": difference.path, "state": difference.state, "changes": changes}
