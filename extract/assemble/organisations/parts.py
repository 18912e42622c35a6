"""Parts of a force, which are no bodies of their own: "Bexhill Local Crime Unit", "Rye police", "Hythe Police Station".

Enters the name of a body; leaves whether it is only a part of a force, or the police of a place within its area.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.assemble.organisations.bodies import WORD
from extract.expressions import expression

NOUNS = (
    r"unit|team|squad|department|division|directorate|command|district|task ?force|bureau|hub|cid"
    r"|police (?:station|office)"
)
"""What forces are divided into, in lower case."""
_PART = expression(rf"(?:.* )?(?:{NOUNS})s?(?: (?:north|south|east|west|central)| (?:for|in|at|of) .+)?", re.I)
_LETTERS = r"SNT|NPT|NST|FCR|POLIT|RPU|SCIU|MIT|PPU|SOCU|FIU|FIB|CAIU|MCU|OMU|DAISU|PCTF"
_SECTION = expression(
    rf"\b(?:Board(?<!Crime Board)(?<!Authority Board)|Group|(?<!of )Policing|(?:Crime|Protection|Special) Branch|{_LETTERS})$"
    r"|^(?:[Ff]orce|[Cc]onstabulary)\b"
)
"""What an officer may speak for who speaks for the force: a meeting, a field, letters of a unit."""
_OWN = expression(
    r"\b(?:Regional|National|International|Special Operations|Inspection|Immigration|Border|Trading Standards|Offending|Council"
    r"|University|Hospital|Ambulance|Rescue|Prosecution|CPS|NHS|Government)\b"
)
"""Words of units that belong to no one force, or to none."""
_POLICING = expression(
    r"\b(?:polic(?:e|ing)|crimes?|criminal|cid|investigations?|neighbourhood|offenders?|collisions?|firearms|roads?|abuse|fraud|drugs?|force)\b"
)
"""Words of what a unit of the police does, whoever speaks for it."""
_PLACED = expression(rf"{WORD}(?: (?:(?:and|upon|on) )?{WORD}){{0,3}} [Pp]olice")
_ELSEWHERE = expression(
    r"\b(?:Military|Port|Airport|Parks?|Dutch|French|Spanish|German|Irish|Belgian|Polish|Romanian|Italian|Greek|Royal|Secret|Federal)\b"
)
"""Words of police that no force of the registry is."""
_RANK = expression(
    r"\b(?:constable|sergeant|inspector|superintendent|pc|pcso|dc|ds|di|dci|sgt|insp|supt)$(?<!chief constable)"
)


def is_part(name: str, *, officer: bool) -> bool:
    """Whether a name is that of a part of a force.

    Args:
        name: As the article writes it.
        officer: Whether a rank says that who speaks for it is an officer.
    """
    if _OWN.search(name):
        return False
    if officer and _SECTION.search(name):
        return True
    return _PART.fullmatch(name) is not None and (officer or _POLICING.search(name.lower()) is not None)


def is_placed(name: str) -> bool:
    """Whether a name is that of the police of a place, as readers call the force there: "Rye police"."""
    return _PLACED.fullmatch(name) is not None and _ELSEWHERE.search(name) is None


def is_officer(role: str) -> bool:
    """Whether a role in lower case is a rank that the police alone have."""
    return _RANK.search(role) is not None


def is_post(name: str, role: str, common: Collection[str]) -> bool:
    """Whether a name is one word that is none of the language, as of a town, and an officer serves there: "Hythe".

    Args:
        name: As the article writes it.
        role: In lower case: the ranks of a chief are those of other bodies as well.
        common: Words of the language in lower case.
    """
    return name.isalpha() and name.istitle() and name.lower() not in common and is_officer(role)
