"""Where a text names its people, and which of them a pronoun means.

Enters the people and the reading; leaves mentions outside direct speech in order. Pure.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from extract.assemble.officials.persons import GENDERS, Mention, Person, joins
from extract.document.reading import Reading
from extract.expressions import expression

_TITLE = expression(r"\b(mr|mrs|ms|miss|sir|dame|lord|lady|baroness)\.? (?:[\w'-]+ )?$")
_KNIGHT = expression(r"(?:sir|dame) [\w'-]+(?= )")
"""How a name with an honour goes on: "Sir Jo" for "Sir Jo Hale"."""
_HEADS = frozenset(("headline", "byline", "standfirst", "subheading"))
_TOP = 4
"""Within how many blocks of its beginning an obituary names whose it is."""
_WORDS = expression(r"[\w'-]+")
_ACTS = expression(
    r"(?:, [^,.;:\"]{2,80},|,)? (?:(?:also|then|later|now|never|still|[a-z]+ly) )?"
    r"(?:is|was|has|had|will|would|can|could|does|did|doesn't|didn't|isn't|wasn't|hasn't|hadn't|made|took|came|went|got|put|knew"
    r"|thought|felt|gave|spoke|ran|led|met|read|sat|stood|rose|wants|[a-z]+(?:ed|es|s))\b"
)
"""What follows a subject: its verb, behind what may stand in apposition."""
_LIVED = expression(r"[,:]? \(?(?:1[89]|20)\d\d ?[\u2013-]")
_NAME_BEFORE = expression(r"(?:(?<!\w)(?:[^\W\d_][\w'-]+|[A-Z]\.) ){1,3}$")
_GOVERNED = expression(
    r"\b(?:of|by|to|for|with|from|at|about|than|like|told|met|asked|and) (?:the |an? |one |[A-Z][\w'-]* ){0,3}$"
)
_AGENT = expression(r"\b(?:was|were) [a-z]+ed by (?:[\w'-]+ ){0,5}$")
"""What stands before who does what a passive tells: "Hale's words were echoed by Dunn"."""
_COMPLEMENT = expression(r" (?:of|in|on|from|at) ")
_REACH = 2500
"""How far back a pronoun looks, in characters."""
_AGAIN = 700
"""How far ahead a pronoun looks that stands before any name, in characters."""
_BESIDE = 40
"""Within how many characters of its beginning a full name holds its surname."""
_SUBJECT = 1.5
"""By how many sentences a subject is nearer than who is not."""
_SAME = 1.0
"""By how many sentences somebody is nearer whom the same paragraph names."""
_FIRST = 24
"""How many mentions tell whom an article questions."""
_TOPIC = 1.6
"""By how many sentences somebody is nearer of whose life the article tells."""
_AMISS = 4.0
"""By how many sentences somebody is farther whose first name is mostly borne by the other sex."""
_KNOWN = 0.5
"""By how many sentences somebody is nearer whose gender is known to be right."""


_ASKED_BY = expression(
    r"\b(?:(?:asked|pressed|questioned|challenged|told|thanked|prompted) by|(?:repl(?:y|ying)|answer(?:ing)?|respon(?:se|ding)) to|question from|(?:letter|note|email|message|plea|appeal) to|(?:wrote|written|writing) to) (?:[\w.',-]+ ){0,5}$"
)
"""Words before the name of somebody who is answered by whoever the same sentence calls "he" or "she"."""
_NAMED_IN = 70
"""Within how many characters behind such words the name stands."""
_SENDS = expression(
    r"(?:An?|The|In an?|In the) (?:[\w-]+ ){0,2}?(?:letter|statement|message|email|note|reply|response|answer|foreword|speech|video|post|tweet)"
    r" (?:(?:sent|written|signed|issued|recorded|posted) )?(?:from|by) (?:[^.,;:\"]{0,60} )?$"
)
"""Before the name of whoever sent what is told of: "A letter from Jo Hale was read out"."""
_OWNS = expression(r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}'s\b")
"""A name of which something else is the subject: "Hale's conviction"."""
_PERSONAL = expression(r"(?:[^.;:\"]{0,60}? )?(?:[Hh]e|[Ss]he)\b|(?:[^.,;]{0,60}, )?(?:They|We|I)\b")
"""How a paragraph opens of which somebody else is the subject."""


class Timeline:
    """Mentions of the people of a text, by surname, by first name where there is no other, or by an unnamed person's words.

    Args:
        reading: The text.
        people: Its people.
        quoted: Offsets of direct speech, in order.
        quiet: Words in lower case that may stand before a name that is a subject.
        until: Offset behind the phrase of a full name by where the name begins.
        offices: Sentences that name somebody by office alone.
    """

    def __init__(
        self,
        reading: Reading,
        people: Sequence[Person],
        quoted: Sequence[tuple[int, int]],
        quiet: frozenset[str],
        until: Mapping[int, int],
        offices: Iterable[Mention] = (),
    ) -> None:
        self.reading = reading
        self.quoted = quoted
        self.quiet = quiet
        self.until = until
        self.mentions = sorted((*self._mentions(people), *offices), key=itemgetter(0))
        self.offsets = [mention.offset for mention in self.mentions]
        self.topic = self._topic(people)

    def _mentions(self, people: Sequence[Person]) -> Iterator[Mention]:
        reading = self.reading
        by_surname: dict[str, list[Person]] = {}
        called: dict[str, list[int]] = {}
        for person in people:
            if not person.surname:
                insort(called.setdefault(self._head(person), []), person.mentions[0])
        for person in people:
            if person.surname:
                by_surname.setdefault(person.surname, []).append(person)
                if person.name and (knighted := _KNIGHT.match(reading.lower, *person.name)):
                    by_surname.setdefault(knighted[0], []).append(person)
            else:
                if not self._is_quoted(person.mentions[0]):
                    yield Mention(person.mentions[0], person, not self._is_governed(person.mentions[0]))
                    yield from self._again(person, called[self._head(person)])
        for at, surname in self.places(by_surname):
            if not reading.text[at].isupper() or self._is_quoted(at):
                continue
            sentence = reading.sentences[reading.sentence_at(at)]
            kind, start = reading.spans[sentence.span][:2]
            end = at + len(surname)
            if kind in ("byline", "dateline") or (at == start and self._labels(end)):
                continue
            known, begin = by_surname[surname], at
            for person in known:
                number = bisect_right(person.mentions, at)
                if number and at - person.mentions[number - 1] < _BESIDE:
                    begin = person.mentions[number - 1]
                    break
            else:
                person = known[0]
            if not person.gender and (title := _TITLE.search(reading.lower, max(0, at - 40), at)):
                person.gender = GENDERS[title[1]]
            yield Mention(at, person, kind != "caption" and self._is_subject(sentence.start, begin, end))

    def _is_governed(self, at: int) -> bool:
        """Whether an unnamed person is no subject but stands behind a preposition or a verb: "shared a cell with a man"."""
        return _GOVERNED.search(self.reading.text, max(0, at - _BESIDE), at) is not None

    def _labels(self, end: int) -> bool:
        """Whether a name that begins a line only says whose turn it is: "HALE: He says it is better"."""
        return self.reading.text.startswith(": ", end) and not self.reading.text.startswith(("'", '"'), end + 2)

    def _topic(self, people: Sequence[Person]) -> Person | None:
        """Of whom an obituary tells: whose name and years begin a line of its head."""
        begins = {span.start for span in self.reading.spans[:_TOP] if span.kind in _HEADS}
        for person in people:
            if not person.name or begins.isdisjoint(person.mentions):
                continue
            length = person.name[1] - person.name[0]
            if any(_LIVED.match(self.reading.text, at + length) for at in begins.intersection(person.mentions)):
                return person
        return None

    def _head(self, person: Person) -> str:
        """What an unnamed person is called: "girl" of "a girl in a cell"."""
        words = self.reading.lower[slice(*person.roles[0][0])]
        return _COMPLEMENT.split(words, maxsplit=1)[0].rpartition(" ")[2]

    def _again(self, person: Person, called: Sequence[int]) -> Iterator[Mention]:
        """Later mentions of an unnamed person, up to the next that is called the same: "the girl"."""
        head, first = self._head(person), person.mentions[0]
        number = bisect_right(called, first)
        stop = called[number] if number < len(called) else len(self.reading.lower)
        at = self.reading.lower.find(f"the {head}", first, stop)
        while at >= 0:
            end = at + 4 + len(head)
            if not self.reading.lower[end : end + 1].isalpha() and not self._is_quoted(at):
                sentence = self.reading.sentences[self.reading.sentence_at(at)]
                yield Mention(at, person, self._is_subject(sentence.start, at, end))
            at = self.reading.lower.find(f"the {head}", end, stop)

    def _is_quoted(self, at: int) -> bool:
        """Whether a place lies in direct speech."""
        last = bisect_right(self.quoted, (at, 1 << 60))
        near = self.quoted[max(0, last - 3) : last]
        return bool(near) and at < max([end for _, end in near])

    def places(self, names: Iterable[str]) -> list[tuple[int, str]]:
        """Where each name, in lower case, stands as a word of its own, in order."""
        lower, found = self.reading.lower, []
        for name in names:
            at = lower.find(name)
            while at >= 0:
                end = at + len(name)
                if not (at and joins(lower[at - 1])) and not (end < len(lower) and joins(lower[end])):
                    found.append((at, name))
                at = lower.find(name, end)
        return sorted(found)

    def _is_subject(self, start: int, at: int, end: int) -> bool:
        """Whether a name is its sentence's subject: no verb before it, or its own verb behind it."""
        if self.reading.text.startswith("'s ", end):
            return False  # "Hale's comments were echoed by Dunn"
        before = self.reading.text[start:at]
        if _SENDS.match(before):
            return True
        if at - start < 160 and not any(
            word[0].islower() and word not in self.quiet and not word.endswith("'s") for word in _WORDS.findall(before)
        ):
            return True
        if _GOVERNED.search(before):
            return before.find(" by ") >= 0 and _AGENT.search(before) is not None
        return _ACTS.match(self.reading.text, max(end, self.until.get(at, 0))) is not None

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions behind `start` and up to `end`."""
        return self.mentions[bisect_right(self.offsets, start) : bisect_right(self.offsets, end)]

    def full_name(self, surname: str) -> tuple[int, int] | None:
        """Where the article gives the full name of a surname that no role introduces."""
        for at, _ in self.places((surname,)):
            match = _NAME_BEFORE.search(self.reading.text, max(0, at - 50), at)
            if match is None:
                continue
            start, end = match.start(), at + len(surname)
            words = self.reading.text[start:end].split()
            while words and not words[0][0].isupper():
                start += len(words[0]) + 1
                words = words[1:]
            if (
                len(words) > 1
                and all(word[0].isupper() for word in words)
                and not self.quiet & {word.lower() for word in words}
                and words[0].lower().rstrip(".") not in GENDERS
            ):
                return start, end
        return None

    def only(self, at: int) -> Person | None:
        """The one person with an office whom the text has named before an offset: who answers its first question."""
        near = self.mentions[: min(bisect_right(self.offsets, at), _FIRST)]
        named = {id(m.person): m.person for m in near if m.person.name and m.person.roles and not m.person.private}
        return next(iter(named.values())) if len(named) == 1 else None

    def _only_above(self, at: int, near: Sequence[Mention]) -> tuple[Mention | None, float]:
        """The one person of the paragraph before who is no subject, and by how much nearer: "That was news to Jo Hale"."""
        number = self.reading.span_at(at) - 1
        if number < 0 or self.reading.spans[number].kind != "paragraph":
            return None, 0.0
        if self.reading.sentences[self.reading.sentence_at(at)].start > self.reading.spans[number + 1].start:
            return None, 0.0  # whose own paragraph tells of somebody before
        start, end = self.reading.spans[number].start, self.reading.spans[number].end
        inside = [mention for mention in near if start <= mention.offset < end]
        if len(inside) != 1 or inside[0].subject or '"' in self.reading.text[start:end]:
            return None, 0.0
        if _PERSONAL.match(self.reading.text, start):
            return inside[0], -_SAME
        person = inside[0].person
        told = (person.roles or person.gender) and not _OWNS.match(self.reading.text, inside[0].offset)
        return (inside[0], _SAME) if told else (None, 0.0)

    def nearest(self, at: int, gender: str, spoke: Mention | None) -> Person | None:
        """Whom a pronoun means: of the people of its gender the one named nearest, subjects and speakers before others.

        Args:
            at: Offset of the pronoun.
            gender: `m`, `f` or "" for either.
            spoke: Who spoke last, at the place where that is said, or None.
        """
        last = bisect_right(self.offsets, at - 1)
        here = self.reading.sentence_at(at)
        near = [m for m in self.mentions[max(0, last - 12) : last] if at - m.offset < _REACH]
        above = self.reading.spans[self.reading.span_at(at)].start
        only, nearer = self._only_above(at, near)
        best: tuple[float, int, Person] | None = None
        for mention in (*near, spoke) if spoke else near:
            amiss = gender and mention.person.gender not in ("", gender)
            if amiss and not mention.person.guessed:
                continue
            if self.reading.sentence_at(mention.offset) == here and _ASKED_BY.search(
                self.reading.lower, max(0, mention.offset - _NAMED_IN), mention.offset
            ):
                continue
            score = self.reading.sentence_at(mention.offset) - here + (_SUBJECT if mention.subject else 0.0)
            score += -_AMISS if amiss else _KNOWN if mention.person.gender else 0.0
            score += _TOPIC if mention.person is self.topic else 0.0
            score += nearer if mention is only else 0.0
            score += _SAME if mention.offset >= above else 0.0
            if best is None or (score, mention.offset) >= best[:2]:
                best = (score, mention.offset, mention.person)
        if best is not None:
            return best[2]
        ahead = self.mentions[last : last + 1]  # "Asked about it, she said": named below
        return next((m.person for m in ahead if m.person.gender in ("", gender) and m.offset - at < _AGAIN), None)
