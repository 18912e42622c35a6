"""V12x: likely typing errors of the article itself, where they stand in evidence.

Each place is reported once, at the first row that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.checks.check import Case, Notice, check
from extract.expressions import expression
from models import Evidence

_DOUBLED = expression(r"(?<![\w'’-])(?P<word>[A-Za-z][A-Za-z'’]*)\s+(?P<again>(?P=word))(?![\w'’-])", re.I)
_MEANT = frozenset(
    ("had", "that", "is", "very", "no", "yes", "so", "many", "really", "far", "long", "do", "bye", "ha", "in")
)
_DIGIT = expression(
    r"(?<![\w/@.#-])[A-Za-z]*[a-z]{2}\d[a-z]+(?![\w@/-])|(?<![\w/@.#-])[A-Za-z][a-z]*\d[a-z]{3,}(?![\w@/-])"
)
_PAIRS = {"(": ")", "[": "]"}
_LISTED = expression(r"(?:^|[\s;,:])(?:[a-z]|[ivx]{1,4}|\d{1,3})$", re.I)
_SMILE = expression(r"[:;]-?$")


def _places(case: Case) -> Iterator[tuple[str, Evidence]]:
    """Evidence, but for mentions of forces, which only name them."""
    return ((path, evidence) for path, evidence in case.evidence if not path.startswith("/forces"))


def _matches(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str], Evidence]]:
    """Matches in evidence, each place once."""
    seen: set[int] = set()
    for path, evidence in _places(case):
        for found in pattern.finditer(evidence.text):
            at = evidence.start + found.start()
            if at not in seen:
                seen.add(at)
                yield path, found, Evidence(start=at, end=at + len(found[0]), text=found[0])


@check("V121", "warning", "unclosed bracket")
def see_brackets(case: Case) -> Iterator[Notice]:
    """A bracket in evidence is opened and not closed in its paragraph, or closed and never opened: likely a typing
    error of the article. Where the bracket was to end, a value may run on too far.
    """
    if not case.sound or case.text is None:
        return
    seen: set[int] = set()
    for path, evidence in _places(case):
        low, high = _paragraph(case.text, evidence)
        for at in _loose(case.text, low, high):
            if evidence.start <= at < evidence.end and at not in seen:
                seen.add(at)
                char = case.text[at]
                what = "is opened and not closed" if char in _PAIRS else "is closed and was not opened"
                yield Notice(path, f"the bracket {char!r} {what}; likely a typing error", (case.cut(at, at + 1),))


@check("V122", "warning", "doubled word")
def see_doubled_words(case: Case) -> Iterator[Notice]:
    """A word stands twice in a row inside evidence: likely a typing error of the article, which a quotation of it
    would repeat. "Had had" and other doublings that are English are left out.
    """
    for path, found, evidence in _matches(case, _DOUBLED):
        one, two = found["word"], found["again"]
        if one.lower() not in _MEANT and not (one[0].isupper() and two[0].isupper()) and "\n\n" not in found[0]:
            yield Notice(path, f"{_flat(found[0])!r} says a word twice; likely a typing error", (evidence,))


@check("V123", "warning", "digit in a word")
def see_digits(case: Case) -> Iterator[Notice]:
    """A digit stands between the letters of a word inside evidence: likely a typing error or a misread scan, by which
    areas and names are not recognised.
    """
    for path, found, evidence in _matches(case, _DIGIT):
        yield Notice(path, f"{found[0]!r} has a digit between its letters; likely a typing error", (evidence,))


def _paragraph(text: str, evidence: Evidence) -> tuple[int, int]:
    """The paragraph around evidence: to the next empty line on both sides."""
    low = max(text.rfind("\n\n", 0, evidence.start), text.rfind("\r\n\r\n", 0, evidence.start), 0)
    after = [at for at in (text.find("\n\n", evidence.end), text.find("\r\n\r\n", evidence.end)) if at >= 0]
    return low, min(after, default=len(text))


def _loose(text: str, low: int, high: int) -> list[int]:
    """Brackets of a paragraph that have no partner, signs of a list and smileys left aside."""
    loose: list[int] = []
    opened: list[int] = []
    for found in re.finditer(r"[()\[\]]", text[low:high]):
        at, char = low + found.start(), found[0]
        if char in _PAIRS:
            if not _SMILE.search(text[max(low, at - 2) : at]):
                opened.append(at)
        elif opened and _PAIRS[text[opened[-1]]] == char:
            opened.pop()
        elif not _LISTED.search(text[max(low, at - 5) : at]) and not _SMILE.search(text[max(low, at - 2) : at]):
            loose.append(at)
    return sorted(loose + opened)


def _flat(text: str) -> str:
    return " ".join(text.split())
