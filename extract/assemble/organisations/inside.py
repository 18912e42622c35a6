"""The body that a role names within itself: "Police Federation branch secretary", "head of custody at Kent Police"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from extract.assemble.organisations.bodies import WORD
from extract.expressions import expression

SEATED = frozenset(
    (
        *(
            "cllr",
            "councillor",
            "coun",
            "alderman",
            "member",
            "chair",
            "chairman",
            "chairwoman",
            "chairperson",
            "vice-chair",
        ),
        *("vice-chairman", "leader", "cabinet", "portfolio", "convener", "convenor", "councillors"),
    )
)
"""Words of an office that is held in a council, panel or authority."""
OWN = frozenset(
    (
        *(
            "campaigner",
            "activist",
            "prosecutor",
            "barrister",
            "solicitor",
            "lawyer",
            "author",
            "professor",
            "lecturer",
        ),
        *(
            "academic",
            "criminologist",
            "expert",
            "historian",
            "journalist",
            "columnist",
            "candidate",
            "hopeful",
            "peer",
            "consultant",
        ),
    )
)
"""Heads of a role that speaks for no force where it names no body."""
_ENDINGS = frozenset(
    (
        *("union", "federation", "association", "council", "unison", "gmb", "authority", "office", "trust", "society"),
        *(
            "commission",
            "agency",
            "party",
            "court",
            "panel",
            "league",
            "board",
            "board",
            "alliance",
            "service",
            "college",
        ),
        *("university", "foundation", "institute", "centre", "hospital", "academy", "school", "network", "charity"),
    )
)
"""Nouns that end the name of a body."""
_DEPARTMENTS = frozenset(
    (
        *(
            "hr",
            "it",
            "ict",
            "pr",
            "cid",
            "services",
            "resources",
            "communications",
            "operations",
            "standards",
            "policing",
        ),
        *(
            "performance",
            "finance",
            "crime",
            "investigations",
            "protection",
            "prevention",
            "response",
            "people",
            "safeguarding",
        ),
        *(
            "engagement",
            "training",
            "custody",
            "intelligence",
            "offences",
            "affairs",
            "support",
            "improvement",
            "assurance",
        ),
    )
)
"""Words with which the name of a department ends, which is a part of a body."""
_HEADING = tuple(
    f"{post} {link}" for post in ("head", "director", "manager", "lead", "officer") for link in ("of", "for")
)
"""Posts that have a department, and what goes on behind them."""
_COMPLEMENT = expression(
    rf"^(?P<post>.*) (?P<prep>at|from|of|for) (?:the )?(?:charity |union )?(?P<body>{WORD}(?:,? (?:(?:of|and|for|with|on|in|the|&) ){{0,2}}{WORD})*)$"
)
"""A role and the body behind it: "head of custody at Kent Police"."""
_AT = expression(
    rf"^(?P<post>[^A-Z]*?) (?P<prep>at) (?:the )?(?P<body>{WORD}(?: (?:(?:of|and|for|the|&) ){{0,2}}{WORD})+)$"
)
"""The same where a body has such a word in its name: "safety director at Transport for London"."""
_LETTERS = expression(r"[A-Z][A-Z&]+[a-z]?$")
_PLACED = expression(r"\b(?:custody|station|watch|shift|duty|control|response|crew)\b")
"""Words of an office that somebody has at a place."""
_RANKED = frozenset(
    (
        "HM",
        "MP",
        "MSP",
        "PC",
        "PS",
        "DC",
        "DS",
        "DI",
        "DCI",
        "ACC",
        "DCC",
        "CC",
        "CFO",
        "ACO",
        "PCC",
        "PFCC",
        "HMI",
        *("CEO", "COO", "CTO", "MD", "GP", "SIO", "BCH"),
        "T",
        "A",
    )
)
_HEADED = expression(
    r"(?:founder|co-founder|owner|chief executive|ceo|general secretary|patron|trustee|landlord|president)\b"
)
"""Offices whose complement with "of" is a body, whatever its name."""
_RUNS = expression(r"(?:^|[a-z] )(?:manager|director|head ?teacher|principal|matron|warden|co-?ordinator|leader)$")
"""Offices that are as often of a department: whose complement no word of the language names."""
_HOUSES = (
    *("centre", "refuge", "school", "academy", "hostel", "shelter", "club", "church", "mosque", "surgery"),
    *("hospice", "charity"),
)
_HOUSE = expression(
    rf"^(?P<post>[^A-Z]*?(?:manager|director|head ?teacher|head|principal|matron|warden|co-?ordinator|leader|founder|owner)) of (?:the )?"
    rf"(?P<body>{WORD}(?: [\w'\u2019-]+){{0,3}} (?:{'|'.join(_HOUSES)}))$"
)
"""Such an office and a body that ends in a small noun: "manager of the Menai women's centre"."""
_NATIONS = frozenset(("welsh", "scottish", "english", "irish", "british"))
_COUNTRIES = ("England", "Wales", "Scotland", "Ireland")
"""With what a body that serves a country ends: "Ports England regional director"."""
_HELD = expression(r"(?:^|[A-Za-z] )(?:head|chair\w*)$")
"""Offices in small letters whose complement in capitals is a body."""
_LINKS = frozenset(("of", "and", "for", "the", "on", "&"))
_OF_CAUSES = ("campaigner", "activist")
"""Who speaks for a cause: one name before it tells that and no body."""
_SPEAKS_FOR = expression(
    r"(?:[a-z]+ )?(?:secretary|leader|spokes\w+|chief executive|director|founder|organiser|rep|representative|campaigner|president|activist|trustee|official|chair\w*)$"
)


_POST = expression(r" (?:Chief Executive|General Secretary|Founder|Spokes(?:man|woman|person))$")
"""Offices in capitals with the name of a body before them."""
_AND_REP = expression(
    r" and (?P<body>[A-Z]{3,}|Unison|Unite|Prospect) (?P<post>(?:[a-z]+ )?(?:rep|representative|organiser|secretary|official|convenor|steward))$"
)
"""A post in a union that somebody has beside another: "Firefighter and FBU rep"."""


def is_department(role: str, body: str) -> bool:
    """Whether what a role is of is a part of a body: "head of legal services".

    Args:
        role: In lower case.
        body: Its end, in lower case.
    """
    return body.split()[-1] in _DEPARTMENTS and role.removesuffix(body).rstrip().endswith(_HEADING)


class Inside:
    """Finds the body in the words of a role.

    Args:
        places: Bare names of the registry.
        ranks: Patterns of the ranks of `police`, `fire` and `oversight`.
        common: Words before an office that name no body.
        heads: Nouns that head a role.
        words: Words of the language in lower case.
    """

    def __init__(
        self,
        places: Collection[str],
        ranks: Mapping[str, re.Pattern[str]],
        common: Collection[str],
        heads: Collection[str],
        words: Collection[str] = (),
    ) -> None:
        self.places, self.ranks, self.common, self.heads = places, ranks, common, heads
        self.words = words

    def find(self, text: str) -> tuple[int, int] | None:
        """Offsets in the role of the body that it names, or None."""
        behind = _AT.match(text) or _COMPLEMENT.match(text)
        if behind and self._is_body(behind["body"], behind["post"], behind["prep"]):
            return behind.span("body")
        if text.endswith(_HOUSES) and (house := _HOUSE.match(text)):
            return house.span("body")
        length = self._prefix(text)
        also = _AND_REP.search(text) if not length and text.find(" and ") > 0 else None
        return also.span("body") if also else (0, length) if length else None

    def _is_body(self, body: str, post: str, prep: str) -> bool:
        """Whether capitals behind a preposition are a body: "director of assurance at RQIA", "chair of Kent Police Federation"."""
        words = body.split()
        if prep == "at" and len(words) == 1 and not body.isupper() and _PLACED.search(post.lower()):
            return False  # "custody manager at Deal"
        if words[0].lower() not in self.places and is_department(f"{post} {prep} {body}".lower(), body.lower()):
            return False
        if prep in ("at", "from") or any(word.lower() in _ENDINGS for word in words) or _LETTERS.match(words[-1]):
            return True
        if body.lower() in self.places:
            return any(self.ranks[kind].search(post.lower()) for kind in ("police", "fire"))
        if prep == "of" and _HELD.search(post) and not words[0].isupper():
            return True
        if prep == "of" and _RUNS.search(post) and all(word[:1].isupper() for word in words):
            strange = not any(word.lower() in self.words for word in words)
            return strange and len(words) > 1 and not any(word.lower() in self.places for word in words)
        return prep != "for" and _HEADED.search(post.lower()) is not None

    def _prefix(self, text: str) -> int:
        """How many characters of a role are the name of a body before the office: "FBU brigade secretary"; 0 for none."""
        words = text.split(" ")
        capitals = next((n for n, word in enumerate(words) if not (word[:1].isupper() or word in _LINKS)), len(words))
        if not capitals:
            return 0
        ending = max((n + 1 for n, word in enumerate(words[:capitals]) if word.lower() in _ENDINGS), default=0)
        ending = ending or next(
            (n + 1 for n in range(1, capitals) if words[n] in _COUNTRIES and words[n - 1] not in _LINKS), 0
        )
        if ending < capitals and words[ending - 1 : ending + 1][-1:] in (["of"], ["for"]):
            ending = self._office(words, ending + 2, capitals)
        if 0 < ending < len(words):
            held = any(word.lower() in self.heads for word in words[: ending - 1])
            return 0 if held else len(" ".join(words[:ending]))
        if len(words) > 1 and _LETTERS.match(words[0]) and words[0] not in _RANKED:
            return len(words[0])
        plain = (
            words[0].lower() not in self.common and (capitals > 1 or words[0].lower() not in _NATIONS)
        ) and not words[capitals - 1].endswith("'")
        if not plain or self._is_ranked(text):
            return 0
        post = _POST.search(text) if capitals == len(words) else None
        if post and text[: post.start()].lower() not in self.places:
            return post.start()  # "SafeLives Chief Executive"
        if capitals < len(words) and _SPEAKS_FOR.match(" ".join(words[capitals:])):
            if capitals == 1 and words[-1] in _OF_CAUSES and not words[0].isupper():
                return 0  # "Grenfell campaigner"
            whole = capitals + 1 < len(words) and words[capitals] in _ENDINGS  # "Parish council chairman"
            return len(" ".join(words[: capitals + whole]))
        return 0

    def _office(self, words: Sequence[str], start: int, end: int) -> int:
        """Where an office in capitals begins behind the name of a body: "College of Policing Chief Constable"; else `end`."""
        if end < len(words):
            return end
        at = end
        while at > start and (words[at - 1].lower() in self.common or words[at - 1].lower() in self.heads):
            at -= 1
        return at

    def _is_ranked(self, text: str) -> bool:
        """Whether a role holds a rank."""
        lower = text.lower().replace("chief executive", "")
        return any(pattern.search(lower) for pattern in self.ranks.values())
