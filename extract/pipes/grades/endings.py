"""Where the wording of an area ends because something else is told: in which report, by whom, what else it says.

Enters elements and a place in them; leaves whether an area goes on there.
"""

from __future__ import annotations

from collections.abc import Container

from extract.expressions import expression
from extract.pipes.elements import Elements

REPORTS = frozenset(("report", "reports", "inspection", "inspections", "assessment", "review", "visit", "letter"))
"""Nouns of what an inspectorate does and writes."""
_TAKEN_UP = frozenset(("it", "them", "this", "that", "us"))
"""Pronouns for the body or for its grade: ", making it the best"."""
_LONG_NAME = 5
"""Words of the name of a report at most."""

_GIVER = expression("D?W{0,3}I")
"""Classes of an inspectorate behind "by"."""

_SOME = frozenset(("a", "no", "little", "some"))
_WANTS = (["lack"], ["shortage"], ["absence"], ["sign"], ["evidence"])
"""What a body is said to want, or to show, beside its grade."""

_SETTINGS = frozenset(("after", "following", "despite", "since", "before", "without", "unlike", "besides"))
"""Prepositions with which a sentence opens that names no area behind them."""
_OPENING = 5
"""Elements of a sentence's opening."""


def is_report(elements: Elements, at: int) -> bool:
    """Whether the noun of a report ends a phrase whose first word behind the article stands there: "a stinging report that says"."""
    sorts, words = elements.sorts, elements.words
    last = at
    while sorts[last : last + 1] in ("W", "V", "N", "I", "F", "O") and words[last] != "last":
        last += 1
    while last > at and sorts[last - 1] == "V" and words[last - 1] not in REPORTS:
        last -= 1  # "a report published today"
    return at < last <= at + _LONG_NAME and words[last - 1] in REPORTS and words[last : last + 1] != ["of"]


def is_giver(elements: Elements, at: int) -> bool:
    """Whether a preposition opens who gave the grade, or where that stands: "by the independent inspectorate", "according to"."""
    if elements.words[at] == "by":
        return _GIVER.match(elements.sorts, at + 1) is not None
    if elements.words[at] == "with" and elements.words[at + 1 : at + 2] != [] and elements.words[at + 1] in _SOME:
        return elements.words[at + 2 : at + 3] in _WANTS  # "at detecting crime with a lack of supervision"
    return elements.words[at] == "according"


def is_setting(elements: Elements, begin: int) -> bool:
    """Whether a phrase is what the sentence opens with: "After the initial response, the quality of"."""
    first = begin - (begin > 0 and elements.sorts[begin - 1] == "D")
    return 0 < first < _OPENING and elements.words[first - 1] in _SETTINGS


def remarks(elements: Elements, at: int, remarking: Container[str]) -> bool:
    """Whether a participle behind a comma says more of the grade: ", according to a report", ", highlighting its work".

    Args:
        elements: The sentence.
        at: Where the participle stands.
        remarking: Participles that say more, whatever stands behind them.
    """
    words = elements.words
    if words[at] in remarking:
        return True
    behind = elements.sorts[at + 1 : at + 2]
    return words[at][-3:] == "ing" and (behind == "F" or (behind == "R" and words[at + 1] in _TAKEN_UP))


def is_title(text: str, elements: Elements, first: int, last: int) -> bool:
    """Whether a phrase is the title of a report: "in the watchdog's report, Fit for Service: Meeting the Need,"."""
    if not text[elements.starts[first]].isupper():
        return False
    before = elements.words[max(0, first - 2) : first]
    if before[-1:] == [","] and before[0] in REPORTS:
        return True
    owner = elements.sorts[first - 1 : first] == "I" and before[-1].endswith("'s")
    if owner and elements.sorts[last : last + 1] == ":" and elements.words[0] == "in":
        return True
    if before[-1:] != [":"] or elements.words[0] != "in" or "G" in elements.sorts[:first]:
        return False
    owned = next((n for n, word in enumerate(elements.words[:first]) if word.endswith("'s")), -1)
    return owned > 0 and elements.sorts[owned] == "I" and "," in elements.words[first:]
