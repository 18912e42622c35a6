"""Speech without marks: a statement behind "said:", a signed section in the first person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.triggers import Hit, hits_within

_COLON = re.compile(r"[^:.!?\"]{0,90}:(?=\s*$|\s+[A-Z])")
_FIRST = re.compile(r"\b(?:i|we|my|our|us|i'm|i've|we're|we've|me)\b")
_SECTION = re.compile(
    r"\binspector's?\b|\b(?:observations?|foreword|statement|comments?|message|view|introduction|remarks|response|reply|word from)\b"
)
_CREDITS = re.compile(r"\b(?:said|says|told|added|adds|commented|responded|statement|response|reply|comments?)\b")
_OTHERS = re.compile(
    r"(?:\b(?!(?:I|We|You|And|But) )[A-Z][\w'-]+|\b[Hh]e|\b[Ss]he|inspector|commissioner|constable|officer|spokes\w+|,)"
    r" (?:also |has |then )?(?:said|says|told|added|adds|commented)\b|\bsaid (?:[A-Z]|the )"
)
"""Words of somebody else's, as the article tells them."""
_ALONE = re.compile(r"\bI(?:'m|'ve|'d|'ll)?\b|\b[Mm]y\b")
_TURN = re.compile(r"[A-Z][^:.!?\"]{2,80}")
_INITIALS = re.compile(r"[A-Z]{2,4}: ")
"""The label of a turn by initials, as in an interview."""
_QUESTIONED = re.compile(
    r"What (?:does |do |did |has |have )?(?P<who>.{3,70}?) (?:says?|said|thinks?|thought|makes?|made|tells?|told)\b"
)
"""A heading that announces somebody's words: "What does the commissioner say?"."""
_FOLLOWS = re.compile(r"\b(?:as follows|(?:set out|printed|given|reproduced) (?:in full )?below)[.:]?$")
_PERSONS = ("name", "surname", "role")


