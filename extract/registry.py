"""Looks a name up in the registry of forces, misspelt ones too."""

from __future__ import annotations

from collections.abc import Iterable

from extract.gazetteers import ForceRow

_NEAR = 70


def look_up(words: str, rows: Iterable[ForceRow]) -> list[ForceRow]:
    """Forces that a name may mean.

    Args:
        words: A name, an alias, an id, or part of one.
        rows: The registry.

    Returns:
        Forces with exactly this name; else those whose names hold it; else the nearest in spelling, best first.

    Example:
        >>> from extract.gazetteers import load_forces
        >>> [row.id for row in look_up("gmp", load_forces().values())]
        ['greater-manchester-police']
    """
    wanted = _plain(words)
    known = [(row, {_plain(name) for name in (row.id, row.name, *row.aliases, *row.places)}) for row in rows]
    exact = [row for row, names in known if wanted in names]
    if exact or not wanted:
        return exact
    holding = [row for row, names in known if any(wanted in name for name in names)]
    if holding:
        return holding
    from rapidfuzz import fuzz

    scored = [(max(fuzz.WRatio(wanted, name) for name in names), row) for row, names in known]
    near = sorted((item for item in scored if item[0] >= _NEAR), key=lambda item: (-item[0], item[1].id))
    return [row for _, row in near[:5]]


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("&", "and").replace("-", " ").replace("\u2019", "'").split())
