"""Speech without marks under labels: transcripts, interviews, radio scripts, questions and answers.

Enters a reading with its people; leaves each turn with whoever its label names. A label is a name, a surname in
capitals, a first name, initials, an office, "A:" or "CLIP", in front of the speech or alone on the line above it; a
presenter's or interviewer's turns are the article's own voice. Questions that nobody's name answers are answered by
whoever the article says it has asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.officials.lexicon import Lexicon
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.clips import clip_below
from extract.pipes.quotes.labels import LABEL, LETTERS, WIDE, Label, Labels, initials_of
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.questions import VOICED, questions_of
from extract.pipes.quotes.runs import same
from extract.pipes.quotes.unmarked import OTHERS, OWN, Bare

_KINDS = frozenset(("paragraph", "item", "subheading", "standfirst"))
_ASKED = expression(
    r"\b(?:questions?|answer(?:s|ed)?|ask(?:s|ed)?|interview\w*|(?:talk|spoke|speak|chat)\w* (?:to|with)|sat down|meets?|met|q ?(?:&|and) ?a|web ?chat|minutes with|caught up with|put to)\b"
)
_MYSELF = expression(r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e)\b")
_THEY = expression(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_PUT = expression(
    r"\b(?:I|I've|I'd|[Ww]e) (?:then |also )?(?:put|ask(?:ed)?|spoke|talked|meet|met|caught|went|told)\b|\btold me\b"
)
"""What a reporter tells of an interview: "I put that to the minister, who said"."""
_MARKS = ('"', "'")
_FEW = 2
"""How many turns make a dialogue."""
_ENOUGH = frozenset(("clip", "reply", "addressed"))
"""Labels of which one makes a dialogue."""
_TOLD = (" tells ", " told ")
"""Words before the name of who asks: "The chief tells Jo Hale why"."""
_WELCOME = expression(r"\b(?:welcome to|thanks? for (?:joining|listening|watching))\b")
_PRESS = expression(r"\b(?:news|radio|fm|tv|podcast|gazette|times|echo|post)\b")
_REPLY = 5
"""How many paragraphs a reply in a letter has at most, and the next label."""


class Dialogue:
    """Finds turns.

    Args:
        cues: Table `labels` of `cues/quotes.toml`.
        lexicon: Ranks, offices and private people.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.labels = Labels(cues, lexicon)

    def turns(self, page: Page) -> dict[int, Bare]:
        """Turns by the number of the span in which each begins; empty where the text is no dialogue."""
        labels: dict[int, Label] = {}
        text = page.text
        lettered = text.startswith("Q. ") or "\nQ. " in text
        for number in self._led(page, lettered=lettered):
            label = self.labels.of(page, page.spans[number], lettered=lettered)
            if label:
                labels[number] = label
        if not labels:
            return self._asked(page)
        self._introduced(page, labels)
        if not self._asks(page, labels):
            labels = {number: label for number, label in labels.items() if label.kind != "answer"}
        if len(labels) == 1 and self._signs_page(page, *labels.items()):
            return {}
        self._initialled(page, labels)
        kinds = [label.kind for label in labels.values() if label.kind != "end"]
        spoken = len(kinds) - kinds.count("narrator") - kinds.count("unknown")
        if spoken and (len(kinds) >= _FEW or not _ENOUGH.isdisjoint(kinds)):
            return self._labelled(page, labels)
        return {} if spoken else self._asked(page)

    @staticmethod
    def _led(page: Page, *, lettered: bool) -> list[int]:
        """Numbers of the spans that may begin with a label: headings, and those with a colon near their beginning."""
        text = page.text
        found = {number for number, span in enumerate(page.spans) if span.kind == "subheading"}
        if lettered:
            found.update(number for number, span in enumerate(page.spans) if text.startswith(LETTERS, span.start))
        colon = text.find(": ")
        while colon >= 0:
            number = page.span_at(colon)
            span = page.spans[number]
            near = colon <= min(span.start + WIDE, span.end) - 2 and span.kind in _KINDS
            if near and (span.kind == "item" or not text.startswith(_MARKS, colon + 2)):  # not "Hale said: '…'"
                found.add(number)
            colon = text.find(": ", span.end)
        return sorted(found)

    @staticmethod
    def _asks(page: Page, labels: Mapping[int, Label]) -> bool:
        """Whether anything above an answer asks: below what a report recommends, "Answer:" is the writer's own."""
        answers = [number for number, label in labels.items() if label.kind == "answer"]
        return (
            not answers
            or any(label.kind in ("narrator", "unknown", "speaker") for label in labels.values())
            or any(number and page.text[page.spans[number - 1].end - 1] == "?" for number in answers)
        )

    @staticmethod
    def _introduced(page: Page, labels: dict[int, Label]) -> None:
        """Give labels by office alone to whom the same label names once in brackets: "THE CHAIR (Ms Hale): … / THE CHAIR: …"."""
        named: dict[str, Speaker] = {}
        for number, label in labels.items():
            words, bracket, _ = page.lower[page.spans[number].start : label.start].partition("(")
            words = words.strip(" :")
            if label.speaker and bracket:
                named.setdefault(words, label.speaker)
            elif label.speaker and label.speaker.form == "role" and words in named:
                labels[number] = label._replace(speaker=named[words])

    @staticmethod
    def _signs_page(page: Page, only: tuple[int, Label]) -> bool:
        """Whether the one label is a name alone above all paragraphs: whoever writes the page, and is not quoted by it."""
        number, label = only
        alone = label.kind == "reply" and label.start >= page.spans[number].end
        return alone and all(span.kind != "paragraph" for span in page.spans[:number])

    def _initialled(self, page: Page, labels: dict[int, Label]) -> None:
        """Settle labels that may be names: those whose initials label other turns, and those of people who ask nothing."""
        office = any(label.speaker is not None and label.speaker.role is not None for label in labels.values())
        names: dict[str, Speaker] = {}
        asking = set()
        for number, label in labels.items():
            if label.kind in ("capitals", "titled") and label.speaker:
                letters = initials_of(page.lower[label.speaker.start : label.speaker.end].split())
                names[letters] = label.speaker
                asks = page.text[page.spans[number].end - 1] == "?"
                if not label.speaker.role and (asks or office):
                    asking.add(letters)  # an interviewer, or the paper that asks
        told = set()
        for number, label in labels.items():
            letters = page.lower[page.spans[number].start : label.start].strip(" :.") if label.kind == "unknown" else ""
            if letters in names and letters not in asking:
                labels[number] = label._replace(kind="speaker", speaker=names[letters], short=True)
                told.add(letters)
        for number, label in list(labels.items()) if names else ():
            if label.kind in ("capitals", "titled") and label.speaker:
                words = page.lower[label.speaker.start : label.speaker.end].split()
                known = label.kind == "capitals" and (label.speaker.role or words[0] in self.lexicon.first_names)
                if initials_of(words) in told or (known and initials_of(words) not in asking):
                    labels[number] = label._replace(kind="speaker")
                else:
                    del labels[number]

    def _labelled(self, page: Page, labels: Mapping[int, Label]) -> dict[int, Bare]:
        found: dict[int, Bare] = {}
        interview = any(label.short or label.kind == "answer" for label in labels.values())
        narrated = any(label.kind in ("narrator", "unknown") for label in labels.values())
        first = page.spans[min(labels)].start
        presenters = self._presenters(page, labels)
        for number, label in labels.items():
            span = page.spans[number]
            speaker = label.speaker
            if label.kind == "answer":
                speaker = self._interviewed(page, first)
            elif label.kind == "clip" and speaker is None:
                speaker = next((one for one in reversed(page.people) if one.start < span.start), None)
            if label.kind in ("narrator", "unknown") or speaker is None:
                continue
            if label.kind == "speaker" and page.lower[speaker.start : speaker.end] in presenters:
                continue
            alone = label.start >= span.end
            parts = [] if alone else [(label.start, span.end)]
            last = number
            if label.kind == "reply" and not alone:
                last = self._answered(page, number, labels)
                parts += [(span.start, span.end) for span in page.spans[number + 1 : last + 1]]
            loose = (alone and label.kind != "reply") or (interview and number < max(labels))
            cut = self.labels.clips.closed(page, number) if label.kind == "clip" and alone else None
            if label.kind == "clip" and alone and (cut := cut or clip_below(page, number)):
                parts, last = cut
            for below in range(last + 1, len(page.spans) if last == number and (alone or label.kind != "reply") else 0):
                held = label.kind == "member" and page.spans[below].kind == "paragraph"
                if below in labels or not (held or self._goes_on(page, below, loose=loose)):
                    break
                if page.spans[below].kind == "caption":
                    continue
                parts.append((page.spans[below].start, page.spans[below].end))
                last = below
            again = labels.get(last + 1, label)
            if (
                len(parts) > 1
                and again.short
                and same(page, again.speaker, speaker)
                and last + 1 in labels
                and not narrated
            ):
                parts, last = parts[:-1], last - 1  # an interviewer's turn that asks nothing
            if parts:
                cause = Attribution(span.start, span.start, ":", speaker._replace(partner=None), span.start)
                found[number] = Bare(cause, parts, last)
        return found

    @staticmethod
    def _answered(page: Page, number: int, labels: Mapping[int, Label]) -> int:
        """Number of the last span of a reply in somebody else's letter: its paragraphs end at the next label, or it is one."""
        for below in range(number + 1, min(len(page.spans), number + _REPLY)):
            span = page.spans[below]
            if below in labels or OWN.match(page.text, span.start):
                return below - 1
            if span.kind != "paragraph" or LABEL.match(page.text, span.start, span.end):
                break
        return number

    def _presenters(self, page: Page, labels: Mapping[int, Label]) -> set[str]:
        """Names without office whose turns are the article's own voice: those who ask and who introduce others.

        So are only the hosts of a programme, beside a narrator's label or where one of them welcomes who listens. Beside a
        narrator so is everybody who never speaks of themselves.
        """
        told = {
            page.lower[one.start : one.end]
            for one in page.people
            if one.role or one.private or (one.body and not _PRESS.search(page.lower, *one.body))
        }
        turns: dict[str, list[Span]] = {}
        for number, label in labels.items():
            one = label.speaker
            if label.kind != "speaker" or one is None or one.form != "name" or one.title or one.role or one.private:
                continue
            name = page.lower[one.start : one.end]
            if name not in told and name.partition(" ")[0] not in self.lexicon.honours:
                turns.setdefault(name, []).append(page.spans[number])
        narrated = any(label.kind == "narrator" for label in labels.values())
        writes = {
            page.lower[one.start : one.end]
            for one in page.people
            if page.spans[page.span_at(one.start)].kind == "byline"
        } & set(turns)
        spans_of = [span for spans in turns.values() for span in spans]
        if not narrated and not any(_WELCOME.search(page.lower, span.start, span.end) for span in spans_of):
            return writes
        return writes | {
            name
            for name, spans in turns.items()
            if any(page.text[span.end - 1] == "?" or self._introduces(page, span, name) for span in spans)
            or (narrated and not any(VOICED.search(page.text, span.start, span.end) for span in spans))
        }

    @staticmethod
    def _introduces(page: Page, span: Span, name: str) -> bool:
        """Whether a turn gives the full name of somebody else, or welcomes those who listen."""
        inside = page.between(span.start + len(name), span.end)
        return (
            any(page.lower[one.start : one.end] != name for one in inside)
            or _WELCOME.search(page.lower, span.start, span.end) is not None
        )

    def _goes_on(self, page: Page, number: int, *, loose: bool, first: bool = False) -> bool:
        """Whether a paragraph goes on with the turn above it.

        Args:
            loose: Whether it need not speak in the first person.
            first: Whether it is the first of an answer, which may speak of others.
        """
        span = page.spans[number]
        text = page.text[span.start : span.end]
        asks = text[-1] == "?" and not (first and _MYSELF.search(text))
        if span.kind not in ("paragraph", "caption") or text[:1] in "([\"'" or asks:
            return False
        told = OTHERS.search(text)
        own = _MYSELF.search(text, 0, told.start()) if told else None
        if told and (own is None or _PUT.search(text)):
            return False
        label = LABEL.match(text)
        if label and not VOICED.match(text):  # "I told my team: '…'"
            return False
        return VOICED.search(text) is not None or (loose and (first or not _THEY.search(text)))

    @staticmethod
    def _interviewed(page: Page, before: int) -> Speaker | None:
        """Whom an interview questions: who is named in the paragraphs or the heading right above it, else first of all."""
        number = page.span_at(before)
        for above in page.spans[max(0, number - 3) : number][::-1]:
            inside = [
                one for one in page.between(above.start, above.end) if not page.text.endswith(_TOLD, 0, one.start)
            ]
            if inside and above.kind in _KINDS:
                return next((one for one in inside if one.role), inside[0])
        return next((one for one in page.people if one.role), page.people[0] if page.people else None)

    def _asked(self, page: Page) -> dict[int, Bare]:
        """Answers without labels under an interviewer's questions."""
        if page.text.count("?\n") < _FEW:
            return {}
        questions = questions_of(page)
        if len(questions) < _FEW:
            return {}
        first = page.spans[questions[0]].start
        speaker = self._interviewed(page, first)
        if speaker is None or speaker.start > first or not _ASKED.search(page.lower, 0, first):
            return {}
        if page.spans[page.span_at(speaker.start)].kind == "byline":
            return {}  # who answers is who writes
        found: dict[int, Bare] = {}
        for number in questions:
            parts: list[tuple[int, int]] = []
            below = number + 1
            while (
                below < len(page.spans)
                and below not in questions
                and self._goes_on(page, below, loose=not parts or number != questions[-1], first=not parts)
            ):
                parts.append((page.spans[below].start, page.spans[below].end))
                below += 1
            if parts:
                cause = Attribution(parts[0][0], parts[0][0], ":", speaker._replace(partner=None), parts[0][0])
                found[number + 1] = Bare(cause, parts, below - 1)
        singular = any(_MYSELF.search(page.text, s, e) for bare in found.values() for s, e in bare.parts)
        return found if singular and len(found) >= _FEW else {}
