"""Asks that a verb passes on: "was told to", "urged the force to", "recommends that the service reviews".

Enters a sentence in which such a verb stands; leaves annotations of asks. Each form is looked for only where one of
its own verbs stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from extract.document.dates import NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.clauses import Ask, Clauses, note_ask
from extract.pipes.recommendations.deadlines import DEADLINE, inside, trailing
from extract.pipes.recommendations.labels import Labels
from extract.pipes.triggers import Hit

_GIVEN = re.compile(
    rf"(?P<who>.+?) (?P<when>until .+|(?:only |just |up to |another |a further )?(?:{NUMBER}|a) (?:months?|weeks?|days?|years?))$"
)
_BUT = re.compile(r"(?:but|and|yet) (?:also |now )?")
_UNTIL = re.compile(
    rf"\b(?:now |also )?(?:has|have|had|gets?) (?:only |just |now )?(?:until [^.,;:]{{2,30}}?|(?P<time>(?:{NUMBER}|a|another|a further) (?:months?|weeks?|days?|years?)))(?: in which)? to(?= \w)"
)
_GIVING = ("gave", "gives", "given", "giving")
_WANTS = frozenset(("wants", "want", "wanted", "would like"))
_WISHING = _WANTS | {"call for", "calls for", "called for", "calling for", "need for"}
_PARTICIPLES = frozenset(
    (
        "told",
        "asked",
        "urged",
        "advised",
        "instructed",
        "ordered",
        "directed",
        "encouraged",
        "challenged",
        "recommended",
        "called on",
        "called upon",
        "invited",
        "given",
    )
)
_NOBODY = ("first", "i ", "nothing", "improvement")
_FIRST_PERSON = ("ask", "urge", "advise", "recommend", "tell", "want", "expect")
_WE = re.compile(r"\b(?:we|i|they|inspectors|and|inspectorates)(?: \w+ly)?(?: also| now| therefore| would| do)? $")
_WOULD = re.compile(r"(?:'d|\bwould|\bdo not|\bdon't|\bdid not|\bdidn't) $")
_TO_BE = re.compile(r" be (?:\w+ly )?\w+(?:ed|en|n|t)\b")
_CLAUSE_BEFORE = re.compile(r"(?:^|[;,.] (?:and |but )?)(?P<who>[^,;.]{1,50})$")
_AUXILIARY = re.compile(
    r"\b(?:has|have|had)?(?: also| now| both)? ?(?:was|were|is|are|been|being|be)? ?(?:also |now |both |all |then )*$"
)
_DONE = re.compile(
    r"\b(?P<verb>wants?|wanted) (?P<object>(?:the|its|all|every|each|both|more|their) [^.;:,]{4,120}?) (?P<done>[a-z]+(?:ed|en|done|put|cut|met|brought|made|built))(?= by\b| before\b| within\b|[.,;]|$)"
)
_NO_ACTION = re.compile(r" (?:other|the|an?|its|all|every|each|both|this|that|these|those|us|them|it)\b")
"""Behind "to" somebody and no action: "we have recommended it to other forces"."""

_GERUND = re.compile(r"\w+ing\b|an? (?!force|service|constabulary|chief)")


class Place(NamedTuple):
    """A sentence in which asks are looked for.

    Args:
        low: Where it begins.
        high: Where it ends.
        bodies: Forces named in it.
        above: Start and end of the sentence before it, or None.
    """

    reading: Reading
    span: Span
    low: int
    high: int
    bodies: Sequence[tuple[int, int]]
    above: tuple[int, int] | None


class Verbs:
    """Reads asks off verbs.

    Args:
        cues: Table of `cues/recommendations.toml`.
        clauses: Cuts clauses.
        labels: Reads labels.
    """

    def __init__(self, cues: Mapping[str, Any], clauses: Clauses, labels: Labels) -> None:
        self.clauses = clauses
        self.labels = labels
        self.cues = {key: frozenset(cues[key]) for key in ("told", "tells", "that", "until")}
        passed = alternation(verb.removesuffix(" to") for verb in cues["told"] if verb.endswith(" to"))
        bare = alternation(verb for verb in cues["told"] if not verb.endswith(" to"))
        self.told = re.compile(
            rf"(?P<aux>\b(?:was|were|is|are|been|being|be)(?: (?:also|now|both|all|then))? )?(?P<verb>(?:{passed})(?:, [^,;.]{{3,60}},)? to|{bare})(?= \w)"
        )
        subject = r"(?P<subject>(?:the |all |both |its |every |each )?[\w'\"& -]{2,60}?)"
        actions = "|".join(_forms(verb) for verb in sorted(cues["actions"], key=lambda verb: (-len(verb), verb)))
        self.that = re.compile(
            rf"\b(?:{alternation(cues['that'])}) (?:that,? (?:(?P<when>{DEADLINE.pattern}),? )?{subject} (?:(?P<now>immediately|urgently|also|now|promptly) )?(?P<verb>(?:be|is|are) \w+(?:ed|en|n|t)|{actions})(?= \w)"
            rf"|{subject.replace('<subject>', '<bare>')} (?:also |now )?(?P<action>{actions})(?= \w))"
        )
        self.tells = re.compile(
            rf"\b(?P<verb>{alternation(cues['tells'])}) (?P<object>(?:the |all |both |its |every )?[\w'&., -]{{2,70}}?) (?P<to>to) (?=\"?\w)"
        )

    def find(self, place: Place, hits: Sequence[Hit]) -> Iterator[Annotation]:
        """Asks in a sentence.

        Args:
            place: The sentence.
            hits: Verbs in it that pass asks on.
        """
        keys = {hit[2] for hit in hits}
        if keys & self.cues["told"] or any(key in _PARTICIPLES for key in keys):
            yield from self._told(place)
        if keys & self.cues["until"]:
            yield from self._until(place)
        start = hits[0][0]
        if keys & self.cues["that"]:
            yield from self._that(place, start)
        if keys & self.cues["tells"]:
            yield from self._tells(place, start)
        if keys & _WANTS:
            yield from self._wanted(place)

    def _told(self, place: Place) -> Iterator[Annotation]:
        reading, span, low, high, bodies, above = place
        lower = reading.lower
        for match in self.told.finditer(lower, low, high):
            if lower.endswith(("should ", "must ", "could "), low, match.start()):
                continue
            if (not match["aux"] and span.kind != "headline") or lower[high - 1] == ":":
                continue
            auxiliary = _AUXILIARY.search(lower, low, match.start())
            begin = auxiliary.start() if auxiliary else match.start()
            ask = self.clauses.around(reading, low, high, (begin, match.end()), bodies)
            if ask and ask.end - match.end() > 6:
                but = _BUT.match(lower, ask.start)
                ask = replace(ask, start=but.end()) if but else ask
                label = self.labels.of_sentence(reading, low, match.start(), above)
                modal = (match.start(), match.end(), match["verb"])
                yield note_ask(ask, "recommendations.told", span, (low, high), modal, label)

    def _until(self, place: Place) -> Iterator[Annotation]:
        reading, span, low, high, bodies, above = place
        lower = reading.lower
        for match in _UNTIL.finditer(lower, low, high):
            ask = self.clauses.around(reading, low, high, match.span(), bodies)
            if ask and ask.end - match.end() > 6 and ask.asked == "body":
                label = self.labels.of_sentence(reading, low, match.start(), above)
                when = ask.deadline or inside(lower, match.start(), match.end())
                ask = replace(ask, deadline=when or (match.span("time") if match["time"] else None))
                modal = (match.start(), match.end(), "has until")
                yield note_ask(ask, "recommendations.until", span, (low, high), modal, label)

    def _that(self, place: Place, start: int) -> Iterator[Annotation]:
        reading, span, low, high, bodies, above = place
        lower = reading.lower
        for match in self.that.finditer(lower, start, high):
            verb, subject = ("verb", match.span("subject")) if match["verb"] else ("action", match.span("bare"))
            named = any(subject[0] <= body[0] < subject[1] for body in bodies)
            if not (named or self.clauses.body.search(lower[slice(*subject)])) or _GERUND.match(lower, subject[0]):
                continue
            end, when = self._action(lower, match.end(verb), high)
            if self.clauses.general.fullmatch(lower[match.start(verb) - 1 : end].strip()):
                continue
            if match["when"] or match["now"] == "immediately":
                when = match.span("when" if match["when"] else "now")
            label = self.labels.of_sentence(reading, low, match.start(), above)
            ask = Ask(subject[0], end, subject, when, "body")
            modal = (match.start(), subject[0] - 1, "that")
            yield note_ask(ask, "recommendations.that", span, (low, high), modal, label)

    def _tells(self, place: Place, start: int) -> Iterator[Annotation]:
        reading, span, low, high, bodies, above = place
        lower = reading.lower
        for match in self.tells.finditer(lower, start, high):
            subject, given, verb = match.span("object"), None, match["verb"]
            if verb in _GIVING:
                given = _GIVEN.match(match["object"])
                if not given or span.kind in ("headline", "standfirst"):
                    continue
                subject = (subject[0], subject[0] + given.end("who"))
            asked = lower[slice(*subject)]
            if (
                asked.startswith(("that ", "of "))
                or _NO_ACTION.match(lower, match.end("to"))
                or self.clauses.more.search(asked)
                or asked.startswith(_NOBODY)
            ):
                continue
            if not (
                any(subject[0] <= body[0] < subject[1] for body in bodies)
                or (verb in _WISHING and _TO_BE.match(lower, match.end("to")))
                or self.clauses.body.search(asked)
                or asked == "us"
            ):
                continue
            end, when = self._action(lower, match.end("to"), high)
            if lower.startswith(" have ", match.end("to")):
                continue  # "expected the force to have improved"
            if end - match.end("to") < 6 or self.clauses.general.fullmatch(lower[match.end("to") + 1 : end]):
                continue
            if verb in _FIRST_PERSON and not _WE.search(lower, low, match.start()):
                continue
            if verb in ("want", "expect") and _WOULD.search(lower, low, match.start()):
                continue
            if given:
                at = match.start("object")
                when = when or (at + given.start("when"), at + given.end("when"))
            whole = given is not None or verb in _WANTS or asked in ("it", "them", "us")
            begin = self._clause_start(lower, low, match.start()) if whole else subject[0]
            label = self.labels.of_sentence(reading, low, match.start(), above)
            ask = Ask(begin, end, subject, when, "body")
            modal = (*match.span("verb"), verb)
            yield note_ask(ask, "recommendations.tells", span, (low, high), modal, label)

    def _wanted(self, place: Place) -> Iterator[Annotation]:
        """What is wanted to have been done: "inspectors want the backlog cleared"."""
        reading, span, low, high, _, above = place
        lower = reading.lower
        done = _DONE.search(lower, low, high)
        if done:
            last = trailing(lower, done.end("object"), done.end())
            when = inside(lower, done.start(), min(high, done.end() + 40))
            begin = self._clause_start(lower, low, done.start())
            ask = Ask(begin, last[2] if last else done.end(), done.span("object"), when, "other")
            label = self.labels.of_sentence(reading, low, done.start(), above)
            yield note_ask(ask, "recommendations.wants", span, (low, high), (*done.span("verb"), "want"), label)

    def _action(self, lower: str, start: int, high: int) -> tuple[int, tuple[int, int] | None]:
        """Where the action behind a verb ends, and its deadline."""
        end = self.clauses.action_end(lower, start, high)
        last = trailing(lower, start, end)
        return (last[2], (last[0], last[1])) if last else (end, inside(lower, start, end))

    @staticmethod
    def _clause_start(lower: str, low: int, at: int) -> int:
        match = _CLAUSE_BEFORE.search(lower[low:at].rstrip())
        start = low + match.start("who") if match else low
        return start + (lower[start] in "\"'")


def _forms(verb: str) -> str:
    """A verb as a pattern, with the ending of the third person."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies)"
    return verb + ("(?:es)?" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s?")
