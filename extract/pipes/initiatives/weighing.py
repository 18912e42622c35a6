"""Whether a name is that of an initiative: what it is made of and the signs beside each of its mentions, weighed together.

Enters names with their signs; leaves those whose weights add up above 0. Weights are data, written by
`python -m extract.training.initiatives`; each sort of name has weights of its own, as a sign says more of "Paper Trail" than of "Jo Hale".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import fsum
from typing import Any

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.expressions import expression
from extract.pipes.initiatives.apposition import WORK
from extract.pipes.initiatives.candidate import Candidate
from extract.pipes.initiatives.company import GLOSSED, LEAST, gloss, share, spread, translate
from extract.pipes.initiatives.firm import is_firm
from extract.pipes.initiatives.misnomers import is_misnomer
from extract.pipes.initiatives.names import Names, meets
from extract.pipes.initiatives.shapes import shape_of
from extract.pipes.initiatives.signs import Surroundings
from extract.pipes.initiatives.titles import is_title
from extract.pipes.triggers import Hit

SORTS = {
    **dict.fromkeys(("plain", "policing", "placed"), "plain"),
    **dict.fromkeys(("mixed", "foreign"), "mixed"),
    **dict.fromkeys(("generic", "body", "department"), "general"),
    "headed": "headed",
    "unit": "unit",
    **dict.fromkeys(("word", "compound", "capitals"), "word"),
    **dict.fromkeys(("stranger", "letters", "plainest"), "stranger"),
    "designated": "designated",
}
"""The sort of name that each shape is, for which there are weights."""

_STRONG = frozenset(
    (
        "called",
        "named",
        "noun behind",
        "noun before",
        "noun beyond",
        "noun further",
        "noun apart",
        "noun is",
        "apposed noun",
        "said noun",
        "bracketed noun",
        "below noun",
        "noun named",
        "thing named",
    )
)
_MEDIUM = frozenset(
    (
        "thing behind",
        "apposed thing",
        "said thing",
        "bracketed thing",
        "thing apart",
        "handled",
        "begun",
        "under",
        "part of",
        "opening",
        "in which",
        "since",
        "quoted",
        "noun below",
        "owner",
        "below thing",
    )
)
_NOUNED = frozenset(("designated", "headed", "unit"))
"""Shapes of names that have a noun of initiatives in them."""

_LOOKED = 2
"""Mentions of a name beside which signs are looked for."""
_ABOVE = 12
"""Blocks above a name among which its heading stands."""
_LINKED = expression(
    r"\W*(?:also (?:in|this|on)\b|in other news|other (?:news|disclosures|stories|articles|requests|headlines)|more (?:from|news|on|stories)\b|related\b|elsewhere\b"
    r"|(?:read|see) (?:more|next|also)|latest\b|most read|don't miss|trending|you (?:may|might)|recent (?:news|stories|posts|disclosures)|news in brief)"
)
"""Headings over lists of other articles, whose lines only name what those are about."""

_LINE = 90
"""Characters of such a line at most."""

_LINK = "link"
"""The feature of a name that a list of other articles holds: nobody's weights, it settles the matter."""

MISNOMER = "misnomer"
"""The feature of a name that is said to be something else, which settles the matter too."""

_WRITTEN = frozenset(("Plan", "Strategy", "Framework"))
"""Words with which names of papers end."""
_FEASTS = frozenset(
    ("Day", "Days", "Night", "Week", "Weekend", "Month", "Year", "Eve", "Games", "Festival", "Carnival", "Holiday", "Holidays", "Fair", "Show", "Parade",
     "Pride", "Marathon", "Run", "Derby", "Regatta", "Summit", "Conference", "Awards")
)  # fmt: skip
"""Words with which names of feasts end."""

_USED = frozenset((
    "handled", "handled the", "under", "part of", "apposed thing", "said thing", "bracketed thing", "thing behind", "thing bare", "team behind", "thing apart",
    "owner", "possessive", "quoted", "practice", "titled", "noun below", "below thing", "apposed group", "praise", "in which", "opening",
))  # fmt: skip
"""Features of which a name has one that ends as those of places do and is none: "Cherry Tree Walk, which was closed in 2022"."""

_OTHERS = frozenset(("apposed other", "other behind"))
"""What says of a bare name that it is another thing, and of a code name whom it is about: "Operation Oak officers"."""
_HOUSE = "house"
"""The feature of a name that ends as those of houses and streets do: "Daybreak House, a project for girls"."""
_BEHIND = ("apposed thing", "which", "begun")
"""Features of what follows a comma, which say more of a name of one word: "Solace, a team of nurses, ..."."""
_DETERMINED = frozenset(
    ("the", "a", "of it", "possessive", "in", "in the", "and", "lower", "other before", "other apart")
)
"""Features of a word that takes its capital from elsewhere, or stands for a place."""

_WITH_ARTICLE = frozenset(("the", "a", "of it"))
"""Features of a name that no person has: "our Poppy Bus"."""
_COMPASS = frozenset(("North", "South", "East", "West", "Upper", "Lower", "Nether"))
"""First words of names of places."""
_JOINED = frozenset(("and", "of"))
"""Small words that names of places have in them: "Eyes on the Water" is none."""

