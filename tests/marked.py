"""Marked sentences: a test writes the article with [brackets] around what is to be found.

`unmark` takes the brackets out and says where they stood, `mark` puts them back, so that a failing test shows two
sentences that differ in their brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

HEAD = "Inspectors publish report\n\n24 November 2025\n\n"
"""A headline and a date, so that what follows is read as the body of an article."""


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and what stood in them.

    Example:
        >>> unmark("It [must] go.")
        ('It must go.', [(3, 7)])
    """
    pieces, spans, start, offset = [], [], 0, 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = offset
        elif piece == "]":
            spans.append((start, offset))
        else:
            pieces.append(piece)
            offset += len(piece)
    return "".join(pieces), spans


def mark(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with brackets around stretches of it that do not overlap.

    Example:
        >>> mark("It must go.", [(3, 7)])
        'It [must] go.'
    """
    pieces, last = [], 0
    for start, end in sorted(set(spans)):
        pieces += [text[last:start], "[", text[start:end], "]"]
        last = end
    return "".join((*pieces, text[last:]))


def gap(*values: Any, reason: str) -> Any:
    """A case of a table that is not read rightly yet; strict, so that it is noticed when it is."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
