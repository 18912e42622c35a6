"""Whose page it is: the name of a publication or body at its top, in a trail, a bar or a dateline."""

from __future__ import annotations

import re

from extract.document.forms import Forms

_CRUMB = re.compile(r"\s*(?:[>|\u00bb\u00b7\u2022\u203a]| // | / | [\u2013\u2014-] |,)\s*")
_JOINING = frozenset(("and", "of", "the", "&", "for", "in", "on", "+"))
_LONGEST = 9


def is_named(text: str) -> bool:
    """Whether every word but small ones has a capital: "The Strathspey Herald & Badenoch Record"."""
    words = [word for word in text.split() if word[0].isalpha()]
    return bool(words) and all(word[0].isupper() or word.lower() in _JOINING for word in words)


def find_owner(text: str, forms: Forms, foot: str = "") -> str | None:
    """The body whose page a trail, bar or dateline says it is: "Kent Police > News > Our report".

    Args:
        text: The line.
        forms: Compiled cues.
        foot: The foot of the page in lower case, which gives the name of a publication again.
    """
    for crumb in (part.strip() for part in _CRUMB.split(text)):
        words = crumb.split()
        lower = crumb.lower()
        if (
            not words
            or lower in forms.sections
            or len(words) > _LONGEST
            or lower.startswith("skip")
            or words[0].isdigit()
        ):
            continue
        if len(words) == 1 and crumb.isupper() and 2 < len(crumb) < _LONGEST and crumb.isalpha():
            return crumb
        if len(words) > 1 and is_named(crumb) and (words[-1].lower() in forms.site or (foot and lower in foot)):
            return crumb
    return None
