"""Names of persons among the tokens of a phrase: which words make one, where it begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token, tokens_of
from extract.pipes.officials.words import LINKS, PREPOSITIONS

_CALLED = ("Cllr ", "Councillor ", "Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Prof ", "Ald ")
"""Titles behind which a letter is the initial of a name, whatever word it might be."""


class Names:
    """Finds names.

    Args:
        lexicon: Ranks, offices and bodies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.small = tuple(f"{particle} " for particle in lexicon.particles)

    def find(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Offsets of the name that begins at `start`, two words at least."""
        name = self.words(text, start, end)
        if not name:
            return None
        return name[0].start, name[-1].end - (2 if name[-1].text.lower().endswith("'s") else 0)

    def words(self, text: str, start: int, end: int) -> list[Token]:
        """The words of the name that begins at `start`, two at least; empty where there is none."""
        if not text[start : start + 1].isupper():
            return []
        lexicon = self.lexicon
        space = text.find(" ", start, end) + 1
        if (
            text[space : space + 1].islower()
            and not text.startswith(self.small, space)
            and "." not in text[start:space]
        ):
            return []  # "Police said"
        tokens = tokens_of(text, start, end, 8)
        name: list[Token] = []
        before: Token | None = None
        for number, token in enumerate(tokens[:7]):
            if lexicon.is_plain(token):
                name.append(token)
                before = token
                continue
            ahead = tokens[number + 1] if number + 1 < len(tokens) else None
            follows = ahead is not None and ahead.capital
            if before is None:
                initial = (
                    len(token.text) == 1 and follows and (token.text not in "AI" or text.endswith(_CALLED, 0, start))
                )
                taken = initial or token.key in lexicon.honours
            else:
                taken = token.text in lexicon.particles and self.is_particle(token, tokens[number + 1 :])
            if not taken:
                last = ahead is None or not follows or ahead.key in lexicon.not_names
                if token.key in ("head", "lead") and text.startswith((" of ", " for "), token.end):
                    break  # "Jo Hale Head of Ports"
                if not lexicon.is_name(token, last=last, before=before):
                    break
            name.append(token)
            before = token
            if token.owner and not taken:
                break
        while name and len(name[-1].text) == 1:
            name.pop()
        return name if len(name) > 1 and self.weigh(name) > 1 else []

    def is_particle(self, token: Token, behind: Sequence[Token]) -> bool:
        """Whether a word is a small one within a surname, as the words behind it show."""
        if token.text not in self.lexicon.particles:
            return False
        return next((word.capital for word in behind if word.text not in self.lexicon.particles), False)

    def weigh(self, name: Sequence[Token]) -> int:
        """How many words of a name are names and no particles."""
        particles, count = self.lexicon.particles, 0
        for token in name:
            if token.text not in particles:
                count += 1
        return count

    def at_end(self, words: Sequence[Token]) -> list[Token]:
        """The words of a name with which a phrase ends."""
        name: list[Token] = []
        for number in range(len(words) - 1, max(-1, len(words) - 8), -1):
            token = words[number]
            before = words[number - 1] if number else None
            if token.key in self.lexicon.honours and name:
                name.insert(0, token)
                break
            if name and token.text in self.lexicon.particles and before is not None and before.text[0].isalpha():
                name.insert(0, token)
                continue
            if not self.lexicon.is_name(token, last=not name, before=before):
                break
            if token.owner and not name:
                break
            if name and token.key in self.lexicon.places and before is not None and before.key in PREPOSITIONS:
                break
            name.insert(0, token)
        if len(name) > 1 and self._couple(words[: len(words) - len(name)]):
            name = [*words[-len(name) - 2 : -len(name)], *name]
        while name and (
            (len(name[0].text) == 1 and (len(name) == 1 or not self._titled(words[: len(words) - len(name)])))
            or (name[0].text in self.lexicon.particles and not self._titled(words[: len(words) - len(name)]))
        ):
            name.pop(0)
        return name

    def _couple(self, left: Sequence[Token]) -> bool:
        """Whether a first name and "and" end a phrase: "Dave and" before "Lindsey Orchard"."""
        if len(left) < 2 or left[-1].key != "and" or not self.lexicon.is_name(left[-2], last=True, before=None):
            return False
        return len(left) == 2 or not (left[-3].capital or left[-3].key in self.lexicon.roles or left[-3].key in LINKS)

    def _titled(self, left: Sequence[Token]) -> bool:
        """Whether a rank or title ends a phrase."""
        return bool(left) and left[-1].key in self.lexicon.roles

    def ahead(self, tokens: Sequence[Token]) -> list[Token]:
        """The words of a name with which tokens begin."""
        name: list[Token] = []
        for token in tokens[:4]:
            if not self.lexicon.is_name(token, last=False, before=name[-1] if name else None):
                break
            name.append(token)
        return name

    def couple(self, text: str, name: list[Token]) -> list[Token]:
        """A name with the first name that shares its surname: "Dave and Lindsey Orchard"."""
        end = name[0].start - 5
        begin = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
        before = text[max(0, begin - 12) : begin].split()
        alone = not (before and before[-1][:1].isupper() and before[-1][-1].isalpha())
        if text[begin:end].lower() in self.lexicon.first_names and text[begin].isupper() and alone:
            return [*tokens_of(text, begin, name[0].start), *name]
        return name
