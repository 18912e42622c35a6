"""Dates in lower-cased text as they are written in news: in full, without a year, as a season, relative to the day of the article.

Enters the text between two offsets and the day of the article; leaves dates in ISO form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.document.dates import MONTHS, first_after, iso_date, last_before, month_of, read_number, shift
from extract.expressions import expression

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|christmas)\b\.?"
)
_ALSO = frozenset(("may", "march", "christmas"))
"""Months that are other words too."""
_BEFORE = ("in ", "since ", "last ", "this ", "by ", "from ", "early ", "late ", "of ", "between ", "until ", "during ")
"""Words before such a word that make it a month."""
_MONTHS = {**MONTHS, "christmas": 12}
_SEASON = r"(?:spring|summer|autumn|winter)"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN = expression(
    r"\b(?:(?=[12])(?:(?<![\d,.\u00a3#-])|(?<=mid-)|(?<=late-)|(?<=early-))(?P<only>(?:19|20)\d\d)(?:[/\u2013-]\d\d)?\b"
    r"(?![\d,.]\d| (?:cars|calls|people|officers|crimes|homes|visits|files|cases|victims|reports?|inspections?|reviews?|assessments?|surveys?|elections?|budgets?))"
    rf"|(?=\d|j[au]|[fd]e|ch|ma|a[pu]|se|oc|no)(?:(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)? ?(?:and|to|until|till|\u2013|-) ?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH})"
    r"(?: (?P<date>\d{1,2})(?:st|nd|rd|th)?(?!\d),?)?(?:,? (?:of )?(?P<year>(?:19|20)\d\d)\b"
    r"|,? (?:of )?(?P<ago>last year|this year|the year before last|the year before|that year|the same year)"
    rf"|(?= (?:and|to|until|till|\u2013|-) (?:the (?:end|middle|start) of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} (?P<through>(?:19|20)\d\d)\b))?"
    r"|(?P<vague>last year|this year|last month|this month|next month|the (?:year before last|previous year|following (?:year|month)|year after(?! next)))\b"
    rf"|(?P<lastseason>last|this) {_SEASON}\b"
    rf"|(?P<season>{_SEASON})(?: term)?(?: of)? (?:(?P<seasonyear>(?:19|20)\d\d)\b|(?P<seasonago>last year|this year))"
    r"|(?=[\da-z]{1,8}+ [ymwf])(?P<count>[\da-z]+) (?P<unit>years?|months?|weeks?|fortnight) (?P<way>ago|earlier|later)(?: (?:this|last) month)?"
    rf"|(?=[mtwfs])(?P<weekday>{'|'.join(_DAYS)})(?: (?P<week>last week|of last week|this week)\b|(?<=\bon \w{{6}})\b|(?<=\bon \w{{7}})\b|(?<=\bon \w{{8}})\b|(?<=\bon \w{{9}})\b)(?!,? \d)"
    r"|new year's day(?:,? (?P<newyear>(?:19|20)\d\d|this year|last year))?"
    r"|start of (?:(?:the )?(?:school )?(?P<term>term)|(?:the|this) (?P<whole>year))\b|(?P<today>today|yesterday)\b)"
)
_BEGINS = expression(
    r"[\dacdfjlmnostwy](?<!\w.)(?:(?<=\d)|an|eb|ar|pr|ay|u[glmnt]|ep|ct|ov|ec|hristmas|ast |his |he [fpy]|oday|esterday|pring|inter"
    r"|onday|uesday|ednesday|hursday|riday|at|ew year|ext month|tart of)"
)
"""Where a date may begin, but for "two years ago": that is tried at every word, which costs the most."""
_HINTS = (
    " season",
    *("last ", "this ", " year", " month", " ago", " later", "earlier", "spring", "summer", "autumn", "winter", "day"),
    *(
        "january",
        "february",
        "march",
        "april",
        " may",
        "june",
        "july",
        "august",
        "ember",
        "october",
        "start of",
        "christmas",
    ),
)
_DIGIT = expression(r"\d")
_BACK = {"this year": 0, "last year": 1, "the year before last": 2, "the year before": 1, "the previous year": 1}
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_MONTH_YEAR = expression(rf"(?:(?P<month>{_MONTH}) )?(?P<year>(?:19|20)\d\d)\b")
_BEHIND = 600
"""Characters before a relative date in which that is looked for from which it is reckoned."""
_SAME = ("the following ", "that same ", "that ", "the same ")
_ENDING = ("until ", "till ")
"""Words before a date on which something ends."""

_AHEAD = expression(r"\b(?:will|would|shall|is to|are to|to be|due|starts|begins|opens|launches)\b[^.;]{0,50}$")
"""Words before a date that is to come."""

_NEXT = 70
"""Characters before a date among which they are looked for."""

_AGE = expression(
    r"\b(?:(?:(?:now|already|is|are) (?:now |already |well )?in(?:to)?|(?:now|just|is|are|has) enter(?:s|ed|ing)) (?:its|their) (?P<nth>[a-z]+) (?:year|season|summer|winter)"
    r"|(?:now|is|are|only|just|barely) (?P<old>[a-z0-9]+) (?P<unit>year|month)s? old"
    r"|(?:has|have) (?:[^.;,]{1,40} )?for the (?:past|last) (?P<past>[a-z0-9]+) years)\b"
)
_UNITS = ("year", "month", "season", "summer", "winter")
"""Without any of which that matches nothing."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_AGES = 150
"""Years ago at most."""


