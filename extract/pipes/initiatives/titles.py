"""Titles of what inspectorates and others publish or air, categories of awards, and computer systems: names that nobody runs
as an initiative.

Enters a name in its text; leaves a verdict that no weights can turn. Names as "Operation Oak" are not asked.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.initiatives.names import Name

_PAPER = r"(?:reports?|review|thematic|guidance|guide|paper|study|inspection|strategy|publication)"
_HALF = r"[\"']?[A-Z][\w'-]*(?: [\w'-]+){0,7}"
"""The first half of a title, before its colon."""

_OF_PAPERS = expression(
    r"(?:\bpublication of|\b(?:hmic|hmicfrs|hmics|hmip|hmfsi|cji|cjini|ofsted|inspectorate|watchdog|committee|inspectors|auditors)"
    r"(?:'s?| (?:has |have |had )?(?:also |today |since |then |later )?(?:re-?)?(?:published|publishes|released|releases|issued|produced)))"
    r" (?:the |its )?(?:[a-z]+ )?[\"']?$"
)
"""Before it: "since the publication of", "the inspectorate has published", "HMIC's": an inspectorate runs no initiative."""
_PUBLISHERS = ("of", "'s", "'", "published", "publishes", "released", "releases", "issued", "produced")
"""Words of which one stands before the name, or one word before that."""

_FOUND = expression(
    r"[\"']?(?:, which| which|,? published [^.;]{3,40}?,?)? (?:found that|finds that|concluded|concludes|examined|examines|recommended|criticised|warned that)\b"
)
"""Behind it: what only a report does."""
_FINDING = ("found that", "finds that", "conclude", "examine", "recommended", "criticised", "warned that")

_SECOND_HALF = expression(
    r"[\"']?: [\"']?(?:[Aa]n? (?:[\w-]+ ){0,4}"
    rf"(?:report|review|inspection|thematic|guide to|study)\b|[A-Z][\w'-]*(?: [\w'-]+){{0,8}}[\"',]* (?:[a-z]+ )?{_PAPER}\b)"
)
"""Behind it: a colon and what goes on to say that it is a paper, as in ": Policing in Hard Times report"."""
_CITED = expression(
    rf"(?:\b(?:published|publishes|publication of|{_PAPER}|HMIC|HMICFRS|inspectorate)(?:'s?)?"
    rf"(?:,| is| was)?(?: called| entitled| titled| named)?,?(?: the| its)? {_HALF}: [\"']?|\b(?:{_PAPER}|published)(?: called| entitled| titled)?,? [\"']?)$"
)
"""Before either half of a title with a colon: what publishes it, as in "the report, Fit for the Fight: "."""

_GUIDANCE = expression(r"\b(?:statutory|national|government|official) guidance,?(?: called| entitled)? [\"']?$")

_IN_LIST = expression(
    r"\b(?:categories|pillars|priorities|values|principles|objectives|headings)\b(?: of| are|,|:|;| -| \u2013)[^.]*$"
)
"""Before it: what a plan or an award is parted into, as in "has three pillars: "."""
_LISTS = ("categories", "pillars", "priorities", "values", "principles", "objectives", "headings")
_CATEGORY = (
    " category",
    "' category",
    '" category',
    " campaign group",
    " campaigners",
    " action group",
    " pressure group",
)
"""Behind it: what one wins, or who has that name."""
_COMMENDED = expression(r"\b(?:award(?:s|ed|ing)?|voted|ranked) (?:it |them )?[\"']$")

_SYSTEM_BEFORE = expression(
    r"\b(?:computer|i\.?t|ict|records|record management|records management|crime[- ]recording|control room|case management"
    r"|command and control|mobilising|dispatch|duty management|payroll|software) "
    r"(?:system|platform|database|suite|package|supplier|provider|contractor)(?:,|, called| called| known as| named)? (?:the )?[\"']?$"
)
_SYSTEM_BEHIND = expression(
    r"[\"']? (?:computer|IT|ICT|records(?: management)?|crime[- ]recording|case management|command and control|mobilising) (?:system|platform|database|software)\b"
)
"""Around it: what a computer does."""
_MACHINES = ("system", "platform", "database", "suite", "package", "supplier", "provider", "contractor")
_LOBBY = expression(
    r"\b(?:campaign|campaigning|pressure|lobby|rights|liberties|advocacy) (?:group|organisation|body) $"
)
"""Before it: "the campaign group", which is a body."""

_BROADCASTERS = ("bbc", "itv", "stv", "channel ", "netflix")
_AIRS = expression(r"\b(?:bbc|itv|stv|channel|netflix)\b(?:'s)?(?: [a-z0-9'-]+){0,3},? [\"']?$")
"""Before a name: who airs it, as in "the BBC programme Harbour Lives"."""

_LEFT, _RIGHT = 110, 100


def is_title(text: str, lower: str, name: Name) -> bool:
    """Whether a name is that of a publication, a part of a plan, a body that campaigns or a computer system.

    Args:
        text: The text.
        lower: The text in lower case.
        name: The name.
    """
    start, end = name.start, name.end
    right, left = text[end : end + _RIGHT], lower[max(0, start - _LEFT) : start]
    head = left.rstrip("\"'(").rstrip(" ")
    if head.endswith(":") or right.lstrip("\"'")[:1] == ":":
        if _SECOND_HALF.match(right) and not (name.opens and " " not in head):
            return True
        if _CITED.search(text, max(0, start - _LEFT), start):
            return True
    above, _, last = head.rpartition(" ")
    if last in ("the", "its") or above.endswith(_PUBLISHERS):
        last = above.rpartition(" ")[2]
    if last.endswith(_PUBLISHERS) and _OF_PAPERS.search(left):
        return True
    if any(map(right.__contains__, _FINDING)) and _FOUND.match(right):
        return True
    if right.startswith(_CATEGORY) or (left[-1:] in ("'", '"') and _COMMENDED.search(left)):
        return True
    if any(map(left.__contains__, _LISTS)) and _IN_LIST.search(left):
        return True
    if "guidance" in left and _GUIDANCE.search(left):
        return True
    if any(map(left.__contains__, _BROADCASTERS)) and _AIRS.search(left):
        return True
    if any(map(left.__contains__, _MACHINES)) and _SYSTEM_BEFORE.search(left):
        return True
    if last in ("group", "organisation", "body") and _LOBBY.search(left):
        return True
    return right[:1] in " '\"" and _SYSTEM_BEHIND.match(right) is not None
