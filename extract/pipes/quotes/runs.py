"""Direct speech of one speaker, as it grows, and what tells whether further speech belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page

REPLY = expression(r"\"? ?,? ?(?:came|is|was) (?:the|his|her|their) (?:[\w-]+ )?(?:reply|answer|response)\b")
"""Words behind speech that call it an answer."""
THAT_IS = expression(r"(?:That|This|Those|These)(?:'s| is| was| are| were) ")
"""How a sentence below speech begins that says whose it is: "That's the message from Jo Hale"."""
READ = frozenset(("paragraph", "standfirst", "item"))
"""Kinds of blocks that are read for speech."""
_BEGINS = 40
"""Within how many characters of its beginning a line names who signs what stands above it."""


_ENCLOSED = 6
"""Paragraphs without marks between one that opens speech and one that closes it."""
_DOUBLE = expression(r"[\u201c\u201d\"]")
_SPOKEN = expression(
    r"\b(?:said|says|added|told [\w ]{2,30}): [\"']|[\"'],? (?:said|says|added) [A-Z]|\? (?:\"[^\"]+\"|'[^\"]+')$"
)
_DASHED = expression(r"[\"'].{4,}[\"'] ?\u2013 ?[A-Za-z]")


@dataclass(slots=True)
class Run:
    """Direct speech of one speaker, as it grows."""

    speaker: Speaker | None
    attribution: Attribution | None
    rule: str
    parts: list[tuple[int, int]] = field(default_factory=list)
    last_span: int = -1
    open: bool = False

    def trimmed(self, text: str) -> list[tuple[int, int]]:
        """Its parts without spaces at their edges, which stand there where a mark was set apart from the words."""
        return [
            (start + text.startswith(" ", start), end - (end > start + 1 and text[end - 1] == " "))
            for start, end in self.parts
        ]

    def lists(self, reading: Page, number: int) -> bool:
        """Whether an item without marks is one of those that open speech leads in: '"The force has: / - trained its staff;'."""
        span, above = reading.spans[number], reading.spans[self.last_span]
        led = self.open and self.last_span == number - 1 and '"' not in reading.text[span.start : span.end]
        return led and (reading.text[above.end - 1] == ":" or (above.kind == "item" and above.group == span.group))

    def is_apart(self, reading: Page, number: int) -> bool:
        """Whether a block is of another quotation: set in where this one is in another, or where its last line is signed."""
        own, group = reading.spans[self.last_span].group, reading.spans[number].group
        return not self.open and group not in (0, own) and (own != 0 or is_signed(reading, number))

    def take_enclosed(self, reading: Page) -> bool:
        """Take the paragraphs without marks between the last one, which opens speech, and the one that closes it, if one does."""
        parts: list[tuple[int, int]] = []
        for span in reading.spans[self.last_span + 1 : self.last_span + 2 + _ENCLOSED]:
            mark = _DOUBLE.search(reading.typed, span.start, span.end) if span.kind in READ else None
            if mark is None and span.kind in READ:
                parts.append((span.start, span.end))
                continue
            if not (mark and parts and mark[0] != "\u201c" and mark.end() == span.end and mark.start() > span.start):
                return False
            self.parts += [*parts, (span.start, mark.start())]
            self.last_span, self.open = self.last_span + len(parts) + 1, False
            return True
        return False


def speaks(reading: Page, number: int, span: Span, run: Run | None) -> bool:
    """Whether a line that was taken for a heading is somebody's words: with their name, 'Jo Hale said: "…"', or below it.

    Args:
        run: The speech above it, or None.
    """
    text, start, end = reading.text, span.start, span.end
    if text.find('"', start, end) < 0 and text.find("'", start, end) < 0:
        return False
    if run and run.open and text[start] == '"' and near(reading, run.last_span, number):
        return True  # the last paragraph of speech, whose stop was lost
    if number and text[start] == '"' and text.find('"', start + 1, end) < 0:
        return True  # speech whose last mark and stop were lost
    if number and text[start] in "\"'" and text[end - 1] in "\"'" and text[reading.spans[number - 1].end - 1] == ":":
        return True
    return bool(_DASHED.match(text, start, end) or _SPOKEN.search(text, start, end))


def same(reading: Page, one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two attributions of one block may name the same speaker; "he" and "she" are two."""
    if one is None or other is None:
        return True
    if other.form == "pronoun":
        words = {reading.lower[who.start : who.end] for who in (one, other)}
        return one.form == "pronoun" and words != {"he", "she"}
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


def is_parted(reading: Page, last: Stretch, span: Span) -> bool:
    """Whether the last sentence of a block begins behind its last quoted words."""
    return reading.sentences[reading.sentence_at(span.end - 1)].start > last.end


def loose_rule(reading: Page, number: int, stretch: Stretch) -> str:
    """Name of the rule for speech that nothing credits: under a question, which the last speaker answers, or not."""
    above = reading.spans[number - 1] if number else None
    question = above is not None and above.kind in (*READ, "subheading") and reading.text[above.end - 1] == "?"
    asked = question or REPLY.match(reading.text, stretch.end)
    return "quotes.asked" if asked else "quotes.loose"


def is_signed(reading: Page, number: int) -> bool:
    """Whether the last line of a block quotation names who says what stands in it."""
    group, last = reading.spans[number].group, number
    while group and last + 1 < len(reading.spans) and reading.spans[last + 1].group == group:
        last += 1
    span = reading.spans[last]
    inside = reading.between(span.start, span.end) if last > number and span.kind == "paragraph" else []
    return (
        len(inside) == 1
        and inside[0].start - span.start < _BEGINS
        and max(inside[0].until, inside[0].end) >= span.end - 1
    )


def sign(reading: Page, number: int, span: Span, run: Run) -> None:
    """Credit speech to the person whose name and office stand alone on the line below it."""
    inside = reading.between(span.start, span.end)
    whole = len(inside) == 1 and max(inside[0].until, inside[0].end) >= span.end - 1
    alone = whole and inside[0].start - span.start < _BEGINS
    cause = run.attribution
    if cause and cause.speaker and reading.text[reading.spans[reading.span_at(cause.start)].end - 1] == ":":
        return  # "Hale said:" stands above it
    if alone and run.last_span == number - 1 and run.rule in ("quotes.introduced", "quotes.loose"):
        run.speaker, run.rule = inside[0], "quotes.introduced"
