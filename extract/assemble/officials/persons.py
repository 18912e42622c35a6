"""What is known of a person, of a voice and of the words that tell them.

Plain values, filled in by `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.expressions import expression

GENDERS = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "congressman": "m",
    "congresswoman": "f",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "dame": "f",
    "lady": "f",
    "baroness": "f",
}
"""Gender that a title tells."""
KIN = {
    "mother": "f",
    "mum": "f",
    "widow": "f",
    "daughter": "f",
    "sister": "f",
    "woman": "f",
    "girl": "f",
    "grandmother": "f",
    "wife": "f",
} | {
    "father": "m",
    "dad": "m",
    "widower": "m",
    "son": "m",
    "brother": "m",
    "man": "m",
    "boy": "m",
    "grandfather": "m",
    "husband": "m",
}
"""Gender that a word for kin tells."""
GENDERS |= KIN

_QUIET = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "to",
        "at",
        "but",
        "its",
        "his",
        "her",
        "their",
        "own",
        "chief",
        "constable",
        "deputy",
        "assistant",
        "police",
        "fire",
        "crime",
        "commissioner",
        "officer",
        "inspector",
        "superintendent",
        "sergeant",
        "councillor",
        "chair",
        "director",
        "head",
        "leader",
        "minister",
        "secretary",
        "of",
        "s",
    ]
)


_DESCRIBED = expression(
    r"^(?:[\w'\u2019-]+ ){0,2}?(?:[Cc]harity|union|group|firm|operator|company|campaign|network|organisation) (?:the )?(?=[A-Z\d])"
)
"""Words before the name of a body that say what it is: "Women's charity Stand Tall"."""
_REPORT_OF = expression(
    r"(?:an? |the )?(?P<who>[\w' ]+?)(?:'s)? (?:\w+ )?(?:report|inspection|letter|review|findings)\b(?= (?:on|of|into|about|from|to)\b|$)"
)
"""A report or letter named with its author: "an HMIC report on Kent Police"."""
_SITE = expression(r"(?:the )?(?P<who>[\w' &-]+?)(?:'s?)? (?:website|press release|news release)$")
"""Where a body speaks to all: "the inspectorate's website"."""
_REPORT_BY = expression(
    r"(?:[\w-]+ )?(?:report|inspection|investigation|letter|review|study|survey|findings|inspectors|inspection team) (?:(?:of|on|into|about) [\w' &-]+? by|from|by|of|at) (?:the )?(?P<who>.+)$"
)
_PASSAGE = expression(
    r"(?:the )?(?:(?:area|areas) for improvement|recommendation|cause of concern|paragraph|page|section|chapter|finding|passage)\b"
)
"""A part of a report, through which its author speaks: "Area for improvement 4 reads:"."""
_OF_MANY = expression(
    r"(?:inspection|review|study|survey) of (?:all )?(?:the )?[\w-]+ (?:[\w-]+ )?(?:forces|services|brigades)$"
)
"""What an inspectorate did at several bodies, which tells what it found: "inspection of 12 forces"."""
_IN_NATION = expression(r"(?<=[a-z]) in (?:Scotland|Wales|Northern Ireland|England)$")
"""Where a body of the whole country speaks: "the Fire Brigades Union in Scotland"."""
_REPORTS = frozenset(("inspectors", "inspectorate", "watchdog", "report", "reports", "letter"))
_OWNER = expression(r"\b(?!(?:its|their|the|inspectorate|inspectors?|watchdog|hmi\w*)\b)\w+'s? \w+$")


@dataclass(slots=True, eq=False)
class Person:
    """A person of the article, under all the names it uses.

    Args:
        name: Offsets of the fullest form, or None for a person known by role alone.
        surname: Last word of the name, in lower case.
        roles: Offsets of each role given, with whether it only counts where no other is given.
        bodies: Offsets of each body named with the person.
        gender: `m`, `f` or "".
        private: Whether the article makes the person speak for themselves.
        first: Offset of the first quote credited to the person, or -1.
        anonymous: Whether the article never names the person.
        mentions: Offsets of full names.
        said: Words of the roles, each with whether it only counts where no other is given.
        guessed: Whether nothing but a first name tells the gender.
        officer: Whether a rank of the police makes an official of the person, whatever else is said of them.
    """

    name: tuple[int, int] | None
    surname: str
    roles: list[tuple[tuple[int, int], bool]] = field(default_factory=list)
    bodies: list[tuple[int, int]] = field(default_factory=list)
    gender: str = ""
    private: bool = False
    first: int = -1
    anonymous: bool = False
    mentions: list[int] = field(default_factory=list)
    said: set[tuple[bool, str]] = field(default_factory=set)
    guessed: bool = False
    officer: bool = False

    @property
    def role(self) -> tuple[int, int] | None:
        """The role that stands in the record."""
        if len(self.roles) < 2:
            return self.roles[0][0] if self.roles else None
        full = [role for role, weak in self.roles if not weak]
        if not full:
            return self.roles[0][0]
        bare = full[0][1] - full[0][0] < 8  # "deputy", "chief": a longer one says more
        return max(full, key=lambda role: role[1] - role[0]) if bare else full[0]


class Voice(NamedTuple):
    """Who speaks a quote: a person, or a body or private person by its words, or nobody that the article names."""

    person: Person | None = None
    words: str | None = None


class Words(NamedTuple):
    """What words say about speakers, the same for every article.

    Args:
        titles: Titles that are a role only where no other is given.
        courtesy: Titles that are never a role.
        quiet: Words in lower case that may stand before a name that is a subject: ranks, offices, links.
        voices: Phrases through which the inspectorate speaks.
        bodies: Short names of inspectorates by their full names in lower case.
        carriers: Nouns that carry on the words of whoever spoke last: "statement", "email".
        short: Long forms of offices by their short ones.
        genders: `m`, `f` or "" by first name in lower case.
    """

    titles: frozenset[str]
    courtesy: frozenset[str]
    quiet: frozenset[str]
    voices: frozenset[str]
    bodies: Mapping[str, str]
    carriers: frozenset[str]
    short: Mapping[str, str]
    genders: Mapping[str, str]

    @classmethod
    def of(
        cls,
        ranks: Mapping[str, Sequence[str]],
        voices: Iterable[str],
        bodies: Mapping[str, str],
        names: Mapping[str, Sequence[str]],
    ) -> Words:
        """Build it from the lists."""
        ranked = {word for kind in ("police", "fire", "oversight") for rank in ranks[kind] for word in rank.split()}
        quiet = frozenset(ranks["heads"]) | ranked | _QUIET
        titles = frozenset((*ranks["titles"], *ranks["military"]))
        carriers = frozenset(ranks["carriers"])
        return cls(
            titles,
            frozenset(ranks["courtesy"]),
            quiet,
            frozenset(voices),
            bodies,
            carriers,
            pairs_of(ranks["short"]),
            genders_of(names),
        )

    def body_name(self, lower: str, text: str, inspectorate: str | None) -> str | None:
        """The short name of a body, by its words in lower case and as they are written."""
        if (
            lower in self.voices
            or f"the {lower}" in self.voices
            or _PASSAGE.match(lower)
            or _OF_MANY.match(lower)
            or (lower.split(" ")[-1] in _REPORTS and not _OWNER.search(lower))
        ):
            return inspectorate or text
        crown = lower[4:] if lower.startswith(("his ", "her ")) else lower
        if crown.startswith("majesty's ") and (
            known := self.bodies.get(f"his {crown}") or self.bodies.get(f"her {crown}")
        ):
            return (
                inspectorate if inspectorate and known.startswith("HMIC") and inspectorate.startswith("HMIC") else known
            )
        if lower in self.bodies:
            return self.bodies[lower]
        if site := _SITE.match(lower):
            return self.body_name(lower[slice(*site.span("who"))], text[slice(*site.span("who"))], inspectorate)
        by = _REPORT_BY.match(lower)
        author = by["who"].partition(" and the ")[0] if by else ""
        if author.split(" and ")[0] in self.bodies or author in self.bodies:
            return self.bodies.get(author) or self.bodies[author.split(" and ")[0]]
        report = _REPORT_OF.match(lower)
        if report and report["who"] == "independent":
            return text
        if report:
            return self.bodies.get(report["who"]) or inspectorate or text
        branch = re.match(r"(?:the )?[\w' -]{1,40}? branch of (?:the )?", lower)
        if branch:
            text = text[branch.end() :]
        text = re.sub(r"^(?:the|a|an|its|their|his|her) ", "", text, flags=re.I)
        text = _IN_NATION.sub("", text.rstrip(" -\u2013,"))
        return _DESCRIBED.sub("", text).removesuffix(" union") or None


def gender_of(name: str, known: Mapping[str, str]) -> str:
    """The gender of a first name in lower case, by its ending where no list holds it; "" where neither tells."""
    if name in known:
        return known[name]
    return (
        "f" if name.endswith(("a", "elle", "ette", "ine")) else "m" if name.endswith(("us", "o", "ert", "ric")) else ""
    )


def genders_of(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """`m`, `f` or "" by first name, from the lists of `cues/names.toml`."""
    lists = (("either", ""), ("female", "f"), ("male", "m"))
    return {name: gender for key, gender in lists for name in names.get(key, ())}


def pairs_of(lines: Iterable[str]) -> dict[str, str]:
    """Pairs of a list of `short = long`."""
    return {part[0].strip(): part[1].strip() for line in lines if len(part := line.split("=")) == 2}


class Mention(NamedTuple):
    """A place outside direct speech that names a person."""

    offset: int
    person: Person
    subject: bool


def joins(char: str) -> bool:
    """Whether a character makes one word with those beside it."""
    return char.isalnum() or char in "-_"
