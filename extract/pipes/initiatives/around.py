"""Signs that the sentence of a name and those before and behind it give.

Enters a name in its sentence; leaves names of signs.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.apposition import Appositions
from extract.pipes.initiatives.names import Name, meets
from extract.pipes.triggers import Hit, hits_within

BEFORE = 200
"""Characters of the sentence before a name that are looked at."""
TOKENS = expression(r"[A-Za-z0-9\w'-]+|[^\w\s]")
_SPEAKING = expression(r"(?:[Ii]t|[Tt]hey)(?:'s| has| had| was| is| were| began| started| ran| runs| went| opened)\b")
_OPENED = expression(
    r"^[\"'(\u2013 -]*(?:(?:First|Originally|Jointly|Newly|Now) )?(?:[A-Z][a-z]*(?:ed|un|wn|lt|ept|et|ought|orn)|Set|Run|Begun|Built|Led)\b[^.;]*, (?:the |its |[\w ]+'s )?[\"']?$"
)
_IS_A = expression(r"(?:That|This|It)(?:'s| is| was) (?=(?:an?|the|our|its|their) )")
_OF_IT = expression(r"(?:The|This|That|Its|Their|Under the|Through the|Both|Each) ([a-z]+)")
_BEGUN = frozenset(("Launched", "Started", "Begun", "Introduced", "Founded", "Formed", "Piloted", "Opened", "Created"))
"""How a sentence begins that tells when what stands at the end of the one before it did."""
_STARTS = frozenset(
    (
        "It",
        "They",
        "It's",
        "That's",
        "The",
        "This",
        "That",
        "Its",
        "Their",
        "Under",
        "Through",
        "Both",
        "Each",
        "it",
        "they",
    )
)


_SAID_TO_BE = ("apposed noun", "apposed thing", "apposed other", "apposed group")
"""Signs of what a name is said to be."""


def look_around(
    reading: Reading, name: Name, number: int, hits: Sequence[Hit], found: set[str], apposed: Appositions
) -> str | None:
    """Add the signs of a name's sentence and of those beside it.

    Args:
        reading: The text.
        name: The name.
        number: Number of its sentence.
        hits: Hits of nouns of initiatives.
        found: Signs found so far.
        apposed: Reads what a name is said to be.

    Returns:
        The noun that the next sentence says it to be, or None.
    """
    noun = None
    text, sentences = reading.text, reading.sentences
    sentence = sentences[number]
    if hits:
        for start, _, _ in hits_within(hits, sentence.start, sentence.end):
            if not name.start <= start < name.end:
                found.add("noun beside")
                break
        if number and sentences[number - 1].span == sentence.span:
            above = sentences[number - 1]
            if meets(hits, above.start, above.end):
                found.add("noun above")
                if "it is" in found:
                    found.add("noun is")
    if number + 1 < len(sentences) and sentences[number + 1].span <= sentence.span + 1:
        below = sentences[number + 1].start
        word = text[below : below + 10].split(" ", 1)[0]
        if word in _BEGUN and "ends" in found:
            found.add("begun")  # "We liked Hopewell. Started in 2022, it …"
        elif word in _STARTS:
            is_a = _IS_A.match(text, below)
            if is_a:
                noun = apposed.find(TOKENS.findall(text, is_a.end(), is_a.end() + 60), 0, found, "below")
            of_it = _OF_IT.match(text, below)
            if of_it and apposed.classes.get(of_it[1]) in ("noun", "thing"):
                found.add("noun below")
            elif _SPEAKING.match(text, below):
                found.add("it below")
    if "opens block" in found and not any(map(found.__contains__, _SAID_TO_BE)):
        dash = text.find(" \u2013 ", name.end, sentence.end)
        if dash > name.end:  # "\u2022 Farm Wardens, who work for us and the council \u2013 a scheme that began"
            noun = apposed.find(TOKENS.findall(text, dash + 3, dash + 63), 0, found, "apposed") or noun
    opening = text[sentence.start : name.start] if name.start - sentence.start < BEFORE else ""
    if (opening[-2:] == ", " or opening[-6:] in (", the ", ", its ")) and _OPENED.match(opening):
        found.add("opening")
    return noun
