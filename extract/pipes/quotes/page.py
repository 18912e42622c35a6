"""A reading with the people whom it names: who stands before a verb, behind it, or at the head of a sentence.

Full names were read once by the pipe `officials`; here they are looked up by where their phrase ends or begins. Other
phrases (a pronoun, a surname, an office, a body) are parsed where a verb asks for them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker, letters_of
from extract.pipes.officials.words import ADVERBS, DETERMINERS, NEVER_NOUNS, PREDICATE, PREPOSITIONS, PRONOUNS
from extract.pipes.quotes.between import ANSWERING, CITED, OFFICE, OWN_BODY, OWN_OFFICE, TOLD_OF, TOLD_WHO, WHO_OPEN
from extract.pipes.quotes.kin import of_kin
from extract.pipes.triggers import Hit

_GAP = expression(rf",?(?: who)?(?: (?:{'|'.join(sorted(ADVERBS))}|[a-z]+ly)\b)*,? ?")
_JOINT = expression(
    r",? (?:and|with) (?:(?:her|his|their) (?:opposite number|counterpart|deputy|colleague)(?: (?:in|at|of|for|from) [A-Z][\w' -]{2,30})?,? )?(?:(?:the|her|his|their|[A-Z][a-z]+\.?) ){0,2}"
)
_JOINT_APPOSED = expression(r", (?:the|its|an?|his|her) [^,.;:\"]{3,70}, and (?:(?:the|its|[A-Z][a-z]+\.?) ){0,2}")
"""Between two who speak together, of whom the first is told more of: "Supt Jo Hale, its lead for theft, and Sgt Al Dean"."""
_NOT_BEFORE = (NEVER_NOUNS | PREDICATE | PREPOSITIONS | PRONOUNS) - DETERMINERS - {"of", "for"}
_WORD = expression(r"[\w'&-]+ ")
_VOICES = frozenset(("report", "reports", "letter", "inspectors", "inspectorate", "watchdog", "regulator", "review"))
_HEADS = DETERMINERS | PRONOUNS
_VALUES = itemgetter(*Speaker._fields)
_LED_BY = ("led by ", "headed by ", "chaired by ", "written by ")
"""Words before a person who does not act alone: "Inspectors, led by Jo Hale, described"."""
_FOR = expression(
    r"\b(?:spokes\w+|source|aide|lawyer|solicitor) (?:for|close to) (?:the |her |his |their )?(?:(?:[\w-]+ ){0,4}(?:commissioner|constable|officer|minister|mayor),? )?(?:M(?:r|s|rs|iss) |Dr |Cllr )?$"
)
_WHO_DID = expression(
    r"(?:An?|One|Another) (?P<one>(?:[a-z-]+ ){0,2}?(?:\d+-year-old|man|woman|boy|girl|teenager|victim|survivor|mother|father|parent|resident|neighbour|pensioner|student|pupil|prisoner|detainee|caller|driver)) who [^,.;:\"]{3,110} $"
)
"""A private person whom a clause tells of that no comma parts: "A 15-year-old who was sent to Safe Start told"."""
_ASIDE = expression(r" [\u2013-] [^\u2013\n\"]{3,130} [\u2013-] $")
"""What dashes set off between somebody and their verb: "Mr Hale - who joined in May - said"."""
_AGED = expression(r"\b[Tt]he (?P<one>[\w-]+-year-old)(?:, who [^,]{3,60},)?(?: \w+ly)? ?$")
_AGED_BEHIND = expression(r" ?[Tt]he (?P<one>[\w-]+-year-old)\b")
_THE_ONE = expression(r" ?[Tt]he (?P<one>[a-z][\w-]+)(?=[.,;]| (?:as|who|when|after|before|in|on|at)\b|$)")
_WHO = expression(r",? (?:who(?:se|m)?|which|where) [^\".;:]{3,140}, ")
_CLAUSE = 220
"""Within how many characters before a verb the name stands of which a clause with "who" tells."""
_SOMEBODY = expression(r" ?(?P<one>(?:some|any)(?:one|body)|(?:an?|one|another) voice)\b")
_GROUP = expression(
    r"(?:Staff|Officers|Firefighters|Crews|Managers|Supervisors|Detectives|Victims|Survivors|Residents|Women|Men|People|Parents|Families|Callers)(?= (?:there|here) $| (?:at|in|of|from|on|with|across) [^,;:\"]+$)"
)
"""Several people who speak as one, wherever they are: "Staff at the headquarters said"."""
_VOICE_BEHIND = expression(
    r" ?(?:[Tt]he|an?|its|their) (?P<voice>(?:[a-z]+ )?(?:watchdog|inspectorate|regulator))(?=[.,;]| (?:as|who|which|when|after|before|in|on|at)\b|$)"
)
"""An inspectorate that is called by its kind."""
_ANYBODY = frozenset(("someone", "somebody", "everyone", "everybody"))
_FIRST_OF_TWO = expression(r"(?:(?P<title>[A-Z][a-z]{1,7})\.? )?(?P<name>[A-Z][\w'-]+),? and $")
_FRONTED = expression(r"[ ,\"]*(?:(?:In|At|Through|By) (?:an?|the|their) [a-z ]{3,30}, )?")
"""Who is named first of two who speak together: "Mr Hale and Ms Dean said"; and what can stand before them."""
_DATES = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_DATES |= {"morning", "afternoon", "evening", "night", "week", "month", "year", "weekend"}
_WHEN = expression(
    r"(?<!\.)(?<!,) (?:(?:on|last|this|late on|early on|later) (?:\w+day|\w+)(?: (?:morning|afternoon|evening|night))?|(?:\w+day|yesterday|tomorrow) (?:morning|afternoon|evening|night)) ?$"
)
"""When somebody spoke, between who did and the verb: "Hale on Monday admitted"."""
_KNIGHTED = ("Sir ", "Dame ")
"""Honours that go with the first name where no surname stands."""
_TITLED = 2
"""Words of such an honour and the first name alone."""
_LONG = 360
_NEAR = 3
_WIDE = 120
"""How far before a verb its subject is looked for, in characters."""
_AROUND = 2000
"""Within how many characters a name stands again within a sentence."""
_LEAD = 48
"""How far before rank and name a phrase can begin that ends with them: "Kent's outspoken "."""


class Page:
    """A reading and its people, in the order of the text; no tuple, whose fields are slower to get at.

    Args:
        reading: The text.
        parser: Parser of noun phrases.
        notes: Annotations of the pipe `officials`.
    """

    __slots__ = ("lower", "named", "names", "parser", "people", "sentences", "spans", "starts", "text", "typed")

    def __init__(self, reading: Reading, parser: People, notes: Iterable[Annotation]) -> None:
        self.text, self.typed, self.lower, self.spans, self.sentences, self.starts, _ = reading
        people: dict[int, Speaker] = {}
        for note in notes:
            plain = note.attributes
            if note.label == "person" and plain["form"] == "name" and note.start not in people:
                people[note.start] = Speaker._make(_VALUES(plain))
        self.parser = parser
        self.named = sorted(people)
        self.people = [people[start] for start in self.named]
        self.names = set[str]()
        for one in self.people:
            words = self.text[one.start : one.end].split()
            self.names.update(words[-1:])
            if len(words) > _TITLED and self.text.startswith(_KNIGHTED, one.start):
                self.names.add(words[1])  # "Sir Humphrey"
            if letters := letters_of(self.text, one.start, one.end):
                self.names.add(letters)

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return bisect_right(self.starts, offset, 1) - 1

    def span_at(self, offset: int) -> int:
        """Number of the span that holds an offset."""
        return self.sentences[bisect_right(self.starts, offset, 1) - 1].span

    def before(self, start: int, end: int, *, apposed: bool = False) -> Speaker | None:
        """The subject of a verb that begins at `end`, looked for from `start` on.

        Args:
            apposed: Whether the phrase is to be read as if a comma closed it.
        """
        if start >= end:
            return None
        text, lower = self.text, self.lower
        begin = lower.rfind(" ", start, end - 1) + 1 or start
        word = lower[begin:end].rstrip()
        if word in _DATES and (when := _WHEN.search(lower, max(start, end - _LEAD), end)) and when.start() > start:
            end = when.start() + 1
        if text.endswith(", ", start, end) and (asked := ANSWERING.search(text, max(start, end - _WIDE), end)):
            end = asked.start() + 2
        if word in _VOICES and (cited := CITED.search(text, max(start, end - _LEAD), end)) and cited.start() > start:
            end = cited.start() + 1
        if text.startswith(("A", "One "), start) and (one := _WHO_DID.match(text, start, end)):
            return Speaker("private", *one.span("one"), private=True)
        if text.endswith((" - ", "\u2013 "), start, end) and (aside := _ASIDE.search(text, start, end)):
            end = aside.start() + 1
        if word in PRONOUNS:
            return Speaker("pronoun", begin, begin + len(word))
        found = self._ending(start, end) or self._related(start, end) or self._known(start, end)
        if found is not None:
            return self._with_kin(found)
        if not apposed and self._is_unknown(start, end):
            group = _GROUP.match(self.text, start, end)
            if group:
                return Speaker("private", *group.span(), private=True)
            return self._beginning(start, end) or self._described(start, end)
        if end - start > _WIDE and not self._is_opened(start, end):
            start = self.text.find(" ", end - _WIDE) + 1
        found = self.parser.before(self.text, start, end, apposed=apposed)
        if found is None:
            return self._described(start, end)
        if found.form not in ("role", "body"):
            number = bisect_left(self.named, found.start) - 1
            first = self.people[number] if number >= 0 and self.named[number] >= start else None
            held = first and found.form == "name" and self._holds(first, start, found.start)
            return first if held else self._with_kin(found)
        return self._apposed(start, found) or self._with_kin(found)

    def _with_kin(self, found: Speaker) -> Speaker:
        """A speaker, or the family that is named by somebody of it."""
        return found if found.private or found.form == "pronoun" else of_kin(self.text, found, begin_of(found))

    def _is_opened(self, start: int, end: int) -> bool:
        """Whether a stretch opens with somebody's office and name, of whom it may tell at length who they are."""
        number = bisect_left(self.named, start)
        found = self.people[number] if number < len(self.named) and end - start < _LONG else None
        return found is not None and begin_of(found) - start < _NEAR and found.role is not None

    def _apposed(self, start: int, office: Speaker) -> Speaker | None:
        """The person whose office follows a comma that no second one closes: "Jo Hale, His Majesty's Inspector said"."""
        number = bisect_left(self.named, office.start) - 1
        found = self.people[number] if number >= 0 and self.named[number] >= start else None
        if found is None:
            return None
        last = max(found.until, found.end)
        own = OWN_OFFICE.fullmatch(self.text, last, office.start)
        if office.form == "body":
            begin = min(begin_of(found), found.role[0] if found.role else found.start)
            opens = begin == start or self.text.endswith(", ", start, begin)
            if not (opens and (own or OWN_BODY.fullmatch(self.text, last, office.start))):
                return None  # "After a letter by Jo Hale, Kent Police said"
            called = self.parser.lexicon.heads.intersection(self.lower[office.start : office.end].split())
            if not (own and called):
                return found if found.body else found._replace(body=(office.start, office.end))
        if not own:
            return None
        crown = own.start("crown") if own["crown"] else office.start
        return found if found.role else found._replace(role=(crown, office.end), body=found.body or office.body)

    def _described(self, start: int, end: int) -> Speaker | None:
        """The person behind whom words that no list holds tell of an office: "Opening it, Jo Hale, Kent lead for theft said"."""
        number = bisect_left(self.named, end) - 1
        found = self.people[number] if number >= 0 and self.named[number] >= start else None
        if found is None or not OFFICE.fullmatch(self.text, max(found.until, found.end), end):
            return None
        begin = min(begin_of(found), found.role[0] if found.role else found.start)
        return found if begin == start or self.text.endswith(", ", start, begin) else None

    def behind(self, start: int, end: int) -> Speaker | None:
        """The subject that follows a verb ending at `start`."""
        if one := _AGED_BEHIND.match(self.text, start, end):
            return Speaker("private", *one.span("one"), "the", private=True)
        if one := _SOMEBODY.match(self.text, start, end):
            return Speaker("private", *one.span("one"), private=True)
        if voice := _VOICE_BEHIND.match(self.text, start, end):
            return Speaker("body", *voice.span("voice"))
        if found := self._beginning(start, end) or self.parser.behind(self.text, start, end):
            return self._with_kin(found)
        if one := _THE_ONE.match(self.text, start, end):
            return Speaker("private", *one.span("one"), "the", private=True)
        return None

    def lead(self, start: int, end: int) -> Speaker | None:
        """The noun phrase with which a sentence begins."""
        found = self._beginning(start, end) or self.parser.lead(self.text, start, end)
        return None if found is None or self._only_opens(found) else self._with_kin(found)

    def _only_opens(self, found: Speaker) -> bool:
        """Whether a word that names nobody has its capital from the sentence that it begins: "Tactics such as"."""
        word = self.text[found.start : found.end]
        if found.form not in ("surname", "body") or found.title or " " in word or not word[1:].islower():
            return False
        if word in self.names or word.lower() in self.parser.lexicon.known or found.start not in self.starts:
            return False
        around = self.text[max(0, found.start - _AROUND) : found.end + _AROUND].split(" " + word)
        return not any(one[-1:].isalnum() or one[-1:] in ",'" for one in around[:-1])

    def entitles(self, number: int) -> bool:
        """Whether a line in quotation marks stands right above a byline: the title of what follows."""
        span = self.spans[number]
        below = self.spans[number + 1].kind if number + 1 < len(self.spans) else ""
        return below == "byline" and self.text[span.start] in "\"'" and self.text[span.end - 1] in "\"'"

    def heads_table(self, number: int) -> bool:
        """Whether a row is the first of its table."""
        return number == 0 or self.spans[number - 1].group != self.spans[number].group

    def between(self, start: int, end: int) -> list[Speaker]:
        """People named between two offsets."""
        return self.people[bisect_left(self.named, start) : bisect_left(self.named, end)]

    def _ending(self, start: int, end: int) -> Speaker | None:
        """The person whose phrase ends at `end`; with the one joined to it by "and"."""
        number = bisect_left(self.named, end) - 1
        if number < 0 or self.named[number] < start:
            return None
        found = self.people[number]
        begin = begin_of(found)
        if _FOR.search(self.text, max(start, begin - 40), begin) or self.text.endswith(_LED_BY, start, begin):
            return None  # "A spokesman for the commissioner, Jo Hale, said"
        gap = self.text[max(found.until, found.end) : end]
        if gap not in (" ", ", ") and not _GAP.fullmatch(gap):
            return None
        first = self.people[number - 1] if gap[:1] == "," and number and self.named[number - 1] >= start else None
        if first and (TOLD_WHO.fullmatch(self.text, first.end, begin) or self._holds(first, start, begin)):
            return first  # "Jo Hale, who has replaced Al Dean, said"
        return self._with_first(number, start)

    def _holds(self, first: Speaker, start: int, begin: int) -> bool:
        """Whether the name at `begin` only ends what is told of somebody: "Sergeant Jo Hale, a friend of Al Dean, said"."""
        if not TOLD_OF.fullmatch(self.text, first.end, begin):
            return False
        opens = min(begin_of(first), first.role[0] if first.role else first.start)
        return opens == start or self.text.endswith(", ", start, opens)

    def _with_first(self, number: int, start: int) -> Speaker:
        """A person, or the one named before with whom they speak together."""
        found = self.people[number]
        if number and self.named[number - 1] >= start:
            first = self.people[number - 1]
            gap = max(first.until, first.end), begin_of(found)
            if _JOINT.fullmatch(self.text, *gap) or _JOINT_APPOSED.fullmatch(self.text, *gap):
                return first._replace(partner=found)
        begin, rank = begin_of(found), self.parser.lexicon.rank
        at = max(start, self.text.rfind(" ", start, begin - 1) + 1)
        ranked = self.text.endswith(" and ", start, at) and rank.fullmatch(self.lower, at, begin - 1)
        return self._first_of_two(start, at if ranked else begin, found.end) or found

    def _related(self, start: int, end: int) -> Speaker | None:
        """The person about whom, or whose office, a clause stands right before a verb: "Jo Hale, who lives in a flat, said"."""
        start = max(start, end - _CLAUSE)
        if self.text.find(", who ", start, end) >= 0 and self.text[end - 2] != ",":
            number = bisect_left(self.named, end) - 1
            found = self.people[number] if number >= 0 and self.named[number] >= start else None
            return found if found and WHO_OPEN.fullmatch(self.text, max(found.until, found.end), end) else None
        if not self.text.endswith(", ", start, end) or self.text.find(" wh", start, end) < 0:
            return None
        number = bisect_left(self.named, end) - 1
        while number >= 0 and self.named[number] >= start:
            found = self.people[number]
            if _WHO.fullmatch(self.text, max(found.until, found.end), end):
                return self._with_first(number, start)
            number -= 1
        return None

    def _known(self, start: int, end: int) -> Speaker | None:
        """A pronoun, the surname of somebody whom the text names in full, or "the 41-year-old", right before a verb."""
        text, stop, begin, word = self.text, end, end, ""
        for _ in range(4):  # adverbs between subject and verb
            while stop > start and text[stop - 1] == " ":
                stop -= 1
            begin = text.rfind(" ", start, stop) + 1 or start
            word = text[begin:stop]
            if word not in ADVERBS and not (word.endswith("ly") and word.islower()):
                break
            stop = begin
        if word.lower() in PRONOUNS:
            return Speaker("pronoun", begin, stop)
        if word.lower() in _ANYBODY:
            return Speaker("private", begin, stop, private=True)
        names = self.names
        if word.isupper() and word.title() in names:
            return Speaker("surname", begin, stop)
        if word not in names:
            if self._is_voice(start, begin, word):
                return Speaker("body", begin, stop)
            aged = _AGED.search(text, start, end) if text.find("-year-old", start, end) >= 0 else None
            return Speaker("private", *aged.span("one"), "the", private=True) if aged else None
        title = text[max(start, text.rfind(" ", start, max(start, begin - 1)) + 1) : max(start, begin - 1)]
        second = begin if title == "and" or not title[:1].isupper() else begin - len(title) - 1
        two = self._first_of_two(start, second, stop)
        if two is not None or title == "and":
            return two
        if _FOR.search(self.text, max(start, begin - 60), begin):
            return None  # "A spokesman for Ms Hale said"
        if not title[:1].isupper():
            return Speaker("surname", begin, stop)
        key = title.rstrip(".").lower()
        return Speaker("surname", begin, stop, key) if key in self.parser.lexicon.titles else None

    def _first_of_two(self, start: int, begin: int, end: int) -> Speaker | None:
        """The one whom a clause names first of two by their surnames, where the second begins at `begin`."""
        joined = self.text.endswith(" and ", start, begin)
        first = _FIRST_OF_TWO.search(self.text, max(start, begin - 60), begin) if joined else None
        if not first or first["name"] not in self.names or not _FRONTED.fullmatch(self.text, start, first.start()):
            return None
        key = (first["title"] or "").lower()
        last = self.text[begin:end].strip().split(" ")[-1]
        second = next((one for one in self.people if self.text[one.start : one.end].endswith(" " + last)), None)
        title = key if key in self.parser.lexicon.titles else ""
        return Speaker("surname", *first.span("name"), title, partner=second)

    def _is_unknown(self, start: int, end: int) -> bool:
        """Whether a phrase ends with a word that speaks for nobody and does not begin as a noun phrase of a person does."""
        stop = end - 1 if self.text[end - 1] == " " else end
        last = self.text[max(start, self.text.rfind(" ", start, stop) + 1) : stop]
        known = self.parser.lexicon.known
        if (
            not (last.isalpha() and last.islower())
            or last in known
            or last.removesuffix("s") in known
            or last in ADVERBS
        ):
            return False
        first = self.lower[start : start + 14].lstrip(" ,\"'").split(" ", 1)[0]
        return first not in _HEADS

    def _is_voice(self, start: int, begin: int, word: str) -> bool:
        """Whether a body speaks by one word: "HMICFRS", "Inspectors", "the report"; not "an HMIC report"."""
        if word.lower() in _VOICES:
            led = max(start, self.text.rfind(" ", start, begin - 1) + 1)
            if self.text.startswith("independent ", led, begin):
                return False  # "an independent review found"
            return begin == start or self.text[led].islower() or self.text.startswith("The ", led, begin)
        return begin == start and word.isupper() and len(word) > 2

    def _beginning(self, start: int, end: int) -> Speaker | None:
        """The person with whose phrase the words from `start` on begin."""
        start += self.text.startswith(" ", start)
        number = bisect_left(self.named, start)
        if number >= len(self.named) or self.named[number] >= end:
            return None
        found = self.people[number]
        lead = self.text[start : max(start, begin_of(found))]
        if len(lead) > _LEAD or _WORD.sub("", lead):
            return None
        return None if _NOT_BEFORE.intersection(lead.lower().split()) else found


def begin_of(one: Speaker) -> int:
    """Where the phrase of a person begins: with the role, where it stands before the name."""
    return min(one.since, one.start) if one.since >= 0 else one.start


def by_span(page: Page, hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    """Hits by the number of their span."""
    found: dict[int, list[Hit]] = {}
    spans, number, end = page.spans, -1, 0
    for hit in hits:
        if hit[0] >= end:
            number = page.span_at(hit[0])
            found[number], end = [], spans[number].end
        found[number].append(hit)
    return found
