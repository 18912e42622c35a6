"""Bodies that a text names by their kind alone: "the fire service", "the police report", a heading "Police".

Enters a stretch of a text in lower case; leaves `police`, `fire` or nothing.
"""

from __future__ import annotations

from extract.expressions import expression

_KIND = expression(
    r"(?:the )?(?:police|policing|the force|fire|fire and rescue|fire service|fire and rescue service)(?: service| force)?"
)
_NOUN = expression(
    r"(?:\b(?:the|this|that|our) |(?:\b(?:while|whereas|but|as|and)|[,;:\u2013]) (?=fire service|police force))(force|constabulary|service|brigade|fire service|police force)\b(?!'s fire)"
)
_OPENING = expression(
    r"(?:(?:but|and|so|yet|meanwhile),? )?(?:the|this|that|our) (?:(?P<report>police|fire)(?: and rescue)? (?:report|inspection|inspectors?|verdict|results?|review|assessment|letter)"
    r"|(?P<body>force|constabulary|brigade|fire service|fire and rescue service|police force))\b"
)
"""What opens a sentence on one of two bodies of different kinds: "The police report makes uncomfortable reading"."""
_POLICE = frozenset(("police", "force", "constabulary", "police force"))


def heading_kind(text: str) -> str | None:
    """The kind that a heading is about: "Police", "Fire and rescue"."""
    match = _KIND.fullmatch(text.strip(" :."))
    if not match:
        return None
    return "fire" if "fire" in match[0] or "rescue" in match[0] else "police"


def noun_kind(lower: str, start: int, end: int) -> str | None:
    """The kind of the last noun for a body in a stretch: "the brigade"."""
    nouns = _NOUN.findall(lower, start, end)
    return ("police" if nouns[-1] in _POLICE else "fire") if nouns else None


def opening_kind(lower: str, start: int, end: int) -> str | None:
    """The kind of body that a sentence opens with: "The police report makes uncomfortable reading"."""
    match = _OPENING.match(lower, start, end)
    return ("police" if (match["report"] or match["body"]) in _POLICE else "fire") if match else None
