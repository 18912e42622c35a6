"""Wordings of posts and of what stands around them, which tell the body that somebody speaks for.

Patterns of the words of a role, mostly in lower case; it knows nothing of an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.assemble.organisations import parts
from extract.assemble.organisations.bodies import WORD
from extract.document.reading import Reading
from extract.expressions import expression

SOCIETY = expression(
    r" (?:federation|association|union|unison|branch|museum|charity|trust|choir|band|panel|board|law centre|hospice|hospitals?|university|college|schools?|refuge|mind|nhs|council)\b"
)
"""What makes another body of the name of a force: "Kent Police Federation"."""
OFFICERS = frozenset(("police", "fire"))
COURT = frozenset(("judge", "recorder", "magistrate", "sheriff", "coroner"))
"""Offices of a court."""
NOUNS = frozenset(
    (
        *("council", "county council", "city council", "borough council", "panel", "authority", "charity", "union"),
        *("federation", "trust", "board", "association", "agency", "committee"),
    )
)
"""Nouns that a body goes by when its name was given before."""
GENERIC = frozenset(("force", "service", "brigade", "constabulary", "police", "police force", "fire service"))
"""Words for the force that the text is about."""
INSPECTING = frozenset(
    (
        "hmi",
        "inspection",
        "inspection team",
        "inspectorate",
        "watchdog",
        "regulator",
        "police watchdog",
        "police inspectorate",
    )
)
"""Words for the inspectorate that the text is about."""
OVERSEEN = frozenset(("opcc", "opfcc", "commissioner", "commissioner's office"))
"""What a commissioner's office is called in short."""
AREAS = frozenset(("region", "county", "area", "city", "capital", "borough", "town", "district"))
"""Where somebody has an office, which names no body: "the capital's fire commissioner"."""
COMMISSIONS = expression(
    r"'s? (?:elected |new |own |current |first )?(?:(?:police(?:, fire)? and crime )?commissioner|pf?cc)\b"
)
"""Whose spokesperson speaks: "for the region's commissioner"."""
POSSESSIVE = expression(r"\b(?:its|their|the (?:council|union|charity|authority|panel|federation|trust|board)'s) $")
OWNERS = ("its ", "their ", "'s ")
"""How that ends."""
POINTS = expression(r"\b(?:its|their) (?:[a-z'-]+ ){0,4}?(?:[a-z]+, )?$")
"""What stands before an office of a body that was named before: "its ", "Its head, "."""
HIS = expression(
    r"\b(?:his|her) (?:own |new |then )?(?:(?:deputy|colleague|assistant|number two|right-hand (?:man|woman)), (?:[a-z. ]{1,40})?)?$"
)
"""What stands before an office of somebody's own: "his ", "Her deputy, "."""
FOR_WHOM = expression(
    r"spokes\w+ for (?:the )?(?P<whom>(?:pf?cc|(?:police(?:, fire)? and crime )?commissioner)\b|[^,.;:\"]{3,40}, (?:the )?(?:[a-z]+ )?(?:pf?cc|(?:police(?:, fire)? and crime )?commissioner)\b)"
)
"""Whose spokesperson speaks for a commissioner: "A spokesman for Jo Hale, the PCC"."""
HIS_ENDS = ("his ", "her ", "own ", "new ", "then ", ", ", "cllr ", "sgt ", "supt ", "insp ", "dr ")
"""How that ends."""
DESCRIBED = expression(
    r"^(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|local|regional) )?(?:(?:[a-z]+ )?[Cc]harity |(?:[a-z]+ )?(?:union|operator|group|company|firm) )?"
)
"""Words before the name of a body that say what it is."""
OF = expression(
    r"\b(?:of|at|for) (?:the|its|their) (?P<noun>(?:[a-z]+ ){0,2}[a-z]+)$|^(?P<first>board|panel|council|authority|committee|federation|branch|union|agency) "
)
_SCRUTINY = (
    r"(?:stop[ -]and[ -]search|use of force|hate crime|rape|domestic abuse|out[ -]of[ -]court(?: disposals?| resolutions?)?|police powers|custody|ethics"
    r"|legitimacy|community|youth|young people's|victims'?|race|public|external|independent|scrutiny|advisory|reference|monitoring)"
)
SCRUTINY = expression(
    rf"\b(?P<noun>(?:{_SCRUTINY}(?:,? and|,)? )+(?:panel|(?<=scrutiny )(?:group|board|forum)|(?<=advisory )(?:group|board|forum)|(?<=reference )group|(?<=monitoring )group))\b"
)
"""A panel of the public that looks at what the police do, which has no name of its own."""
FIELD = expression(r"\b(?:of|for) (?:the|its|their) (?P<noun>(?:[a-z-]+ (?:and )?){0,4}(?:scrutiny|advisory) panel)$")
"""Such a panel with its field: "chair of the home affairs scrutiny panel"."""
_UNKNOWN = expression(
    r"\b(?:of|at|for|with) (?:an?|one) (?:[\w'-]+ ){0,4}?(?:charity|union|trust|think[ -]tank|network|company|firm|campaign(?: group)?|helpline|refuge|association)$"
)
"""A body that a role tells without its name: "chief executive of a women's charity"."""
WHOSE = expression(
    rf"(?:the |The )?(?P<body>(?:{WORD} (?:of |and |for |& )?){{0,5}}(?:Association|Union|Federation|Council|Trust|Society|Network|Authority|Board)),? whose (?:[a-z]+ )?$"
)
_UNION_POST = expression(
    r"\b(?:branch|brigade|regional|union|national|general|federation)\b.*\b(?:secretary|(?:vice-)?chair\w*|organiser|rep|representative|official|officer)$"
    r"|\b(?:organiser|shop steward)$"
)
_BRIGADE_POST = expression(r"\bbrigade (?:secretary|(?:vice-)?chair\w*|organiser)\b")
"""Posts that the union of firefighters alone has."""
FOR = expression(
    rf"(?:^|[.!?\"'] |\n)(?:For|Over at|On behalf of|Speaking for) (?:the )?(?P<body>{WORD}(?: (?:of |and |for |& )?{WORD})*), (?:the |its )?$"
)
"""How a sentence opens that says for whom its speaker speaks."""
ENDS = (", ", ", the ", ", its ")
"""How that ends."""
HIS_COMMISSIONER = expression(r"\bcommissioner\b[^.]{0,40}?\b(?:his|her) $")
"""Whose deputy somebody is: "the commissioner and his "."""
_JUDGES = expression(
    r"\bI(?:'m| am| was) (?:also |very |really |particularly )?(?:pleased|satisfied|concerned|disappointed|encouraged|worried|impressed|reassured)\b[^.\"]{0,60}\b(?:performance|progress|force|constabulary|service)\b"
    r"|\bI (?:congratulate|commend|have (?:serious )?concerns|recognise that the force)\b|\b[Tt]he (?:force|constabulary) (?:also )?(?:needs? to|should|must|has to|still has)\b|\bour (?:last |latest |previous |recent )?(?:inspect(?:ions?|ors)|findings|report|visit|engage process)\b"
    r"|\b(?:I|we) (?:have )?(?:found|saw|seen|inspected|graded|rated|judged) (?:an? |the |this )(?:force|service|constabulary)\b"
)
"""What an inspector of a force says of it, and no officer of its own."""
_OPENS = ("\u201c", "\u2018", '"', "'")
"""Marks with which a block of speech begins."""
_JUSTICE = expression(r"(?:mr|mrs|ms|lord|lady) justice$")
HMI = frozenset(
    ("hmi", "hmi chief", "hmi boss", "hmi head", "lead hmi", "hmci", "hmcic", "hmcifrs", "inspector in charge")
)
"""Offices of inspectorates by their letters."""
NEAR = 90
PART = expression(rf"(?:'s?)? (?:[\w&'-]+ ){{0,6}}(?:{parts.NOUNS}|operations)$")
"""What follows the name of a force in that of a part of it."""
WARD = expression(
    rf"(?!(?:Labour|Conservative|Tory|Green|Liberal|Lib|Independent|Reform|Plaid|SNP|Opposition|Ward|County|City|District|Borough|Town|Parish|The)\b)"
    rf"(?P<place>{WORD}(?: {WORD})*)(?P<kind> (?:county|city|district|borough|town|parish))? councillor$"
)
"""Of which council somebody is: "Highland councillor", "North Norfolk district councillor"."""
VISITORS = expression(r"\bindependent custody visit(?:ors?|ing)\b")
_LONE = expression(r"(?:vice-)?(?:chair\w*|president|director|general secretary|chief executive|leader)$")
GOVERNMENTS = {"states-of-jersey-police": "Government of Jersey", "guernsey-police": "States of Guernsey"}
"""Who governs where a force serves an island with ministers of its own."""
STRANGE = frozenset(("charity", "union", "trust", "association", "agency"))
"""Nouns for bodies that are no part of what governs a force."""
AUTHORITIES = frozenset(("fire authority", "authority"))
"""What the authority over a fire service is called without its name."""
_BRANCH = expression(
    r"(?<![Cc]hildren)(?<![Ww]omen)(?<!People)'s (?:[A-Z][\w-]+ ){1,4}(?:Committee|Panel|Group|Forum)$|'s (?:[\w-]+ ){0,2}branch$|(?<!^Women)(?<!^People)(?<!^Children)(?<!^Young) in (?!the Fire|Fire|Polic)(?:the )?[\w-]+(?: [\w-]+){0,2}$|(?<=[A-Z]{3})'s [A-Z][\w-]+(?: [\w-]+)?$|(?<=^FBU) |(?<=^GMB) |(?<=^U(?:nison|NISON)) "
)
_UNIONS = ("FBU ", "GMB ", "Unison ", "UNISON ")
"""Unions that stand before the place of a branch."""
MAYORS = {
    "greater-manchester": "Greater Manchester Combined Authority",
    "west-yorkshire": "West Yorkshire Combined Authority",
    "south-yorkshire": "South Yorkshire Mayoral Combined Authority",
    "north-yorkshire": "York and North Yorkshire Combined Authority",
    "metropolitan-police": "Greater London Authority",
    "london-fire": "Greater London Authority",
}
"""Whose mayor oversees a force, by how its id begins."""
NAMED = expression(
    r"[A-Z]{3}|\b(?:Council|Authority|Panel|Board|Union|Federation|Association|Party|Labour|Conservative|Green)\b|Unison"
)
"""Words of the name of a body before a post."""
DEVOLVED = {"scot": "Scottish Government", "northern-ireland": "Department of Justice"}
"""Whose minister answers for justice in a nation, by what the ids of its forces hold."""
POSTED = expression(r"(?:[a-z]+ )?(?:secretary|organiser|rep|representative|chair\w*|official|convenor|steward)")
"""Posts that a union has in each place: "Highland secretary", "Suffolk chair"."""
_CREW = expression(r"(?:shift|team|watch|crew|section|duty|control room) leader$")
"""Who leads people at work, and no council."""
CHIEFS = frozenset(("chief", "deputy chief", "assistant chief", "chief officer", "boss"))
"""Offices that the police and the fire service have alike."""
MET, CITY, LONDON = "metropolitan-police-service", "city-of-london-police", "london-fire-brigade"
LONDONERS = "london fire commissioner"
OF_THE_MET = ("met ", "former met ", "ex-met ", "retired met ")
FEDERATED = expression(
    r"\bfederation (?:(?:vice|deputy|branch)[ -])?(?:chair\w*|secretary|rep|representative|treasurer)$"
)
COUNTIES = frozenset(
    (
        *("Buckinghamshire", "Cambridgeshire", "Cumbria", "Derbyshire", "Devon", "Dorset", "Durham", "East Sussex"),
        *("Essex", "Gloucestershire", "Hampshire", "Hertfordshire", "Kent", "Lancashire", "Leicestershire"),
        *("Lincolnshire", "Norfolk", "North Yorkshire", "Northamptonshire", "Northumberland", "Nottinghamshire"),
        *("Oxfordshire", "Somerset", "Staffordshire", "Suffolk", "Surrey", "Warwickshire", "West Sussex"),
        "Worcestershire",
    )
)
"""Places of forces that have a county council, or had one in the years of the inspections."""
RUN_BY_COUNCILS = frozenset(
    (
        *("Cornwall", "Cumbria", "Gloucestershire", "Hertfordshire", "Lincolnshire", "Norfolk", "Northumberland"),
        *("Oxfordshire", "Suffolk", "Surrey", "Warwickshire", "West Sussex"),
    )
)
"""Places whose fire service the council of the county runs, which has a member for it."""
_PORTFOLIO = expression(r"\b(?:cabinet|portfolio|executive) (?:member|holder|lead)\b")
KIND = expression(r" (?:County )?(?:Fire|Police|Constabulary)\b.*")
_CRIME_LEAD = expression(r"\bcommissioner for (?:the )?(?:police|policing)\b")
AREA = expression(r"\bcommissioner for (?:the )?(?P<area>.+)$")
OF_PLACE = expression(
    r"(?:(?:former|deputy|assistant|acting) )?(?P<area>[\w' &-]+?) (?:pf?cc|police(?:, fire)? and crime commissioner)\b"
)
"""Of which area a role says that a commissioner is: "Sussex PCC and national lead"."""
_OTHER_COMMISSIONER = expression(
    r"^(?!(?:former |deputy |assistant |acting |met |metropolitan police |city of london police |london fire |fire |temporary |interim )*commissioner)"
    r"[\w' ]* commissioner\b"
)
_STATE = expression(r"\b(?:secretary|minister|chancellor)\b")
DEPARTMENT = expression(
    r" (?:at|in|for) (?:the )?(?P<name>(?:Ministry|Department) (?:of|for) [^.;:\"]+|Home Office|Cabinet Office)$"
)
"""The department that an office of state names itself."""
_SEATS = (" COUNCIL", " AUTHORITY", " PANEL", " BOARD", " COMMITTEE", " FEDERATION", " ASSOCIATION", " UNION")
"""How names of bodies end that heads of minutes have in capitals."""
_SMALL = frozenset(("AND", "OF", "THE", "FOR", "IN"))
"""Words of names that have no capital."""
FIRE_DEPARTMENT = "Ministry of Housing, Communities and Local Government"
"""The department that answers for the fire services of England since April 2025."""
ASSEMBLIES = {
    "mp": "House of Commons",
    "msp": "Scottish Parliament",
    "mla": "Northern Ireland Assembly",
    "ms": "Senedd",
}
SPOKE = expression(rf"\bspokes\w+ (?:for|from|at) (?:the )?(?P<body>{WORD}(?: (?:(?:of|and|for|&) )?{WORD})*)")
FAR = 600
"""Characters in which a charity was named that is only "the charity" then."""
OWNED = expression(
    r"(?<=[a-z])['\u2019]s (?!office$|(?:[a-z]+ )?(?:centre|refuge|school|hostel|shelter|club|charity|trust|network)$)[a-z][a-z ]*$"
)
"""What a body has in a role: "Labour's policing spokesman"."""
_PARTY = r"(?:Labour|Conservatives?|Tory|Tories|Lib(?:eral)? Dem(?:ocrat)?s?|Greens?(?: Party)?|Reform(?: UK)?|Plaid(?: Cymru)?|SNP|UKIP|Alliance|DUP|SDLP|Sinn F[eé]in)"
PARTIES = expression(rf"(?:(?:Scottish|Welsh) )?{_PARTY}")
PARTY = expression(rf"(?:(?:Scottish|Welsh) )?(?P<party>{_PARTY})(?:'s)? (?:[\w-]+ ){{0,4}}(?:candidate|hopeful)\b")
"""For which party somebody stands: "Reform UK candidate"."""
TYPE = expression(r" (?:Police Service|Police|Constabulary)$")
_MAYOR = expression(r"\bmayor\b")

