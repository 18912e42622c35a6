"""Second mentions led back to the first: who "Mr Cooke", "she" and "the chief constable" are.

Enters the people named with a role and the speakers of quotes; leaves one `Person` for each, and for every quote the
person or body that speaks. Pure functions of the annotations and the reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from extract.assemble.held import Held
from extract.assemble.persons import GENDERS, KIN, Mention, Person, Voice, Words, gender_of
from extract.assemble.timeline import Timeline
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_HONOURS = ("Sir ", "Dame ", "Lord ", "Lady ", "Baroness ")
_OBJECT = re.compile(r"\b[a-z]+(?:ed|s|ing)? (?!of\b|and\b|for\b)|, (?:which|where|after)\b")
_SPEAKS = re.compile(r" (?:said|says|told|added|insisted|warned|wrote|claimed|admitted)\b")
_SPOKE = ("said ", "says ", "added ")
_FORCE = frozenset(("force", "constabulary", "brigade", "service", "fire service", "police force"))
_CONCEDES = frozenset(("accepted", "accepts", "admitted", "admits", "conceded", "concedes", "apologised"))
_EPITHET = re.compile(r"(?:former|retired|ex-\w+|veteran)\b")
_AGAIN = 700
"""How far back "it" looks for a body that spoke, in characters."""
_FAR = 5
"""Within how many blocks the last speaker goes on without being named."""


class Speakers:
    """Resolves the speakers of one article.

    Args:
        reading: The text.
        people: Annotations of the pipe `officials`.
        quotes: Annotations of the pipe `quotes`, in order.
        words: What words say about speakers.
        inspectorate: Short name of the inspectorate, or None.
        force: Name of the force that "the force" is at an offset, or None.
    """

    def __init__(
        self,
        reading: Reading,
        people: Sequence[Annotation],
        quotes: Sequence[Annotation],
        words: Words,
        inspectorate: str | None,
        force: Callable[[int], str | None] = lambda _: None,
    ) -> None:
        self.reading = reading
        self.words = words
        self.inspectorate = inspectorate
        self.force = force
        self.people: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.spelt: dict[tuple[int, int], list[str]] = {}
        self.quoted = sorted(tuple(part) for q in quotes if q.label == "direct" for part in q.attributes["parts"])
        self.last: tuple[int, Person] | None = None
        self.heard: tuple[int, Voice] = (-1, Voice())
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
        self.firsts = sorted(
            ((min(p.mentions), p) for p in self.people if p.name and p.mentions), key=lambda pair: pair[0]
        )
        for beside in (note.attributes for note in people if note.rule == "officials.beside"):
            holder = next((person for person in self.people if beside["since"] in person.mentions), None)
            if holder:
                holder.roles.append(((beside["start"], beside["end"]), True))
        self.offices_named = [note.attributes for note in people if note.rule == "officials.mentioned"]
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
            person = Person(span, words[-1], gender=gender_of(words[0], self.words.genders))
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
        self._put(Person(None, "", [(span, False)], gender=gender, private=True, mentions=[span[0]]))

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
                theirs = set(self._words(person.name))
                if theirs.issubset(words) or theirs.issuperset(words):
                    return person
        return None

    def _learn(self, person: Person, speaker: Mapping[str, Any]) -> None:
        if speaker["role"]:
            role = (speaker["role"][0], speaker["role"][1])
            words = self.reading.lower[role[0] : role[1]].rstrip(".")
            captioned = self.reading.spans[self.reading.span_at(role[0])].kind in ("caption", "byline")
            weak = captioned or words in self.words.titles
            same = (weak, words) in person.said or (False, words) in person.said
            if words not in self.words.courtesy and not same:
                person.said.add((weak, words))
                person.roles.append((role, weak))
        elif speaker["rank"]:
            person.roles.append(((speaker["rank"][0], speaker["rank"][1]), True))
        if speaker["body"] and self.reading.lower[slice(*speaker["body"])] not in self.by_surname:  # "Beck's deputy"
            person.bodies.append((speaker["body"][0], speaker["body"][1]))
        if speaker["title"]:
            person.gender = GENDERS.get(speaker["title"].rstrip("."), person.gender)
        if self.reading.text.startswith(_HONOURS, speaker["start"], speaker["end"]):
            person.gender = GENDERS[self.reading.lower[speaker["start"] : speaker["end"]].partition(" ")[0]]
        person.private = person.private or bool(speaker["private"])

    def resolve(self, quote: Annotation) -> Voice:
        """Who speaks a quote; quotes are to be resolved in the order of the text."""
        speaker = quote.attributes["speaker"]
        if speaker is None:
            if quote.attributes["implied"]:
                return Voice(words=self.inspectorate)
            voice = self._loose(quote)
        else:
            voice = self._voice(speaker, named=quote.label == "indirect")
            if speaker["form"] == "pronoun" and voice.person is None and quote.cues and quote.cues[0][2] in _CONCEDES:
                voice = Voice(words=self.force(quote.start))  # an inspectorate owns up to nothing
        if quote.label != "indirect" and (speaker is None or speaker["form"] != "private"):
            self.heard = (quote.start, voice)
        spokesperson = bool(voice.person and voice.person.anonymous and self._speaks_for(voice.person))
        if voice.person and (quote.label != "indirect" or voice.person.name is not None or spokesperson):
            if voice.person.first < 0:
                voice.person.first = quote.start
            cue = quote.cues[0][0] if quote.cues else 0
            self.last = (max(quote.end, cue) if quote.label == "direct" else quote.start, voice.person)
            partner = speaker["partner"] if speaker else None
            if partner:
                other = self._add(partner)
                other.first = other.first if other.first >= 0 else quote.start + 1
        return voice

    def _speaks_for(self, person: Person) -> bool:
        return person.role is not None and self.reading.lower[slice(*person.role)].startswith("spokes")

    def _loose(self, quote: Annotation) -> Voice:
        """Speech that nothing credits: an answer, the person of the paragraph above, or whoever spoke last."""
        if quote.label != "direct":
            return Voice()
        last = self.last[1] if self.last else None
        if quote.rule == "quotes.asked" and (answers := last or self.timeline.only(quote.start)):
            return Voice(answers)
        number = self.reading.span_at(quote.start)
        above = self.reading.spans[number - 1].start if number else 0
        since = min(self.last[0], above) if self.last else above
        between = self.timeline.between(since, quote.start)
        others = {id(mention.person) for mention in between if mention.person is not last}
        if last and not others and number - self.reading.span_at(self.last[0] if self.last else 0) < _FAR:
            return Voice(last)
        near = [mention.person for mention in between if mention.offset >= above]
        if near and len({id(person) for person in near}) == 1:
            return Voice(near[0])
        role = self.reading.lower[slice(*last.role)] if last and last.role else ""
        return Voice(last) if "inspector of" in role or "hm inspector" in role else Voice()

    def _voice(self, speaker: Mapping[str, Any], *, named: bool) -> Voice:
        form = speaker["form"]
        if form == "name":
            return Voice(self._add(speaker))
        if form == "surname":
            return self._surname(speaker)
        if form == "pronoun":
            return self._pronoun(speaker)
        if form == "role":
            return self._role(speaker, named=named)
        if form == "private":
            return self._private(speaker)
        return self._body(speaker)

    def _surname(self, speaker: Mapping[str, Any]) -> Voice:
        span = (speaker["start"], speaker["end"])
        words = self._words(span)
        word = words[-1].removesuffix("'s")
        known = [person for person in self.people if person.surname == word]
        if not known:  # "Sir Neville", "Elowen": an honour, or a child's or friend's name, goes with the first name
            known = [person for person in self.people if person.name and self._words(person.name)[0] == word]
        if known:
            before = [person for person in known if any(mention <= span[0] for mention in person.mentions)]
            person = (before or known)[-1]
            self._learn(person, speaker)
            return Voice(person)
        full = self.timeline.full_name(word)
        if not full and not speaker["title"] and word in self.words.genders:
            person = Person(span, word, gender=self.words.genders[word], private=True)
            self._put(person)
            return Voice(person)
        if not full and not speaker["title"] and not speaker["role"]:
            return self._body(speaker)
        person = Person(full or span, word)
        self._put(person)
        self._learn(person, speaker)
        return Voice(person)

    def _meant(self, at: int, gender: str) -> Person | None:
        """Whom words at an offset mean that name nobody."""
        return self.timeline.nearest(at, gender, Mention(*self.last, True) if self.last else None)

    def _private(self, speaker: Mapping[str, Any]) -> Voice:
        """A private person by the words of the article: those of the first mention for "the resident"."""
        span = (speaker["start"], speaker["end"])
        if speaker["title"] == "the":
            head = self.reading.lower[slice(*span)].split(" of ")[0].rpartition(" ")[2]
            for known in self.people:
                if known.name is None and known.private and known.mentions[0] < span[0]:
                    words = self.reading.typed[slice(*known.roles[0][0])]
                    if head in words.lower().split():
                        return Voice(words=words)
            person = self._meant(span[0], KIN.get(head, ""))
            if person and (person.private or not person.roles):
                return Voice(person) if person.name else Voice(words=self.reading.typed[slice(*person.roles[0][0])])
        return Voice(words=self.reading.typed[slice(*span)])

    def _pronoun(self, speaker: Mapping[str, Any]) -> Voice:
        at, word = speaker["start"], self.reading.lower[speaker["start"] : speaker["end"]]
        if word in ("it", "they", "their"):
            near = at - self.heard[0] < _AGAIN and self.heard[1].words
            return self.heard[1] if near else Voice(words=self.inspectorate)
        if word not in ("he", "she", "his", "her"):
            return Voice()
        gender = "m" if word in ("he", "his") else "f"
        person = self._meant(at, gender)
        if person and not person.gender:
            person.gender = gender
        return Voice(person) if person else self._unnamed(at)

    def _unnamed(self, at: int) -> Voice:
        """Who a pronoun means where nobody is named: "I asked the chief constable, and she replied"."""
        last = bisect_right(self.offices_named, at, key=itemgetter("start"))
        near = next(iter(self.offices_named[max(0, last - 1) : last]), None)
        here = near is not None and self.reading.span_at(near["start"]) == self.reading.span_at(at)
        return self._role(near, named=False) if near and here else Voice()

    def _role(self, speaker: Mapping[str, Any], *, named: bool) -> Voice:
        span = (speaker["role"][0], speaker["role"][1])
        known = self._in_office(speaker, span) if speaker["title"] != "anonymous" else None
        if known is None and not speaker["body"] and self.reading.lower.startswith("the ", max(0, span[0] - 4)):
            words = self._office(span)
            unnamed = [p for p in self.people if p.anonymous and 0 <= p.first < span[0]]
            known = next((p for p in reversed(unnamed) if self._office(p.roles[0][0]) & words), None)
        if known is None and speaker["private"]:
            return Voice(words=self.reading.typed[span[0] : span[1]])
        if known is None and _EPITHET.match(self.reading.lower, span[0]):
            known = self._meant(span[0], "")
        if known is None:
            known = next((p for p in self.people if p.anonymous and p.roles[0][0] == span), None) or self._twin(speaker)
        if known:
            return Voice(known)
        body = (speaker["body"][0], speaker["body"][1]) if speaker["body"] else None
        person = Person(None, "", [(span, False)], [body] if body else [], anonymous=True)
        if not named or self._speaks_for(person):
            self._put(person)
        return Voice(person)

    def _in_office(self, speaker: Mapping[str, Any], span: tuple[int, int]) -> Person | None:
        """Who holds an office that is named without a name: "the chief constable said"."""
        words = self._office(span)
        best: tuple[int, int, int, Person] | None = None
        later: list[Person] = []
        for order, person in enumerate(self.people):
            shared = [(len(words & own), -len(own - words)) for own in map(self._office, (r for r, _ in person.roles))]
            overlap, fewest = max(shared, default=(0, 0))
            if person.private or overlap < min(2, len(words)):
                continue
            if not any(mention < speaker["start"] for mention in person.mentions):
                later += [person] if person.name and overlap == len(words) else []
            elif best is None or (overlap, fewest, order) > best[:3]:
                best = (overlap, fewest, order, person)
        if best:
            return best[3]
        last = self.last[1] if self.last and span[0] - self.last[0] < _AGAIN else None
        found = (
            last if last and last.name and not last.roles else None
        )  # "Sir Jo Hale said … The Met commissioner added"
        if found is None and not later:
            found = self._named_above(speaker["start"]) or self._named_next(speaker["end"])
            found = found or self._profiled(speaker["start"])
        if found:
            self._learn(found, speaker)
        elif len(later) == 1 and (not speaker["body"] or not later[0].bodies):
            return later[0]  # "The chief told a packed hall", named below
        return found

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

    def _named_above(self, at: int) -> Person | None:
        """The one person without a role whom the block has named before: "Jo Hale came to the phone. The CFO told me"."""
        block = self.reading.spans[self.reading.span_at(at)].start
        first, last = (bisect_right(self.firsts, end, key=lambda pair: pair[0]) for end in (block - 1, at))
        person = self.firsts[first][1] if last - first == 1 else None
        return None if person is None or person.roles or person.bodies or person.private else person

    def _named_next(self, at: int) -> Person | None:
        """The person without a role who speaks next: "The chief constable has … Jo Hale said"."""
        number = bisect_right(self.firsts, at, key=lambda pair: pair[0])
        if number >= len(self.firsts):
            return None
        offset, person = self.firsts[number]
        if person.name is None or person.roles or person.private or offset - at > _AGAIN:
            return None
        spoke = self.reading.text.endswith(_SPOKE, 0, person.name[0])
        return person if spoke or _SPEAKS.match(self.reading.text, person.name[1]) else None

    def _twin(self, speaker: Mapping[str, Any]) -> Person | None:
        """The same unnamed speaker of the same body, met before."""
        if not speaker["body"]:
            return None
        body = self.reading.lower[speaker["body"][0] : speaker["body"][1]]
        for known in self.people:
            if known.anonymous and known.bodies and self.reading.lower[slice(*known.bodies[0])] == body:
                return known
        return None

    def _body(self, speaker: Mapping[str, Any]) -> Voice:
        span = (speaker["start"], speaker["end"])
        lower = self.reading.lower[slice(*span)]
        written = lower == "letter" and self.heard[1].person is not None and span[0] - self.heard[0] < _AGAIN
        if (lower in self.words.carriers or written) and self.heard[0] >= 0:
            return self.heard[1]
        if lower in _FORCE and (name := self.force(span[0])):
            return Voice(words=name)
        return Voice(
            words=self.words.body_name(
                self.reading.lower[slice(*span)], self.reading.typed[slice(*span)], self.inspectorate
            )
        )
