"""Phrases that tell who speaks where no name does: what "one", "they", "the officer" and "the reply" point to."""

from __future__ import annotations

from extract.expressions import expression

ASKS = expression(
    r"(?:(?:Within|By|Before|With) [^,.]{3,40}, )?(?:The|All|Every|Chief|Both|[A-Z][\w'-]+) ?(?:(?:[Ff]orce|[Ss]ervice|[Cc]onstabulary|[Bb]rigade|[Pp]olice|of|and|[A-Z&][\w'-]*|constables|officers) ?){0,7} ?"
    r"(?:should|must|needs? to|has to|have to|ought to) [^.!?]+[.!?,]?"
)
"""One sentence that says in the third person what a body must do."""
INSPECTS = expression(r"\b(?:inspector|hmi|hmci)\b")
WROTE = expression(r"\b(?:wrote|written|emailed|posted|tweeted|sent|put out) ")
"""What somebody did before a paper of theirs speaks: "Hale wrote to staff. '…,' the letter said."."""
SEVERAL = expression(
    r"\b(?:asks?|asked|(?:talk|talked|speak|spoke) to) (?:the |some |many )?"
    r"(?P<who>firefighters|officers|residents|victims|crews|detainees|prisoners|call handlers|parents|children|survivors|detectives|people)\b"
)
TOGETHER_BEFORE = expression(
    r"(?:the (?:two|three|four|five|six)|both|all (?:two|three|four|five|six)) (?P<who>[a-z][a-z, '-]{3,60}?s) (?:have |had )?(?:also |both |jointly )?"
    r"(?:issued|wrote|signed|released|published|sent|made|gave|said|put out|welcomed|responded)\b"
)
"""Several by their office with whom the sentence before "they" begins: "The two commissioners issued a statement"."""
PAPER = expression(r"\b(?:emails?|e-mails?|memo|tweet|post|message|statement|note|blog|letter|thread|wrote)\b")
"""What somebody writes, which "it read" goes on with."""
PAPERS = (
    *("summary", "letter", "report", "statement", "foreword", "email", "memo", "blog", "submission"),
    *("review", "note", "post", "message", "ruling", "judgment"),
)
"""What somebody writes, of which a phrase says whose it is."""
PASSAGES = expression(
    r"\b(?:passages?|recommendations?|(?:area|cause)s? (?:for improvement|of concern)|paragraphs?|findings|sentences|letters|reports|lines)\b"
)
"""What "one" and "another" can be of that says the words of an inspectorate."""
EPITHET = expression(r"(?:former|retired|ex-\w+|veteran)\b")
CALLED = expression(
    r"\b(?:(?:to be|be) (?:called|known as|identified as|named as)|we(?:'(?:ll|re|ve)| are| will| shall| have)?(?: be)? call(?:ed|ing)?|(?:known|identified|named) only as|gave (?:her|his) name as|called) (?:only )?(?P<name>[A-Z][a-z]+)\b"
)
"""By what name an article speaks of somebody whom it does not name: "One victim, who asked to be called Jo,"."""
MANY = frozenset(
    ("mp", "msp", "mla", "peer", "councillor", "officer", "politician", "official", "campaigner", "detective")
)
"""What somebody is called who was named before by another office."""
ONES = frozenset(("one", "another", "both", "ours", "each", "neither", "others"))
LINES = frozenset(("line", "passage", "page", "section", "chapter"))
"""Parts of a report that speak: "reads one line"."""
_RANKS = r"(?:constable|sergeant|inspector|superintendent|pc|pcso|dc|ds|di|dci|ci|sgt|insp|supt|(?:community support|crime scene) (?:officer|investigator))"
RANKED = expression(rf"\b{_RANKS}$(?<!hm inspector)")
"""A rank of the police at the end of a role in lower case."""
_RANK_BEFORE = expression(rf"\b(?P<rank>{_RANKS}) $")
_LONGEST = 30
"""Characters of a rank at most."""
REPLIES = frozenset(("reply", "answer"))
"""What comes from somebody else than who asked."""
CONCEDES = frozenset(("accepted", "accepts", "admitted", "admits", "conceded", "concedes", "apologised"))
ELECTED = expression(r"\b(?:commissioner|mayor|minister)\b")
"""Offices whose spokespeople are of another body than the force."""
TOGETHER = expression(
    r"\b(?:(?:joint|shared) (?:statement|letter|message|response|reply|blog)|(?:statement|letter|message|response|reply) together|(?:wrote|written|spoke|signed|speaking) (?:together|jointly))\b"
)
"""What says that two speak as one: "issued a statement together"."""
OWNS = expression(r"\b(?:from|by) (?:[\w'&.-]+,? ){0,6}$")
OWNED = expression(r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}'s?\b")
"""What says whose a paper is, before a name and behind it."""
VAGUE = expression(
    r"(?:(?:the |a )?[\w-]+'s? )?(?:(?:senior|top|high-ranking|most senior|highest-ranking) (?:police |fire )?officer|union (?:leader|boss|chief|official)|top (?:firefighter|cop))"
)
"""How the opening of an article tells of an official whom it names below: "the county's top police officer"."""
FAMILY_ACTS = expression(
    r"\b(?P<who>family|families|parents|relatives)\b(?:,? [^.;:\"]{0,110})?,? (?:have|has|had|paid|said|say|called|described|released|issued|spoke|wrote)\b"
)
"""Such people as the subject of a sentence that "they" goes on with."""
FAMILY = frozenset(("family", "families", "parents", "relatives", "friends", "children"))
"""Private people who speak as one and are none of those who were named."""


def rank_before(lower: str, at: int) -> tuple[int, int] | None:
    """Offsets of the rank of the police that stands right before a place in a text in lower case, or None."""
    rank = _RANK_BEFORE.search(lower, max(0, at - _LONGEST), at)
    return rank.span("rank") if rank else None


def is_spokesperson(lower: str, role: tuple[int, int] | None) -> bool:
    """Whether a role, by its offsets in a text in lower case, is that of somebody who speaks for others: "spokeswoman"."""
    return role is not None and lower.startswith("spokes", role[0])
