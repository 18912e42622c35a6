"""Forms by which a line is told: the cues of `data/cues/blocks.toml`, compiled once, and the shapes of names.

Enters the text of one line; leaves what it looks like. It knows nothing of the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de"
"""Capital letters, for character classes."""

_WORD = rf"[{UPPER}](?:[\w'\u2019]*[a-z\u00df-\u00ff])?[\w'\u2019]*(?:-[{UPPER}]?[\w'\u2019]+)*"
PERSON = (
    rf"{_WORD}(?: [{UPPER}]\.?)?(?: (?:de|van|der|von|da|di|du|del|la|le|el|al|ap|bin|ibn)){{0,2}}(?: {_WORD}){{1,3}}"
)
"""Pattern of a person's name: two to four capitalised words, with particles and an initial."""

_RESERVED = re.compile(r"\b(?:all rights reserved|copyright)\b\.?", re.I)
_NAV = re.compile(r"(?:^|\s)(?:[>\u203a\u00bb|/\u00b7\u2022]|::)(?:\s|$)")
_BARS = (*">\u203a\u00bb|/\u00b7\u2022", "::")
_SPEECH_END = re.compile(
    r"\b(?:said|says|added|adds|told|continued|commented|stated|wrote|explained|concluded)\b[^.?!]{0,40}[:.,]?$"
)
_TERMINAL = re.compile(r"[.!?:;,][\"'\u2019\u201d)\]]*$")
_FOLIO = re.compile(r"(?:page|p\.?) ?\d{1,3}(?: of \d+)?(?::.*)?")
"""The number of a page, alone or before the head of another article: "PAGE 8: Police in theft probe"."""
_COUNTER = re.compile(r"[\s:(\[]*\d*[\s:)\]\u00bb>\u203a.]*$")


_RIGHTS = re.compile(
    r"(?:\u00a9|\bcopyright\b|\(c\))[\s\u00a9:\u2013-]*(?:copyright )?(?:\d{4}(?:[-\u2013]\d{2,4})?)?[\s,:\u2013-]*(?P<name>[^|\d.\u2022]{3,70}?)(?:\s+\d{4})?\s*(?:[.|\u2022]|$)",
    re.I,
)


def rights_holder(text: str) -> str | None:
    """Who holds the rights by a line such as "\u00a9 2024 The Gazette", or None."""
    match = _RIGHTS.search(text)
    if not match:
        return None
    name = _RESERVED.sub("", match["name"]).strip(" ,.:-")
    return name if name and name.lower() != "crown" else None


def alternation(phrases: Iterable[str]) -> str:
    """A pattern that matches any of some phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)))


class Forms:
    """The compiled cues.

    Args:
        cues: Table of `cues/blocks.toml`: lists of phrases in lower case.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self.tail = frozenset(cues["tail"])
        self.notes = frozenset(cues["notes"])
        self.site = frozenset(cues["site"])
        self.motto = tuple(cues.get("motto", ()))
        self.sections = frozenset(cues["sections"])
        self.page = re.compile(rf"(?:{alternation(cues['page'])})")
        self.caption = re.compile(rf"(?:{alternation(cues['caption'])})")
        self.dateline = re.compile(rf"(?:{alternation(cues['dateline'])})(?: on)?\b")
        byline = alternation(phrase for phrase in cues["byline"] if phrase != "from")
        self.byline = re.compile(rf"(?:^|(?<=[|\u00b7\u2022\u2013-] ))(?i:{byline})(?: our)?[\s:\u2013-]*(?=[{UPPER}])")
        self.journalist = re.compile(rf"(?i:\b(?:{alternation(cues['journalist'])})\b)")
        self.trades = frozenset(phrase.split()[-1] for phrase in cues["journalist"])
        self.person = re.compile(PERSON)

    def trade(self, text: str) -> re.Match[str] | None:
        """Where a line names the trade of a journalist: "local democracy reporter"."""
        lower = text.lower()
        return self.journalist.search(text) if any(trade in lower for trade in self.trades) else None

    def is_tail(self, text: str) -> bool:
        """Whether a line heads the page's own matter: "Related news", "Comments (3)"."""
        if len(text) > 60:
            return False
        head = _COUNTER.sub("", text.lower().replace("\u2019", "'"))
        return head in self.tail

    def is_page(self, text: str) -> bool:
        """Whether a line belongs to the page: a share bar, a licence, a plea to subscribe."""
        lower = text.lower()
        if _FOLIO.fullmatch(lower):
            return True
        if self.page.match(lower):
            # a sentence of the article can begin alike; page lines are short or have no verb of their own
            return (
                len(text) < 60
                or "\u00a9" in lower
                or ":" in lower[:24]
                or not text.endswith(".")
                or "click" in lower
                or "cookie" in lower
            )
        return ("\u00a9" in text[:80] and len(text) < 160) or ("| " in text and self.is_bar(text))

    def is_bar(self, text: str) -> bool:
        """Whether a line is a bar of links or a trail of crumbs: "Home > News > Fire"."""
        if not any(mark in text for mark in _BARS):
            return False
        parts = _NAV.split(text)
        if len(parts) > 2 and all(len(part.split()) <= 9 for part in parts) and not text.endswith("."):
            return True
        return len(parts) == 2 and any(
            part.strip().lower() in self.sections or part.strip().lower() == "share" for part in parts
        )

    def is_caption(self, text: str) -> bool:
        """Whether a line is a caption or the credit of a picture."""
        lower = text.lower()
        if self.caption.match(lower):
            return len(text) < 300
        return (
            len(text) < 300
            and ("(" in lower or ":" in lower or "image source" in lower)
            and bool(_CREDIT.search(lower))
        )

    def is_short(self, text: str) -> bool:
        """Whether a line is too short and open to be a sentence."""
        return len(text) <= 110 and not _TERMINAL.search(text) and not _SPEECH_END.search(text)


_CREDIT = re.compile(
    r"(?:\((?:image|picture|photo|pic|credit|photograph)s?\b[^()]{0,80}\)?|image source, ?[^.:]{2,60}|\b(?:picture|photo|photograph|image|credit): ?[^.:]{2,60})$"
)
