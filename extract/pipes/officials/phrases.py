"""The noun phrase with which a stretch of a sentence begins, as long as it can be a name with its role.

Enters tokens; leaves the first of them. What the phrase names is read in `people`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.names import Names
from extract.pipes.officials.words import DETERMINERS, LINKS, MODIFIERS, NOT_NOUNS

_NO_END = LINKS | DETERMINERS
"""Words with which no noun phrase ends."""


class Phrases:
    """Cuts noun phrases.

    Args:
        lexicon: Ranks, offices and bodies.
        names: Finder of names.
    """

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self.lexicon, self.names = lexicon, names

    def find(self, tokens: Sequence[Token], *, loose: bool = False) -> list[Token]:
        """The longest beginning of a phrase that can be a name with its role.

        Args:
            loose: Whether nouns of no list may stand before the name.
        """
        taken: list[Token] = []
        bridge = self._bridge(tokens, loose=loose)
        for number, token in enumerate(tokens):
            ahead = tokens[number + 1] if number + 1 < len(tokens) else None
            if (
                token.capital
                or number < bridge
                or token.key in self.lexicon.roles
                or token.key in self.lexicon.private
                or token.key in self.lexicon.bodies
                or token.owner
                or (taken and self.names.is_particle(token, tokens[number + 1 :]))
                or (taken and taken[-1].key == "of" and token.text.isdigit())
                or (ahead is not None and ahead.key in self.lexicon.heads and token.key in MODIFIERS)
                or token.key in ("head", "report", "letter", "inspectors", "review", "young", "senior")
                or (token.key in DETERMINERS and (not taken or taken[-1].key in LINKS))
                or (
                    token.key in ("of", "and", "for", "in", "the", "to", "&", "at", "on")
                    and taken
                    and ahead is not None
                    and (
                        ahead.capital
                        or ahead.key in self.lexicon.roles
                        or ahead.key in self.lexicon.bodies
                        or ahead.key in DETERMINERS
                        or ahead.text.isdigit()
                    )
                )
                or (not taken and self._leads(tokens[number : number + 4]))
                or (
                    not taken
                    and token.key not in LINKS
                    and ahead is not None
                    and token.text.isalpha()
                    and token.key in ("local", "national", "former", "retired", "branch", "regional", "general")
                )
            ):
                taken.append(token)
            else:
                break
        while taken and taken[-1].key in _NO_END:
            taken.pop()
        return taken

    def _leads(self, tokens: Sequence[Token]) -> bool:
        """Whether a phrase begins with a lower-case word of an office before a name: "shop owner Jo Hale"."""
        if len(tokens) < 3 or not tokens[0].text.islower() or tokens[0].key in LINKS:
            return False
        return tokens[1].key in self.lexicon.callings and tokens[2].capital

    def _bridge(self, tokens: Sequence[Token], *, loose: bool) -> int:
        """Number of the token with which a name begins behind nouns of no list: "Leeds pop critic Jo Hale", else 0."""
        for number, token in enumerate(tokens[:10]):
            if token.capital or token.text[0].isdigit() or (number == 0 and token.key in DETERMINERS):
                name = number and tokens[number - 1].text.islower() and tokens[number - 1].key not in DETERMINERS
                if name and self.names.weigh(self.names.ahead(tokens[number:])) > 1:
                    return number if loose or tokens[number - 1].key in self.lexicon.known else 0
            elif token.text == "/" or (number and tokens[number - 1].text == "/"):
                continue
            elif token.key in NOT_NOUNS or (number and token.key.endswith(("ed", "ly"))) or not token.text[0].isalpha():
                return 0
        return 0
