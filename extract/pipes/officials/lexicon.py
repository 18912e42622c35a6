"""What a word says about a name: the lists of `data/ranks.toml` as sets, built once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from extract.document.forms import UPPER, alternation
from extract.document.sentences import DOTTED

_TOKEN = re.compile(
    rf"\b(?:{'|'.join((*DOTTED, 'Jr', 'Sr'))})\.|"
    r"(?:[A-Z]\.)+(?=\s?[A-Z][\w'.])|[OD]'[A-Z][\w-]+(?:'s)?|[\w&][\w&/-]*(?:'[a-z]+)?(?:-[\w']+)*'?|[^\w\s]"
)

_SHORT = frozenset(("HIS", "IT", "US", "WHO", "AN", "AS", "ALL", "OUR"))
"""Short names in capitals that are no pronouns: Healthcare Improvement Scotland, the World Health Organisation."""

_SEATED = frozenset(("member", "mayor", "bishop", "candidate", "constable", "commissioner", "recorder", "councillor"))
"""Heads whose complement is a place alone: "MP for Ashford", "chief constable of Avon"."""


class Token(NamedTuple):
    """A word or mark of a noun phrase.

    Args:
        text: Its characters, straight apostrophes.
        key: In lower case, without a possessive ending.
        start: Offset in the reading.
        end: Offset behind it.
        owner: Whether it ends in a possessive.
        capital: Whether it begins with a capital letter.
    """

    text: str
    key: str
    start: int
    end: int
    owner: bool
    capital: bool


def tokens_of(text: str, start: int, end: int, limit: int | None = None) -> list[Token]:
    """Words and marks between two offsets of a reading, the first `limit` of them."""
    found = []
    for match in islice(_TOKEN.finditer(text, start, end), limit):
        word, key, owner, capital = _read_word(match[0])
        begin = match.start()
        found.append(Token(word, key, begin, begin + len(word), owner, capital))
    return found


@lru_cache(maxsize=1 << 15)
def _read_word(word: str) -> tuple[str, str, bool, bool]:
    """A word without a closing mark, its key, whether it ends in a possessive and begins with a capital."""
    word = word[:-1] if word[-1] == "." and word[1:2] not in ("", ".") else word
    lower = word.lower()
    if len(word) > 1 and lower.endswith("'") and not lower.endswith("s'"):
        word, lower = word[:-1], lower[:-1]
    owner = lower.endswith(("'s", "s'"))
    if word in _SHORT:
        return word, word, False, True
    return word, lower[:-2] if lower.endswith("'s") else lower[:-1] if owner else lower, owner, word[0].isupper()


class Lexicon:
    """Ranks, offices and bodies.

    Args:
        ranks: Tables of `ranks.toml`.
        places: Bare names of the registry ("Kent"), which are no names of persons before a rank.
    """

    def __init__(self, ranks: Mapping[str, Any], places: Iterable[str]) -> None:
        self.police = frozenset(ranks["police"])
        self.fire = frozenset(ranks["fire"])
        self.oversight = frozenset(ranks["oversight"])
        self.titles = frozenset(ranks["titles"])
        self.courtesy = frozenset(ranks["courtesy"])
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
        self.seated = frozenset(word.lower() for word in self.seats) | _SEATED
        self.particles = frozenset(ranks["particles"])
        self.carriers = frozenset(ranks["carriers"])
        self.qualities = frozenset(ranks["qualities"])
        words = {word for phrase in (*ranks["police"], *ranks["fire"], *ranks["oversight"]) for word in phrase.split()}
        self.roles = frozenset(
            words | self.heads | self.spokespeople | set(self.titles) | {"hm", "his", "her", "majesty"}
        )
        self.places = frozenset(word for place in places for word in place.lower().split())
        others = frozenset(ranks["others"])
        self.known = self.bodies | self.heads | self.private | self.voiced | self.roles
        self.not_names = (self.roles | self.bodies | others | self.private | self.military) - self.honours
        ranked: Sequence[str] = [*ranks["police"], *ranks["fire"], *ranks["oversight"]]
        self.rank = re.compile(rf"\b(?:{alternation(ranked)})$")
        self.capital = re.compile(rf"[{UPPER}]")

    def is_name(self, token: Token, *, last: bool, before: Token | None) -> bool:
        """Whether a token can be part of a person's name.

        Args:
            last: Whether the name would end with it.
            before: The token before it, or None.
        """
        if not token.capital or (token.owner and not last) or (token.text.isupper() and len(token.text) > 3):
            return token.text[1:2] == "." and token.capital and not last
        if token.text in self.letters or token.text in self.seats:
            return False
        if token.text[1:2] == ".":
            return not last
        if len(token.text) == 1:
            return before is not None and before.capital and not last
        if token.key in self.not_names:
            named = before is not None and before.capital and before.key not in self.not_names and not before.owner
            return last and token.key in self.surnames and named
        return token.text[0].isalpha()
