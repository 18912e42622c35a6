"""Named operations, projects, programmes, schemes, campaigns and teams, with the sentence that describes them.

Enters the reading and the words that make a name one of an initiative; leaves one annotation a name and place.
"Operation" as a common noun, inspection programmes and laws are kept out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from extract.document.forms import UPPER, alternation
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation, Pipe, annotations_of, notes_of, reading_of
from extract.pipes.initiatives.started import Started

_READ = frozenset(("paragraph", "standfirst", "item", "row"))
_CAP = rf"[{UPPER}][\w'&-]*"
_NAME = rf"{_CAP}(?:(?: (?:and|of|the|on|in|for|to|with|at) | |, (?=[{UPPER}][a-z]+ (?:It|Up|Out|In|Off|On)\b)){_CAP}){{0,4}}"
_SHORT = rf"{_CAP}(?: {_CAP}){{0,2}}"
_PRACTICE = re.compile(r"\bexamples?\b|\bpraised?\b|\bgood work\b|\b(?:innovative|promising|positive|good|notable|effective|best) practice\b|\bwhat(?: is|'s)? work(?:s|ing)\b|\bhighlights?\b")
_ADVERB = r"(?:(?:[a-z'-]+ ){0,5}?)"
_SUBJECT = re.compile(rf"(?P<name>{_NAME})(?=,? (?:in |under )?(?P<verb>which|[a-z]+)\b)")
_LEAD_CAPS = frozenset("The A An This That These Those Its Their Our His Her In On At By For From With Under Through As When While If But And So Since After Before Both Two Three One Inspectors Officers Police It They We He She".split())


class Initiatives(Pipe):
    """The pipe of the field `initiatives`.

    Args:
        cues: Table of `cues/initiatives.toml`.
    """

    key = "initiatives"

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.before_kinds: dict[str, str] = dict(cues["before"])
        self.behind_kinds: dict[str, str] = dict(cues["behind"])
        self.nouns: dict[str, str] = dict(cues["nouns"])
        self.generic = frozenset(cues["lists"]["generic"])
        self.does = frozenset(cues["lists"]["does"])
        self.started = Started(cues["lists"]["began"])
        nouns = alternation(self.nouns)
        self.before = re.compile(rf"\b(?P<word>{alternation(self.before_kinds)}) (?P<name>{_SHORT})")
        self.behind = re.compile(rf"\b(?P<name>{_CAP}(?: {_CAP}){{0,3}}) (?P<word>{alternation(self.behind_kinds)})\b(?! [{UPPER}])")
        self.known = re.compile(rf"\b(?:{alternation(cues['lists']['known'])})\b")
        self.apposed = re.compile(rf"(?P<name>{_NAME}),['\"]? (?:an?|the|our|its|their|which is an?|known as the|one of (?:our|its|the)) (?P<what>{_ADVERB}(?P<noun>{nouns}|work(?= with)))\b(?! (?:leader|manager|member|officer|chief|head|lead|worker|director|commander|secretary|spokes\w+|\w+ist)s?\b)")
        self.called = re.compile(rf"\b(?P<noun>{nouns})s?,? (?:which is |that is |it is |they are )?(?:(?:called|known as|named|dubbed|titled|christened|under the name(?: of)?|it calls|they call|calling it) )['\"]?(?P<name>{_NAME})")
        self.introduced = re.compile(rf"\b(?P<noun>{nouns})(?: [a-z][a-z' -]{{2,50}})?, ['\"]?(?P<name>{_NAME})['\"]?(?=,| \u2013|;|\.)")
        self.lower = re.compile(rf"(?P<name>{_CAP}(?: {_CAP}){{0,3}})['\"]? (?P<noun>scheme|project|programme|campaign|initiative|protocol|pilot|app|hotline|helpline|workshops?)\b")
        self.calling = re.compile(rf"\b(?:calling it|call it|called it|called|known as|named|dubbed|calls it) ['\"]?(?P<name>{_NAME})")

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Names of initiatives, in the order of the text."""
        reading = reading_of(doc)
        published = notes_of(doc).get("published")
        bodies = [(note.start, note.end) for note in annotations_of(doc, "inspectorate")]
        bodies += [(note.start, note.end) for note in annotations_of(doc, "forces") if note.rule in ("forces.name", "forces.misspelt")]
        people = [(note.start, note.end) for note in annotations_of(doc, "officials") if note.attributes["form"] == "name" and note.attributes["role"]]
        found: dict[int, tuple[int, str, str]] = {}
        for start, end, kind, rule in self._names(reading):
            blocked = bodies if rule in ("initiatives.before", "initiatives.known") else bodies + people
            if reading.spans[reading.span_at(start)].kind not in _READ or any(left < end and start < right for left, right in blocked):
                continue
            if any(left < end and start < right for left, (right, _, _) in found.items()):
                continue
            found[start] = (end, kind, rule)
        for start, (end, kind, rule) in sorted(found.items()):
            about = self._about(reading, start)
            ahead = self._description(reading, start, end)
            first = self.started.find(reading.lower, end, ahead, published, reading.lower[max(0, start - 700) : start])
            first = first or self._before_name(reading, start, published)
            yield Annotation("initiative", start, end, rule, {"kind": kind, "started": first, "about": list(about)})

    def _names(self, reading: Reading) -> Iterator[tuple[int, int, str, str]]:
        text = reading.text
        for match in self.before.finditer(text):
            name = self._name(match["name"])
            if name and name.split()[0].lower() not in self.generic and name.split()[0] not in self.behind_kinds:
                yield match.start(), match.start("name") + len(name), self.before_kinds[match["word"]], "initiatives.before"
        for match in self.known.finditer(text):
            yield match.start(), match.end(), "scheme" if "Operation" not in match[0] else "operation", "initiatives.known"
        for match in self.behind.finditer(text):
            start = self._strip(text, match.start(), match.end("name"))
            words = text[start : match.end("name")].split()
            if words and not any(word.lower() in self.generic for word in words) and words[0] not in self.before_kinds and not words[-1].endswith("'s") and match["word"] not in ("Law", "Partnership"):
                yield start, match.end(), self.behind_kinds[match["word"]], "initiatives.behind"
        for rule, pattern in (("called", self.called), ("introduced", self.introduced), ("apposed", self.apposed), ("lower", self.lower)):
            for match in pattern.finditer(text):
                start, end = self._strip(text, match.start("name"), match.end("name")), match.end("name")
                if self._proper(reading, start, end, rule):
                    yield start, end, self.nouns.get(match["noun"], "other"), f"initiatives.{rule}"
        yield from self._practices(reading)

    @staticmethod
    def _name(words: str) -> str:
        """A name without a possessive at its end and without what follows a function word."""
        kept: list[str] = []
        for word in words.split():
            if word.endswith("'s"):
                kept.append(word[:-2])
                break
            kept.append(word)
        return " ".join(kept)

    def _strip(self, text: str, start: int, end: int) -> int:
        """Where a name begins without "The", a possessive before it, or a word that opens the sentence."""
        while True:
            word = re.match(r"[\w'&-]+,? ", text[start:end])
            if not word:
                return start
            if word[0].strip() in _LEAD_CAPS or word[0].strip().endswith("'s"):
                start += word.end()
                continue
            return start

    def _proper(self, reading: Reading, start: int, end: int, rule: str) -> bool:
        """Whether a name is one of an initiative: not a person, a body or plain police words."""
        words = re.findall(r"[\w'-]+", reading.text[start:end])
        if not words or all(word.lower() in self.generic for word in words):
            return False
        if words[-1] in _BODY_WORDS or any(word in _BODY_WORDS for word in words):
            return False
        if rule in ("apposed", "introduced") and len(words) == 1:
            return not reading.text[start:end].isupper() and (bool(re.search(r"[a-z][A-Z]", words[0])) or len(words[0]) > 7)
        if rule == "lower":
            return not any(word.lower() in self.generic for word in words) and not all(word.isupper() for word in words)
        return True

    def _practices(self, reading: Reading) -> Iterator[tuple[int, int, str, str]]:
        """Names that open a paragraph of a section on good practice: "Landing Light trains \u2026"."""
        practice = False
        for span in reading.spans:
            if span.kind == "subheading":
                head = bool(_PRACTICE.search(reading.lower, span.start, span.end))
                practice = head or practice and span.level > 2
                continue
            if not practice or span.kind not in ("paragraph", "item"):
                continue
            match = _SUBJECT.match(reading.text, span.start, span.end)
            if match and (match["verb"] in self.does or match["verb"] == "which"):
                start = self._strip(reading.text, match.start("name"), match.end("name"))
                words = reading.text[start : match.end("name")].split()
                if (len(words) > 1 or re.search(r"[a-z][A-Z]", words[0] if words else "")) and self._proper(reading, start, match.end("name"), "practice"):
                    yield start, match.end("name"), "scheme", "initiatives.practice"

    @staticmethod
    def _about(reading: Reading, start: int) -> tuple[int, int]:
        """The sentence that first describes it: its own, or the next where its own only names it."""
        number = reading.sentence_at(start)
        sentence = reading.sentences[number]
        if number + 1 < len(reading.sentences):
            ahead = reading.sentences[number + 1]
            own = reading.text[sentence.start : sentence.end]
            if len(own) < 62 and ahead.span == sentence.span and "," not in own and re.search(r"\b(?:it|its|under it)\b", reading.lower[ahead.start : ahead.start + 40]):
                return ahead.start, ahead.end
        return sentence.start, sentence.end

    @staticmethod
    def _description(reading: Reading, start: int, end: int) -> int:
        """Where the description ends: with the sentence, or with the next one that goes on about it."""
        number = reading.sentence_at(start)
        stop = reading.sentences[number].end
        for step in range(number + 1, min(number + 4, len(reading.sentences))):
            ahead = reading.sentences[step]
            if ahead.span != reading.sentences[number].span:
                break
            if re.search(r"\b(?:it|this|the (?:scheme|project|operation|team|programme|campaign))\b", reading.lower[ahead.start : ahead.start + 60]):
                stop = ahead.end
        return stop

    def _before_name(self, reading: Reading, start: int, published: str | None) -> str | None:
        """A date in the clause before the name: "launched in 2021, Operation Oak"; "since 2019 \u2026"."""
        sentence = reading.sentences[reading.sentence_at(start)]
        text = reading.lower[sentence.start : start]
        if not self.started.word.search(text):
            return None
        return self.started.find(reading.lower, sentence.start, start, published, "")


_BODY_WORDS = frozenset("Police Constabulary Council Authority Federation Union Service Services Brigade Inspectorate HMICFRS HMIC Court Association University College Trust Commissioner Constable Inspector Officer Agency Commission Office Ministry Department Government Parliament Act Hospital School News Network Ltd Street Road England Wales Scotland Britain UK London Board Panel Society Institute Charity Superintendent Sergeant Mr Mrs Ms Dr Sir Dame Cllr Councillor PEEL Radio".split())


def names_of(notes: Sequence[Annotation], reading: Reading) -> dict[str, list[Annotation]]:
    """Annotations by name, "Op" written out, in lower case."""
    grouped: dict[str, list[Annotation]] = {}
    for note in notes:
        name = re.sub(r"^op ", "operation ", reading.lower[note.start : note.end])
        grouped.setdefault(re.sub(r"[^\w' ]", "", name), []).append(note)
    return grouped
