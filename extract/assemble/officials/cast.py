"""The people of an article, each under all the names that it uses, with the roles and bodies that it gives.

Enters the people named with a role and the speakers of quotes; leaves one `Person` for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any

from extract.assemble.officials import phrases
from extract.assemble.officials.antecedents import are_joined
from extract.assemble.officials.held import Held
from extract.assemble.officials.persons import GENDERS, KIN, Person, Words, gender_of
from extract.assemble.officials.timeline import Timeline
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_HONOURS = ("Sir ", "Dame ", "Lord ", "Lady ", "Baroness ")
_SPEAKS = expression(
    r"(?:, (?:speaking|talking|in|at|on)\b[^.:\"]{3,90},|, who(?:'s| has| had| is)? (?:took|led|leads|became|joined|moved|came|started|arrived|was (?:appointed|elected|made|promoted|named|re-elected)|appointed|elected|been in (?:post|charge|the job)|run|runs|represents?|represented|heads|headed|chairs|chaired|held|holds|succeeded|replaced|in charge)\b[^.:\"]{3,90},)? (?:said|says|told|tells|added|adds|insisted|insists|warned|warns|wrote|writes|claimed|claims|admitted|admits|argues|argued|(?:was|is) (?:speaking|commenting|responding|reacting|talking)|(?:made|makes) (?:the|his|her|those) (?:comments?|remarks?|claims?|call))\b"
)
_DOES = expression(
    r" (?:(?:was|is|has been) (?:speaking|questioned|quizzed|grilled|asked|challenged|pressed|appearing|addressing|giving|giving evidence|up before|called before|in front of)\b"
    r"|(?:appeared|went|came|spoke) (?:before|at|in front of)\b|(?:faced|addressed|briefed) |(?:gave evidence|took questions|made the))"
)
"""What somebody does in public whom the opening of an article told of by the office."""
_SPOKE = ("said ", "says ", "added ")
_LONG_ROLE = 9
"""Under how many words a role with its complement is one."""
AGAIN = 700
"""How far a text goes on about whom it has just named, in characters."""


_LONG_AGO = 1500
"""How far behind an office its holder is named of whom a clause tells when they took it up."""
ALIAS = 90
"""Within how many characters behind a private person that name stands."""
_NAMED_ALONE = ("officials.mentioned", "officials.office")
"""Rules of offices that stand without a name."""
_BOTH = 2
"""How many people make a statement together."""
_NAMING = ("paragraph", "headline")
_HEAD = ("byline", "dateline")
_ADDRESS = ("Mr ", "Mrs ", "Ms ", "Miss ", "Cllr ", "Councillor ")
"""How somebody is named who takes part in a meeting: no office that is named next is theirs."""
_BELOW = 30
"""Within how many characters of its beginning a paragraph names whom the one above it only described."""
_TITLED = 70
"""Within how many characters of its beginning a paragraph names somebody with an office before the name."""
_SPEECHES = 2
"""How many blocks of speech stand at most between a name and the office of who speaks."""
_BEFORE = 60
"""Characters before a name that say from whom something comes."""
_OPENS = 9
"""Within how many characters of its beginning a block names its subject, an article and "new" before it."""


class Cast:
    """Gathers the people of one article.

    Args:
        reading: The text.
        people: Annotations of the pipe `officials`.
        quotes: Annotations of the pipe `quotes`, in order.
        words: What words say about speakers.
    """

    def __init__(
        self, reading: Reading, people: Sequence[Annotation], quotes: Sequence[Annotation], words: Words
    ) -> None:
        self.reading = reading
        self.words = words
        self.people: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.spelt: dict[tuple[int, int], list[str]] = {}
        self.quoted = sorted(tuple(part) for q in quotes if q.label == "direct" for part in q.attributes["parts"])
        self.held = Held(reading, words.short)
        self._office = self.held.words
        speakers = [quote.attributes["speaker"] for quote in quotes if quote.attributes["speaker"]]
        speakers += [speaker["partner"] for speaker in speakers if speaker["partner"]]
        unnamed: set[int] = set()
        for speaker in sorted([*(note.attributes for note in people), *speakers], key=itemgetter("start")):
            if speaker["form"] == "name":
                self._add(speaker)
            elif speaker["form"] == "private" and speaker["start"] not in unnamed:
                unnamed.add(speaker["start"])
                self._add_private(speaker)
        for person in self.people:
            if person.bodies:
                person.bodies = [body for body in person.bodies if not self._is_named(body)]
        self.firsts = sorted(
            ((min(p.mentions), p) for p in self.people if p.name and p.mentions), key=lambda pair: pair[0]
        )
        for beside in (note.attributes for note in people if note.rule == "officials.beside"):
            holder = next((person for person in self.people if beside["since"] in person.mentions), None)
            if holder:
                holder.roles.append(((beside["start"], beside["end"]), True))
        self.offices_named = [
            note.attributes for note in people if note.label == "office" and note.rule in _NAMED_ALONE
        ]
        offices = [note.attributes for note in people if note.label == "office" and note.rule == "officials.office"]
        held = (
            {frozenset(self._office(role)) for person in self.people for role, _ in person.roles} if offices else set()
        )
        for office in offices:
            post = frozenset(self._office(office["role"]))
            if any(post <= known for known in held):
                continue
            following = self._named_above(office["start"]) or self._named_next(office["end"])
            if following:
                self._learn(following, office)
                held.add(post)
        until = {note.start: note.attributes["until"] for note in people if note.label == "person"}
        told = self.held.mentions(offices, self.people)
        self.timeline = Timeline(reading, self.people, self.quoted, words.quiet, until, told)
        for taken in (note.attributes for note in people if note.rule == "officials.held"):
            holder = self.timeline.nearest(taken["since"], "m" if taken["title"] == "he" else "f", None)
            if holder and holder.name and not (holder.roles or holder.private):
                self._learn(holder, taken | {"title": ""})

    def _add(self, speaker: Mapping[str, Any]) -> Person:
        span = (speaker["start"], speaker["end"])
        words = self._words(span)
        person = self._known(words)
        if person is None:
            gender = gender_of(words[0], self.words.genders)
            person = Person(span, words[-1], gender=gender, guessed=gender != "")
            self._put(person)
        elif person.name and span[1] - span[0] > person.name[1] - person.name[0]:
            person.name = span
        self._learn(person, speaker)
        person.mentions.append(span[0])
        return person

    def _put(self, person: Person) -> None:
        self.people.append(person)
        if person.name:
            self.by_surname.setdefault(person.surname, []).append(person)

    def _add_private(self, speaker: Mapping[str, Any]) -> None:
        span = (speaker["start"], speaker["end"])
        gender = next((KIN[word] for word in self._words(span) if word in KIN), "")
        sentence = self.reading.sentences[self.reading.sentence_at(span[0])]
        called = phrases.CALLED.search(self.reading.text, span[1], min(sentence.end, span[1] + ALIAS))
        if called and called["name"].lower() in self.words.genders:
            name = called.span("name")
            self._put(Person(name, called["name"].lower(), gender=gender, private=True, mentions=[span[0], name[0]]))
            return
        self._put(Person(None, "", [(span, False)], gender=gender, private=True, mentions=[span[0]]))

    def _is_named(self, body: tuple[int, int]) -> bool:
        """Whether the owner of an office is a person: "Jo Hale's successor"."""
        words = self.reading.lower[slice(*body)].split()
        known = self.by_surname.get(words[-1], ()) if words else ()
        return any(one.name and set(words) <= set(self._words(one.name)) for one in known)

    def _words(self, span: tuple[int, int]) -> list[str]:
        """The words of a name in lower case, without an honour."""
        words = self.spelt.get(span)
        if words is None:
            words = self.reading.text[span[0] : span[1]].lower().split()
            if self.reading.text.startswith(_HONOURS, span[0], span[1]):
                del words[0]
            self.spelt[span] = words
        return words

    def _known(self, words: Sequence[str]) -> Person | None:
        """The first person of the article who has the words of a name."""
        if len(words) == 1 and words[0] in self.words.genders:
            named = (person for person in self.people if person.name and self._words(person.name)[0] == words[0])
            return next(named, None)
        for person in self.by_surname.get(words[-1], ()):
            if person.name:
                if words == (own := self._words(person.name)):
                    return person
                theirs = set(own)
                if theirs.issubset(words) or theirs.issuperset(words):
                    return person
        return None

    def _learn(self, person: Person, speaker: Mapping[str, Any]) -> None:
        role, body, title = speaker["role"], speaker["body"], speaker["title"]
        # "Mr Hale, a former soldier," of a commissioner
        past = speaker["private"] and not person.private and any(not weak for _, weak in person.roles)
        if role and not past:
            words = self.reading.lower[role[0] : role[1]].rstrip(".")
            if (False, words) not in person.said:
                self._give(person, (role[0], role[1]), words, speaker["end"])
        elif speaker["rank"] and not past:
            person.roles.append(((speaker["rank"][0], speaker["rank"][1]), True))
        if body and self.reading.lower[body[0] : body[1]].rpartition(" ")[2] not in self.by_surname:  # "Beck's deputy"
            person.bodies.append((body[0], body[1]))
        if title:
            seated = self.reading.text.endswith("MS ", 0, speaker["start"])  # a seat in the Senedd
            told = None if seated else GENDERS.get(title.rstrip("."))
            person.gender, person.guessed = told or person.gender, person.guessed and told is None
        if self.reading.text.startswith(_HONOURS, speaker["start"], speaker["end"]):
            person.gender = GENDERS[self.reading.lower[speaker["start"] : speaker["end"]].partition(" ")[0]]
            person.guessed = False
        rank = phrases.rank_before(self.reading.lower, speaker["start"]) if speaker["form"] == "surname" else None
        if rank and not person.roles:
            role = rank  # "PC Hale", who was only a name before
            person.roles.append((rank, True))
        person.officer = person.officer or bool(role and phrases.RANKED.search(self.reading.lower, *role))
        person.private = (person.private or (bool(speaker["private"]) and not past)) and not person.officer

    def _give(self, person: Person, role: tuple[int, int], words: str, end: int) -> None:
        """Note a role that a person was not said to have, unless its words are a form of address.

        Args:
            person: Whose it is.
            role: Its offsets.
            words: Its words in lower case.
            end: Offset behind the name.
        """
        if words in self.words.courtesy and self.reading.text[slice(*role)] != "MS":  # of the Senedd
            return
        block = self.reading.spans[self.reading.span_at(role[0])]
        alone = block.start == role[0] and block.end == end  # an office and a name, as under a picture
        weak = words in self.words.titles or alone or block.kind in ("caption", "byline")
        if (weak, words) in person.said:
            return
        person.said.add((weak, words))
        fuller = [n for n, (span, _) in enumerate(person.roles) if self._goes_further(span, words)]
        person.roles.insert(fuller[0] if fuller else len(person.roles), (role, weak))

    def _goes_further(self, role: tuple[int, int], words: str) -> bool:
        """Whether words are a role with its complement: "Chief Inspector of the Fire Service" for "Chief Inspector"."""
        plain = self.reading.lower[slice(*role)]
        if not words.startswith(plain):
            return False
        return words.startswith((" of ", " for "), len(plain)) and words.count(" ") < _LONG_ROLE

    def _named_above(self, at: int) -> Person | None:
        """The one person without a role whom the block, or the one above an office that opens one, has named before.

        Example: "Jo Hale came to the phone. The CFO told me", "'I am sorry,' said Jo Hale. / The CFO of Kent had been asked".
        """
        number = self.reading.span_at(at)
        spans = self.reading.spans
        block, above = spans[number].start, number - 1
        while above > 0 and spans[above].kind in _HEAD:
            above -= 1
        said = self.reading.text.startswith('"', block) and self.reading.text.find('"', at - _OPENS, at) > block
        if above >= 0 and (at - block <= _OPENS or said) and spans[above].kind in _NAMING:
            block = self._before_speech(above)
        first, last = (bisect_right(self.firsts, end, key=lambda pair: pair[0]) for end in (block - 1, at))
        named = [one for start, one in self.firsts[first:last] if spans[self.reading.span_at(start)].kind not in _HEAD]
        person = named[0] if len(named) == 1 else None
        addressed = person and person.name and self.reading.text.endswith(_ADDRESS, 0, person.name[0])
        return None if person is None or addressed or person.roles or person.bodies or person.private else person

    def _before_speech(self, number: int) -> int:
        """Where the block begins that names somebody, past those above an office that hold speech and name nobody."""
        spans = self.reading.spans
        for above in range(number, max(0, number - _SPEECHES), -1):
            at = bisect_right(self.firsts, spans[above].start - 1, key=itemgetter(0))
            named = at < len(self.firsts) and self.firsts[at][0] < spans[above].end
            if named or self.reading.text[spans[above].start] not in "\"'" or spans[above - 1].kind not in _NAMING:
                return spans[above].start
        return spans[max(0, number - _SPEECHES)].start

    def _named_next(self, at: int) -> Person | None:
        """The person without a role who speaks next: "The chief constable has … Jo Hale said"."""
        number = bisect_right(self.firsts, at, key=lambda pair: pair[0])
        if number >= len(self.firsts):
            return None
        offset, person = self.firsts[number]
        if person.name is None or person.roles or person.private or offset - at > _LONG_AGO:
            return None
        if offset - at > AGAIN and not self.reading.text.startswith(", who ", person.name[1]):
            return None
        spoke = self.reading.text.endswith(_SPOKE, 0, person.name[0])
        return person if spoke or _SPEAKS.match(self.reading.text, person.name[1]) else None

    def _named_later(self, span: tuple[int, int]) -> Person | None:
        """Whom the opening of an article means by "a chief constable" and the text names below: the one who is one."""
        number = self.reading.span_at(span[0])
        if sum(one.kind == "paragraph" for one in self.reading.spans[:number]) > 1:
            return None
        words = self._office(span) - self._capitals(span)
        found = [
            person
            for person in self.people
            if person.name and not person.private and any(words <= self._office(role) for role, _ in person.roles)
        ]
        return found[0] if len(found) == 1 and words else None

    def _named_under(self, span: tuple[int, int]) -> Person | None:
        """Whom the opening of an article means by "a senior officer" and with whom the next paragraph begins, office and all."""
        if not phrases.VAGUE.fullmatch(self.reading.lower, *span):
            return None
        number = self.reading.span_at(span[0])
        at = bisect_right(self.firsts, span[1], key=itemgetter(0))
        if at == len(self.firsts) or sum(one.kind == "paragraph" for one in self.reading.spans[:number]) > 1:
            return None
        below = self.reading.spans[number + 1].start if number + 1 < len(self.reading.spans) else 1 << 60
        offset, person = self.firsts[at]
        return person if below <= offset <= below + _TITLED and person.roles and not person.private else None

    def _capitals(self, span: tuple[int, int]) -> set[str]:
        """The words in capitals with which an office begins that goes on in small letters: the place in "A Kent councillor"."""
        words = self.reading.text[slice(*span)].split(" ")
        small = next((n for n, word in enumerate(words) if word[:1].islower()), 0)
        return {word.lower() for word in words[:small]}

    def _named_below(self, span: tuple[int, int], gender: str = "", *, office: bool = False) -> Person | None:
        """Whom the opening of an article means by "a mother" and the next paragraph names: the one with whom it begins.

        Args:
            span: The words for somebody.
            gender: Theirs, as far as the words tell it.
            office: Whether the words are an office that somebody holds alone: "Kent's chief fire officer has admitted".

        Example: "A mother says that it is no comfort. / Jo Hale, whose son was killed in 2022, told the BBC".
        """
        number = self.reading.span_at(span[0])
        if not office and self.reading.lower[max(0, span[0] - 3) : span[0]].split()[-1:] not in (["a"], ["an"]):
            return None
        at = bisect_right(self.firsts, span[1], key=itemgetter(0))
        if at == len(self.firsts) or number + 1 == len(self.reading.spans):
            return None
        below = self.reading.spans[number + 1]
        if not below.start <= self.firsts[at][0] <= below.start + _BELOW:
            return None
        if sum(one.kind == "paragraph" for one in self.reading.spans[:number]) > 1:
            return None
        person = self.firsts[at][1]
        if office and not (person.name and _DOES.match(self.reading.text, person.name[1])):
            return None
        return None if person.role or person.bodies or (gender and person.gender not in ("", gender)) else person

    def _is_of(self, person: Person, body: tuple[int, int]) -> bool:
        """Whether the article gives somebody no body, or one by the same words."""
        words = set(self.reading.lower[slice(*body)].split())
        return not person.bodies or any(words <= set(self.reading.lower[slice(*own)].split()) for own in person.bodies)

    def _profiled(self, at: int) -> Person | None:
        """The one person without a role whom headline or standfirst names: of a profile "the chief constable" is about."""
        named = [
            person
            for person in self.people
            if person.name
            and not person.roles
            and not person.private
            and len(person.mentions) > 1
            and person.mentions[0] < at
            and self.reading.spans[self.reading.span_at(person.mentions[0])].kind in ("headline", "standfirst")
        ]
        return named[0] if len(named) == 1 else None

    def _jointly(self, at: int) -> list[Person]:
        """The two who are named in the block, or the one above it, that tells what they did together, in its order."""
        number = self.reading.span_at(at)
        for above in (number, number - 1)[: number + 1]:
            start, end = self.reading.spans[above].start, min(at, self.reading.spans[above].end)
            if phrases.TOGETHER.search(self.reading.lower, start, end):
                named = {id(one.person): one.person for one in self.timeline.between(start - 1, end) if one.person.name}
                return list(named.values()) if len(named) == _BOTH else []
        block = self.reading.spans[number].start
        near = self.timeline.between(max(block, at - AGAIN) - 1, at)
        joined = [(one, two) for one, two in pairwise(near) if are_joined(self.reading, one.offset, two.offset)]
        if not joined or joined[-1][1] is not near[-1]:
            return []
        return [one.person for one in joined[-1] if one.person.name]

    def _several(self, at: int) -> str | None:
        """The people of whom the sentence of "they" speaks: "When I ask firefighters, they say"."""
        start = max(self.reading.sentences[self.reading.sentence_at(at)].start, at - AGAIN)
        last = [match.span("who") for match in phrases.SEVERAL.finditer(self.reading.lower, start, at)][-1:]
        block = max(self.reading.spans[self.reading.span_at(at)].start, at - AGAIN)
        told = phrases.TOGETHER_BEFORE.match(self.reading.lower, block) if not last else None
        last = [told.span("who")] if told else last
        above = self.reading.sentences[max(0, self.reading.sentence_at(at) - 1)]
        if not last and (kin := phrases.FAMILY_ACTS.search(self.reading.lower, above.start, at)):
            last = [kin.span("who")]
        return self.reading.typed[slice(*last[0])] if last else None

    def _writer(self, at: int) -> Person | None:
        """The one person named in a block before the paper of theirs that "it" is: "Hale put it in an email. '…,' it read."."""
        block = max(self.reading.spans[self.reading.span_at(at)].start, at - AGAIN)
        if not phrases.PAPER.search(self.reading.lower, block, at):
            return None
        mentions = self.timeline.between(block - 1, at)
        named = {id(mention.person): mention.person for mention in mentions}
        if len(named) != 1 or not any(one.subject or self._owns(one.offset) for one in mentions):
            return None  # "The letter speaks of progress under the chief fire officer, Jo Hale, but it says"
        return next(iter(named.values()))

    def _owns(self, at: int) -> bool:
        """Whether a name says from whom something comes: "an email from Hale", "Hale's letter"."""
        return phrases.OWNS.search(self.reading.text, max(0, at - _BEFORE), at) is not None or (
            phrases.OWNED.match(self.reading.text, at) is not None
        )
