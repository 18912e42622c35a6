"""Names that a text may give to an initiative: runs of capitalised words, cut where a name can begin and end.

Enters a reading and what is known in it (forces, inspectorates, places); leaves names and what they are made of. Whether
one is the name of an initiative is not told here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.beside import Beside
from extract.pipes.initiatives.edges import Edges, outside
from extract.pipes.initiatives.joined import RUN, Joined
from extract.pipes.initiatives.words import COMPOUNDS, PAPERS, Words
from extract.pipes.triggers import Hit

_WORDS = expression(r"[\w'&-]+")
_NOUN = expression(r" ([a-z]+)\b")
_FIGURE = expression(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?")
"""The number of a paragraph: "6.3 The Safe Haven programme"."""

_PRONOUNS = frozenset(
    ["There", "It", "That", "Here", "What", "He", "She", "We", "They", "I", "You", "Who", "Where", "How", "Let"]
)
"""Words with which a short form of "is" or "are" opens a sentence."""
_READ = frozenset(("paragraph", "standfirst", "item", "row"))
_TOLD = _READ - {"row"}
_BARE = frozenset(("row", "subheading"))
"""Blocks whose names have nothing beside them that tells of them."""
_ARTICLES = frozenset(("the", "its", "their", "our", "a", "an", "another", "one"))
_BEHIND = frozenset(("of", "in", "at", "from", "with", "on", "by", "to"))
_TASK_FORCE = ["Task", "Force"]
_ADVERBIAL = ("ally", "ably", "ntly", "tely", "edly", "adly", "ingly", "ously")
_WITHIN = frozenset(("In", "At", "From", "Across", "Around", "Near", "Over"))
_PLACING = frozenset(("in", "at", "from", "of"))
_JOINING = frozenset(",'\"")
"""Marks behind a run that may join it to what stands beside it, whatever it is made of."""
_BULLETS = "\"'(\u2013-\u2022#* "
"""Marks before the first word of a sentence or line."""
_MANY = ("s", "People")
_LEADS = frozenset((": ", "\u2022 ", "# ", "* "))
"""The end of such marks, or of words that lead to what is like a sentence."""
_HEAD = 14
"""Characters before a mark in which a word as "Operation" stands."""
_KNOWN = 1 << 14
"""Words and runs of which it is kept what they are."""


class Name(NamedTuple):
    """A name.

    Args:
        start: Offset of its first character in the reading.
        end: Offset behind its last one.
        words: Its words, small ones between them too.
        opens: Whether it stands first in its sentence, where a capital says little.
    """

    start: int
    end: int
    words: tuple[str, ...]
    opens: bool


class Names:
    """Finds names and says what they are made of.

    Args:
        cues: Table of `cues/initiatives.toml`.
        common: Words of the language in lower case.
        first_names: First names in lower case.
    """

    def __init__(self, cues: Mapping[str, Any], common: Collection[str], first_names: Collection[str] = ()) -> None:
        lists = cues["lists"]
        self.words = Words(common)
        self.before: Mapping[str, str] = cues["before"]
        self.behind: Mapping[str, str] = cues["behind"]
        self.units = frozenset(lists["units"])
        self.generic = frozenset(lists["generic"])
        self.bodies = frozenset(lists["bodies"])
        self.ground = self.bodies.intersection(lists["ground"])
        self.calendar = frozenset(lists["calendar"])
        self.openers = frozenset(lists["openers"])
        self.inner = frozenset(lists["inner"])
        self.soft = frozenset(lists["soft"])
        self.roles = frozenset(lists["roles"])
        self.single = (
            self.openers | self.soft | self.calendar | self.bodies | {word.capitalize() for word in self.generic}
        )
        self.owning = frozenset((*first_names, *lists["kin"]))
        self.many = frozenset(f"{noun}s" for noun in cues["nouns"])
        self.fronts = frozenset(lists["fronts"])
        self.runs: dict[str, int] = {}
        self.started = frozenset(self.before)
        self.telling = self.started.union(self.behind, self.units)
        self.beside = Beside(cues, self.words)
        self.joined = Joined(cues, self.words, self.generic)
        self.edges = Edges(cues, self.generic)
        self.called = frozenset((*lists["called"], "as"))

    def find(self, reading: Reading, taken: Sequence[tuple[int, int]], places: Sequence[Hit]) -> Iterator[Name]:
        """Names in the order of the text; where a name may be cut in two ways, the longest first.

        Args:
            reading: The text.
            taken: Stretches of names of bodies, in order.
            places: Hits of names of places.
        """
        text, runs, names, last = reading.text, self.runs, dict(taken), 0
        for match in RUN.finditer(text):
            run, end = match[0], match.end()
            promise = runs.get(run)
            if promise == 0 and text[end] not in _JOINING and run[-1] != "'":
                continue  # as most
            start = match.start()
            if run[-1] == "'" and text[start - 1] == "'" and start:
                run, end = run[:-1], end - 1  # "the 'Clear Path' scheme"
                promise = runs.get(run)
            if start < last:
                continue  # the second half of "Lock It, Log It"
            mark = text[start - 1 : start]
            if mark and mark in "\"'" and text.startswith(mark, end):
                head = text[max(0, start - _HEAD) : start - 1].rpartition("\n")[2].split(" ")
                if len(head) > 1 and not head[-1] and head[-2] in self.before:
                    last = end + 1  # "Operation 'Pied Wagtail'"
                    yield from self._whole(reading, start - len(head[-2]) - 2, last)
                    continue
            if names.get(start) == end:
                continue  # a body
            if promise is None:
                if len(runs) > _KNOWN:
                    runs.clear()
                promise = runs[run] = self._promise(run)
            joins = text.startswith(", ", end) and text[end + 2].isupper()
            if joins:
                stop = self.joined.halves(text, run, end) or (self.joined.chain(text, run, end) if promise else 0)
                if stop:
                    last = stop - (text[stop - 1] == "'" == text[start - 1])  # "the 'Stop, Look, Think' campaign"
                    yield from self._whole(reading, start, last)
                    continue
            if promise == 0 or (promise == 1 and not self.beside.tells(text, end - len(run.rpartition("'s ")[2]), end)):
                continue
            last = self.joined.doubled(text, run, end) if joins else end
            sentence = reading.sentences[reading.sentence_at(start)]
            kind = reading.spans[sentence.span].kind
            if kind not in _TOLD and (kind not in _BARE or run.split(" ", 1)[0] not in self.before):
                continue
            if run.isupper() and " " in run and run.split(" ", 1)[0].capitalize() not in self.before:
                continue  # a heading
            asks = text[last : last + 1] in ("?", "!") and text[last + 1 : last + 2] in ("'", '"', ",")
            for begin, stop in outside(text, start, last, taken):
                for name in self._cut(text, sentence.start, begin, stop, places):
                    if name.words[-1].isdecimal() and not any(word[0].isupper() for word in name.words):
                        continue  # "Hale's 2016 campaign"
                    if asks and name.end == last:
                        yield name._replace(end=last + 1)  # "Can You Hear Me?"
                    elif self.edges.may_cut(name.words):
                        yield from self._at_edges(text, name)
                    else:
                        yield name

    def _at_edges(self, text: str, name: Name) -> Iterator[Name]:
        """A name, or the names in it, without what stands in one run of capitals with it."""
        words = name.words
        for first, behind in self.edges.cut(words):
            if behind - first == len(words) or text[name.start : name.end] != " ".join(words):
                yield name
                continue
            start = name.start + len(" ".join(words[:first])) + (first > 0)
            yield Name(start, start + len(" ".join(words[first:behind])), words[first:behind], name.opens and not first)

    def _promise(self, run: str) -> int:
        """How likely a name is by what it is made of: 2 if no word beside it need say so, 1 if one has to, 0 if never."""
        if " " not in run and run in self.single:
            return 0
        words = run.rpartition("'s ")[2].split(" ")
        if words[-1].endswith(COMPOUNDS) or (words[0] in self.roles and self.started.isdisjoint(words)):
            return 0
        if not self.telling.isdisjoint(words) or not self.started.isdisjoint(map(str.capitalize, words)):
            return 2
        if words[-1] in self.bodies:
            if words[-1] in self.ground and len(words) > 1 and all(map(self.words.is_common, words)):
                return 1  # "the young drivers' project, Last Lane"
            return 2 if words[-2:] == _TASK_FORCE else 0
        capitals = [word for word in words if not word[0].islower()]
        if capitals[0] in self.openers:
            del capitals[0]
        if len(capitals) > 2 and not self.inner.isdisjoint(capitals[1:-1]):
            return 2  # "Cuppa With A Copper"
        if len(capitals) < 2 or not all(map(self._is_usual, capitals)):
            return 1
        return 1 if all(word.lower() in self.generic or word in self.calendar for word in capitals) else 2

    def _is_usual(self, word: str) -> bool:
        """Whether a word is one of the language or the calendar: "Brew Monday"."""
        return self.words.is_common(word) or word in self.calendar or word.removesuffix("s") in self.calendar

    def _whole(self, reading: Reading, start: int, end: int) -> Iterator[Name]:
        """A name that is not to be cut, without an article before it."""
        sentence = reading.sentences[reading.sentence_at(start)]
        words = tuple(_WORDS.findall(reading.text[start:end]))
        opens = start == sentence.start
        if words[0] in self.openers and words.count(words[0]) == 1:
            start += len(words[0]) + 1
            words = words[1:]
        if reading.spans[sentence.span].kind in _READ:
            yield Name(start, end, words, opens)

    def _cut(self, text: str, first: int, start: int, end: int, places: Sequence[Hit]) -> Iterator[Name]:
        """The ways in which a run can be a name."""
        plain = text[start:end].replace(",", "").split(" ")
        if (
            plain[0] not in self.single
            and plain[0] not in self.roles
            and "'" not in text[start - 1 : end + 1]
            and text[start - 1] != '"'
            and max(plain) < "a"
            and self.started.isdisjoint(plain[1:])
        ):
            yield Name(start, end, tuple(plain), start == first or text[start - 2 : start] in _LEADS)
            return
        words = [(match.start(), match.end(), match[0]) for match in _WORDS.finditer(text, start, end)]
        if words[0][2] in self.calendar and len(words) > 2 and words[1][2] == "of":
            words = words[2:]  # "the funding after March of Safe Streets"
        for number in range(1, len(words) - 2):
            if words[number][2] in ("and", "or") and words[number + 1][2] in _PLACING:
                yield from self._cut(text, first, start, words[number - 1][1], places)
                start, words = words[number + 2][0], words[number + 2 :]  # "Oak Watch in Essex and from Elm Watch"
                break
        for number in range(len(words) - 1, 0, -1):
            above = words[number - 1][2]
            if words[number][2] not in self.before or number + 1 == len(words):
                closes = True
            else:  # "the Custody Project and the Harbour scheme"
                ends = words[number][2] == "Programme" or words[number + 1][2][0].islower()
                closes = ends and above[0].isupper() and above not in self.openers
            if not closes:
                if words[number - 1][2][0].islower():
                    yield from self._cut(text, first, start, words[number - 1][0] - 1, places)
                words = words[number:]
                break
            owner = words[number - 1][2]
            if owner.endswith("'s") and number > 1 and words[number - 2][2] in ("St", "Saint"):
                return  # "St David's Day"
            if number > 1 and words[number - 2][2] in self.before and number + 1 == len(words):
                continue  # "Operation Magpie's Nest"
            if (
                number == 2
                and words[0][2] == "The"
                and text[start - 1 : start] == " "
                and text[start - 2] not in ".!?:"
            ):
                continue  # "a drive of its own, The Pager's Yours": a capital where no sentence begins
            called = text[max(0, start - 16) : start].rstrip(" \"'").rpartition(" ")[2] in self.called
            whole = called or (
                text[start - 1] in "\"'" and text.startswith((text[start - 1], f",{text[start - 1]}"), end)
            )
            if owner.endswith("'s") and owner[:-2] in _PRONOUNS:
                words = words[number - 1 :]  # "the Council on the It's Not Too Late campaign"
                break
            if owner.endswith(("'s", "s'")) and not (whole and number == 1) and not self._owned(words, number, places):
                words = words[number:]
                break
        words = _from_capital(words)
        if not words or words[0][2] in self.roles:
            return
        start = words[0][0]
        before = text[first:start].rstrip(" ")
        mark = text[start - 1 : start]
        quoted = mark in ('"', "'") and bool(mark) and mark in text[end : end + 2]
        opens = not before.strip(_BULLETS) or _FIGURE.fullmatch(before) or before[-1] == ":" or mark == '"'
        cuts = [words]
        if opens and not quoted:
            word, ahead = words[0][2], words[1][2] if len(words) > 1 else ""
            if (
                word in self.openers
                or (word.endswith(("'s", "'re", "'m")) and word.partition("'")[0] in _PRONOUNS)
                or (word in self.soft and not self._goes_on(ahead))
                or (word.endswith(_ADVERBIAL) and ahead)  # "Probably Sanctuary, which \u2026"
            ):
                cuts = [_from_capital(words[1:])]
                if len(cuts[0]) > 2 and cuts[0][1][2] == "the" and word in _WITHIN:
                    cuts = [cuts[0][2:]]  # "In Derry the Reboot \u2026"
            elif ahead[:1].islower() and self.words.is_common(word):
                tail = _from_capital(words[1:])  # "Volunteers from Street Watch", "Children from the Phoenix scheme"
                many = word.endswith(_MANY) and (ahead in _PLACING or word.lower() in self.fronts)  # "People in Hull"
                many |= word.endswith("ed") and ahead in _ARTICLES  # "Extended the Farm Friends scheme"
                cuts = [tail] if many or (words[2:] and words[2][2].lower() in _ARTICLES) else [words, tail]
        cuts = [cut for cut in cuts if cut and cut[0][2] not in self.roles]  # "The Minister for Justice"
        for cut in cuts[:]:
            for number in range(len(cut) - 2, 0, -1):
                word = cut[number][2]
                last = cut[-1][2]
                above = cut[number - 1][2]
                if (word == "on" and cut[-1] is not cut[number] and cut[number + 1][2] in self.calendar) or (
                    word in _BEHIND and (above in self.behind or above in self.units)
                ):
                    cuts[cuts.index(cut)] = cut = cut[:number]
                    continue  # "Coffee Corner on Mondays", "the Echo Hub at Newport"
                if above in ("and", "or") and (word == "the" or (word == "a" and not self.words.is_word(cut[0][2]))):
                    cuts.append(_from_capital(cut[number:]))
                    cuts[cuts.index(cut)] = cut = cut[: number - 1]
                    break  # "Samaritans and the Stay Safe campaign"
                elif word == "with" and meets(places, cut[0][0], cut[number][0]):
                    cuts[cuts.index(cut)] = cut = _from_capital(cut[number:])  # "Kent with Quay Watch"
                    break
                elif word in _PLACING and last.isdecimal():
                    continue  # "Safe at 65"
                elif word in _PLACING and (
                    last in self.calendar
                    or not self.words.is_common(last)
                    or meets(places, cut[-1][0], cut[-1][1])
                    or (number > 1 and cut[0][2] in self.before)
                ):
                    cuts[cuts.index(cut)] = cut = cut[:number]  # "Strand Road in May", "Hope Hub in Chatham"
                elif word == "the" and not self.words.is_common(cut[number - 1][2]):
                    cuts.append(_from_capital(cut[number:]))  # "in Derry the Reboot"
                elif word in ("and", "or"):
                    if self.joined.rhymes([part[2] for part in cut], number):
                        continue  # "Lock It or Lose It"
                    parts = [cut[:number], _from_capital(cut[number:])]
                    if last in PAPERS or (
                        last in self.behind and any(part[2].lower() in self.generic for part in parts[0])
                    ):
                        continue  # "the Domestic Violence and Abuse Disclosure Scheme"
                    noun = _NOUN.match(text, end)
                    if (
                        noun
                        and noun[1] in self.many
                        and not (
                            number == 1
                            and len(parts[1]) == 1
                            and all(self.words.is_word(part[-1][2]) for part in parts)
                        )
                    ):
                        cuts[cuts.index(cut)] = cut = parts[0]  # "the SAFE and Steer Home projects"
                        cuts.append(parts[1])
                        continue
                    named = cut[0][2] in self.before and not self.words.is_word(last)  # "Operation Oak and DISC"
                    if number > 1 and (len(parts[1]) > 1 or named):
                        cuts[cuts.index(cut)] = cut = parts[0]  # "Street Hour and Coffee Corner"
                        cuts.append(parts[1])
                    else:
                        cuts += parts
        seen: set[tuple[int, int]] = set()
        for cut in cuts:
            while cut and cut[-1][2][0].islower():
                cut = cut[:-1]
            if not cut or (cut is not words and opens and cut[0] is words[0] and len(cut) == 1):
                continue
            begin, stop, last = cut[0][0], cut[-1][1], cut[-1][2]
            short = 2 if last.endswith("'s") else 1 if last.endswith("'") else 0
            if (begin, stop - short) in seen:
                continue
            seen.add((begin, stop - short))
            found = (*(word for _, _, word in cut[:-1]), last[: len(last) - short])
            yield Name(begin, stop - short, found, opens and begin == start)

    def _owned(self, words: Sequence[tuple[int, int, str]], number: int, places: Sequence[Hit]) -> bool:
        """Whether an owner is part of the name: "Nan's Keys", "Clare's Law", against "Surrey's Nightwatch"."""
        if number != 1 and (number != 2 or words[0][2] not in self.openers):
            return False
        begin, _, owner = words[number - 1]
        owner = owner.removesuffix("'s").removesuffix("'")
        if owner.lower() in self.generic or owner in self.bodies or words[number][2] in self.before:
            return False
        if meets(places, begin, begin + 1):
            return False
        if self.words.is_common(owner) or words[-1][2] in self.behind:
            return True
        return owner.lower() in self.owning and self.words.is_word(words[number][2])  # "Aaron's Coat"

    def _goes_on(self, word: str) -> bool:
        """Whether a capital behind a pronoun or number that opens a sentence shows a name: "We Hear You helps …"."""
        return (
            word[:1].isupper()
            and word not in self.before
            and self.words.is_common(word)
            and word.lower() not in self.generic
        )


def _from_capital(words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Words without the small ones before the first capital."""
    number = 0
    while number < len(words) and words[number][2][0].islower():
        number += 1
    return words[number:]


def meets(places: Sequence[Hit], start: int, end: int) -> bool:
    """Whether a place stands in a stretch."""
    at = bisect_left(places, (start,))
    return at < len(places) and places[at][0] < end
