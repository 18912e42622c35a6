"""People named with a role anywhere in a text, so that a later "Mr Cooke" or "she" can be led back to them.

Enters the hits of ranks and offices; leaves one annotation a person and place, with role and body as the noun phrase
gives them. Who of them is quoted is settled in `assemble`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.document.forms import PERSON
from extract.document.reading import Reading
from extract.document.sentences import DOT
from extract.pipes.annotation import Annotation, Pipe, reading_of
from extract.pipes.officials.lexicon import Lexicon, tokens_of
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.triggers import Hit, hits_of

_GAP = re.compile(r", | ")
_TRAIL = re.compile(r", ([^,.;:()]{3,90}),")
_SUBJECT = re.compile(rf"(?:[\"'(]*)(?:But |And |Yet |For |Then |[A-Z][a-z]+ )??(?P<name>{PERSON})")
_PERSONAL = re.compile(
    r", (?:\d{1,2}|aged|who|of|from|whose|the|a|an|chair|[a-z]+)\b| (?:who|said|says|told|was|is|has|had|went|joined|becomes?|took|lost|waited|lives?|[a-z]+ed|[a-z]+s)\b"
)
_PRIVATE = re.compile(
    r"(?: (?:of|from|in|at) (?:[\w'-]+ ?){1,4})?(?=,| who| whose| said| told| reported| waited| lost)"
)
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "its",
        "they",
        "their",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "he",
        "she",
        "his",
        "her",
        "we",
        "our",
        "in",
        "on",
        "at",
        "by",
        "from",
        "of",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "under",
        "through",
        "with",
        "without",
        "during",
        "where",
        "what",
        "which",
        "who",
        "how",
        "why",
        "all",
        "both",
        "each",
        "some",
        "most",
        "many",
        "one",
        "two",
        "three",
        "four",
        "five",
        "not",
        "no",
        "only",
        "even",
        "last",
        "inspectors",
        "officers",
        "police",
        "every",
        "any",
        "although",
        "though",
        "because",
        "however",
        "also",
    ]
)
_ONE = re.compile(r"[\"'(]*(?P<one>(?:The|A|One|Another) )(?:[a-z-]+ ){0,2}")
_NEAR = 40
"""Within how many characters of its beginning a sentence names its subject."""
_ACTS = re.compile(
    r"(?P<of> (?:of|for|at) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})? (?:has|have|is|was|will|would|\w+ed)\b"
)
_STOP = re.compile(rf"{DOT}|[,;:()\u2013]| who | which ")


class Officials(Pipe):
    """The pipe of the field `officials`.

    Args:
        people: Parser of noun phrases.
    """

    key = "officials"

    def __init__(self, people: People) -> None:
        self.people = people

    @property
    def lexicon(self) -> Lexicon:
        """Ranks, offices and bodies."""
        return self.people.lexicon

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """People with a role, in the order of the text."""
        reading = reading_of(doc)
        seen = -1
        known: set[int] = set()
        for start, end, _ in hits_of(doc, "rank"):
            if start < seen:
                continue
            span = reading.spans[reading.span_at(start)]
            found = self._ahead(reading, start, end, span.end) or self._behind(reading, start, end)
            alone = self._alone(reading, start, end) if found is None else None
            if alone:
                office = Speaker("role", start, alone, role=(start, alone))
                yield Annotation("office", start, alone, "officials.office", office.to_plain())
            if found and found.form == "name":
                seen = found.end
                known.add(found.start)
                for one in (found, found.partner):
                    if one:
                        yield self._note(one, "officials.title" if one.role else "officials.name")
        yield from self._signatures(reading)
        for found in (*self._subjects(reading), *self._unnamed(reading, hits_of(doc, "private"))):
            if found.start not in known:
                yield self._note(found, "officials.subject")

    @staticmethod
    def _alone(reading: Reading, start: int, end: int) -> int | None:
        """End of an office without a name that begins a sentence: "The chief constable of Kent has apologised"."""
        sentence = reading.sentences[reading.sentence_at(start)]
        match = _ACTS.match(reading.text, end) if reading.text[sentence.start : start] == "The " else None
        return match.end("of") if match and match["of"] else end if match else None

    def _ahead(self, reading: Reading, start: int, end: int, limit: int) -> Speaker | None:
        """A name right behind a rank, or behind a comma: "the chief constable, Jo Hale,"."""
        gap = _GAP.match(reading.text, end, limit)
        name = gap and self.people.name_from(reading.text, gap.end(), min(limit, gap.end() + 80))
        if not name:
            return None
        begin = self._begin(reading, reading.sentences[reading.sentence_at(start)].start, start - 120)
        trail = _TRAIL.match(reading.text, name[1], limit)
        return self.people.before(reading.text, begin, trail.end(1) if trail else name[1], apposed=bool(trail))

    def _behind(self, reading: Reading, start: int, end: int) -> Speaker | None:
        """A name before a comma and a role: "Jo Hale, chair of the panel"."""
        sentence = reading.sentences[reading.sentence_at(start)]
        comma = reading.text.rfind(", ", max(sentence.start, start - 60), start)
        if comma < 0:
            return None
        begin = self._begin(reading, sentence.start, comma - 240)
        stop = _STOP.search(reading.text, end, sentence.end)
        return self.people.before(reading.text, begin, stop.start() if stop else sentence.end, apposed=True)

    def _signatures(self, reading: Reading) -> Iterator[Annotation]:
        """A name alone on a line above a role alone on a line."""
        for number, span in enumerate(reading.spans[:-1]):
            if span.kind not in ("subheading", "item", "paragraph") or span.end - span.start > 60:
                continue
            below = reading.spans[number + 1]
            if below.end - below.start > 110 or reading.text[span.end - 1] in ".:?!":
                continue
            name = self.people.name_from(reading.text, span.start, span.end)
            if not name or name[1] != span.end:
                continue
            words = tokens_of(reading.text, below.start, below.end)
            role, body, private = self.people.roles.role_of(words)
            if role and not private and role[0] - below.start < 40:
                yield Annotation(
                    "person",
                    name[0],
                    name[1],
                    "officials.signature",
                    Speaker("name", name[0], name[1], "", role, body).to_plain() | {"signature": number},
                )

    def _subjects(self, reading: Reading) -> Iterator[Speaker]:
        """People without a rank with whom a sentence begins: "Pensioner Jo Hale, of Hove", "Jo Hale, 34,"."""
        for sentence in reading.sentences:
            if reading.spans[sentence.span].kind not in ("paragraph", "standfirst", "item"):
                continue
            first = reading.text[sentence.start : sentence.end].partition(" ")[0]
            if first.lower() in _OPENERS or first.islower():
                continue
            match = _SUBJECT.match(reading.text, sentence.start, min(sentence.end, sentence.start + 120))
            if not match:
                continue
            begin, end = match.span("name")
            name = self.people.name_from(reading.text, begin, end + 1)
            if name is None:  # "Pensioner Jo Hale"
                begin = reading.text.find(" ", begin, end) + 1
                name = self.people.name_from(reading.text, begin, end + 1) if begin else None
            if name is None or not _PERSONAL.match(reading.text, name[1]):
                continue
            stop = _STOP.search(reading.text, name[1], sentence.end)
            apposed = reading.text[name[1] : name[1] + 1] == ","
            found = self.people.before(
                reading.text,
                sentence.start,
                name[1] if not apposed or not stop else self._comma(reading, name[1], sentence.end),
                apposed=apposed,
            )
            if found and found.form == "name" and found.start == name[0]:
                yield found

    @staticmethod
    def _unnamed(reading: Reading, hits: Sequence[Hit]) -> Iterator[Speaker]:
        """People without a name with whom a sentence begins: "The mother of one victim said"."""
        for start, end, _ in hits:
            sentence = reading.sentences[reading.sentence_at(start)]
            if start - sentence.start > _NEAR:
                continue
            before = _ONE.fullmatch(reading.text, sentence.start, start)
            behind = _PRIVATE.match(reading.text, end, sentence.end) if before else None
            if before and behind:
                yield Speaker("private", before.end("one"), behind.end(), private=True)

    @staticmethod
    def _begin(reading: Reading, sentence: int, at: int) -> int:
        """Where a look back begins: with its sentence, else behind the space after an offset."""
        return sentence if at <= sentence else reading.text.find(" ", at) + 1

    @staticmethod
    def _comma(reading: Reading, start: int, end: int) -> int:
        """Where the phrase behind a name and its comma ends."""
        stop = _STOP.search(reading.text, start + 1, end)
        return stop.start() if stop else end

    @staticmethod
    def _note(found: Speaker, rule: str) -> Annotation:
        return Annotation("person", found.start, found.end, rule, found.to_plain())
