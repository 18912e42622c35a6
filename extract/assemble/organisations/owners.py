"""Whose office it is that a text only points back to: "Its director", "said the charity's manager".

Enters the place of the office; leaves the body with which one of the sentences before it begins, or which a sentence
is told to speak for. It infers nothing of forces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from extract.assemble.evidence import Grounds
from extract.assemble.officials.persons import GENDERS
from extract.assemble.organisations import posts
from extract.assemble.organisations.bodies import WORD
from extract.expressions import expression

_NOUNS = (
    *("council", "union", "charity", "authority", "panel", "federation", "trust", "board", "inspectorate", "watchdog"),
    *(
        "commissioner's office",
        "mayor's office",
        "company",
        "firm",
        "supplier",
        "group",
        "network",
        "association",
        "agency",
        "regulator",
        "university",
        "hospital",
    ),
)
"""Nouns that a body goes by when its name was given before."""
_SUBJECT = expression(
    r"(?:(?:And|But|At|For|From|Over at|Meanwhile,|Nor|Yet) )?(?:[Tt]he )?"
    rf"(?:(?:[A-Z]?[a-z-]+ ){{0,2}}(?:charity|union|network|group|company|firm|supplier|campaign|helpline|helplines?|refuge|think[ -]tank),? (?:the )?)?"
    rf"(?:(?<=[Tt]he )(?P<noun>(?:[a-z]+ )?(?:{'|'.join(_NOUNS)}|Mayor's office))|(?P<body>{WORD}(?: (?:(?:of|and|for|on|with|in the|of the|for the|&) )?{WORD}){{0,7}}(?: (?:cent(?:re|er)|union|unit|group|council))?))"
    rf"(?: \([A-Z][\w ]{{1,20}}\)| in {WORD}(?: {WORD}){{0,2}})?"
    r"(?:,? (?:which|who|whose)\b[^,.;:]{2,90},|, (?:an?|the|one of) [^,.;:]{2,60},)?"
    r" (?!(?:and|of|or|for)\b)(?:(?:also|now|still|then|later|this \w+|last \w+) )?[a-z]+\b"
)
"""A body with which a sentence begins, and its verb."""
_PLACE = expression(
    rf"(?:At|From|For|Over at) (?:the )?(?P<body>{WORD}(?: (?:(?:of|and|for|&) )?{WORD}){{0,7}}), [a-z]"
)
"""A body of which a sentence begins to tell: "At Harbour House, ..."."""
_BACK = 3
"""Sentences before an office in which the body is looked for."""
_REACH = 420
"""Characters before it, likewise."""
_SPEECH = ('"', "'", "\u2018", "\u201c")
_OTHERS = frozenset(
    (
        *(
            "i",
            "we",
            "it",
            "he",
            "she",
            "they",
            "this",
            "that",
            "these",
            "those",
            "there",
            "here",
            "what",
            "who",
            "when",
        ),
        *("in", "on", "at", "by", "of", "for", "from", "with", "as", "if", "but", "and", "so", "yet", "nor", "or"),
        *("last", "next", "no", "not", "one", "two", "three", "four", "five", "six", "both", "all", "some", "many"),
        *("most", "more", "few", "each", "every", "another", "other", "only", "even", "just", "now", "then", "today"),
        *("his", "her", "its", "their", "our", "my", "your", "after", "before", "since", "while", "asked", "a", "an"),
    )
)
"""Words that begin a sentence and no name."""


class Owners:
    """Finds bodies to which offices of one article point back.

    Args:
        grounds: Cuts the characters of a name.
        people: Where people are named, in order.
        common: Words of the language in lower case, which alone name no body.
        places: Bare names of forces, which alone name no other body.
    """

    def __init__(
        self, grounds: Grounds, people: Sequence[int], common: Collection[str], places: Collection[str]
    ) -> None:
        self.reading = grounds.reading
        self.people = people
        self.common = common
        self.places = places

    def before(self, at: int, *, back: int = _BACK, here: bool = False) -> tuple[int, int] | None:
        """The body with which the sentence of an office, or one of those before it, begins.

        Args:
            at: Where the office begins.
            back: How many sentences before its own are read.
            here: Whether only those of its block are, and a noun tells the body as well as a name: "The council".
        """
        reading = self.reading
        number = reading.sentence_at(at)
        own = reading.sentences[number].span
        for sentence in reversed(reading.sentences[max(0, number - back) : number + 1]):
            if at - sentence.start > _REACH or reading.spans[sentence.span].kind == "subheading":
                return None
            if here and sentence.span != own:
                return None
            if sentence.start == at or reading.text.startswith(_SPEECH, sentence.start):
                continue
            match = _SUBJECT.match(reading.text, sentence.start, sentence.end)
            match = match or _PLACE.match(reading.text, sentence.start, sentence.end)
            kind = match.lastgroup if match else None
            if match is None or kind is None or match.end(kind) >= at:
                continue
            if kind == "body" and match["body"].lower() in self.places:
                return None  # which is about the force there
            if here if kind == "noun" else self._is_body(match["body"], match.start("body")):
                return match.span(kind)
        return None

    def _is_body(self, name: str, start: int) -> bool:
        """Whether capitals that begin a sentence can be a body: no person, no place alone, no common word alone."""
        words = name.lower().split()
        first = words[0].partition("'")[0]  # "We've"
        if first in _OTHERS or first in GENDERS or name.endswith("'s") or self._is_person(start, start + len(name)):
            return False
        if len(words) == 1:
            return name.isupper() or words[0] not in self.common
        return True

    def _is_person(self, start: int, end: int) -> bool:
        number = bisect_left(self.people, start)
        return number < len(self.people) and self.people[number] < end

    def spoken_for(self, starts: Sequence[int]) -> tuple[int, int] | None:
        """Offsets of the body for which a sentence says that somebody speaks: "For the Police Federation, Sgt Jo Hale said".

        Args:
            starts: Where their office and their name begin.
        """
        text = self.reading.text
        for at in starts:
            if not text.endswith(posts.ENDS, 0, at):
                continue
            if match := posts.FOR.search(text, max(0, at - posts.NEAR), at):
                return match.span("body")
        return None
