"""When an initiative began: the date beside a word of beginning, in ISO form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.document.dates import MONTH, MONTHS, iso_date, last_before, month_of
from extract.document.forms import alternation

_WHEN = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?:(?:the )?(?:start|beginning|end|middle) of |early |late |mid-)?(?:the )?(?:(?P<month>{MONTH})|(?P<season>spring|summer|autumn|winter)(?: of)?)(?: (?P<year>(?:19|20)\d\d))?"
    r"|(?:early |late |mid-)?(?P<only>(?:19|20)\d\d)(?:/\d\d)?"
)
_GAP = r"[^.;:!?\"]{0,60}?"
_RELATIVE = re.compile(rf"\b(?:the following|that same|that|the same) (?P<month>{MONTH})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKET = re.compile(r"^ \((?P<year>(?:19|20)\d\d)\)")
_AGO = re.compile(r",? (last year|this year|the year before last)\b")
_BACK = {"this year": 0, "last year": 1, "the year before last": 2}
_LAST = re.compile(rf"\blast (?P<month>{MONTH})")


_OFFICE = re.compile(
    r"\b(?:constable|officer|superintendent|inspector|commissioner|chief|director) (?:of|at|for|in) [^.;]{0,50}$"
)


class Started:
    """Finds dates of beginning.

    Args:
        began: Words that say that something began.
    """

    def __init__(self, began: Iterable[str]) -> None:
        words = alternation(began)
        self.after = re.compile(rf"\b(?:{words})\b{_GAP}\b(?:in|since|on|from|around|of|during)? ?(?:{_WHEN})\b")
        self.since = re.compile(rf"\b(?:since|from) (?:{_WHEN})\b")
        self.before = re.compile(
            rf"\b(?:{words})(?: (?:the|its|their|our|a|an|new|own|what it calls|\w+'s|\w+)){{0,3}} ?['\"]?$"
        )
        self.dated = re.compile(rf"['\"]?(?: [a-z]+){{0,4}}? (?:in|on|since|during) (?:{_WHEN})\b")
        self.word = re.compile(rf"\b(?:{words})\b")

    def find(self, lower: str, start: int, end: int, published: str | None, before: str) -> str | None:
        """The date on which something began.

        Args:
            lower: The reading in lower case.
            start: Behind the name.
            end: Where the description ends.
            published: ISO date of the article.
            before: The text before the description, for "the following January".

        Returns:
            A year, month or day in ISO form, or None.
        """
        bracket = _BRACKET.match(lower[start : start + 10])
        if bracket:
            return bracket["year"]
        text = lower[start:end]
        relative = _RELATIVE.search(text)
        if relative and self.word.search(text[: relative.start()] + text[relative.end() :]):
            years = _YEAR.findall(before[-600:])
            if years:
                year = int(years[-1]) + (1 if "following" in relative[0] else 0)
                return iso_date(year, MONTHS[relative["month"].rstrip(".")])
        found = list(self.after.finditer(text))
        match = next((m for m in found if not m[0].startswith("since")), found[0] if found else None)
        if match is None:
            match = next((m for m in self.since.finditer(text) if not _OFFICE.search(text, 0, m.start())), None)
        if match:
            return self._iso(match, published)
        last = _LAST.search(text)
        if last and published and self.word.search(text):
            return last_before(MONTHS[last["month"].rstrip(".")], published, strict=True)
        return None

    def behind(self, lower: str, start: int, end: int, stop: int, published: str | None) -> str | None:
        """The date behind a name of which a verb of beginning stands before: "launched Operation Oak in May 2022"."""
        if not self.before.search(lower, max(0, start - 60), start):
            return None
        match = self.dated.match(lower, end, stop)
        return self._iso(match, published) if match else None

    @staticmethod
    def _iso(match: re.Match[str], published: str | None) -> str | None:
        if match["only"]:
            return match["only"]
        if match["season"]:
            return match["year"]
        if not match["month"]:
            return None
        month = MONTHS[match["month"].rstrip(".")]
        day = int(match["day"]) if match["day"] else None
        if match["year"]:
            return iso_date(int(match["year"]), month, day)
        ago = _AGO.match(match.string, match.end())
        back = _BACK[ago[1]] if ago else None
        return month_of(day, month, published, back=back) if published else None
