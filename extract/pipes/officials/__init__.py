"""People named with a role anywhere in a text, so that a later "Mr Cooke" or "she" can be led back to them.

Enters the reading; leaves one annotation a person and place, with role and body as the words around the name
gives them. Who of them is quoted is settled in `assemble`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation, Pipe, reading_of
from extract.pipes.officials.alone import by_first_name
from extract.pipes.officials.lexicon import Lexicon, tokens_of
from extract.pipes.officials.named import Named
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.words import NOT_NOUNS
from extract.pipes.triggers import Hit, hits_of

_PRIVATE = expression(
    r"(?: (?:of|on) (?:[\w'-]+ ?){1,2}(?=,| who| whose| [a-z]+(?:ed|s) | said| told)| in [A-Z][\w'-]+)?(?! [A-Z])"
)
_ONE = expression(r"[\"'(]*(?P<one>(?:(?:And|But) (?:the|a|one|another)|The|A|One|Another) )(?:[a-z-]+ ){0,2}")
_PLURAL = frozenset(("people", "young people", "crew"))
_ONE_WHO = r"(?:[Aa]n?|[Oo]ne) (?P<one>(?P<noun>(?:[a-z-]+ ){0,2}(?:\d\d-year-old|[a-z-]+))(?: (?:from|in|near) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?)"
_WHO = expression(rf"\b{_ONE_WHO},?$")
_AMONG = expression(rf"(?:Among|One of) [^.;:\"]{{3,60}}? (?:is|was) {_ONE_WHO}(?=[.,]| (?:who|whose|with)\b)")
"""One of several: "Among those waiting is a 29-year-old from Derby"."""
_ORDINAL = expression(
    r"The (?P<one>first|second|third|fourth|other)(?=, who | (?:said|says|told|tells|laughed|smiled|shrugged|sighed|replied|added)\b)"
)
"""One of several whom the text has named together: "I asked three chiefs. The first laughed"."""
_NEAR = 40
"""Within how many characters of its beginning a sentence names its subject."""
_TOOK_UP = expression(
    r"\b(?P<who>He|She) (?:then |later |soon |also )?(?:was (?:then |later )?(?:made|appointed|named|elected|promoted to)|became|rose to (?:be|become)|served as) (?:an? |the )?(?=[\w ]*$)"
)
_STATES = frozenset(("secretary", "minister"))
_STATE = expression(
    r"\b(?:[Ss]hadow )?(?:[Hh]ome|[Jj]ustice|[Pp]rime|[Ff]irst|[Hh]ealth|[Cc]abinet|[Pp]olic(?:e|ing)|[Ff]ire|[Cc]rime|[Pp]risons|[Pp]robation|[Ss]ecurity|[Ss]afeguarding|[Vv]ictims) $"
)
"""Words with which an office of state begins."""
_SOLE = "chief inspector of constabulary"
"""The office that one person alone has, wherever it is named."""
_CROWN = expression(r"\b(?:by|of|from|to) (?P<crown>H(?:is|er) Majesty's |HM |the )$")
_CHAIR = r"(?P<seat>(?:(?:[Vv]ice|[Dd]eputy)[ -])?(?:[Cc]hair(?:man|woman|person)?|[Cc]onven[eo]r))"
_SEAT = expression(rf",? ?\((?:in the |the |meeting )?{_CHAIR}\)")
_SEATED = expression(rf"(?:(?<=\n)|(?<=: )|^){_CHAIR}: $")
"""A seat in a meeting, in brackets behind an office or as a label before a name."""
_APPOSED = expression(r", | [-\u2013] ")
"""What stands between a name and an office on one line."""
_SEATED_AT = expression(r"(?:, (?:[A-Z][\w'-]*|of|and|for|the|&)(?: (?:[A-Z][\w'-]*,?|of|and|for|the|&))*)?")
"""The body behind an office on a line that signs: "chair, Kent Fire Authority"."""
_LETTERS = expression(r", (?P<body>(?:the )?[A-Z]{3,8})$")
"""A body by its letters behind an office: "Head of Performance, OPCC"."""
_UNTIL = expression(r"[.,;:\n(]| (?:in|at|for|from|until|when|and|after|on) (?!Constabulary)")
_LATER = 3000
"""Within how many characters a later sentence gives the office of somebody whom the text has named."""
_WIDE = 90
"""Within how many characters behind a rank its office ends."""
_APART = 12
"""Within how many characters behind a name its role begins on a line that signs."""
_THE = expression(
    r"(?:[\d.()]+ )?(?:[Tt]he (?:new )?|(?:The|Its?) (?:county|city|region|force|service|brigade|capital|constabulary|area|council|union)'s (?:new )?|(?P<owner>[A-Z][\w-]*(?: (?:(?:of|and|&) )?[A-Z][\w-]*){0,4})'s? )"
)
"""How a sentence begins whose subject is an office, with the number of a paragraph of minutes or whose office it is."""
_LEADING = expression(r"(?:[A-Z][a-z]+(?:ed|ing)|Told|Shown|Faced) [^.;:\"]{2,160}, (?=the )")
"""A clause with a participle before its subject: "Asked whether it was so, the chief constable"."""
_LED = ("The ", ", the ", "new ", "'s ", "s' ")
"""What stands before such an office."""
_ACTS = expression(
    r"(?P<of> (?:of|for|at) (?:the )?[A-Z][\w'-]+(?: (?:and |& )?[A-Z][\w'-]+){0,7})?(?:, who [^,.;:\"]{3,60},)? (?:has|have|had|is|was|will|would|said|told|gave|drew|spoke|took|made|put|set|began|read|went|thought|felt|wrote|led|brought|left|met|saw|held|kept|sent|hit|came|got|stood|shook|rose|fell|found|fought|knew|paid|ran|swore|let|did|does|could|looked|smiles?|tells|talks|speaks|explains|reflects|answers|says|\w+ed)\b"
)


class Officials(Pipe):
    """The pipe of the field `officials`.

    Args:
        people: Parser of noun phrases.
    """

    key = "officials"

    def __init__(self, people: People) -> None:
        self.people = people
        self.named = Named(people)

    @property
    def lexicon(self) -> Lexicon:
        """Ranks, offices and bodies."""
        return self.people.lexicon

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """People with a role, in the order of the text."""
        reading = reading_of(doc)
        signatures = {note.start: note for note in self._signatures(reading)}
        yield from signatures.values()
        for note in signatures.values():
            if seat := self._beside(reading, note.start, note.end, note.attributes["role"]):
                yield seat
        told: set[int] = set()
        last = (0, 0)
        for found in self.named.find(reading):
            if last[0] <= found.start < last[1]:
                continue  # within a role: "Jo Hale, the Service Liaison Lead"
            last = (found.role[0], found.role[1]) if found.role else last
            told.add(found.start)
            if found.role:
                told.add(found.role[0])
            if found.start not in signatures:
                if found.role:
                    if seat := self._beside(reading, found.start, found.end, found.role):
                        yield seat
                elif not found.private:
                    yield from self._later(reading, found)
                yield self._note(found, "officials.title" if found.role else "officials.name")
        text, lower = reading.text, reading.lower
        takes = "He " in text or "She " in text
        for start, end, word in hits_of(doc, "rank"):
            if word in _STATES and (state := _STATE.search(text, max(0, start - _NEAR), start)):
                start = state.start()
            if takes and (held := self._held(reading, start, end)):
                yield Annotation("office", held.start, held.end, "officials.held", held.to_plain())
                continue
            start -= 3 if text.startswith("HM ", start - 3) else 0
            if lower.endswith(_SOLE, start, end) and (sole := self._sole(reading, start, end)):
                yield Annotation("office", sole.start, sole.end, "officials.office", sole.to_plain())
            elif text[start - 6 : start].endswith(_LED) and (alone := self._alone(reading, start, end)):
                yield Annotation("office", start, alone.end, "officials.office", alone.to_plain())
            elif lower.startswith("the ", start - 4):
                office = Speaker("role", start, end, role=(start, end))
                yield Annotation("office", start, end, "officials.mentioned", office.to_plain())
        private = hits_of(doc, "private")
        for found in (*by_first_name(reading, private, self.lexicon), *self._unnamed(reading, private)):
            if found.start not in told:  # "Jo Hale, a contact officer who …"
                yield self._note(found, "officials.subject")

    @staticmethod
    def _alone(reading: Reading, start: int, end: int) -> Speaker | None:
        """An office without a name that begins a sentence: "The chief constable of Kent has apologised"."""
        sentence = reading.sentences[reading.sentence_at(start)]
        led = _LEADING.match(reading.text, sentence.start, start)
        opens = _THE.fullmatch(reading.text, led.end() if led else sentence.start, start)
        match = _ACTS.match(reading.text, end) if opens else None
        if opens is None or match is None:
            return None
        end = match.end("of") if match["of"] else end
        return Speaker("role", start, end, role=(start, end), body=opens.span("owner") if opens["owner"] else None)

    @staticmethod
    def _sole(reading: Reading, start: int, end: int) -> Speaker | None:
        """The office that one person alone has, within a sentence: "the assessment by HM Chief Inspector of Constabulary"."""
        crown = _CROWN.search(reading.text, max(0, start - _NEAR), start)
        if crown is None or not reading.text.startswith((".", " was", " is", ","), end):
            return None
        begin = start if crown["crown"] == "the " else crown.start("crown")
        return Speaker("role", begin, end, role=(begin, end))

    def _held(self, reading: Reading, start: int, end: int) -> Speaker | None:
        """An office that a sentence says somebody took up who has been named: "He was made HM Inspector in 1990"."""
        low = max(0, start - _NEAR)
        begin = max(reading.text.rfind("He ", low, start), reading.text.rfind("She ", low, start))
        before = _TOOK_UP.search(reading.text, low, start) if begin >= 0 else None
        if before is None:
            return None
        stop = _UNTIL.search(reading.text, end, end + _WIDE)
        role, body, private = self.people.roles.role_of(
            tokens_of(reading.text, before.end(), stop.start() if stop else end)
        )
        if role is None or private:
            return None
        return Speaker("role", role[0], role[1], before["who"].lower(), role, body, since=before.start("who"))

    @staticmethod
    def _beside(reading: Reading, name: int, end: int, role: Sequence[int]) -> Annotation | None:
        """The seat that somebody with another office has in a meeting: "Jo Hale, Police and Crime Commissioner (Chair)"."""
        text, behind = reading.text, max(end, role[1])
        match = _SEAT.match(text, behind) if "(" in text[behind : behind + 3] else None
        if match is None and text.endswith(": ", 0, name):
            match = _SEATED.search(text, max(0, name - _NEAR), name)
        if match is None:
            return None
        seat = Speaker("role", *match.span("seat"), role=match.span("seat"), since=name)
        return Annotation("office", seat.start, seat.end, "officials.beside", seat.to_plain())

    def _later(self, reading: Reading, found: Speaker) -> Iterator[Annotation]:
        """The office that a later sentence gives to somebody by surname: "Hale, general secretary of the union, is glad"."""
        text = reading.text
        surname = text[text.rfind(" ", found.start, found.end) + 1 : found.end]
        at = text.find(f" {surname}, ", found.end, found.end + _LATER) + 1
        begin = at + len(surname) + 2
        close = text.find(",", begin, begin + _WIDE) if at and text.startswith((". ", ".\n"), at - 2) else -1
        if close < 0 or not text[begin].islower() or text[begin : text.find(" ", begin)] in NOT_NOUNS:
            return  # "Hale, who began as a Kent Police constable, is"
        role, body, private = self.people.roles.role_of(tokens_of(text, begin, close))
        if role and not private and role[0] - begin < len(surname):
            office = Speaker("role", *role, "", role, body, since=found.start)
            yield Annotation("office", *role, "officials.beside", office.to_plain())

    def _signatures(self, reading: Reading) -> Iterator[Annotation]:
        """A name alone on a line above a role alone on a line."""
        text, spans = reading.text, reading.spans
        for number, span in enumerate(spans):
            start, end = span.start, span.end
            if (
                end - start > 90
                or text[end - 1] in ".:?!"
                or span.kind not in ("subheading", "item", "paragraph")
                or not text[start].isupper()
                or not 0 < text.count(" ", start, end) < 14
            ):
                continue
            below = spans[number + 1] if number + 1 < len(spans) else span
            if below.end - below.start > 110:
                continue
            name = self.people.name_from(text, self._ranked(text, start, end), end)
            if name and (apart := _APPOSED.match(text, name[1], end)):
                yield from self._signed(text, number, name, apart.end(), end)
                continue
            if not name or name[1] != end or below is span:
                continue
            if text[below.end - 1] == "." or self.people.name_from(text, self._ranked(text, *below[1:3]), below.end):
                continue  # a sentence, or the next name of a list
            words = tokens_of(text, below.start, below.end)
            role, body, private = self.people.roles.role_of(words)
            if role and not private and role[0] - below.start < 40:
                yield Annotation(
                    "person",
                    name[0],
                    name[1],
                    "officials.signature",
                    Speaker("name", name[0], name[1], "", role, body).to_plain() | {"signature": number},
                )

    def _ranked(self, text: str, start: int, end: int) -> int:
        """Where the name begins on a line that a dash or a rank opens: "Cllr Jo Hale, chair"."""
        for word in text[start:end].split(" ", 4)[:4]:
            if not (word in ("-", "\u2013") or (word.lower() in self.lexicon.called_by and word[0].isupper())):
                break
            start += len(word) + 1
        return start

    def _signed(self, text: str, number: int, name: tuple[int, int], start: int, end: int) -> Iterator[Annotation]:
        """A name and a role, and nothing else, on one line: "Jo Hale, HM Inspector of Constabulary"."""
        seat = _SEAT.search(text, start, end)
        end = seat.start() if seat and seat.end() == end else end
        role, body, private = self.people.roles.role_of(tokens_of(text, start, end))
        if role and not private and role[0] - name[1] < _APART and _SEATED_AT.fullmatch(text, role[1], end):
            office = _LETTERS.search(text, *role)
            if office:
                role, body = (role[0], office.start()), office.span("body")
            found = Speaker("name", name[0], name[1], "", role, body, until=end)
            yield Annotation(
                "person", name[0], name[1], "officials.signature", found.to_plain() | {"signature": number}
            )

    def _unnamed(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Speaker]:
        """People without a name with whom a sentence begins: "The mother of one victim said"."""
        at = reading.text.find(" who ")
        while at >= 0:
            match = _WHO.search(reading.text, max(0, at - 40), at)
            at = reading.text.find(" who ", at + 5)
            if match and self._is_private(match["noun"]):
                yield Speaker("private", *match.span("one"), private=True)
        for match in _ORDINAL.finditer(reading.text):
            yield Speaker("private", *match.span("one"), private=True)
        for opening in ("Among ", "One of "):
            at = reading.text.find(opening)
            while at >= 0:
                match = _AMONG.match(reading.text, at)
                at = reading.text.find(opening, at + 5)
                if match and self._is_private(match["noun"]):
                    yield Speaker("private", *match.span("one"), private=True)
        for start, end, word in hits:
            if word.endswith("s") or word in _PLURAL or word == "retired":
                continue
            sentence = reading.sentences[reading.sentence_at(start)]
            if start - sentence.start > _NEAR:
                continue
            before = _ONE.fullmatch(reading.text, sentence.start, start)
            if before and before["one"].endswith("he ") and not reading.text.startswith((" of ", " from "), end):
                continue
            if before and self.lexicon.rank.search(reading.lower, before.end("one"), end):
                continue  # "The chief fire officer of Kent"
            behind = _PRIVATE.match(reading.text, end, sentence.end) if before else None
            if before and behind:
                yield Speaker("private", before.end("one"), behind.end(), private=True)

    def _is_private(self, noun: str) -> bool:
        """Whether a noun without a name is a person's, and no officer's: "One watch manager, who asked not to be named"."""
        words = noun.split()
        nouns = NOT_NOUNS.isdisjoint(words) and words[-1] not in (
            "member",
            "team",
            "force",
            "service",
            "thing",
            "reason",
        )
        return nouns and not self.lexicon.rank.search(noun)

    @staticmethod
    def _note(found: Speaker, rule: str) -> Annotation:
        return Annotation("person", found.start, found.end, rule, found.to_plain())
