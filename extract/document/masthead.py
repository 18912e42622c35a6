"""Whose page it is: the name of a publication or body at its top, in a trail, a bar or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.document.forms import Forms
from extract.expressions import expression

_CRUMB = expression(r"\s*(?:[>|\u00bb\u00b7\u2022\u203a]| // | / | [\u2013\u2014-] |,)\s*")
_COMPANY = frozenset(
    (
        "ltd",
        "limited",
        "plc",
        "llp",
        "inc",
        "group",
        "media",
        "newspapers",
        "publishing",
        "publications",
        "publishers",
        "titles",
    )
)
"""Words with which names of companies end, which publish under another name."""
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_COMPANY_IN = expression(rf"\b(?:{'|'.join(sorted(_COMPANY))})\b", re.I)
_JOINING = frozenset(("and", "of", "the", "&", "for", "in", "on", "+"))
_LONGEST = 9
_AGENCY = "Reporting Service"
"""A service that writes for many publications."""


_TOPICS = frozenset(
    (
        *(
            "latest",
            "local",
            "uk",
            "crime",
            "police",
            "fire",
            "breaking",
            "national",
            "regional",
            "more",
            "all",
            "our",
            "top",
        ),
        *("world", "home", "court", "your", "politics", "health"),
    )
)
_ELSEWHERE = frozenset(
    (
        "youtube",
        "instagram",
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "linkedim",
        "tiktok",
        "whatsapp",
        "bluesky",
        "threads",
    )
)
_TWO = 2
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "mid", "central")
)
_REGIONS = frozenset(
    ("east", "west", "england", "ireland", "wales", "scotland", "midlands", "country", "london", "coast")
)
_GLUED = expression(r"(?:News|In Your Area|Crime)(?=[A-Z])")
"""How a trail opens of which the marks are lost: "NewsKent Police"."""
_KINDS = frozenset(("news", "headlines", "stories", "live", "updates", "post", "story", "article", "item"))
_FRESH = frozenset(("updated", "update", "breaking", "latest"))
"""How a label opens that says how fresh an article is: "Breaking news post"."""
_DAY = expression(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    r"|apr|jun|jul|aug|sept?|oct|nov|dec)(?: \d{1,2})?"
)
"""A day without its year."""


_EVENT = expression(
    r"\b(?!(?:United|Limited|Associated|Related|Featured|Shed|Sacred|Allied|Incorporated|Need|Speed|Feed|Seed|Reed)\b)[A-Z][a-z]+ed\b"
    r"|\b(?:After|Following|During|Into|Before|Amid)\b"
)
"""A verb in a line of capitals, or a word that no name of a publication holds."""


def is_region(words: Sequence[str]) -> bool:
    """Whether words in lower case are the name of a part of the country: "Northern Ireland"."""
    return len(words) == _TWO and words[0] in _DIRECTIONS and words[1] in _REGIONS


def is_part(name: str) -> bool:
    """Whether a name is that of a part of a site or of one that it links to: "Latest News", "YouTube Instagram"."""
    words = name.lower().split()
    if _DAY.fullmatch(name.lower()):
        return True
    if _ELSEWHERE.issuperset(words) or is_region(words) or words[0] == "by" or _GLUED.match(name):
        return True
    if words[0] in _FRESH and (_TOPICS | _KINDS).issuperset(words[1:]):
        return True
    if len(words) > _TWO and (_TOPICS | _KINDS).issuperset(words) and len(words) > len(set(words)):
        return True  # what an article is filed under: "News Politics Top News"
    return len(words) == _TWO and words[0] in _TOPICS and words[1] in _KINDS


def is_event(text: str) -> bool:
    """Whether a line of capitals tells what happened, and names no publication: "Two Men Charged After Raid"."""
    return _EVENT.search(text) is not None


def is_named(text: str) -> bool:
    """Whether every word but small ones has a capital: "The Strathspey Herald & Badenoch Record"."""
    named = False
    for word in text.split():
        if word[0].isalpha():
            if not word[0].isupper() and word.lower() not in _JOINING:
                return False
            named = True
    return named


def find_owner(text: str, forms: Forms, foot: str = "") -> str | None:
    """The body whose page a trail, bar or dateline says it is: "Kent Police > News > Our report".

    Args:
        text: The line.
        forms: Compiled cues.
        foot: The foot of the page in lower case, which gives the name of a publication again.
    """
    crumbs = [part.strip() for part in _CRUMB.split(text)]
    for crumb in crumbs:
        words = crumb.split()
        lower = crumb.lower()
        if len(words) > 1:
            named = (words[-1].lower() in forms.site or (foot and lower in foot)) and is_named(crumb)
        else:
            named = crumb.isupper() and 2 < len(crumb) < _LONGEST and crumb.isalpha()
        if named and not (
            lower in forms.sections
            or len(words) > _LONGEST
            or lower.startswith("skip")
            or words[0].isdigit()
            or forms.is_trade(crumb)
            or is_part(crumb)
        ):
            return crumb
    first = crumbs[0]
    trail = ">" in text and " " in first and is_named(first) and not (is_part(first) or forms.is_trade(first))
    return first if trail and any(crumb.lower() in forms.sections for crumb in crumbs[1:]) else None


def soften(name: str, lines: Iterable[str]) -> str:
    """A name in capitals as the page writes it elsewhere: "THE NORTHBRIDGE GAZETTE"."""
    if not name.isupper() or " " not in name:
        return name
    wanted = name.lower()
    for line in lines:
        at = line.lower().find(wanted)
        if at >= 0 and not (found := line[at : at + len(name)]).isupper() and is_named(found):
            return found
    return name


def choose_publisher(byline: str | None, rights: str | None, site: str | None) -> str | None:
    """The name under which a page is published: that of its site before its company's or its initials.

    Args:
        byline: The publication behind the name of a byline.
        rights: Who holds the rights.
        site: Whose page it is by its head.

    Example:
        >>> choose_publisher(None, "Firehouse & Ladder Publishing", "FIREHOUSE & LADDER")
        'FIREHOUSE & LADDER'
    """
    byline, rights, site = (None if name and _YEAR.search(name) else name for name in (byline, rights, site))
    if byline and not byline.endswith(_AGENCY):
        return byline
    if site and rights and (_COMPANY_IN.search(rights) or (rights.isupper() and rights == initials(site))):
        return site
    return rights or site


def initials(name: str) -> str:
    """The first letters of the words of a name: "TWFRA".

    Example:
        >>> initials("Tyne and Wear Fire and Rescue Authority")
        'TWFRA'
    """
    return "".join(word[0] for word in name.split() if word.lower() not in _JOINING).upper()
