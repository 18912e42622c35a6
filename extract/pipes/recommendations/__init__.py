"""Asks: what an inspectorate says that a body must, should or needs to do.

Enters the reading with its letters; leaves one annotation a mention, with its deadline, its kind, whom it is put to and
whom the words around it credit it to. Whose voice it is and which mentions are one ask is settled in `assemble`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc

from extract.document.dates import COUNT as NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, notes_of, reading_of
from extract.pipes.letters import Classes, Letters, letters_of, names_inspection
from extract.pipes.recommendations.blocks import DAY, NEEDED, OUTSIDE, Blocks
from extract.pipes.recommendations.clauses import JOINED, Ask, Found
from extract.pipes.recommendations.deadlines import DEADLINE, OPENS
from extract.pipes.recommendations.labels import BACK
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.listing import list_asks, listing_sentences
from extract.pipes.recommendations.notes import Notes
from extract.pipes.recommendations.parties import NOBODY, Credit
from extract.pipes.recommendations.wordings import ORDER, TRIGGERS
from extract.pipes.stretches import Stretches
from extract.pipes.triggers import Hit, hits_of

_READ = frozenset(("paragraph", "standfirst", "item", "headline", "subheading"))
_OWN_ANSWER = expression(
    r"(?:what )?we(?:'re| are|'ve| have| did|'ll| will)\b[^.]{0,24}[:\u2013]|(?:our|the (?:force|service|council|constabulary)'s|force|service|pcc|chief constable's?) (?:response|reply|answer|action|update|progress|comment)s?\b[^.]{0,24}[:\u2013]|(?:response|reply|update|action taken|progress)\s*:"
)
_STATUS = expression(
    r"(?<![\w,] )\b(?:status|progress|update|position|response|reply|comments?|action taken|(?:our|force|service|management) (?:response|reply|comments?))\b[^.:]{0,16}:"
)
"""What opens somebody's answer inside a block."""

_PARTS = expression(r"(?P<part>(?:[^,;A]|,(?!A|D(?!k))|A(?!D(?!0)|g|Q))+?)(?:[,;]A?|A|,|$)(?=D(?!k)|Q|g|$)")
"""Noun phrases of a list."""

_NO_NOUN = expression(r"^(?:0|T|y|e[pP2]|[IEWJKYM])|M|n2|[bv]y*[eaT]")
_THEY = expression(
    r"(?:they|these) (?:are about|include|included|cover|concern|relate to|range from|(?P<are>are|were)(?=:? (?:the|an?|how|its|their|\w+ing)\b)):? "
)
"""Behind a sentence that counts areas for improvement: "There are two. They include \u2026"."""

_TOLD_OF_IT = expression(",y*(?:vy*u|b)y*e[^,]*$|,y*(?:vy*u|b)y*e[,;]")
"""Behind a noun phrase, what became of it: "one area for improvement, on vetting, has been closed"."""

_SET_LATER = expression(
    r"(?:(?:D0?|E|T|I)(?:[bMn2]y*)+(?:u[eVw]{0,2}[^,;TM]{0,3}?|[eVw]{0,2})|[^,;TM]{0,4}a[DTIE]2?u?[ed])(?P<when>t+)(?=[.,;\"]|$)"
)
"""A sentence that sets a day for the asks before it: "Both are to be done by the end of April"."""

_GIVEN = expression(r"(?:[IE]|D?[BS]|Ff*)v?[bu]{0,2}y*a?(?P<when>t+|[0D]w)2d[QTIED]+[.;]?$")
"""The same: "It has until 1 May to do so", "It has been given a month to do it"."""

_SETS_DAY = expression(
    r"(?:it|they|this|that|these|both|all|him|her|them|you) [^,;]{0,16}?(?:be (?:in place|done|finished|completed?|ready|over|met)|have (?:done (?:so|it|this)|finished|them|it done)|happen|do so)"
)
"""What an ask goes on with that says only by when: "and it should be in place by May", "and I expect it to have done so"."""

