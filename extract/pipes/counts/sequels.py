"""Counts that go on from another: "Kent had six recommendations and Essex four", "below those three grades come 11 finer ones".

Enters a line, and what the line above it counts; leaves an annotation a count.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.document.dates import NUMBER, read_number
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.counts.lines import MOST, Line, note_of

_THIS_TIME = expression(
    r"(?:(?P<now>[Dy]w|y|w),?(?:\w{0,3}?)(?:yb|b|[vwxe])|(?P<all>yb))(?P<n>0)(?P<of>PE|pD|pw)?(?=[.,;:)PpA]|$)"
)
_MORE = expression(
    rf"\b(?:report|inspectorate|letter|hmi\w*|it|they|we|inspectors) (?:has |have |now )?(?:makes?|made|adds?|added|issues?|issued|contains?|sets out|set out|raises?|raised) (?P<n>{NUMBER}) (?:more|new ones|others|further ones)(?=[.,;:]| for\b| to\b)"
)
"""Further ones of the noun of the sentence before."""

_ACHIEVED = expression(
    r"(?: of (?:them|these|those))?(?: as| to be| to have been| have been| have| had| were| are)? (?:\w+ )?(?:achieved|met|closed|completed?|implemented|discharged|finished|done)\b"
)
"""Behind a number of asks that have been dealt with: "assessed three of them as achieved"."""

_NOW = frozenset(("this", "now", "today"))
_GAPPED = expression(
    r"[,;]?A?(?:[2P]?Ff*[veaxbu]{0,2}[pP]?y?(?P<n>0)|(?<=[,;A])(?P<to>0)[2P]Ff*)(?=(?:PE|PD)?[.,;A]|$)"
)
"""What another force was given, without the noun: "and Essex three", "Surrey with one", "and four to Essex"."""

_ALONE = expression(r"Ff*[veaxbu]{1,2}y?(?P<n>0)(?P<to>)(?=(?:PE|PD)?[.,;A]|$)")
"""The same in a sentence of its own: "Essex had four."."""

_TIERS = expression(
    r"^(?:but |and )?(?:below|beneath|under|underneath|behind) (?:(?:these|those|the|its|their) )?(?:main |headline |top )?"
    rf"(?:(?P<upper>{NUMBER}) (?:[a-z-]+ ){{0,2}}?(?:grades?|judg\w+|questions|pillars|areas|headings|themes|verdicts|marks|ratings)|(?:three|four|five)|these|those|them|each)"
    rf"(?: there)? (?:sit|sits|lie|lies|come|comes|stand|stands|are|is|were|hang|run) (?:another |a further )?(?P<lower>{NUMBER})"
    r" (?:[a-z-]+ ){0,2}?(?:more|others?|ones|grades|judg\w+|questions|areas|marks|verdicts|ratings|themes|headings)\b"
)
_UNDER = ("below ", "beneath ", "under ", "underneath ", "behind ")
_PARTS = expression(
    rf"\b(?:the|these|those|its|each of the|all) (?P<upper>{NUMBER}) (?:[a-z-]+ ){{0,2}}?(?:grades?|judg\w+|questions|pillars|areas|headings|themes|verdicts)"
    r" (?:rests?|(?:is|are|was|were) (?:made up|broken down|divided|split|built|based)|breaks? down|draws?) (?:of|on|into|in|up)"
    rf" (?:a further |another )?(?P<lower>{NUMBER})"
    r" (?:[a-z-]+ ){0,2}?(?:more|others?|ones|grades|judg\w+|questions|areas|marks|verdicts|diagnostics|themes|headings)\b"
)
_PARTED = (" rest", " made up", " broken", " divided", " split", " built", " based", " break", " draw")

FALLS = expression(
    rf"(?<![\w'-])(?P<n>{NUMBER}) (?:of (?:them|these|those) )?"
    r"(?:(?:belong|fall|fell|go|went|appl)(?:s|es|ed|y|ies)? to|concern(?:s|ed)?|relat(?:e|es|ed) to|(?:are|is|were|was) (?:for|about|addressed to|aimed at)) (?:the )?"
)
"""Before a force, so many of the asks that were counted: "three belong to"."""
_LISTS = expression(
    rf"[^.;]{{0,24}}? (?:report|inspectorate|letter|hmi\w*|it|they|we|inspectors) (?:now |also )?(?:lists?|listed|makes?|made|gives?|gave|sets out|set out|contains?|raises?|raised|issues?|issued|identif(?:y|ies|ied)) (?P<n>{NUMBER})(?=[.:;]|$)"
)
"""Behind the noun of a heading, how many there are of it: "under 'areas for improvement' it lists two:"."""
TELLS = expression(
    r" (?:concerns?|relates?|deals?|covers?|address(?:es)?|focus(?:es)?|touch(?:es)?|cent(?:re|er)s?|looks? at|asks?"
    r"|(?:are|is|were|was) (?:about|addressed|aimed|for (?:the|its|all)|to be|concerned|directed|linked|due))\b"
)
"""Behind one of several asks, or some: "three recommendations deal with custody"."""
_FIRST = 2
"""Tokens before a count at most that opens its clause."""


def is_part(line: Line, note: Annotation, whole: int) -> bool:
    """Whether a count is of some of the asks that an article has counted: "two further recommendations concern children".

    Args:
        line: The sentence.
        note: The count.
        whole: The largest number of such asks that was stated.
    """
    at = line.at(note.start)
    if note.attributes["count"] >= whole and line.word(at + 1) != "other":
        return False
    opens = at < _FIRST or line.text[at - 1] in ",;" or line.text[at - 2 : at] in (",A", ";A")
    return opens and TELLS.match(line.reading.lower, note.end, line.high) is not None


def find_shared(line: Line, of: str, low: int) -> Iterator[Annotation]:
    """What other forces were given of a noun that is not said again.

    Args:
        line: The sentence.
        of: What is counted.
        low: Token behind the count that has the noun, or 0 where that stands in the sentence before.
    """
    if "F" not in line.text[low:]:
        return
    lower = line.reading.lower
    for match in FALLS.finditer(lower, line.start(low), line.high):
        if line.text[line.at(match.end()) :].startswith("F") and (count := read_number(match["n"])) and count <= MOST:
            yield note_of(*match.span("n"), count, of, None, "counts.shared")
    alone = None if low else _ALONE.match(line.text)
    further = _GAPPED.finditer(line.text, low or (alone.end() if alone else len(line.text)))
    for match in (*filter(None, (alone,)), *further):
        name = "n" if match["n"] else "to"
        count = line.value(match.start(name))
        if count and count <= MOST:
            yield note_of(line.start(match.start(name)), line.end(match.end(name)), count, of, None, "counts.shared")


def find_listed(line: Line) -> Iterator[Annotation]:
    """So many of a noun that stands before, as a heading does: "of 'areas for improvement' it lists two:"."""
    for hit in line.nouns:
        match = _LISTS.match(line.reading.lower, hit[1], line.high)
        if match and line.of[hit[2]] != "areas" and (count := read_number(match["n"])):
            yield note_of(*match.span("n"), count, line.of[hit[2]], None, "counts.again")


def find_again(line: Line, above: Line) -> Iterator[Annotation]:
    """A count whose noun stands in the sentence before: "This time there are 17."."""
    if "X" not in above.text:
        return
    more = _MORE.search(line.reading.lower, line.low, line.high)
    if more and (count := read_number(more["n"])):
        of = above.counted(above.text.rindex("X"))
        yield note_of(*more.span("n"), count, of, None, "counts.again")
        return
    match = _THIS_TIME.search(line.text)
    if not match:
        return
    count = line.value(match.start("n"))
    if _ACHIEVED.match(line.reading.lower, line.end(match.start("n") + 1), line.high):
        return
    counted = "0" in above.text
    now = match["now"] and line.word(match.start("now")) in _NOW
    there = match["all"] and line.text[match.end() :] in ("", ".", ":") and not counted
    if count and ((now and counted) or (match["all"] and match["of"]) or there):
        noun = above.text.rindex("X")
        yield note_of(
            line.start(match.start("n")), line.end(match.end()), count, above.counted(noun), None, "counts.again"
        )


def find_tiers(line: Line, taken: list[tuple[int, int]]) -> Iterator[Annotation]:
    """Grades above and below each other: "beneath the three pillars are 11 questions"."""
    lower = line.reading.lower
    words = lower[line.low : line.high]
    tiers = _TIERS.match(words) if words.startswith(_UNDER) else None
    if not tiers and any(map(words.__contains__, _PARTED)):
        tiers = _PARTS.search(words)
    for name in ("upper", "lower") if tiers else ():
        assert tiers is not None
        count = read_number(tiers[name]) if tiers[name] else None
        if count and count <= 2 * MOST:
            start, end = line.low + tiers.start(name), line.low + tiers.end(name)
            taken.append((line.at(start), line.at(start) + 1))
            yield note_of(start, end, count, "areas", None, "counts.tiers")
