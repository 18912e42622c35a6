"""Looks a name up in the registry of forces, misspelt ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.gazetteers import ForceRow

MOST = 10
"""Forces that a person wants to see of those that a name may mean."""

_NEAR = 80  # of 100, below which two spellings are two words
_SPREAD = 10
_MOST_NEAR = 5
_SMALL = frozenset(["and", "of", "the"])

Name = tuple[str, ...]
Known = Sequence[tuple[ForceRow, Sequence[Name]]]


def look_up(words: str, rows: Iterable[ForceRow]) -> list[ForceRow]:
    """Forces that a name may mean.

    Args:
        words: A name, an alias, an id, or part of one.
        rows: The registry.

    Returns:
        Forces that are called exactly this. Else those of which a name has the words: first those that have them whole
        and in one run, then those that have their beginnings in one run, then those that have them anywhere; short
        names first. Else, at most five, the nearest in spelling, the nearest first.

    Example:
        >>> from extract.gazetteers import load_forces
        >>> [row.id for row in look_up("west mid", load_forces().values())][:2]
        ['west-midlands-police', 'west-midlands-fire-service']
    """
    wanted = _split(words)
    if not wanted:
        return []
    known = [(row, list(dict.fromkeys(map(_split, (row.name, *row.aliases, *row.places, row.id))))) for row in rows]
    exact = [row for row, names in known if wanted in names or wanted in map(_split, row.names())]
    return exact or _holding(wanted, known) or _near(wanted, known)


def _holding(wanted: Name, known: Known) -> list[ForceRow]:
    """Forces of which a name has each of the words, the best first."""
    found = []
    for number, (row, names) in enumerate(known):
        fits = [fit for name in names if (fit := _fit(wanted, name))]
        if fits:
            found.append((min(fits), number, row))
    return [row for _, _, row in sorted(found, key=lambda item: item[:2])]


def _fit(wanted: Name, name: Name) -> tuple[int, bool, int] | None:
    """How well the words fit a name, the smaller the better; None if they do not."""
    for rank, begins in enumerate((False, True)):
        for start, run in _runs(wanted, name):
            if all(_same(word, other, begins=begins) for word, other in zip(wanted, run, strict=True)):
                return rank, start > 0, len(name)
    if all(any(_same(word, other, begins=True) for other in name) for word in wanted):
        return 2, False, len(name)
    return None


def _same(word: str, other: str, *, begins: bool) -> bool:
    return other == word or (begins and other.startswith(word) and other not in _SMALL)


def _runs(wanted: Name, name: Name) -> Iterator[tuple[int, Name]]:
    """Where stretches of a name with as many words as are wanted begin, and their words."""
    for start in range(len(name) - len(wanted) + 1):
        yield start, name[start : start + len(wanted)]


def _near(wanted: Name, known: Known) -> list[ForceRow]:
    """Forces of which a name, or a run of words in one, is spelt nearly so."""
    from rapidfuzz import fuzz

    text = " ".join(wanted)
    scored = []
    for row, names in known:
        runs = {run for name in names for run in (name, *(run for _, run in _runs(wanted, name)))}
        scored.append((max(fuzz.ratio(text, " ".join(run)) for run in runs), row))
    best = max((score for score, _ in scored), default=0.0)
    near = [item for item in scored if item[0] >= max(_NEAR, best - _SPREAD)]
    return [row for _, row in sorted(near, key=lambda item: -item[0])][:_MOST_NEAR]


def _split(name: str) -> Name:
    return tuple(name.lower().replace("&", " and ").replace("-", " ").replace("\u2019", "'").split())
