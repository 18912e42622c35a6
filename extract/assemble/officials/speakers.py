"""Second mentions led back to the first: who "Mr Cooke", "she" and "the chief constable" are.

Enters the people named with a role and the speakers of quotes; leaves one `Person` for each, and for every quote the
person or body that speaks. Pure functions of the annotations and the reading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from extract.assemble.officials import phrases
from extract.assemble.officials.antecedents import body_before
from extract.assemble.officials.cast import AGAIN, ALIAS, Cast
from extract.assemble.officials.persons import KIN, Mention, Person, Voice, Words
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.officials.speaker import Speaker, letters_of

_AGO = 8
"""Over how many characters no word of `ONES` has."""
_FORCE = frozenset(("force", "constabulary", "brigade", "service", "fire service", "police force"))
_BESIDE = 60
"""Within how many characters a question is answered."""
_BELOW = frozenset(("deputy", "assistant", "vice"))
"""Words of an office that make another of it."""
_HIS = expression(r"(?:his|her) $")
_NAMED = 3
"""How many words somebody is named by with the word before the name that says what they are."""
_FAR = 5
"""Within how many blocks the last speaker goes on without being named."""


class Speakers(Cast):
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
        super().__init__(reading, people, quotes, words)
        self.inspectorate = inspectorate
        self.force = force
        self.last: tuple[int, Person] | None = None
        self.heard: tuple[int, Voice] = (-1, Voice())
        self.paper = False
        self.other: Person | None = None
        self.asked = False

    def resolve(self, quote: Annotation) -> Voice:
        """Who speaks a quote; quotes are to be resolved in the order of the text."""
        speaker = quote.attributes["speaker"]
        if speaker is None:
            if quote.attributes["implied"]:
                return Voice(words=self.inspectorate)
            voice = self._loose(quote)
            role = voice.person.role if voice.person else None
            if self._asks(quote) and not (role and phrases.INSPECTS.search(self.reading.lower, *role)):
                voice = Voice(words=self.inspectorate)
        else:
            voice = self._voice(speaker, named=quote.label == "indirect")
            word = self.reading.lower[speaker["start"] : speaker["end"]]
            if word == "they" and quote.label == "direct" and (several := self._several(speaker["start"])):
                voice = Voice(words=several)
            elif word == "they" and (both := self._jointly(speaker["start"])):
                voice = Voice(both[0])
                for one in both[1:]:
                    one.first = one.first if one.first >= 0 else quote.start + 1
            if (
                quote.label == "direct"
                and speaker["form"] in ("private", "body")
                and not voice.person
                and self._asks(quote)
            ):
                voice = Voice(words=self.inspectorate)  # "One is short: 'The force should …'"
            if (
                speaker["form"] == "pronoun"
                and voice.person is None
                and quote.cues
                and quote.cues[0][2] in phrases.CONCEDES
            ):
                voice = Voice(words=self.force(quote.start))  # an inspectorate owns up to nothing
        if quote.label != "indirect" and (speaker is None or speaker["form"] != "private"):
            self.heard = (quote.start, voice)
            self.paper = voice.person is not None and speaker is not None and speaker["form"] == "body"
        spokesperson = bool(
            voice.person and voice.person.anonymous and phrases.is_spokesperson(self.reading.lower, voice.person.role)
        )
        if spokesperson and quote.label == "indirect":
            self.heard, self.paper = (quote.start, voice), False  # "A spokesman said that it was so. They added"
        if voice.person and (quote.label != "indirect" or voice.person.name is not None or spokesperson):
            if voice.person.first < 0:
                voice.person.first = quote.start
            cue = quote.cues[0][0] if quote.cues else 0
            if self.last and self.last[1] is not voice.person:
                self.other = self.last[1]
            self.asked = self.reading.text[quote.end - 1] == "?"
            self.last = (max(quote.end, cue) if quote.label == "direct" else quote.start, voice.person)
            partner = speaker["partner"] if speaker else None
            if partner:
                other = self._add(partner)
                other.first = other.first if other.first >= 0 else quote.start + 1
        return voice

    def _asks(self, quote: Annotation) -> bool:
        """Whether a sentence that stands by itself says what a body must do: words of a report, which no official says so."""
        return (
            len(quote.attributes["parts"]) == 1
            and phrases.ASKS.fullmatch(self.reading.text, quote.start, quote.end) is not None
        )

    def _loose(self, quote: Annotation) -> Voice:
        """Speech that nothing credits: an answer, the person of the paragraph above, or whoever spoke last."""
        if quote.label != "direct":
            return Voice()
        last = self.last[1] if self.last else None
        if self.last and self.other and self.asked and quote.start - self.last[0] < _BESIDE:
            last = self.other  # "'And what of it?' asked Hale. 'We will act,' came the reply."
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
        titled = form == "surname" and (speaker["title"] or speaker["role"])  # "DCI Page"
        if form != "pronoun" and not titled and speaker["end"] - speaker["start"] < _AGO:
            word = self.reading.lower[speaker["start"] : speaker["end"]]
            if word in phrases.REPLIES and self.other and self.asked:
                return Voice(self.other)
            if word in phrases.LINES or (word in phrases.ONES and self._of_passages(speaker["start"])):
                return Voice(words=self.inspectorate)
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
        if not known and self.reading.text[span[0] : span[1]].isupper():
            known = [p for p in self.people if p.name and letters_of(self.reading.text, *p.name) == word.upper()]
        if known:
            before = [person for person in known if any(mention <= span[0] for mention in person.mentions)]
            person = (before or known)[-1]
            self._learn(person, speaker)
            return Voice(person)
        full = self.timeline.full_name(word)
        if not full and not speaker["title"] and not speaker["role"] and word in self.words.genders:
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
        sentence = self.reading.sentences[self.reading.sentence_at(span[0])]
        called = phrases.CALLED.search(self.reading.text, span[1], min(sentence.end, span[1] + ALIAS))
        if called and called["name"].lower() in self.words.genders:
            return self._surname(Speaker("surname", *called.span("name"), private=True).to_plain())
        if speaker["title"] == "the":
            head = self.reading.lower[slice(*span)].split(" of ")[0].rpartition(" ")[2]
            for known in self.people:
                if known.name is None and known.private and known.mentions[0] < span[0]:
                    words = self.reading.typed[slice(*known.roles[0][0])]
                    if head in words.lower().split():
                        return Voice(words=words)
            person = None if head in phrases.FAMILY else self._meant(span[0], KIN.get(head, ""))
            if person and person.name and (head.endswith("-year-old") or head in phrases.MANY):
                return Voice(person)
            if person and (person.private or not person.roles):
                return Voice(person) if person.name else Voice(words=self.reading.typed[slice(*person.roles[0][0])])
        kin = next((KIN[word] for word in self._words(span) if word in KIN), "")
        if speaker["title"] != "the" and (below := self._named_under(span) or self._named_below(span, kin)):
            return Voice(below)
        return Voice(words=self.reading.typed[slice(*span)])

    def _of_passages(self, at: int) -> bool:
        """Whether "one" is one of the passages that the sentence before names: "two passages … One says"."""
        number = self.reading.sentence_at(at)
        before = self.reading.sentences[number - 1] if number else None
        start = max(before.start, before.end - AGAIN) if before else 0
        return before is not None and phrases.PASSAGES.search(self.reading.lower, start, before.end) is not None

    def _pronoun(self, speaker: Mapping[str, Any]) -> Voice:
        at, word = speaker["start"], self.reading.lower[speaker["start"] : speaker["end"]]
        if word in ("it", "its", "they", "their"):
            if word == "it" and (writer := self._writer(at)):
                return Voice(writer)
            if word == "it" and (body := body_before(self.reading, at)):
                return Voice(words=self._named(body))
            heard = self.heard[1]
            unnamed = self.paper if word == "it" else word == "they" and heard.person and heard.person.anonymous
            near = at - self.heard[0] < AGAIN and (heard.words or unnamed)
            return heard if near else Voice(words=self.inspectorate)
        if word not in ("he", "she", "his", "her"):
            return Voice()
        gender = "m" if word in ("he", "his") else "f"
        person = self._meant(at, gender)
        if person and (not person.gender or person.guessed):
            person.gender, person.guessed = gender, False
        if person and person.anonymous and not any(person is known for known in self.people):
            self._put(person)
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
        opens = span[0] == self.reading.spans[self.reading.span_at(span[0])].start  # "Chief Constable's reply:"
        if (
            known is None
            and not speaker["body"]
            and (opens or self.reading.lower.startswith("the ", max(0, span[0] - 4)))
        ):
            words = self._office(span)
            unnamed = [p for p in self.people if p.anonymous and 0 <= p.first < span[0]]
            known = next((p for p in reversed(unnamed) if self._office(p.roles[0][0]) & words), None)
        known = known or self._named_under(span)
        if known is None and speaker["private"]:
            return Voice(words=self.reading.typed[span[0] : span[1]])
        if known is None and speaker["title"] == "anonymous":
            known = self._named_later(span) or self._named_below(span)
        past = known is None and phrases.EPITHET.match(self.reading.lower, span[0]) is not None
        if past and speaker["title"] == "anonymous" and not speaker["body"]:
            return Voice(words=self.reading.typed[span[0] : span[1]])  # "A retired watch manager", whom nobody knows
        if known is None and (past or self._is_one_of_many(span)):
            known = self._meant(span[0], "")
        if known is None:
            known = next((p for p in self.people if p.anonymous and p.roles[0][0] == span), None) or self._twin(speaker)
        if known:
            return Voice(known)
        body = (speaker["body"][0], speaker["body"][1]) if speaker["body"] else None
        owner = self.by_surname.get(self.reading.lower[slice(*body)].rpartition(" ")[2]) if body else None
        if (
            body is None
            and speaker["title"] == "anonymous"
            and (his := _HIS.search(self.reading.lower, span[0] - 4, span[0]))
        ):
            master = self._meant(his.start(), "m" if his[0] == "his " else "f")
            owner = [master] if master else None
        if owner:  # "A spokesman for Ms Hale"
            body = next((role for role, _ in owner[0].roles if phrases.ELECTED.search(self.reading.lower, *role)), None)
        person = Person(None, "", [(span, False)], [body] if body else [], anonymous=True)
        if not named or phrases.is_spokesperson(self.reading.lower, person.role):
            self._put(person)
        return Voice(person)

    def _is_one_of_many(self, span: tuple[int, int]) -> bool:
        """Whether "the" stands before a word that many are called by: it points back to one of them, "the Labour MP"."""
        lower = self.reading.lower
        words = lower[span[0] : span[1]].split(" ")
        many = words[-1] in phrases.MANY and "chief" not in words
        return many and lower.startswith("the ", max(0, span[0] - 4))

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
            if not any(words & _BELOW == self._office(role) & _BELOW for role, _ in person.roles):
                continue  # "the deputy chief constable" is not the chief
            if not any(mention < speaker["start"] for mention in person.mentions):
                later += [person] if person.name and overlap == len(words) else []
            elif best is None or (overlap, fewest, order) > best[:3]:
                best = (overlap, fewest, order, person)
        if best:
            return best[3]
        last = self.last[1] if self.last and span[0] - self.last[0] < AGAIN else None
        found = (
            last if last and last.name and not last.roles else None
        )  # "Sir Jo Hale said … The Met commissioner added"
        if found is None and not later:
            found = self._named_above(speaker["start"])
            if found and found.name and speaker["body"] and found.name[0] == speaker["body"][0]:
                found = None  # "Jo Hale's deputy mayor said"
            found = found or self._named_next(speaker["end"])
            found = found or self._profiled(speaker["start"]) or self._named_below(span, office=True)
        if found:
            self._learn(found, speaker)
        elif len(later) == 1 and (not speaker["body"] or self._is_of(later[0], speaker["body"])):
            return later[0]  # "The chief told a packed hall", named below
        return found

    def _twin(self, speaker: Mapping[str, Any]) -> Person | None:
        """The same unnamed speaker of the same body, met before."""
        if not speaker["body"]:
            return None
        body = self.reading.lower[speaker["body"][0] : speaker["body"][1]]
        for known in self.people:
            if known.anonymous and known.bodies and self.reading.lower[slice(*known.bodies[0])] == body:
                return known
        return None

    def _owner(self, span: tuple[int, int], lower: str) -> Voice | None:
        """Whose paper speaks, or who is named behind a word for what they are: "her summary", "Jo Hale's letter", "Cyclist Jo Hale"."""
        if lower.endswith(phrases.PAPERS):
            if his := _HIS.search(self.reading.lower, max(0, span[0] - 4), span[0]):
                person = self._meant(his.start(), "m" if his[0] == "his " else "f")
                return Voice(person) if person and person.name else None
            inside = self.timeline.between(span[0] - 1, span[1]) if "'s " in lower else []
            return Voice(inside[0].person) if inside and inside[0].person.name else None
        words = lower.split(" ") if lower.count(" ") == _NAMED - 1 else []
        if words and self.words.genders.get(words[1]):
            start = span[0] + len(words[0]) + 1
            if self.reading.text[start].isupper() and self.reading.text[start + len(words[1]) + 1].isupper():
                return self._voice(Speaker("name", start, span[1], private=True).to_plain(), named=True)
        return None

    def _body(self, speaker: Mapping[str, Any]) -> Voice:
        span = (speaker["start"], speaker["end"])
        lower = self.reading.lower[slice(*span)]
        if under := self._named_under(span):
            return Voice(under)
        if voice := self._owner(span, lower):
            return voice
        written = lower == "letter" and self.heard[1].person is not None and self._near(span[0])
        if (lower in self.words.carriers or written) and self.heard[0] >= 0:
            return self.heard[1]
        inside = self.timeline.between(span[0] - 1, span[1])
        if inside and inside[0].person.name and inside[0].offset - span[0] < _AGO:
            return Voice(inside[0].person)  # "An email from Mr Hale to staff read"
        paper = lower in self.words.carriers or lower == "letter"
        block = max(self.reading.spans[self.reading.span_at(span[0])].start, span[0] - AGAIN) if paper else 0
        if paper and phrases.WROTE.search(self.reading.lower, block, span[0]) and (writer := self._writer(span[0])):
            return Voice(writer)
        if lower in _FORCE and (name := self.force(span[0])):
            return Voice(words=name)
        return Voice(words=self._named(span))

    def _near(self, at: int) -> bool:
        """Whether somebody was heard shortly before a place, in the same section."""
        first, last = self.reading.span_at(max(0, self.heard[0])), self.reading.span_at(at)
        parted = any(span.kind == "subheading" for span in self.reading.spans[first:last])
        return at - self.heard[0] < AGAIN and not parted

    def _named(self, span: tuple[int, int]) -> str | None:
        """The short name of a body."""
        return self.words.body_name(
            self.reading.lower[slice(*span)], self.reading.typed[slice(*span)], self.inspectorate
        )
