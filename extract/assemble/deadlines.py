"""Deadlines resolved: "within three months" and "by the spring" to a day, counted from the day of publication."""

from __future__ import annotations

from functools import lru_cache

from extract.document.dates import (
    MONTH,
    MONTHS,
    NUMBER,
    SEASONS,
    find_dates,
    first_after,
    iso_date,
    last_day,
    read_number,
    shift,
)
from extract.expressions import expression

_SPAN = expression(rf"\b(?P<n>{NUMBER}|the next) (?:working )?(?P<unit>day|week|fortnight|month|quarter|year)s?\b")
_YEAR = expression(r"\b(?P<year>(?:19|20)\d\d)\b")
_MONTH = expression(rf"\b(?P<month>{MONTH})")
_DAY = expression(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})|\b(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b"
)
_SEASON = expression(rf"\b(?P<season>{'|'.join(SEASONS)})\b")
_BEFORE = expression(r"\bbefore\b")
_AT_ONCE = expression(r"\bimmediate|\bat once|straight ?away|forthwith|without delay")
_YEAR_END = expression(r"end of the (?:calendar )?year\b")


@lru_cache(maxsize=32)
def resolve_deadline(text: str, published: str | None) -> str | None:
    """The day by which an ask is to be done.

    Args:
        text: The deadline as the article words it.
        published: ISO date of the article, from which spans of time are counted.

    Returns:
        An ISO date; a month where the article names no day ("by the spring"); None where it cannot be told.

    Example:
        >>> resolve_deadline("Within three months", "2025-11-24"), resolve_deadline("by the end of March 2026", None)
        ('2026-02-24', '2026-03-31')
    """
    lower = " ".join(text.lower().split())
    full = next((day.iso for day in find_dates(lower)), None)
    if full:
        return last_day(full) if len(full) == 7 and "end of" in lower else full
    day = _DAY.search(lower)
    if day and published:
        month = MONTHS[(day["month"] or day["month2"]).rstrip(".")]
        after = first_after(month, published)
        return iso_date(int(after[:4]), month, int(day["day"] or day["day2"])) if after else None
    if _AT_ONCE.search(lower):
        return published
    span = _SPAN.search(lower)
    if span and published and "end of" not in lower:
        number = 1 if span["n"] == "the next" else read_number(span["n"]) or 1
        unit = span["unit"]
        if unit in ("month", "quarter", "year"):
            return shift(published, months=number * {"month": 1, "quarter": 3, "year": 12}[unit])
        return shift(published, days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _by_name(lower, published)


def _by_name(lower: str, published: str | None) -> str | None:
    """A deadline named by its year, month or season."""
    year = _YEAR.search(lower)
    month = _MONTH.search(lower)
    if month:
        found = first_after(MONTHS[month["month"].rstrip(".")], published) if published else None
        return last_day(found) if found and "end of" in lower else found
    season = _SEASON.search(lower)
    if season:
        number = SEASONS[season["season"]]
        if year:
            return iso_date(int(year["year"]), number)
        return first_after(number, published) if published else None
    if year:
        return (
            f"{year['year']}-12-31"
            if "end of" in lower or not _BEFORE.search(lower)
            else f"{int(year['year']) - 1}-12-31"
        )
    if published and _YEAR_END.search(lower):
        return f"{published[:4]}-12-31"
    if published and "financial year" in lower:
        return f"{int(published[:4]) + (published[5:7] >= '04')}-03-31"
    return None
