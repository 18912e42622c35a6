"""The top of a page: the name of a publication and its motto, or the trail that says whose page it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.document.forms import Forms
from extract.document.lines import Line

_CRUMB = re.compile(r"\s*(?:[>|\u00bb\u00b7\u203a]| / )\s*")
_JOINING = frozenset(("and", "of", "the", "&", "for", "in"))
_MARK = re.compile(r"[.!?:,]|['\u2018\u2019](?!s\b)")


def find_owner(text: str, forms: Forms) -> str | None:
    """The body whose page a trail or bar says it is: "Kent Police > News > Our report"."""
    for crumb in (part.strip() for part in _CRUMB.split(text)):
        words = crumb.split()
        if not words or crumb.lower() in forms.sections or len(words) > 9 or crumb.lower().startswith("skip"):
            continue
        named = words[-1].lower() in forms.site and words[0][0].isupper() and len(words) > 1
        return crumb if named or (len(words) == 1 and crumb.isupper() and 2 < len(crumb) < 9) else None
    return None


def is_motto(lines: Sequence[Line], number: int, forms: Forms) -> bool:
    """Whether a line is the motto of a publication."""
    if number + 1 >= len(lines):
        return False
    text = lines[number].text
    return text.lower().startswith(forms.motto) and len(text) < 90 and not text.endswith(".")


def is_masthead(
    lines: Sequence[Line],
    number: int,
    forms: Forms,
    *,
    dated: Callable[[int], bool],
    signed: Callable[[str], str | None],
) -> bool:
    """Whether a line is the name of a publication: few words, each with a capital, above a headline of many.

    Args:
        lines: Lines of the text.
        number: The line.
        forms: Compiled cues.
        dated: Whether a line is a dateline.
        signed: The name in a byline, or None.
    """
    text = lines[number].text
    words = text.split()
    if text.lower() in forms.sections:
        return False
    motto = is_motto(lines, number + 1, forms)
    below = number + (2 if motto else 1)
    while below + 1 < len(lines) and (_between(lines[below], forms) or (motto and dated(below))):
        below += 1
    if not 1 <= len(words) <= 5 or below + 1 >= len(lines) or dated(below):
        return False
    ahead = lines[below].text
    named = all(word[0].isupper() or word in _JOINING for word in words) and not _MARK.search(text)
    longer = len(ahead.split()) > len(words) + 1 and 24 < len(ahead) < 130 and not ahead.endswith((".", ":"))
    told = words[-1].lower() in forms.site or motto or (text.isupper() and not ahead.isupper())
    return named and longer and told and not signed(ahead)


def _between(line: Line, forms: Forms) -> bool:
    """Whether a line between masthead and headline names a part of the publication."""
    short = len(line.text.split()) < 3 and not line.text.endswith(".") and line.gap
    return line.text.lower() in forms.sections or short
