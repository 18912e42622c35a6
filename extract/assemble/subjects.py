"""Which forces an article is about: those whose inspection it reports, against those that it only mentions.

Enters the mentions of a force, what was found of it and the text around; leaves features, whose weights are data
(`data/weights/forces.json`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from extract.assemble.context import Context
from extract.document.reading import Reading
from extract.linear import Model
from extract.pipes.annotation import Annotation
from extract.pipes.patterns import EDGE

_INSPECTED = re.compile(
    r"\b(?:inspect\w*|hmi\w*|watchdog|r(?:ated|e(?:ports?|-?visit\w*|commend\w*))|grade[ds]?|judged|visited|assessed|peel|ofsted|c(?:qc|ji)|examined)\b"
)
_BEFORE = re.compile(r"\b(?P<word>[\w'-]+)(?P<mark>[,:;(\u2013-]?)$")
_BEHIND = re.compile(r"(?P<owner>'s?)?(?P<mark>[,:;)(.\u2013-])? ?(?P<word>[\w'-]+)?")
_CUES = {
    "past": (
        *(
            "former(?:ly)?",
            "previous(?:ly)?",
            "join(?:s|ed|ing)?",
            "began",
            "started",
            "career",
            "served",
            "serving",
            "worked",
        ),
        *(
            "spent",
            "came",
            "moved",
            "transferred",
            "retired",
            "left",
            "poached",
            "recruited",
            "seconded",
            "born",
            "spell",
            "stint",
            "ex-",
        ),
    ),
    "beside": (
        *(
            r"neighbour\w*",
            r"shar\w+",
            "joint(?:ly)?",
            r"exercises?",
            "together with",
            "alongside",
            "unlike",
            "like",
            r"compar\w+",
            "than",
        ),
        *(r"collaborat\w+", r"partner\w*", r"merg\w+", "alliance", r"help\w*", r"support\w*", "mutual aid"),
        *(r"learn\w*", "copied", r"borrow\w*", "model", "pioneered", r"pilot\w*"),
    ),
    "later": (
        *("next", "yet to", "will be", "is due", "are due", "due (?:in|to)", "later this", "to be inspected"),
        *(
            "not (?:been )?(?:inspected|visited|part|included|graded|published)",
            *("held (?:back|over)", "withheld", "delayed", "postponed"),
            "nothing to do",
            "no bearing",
            "not (?:part|on|among|one)",
        ),
    ),
    "then": (r"in (?:19|20)\d\d", "last year", "years ago", "once", "previously", "had been", "earlier"),
}
"""Cues near a mention; those of what stands beside it count before it alone."""


def _cues(cues: Iterable[str]) -> str:
    """A pattern of cues that tries one branch a letter."""
    ways = [(letter, "|".join(cue[1:] for cue in found)) for letter, found in groupby(sorted(cues), itemgetter(0))]
    return rf"{EDGE}(?:{'|'.join(f'{letter}(?:{rest})' for letter, rest in ways)})\b"


_CUE = {name: re.compile(_cues(cues)) for name, cues in _CUES.items()}
_ANY_CUE = re.compile(_cues(chain(*_CUES.values())))
"""Any of them: near most mentions there is none."""

_RATED = re.compile(
    r"\b(?:outstanding|good|adequate|inadequate|requir\w+ improvement|need(?:s|ed)? (?:improvement|to improve)|(?:top|bottom) (?:mark|grade)s?)\b"
)
_BESIDE = 90
"""Characters beside a mention in which its grade stands."""
_ON = re.compile(r"(?:its?|they|the (?:force|service|constabulary|brigade|report|inspectors?)|inspectors|hmi[a-z]*)\b")
"""How a sentence opens that goes on about what the one before it is about."""

_WINDOW = 60
_CLOSED = frozenset((
    "a", "an", "the", "of", "for", "at", "in", "on", "by", "with", "from", "to", "into", "than", "like",
    "unlike", "as", "and", "or", "but", "while", "where", "whereas", "which", "who", "that", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "will", "would", "should", "must", "can", "could", "may",
    "might", "its", "their", "his", "her", "our", "my", "it", "they", "he", "she", "we", "i", "you", "not",
    "no", "also", "only", "now", "then", "both", "all", "each", "every", "neighbouring", "neighbour", "nearby",
    "told", "tells", "asked", "urged", "found", "graded", "rated", "judged", "gave", "given", "inspected",
    "visited", "said", "says", "police", "force", "forces", "service", "services", "officers", "staff", "chief",
    "constable", "constabulary",
))  # fmt: skip


class Case(NamedTuple):
    """What was found of a force.

    Args:
        graded: Whether it has a grade of this inspection.
        before: Whether it has one of an earlier inspection.
        asked: Whether an ask is put to it.
        main: Whether the article is about it as far as its names tell.
        home: Whether it published the article.
        rank: Its place among the forces by how often they are named, from 0.
        forces: How many forces are named.
        alike: Whether it is of the kind (police, fire) of the force named most.
    """

    graded: bool
    before: bool
    asked: bool
    main: bool
    home: bool
    rank: int
    forces: int
    alike: bool


def describe(
    reading: Reading, mentions: Sequence[Annotation], case: Case, article: tuple[str, ...], told: dict[int, bool]
) -> list[str]:
    """Features of a force.

    Args:
        reading: The text.
        mentions: Its mentions.
        case: What was found of it.
        article: Features of the article.
        told: Whether each sentence that was asked about tells of an inspection; filled in here.
    """
    count = len(mentions)
    found = list(_standing(case, min(count, 4), article))
    traits: dict[str, int] = {}
    for note in mentions:
        number = reading.sentence_at(note.start)
        if number not in told:
            sentence = reading.sentences[number]
            told[number] = _INSPECTED.search(reading.lower, sentence.start, sentence.end) is not None
        for trait in _around(reading, note, number, told=told[number]):
            traits[trait] = traits.get(trait, 0) + 1
    found += [f"any:{trait}" for trait in traits]
    found += [f"all:{trait}" for trait, times in traits.items() if times == count]
    near = traits.get("told", 0)
    near_by = "near:all" if near == count else "near:some" if near else "near:none"
    first = f"first{mentions[0].start * 4 // (len(reading.text) or 1)}"
    state = _state(case)
    found += [near_by, f"{near_by}|{state}", first, f"{first}|{state}"]
    return found


@lru_cache(maxsize=1 << 12)
def _standing(case: Case, mentions: int, article: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a force that the text around it does not tell; in many articles they are the same.

    Args:
        case: What was found of it.
        mentions: How often it is named, 4 for more.
        article: Features of the article.
    """
    state = _state(case)
    forces, rank, named = f"forces{min(case.forces, 4)}", f"rank{min(case.rank, 3)}", f"named{mentions}"
    traits = (("main", case.main), ("home", case.home), ("alike", case.alike))
    return (
        *(state, forces, f"{state}|{forces}", rank, f"{rank}|{forces}", named, f"{named}|{state}"),
        *(name for name, holds in traits if holds),
        *(f"main:{case.main}|{state}", f"alike:{case.alike}|{state}"),
        *article,
        *(f"{name}|{state}" for name in article),
    )


