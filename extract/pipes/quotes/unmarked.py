"""Speech without marks: a statement behind "said:", a signed section in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.kin import is_kin
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.verbs import JUDGED
from extract.pipes.triggers import Hit, hits_within

_COLON = expression(r"[^:.!?\"]{0,90}:(?=\s*$|\s+[A-Z])")
_FIRST = expression(r"\b(?:i|we|my|our|us|i'm|i've|we're|we've|me)\b", re.I)
_SECTION = expression(
    r"\binspector(?:'s?)?\b|\b(?:summary|overview|words?|thoughts|note) (?:from|by)\b|^from (?:the|our|your)\b|\bhmi(?:'s)? (?:summary|overview)\b|\b(?:observations?|foreword|statement|comments?|message|view|introduction|remarks|response|reply)\b"
)
_CREDITS = expression(
    r"\b(?:said|says|wrote|writes|tweeted|posted|told|added|adds|commented|responded|statement|response|reply|comments?)\b"
)
OTHERS = expression(
    r"(?:\b(?!(?:I|We|You|And|But|It|They|This|That|Which|Some|Inspectors|HMICFRS|HMIC)\b)[A-Z][\w'-]+|\b[Hh]e|\b[Ss]he|inspector|commissioner|constable|officer|spokes\w+|,)"
    r" (?:also |has |then )?(?:said|says|told|added|adds|commented)\b|\bsaid (?:[A-Z]|the )"
)
"""Words of somebody else's, as the article tells them."""
OWN = expression(r"(?:My|Our)(?: [\w-]+){1,4}:")
"""The label of what the writer of a letter says to the words above it: "My comment:"."""
_ALONE = expression(r"\bI(?:'m|'ve|'d|'ll)?\b|\b[Mm]y\b")
_QUESTIONED = expression(
    r"What (?:does |do |did |has |have )?(?P<who>.{3,70}?) (?:says?|said|thinks?|thought|makes?|made|tells?|told)\b"
)
"""A heading that announces somebody's words: "What does the commissioner say?"."""
_GIVES = expression(
    r"\b(?:provided|given|sent|made|offered|issued|supplied|written|submitted|gave|paid|pays?|provides|gives|makes|following|below)\b"
)
_GAVE = expression(
    r"(?:(?:has|have) )?(?:provided|given|sent|made|offered|issued|supplied|released|paid|gave) (?:the|this|a) (?:following|short|brief|statement)\b"
)
_FOLLOWS = expression(r"\b(?:as follows|the following|(?:set out|printed|given|reproduced) (?:in full )?below)[.:]?$")
_ANNOUNCED = expression(
    r"\b(?P<who>His|Her) (?:[\w-]+ ){0,2}(?:statement|reply|response|words|comments?|answer|letter|message|view)\b[^.:]{0,60}[.:]$"
)
"""A sentence that announces what somebody said: "His statement was as follows:"."""
_TOPICAL = frozenset(
    ("asks", "asked", "reports", "reported", "finds", "found", "explains", "recalls", "describes", "heard")
)
"""Verbs by which a heading says what its author writes about: "Jo Hale asks what went wrong"."""
_SPEAKS = ("said", "says", "added", "adds", "writes", "wrote", "comments", "commented", "concludes", "concluded")
_PERSONS = ("name", "surname", "role")
_LABEL, _NEARBY = 60, 3000
"""How long a line is that may stand over each of several replies, and within how many characters it stands again."""
_QUOTED = 12
"""Paragraphs that a block quotation has at most."""
_SIGNED_LONG = 120
"""Characters of a line that signs behind a dash, at most."""
_NAMED = 6
"""Words before a name at most, on a line that says whose words stand above it."""


class Bare(NamedTuple):
    """Speech without marks.

    Args:
        attribution: The words that introduce it.
        parts: Its paragraphs.
        last: Number of its last span.
    """

    attribution: Attribution
    parts: list[tuple[int, int]]
    last: int


