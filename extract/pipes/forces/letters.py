"""Whose letters an abbreviation is that several bodies share: "SFRS" of Suffolk, Surrey or Scotland, "DPP" of a prosecutor.

Enters the registry, an abbreviation and what else the text names; leaves the id of one force or none. Abbreviations that
the article itself explains are `given`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from extract.gazetteers import ForceRow

_SMALL = frozenset(("and", "of", "the"))
_ENDING = " Fire and Rescue Service"
_FEWEST = 4
"""Letters of an abbreviation that is made from a name: of "KFRS", not of shorter ones."""


def letters_of(rows: Iterable[ForceRow]) -> dict[str, list[str]]:
    """Abbreviations of services, and the ids of those whose names begin so."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if row.name.endswith(_ENDING):
            letters = "".join(word[0].upper() for word in row.name.split() if word not in _SMALL)
            if len(letters) >= _FEWEST:
                found.setdefault(letters, []).append(row.id)
    return found


class Letters:
    """Tells whose an abbreviation is.

    Args:
        rows: Registry.
        foreign: Abbreviations in lower case that bodies outside of the registry have as well.
    """

    def __init__(self, rows: Mapping[str, ForceRow], foreign: Collection[str]) -> None:
        made = letters_of(rows.values())
        own = {alias: row.id for row in rows.values() for alias in row.aliases if alias.isupper()}
        claims = {letters: list(keys) for letters, keys in made.items()}
        for letters, key in own.items():
            if key not in claims.setdefault(letters, []):
                claims[letters].append(key)
        self.doubtful = {
            letters: keys for letters, keys in claims.items() if len(keys) > 1 or letters.lower() in foreign
        }
        self.own = {letters: key for letters, key in own.items() if letters.lower() not in foreign}
        self.signs = {
            key: tuple(place.lower() for place in (*rows[key].places, rows[key].name.split()[0]))
            for keys in self.doubtful.values()
            for key in keys
        }

    def owner(self, letters: str, named: Collection[str], lower: str) -> str | None:
        """The force whose letters they are: the one that the text names, or whose county; else the one known by them.

        Args:
            letters: The abbreviation.
            named: Ids of forces that the text names.
            lower: The text in lower case.
        """
        claimants = self.doubtful[letters]
        candidates = [key for key in claimants if key in named] or [
            key for key in claimants if any(sign in lower for sign in self.signs[key])
        ]
        if len(candidates) == 1:
            return candidates[0]
        own = self.own.get(letters)
        return own if not candidates or own in candidates else None
