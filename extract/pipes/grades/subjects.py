"""Subjects of verbs of getting, and what a grade is said to be the word for.

Enters the elements of a sentence and its wordings; leaves the grade of each that the build of its clause tells: "our
preparations have earned us our first ever outstanding", "Inadequate is the word for its vetting".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.links import Sketch
from extract.pipes.grades.phrases import MARK_NOUNS, is_gerund

_GETTING = frozenset(
    (
        *("earned", "earns", "earn", "earning", "won", "wins", "win", "brought", "brings", "gave", "gives", "given"),
        *("got", "gets", "get", "received", "receives", "landed", "lands", "took", "takes", "taken", "gained", "gains"),
        *("secured", "secures", "attracted", "drew", "scored", "scores", "handed", "awarded", "merited", "fetched"),
    )
)
_GOT = expression(r"(?:[BX][BXJ]*)?(?P<verb>V)J?(?:R|D?Y|D?F)?[NWJ]{0,3}D?[NWJ]{0,3}G(?:[.,;:)\u2013&J]|$)")
"""Classes from such a subject to its grade."""
_NO_BETTER = expression(r"B(?P<no>[JR])WJD?G(?:[.,;:)\u2013&]|$)")
"""The same of what is "no better than" a grade."""
_MORE = frozenset(("better", "higher", "more"))
_NONE = frozenset(("no", "nothing"))
_BEGINS = frozenset(",;&\u2013.")
_JOINING = frozenset(("while", "whereas", "but", "though", "although", "that", "whilst", "yet"))
_OWNERS = frozenset(("its", "their", "our", "the"))
_NO_AREA = frozenset(("occasion", "body", "empty", "named"))
"""Traits of a wording that is no area."""
_IS_WORD = expression(r"G(?:,J,)?[BX]J*D?(?:W|OW)?(?P<noun>[WV])(?:P|J)(?P<whose>D?(?:FO|Y)?)$")
"""Classes from a grade to what it is the word for."""
_WORD = frozenset(("word", "label", "term", "adjective", "description", "answer", "response")) | MARK_NOUNS


def subjects(elements: Elements, sketches: Sequence[Sketch]) -> dict[int, int]:
    """Numbers of wordings and the grade that each gets.

    Args:
        elements: The sentence.
        sketches: Its wordings.
    """
    found: dict[int, int] = {}
    gets = not _GETTING.isdisjoint(elements.words)
    if not gets and _MORE.isdisjoint(elements.words) and elements.sorts[:2] not in ("GB", "GX", "G,"):
        return found
    for number, sketch in enumerate(sketches):
        if not _NO_AREA.isdisjoint(sketch.traits):
            continue
        grade = _gained(elements, sketch, gets=gets)
        grade = 0 if grade < 0 and _is_word(elements, sketch) else grade
        if grade >= 0:
            found[number] = grade
    return found


def _gained(elements: Elements, sketch: Sketch, *, gets: bool) -> int:
    """The grade that the subject of a clause gets or is no better than, or -1."""
    (first, last, _), words, sorts = sketch.wording, elements.words, elements.sorts
    if not (words[first] in _OWNERS or "how" in sketch.traits or is_gerund(elements, first) or sketch.known):
        return -1
    before = first - 1 - (sorts[first - 1 : first] == "D" and first > 0)
    if sorts[first] == "P" or (before >= 0 and sorts[before] not in _BEGINS and words[before] not in _JOINING):
        return -1
    match = _GOT.match(sorts, last) if gets else None
    if match and words[match.start("verb")] in _GETTING:
        return sorts.find("G", last)
    match = _NO_BETTER.match(sorts, last) if sketch.known or words[first] != "the" else None
    if match and words[match.start("no")] in _NONE and words[match.start("no") + 1] in _MORE:
        return sorts.find("G", last)
    return -1


def _is_word(elements: Elements, sketch: Sketch) -> bool:
    """Whether the grade with which a sentence opens is the word for a wording: "Inadequate is the verdict on its vetting"."""
    first = sketch.wording.first + (elements.sorts[sketch.wording.first] == "P")
    match = _IS_WORD.match(elements.sorts, 0, first) if sketch.known else None
    return match is not None and elements.words[match.start("noun")] in _WORD
