"""Quoted words that are the inspectorate's though no verb says so: of an ask, of a finding, or what a force is found to do.

Enters a quoted stretch and its block; leaves whether they read as words of a report.
"""

from __future__ import annotations

from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page

_ASKED = expression(
    r"\b(?:should|must|needs? to|ought to|told to|told (?:that )?(?:it|they) (?:needed|had|ought) to|has to|urged to|asked to|ordered to)\b[^.;]{0,60}$|\b(?:should|must|needs? to|told to)\b[^.;]{0,60}:$"
)
_ASK = expression(r"(?:should|must|needs? to|ought to) ")
_AT_PAGE = expression(r"\b(?:page|paragraph|p) ?\d+[,:]? [\"']$")
_FOUND_THAT = expression(
    r"\b(?:inspectors|inspectorate|report|review|letter|we|hmicfrs|hmic|hmics) (?:also |have |has )?(?:found|saw|said|says|heard|noted|highlighted|highlights|praised|praises|commended|recognised)\b[^.]{0,60}:$"
)
"""What leads in a list of what an inspectorate says."""
_IN_REPORT = expression(
    r"\b(?:in|by) (?:the|its|their|this|that) (?:[\w-]+ )?(?:report|letter|review|inspectors|inspectorate) (?:simply |only |merely )?as [\"']$"
)
"""What a report calls something that the article tells: "is picked out in the report as '…'"."""
_MET_BY = expression(
    r"\b(?:was|were|been) (?:\w+ )?\w+(?:ed|en|nd|rd) by (?:the )?(?:inspectors|inspectorate|watchdog|hmic\w*)(?: as)? [\"']$"
)
"""What inspectors did who are then quoted: "Officers were overheard by inspectors 'explaining themselves'"."""
_RULED = expression(
    r"\b(?:law|act|code|guidance|bill|regulations|statute|charter|rules) (?:says?|states?|requires?|reads?|provides?|sets? out|lays? down)\b"
    r"|\b(?:oath|motto|slogan|song|poster)\b|\bto be (?:graded|rated|judged|marked)\b"
)
"""What is quoted that no inspectorate wrote: "The law says that a victim 'must be told'"."""
_INCLUDED = expression(
    r"\b(?:criticisms?|concerns|failings|failures|findings|problems|faults|shortcomings|weaknesses) (?:included?|includes|including|were|was) [\"']$"
)
"""What a report found that it is quoted for: "Failings included '\u2026'"."""
_READERS = expression(
    r"\b(?:we(?:'re| are)|i(?:'m| am)|readers are|it tells us|page \d+ tells us)(?: \w+)? told\b[^.;]{0,40}\b(?:page|paragraph|report|summary|letter|chapter|section|inspectors)\b[^.;]*$"
)
"""What readers of a report are told by it: "We're told, on page 31, that the service '…'"."""
_OURS = expression(r"\b(?:we|our|us)\b")
_JUDGED = expression(r"\b(?:was|were|is|are)(?: as| described as)? \"$")
_PREDICATE = expression(
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|can|could|may|will|would)(?: not|n't)?|cannot|can't|knows?|works?|treats?|understands?|makes?"
    r"|takes?|gives?|shows?|keeps?|feels?|tends?|fails?|struggles?|relies|rely|errs?|runs?|looks? after|deals?|lacks?|rarely|seldom|often|always|never|still)\b"
)
"""How quoted words begin that go on with what somebody does."""
_FOUND = expression(
    r"\b(?:force|service|constabulary|brigade|police|officers?|staff|crews?|teams?|detectives?|leaders|managers|supervisors|agency|recruits|call handlers"
    r"|firefighters|sergeants?|constables?|pc|pcso|it|custody|control room)(?:,? who|,)? (?:(?:and|but|also|it|still|too often|sometimes|often) )*[\"']$"
)
"""Of whom a report tells it."""
_OTHERS = expression(
    r"\b(?:he|she|his|her|i|we|my|our|you|your|says?|said|tells?|told|thinks?|thought|felt|feels?|asked|asks?|whether|claims?|claimed|union|federation|residents?|victims?"
    r"|critics|if|would|should|must|song|film|book)\b"
)
"""Words beside which they are somebody else's."""
_OWN = expression(r"\b(?:i|we|my|our|us|me|you|your)\b")
_LONG = 5
"""Words of them at least: fewer can be a term or scare quotes."""


def is_implied(reading: Page, span: Span, stretch: Stretch) -> bool:
    """Whether quoted words that name no speaker are the inspectorate's: 'should "clearly define"', 'on page 4: "\u2026"'.

    Args:
        reading: The text.
        span: The block.
        stretch: The quoted words.
    """
    words = reading.text[stretch.start : stretch.end].split()
    if len(words) < 2 or not words[0][0].islower():
        return False
    start = max(reading.sentences[reading.sentence_at(stretch.start)].start, span.start)
    before = reading.lower[start : stretch.start]
    if _RULED.search(before):
        return False
    lead = reading.spans[span.lead] if span.kind == "item" and span.lead >= 0 else None
    asked = _ASKED.search(before) or (lead and _ASKED.search(reading.lower, lead.start, lead.end))
    asked = asked or _ASK.match(reading.lower, stretch.start) or _AT_PAGE.search(before)
    asked = (
        asked
        or _IN_REPORT.search(before)
        or _READERS.search(before)
        or _INCLUDED.search(before)
        or _MET_BY.search(before)
    )
    asked = asked or (lead and _FOUND_THAT.search(reading.lower, lead.start, lead.end))
    ours = len(words) > 4 and _OURS.search(reading.lower, stretch.start, stretch.end) and _JUDGED.search(before)
    return bool(asked or ours) or _reads_as_found(reading, start, stretch)


def _reads_as_found(reading: Page, start: int, stretch: Stretch) -> bool:
    """Whether quoted words go on with what a force or its people do, in a block that names nobody else."""
    lower = reading.lower
    if lower.count(" ", stretch.start, stretch.end) + 1 < _LONG or not _PREDICATE.match(lower, stretch.start):
        return False
    before = lower[start : stretch.start]
    if _FOUND.search(before) is None or _OTHERS.search(before) or _OWN.search(lower, stretch.start, stretch.end):
        return False
    block = reading.spans[reading.span_at(stretch.start)].start
    return not reading.between(block, stretch.start)