class Unmarked:
    """Finds speech that has no quotation marks.

    Args:
        headed: Words by which a heading or line announces speech, in lower case.
    """

    def __init__(self, headed: Sequence[str]) -> None:
        self.words = frozenset(headed)
        words = alternation(headed)
        self.owned = expression(
            rf"(?P<who>.{{3,80}}?)(?:'s|s') (?:[\w-]+ ){{0,2}}(?:{words})\b[^.?!:]{{0,40}}:?$",
            re.I,
            holder=self,
        )
        self.by = expression(
            rf"(?:.{{0,40}}\b)?(?:{words}|update) (?:by|from|of) (?:the |our )?(?=[A-Z])", re.I, holder=self
        )

    def headed(self, reading: Page, span: Span, found: Sequence[Attribution]) -> Attribution | None:
        """Whose words a heading announces: "The Commissioner's comments", "Statement by Jo Hale".

        Args:
            found: Attributions of the heading.
        """
        if span.end - span.start > 160:
            return None
        text = reading.lower[span.start : span.end]
        if not found and text[-1] not in ":?." and self.words.isdisjoint(text.rstrip(":").split()):
            return None
        asked = _QUESTIONED.match(reading.text, span.start, span.end)
        owned = None if asked or "'" not in text else self.owned.match(reading.text, span.start, span.end)
        stop = owned.end("who") if owned else span.end
        by = None
        if not (owned or asked) and (" by " in text or " from " in text or " of " in text):
            by = self.by.match(reading.text, span.start, span.end)
        if asked:
            speaker = reading.before(*asked.span("who"), apposed=True)
        elif owned:
            speaker = reading.before(span.start, stop, apposed=True)
        elif by:
            speaker = reading.behind(by.end(), span.end)
        elif span.kind == "paragraph" and (said := _ANNOUNCED.search(reading.text, span.start, span.end)):
            return Attribution(*said.span(), "", Speaker("pronoun", *said.span("who")), said.start())
        elif reading.text[span.end - 1] == ":" and not any(
            a.start >= (last := reading.sentences[reading.sentence_at(span.end - 1)].start) for a in found
        ):
            last = max(span.start, reading.sentences[reading.sentence_at(span.end - 1)].start)
            named = reading.between(last, last + 60)
            speaker = named[-1] if named and max(named[-1].until, named[-1].end) >= span.end - 2 else None
            if speaker is None and not self.words.isdisjoint(text[:-1].split()) and _GIVES.search(text):
                gave = _GAVE.search(reading.text, last, span.end)
                speaker = reading.before(last, gave.start()) if gave else None
                speaker = speaker or reading.lead(last, span.end)  # "The chief has provided the following response:"
        else:
            told = (a for a in found if a.verb not in _TOPICAL)
            return next((a for a in told if a.speaker and a.speaker.form in _PERSONS), None)
        family = speaker is not None and "tribute" in text and is_kin(reading.lower, speaker)
        if speaker is None or not (speaker.form in _PERSONS or family) or speaker.title == "anonymous":
            return None
        return Attribution(speaker.start, speaker.end, "", speaker, span.start)

    def find(
        self, reading: Page, number: int, attributions: Sequence[Attribution], verbs: Sequence[Hit]
    ) -> Bare | None:
        """Speech that the attribution of a span introduces.

        Args:
            number: Number of the span, which holds no quotation marks.
            attributions: Its attributions.
            verbs: Verbs of saying in the whole text.
        """
        span = reading.spans[number]
        for attribution in reversed(attributions):
            speaker = attribution.speaker
            if speaker is None or (speaker.form == "pronoun" and attribution.verb not in _SPEAKS):
                continue
            if attribution.verb in JUDGED:
                continue  # "The inspectorate praised two schemes: …"
            if speaker.form == "pronoun" and reading.lower[speaker.start : speaker.end] == "they":
                continue  # "They said: the force should …": the heading of what a report asks
            colon = _COLON.match(reading.text, max(attribution.end, speaker.end), span.end)
            if not colon:
                continue
            rest = (colon.end(), span.end)
            while rest[0] < rest[1] and reading.text[rest[0]] == " ":
                rest = (rest[0] + 1, rest[1])
            parts = [rest] if rest[1] - rest[0] > 20 else []
            said = not parts and speaker.form in _PERSONS and _CREDITS.search(attribution.verb) is not None
            below = self._below(reading, number, verbs, said=said)
            if parts or below:
                return Bare(attribution, parts + below, number + len(below))
        return None

    def under(self, reading: Page, number: int, attribution: Attribution, verbs: Sequence[Hit]) -> Bare | None:
        """Speech in the first person under a heading that announces it."""
        repeated = self._again(reading, reading.spans[number])
        below = self._below(reading, number, verbs, said=repeated)
        last = number + len(below)
        if below and _FOLLOWS.search(reading.lower, *below[0]):
            below = below[1:]  # "The chief constable's comments are as follows."
        named = attribution.speaker is not None and attribution.speaker.form == "name"
        announced = reading.text[reading.spans[number].end - 1] == ":"
        voiced = _FIRST if named or announced else _ALONE
        alone = repeated or any(voiced.search(reading.text[start:end]) for start, end in below)
        return Bare(attribution, below, last) if alone else None

    @staticmethod
    def _again(reading: Page, span: Span) -> bool:
        """Whether a line that announces words stands near by once more, as over the replies to a list of asks."""
        line = reading.text[span.start : span.end]
        if len(line) > _LABEL or line[-1] != ":":
            return False
        ahead = reading.text.find(line, span.end, span.end + _NEARBY)
        return ahead >= 0 or reading.text.find(line, max(0, span.start - _NEARBY), span.start) >= 0

    @staticmethod
    def block(reading: Page, number: int) -> Bare | None:
        """A block quotation of somebody who is named below it, or alone above it and speaks there in the first person.

        Args:
            number: Number of its first span.
        """
        group, last = reading.spans[number].group, number
        if number and reading.spans[number - 1].group == group:
            return None
        while last + 1 < len(reading.spans) and (reading.spans[last + 1].kind, reading.spans[last + 1].group) == (
            "paragraph",
            group,
        ):
            last += 1
        parts = [(span.start, span.end) for span in reading.spans[number : last + 1]]
        if len(parts) > _QUOTED:
            return None
        text = reading.text[parts[0][0] : parts[-1][1]]
        if '"' in text or any(reading.text[start] == "'" or reading.text[end - 1] == ":" for start, end in parts):
            return None
        speaker = None
        inside = reading.between(*parts[-1]) if len(parts) > 1 else []
        whole = len(inside) == 1 and max(inside[0].until, inside[0].end) >= parts[-1][1] - 1
        if whole and reading.text[parts[-1][0] : inside[0].start].count(" ") < _NAMED:
            speaker, parts = inside[0], parts[:-1]  # a quotation's <cite>
        if (
            speaker is None
            and last + 1 < len(reading.spans)
            and (below := reading.spans[last + 1]).kind in ("caption", "subheading")
        ):
            inside = reading.between(below.start, below.end)
            alone = len(inside) == 1 and max(inside[0].until, inside[0].end) >= below.end - 1
            near = alone and reading.text[below.start : inside[0].start].count(" ") < _NAMED
            speaker = inside[0] if near else None
            last += speaker is not None
        above = reading.spans[number - 1] if number else None
        if speaker is None and above is not None and above.kind == "paragraph" and not above.group:
            inside = reading.between(above.start, above.end)
            voiced = all(_FIRST.search(reading.lower, start, end) for start, end in parts[:1])
            speaker = inside[0] if len(inside) == 1 and voiced else None
        if speaker is None:
            return None
        return Bare(Attribution(speaker.start, speaker.end, "\u2013", speaker, speaker.start), parts, last)

    def dashed(self, reading: Page) -> Iterator[Bare]:
        """Statements in the first person under a line that announces one, each signed behind a dash: "– Jo Hale, chief constable"."""
        for number, span in enumerate(reading.spans):
            if span.kind != "item" or span.lead != number - 1 or span.end - span.start > _SIGNED_LONG:
                continue
            if number + 1 < len(reading.spans) and reading.spans[number + 1].kind == "item":
                continue
            inside = reading.between(span.start, span.end)
            if len(inside) != 1 or max(inside[0].until, inside[0].end) < span.end - 1:
                continue
            parts: list[tuple[int, int]] = []
            for above in reversed(reading.spans[max(0, number - _QUOTED) : number]):
                text = reading.lower[above.start : above.end]
                if text.endswith(":") or above.kind != "paragraph" or '"' in text:
                    break
                parts.append((above.start, above.end))
            intro = reading.spans[number - len(parts) - 1] if 0 < len(parts) < number else None
            announced = intro is not None and reading.text[intro.end - 1] == ":"
            words = set(reading.lower[intro.start : intro.end - 1].split()) if intro else set()
            if announced and words & self.words and any(_FIRST.search(reading.text[slice(*part)]) for part in parts):
                yield Bare(Attribution(span.start, span.start, "\u2013", inside[0], span.start), parts[::-1], number)

    def cells(self, reading: Page, number: int) -> list[Bare]:
        """Answers of a table whose heading says whose they are: "The Chief Constable's comments".

        Args:
            number: Number of its first row.
        """
        head = reading.spans[number]
        found: list[Bare] = []
        for column, (start, end) in enumerate(head.cells):
            owned = self.owned.match(reading.text, start, end)
            speaker = reading.before(start, owned.end("who"), apposed=True) if owned else None
            if speaker is None or speaker.form not in _PERSONS or speaker.title == "anonymous":
                continue
            cause = Attribution(speaker.start, speaker.end, "", speaker, start)
            answers: list[Bare] = []
            for below in range(number + 1, len(reading.spans)):
                row = reading.spans[below]
                if row.kind != "row" or row.group != head.group:
                    break
                if column >= len(row.cells):
                    continue
                low, high = row.cells[column]
                if reading.text[low:high].startswith('"') and reading.text[low:high].endswith('"'):
                    low, high = low + 1, high - 1
                if reading.text[high - 1] in ".!?" and reading.text.count(" ", low, high) > 2:
                    answers.append(Bare(cause, [(low, high)], below))
            if any(_FIRST.search(reading.text, *answer.parts[0]) for answer in answers):
                found += answers
        return found

    @staticmethod
    def _below(reading: Page, number: int, verbs: Sequence[Hit], *, said: bool) -> list[tuple[int, int]]:
        """Paragraphs without marks below a span, as far as they speak in the first person."""
        parts: list[tuple[int, int]] = []
        spoken = 0
        for span in reading.spans[number + 1 : number + 12]:
            text = reading.lower[span.start : span.end]
            if (
                span.kind != "paragraph"
                or '"' in text
                or _quoted(text)
                or text.endswith(":")
                or OWN.match(reading.text, span.start)
                or (
                    (parts or not said)  # what stands below "Jo Hale said:" is hers
                    and hits_within(verbs, span.start, span.end)
                    and OTHERS.search(reading.text, span.start, span.end)
                )
            ):
                break
            parts.append((span.start, span.end))
            within = (
                said and span.group and reading.spans[number].group != span.group == reading.spans[number + 1].group
            )
            if _FIRST.search(text) or (said and len(parts) == 1) or within:
                spoken = len(parts)
        return parts[:spoken]

    @staticmethod
    def signed(reading: Page, signature: int, *, several: bool = False) -> list[tuple[int, int]]:
        """Paragraphs in the first person between a heading ("Foreword") and a signature.

        Args:
            reading: The text.
            signature: Number of the line that signs.
            several: Whether the article is made of sections that people sign, whatever stands above each.
        """
        parts: list[tuple[int, int]] = []
        for number in range(signature - 1, -1, -1):
            span = reading.spans[number]
            if span.kind == "subheading" and not (not parts and _FIRST.search(reading.text, span.start, span.end)):
                head = reading.lower[span.start : span.end]
                if head.startswith("my ") and _tells(reading, number):
                    return []  # "My response" over the whole page, or the end of it: its writer's own voice
                voiced = any(_FIRST.search(reading.lower[start:end]) for start, end in parts)
                return parts[::-1] if voiced and (several or _SECTION.search(head)) else []
            if span.kind not in ("paragraph", "subheading") or '"' in reading.text[span.start : span.end]:
                return []
            parts.append((span.start, span.end))
        return []


def _tells(reading: Page, number: int) -> bool:
    """Whether a page speaks of its writer in paragraphs above a heading, or has none there."""
    above = [span for span in reading.spans[:number] if span.kind == "paragraph"]
    return not above or any(
        _ALONE.search(reading.text, span.start, span.end) and '"' not in reading.text[span.start : span.end]
        for span in above
    )


def _quoted(text: str) -> bool:
    return text.startswith("'")
