"""Patterns of words that are quick to search for: they begin with a set of characters, and alternatives stand in a trie.

A pattern that begins with a word boundary is tried at every character of a text; one that begins with what stands
before a word is tried there alone. So a search begins one character before its stretch, or in a copy with a space.
"""

from __future__ import annotations

from extract.document.dates import NUMBERS
from extract.document.forms import alternation

EDGE = r"[^a-z0-9_]\b"
"""The character before a word in lower case."""

APART = r"[^a-z0-9_'-](?<!\w)"
"""The same before a word that no hyphen or apostrophe joins to another."""

NUMBER = rf"(?:\d{{1,3}}|{alternation(NUMBERS)})"
"""As `dates.NUMBER`."""

COUNT = rf"(?:\d{{1,3}}|{alternation(word for word in NUMBERS if word not in ('a', 'an'))})"
"""As `dates.COUNT`."""
