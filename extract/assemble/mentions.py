"""Mentions of asks, and how surely two of them are one ask that is said again.

Enters the annotations of the pipe `recommendations`; leaves for each what tells it from the others: the words that few
others hold, its verb, whether it stands in a quotation, a headline or a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.assemble.askers import FORMS
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

_WORD = re.compile(r"[a-z][\w'-]+")
_COMMON = """
the a an its their it they of and or to for in at on by with from that this these those who which is are be
been being was were has have had must should needs need needed also not all every each any more most make
makes sure ensure force service police constabulary brigade officers staff so as how when where what there
than then into out up his her our your you we do does done can could will would still now improve better
way time times single once again before after far further quick quickly effective effectively properly
proper well always already immediately doesn't isn't don't such other others only good new one whether whom
told tell leaders senior no get gets through soon sooner until
"""
_EMPTY = frozenset(_COMMON.split())
"""Words that tell no ask from another."""

_SENSES = """
tell inform informed update updated date explain contact
record log write note document
check audit count review examine re-examine reassess assess again
visit see attend reach
publish public
complete finish clear backlog
quick quicker fast faster soon sooner time delay wait prompt
staff people crews
train teach learn
supervise supervisor supervision sergeant manager
answer call phone
stop end
hire recruit appoint
"""
"""Words that mean much the same of what is asked, a line each: somebody who says it again uses others."""

_LEADING = re.compile(r" *(?:also |now |therefore |then |\w+ly |, [^,]{2,40}, )*")
_POINTING = frozenset(["it", "them", "they", "that", "those", "this", "these", "there", "such"])
_SHORT = 3
"""Words of a mention that says little of its own."""

_ALIKE = 3
"""Words with which two actions begin alike that are parallel."""

_APART = 3
_MORE = 2.5
"""What it weighs that an ask is added to others, or has nothing in common with one but its verb."""

_FIRST = 8
"""Words of a mention among which stands that it adds one."""

_ENOUGH = 5.1
"""Weight from which on two mentions are one ask."""


class Mention(NamedTuple):
    """One mention.

    Args:
        note: Its annotation.
        words: Words that tell it from other asks, without their endings.
        verb: First word of its action, without its ending.
        quoted: Whether it stands in direct speech.
        block: Number of the block that it stands in.
        doing: Words of its action, in order.
        points: Whether its action points back: "it", "those".
        senses: Numbers of the senses of its words.
        adds: Whether it says that it asks something more: "must also".
    """

    note: Annotation
    words: frozenset[str]
    verb: str
    quoted: bool
    block: int
    doing: list[str]
    points: bool
    senses: frozenset[int]
    adds: bool

    @property
    def listed(self) -> bool:
        """Whether it was read off the form of the page."""
        return self.note.rule in FORMS

    @property
    def headline(self) -> bool:
        """Whether it stands in the headline."""
        return bool(self.note.attributes["headline"])

    @property
    def plain(self) -> bool:
        """Whether it stands in the article's own narrative or in a list."""
        return not (self.quoted or self.headline)


def mentions_of(
    reading: Reading, voices: Voices, notes: Sequence[Annotation], names: Sequence[Annotation]
) -> list[Mention]:
    """Mentions of an article.

    Args:
        reading: The text.
        voices: Whose words a place is.
        notes: Annotations of the pipe `recommendations`, in order.
        names: Mentions of forces, in order; their words tell no ask from another.
    """
    lower = reading.lower
    said = " ".join({lower[name.start : name.end] for name in names}) if notes else ""
    own = frozenset(_WORD.findall(said))
    found: list[Mention] = []
    for note in notes:
        action = min(note.attributes["action"], note.end)
        doing = _WORD.findall(lower, action, note.end)
        told = _WORD.findall(lower, note.start, action) + doing
        words = frozenset([_stem(word) for word in told if word not in _EMPTY and word not in own])
        leading = _LEADING.match(lower, action, note.end)
        verb = _WORD.match(lower, leading.end() if leading else action, note.end)
        quoted = voices.at(note.attributes["modal"][0], ("direct",)) != "article"
        plain = _stem(verb[0]) if verb and verb[0] not in _EMPTY else ""
        points = not _POINTING.isdisjoint(doing)
        senses = frozenset([_SENSE[stem] for word in doing if (stem := _stem(word)) in _SENSE])
        found.append(
            Mention(
                note, words, plain, quoted, reading.span_at(note.start), doing, points, senses, "also" in told[:_FIRST]
            )
        )
    return found


def count_words(mentions: Iterable[Mention]) -> Mapping[str, int]:
    """How many mentions hold each word."""
    return Counter(word for mention in mentions for word in mention.words)


def weigh(one: Mention, other: Mention, common: Mapping[str, int]) -> float:
    """How surely a later mention is of the same ask as an earlier one; above 0 if it is.

    The weights are those of a logistic regression over all pairs of asks of the samples, rounded.

    Args:
        one: The earlier mention.
        other: The later one.
        common: How many mentions of the article hold each word.
    """
    shared = one.words & other.words
    fewest = min(len(one.words), len(other.words)) or 1
    rare = sum(1 / max(1, common[word] - 1) for word in shared)
    weight = 1.8 * rare + 2.0 * rare / fewest + 1.8 * len(shared) / fewest
    weight += 1.4 * (one.verb == other.verb != "") + 1.9 * (one.quoted != other.quoted)
    weight += 2.7 * (one.headline or other.headline) + 0.5 * other.points + 0.9 * (len(other.words) <= _SHORT)
    weight -= 2.0 * (one.listed and other.listed) + 1.0 * (one.block == other.block)
    if one.plain and other.plain:
        weight -= min(len(one.words - shared), len(other.words - shared))
    else:
        weight += len(one.senses & other.senses)
    if other.adds or (one.verb == other.verb and shared == {one.verb} and not other.points):
        weight -= _MORE
    return weight - _ENOUGH - (_APART if weight > _ENOUGH and _differ(one.doing, other.doing) else 0)


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two actions begin alike and end with different things: "records rape", "records burglary"."""
    alike = next((at for at, words in enumerate(zip(one, other, strict=False)) if words[0] != words[1]), len(one))
    if alike < _ALIKE:
        return False
    left, right = _EMPTY.union(other), _EMPTY.union(one)
    return not left.issuperset(one[alike:]) and not right.issuperset(other[alike:])


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ions", "ion", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word


_SENSE = {_stem(word): number for number, line in enumerate(_SENSES.split("\n")) for word in line.split()}
"""The sense of each word, by its stem."""
