"""People by first name alone, whose words are private: "Kayleigh (not her real name)", "His mum Denise", "Janine from Kent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.forms import UPPER
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.officials.lexicon import Lexicon
from extract.pipes.officials.speaker import Speaker
from extract.pipes.triggers import Hit

_TOLD = expression(
    r", (?=[\daefnstw])(?=(?:\d{1,2}|aged|six|seven|eight|nine|ten|eleven|twelve)\b|not (?:her|his|their) real"
    r"|who(?:se)? (?:real |full )?(?:name|did not|does not|asked|we)\b)"
)
_TOLD_IN_BRACKETS = expression(r" \((?=\d|not |we |who |(?:her|his|their) )")
"""What stands behind a first name alone that names somebody."""
_FIRST_BEHIND = expression(rf" (?P<name>[{UPPER}][^\W\d_]+)\b(?! [{UPPER}]|['-]\w)")
_AGE = expression(r", \d\d(?=[,.])")
_FULL = expression(rf"(?<!\S)[{UPPER}][a-z'-]+ [{UPPER}][\w'-]+$")
"""A full name before an age: "Jo Hale, 44, admitted four offences"."""
_LONG = 40
"""Within how many characters a full name stands."""
_APPOSED = expression(rf", (?P<name>[{UPPER}][^\W\d_]+)(?=, | \()")
"""A first name alone that says who that is: "his sister, Menna, wept"."""
_KIN = frozenset(
    (
        "wife",
        "husband",
        "widow",
        "widower",
        "mother",
        "father",
        "sister",
        "brother",
        "son",
        "daughter",
        "mum",
        "dad",
        "partner",
    )
)
"""Words behind which a name in commas is somebody's first name, whatever it is."""
_FROM_PLACE = expression(
    rf" from [{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+){{0,2}},? (?:who |[a-z]+ed\b|said|says|told|rang|wrote|was|is|has|had|lost|saw|got|went|came)"
)
"""Where somebody lives whom a first name alone names: "Janine from Kent rang"."""


_SHORT = 14
"""Within how many characters a first name ends."""
_SAID = ('," he ', '," she ')
"""How speech ends that a pronoun credits."""
_HAS_SPOKEN = expression(
    r"(?:, (?:who|whose|an?|the|now|then|aged|from|in|one)\b[^\"\n:;]{2,110},)?"
    r" (?:[a-z]+ed|is|was|has|had|isn't|wasn't|hasn't|lost|saw|sat|stood|got|went|came|felt|knew|ran|left|met|spent|began|lives|runs|works|agrees|remembers|heard|told|rang|wrote|gave|took|sits|waits|still|also|now)\b"
    r"[^\"\n]*\"[^\"\n]+[,!?]\" (?:he|she) (?:says|said|tells|told|adds|added|recalls|remembers|recalled)\b"
)
"""Behind a first name alone that opens a paragraph: what they did, and then their words."""


def by_first_name(reading: Reading, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Speaker]:
    """People by first name alone, whose words are private: "Kayleigh (not her real name)", "His mum Denise".

    Args:
        reading: The text.
        hits: Words for private people.
        lexicon: First names.
    """
    text, firsts = reading.text, lexicon.first_names
    told = [match.start() for match in _TOLD.finditer(text)]
    bracket = text.find("(")
    while bracket >= 0:
        if bracket and _TOLD_IN_BRACKETS.match(text, bracket - 1):
            told.append(bracket - 1)
        bracket = text.find("(", bracket + 1)
    for end in told:
        start = text.rfind(" ", max(0, end - 20), end) + 1
        start = max(start, text.rfind("\n", start, end) + 1)
        if text[start:end].lower() in firsts and text[start].isupper() and _is_alone(text, start, lexicon):
            yield Speaker("name", start, end, private=True, until=end)
        elif (
            _AGE.match(text, end)
            and (full := _FULL.search(text, max(0, end - _LONG), end))
            and lexicon.not_names.isdisjoint(full[0].lower().split())
        ):
            yield Speaker("name", full.start(), end, until=end)
    at = text.find(" from ")
    while at >= 0:
        if text[at + 6 : at + 7].isupper():
            start = max(text.rfind(" ", max(0, at - 20), at), text.rfind("\n", max(0, at - 20), at)) + 1
            named = text[start:at].lower() in firsts and text[start].isupper() and _FROM_PLACE.match(text, at)
            if named and _is_alone(text, start, lexicon):
                yield Speaker("name", start, at, private=True, until=at)
        at = text.find(" from ", at + 6)
    for said in _SAID:
        at = text.find(said)
        while at >= 0:
            span = reading.spans[reading.span_at(at)]
            end = text.find(" ", span.start, span.start + _SHORT)
            end -= text.startswith(",", end - 1)
            if text[span.start : end].lower() in firsts and _HAS_SPOKEN.match(text, end, span.end):
                yield Speaker("name", span.start, end, private=True, until=end)
            at = text.find(said, span.end)
    end = text.find("-old ")
    while end >= 0:
        name = _FIRST_BEHIND.match(text, end + 4)
        if name and name["name"].lower() in firsts:
            yield Speaker("name", *name.span("name"), private=True, until=name.end("name"))
        end = text.find("-old ", end + 5)
    for _, end, word in hits:
        apposed = text.startswith(", ", end)
        if not apposed and not text[end + 1 : end + 2].isupper():
            continue
        name = (_APPOSED if apposed else _FIRST_BEHIND).match(text, end)
        if name and (name["name"].lower() in firsts or (apposed and word in _KIN)):
            yield Speaker("name", *name.span("name"), word, private=True, until=name.end("name"))


def _is_alone(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether no other name, and no rank, stands before a first name."""
    before = text[max(0, start - 30, text.rfind("\n", 0, start) + 1) : start].rpartition(". ")[2].rstrip()
    word = before.rpartition(" ")[2]
    return not (word[:1].isupper() and word[-1:].isalpha()) or word.lower() in lexicon.private
