"""Which forces an article is about: those whose inspection it reports, against those that it only mentions.

Enters the mentions of a force, what was found of it and the text around; leaves features, whose weights are data
(`data/weights/forces.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.assemble.context import Context
from extract.document.reading import Reading
from extract.linear import Model
from extract.pipes.annotation import Annotation

_INSPECTED = re.compile(
    r"\b(?:inspect\w*|hmi\w*|watchdog|reports?|graded?|grades|rated|judged|visited|re-?visit\w*|assessed|peel|ofsted|cqc|cji|examined|recommend\w*)\b"
)
_BEFORE = re.compile(r"(?:\b(?P<two>[\w'-]+) )?\b(?P<word>[\w'-]+)(?P<mark>[,:;(\u2013-]?) ?$")
_BEHIND = re.compile(r"(?P<owner>'s?)?(?P<mark>[,:;)(.\u2013-])? ?(?P<word>[\w'-]+)?(?: (?P<two>[\w'-]+))?")
_PAST = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|joined|began|started|career|served|serving|worked|spent|came|moved|transferred|retired|left|poached|recruited|seconded|born|ex-)\b"
)
_BESIDE = re.compile(
    r"\b(?:neighbour\w*|shar\w+|jointly|together with|alongside|unlike|like|compar\w+|than|collaborat\w+|partner\w*|merg\w+|alliance|help\w*|support\w*|mutual aid|learn\w*|copied|borrow\w*|model|pioneered|pilot\w*)\b"
)
_LATER = re.compile(
    r"\b(?:next|yet to|will be|is due|are due|due (?:in|to)|later this|not (?:been )?(?:inspected|visited|part|included|graded)|to be inspected|nothing to do|no bearing|not part)\b"
)
_THEN = re.compile(r"\b(?:in (?:19|20)\d\d|last year|years ago|once|previously|had been|earlier)\b")
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


def describe(reading: Reading, mentions: Sequence[Annotation], case: Case, article: Sequence[str]) -> list[str]:
    """Features of a force.

    Args:
        reading: The text.
        mentions: Its mentions.
        case: What was found of it.
        article: Features of the article.
    """
    state = "graded" if case.graded else "asked" if case.asked else "before" if case.before else "none"
    many = min(case.forces, 4)
    found = [
        f"state:{state}",
        f"forces{many}",
        f"state:{state}|forces{many}",
        f"rank{min(case.rank, 3)}",
        f"rank{min(case.rank, 3)}|forces{many}",
        f"named{min(len(mentions), 4)}",
        f"named{min(len(mentions), 4)}|state:{state}",
    ]
    found += [name for name, holds in (("main", case.main), ("home", case.home), ("alike", case.alike)) if holds]
    found += [f"main:{case.main}|state:{state}", f"alike:{case.alike}|state:{state}"]
    found += article
    found += [f"{name}|state:{state}" for name in article]
    traits: dict[str, int] = {}
    for note in mentions:
        for trait in _around(reading, note, reading.sentence_at(note.start)):
            traits[trait] = traits.get(trait, 0) + 1
    found += [f"any:{trait}" for trait in traits]
    found += [f"all:{trait}" for trait, count in traits.items() if count == len(mentions)]
    near = traits.get("told", 0)
    found.append("near:all" if near == len(mentions) else "near:some" if near else "near:none")
    found.append(f"{found[-1]}|state:{state}")
    first = mentions[0].start * 4 // (len(reading.text) or 1)
    found += [f"first{first}", f"first{first}|state:{state}"]
    return found


def _around(reading: Reading, note: Annotation, number: int) -> list[str]:
    """Features of one mention: its block, the words beside it, cues in its sentence."""
    sentence = reading.sentences[number]
    span = reading.spans[sentence.span]
    lower = reading.lower
    before = lower[max(sentence.start, note.start - _WINDOW) : note.start]
    behind = lower[note.end : min(sentence.end, note.end + _WINDOW)]
    found = [f"kind:{span.kind}", "strong" if note.attributes["strong"] else "weak"]
    if span.start == note.start and span.end - note.end < 2:
        found.append("alone")
    if any(
        note.start >= start and note.end <= end and end - start - (note.end - note.start) < 3
        for start, end in span.cells
    ):
        found.append("cell")
    match = _BEFORE.search(before)
    if match:
        word = match["word"] if match["word"] in _CLOSED else "W"
        found.append(f"before:{word}{match['mark']}")
    else:
        found.append("before:^")
    match = _BEHIND.match(behind)
    if match:
        word = match["word"] or ""
        word = word if word in _CLOSED or not word else "W"
        found.append(f"behind:{'s ' if match['owner'] else ''}{match['mark'] or ''}{word}")
    text = lower[sentence.start : sentence.end]
    found += [
        name
        for name, cue in (("past", _PAST), ("beside", _BESIDE), ("later", _LATER), ("then", _THEN))
        if cue.search(before) or (name != "beside" and cue.search(behind))
    ]
    if note.start - sentence.start < 6:
        found.append("leads")
    if _INSPECTED.search(text):
        found.append("told")
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
    headed = any(
        reading.spans[reading.span_at(note.start)].kind == "headline" for found in named.values() for note in found
    )
    article = (
        f"graded:{bool(concerned.graded)}",
        f"asks:{bool(concerned.asked)}",
        f"headed:{headed}",
        f"size{'short' if len(reading.sentences) < 9 else 'long'}",
    )
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
        yield key, describe(reading, found, case, article)


def rank(mentions: Mapping[str, Sequence[Annotation]]) -> dict[str, int]:
    """The place of each force by how often it is named."""
    ordered = sorted(mentions, key=lambda key: (-len(mentions[key]), mentions[key][0].start))
    return {key: number for number, key in enumerate(ordered)}
