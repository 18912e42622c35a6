"""What stands around a bare county name: features that tell the force from the place.

Enters the reading and where the name stands; leaves names of features, whose weights are data
(`data/weights/forces.json`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.triggers import Hit, hits_within

_WORD = expression(r"[^\W_]++(?:['/-][^\W_]++)*+|[^\w\s]")
_BODY = expression(
    r"(?:f(?<!\w.)(?:orces?|irefighters)|c(?<!\w.)(?:onstabular(?:y|ies)|hief constables?|rews)|b(?<!\w.)rigades?|p(?<!\w.)olice"
    r"|o(?<!\w.)fficers|s(?<!\w.)ervices?|d(?<!\w.)etectives)\b"
)
"""Alternatives begin with a letter, not with the edge of a word: a search for a set of letters is quick."""
_INSPECTING = expression(
    r"(?:i(?<!\w.)nspect\w*|h(?<!\w.)mi\w*|w(?<!\w.)atchdog|g(?<!\w.)rade[ds]?|r(?<!\w.)(?:ated|eport)|j(?<!\w.)udged|v(?<!\w.)isited)\b"
)
_TELLING = ("nspect", "hmi", "watchdog", "grade", "rated", "report", "judged", "visited")
_BODIES = ("force", "police", "officer", "service", "constab", "brigade", "crew", "chief", "detective", "firefighter")
"""What stands in every match of the two: most sentences hold little of it, and an expression is slow to find nothing."""
_PLACE = frozenset(
    [
        "people",
        "residents",
        "born",
        "lives",
        "lived",
        "living",
        "county",
        "town",
        "towns",
        "village",
        "villages",
        "coast",
        "visitors",
        "home",
        "house",
        "man",
        "woman",
        "across",
        "around",
        "throughout",
        "near",
        "outside",
        "rural",
        "roads",
        "area",
        "areas",
        "part",
        "parts",
        "council",
        "tourism",
        "weekend",
        "holiday",
        "north",
        "south",
        "east",
        "west",
        "mid",
    ]
)
_BEFORE, _BEHIND = 40, 48
_WORK = 4


class Surroundings:
    """Names features of bare names.

    Args:
        sorts: Class of each word of a closed class.
        work: Pattern of words for what forces do.
    """

    def __init__(self, sorts: Mapping[str, str], work: re.Pattern[str]) -> None:
        self.sorts = sorts
        self.work = work

    def describe(
        self,
        reading: Reading,
        hit: Hit,
        chain: Sequence[Hit],
        state: str,
        article: Sequence[str],
        *,
        named: bool,
    ) -> list[str]:
        """Features of one bare name.

        Args:
            reading: The text.
            hit: The name.
            chain: Names that stand in one list with it.
            state: What its sentence tells, as `state_of` gives it.
            article: Features of the article.
            named: Whether the article names the force in full.
        """
        lower = reading.lower
        sentence = reading.sentences[reading.sentence_at(hit[0])]
        span = reading.spans[sentence.span]
        start, end = chain[0][0], chain[-1][1]
        before = _WORD.findall(lower, max(sentence.start, start - _BEFORE), start)
        behind = _WORD.findall(lower, end, min(sentence.end, end + _BEHIND))
        owner = bool(behind) and behind[0] == "'"
        if owner:
            behind = behind[2:] if behind[1:2] == ["s"] else behind[1:]
        last, first = (before[-1] if before else "^"), (behind[0] if behind else "$")
        name, sort = self._name(last), self._sort(first)
        found = [
            f"before:{name}",
            f"before2:{self._name(before[-2]) if len(before) > 1 else '^'} {name}",
            f"behind:{'s ' if owner else ''}{self._name(first)}",
            f"around:{self._sort(last)}{'s' if owner else ''}{sort}",
            f"kind:{span.kind}",
            f"chain{min(len(chain), 3)}",
        ]
        if len(behind) > 1:
            found.append(f"behind2:{sort} {self._name(behind[1])}")
        if last == "of" and len(before) > 1:
            noun = before[-2]
            found.append(f"of:{'body' if _BODY.fullmatch(noun) else 'work' if self.work.match(noun) else 'other'}")
        if owner:
            found.append(f"owns:{'work' if any(map(self.work.match, behind[:_WORK])) else 'other'}")
        if span.start == hit[0] and span.end - hit[1] < 2:
            found.append("alone")
        elif span.cells and any(low == hit[0] and hit[1] >= high - 1 for low, high in span.cells):
            found.append("cell")
        elif span.start == start:
            found.append("opens")
        elif sentence.start == start:
            found.append("leads")
        found += (f"in:{state}", f"in:{state}|{name}")
        found += [f"place:{word}" for word in before[-4:] if word in _PLACE]
        found += [f"place:behind {word}" for word in behind[:2] if word in _PLACE]
        found += article
        if named:
            found.append("named")
        return found

    @staticmethod
    def state_of(reading: Reading, number: int, grades: Sequence[Hit]) -> str:
        """What a sentence tells: of an inspection, of a body, a grade.

        Args:
            reading: The text.
            number: The sentence.
            grades: Grades of the article.
        """
        lower, (start, end, _) = reading.lower, reading.sentences[number]
        held = lower[start:end].__contains__
        told = "told" if any(map(held, _TELLING)) and _INSPECTING.search(lower, start, end) else ""
        body = "body" if any(map(held, _BODIES)) and _BODY.search(lower, start, end) else ""
        return told + body + ("graded" if hits_within(grades, start, end) else "") or "none"

    def _name(self, word: str) -> str:
        return (
            word if word in self.sorts or word == "of" or not word[0].isalnum() else "N" if word[0].isdigit() else "W"
        )

    def _sort(self, word: str) -> str:
        return self.sorts.get(word, word if not word[0].isalnum() else "W")
