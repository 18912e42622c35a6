"""Who tells an article: the inspectorate itself, somebody who speaks of himself, or nobody in particular.

Enters the text and its voices; leaves answers about its narrative, found when they are asked for. Whose a quotation is
is told elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from extract.assemble.voices import Voices
from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.literals import matches_at

_INSPECTING = expression(
    r"\b(?:(?P<sure>we (?:have )?(?:inspected|graded|judged)|we (?:have )?told the (?:force|service|brigade|constabulary)|our inspect(?:ors|ion team))"
    r"|we (?:have |also )?(?:visited|found|examined|assessed|reviewed|recommend|recommended|expect|saw|looked at)|our (?:report|findings|inspection)(?! report))\b"
)

_LETTER = (
    re.compile(r"your (?:service|force|brigade|staff|action plan)\b|yours (?:sincerely|faithfully|truly|ever)\b"),
    re.compile(r"dear (?:sir|madam|chief|mr|mrs|ms|dr|colleague|[a-z]+,)"),
    re.compile(r"we inspected your\b"),
    re.compile(r"from: (?:hm|h[ie][sr] majesty's) "),
)
"""What a letter says; each begins with letters that can be looked for fast."""

_LETTERED = ("your", "dear", "from: h")
"""Of which each has one."""

_SIGNED = expression(
    r"\byours (?:sincerely|faithfully)[\s,]+(?:(?!inspector|hmi|\bcc\b|cop(?:y|ied)|:)[\s\S]){0,60}?\b(?:police and crime commissioner|chief constable|chief fire officer|mayor)\b"
)
"""The end of a letter of somebody whom the inspectorate does not employ."""

_TO_OTHERS = expression(
    r"\bdear (?:home secretary|secretary of state|(?:chief )?inspector|hm|h[ie][sr] majesty|residents?|neighbours?|members?|all\b|everyone|team\b)"
    r"|\bto: (?:the )?(?:home secretary|(?:chief )?inspector|hm|h[ie][sr] majesty|all (?:staff|officers))"
    r"|\bfrom: (?:the )?(?:office of the )?(?:police|pcc|chief|deputy|assistant|mayor|commissioner)"
)
"""The head of a letter that no inspectorate sends: to a minister, or from those whom it inspects."""

_SPEAKER = expression(r"[A-Z][\w' -]{0,30}: ")
_I = expression(r"[IMm](?<!\w.)(?:(?<=I)|(?<!I)y)\b")
"""Words of somebody who speaks of himself: "I", "I've", "my"."""

_HEADS = 3
"""Blocks at the head of a page, which say whose it is."""

_SOME = 2.5
"""One paragraph in so many is enough for a narrative to be somebody's own."""

_GRADED = expression(
    r"\bwe(?: have|'ve| were| had|'d| are)?(?: been)? (?:all )?(?:inspected|graded|rated|judged|assessed|marked|told that|given)\b|\bour (?:own )?(?:inspection|grades|report card)\b"
)
"""What an inspected body says of itself."""

_RESPONDS = expression(
    r"\b(?:federation|pfew|union|unison|fbu|frsa|fire chiefs(?: council)?|nfcc|npcc|apcc|lga|(?:\w+ )?association)\b[^.]{0,24}?\b(?:responds?|response|responding|reacts?|reaction|statement)\b"
)
"""The head of a page of those who speak for staff or for chiefs."""

_MEMBERS = expression(r"\bour (?:own )?members\b|\bno surprise to us\b")
"""What they say of themselves."""

_OURSELVES = ("we ", "our ")
"""How what says that the narrative inspects begins."""
_JUDGED = ("we'", *_OURSELVES)
"""How what says that it was inspected begins."""
_SURE = ("we inspect", "we have inspect", "we grade", "we judge", "our inspect", "told the ")


_INSPECTION = expression(
    r"\b(?:(?:re-?)?inspect|hmi|recommend|watchdog|areas? (?:\w+ )?for improvement|causes? of concern|grade[ds]?\b"
    r"|(?:the|this|that|its|their|new|latest|full|damning|critical|scathing) report\b)"
)
"""Words of an inspection, of which one stands near what it asks."""

_AROUND = 10
"""Blocks before an ask among which they stand."""

_FAR = 8000
"""Characters from it at most."""

_OUR_ASKS = expression(
    r"\W*what (?:we|i)(?: have|'ve|'d)? (?:now |then |also |still )*(?:ask|recommend|expect|require)"
)
"""A heading of what the writers of a page ask."""

_ITEMS = 12
"""Blocks above an item within which its heading stands."""

_PARTS = 3
"""Numbered headings in capitals that make a digest."""

_OPENING = 4
"""Blocks at the head of an article, whose asks are those of what follows."""


