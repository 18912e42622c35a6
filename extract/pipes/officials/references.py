"""Phrases that stand for a speaker without a name: a body, an office, a spokesman, a private person.

Enters the tokens of a noun phrase; leaves a `Speaker` or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.officials.lexicon import Lexicon, Token
from extract.pipes.officials.roles import Roles
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.words import (
    DATED,
    DETERMINERS,
    LINKS,
    NEVER_NOUNS,
    OPENERS,
    PREDICATE,
    PREPOSITIONS,
    PRONOUNS,
)

_PLACED = frozenset(
    (
        "in",
        "on",
        "at",
        "by",
        "for",
        "after",
        "before",
        "during",
        "following",
        "responding",
        "commenting",
        "last",
        "earlier",
    )
)
_JOINING = frozenset(("and", "but", "while", "as", "because", "after", "when", "since", "before", "although", "that"))
_JUNIOR = frozenset(
    ("constable", "sergeant", "detective", "manager", "supervisor", "handler", "dispatcher", "pc", "pcso")
)
_CLAUSAL = PREDICATE | PRONOUNS
_RELATIVE = frozenset(("who", "which", "that"))
_COMPLEMENTED = frozenset(("of", "for", "in", "on", "from", "at", "with", "aged"))
_ONE = frozenset(("a", "an", "one", "another"))
_OFFICES = frozenset(
    (
        "chair",
        "chairman",
        "chairwoman",
        "detective",
        "minister",
        "judge",
        "coroner",
        "inspector",
        "examiner",
        "mp",
        "source",
    )
)
"""Heads of a role that make an official of somebody unnamed, as a rank does."""
_HEADING = frozenset(("of", "for", "in", "on", "from", "at", "with", "who"))
"""Words before which the head of a phrase stands."""
_PAPERS = frozenset(
    (
        "letter",
        "email",
        "e-mail",
        "note",
        "memo",
        "message",
        "statement",
        "submission",
        "report",
        "reply",
        "response",
        "evidence",
    )
)
"""What somebody writes to somebody, who does not speak in it."""
_KIN = frozenset(
    ("mother", "father", "mum", "dad", "parents", "family", "widow", "widower", "son", "daughter", "brother", "sister")
) | {
    "families",
    "relatives",
    "husband",
    "wife",
    "grandmother",
    "grandfather",
    "sons",
    "daughters",
    "brothers",
    "sisters",
}
_TIMES = frozenset(("week", "month", "year", "morning", "afternoon", "evening", "spring", "summer", "autumn", "winter"))
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
        while start and (words[start - 1].text[0].isalnum() or words[start - 1].text in ("'", "-", "/")):
            start -= 1
        phrase = words[start:]
        placed = len(phrase) > 2 and phrase[0].key == "this" and phrase[1].key in _TIMES
        while phrase and phrase[0].key in OPENERS and len(phrase) > 1:
            placed = placed or phrase[0].key in _PLACED
            phrase = phrase[1:]
        if placed:
            phrase = self._behind_place(phrase)
        if not phrase or phrase[-1].key == "you":
            return None
        if to := next((n for n in range(1, len(phrase)) if phrase[n].key == "to" and phrase[n - 1].key in _PAPERS), 0):
            phrase = phrase[:to]  # "Mr Hale's letter to the chief constable"
        if len(phrase) == 1 and phrase[0].key in DATED:
            return None  # "since March and had raised"
        keys = [token.key for token in phrase]
        if not self.lexicon.spokespeople.isdisjoint(keys):
            return self._spokesperson(phrase, next(n for n, key in enumerate(keys) if key in self.lexicon.spokespeople))
        if not _CLAUSAL.isdisjoint(keys[:-1]):
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
            return Speaker("private", phrase[1].start, phrase[-1].end, private=True)
        if len(phrase) > 3 and phrase[1].key in self.lexicon.carriers and phrase[2].key in ("from", "by"):
            return self.find(phrase[3:])
        determined = phrase[0].key in DETERMINERS and len(phrase) > 1 and phrase[1].key != "majesty"
        content = phrase[1:] if determined else phrase
        if not _RELATIVE.isdisjoint(keys):
            content = content[: next((n for n, token in enumerate(content) if token.key in _RELATIVE), len(content))]
        if not content:
            return None
        stop = len(content)
        if not _COMPLEMENTED.isdisjoint(keys):
            stop = next((n for n, token in enumerate(content) if token.key in _COMPLEMENTED and n), stop)
        head = content[stop - 1]
        one = phrase[0].key in _ONE
        kept = content[: self._named_until(content, stop)]
        private = head.key in self.lexicon.private and not (head.capital and stop > 1) and "chief" not in keys[:-1]
        if private and any(
            content[n].text.islower() and content[n].key.endswith("ed") and content[n - 1].capital
            for n in range(1, stop - 1)
        ):
            return None  # "[The] Chair thanked officers [and said]"
        if private or head.key in _KIN or (one and self._is_unknown(content[:stop])):
            known = "the" if phrase[0].key == "the" else ""
            return Speaker("private", kept[0].start, kept[-1].end, known, private=True)
        if (head.key in self.lexicon.heads or head.key in self.lexicon.police) and (
            phrase[0].key in DETERMINERS
            or any(token.owner for token in content[: max(1, stop - 1)])
            or head.key in self.lexicon.police
        ):
            ranked = self.lexicon.rank.search(" ".join(token.key for token in content[:stop])) is not None
            if one and not ranked and not any(token.capital for token in content[:stop]) and head.key not in _OFFICES:
                return Speaker("private", kept[0].start, kept[-1].end, private=True)
            placed = (
                one
                and stop + 1 < len(content)
                and (
                    content[stop].key in ("at", "from")
                    or (content[stop].key in ("in", "from") and content[stop + 1].capital)
                )
            )
            role, body, private = self.roles.role_of(content[:stop] if placed else content)
            if role:
                return Speaker(
                    "private" if private and one else "role",
                    role[0],
                    role[1],
                    "anonymous" if one else "",
                    role,
                    body or self.roles.body_in(content),
                    private,
                )
        for token in content[:-1]:
            if (
                token.text in NEVER_NOUNS
                or token.key in PREDICATE
                or (token.text.islower() and token.key.endswith("ed"))
            ):
                return None
        return Speaker("body", content[0].start, content[-1].end)

    def _is_unknown(self, words: Sequence[Token]) -> bool:
        """Whether a noun of no list is a person where it speaks: "a kitchen porter", "one respondent"."""
        known = self.lexicon.known
        for word in words:
            if word.capital or word.owner or word.key in known or word.key.rstrip("s") in known:
                return False
        return True

    @staticmethod
    def _named_until(content: Sequence[Token], stop: int) -> int:
        """How many words name a private person: "boy of 13", "man in Margate", "carer from Gosport"."""
        if stop + 1 < len(content) and (
            content[stop].key in ("of", "on")
            or (content[stop].key in ("in", "from") and content[-1].capital and content[-1].key not in DATED)
        ):
            end = stop + 2
            while end < len(content) and (content[end].capital or content[end - 1].key in DETERMINERS | {"one"}):
                end += 1
            if (
                end + 1 < len(content)
                and content[end].key == "from"
                and all(word.capital for word in content[end + 1 :])
            ):
                return len(content)  # "mother of two from Dover"
            return end
        return stop

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
        if first.key in _ONE and 1 < len(phrase) < 9 and self._is_unknown(phrase[1:3]):
            return True
        if not (
            first.capital
            or first.key in DETERMINERS
            or first.owner
            or first.key in self.lexicon.voiced
            or len(phrase) == 1
        ):
            return False
        last = phrase[-1]
        if self._is_named(last):
            return True
        head = next((phrase[n - 1] for n in range(1, len(phrase)) if phrase[n].key in _HEADING), last)
        return self._is_named(head)

    def _is_named(self, word: Token) -> bool:
        """Whether a word is a name or a known noun."""
        known = self.lexicon.known
        return word.capital or word.key in known or word.key.rstrip("s") in known

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
