"""Questions that an inspectorate asks of a body, and grades that answer them: "How well does the force plan ahead? Good".

Enters a text in lower case, or the grades of a page; leaves the areas that questions ask about, or entries.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.expressions import expression
from extract.pipes.grades.page import Page
from extract.pipes.grades.trimming import ASKED, clean
from extract.pipes.grades.verdict import Entry

_OPENS = expression(rf"[^a-z]*{ASKED} ")
_WHETHER = expression(
    r"[^a-z]*(?:does|do|is|are|has|have|can) (?:(?:the|your|our|this) (?:force|service|constabulary|brigade)|it|they|we|[a-z]+ (?:police|constabulary)) "
)
"""A question that "yes" would answer as well: "Does the force know what is asked of it?"."""
_BEFORE = expression(r"[^a-z]*(?:(?:hmicfrs|our|the|its) )?(?:(?:answer|grade|rating|judge?ment|verdict)\b[^a-z]*)?")
"""What may stand between a question and the grade that answers it."""
_BEHIND = expression(r"[^a-z?]*")
_LONGEST = 230
"""Characters of a question at most."""
_NEAR = 40
"""How far behind a question its answer begins, in characters."""
_READ = frozenset(("paragraph", "item", "subheading"))


def asked(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """The area that a question asks about, or None where a sentence is no such question.

    Args:
        lower: The text in lower case.
        start: Where the sentence begins.
        end: Where it ends.
    """
    if lower[end - 1 : end] != "?" or end - start > _LONGEST:
        return None
    if _OPENS.match(lower, start, end):
        return clean(lower, start, end)
    whether = _WHETHER.match(lower, start, end)
    return clean(lower, whether.end(), end) if whether else None


def find_answers(page: Page) -> Iterator[Entry]:
    """Grades that stand alone behind a question; their lines, or their sentences in a line with others, are used up."""
    reading, used, lower = page.reading, page.used, page.reading.lower
    if "?" not in lower:
        return
    for number, hits in page.by_span.items():
        span = reading.spans[number]
        if number in used or span.kind not in _READ:
            continue
        answers = 0
        for hit in hits:
            mark = lower.rfind("?", max(0, hit[0] - _NEAR), hit[0])
            if mark < 0 or not _BEFORE.fullmatch(lower, mark + 1, hit[0]):
                continue
            at = reading.sentence_at(hit[0])
            question = reading.sentences[reading.sentence_at(mark)]
            if question.span < number - 1 or not _BEHIND.fullmatch(lower, hit[1], reading.sentences[at].end):
                continue
            if area := asked(lower, question.start, mark + 1):
                answers += 1
                used.add(-1 - at)
                yield Entry(hit, area, number, False, "grades.pair")
        if answers == len(hits):
            used.add(number)
