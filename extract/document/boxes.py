"""Boxes of other articles in a page and below it: whether one begins at a line, and where the article goes on.

Enters the lines of a text; leaves numbers of lines. What heads a box is told by its words, in `forms`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.lines import Line
from extract.expressions import expression

_DAY_WIDTH, _TITLE = 40, 150
_DAY = expression(
    r"(?:(?:Published|Posted)(?: on)?:? ?)?(?:[A-Z][a-z]+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}(?:,? \d\d:\d\d)?"
)
"""A day alone on a line, as it stands beside the headline of another article."""
_BOX, _SENTENCE = 2, 60
"""Lines below a box that are the article's if all are sentences, and characters that one has at least."""
INLINE = ("read more", "read next", "read also")
"""How the head of a box opens that stands between paragraphs of an article."""
_WITHIN = 40
"""Lines below a link to the comments among which the article begins."""
_BOXES = ("most ", "related", "recommended", "read more", "you m", "more on", "trending", "popular")
"""How the head of a box opens in which no sentence stands."""


def find_teasers(lines: Sequence[Line], body: int) -> set[int]:
    """Lines at the foot that are headlines of other articles, each beside its day: "Arson at Lyme", "3 May 2024", "Crash on A35"."""
    if not any(line.text[-2:].isdigit() for line in lines[-_BOX:]):
        return set()  # as in most texts
    days = [
        number
        for number in range(max(body, 1), len(lines))
        if len(lines[number].text) < _DAY_WIDTH
        and lines[number].text[-2:].isdigit()
        and _DAY.fullmatch(lines[number].text)
    ]
    if len(days) < _BOX or days[-1] + _BOX < len(lines):
        return set()
    first = days[-1]
    for day in reversed(days[:-1]):
        if first - day != _BOX or not _is_teaser(lines[day + 1].text):
            break
        first = day
    if first == days[-1]:
        return set()
    return set(range(first - _is_teaser(lines[first - 1].text), len(lines)))


def _is_teaser(text: str) -> bool:
    """Whether a line can be the headline of another article: no end, and not so long as a paragraph."""
    return len(text) < _TITLE and text[-1] not in ".:"


def leads_nowhere(lines: Sequence[Line], number: int, title: int) -> bool:
    """Whether the head of a box has no box below it: a link to the comments above the article, a box of which its head is left."""
    text = lines[number].text.lower()
    if "comment" in text:
        below = lines[number + 1 : number + 1 + _WITHIN]
        above = lines[title + 1 : number]
        return sum(_is_sentence(line.text) for line in above) < _BOX <= sum(_is_sentence(line.text) for line in below)
    return text.startswith(_BOXES) and number + 1 < len(lines) and goes_on(lines, number + 1)


def goes_on(lines: Sequence[Line], number: int, *, inline: bool = False, early: bool = False) -> bool:
    """Whether the article goes on at a line below a box: two sentences in a row are no headlines of others.

    Args:
        lines: Lines of the text.
        number: Number of the line.
        inline: Whether the box is of a kind that stands between paragraphs, so that one sentence will do.
        early: Whether so much of the text follows that a long paragraph will do.
    """
    if early and _prose(lines[number].text):
        return True
    if not _is_sentence(lines[number].text) or lines[number].mark:
        return False
    if inline:
        return True
    return number + 1 < len(lines) and _is_sentence(lines[number + 1].text) and not lines[number + 1].mark


def _is_sentence(text: str) -> bool:
    return len(text) > _SENTENCE and text.endswith((".", "\u201d", '"', "?"))


def _prose(text: str) -> bool:
    return len(text) > 160 and text.endswith((".", "\u201d", '"'))
