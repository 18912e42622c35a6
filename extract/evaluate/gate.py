"""The gate: a floor for each field, and the corpus that the floors were measured on.

Enters scores and `floors.json`; leaves what fell below its floor. A floor is raised freely and lowered only with a
reason, which is kept beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from extract import errors
from extract.errors import ConfigError
from extract.evaluate.tally import FIELDS, SHARES, Scores, macro_f1
from models.evidence import Frozen

PLACES = 4
"""Decimal places of a floor and of what is held against it."""


class Lowered(Frozen):
    """Floors that were lowered at one time: old and new value of each, and why."""

    reason: str = Field(min_length=1)
    floors: dict[str, tuple[float, float]]


class Floors(Frozen):
    """What `floors.json` holds.

    Args:
        corpus: Digest of the articles and their gold, in hexadecimal digits.
        articles: How many there are.
        floors: Least F1 of each field, least macro F1, and least share as `field.share`; 0 to 1.
        lowered: Every lowering so far, the oldest first.
    """

    corpus: str = Field(pattern=r"^[0-9a-f]{64}$")
    articles: int = Field(ge=1)
    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()


def measures(scores: Scores) -> dict[str, float]:
    """What the floors are for: F1 of each field, macro F1, and each share that was judged."""
    found = {"macro_f1": macro_f1(scores)} | {name: scores[name].f1 for name in FIELDS}
    for name, shares in SHARES.items():
        for share in shares:
            value = scores[name].share(share)
            if value is not None:
                found[f"{name}.{share}"] = value
    return {name: round(value, PLACES) for name, value in found.items()}


def corpus_digest(folder: Path, stems: Iterable[str], suffixes: Iterable[str]) -> str:
    """Digest of the gold files below a folder and of the articles beside them.

    Args:
        folder: The folder of the gold.
        stems: Of the articles that have a gold.
        suffixes: Endings of articles.
    """
    known = set(stems)
    endings = (".gold.json", *suffixes)
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if any(path.name.removesuffix(ending) in known for ending in endings if path.name.endswith(ending)):
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        ConfigError: E202 where the file is missing or not of this form.
    """
    try:
        return Floors.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        reason = "there is no such file; --update writes it"
    except (OSError, ValidationError, UnicodeDecodeError) as error:
        reason = f"holds no floors ({str(error).splitlines()[0]})"
    raise ConfigError("E202", errors.E202.format(place=str(path), reason=reason))


def write_floors(floors: Floors, path: Path) -> None:
    """Write floors, in a form that gives small differences."""
    path.write_text(json.dumps(floors.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def hold(floors: Floors, found: Mapping[str, float], corpus: str) -> list[str]:
    """What the gate does not let pass, one line each; nothing where all is well.

    Args:
        floors: What has to be reached.
        found: What was measured, by the same names.
        corpus: Digest of the corpus that it was measured on.
    """
    lines = []
    if corpus != floors.corpus:
        lines.append("the articles or their gold have changed since the floors were set; --update sets them anew")
    for name, floor in floors.floors.items():
        value = found.get(name)
        if value is None:
            lines.append(f"{name}: was not measured, its floor is {floor:.{PLACES}f}")
        elif value < floor:
            lines.append(f"{name}: {value:.{PLACES}f} is below its floor of {floor:.{PLACES}f}")
    return lines


def renew(before: Floors | None, found: Mapping[str, float], corpus: str, articles: int, reason: str | None) -> Floors:
    """Floors at what was measured.

    Args:
        before: The floors so far, or None.
        found: What was measured.
        corpus: Digest of the corpus.
        articles: How many articles it has.
        reason: Why floors may be lowered, or None if they may not.

    Raises:
        ConfigError: E203 where a floor would be lowered without a reason.
    """
    old = before.floors if before else {}
    lowered = {name: (floor, found.get(name, 0.0)) for name, floor in old.items() if found.get(name, 0.0) < floor}
    history = before.lowered if before else ()
    if lowered:
        if not (reason or "").strip():
            told = ", ".join(f"{name} from {a:.{PLACES}f} to {b:.{PLACES}f}" for name, (a, b) in lowered.items())
            raise ConfigError("E203", errors.E203.format(floors=told))
        history = (*history, Lowered(reason=(reason or "").strip(), floors=lowered))
    return Floors(corpus=corpus, articles=articles, floors=dict(found), lowered=history)
