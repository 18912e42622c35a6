"""Mentions of asks, and how surely two of them are one ask that is said again.

Enters the annotations of the pipe `recommendations`; leaves for each what tells it from the others: the words that few
others hold, its verb, whether it stands in a quotation, a headline or a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from extract.assemble.recommendations.senses import Senses, Term, pieces_in
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.notes import FORMS

_WORD = expression(r"[a-z\d][\w'-]+")
_COMMON = """
the a an its their it they of and or to for in at on by with from that this these those who which is are be
been being was were has have had must should needs need needed also not all every each any more most make
makes sure ensure force service police constabulary brigade officers staff so as how when where what there
than then into out up his her our your you we do does done can could will would still now improve better
way time times single once again before after far further quick quickly effective effectively properly
proper well always already immediately doesn't isn't don't such other others only good new one whether whom
told tell leaders senior no forces services chiefs chief constables get gets got it's that's they're through soon sooner until
"""
_EMPTY = frozenset(_COMMON.split())
"""Words that tell no ask from another."""

_NONE: frozenset[str] = frozenset()
_LEADING = expression(r" *(?:also |now |therefore |then |\w+ly |, [^,]{2,40}, )*")
_WISHED = "recommendations.wants"
"""The rule of asks of which the wish is told first: "Inspectors want \u2026", which tells no ask from another."""

_POINTING = frozenset(["it", "them", "they", "that", "those", "this", "these", "there", "such"])
_STANDING = _POINTING - {"that", "there", "they"}
"""Those that can stand for what was said before: "put an end to it"."""

_ALIKE = 2
"""Words with which two actions begin alike that are parallel."""

_REPEATS = expression(
    r"\b(?:as|which) (?:we|i|it|they|he|she|the (?:report|letter|inspectorate)|inspectors|hmi\w*) (?:(?:have|has|had|already|also) ){0,2}(?:asked|recommended|required|urged|set out)\b"
    r"|\bas (?:asked|recommended|required|set out|requested|(?:i|we) (?:say|said))\b|\b(?:i|we) (?:repeat|say again|say it again)\b|\bto repeat\b|\bin other words\b|\bput another way\b"
)
"""Around an ask that is told again: "as we asked", "I repeat"."""

_TOLD = ("as ", "which ", "repeat", " again", "other words", "another way")
"""Of which each of them holds one."""

_AGAIN = 2.0
"""What it weighs that an ask says so."""

_FIRST = 8
"""Words of a mention among which stands that it adds one."""

_FEW = 4
"""Words of an ask from which on it says the more itself, and what stands before it the less."""

_AROUND = 4.0
"""What it weighs that the sentence before such an action holds all of an earlier ask."""

_SENSE = 0.7
"""How much a word of one sense with another of the other mention is that word."""

_ROOT = 0.8
"""The same of a word of one root with one."""

_LEAST = 2
"""Letters in a row that two words of one root share at least: that many stretches of them."""

_ENOUGH = 4.9
"""Weight from which on two mentions are one ask."""

_MORE = 3.0
"""What it weighs that two asks have nothing in common but their verb."""

_APART = 3
"""What it weighs that two actions begin alike and end with different things."""

_PLACES = {
    "HH": 0, "HL": -0.2, "HN": 1.2, "HQ": 1.5, "LH": 0, "LL": -1.3, "LN": -1.7, "LQ": 2.1,
    "NH": 0, "NL": -2.6, "NN": -1.0, "NQ": 2.5, "QH": 0, "QL": -0.4, "QN": 0.3, "QQ": -0.9,
}  # fmt: skip
"""What it weighs where the earlier mention stands, and the later one: "Q" in a person's direct speech, "H" in the headline, "L" in a
list, "N" in the narrative. Somebody quoted says again what the narrative or a list said before; a list says hardly ever
again what the narrative said, nor does the narrative by itself."""


class Mention(NamedTuple):
    """One mention.

    Args:
        note: Its annotation.
        words: Words that tell it from other asks, without their endings.
        verb: First word of its action, without its ending.
        doings: Numbers of the senses of that.
        quoted: Whether it stands in the direct speech of a person.
        block: Number of the block that it stands in.
        doing: Words of its action, in order.
        points: Whether its action points back: "it", "those".
        terms: Its words and what they mean.
        senses: Numbers of the senses of its words.
        adds: Whether it says that it asks something more: "must also".
        around: Words that stand before it, where its action points back to them.
        repeats: Whether its sentence says that it was asked before: "as we asked".
    """

    note: Annotation
    words: frozenset[str]
    verb: str
    doings: frozenset[int]
    quoted: bool
    block: int
    doing: list[str]
    points: bool
    terms: Sequence[Term]
    senses: frozenset[int]
    adds: bool
    around: frozenset[str] = _NONE
    repeats: bool = False

    @property
    def of_staff(self) -> bool:
        """Whether it is put to people of the body, and not to the body."""
        return bool(self.note.attributes.get("group") == "staff")

    @property
    def listed(self) -> bool:
        """Whether it was read off the form of the page."""
        return self.note.rule in FORMS

    @property
    def headline(self) -> bool:
        """Whether it stands in the headline."""
        return bool(self.note.attributes["headline"])

    @property
    def place(self) -> str:
        """Where it stands: a letter of `_PLACES`."""
        if self.note.attributes["headline"]:
            return "H"
        return "Q" if self.quoted else "L" if self.note.rule in FORMS else "N"

    @property
    def teller(self) -> str:
        """Who says it: the headline, the narrative with its lists, or a person."""
        return "H" if self.headline else "Q" if self.quoted else "N"


def mentions_of(
    reading: Reading, voices: Voices, notes: Sequence[Annotation], names: Sequence[Annotation], senses: Senses
) -> list[Mention]:
    """Mentions of an article.

    Args:
        reading: The text.
        voices: Whose words a place is.
        notes: Annotations of the pipe `recommendations`, in order.
        names: Mentions of forces, in order; their words tell no ask from another.
        senses: What words mean.
    """
    lower = reading.lower
    if not notes:
        return []
    own = frozenset(_WORD.findall(" ".join({lower[name.start : name.end] for name in names})))
    quiet, known = _EMPTY | own, senses.terms.__getitem__
    found: list[Mention] = []
    for note in notes:
        action = min(note.attributes["action"], note.end)
        doing = _WORD.findall(lower, action, note.end)
        before = _WORD.findall(lower, note.start, action)
        told = doing if note.rule == _WISHED else before + doing
        named = note.attributes["asked"] == "body" and not note.attributes["group"]  # whose name tells nothing
        telling = chain(set(doing if named else told) - quiet, senses.telling.intersection(doing))
        terms = {term.stem: term for term in map(known, telling)}
        words = frozenset(terms)
        leading = _LEADING.match(lower, action, note.end)
        verb = _WORD.match(lower, leading.end() if leading else action, note.end)
        quoted = voices.spoken(note.attributes["modal"][0])
        plain = known(verb[0]).stem if verb and verb[0] not in _EMPTY else ""
        points = not _POINTING.isdisjoint(doing)
        behind = points and quoted and not _STANDING.isdisjoint(doing)
        found.append(
            Mention(
                note,
                words,
                plain,
                senses.of(plain),
                quoted,
                reading.span_at(note.start),
                doing,
                points,
                list(terms.values()),
                senses.of_all(words),
                "also" in told[:_FIRST],
                _said_before(reading, note, quiet, senses) if behind else _NONE,
                _repeats(lower, *note.attributes["sentence"]),
            )
        )
    return found


def _repeats(lower: str, start: int, end: int) -> bool:
    """Whether a sentence says of its ask that it is told again."""
    sentence = lower[start:end]
    return any(map(sentence.__contains__, _TOLD)) and _REPEATS.search(lower, start, end) is not None


def _said_before(reading: Reading, note: Annotation, quiet: frozenset[str], senses: Senses) -> frozenset[str]:
    """Words before an ask in its sentence and in that before it in the paragraph, without their endings."""
    low = note.attributes["sentence"][0]
    number = reading.sentence_at(low)
    if number and reading.sentences[number - 1].span == reading.sentences[number].span:
        low = reading.sentences[number - 1].start
    words = set(_WORD.findall(reading.lower, low, note.start)) - quiet
    return frozenset([senses.terms[word].stem for word in words])


def count_words(mentions: Iterable[Mention]) -> Mapping[str, int]:
    """How many mentions hold each word."""
    return Counter(chain.from_iterable([mention.words for mention in mentions]))


def weigh(one: Mention, other: Mention, common: Mapping[str, int]) -> float:
    """How surely a later mention is of the same ask as an earlier one; above 0 if it is.

    The weights are those of a choice among the asks before it or none of them, learned from all asks of the samples and
    of passages, rounded.

    Args:
        one: The earlier mention.
        other: The later one.
        common: How many mentions of the article hold each word.
    """
    shared = one.words & other.words
    weight = _PLACES[one.place + other.place] - _ENOUGH
    if weight < -_ENOUGH and not shared and one.senses.isdisjoint(other.senses):
        return weight
    weight += 5.1 * _cover(other, one) + 2.5 * _cover(one, other)
    weight += sum(1 / max(1, common[word] - 1) for word in shared)
    if one.verb == other.verb != "":
        weight += 2.0 - (_MORE if shared == {one.verb} and not other.points else 0)
    elif not one.doings.isdisjoint(other.doings):
        weight += 1.8
    if other.around:
        weight += _AROUND * _cover_around(one, other)
    if other.repeats:
        weight += _AGAIN
    weight += 0.3 * other.points - 2.6 * other.adds - 1.6 * (other.of_staff and not one.of_staff)
    return weight - 0.2 * (one.block == other.block) - (_APART if weight > 0 and _differ(one.doing, other.doing) else 0)


def _cover(mention: Mention, other: Mention) -> float:
    """How much of what a mention says another says as well, 0 to 1."""
    said = whole = 0.0
    words, senses = other.words, other.senses
    letters = pieces_in(words)
    for word, weight, meant, pieces in mention.terms:
        whole += weight
        if word in words:
            said += weight
        elif not meant.isdisjoint(senses):
            said += _SENSE * weight
        elif not pieces.isdisjoint(letters) and (root := len(pieces & letters)) >= _LEAST:
            said += _ROOT * root / len(pieces) * weight
    return said / whole if whole else 0.0


def _cover_around(one: Mention, other: Mention) -> float:
    """How much of an earlier ask stands only before a later one, for which that has "it" or "those", 0 to 1."""
    said = sum(term.weight for term in one.terms if term.stem in other.around and term.stem not in other.words)
    own = max(1.0, len(other.words) / _FEW)
    return said / sum(term.weight for term in one.terms) / own if said else 0.0


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two actions begin alike and end with different things: "records rape", "records burglary"."""
    alike = next((at for at, words in enumerate(zip(one, other, strict=False)) if words[0] != words[1]), len(one))
    if alike < _ALIKE:
        return False
    left, right = _EMPTY.union(other), _EMPTY.union(one)
    return not left.issuperset(one[alike:]) and not right.issuperset(other[alike:])
