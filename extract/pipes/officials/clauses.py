"""Wordings by which a sentence says what office a person has whom it has named."""

from __future__ import annotations

from extract.document.forms import UPPER
from extract.expressions import expression

SEAT = expression(r" (?P<seat>MP|MS|MSP|MLA|MHK)(?![\w'])")
BECAME = expression(
    r"(?:'s(?= (?:the|our|their|your|an?) )| (?:(?:has been|was|is) (?:appointed|named|made|elected|promoted to)(?: as)?|is|was|has been|had been|became|becomes|remains"
    r"|(?:works|worked|speaks|volunteers|campaigns) (?:for|at|with)|(?P<heads>runs|leads|chairs|founded|set up)(?= (?:the )?[A-Z])"
    r"|(?:came|moved|joined|returned|arrived|started|took|retires?|retired|steps|stepped|stood|stands|quit|resigned|left|served|leaves)\b[^,.;:\"]{0,40}? as)) "
)
FIELD = expression(r"(?: General)? \([A-Z][a-z]+(?:(?: and| &|,) [A-Z][a-z]+| [A-Z][a-z]+){0,4}\)(?= [A-Z]|[,;.]|$)")
"""What an officer is in charge of, in brackets behind the office: "Area Manager (Prevention and Protection)"."""
WHO_AS = expression(
    r", who,? as (?P<office>[^.;:\"]{4,70}?),? (?:is|was|has|had|leads|chairs|holds|answers|oversees|speaks)\b"
)
"""An office that somebody is said to have by the way: "Jo Hale, who as deputy chief constable is in charge of it"."""
WHO_IS = expression(r", who(?: is|'s|'s been| has been|'s also| is also) ")
"""What stands between an officer and the office that they hold in another body."""
OTHER = expression(
    r" (?:of|for|at) [^,.;]*\b(?:Federation|Association|Union|Council|Authority|Panel|Society|Network|Trust)\b"
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
PERSONAL = expression(
    r", (?:\d{1,2}|aged|who|of|from|whose|the|a|an|[a-z]+)\b| (?:who|said|says|told|was|is|has|had|went|joined|becomes?|took|lost|waited|lives?|[a-z]+ed|[a-z]+s)\b"
)
AGED = expression(r"(?:aged )?(?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve)\b")
OFFICE = expression(rf" (?:[a-z]+ )?(?P<head>[a-z]+) (?=[{UPPER}])")
SERVES = expression(r"(?!(?:retired|former)\b|ex-)(?:[\w-]+ ){1,2}officer\b.*")
"""An office that makes an official of somebody who is named: "contact officer"."""