_SET_THEN = expression(r"[,A\u2013]+(?:(?:[JWHRKDw]+[as])?[TIED]+[^,;]{0,7}?|a(?:[IEFK]|D?[BS])?|v)(?P<when>t+)")
"""The same behind a clause: "and I want that by the end of July", "and gives it until Easter", "and has until May"."""

_ASKING_LINE = expression(r"(?:t+,)?(?:[IE]|[D0]?[wFBS][A-Za-z]{0,4}?)(?:M|n2|v2)[^.;:?]{5,}$")
"""A line that looks like a heading, and is a whole sentence that asks: "The force should publish the number of searches"."""

_BESIDE = expression(
    r"\b(?:also|too|besides|as well|recommend(?:s|ed|ing)?|as part of (?:it|this|that)|to (?:meet|answer|lift|clear|close|address) (?:it|this|that))\b"
)
"""Words of an ask that is none of the cause of concern that was named before it."""

_LEADS_ON = expression(r"t*,?[AC]T?(?:t+,?)?(?:[IE]|D?B|F[Ff]*)?y*(?:M|n2|v2)[ty,]*:$")
"""Behind an ask, what leads on to a list of more: "…, and by October it should:"."""

_PLEASE = "please "
"""How a letter asks."""

_PLACE = attrgetter("start", "end")
_FAR = 7
"""Blocks below a question that can answer it."""

_LONGEST = 60
"""Characters of a line that is a deadline."""

_BETWEEN = expression(r"(?<![^;:])[,Ay;:]*(?P<part>[^;]+?)[.,A]*(?=;|$)")
"""Parts of a list that semicolons part."""

_FEWEST = 3
"""Tokens of a noun phrase that is asked, and verbs of a sentence that sums asks up."""

_NEXT_VERB = expression(r"(?:,A?|A)(?=[VwaQsu][^,]{2})")

_LETTERED = expression(r"\((?:[wJ0]|[A-Za-z0])\)")


