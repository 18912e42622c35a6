"""Forces of which an article says only that inspectors will come to them, or that they helped; and lists of results.

Enters the text, mentions of forces and those that seem to be subjects; leaves which are not, and which are as their like
in a list is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from extract.assemble.forces.standing import CUES
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_THEN = r"(?:(?:also|then|next|now|later|soon|both|all|each|first|again|instead|not) )*"
_DONE = (
    r"(?:re-?)?(?:inspected|visited|revisited|graded|rated|assessed|examined|looked at|called on|published|released)"
)
_GO = r"(?:(?:re-?)?visit|(?:re-?)?inspect|call (?:on|at)|turn (?:next )?to|move on to|go (?:on )?to|return to|look at|examine|report on|publish|be (?:at|in|back))"
_MADE = r"(?:reports?|results?|grades?|gradings|marks|inspections?|visits?|findings|letters?|turns?)"
_WHEN = r"(?:in|later|next|soon|on|by|shortly|after|before|this|at|from|within)"
_AHEAD = expression(
    rf"\b(?:(?:will|shall|is|are|due|about|going|plans?|expects?|expected|set|scheduled|yet|still|intends?|next (?:\w+ ){{0,3}}?)(?: to)? {_THEN}"
    rf"(?:be {_DONE}\b|(?:receive|get|have|learn|see|await) (?:its|their) (?:\w+ )?{_MADE}\b|(?<!is )(?<!are ){_GO}\b)"
    rf"|{_MADE}\b[^.;]{{0,60}} (?:will|(?:is|are) (?:due|expected|to)|comes?) (?:follow|come|be out|appear|{_WHEN})\b"
    rf"|will follow\b(?: {_WHEN}\b|[.,;]|$)|to follow {_WHEN}\b"
    r"|next (?:up\b|in line\b|on (?:the|its|their) list\b|for (?:a visit|inspection|the inspectors))"
    r"|(?:inspectors?|hmi\w*|inspectorate|watchdog|they)\b[^.;]{0,40}\bturns? (?:next )?to\b|turn (?:comes|will come)\b"
    r"|(?:next|first|front|head|back|end) (?:in|of) the queue\b"
    rf"|to be {_DONE} (?:[a-z]+ )?(?:in|under|during|as part of) (?:its|the|their|this) (?:\w+ )?(?:next|new|coming|forthcoming|upcoming)\b)"
    r"|, with [^,.;]{3,60} to follow\b"
)
"""What says of a visit or a report that it is to come."""
_HELD = ("will", "shall", " to ", "next", "turn")
"""Of which each of them holds one."""
_GONE_ON = expression(
    r"(?:they|these|those|the (?:first|others?|rest|two|three|four|five|six|list)) (?:are|is|includes?)\b"
)
"""How a sentence opens that names those of whom the one before it speaks."""
_MEASURES = expression(
    r"\b(?:special measures|engage(?= (?:process|phase|stage|monitoring)|['\")]|[,.]|$)|(?:enhanced|advanced|closer|intensive|increased) (?:level of |phase of )?(?:monitoring|scrutiny|oversight))"
)
"""Where an inspectorate puts a force that worries it."""
_OTHERS = expression(
    r"(?:the )?(?:other|remaining|rest\b|(?:two|three|four|five|six|seven|eight) others?)(?:s|(?: \w+){0,2} (?:forces|services|brigades|constabularies))?\b[^.;]{0,60}(?:\bare\b|\bis\b|\bwere\b|\binclud\w+|:)"
)
"""How a sentence opens that names those that were there already."""
_ALREADY = expression(r"\b(?:is|are) (?:both |all )?already (?:in|under|on|subject to|part of|at)\b[^.;]{0,40}$")
"""What says before such a word that a force is there."""
_THANKED = expression(r"\b(?:thank(?:s|ed|ing)?|grateful to|gratitude to|indebted to)\b")
_HELPED = expression(
    r"\b(?:for|who|which) (?:(?:its|their|the|his|her|all|also|kindly|so|freely) )*(?:evidence|shar\w+|advice|input|contribut\w+|help\w*|material|data|information|lend\w*|lent|loan)\b"
)
_PAST = expression(
    r"\b(?:former|formerly (?:of|at|with)|ex-|retired|one-time|previously (?:of|at|with)|late of) ?(?:the )?$"
    r"|\b(?:former|ex-|retired|one-time) ?(?:(?:deputy|assistant|temporary|acting) )?(?:chief (?:constable|superintendent|inspector|fire officer)|commissioner|detective|superintendent"
    r"|head|boss|chief|officer) (?:of|at|with|for|in) (?:the )?$"
    r"|\b(?:came|come|comes|moved|transferred|arrived|joined|recruited|poached|seconded|hired) (?:[\w']+ ){0,3}?from (?:the )?$"
)
"""What stands before the force of somebody's past."""
_EARLIER = expression(
    r",? (?:which|that) (?:was|were|had been|appeared|came) (?:in|part of|among|out with) (?:(?:the|an|our) )?(?:earlier|previous|last"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|last (?:month|year))'s) "
    r"(?:\w+ )?(?:batch|tranche|round|group|wave|set|crop)\b"
)
"""What stands behind a force of which an earlier batch of reports told."""
_AS = expression(r"\b(?:just |much )?(?:as|like) (?:the )?$")
_DOES = expression(r" (?:already )?(?:does|do|did|has|have|had)(?: done| already| for years)?(?=[.,;:)]|$)")
"""What is set beside what a force does: "as Kent Police does"."""
_COMPARED = expression(
    r"\b(?:its|their|the (?:force|service|brigade|constabulary|county)'s|nearest) (?:\w+ )?neighbours?\b|\bneighbouring (?:forces|services|brigades|constabularies)\b"
    r"|\b(?:by|for|in) (?:way of )?comparison\b|\bhow (?:does|do|did) (?:it|that|this|they|the \w+) compare\b"
)
"""What a paragraph says that sets others beside the force of the article."""
_OLDER = expression(r"\b(?:most recent|previous|last|in (?:19|20)\d\d|(?:years?|months?) ago|earlier)\b")
_LIST = 3
"""Forces of a list at least."""
_VISITED = expression(
    r"\b(?:inspected|visited|examined|looked at|went to|results?|reports?|grades?|findings|verdicts?|summar\w+)\b"
)
"""What the lead of a list says whose forces were all inspected."""