def _state(case: Case) -> str:
    return f"state:{'graded' if case.graded else 'asked' if case.asked else 'before' if case.before else 'none'}"


def _around(reading: Reading, note: Annotation, number: int, *, told: bool) -> list[str]:
    """Features of one mention: its block, the words beside it, cues in its sentence, whether that tells of an inspection."""
    sentence = reading.sentences[number]
    span = reading.spans[sentence.span]
    start, end = note.start, note.end
    before = reading.lower[max(sentence.start, start - _WINDOW) : start]
    behind = reading.lower[end : min(sentence.end, end + _WINDOW)]
    found = [f"kind:{span.kind}", "strong" if note.attributes["strong"] else "weak"]
    if span.start == start and span.end - end < 2:
        found.append("alone")
    for low, high in span.cells:
        if start >= low and end <= high and high - low - (end - start) < 3:
            found.append("cell")
            break
    match = _BEFORE.search(before.removesuffix(" ").rpartition(" ")[2])
    if match:
        word, mark = match.groups()
        found.append(f"before:{word if word in _CLOSED else 'W'}{mark}")
    else:
        found.append("before:^")
    match = _BEHIND.match(behind)
    if match:
        owner, mark, word = match.groups("")
        found.append(f"behind:{'s ' if owner else ''}{mark}{word if word in _CLOSED or not word else 'W'}")
    first = _ANY_CUE.search(f" {before}\n{behind}")
    if first:
        late = first.start() > len(before)
        before, behind = f" {before}", f" {behind}"
        found += [
            name
            for name, cue in _CUE.items()
            if (not late and cue.search(before)) or (name != "beside" and cue.search(behind))
        ]
    if start - sentence.start < 6:
        found.append("leads")
    if told:
        found.append("told")
    if _RATED.search(reading.lower, end, min(sentence.end, end + _BESIDE)):
        found += ["rated", f"rated|{told}"]
    elif _RATED.search(reading.lower, max(sentence.start, start - _BESIDE), start):
        found.append("rated before")
    if number + 1 < len(reading.sentences):
        ahead = reading.sentences[number + 1]
        if ahead.span == sentence.span and _ON.match(reading.lower, ahead.start):
            found.append("goes on")
            if _INSPECTED.search(reading.lower, ahead.start, ahead.end):
                found.append("goes on told")
    return found


