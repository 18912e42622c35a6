"""Offices by their words, and who of an article's people holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.assemble.officials.persons import Mention, Person
from extract.document.reading import Reading
from extract.expressions import expression

_OTHERS = frozenset(("deputy", "assistant", "vice", "former", "shadow", "temporary", "acting", "vice-chair", "retired"))
"""Words that make another office of one."""
_WORDS = expression(r"[\w'-]+")
_LINKS = frozenset(("of", "the", "for", "and", "at", "in", "on", "to", "a", "an"))
"""Words that offices share which are not the same: "chair of the authority", "head of the unit"."""
_BOSS = expression(
    r"(?:boss|head) of (?:the )?[\w' &-]*?\b(?:(?P<police>police(?: force| service)?|constabulary|force)|fire (?:and rescue )?service|(?:fire )?brigade)"
)
"""Who leads a whole force, by no title of theirs: "the head of Kent Police"."""


class Held:
    """The offices of one article.

    Args:
        reading: The text.
        short: Long forms of offices by their short ones.
    """

    def __init__(self, reading: Reading, short: Mapping[str, str]) -> None:
        self.reading = reading
        self.short = short
        self.spelt: dict[tuple[int, int], set[str]] = {}

    def words(self, role: tuple[int, int]) -> set[str]:
        """The words of a role, short forms written out."""
        if role not in self.spelt:
            boss = _BOSS.fullmatch(self.reading.lower, *role)
            words = _WORDS.findall(self.reading.lower[slice(*role)])
            words = words if boss is None else ["police" if boss["police"] else "fire", "chief"]
            whole = self.short.get(" ".join(words))  # "the police chief"
            short = (self.short.get(word, word) for word in words)
            spelt = whole.split() if whole else (part for word in short for part in word.split())
            self.spelt[role] = set(spelt) - _LINKS
        return self.spelt[role]

    def mentions(self, offices: Sequence[Mapping[str, Any]], people: Sequence[Person]) -> Iterator[Mention]:
        """Sentences whose subject is an office alone name who holds it: "The Chief Constable welcomed the report".

        Where nobody does, it is somebody whom the article does not name.
        """
        holders = (
            [person for person in people if person.name and person.roles and not person.private] if offices else []
        )
        for office in offices:
            words = self.words((office["role"][0], office["role"][1]))
            exact = [person for person in holders if any(self.words(role) == words for role, _ in person.roles)]
            exact = exact or [
                person for person in holders if any(self._is_short(words, role) for role, _ in person.roles)
            ]
            if not exact:
                role = (office["role"][0], office["role"][1])
                yield Mention(office["start"], Person(None, "", [(role, False)], anonymous=True), True)
            elif len(exact) == 1 and exact[0].mentions and exact[0].mentions[0] < office["start"]:
                yield Mention(office["start"], exact[0], True)

    def _is_short(self, words: set[str], role: tuple[int, int]) -> bool:
        """Whether words are an office less what a reader knows: "the Commissioner", but no deputy's."""
        return words < self.words(role) and _OTHERS.isdisjoint(self.words(role) - words)
