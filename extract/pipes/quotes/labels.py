"""What stands before a turn of a transcript, an interview or a script, and whom it names.

Enters a block of a reading; leaves its label: a name, a surname in capitals, a first name, initials, an office, "A:" or
"CLIP", in front of the speech or alone on a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.document.forms import alternation
from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.officials.lexicon import Lexicon
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.clips import Clips
from extract.pipes.quotes.page import Page

LABEL = expression(
    r"(?:(?:Q|No\.? ?)?\d{1,3}[.:)]? |\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]? )?"
    r"(?:(?P<label>[A-Z][^:.!?\"()]{0,70}?)(?: ?\((?P<aside>[^()]{1,60})\)(?: ?\([^()]{1,30}\))?)?: +|(?P<letter>[QA])\. )(?=\S)"
)
LETTERS = ("Q. ", "A. ")
WIDE = 130
"""Within how many characters of its beginning a paragraph has the colon of its label."""
_ALONE = expression(r"(?P<label>[A-Z][^:.!?\"()]{0,60}?)(?: ?\((?P<aside>[^()]{1,40})\))?:?$")
_ENDS = frozenset(".!?\"')\u2013")
"""What speech ends with, and "Owner: head of estates" does not."""
_HEAD = 4000
"""Within how many characters an article gives the name of whom it interviews."""
_ROSTER = frozenset(("present", "apologies", "attendance", "attending", "witnesses"))
"""Words of a label behind which people are listed."""
_PLACE = expression(r"(?:,? [A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})?[.:]?")
_SEAT = expression(r" (?:MP|MS|MSP|MLA|MHK|AM|TD)(?: \([^()]+\))?:?$")
"""Letters of a seat behind a name alone on a line, as in the report of a debate."""
_OF_REPLY = expression(r"(?:response|reply|comments?|answer|statement) (?:of|from|by) ")
"""How a label opens that gives somebody's reply in another's letter."""
_SHORT = 12
"""How far from the beginning of a heading a name begins that it introduces."""
_NAMES = 2
"""How many words a full name has at least."""


class Label(NamedTuple):
    """What stands before a turn.

    Args:
        kind: `speaker`, `narrator`, `answer` (whoever is interviewed), `clip` (whoever was named last), `reply` (one
            such line makes a dialogue), `addressed` (so does "Ms Hale:"), `end` (of a clip) or `unknown` (letters that
            may be an interviewer's).
        speaker: Who is named, or None.
        start: Where the speech begins; the end of the line for a label alone.
        name: Whether the label gives the name in a short form: first name or initials.
    """

    kind: str
    speaker: Speaker | None
    start: int
    short: bool = False


class Labels:
    """Reads labels.

    Args:
        cues: Table `labels` of `cues/quotes.toml`.
        lexicon: Ranks, offices and private people.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.narrators, self.answers = frozenset(cues["narrator"]), frozenset(cues["answer"])
        self.rosters = frozenset(cues["roster"])
        self.clip = expression(rf"(?:{alternation(cues['clip'])})\b(?: \d+)?(?:[ :,\u2013-]+|$)", re.I, holder=self)
        self.clips = Clips(cues["clip"])
        self.initials = frozenset(
            words[:2].lower() for words in (*cues["narrator"], *cues["answer"], *cues["roster"], *cues["clip"])
        )

    def of(self, page: Page, span: Span, *, lettered: bool) -> Label | None:
        """The label with which a span begins, or that it is; None where there is none.

        Args:
            page: The text.
            span: A block.
            lettered: Whether the text has turns under "Q." and "A.".
        """
        text = page.text
        heads = span.kind == "subheading"
        if heads and self.clips.is_end(page, span):
            return Label("end", None, span.end)
        if span.kind in ("subheading", "item") and (who := self.clips.of(page, span)):
            return Label("clip", self._heard(page, *who), span.end)
        begun = text.find(":", span.start, span.end) >= 0 or (lettered and text.startswith(LETTERS, span.start))
        match = LABEL.match(text, span.start, span.end) if begun else None
        if match and match["letter"] and not lettered:
            return None
        inline = match is not None and text[match.end()] not in "\"'"
        told = text.find(': "', match.end(), span.end) if match and inline else -1
        if match and 0 < told < match.end() + WIDE and page.between(match.end(), match.end() + 1):
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
        second = LABEL.match(text, match.end(), span.end) if clip and inline else None
        if second and second["label"].isupper():  # "CLIP: JO HALE: We did."
            named = self._named(page, *second.span("label")) or self._capitals(page, *second.span("label"))
            return Label("clip", named, second.end()) if text[second.end()] not in "\"'" else None
        if clip and clip.end() < stop and not (text[clip.end()].isupper() or text[clip.end()].isdigit()):
            clip = None  # "Recording crime: good"
        if clip and inline and self._is_person(page, match.end(), span.end):
            return None  # "Interview: Jo Hale, the force's registrar"
        if clip:
            if match["aside"] and (inside := page.between(*match.span("aside"))):
                return Label("clip", inside[0], begin)  # "CLIP (HM Inspector Jo Hale, 0'31\"): We did."
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
        if word in self.rosters or not _ROSTER.isdisjoint(word.split()):
            return None
        if not inline and not text[start:stop].isupper():
            return self._introduced(page, span)
        named = self._named(page, start, stop)
        if named is not None and named.role and page.lower[slice(*named.role)] in self.narrators:
            return Label("narrator", None, begin)  # "Host Jo Hale talks to"
        if named is not None:
            kind = "reply" if _OF_REPLY.match(page.lower, start, stop) else "speaker"
            if inline and text[span.end - 1] in _ENDS and self._is_addressed(page, start, stop):
                kind = "addressed"
            return Label(kind, named, begin, named.end - named.start > stop - start + 3)
        private = self._private(page, start, stop, match) if inline and text[span.end - 1] in _ENDS else None
        if private is not None:
            return Label("speaker", private, begin)
        if inline and text[start:stop].isupper() and stop - start < 5:
            post = stop - start > 1 and text[start:stop].lower() in self.lexicon.short and text[span.end - 1] in _ENDS
            chair = Speaker("role", start, stop, role=(start, stop)) if post else None
            return Label("speaker" if post else "unknown", chair, begin)  # "PCC: Why is that?"
        if inline and (capitals := self._capitals(page, start, stop)):
            return Label("capitals", capitals, begin)
        office = self._office(page, span, start, match, begin) if inline else None
        words = text[start:stop].split(" ")
        if office is None and inline and 1 < len(words) < 4 and self._is_name(words):
            return Label("titled", Speaker("name", start, stop), begin)
        if office is None and inline and len(words) == 1 and text[start:stop].isupper():
            return self._first_named(page, start, stop, begin)
        return office

    def _first_named(self, page: Page, start: int, stop: int, begin: int) -> Label | None:
        """A first name in capitals of somebody whom the text above names by it alone: "TED: It's better."."""
        name = page.text[start:stop].title()
        above = page.text.rfind(name, max(0, start - _HEAD), start) if name.lower() in self.lexicon.first_names else -1
        return (
            Label("speaker", Speaker("private", above, above + len(name), private=True), begin) if above >= 0 else None
        )

    def _heard(self, page: Page, start: int, stop: int) -> Speaker | None:
        """Whom the heading of a clip names; a name that stands nowhere else is a private person's."""
        if start == stop:
            return None
        named = self._named(page, start, stop) or self._capitals(page, start, stop)
        if named is not None:
            return named
        comma = page.text.find(",", start, stop)
        stop = comma if comma > 0 else stop
        name = page.text[start:stop].title()
        written = page.text.rfind(name, max(0, start - _HEAD), start)
        start, stop = (written, written + len(name)) if written >= 0 else (start, stop)
        return Speaker("private", start, stop, private=True)

    def _is_apart(self, page: Page, span: Span) -> bool:
        """Whether a heading can be a label by its form: in capitals, with brackets, or of known words."""
        begin = page.lower[span.start : span.start + 2]
        if begin in self.initials or begin[-1] == ",":
            return True
        line = page.text[span.start : span.end]
        return "(" in line or line.isupper()

    def _introduced(self, page: Page, span: Span) -> Label | None:
        """A heading that is a person's name and office and nothing else: "YES \u2013 Jo Hale, regional chair"."""
        if span.kind != "subheading" or not page.people or page.text.startswith("From ", span.start):
            return None
        inside = page.between(span.start, span.end)
        seated = len(inside) == 1 and _SEAT.match(page.text, inside[0].end, span.end)
        if len(inside) != 1 or not (inside[0].role or inside[0].body or seated):
            return None
        if seated:
            return Label("member", inside[0], span.end)
        if not _PLACE.fullmatch(page.text, max(inside[0].until, inside[0].end), span.end):
            return None
        begin = min(inside[0].start, inside[0].since if inside[0].since >= 0 else inside[0].start)
        return Label("reply", inside[0], span.end) if begin - span.start < _SHORT else None

    def _named(self, page: Page, start: int, stop: int) -> Speaker | None:
        """The person of the article whom a label names: in full, by one of the names, or by initials."""
        words = page.lower[start:stop].rpartition(",")[0] or page.lower[start:stop]
        if self._is_addressed(page, start, stop):
            words = words.partition(" ")[2]
        letters = page.text[start:stop].replace(".", "")
        initials = letters.lower() if letters.isupper() and 1 < len(letters) < 5 else None
        post = self.lexicon.short.get(initials or "", words)
        for one in page.people:
            name = page.lower[one.start : one.end].split()
            if start <= one.start < stop:
                return one
            role = page.lower[slice(*one.role)] if one.role else ""
            office = role != "" and (role == words or (post != words and role.startswith(post)))  # "CHAIR:", "PCC:"
            if office or words == name[-1] or words == name[0] or words.split() == name:
                return one._replace(partner=None)
            if initials and initials in (initials_of(name), "".join(word[0] for word in name)):
                return one._replace(partner=None)
        return None

    def _is_addressed(self, page: Page, start: int, stop: int) -> bool:
        """Whether a label is a form of address and a surname, which minutes put before words of the meeting: "Ms Hale:"."""
        first, _, rest = page.lower[start:stop].partition(" ")
        called = first.rstrip(".") in self.lexicon.courtesy or first in ("councillor", "cllr")
        return called and rest != "" and " " not in rest

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
        if len(words) - ranks < _NAMES or not page.text[start:stop].isupper():
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
        if not words or "chief" in words or not {words[0], words[-1]} & self.lexicon.private:
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
        if of := _OF_REPLY.match(page.lower, start, end):
            start = of.end()  # "Answer by the Chief Officer: We do."
        own = page.text.find("'s ", start, end)
        if page.text[start:end].isupper():
            speaker: Speaker | None = Speaker("role", start, end, role=(start, end))  # "COMMISSIONER:"
        else:
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


def initials_of(name: Sequence[str]) -> str:
    """The first letters of the words of a name."""
    return "".join(part[0] for word in name for part in word.split("-") if part)
