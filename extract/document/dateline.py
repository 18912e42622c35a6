"""Which lines are datelines: a date, a time or "Published", and little else; and the day that they give."""

from __future__ import annotations

from extract.document.dates import Day, find_dates
from extract.document.forms import Forms, first_word
from extract.expressions import expression

_WIDEST = 130
"""Characters of a dateline at most."""
_BARE = 24
"""Characters that a dateline without a date does not reach: "Published"."""
_EARLIER = expression(
    r"(?:previous|earlier|original) (?:press |media |news )?(?:release|statement|story|article|appeal|post)\b"
)
"""How a line opens below which an article gives what was published before it."""
_CLOCK = expression(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b|\bmin(?:ute)?s? read\b")
_DIGIT = expression(r"\d")
_AGO = expression(r"(?:(?:published|posted|(?:last )?updated):? )?(?:\d{1,2}|an?) (?:minute|hour|day|week)s? ago")
_ISSUED = expression(r"\b(?:published|posted|issued|released|put online|uploaded|circulated)(?: online)?(?: on)? $")
_ISSUED_IN = 120
"""Characters of a sentence that says when a page was published."""
_ASKS = expression(r"\b(?:should|must|needs? to|has to|have to|ought to|will|is|are|was|were|has|have|recommends?)\b")
_ASKING = frozenset(
    (
        *("should", "must", "need", "needs", "has", "have", "ought", "will", "is", "are", "was", "were"),
        *("recommend", "recommends"),
    )
)
"""Words of which it wants one."""
_WORDS = expression(r"[a-z]+")
_BARRED = expression(r"\s(?:[|\u00b7\u2022\u2013-]|//)\s|\t")
_BARS = expression(r"\s[|\u00b7\u2022]\s|\t")
_WORDY = 12
"""Words beside the day that no dateline has."""
_WEEKDAYS = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu"),
        *("fri", "sat", "sun", "am", "pm", "bst", "gmt", "at", "on"),
    )
)


def read_dateline(text: str, forms: Forms) -> tuple[bool, Day | None]:
    """Whether a line is a dateline, and the first day that it names, be it one or not.

    Args:
        text: The line.
        forms: Compiled cues.
    """
    if len(text) > _WIDEST:
        return False, None
    lower = text.lower()
    if lower.startswith(("minutes of ", "notes of ")) or (lower[0] in "peo" and _EARLIER.match(lower)):
        return False, None
    opens = first_word(lower.lstrip("\u2022 ")) in forms.datelines
    if not opens and not _DIGIT.search(text):
        return lower[:2] in ("a ", "an") and bool(_AGO.fullmatch(lower)), None
    days = list(find_dates(lower))
    label = forms.dateline.match(lower.lstrip("\u2022 (")) is not None if opens else False
    if days:
        return _is_little_else(text, lower, days, forms, label=label), days[0]
    rest = _CLOCK.sub(" ", lower) if label else ""
    bare = label and len(rest) < _BARE and not text.endswith(".") and lower not in forms.sections
    return bare or _AGO.fullmatch(lower) is not None, None


def _is_little_else(text: str, lower: str, days: list[Day], forms: Forms, *, label: bool) -> bool:
    """Whether a line with days in it holds little else, or says that something was published then."""
    if len(text) < _ISSUED_IN and _ISSUED.search(lower, 0, days[0].start):
        return True
    rest = lower
    for day in reversed(days):
        rest = rest[: day.start] + rest[day.end :]
    left = [word for word in _WORDS.findall(_CLOCK.sub(" ", rest)) if word not in _WEEKDAYS]
    if not label and not _ASKING.isdisjoint(left) and _ASKS.search(lower):
        return False  # a sentence or lead-in with a date in it
    if len(left) <= 4 or label:
        return not text.endswith(".") or len(left) <= 2
    return (len(left) < _WORDY or bool(_BARS.search(text))) and (
        bool(_BARRED.search(text)) or bool(forms.byline.search(text))
    )
