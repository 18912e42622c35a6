"""What a name is said to be: the noun of an apposition, a bracket or a complement beside it.

Enters the words behind a name; leaves the class of the noun as a sign, and the noun where it is one of initiatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

ARTICLES = frozenset(("the", "a", "an", "its", "their", "our", "his", "her", "my", "this", "that", "another", "whose"))
_BE = frozenset(("is", "was", "are", "were", "remains", "became", "been", "being"))
_LOBBIES = frozenset((
    "campaign", "campaigning", "pressure", "lobby", "action", "protest", "rights", "consumer", "passenger", "user", "residents'", "hotel",
    "parliamentary", "advocacy", "victims'", "tenants'", "trade", "industry", "media", "newspaper", "retail",
    "housing",
))  # fmt: skip
"""Words that make a body of a group."""

_FINITE = frozenset(
    ("is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may", "said", "says")
)
"""Verbs of which a noun behind a comma is the subject: "With Luton, the scheme is in its second year"."""
_WORKS = frozenset(
    ("album", "ballad", "book", "comedy", "documentary", "drama", "film", "game", "musical", "novel", "opera", "play", "series",
     "show", "song", "thriller")
)  # fmt: skip
"""What a name begun with "Operation" can be beside one of an initiative: "Operation Mincemeat, the wartime musical"."""
WORK = "apposed work"
"""The feature of such a name: nobody's weights."""
_COUNTS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "these",
))  # fmt: skip


_WORDS = 4
"""Words of which the noun of many is one."""
_NO_NOUNS = frozenset(
    ("which", "that", "who", "is", "was", "has", "as", "this", "and", "or", "but", "its", "says", "runs", "does")
)
_BEHIND_MANY = frozenset(
    ("who", "whose", "that", "which", "aged", "for", "in", "under", "where", "run", "led", "given", "held")
)


class Appositions:
    """Reads what a name is said to be.

    Args:
        classes: For each noun whether it is one of initiatives ("noun"), of things that may be one, or another.
        ends: Words at which a noun phrase ends.
    """

    def __init__(self, classes: Mapping[str, str], ends: Iterable[str]) -> None:
        self.classes = classes
        self.ends = frozenset(ends)

    def find(self, tokens: Sequence[str], at: int, found: set[str], place: str) -> str | None:
        """The noun of an apposition or complement: ", a quiet scheme that \u2026", "is the force's answer to \u2026"."""
        word = tokens[at] if at < len(tokens) else ""
        if word in ("which", "that") and tokens[at + 1 : at + 2] and tokens[at + 1] in _BE:
            at += 2
            word = tokens[at] if at < len(tokens) else ""
        if word == "one" and tokens[at + 1 : at + 2] == ["of"]:
            at += 2
            word = tokens[at] if at < len(tokens) else ""
        opens = word.lower() in ARTICLES or word in _COUNTS or word.isdecimal() or word.endswith(("'s", "s'"))
        many = not opens and place == "apposed" and _is_many(tokens, at)
        if not opens and not many and place != "bracketed" and not any(t.endswith("'s") for t in tokens[at : at + 5]):
            return None
        head = above = ""
        for token in tokens[at:]:
            if token in self.ends or token == "." or (token.endswith("ed") and self.classes.get(head)):
                if token in _FINITE and place == "apposed" and tokens[0] == "," and opens:
                    return None
                break
            if token[0].isalnum():
                above, head = head, token
            elif (head and self.classes.get(head.lower())) or token != ",":
                break
        noun = head.lower().rpartition("-")[2]
        sort = self.classes.get(head.lower()) or self.classes.get(noun) or _unlisted(head)
        if noun == "group" and above in _LOBBIES:
            sort = "other"
        elif many and sort == "unknown" and head.endswith("s"):
            sort = "group"  # "Farm Friends, volunteers who ring …"
        elif sort == "other" and head.endswith("s") and (many or word in _COUNTS or word.isdecimal()):
            sort = "group"  # "the Doorstep Dozen, twelve officers who \u2026"
        found.add(f"{place} {sort}")
        if sort == "other" and noun.removesuffix("s") in _WORKS:
            found.add(WORK)
        return noun if sort in ("noun", "thing") else None


def _is_many(tokens: Sequence[str], at: int) -> bool:
    """Whether a noun of many without an article stands here, and what they do behind it: "workshops in which"."""
    for number in range(at, min(at + _WORDS, len(tokens) - 1)):
        token = tokens[number]
        if not token[0].islower() or token in _NO_NOUNS:
            return False
        if token.endswith("s") and not token.endswith("ss") and tokens[number + 1] in _BEHIND_MANY:
            return True
    return False


def _unlisted(head: str) -> str:
    """The class of a noun that no list has."""
    if not head or head in ARTICLES:
        return "nothing"
    return "unknown" if head[0].islower() else "capital"
