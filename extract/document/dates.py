"""Dates as British articles write them: spans of text in, ISO dates out; nothing is guessed without a reference day.

Day comes before month in figures. Month names are English and Welsh, full or shortened.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from extract.document.forms import alternation
from extract.expressions import expression

_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WELSH = [
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
]
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_WELSH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
}
"""Month names in lower case and their numbers."""

_MONTH = alternation(MONTHS)
MONTH = rf"{_MONTH}\b\.?"
"""Pattern of a month name in lower case."""

_DAY = r"(?<![\d:.£])(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_DATE = expression(
    r"(?=\d)(?:\b(?P<iso>\d{4}-\d{2}-\d{2})(?=t\d|\b)"
    rf"|{_DAY}(?: of)?[ /-](?P<m1>{_MONTH})\b\.?(?: / {_MONTH}\b)?,?[ /-](?P<y1>{_YEAR})\b"
    r"|(?<![\d/.-])(?P<d3>\d{1,2})(?:[/.](?P<m3>\d{1,2})[/.](?P<y3>(?:19|20)?\d\d)(?![\d/])|-(?P<m4>\d{1,2})-(?P<y5>(?:19|20)\d\d)(?![\d/-])))"
    rf"|\b(?P<m2>{_MONTH})\b\.?(?: (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>{_YEAR})|,? (?P<y4>{_YEAR}))\b"
)
_FIGURES = expression(r"\d[/.]\d")
_TIMESTAMP = expression(
    r"\s*(\d{4})[-/]?(\d{2})(?:[-/]?(\d{2}))?(?![\d])(?P<late>[ Tt]23:\d\d(?::\d\d(?:\.\d+)?)? ?(?:[Zz]|[+-]00:?00)$)?"
)

SEASONS = {"new year": 1, "spring": 3, "easter": 4, "summer": 6, "autumn": 9, "winter": 12, "christmas": 12}
"""Month in which a season begins."""

NUMBERS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
"""Number words in lower case."""

NUMBER = rf"(?:\d{{1,3}}|{alternation(NUMBERS)})"
"""Pattern of a small number in figures or words, lower case."""


COUNT = rf"(?:\d{{1,3}}|{alternation(word for word in NUMBERS if word not in ('a', 'an'))})"
"""Pattern of a number that counts: without "a" and "an"."""


class Day(NamedTuple):
    """A date found in a text.

    Args:
        start: Offset of its first character.
        end: Offset behind its last character.
        iso: `2025-11-24`, or `2025-11` where no day is given.
    """

    start: int
    end: int
    iso: str


def iso_date(year: int, month: int, day: int | None = None) -> str | None:
    """A date in ISO form, or None where the calendar has no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def find_dates(lower: str) -> Iterator[Day]:
    """Dates with a year, in the order of the text.

    Args:
        lower: Text in lower case.

    Example:
        >>> [day.iso for day in find_dates("published on 3rd aug 2023, updated 04/09/2023")]
        ['2023-08-03', '2023-09-04']
    """
    if "20" not in lower and "19" not in lower and not _FIGURES.search(lower):
        return
    for match in _DATE.finditer(lower):
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
            iso = iso_date(year, month, day)
        elif match["m1"]:
            iso = iso_date(int(match["y1"]), MONTHS[match["m1"]], int(match[2]))
        elif match["d3"]:
            year = int(match["y3"] or match["y5"])
            iso = iso_date(year + 2000 if year < 100 else year, int(match["m3"] or match["m4"]), int(match["d3"]))
        else:
            numbered = int(match["d2"]) if match["d2"] else None
            iso = iso_date(int(match["y2"] or match["y4"]), MONTHS[match["m2"]], numbered)
        if iso:
            yield Day(match.start(), match.end(), iso)


def read_timestamp(value: str) -> str | None:
    """The day of an ISO 8601 time stamp as pages carry them, in British time, or None.

    What is held until a minute past midnight in summer is stamped a day earlier in universal time.

    Example:
        >>> read_timestamp("2024-09-19T15:04:00Z"), read_timestamp("2024-09-19T23:01:00Z")
        ('2024-09-19', '2024-09-20')
    """
    match = _TIMESTAMP.match(value)
    if not match:
        return next((day.iso for day in find_dates(value.lower())), None)
    year, month, day = match.group(1, 2, 3)
    found = iso_date(int(year), int(month), int(day) if day else None)
    return shift(found, days=1) if found and match["late"] and _is_summer(found) else found


def _is_summer(day: str) -> bool:
    """Whether clocks in Britain are an hour ahead at the end of a day: from the last Sunday of March to that of October."""
    year = int(day[:4])
    first, last = (date(year, month, 31) for month in (3, 10))
    first, last = (end - timedelta(days=(end.weekday() + 1) % 7) for end in (first, last))
    return first.isoformat() <= day < last.isoformat()


def read_number(word: str) -> int | None:
    """The value of a number in figures or words, or None.

    Example:
        >>> read_number("eleven"), read_number("14"), read_number("many")
        (11, 14, None)
    """
    word = word.lower()
    return int(word) if word.isdecimal() and len(word) < 7 else NUMBERS.get(word)


def last_before(month: int, published: str, *, strict: bool = False) -> str | None:
    """The last such month up to the month of publication, as `2024-12`.

    Args:
        month: 1 to 12.
        published: ISO date of the article.
        strict: Whether the month of publication itself is too late.
    """
    if len(published) < 7:
        return None
    year, now = int(published[:4]), int(published[5:7])
    return iso_date(year if month < now or (month == now and not strict) else year - 1, month)


def month_of(day: int | None, month: int, published: str, *, back: int | None) -> str | None:
    """A month, or day, named without its year.

    Args:
        day: 1 to 31, or None.
        month: 1 to 12.
        published: ISO date of the article.
        back: Years before that of publication where the article says so ("last year" is 1), or None for the last.
    """
    if back is not None:
        return iso_date(int(published[:4]) - back, month, day)
    last = last_before(month, published)
    return iso_date(int(last[:4]), month, day) if last and day else last


def first_after(month: int, published: str) -> str | None:
    """The first such month from the month of publication on, as `2025-03`."""
    if len(published) < 7:
        return None
    year, now = int(published[:4]), int(published[5:7])
    return iso_date(year if month >= now else year + 1, month)


@lru_cache(maxsize=1 << 10)
def shift(published: str, *, days: int = 0, months: int = 0) -> str | None:
    """The day that lies so many days and months behind a day of publication."""
    if len(published) != 10:
        return None
    start = date.fromisoformat(published)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    try:
        return (date(year, month + 1, day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def last_day(month: str) -> str:
    """The last day of a month given as `2024-02`."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{month}-{calendar.monthrange(year, number)[1]:02d}"
