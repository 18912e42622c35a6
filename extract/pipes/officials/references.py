"""Phrases that stand for a speaker without a name: a body, an office, a spokesman, a private person.

Enters the tokens of a noun phrase; leaves a `Speaker` or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.roles import Roles
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.words import DETERMINERS, LINKS, OPENERS, PREDICATE, PREPOSITIONS, PRONOUNS

_PLACED = frozenset(
    ("in", "on", "at", "by", "for", "after", "before", "during", "following", "responding", "commenting")
)
_JOINING = frozenset(("and", "but", "while", "as", "because", "after", "when", "since", "before", "although", "that"))
_JUNIOR = frozenset(
    ("constable", "sergeant", "detective", "manager", "supervisor", "handler", "dispatcher", "pc", "pcso")
)
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


class References:
    """Reads phrases that name nobody.

    Args:
        lexicon: Ranks, offices and bodies.
        roles: Finder of role and body in a phrase.
    """

    def __init__(self, lexicon: Lexicon, roles: Roles) -> None:
        self.lexicon = lexicon
        self.roles = roles

    def find(self, words: list[Token]) -> Speaker | None:
        """A phrase without a name: a body, an office, a private person."""
        start = len(words)
        for number in range(len(words) - 1, -1, -1):
            token = words[number]
            if not token.text[0].isalnum() and token.text not in ("'", "-", "/"):
                break
            start = number
        phrase = words[start:]
        placed = False
        while phrase and phrase[0].key in OPENERS and len(phrase) > 1:
            placed = placed or phrase[0].key in _PLACED
            phrase = phrase[1:]
        if placed:
            phrase = self._behind_place(phrase)
        if not phrase or phrase[-1].key == "you":
            return None
        spoken = next((n for n, token in enumerate(phrase) if token.key in self.lexicon.spokespeople), -1)
        if spoken >= 0:
            return self._spokesperson(phrase, spoken)
        if any(token.key in PREDICATE or token.key in PRONOUNS for token in phrase[:-1]):
            joined = next((n for n in range(len(phrase) - 1, 0, -1) if phrase[n].key in _JOINING), 0)
            if not joined or len(phrase) - joined >= 7:
                return None
            last = phrase[-1]
            voiced = last.key in self.lexicon.voiced and last.key.endswith("s")
            return self.find(phrase[joined + 1 :]) or (Speaker("body", last.start, last.end) if voiced else None)
        if len(phrase) > 16 or not self._nominal(phrase):
            return None
        if phrase[0].key == "one" and len(phrase) > 3 and phrase[1].key == "of":
            return Speaker("private", phrase[0].start, phrase[-1].end, private=True)
        if phrase[0].key == "one" and len(phrase) > 1 and phrase[-1].key in _JUNIOR:
            start = 0 if phrase[0].capital and len(phrase) < 4 else 1
            return Speaker("private", phrase[start].start, phrase[-1].end, private=True)
        if len(phrase) > 3 and phrase[1].key in self.lexicon.carriers and phrase[2].key in ("from", "by"):
            return self.find(phrase[3:])
        content = phrase[1:] if phrase[0].key in DETERMINERS and len(phrase) > 1 else phrase
        cut = next((n for n, token in enumerate(content) if token.key in ("who", "which", "that")), len(content))
        content = content[:cut]
        if not content:
            return None
        stop = next(
            (
                n
                for n, token in enumerate(content)
                if token.key in ("of", "for", "in", "from", "at", "with", "aged") and n
            ),
            len(content),
        )
        head = content[stop - 1]
        if head.key in self.lexicon.private and not (head.capital and stop > 1) and phrase[0].key != "the":
            if phrase[0].text == "One" and len(content) == 1:
                return Speaker("private", phrase[0].start, content[0].end, private=True)
            kept = (
                content[:stop] if stop < len(content) and content[stop].key in ("at", "in", "from", "with") else content
            )
            return Speaker("private", kept[0].start, kept[-1].end, private=True)
        if head.key in (
            "mother",
            "father",
            "mum",
            "dad",
            "parents",
            "family",
            "widow",
            "widower",
            "son",
            "daughter",
            "brother",
            "sister",
        ):
            return Speaker("private", content[0].start, content[-1].end, private=True)
        if head.key in self.lexicon.heads and (
            phrase[0].key in DETERMINERS or content[0].owner or head.key in self.lexicon.police
        ):
            role, body, private = self.roles.role_of(content)
            if role:
                anonymous = phrase[0].key in ("a", "an", "one", "another")
                return Speaker(
                    "private" if private and anonymous else "role",
                    role[0],
                    role[1],
                    "anonymous" if anonymous else "",
                    role,
                    body or self.roles.body_in(content),
                    private,
                )
        return Speaker("body", content[0].start, content[-1].end)

    def _behind_place(self, phrase: list[Token]) -> list[Token]:
        """The subject behind a phrase of place or time: "[in] its report inspectors", "[in] a statement the force"."""
        last = phrase[-1]
        for number in range(len(phrase) - 1, 0, -1):
            before = phrase[number - 1]
            if phrase[number].key in DETERMINERS:
                apart = before.key not in PREPOSITIONS and before.key not in LINKS and before.key != "through"
                if apart or last.key not in self.lexicon.voiced:
                    return phrase[number:] if apart else []
        if last.key in self.lexicon.voiced and last.key.endswith("s"):
            return [last]
        start = len(phrase)
        while start and (phrase[start - 1].capital and phrase[start - 1].key not in _DAYS):
            start -= 1
        if not start or start == len(phrase):
            return phrase if start == 0 or not last.capital else []
        return [] if phrase[start - 1].key in PREPOSITIONS else phrase[start:]

    def _nominal(self, phrase: Sequence[Token]) -> bool:
        """Whether a phrase can be a body or a person: it begins as a noun phrase and its head is a name or a known noun."""
        first = phrase[0]
        if not (
            first.capital
            or first.key in DETERMINERS
            or first.owner
            or first.key in self.lexicon.voiced
            or len(phrase) == 1
        ):
            return False
        head = next(
            (
                phrase[n - 1]
                for n in range(1, len(phrase))
                if phrase[n].key in ("of", "for", "in", "from", "at", "with", "who")
            ),
            phrase[-1],
        )
        known = self.lexicon.known
        last = phrase[-1]
        return any(word.capital or word.key in known or word.key.rstrip("s") in known for word in (head, last))

    def _spokesperson(self, phrase: Sequence[Token], spoken: int) -> Speaker:
        word = phrase[spoken]
        start = word.start
        if spoken + 1 < len(phrase) and phrase[spoken].key == "press":
            start = phrase[spoken].start
        before = [token for token in phrase[:spoken] if token.key not in DETERMINERS]
        after = phrase[spoken + 1 :]
        body: tuple[int, int] | None = None
        if after and after[0].key in ("for", "from", "of", "at") and len(after) > 1:
            rest = after[1:]
            if rest[0].key in DETERMINERS and len(rest) > 1:
                rest = rest[1:]
            body = (rest[0].start, rest[-1].end)
        elif before:
            end = before[-1].end
            if before[-1].owner:
                end -= 2 if before[-1].text.lower().endswith("'s") else 1
            body = (before[0].start, end)
        return Speaker("role", start, word.end, "anonymous", (start, word.end), body)