_WORDS = expression(r"[\w/-]+")


class Post(NamedTuple):
    """What the words of a role tell by themselves.

    Args:
        words: Those words.
        signs: Names of the sorts of post that they are.
    """

    words: frozenset[str]
    signs: frozenset[str]


@lru_cache(maxsize=1 << 12)
def post_of(role: str) -> Post:
    """What a role in lower case tells; roles recur from article to article."""
    told = {
        "state": _STATE.search(role),
        "mayor": _MAYOR.search(role),
        "justice": _JUSTICE.match(role),
        "unknown": _UNKNOWN.search(role),
        "union": _UNION_POST.search(role),
        "brigade": _BRIGADE_POST.search(role),
        "lone": _LONE.match(role),
        "crew": _CREW.match(role),
        "portfolio": _PORTFOLIO.search(role),
        "crime": _CRIME_LEAD.search(role),
        "other": _OTHER_COMMISSIONER.search(role),
        "noun": FIELD.search(role) or SCRUTINY.search(role) or OF.search(role),
    }
    return Post(frozenset(_WORDS.findall(role)), frozenset(sign for sign, match in told.items() if match))


def department_in(role: str, *, moved: bool) -> str | None:
    """The department that an office of state names itself, or that of the fire minister.

    Args:
        role: Its words.
        moved: Whether the fire services of England are no more the Home Office's.
    """
    told = DEPARTMENT.search(role)
    if told:
        return told["name"]
    return FIRE_DEPARTMENT if moved and "fire minister" in role.lower() else None


