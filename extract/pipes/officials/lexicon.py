"""What a word says about a name: the lists of `data/ranks.toml` as sets, built once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from extract.document.forms import UPPER, alternation
from extract.document.sentences import DOTTED
from extract.expressions import expression

_REST = r"[\w&/-]*(?:'[a-z]+|'S\b)?(?:-[\w']+)*'?"
_TOKEN = expression(
    rf"[a-z]{_REST}|(?=[A-Z][a-z]{{0,5}}[.'])(?:\b(?:{'|'.join((*DOTTED, 'Jr', 'Sr'))})\."
    rf"|(?:[A-Z]\.)+(?=\s?[A-Z][\w'.])|[OD]'[A-Z][\w-]+(?:'s)?)|[\w&]{_REST}|[^\w\s]"
)
"""A word, a title or initials with their dots, a mark; what most are is tried first."""

_SHORT = frozenset(("HIS", "IT", "US", "WHO", "AN", "AS", "ALL", "OUR"))
"""Short names in capitals that are no pronouns: Healthcare Improvement Scotland, the World Health Organisation."""

_COUNTRIES = frozenset(("england", "wales", "scotland", "ireland", "britain"))
_NATIONS = frozenset(("england", "wales", "scotland", "britain", "uk"))
_SEATED = frozenset(("member", "mayor", "bishop", "candidate", "constable", "commissioner", "recorder", "councillor"))
"""Heads whose complement is a place alone: "MP for Ashford", "chief constable of Avon"."""


class Token:
    """A word or mark of a noun phrase; no tuple, as its values are asked far more often than it is made.

    Args:
        text: Its characters, straight apostrophes.
        key: In lower case, without a possessive ending.
        start: Offset in the reading.
        end: Offset behind it.
        owner: Whether it ends in a possessive.
        capital: Whether it begins with a capital letter.
    """

    __slots__ = ("capital", "end", "key", "owner", "start", "text")

    def __init__(self, text: str, key: str, start: int, end: int, owner: bool, capital: bool) -> None:
        self.text = text
        self.key = key
        self.start = start
        self.end = end
        self.owner = owner
        self.capital = capital


def tokens_of(text: str, start: int, end: int, limit: int | None = None) -> list[Token]:
    """Words and marks between two offsets of a reading, the first `limit` of them."""
    stretch = text[start:end]
    if "." in stretch:  # what a dot is depends on the word behind it
        return _read(text, start, end)[:limit]
    found: list[Token] = []
    add, make, at = found.append, Token.__new__, start
    for chunk in stretch.split(" "):
        for word, key, begin, stop, owner, capital in _read_chunk(chunk):
            token = make(Token)  # much of the cost of a noun phrase lies in `Token.__init__`
            token.text = word
            token.key = key
            token.start = at + begin
            token.end = at + stop
            token.owner = owner
            token.capital = capital
            add(token)
        at += len(chunk) + 1
    return found if limit is None else found[:limit]


def _read(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, key, owner, capital = _read_word(match[0])
        begin = match.start()
        found.append(Token(word, key, begin, begin + len(word), owner, capital))
    return found


@lru_cache(maxsize=1 << 15)
def _read_chunk(chunk: str) -> tuple[tuple[str, str, int, int, bool, bool], ...]:
    """The values of the words and marks of text without spaces: most were read before."""
    return tuple((t.text, t.key, t.start, t.end, t.owner, t.capital) for t in _read(chunk, 0, len(chunk)))


def _read_word(word: str) -> tuple[str, str, bool, bool]:
    """A word without a closing mark, its key, whether it ends in a possessive and begins with a capital."""
    word = word[:-1] if word[-1] == "." and word[1:2] not in ("", ".") else word
    lower = word.lower()
    if len(word) > 1 and lower.endswith("'") and not lower.endswith("s'"):
        word, lower = word[:-1], lower[:-1]
    owner = lower.endswith(("'s", "s'"))
    if word[1:2] == "/" and word[2:3].isupper():
        lower = lower[2:]  # "T/Commander", who acts as one
    if word in _SHORT:
        return word, word, False, True
    return word, lower[:-2] if lower.endswith("'s") else lower[:-1] if owner else lower, owner, word[0].isupper()


class Lexicon:
    """Ranks, offices and bodies.

    Args:
        ranks: Tables of `ranks.toml`.
        places: Bare names of the registry ("Kent"), which are no names of persons before a rank.
        names: Lists of `cues/names.toml`: first names by gender.
        common: Words of the language in lower case.
    """

    def __init__(
        self,
        ranks: Mapping[str, Any],
        places: Iterable[str],
        names: Mapping[str, Sequence[str]] | None = None,
        common: frozenset[str] = frozenset(),
    ) -> None:
        self.common = common
        self.terrain = frozenset(ranks["terrain"])
        self.first_names = frozenset(name for listed in (names or {}).values() for name in listed)
        self.police = frozenset(ranks["police"])
        self.fire = frozenset(ranks["fire"])
        self.oversight = frozenset(ranks["oversight"])
        self.titles = frozenset(ranks["titles"])
        self.courtesy = frozenset(ranks["courtesy"])
        self.short = {line.partition(" = ")[0]: line.partition(" = ")[2] for line in ranks["short"]}
        self.honours = frozenset(ranks["honours"])
        self.heads = frozenset(ranks["heads"])
        self.spokespeople = frozenset(ranks["spokespeople"])
        self.private = frozenset(ranks["private"])
        self.bodies = frozenset(ranks["bodies"])
        self.trades = frozenset(ranks["trades"])
        self.voiced = frozenset(ranks["voiced"])
        self.surnames = frozenset(ranks["surnames"])
        self.military = frozenset(ranks["military"])
        self.letters = frozenset(word.upper() for word in ranks["letters"]) | {"PhD", "Jr", "Sr"}
        self.seats = frozenset(word.upper() for word in ranks["seats"])
        self.appended = self.letters | self.seats
        self.seated = frozenset(word.lower() for word in self.seats) | _SEATED
        self.particles = frozenset(ranks["particles"])
        self.carriers = frozenset(ranks["carriers"])
        self.qualities = frozenset(ranks["qualities"])
        self.plurals = frozenset(ranks["plurals"])
        words = {word for phrase in (*ranks["police"], *ranks["fire"], *ranks["oversight"]) for word in phrase.split()}
        words.discard("and")
        self.roles = frozenset(
            words | self.plurals | self.heads | self.spokespeople | set(self.titles) | {"hm", "his", "her", "majesty"}
        )
        self.posts = (
            self.heads
            | self.titles
            | self.spokespeople
            | self.plurals
            | {p.split()[-1] for p in (*ranks["police"], *ranks["fire"], *ranks["oversight"])}
            | {"hmi", "man", "woman", "officer"}
        )
        self.opening = {phrase.split()[0] for phrase in (*ranks["police"], *ranks["fire"])} - {"fire", "police"}
        self.places = frozenset(word for place in places for word in place.lower().split()) | _COUNTRIES
        others = frozenset(ranks["others"])
        self.known = self.bodies | self.heads | self.private | self.voiced | self.roles
        self.not_names = (self.roles | self.bodies | others | self.private | self.military) - self.honours
        ranked: Sequence[str] = [*ranks["police"], *ranks["fire"], *ranks["oversight"]]
        self.rank = expression(rf"\b(?:{alternation(ranked)})$", holder=self)
        self.rank_ends = frozenset(re.findall(r"\w+", phrase)[-1] for phrase in ranked)
        self.callings = self.heads | self.private
        self.speaking = self.heads | self.spokespeople
        self.official = self.heads - self.private
        self.offices = self.heads - self.spokespeople
        self.owned = self.bodies - self.heads - {"force", "police", "fire"}
        self.named_bodies = self.bodies - _NATIONS
        self.called = self.titles - self.honours
        self.called_by = self.called | {"county", "district", "borough"}
        self.before_names = self.roles | self.bodies | self.places
        self.capital = re.compile(rf"[{UPPER}]")

    def is_plain(self, token: Token) -> bool:
        """Whether a token is a name wherever it stands: letters in lower case behind a capital, and no word of a list."""
        text = token.text
        return (
            token.capital
            and text[1:].islower()
            and text.isalpha()
            and token.key not in self.not_names
            and text not in self.appended
            and text[:-1] not in self.appended
        )

    def is_name(self, token: Token, *, last: bool, before: Token | None) -> bool:
        """Whether a token can be part of a person's name.

        Args:
            last: Whether the name would end with it.
            before: The token before it, or None.
        """
        text, key, owner = token.text, token.key, token.owner
        if not token.capital:
            return False
        if (owner and not last) or (len(text) > 3 and text.isupper()):
            return text[1:2] == "." and not last
        if text in self.appended or text[:-1] in self.appended:
            return False  # "MP", "MPs"
        if text[1:2] == ".":
            return not last
        if len(text) == 1:
            return before is not None and before.capital and not last
        if text.isupper() and before is not None and not before.text.isupper():
            return False  # "Hythe CID"
        if key in self.not_names:
            named = before is not None and before.capital and before.key not in self.not_names and not before.owner
            return last and key in self.surnames and named
        return text[0].isalpha()
