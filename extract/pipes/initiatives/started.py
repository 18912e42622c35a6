"""When an initiative began: the date beside a word of beginning, in ISO form.

Enters a name in its text; leaves a year, month or day. Dates are read where the sentence of the name, or those behind it
that go on about it, say that something began; dates without a year are reckoned from the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.document.dates import MONTHS, first_after, iso_date, last_before, month_of, read_number, shift
from extract.document.forms import alternation
from extract.document.reading import Reading, Sentence
from extract.expressions import expression

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_SEASON = r"(?:spring|summer|autumn|winter)"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN = expression(
    r"\b(?:(?=[12])(?<![\d,.\u00a3#-])(?P<only>(?:19|20)\d\d)(?:[/\u2013-]\d\d)?\b"
    r"(?![\d,.]\d| (?:cars|calls|people|officers|crimes|homes|visits|files|cases|victims|reports?|inspections?|reviews?|assessments?|surveys?|elections?|budgets?))"
    rf"|(?=\d|j[au]|[fd]e|ma|a[pu]|se|oc|no)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH})"
    r"(?: (?P<date>\d{1,2})(?:st|nd|rd|th)?(?!\d),?)?(?:,? (?:of )?(?P<year>(?:19|20)\d\d)\b"
    r"|,? (?:of )?(?P<ago>last year|this year|the year before last|the year before|that year|the same year)"
    rf"|(?= (?:and|to|until|till|\u2013|-) (?:the (?:end|middle|start) of )?{_MONTH} (?P<through>(?:19|20)\d\d)\b))?"
    r"|(?P<vague>last year|this year|last month|this month|the (?:year before last|previous year|following (?:year|month)))\b"
    rf"|(?P<lastseason>last|this) {_SEASON}\b"
    rf"|(?P<season>{_SEASON})(?: term)?(?: of)? (?:(?P<seasonyear>(?:19|20)\d\d)\b|(?P<seasonago>last year|this year))"
    r"|(?=[\da-z]{1,8}+ [ym])(?P<count>[\da-z]+) (?P<unit>years?|months?) (?P<way>ago|earlier|later)(?: (?:this|last) month)?"
    rf"|(?=[mtwfs])(?P<weekday>{'|'.join(_DAYS)}) (?P<week>last week|of last week|this week)\b"
    r"|new year's day(?:,? (?P<newyear>(?:19|20)\d\d|this year|last year))?"
    r"|start of (?:the )?(?:school )?(?P<term>term)\b|(?P<today>today|yesterday)\b)"
)
_BEGINS = expression(
    r"[\dadfjlmnostwy](?<!\w.)(?:(?<=\d)|an|eb|ar|pr|ay|u[glmnt]|ep|ct|ov|ec|ast |his |he [fpy]|oday|esterday|pring|inter"
    r"|onday|uesday|ednesday|hursday|riday|at|ew year|tart of)"
)
"""Where a date may begin, but for "two years ago": that is tried at every word, which costs the most."""
_HINTS = (
    *("last ", "this ", " year", " month", " ago", " later", "earlier", "spring", "summer", "autumn", "winter", "day"),
    *("january", "february", "march", "april", " may", "june", "july", "august", "ember", "october", "start of"),
)
_DIGIT = expression(r"\d")
_BACK = {"this year": 0, "last year": 1, "the year before last": 2, "the year before": 1, "the previous year": 1}
_ABOUT_IT = expression(
    r"[\"'(]*(?:it|its|it's|this|that|these|those|they|they'd|their|he|she|we|we've|both|all|each|every|launched|begun|started|opened|founded"
    r"|set up|introduced|created|formed|first|run|since|the (?!force|service|constabulary|inspect|report)[a-z]+|[a-z]+ (?:started|began))\b"
)
_IT_BEGAN = expression(
    r"\b(?:it|they|this|that) (?:was |were |had been |first )?(?:began|begun|started|set up|launched|introduced|opened|founded|formed|created)\b"
)
_BRACKET = expression(
    r"['\"]? ?\((?:from |since |launched |begun |started |est\.? |in |opened |founded |set up )*(?:[a-z][a-z' ]{2,24}, )?"
)
_OFFICE = expression(
    r"\b(?:constable|officer|superintendent|inspector|commissioner|chief|director|inspections?|inspected|report|(?:last|previously) (?:reported|visited|came|looked)|graded|rated|figures?|murders?)\b[^.;]{0,60}$"
)
_POINTS = expression(r"(?:they|these|this|it|that|i mean|meet|its name|their names)\b")
_THAT_WAS = expression(r"(?:that|this|it|which) (?:was|dates|dated|goes|went)(?: back| to| from| in| on| the)* ")
_FRONTED = expression(
    r"[\"'(]*(?:(?:back )?in|on|since|during|early in|late in|from|by)?(?: the)?(?: early| late| mid)? ?(?:[a-z]+ of )?$"
)
_PARTICIPLE = expression(
    r"[\"'(]*(?:[a-z]+(?:ed|un|wn|lt|ept|et|orn)|set [a-z]+|run|built|led|made|put [a-z]+)\b[^.;]*$"
)
_PLAINLY = expression(
    r"['\"]?(?:, (?:under|in|through|by) which [^,.;]{3,70})?,?(?: [a-z0-9'-]+){0,6}?(?: (?:in|on|since|during|from|at|around|of|the|early|late|mid|last|this|back in)){0,3}[ -]?"
)
_OTHER_CLAUSE = expression(
    r"\b(?:19|20)\d\d,? [^.;]{0,60}\b(?:is|are|was|were|has|have|had|will|would)\b[^.;,]{0,60},? (?:and|but|while) "
)
"""A clause with a date that ends before another one begins: "X, launched in 2022, is bedding in, and "."""
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

_AGES = 150
"""Years ago at most."""
_FAR = 4
"""Sentences behind that of the name in which it can be said when it began."""
_LONG = 800
"""Characters of a sentence in which it is looked for."""
_WIDE = 90
"""Characters between a word of beginning and its date at most."""


class Moment(NamedTuple):
    """A date in the text, as its match."""

    start: int
    end: int
    iso: str


class Started:
    """Finds dates of beginning.

    Args:
        began: Words that say that something began.
    """

    def __init__(self, began: Iterable[str]) -> None:
        self.word = re.compile(rf"\b(?:{alternation(began)}|first [a-z]+(?: [a-z]+)?)\b")

    def find(
        self, reading: Reading, start: int, end: int, before: int, after: int, published: str | None
    ) -> str | None:
        """The date on which an initiative began.

        Args:
            reading: The text.
            start: Offset of the name.
            end: Offset behind it.
            before: Behind the name of an initiative before this one, or 0.
            after: Offset of the next name of one, or the end of the text.
            published: ISO date of the article.

        Returns:
            A year, month or day in ISO form, or None.
        """
        lower, sentences = reading.lower, reading.sentences
        number = reading.sentence_at(start)
        own = sentences[number]
        bracket = _BRACKET.match(lower, end, own.end)
        if bracket:
            moment = next(self._moments(lower, bracket.end(), min(own.end, bracket.end() + 25), published), None)
            if moment and moment.start - bracket.end() < 3:
                return moment.iso
        found = None
        if _hints(lower[own.start : own.end]):
            found = self._in_own(lower, own, start, end, before, after, published)
        alone = number > 0 and before <= sentences[number - 1].start
        if found is None and alone and _POINTS.match(lower, own.start):
            found = self._beside(lower, sentences[number - 1].start, sentences[number - 1].end, published)
        if found or after < own.end:
            return found
        for step in range(number + 1, min(number + 1 + _FAR, len(sentences))):
            ahead = sentences[step]
            if ahead.span > own.span + 1 or ahead.start <= after < ahead.end:
                break
            if not _hints(lower[ahead.start : ahead.end]):
                continue
            if not self._goes_on(lower, ahead.start, lower[start:end]):
                if ahead.span != own.span or (
                    step == number + 1 and self.word.search(lower, ahead.start, ahead.end) is None
                ):
                    continue
                if step > number + 1:
                    continue
            found = self._beside(lower, ahead.start, ahead.end, published)
            if found:
                return found
        return None

    def _in_own(
        self, lower: str, own: Sentence, start: int, end: int, before: int, after: int, published: str | None
    ) -> str | None:
        """The date in the sentence of the name: behind it, before it, or around it."""
        alone = before <= own.start
        stop = own.end if after >= own.end else after
        mark = lower.find("; ", end, stop)
        if mark >= 0 and not _ABOUT_IT.match(lower, mark + 2):
            stop = mark
        found = self._beside(lower, end, stop, published)
        if found or not alone:
            return found or self._object(lower, max(before, own.start), start, end, stop, published)
        found = self._object(lower, own.start, start, end, stop, published)
        if found is None and start > own.start:
            clause = max((match.end() for match in _OTHER_CLAUSE.finditer(lower, own.start, start)), default=own.start)
            found = self._beside(lower, max(clause, start - _LONG), start, published)
        if found:
            return found
        moment = next(self._moments(lower, own.start, min(own.start + 40, stop), published), None)
        if moment and moment.end <= start:
            fronted = lower[own.start : moment.start]
            if _FRONTED.match(fronted) and self.word.search(lower, moment.end, stop):
                return moment.iso
            if _PARTICIPLE.match(fronted) and lower[moment.end : start].lstrip(" ,\"'") in ("", "the ", "its "):
                return moment.iso
        return None

    def _goes_on(self, lower: str, start: int, name: str) -> bool:
        """Whether a sentence goes on about the initiative."""
        if _ABOUT_IT.match(lower, start) or _IT_BEGAN.search(lower, start, start + _LONG):
            return True
        return lower.find(name.rpartition(" ")[2], start, start + 60) >= 0

    def _beside(self, lower: str, start: int, end: int, published: str | None) -> str | None:
        """The date nearest to a word of beginning, before or behind it in the same clause."""
        end = min(end, start + _LONG)
        that = _THAT_WAS.match(lower, start)
        words = list(self.word.finditer(lower, start, end))
        if not words and not that and lower.find("from ", start, end) < 0:
            return None
        moments = list(self._moments(lower, start, end, published))
        if not moments:
            return None
        ranged = next(
            (m for m in moments if lower.endswith("from ", start, m.start) and lower.startswith(" to ", m.end)), None
        )
        if that and moments[0].start - that.end() < 5:
            return moments[0].iso
        best: tuple[int, str] | None = None
        for word in words:
            since = word[0] == "since"
            for moment in moments:
                if moment.start >= word.end():
                    gap, cost = lower[word.end() : moment.start], moment.start - word.end()
                elif moment.end <= word.start() and not since:
                    gap, cost = lower[moment.end : word.start()], word.start() - moment.end + 15
                else:
                    continue
                if len(gap) > _WIDE or any(mark in gap for mark in ".;!?"):
                    continue
                if _OFFICE.search(
                    lower, max(start, min(moment.start, word.start()) - 70, moment.start - _WIDE), moment.start
                ):
                    continue
                cost += 40 if since else 0
                if best is None or cost < best[0]:
                    best = (cost, moment.iso)
        return best[1] if best else ranged.iso if ranged else None

    def _object(self, lower: str, low: int, start: int, end: int, stop: int, published: str | None) -> str | None:
        """The date behind a name that is the object of a verb of beginning: "launched Oak Watch with the council in May"."""
        words = list(self.word.finditer(lower, max(low, start - _WIDE), start))
        if not words or words[-1][0] == "since" or start - words[-1].end() > 45:
            return None
        if any(mark in lower[words[-1].end() : start] for mark in ".;:"):
            return None
        moment = next(self._moments(lower, end, min(stop, end + 110), published), None)
        return moment.iso if moment and _PLAINLY.fullmatch(lower, end, moment.start) else None

    def _moments(self, lower: str, start: int, end: int, published: str | None) -> Iterator[Moment]:
        """Dates between two offsets."""
        for match in _dates(lower, start, end):
            iso = None if lower.endswith(_ENDING, start, match.start()) else self._iso(match, lower, published)
            if iso:
                yield Moment(match.start(), match.end(), iso)

    def _iso(self, match: re.Match[str], lower: str, published: str | None) -> str | None:
        """A date in ISO form, or None where it cannot be reckoned."""
        if match["only"]:
            return match["only"]
        if match["seasonyear"]:
            return match["seasonyear"]
        if match["month"]:
            return self._month(match, lower, published)
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
        if match["term"]:
            return f"{year if now >= 9 else year - 1}-09" if now >= 9 or now < 4 else f"{year}-04"
        if match["weekday"]:
            return self._weekday(match, published)
        if match["today"]:
            return published if match["today"] == "today" else shift(published, days=-1)
        if match["count"]:
            return self._ago(match, lower, published)
        vague = match["vague"]
        if vague in _BACK:
            return str(year - _BACK[vague])
        if vague == "last month":
            return iso_date(year if now > 1 else year - 1, now - 1 or 12)
        if vague == "this month":
            return published[:7]
        return self._relative(vague, lower, match.start())

    def _month(self, match: re.Match[str], lower: str, published: str | None) -> str | None:
        month = MONTHS[match["month"].rstrip(".")]
        day = int(match["day"] or match["date"] or 0) or None
        ago = match["ago"]
        if match["through"]:
            return iso_date(int(match["through"]), month, day)  # "between May and August 2023"
        if match["year"]:
            return iso_date(int(match["year"]), month, day)
        head = lower[max(0, match.start() - 15) : match.start()]
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

    @staticmethod
    def _weekday(match: re.Match[str], published: str) -> str | None:
        if len(published) != 10:
            return None
        from datetime import date

        today = date.fromisoformat(published).weekday()
        back = today - _DAYS.index(match["weekday"]) + (0 if match["week"] == "this week" else 7)
        return shift(published, days=-back) if back >= 0 else None

    @staticmethod
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
        if unit.startswith("month"):
            return (shift(published, months=-number) or "")[:7] or None
        return None

    @staticmethod
    def _relative(vague: str, lower: str, start: int) -> str | None:
        """A year or month that is reckoned from the date before it."""
        dates = list(_MONTH_YEAR.finditer(lower, max(0, start - _BEHIND), start))
        found = dates[-1] if dates else None
        if found is None:
            return None
        year = int(found["year"])
        if vague.endswith("year"):
            return str(year + ("following" in vague))
        if not found["month"]:
            return None
        month = MONTHS[found["month"].rstrip(".")] + ("following" in vague)
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


def _hints(window: str) -> bool:
    """Whether a date may stand in a stretch."""
    if _DIGIT.search(window):
        return True
    return any(map(window.__contains__, _HINTS))


def _year_before(lower: str, start: int) -> int | None:
    years = _YEAR.findall(lower, max(0, start - _BEHIND), start)
    return int(years[-1]) if years else None
