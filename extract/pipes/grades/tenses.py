"""What looks like the past and is none: the day of a visit whose report is new, and speech that is told in the past.

Enters a text in lower case; leaves it without that, so that what is left says of which inspection a grade is.
"""

from __future__ import annotations

from extract.document.dates import MONTHS
from extract.document.forms import alternation
from extract.expressions import expression

_VISITED = expression(
    r"\b(?:following|after|during) (?:an?|the|its|their|this|that) (?:[\w-]+ ){0,3}?(?:visit|inspection|assessment|review)s?\b"
    r"(?: (?:of|by|to|from) [\w' ]{1,30}?)?(?: carried out| conducted| made| held)? (?:(?:late|early) )?last"
    rf" (?:spring|summer|autumn|winter|month|week|year|{alternation(MONTHS)})\b"
    r"|\b(?:for|during|over|through) (?:most|much|part|parts|all|the whole|the best part) of last (?:spring|summer|autumn|winter|month)\b"
)
"""When the inspectors came whose report is new: "following a visit last autumn"."""
_FIRST = expression(
    r"\b(?:in|at|after|following) (?:its|their|our|the) first (?:full )?(?:inspection|report|assessment|visit|grades?)\b"
    r"(?: (?:since|in|for) (?:(?:nearly|almost|more than|over|about) )?(?:[a-z]+|\d+) (?:years|months)\b| since\b| under\b)"
)
"""This inspection, where it is the first for long: "in its first full inspection for six years"."""
_REPORTED = expression(
    r"(?<![\w'-])(?:said|told|added|disappoint\w+|pleased|delighted|proud|glad|welcomed)(?![\w'-])[^.;]{0,60}? (?P<had>had been) (?:rated|graded|judged|assessed|deemed|given|found)"
)
"""Speech told in the past, in which "has been graded" becomes "had been graded"."""


def told_now(text: str) -> str:
    """A text without what looks like the past and is none: the day of a visit whose report is new, and speech told in the past."""
    text = _VISITED.sub("", text)
    text = _FIRST.sub("", text) if " first " in text else text
    match = _REPORTED.search(text) if "had been" in text else None
    return text if match is None else f"{text[: match.start('had')]}has been{text[match.end('had') :]}"
