"""People by their full names: every name of a text with the role and body that the words around it give.

Enters the reading; leaves a `Speaker` a name and place. Capitals that name a body, a place or a scheme are told from
names by first names, by a rank or office beside them, or by what the sentence says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.document.forms import UPPER
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.officials import clauses, terms
from extract.pipes.officials.lexicon import Token, tokens_of
from extract.pipes.officials.people import People
from extract.pipes.officials.speaker import Speaker
from extract.pipes.officials.words import (
    CLAUSES,
    INTRODUCING,
    OPENERS,
    PREDICATE,
    PRONOUNS,
    QUARTERS,
    cut_phrases,
    without_brackets,
)

_CHAIN = expression(r"(?: \([^()]{2,40}\))?(?:,|;)?(?: and)? ")
"""What stands between two names of one list."""
_COMPLEMENT = expression(r" (?:for|of) ")
_FIELDED = frozenset(("for", "of"))
"""Words before the field of an office."""
_HOLDS = frozenset(("is", "was", "remains"))
_LEADING = _HOLDS | {"general"}  # "director general Jo Hale"
_CALLED = frozenset(("cllr", "councillor", "ald", "alderman", "sir", "dame", "lord", "lady", "baroness"))
_AT = frozenset(("of", "at", "in", "near", "outside", "on"))
_COPIED = frozenset(("cc", "bcc", "c.c", "fao"))
_TITLED = ("cllr", "councillor", "mr", "mrs", "ms", "miss", "dr", "prof", "ald")
_PLACED = frozenset(("in", "near", "at", "outside", "through", "around", "via"))
_NEVER_APPOSED = PRONOUNS | PREDICATE | (OPENERS - {"of", "at"})
"""Words with which nothing begins that says of a name before it who that is."""
_READ = frozenset(("paragraph", "standfirst", "item"))
_PARTS = expression(r"[ '/-]")
_RANK = 5  # under how many words a rank stands alone between a comma and a name
_BACK = 110  # how far before a name its role is looked for, in characters
_AHEAD = 160


class Named:
    """Finds people by their full names.

    Args:
        people: Parser of noun phrases.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.lexicon = people.lexicon
        self.titles = people.lexicon.titles | {"deputy"}  # "The Home Affairs Minister, Deputy Jo Hale"
        word = rf"[{UPPER}](?:\.(?= ?[{UPPER}])|[A-Za-z\w'-]*+)"
        small = "|".join(sorted(self.lexicon.particles))
        self.first = lru_cache(maxsize=1 << 13)(self._first)
        self.run = re.compile(rf"{word}(?:(?: |(?<=\.))(?:(?:{small}) )*+{word})++")

    def find(self, reading: Reading) -> Iterator[Speaker]:
        """People, in the order of the text."""
        text, above = reading.text, None
        firsts, honours = self.lexicon.first_names, self.lexicon.honours
        for match in self.run.finditer(text):
            at, stop = match.span()
            while at < stop and (begin := self.first(text[at:stop])) >= 0:
                begin += at
                name = self.people.names.words(text, begin, min(stop + 1, len(text)))
                if not name:
                    at = text.find(" ", begin, stop) + 1
                    if not at:
                        break
                    continue
                kept = name[0].key in firsts or name[0].key in honours or name[0].text[1:2] in (".", "")
                if len(name) > 2 and not kept and name[1].key in firsts:
                    name = name[1:]  # "Keeper Jo Hale"
                elif len(name) > 3 and not kept and name[2].key in firsts and text.endswith("f ", 0, name[0].start):
                    name = name[2:]  # "Head of Contact Management Jo Hale"
                if name[0].start > 8 and text.startswith(" and ", name[0].start - 5):
                    name = self.people.names.couple(text, name)
                found = self._read(reading, name, above)
                if found:
                    above = found
                    yield found
                at = name[-1].end

    def _first(self, run: str) -> int:
        """Where the first two words of a run stand of which a name could be made, or -1."""
        at, others = 0, self.lexicon.not_names
        space = run.find(" ")
        while space >= 0:
            word, end = run[at:space], run.find(" ", space + 1)
            called = len(word) == 1 and at and run[:at].rstrip().lower().endswith(_TITLED)  # "Cllr A Hale"
            if word[:1].isupper() and (called or word.lower() not in others) and not word.endswith("'s"):
                ahead = run[space + 1 : end if end >= 0 else len(run)].lower().removesuffix("'s")
                if ahead not in others or ahead in self.lexicon.surnames:
                    return at
            at, space = space + 1, end
        return -1

    def _read(self, reading: Reading, words: list[Token], above: Speaker | None) -> Speaker | None:
        """A name with role and body, or None where it is no person's."""
        text, lexicon, first = reading.text, self.lexicon, words[0].key
        if first in ("sir", "dame") and len(words) == 2:
            return None  # "Sir Neville", who was named before
        if first in lexicon.places and first not in lexicon.first_names:
            return None
        start, end = words[0].start, words[-1].end - (2 if words[-1].text.lower().endswith("'s") else 0)
        if (
            text[end + 1 : end + 2].islower()
            and (office := clauses.OFFICE.match(text, end))
            and office["head"] in lexicon.heads
        ):
            return None  # "Howard League campaigner Jo Hale"
        if first not in lexicon.first_names and text.startswith(", ", end) and clauses.BODY.match(text, end):
            return None  # "Safe Home, a local charity, said"
        sentence = reading.sentences[reading.sentence_at(start)]
        begin = sentence.start if start - sentence.start <= _BACK else text.find(" ", start - _BACK) + 1
        if above is not None and above.start < start:
            begin = max(begin, above.until, above.end)
        left = self._left(text, begin, start)
        left = [] if left and left[-1].text in _COPIED else left  # "cc Jo Hale, Chief Constable"
        if left and left[-1].key in _AT and words[-1].key in lexicon.terrain and words[-1].key in lexicon.common:
            return None  # "on the ninth floor of Clayton House"
        if left and left[-1].text in INTRODUCING and first not in lexicon.first_names:
            return None  # "A spokeswoman for the charity Safe Doorstep Cymru"
        held = self._held((start, end), left) if len(left) > 1 else None
        found = self._before(text, words, left, above) if held is None else Speaker("name", start, end)
        found = self._behind(text, found, sentence.end)
        if found.role and left and left[-1].text == ":" and text.startswith(", ", end):
            alone = self._behind(text, Speaker("name", start, end), sentence.end)
            found = alone if alone.role else found  # "Chair: Jo Hale, Police and Crime Commissioner"
        if held is not None and not found.role:
            found = held.until_at(found.until)
        if found.role is None and (seat := clauses.SEAT.match(text, end)):
            if words[-1].key in QUARTERS and text[seat.end() + 1 : seat.end() + 2].isupper():
                return None  # "Leicester East MP Jo Hale"
            found = found._replace(role=seat.span("seat"), until=max(found.until, seat.end()))
        if found.role and (last := clauses.until_end(text, found.role, (start, end), lexicon.first_names)):
            found = found._replace(role=(found.role[0], last), until=max(found.until, last))
        if found.role:
            if first not in lexicon.first_names and self._is_complement(text, found, left, sentence.end):
                return None  # "Its head of Sexual Offences, Jo Hale, said"
            if not found.private and not self._heads(text[found.role[0] : found.role[1]].lower()):
                return None  # "Fire and Rescue Services and the Care Quality Commission"
            if found.private and (found.body or clauses.SERVES.fullmatch(text, *found.role)):
                return found._replace(private=False)  # "Nurse Jo Hale, of NHS Grampian"
            return found
        if found.body is None and left and left[-1].text in clauses.INSPECTING:
            found = found._replace(body=(left[-1].start, left[-1].end))  # "HMIC Jo Hale"
        if found.private or found.rank:
            return found
        if first not in lexicon.first_names and lexicon.common.issuperset([word.key for word in words]):
            return None  # "Road Safety at Kent County Council"
        if left and (left[-1].key in _PLACED or left[-1].key == "the"):
            return None
        if found.title or first in lexicon.first_names or first in lexicon.honours:
            return found
        named = found.body and not lexicon.bodies.isdisjoint([word.key for word in tokens_of(text, *found.body)])
        if named and not (left and left[-1].key in _FIELDED):
            return found  # no "lead for Ports and Harbours at Kent Police"
        begins = start - sentence.start < 3 and reading.spans[sentence.span].kind in _READ
        return found if begins and clauses.PERSONAL.match(text, end) else None

    def _left(self, text: str, begin: int, end: int) -> list[Token]:
        """The words before a name: the last alone where it is none that a role or an owner ends with."""
        bracket = text.rfind("(", begin, end)
        if bracket >= 0 and text.find(")", bracket, end) < 0:
            begin, bracket = bracket + 1, -1  # "CLIP (HM Inspector Jo Hale, 0'31\")"
        if begin >= end:
            return []
        last = text[text.rfind(" ", begin, end - 1) + 1 : end - 1] if end - begin > 1 else ""
        if last.isalpha() and last.islower() and last not in self.lexicon.known and last not in _LEADING:
            return tokens_of(text, end - 1 - len(last), end)
        tokens = tokens_of(text, begin, end)
        return without_brackets(tokens) if bracket >= 0 else tokens

    def _heads(self, role: str) -> bool:
        """Whether words hold the noun that heads a role."""
        words, posts = role.split(), self.lexicon.posts
        if posts.isdisjoint(words):
            words += _PARTS.split(role)  # "co-ordinator"
            words += [word.rstrip("s") for word in words]
        return not posts.isdisjoint(words)

    def _held(self, name: tuple[int, int], left: list[Token]) -> Speaker | None:
        """A name with the office that its sentence says it holds: "Its chair is 17-year-old Jo Hale"."""
        while left and left[-1].key.endswith("-old"):
            left = left[:-1]
        if len(left) < 2 or left[-1].key not in _HOLDS:
            return None
        found = self.people.roles.add_above(Speaker("name", *name), left[:-1], [])
        return found._replace(since=name[0]) if found.role else None

    def _before(self, text: str, words: list[Token], left: list[Token], above: Speaker | None) -> Speaker:
        """A name with the role that stands before it."""
        start, end = words[0].start, words[-1].end - (2 if words[-1].text.lower().endswith("'s") else 0)
        if not left or (len(left) == 1 and not left[0].capital and left[0].key not in self.lexicon.known):
            found = Speaker("name", start, end)
            if above is not None and above.listed and _CHAIN.fullmatch(text, above.end, start):
                return found._replace(role=above.listed, body=_shared(above), listed=above.listed)
            return found
        segments = [segment[self.people.spoken_for(segment) :] for segment in cut_phrases(left)]
        if len(segments) > 1 and segments[-2] and segments[-2][-1].key == words[-1].key:
            segments = segments[-1:]  # "Ms Hale – Jo Hale, the chief"
        person = self.people.person(segments[-1], words)
        if person is None:
            found = Speaker("name", start, end)
        elif person.form == "name" and person.end == end:
            found = person  # as most are
        else:
            found = Speaker("name", person.start, end, *person[3:])
        if above is not None and not found.role and above.listed and _CHAIN.fullmatch(text, above.end, start):
            return found._replace(role=above.listed, body=found.body or _shared(above), listed=above.listed)
        titled = found.role is None or text[slice(*found.role)].lower() in self.titles
        if found.role and not titled:
            first = found.role[0]
            if len(segments) > 1 and found.body is None and len(segments[-1]) < _RANK:
                held = self.people.roles.add_above(found._replace(role=None), segments[-2], [])
                home = held.body and text.startswith(clauses.OF_HOME, end) and clauses.CHIEFS.search(text, *held.body)
                if held.role and not home:
                    found = found._replace(body=held.body)  # "The union's president, Supt Jo Hale"
            found = self._of_several(text, found)
            return Speaker(*found[:10], first, found.listed)
        if len(segments) > 1 and segments[-2] and self.people.roles.is_only_name(segments[-1], found):
            held = self.people.roles.add_above(found, segments[-2], segments[-1])
            real = held.private or not held.role or self._heads(text[slice(*held.role)].lower())
            if held is not found and real:  # not "At the Fire Authority, Cllr Jo Hale"
                letters = clauses.LETTERS.match(text, held.role[1]) if held.role and not held.body else None
                if letters and letters["body"].lower() not in self.lexicon.posts:
                    held = held._replace(body=letters.span("body"))
                begin = 1 if segments[-2][0].key == "and" and len(segments[-2]) > 1 else 0
                return held._replace(since=segments[-2][begin].start)
        return self._of_several(text, found) if found.role else found

    def _of_several(self, text: str, found: Speaker) -> Speaker:
        """A role in the plural as each of those has it whom it heads: "Councillors Jo Hale and Al Dean"."""
        assert found.role is not None
        start, end = found.role
        last = text[start:end].rpartition(" ")[2].lower()
        if last in self.lexicon.plurals or (last.endswith("s") and last[:-1] in self.lexicon.heads):
            return found._replace(role=(start, end - 1), listed=(start, end - 1))
        return found

    def _behind(self, text: str, found: Speaker, limit: int) -> Speaker:
        """A name with the role or body behind it, and how far the phrase reaches."""
        end_of_name = until = clauses.past_letters(text, found.end, self.lexicon.appended)
        aged = False
        for _ in range(3):
            mark = text[until : until + 2]
            if mark == " (":
                close = text.find(")", until, min(limit, until + 60))
                if close < 0:
                    break
                found = self._bracketed(text, found, until + 2, close)
                until = close + 1
                continue
            if mark == ", " or (mark == " \u2013" and until == end_of_name):
                start = until + (2 if mark == ", " else 3)
            elif until == end_of_name and text.startswith((" of ", " from ", " at "), until):
                start = until + 1
            else:
                break
            if text[start : text.find(" ", start, start + _AHEAD)] in _NEVER_APPOSED:
                break  # as often
            stop = clauses.STOP.search(text, start, min(limit, start + _AHEAD))
            end = stop.start() if stop else min(limit, start + _AHEAD)
            words = tokens_of(text, start, end)
            if words and words[0].key in ("of", "from", "at"):
                acts = next((n for n, word in enumerate(words) if word.key in PREDICATE), len(words))
                words = words[:acts]  # "Sgt Jo Hale of the Federation was more cautious"
                end = words[-1].end
            if not words or not self._apposed(words) or self._lists(text, start, end):
                break
            if words[0].key == "the" and mark == ", " and self._is_next(text, end, limit):
                break  # "asked by Cllr Jo Hale, the chief officer, Al Dean, said"
            if aged and found.role is None and words[0].key == "of":
                break  # "Jo Hale, 40, of Chapel Rise"
            aged = clauses.AGED.fullmatch(text, start, end) is not None
            more = self.people.roles.add_behind(found, words)
            if more.body is None and more.role == found.role and text.startswith(":", end):
                named = found.role is None and text.startswith(': "', end) and all(word.capital for word in words)
                if named or terms.is_place(
                    words, self.lexicon.places
                ):  # "ACC Jo Hale, Cambridgeshire:", 'Jo Hale, Hull Sisters: "'
                    more = found._replace(body=(words[0].start, words[-1].end))
            closed = text.startswith(",", end) and words[0].key in CLAUSES
            placed = closed or words[0].key in ("of", "from", "at")
            if more is found and not placed and not clauses.AGED.match(text, start):
                break
            found, until = more, end
        if found.role is None and until == end_of_name and (is_ := clauses.BECAME.match(text, until)):
            return self._predicated(text, found, is_, limit).until_at(until)
        if text.startswith((", who ", " who "), end_of_name):
            found = self._related(text, found, limit)
        return found if until == end_of_name else found.until_at(until)

    def _related(self, text: str, found: Speaker, limit: int) -> Speaker:
        """A name with what a clause behind it says: "Sgt Jo Hale, who is chair of the Kent Police Federation"."""
        if found.role is None and found.body is None and (led := clauses.LED.match(text, found.end)):
            return found._replace(body=led.span("body"))
        if found.role is None and (by_way := clauses.WHO_AS.match(text, found.end)):
            return self.people.roles.add_behind(found, tokens_of(text, *by_way.span("office")))
        before = found.role is not None and found.role[1] < found.start
        if before and (is_ := clauses.WHO_IS.match(text, found.end)):
            held = self._predicated(text, found._replace(role=None, body=None), is_, limit)
            return held if held.role and clauses.OTHER.search(text, *held.role) else found
        return found

    def _predicated(self, text: str, found: Speaker, link: re.Match[str], limit: int) -> Speaker:
        """A name with the office that its sentence says it holds: "Jo Hale has been the force's chief constable"."""
        start = link.end()
        stop = clauses.STOP.search(text, start, min(limit, start + _AHEAD))
        words = tokens_of(text, start, stop.start() if stop else min(limit, start + _AHEAD))
        if not words or not self._apposed(words):
            return found
        if terms.is_to_do(words):
            return found._replace(body=self.people.roles.body_in(words[2:]))
        if link.re is clauses.BECAME and link["heads"]:  # "runs Stand Easy, a charity"
            named = words[words[0].key == "the" :]
            end = next((n for n, word in enumerate(named) if not word.capital), len(named))
            return found._replace(body=(named[0].start, named[end - 1].end)) if end else found
        if text.startswith(("or ", "at ", "th "), start - 3):  # "works for the charity Safe Threshold"
            return found._replace(body=self.people.roles.body_in(words))
        over = next(
            (n for n, word in enumerate(words) if n and (word.text.isdigit() or word.key in PRONOUNS)), len(words)
        )
        words = words[: over - 1 if over < len(words) and words[over].text.isdigit() else over]
        head = next((n for n, word in enumerate(words) if word.key in self.lexicon.heads), -1)
        return self.people.roles.add_behind(found, words) if 0 <= head < 9 else found

    def _bracketed(self, text: str, found: Speaker, start: int, end: int) -> Speaker:
        """A name with the office in the brackets behind it: "Jo Hale (Chair)"."""
        words = tokens_of(text, start, end)
        heads = self.lexicon.heads
        if words and not found.body and words[0].key in self.lexicon.places and heads.isdisjoint(w.key for w in words):
            return found._replace(body=(start, end))
        if not words or heads.isdisjoint([word.key for word in words]):
            alone = words and not (found.body or found.role or found.private) and all(word.capital for word in words)
            named = alone and not self.lexicon.named_bodies.isdisjoint([word.key for word in words])
            return found._replace(body=(start, end)) if named else found
        if found.role and found.title not in self.lexicon.titles and not found.listed:
            return found
        office, rest = terms.parted(words, heads)
        more = self.people.roles.add_behind(found._replace(role=None), office)
        ranked = self.lexicon.rank.search(" ".join([word.key for word in office]))
        body = more.body or self.people.roles.body_in(rest) or (rest and not ranked and (rest[0].start, rest[-1].end))
        return more._replace(body=body or None)  # "(Superintendent, Neighbourhoods)", "(chief executive, Harbour)"

    def _lists(self, text: str, start: int, end: int) -> bool:
        """Whether somebody else is named behind a comma: the next of a list, or of whom something is said."""
        match = self.run.search(text, start, end)
        if match is None:
            return False
        first = text[start : text.find(" ", start, end)].rstrip(".").lower()
        if text[start].isupper() and (
            first in self.lexicon.courtesy or first in self.lexicon.plurals or first in _CALLED
        ):
            return True  # "Cllr J Hale, Ms L Dean"
        begin = self.first(match[0])
        name = self.people.name_from(text, match.start() + begin, end + 1) if begin >= 0 else None
        return name is not None and text[name[0] : name[1]].split()[0].lower() in self.lexicon.first_names

    def _is_complement(self, text: str, found: Speaker, left: Sequence[Token], limit: int) -> bool:
        """Whether a name is the end of an office, which the person behind the comma holds."""
        if not left or not left[-1].capital or left[-1].key in self.lexicon.roles:
            return False
        if not self._is_next(text, found.end, limit):
            return False
        assert found.role is not None
        return found.role[1] == left[-1].end and _COMPLEMENT.search(text, *found.role) is not None

    def _is_next(self, text: str, end: int, limit: int) -> bool:
        """Whether an office behind a name belongs to the next name, which a comma follows."""
        if not text.startswith(", ", end):
            return False
        name = self.people.name_from(text, end + 2, min(limit, end + 60))
        return name is not None and text.startswith(",", name[1])

    def _apposed(self, words: list[Token]) -> bool:
        """Whether words behind a name can say who that is: no new clause and no next name of a list."""
        first = words[0]
        if first.key in _NEVER_APPOSED:
            return False
        if first.key not in CLAUSES and not PREDICATE.isdisjoint([word.key for word in words]):
            return False
        return first.text[0].isalnum() and not terms.is_act(words)


def _shared(first: Speaker) -> tuple[int, int] | None:
    """The body of a role that heads a list, which those of the list share: one that stands before the first name."""
    return first.body if first.body and first.body[0] < first.start else None
