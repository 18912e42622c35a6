"""Sentences that name areas which were counted before them: "They are A and B", "Custody is one of the five", "It went to custody".

Enters sentences behind grades with a count; leaves those that may name their areas, and the single area that one names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from extract.document.dates import NUMBER, read_number
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.grades.areas import Piece

_BE = r"(?:are|were|being|include[ds]?|have been)"
_AREAS = r"(?:areas|forces|services|ones|categories|questions|pillars|measures|themes|headings|others)"
THEY = expression(
    rf"(?:and |but )?(?:(?:as well as|besides|along with|apart from|in addition to) (?P<besides>[^,;:.]{{3,60}}), )?(?:they|these|those|(?:the|its|their|those|these)(?P<other> other| remaining)?"
    rf"(?: (?P<count>{NUMBER})(?: {_AREAS})?| {_AREAS}| areas?))(?: (?:in question |concerned )?(?P<be>{_BE}):?|:) (?:(?:both|all|for) )?"
    r"|the (?P<place>first|second|third|fourth|last|latter|former|final)(?: of (?:these|those|them|the (?:three|four|five)))?"
    r"(?: ones?| grades?| marks?| group| lot)? (?:went|goes|go|was|were|is|are|came|relates?|related|applies|apply|applied)(?: all| both)? (?:to|for|in|at) "
    r"|among (?:them|these|those)(?: areas)? (?:is|are|was|were) "
    r"|(?P<one>it|that|this|the one|the area)(?: one| area)? (?:is|was):? "
)
"""What opens a sentence that names areas which were counted: "They are", "The other three were", "These included"."""
RELATES = expression(
    r", (?:(?:(?:both|all|each|neither|none|one|two|three|some) of|on|in|for|at|of|to|from|with|about|over) )?(?:which|whose)\b"
    r"|,? and (?:each|both|all(?: \w+)?|none|neither|they|it) (?:of (?:them|these|those) )?(?:is|was|were|are|has|had|have)\b"
)
"""What is told of the areas of a list behind it: ", on which it had done badly"."""
_AHEAD = 4
"""From which sentence behind a count on it names its areas no more."""
_THEM = rf"(?:them|these|those|the|its)(?: (?P<count>{NUMBER}))?(?: (?:areas|grades|marks|questions|pillars))?(?=[,.;:)]| (?:and|but|which|where|because|since|as|for|is|was)\b|$)"
_ONE_OF = expression(
    rf"(?:and |but )?(?P<area>[^,;:.]{{3,60}}?),? (?:is|was|are|were) (?:(?:also |only |both )?(?:one of|two of|among)|included (?:in|among)) {_THEM}"
)
"""What is said to be one of them: "Custody was one of them"."""
_AMONG = expression(
    rf"\b(?:see|find|have|count|saw|found|finds|sees|counts|counted|with) (?P<area>[^,;:.]{{3,60}}?) (?:among|one of|in) (?!the (?:areas|grades|marks)\b)(?!its\b){_THEM}"
)
"""What somebody sees there: "I am glad to see leadership among those five"."""
_GIVEN = r"(?:(?:was|is|went|goes|came|comes|given|awarded|handed) )*(?:to|for|in|under|on|at|beside|against) (?P<area>[^,;:.]{3,70})"
_IT_WENT = expression(rf"(?:(?:it|that|this|that one|the one) (?=[a-z]+ ){_GIVEN}|for (?P<for>[^,;:.]{{3,60}})\.?$)")
"""What the one grade of a sentence was for: "It went to custody"."""
_CLAUSE = expression(r"\b(?:when|while|if|who|whom|that|which|he|she|we|i|you)\b")
"""Words of which no area is made that one of several was for."""
_COUNTING = (" one of ", " two of ", " among ", " included ")
_SEEING = ("see ", "find ", "have ", "count", "saw ", "found ", "finds ", "sees ", "with ")
_OPENS = ("it ", "that ", "this ", "the one", "for ")
_ONES = ("one ", "the first ", "the best ", "the worst ")
"""Without any of which these match nothing."""
_ONE_WAS = expression(
    rf"(?:one|the first|the best|the worst) (?:of (?:them|these|those) )?(?=(?:was|is|went|goes|came) ){_GIVEN}"
)
"""What one of several was for: "One of them was for custody"."""


class Chosen(NamedTuple):
    """An area of those that were counted.

    Args:
        area: Where it is named.
        number: How many there were, or None where that is not said.
        least: How many there must have been.
    """

    area: Piece
    number: int | None
    least: int


def chosen(lower: str, low: int, high: int, *, near: bool) -> Chosen | None:
    """The area that a sentence names of those before it.

    Args:
        lower: The reading in lower case.
        low: Where the sentence begins.
        high: Where it ends.
        near: Whether the sentence that counts them stands right before it.
    """
    words = lower[low:high]
    for pattern, signs in ((_ONE_OF, _COUNTING), (_AMONG, _SEEING)):
        if not any(map(words.__contains__, signs)):
            continue
        match = pattern.match(lower, low, high) if pattern is _ONE_OF else pattern.search(lower, low, high)
        if match and (near or match["count"]):
            return Chosen(match.span("area"), read_number(match["count"]) if match["count"] else None, 2)
    if not near:
        return None
    match = _IT_WENT.match(lower, low, high) if words.startswith(_OPENS) else None
    least = 1 if match else 2
    match = match or (_ONE_WAS.match(lower, low, high) if words.startswith(_ONES) else None)
    if match is None:
        return None
    area = "for" if least == 1 and match["for"] else "area"
    told = _CLAUSE.search(match[area])  # "One was at a wedding when he heard"
    return None if told else Chosen(match.span(area), 1 if least == 1 else None, least)


def behind(reading: Reading, number: int, graded: Container[int]) -> Iterator[Sentence]:
    """The sentences behind one that have no grades, in its block or the paragraphs next to it."""
    own = reading.sentences[number].span
    for other in range(number + 1, min(number + _AHEAD, len(reading.sentences))):
        sentence = reading.sentences[other]
        if sentence.span > own + 1 or (other in graded and (other > number + 1 or not _names(reading, sentence))):
            return
        if sentence.span != own and {reading.spans[own].kind, reading.spans[sentence.span].kind} != {"paragraph"}:
            return
        own = sentence.span
        yield sentence
        if other in graded:
            return


def _names(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence with a grade names the areas of the one before it first: "They are A and B, and each was good"."""
    match = THEY.match(reading.lower, sentence.start, sentence.end)
    if match:
        return bool(match["be"] and RELATES.search(reading.lower, match.end(), sentence.end))
    one = chosen(reading.lower, sentence.start, sentence.end, near=True)
    return one is not None and one.least > 1