class Moment(NamedTuple):
    """A date in the text, as its match."""

    start: int
    end: int
    iso: str


def moments_of(lower: str, start: int, end: int, published: str | None) -> Iterator[Moment]:
    """Dates between two offsets."""
    for match in _dates(lower, start, end):
        iso = None if lower.endswith(_ENDING, start, match.start()) else _iso(match, lower, published)
        if iso:
            yield Moment(match.start(), match.end(), iso)


def _iso(match: re.Match[str], lower: str, published: str | None) -> str | None:
    """A date in ISO form, or None where it cannot be reckoned."""
    if match["only"]:
        return match["only"]
    if match["seasonyear"]:
        return match["seasonyear"]
    if match["month"]:
        return _month(match, lower, published)
    if match["newyear"] and match["newyear"].isdecimal():
        return f"{match['newyear']}-01-01"
    if not published or len(published) < 7:
        return None
    year, now = int(published[:4]), int(published[5:7])
    if match[0].startswith("new year"):
        return f"{year - _BACK.get(match['newyear'] or '', 0)}-01-01"
    if match["seasonago"]:
        return str(year - _BACK[match["seasonago"]])
    if match["lastseason"]:
        return str(year if match["lastseason"] == "this" else year - (1 if now < 10 else 0))
    if match["whole"]:
        return str(year)
    if match["term"]:
        return f"{year if now >= 9 else year - 1}-09" if now >= 9 or now < 4 else f"{year}-04"
    if match["weekday"]:
        return _weekday(match, lower, published)
    if match["today"]:
        return published if match["today"] == "today" else shift(published, days=-1)
    if match["count"]:
        return _ago(match, lower, published)
    vague = match["vague"]
    if vague in _BACK:
        return str(year - _BACK[vague])
    if vague == "last month":
        return iso_date(year if now > 1 else year - 1, now - 1 or 12)
    if vague == "this month":
        return published[:7]
    if vague == "next month":
        return iso_date(year + now // 12, now % 12 + 1)
    return _relative(vague, lower, match.start())


def _month(match: re.Match[str], lower: str, published: str | None) -> str | None:
    month = _MONTHS[match["month"].rstrip(".")]
    day = int(match["first"] or match["day"] or match["date"] or 0) or None
    ago = match["ago"]
    if match["through"]:
        return iso_date(int(match["through"]), month, day)  # "between May and August 2023"
    if match["year"]:
        return iso_date(int(match["year"]), month, day)
    head = lower[max(0, match.start() - 15) : match.start()]
    bare = match["month"] in _ALSO and day is None and not ago
    if head.endswith(("each ", "every ")) or (bare and not head.endswith("last " if month == 12 else _BEFORE)):
        return None
    if head.endswith(_SAME) or ago in ("that year", "the same year"):
        year = _year_before(lower, match.start())
        return iso_date(year + (1 if "following" in head else 0), month, day) if year else None
    if not published or len(published) < 7:
        return None
    if ago:
        return month_of(day, month, published, back=_BACK.get(ago, 1))
    strict = head.endswith("last ")
    if not strict and _AHEAD.search(lower, max(0, match.start() - _NEXT), match.start()):
        found = first_after(month, published)
        return iso_date(int(found[:4]), month, day) if found else None
    if day is None or strict:
        found = last_before(month, published, strict=strict)
        return iso_date(int(found[:4]), month, day) if found else None
    return month_of(day, month, published, back=None)


def _weekday(match: re.Match[str], lower: str, published: str) -> str | None:
    if len(published) != 10:
        return None
    from datetime import date

    today = date.fromisoformat(published).weekday()
    back = today - _DAYS.index(match["weekday"])
    if match["week"] is None:
        ahead = _AHEAD.search(lower, max(0, match.start() - _NEXT), match.start())
        return shift(published, days=(-back) % 7 or 7) if ahead else shift(published, days=-(back % 7))
    back += 0 if match["week"] == "this week" else 7
    return shift(published, days=-back) if back >= 0 else None


def _ago(match: re.Match[str], lower: str, published: str) -> str | None:
    number = read_number(match["count"])
    if number is None or number > _AGES:
        return None
    unit, way = match["unit"], match["way"]
    if way != "ago":
        year = _year_before(lower, match.start()) if unit.startswith("year") else None
        return str(year + (number if way == "later" else -number)) if year else None
    if unit.startswith("year"):
        exact = match[0].endswith("month")
        months = 12 * number + (1 if match[0].endswith("last month") else 0)
        return (shift(published, months=-months) or "")[:7] if exact else str(int(published[:4]) - number)
    if unit.startswith(("week", "fortnight")):
        return (shift(published, days=-(14 if unit == "fortnight" else 7) * number) or "")[:7] or None
    if unit.startswith("month"):
        return (shift(published, months=-number) or "")[:7] or None
    return None


def _relative(vague: str, lower: str, start: int) -> str | None:
    """A year or month that is reckoned from the date before it."""
    dates = list(_MONTH_YEAR.finditer(lower, max(0, start - _BEHIND), start))
    found = dates[-1] if dates else None
    if found is None:
        return None
    year = int(found["year"])
    if "year" in vague:
        return str(year + 1)
    if not found["month"]:
        return None
    month = _MONTHS[found["month"].rstrip(".")] + ("following" in vague)
    return iso_date(year + (month > 12), (month - 1) % 12 + 1)


def _dates(lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Dates between two offsets, looked for only where one may begin."""
    window = lower[start:end]
    if " ago" in window or " earlier" in window or " later" in window:
        yield from _WHEN.finditer(lower, start, end)
        return
    begin = _BEGINS.search(lower, start, end)
    while begin:
        found = _WHEN.match(lower, begin.start(), end)
        if found:
            yield found
        begin = _BEGINS.search(lower, found.end() if found else begin.start() + 1, end)


def is_hinted(window: str) -> bool:
    """Whether a date may stand in a stretch."""
    if _DIGIT.search(window):
        return True
    return any(map(window.__contains__, _HINTS))


def _year_before(lower: str, start: int) -> int | None:
    years = _YEAR.findall(lower, max(0, start - _BEHIND), start)
    return int(years[-1]) if years else None


def age_of(lower: str, start: int, end: int, published: str) -> str | None:
    """When something began that is said to be so old: "now in its third year", "two years old", "has for the past year"."""
    aged = any(lower.find(unit, start, end) >= 0 for unit in _UNITS)
    found = _AGE.search(lower, start, end) if aged else None
    if found is None:
        return None
    year = int(published[:4])
    if found["nth"]:
        return str(year - _ORDINALS.index(found["nth"])) if found["nth"] in _ORDINALS else None
    number = read_number(found["old"] or found["past"])
    if number is None or number > _AGES:
        return None
    if found["unit"] == "month":
        return (shift(published, months=-number) or "")[:7] or None
    return str(year - number)
