"""Whether a word for a grade is an adjective of the noun behind it, or a verb that grades nothing.

Enters a text in lower case and the word in it; leaves a verdict.
"""

from __future__ import annotations

from collections.abc import Container

from extract.expressions import expression
from extract.pipes.triggers import Hit

_NOUN = expression(r"['\"]? (?P<word>[a-z][a-z-]*)")
_GIVEN_BEHIND = expression(
    r"['\"]? (?:(?:handed|given|awarded|received|recorded|earned|as recently)\b|of (?:(?:its|their|our|the|that) )?(?:last|previous|(?:19|20)\d\d)\b|of (?:its|their|his|her|our) own\b|of \w+ (?:years?|months?) ago\b|of (?:the|this) (?:\w+ )?(?:inspections?|reports?|round|assessment|visit|batch|lot)\b)"
)
"""Behind a grade that is a noun by itself, when or how it was given: "the 'inadequate' handed down", "the adequate of 2022", "the only good of the report"."""
_FROM = ("from ", "from an ", "from a ", "from '", 'from "', "from a '", 'from a "')
"""Before a grade that is left for another: "from requires improvement to good"."""
_AS = (" as ", "'as ", '"as ')
_MAKING = ("make ", "makes ", "made ", "making ")
_GOOD = expression(r" (?:its|their|our|his|her|the|any|these|those|this|that|on|past|losses|damage)\b")
"""Behind "make good", what is made up for or kept."""
_DEGREES = ("so ", "very ", "too ", "pretty ", "fairly ", "rather ")
_DEGREE = expression(r"\b(?:so|very|too|pretty|fairly|rather) $")
_TO = expression(r" (?:at|in|for|on)\b")
_IMPROVED = expression(
    r" (?!at\b|in\b|for\b|on\b|over\b|across\b|when\b|and\b|but\b)[a-z]"
    r"| (?:in|on|at|across) (?:some|these|those|certain|several|many|other|various|key|a (?:number|few|handful) of|a few) (?:\w+ )?"
    r"(?:areas|aspects|respects|ways|places|parts|things|fronts)\b(?![\"']*(?: ?[:\u2013(]|, (?:namely|including)\b))"
)
"""Behind "needs to improve", what is to be improved: an ask and no grade, as "in some areas" is."""
_SOMEWHERE = expression(
    r"\b(?:areas?|aspects?|ways?|things?|places?|respects?)(?: (?:in|on|for|of) which| where| that)?(?: (?:it|they|we|the \w+)| (?:which|that|where) (?:[\w'-]+ ){1,4}?[\w'-]+)? $"
)
"""Before "needs to improve" of areas that nobody names."""
_TAKEN = expression(
    r"\b(?:had|has|have|holds|held|got|getting|get|receiving|earning|winning|taking|share|shares|earn|win|take|took|takes|received|given|handed|awarded|earned|won|gets|gave|wins|achieved|secured|scored) (?:an? |the |its )?$"
)
_WHAT_DOES = expression(
    r"\b(?:the|some|any|those|these|several|many|our|its|their|other) (?:areas|aspects|things|issues|elements|parts|matters)"
    r"(?: (?:of|in|for) [\w ]{2,30})? (?:that|which|where [\w ]{2,20})(?: (?:still|also|do|may|we|it))? $"
)
"""What stands before words that grade nothing: "plans for the areas that require improvement"."""
_NAMED_NEXT = expression(
    r"(?: (?:at|for|in|within) (?:[\w'&-]+ ){0,4}?[\w'&-]+)?[\"']*(?: ?[:\u2013(]| (?:is|are|was|were|include[ds]?)\b|, (?:namely|including)\b)"
)
"""What names them all the same."""
_WIDE = 60
_FUNCTION = frozenset(
    (
        *("here", "there", "back", "having", "rather"),
        *("at", "in", "for", "on", "with", "by", "when", "as", "and", "or", "to", "across", "but", "while"),
        *("again", "still", "under", "despite", "because", "since", "after", "this", "last", "from", "than", "overall"),
        *("though", "although", "which", "that", "where", "who", "is", "was", "were", "are", "has", "had"),
        *("if", "so", "too", "also", "before", "now", "then", "both", "the", "a", "an", "it", "he", "she"),
        *("they", "we", "i", "you", "not", "only", "either", "nor", "yet", "until", "unless", "whereas"),
        *(
            "how",
            "its",
            "their",
            "our",
            "whose",
            "against",
            "between",
            "among",
            "during",
            "over",
            "within",
            "without",
            "today",
            "yesterday",
        ),
        *("according", "respectively", "each", "apiece", "went", "goes", "came", "comes", "belongs", "one"),
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "bar", "throughout", "except"),
        *("following", "relates", "relate", "related", "refers", "covers", "covered", "applies", "concerns"),
        *("include", "includes", "included", "including", "compared", "along", "alongside", "plus", "amid", "whilst"),
    )
)


def is_adjective(lower: str, hit: Hit, high: int, marking: Container[str]) -> bool:
    """Whether the word describes the noun behind it and grades nothing: "good relations", "so poor".

    Args:
        lower: The reading in lower case.
        hit: The grade.
        high: Where its sentence ends.
        marking: Nouns of grades and words before areas, behind which it is one.
    """
    if lower[hit[1] : hit[1] + 1] == "-" or lower[max(0, hit[0] - 1) : hit[0]] == "-":
        return True
    if hit[2] == "requires improvement":
        if _WHAT_DOES.search(lower, max(0, hit[0] - _WIDE), hit[0]) and not _NAMED_NEXT.match(lower, hit[1]):
            return True
        improves = lower.endswith("improve", hit[0], hit[1])
        asks = improves and (_IMPROVED.match(lower, hit[1]) or _SOMEWHERE.search(lower, max(0, hit[0] - _WIDE), hit[0]))
        return bool(asks) or (lower[hit[1] : hit[1] + 4] == " to " and not lower.endswith(_FROM, 0, hit[0]))
    if lower.startswith(" that ", hit[1]) and lower.endswith(" is ", 0, hit[0]):
        return True  # "it is good that"
    if lower.endswith(_MAKING, 0, hit[0]) and _GOOD.match(lower, hit[1]):
        return True  # "is making good its promise"
    if lower.endswith(("outstandings", "adequates", "inadequates"), hit[0], hit[1]):
        return False
    if lower.startswith(" to great", hit[1]):
        return True  # "from good to great"
    if lower.endswith(_DEGREES, 0, hit[0]) and _DEGREE.search(lower, max(0, hit[0] - 8), hit[0]):
        return True
    if lower.startswith(" as ", hit[1]) and lower.endswith(_AS, 0, hit[0]):
        return True
    if lower.endswith(("grade", "mark", "marks", "rating"), hit[0], hit[1]):
        given = _TAKEN.search(lower, max(0, hit[0] - 20), hit[0])
        return not given and not _TO.match(lower, hit[1], hit[1] + 5)
    match = _NOUN.match(lower, hit[1], high)
    if not match:
        return False
    word = match["word"]
    if word.startswith("area") and _NAMED_NEXT.match(lower, match.end()):
        return False  # "'Adequate' areas included responding to fires"
    if word == "of" and lower.endswith("s", hit[0], hit[1]):
        return False  # "two goods of its own"
    if word in marking or word in _FUNCTION:
        return False
    return _GIVEN_BEHIND.match(lower, hit[1], high) is None
