"""Names that a text may give to an initiative: runs of capitalised words, cut where a name can begin and end.

Enters a reading and what is known in it (forces, inspectorates, places); leaves names and what they are made of. Whether
one is the name of an initiative is not told here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extract.document.forms import UPPER
from extract.document.reading import Reading
from extract.pipes.initiatives.words import Words
from extract.pipes.triggers import Hit

_LETTERS = r"[A-Za-z0-9\w'&-]"
"""Characters of a word. Most are told by the set of those first in it, which is quicker than what all letters are."""
_WORD = rf"[{UPPER}]{_LETTERS}*"
_SMALL = "(?:and|of|on|in|for|to|with|at|by|from|the|an?|your|our|my|it|not|or|is)"
_RUN = re.compile(rf"[{UPPER}](?<!{_LETTERS}.){_LETTERS}*(?: (?:{_SMALL} ){{0,2}}+{_WORD}(?<!\W)){{0,9}}")
_WORDS = re.compile(r"[\w'&-]+")
_FIGURE = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?")
"""The number of a paragraph: "6.3 The Safe Haven programme"."""

_SMALLS = re.compile(rf"(?:{_SMALL} )+")
_READ = frozenset(("paragraph", "standfirst", "item", "row"))
_PLACING = frozenset(("in", "at", "from", "of"))
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]\d")
_WORD_LONG = 18
_NEAR = 70
_KNOWN = 1 << 14
"""Words and runs of which it is kept what they are."""
_ARTICLES = frozenset(("the", "its", "their", "our", "a", "an", "another", "one"))
_GOING_ON = _ARTICLES | {"which", "where", "under", "in", "through", "by", "as", "two", "three", "first"}
"""Words behind a name and a comma that may go on to say what it is."""
_IS_A = ("That is ", "That's ", "It is ", "It's ", "This is ", "It was ", "This was ")
"""Openings of a sentence that says what was named last."""
_BEING = frozenset(("is", "was", "are", "were", "has", "had"))
_AHEAD = frozenset(("as", "under", "through", "via", "it", "of", "is", "was", "are", "were"))


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
        self.soft = frozenset(lists["soft"])
        self.roles = frozenset(lists["roles"])
        self.single = (
            self.openers | self.soft | self.calendar | self.bodies | {word.capitalize() for word in self.generic}
        )
        self.runs: dict[str, int] = {}
        self.started = frozenset(self.before)
        nouns = {form for word in (*cues["nouns"], *cues["things"]) for form in (word, f"{word}s")}
        self.nouns = frozenset(nouns)
        self.called = frozenset((*lists["called"], "as"))
        self.begun = frozenset(phrase.split(" ")[0] for phrase in lists["begun"])
        self.ahead = (
            self.nouns
            | frozenset(lists["handled"])
            | _AHEAD
            | frozenset(lists["called"])
            | frozenset(lists["called_by"])
        )

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
            promise = runs.get(run)
            if promise is None:
                if len(runs) > _KNOWN:
                    runs.clear()
                promise = runs[run] = self._promise(run)
            if promise == 0:
                continue
            start, end = match.span()
            if start < last:
                continue  # the second half of "Lock It, Log It"
            if names.get(start) == end or (promise == 1 and not self._told(text, start, end)):
                continue
            last = self._doubled(text, run, end) if text.startswith(", ", end) else end
            sentence = reading.sentences[reading.sentence_at(start)]
            kind = reading.spans[sentence.span].kind
            if kind not in _READ or (kind == "row" and run.split(" ", 1)[0] not in self.before):
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
            return 0
        capitals = [word for word in words if not word[0].islower()]
        if capitals[0] in self.openers:
            del capitals[0]
        if len(capitals) < 2 or not all(map(self.words.is_common, capitals)):
            return 1
        return 1 if all(word.lower() in self.generic or word in self.calendar for word in capitals) else 2

    def _told(self, text: str, start: int, end: int) -> bool:
        """Whether a word beside a name can say that it is that of an initiative."""
        mark = text[end : end + 1]
        if mark in ("'", '"', ":") or (mark == "," and text[start - 1 : start] == "\n"):
            return True
        if mark in (" ", ","):
            begin = end + 1 if mark == " " else end + 2
            stop = text.find(" ", begin, begin + _WORD_LONG)
            word = (text[begin:stop] if stop >= 0 else text[begin : begin + _WORD_LONG]).rstrip(",.;:\n")
            if word in self.nouns or word[:1] in ("(", "\u2013") or word == "-":
                return True
            if mark == "," and (word in _GOING_ON or word in self.begun):
                return True
            if word in _BEING:
                ahead = text[stop + 1 : stop + _WORD_LONG].split(" ", 1)[0]
                if ahead in _ARTICLES or ahead in self.begun or ahead in ("been", "what", "how"):
                    return True
        if mark in (".", ","):
            stop = text.find(". ", end, end + 30)
            if stop >= 0 and text.startswith(_IS_A, stop + 2):
                return True
        left = text[max(0, start - 24) : start].rstrip(" \"'(")
        head, _, last = left.rpartition(" ")
        last = last.lower()
        if last in self.ahead or (last.endswith("'s") and self.words.is_common(text[start:end])):
            return True
        if "," not in left:
            return last in _ARTICLES and head.rpartition(" ")[2].lower() in self.ahead
        above, comma, article = text[max(0, start - _NEAR) : start].rpartition(". ")[2].rpartition(", ")
        if comma and article.startswith(("the ", "its ")):
            return not self.nouns.isdisjoint(above.split(" "))
        word = (head if last in _ARTICLES else left).rstrip(" ,:\u2013-").rpartition(" ")[2]
        return word.lower() in self.ahead

    def _doubled(self, text: str, run: str, end: int) -> int:
        """Where a name ends that a comma parts into halves alike: "Lock It, Log It"."""
        second = _RUN.match(text, end + 2)
        if second is None:
            return end
        words = set(run.split(" "))
        alike = len(words) > 1 and len(words.intersection(second[0].split(" "))) == 1
        return second.end() if alike and all(map(self.words.is_common, (*words, *second[0].split(" ")))) else end

    def _cut(self, text: str, first: int, start: int, end: int, places: Sequence[Hit]) -> Iterator[Name]:
        """The ways in which a run can be a name."""
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
        for number in range(len(words) - 1, 0, -1):
            if words[number][2] in self.before and number + 1 < len(words):
                if words[number - 1][2][0].islower():
                    yield from self._cut(text, first, start, words[number - 1][0] - 1, places)
                words = words[number:]
                break
            owner = words[number - 1][2]
            if number > 1 and words[number - 2][2] in self.before and number + 1 == len(words):
                continue  # "Operation Magpie's Nest"
            called = text[max(0, start - 16) : start].rstrip(" \"'").rpartition(" ")[2] in self.called
            if owner.endswith(("'s", "s'")) and not (called and number == 1) and not self._owned(words, number, places):
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
            if word in self.openers or (word in self.soft and not self._goes_on(ahead)):
                cuts = [_from_capital(words[1:])]
                if len(cuts[0]) > 2 and cuts[0][1][2] == "the":
                    cuts = [cuts[0][2:]]  # "In Derry the Reboot \u2026"
            elif ahead[:1].islower() and self.words.is_common(word):
                tail = _from_capital(words[1:])  # "Volunteers from Street Watch", "Children from the Phoenix scheme"
                many = ahead in _PLACING and word.endswith("s")  # "Detectives in Hull"
                cuts = [tail] if many or (words[2:3] and words[2][2] in _ARTICLES) else [words, tail]
        for cut in cuts[:]:
            for number in range(len(cut) - 2, 0, -1):
                word = cut[number][2]
                last = cut[-1][2]
                if word in _PLACING and (
                    last in self.calendar
                    or not self.words.is_common(last)
                    or _meets(places, cut[-1][0], cut[-1][1])
                    or (number > 1 and cut[0][2] in self.before)
                ):
                    cuts[cuts.index(cut)] = cut = cut[:number]  # "Strand Road in May", "Hope Hub in Chatham"
                elif word == "the" and not self.words.is_common(cut[number - 1][2]):
                    cuts.append(_from_capital(cut[number:]))  # "in Derry the Reboot"
                elif word in ("and", "or"):
                    parts = [cut[:number], _from_capital(cut[number:])]
                    if number > 1 and len(parts[1]) > 1:
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

    def shape(self, name: Name, places: Sequence[Hit]) -> str:
        """What a name is made of.

        Returns:
            One of: `designated` ("Operation Oak"), `headed` ("Oak Project"), `unit` ("Oak Team"), `department` ("Marine Unit"), `plain` (common
            words), `policing` (common words, some of policing), `placed` (common words but for one, as of a place), `mixed` (some common), `foreign` (none), `body`,
            `generic`; of a single word `letters`, `word`, `compound`, `stranger` or `plainest` (of policing).
        """
        capitals = [word for word in name.words if not word[0].islower()]
        first, last = capitals[0], capitals[-1]
        plain = [word.lower().removesuffix("'s") in self.generic or word in self.calendar for word in capitals]
        plain[-1] = plain[-1] or last in self.bodies
        if len(capitals) == 1:
            if plain[0]:
                return "plainest"
            if (first.isupper() and len(first) > 1) or _CAMEL.search(first):
                return "letters"
            if not self.words.is_common(first) or _meets(places, name.start, name.end):
                return "stranger"
            return "word" if self.words.is_word(first) else "compound"
        if first in self.before:
            usual = (
                plain[1] or name.words[1] in self.behind or name.words[1] in self.units or name.words[1][0].islower()
            )
            return "generic" if usual or last in _TRADING else "designated"
        if last in self.behind and not all(plain[:-1]):
            watch = last == "Watch" and capitals[-2] in _WATCHES
            joint = last == "Partnership" and plain[-2]  # "Local Safeguarding Partnership"
            return "body" if watch or joint else "headed"
        if first in _WATCHES and capitals[1] == "Watch":
            return "body"
        if (
            first in self.calendar
            and len(capitals) == 2
            and last in ("Night", "Day", "Eve", "Week", "Monday", "Friday")
        ):
            return "generic"
        if all(plain) and last not in self.units:
            return "generic"
        if last in self.bodies:
            return "body"
        if last in self.units:
            return "department" if any(plain[:-1]) else "unit"
        common = [self.words.is_common(word) for word in capitals]
        if _meets(places, name.start, name.end):
            common[0 if _meets(places, name.start, name.start + 1) else -1] = False
        if all(common):
            return "policing" if any(plain) else "plain"
        if common.count(True) > 1 and common.count(False) == 1 and not any(plain):
            return "placed"
        return "mixed" if any(common) else "foreign"


_WATCHES = frozenset(("Red", "Blue", "White", "Green", "Black", "Day", "Night", "A", "B", "C", "D"))
"""Shifts of a fire station: "Red Watch"."""
_TRADING = frozenset(("Ltd", "Limited", "LLP", "plc", "PLC", "Inc"))


def _from_capital(words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Words without the small ones before the first capital."""
    number = 0
    while number < len(words) and words[number][2][0].islower():
        number += 1
    return words[number:]


def _meets(places: Sequence[Hit], start: int, end: int) -> bool:
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
