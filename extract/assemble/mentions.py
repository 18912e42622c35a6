"""Mentions of asks, and how surely two of them are one ask that is said again.

Enters the annotations of the pipe `recommendations`; leaves for each what tells it from the others: the words that few
others hold, its verb, whether it stands in a quotation, a headline or a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.assemble.askers import FORMS
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_WORD = expression(r"[a-z][\w'-]+")
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
tell inform informed update updated date explain contact informing know hear say said
record log write note document written recording logged noted
check audit count review examine re-examine reassess assess again look test inspect sample monitor oversee
visit see attend reach get
publish public open release
complete finish clear backlog overdue late outstanding queue pile
quick quicker fast faster soon sooner time delay wait prompt speed slow late promptly
staff people crews officers team workforce firefighters
train teach learn training course lesson skills
supervise supervisor supervision sergeant manager boss oversee check
answer call phone ring pick telephone line
stop end cease halt quit longer
hire recruit appoint recruitment enough find staffing
plan strategy programme map scheme blueprint
money budget cost spend saving savings pay fund finance pounds
child children young youngsters juvenile minor kid boy girl
woman women girl
victim complainant survivor witness
suspect offender criminal arrested detainee prisoner detained
custody cell cells lock locked detention detain held hold
doctor nurse health healthcare medical hospital clinic ill
night overnight dark evening hour hours
fair fairly bias equal
vet vetting vetted clearance
corrupt corruption integrity abuse
complaint complain grievance report bullying
home house address door visit
building buildings station estate premises
engine appliance pump vehicle car
equipment kit gear radio device phone laptop tablet computer system software
data figures numbers statistics information intelligence
share pass partner partners council together jointly work
search stop frisk strip
risk danger dangerous harm vulnerable high-risk threat
name named identity
list register offenders sex
repair fix mend right correct put sort wrong
start begin
keep maintain hold store
often regularly weekly monthly daily week month every always constantly
own answerable responsible lead charge accountable responsibility
language interpreter translate speak
evidence exhibits property store
crime crimes offence offences crime-recording
domestic abuse violence partner
test hydrant check
drug drugs knife gun weapon firearm weapons firearms taser
body-worn video camera footage
replace new buy
reason reasons why ground grounds rationale justification justify decision decisions
bring make put
"""
"""Words that mean much the same of what is asked, or go with it, a line each: somebody who says it again uses others."""

_LEADING = expression(r" *(?:also |now |therefore |then |\w+ly |, [^,]{2,40}, )*")
_POINTING = frozenset(["it", "them", "they", "that", "those", "this", "these", "there", "such"])
_SHORT = 3
"""Words of a mention that says little of its own."""

_ALIKE = 3
"""Words with which two actions begin alike that are parallel."""

_APART = 3
"""What it weighs that two actions begin alike and end with different things."""

_MORE = 2.8
"""What it weighs that an ask is added to others, or has nothing in common with one but its verb."""

_OF_STAFF = 1.5
"""What it weighs that sergeants or call takers are asked where the whole body was: seldom the same again."""

_PIECE = 4
"""Letters in a row of a word, in which words of one root are alike: "staffing", "understaffed"."""

_FAR = 6
"""Asks between two mentions beyond which one more tells nothing."""

_FIRST = 8
"""Words of a mention among which stands that it adds one."""

_ENOUGH = 5.65
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
        pieces: Letters in a row of its words.
        order: How many mentions stand before it.
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
    pieces: frozenset[str]
    order: int

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
        words = frozenset(map(_stem, set(told) - _EMPTY - own))
        leading = _LEADING.match(lower, action, note.end)
        verb = _WORD.match(lower, leading.end() if leading else action, note.end)
        quoted = voices.at(note.attributes["modal"][0], ("direct",)) != "article"
        plain = _stem(verb[0]) if verb and verb[0] not in _EMPTY else ""
        points = not _POINTING.isdisjoint(doing)
        senses = frozenset().union(*map(_senses, doing))
        adds, pieces = "also" in told[:_FIRST], pieces_of(words)
        found.append(
            Mention(
                note, words, plain, quoted, reading.span_at(note.start), doing, points, senses, adds, pieces, len(found)
            )
        )
    return found


def pieces_of(words: Iterable[str]) -> frozenset[str]:
    """Letters in a row of words."""
    return frozenset().union(*map(_pieces, words))


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> frozenset[str]:
    return frozenset(word[at : at + _PIECE] for at in range(max(1, len(word) - _PIECE + 1)))


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
    alike, pieces = one.senses & other.senses, one.pieces & other.pieces
    weight = 1.7 * rare - 1.8 * len(shared) / fewest + 3.9 * (one.verb == other.verb != "")
    weight += 3.5 * len(pieces) / (min(len(one.pieces), len(other.pieces)) or 1)
    weight += 2.0 * len(alike) / (min(len(one.senses), len(other.senses)) or 1)
    weight += 1.4 * (one.headline or other.headline) + 1.0 * (other.quoted and not one.quoted)
    weight += 1.5 * (len(other.words) <= _SHORT) + 0.13 * min(other.order - one.order - 1, _FAR)
    weight -= _OF_STAFF * (other.of_staff and not one.of_staff)
    weight -= 0.9 * (one.listed and other.listed) + 1.6 * (one.block == other.block) + 1.4 * other.adds
    if one.plain and other.plain:
        weight -= 0.14 * min(len(one.words - shared), len(other.words - shared))
    else:
        weight += 0.9 * len(alike)
    if one.verb == other.verb and shared == {one.verb} and not other.points:
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


@lru_cache(maxsize=1 << 14)
def _senses(word: str) -> frozenset[int]:
    return frozenset(_SENSE.get(_stem(word), ()))


_SENSE: dict[str, set[int]] = {}
"""The senses of each word, by its stem."""

for _number, _line in enumerate(_SENSES.strip().split("\n")):
    for _same in _line.split():
        _SENSE.setdefault(_stem(_same), set()).add(_number)
