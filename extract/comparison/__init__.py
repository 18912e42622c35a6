"""Two runs compared: which rows of each article appeared, vanished or changed, and the totals of each field.

Enters the records of both runs; leaves differences, as text, JSON or one self-contained page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extract.comparison.difference import Change, Difference, Totals, compare
from extract.comparison.page import to_page
from extract.comparison.text import to_json, to_text
from models import Record

__all__ = ["COMPARISONS", "Change", "Difference", "Totals", "compare", "compare_runs"]

COMPARISONS: dict[str, Callable[[Iterable[Difference], Totals], Iterator[str]]] = {
    "text": to_text,
    "json": to_json,
    "html": to_page,
}
"""Every form by its name: differences in, pieces of the whole out. Totals are complete when the differences are read."""


def compare_runs(pairs: Iterable[tuple[Record | None, Record | None]], totals: Totals) -> Iterator[Difference]:
    """Differences of two runs.

    Args:
        pairs: For each article its old and its new record, None where a run has none.
        totals: Counts that are kept up.

    Returns:
        For each article that differs its differences, in the order given.
    """
    for old, new in pairs:
        difference = compare(old, new)
        totals.add(difference)
        if difference.changes or difference.state != "both":
            yield difference
