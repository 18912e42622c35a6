"""Asks in lists: items under a lead-in that asks, or that calls them recommendations or areas for improvement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.letters import Letters
from extract.pipes.recommendations.clauses import Ask, Found
from extract.pipes.recommendations.deadlines import DEADLINE, OPENS, announced
from extract.pipes.recommendations.ends import CORE, end_of
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.modals import MODAL
from extract.pipes.recommendations.notes import Lead, Notes
from extract.pipes.triggers import Hit, hits_within

OPEN = expression(r"(?:M|n(?:,[yP]+,)?[y!]*2|vv?y*2|by*2|[acj][^.;:]*?2|2)[yD,]*[:\u2013]?[yD]*$")
"""The end of a lead-in that leaves its action to the items: "the force should:"."""

_TO_WHAT = expression(
    r"\b(?:approach|approaches|response|attitude|attention|commitment|contribution|thanks|ability|abilities|capability|capacity|readiness|willingness|efforts?|attempts?|opportunit(?:y|ies)|chance|failure|able|unable|failed|failing|how (?:it|they) \w+) to\W*$"
)
"""The same with a noun before it, which asks nothing: "the letter admires its attitude to:", "looked at its ability to:"."""

_ASKS = expression(rf"(?:M|n2|vv?2|[ac][Pp]?(?:{CORE})?(?:,[^,]*,)?2(?=[VwRSevud]|y*:)|j)[^.;]*[:.]$")
"""A lead-in that asks, and says more of what its items are: "should take three steps:"."""

_IDLE = expression(r"^[yt,]*Wvy*[ex]|w[EIWJY]y*(?:n2|v2)[Vd][DwPpBSg]|^[^Mn2aco]*[D0yPp,A]j[,yA]*[wgBSVNe][^Mn2ac]*:$")
"""A lead-in that asks nothing, though it has a word for it: of what "we" have done, with "the ropes they need to climb a roof", or with
"the proposed rota"."""

_DEED = expression(r"[y\"]*[ex](?!$)|D?[^bvdMmnT2,;:.aQeg\"]{1,6}v[y!]*(?:ue|e)")
"""An item that tells what was done: "Bought a van", "The unit has been closed"."""

_TELLS = expression(r"[acj][^bvd]*:$")
_HOMEWORK = expression(
    r"\b(?:(?:to-do|to do|shopping|wish) list|jobs|tasks|homework|instructions|actions (?:required|needed)|(?:must|should|(?:has|have|needs?|asked|told|ordered|required|expected|instructed) to) do|required of)\b"
    r"|^to do\b|\b(?:hmi\w*'s|report's|inspectors'|inspectorate's|its|their) (?:\w+ )?(?:demands|requests|orders|advice|message)\b"
)
_ORDERS = (
    *("do", "instructions", "actions", "homework", "required", "demands", "requests", "orders", "advice", "message"),
    *("list", "jobs", "tasks"),
)
"""Without any of which `_HOMEWORK` matches nothing."""

_WISHES = expression(
    r"\b(?:(?:like|want|wants|wanted|wish|wishes) to see|(?:called|calls|asked|asks) for(?: the following)?|(?:shopping|wish) list)(?:, then)?\W*$"
)
"""The end of a lead-in whose items may be things."""

_BETTERS = expression(r"\b(?:improve|strengthen|address|fix|review|change|reconsider)\W*$")
"""The end of a lead-in whose items can say what is to be done better: "must improve:", "how it answers calls"."""

_PROMISES = expression(
    r"\b(?:plan|aim|intend|hope|pledg|promis|vow|agree|commit|undertak|going|begun|decid|continu|work)\w* (?:\w+ )?to\W*$"
)
"""The end of a lead-in whose items are what somebody will do of himself."""

_ANSWERS = expression(r"\b(?:response|reply|answers?|progress|update) (?:to|on|against|since)\b[^.]*:$")
"""The end of a lead-in whose items are what became of asks."""

_MARKED = expression(
    r"\W*(?:these|they|all|both|each|all of (?:these|them)|all (?:three|four|five|six))(?:'ve| have| has| are| were| is| was)?(?: all| each| both)?(?: been)? (?:marked|labelled|classed|called|listed|recorded|described|set out|issued|given|raised|made|what it calls) (?:to us |up )?(?:as )?"
)


_GRADED = expression(
    r"(?:outstanding|good|adequate|requires improvement|inadequate)(?: *[:\u2013-]| in \w+ areas?\b|\W*$)"
)
"""An item that says which areas had a grade: "Good - Preventing crime"."""

_WONDERS = ("why ", "when ", "who ", "where ", "whose ")
"""How a question begins, or what answers one."""

_NONE = (" no ", " nor ", " without ", " any ")
"""Words before a label of which there are none."""

_FEWEST = 3
"""Tokens of a thing that says what is asked where more follows: "Van washing. Its point is \u2026"."""

_FIRST = frozenset(("i", "a", "1"))
"""Marks with which a list begins."""


class Section(NamedTuple):
    """A heading that is a label, and how far it reaches.

    Args:
        kind: What it calls the asks under it.
        level: Its depth.
        last: Number of the last span that belongs to it.
        many: Whether more than one ask stands under it.
        head: Number of the heading.
        nested: Whether it has headings of its own, of its own depth.
        asked: Whether it says that what stands under it is asked, in whatever form.
        dated: Whether it has headings that say by when.
    """

    kind: str
    level: int
    last: int
    many: bool
    head: int
    nested: bool = False
    asked: bool = False
    dated: bool = False


class Items:
    """Reads the lists of one text.

    Args:
        notes: Writes annotations of asks, and reads lines.
        reading: The text.
        letters: Its letters.
        labels: Labels of asks in it.
    """

    def __init__(self, notes: Notes, reading: Reading, letters: Letters, labels: Sequence[Hit]) -> None:
        self.notes = notes
        self.named = labels
        self.labels = notes.labels
        self.reading = reading
        self.letters = letters
        self.leads: dict[int, Lead] = {}
        self.run = (0, 0)
        self.kind: str | None = None

    def find(
        self, number: int, span: Span, section: Section | None, due: tuple[int, int] | None = None
    ) -> Annotation | None:
        """What an item asks: by its own verb, going on with its lead-in, or under a label."""
        above = self._above(number, span)
        lead = self.leads.get(above)
        if lead is None:
            lead = self.leads[above] = self._lead(number, span._replace(lead=above), section)
        self.kind = lead.kind if lead.kind == "area_for_improvement" else None
        label = self.labels.of_start(self.reading, span.start, span.end) if self.named else None
        if label and label[0] != "concern" and label[1] < span.end:  # "AFI 3: supervision of volume crime"
            span = span._replace(start=label[1])
            lead = lead._replace(kind=label[0], deadline=lead.deadline if lead.colon else None)
        first = self.letters.at(span.start)
        own = self.letters.text[first + (self.letters.text[first] == "A")] in "Mnvb"
        if not (lead.asks or lead.tells or lead.kind or lead.things or own):
            return None
        if _style(span.mark) != lead.style and "." in span.mark:
            return None  # "3. Case files" behind "(e) undertake …" is a heading
        if _GRADED.match(self.reading.lower, span.start, span.end):
            return None
        if self.named and self.labels.of_heading(self.reading.lower[span.start : span.end]):
            return None  # "3. The cause of concern", the heading of a section
        end = min(span.end, self.reading.sentences[self.reading.sentence_at(span.start)].end)
        if lead.section and lead.style == "figure" and end < span.end and not label:
            return None  # a numbered paragraph, whose sentences ask
        if lead.section and (self.reading.text[end - 1] == "?" or self.reading.lower.startswith(_WONDERS, span.start)):
            return None  # "What they ask": "Why do you want to join?"
        line = Line.of(self.letters, self.reading, span, span.start, end)
        if not line.text or (span.kind == "row" and not (lead.asks and OPEN.search(lead.line.text))):
            return None
        found, goes_on = self._read(line, lead, own=own)
        if found is None or (found.how == "noun" and found.ask.end < _FEWEST and end < span.end):
            return None
        if lead.section and not goes_on and found.how not in ("noun", "list"):
            return None  # a sentence, which can ask more than one thing
        kind = None if lead.kind == "concern" else lead.kind
        rule = "recommendations.noun" if found.how == "noun" else "recommendations.item"
        return self.notes.note(
            line,
            found,
            rule,
            kind,
            block=(span.start, span.end),
            lead=lead if goes_on else None,
            shared=None if found.ask.deadline else due or lead.deadline,
        )

    def _read(self, line: Line, lead: Lead, *, own: bool) -> tuple[Found | None, bool]:
        """What an item asks, and whether it goes on with its lead-in."""
        forms = self.notes.forms
        begin = int(own and line.text[0] == "A")
        first = MODAL.match(line.text, begin) if own else None
        if first and first.end() < len(line.text):  # "needs to dip-sample …" under "the force:"
            ask = self.notes.clauses.close(line, Ask(begin, begin, (begin, begin), first.end())) if lead.colon else None
            return (Found(ask, "list", first.span()) if ask else None), True
        if not lead.asks or not forms.imperative(line, 0):
            stated = next(self.notes.wordings.find(line), None)
            if stated and stated.how == "that" and stated.asker < 0 and line.text[0] == "T":
                stated = None  # "That each victim be called", which is the item itself
            asked = self.notes.addressees.of(line, *stated.ask.subject) if stated else ("", "")
            if stated and lead.asks and asked == ("never", "") and not line.text[: stated.ask.start].strip("t,"):
                return None, False  # "The Home Office should …", among the recommendations
            if stated and (not lead.asks or asked[0] == "body"):
                return (stated if lead.kind and lead.kind != "concern" else None), False
        if lead.asks and line.text[0] != '"':
            return self._acting(line, lead), True
        if lead.kind or lead.tells or lead.things:
            return forms.read(line, "area_for_improvement" if lead.things else lead.kind), False
        return None, False

    def _acting(self, line: Line, lead: Lead) -> Found | None:
        """An item that goes on with its lead-in: what is to be done."""
        begin, deadline = 0, None
        if _DEED.match(line.text) and line.reading.text[line.low].isupper() and lead.line.text[-1] not in "vbu":
            return None
        while line.text.startswith("t", begin):
            begin += 1
        deadline = (0, begin) if begin else None
        begin += begin > 0 and line.text.startswith((",", ":"), begin)
        embedded = not self.notes.forms.imperative(line, begin)
        ask = self.notes.clauses.close(line, Ask(begin, begin, (begin, begin), begin, deadline), embedded=embedded)
        if ask is None:
            manner = line.text[0] == "Q" and _BETTERS.search(lead.line.words(0, len(lead.line.text)))
            return self.notes.forms.read(line, "area_for_improvement") if manner else None
        if lead.deadline is not None and deadline is None:
            ask = ask._replace(deadline=None, end=end_of(line, begin, embedded=embedded))
        return Found(self.notes.forms.whole(line, ask), "list", (begin, begin))

    def _above(self, number: int, span: Span) -> int:
        """The number of an item's lead-in: an item that ends with a colon, of other marks, is nearer than the paragraph."""
        spans, above = self.reading.spans, number - 1
        if above == span.lead:
            return above
        style = _style(span.mark)
        first, last = self.run
        while (
            above > span.lead
            and spans[above].kind == "item"
            and _style(spans[above].mark) == style
            and (not self._introduces(above) or _goes_on(spans[above].mark, span.mark))
        ):
            above = first - 1 if above == last else above - 1  # over the items that the one before went over
        above = max(above, span.lead)
        self.run = (above + 1, number)
        if above > span.lead and spans[above].kind == "item" and self.reading.text[spans[above].end - 1] == ":":
            return above
        return span.lead

    def _introduces(self, number: int) -> bool:
        """Whether an item introduces a list of its own, whose marks begin anew: "(c) The service should:", "(i) train …"."""
        spans = self.reading.spans
        return self.reading.text[spans[number].end - 1] == ":" and spans[number + 1].mark.strip("().") in _FIRST

    def _lead(self, number: int, item: Span, section: Section | None) -> Lead:
        """What a lead-in says of the items under it."""
        reading = self.reading
        span, set_above = announced(reading, item)
        lower = reading.lower[span.start : span.end]
        sentence = reading.sentences[reading.sentence_at(max(span.start, span.end - 1))]
        line = Line.of(self.letters, reading, span, max(span.start, sentence.start), span.end)
        colon, heading = lower.endswith(":"), span.kind == "subheading"
        kind = self.labels.of_heading(lower.rstrip(":")) if heading else None
        if kind is None and colon:
            kind = self._named(span, line.low) or self._marked_after(number)
        if kind == "cause_of_concern":
            kind = "recommendation"
        elif kind is None and line.text.endswith("."):
            kind = self.labels.counted(line, self.named)
        if kind is None and section and section.kind == "area_for_improvement":
            kind = section.kind if section.last >= number - 1 else None
        dated = colon and lower.startswith(OPENS) and DEADLINE.match(lower) is not None
        under = section is not None and section.last >= (item.lead if dated else number) - 1 and (heading or dated)
        if kind is None and section and under and (section.asked or section.dated or dated):
            kind = "recommendation" if section.kind == "cause_of_concern" else section.kind
        asks = bool(OPEN.search(line.text) and not _TO_WHAT.search(lower)) or (colon and bool(_ASKS.search(line.text)))
        following = not colon and "following" in lower and bool(_ASKS.search(line.text))
        if asks and (_PROMISES.search(lower) or _IDLE.search(line.text)):
            asks = False
        if colon and _ANSWERS.search(lower):
            asks, kind = False, None
        orders = any(map(lower.__contains__, _ORDERS)) and _HOMEWORK.search(lower)
        tells = following or bool((colon and _TELLS.search(line.text)) or orders)
        wordings = list(self.notes.wordings.find(line, opened=True)) if asks or following else []
        found = wordings[-1] if wordings and wordings[-1].ask.end > len(line.text) - 2 else next(iter(wordings), None)
        own = (
            found.ask.deadline if found and len(wordings) > 1 else None
        )  # "must send a plan within 28 days, and by May"
        timed = own[0] if own else line.text.find("t")
        stop = timed
        while 0 <= stop < len(line.text) and line.text[stop] == "t":
            stop += 1
        deadline = set_above or (line.when(timed, stop) if timed >= 0 else None)
        if found and self.notes.addressees.of(line, *found.ask.subject) == ("never", ""):
            asks, tells, kind = False, False, None  # "The Home Office should:"
        style = _style(reading.spans[min(item.lead + 1, number)].mark)
        things = bool(_WISHES.search(lower) or (under and section and section.asked))
        return Lead(
            line, colon, asks, tells, kind, deadline, found, style, things, bool(under and section and section.asked)
        )

    def _named(self, span: Span, low: int) -> str | None:
        """The kind that a lead-in names: in its last sentence, else last before it."""
        lower = self.reading.lower
        named = [hit for hit in hits_within(self.named, span.start, span.end) if not lower.endswith(_NONE, 0, hit[0])]
        last = [hit for hit in named if hit[0] >= low][:1] or named[-1:]
        return self.labels.kinds[last[0][2]] if last else None

    def _marked_after(self, number: int) -> str | None:
        """What the line below a list calls its items: "They have been marked as areas for improvement"."""
        spans, below = self.reading.spans, number
        while below < len(spans) and spans[below].kind == "item":
            below += 1
        if below >= len(spans) or spans[below].kind != "paragraph":
            return None
        match = _MARKED.match(self.reading.lower, spans[below].start, spans[below].end)
        label = self.labels.phrase.match(self.reading.lower, match.end(), spans[below].end) if match else None
        return self.labels.kinds[label["label"]] if label else None


def _goes_on(one: str, other: str) -> bool:
    """Whether a mark is the next behind another: "(d)" behind "(c)"."""
    before, mark = one.strip("()."), other.strip("().")
    return len(before) == len(mark) == 1 and ord(mark) == ord(before) + 1


@lru_cache(maxsize=256)
def _style(mark: str) -> str:
    """Whether the mark of an item is a figure, a letter or a bullet."""
    plain = mark.strip("().")
    return "figure" if plain.isdecimal() else "letter" if plain.isalpha() else "bullet"
