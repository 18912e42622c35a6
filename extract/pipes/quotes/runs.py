"""Direct speech of one speaker, as it grows, and what tells whether further speech belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.document.reading import Span
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page


@dataclass(slots=True)
class Run:
    """Direct speech of one speaker, as it grows."""

    speaker: Speaker | None
    attribution: Attribution | None
    rule: str
    parts: list[tuple[int, int]] = field(default_factory=list)
    last_span: int = -1
    open: bool = False


def same(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two attributions of one block may name the same speaker."""
    if one is None or other is None:
        return True
    if other.form == "pronoun":
        return one.form == "pronoun"
    return one.form == "pronoun" or one.end == other.end


def goes_on(own: Attribution, span: Span, stretch: Stretch) -> bool:
    """Whether a block begins with "She went on:", which goes on with the speech of the block above."""
    opens = own.clause == span.start and own.end <= stretch.start < own.end + 4
    return opens and own.verb in ("went on", "goes on", "continued", "continues")


def is_pronoun(speaker: Speaker | None) -> bool:
    """Whether a speaker is "he", "she" or the like."""
    return speaker is not None and speaker.form == "pronoun"


def near(reading: Page, last: int, number: int) -> bool:
    """Whether nothing but captions lies between two spans."""
    return (
        last >= 0 and all(reading.spans[n].kind in ("caption",) for n in range(last + 1, number)) and number - last < 5
    )
