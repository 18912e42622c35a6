"""Forces of which an inspectorate is said to have praised or criticised something: subjects whatever else is told of them.

Enters the text, mentions of forces and the lists in which they stand; leaves those that a sentence on this inspection judges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from extract.assemble.forces.standing import CUES, Chain
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_WATCHERS = r"(?:hmi\w*\)?|(?:police |fire )?(?:inspector(?:s|ate)|watchdogs?)|(?:the|a|its|their|our|that|this|hmi\w*) (?:\w+ ){0,2}?(?:report|review)(?: (?:on|into|of) [^,.;]{3,40}?)?)"
_TELLS = (
    r"(?:prais(?:es?|ed)|commend(?:s|ed)|laud(?:s|ed)|hail(?:s|ed)|applaud(?:s|ed)|salute[sd]?|criticise[sd]?|censure[sd]?|condemn(?:s|ed)|rebuke[sd]?"
    r"|reprimand(?:s|ed)|chide[sd]?|fault(?:s|ed)|slate[sd]?|slam(?:s|med)|singl(?:es|ed|e) out|f(?:inds?|ound) fault with"
    r"|(?:has|have|had) (?:\w+ )?(?:words|praise) for|(?:is|are|was|were) (?:\w+ )?(?:critical|scathing|full of praise|impressed|unimpressed|unhappy|troubled|concerned|worried|pleased)"
    r" (?:of|about|for|by|with|at))"
)
_ADVERBS = (
    r"(?:(?:has|have|had|also|again|both|all|sharply|strongly|rightly|warmly|publicly|severely|particularly|jointly) )*"
)
_PRAISES = expression(
    rf"\b{_WATCHERS}(?:, [^,.;]{{3,40}},)? {_ADVERBS}{_TELLS} (?:(?:the|both|all|how|work|efforts|approach|way|of|in which|at|staff|officers|crews) )*$"
)
"""Before a force that the inspectorate judges: "HMICFRS has rebuked ", "inspectors praised the work of "."""
_IT_PRAISES = expression(rf"(?:it|they) {_ADVERBS}{_TELLS} (?:(?:the|both|all|how|work|efforts|approach|of) )*")
"""The same in a sentence that goes on from one in which the inspectorate judged another."""
_ELSEWHERE = expression(r"\b(?:ofsted|cqc|estyn|prisons?|probation|council|hospital|trust|school|college)\b")
"""Of whose inspection a paragraph tells in which a force is praised on the way."""
_TOLD = (
    r"(?:praised|commended|lauded|hailed|applauded|criticised|censured|condemned|rebuked|reprimanded|faulted|slated|slammed"
    r"|singled out|held up|found wanting|taken to task|called out)"
)
_JUDGED = expression(
    rf",? (?:(?:both|all|each|also) )*(?:(?P<bare>(?:is|are) {_ADVERBS}{_TOLD}\b(?![^.;]*? by (?!{_WATCHERS})))"
    rf"|(?:was|were|(?:has|have) been|came out) {_ADVERBS}{_TOLD}\b[^.;]{{0,60}}? (?:by|in) {_WATCHERS}"
    r"|(?:comes?|came|has come|have come) (?:in for|under) (?:\w+ )?(?:criticism|fire|praise|attack)[^.;]{0,40}? from "
    rf"{_WATCHERS}|(?:has |have )?(?:wins?|won|earn(?:s|ed)|drew|draws?|received?s?) (?:\w+ )?(?:praise|criticism)[^.;]{{0,40}}? from {_WATCHERS})"
)
"""Behind a force that is judged: " was criticised by HMICFRS", " is praised for"."""
_SIGNS = (
    *("prais", "criti", "commend", "laud", "hail", "salut", "censur", "condemn", "rebuk", "reprimand", "chid", "fault"),
    *(
        "slat",
        "slam",
        "singl",
        "words for",
        "impressed",
        "unhappy",
        "troubled",
        "concerned",
        "worried",
        "pleased",
        "scathing",
    ),
    *("held up", "wanting", "to task", "called out", " fire from", " fire over", "under fire", "attack"),
)
"""One of which a sentence holds that judges."""
_PARTNER = expression(
    r",? (?:our|its|their|his|her|the force's|whose|with (?:which|whom)|which (?:shar|help|lend|lent|runs?))\b"
)
"""Behind a force that is named for what it is to another."""
_OTHER = ("dated", "past", "batch", "excluded")
"""Cues of another inspection, in a sentence that does not count here."""


_PRAISED = expression(
    rf"\b{_WATCHERS}(?:, [^,.;]{{3,40}},)? {_ADVERBS}{_TELLS} |\b{_TOLD}\b[^.;]{{0,60}}? by {_WATCHERS}"
)
"""A sentence in which an inspectorate judges somebody."""


def judges(lower: str, low: int, high: int) -> bool:
    """Whether a sentence says whom an inspectorate praised or criticised, this time."""
    if not any(lower.find(sign, low, high) >= 0 for sign in _SIGNS) or not _PRAISED.search(lower, low, high):
        return False
    return not any(CUES[cue].search(lower, low, high) for cue in _OTHER)


def find_judged(
    reading: Reading, named: Mapping[str, Sequence[Annotation]], chains: Mapping[int, Chain], asked: Sequence[str]
) -> set[str]:
    """Those of some forces that a sentence on this inspection praises or criticises in the inspectorate's name.

    Args:
        reading: The text.
        named: Mentions of each force.
        chains: For the start of each mention the list of names in which it stands.
        asked: Forces that are in question.
    """
    return {key for key in asked if any(_is_judged(reading, chains[note.start]) for note in named[key])}


def _is_judged(reading: Reading, chain: Chain) -> bool:
    lower = reading.lower
    low, high, span = reading.sentences[number := reading.sentence_at(chain.start)]
    if not any(lower.find(sign, low, high) >= 0 for sign in _SIGNS):
        return False
    judged = _JUDGED.match(lower, chain.end, high)
    if judged and judged["bare"] and _ELSEWHERE.search(lower, reading.spans[span].start, reading.spans[span].end):
        return False
    if not judged and not _PRAISES.search(lower[low : chain.start]):
        goes_on = _IT_PRAISES.fullmatch(lower[low : chain.start]) and low > reading.spans[span].start
        if not goes_on or not _PRAISED.search(lower, *reading.sentences[number - 1][:2]):
            return False
    if _PARTNER.match(lower, chain.end, high):
        return False
    return not any(CUES[cue].search(lower, low, high) for cue in _OTHER)


_GAPPED = expression(
    r",? ['\"]?(?:outstanding|good|adequate|inadequate|requir\w+ improvement|the (?:best|worst|weakest|strongest)|in between)['\"]?(?=[.,;:]|$| (?:at|for|in|on|and|but)\b)"
)
"""What stands behind a force in place of a whole clause: "Kent was adequate and Sussex inadequate"."""
_JOINED = (" and ", ", and ", "; ", ", ", " and that of ", ", while ", " and the ")
_PLACED = expression(r"\W*(?P<word>at|in|for)(?: the)? $")
"""How sentences open that tell of one force after another: "At Kent Police, …. At Sussex Police, …"."""


def find_parallel(
    reading: Reading,
    named: Mapping[str, Sequence[Annotation]],
    subjects: Set[str],
    kinds: Mapping[str, str],
) -> set[str]:
    """Forces that stand in a clause or a sentence beside that of a subject, and built as that is.

    Args:
        reading: The text.
        named: Mentions of each force.
        subjects: Those that are subjects by themselves.
        kinds: Kind of each force.
    """
    found: set[str] = set()
    before: tuple[str, Annotation] | None = None
    for note, key in sorted(((note, key) for key, notes in named.items() for note in notes), key=_placed):
        beside = before and key not in subjects and before[0] in subjects | found and kinds[key] == kinds[before[0]]
        if before and beside and _is_parallel(reading, before[1], note):
            found.add(key)
        before = key, note
    return found


def _placed(pair: tuple[Annotation, str]) -> int:
    return pair[0].start


def _is_parallel(reading: Reading, first: Annotation, second: Annotation) -> bool:
    lower = reading.lower
    number = reading.sentence_at(second.start)
    low, high, span = reading.sentences[number]
    if first.start >= low:
        alike = lower.endswith(_JOINED, first.end, second.start) and _GAPPED.match(lower, second.end, high) is not None
    else:
        last = reading.sentences[number - 1]
        heads = _PLACED.fullmatch(lower[low : second.start]), _PLACED.fullmatch(lower[last.start : first.start])
        alike = last.span == span and bool(heads[0] and heads[1] and heads[0]["word"] == heads[1]["word"])
    return alike and not any(CUES[cue].search(lower, low, high) for cue in _OTHER)
