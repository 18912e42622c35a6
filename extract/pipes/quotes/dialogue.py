"""Speech without marks under labels: transcripts, interviews, radio scripts, questions and answers.

Enters a reading with its people; leaves each turn with whoever its label names. A label is a name, a surname in
capitals, a first name, initials, an office, "A:" or "CLIP", in front of the speech or alone on the line above it; a
presenter's or interviewer's turns are the article's own voice. Questions that nobody's name answers are answered by
whoever the article says it has asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Span
from extract.pipes.officials.lexicon import Lexicon
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.questions import VOICED, questions_of
from extract.pipes.quotes.unmarked import OTHERS, Bare

_LABEL = re.compile(
    r"(?:(?:Q|No\.? ?)?\d{1,3}[.:)]? |\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]? )?"
    r"(?:(?P<label>[A-Z][^:.!?\"()]{0,70}?)(?: ?\((?P<aside>[^()]{1,40})\))?: +|(?P<letter>[QA])\. )(?=\S)"
)
_ALONE = re.compile(r"(?P<label>[A-Z][^:.!?\"()]{0,60}?)(?: ?\((?P<aside>[^()]{1,40})\))?:?$")
_LETTERS = ("Q. ", "A. ")
_KINDS = frozenset(("paragraph", "item", "subheading", "standfirst"))
_ASKED = re.compile(
    r"\b(?:questions?|answer(?:s|ed)?|ask(?:s|ed)?|interview\w*|(?:talk|spoke|speak|chat)\w* (?:to|with)|sat down|meets?|met|q ?(?:&|and) ?a|web ?chat|minutes with|caught up with|put to)\b"
)
_MYSELF = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e)\b")
_THEY = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_WIDE = 130
"""Within how many characters of its beginning a paragraph has the colon of its label."""
_ENDS = frozenset(".!?\"')\u2013")
"""What speech ends with, and "Owner: head of estates" does not."""
_FEW = 2
"""How many turns make a dialogue."""
_HEAD = 4000
"""Within how many characters an article gives the name of whom it interviews."""
_PLACE = re.compile(r"(?:,? [A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})?[.:]?")
_SHORT = 12
"""How far from the beginning of a heading a name begins that it introduces."""


class Label(NamedTuple):
    """What stands before a turn.

    Args:
        kind: `speaker`, `narrator`, `answer` (whoever is interviewed), `clip` (whoever was named last), `reply` (one
            such line makes a dialogue) or `unknown` (letters that may be an interviewer's).
        speaker: Who is named, or None.
        start: Where the speech begins; the end of the line for a label alone.
        name: Whether the label gives the name in a short form: first name or initials.
    """

    kind: str
    speaker: Speaker | None
    start: int
    short: bool = False


class Dialogue:
    """Finds turns.

    Args:
        cues: Table `labels` of `cues/quotes.toml`.
        lexicon: Ranks, offices and private people.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.narrators, self.answers = frozenset(cues["narrator"]), frozenset(cues["answer"])
        self.rosters = frozenset(cues["roster"])
        self.clip = re.compile(rf"(?:{alternation(cues['clip'])})\b(?: \d+)?(?:[ :,\u2013-]+|$)", re.I)
        self.initials = frozenset(
            words[:2].lower() for words in (*cues["narrator"], *cues["answer"], *cues["roster"], *cues["clip"])
        )

    def turns(self, page: Page) -> dict[int, Bare]:
        """Turns by the number of the span in which each begins; empty where the text is no dialogue."""
        labels: dict[int, Label] = {}
        text = page.text
        lettered = text.startswith("Q. ") or "\nQ. " in text
        colon = text.find(": ")
        for number, span in enumerate(page.spans):
            kind, start = span.kind, span.start
            if 0 <= colon < start:
                colon = text.find(": ", start)
            if (
                kind != "subheading"
                and (colon < 0 or colon > start + _WIDE - 2 or colon > span.end - 2 or kind not in _KINDS)
                and not (lettered and text.startswith(_LETTERS, start))
            ):
                continue
            label = self._label(page, span, lettered=lettered)
            if label:
                labels[number] = label
        self._initialled(page, labels)
        kinds = [label.kind for label in labels.values()]
        spoken = len(kinds) - kinds.count("narrator") - kinds.count("unknown")
        if spoken and (len(kinds) >= _FEW or "clip" in kinds or "reply" in kinds):
            return self._labelled(page, labels)
        return {} if spoken else self._asked(page)

    def _label(self, page: Page, span: Span, *, lettered: bool) -> Label | None:
        text = page.text
        heads = span.kind == "subheading"
        begun = text.find(":", span.start, span.end) >= 0 or (lettered and text.startswith(_LETTERS, span.start))
        match = _LABEL.match(text, span.start, span.end) if begun else None
        if match and match["letter"] and not lettered:
            return None
        inline = match is not None and text[match.end()] not in "\"'"
        told = text.find(': "', match.end(), span.end) if match and inline else -1
        if match and 0 < told < match.end() + _WIDE and page.between(match.end(), match.end() + 1):
            return None  # "THE UNION: Jo Hale, Police Federation: '\u2026'"
        if match and inline and text[match.end()].islower():
            return None  # "Jo Hale (Kent): a detective who began in 1990"
        if not match and heads and span.end - span.start < 80 and self._is_apart(page, span):
            match = _ALONE.match(text, span.start, span.end)
        if not match or (not inline and match.end() < span.end):
            return self._introduced(page, span)
        start, stop = match.span("label") if match.start("label") >= 0 else match.span("letter")
        begin = match.end() if inline else span.end
        clip = self.clip.match(text, start, stop)
        second = _LABEL.match(text, match.end(), span.end) if clip and inline else None
        if second and second["label"].isupper():  # "CLIP: JO HALE: We did."
            named = self._named(page, *second.span("label")) or self._capitals(page, *second.span("label"))
            return Label("clip", named, second.end()) if text[second.end()] not in "\"'" else None
        if clip and clip.end() < stop and not (text[clip.end()].isupper() or text[clip.end()].isdigit()):
            clip = None  # "Recording crime: good"
        if clip and inline and self._is_person(page, match.end(), span.end):
            return None  # "Interview: Jo Hale, the force's registrar"
        if clip:
            named = self._named(page, clip.end(), stop) if clip.end() < stop else None
            return Label("clip", named or self._capitals(page, clip.end(), stop), begin)
        if inline and text[span.end - 1] not in _ENDS and self._is_person(page, match.end(), span.end):
            return None  # "Chair: Jo Hale, Police and Crime Commissioner"
        if match["aside"] and (inside := page.between(*match.span("aside"))):
            return Label("speaker", inside[0], begin)
        word = text[start:stop].lower().rstrip("0123456789 ").partition(",")[0]
        if word in self.narrators:
            later = text.find(", ", start, stop)  # "VOX POP, WOMAN WITH DOG:"
            private = self._private(page, later + 2, stop, match) if later > 0 else None
            return Label("speaker" if private else "narrator", private, begin)
        if word in self.answers:
            return Label("answer", None, begin)
        if word in self.rosters:
            return None
        if not inline and not text[start:stop].isupper():
            return self._introduced(page, span)
        named = self._named(page, start, stop)
        if named is not None:
            return Label("speaker", named, begin, named.end - named.start > stop - start + 3)
        private = self._private(page, start, stop, match) if inline and text[span.end - 1] in _ENDS else None
        if private is not None:
            return Label("speaker", private, begin)
        if inline and text[start:stop].isupper() and stop - start < 5:
            return Label("unknown", None, begin)
        if inline and (capitals := self._capitals(page, start, stop)):
            return Label("capitals", capitals, begin)
        office = self._office(page, span, start, match, begin) if inline else None
        words = text[start:stop].split(" ")
        if office is None and inline and 1 < len(words) < 4 and self._is_name(words):
            return Label("titled", Speaker("name", start, stop), begin)
        return office

    def _is_apart(self, page: Page, span: Span) -> bool:
        """Whether a heading can be a label by its form: in capitals, with brackets, or of known words."""
        begin = page.lower[span.start : span.start + 2]
        if begin in self.initials or begin[-1] == ",":
            return True
        line = page.text[span.start : span.end]
        return "(" in line or line.isupper()

    def _introduced(self, page: Page, span: Span) -> Label | None:
        """A heading that is a person's name and office and nothing else: "YES \u2013 Jo Hale, regional chair"."""
        if span.kind != "subheading" or not page.people:
            return None
        inside = page.between(span.start, span.end)
        if len(inside) != 1 or not (inside[0].role or inside[0].body):
            return None
        if not _PLACE.fullmatch(page.text, max(inside[0].until, inside[0].end), span.end):
            return None
        begin = min(inside[0].start, inside[0].since if inside[0].since >= 0 else inside[0].start)
        return Label("reply", inside[0], span.end) if begin - span.start < _SHORT else None

    def _named(self, page: Page, start: int, stop: int) -> Speaker | None:
        """The person of the article whom a label names: in full, by one of the names, or by initials."""
        words = page.lower[start:stop].rpartition(",")[0] or page.lower[start:stop]
        letters = page.text[start:stop].replace(".", "")
        initials = letters.lower() if letters.isupper() and 1 < len(letters) < 5 else None
        for one in page.people:
            name = page.lower[one.start : one.end].split()
            if start <= one.start < stop:
                return one
            office = one.role is not None and words == page.lower[slice(*one.role)]  # "CHAIR:"
            if office or words == name[-1] or words == name[0] or words.split() == name:
                return one._replace(partner=None)
            if initials and initials == _initials(name):
                return one._replace(partner=None)
        return None

    def _initialled(self, page: Page, labels: dict[int, Label]) -> None:
        """Settle labels that may be names: those whose initials label other turns, and those of people who ask nothing."""
        office = any(label.speaker is not None and label.speaker.role is not None for label in labels.values())
        names: dict[str, Speaker] = {}
        asking = set()
        for number, label in labels.items():
            if label.kind in ("capitals", "titled") and label.speaker:
                letters = _initials(page.lower[label.speaker.start : label.speaker.end].split())
                names[letters] = label.speaker
                if page.text[page.spans[number].end - 1] == "?" or (office and not label.speaker.role):
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
                known = label.kind == "capitals" and words[0] in self.lexicon.first_names
                if _initials(words) in told or (known and _initials(words) not in asking):
                    labels[number] = label._replace(kind="speaker")
                else:
                    del labels[number]

    def _is_name(self, words: Sequence[str]) -> bool:
        """Whether words could be a person's name."""
        named = all(word[:1].isupper() and word.replace("-", "").replace("'", "").isalpha() for word in words)
        return named and self.lexicon.not_names.isdisjoint([word.lower() for word in words])

    @staticmethod
    def _is_person(page: Page, start: int, end: int) -> bool:
        """Whether a line says who somebody is and nothing else."""
        inside = page.between(start, start + 1)
        return bool(inside) and max(inside[0].until, inside[0].end) >= end - 1

    def _capitals(self, page: Page, start: int, stop: int) -> Speaker | None:
        """A name in capitals that stands nowhere else, with the rank before it: "SUPT JO HALE"."""
        words = page.text[start:stop].split(" ")
        ranks = next(
            (n for n, word in enumerate(words) if word.lower().rstrip(".") not in self.lexicon.roles), len(words)
        )
        if len(words) - ranks < _FEW or not page.text[start:stop].isupper():
            return None
        if not self._is_name(words[ranks:]):
            return None
        begin = start + len(" ".join([*words[:ranks], ""]))
        written = page.lower.find(page.lower[begin:stop], 0, min(start, _HEAD))
        if written >= 0 and not page.text[written : written + stop - begin].isupper():
            begin, stop = written, written + stop - begin
        return Speaker("name", begin, stop, role=(start, begin - 1) if ranks else None)

    def _private(self, page: Page, start: int, stop: int, match: re.Match[str]) -> Speaker | None:
        """A label that says no name but who it is: "WOMAN, 40s", "Caller (Martin, Yate)"."""
        words = page.lower[start:stop].replace(",", " ").split()
        if not words or not {words[0], words[-1]} & self.lexicon.private:
            return None
        aside = (match["aside"] or "").partition(",")[0]
        if aside[:1].isupper() and aside.replace(" ", "").isalpha():
            begin = match.start("aside")
            return Speaker("private", begin, begin + len(aside), private=True)
        return Speaker("private", start, stop, private=True)

    def _office(self, page: Page, span: Span, start: int, match: re.Match[str], begin: int) -> Label | None:
        """A label that is an office: "The Convener:", "Chief Constable's reply:"."""
        end = match.end("label")
        if self.lexicon.posts.isdisjoint(page.lower[start:end].replace("'s", " ").replace(",", " ").split()):
            return None
        own = page.text.find("'s ", start, end)
        speaker = page.before(start, own if own > 0 else end)
        if speaker is None or page.text[span.end - 1] not in ".!?\"')":
            return None
        first = min(speaker.start, speaker.role[0] if speaker.role else speaker.start)
        if speaker.form not in ("name", "surname", "role") or speaker.title == "anonymous" or first - start > 5:
            return None
        if speaker.form == "surname" and not (speaker.title or speaker.role):
            return None
        if speaker.form == "name" and not speaker.role and not speaker.title:
            return Label("unknown", None, begin)
        return Label("reply" if own > 0 else "speaker", speaker, begin)

    def _labelled(self, page: Page, labels: Mapping[int, Label]) -> dict[int, Bare]:
        found: dict[int, Bare] = {}
        interview = any(label.short or label.kind == "answer" for label in labels.values())
        narrated = any(label.kind in ("narrator", "unknown") for label in labels.values())
        first = page.spans[min(labels)].start
        for number, label in labels.items():
            span = page.spans[number]
            speaker = label.speaker
            if label.kind == "answer":
                speaker = self._interviewed(page, first)
            elif label.kind == "clip" and speaker is None:
                speaker = next((one for one in reversed(page.people) if one.start < span.start), None)
            if label.kind in ("narrator", "unknown") or speaker is None:
                continue
            if label.kind == "speaker" and self._reports(page, speaker, labels):
                continue
            alone = label.start >= span.end
            parts = [] if alone else [(label.start, span.end)]
            last = number
            loose = (alone and label.kind != "reply") or (interview and number < max(labels))
            for below in range(number + 1, len(page.spans)):
                if below in labels or not self._goes_on(page, below, loose=loose):
                    break
                if page.spans[below].kind == "caption":
                    continue
                parts.append((page.spans[below].start, page.spans[below].end))
                last = below
            if len(parts) > 1 and last + 1 in labels and labels[last + 1].short and not narrated:
                parts, last = parts[:-1], last - 1  # an interviewer's turn that asks nothing
            if parts:
                cause = Attribution(span.start, span.start, ":", speaker._replace(partner=None), span.start)
                found[number] = Bare(cause, parts, last)
        return found

    def _reports(self, page: Page, speaker: Speaker, labels: Mapping[int, Label]) -> bool:
        """Whether a name without office, beside a narrator's label, is the reporter's."""
        nameless = speaker.form == "name" and not (speaker.role or speaker.body or speaker.private)
        if not nameless or not any(label.kind == "narrator" for label in labels.values()):
            return False
        name = page.lower[speaker.start : speaker.end]
        return not any(
            page.lower[one.start : one.end] == name and (one.role or one.body or one.private) for one in page.people
        )

    def _goes_on(self, page: Page, number: int, *, loose: bool, first: bool = False) -> bool:
        """Whether a paragraph goes on with the turn above it.

        Args:
            loose: Whether it need not speak in the first person.
            first: Whether it is the first of an answer, which may speak of others.
        """
        span = page.spans[number]
        text = page.text[span.start : span.end]
        if span.kind not in ("paragraph", "caption") or text[:1] in "([\"'" or text[-1] == "?":
            return False
        if OTHERS.search(text) or _LABEL.match(text):
            return False
        return VOICED.search(text) is not None or (loose and (first or not _THEY.search(text)))

    @staticmethod
    def _interviewed(page: Page, before: int) -> Speaker | None:
        """Whom an interview questions: who is named in the paragraphs or the heading right above it, else first of all."""
        number = page.span_at(before)
        for above in page.spans[max(0, number - 3) : number][::-1]:
            inside = [one for one in page.people if above.start <= one.start < above.end]
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
                and self._goes_on(page, below, loose=True, first=not parts)
            ):
                parts.append((page.spans[below].start, page.spans[below].end))
                below += 1
            if parts:
                cause = Attribution(parts[0][0], parts[0][0], ":", speaker._replace(partner=None), parts[0][0])
                found[number + 1] = Bare(cause, parts, below - 1)
        singular = any(_MYSELF.search(page.text, s, e) for bare in found.values() for s, e in bare.parts)
        return found if singular and len(found) >= _FEW else {}


def _initials(name: Sequence[str]) -> str:
    return "".join(part[0] for word in name for part in word.split("-") if part)