class Concerned(NamedTuple):
    """Forces by what was found of them.

    Args:
        graded: Those with a grade of this inspection.
        before: Those with one of an earlier inspection.
        asked: Those to whom an ask is put.
    """

    graded: frozenset[str | None]
    before: frozenset[str | None]
    asked: frozenset[str | None]

    def all(self) -> frozenset[str | None]:
        """Those of whom anything of this inspection was found."""
        return self.graded | self.asked


def choose_subjects(
    reading: Reading,
    named: Mapping[str, Sequence[Annotation]],
    context: Context,
    concerned: Concerned,
    model: Model,
) -> set[str]:
    """Forces whose inspection an article reports, of those that it names."""
    return {key for key, features in describe_all(reading, named, context, concerned) if model.score(features) > 0}


def describe_all(
    reading: Reading, named: Mapping[str, Sequence[Annotation]], context: Context, concerned: Concerned
) -> Iterator[tuple[str, list[str]]]:
    """Each force of an article and its features."""
    if not named:
        return
    ranks = rank(named)
    kinds = {key: found[0].attributes["kind"] for key, found in named.items()}
    top = kinds[min(ranks, key=lambda key: ranks[key])]
    headed = any(context.blocks[note.start] == "headline" for found in named.values() for note in found)
    article = (
        f"graded:{bool(concerned.graded)}",
        f"asks:{bool(concerned.asked)}",
        f"headed:{headed}",
        f"size{'short' if len(reading.sentences) < 9 else 'long'}",
    )
    told: dict[int, bool] = {}
    for key, found in named.items():
        case = Case(
            graded=key in concerned.graded,
            before=key in concerned.before,
            asked=key in concerned.asked,
            main=context.main == key,
            home=context.home == key,
            rank=ranks[key],
            forces=len(named),
            alike=kinds[key] == top,
        )
        yield key, describe(reading, found, case, article, told)


def rank(mentions: Mapping[str, Sequence[Annotation]]) -> dict[str, int]:
    """The place of each force by how often it is named."""
    ordered = sorted(mentions, key=lambda key: (-len(mentions[key]), mentions[key][0].start))
    return {key: number for number, key in enumerate(ordered)}