def set_aside(reading: Reading, mentions: Sequence[Annotation]) -> bool:
    """Whether every mention of a force says that inspectors will come to it, thanks it for its help, holds it up, or has it watched already."""
    return all(
        _is_ahead(reading, note) or _is_thanked(reading, note) or _is_model(reading, note) or _is_watched(reading, note)
        for note in mentions
    )


def _is_watched(reading: Reading, note: Annotation) -> bool:
    """Whether a force is one of the others that an inspectorate watches: "The others are Kent and Essex"."""
    number = reading.sentence_at(note.start)
    start, end, _ = reading.sentences[number]
    lower = reading.lower
    if _OTHERS.match(lower, start):
        before = reading.sentences[number - 1].start if number else start
        return _MEASURES.search(lower, before, end) is not None
    told = _MEASURES.search(lower, note.end, end)
    return told is not None and _ALREADY.search(lower, note.end, told.start()) is not None


def is_past(reading: Reading, mentions: Sequence[Annotation]) -> bool:
    """Whether every mention of a force is of somebody's past there, or of an earlier batch: "a former Kent Police chief"."""
    lower = reading.lower
    return all(
        _PAST.search(lower, _start(reading, note), note.start) or _EARLIER.match(lower, note.end) for note in mentions
    )


def _is_model(reading: Reading, note: Annotation) -> bool:
    lower = reading.lower
    return _DOES.match(lower, note.end) is not None and _AS.search(lower, _start(reading, note), note.start) is not None


def _start(reading: Reading, note: Annotation) -> int:
    """Where the sentence of a mention begins."""
    return reading.sentences[reading.sentence_at(note.start)].start


def is_compared(reading: Reading, mentions: Sequence[Annotation]) -> bool:
    """Whether a force stands only in a paragraph that sets neighbours and their older reports beside another."""
    return all(_compares(reading, reading.span_at(note.start)) for note in mentions)


def _compares(reading: Reading, number: int) -> bool:
    start, end = reading.spans[number].start, reading.spans[number].end
    lower = reading.lower
    if lower.find("neighbour", start, end) < 0 and lower.find("compar", start, end) < 0:
        return False
    return _COMPARED.search(lower, start, end) is not None and _OLDER.search(lower, start, end) is not None


def _is_ahead(reading: Reading, note: Annotation) -> bool:
    number = reading.sentence_at(note.start)
    sentence = reading.sentences[number]
    return any(_announces(reading.lower, low, high) for low, high in _places(reading, number, sentence))


def _announces(lower: str, start: int, end: int) -> bool:
    return any(lower.find(word, start, end) >= 0 for word in _HELD) and _AHEAD.search(lower, start, end) is not None


def _places(reading: Reading, number: int, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The sentence of a mention, and the one that it goes on with, or that introduces its list."""
    yield sentence.start, sentence.end
    span = reading.spans[sentence.span]
    if span.kind == "item" and span.lead >= 0:
        lead = reading.spans[span.lead]
        yield lead.start, lead.end
    elif number and _GONE_ON.match(reading.lower, sentence.start):
        before = reading.sentences[number - 1]
        yield before.start, before.end


def _is_thanked(reading: Reading, note: Annotation) -> bool:
    start, end, _ = reading.sentences[reading.sentence_at(note.start)]
    thanks = _THANKED.search(reading.lower, start, note.start)
    return thanks is not None and _HELPED.search(reading.lower, note.end, end) is not None


def listed_with(
    reading: Reading, named: Mapping[str, Sequence[Annotation]], subjects: Collection[str], kinds: Mapping[str, str]
) -> set[str]:
    """Forces that a list of results names beside subjects, one an item, whatever the item says.

    Args:
        reading: The text.
        named: Mentions of each force.
        subjects: Those that are subjects by themselves.
        kinds: Kind of each force.
    """
    lists: dict[int, dict[int, set[str]]] = {}
    for key, notes in named.items():
        for note in notes:
            number = reading.span_at(note.start)
            span = reading.spans[number]
            if span.kind == "item" and span.group:
                lists.setdefault(span.group, {}).setdefault(number, set()).add(key)
    found: set[str] = set()
    for items in lists.values():
        single = {next(iter(keys)) for keys in items.values() if len(keys) == 1}
        if len(single) < _LIST or len({kinds[key] for key in single}) > 1:
            continue
        inside = sum(key in subjects for key in single)
        lead = reading.spans[next(iter(items))].lead
        if inside * 2 > len(single) or (inside and lead >= 0 and _is_of_results(reading, lead)):
            found.update(single)
    return found


def _is_of_results(reading: Reading, lead: int) -> bool:
    """Whether the lead of a list says that those in it were inspected, this time."""
    start, end = reading.spans[lead].start, reading.spans[lead].end
    return (
        _VISITED.search(reading.lower, start, end) is not None
        and not _announces(reading.lower, start, end)
        and not any(CUES[cue].search(reading.lower, start, end) for cue in ("dated", "batch", "excluded"))
    )
