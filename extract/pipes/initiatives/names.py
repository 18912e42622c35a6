"""Names of initiatives, told by the words around them: "Operation Oak", "the Oak Project", "Oak Watch, a scheme that …".

Enters hits of such words; leaves the names with their kind. Every pattern looks at the neighbourhood of a hit alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extract.document.forms import UPPER, alternation
from extract.document.reading import Reading
from extract.pipes.triggers import Hit

_CAP = rf"#?[{UPPER}][\w'&-]*"
_NAME = rf"{_CAP}(?:(?: (?:(?:and|of|on|in|for|to|with|at|by)(?: the| an?)?|the) | |, (?=[{UPPER}][a-z]+ (?:It|Up|Out|In|Off|On)\b)){_CAP}){{0,4}}"
_CAPITALS = re.compile(r" (?P<name>[A-Z][A-Z'-]{2,})\b")
_WINDOW = 90
_BEFORE_NAME = re.compile(rf" (?P<name>{_CAP}(?: {_CAP}){{0,2}})")
_NAME_BEHIND = re.compile(rf"(?:^|(?<=[ (\"'\n]))(?P<name>{_CAP}(?: {_CAP}){{0,3}})['\"]? $")
_NAMED = re.compile(rf"(?:^|(?<=[ (\"'\n]))(?P<name>{_NAME})['\"]? $")
_APPOSED = re.compile(
    rf"(?:^|(?<=[ (\"'\n]))(?P<name>{_NAME})(?:,['\"]?|['\"]? \u2013) (?:an?|the|our|its|their|which is an?|known as the|one of (?:our|its|the)) (?:[a-z'-]+ |{_CAP}'s ){{0,5}}?$"
)
_RELATIVE = re.compile(
    rf"(?:^|(?<=[ (\"'\n]))(?P<name>{_NAME})['\"]?, (?:(?:(?:launched|started|begun|set up|introduced|opened) in [^,.;]{{3,25}}, )?(?:under|through|in|by) which (?P<through>[a-z]+)|which (?P<verb>[a-z]+))"
)
_POSSESSED = re.compile(
    rf"(?:\b(?:[Ii]ts|[Ww]hose|[Oo]ur|[Tt]heir)|'s) (?P<name>{_CAP}(?: {_CAP}){{1,2}})(?:, (?:which (?P<verb>[a-z]+)|an? [a-z-]+ (?:[a-z-]+ )?(?:which|that|in which|where) )| (?:opened|launched|began|started) in )"
)
"""A name that belongs to a force and that the sentence explains: "its Listening Van, which visits villages"."""

_UNITS = frozenset(
    (
        "Unit",
        "Units",
        "Team",
        "Teams",
        "Department",
        "Command",
        "Division",
        "Directorate",
        "Hub",
        "Squad",
        "Branch",
        "Plan",
        "Strategy",
        "Force",
    )
)
"""Words that end the plain name of a part of a force."""

_PRONOUNS = frozenset(("We", "It", "They", "Not", "No", "Here", "There", "All", "Every", "Each", "One", "Two", "Three"))
"""Openers that belong to a name where it stands inside a sentence: "proud of We Listen, the line for \u2026"."""

_CALLED = re.compile(
    rf"(?: (?:with|between|for|of|in|at) [^,.;]{{2,50}})?,? (?:which is |that is |it is |they are )?(?:called|known as|named|dubbed|titled|christened|under the name(?: of)?|it calls|they call|calling it) ['\"]?(?P<name>{_NAME})"
)
_INTRODUCED = re.compile(rf"(?: [a-z][a-zA-Z' -]{{2,50}})?, (?:the )?['\"]?(?P<name>{_NAME})['\"]?(?=,| \u2013|;|\.)")
_OPENING = re.compile(rf"(?P<name>{_NAME})(?=,? (?:in |under )?(?P<verb>which|[a-z]+)\b)")
_FIRST_WORD = re.compile(r"[\w'&-]+,? ")
_WORDS = re.compile(r"[\w'-]+")
_CAMEL = re.compile(r"[a-z][A-Z]")
_OWNED = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)|'s?) $")
_COMPUTER = re.compile(
    r"\b(?:it|computer|software|records?|recording|management|database|command and control)\b[^.;]{0,30}$"
)
_PERSONAL = re.compile(
    r" (?:user|player|volunteer|provider|victim|survivor|veteran|leader|manager|member|officer|chief|head|lead|worker|director|commander|secretary|spokes\w+|\w+ist)s?\b"
)
_LIKED = re.compile(
    r"\b(?:liked|praised|commended|welcomed|highlighted|singled out|admired|noted|runs?|ran|launched|introduced|set up|created|piloted|developed|visited|saw) $"
)
_LAUNCHED = re.compile(
    r",? (?:which (?:was|is|has been) |that was |first )?(?:launched|introduced|unveiled|started|begun|set up|rolled out|brought in|published|piloted) (?:in|last|this|by|on|at|across)\b"
)
"""Behind a name: that it was launched."""

_ITEM = re.compile(rf"(?P<name>{_NAME})['\"]? ?(?:[\u2013:]|-(?= )) ?[a-z]")
_DESCRIBED = re.compile(r"\W*(?:that|this|it)(?:'s| is| was) (?:an?|the|our|its|their) (?:[a-z'-]+ ){0,5}?$")
_LAST_NAME = re.compile(
    rf"\b(?:for|of|called|on|to|from|with|in|by|is|saw|liked) ['\"]?(?P<name>{_NAME})['\"]?(?:,? too)?\.?['\"]?$"
)
_PLACED = re.compile(rf"(?:{_CAP} )(?:{_CAP} )?the (?=[{UPPER}])")
_IN = re.compile(r"\b(?:in|at|across|around|for|near|outside|from) $")
_EXPLAINED = re.compile(
    r"(?: (?:under|in|through|by) which| that\b| which\b| for\b| run\b| to\b| aimed| designed| where| set up|[,.])"
)
_LONG = 7
"""A single word that is longer can be the name of a scheme where an apposition says that it is one."""


class Found(NamedTuple):
    """A name: its offsets in the reading, its kind, and the rule that told it."""

    start: int
    end: int
    kind: str
    rule: str


class Names:
    """Finds names.

    Args:
        cues: Table of `cues/initiatives.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.before: dict[str, str] = dict(cues["before"])
        self.behind: dict[str, str] = dict(cues["behind"])
        self.nouns: dict[str, str] = dict(cues["nouns"])
        self.generic = frozenset(cues["lists"]["generic"])
        self.bodies = frozenset(cues["lists"]["bodies"])
        self.direct = frozenset(cues["lists"]["direct"])
        self.plans = frozenset(cues["lists"]["plans"])
        self.several = frozenset(cues["lists"]["several"])
        self.places = frozenset(cues["lists"]["places"])
        self.openers = frozenset(cues["lists"]["openers"])
        self.does = frozenset(cues["lists"]["does"])
        self.work = re.compile(rf"(?:{alternation(cues['lists']['work'])})\b")

    def find(self, reading: Reading, hits: Sequence[Hit], known: Sequence[Hit]) -> Iterator[Found]:
        """Names around the hits of words, and known names; a stretch may come twice."""
        text = reading.text
        for start, end, _ in hits:
            if text[start].isupper() and text[start:end] in self.before:
                match = _BEFORE_NAME.match(text, end)
                name = _without_possessive(match["name"]) if match else ""
                first = name.split(" ")[0]
                if match and first and first.lower() not in self.generic and first not in self.behind:
                    yield Found(start, match.start("name") + len(name), self.before[text[start:end]], "before")
            elif (loud := self._capitals(text, start, end)) is not None:
                yield loud
        for start, end, _ in known:
            if text[start].isupper():
                yield Found(start, end, "operation" if text.startswith("Operation", start) else "scheme", "known")
        for start, end, key in hits:
            low = max(reading.sentences[reading.sentence_at(start)].start, start - _WINDOW)
            if text[start].isupper():
                yield from self._behind(reading, low, start, end)
            elif key in self.nouns:
                yield from self._noun(reading, low, start, end, key)

    def _capitals(self, text: str, start: int, end: int) -> Found | None:
        """A name in capitals alone: "OPERATION OAK"."""
        word = text[start:end]
        match = _CAPITALS.match(text, end) if word.isupper() and word.title() in self.before else None
        if match and match["name"].lower() not in self.generic:
            return Found(start, match.end(), self.before[word.title()], "before")
        return None

    def _behind(self, reading: Reading, low: int, start: int, end: int) -> Iterator[Found]:
        """The name before a word: "the Cygnet Project"."""
        word = reading.text[start:end]
        match = _NAME_BEHIND.search(reading.text[low:start]) if word in self.behind else None
        if not match or reading.text[end : end + 2].strip()[:1].isupper():
            return
        first = self._strip(reading.text, low + match.start("name"), low + match.end("name"))
        words = reading.text[first : low + match.end("name")].split()
        plain = sum(part.lower() in self.generic for part in words)
        if word not in ("Team", "Hub", "Law") and 0 < plain * 2 <= len(words) and words[-1].lower() != "and":
            plain = len(self.bodies.intersection(words))
        if words and not plain and words[0] not in self.before and not words[-1].endswith("'s"):
            yield Found(first, end, self.behind[word], "behind")

    def _noun(self, reading: Reading, low: int, start: int, end: int, key: str) -> Iterator[Found]:
        """Names that a noun in lower case explains, before or behind it."""
        text, kind = reading.text, self.nouns[key]
        if key == "work" and not self.work.match(reading.lower, start):
            return
        head = text[low:start]
        apposed = _APPOSED.search(head) if not _PERSONAL.match(text, end) else None
        if apposed:
            yield from self._proper(reading, low + apposed.start("name"), low + apposed.end("name"), kind, "apposed")
        launched = bool(_LAUNCHED.match(text, end))
        direct = _NAMED.search(head) if key in self.direct or (launched and key in self.plans) else None
        if direct and " " not in direct["name"] and key in self.several:
            direct = None
        if direct and (key not in self.several or launched or _OWNED.search(head, 0, direct.start("name"))):
            rule = "launched" if launched else "lower"
            yield from self._proper(reading, low + direct.start("name"), low + direct.end("name"), kind, rule)
        described = _DESCRIBED.match(head.lower())
        number = reading.sentence_at(start)
        if described and number and reading.sentences[number - 1].span == reading.sentences[number].span:
            above = reading.sentences[number - 1]
            last = _LAST_NAME.search(text[above.start : above.end])
            if last:
                name = (above.start + last.start("name"), above.start + last.end("name"))
                yield from self._proper(reading, *name, kind, "described")
        for rule, pattern in (("called", _CALLED), ("introduced", _INTRODUCED)):
            match = pattern.match(text, end)
            if match:
                yield from self._proper(reading, match.start("name"), match.end("name"), kind, rule)

    def relative(self, reading: Reading, start: int, end: int) -> Iterator[Found]:
        """Names that a sentence of praise explains by a clause: "praise for Breaking Bread, which lets fathers …"."""
        for match in _RELATIVE.finditer(reading.text, start, end):
            does = match["through"] or match["verb"] in self.does or f"{match['verb']}s" in self.does
            if does and len(_WORDS.findall(match["name"])) > 1:
                yield from self._proper(reading, *match.span("name"), "scheme", "relative")

    def possessed(self, reading: Reading) -> Iterator[Found]:
        """Names that belong to a force and are explained: "its Listening Van, which visits villages"."""
        for match in _POSSESSED.finditer(reading.text):
            words = _WORDS.findall(match["name"])
            if (match["verb"] and match["verb"] not in self.does) or words[-1] in _UNITS:
                continue
            if words[0] not in self.before and words[-1].lower() not in self.generic:
                yield from self._proper(reading, *match.span("name"), "scheme", "possessed")

    @staticmethod
    def explained(reading: Reading, found: Found) -> bool:
        """Whether the noun of an apposition goes on to say what the name stands for: "a service under which \u2026"."""
        match = re.match(r"[^.;]{0,40}?\b[a-z]+(?= )", reading.text[found.end : found.end + 60])
        return bool(match) and bool(_EXPLAINED.search(reading.text[found.end + 4 : found.end + 70]))

    def item(self, reading: Reading, start: int, end: int) -> Found | None:
        """A name that opens an item of a list of good practice: "Second Watch \u2013 patrols of \u2026"."""
        match = _ITEM.match(reading.text, start, end)
        if not match or len(match["name"].split()) < 2:
            return None
        words = [word.lower() for word in _WORDS.findall(match["name"])]
        plain = all(word in self.generic for word in words) or self.bodies.intersection(_WORDS.findall(match["name"]))
        return None if plain else Found(start, match.end("name"), "scheme", "practice")

    def opening(self, reading: Reading, start: int, end: int) -> Found | None:
        """A name with which a paragraph opens: "Landing Light trains …"."""
        match = _OPENING.match(reading.text, start, end)
        if not match or match["verb"] not in self.does:
            return None
        first = self._strip(reading.text, match.start("name"), match.end("name"))
        words = reading.text[first : match.end("name")].split()
        if len(words) > 1 or (words and _CAMEL.search(words[0])):
            return next(self._proper(reading, first, match.end("name"), "scheme", "practice"), None)
        return None

    def _strip(self, text: str, start: int, end: int) -> int:
        """Where a name begins without "The", a possessive before it, or a word that opens the sentence."""
        while True:
            match = _FIRST_WORD.match(text, start, end)
            word = match[0].rstrip(", ") if match else ""
            if not match or not (word in self.openers or word.endswith("'s")):
                break
            if word in _PRONOUNS and (text[start - 2 : start - 1].islower() or text[start - 2 : start - 1] == ","):
                break  # "about We Hear You, the line for victims"
            if text[match.end() : match.end() + 1].islower() and _OWNED.search(text, 0, start):
                break  # "its Here to Help programme"
            start = match.end()
        placed = _PLACED.match(text, start, end)
        return placed.end() if placed and _IN.search(text[max(0, start - 9) : start].lower()) else start

    def _proper(self, reading: Reading, start: int, end: int, kind: str, rule: str) -> Iterator[Found]:
        """The name, if it is one of an initiative: not of a person or a body, and no plain police words."""
        start = self._strip(reading.text, start, end)
        if reading.text[end - 1] == "'":
            end -= 1
        words = _WORDS.findall(reading.text, start, end)
        if not words or self.bodies.intersection(words) or (words[-1] in self.places and rule != "launched"):
            return
        plain = [word.lower() in self.generic for word in words if word[0].isupper()]
        if (
            rule == "called"
            and reading.text[start:end].isupper()
            and _COMPUTER.search(reading.lower[start - 60 : start])
        ):
            return
        if (all(plain) and (rule != "called" or len(words) < 2)) or (
            rule == "lower" and (plain[-1] or sum(plain) * 2 > len(plain) or all(word.isupper() for word in words))
        ):
            return
        if rule in ("apposed", "introduced", "described") and len(words) == 1:
            word = words[0]
            liked = rule == "described" or (
                rule == "apposed" and _LIKED.search(reading.lower, max(0, start - 40), start)
            )
            if word.isupper() or not (_CAMEL.search(word) or len(word) > _LONG or liked):
                return
        yield Found(start, end, kind, rule)


def _without_possessive(words: str) -> str:
    """A name up to the word that ends in a possessive, without that ending."""
    match = re.search(r"'s\b", words)
    return words[: match.start()] if match else words
