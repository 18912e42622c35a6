"""What an interviewer puts to whoever is interviewed: questions, and statements that ask nothing but are answered."""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.quotes.page import Page

VOICED = expression(r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Ww]e|[Oo]ur)\b")
"""Words of whoever speaks of themselves."""
_YOU = expression(r"\b(?:you|your)\b")
_AND = expression(r"(?:And|But|So|Then|Yet|Which|Not) ")
"""How a remark opens that takes up the answer before it: "And the third is culture."."""
_ANSWERS = expression(
    r"(?:Yes|No|True|Correct|Indeed|Absolutely|Exactly|Not (?:yet|quite|really|at all)|Of course|Well"
    r"|(?:It|They|He|She|I|We|You|That|There) (?:(?:did|does|do|was|were|is|are|has|have|had|would|could)(?:n't)?|will|won't|can|can't))[,.]"
    r"|(?:That's|That is|It's|It is) (?:right|true|so|fair)\b"
)
"""How an answer begins: "It did, and it was right", "No."."""
_LONG = 300
"""Beyond how many characters a paragraph is no interviewer's."""


def questions_of(page: Page) -> list[int]:
    """Numbers of the spans in which somebody is asked."""
    found: list[int] = []
    for number, span in enumerate(page.spans):
        if page.text[span.end - 1] != "?":
            if found and _is_put(page, number):
                found.append(number)
            continue
        words = page.text[span.start : span.end]
        short = span.kind == "paragraph" and len(words) < _LONG and (found or "." not in words or _YOU.search(words))
        heads = span.kind in ("subheading", "item") or short
        if not heads or (found and found[-1] == number - 1):
            continue
        if '"' not in words:
            found.append(number)
    return found


def _is_put(page: Page, number: int) -> bool:
    """Whether a paragraph that is no question is put to somebody: one sentence of "you", or that takes up an answer, alone and answered."""
    span, below = page.spans[number], page.spans[number + 1 : number + 2]
    if span.kind != "paragraph" or span.end - span.start > _LONG or not below:
        return False
    if page.sentence_at(span.start) != page.sentence_at(span.end - 1) or VOICED.search(page.text, span.start, span.end):
        return False
    put = _YOU.search(page.lower, span.start, span.end) or _AND.match(page.text, span.start)
    return put is not None and _ANSWERS.match(page.text, below[0].start) is not None
