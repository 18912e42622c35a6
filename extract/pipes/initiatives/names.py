"""Names that a text may give to an initiative: runs of capitalised words, cut where a name can begin and end.

Enters a reading and what is known in it (forces, inspectorates, places); leaves names and what they are made of. Whether
one is the name of an initiative is not told here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extract.document.forms import UPPER
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.initiatives.beside import Beside
from extract.pipes.initiatives.words import Words
from extract.pipes.triggers import Hit

_LETTERS = r"[A-Za-z0-9\w'&-]"
"""Characters of a word. Most are told by the set of those first in it, which is quicker than what all letters are."""
_WORD = rf"[{UPPER}]{_LETTERS}*"
_SMALL = "(?:and|of|on|in|for|to|with|at|by|from|the|an?|your|our|my|it|not|or|is|[24])"
_RUN = expression(
    rf"[{UPPER}](?<![A-Za-z0-9\w&].)(?<!\w['-].){_LETTERS}*(?: (?:{_SMALL} ){{0,2}}+{_WORD}(?<!\W)){{0,9}}(?: at [2-9]\d(?=[,.;)]| which\b))?"
)
_WORDS = expression(r"[\w'&-]+")
_APPOSED = expression(
    r", (?:the|an?|our|its|their) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)(?= (?:that|which|to|for|of|with|run|begun|launched)\b)"
)
_FIGURE = expression(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?")
"""The number of a paragraph: "6.3 The Safe Haven programme"."""

_CAPITAL = expression(rf"[{UPPER}]{_LETTERS}*")
_CHAIN = expression(rf", {_WORD}(?:, {_WORD}|,? (?:and|or|&) {_WORD})(?! [{UPPER}]|, [{UPPER}]|{_LETTERS})")
"""Behind a word: what makes a name of three words of it."""
_PRONOUNS = frozenset(
    ["There", "It", "That", "Here", "What", "He", "She", "We", "They", "I", "You", "Who", "Where", "How", "Let"]
)
"""Words with which a short form of "is" or "are" opens a sentence."""
_SMALLS = expression(rf"(?:{_SMALL} )+")
_READ = frozenset(("paragraph", "standfirst", "item", "row"))
_BARE = frozenset(("row", "subheading"))
"""Blocks whose names have nothing beside them that tells of them."""
_ARTICLES = frozenset(("the", "its", "their", "our", "a", "an", "another", "one"))
_BEHIND = frozenset(("of", "in", "at", "from", "with", "on", "by", "to"))
_TASK_FORCE = ["Task", "Force"]
_ADVERBIAL = ("ally", "ably", "ntly", "tely", "edly", "adly", "ingly", "ously")
_WITHIN = frozenset(("In", "At", "From", "Across", "Around", "Near", "Over"))
_PLACING = frozenset(("in", "at", "from", "of"))
_PLURALS = ("s'", "omen's", "Men's", "ildren's", "eople's")
"""How an owner ends that is many people: "The Women's Pathfinder"."""
_PAPERS = frozenset(("Posters", "Leaflets", "Adverts", "Plans", "Bids", "Funding", "Money", "Training", "Praise"))
"""Words that open a sentence and are no part of the name behind "for": "Posters for Not On My Train"."""
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
    """

    def __init__(self, cues: Mapping[str, Any], common: Collection[str]) -> None:
        lists = cues["lists"]
        self.words = Words(common)
        self.before: Mapping[str, str] = cues["before"]
        self.behind: Mapping[str, str] = cues["behind"]
        self.units = frozenset(lists["units"])
        self.generic = frozenset(lists["generic"])
        self.bodies = frozenset(lists["bodies"])
        self.calendar = frozenset(lists["calendar"])
        self.openers = frozenset(lists["openers"])
        self.inner = frozenset(lists["inner"])
        self.nouns = frozenset(cues["nouns"])
        self.soft = frozenset(lists["soft"])
        self.roles = frozenset(lists["roles"])
        self.single = (
            self.openers | self.soft | self.calendar | self.bodies | {word.capitalize() for word in self.generic}
        )
        self.runs: dict[str, int] = {}
        self.started = frozenset(self.before)
        self.beside = Beside(cues, self.words)

    def find(self, reading: Reading, taken: Sequence[tuple[int, int]], places: Sequence[Hit]) -> Iterator[Name]:
        """Names in the order of the text; where a name may be cut in two ways, the longest first.

        Args:
            reading: The text.
            taken: Stretches of names of bodies, in order.
            places: Hits of names of places.
        """
        text, runs, last = reading.text, self.runs, 0
        names = dict(taken)
        for match in _RUN.finditer(text):
            run = match[0]
            start, end = match.span()
            if run[-1] == "'" and text[start - 1] == "'" and start:
                run, end = run[:-1], end - 1  # "the 'Clear Path' scheme"
            promise = runs.get(run)
            if promise is None:
                if len(runs) > _KNOWN:
                    runs.clear()
                promise = runs[run] = self._promise(run)
            if promise == 0:
                continue
            if start < last:
                continue  # the second half of "Lock It, Log It"
            if names.get(start) == end:
                continue
            if text.startswith(", ", end) and (stop := self._chained(text, run, end)):
                last = stop
                yield from self._whole(reading, start, stop)
                continue
            last = self._doubled(text, run, end) if text.startswith(", ", end) else end
            told = last > end and text[start - 1] in "\"'"  # "'Your Hill, Your Home', a campaign"
            begin = start + run.rfind("'s ") + 3 if "'s " in run else start
            if promise == 1 and not (told or self.beside.tells(text, begin, end)):
                last = end
                continue
            sentence = reading.sentences[reading.sentence_at(start)]
            kind = reading.spans[sentence.span].kind
            if kind not in _READ and kind != "subheading":
                continue
            if kind in _BARE and run.split(" ", 1)[0] not in self.before:
                continue
            if run.isupper() and " " in run and run.split(" ", 1)[0].capitalize() not in self.before:
                continue  # a heading
            for begin, stop in _outside(text, start, last, taken):
                yield from self._cut(text, sentence.start, begin, stop, places)

    def _promise(self, run: str) -> int:
        """How likely a name is by what it is made of: 2 if no word beside it need say so, 1 if one has to, 0 if never."""
        if " " not in run and run in self.single:
            return 0
        words = run.rpartition("'s ")[2].split(" ")
        if words[0] in self.roles:
            return 0
        if any(w in self.before or w.capitalize() in self.before or w in self.behind or w in self.units for w in words):
            return 2
        if words[-1] in self.bodies:
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

    def _chained(self, text: str, run: str, end: int) -> int:
        """Where a name ends that is a list of plain words: "Clear, Hold, Build", "Lock, Stock and Barrel"; else 0."""
        chain = _CHAIN.match(text, end)
        if chain is None:
            return 0
        words = [run.rpartition(" ")[2], *_CAPITAL.findall(chain[0])]
        head = run.rpartition(" ")[0]
        if (head and head not in self.openers) or not all(map(self.words.is_word, words)):
            return 0
        return (
            0 if any(w.lower() in self.generic or w in self.bodies or w in self.roles for w in words) else chain.end()
        )

    def _whole(self, reading: Reading, start: int, end: int) -> Iterator[Name]:
        """A name that is not to be cut, without an article before it."""
        sentence = reading.sentences[reading.sentence_at(start)]
        words = tuple(_WORDS.findall(reading.text[start:end]))
        opens = start == sentence.start
        if words[0] in self.openers:
            start += len(words[0]) + 1
            words = words[1:]
        if reading.spans[sentence.span].kind in _READ:
            yield Name(start, end, words, opens)

    def _doubled(self, text: str, run: str, end: int) -> int:
        """Where a name ends that a comma parts into halves alike: "Lock It, Log It"."""
        second = _RUN.match(text, end + 2)
        if second is None:
            return end
        mark = text[end - len(run) - 1 : end - len(run)]
        if mark and mark in "\"'" and text.startswith(mark, second.end()):
            return second.end()  # "You Said, We Did"
        words = set(run.split(" "))
        halves = words.intersection(second[0].split(" "))
        whole = (
            text[second.end() + 1 : second.end() + 14].split(" ", 1)[0] in self.nouns
        )  # "Warm Homes, Hot Meals scheme"
        apposed = _APPOSED.match(text, second.end())  # "Warm Homes, Hot Meals, the campaign that"
        whole = whole or (apposed is not None and apposed["noun"] in self.nouns)
        alike = len(words) > 1 and (len(halves) == 1 or (whole and len(words) == second[0].count(" ") + 1))
        return second.end() if alike and all(map(self.words.is_common, (*words, *second[0].split(" ")))) else end

    def _cut(self, text: str, first: int, start: int, end: int, places: Sequence[Hit]) -> Iterator[Name]:
        """The ways in which a run can be a name."""
        end -= 2 * text.endswith(" I", start, end)  # "the Youth Forum I set up"
        plain = text[start:end].split(" ")
        if (
            plain[0] not in self.single
            and plain[0] not in self.roles
            and "'" not in text[start - 1 : end + 1]
            and text[start - 1] != '"'
            and all(word[0] < "a" for word in plain)
            and self.started.isdisjoint(plain[1:])
        ):
            yield Name(start, end, tuple(plain), start == first or text[start - 2 : start] in (": ", "\u2022 "))
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
            if number == 2 and words[0][2] == "The":
                within = text[start - 1 : start] == " " and text[start - 2] not in ".!?:"
                if within or (owner.endswith(_PLURALS) and self._owned(words[1:], 1, places)):
                    continue  # "a drive of its own, The Pager's Yours": within a sentence; "The Women's Pathfinder"
            called = number == 1 and self.beside.calls(text, start, end)
            if owner.endswith(("'s", "s'")) and not called and not self._owned(words, number, places):
                words = words[number:]
                break
        words = _from_capital(words)
        if not words or words[0][2] in self.roles:
            return
        start = words[0][0]
        before = text[first:start].rstrip(" ")
        mark = text[start - 1 : start]
        quoted = mark in ('"', "'") and bool(mark) and mark in text[end : end + 2]
        opens = not before.strip("\"'(\u2013-\u2022") or _FIGURE.fullmatch(before) or before[-1] == ":" or mark == '"'
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
                many = (ahead in _PLACING and word.endswith("s")) or word in _PAPERS  # "Detectives in Hull"
                cuts = [tail] if many or (words[2:3] and words[2][2].lower() in _ARTICLES) else [words, tail]
        cuts = [cut for cut in cuts if cut and cut[0][2] not in self.roles]  # "The Minister for Justice"
        for cut in cuts[:]:
            for number in range(len(cut) - 2, 0, -1):
                word = cut[number][2]
                last = cut[-1][2]
                above = cut[number - 1][2]
                if (word == "on" and cut[number + 1][2] in self.calendar) or (
                    word in _BEHIND and (above in self.behind or above in self.units)
                ):
                    cuts[cuts.index(cut)] = cut = cut[:number]
                    continue  # "Coffee Corner on Mondays", "the Echo Hub at Newport"
                if word == "the" and above in ("and", "or"):
                    cuts.append(_from_capital(cut[number:]))
                    cuts[cuts.index(cut)] = cut = cut[: number - 1]
                    break  # "Samaritans and the Stay Safe campaign"
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
                    parts = [cut[:number], _from_capital(cut[number:])]
                    whole = last in self.behind and any(part[2].lower() in self.generic for part in parts[0])
                    whole = whole or (last in self.units and above not in {*self.behind, *self.units})
                    if whole or self._rhymes([part[2] for part in cut], number):
                        continue  # "Missing and Exploited Team", "Lock It or Lose It"
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

    def _rhymes(self, words: Sequence[str], number: int) -> bool:
        """Whether "or" joins two halves of one name, as long as each other and with a word in common: "Lock It or Lose It"."""
        halves = words[:number], words[number + 1 :]
        return (
            words[number] == "or"
            and len(halves[0]) == len(halves[1]) > 1
            and not set(halves[0]).isdisjoint(halves[1])
            and all(map(self.words.is_common, words))
        )

    def _owned(self, words: Sequence[tuple[int, int, str]], number: int, places: Sequence[Hit]) -> bool:
        """Whether an owner is part of the name: "Nan's Keys", "Clare's Law", against "Surrey's Nightwatch"."""
        if number != 1:
            return False
        owner = words[0][2].removesuffix("'s").removesuffix("'")
        if owner.lower() in self.generic or owner in self.bodies or words[1][2] in self.before:
            return False
        at = bisect_left(places, (words[0][0],))
        if at < len(places) and places[at][0] == words[0][0]:
            return False
        return self.words.is_common(owner) or words[-1][2] in self.behind

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


def _outside(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a run that belong to no body: "Kent Police's Operation Oak" without "Kent Police's"."""
    at = max(0, bisect_left(taken, (start,)) - 1)
    while at < len(taken) and taken[at][0] < end:
        low, high = taken[at]
        at += 1
        if high <= start:
            continue
        if low - start > 2:
            yield start, low - 1
        start = high + (2 if text.startswith("'s", high) else 1 if text.startswith("'", high) else 0) + 1
        small = _SMALLS.match(text, start, end)
        start = small.end() if small else start
    if end - start > 1:
        yield start, end