def branch_in(name: str) -> int:
    """Where in the name of a body a branch or a part of it begins: "Unison's Kent branch"; 0 for none."""
    if "'s " not in name and " in " not in name and not name.startswith(_UNIONS):
        return 0
    branch = _BRANCH.search(name)
    return branch.start() if branch else 0


def cased(name: str) -> str:
    """The name of a body that stands in capitals, as it is written elsewhere: "KENT POLICE AND CRIME PANEL"."""
    if not name.isupper() or not name.endswith(_SEATS):
        return name
    return " ".join([word.lower() if word in _SMALL else word.capitalize() for word in name.split(" ")])


def is_apposed(text: str, role: tuple[int, int], name: tuple[int, int] | None) -> bool:
    """Whether "inspector" is an office and no rank, which would stand before the name: "writes Jo Hale, the inspector"."""
    if text[role[0]] != "i":
        return False
    if name is None:
        return text.endswith(("the ", "The "), 0, role[0])
    return role[0] > name[1] or text.startswith(", ", role[1])


def points_back(lower: str, at: int) -> bool:
    """Whether an office at an offset is that of a body named before: "Its head, "."""
    low = max(0, at - NEAR)
    owned = lower.find("its ", low, at) >= 0 or lower.find("their ", low, at) >= 0
    return owned and POINTS.search(lower, low, at) is not None


def judges(reading: Reading, first: int, at: int) -> bool:
    """Whether what a person says, in the block of a name, is said by one who inspects forces and serves in none."""
    block = reading.spans[reading.span_at(max(first, at))]
    start = block.start if reading.text[block.start] in _OPENS else first
    return _JUDGES.search(reading.text, start, block.end) is not None


def prosecution(role: str, subjects: Sequence[str]) -> str | None:
    """The prosecutors whose office is told by its own words: "chief crown prosecutor", "Director of Public Prosecutions".

    Args:
        role: In lower case.
        subjects: Ids of forces, which tell the nation.
    """
    if "director of public prosecutions" in role and "police-service-of-northern-ireland" in subjects:
        return "Public Prosecution Service"
    return "Crown Prosecution Service" if "crown prosecutor" in role or "public prosecutions" in role else None