class Recommendations(Pipe):
    """The pipe of the field `recommendations`.

    Args:
        cues: Table of `cues/recommendations.toml`.
        classes: Letters of words.
    """

    key = "recommendations"

    def __init__(self, cues: Mapping[str, Any], classes: Classes) -> None:
        self.classes = classes
        self.notes = Notes(cues)
        self.blocks = Blocks(self.notes)
        self.areas = frozenset(label for label, kind in cues["labels"].items() if kind == "area_for_improvement")
        improvement = alternation(self.areas)
        self.named = expression(
            rf"\b(?:(?:among|one of|two of) (?:the |its |their |these |those |{NUMBER} )*(?:{improvement}) (?:is|are|was|were)"
            rf"|(?:the|its|these|both|{NUMBER}) (?:\w+ ){{0,2}}(?:{improvement}) (?:(?:are|were|is|was)(?! (?:identified|given|raised|set|made|issued|listed|found|noted|recorded|flagged|highlighted|named)\b)|include|included|cover|covered|concern|concerns|relate to|are about)(?::| that)?"
            rf"|(?:{improvement})(?:,? including| include| included| in(?= (?:how|its|the way)\b)|, among them|:|,? (?:on|covering|concerning|concerns|covers|is about|relating to|related to|regarding|about|namely)(?= (?:how|its|their|the (?:way|quality|use|speed|time))\b| \w+ing\b)|[^:.;\u2013]{{1,40}}[:\u2013](?= (?:how|its|their|the way)\b))) ",
            holder=self,
        )

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Mentions of asks, in the order of the text."""
        reading = reading_of(doc)
        letters = letters_of(doc, self.classes)
        if not (names_inspection(letters) or notes_of(doc).get("publisher")):
            return
        kinds = self.notes.labels.kinds
        labels = [hit for hit in hits_of(doc, "count") if hit[2] in kinds]
        listed: dict[int, str] = {}
        found = list(self.blocks.find(reading, letters, labels, listed))
        taken = [(note.attributes["block"][0], note.attributes["block"][1]) for note in found]
        found += self._sentences(reading, letters, labels, taken, listed)
        yield from sorted(found, key=_PLACE)

    def _sentences(
        self,
        reading: Reading,
        letters: Letters,
        labels: list[Hit],
        taken: list[tuple[int, int]],
        listed: Mapping[int, str],
    ) -> Iterator[Annotation]:
        """Asks in sentences that no block has taken."""
        lower, sentences = reading.lower, reading.sentences
        last, kind, several = -1, None, False
        numbers = self._numbers(reading, letters)
        labelled = {reading.sentence_at(hit[0]) for hit in labels}
        near = set().union(*[range(number - 1, number + BACK + 1) for number in labelled])
        named = {reading.sentence_at(hit[0]) for hit in labels if hit[2] in self.areas}
        named |= {
            number + 1
            for number in named
            if number + 1 < len(sentences) and _THEY.match(lower, sentences[number + 1].start)
        }
        lists = listing_sentences(reading, labels)
        named |= lists
        answered = self.notes.labels.answered(reading, labels) if labels and not taken else None
        before: list[Annotation] = []
        given: dict[str, int] = {}
        blocks = Stretches(taken) if taken else None
        block, colon, unread, twice = -1, False, False, None
        for number in sorted(numbers | named if named else numbers):
            start, end, home = sentences[number]
            if home != block:
                block, span, twice = home, reading.spans[home], None
                colon = lower.find(":", span.start, span.end) >= 0
                unread = span.kind not in _READ or (
                    (colon or lower.find("\u2013", span.start, span.end) >= 0)
                    and _OWN_ANSWER.match(lower, span.start, span.end) is not None
                )
            if unread or listed.get(block) == OUTSIDE or (blocks is not None and blocks.meets(start, start + 1)):
                continue
            if colon and start > span.start and _STATUS.search(lower, span.start, start):
                continue
            if twice is None:
                twice = given.setdefault(reading.text[span.start : span.end], block) != block
            if twice:
                continue  # a paragraph that the page gives twice
            line = Line.of(letters, reading, span, start, end)
            if span.kind == "subheading" and not _ASKING_LINE.match(line.text) and not self._opens(reading, block):
                continue
            following = last == number - 1
            goes_on = following and kind is not None and sentences[last].span == block
            goes_on = goes_on and (several or self.notes.labels.carried(line))
            several = (several and goes_on) or (
                number - 1 in labelled and self.notes.labels.announces(line, labels, number)
            )
            carried = kind if goes_on else listed.get(block)
            if answered and not carried and self.notes.labels.opens(reading, number, answered[0]):
                carried = answered[1]
            if labels and not carried:
                carried = self.notes.labels.enumerated(reading, labels, number)
            new = self._sentence(line, labels if number in near else [], number, carried)
            if not new and number in named:
                new = list(self._listed(line) if number in lists else self._nouns(line))
            if (
                following
                and before
                and "t" in line.text
                and (due := _SET_LATER.match(line.text) or _GIVEN.match(line.text))
            ):
                self._set(before, line.when(*due.span("when")))
                new = []
            yield from new
            last, kind, before = number, new[-1].attributes["kind"] if new else None, new or before

    @staticmethod
    def _numbers(reading: Reading, letters: Letters) -> set[int]:
        """Numbers of the sentences in which something may ask."""
        found: set[int] = set()
        text, starts, begins = letters.text, letters.starts, reading.starts
        for pattern in TRIGGERS:
            found.update([bisect_right(begins, starts[trigger.start()]) - 1 for trigger in pattern.finditer(text)])
        if '"' in text:
            found.update([bisect_right(begins, starts[order.end()]) - 1 for order in ORDER.finditer(text)])
        if reading.spans and reading.spans[0].kind == "headline":
            found.add(0)
        at = reading.lower.find(_PLEASE)
        while at >= 0:
            number = reading.sentence_at(at)
            if reading.sentences[number].start == at:
                found.add(number)
            at = reading.lower.find(_PLEASE, at + 1)
        return found

    @staticmethod
    def _set(notes: list[Annotation], deadline: tuple[int, int] | None) -> None:
        """Give asks the day that is set for them afterwards."""
        for note in notes if deadline else ():
            note.attributes["deadline"] = note.attributes["deadline"] or list(deadline or ())

    @staticmethod
    def _opens(reading: Reading, number: int) -> bool:
        """Whether a line that looks like a heading is the first below the headline: it sums the article up."""
        return reading.spans[number].kind == "subheading" and all(
            span.kind in ("headline", "dateline", "byline") for span in reading.spans[:number]
        )

    def _sentence(self, line: Line, labels: list[Hit], number: int, carried: str | None) -> list[Annotation]:
        """Asks in a sentence."""
        text = line.text
        colon = text[-1:] == ":"
        if text[-1:] == "?" or (colon and not _LEADS_ON.search(text)):
            return []
        before: Found | None = None
        credit: Credit = NOBODY
        kind: str | None = None
        notes: list[Annotation] = []
        wordings = self.notes.wordings
        please = wordings.passed.messages.please(line) if line.lower.startswith(_PLEASE, line.low) else None
        for found in [please] if please else wordings.find(line, running=True):
            ask = found.ask
            if colon and not _LEADS_ON.match(text, ask.end):
                break  # what stands in the list below
            joined = before is not None and bool(JOINED.search(text, before.ask.end, ask.start))
            own = self.notes.credits.of(line, ask, found.asker)
            if joined and before:
                day = before.ask.deadline
                again = day and text.endswith("T", 0, day[0]) and "T" in text[before.ask.end : ask.start]
                if ask.deadline is None and day and day[1] <= before.ask.start and not again:
                    ask = ask._replace(deadline=day)
                if not own.who or 0 <= own.verb < before.ask.end:
                    own = credit  # a verb of the ask before it reports nothing
            label = self.notes.labels.of_clause(line, ask, labels, number) or (kind if joined else None) or carried
            if label == "cause_of_concern" and _BESIDE.search(line.words(0, ask.action)):
                label = None  # "It also says that", beside a cause of concern
            if ask is not found.ask:
                found = found._replace(ask=ask)
            if joined and notes and _SETS_DAY.fullmatch(line.words(ask.subject[0], ask.end)):
                self._set(notes, line.when(*ask.deadline) if ask.deadline else None)
                continue
            before, credit, kind = found, own, label
            block = line.reading.span_at(line.low)
            shared = None if ask.deadline else self._headed(line, block) or self._dated(line, block)
            under = self._is_answer(line, block)
            for part in self._verbs(line, ask) if found.flags == "again" else self._parts(line, ask):
                one = found if part is ask else found._replace(ask=part)
                notes.append(
                    self.notes.note(
                        line, one, f"recommendations.{found.how}", label, credit=own, shared=shared, under=under
                    )
                )
        if before and not before.ask.deadline and "t" in text and (due := _SET_THEN.search(text, before.ask.end)):
            self._set(notes[-1:], line.when(*due.span("when")))
        return notes

    @staticmethod
    def _is_answer(line: Line, block: int) -> bool:
        """Whether a sentence stands below a heading or a question about what is to be done: "What have you been told to do?"."""
        spans, lower = line.reading.spans, line.reading.lower
        for span in reversed(spans[max(0, block - _FAR) : block]):
            if span.kind == "subheading" or lower[span.end - 1] == "?":
                return "what " in lower[span.start : span.end] and bool(NEEDED.search(lower, span.start, span.end))
        return False

    @staticmethod
    def _dated(line: Line, block: int) -> tuple[int, int] | None:
        """The day that is the first sentence of a paragraph: "31 March 2026. Keys should be counted"."""
        reading = line.reading
        first = reading.sentences[reading.sentence_at(reading.spans[block].start)]
        if first.end >= line.low or first.end - first.start > _LONGEST:
            return None
        match = DAY.match(reading.lower, first.start, first.end)
        return match.span() if match and not reading.lower[match.end() : first.end].strip(" .:") else None

    @staticmethod
    def _headed(line: Line, block: int) -> tuple[int, int] | None:
        """The day that stands alone above a paragraph or its list: "With immediate effect"."""
        reading = line.reading
        listed = line.span.kind == "item" and line.span.lead >= 0
        number = line.span.lead if listed else block - 1
        if number < 0:
            return None
        above = reading.spans[number]
        text = reading.lower[above.start : above.end].rstrip(" :.,")
        if len(text) > _LONGEST or not text.startswith(OPENS):
            return None
        return (above.start, above.start + len(text)) if DEADLINE.fullmatch(text) else None

    def _listed(self, line: Line) -> Iterator[Annotation]:
        """Asks that a sentence lists as recommendations: "It makes recommendations including A, and B"."""
        for ask, called in list_asks(line):
            found = Found(ask, "list", (ask.start, ask.start))
            yield self.notes.note(line, found, "recommendations.noun", None, credit=Credit("ours", called))

    def _nouns(self, line: Line) -> Iterator[Annotation]:
        """Asks that a sentence names as areas for improvement: "Among the areas for improvement are A, and B"."""
        lower = line.reading.lower
        if line.text.endswith(":") or _TOLD_OF_IT.search(line.text):
            return  # "they include the following:"
        match = _THEY.match(lower, line.low, line.high) or self.named.search(lower, line.low, line.high)
        if not match:
            return
        first = line.letters.at(match.end()) - line.base
        parts = list(_PARTS.finditer(line.text.rstrip("."), first))
        if match.re is _THEY and match["are"] and len(parts) < _FEWEST - 1:
            return  # "They are the work of years"
        if any(
            part.end("part") - part.start("part") < _FEWEST
            or (part["part"][0] != "Q" and _NO_NOUN.search(part["part"]) and line.word(part.start("part") + 1) != "way")
            for part in parts
        ):
            return
        for part in parts:
            ask = Ask(*part.span("part"), (part.start("part"),) * 2, part.start("part"))
            found = Found(ask, "list", (ask.start, ask.start))
            yield self.notes.note(line, found, "recommendations.noun", "area_for_improvement")

    def _verbs(self, line: Line, ask: Ask) -> list[Ask]:
        """Asks that a sentence sums up, each with a verb of its own: "wash the vans, count the keys"."""
        found = [
            match.span()
            for match in _NEXT_VERB.finditer(line.text, ask.action, ask.end)
            if line.word(match.end()) in self.notes.clauses.actions or line.word(match.end()) in ("know", "be")
        ]
        if len(found) < _FEWEST - 1:
            return [ask]
        begins, ends = [ask.action, *(end for _, end in found)], [*(start for start, _ in found), ask.end]
        return [ask._replace(start=start, end=end) for start, end in zip(begins, ends, strict=True)]

    @staticmethod
    def _parts(line: Line, ask: Ask) -> list[Ask]:
        """Asks of a list inside a sentence: "the force should (i) train its staff, (ii) check its files"; else the ask itself."""
        text, begin = line.text, ask.action
        if text[begin - 1] == ":" and ";" in text[begin:]:
            return [
                ask._replace(start=begin + part.start("part"), end=begin + part.end("part"))
                for part in _BETWEEN.finditer(text[begin:])
            ]
        if text[begin : begin + 1] != "(":
            return [ask]
        marks = list(_LETTERED.finditer(text, begin))
        if len(marks) < 2:
            return [ask]
        parts = []
        for mark, last in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
            end, deadline = mark.end() + len(text[mark.end() : last].rstrip(",;.A")), ask.deadline
            if deadline and begin <= deadline[0]:
                deadline = deadline if mark.end() <= deadline[0] < end else None  # the day of another of them
                end = deadline[0] if deadline and deadline[1] == end else end
            parts.append(ask._replace(start=mark.end(), end=end, deadline=deadline))
        return parts
