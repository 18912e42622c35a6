"""Attributions by verbs that no list holds, told by where they stand: between speech and the name of a person.

Enters the stretches of a block and the attributions found in it; leaves further ones for stretches that none credits:
'"…," Hale barked.', '"…," piped up Jo Hale', 'Hale thundered: "…"', 'Hale shook his head, muttering, "…"'.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from extract.document.forms import alternation
from extract.document.sentences import DOT
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.kin import is_kin
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.verbs import NAMES

_ENDED = frozenset(",?!\u2013\u2026-")
"""What ends speech that goes on with who speaks, or is no statement."""
_STOP = expression(rf"[.;:\"!?](?:(?<!\.)|(?<={DOT}))")
_LABEL = expression(r"(?P<name>[A-Z][A-Z'-]{2,}(?: [A-Z][A-Z'-]{2,}){0,2}): (?=\S)")
_ANSWER = expression(
    r",? (?P<verb>was|is|came|comes|went|ran) (?:(?P<who>his|her)|(?P<owner>[\w' -]{3,60}?)'s?) (?:[\w-]+ )?"
    r"(?:answer|reply|response|verdict|comment|retort|message|advice|view|word|words|conclusion|description)\b"
)
_VERDICT = expression(
    r" (?:That|This|So|Such|Those|These) (?P<verb>is|was|were|are|ran|runs) (?P<owner>(?:[Tt]he )?[\w' -]{3,60}?)'s? (?:[a-z-]+ ){0,2}"
    r"(?:verdict|view|conclusion|message|words|judge?ment|assessment|summary|description)\b"
)
_HOW = expression(
    r",? (?:(?:That|This|Which) )?(?P<verb>is|was) how (?P<owner>(?:the )?[\w' -]{2,60}?) (?:began|begins|opened|opens|started|starts|closed|closes"
    r"|ended|ends|finished|finishes|greeted|greets|introduced|introduces|responded|responds|reacted|reacts|replied|replies|answered|answers|welcomed|welcomes)\b"
)
"""Behind speech with which somebody begins, ends or answers: "That was how Hale began her address"."""
_LINKING = (" was ", " is ", " came ", " comes ", " went ", " ran ", ", was ", ", came ")
_BEFORE = (",", ":", ", ", ": ")
"""What stands between a verb and the speech behind it."""
_PERSONS = ("name", "surname")
_TOLD_HOW = 20
"""Within how many characters behind speech it is said that it is how somebody spoke."""
_NEAR = 60
"""Within how many characters behind speech its speaker is named."""


class Beside:
    """Finds attributions by unknown verbs.

    Args:
        verbs: Irregular past tenses that credit speech beside them, in lower case.
    """

    def __init__(self, verbs: Iterable[str]) -> None:
        past = rf"(?:[a-z]{{2,}}ed|{alternation(verbs)})"
        self.inverse = expression(rf",? (?P<verb>{past}|[a-z]{{3,}}s) (?=[A-Z]|the )", holder=self)
        self.straight = expression(
            rf",? (?P<who>(?:[Hh]e|[Ss]he|[A-Z])[^:;!?\"]{{0,140}}?) (?P<verb>{past}\b|[a-z]{{3,}}s(?=$| (?:with|from|over)\b))",
            holder=self,
        )
        self.before = re.compile(
            rf"\b(?:(?P<verb>{past})(?: [\w ]{{2,50}})?|(?P<along>[a-z]{{2,}}ing)(?: [\w ]{{2,30}})?)[,:] ?$"
        )

    def find(
        self, reading: Page, start: int, end: int, stretches: Sequence[Stretch], found: Sequence[Attribution]
    ) -> list[Attribution]:
        """Attributions of stretches that nothing credits, in order.

        Args:
            reading: The text.
            start: Where the block begins.
            end: Where it ends.
            stretches: Its quoted stretches.
            found: Its attributions by known verbs.
        """
        starts = [attribution.start for attribution in found]
        more: list[Attribution] = []
        for number, stretch in enumerate(stretches):
            label = None if stretch.single else _LABEL.match(reading.text, stretch.start, stretch.end)
            if label:
                who = Speaker("surname", *label.span("name"))
                more.append(Attribution(stretch.start, stretch.start, ":", who, stretch.start))
                continue
            left = stretches[number - 1].end + 1 if number else start
            right = stretches[number + 1].start - 1 if number + 1 < len(stretches) else end
            if starts and (near := bisect_left(starts, left)) < len(starts) and starts[near] < right:
                continue
            own = (
                self._answer(reading, stretch, right)
                or self._behind(reading, stretch, right)
                or self._before(reading, stretch, left)
            )
            if own:
                more.append(own)
        return more

    @staticmethod
    def _verdict(reading: Page, stretch: Stretch, right: int) -> Attribution | None:
        """'"…." That is the inspectorate's verdict.', '"…." That was how Hale began.'"""
        told = _VERDICT if reading.text.find(" how ", stretch.end, stretch.end + _TOLD_HOW) < 0 else _HOW
        match = told.match(reading.text, stretch.end + 1, right)
        owner = reading.before(*match.span("owner"), apposed=True) if match else None
        return Attribution(*match.span("verb"), "was", owner, stretch.end + 2, True) if match and owner else None

    def _answer(self, reading: Page, stretch: Stretch, right: int) -> Attribution | None:
        """'"…," was his answer', '"…," came the minister's reply'."""
        if not reading.text.startswith(_LINKING, stretch.end + 1):
            return self._verdict(reading, stretch, right)
        match = _ANSWER.match(reading.text, stretch.end + 1, right)
        if match is None:
            return self._verdict(reading, stretch, right)
        if match["who"]:
            return Attribution(
                *match.span("verb"), match["verb"], Speaker("pronoun", *match.span("who")), stretch.end + 1
            )
        owner = reading.before(*match.span("owner"), apposed=True)
        return Attribution(*match.span("verb"), match["verb"], owner, stretch.end + 1, True) if owner else None

    def _behind(self, reading: Page, stretch: Stretch, right: int) -> Attribution | None:
        """'"…," barked Hale.', '"…," Hale barked.'"""
        at = stretch.end + 1
        if not stretch.closed or not (reading.text[stretch.end - 1] in _ENDED or reading.text.startswith(",", at)):
            return None
        stop = _STOP.search(reading.text, at, right)
        limit = stop.start() if stop else right
        inverse = self.inverse.match(reading.text, at, limit)
        if inverse and inverse["verb"] not in NAMES:
            speaker = reading.behind(inverse.end(), limit)
            if speaker and speaker.form in _PERSONS:
                return Attribution(*inverse.span("verb"), inverse["verb"], speaker, at, True)
        straight = self.straight.match(reading.text, at, limit)
        if straight:
            speaker = reading.before(straight.start("who"), straight.start("verb"))
            first = min(speaker.start, speaker.role[0] if speaker.role else speaker.start) if speaker else limit
            if speaker and speaker.form in (*_PERSONS, "pronoun") and first - at < _NEAR:
                return Attribution(*straight.span("verb"), straight["verb"], speaker, at)
        return None

    def _before(self, reading: Page, stretch: Stretch, left: int) -> Attribution | None:
        """'Hale thundered: "…"', 'Hale shook his head, muttering, "…"'."""
        if not reading.text.endswith(_BEFORE, left, stretch.start - 1):
            return None
        lead = max(left, reading.sentences[reading.sentence_at(max(left, stretch.start - 2))].start)
        verb = self.before.search(reading.text, max(lead, stretch.start - 90), stretch.start - 1)
        if not verb:
            return None
        kind = "verb" if verb["verb"] else "along"
        speaker = None if kind == "along" else reading.before(lead, verb.start(kind))
        if speaker is None or not _may_speak(reading, speaker):
            speaker = reading.lead(lead, verb.start(kind))
        if speaker is None or not _may_speak(reading, speaker):
            return None
        return Attribution(*verb.span(kind), verb[kind], speaker, lead)


def _may_speak(reading: Page, one: Speaker) -> bool:
    return one.form in (*_PERSONS, "pronoun") or is_kin(reading.lower, one)
