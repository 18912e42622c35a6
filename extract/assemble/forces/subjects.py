"""Which forces an article is about: those whose inspection it reports, against those that it only mentions.

Enters the mentions of a force, what was found of it and the text around; leaves features, whose weights are data
(`data/weights/forces.json`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.assemble.context import Context
from extract.assemble.forces.announced import is_compared, is_past, listed_with, set_aside
from extract.assemble.forces.judged import find_judged, find_parallel
from extract.assemble.forces.standing import LEFT_OUT, Chain, chains_of, traits_of
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.linear import Model
from extract.pipes.annotation import Annotation

_INSPECTED = expression(
    r"\b(?:inspect\w*|hmi\w*|watchdog|r(?:ated|e(?:ports?|-?visit\w*|commend\w*))|grade[ds]?|judged|visited|assessed|peel|ofsted|c(?:qc|ji)|examined)\b"
)
_TELLS = (
    *("inspect", "report", "grade", "hmi", " rated", "recommend", "visit", "watchdog", "judged", "assess", "examined"),
    *("peel", "ofsted", "cqc", "cji"),
)
"""One of which a block holds that tells of one, those first that are common."""
_RATED = expression(
    r"\b(?:outstanding|good|adequate|inadequate|requir\w+ improvement|need(?:s|ed)? (?:improvement|to improve)|(?:top|bottom) (?:mark|grade)s?)\b"
)
_RATES = ("outstanding", "good", "adequate", "requir", "need", "top ", "bottom ")
"""One of which that holds."""
_LEFT_OUT = f"any:{LEFT_OUT}"
_TELLING = ("untold", "untold label", "measures", "dated")
"""Traits of every mention of a force that say more where the article is about another."""
_MANY = (" forces", " services ", " brigades", " constabularies")
_ONE = (" the force", " the service", " the constabulary", " the brigade")
_LABELLED = 6
"""Characters of a block before a name that labels it: "- Kent: …"."""
_BESIDE = 90
"""Characters beside a mention in which its grade stands."""


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
        named: How often it is named, 4 for more.
    """

    graded: bool
    before: bool
    asked: bool
    main: bool
    home: bool
    rank: int
    forces: int
    alike: bool
    named: int


def describe(
    reading: Reading,
    mentions: Sequence[Annotation],
    case: Case,
    blocks: frozenset[int],
    told: dict[int, bool],
    chains: Mapping[int, Chain],
    known: dict[tuple[int, int], list[str]],
) -> list[str]:
    """Features of a force that the text around it tells.

    Args:
        reading: The text.
        mentions: Its mentions.
        case: What was found of it.
        blocks: Blocks that tell of an inspection.
        told: Whether each sentence that was asked about tells of one; filled in here.
        chains: For the start of each mention the list of names in which it stands.
        known: Traits by the sentence and the start of such a list, which are those of all its names; filled in here.
    """
    count = len(mentions)
    found: list[str] = []
    traits: dict[str, int] = {}
    for note in mentions:
        number = reading.sentence_at(note.start)
        sentence = reading.sentences[number]
        if number not in told:
            told[number] = _tells(reading.lower, sentence.start, sentence.end, in_doubt=sentence.span in blocks)
        chain = chains[note.start]
        shared = known.get((number, chain.start))
        if shared is None:
            shared = known[number, chain.start] = traits_of(reading, number, chain)
        around = _around(reading, note, sentence, told=told[number])
        if not told[number] and sentence.span not in blocks:
            around.append("untold label" if "label" in around else "untold")
        for trait in around + shared:
            traits[trait] = traits.get(trait, 0) + 1
    state = _state(case)
    for trait in traits:
        found.append(f"any:{trait}")
        if trait.startswith("does"):
            found.append(f"{trait}|{state}")
    found += [f"all:{trait}" for trait, times in traits.items() if times == count]
    found += [f"{trait}|main:{case.main}|{state}" for trait in _TELLING if traits.get(trait) == count]
    first = f"first{mentions[0].start * 4 // (len(reading.text) or 1)}"
    found += [first, f"{first}|{state}"]
    return found


