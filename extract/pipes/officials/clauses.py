"""Wordings by which a sentence says what office a person has whom it has named."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from extract.document.forms import UPPER
from extract.document.sentences import DOT
from extract.expressions import expression

STOP = expression(
    rf"[.,;:()!?\"\u2013 ](?:(?<![., ])|(?<= )(?:(?:who|which) |(?:said|says|told|tells|add(?:s|ed)|comment(?:s|ed)|warn(?:s|ed)"
    rf"|explain(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|wrote|writes|replie[sd]|respond(?:s|ed)|continue[sd]|stresse[sd]|tweeted|concluded)[ ,:]"
    rf"|and (?=(?:he|she|it|they|was|were|is|has|had|will|[a-z]+(?:ed|(?<!ship)s(?<!ities)))\b))|(?<=,)(?! [Ff]ire and )|(?<={DOT}))"
)
"""Where a phrase behind a name ends."""
SEAT = expression(r" (?P<seat>MP|MS|MSP|MLA|MHK)(?![\w'])")
BECAME = expression(
    r"(?:'s(?= (?:the|our|their|your|an?) )| (?:(?:has been|was|is) (?:appointed|named|made|elected|promoted to)(?: as)?|is|was|has been|had been|became|becomes|remains"
    r"|(?:works|worked|speaks|volunteers|campaigns) (?:for|at|with)|(?P<heads>runs|leads|chairs|founded|set up)(?= (?:the )?[A-Z])"
    r"|(?:came|moved|joined|returned|arrived|started|took|retires?|retired|steps|stepped|stood|stands|quit|resigned|left|served|leaves)\b[^,.;:\"]{0,40}? as)) "
)
FIELD = expression(r"(?: General)? \([A-Z][a-z]+(?:(?: and| &|,) [A-Z][a-z]+| [A-Z][a-z]+){0,4}\)(?= [A-Z]|[,;.]|$)")
"""What an officer is in charge of, in brackets behind the office: "Area Manager (Prevention and Protection)"."""
_BRACKET = len(" General (")
"""Within how many characters its bracket opens."""
_PLACE = r"[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){0,3}"
_MATTER = r"(?!(?:an?|the|who|which|his|her|its|now|one|and|but|in|on|at|for|said|says|told|has|was|is)\b)[a-z-]+(?: [a-z-]+)?"
LISTED = expression(
    rf"(?:, {_PLACE})+,? and (?:the )?{_PLACE}(?=[,;.\n]|$| (?:said|says|told|has|was|is)\b)"
    r"|(?<=er), [A-Za-z]+er(?: and [A-Za-z]+er)? [A-Za-z]+(?=[,;\n]|$| (?:at|in|and|said|says|told)\b)"
    rf"|(?:, {_MATTER})+,? and {_MATTER}(?=[,;\n]|$| (?:at|in|for|said|says|told)\b)"
)
"""How the complement of an office goes on that is a list: "commissioner for Devon", ", Cornwall and the Isles of Scilly"."""
OF_LIST = expression(r" (?:for|of) (?:the )?[\w'-]+(?: [\w'-]+){0,3}$")
"""How an office ends whose complement may be a list."""
WHO_AS = expression(
    r", who,? as (?P<office>[^.;:\"]{4,70}?),? (?:is|was|has|had|leads|chairs|holds|answers|oversees|speaks)\b"
)
"""An office that somebody is said to have by the way: "Jo Hale, who as deputy chief constable is in charge of it"."""
WHO_IS = expression(r", who(?: is|'s|'s been| has been|'s also| is also) ")
"""What stands between an officer and the office that they hold in another body."""
OTHER = expression(
    r" (?:of|for|at) [^,.;]*\b(?:Federation|Association|Union|Council|Authority|Panel|Society|Network|Trust|Forum|Committee|Board|Alliance|Partnership|Watch)\b"
)
LED = expression(r",? who (?:led|headed|oversaw|carried out|conducted) the (?P<body>inspection(?: team)?)\b")
"""What makes an inspector of somebody of whom nothing else is said."""
OF_HOME = (" of ", ", of ", " from ", ", from ")
"""How it goes on behind a name with the force that somebody is of."""
CHIEFS = expression(r"\bChiefs\b|NPCC|NFCC")
"""A council of chiefs, whose own forces tell more of them: "The NPCC's lead, Chief Constable Jo Hale of Kent Police"."""
BODY = expression(
    r", (?:an?|the|one of) (?:[\w'-]+ ){0,4}(?:charity|charities|union|group|firm|company|campaign|network|think[ -]tank|organisation|helpline|refuge|choir|club)\b"
    r"(?=,| (?:in|that|which|for|of|with|based|run|set)\b)"
)
"""What stands behind the name of a body that could be a person's: ", a local charity, "."""
LETTERS = expression(r" \((?P<body>[A-Z]{3,8})\), ")
"""The letters of a body in brackets behind an office and before a name: "The liaison lead (HMICFRS), Jo Hale"."""
INSPECTING = frozenset(("HMIC", "HMICS", "HMICFRS", "HMIP", "HMFSI"))
"""Inspectorates whose letters stand before a name as a title does."""
PERSONAL = expression(
    r", (?:\d{1,2}|aged|who|of|from|whose|the|a|an|[a-z]+)\b| (?:who|said|says|told|was|is|has|had|went|joined|becomes?|took|lost|waited|lives?|[a-z]+ed|[a-z]+s)\b"
)
AGED = expression(r"(?:aged )?(?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve)\b")
OFFICE = expression(rf" (?:[a-z]+ )?(?P<head>[a-z]+) (?=[{UPPER}])")
SERVES = expression(r"(?!(?:retired|former)\b|ex-)(?:[\w-]+ ){1,2}officer\b.*")
"""An office that makes an official of somebody who is named: "contact officer"."""


_SEATS = ("MP", "MS", "MSP", "MLA", "MHK", "ouncillor", "Cllr", "Coun")
"""Offices behind which a party or a place stands in brackets."""


def until_end(text: str, role: tuple[int, int], name: tuple[int, int], first_names: AbstractSet[str]) -> int | None:
    """Where an office ends that goes on with its field in brackets, or with a list: "ACO (Resources)", "for Devon, Cornwall and …"."""
    bracket = "(" in text[role[1] : role[1] + _BRACKET]
    field = FIELD.match(text, role[1]) if bracket and not text.endswith(_SEATS, *role) else None
    if field and not role[1] < name[0] < field.end():
        return field.end()
    if role[0] < name[1] or not text.startswith(", ", role[1]) or OF_LIST.search(text, *role) is None:
        return None
    more = LISTED.match(text, role[1])
    return more.end() if more and first_names.isdisjoint(more[0].lower().replace(",", "").split()) else None


def past_letters(text: str, end: int, letters: AbstractSet[str]) -> int:
    """Where letters of honour behind a name end, before the comma that an office follows: "Jo Hale CBE, Chief Constable".

    Args:
        text: The reading.
        end: Offset behind the name.
        letters: Those that follow names, in capitals.
    """
    at = end
    while text[at + 2 : at + 3].isupper() and text[at : at + 1] == " ":
        stop = next((n for n in range(at + 3, at + 7) if not text[n : n + 1].isalpha()), at)
        if text[at + 1 : stop] not in letters:
            break
        at = stop
    return at if text.startswith(", ", at) else end