@dataclass(frozen=True, slots=True)
class Bare:
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
        people: Parser of noun phrases.
        headed: Words by which a heading or line announces speech, in lower case.
    """

    def __init__(self, people: People, headed: Sequence[str]) -> None:
        self.people = people
        words = alternation(headed)
        self.owned = re.compile(
            rf"(?P<who>.{{3,80}}?)(?:'s|s') (?:[\w-]+ ){{0,2}}(?:{words})\b[^.?!:]{{0,40}}:?$", re.I
        )
        self.by = re.compile(rf"(?:.{{0,40}}\b)?(?:{words}|update) (?:by|from|of) (?:the |our )?(?=[A-Z])", re.I)

    def headed(self, reading: Reading, span: Span, found: Sequence[Attribution]) -> Attribution | None:
        """Whose words a heading announces: "The Commissioner's comments", "Statement by Jo Hale".

        Args:
            found: Attributions of the heading.
        """
        if span.end - span.start > 160:
            return None
        asked = _QUESTIONED.match(reading.text, span.start, span.end)
        owned = None if asked else self.owned.match(reading.text, span.start, span.end)
        stop = owned.end("who") if owned else span.end
        by = None if owned or asked else self.by.match(reading.text, span.start, span.end)
        if asked:
            speaker = self.people.before(reading.text, *asked.span("who"), apposed=True)
        elif owned:
            speaker = self.people.before(reading.text, span.start, stop, apposed=True)
        elif by:
            speaker = self.people.behind(reading.text, by.end(), span.end)
        elif reading.text[span.end - 1] == ":" and not found:
            speaker = self.people.before(reading.text, span.start, span.end - 1, apposed=True)
            if speaker and (speaker.form != "name" or speaker.start - span.start > 60):
                return None
        else:
            return next((a for a in found if a.speaker and a.speaker.form in _PERSONS), None)
        if speaker is None or speaker.form not in _PERSONS or speaker.title == "anonymous":
            return None
        return Attribution(speaker.start, speaker.end, "", speaker, span.start)

    def find(
        self, reading: Reading, number: int, attributions: Sequence[Attribution], verbs: Sequence[Hit]
    ) -> Bare | None:
        """Speech that the attribution of a span introduces.

        Args:
            number: Number of the span, which holds no quotation marks.
            attributions: Its attributions.
            verbs: Verbs of saying in the whole text.
        """
        span = reading.spans[number]
        for attribution in reversed(attributions):
            if attribution.speaker is None or (
                attribution.speaker.form == "pronoun" and attribution.verb not in ("said", "says", "added")
            ):
                continue
            colon = _COLON.match(reading.text, max(attribution.end, attribution.speaker.end), span.end)
            if not colon:
                continue
            rest = (colon.end(), span.end)
            while rest[0] < rest[1] and reading.text[rest[0]] == " ":
                rest = (rest[0] + 1, rest[1])
            parts = [rest] if rest[1] - rest[0] > 20 else []
            said = not parts and attribution.speaker.form in _PERSONS and _CREDITS.search(attribution.verb) is not None
            below = self._below(reading, number, verbs, said=said)
            if parts or below:
                return Bare(attribution, parts + below, number + len(below))
        return None

    def under(self, reading: Reading, number: int, attribution: Attribution, verbs: Sequence[Hit]) -> Bare | None:
        """Speech in the first person under a heading that announces it."""
        below = self._below(reading, number, verbs, said=False)
        last = number + len(below)
        if below and _FOLLOWS.search(reading.lower, *below[0]):
            below = below[1:]  # "The chief constable's comments are as follows."
        alone = any(_ALONE.search(reading.text[start:end]) for start, end in below)
        return Bare(attribution, below, last) if alone else None

    @staticmethod
    def _below(reading: Reading, number: int, verbs: Sequence[Hit], *, said: bool) -> list[tuple[int, int]]:
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
                or (hits_within(verbs, span.start, span.end) and _OTHERS.search(reading.text, span.start, span.end))
            ):
                break
            parts.append((span.start, span.end))
            if _FIRST.search(text) or (said and len(parts) == 1):
                spoken = len(parts)
        return parts[:spoken]

    def turns(self, reading: Reading) -> dict[int, Bare]:
        """Turns of a transcript by the number of their span: "Chief Constable Jo Hale: We have …"."""
        found: dict[int, Bare] = {}
        names: set[str] = set()
        initials: dict[str, Speaker] = {}
        answer: Speaker | None = None
        labels = {m[0][:-2] for span in reading.spans if (m := _INITIALS.match(reading.text, span.start, span.end))}
        for number, span in enumerate(reading.spans):
            colon = reading.text.find(": ", span.start, min(span.end, span.start + 90))
            label = _INITIALS.match(reading.text, span.start, span.end)
            if label and initials:
                answer = initials.get(label[0][:-2])
                if answer:
                    cause = Attribution(label.end() - 2, label.end() - 1, ":", answer, span.start)
                    found[number] = Bare(cause, [(label.end(), span.end)], number)
                continue
            if answer and self._goes_on(reading, span):
                cause = Attribution(span.start, span.start, ":", answer, span.start)
                found[number] = Bare(cause, [(span.start, span.end)], number)
                continue
            if colon < 0 or span.kind not in ("paragraph", "item") or not _TURN.match(reading.text, span.start, colon):
                continue
            if '"' in reading.text[colon : colon + 4] or not reading.text[colon + 2 : colon + 3].isupper():
                continue
            speaker = self.people.before(reading.text, span.start, colon)
            if speaker is None or speaker.form not in ("name", "surname") or colon - speaker.end > 2:
                answer = None
                continue
            begin = min(speaker.start, speaker.role[0] if speaker.role else speaker.start)
            if begin - span.start > 8:
                continue
            surname = reading.lower[speaker.start : speaker.end].split()[-1]
            if speaker.form == "name":
                names.add(surname)
                letters = "".join(
                    word[0] for word in re.split(r"[ -]", reading.text[speaker.start : speaker.end]) if word
                )
                if letters in labels:
                    initials[letters] = answer = speaker
            elif surname not in names:
                continue
            cause = Attribution(colon, colon + 1, ":", speaker, span.start)
            found[number] = Bare(cause, [(colon + 2, span.end)], number)
        return found if len(found) > 1 else {}

    @staticmethod
    def _goes_on(reading: Reading, span: Span) -> bool:
        """Whether a paragraph of an interview goes on with the answer above it."""
        text = reading.lower[span.start : span.end]
        plain = span.kind == "paragraph" and '"' not in text and not _quoted(text) and text[:1] not in "(["
        return plain and _FIRST.search(text) is not None and not _OTHERS.search(reading.text, span.start, span.end)

    @staticmethod
    def signed(reading: Reading, signature: int) -> list[tuple[int, int]]:
        """Paragraphs in the first person between a heading ("Foreword") and a signature."""
        parts: list[tuple[int, int]] = []
        for number in range(signature - 1, -1, -1):
            span = reading.spans[number]
            if span.kind == "subheading":
                head = reading.lower[span.start : span.end]
                voiced = any(_FIRST.search(reading.lower[start:end]) for start, end in parts)
                return parts[::-1] if _SECTION.search(head) and voiced else []
            if span.kind != "paragraph" or '"' in reading.text[span.start : span.end]:
                return []
            parts.append((span.start, span.end))
        return []


def _quoted(text: str) -> bool:
    return text.startswith("'")