@lru_cache(maxsize=1 << 12)
def _weigh_standing(model: Model, case: Case, article: tuple[str, ...]) -> float:
    """What it weighs how a force stands; in many articles that is the same."""
    return model.score(_standing(case, article))


def _standing(case: Case, article: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a force that the text around it does not tell.

    Args:
        case: What was found of it.
        article: Features of the article.
    """
    state = _state(case)
    forces, rank, named = f"forces{min(case.forces, 4)}", f"rank{min(case.rank, 3)}", f"named{case.named}"
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


def _tells(lower: str, start: int, end: int, *, in_doubt: bool) -> bool:
    """Whether a sentence tells of an inspection; beside a block that tells of none stand only words such as "top-rated"."""
    in_doubt = in_doubt or lower.find("rated", start, end) >= 0
    return in_doubt and _INSPECTED.search(lower, start, end) is not None


def _around(reading: Reading, note: Annotation, sentence: Sentence, *, told: bool) -> list[str]:
    """Features of one mention: its block, the words beside it, cues in its sentence, whether that tells of an inspection."""
    span = reading.spans[sentence.span]
    start, end = note.start, note.end
    found = [f"kind:{span.kind}", "strong" if note.attributes["strong"] else "weak"]
    if span.start == start and span.end - end < 2:
        found.append("alone")
    for low, high in span.cells:
        if start >= low and end <= high and high - low - (end - start) < 3:
            found.append("cell")
            break
    if start - span.start < _LABELLED and (span.kind == "subheading" or reading.text.startswith(":", end)):
        found.append("label")
    if start - sentence.start < 6:
        found.append("leads")
    if told:
        found.append("told")
    if _is_rated(reading.lower, end, min(sentence.end, end + _BESIDE)):
        found += ["rated", f"rated|{told}"]
    elif _is_rated(reading.lower, max(sentence.start, start - _BESIDE), start):
        found.append("rated before")
    return found


def _telling(reading: Reading) -> frozenset[int]:
    """Blocks that tell of an inspection, and headings of such: in a digest each item speaks for itself."""
    spans = reading.spans
    found = []
    for number, block in enumerate(reading.lower.split("\n")):
        for word in _TELLS:
            if word in block:
                found.append(number)
                break
    headed = [number - 1 for number in found if number and spans[number - 1].kind == "subheading"]
    return frozenset(found + headed)


def _is_rated(lower: str, start: int, end: int) -> bool:
    """Whether a grade stands between two offsets."""
    return any(map(lower[start:end].__contains__, _RATES)) and _RATED.search(lower, start, end) is not None


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
    if len(named) == 1 and concerned.graded.issuperset(named):
        return set(named)  # of one force with grades there is nothing to weigh
    apart = _apart(reading, named, context, concerned)
    chains = _chains(reading, context)
    weights: dict[str, float] = {}
    for key, case, article, features in _describe_all(reading, named, context, concerned, chains, apart):
        if _LEFT_OUT not in features:
            told = filter(None, map(model.weights.get, features))
            weights[key] = sum(told, _weigh_standing(model, case, article))
    if len(weights) > 1:
        _pool(named, context, concerned, chains, weights)
    subjects = {key for key, weight in weights.items() if weight > 0}
    if len(subjects) < len(weights):
        subjects |= find_judged(reading, named, chains, [key for key in weights if key not in subjects])
    kinds = {key: str(found[0].attributes["kind"]) for key, found in named.items()}
    if len(subjects) < len(weights):
        subjects |= find_parallel(reading, named, subjects, kinds).intersection(weights)
    return subjects | (listed_with(reading, named, subjects, kinds) - apart)


def _pool(
    named: Mapping[str, Sequence[Annotation]],
    context: Context,
    concerned: Concerned,
    chains: Mapping[int, Chain],
    weights: dict[str, float],
) -> None:
    """Give the forces of a list that stand nowhere else, and of which nothing else was found, what they weigh together."""
    told = concerned.all() | concerned.before
    lists: dict[int, list[str]] = {}
    for start, chain in chains.items():
        key = context.at(start) if chain.size > 1 else None
        if key in weights and key not in told and len(named[key]) == 1:
            lists.setdefault(chain.start, []).append(key)
    for keys in lists.values():
        mean = sum(weights[key] for key in keys) / len(keys)
        weights.update(dict.fromkeys(keys, mean))


def _apart(
    reading: Reading, named: Mapping[str, Sequence[Annotation]], context: Context, concerned: Concerned
) -> set[str]:
    """Forces that are no subjects whatever they weigh: to be visited, thanked, or set beside the one that was graded."""
    told, main = concerned.all(), context.main
    apart = {
        key
        for key, found in named.items()
        if (len(named) > 1 and key not in told and set_aside(reading, found))
        or ((key != main or (key not in concerned.graded and _is_many(reading))) and is_past(reading, found))
    }
    if context.strange:  # of a hospital, a school
        return apart | named.keys() - told
    if main not in concerned.graded:
        return apart
    others = named.keys() - {main}
    if told - {None} == {main}:
        apart |= others & concerned.before
    return apart | {key for key in others - apart if is_compared(reading, named[key])}


def describe_all(
    reading: Reading, named: Mapping[str, Sequence[Annotation]], context: Context, concerned: Concerned
) -> Iterator[tuple[str, list[str]]]:
    """Each force of an article that does not stand in a caption alone, and its features."""
    for key, case, article, features in _describe_all(reading, named, context, concerned, _chains(reading, context)):
        yield key, [*_standing(case, article), *features]


def _chains(reading: Reading, context: Context) -> Mapping[int, Chain]:
    return chains_of(reading, context.forces) if context.forces else {}


def _describe_all(
    reading: Reading,
    named: Mapping[str, Sequence[Annotation]],
    context: Context,
    concerned: Concerned,
    chains: Mapping[int, Chain],
    apart: Collection[str] = (),
) -> Iterator[tuple[str, Case, tuple[str, ...], list[str]]]:
    """Each force but those that are no subjects, what was found of it, features of the article and what the text tells."""
    named = {key: found for key, found in named.items() if key in context.known}
    if not named:
        return
    ranks = rank(named)
    kinds = {key: found[0].attributes["kind"] for key, found in named.items()}
    top = kinds[next(iter(ranks))]
    told_of = min(3, len(concerned.all() - {None}))
    told: dict[int, bool] = {}
    article = (
        *_kind_of(reading, blocks := _telling(reading)),
        f"concerned{told_of}",
        f"concerned{told_of} of {min(4, len(named))}",
        f"graded:{bool(concerned.graded)}",
        f"asks:{bool(concerned.asked)}",
    )
    known: dict[tuple[int, int], list[str]] = {}
    for key, found in named.items():
        if key in apart:
            continue
        case = Case(
            graded=key in concerned.graded,
            before=key in concerned.before,
            asked=key in concerned.asked,
            main=context.main == key,
            home=context.home == key,
            rank=ranks[key],
            forces=len(named),
            alike=kinds[key] == top,
            named=min(len(found), 4),
        )
        yield key, case, article, describe(reading, found, case, blocks, told, chains, known)


def _is_many(reading: Reading) -> bool:
    """Whether an article speaks of forces in the plural and of no one force."""
    return any(word in reading.lower for word in _MANY) and not any(word in reading.lower for word in _ONE)


def _kind_of(reading: Reading, told: frozenset[int]) -> tuple[str, str]:
    """Features of an article: whether it speaks of forces in the plural, and how much of it tells of no inspection."""
    lower = reading.lower
    many = sum(map(lower.count, _MANY))
    plural = 0 if many < 2 else 1 if many < sum(map(lower.count, _ONE)) else 2
    blocks = [n for n, span in enumerate(reading.spans) if span.kind in ("paragraph", "item")]
    untold = sum(n not in told for n in blocks) * 4 // (len(blocks) or 1)
    return f"many{plural}", f"untold{untold}"


def rank(mentions: Mapping[str, Sequence[Annotation]]) -> dict[str, int]:
    """The place of each force by how often it is named, the first of them first."""
    ordered = sorted(mentions, key=lambda key: (-len(mentions[key]), mentions[key][0].start))
    return {key: number for number, key in enumerate(ordered)}
