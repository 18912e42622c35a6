"""Attributions: who is said to speak, around each verb of saying outside quotation marks.

Enters the reading, the stretches of a block and the hits of verbs in it; leaves one attribution a verb, with its
subject as the noun phrase says it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.document.sentences import DOT
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.marks import Stretch
from extract.pipes.triggers import Hit

_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got|as)(?: (?:also|all|both|once|then|widely|variously))? $")
_PASSIVE_AND = re.compile(r"\b(?:was|were|been|is|are)(?: \w+)? \w+(?:ed|en|t)\b[^.;]{0,60} and $")
_AND = re.compile(r"\b(?:and|but|then|or)(?: (?:also|then|later))? $")
_JUDGED = frozenset(
    (
        "described",
        "called",
        "branded",
        "dubbed",
        "labelled",
        "hailed",
        "praised",
        "found",
        "criticised",
        "condemned",
        "likened",
        "compared",
        "dismissed",
    )
)
_SAY = frozenset(("says", "say", "said"))
_FROM = re.compile(r" from (?=\w)")
_AND_FROM = re.compile(r", and from (?=[A-Z])")
_QUOTING = re.compile(r"\b(?:(?P<active>quot(?:es|ed) )(?=[^.;:]{3,60} as $)|(?:is|was|were|are) quoted as $)")
_BY = re.compile(r" by (?=\w)")
_LED = re.compile(
    r"(?:(?<=\")|(?<=\" )|(?<=\", ))(?:(?:[Tt]hat|[Tt]his|[Ss]uch|it|is|was|were|are|came|the|her|his|blunt|simple|own) )+$"
)
"""Words between speech and the phrase that credits it: "was the verdict of"."""
_INVERTED = re.compile(r"^[\s,\u2013-]*$")
_STOP = re.compile(
    rf"{DOT}|[;:\"!?(]| who | which | when | while | as | after | during | in (?=a |an |the |his |her |their )| to | that | at (?=a |an |the )| on (?=\w+day)"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying and its subject.

    Args:
        start: Offset of the verb.
        end: Offset behind it.
        verb: The verb, in lower case.
        speaker: Its subject, or None where the inspectorate is meant without being named.
        clause: Offset with which its clause begins.
        inverted: Whether the subject follows the verb.
    """

    start: int
    end: int
    verb: str
    speaker: Speaker | None
    clause: int
    inverted: bool = False


