"""Who publishes a page by what it says of itself around the article: rights, pleas to follow it, credits of pictures.

Enters the lines of a text and its headline; leaves the name of a publication or body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.document.byline import is_office, is_ranked
from extract.document.forms import UPPER, Forms, rights_holder
from extract.document.lines import Line
from extract.document.masthead import is_named, is_part
from extract.expressions import expression

_LAST = 12
"""Lines at the foot of a page in which the holder of its rights stands."""
_FOOT = 6
"""Lines at the foot in which a publication speaks of itself."""
_PLEADS = 10
"""Lines at the foot in which it asks to be followed."""
_HEAD = 12
"""Lines at the head, of the headline on."""
_LONGEST = 140
"""Characters of a line of the head."""
_PART = rf"[{UPPER}][\w'\u2019-]*"
_NAME = rf"(?P<name>(?:The )?{_PART}(?: (?:{_PART}|&|and|of)){{0,4}})"
_SLOGAN = expression(rf"({_PART}(?: (?:{_PART}|&|and|of)){{1,4}})(?::| [\u2013\u2014-]) [a-z]+ [\w'\u2019]+ \w")
_OWN = expression(rf"{_NAME}(?:$|,(?! (?:who|aged|of|from|\d))| (?:is|has|and|wants|was|will|reserves)\b)")
"""A line at the foot in which a publication speaks of itself: "Northbridge Gazette is a member of \u2026"."""
_ISSUES = expression(
    rf"(?:^|[.] ){_NAME} is "
    r"(?:published|printed|free|(?:written|edited|produced|put together|brought to you) by|on (?:Twitter|Facebook|X)\b"
    r"|(?:the|an?) (?:[\w'\u2019-]+ ){0,3}(?:journal|magazine|newsletter|newspaper|bulletin|weekly|monthly|quarterly))\b"
)
"""What a publication alone says of itself: "Watch Room is published by \u2026", "The Badge is free"."""
_NO_NAMES = frozenset(
    (
        *(
            "it",
            "this",
            "that",
            "he",
            "she",
            "each",
            "everything",
            "nothing",
            "which",
            "who",
            "what",
            "there",
            "here",
            "entry",
        ),
        *(
            "admission",
            "membership",
            "registration",
            "attendance",
            "parking",
            "support",
            "help",
            "advice",
            "training",
            "report",
            "service",
            "force",
            "letter",
            "issue",
        ),
        *("inspection", "event", "plan", "article", "page", "statement", "information", "content", "peel", "copy"),
    )
)
"""What else is published, free or a weekly, with or without "the"."""
_PLEA = expression(
    r"\b(?:Follow|Like|Join|Subscribe to|Sign up (?:to|for)|Write to|Support(?:ing)?|supporting|(?:Read )?[Mm]ore (?:(?:news|stories|headlines) )?from"
    r"|MORE FROM|[Tt]op stories from|[Nn]ews(?:letters?)? from|[Hh]eadlines from|Listen to|[Bb]est of|[Tt]hanks for reading|[Dd]ownload|[Aa]dvertise (?:with|in|on))"
    rf" (?:the )?{_NAME}(?=$|[:,.!]| (?:on|for|in|app|today|from|newsletter|website)\b)"
)
"""How a page asks to be followed: "Get the top stories from the Northbridge Gazette"."""
_PLEADING = (
    *(
        "Follow ",
        "Like ",
        "Join ",
        "Subscribe ",
        "Sign up ",
        "Write to",
        "upporting",
        "Support ",
        "ore from",
        "ORE FROM",
    ),
    *(
        "ews from",
        "ories from",
        "ines from",
        "etter from",
        "etters from",
        "isten to",
        "est of",
        "hanks for",
        "ownload ",
    ),
    "dvertise ",
)
"""One of which such a line holds."""
_BAR = expression(
    rf"{_NAME}(?: [|\u00b7\u2022>\u00bb-] |, )(?:Subscri|Adverti|Contact|About|Jobs|Privacy|Terms|Registered|Unit \d|Editorial|Newsletter|Sign )"
)
"""A bar at the foot: "Northbridge Gazette | Subscribe | Advertise"."""
_CREDIT = expression(
    rf"(?:\((?:Image|Picture|Photo|Pic|Photograph|Credit)s?:? |\b(?:Picture|Photo|Image|Credit)s?: )(?:by )?(?:the )?{_NAME}(?:\)|$)"
)
_SHOWN = ("Image", "Pic", "Photo", "Credit")
"""One of which is where the credit of a picture is."""
_BODY = expression(
    r"(?:Office of the (?:Police|Mayor)\b[^,.:]{9,60}|[^,.:]{3,50} (?:Police|Constabulary|Council|Authority|Fire (?:and|&) Rescue Service|Fire Brigade|Federation|Inspectorate))$"
)
"""A body alone on a line, above its address."""
_BODIES = ("Police", "Constabulary", "Council", "Authority", "Service", "Brigade", "Federation", "Inspectorate")
_ADDRESS = expression(
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b(?:House|Street|Road|Lane|Avenue|Headquarters|HQ|Chambers|Square|Park), |\b0\d{2,4} \d{3}"
)
_ISSUE = expression(
    rf"(?:(?:Appears|First published|From the pages) (?:in|of):? )?{_NAME}(?:,| [|\u00b7\u2022\u2013\u2014-]) [Ii]ssue \d"
)
"""The number of an issue behind the name of what it is of."""
_APPEARS = expression(
    rf"(?:(?:[Tt]his article )?(?:first )?[Aa]ppear(?:s|ed) in|[Ff]irst published in|[Ff]rom the pages of):? (?:the )?{_NAME}(?=$|[,.:]| on\b)"
)
_FROM = expression(
    r"(?:From|Issued by|Released by|Published by): (?:(?:[Cc]orporate |[Mm]edia |[Pp]ress )?(?:[Cc]ommunications|[Oo]ffice|[Tt]eam|[Dd]esk), )?"
    r"(?P<name>[^,|]{3,80}?)(?: and (?:The|the) Rt Hon .*| (?:[Cc]ommunications|[Pp]ress [Oo]ffice))?$"
)
_OFFICE = expression(r"(?P<name>[^,|:.]{5,60}) (?:[Pp]ress|[Mm]edia|[Cc]ommunications) (?:[Oo]ffice|[Tt]eam|[Dd]esk)")
_OFFICES = ("ffice", "eam", "esk")
"""How the name of one ends."""
_PARTED = expression(r", | [|\u00b7\u2022\u2013\u2014-] | (?:for|at|of) ")
_BBC = "BBC News"
"""A publication whose name stands for a trade as well."""
_AGENCIES = frozenset(("pa", "alamy", "getty", "zuma", "shutterstock", "press", "swns", "reuters"))
"""First words of names of those who sell pictures."""


def find_rights(lines: Sequence[Line], forms: Forms, *, site: str | None, title: int) -> str | None:
    """Who holds the rights in a page, or what publication speaks of itself at its foot, or None.

    Args:
        lines: Lines of the text.
        forms: Compiled cues.
        site: Whose page it is by its head.
        title: Number of the headline.
    """
    for line in reversed(lines[-_LAST:]):
        name = rights_holder(line.text)
        if name:
            return name
    if not lines:
        return None
    for line, below in pairwise(lines[-_FOOT:]):
        may_be = line.text.endswith(_BODIES) or line.text.startswith("Office of the ")
        if may_be and _BODY.match(line.text) and is_named(line.text) and _ADDRESS.search(below.text):
            return line.text
        if below.text.isupper() and below.text.lower() in forms.site and below is lines[-1]:
            return below.text  # "HMICFRS"
    for line in reversed(lines[-_FOOT:]):
        own = _ISSUES.search(line.text) if " is " in line.text else None
        if (
            own
            and own["name"].lower().removeprefix("the ") not in _NO_NAMES
            and not _is_topic(own["name"], lines, title)
        ):
            return own["name"]
        own = None if site or line.mark or _PLEA.match(line.text) else _OWN.match(line.text)
        name = own["name"] if own and not is_ranked(own["name"]) else ""
        alone = name == line.text and name.endswith(" News")  # a tag
        if (
            (" " in name or "-" in name)
            and _ends(name, forms)
            and not (alone or is_part(name) or forms.is_tail(line.text) or _is_topic(name, lines, title))
        ):
            return name
    if lines[-1].mark:
        return None
    last = lines[-1].text
    told = site or last.endswith(".") or last == lines[max(title, 0)].text or forms.is_page(last)
    slogan = None if told else _SLOGAN.match(last)
    return slogan[1] if slogan else None


def _is_topic(name: str, lines: Sequence[Line], title: int) -> bool:
    """Whether an article is about what has a name, which is then no publication that speaks of itself at the foot."""
    if title >= 0 and name in lines[title].text:
        return True
    body = lines[title + 1 : -_FOOT if len(lines) > 2 * _FOOT else -1]
    return sum(name in line.text for line in body) > 1


def find_mention(lines: Sequence[Line], forms: Forms, *, title: int, body: int) -> str | None:
    """A publication that a page names beside the article: whose number it is, who writes, whom to follow, whose picture.

    Args:
        lines: Lines of the text.
        forms: Compiled cues.
        title: Number of the headline.
        body: Number of the first line of the body.
    """
    head = [line.text for line in lines[: max(title, body) + 1] if len(line.text) < _LONGEST][:_HEAD]
    for text in head:
        match = _ISSUE.match(text) if "ssue " in text else None
        match = match or (_APPEARS.match(text) if "ppear" in text or " of " in text or " in " in text else None)
        if match and is_named(match["name"]):
            return str(match["name"])
    parts = (part.strip() for text in head[title + 1 :] for part in _PARTED.split(text))
    for line in lines[-_FOOT:]:
        bar = _BAR.match(line.text)
        if bar and " " in bar["name"] and not is_ranked(bar["name"]):
            return str(bar["name"])
    names = (part for part in parts if " " in part and not is_part(part))
    return next(
        (name for name in names if is_named(name) and _ends(name, forms) and (name == _BBC or not forms.trade(name))),
        next((name for name in _named_around(lines, forms) if _ends(name, forms) and not is_part(name)), None),
    )


def find_sender(lines: Iterable[Line], forms: Forms) -> str | None:
    """The body that a line at the head says a page comes from: "From: Home Office", "Issued by: Press office, Kent Police"."""
    from_whom = False
    for line in lines:
        if from_whom and is_named(line.text) and line.text.split()[-1].lower() in forms.site:
            return line.text
        from_whom = line.text.lower() == "from:"
        match = _FROM.match(line.text) if line.text[:1] in "FIRP" and ": " in line.text[:13] else None
        if line.text.endswith(_OFFICES):
            match = match or _OFFICE.fullmatch(line.text)
        name = match["name"] if match else ""
        office = is_office(name) and "Office of " not in name[:14]
        if name and is_named(name) and not (office or forms.trade(name)):
            return name
    return None


def _named_around(lines: Sequence[Line], forms: Forms) -> Iterable[str]:
    """Names in pleas at the foot, the last first, and in credits of pictures."""
    for line in reversed(lines[-_PLEADS:]):
        plea = _PLEA.search(line.text) if any(map(line.text.__contains__, _PLEADING)) else None
        if plea:
            yield plea["name"]
    for line in lines:
        shown = len(line.text) < 300 and any(map(line.text.__contains__, _SHOWN))
        credit = _CREDIT.search(line.text) if shown else None
        credit = credit if credit and forms.is_caption(line.text) else None
        if credit and credit["name"].split()[0].lower() not in _AGENCIES:
            yield credit["name"]


def _ends(name: str, forms: Forms) -> bool:
    """Whether a name ends as those of publications do: "Northbridge Gazette", "TeesLive-Echo"."""
    return name.split()[-1].lower().rpartition("-")[2] in forms.press
