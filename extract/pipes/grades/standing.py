"""The area that a passage is about, for grades whose sentences name none.

Enters the sentence before such a grade and the headings of the page; leaves the area that stands there: "Inspectors
looked at how well it records crime. The force was graded good.", "Leadership" above "Kent was adequate".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.elements import Scanner
from extract.pipes.grades.areas import Areas, Piece
from extract.pipes.grades.features import Features
from extract.pipes.grades.phrases import is_gerund
from extract.pipes.grades.questions import asked
from extract.pipes.grades.trimming import clean
from extract.pipes.grades.view import View
from extract.pipes.grades.wordings import Wording, Wordings, behind_body

_INSPECTED = expression(
    r"(?<![\w'-])(?:(?:inspections?|reports?|reviews?|assessments?|judge?ments?|verdicts?|grades?|ratings?|findings)"
    r"(?: (?:published|released|issued|out|put out))?(?: today| yesterday| this \w+)? (?:on|into|of|for|about)"
    r"|(?:looks|looked|looking) (?:at|into)|(?:asks|asked|asking) about|(?:inspects|inspected|examines|examined|assesses|assessed|assessing|examining|inspecting))"
    r" (?P<area>[^,.;:?!()\"\u2013]{4,90})"
)
"""What says that something was looked at: "inspectors looked into", "its report on"."""
_WHEN = expression(r"(?:in|on|during|last|this|between|over|from) \w")
"""With which the time of an inspection begins, and not what it is of."""
_TODAY = expression(r" (?:today|yesterday|this (?:week|month|morning|year)|(?:on|last) [a-z]+day)(?: .*)?$")
"""When it was published, behind what it is of."""
_WHOSE = expression(
    r"how(?: well| effectively| fairly)? (?:it|they|forces|services|brigades|the (?:force|service)) |(?:[a-z-]+ ){0,4}(?:forces?|police|services?|brigades?|constabular(?:y|ies))(?:'s?|s')? (?=\w)"
)
_OPENING = 8
"""Sentences in which an article says what its inspection is of."""
_REPORT_ON = expression(
    r"(?:r(?<!\w.)(?:eports?|at(?:ings?|ed))|i(?<!\w.)nspect(?:ions?|ors)|g(?<!\w.)rade[ds]?|j(?<!\w.)udged|v(?<!\w.)erdict|a(?<!\w.)ssessments?|f(?<!\w.)indings) (?:today |published |put out )?(?:on|into|of|for|about|in)(?: the| its| their| how)?(?: police| force| policing)? ?(?P<area>[a-z]+(?: [a-z]+){0,3}?)(?= (?:this|put|out|by|published|released|issued|at|in|across|of|and|is|was|has|today|on|from)\b|[.,;:]|$)"
)
_SIGNS = (
    *("report", "rating", "rated", "inspect", "grade", "judg", "verdict", "assess", "finding", "review"),
    *("look", "ask", "examin"),
)
"""With one of which begins what says what an inspection is of."""
_REPORTED = expression(r" (?<=[a-z]{7} )(?:reports?|inspections?|grades?|ratings?|judge?ments?|assessments?)\b")
_LAST_WORD = expression(r"\b[a-z]+$")
_WORD = expression(r"[a-z'-]+")
_MOST = 8
"""Words of some length that what was looked at has at most."""
_PILLARS = (
    *(f", efficiency{comma} and {last}" for comma in ("", ",") for last in ("legitimacy", "people")),
    *(
        f", {first}"
        for first in ("efficiency, legitimacy", "effectiveness and legitimacy", "legitimacy and effectiveness")
    ),
)
"""What goes on behind the first pillar where an inspection is of all of them."""
_GLOSS = expression(
    r"effectiveness, efficiency,? and people\b|(?:(?:effectiveness|efficiency|legitimacy|leadership)(?:, (?:and )?| and )){2,3}(?:effectiveness|efficiency|legitimacy|leadership)\b(?: \(peel\))?"
)
"""What the letters of PEEL stand for, or all pillars: no topic of an article."""
_COMMON = frozenset(("people",))
"""Topics that are common words, which name none in passing."""
_BEFORE = 40
"""Characters before an area in which "how" opens it."""
_HOW = expression(r"(?:how|the way)(?: \w+)? (?:it |they |forces |the (?:force|service) |services |brigades )?$")


_HOW_GOOD = expression(
    r"(?:assess|inspect|examin|judg|look|rat|grad)\w* (?:at |on )?how (?P<area>effective|efficient|legitimate) (?:[a-z]+ ){1,4}(?:is|are|was|were)\b"
)
"""What says of which pillar an inspection is: "assessed how efficient police forces are"."""


_PRESENTED = expression(
    r"(?:is|was|are|were|:) (?:(?P<how>how|the way) (?:in which )?(?:it|they|we|the \w+)|its|their|the force's) (?P<area>[a-z]+(?: [^,.;:?!]{3,60}?)?)[.]?$"
)
"""The end of a sentence that leads up to an area: "At the other end is how it answers calls."."""
_LED_UP = expression(
    r"(?:(?:and|but) )?(?:then|next|last|first|finally|what|worst|best|hardest|(?:(?:at|near|on) )?the (?!force|service|brigade|inspect|report|watchdog)[^,.;:?!]{3,60}?)"
    r"(?: (?:of all|there))? (?:is|was|comes|came) (?:the )?(?P<area>[a-z][^,.;:?!]{3,40}?)[.]?$"
)
"""The same where a name stands: "The other end of the table is financial planning."."""


_BLOCKS = ("paragraph", "item")
_RUN_IN = expression(r"(?:\(?\d{1,2}[.)] )?(?P<area>[a-z][a-z '-]{3,60})(?:[.:?!]| \u2013) [a-z]")
"""The name of an area that opens a block: "2. Custody. Detainees wait too long."."""
_OF_IT = expression(
    r"(?:(?:and|but) )?(?:(?:it|this|that|they|these) (?:is|was|are|were|has|have|requires?|required|got|gets|remains?)\b"
    r"|[a-z ]{0,30}?(?:rated|graded|judged|called|gave|marked|found|rates|grades|calls|gives) (?:it|them|this|that)\b)"
)
"""With which a sentence opens that grades what the one before it tells of."""
_SUBJECT = ("", "D", "DYO", "DO", "O")
"""Classes before a subject."""
_VERB = ("B", "X", "M")
_SURE = ("known2", "known3", "known4")
_NO_AREA = ("occasion", "body", "empty", "named")


_TAIL = 110
"""Characters that this takes."""


class Heading(NamedTuple):
    """A heading of the page.

    Args:
        start: Where it begins.
        end: Where it ends.
        area: The area that it names, or None.
    """

    start: int
    end: int
    area: Piece | None


class Standing:
    """Finds the area of a passage.

    Args:
        scanner: Cuts sentences into elements.
        wordings: Finds wordings.
        features: Knows what areas look like.
        areas: Parter of lists.
    """

    def __init__(self, scanner: Scanner, wordings: Wordings, features: Features, areas: Areas) -> None:
        self.scanner = scanner
        self.wordings = wordings
        self.features = features
        self.areas = areas
        self.names = areas.topics | areas.single
        self.topic = re.compile(rf"[^a-z'-]({alternation(areas.topics - _COMMON)})(?![a-z'-])")

    def of(self, view: View) -> list[Piece]:
        """What the sentence before one is about, or its section."""
        areas = self.above(view.reading, *view.bare_above) if view.bare_above else []
        if areas or view.heading or not view.bare_above:
            return areas or ([view.heading] if view.heading else [])
        return self._subject(view.reading.lower, *view.bare_above) if _OF_IT.match(view.reading.lower, view.low) else []

    def _subject(self, lower: str, low: int, high: int) -> list[Piece]:
        """The subject of a sentence, if most of its words are of what bodies are graded for: "Its custody suites are clean."."""
        elements = self.scanner.scan(lower, low, high, (), ())
        for wording in self.wordings.find(elements)[:1]:
            opens = (
                elements.sorts[: wording.first] in _SUBJECT and elements.sorts[wording.last : wording.last + 1] in _VERB
            )
            traits = frozenset(self.features.sketch(lower, elements, wording).traits)
            if opens and not traits.isdisjoint(_SURE) and traits.isdisjoint(_NO_AREA):
                end = elements.ends[wording.last - 1]
                return self.areas.split(lower, elements.starts[behind_body(elements, wording)], end)
        return []

    def named(self, reading: Reading, low: int, high: int) -> list[Piece]:
        """The area that a sentence names last, for a word that points back: of known words, or what a body does."""
        areas = self.above(reading, low, high)
        if areas:
            return areas
        lower = reading.lower
        elements = self.scanner.scan(lower, low, high, (), ())
        for wording in reversed(self.wordings.find(elements)):
            at = elements.sorts.find("P", wording.first, wording.last - 1)
            if at > 0 and is_gerund(elements, at + 1):
                wording = Wording(at, wording.last, (at,))  # "bottom of the class for answering calls"
            traits = frozenset(self.features.sketch(lower, elements, wording).traits)
            sure = ("known2", "known3", "known4") if at > 0 else ("known3", "known4")
            if not traits.isdisjoint(sure) and not traits.isdisjoint(("gerund", "how")):
                return self.areas.split(lower, elements.starts[wording.first], elements.ends[wording.last - 1])
        return []

    def above(self, reading: Reading, low: int, high: int) -> list[Piece]:
        """The last area that a sentence without grades names, for a grade in the one behind it.

        Args:
            reading: The text.
            low: Where the sentence begins.
            high: Where it ends.
        """
        lower = reading.lower
        elements = self.scanner.scan(lower, low, high, (), ())
        for wording in reversed(self.wordings.find(elements)):
            sketch = self.features.sketch(lower, elements, wording)
            if not {"topic", "near"}.isdisjoint(sketch.traits) or sketch.text in self.areas.single:
                found = self.areas.split(lower, elements.starts[wording.first], elements.ends[wording.last - 1])
                return [*found[:1], *(piece for piece in found[1:] if self.areas.likely(lower[slice(*piece)]))]
            whose = _WHOSE.search(lower, elements.starts[wording.first], elements.ends[wording.last - 1])
            if whose and self.areas.is_topic(lower[whose.end() : elements.ends[wording.last - 1]]):
                return [(whose.end(), elements.ends[wording.last - 1])]  # "the forces' leadership"
        piece = self.inspected(reading, low, high) or self._presented(lower, low, high)
        return [piece] if piece else []

    def _presented(self, lower: str, low: int, high: int) -> Piece | None:
        """What the end of a sentence leads up to: how a body does something, or what it has that is of known words."""
        match = _PRESENTED.search(lower, max(low, high - _TAIL), high)
        if not match:
            led = _LED_UP.fullmatch(lower, low, high)
            words = led["area"].split() if led else []
            return led.span("area") if led and len(words) > 1 and all(map(self.features.known, words)) else None
        words = [word for word in _WORD.findall(lower, *match.span("area")) if len(word) > 3]
        known = match["how"] or 2 * sum(map(self.features.known, words)) > len(words)
        return match.span("area") if known else None

    def inspected(self, reading: Reading, low: int, high: int) -> Piece | None:
        """What a sentence says was looked at, if it is of what bodies are graded for."""
        lower = reading.lower
        while match := _INSPECTED.search(lower, low, high):
            start, low = match.span("area")
            whose = _WHOSE.match(lower, start, low)
            if _WHEN.match(lower, whose.end() if whose else start):
                low = start  # "inspected Kent Police in May and published its report on vetting today"
                continue
            if lower.startswith(_PILLARS, low):
                continue
            today = _TODAY.search(lower, start, low)
            end = today.start() if today else low
            piece = clean(lower, whose.end() if whose else start, end)
            if piece is None:
                continue
            words = [word for word in _WORD.findall(lower, *piece) if len(word) > 3]
            known = sum(map(self.features.known, words))
            how = bool(whose) and lower.startswith("how", start)
            if 0 < len(words) <= _MOST and 2 * known > len(words) - how:
                return piece
        return None

    def opening(self, reading: Reading) -> Piece | None:
        """The area that the opening of an article says its inspection is of: "a report on efficiency"."""
        lower, topics = reading.lower, self.areas.topics
        opening = lower[: reading.sentences[:_OPENING][-1].end]
        for number in sorted({reading.sentence_at(at) for at in _places(opening, _SIGNS)}):
            sentence = reading.sentences[number]
            for match in _REPORT_ON.finditer(lower, sentence.start, sentence.end):
                if match["area"] in topics and not lower.startswith(_PILLARS, match.end("area")):
                    return match.span("area")
            if how := _HOW_GOOD.search(lower, sentence.start, sentence.end):
                return how.span("area")
            for match in _REPORTED.finditer(lower, sentence.start, sentence.end):
                area = _LAST_WORD.search(lower, sentence.start, match.start())
                if area and area[0] in topics:
                    return area.span()
            piece = self.inspected(reading, sentence.start, sentence.end)
            if piece and self._is_named(lower, piece):
                return piece
        return None

    def _is_named(self, lower: str, piece: Piece) -> bool:
        """Whether what was looked at is worded as an area: as a topic is, or as what a body does."""
        text = lower[slice(*piece)]
        return (
            text in self.areas.topics
            or self.areas.near(text)
            or _HOW.search(lower, max(0, piece[0] - _BEFORE), piece[0]) is not None
        )

    def only(self, reading: Reading) -> Piece | None:
        """The one topic that the headline and the opening name, or the longest where the others are parts of it."""
        found: dict[str, Piece] = {}
        opening = reading.sentences[:_OPENING]
        for piece in self.topics(reading.lower, opening[0].start, opening[-1].end):
            found.setdefault(reading.lower[slice(*piece)], piece)
        most = max(found, key=len, default="")
        return found[most] if most and all(topic in most for topic in found) else None

    def mentions(self, reading: Reading, graded: Container[int]) -> list[Piece]:
        """Topics that the sentences without grades name, in order.

        Args:
            reading: The text.
            graded: Numbers of sentences with grades.
        """
        found: list[Piece] = []
        for number, sentence in enumerate(reading.sentences):
            if number not in graded and reading.spans[sentence.span].kind != "boilerplate":
                found += self.topics(reading.lower, sentence.start, sentence.end)
        return found

    def topics(self, lower: str, low: int, high: int) -> Iterator[Piece]:
        """Topics of the programmes that a stretch names word for word, the longest at each place."""
        text = lower[low:high]
        if "effectiveness" in text and "efficiency" in text:
            text = _GLOSS.sub(lambda gloss: "_" * len(gloss[0]), text)
        for match in self.topic.finditer(f" {text}"):
            yield low - 1 + match.start(1), low - 1 + match.end(1)

    def headings(self, reading: Reading) -> list[Heading]:
        """Where each section begins, where its heading ends, and the area that this names."""
        found: list[Heading] = []
        above: Heading | None = None
        for span in reading.spans:
            if above and span.start > found[-1].start:
                found.append(above._replace(start=span.start))  # what opens a block heads no other
                above = None
            if span.kind in _BLOCKS:
                opens = _RUN_IN.match(reading.lower, span.start, span.end)
                if opens and opens["area"] in self.names:
                    above = found[-1] if found else Heading(span.start, span.start, None)
                    found.append(Heading(span.start, opens.end("area"), opens.span("area")))
            if span.kind == "subheading":
                area = asked(reading.lower, span.start, span.end)
                if area is None and self.areas.likely(reading.lower[span.start : span.end]):
                    area = clean(reading.lower, span.start, span.end)
                found.append(Heading(span.start, span.end, area))
        return found

    @staticmethod
    def heading(headings: list[Heading], at: int) -> Heading | None:
        """The heading above an offset."""
        number = bisect_right(headings, at, key=lambda one: one.start) - 1
        return headings[number] if number >= 0 else None


def _places(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of some words stands in a text, word by word."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)
