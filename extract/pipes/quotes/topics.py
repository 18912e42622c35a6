"""A statement that headings cut into topics: 'Jo Hale said:', then "On pay" and "On training" over her words on each.

Enters lines that announce speech and headings; leaves whose words stand below a heading.
"""

from __future__ import annotations

from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.page import Page

_LONG = 60
"""Characters of a heading at most."""
_PERSONS = ("name", "surname", "role")


class Topics:
    """Keeps who was announced last, for the headings below."""

    __slots__ = ("cause", "number")

    def __init__(self) -> None:
        self.cause: Attribution | None = None
        self.number = -1

    def announce(self, page: Page, number: int, cause: Attribution | None) -> Attribution | None:
        """Whom a line that ends with a colon announces, be it as a topic of theirs: "On pay:"."""
        if cause is None:
            return self.under(page, number)
        self.cause, self.number = cause, number
        return cause

    def under(self, page: Page, number: int) -> Attribution | None:
        """Whose words stand below a heading: nothing but headings and speech lies between it and who was announced."""
        cause = self.cause
        if cause is None or cause.speaker is None or cause.speaker.form not in _PERSONS:
            return None
        between = page.spans[self.number + 1 : number + 1]
        if between[0].end - between[0].start > _LONG or page.text[between[0].start] == '"':
            return None
        if all(page.text[span.start] == '"' or span.end - span.start <= _LONG for span in between):
            return cause
        self.cause = None
        return None