class Narrator:
    """Answers about the narrative of one article.

    Args:
        reading: The text.
        voices: Whose words a place is.
        own: Whether the inspectorate itself published the article.
        unknown: Whether nothing says that a force published it.
    """

    def __init__(self, reading: Reading, voices: Voices, *, own: bool, unknown: bool) -> None:
        self.reading = reading
        self.voices = voices
        self.published = own
        self.unknown = unknown

    @cached_property
    def letter(self) -> bool:
        """Whether the text is a letter of the inspectorate's."""
        lower = self.reading.lower
        if not any(map(lower.__contains__, _LETTERED)):
            return False
        return any(said.search(lower) for said in _LETTER) and not (_SIGNED.search(lower) or _TO_OTHERS.search(lower))

    @cached_property
    def own(self) -> bool:
        """Whether the narrative is the inspectorate's own."""
        return self.published or self.letter or (self.unknown and self._reports_itself())

    def _reports_itself(self) -> bool:
        """Whether the narrative speaks as the inspectorate: "we inspected seven suites", "our inspectors found"."""
        lower = self.reading.lower
        found = [at for at in matches_at(_INSPECTING, lower, _OURSELVES) if self.voices.at(at) == "article"]
        if len(found) < 2 or not any(map(lower.__contains__, _SURE)):
            return False
        return any((match := _INSPECTING.match(lower, at)) and match["sure"] for at in found)

    @cached_property
    def personal(self) -> bool:
        """Whether the narrative is somebody's own: "I sat through the meeting, and I have some demands"."""
        if not any(map(self.reading.text.__contains__, (" I ", " I'", "\nI'", "\nI "))):
            return False
        mine = {
            self.reading.span_at(match.start())
            for match in _I.finditer(self.reading.text)
            if self.voices.at(match.start()) == "article"
        }
        mine = {number for number in mine if not _SPEAKER.match(self.reading.text, self.reading.spans[number].start)}
        if not mine:
            return False
        paragraphs = [number for number, span in enumerate(self.reading.spans) if span.kind == "paragraph"]
        return _SOME * len(mine.intersection(paragraphs)) >= len(paragraphs)

    @cached_property
    def partisan(self) -> bool:
        """Whether the narrative is of a union or an association, which has wishes of its own."""
        if self.own or not self.unknown:
            return False
        lower = self.reading.lower
        head = self.reading.spans[min(_HEADS, len(self.reading.spans)) - 1].end if self.reading.spans else 0
        return _RESPONDS.search(lower, 0, head) is not None or any(
            self.voices.at(match.start()) == "article" for match in _MEMBERS.finditer(lower)
        )

    @cached_property
    def inspected(self) -> bool:
        """Whether the narrative speaks as the inspected body: "we were graded in nine areas"."""
        if self.own:
            return False
        found = matches_at(_GRADED, self.reading.lower, _JUDGED)
        return any(self.voices.at(at) == "article" for at in found)

    @cached_property
    def sections(self) -> list[int]:
        """Numbers of the blocks that head the parts of a digest, each of its own matter: "2. SAFE AND WELL"."""
        found = [
            number
            for number, span in enumerate(self.reading.spans)
            if span.kind in ("item", "subheading") and self._heads(span)
        ]
        return found if len(found) >= _PARTS else []

    def _heads(self, span: Span) -> bool:
        """Whether a block is a number and words in capitals."""
        text = self.reading.text[span.start : span.end]
        return text.isupper() and (span.mark[:1].isdigit() or text[0].isdigit())

    def digresses(self, place: int) -> bool:
        """Whether nothing near a place speaks of an inspection: a long page tells of other things besides."""
        spans, number = self.reading.spans, self.reading.span_at(place)
        first, last = max(0, number - _AROUND), number
        if number <= _OPENING:
            last = min(number + _AROUND, len(spans) - 1)
        if self.sections and number > self.sections[0]:
            at = bisect_right(self.sections, number)
            first = self.sections[at - 1]
            last = self.sections[at] - 1 if at < len(self.sections) else len(spans) - 1
        low, high = max(spans[first].start, place - _FAR), min(spans[last].end, place + _FAR)
        return _INSPECTION.search(self.reading.lower, low, high) is None

    @cached_property
    def own_asks(self) -> list[int]:
        """Numbers of headings such as "What we ask", which are of those who tell the article."""
        lower = self.reading.lower
        if self.own or ("what we " not in lower and "what i " not in lower):
            return []
        spans = enumerate(self.reading.spans)
        return [at for at, span in spans if span.kind == "subheading" and _OUR_ASKS.match(lower, span.start, span.end)]

    def asks_itself(self, place: int) -> bool:
        """Whether an item stands below such a heading."""
        own = self.own_asks
        number = self.reading.span_at(place) if own else 0
        return any(0 < number - at <= _ITEMS for at in own)
