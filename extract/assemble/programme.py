"""The inspection programme that an article reports, and the topics of its areas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from extract.document.forms import FUNCTION_WORDS
from extract.expressions import expression
from extract.gazetteers import Programme

_WORD = expression(r"[a-z]+")
_SPELLING = 88
_OFF_SCALE = 2.0
"""What a grade that a programme does not give speaks against it."""
_NAMED = 3.0
"""What the name of a programme speaks for it."""
_COUNTED = 6
"""Areas of a force that only such a programme grades together."""
_EMPTY = FUNCTION_WORDS | {"well", "force", "service", "as", "is"}


class Choice(NamedTuple):
    """What was chosen.

    Args:
        id: Id of the programme, or None.
        told: Whether the article tells it: by its day, by a cue, by a grade, or as no other has such areas.
    """

    id: str | None
    told: bool


class Programmes:
    """Chooses among programmes.

    Args:
        programmes: All of them, by id.
    """

    def __init__(self, programmes: Mapping[str, Programme]) -> None:
        self.topics = {
            key: [
                (topic, words, frozenset(_WORD.findall(words)) - _EMPTY)
                for topic, wordings in programme.topics.items()
                for words in wordings
            ]
            for key, programme in programmes.items()
        }

        self.names: dict[str, dict[str, list[str]]] = {key: {} for key in programmes}
        for key, programme in programmes.items():
            for name in programme.names:
                sign = next((word for word in name.split() if word[0].isdigit()), name)
                self.names[key].setdefault(sign, []).append(name)
        self.given: dict[str, list[tuple[str, Programme]]] = {}
        for key, programme in programmes.items():
            for inspectorate in programme.inspectorates:
                self.given.setdefault(inspectorate, []).append((key, programme))
        self.topic = lru_cache(maxsize=1 << 13)(self._topic)
        self.wordings = {key: [words for _, words, _ in topics] for key, topics in self.topics.items()}

    def choose(
        self,
        inspectorate: str | None,
        kind: str | None,
        published: str | None,
        areas: Sequence[str],
        lower: str,
        grades: Collection[str] = (),
        counted: int = 0,
    ) -> Choice:
        """The programme that fits best.

        Args:
            inspectorate: Short name.
            kind: `police`, `fire` or None.
            published: ISO date.
            areas: Wordings of the graded areas.
            lower: The text in lower case.
            grades: Grades that are given.
            counted: How many areas the text says were graded.
        """
        scores: dict[str, float] = {}
        sure: dict[str, float] = {}
        month = published[:7] if published else None
        plain = lower.replace("\u2013", "-")
        given = [
            (key, programme)
            for key, programme in self.given.get(inspectorate or "", ())
            if (not kind or programme.kind in (kind, "prison"))
            and (not month or programme.start <= month <= programme.until)
        ]
        named = self._named(given, plain)
        for key, programme in given:
            fit = len(areas) - [self.topic(key, area) for area in areas].count(None)
            if not (
                fit
                or key == named
                or ("peel" in programme.cues and ("peel" in lower or (counted >= _COUNTED and not areas)))
                or (programme.kind == "fire" and (areas or grades))
            ):
                continue
            cues = sum(map(lower.__contains__, programme.cues))
            sure[key] = fit / max(1, len(areas)) * 3 + (_NAMED if key == named else 0)
            if not all(map(programme.scale.__contains__, grades)):
                sure[key] -= _OFF_SCALE
            scores[key] = sure[key] + min(cues, 3)
        if not scores and grades and not areas and month:
            whole = [key for key, programme in given if key == named or "peel" in programme.cues]
            scores = dict.fromkeys(whole, 0.0) if len(whole) == 1 else {}
        if not scores:
            return Choice(None, told=True)
        best = max(scores.values())
        first = next(key for key, score in scores.items() if score == best)
        most = max(sure.values(), default=best)
        told = [key for key, score in sure.items() if score == most]  # a mere cue does not stand for a day
        return Choice(first, told=bool(published) or told == [first])

    def _named(self, given: Sequence[tuple[str, Programme]], lower: str) -> str | None:
        """The programme that a text names first, or None."""
        found = {
            key: min(places)
            for key, programme in given
            if (
                places := [
                    at
                    for sign, names in self.names[key].items()
                    if sign in lower
                    for name in names
                    if (at := lower.find(name)) >= 0
                ]
            )
        }
        return min(found, key=found.__getitem__, default=None)

    def topics_of(self, programme: str | None) -> Callable[[str], str | None]:
        """The function that gives the topic of a wording in a programme."""
        return partial(self.topic, programme)

    def _topic(self, programme: str | None, area: str) -> str | None:
        """Id of the topic that an area's wording means in a programme, or None."""
        if programme is None:
            return None
        text = area.lower().replace("\u2019", "'")
        words = frozenset(_WORD.findall(text)) - _EMPTY
        best: tuple[float, str] | None = None
        for topic, wording, keys in self.topics[programme]:
            if wording == text:
                return topic
            if not words or not keys:
                continue
            shared = len(words & keys)
            alike = 2 * shared / (len(words) + len(keys))
            if shared == len(words) and (shared > 1 or len(keys) < 3):
                alike = max(alike, 0.75)
            if alike >= 0.6 and (best is None or alike > best[0]):
                best = (alike, topic)
        if best is None and text == "overall":
            return None
        if best is None:  # a misspelt topic
            from rapidfuzz import fuzz, process  # as in the spelling of forces

            near = process.extractOne(text, self.wordings[programme], scorer=fuzz.ratio, score_cutoff=_SPELLING)
            return self.topics[programme][near[2]][0] if near else None
        return best[1]
