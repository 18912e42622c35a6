"""The person with whom a sentence of a press office opens: rank, name, and what the person is, up to the verb.

Enters the tokens between the beginning of a sentence and its verb of saying; leaves where the name stands among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.names import Names
from extract.pipes.officials.words import DETERMINERS, LINKS, NOT_NOUNS, PREDICATE, PREPOSITIONS, PRONOUNS

_LONGEST = 4
"""Words of a name at most."""
_BEHIND = frozenset((",", "of", "from", "at", "who", "based"))
"""What goes on behind a name to say who that is."""
_OTHERS = PRONOUNS | frozenset(("his", "her", "their", "its", "while", "as", "but", "that", "whose"))
"""Words with which a phrase behind a comma begins whose verb is somebody else's."""
_CLAUSE = frozenset(("who", "which", "whose"))
_JOINED = frozenset(("and", "&"))
_OFFICERS = frozenset(
    ("constable", "sergeant", "inspector", "superintendent", "pc", "pcso", "dc", "ds", "di", "dci", "ci", "sgt", "insp")
) | {"supt", "ps", "detective"}
"""Ranks behind which one word is a surname, whatever else it may be."""
_TITLES = frozenset(("cllr", "councillor"))
_KIN = frozenset(
    ("mother", "father", "mum", "dad", "parents", "family", "widow", "wife", "husband", "partner", "son", "daughter")
)


class Opening:
    """Finds who opens a sentence.

    Args:
        lexicon: Ranks, offices and bodies.
        names: Finder of names.
    """

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self.lexicon, self.names = lexicon, names
        self.ranks = lexicon.rank_ends | _TITLES
        self.others = lexicon.not_names - lexicon.surnames
        self.small = lexicon.particles | {"st"}
        self.no_surnames = lexicon.roles | lexicon.bodies | lexicon.military | NOT_NOUNS | DETERMINERS | PREDICATE

    def find(self, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """Where the name begins and ends among the tokens of a sentence, or None where the sentence opens otherwise."""
        for rank, token in enumerate(tokens[:-1]):
            if token.key in self.ranks and token.capital:
                numbered = tokens[rank + 1].text.isdigit() and rank + 2 < len(tokens)  # "PC 120 Jo Hale"
                begin = rank + 1 + numbered
                end = self._end(tokens, begin)
                if end > begin:
                    led = self._opens(tokens[:rank]) and self._describes(tokens[end:])
                    return (begin, end) if led else None
        end = len(self.names.ahead(tokens))
        named = end > 1 and end < len(tokens) and tokens[0].key in self.lexicon.first_names
        return (0, end) if named and self._describes(tokens[end:]) else None

    def _end(self, tokens: Sequence[Token], begin: int) -> int:
        """Behind which token a name ends that a rank stands before; `begin` where none does."""
        end = begin
        while end < min(len(tokens), begin + _LONGEST):
            token = tokens[end]
            named = token.capital and not token.owner and token.text.replace("-", "").replace("'", "").isalpha()
            if named and token.key in self.no_surnames:
                called = end == begin + 1 and tokens[begin].key in self.lexicon.first_names
                last = end + 1 == len(tokens) or not tokens[end + 1].capital
                named = called and last and token.key not in self.lexicon.owned
            ahead = tokens[end + 1] if end + 1 < len(tokens) else None
            small = token.key.rstrip(".") in self.small and end > begin
            named = named or bool(small and ahead and ahead.capital)  # "Al St. Dean", "Jo Di Hale"
            if named and end > begin + 1 and (token.key in self.lexicon.places or token.key in self.others):
                break  # "Insp Jo Hale Kent Police's Crime Unit"
            if not named and not (end > begin and self.names.is_particle(token, tokens[end + 1 :])):
                break
            end += 1
        alone = end == begin + 1
        if alone and (tokens[begin].key in self.lexicon.places or tokens[begin - 1].key not in _OFFICERS):
            return begin  # "Chief Constable Kent", "Chief Medical Officer"
        return end

    def _opens(self, before: Sequence[Token]) -> bool:
        """Whether nothing but an office and what is said by the way stands before a rank: "Speaking today, investigating officer"."""
        comma = max((n for n, token in enumerate(before) if token.text == ","), default=-1)
        office = [token.key for token in before[comma + 1 :]]
        joined = "and" in office and "crime" not in office
        if not PREDICATE.isdisjoint(office) or not PREPOSITIONS.isdisjoint(office) or joined:
            return False
        by_the_way = before[: max(comma, 0)]
        return all(token.text.islower() or n == 0 for n, token in enumerate(by_the_way)) or not any(
            token.key in self.lexicon.first_names for token in by_the_way
        )

    def _describes(self, behind: Sequence[Token]) -> bool:
        """Whether the words behind a name say who that is, up to the verb."""
        if not behind:
            return True
        goes_on = behind[0].capital and (
            behind[0].key in self.lexicon.places or behind[0].key in self.lexicon.not_names
        )
        if behind[0].key not in _BEHIND and not goes_on:
            return False
        clause = False
        for number, token in enumerate(behind):
            before = behind[number - 1].text if number else ""
            if token.key in _CLAUSE:
                clause = True
            elif token.text == ",":
                clause = False
            elif not clause and (token.key in PREDICATE or (before == "," and token.key in _OTHERS)):
                return False
            elif (
                not clause
                and before == ","
                and token.text.islower()
                and token.key.endswith("ed")
                and token.text != "based"
            ):
                return False  # "Sgt Jo Hale, of Rye, revealed how Al Dean"
        last = behind[max((n for n, t in enumerate(behind[:-1]) if t.text == ","), default=0) :]
        return not (_KIN & {token.key for token in last}) and last[-1].key not in LINKS