class Attributions:
    """Finds attributions.

    Args:
        people: Parser of noun phrases.
        cues: Table of `cues/quotes.toml`.
    """

    def __init__(self, people: People, cues: Mapping[str, Any]) -> None:
        self.people = people
        headed = alternation(cues["headed"])
        self.owner = re.compile(
            rf"(?:(?P<pronoun>His|Her|Their)|(?P<who>[^.:;!?]{{3,60}}?)'s?) (?:[\w-]+ ){{0,3}}(?:{headed})\b"
        )
        self.voices = re.compile(rf"\b(?:{alternation(cues['voices'])})\b")

    def find(
        self,
        reading: Reading,
        start: int,
        end: int,
        stretches: Sequence[Stretch],
        hits: Sequence[Hit],
        credits: Sequence[Hit],
    ) -> list[Attribution]:
        """Attributions of a block, in order.

        Args:
            reading: The text.
            start: Where the block begins.
            end: Where it ends.
            stretches: Its quoted stretches.
            hits: Verbs of saying in it.
            credits: Phrases in it that credit words without a verb: "according to".
        """
        found = list(self._verbs(reading, start, end, stretches, hits))
        if stretches and (named := self._named(reading, start, stretches[0], found)):
            found.insert(0, named)
        for at, behind, phrase in credits:
            if not _inside(stretches, at) and reading.text[behind : behind + 1] == " ":
                speaker = self.people.behind(reading.text, behind + 1, self._stop(reading, behind + 1, end))
                if speaker:
                    clause = _LED.search(reading.text, start, at)
                    found.append(
                        Attribution(at, behind + 1, phrase + " ", speaker, clause.start() if clause else at, True)
                    )
        return sorted(found, key=lambda attribution: attribution.start)

    def _verbs(
        self, reading: Reading, start: int, end: int, stretches: Sequence[Stretch], hits: Sequence[Hit]
    ) -> Iterator[Attribution]:
        last = start
        previous: Attribution | None = None
        for verb_start, verb_end, verb in hits:
            if verb_start < last or _inside(stretches, verb_start):
                continue
            number = bisect_right(stretches, verb_start, key=_begin)
            quoted = stretches[number - 1].end + 1 if number else start
            sentence = reading.sentences[reading.sentence_at(verb_start)]
            clause = max(start, quoted, sentence.start)
            before = reading.text[clause:verb_start]
            if verb == "saying" and (quoting := _QUOTING.search(before)):
                at = clause + quoting.end()
                speaker = (
                    self.people.behind(reading.text, at, verb_start - 4)
                    if quoting["active"]
                    else self.people.before(reading.text, clause, clause + quoting.start())
                )
                if speaker:
                    yield Attribution(verb_start, verb_end, verb, speaker, clause)
                    continue
            if verb not in _SAY and (
                _PASSIVE.search(before)
                or (verb in _JUDGED and _PASSIVE_AND.search(reading.text[max(start, sentence.start) : verb_start]))
            ):
                if verb not in _JUDGED:
                    continue
                quoted_end = next((s.end + 1 for s in stretches if 0 < s.start - verb_end < 6), verb_end)
                behind = _BY.match(reading.lower, quoted_end) or _BY.match(reading.lower, verb_end)
                speaker = (
                    self.people.behind(reading.text, behind.end(), self._stop(reading, behind.end(), end))
                    if behind
                    else None
                )
                yield Attribution(verb_start, verb_end, verb, speaker, clause)
                continue
            heard = _FROM.match(reading.lower, verb_end) if verb in ("heard", "hear") else None
            if heard:
                speaker = self.people.behind(reading.text, heard.end(), self._stop(reading, heard.end(), end))
                if speaker:
                    yield Attribution(verb_start, verb_end, verb, speaker, clause, True)
                more = _AND_FROM.search(reading.text, heard.end(), sentence.end)
                other = self.people.behind(reading.text, more.end(), end) if more else None
                if more and other:
                    yield Attribution(more.start(), more.end(), verb, other, clause, True)
                continue
            if before.endswith(" to ") and verb == "say":
                speaker = self.people.lead(reading.text, clause, verb_start)
                if speaker:
                    yield Attribution(verb_start, verb_end, verb, speaker, clause)
                continue
            if _INVERTED.match(before) and quoted > start:
                speaker = self.people.behind(reading.text, verb_end, self._stop(reading, verb_end, end))
                if speaker:
                    yield Attribution(verb_start, verb_end, verb, speaker, clause, True)
                continue
            if verb.endswith("ing"):
                speaker = self._earlier(reading, sentence.start, verb_start, previous)
            else:
                speaker = self.people.before(reading.text, clause, verb_start)
                if speaker is None and _AND.search(before):
                    speaker = self._earlier(reading, sentence.start, verb_start, previous)
            if speaker:
                previous = Attribution(verb_start, verb_end, verb, speaker, clause)
                yield previous
            elif verb in ("said", "says", "added", "adds"):
                speaker = self.people.behind(reading.text, verb_end, self._stop(reading, verb_end, end))
                if speaker and speaker.form in ("name", "surname"):
                    yield Attribution(verb_start, verb_end, verb, speaker, clause, True)

    def _earlier(self, reading: Reading, start: int, verb: int, previous: Attribution | None) -> Speaker | None:
        """The subject that a second verb shares: "described it as '\u2026' and said \u2026", "before adding that \u2026"."""
        start = max(start, reading.text.rfind("; ", start, verb) + 2)
        if previous is not None and previous.start >= start:
            return previous.speaker
        return self.people.lead(reading.text, start, verb)

    def _named(self, reading: Reading, start: int, first: Stretch, found: Sequence[Attribution]) -> Attribution | None:
        """A name and a colon before speech, without a verb: "Chief Officer Jo Hale: 'Here is \u2026'"."""
        colon = reading.text.rfind(":", start, first.start)
        if colon < 0 or first.start - colon > 3 or colon - start > 140 or any(a.start < colon for a in found):
            return None
        speaker = self.people.before(reading.text, start, colon)
        if (
            speaker is None
            or speaker.form not in ("name", "surname")
            or (speaker.start > start and "." in reading.text[start : speaker.start])
        ):
            speaker = self._announcing(reading, start, colon)
        if speaker is None:
            return None
        return Attribution(colon, colon + 1, ":", speaker, start)

    def _announcing(self, reading: Reading, start: int, colon: int) -> Speaker | None:
        """Whose message a sentence announces: "Her answer was short:", "The inspectorate's verdict is blunt:"."""
        begin = max(start, reading.sentences[reading.sentence_at(colon)].start)
        match = self.owner.match(reading.text, begin, colon)
        if match and match["pronoun"]:
            return Speaker("pronoun", match.start("pronoun"), match.end("pronoun"))
        if match:
            found = self.people.before(reading.text, begin, match.end("who"), apposed=True)
            return found if found and found.form in ("name", "surname", "role", "body") else None
        voice = self.voices.match(reading.lower, begin, colon)
        lead = self.people.lead(reading.text, begin, colon) if voice is None else None
        if voice:
            return Speaker("body", voice.start(), voice.end())
        return lead if lead and lead.form in ("name", "surname") and (lead.title or lead.role) else None

    @staticmethod
    def _stop(reading: Reading, start: int, end: int) -> int:
        match = _STOP.search(reading.text, start, end)
        return match.start() if match else end


def _inside(stretches: Sequence[Stretch], offset: int) -> bool:
    number = bisect_right(stretches, offset, key=_begin)
    return number > 0 and offset < stretches[number - 1].end


def _begin(stretch: Stretch) -> int:
    return stretch.start
