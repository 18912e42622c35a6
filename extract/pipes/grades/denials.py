"""Words that mostly take a grade away and here do not: what lacks something else, what somebody was first to get.

Enters a word of denial and what stands before a grade; leaves whether the grade is given all the same.
"""

from __future__ import annotations

import re

from extract.expressions import expression

FACT = expression(
    r" (?:(?:the|this) (?:fact|finding|verdict|news)|minds?|(?:doubt|disput|surpris|shock|regrett|forgott|astonish|contest)(?:ed?|s|es|ing|en)?|den(?:y|ies|ied)|forget|wonder|secret|accident|coincidence|mystery)(?: (?:the )?[a-z]+)? that "
    r"| (?:hide|mask|disguise|obscure|conceal|offset|outweigh|ignore|overlook|escape|make up for|take away from|detract from)(?: (?:an?|the|its|their|our|that))? ['\"]?$"
)
"""Behind a word that denies, what is so all the same: "cannot pass over the fact that it was good", "nobody doubts that"."""
_LACKING = frozenset(("short of", "close to", "far from"))
_CLAUSE_OVER = expression(r" \w+[^,;]*\b(?:is|are|was|were|has|have|had|requires?|needs?)\b")
_REACHING = frozenset(("to get", "to reach", "reach", "get to"))
_ONLY_ONE = expression(r"\b(?:only|first|last|sole|second|third|latest) (?:[a-z]+ ){1,5}$")
"""Before what somebody reached: "the first force of the six"."""
_MEANT = expression(
    r" (?:that )?(?:the|it|its|we|our|they|their|this|[a-z-]+(?: and [a-z-]+)? (?:police|constabulary|fire)\b)[^;.]*\b(?:is|are|was|were|has|have|had)\b(?! to\b)"
)
"""Behind "means", what follows from a report: "the report means the force is rated good"."""

_BUT = expression(r"_['\"]?,? (?:but|yet) (?![^,;]*\b(?:not|never|no|nor|neither)\b)[^,;_]*$")
"""Behind what was not given, what was: "short of outstanding but good", "neither good nor inadequate but adequate"."""
_COULD_ONLY = expression(
    r" (?:(?:only|just|merely) (?:[a-z]+ ){1,2}|(?:[a-z]+ ){1,3}(?:only|just|merely|no (?:better|higher|more) than|nothing (?:better|higher|more) than) )(?:an? )?['\"]?"
)
"""Behind "could", that no better grade was got: "could manage only an"."""


def is_idle(word: str, before: str, match: re.Match[str]) -> bool:
    """Whether a word takes nothing from the grade behind it.

    Args:
        word: The word.
        before: The clause up to the grade, in lower case.
        match: Where the word stands in it.
    """
    if word in _LACKING:
        return _CLAUSE_OVER.search(before, match.end()) is not None  # "short of detectives, it was judged inadequate"
    if "_" in before[match.end() :] and _BUT.search(before, match.end()):
        return True
    if word == "could":
        return _COULD_ONLY.fullmatch(before, match.end()) is not None  # "could only muster an adequate"
    if word == "the word":
        return before[match.end() :].strip(" '\"") in ("is", "was")
    if word in _REACHING:
        return (
            _ONLY_ONE.search(before[: match.start() + 1]) is not None
        )  # "the only one of the six to get an outstanding"
    if word == "means" or word == "mean":
        return "_" not in before and _MEANT.match(before, match.end()) is not None
    return False


_WHOSE = r"(?:its|our|their|the|this|that|his|her) (?:[a-z-]+ )?['\"]?$"
"""Before a grade that is known."""
_BUILDING = expression(rf"\bbuild(?:s|ing)? (?:up)?on {_WHOSE}")
_KEEPING = expression(
    r"\b(?:in order|needs?|needed|necessary|required|resources|striv(?:e|ing)|aim(?:s|ed|ing)?|determined|committed|continue|work(?:s|ing)? (?:[a-z]+ )?) ?to "
    rf"(?:[a-z]+ (?:and|or) )?(?:maintain|keep|retain|improve|sustain|preserve|protect|better|uphold) (?:(?:and|or) [a-z]+ )?(?:on )?{_WHOSE}"
)
"""Before a grade that somebody means to keep."""
_WHERE = expression(
    r"\b(?:out|on|to|shows?|sees?|know|knows|finds?|identif(?:y|ies)|highlights?|describes?|explains?|understand|say|says|tells?(?: \w+)?) where "
    r"(?:the |our |their |this |a )?[a-z]+ (?:[a-z]+ )?(?:is|are|was|were) (?:already |really )?$"
)
"""Before what a report goes into: "it sets out where the service is good"."""


def is_referred(before: str) -> bool:
    """Whether a grade given elsewhere is only spoken of: "builds on the previous 'good' ratings", "in order to maintain its 'good'".

    Args:
        before: The clause up to the grade, in lower case.
    """
    if "build" in before and _BUILDING.search(before):
        return True
    return " to " in before and _KEEPING.search(before) is not None


_NEAR = 60
"""Characters before a grade in which such a clause begins."""


def is_gone_into(lower: str, at: int) -> bool:
    """Whether a grade says where something is good, without what that is: "it sets out where the service is good".

    Args:
        lower: The text in lower case.
        at: Where the grade begins.
    """
    low = max(0, at - _NEAR)
    return lower.find(" where ", low, at) >= 0 and _WHERE.search(lower[low:at]) is not None


_OTHERS = expression(
    r"['\"]{0,2} (?:overall )?by (?:(?!inspect|hmi|watchdog|regulator|ofsted|cqc|estyn|team|time|end\b|how\b|[a-z]+ing\b|[12]\d\d\d)[\w'-]+ ){0,4}?"
    r"(?:staff|officers|firefighters|employees|residents|victims|public|people|detainees|callers|users|visitors|unions?|federation|surveys?|poll"
    r"|audit|auditors?|readers|voters|customers|respondents|patients|pupils|students|parents|families|councillors|councils?|colleagues|peers"
    r"|managers|consultants|partners|charity|charities|campaigners|mayors?|mps?|ministers?|politicians?|commissioners?|critics|detectives?|newspapers?|judges?|trainees|recruits|workforce|itself|themselves|self-assessment)(?![\w-])"
    r"(?! (?:from|of|at) (?:the )?(?:hmi|inspect|watchdog))"
)
"""Behind a grade whose it is, where no inspectorate gives it: "good by residents", "by its own staff"."""


def is_of_others(behind: str) -> bool:
    """Whether somebody other than an inspectorate is said to give a grade: "rated good by four in five residents".

    Args:
        behind: The rest of its clause, in lower case.
    """
    return " by " in behind[:14] and _OTHERS.match(behind) is not None
