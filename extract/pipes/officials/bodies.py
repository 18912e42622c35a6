"""Names of bodies in a phrase: "chair of the Police Federation", "from the charity Safe Threshold".

Enters the tokens of a phrase; leaves offsets of the body that it names.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.words import LINKS

_GENERIC = frozenset(("constabulary", "police", "force", "service", "services", "brigade", "branch"))
_OF_OFFICES = frozenset(
    ("police", "policing", "fire", "crime", "and", "rescue", "chief", "deputy", "service", "council")
)
"""Words of offices that name no body."""
_COUNTRIES = frozenset(("uk", "us", "usa", "eu", "ni", "uae"))
_TWO_WORDS = 3
"""Under how many words the name of a place ends in what it is: "Gravel Hill"."""
_INTRODUCED = frozenset(("charity", "union", "company", "campaign", "tank", "think-tank", "helpline", "consultancy"))
_JOINING = frozenset(("of", "and", "for", "the", "&"))


class BodyNames:
    """Finds the body that a role belongs to.

    Args:
        lexicon: Ranks, offices and bodies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, words: Sequence[Token]) -> tuple[int, int] | None:
        """The body that a role belongs to: capitals that hold "Council", "Federation" or the like."""
        keys = [token.key for token in words]
        if "at" in keys or "from" in keys:
            placed = next((n for n in range(len(words) - 1, 0, -1) if keys[n] in ("at", "from")), 0)
            if placed and (named := self.find(words[placed + 1 :])):
                return named
        best = [] if self.lexicon.named_bodies.isdisjoint(keys) else self._capitals(words)
        if best:
            return best[0].start, best[-1].end - (2 if best[-1].text.endswith("'s") else 0)
        if _INTRODUCED.isdisjoint(keys):
            return None
        for number, token in enumerate(words):
            if token.key in _INTRODUCED and number + 1 < len(words) and words[number + 1].capital:
                rest = [word for word in words[number + 1 :] if word.capital or word.key in LINKS]
                return rest[0].start, rest[-1].end
        return None

    def _capitals(self, words: Sequence[Token]) -> list[Token]:
        """The first run of words in capitals that is the name of a body."""
        run: list[Token] = []
        for number, token in enumerate(words):
            comma = token.text == "," and run and run[-1].key == "police" and words[number + 1 :][:1]
            if (
                token.capital
                or (comma and words[number + 1].key == "fire")
                or (run and token.key in _JOINING and number + 1 < len(words) and words[number + 1].capital)
            ):
                run.append(token)
            elif run:
                if best := self._as_body(run):
                    return best
                run = []
        return self._as_body(run)

    def _as_body(self, run: list[Token]) -> list[Token]:
        while run and run[-1].key in LINKS:
            run = run[:-1]
        run = run[1:] if run and run[0].key == "the" else run
        headed = len(run)
        while run and run[-1].key in self.lexicon.heads:
            run = run[:-1]
        if len(run) < headed and all(token.key in _OF_OFFICES or not token.text[0].isalnum() for token in run):
            return []  # "Police, Fire and Crime Commissioner"
        if not self.lexicon.named_bodies.isdisjoint([token.key for token in run]):
            roles = [
                number
                for number, token in enumerate(run)
                if token.key in ("of", "for", "at") and any(t.key in self.lexicon.heads for t in run[:number])
            ]
            named = run[roles[0] + 1 :] if roles else run
            if roles and run[roles[0]].key == "for" and (owner := self._owner(run[: roles[0]])):
                return owner
            served = next((n for n, token in enumerate(named) if token.key == "for"), 0)
            if served and self._parted(named, served):
                named = named[served + 1 :]  # "Head of Ports for Kent Police"
            crown = bool(named) and named[-1].key == "crown"  # "Senior Crown Prosecutor"
            return [] if crown or (len(named) == 1 and named[0].key in _GENERIC) else named
        return []

    def _parted(self, named: list[Token], number: int) -> bool:
        """Whether a word parts the field of an office from the body behind it."""
        known = self.lexicon.named_bodies
        return known.isdisjoint([t.key for t in named[:number]]) and not known.isdisjoint(
            [t.key for t in named[number + 1 :]]
        )

    def _owner(self, run: list[Token]) -> list[Token]:
        """The body that stands before an office in capitals with its field: "Kent County Council Cabinet Member for Fire"."""
        known = self.lexicon.named_bodies - self.lexicon.heads
        last = max((number for number, token in enumerate(run) if token.key in known), default=-1)
        named = run[: last + 1]
        return [] if len(named) < _TWO_WORDS or all(token.key in _OF_OFFICES for token in named) else named

    def is_plain(self, run: Sequence[Token]) -> bool:
        """Whether capitals behind a name are those of a body by plain words or letters, and of no place: "of Stand Easy"."""
        words = [token for token in run if token.key != "the"]
        if not words or any(token.owner for token in words):
            return False
        letters = [token for token in words if token.text.isupper() and len(token.text) > 1]
        if len(words) == 1:
            return bool(letters) and words[0].key not in _COUNTRIES
        if words[0] in letters and words[0].key not in _COUNTRIES:
            return True  # "NFU Cymru"
        terrain, common = self.lexicon.terrain, self.lexicon.common
        plain = [token for token in words if token.key in common and token.key not in terrain]
        known = [*plain, *letters]
        placed = words[0].key in terrain or (len(words) < _TWO_WORDS and words[-1].key in terrain)
        return (
            bool(known)
            and not placed
            and all(t in known or t.key in terrain or t.key in self.lexicon.places for t in words)
        )