_AROUND = 4000
"""Characters before and behind a word in which it may stand otherwise."""


class Weighing:
    """Tells initiatives.

    Args:
        cues: Table of `cues/initiatives.toml`.
        common: Words of the language in lower case.
        weights: Weights of the features of each sort of name.
        first_names: First names in lower case.
    """

    def __init__(
        self,
        cues: Mapping[str, Any],
        common: frozenset[str],
        weights: Mapping[str, Mapping[str, float]],
        first_names: Collection[str] = (),
    ) -> None:
        lists = cues["lists"]
        self.names = Names(cues, common, first_names)
        self.surroundings = Surroundings(cues)
        self.weights = weights
        self.first_names = frozenset(lists["first_names"])
        self.ground = frozenset(lists["ground"])
        self.press = frozenset(lists["press"])
        self.functions = self.names.soft | self.names.openers
        self.systems = frozenset(lists["systems"])
        self.towns = frozenset(lists["towns"])
        self.practice = expression(rf"\b(?:{alternation(lists['practice'])})\b", holder=self)
        self.praising = tuple(lists["practice"])

    def candidates(
        self,
        reading: Reading,
        taken: Sequence[tuple[int, int]],
        hits: Mapping[str, Sequence[Hit]],
    ) -> dict[str, Candidate]:
        """Names with their features, by their text in lower case.

        Args:
            reading: The text.
            taken: Stretches of names of bodies, in order.
            hits: Hits by label: `place`, `initiative`, `praise`.
        """
        found: dict[str, Candidate] = {}
        places, nouns, praise = hits["place"], hits["initiative"], hits["praise"]
        ends = [end for _, end in taken]
        sections: dict[int, bool] = {}
        for name in self.names.find(reading, taken, places):
            key = reading.lower[name.start : name.end]
            candidate = found.get(key)
            if candidate is None:
                candidate = found[key] = Candidate(shape_of(self.names, name, places))
            candidate.names.append(name)
            if len(candidate.names) > _LOOKED:
                continue
            number = reading.sentence_at(name.start)
            features: set[str] = set()
            noun = self.surroundings.of(reading, name, number, nouns, ends, features)
            sentence = reading.sentences[number]
            if meets(praise, sentence.start, sentence.end):
                features.add("praise")
                if "is" in features:
                    features.add("praise is")
            if "opens block" in features or name.start - sentence.start < len("The "):
                above = reading.spans[sentence.span - 1] if sentence.span else None
                if above and above.kind == "subheading" and reading.lower[above.start : above.end].strip(":") == key:
                    features.add("titled")
            if " " not in key and (key in self.towns or meets(places, name.start, name.end)):
                features.add("place")
            if self._is_linked(reading, sentence.span):
                features.add(_LINK)
            if key in self.systems or key.partition(" and ")[0] in self.systems or is_misnomer(reading, name):
                features.add(MISNOMER)
            praised = sections.get(sentence.span)
            if praised is None:
                praised = sections[sentence.span] = self._in_practice(reading, sentence.span)
            if praised:
                features.add("practice")
                if "opens block" in features:
                    features.add("practice opens")
            if not features.isdisjoint(_STRONG):
                features.add("strong")
            elif not features.isdisjoint(_MEDIUM):
                features.add("medium")
            if len(features & _STRONG) + len(features & _MEDIUM) > 1:
                features.add("many")
            candidate.features |= features
            candidate.noun = candidate.noun or noun
        _shorten(found)
        gloss(found, reading.text, self.names.words)
        for candidate in found.values():
            self._made_of(candidate, reading.text)
        return found

    def _made_of(self, candidate: Candidate, text: str) -> None:
        """Add features of the name itself."""
        shape, features, words = candidate.shape, candidate.features, candidate.names[0].words
        features.add(f"={shape}")
        if shape == "designated" and WORK not in features:
            features -= _OTHERS  # "Operation Oak, the murder of …", "Known as Operation Oak, officers …"
        capitals = [word for word in words if not word[0].islower()]
        if len(capitals) > 2:
            features.add("three")
        if len(capitals) < len(words):
            features.add("small")
        if len(candidate.names) > 1:
            features.add("again")
        for word in capitals:
            if word.endswith("ing"):
                features.add("ing")
        if not self.functions.isdisjoint(capitals):
            features.add("function")
        if len(words) == 1 and shape != "plainest":
            self._made_of_one(candidate, text)
        if len(capitals) > 1:
            last = capitals[-1]
            if len(words) == 2 and words[0] in self.first_names and features.isdisjoint(_WITH_ARTICLE):
                features.add("first name")
            if len(words) == 2 and words[0] in _COMPASS and shape not in _NOUNED:
                features.add("ground")  # "East Fenmarsh"
            elif (
                last in self.ground
                and self.names.inner.isdisjoint(capitals[:-1])
                and {word for word in words if word[0].islower()} <= _JOINED
            ):
                features.add("ground")
            if last in self.names.ground and shape not in _NOUNED and self.names.inner.isdisjoint(capitals[:-1]):
                features.add(_HOUSE)
            if last in _WRITTEN:
                features.add("written")
            if last in _FEASTS:
                features.add("feast")
            if last.lower() in self.press and shape != "designated":
                features.add("press")
        if "called" in features:
            features.add(f"called {shape}")

    @staticmethod
    def _made_of_one(candidate: Candidate, text: str) -> None:
        """Add features of a name of one word: how the word stands elsewhere, and what follows its comma."""
        features, (word,), start = candidate.features, candidate.names[0].words, candidate.names[0].start
        low, high = max(0, start - _AROUND), start + _AROUND
        if text.find(f" {word.lower()}", low, high) >= 0:
            features.add("lower")
        if "opens" in features:
            features.add("opens only" if _only_opens(text, word, low, high) else "inside")
        elif features.isdisjoint(_DETERMINED):
            features.add("bare")  # "put it down to Turnstile"
        if "comma" in features:
            features.update(f"comma {behind}" for behind in _BEHIND if behind in features)

    def weigh(self, found: Mapping[str, Candidate], reading: Reading, *, inspected: bool = True) -> None:
        """Set the weight and the rule of each candidate.

        Args:
            found: Names with their features.
            reading: The text.
            inspected: Whether the text may be one on an inspection. In any other a name without a noun wants more.
        """
        for candidate in found.values():
            candidate.rule = sort = SORTS[candidate.shape]
            features = candidate.features
            if (
                MISNOMER in features
                or (not inspected and not is_firm(candidate))
                or GLOSSED in features
                or (len(candidate.names) == 1 and (_LINK in features or "supposed" in features))
                or (
                    (
                        _HOUSE in features
                        or (
                            "ground" in features
                            and candidate.shape != "designated"
                            and ("in" in features or ("which" in features and features.isdisjoint(_USED)))
                        )
                    )
                    and features.isdisjoint(_STRONG)
                )
            ):
                candidate.weight = 2 * LEAST
            else:
                weights = self.weights.get(sort, {})
                candidate.weight = fsum([weights[name] for name in features if name in weights]) + weights.get("", 0.0)
                if candidate.weight > 0:
                    _forbid_title(candidate, reading)
        translate(found, reading.lower)
        spread(found, reading.text)
        share(found, reading)
        for candidate in found.values():
            if candidate.rule == "listed":
                _forbid_title(candidate, reading)

    @staticmethod
    def _is_linked(reading: Reading, number: int) -> bool:
        """Whether a block is a line of a list of other articles: no sentence, and under a heading that says so."""
        span = reading.spans[number]
        if span.kind == "row" or span.end - span.start > _LINE or reading.text[span.end - 1] in ".!":
            return False
        above = number - 1
        while above >= 0 and number - above < _ABOVE and reading.spans[above].kind == "item":
            above -= 1
        return above >= 0 and bool(_LINKED.match(reading.lower, reading.spans[above].start, reading.spans[above].end))

    def _in_practice(self, reading: Reading, number: int) -> bool:
        """Whether a block stands under a heading or lead-in of good practice."""
        spans, lower = reading.spans, reading.lower
        span = spans[number]
        if span.kind == "item" and span.lead >= 0 and self._praises(lower, spans[span.lead]):
            return True
        for above in range(number - 1, max(-1, number - _ABOVE), -1):
            if spans[above].kind == "subheading":
                if self._praises(lower, spans[above]):
                    return True
                if spans[above].level < 3:
                    return False
        return False

    def _praises(self, lower: str, span: Span) -> bool:
        line = lower[span.start : span.end]
        return any(map(line.__contains__, self.praising)) and self.practice.search(line) is not None


def _shorten(found: dict[str, Candidate]) -> None:
    """Make names that are a longer one's without its noun mentions of that."""
    for key, candidate in list(found.items()):
        if candidate.shape in _NOUNED and len(candidate.names[0].words) > 1:
            short = key.partition(" ")[2] if candidate.shape == "designated" else key.rpartition(" ")[0]
            short = short.strip("\"'")
            if short in found and found[short].shape not in _NOUNED and found[short].features.isdisjoint(_STRONG):
                candidate.shorts += found.pop(short).names


def _forbid_title(candidate: Candidate, reading: Reading) -> None:
    """Leave no weight to a name that is said to be a title."""
    if candidate.shape != "designated":
        for name in candidate.names[:_LOOKED]:
            if is_title(reading.text, reading.lower, name):
                candidate.features.add(MISNOMER)
                candidate.weight = 2 * LEAST


def _only_opens(text: str, word: str, low: int, high: int) -> bool:
    """Whether a word has its capital at the beginning of sentences alone, where it says nothing."""
    at = text.find(f" {word}", low, high)
    while at >= 0:
        if text[at - 1].islower() or text[at - 1] in ",:;":
            return False
        at = text.find(f" {word}", at + 1, high)
    return True
