"""Asks that a sentence lists behind what it calls them: "The report makes recommendations, including a review of its cells".

Enters a line of letters; leaves noun phrases, one an ask. Lists of areas for improvement, and those below a lead-in, are
read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.dates import COUNT
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.recommendations.clauses import Ask
from extract.pipes.recommendations.lines import Line
from extract.pipes.triggers import Hit

_BEGINS = (
    ", among them ",
    ": ",
    " are ",
    " are: ",
    " including ",
    ", including ",
    " include ",
    " included ",
    " such as ",
    ", such as ",
)
"""Behind "recommendations": that some of them follow."""

_CALLED = "recommendations"
_TO_BE_MADE = "improvements to be made"
"""What is called so before a list of it."""

_THING = " thing"
"""What is asked for, of which a list can follow: "asked for one thing: new boats"."""

_LISTED = expression(
    rf"\b(?P<wanted>(?:asked for|asks for|wants?|wanted|calls? for|called for|demands?|demanded|seeks|sought|recommends?|recommended) (?:{COUNT}) (?:\w+ )?things?(?: [a-z ]{{2,24}})?: |what [^:.]{{3,40}} (?:wants?|wanted|asks for|asked for) (?:is|was)[a-z ]{{0,24}}: )|\b(?P<among>among (?:the|its|their|these|those|hmicfrs's|the report's) (?:\w+ )?recommendations(?: are|:| are:)) |\b(?:recommendations|{_TO_BE_MADE}(?:,? (?:highlighted|identified|noted|found|raised|set out) by (?:the )?[\w' ]{{2,30}})?),? (?:including|included?|such as|among them):? "
)
_MADE = expression(r"D?[RH]h*[vdy]*[swVex][^,;:.]{0,6}$")
"""Before "recommendations": that a report makes them, and not that somebody answers them."""

_PARTS = expression(r"(?P<part>[^;]+?)[.]?(?:[,;]A?(?=D|Q|g|wP)|;A?(?=w)|A(?=D)|$)")
"""Noun phrases and gerunds of a list."""

_NO_NOUN = expression("^(?:0|T|y|e[pP2]|[IEWJKYM])|M|n2|[bv]y*[eaT]")
_FEWEST = 3
"""Tokens of one of them."""


def listing_sentences(reading: Reading, labels: Sequence[Hit]) -> set[int]:
    """Numbers of the sentences that may list asks."""
    lower = reading.lower
    found = {reading.sentence_at(hit[0]) for hit in labels if hit[2] == _CALLED and lower.startswith(_BEGINS, hit[1])}
    at = lower.find(_TO_BE_MADE)
    while at >= 0:
        found.add(reading.sentence_at(at))
        at = lower.find(_TO_BE_MADE, at + 1)
    at = lower.find(_THING)
    while at >= 0:
        number = reading.sentence_at(at)
        if lower.find(": ", at, reading.sentences[number].end) > 0:
            found.add(number)
        at = lower.find(_THING, at + 1)
    return found


def list_asks(line: Line) -> Iterator[tuple[Ask, int]]:
    """Each ask that a sentence lists, and the token of what they are called.

    Args:
        line: The sentence.
    """
    match = _LISTED.search(line.lower, line.low, line.high)
    if not match:
        return
    called, first = (line.letters.at(place) - line.base for place in match.span())
    made = match["among"] is not None or match["wanted"] is not None or _TO_BE_MADE in match[0]
    said = line.text if made and not match["wanted"] else line.text[: first if match["wanted"] else called]
    if (not match["among"] and "H" not in said and "R" not in said) or not (made or _MADE.search(said)):
        return
    spans = [part.span("part") for part in _PARTS.finditer(line.text.rstrip('."'), first)]
    for number in range(len(spans) - 1, 0, -1):
        if line.word(spans[number][0]).startswith("other"):
            spans[number - 1 : number + 1] = [(spans[number - 1][0], spans[number][1])]
    if all(end - start >= _FEWEST and _is_noun(line.text[start:end]) for start, end in spans):
        for start, end in spans:
            yield Ask(start, end, (start, start), start), called


def _is_noun(text: str) -> bool:
    """Whether a part is no sentence: a gerund can have a clause of its own, as in "making sure it is done"."""
    return text[0] == "g" or _NO_NOUN.search(text) is None
