"""The annotators' format, `NAME.gold.json`: what a careful editor would put in the record of one article.

Values are the article's own words. Where the validation context holds the article under `"text"`, each of them is
held against it, and where it holds the registry under `"forces"`, ids are. White space is not told apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, model_validator

from models.evidence import Frozen
from models.record import ForceId, IsoDate
from models.vocabulary import Counted, GradeWord, QuoteKind, RecommendationKind

SUFFIX = ".gold.json"
"""Ending of a file of gold, behind the name of its article."""

OVERALL = "overall"
"""The area of a grade for the whole force, which the article need not say."""

_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"\S+")
_EDGES = " .,;:!?()[]\"'“”‘’–-"
_NEAR = 60
"""Likeness of spelling below which nothing is called near, of 100."""
_LONGEST_BODY = 30
"""Characters beyond which the speaker of direct speech is no short name of a body."""


def flatten(text: str) -> str:
    r"""A text with each run of white space as one space, and none around it.

    Example:
        >>> flatten(" Kent\n  Police ")
        'Kent Police'
    """
    return _SPACE.sub(" ", text).strip()


_flat = lru_cache(maxsize=4)(flatten)


def nearest(words: str, text: str) -> str | None:
    """The stretch of a text that is most like some words, or None where nothing is like them.

    Args:
        words: What was looked for.
        text: The article, flattened.

    Example:
        >>> nearest("working with partners", "graded good at working with partner0s, and")
        'working with partner0s'
    """
    from rapidfuzz import fuzz, process

    spans = [found.span() for found in _WORDS.finditer(text)]
    count = len(words.split())
    windows = {
        text[spans[first][0] : spans[first + size - 1][1]]
        for size in range(max(1, count - 1), count + 2)
        for first in range(len(spans) - size + 1)
    }
    found = process.extractOne(words, sorted(windows), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0].strip(_EDGES) if found else None


def _verbatim(value: str, info: ValidationInfo) -> str:
    text = info.context.get("text") if info.context else None
    if text is not None and flatten(value) not in _flat(text):
        near = nearest(flatten(value), _flat(text))
        found = f"the nearest there is {near!r}" if near else "nothing there is like it"
        raise ValueError(f"{_short(value)!r} is not in the article; {found}")
    return value


def _area(value: str, info: ValidationInfo) -> str:
    return value if value == OVERALL else _verbatim(value, info)


def _short(value: str) -> str:
    return value if len(value) <= 120 else value[:119] + "…"


Words = Annotated[str, Field(min_length=1), AfterValidator(_verbatim)]
"""Words of the article, character for character but for white space."""


class GoldSource(Frozen):
    """What the article says of itself."""

    title: Words | None
    published: IsoDate | None
    publisher: str | None
    author: Words | None


class GoldForce(Frozen):
    """A body of the registry that the article names."""

    id: ForceId
    subject: bool


class GoldCount(Frozen):
    """A number that the article states; `grade` and `force` stand only where they are said."""

    count: int = Field(ge=0)
    of: Counted
    grade: GradeWord | None = None
    force: ForceId | None = None


class GoldGrade(Frozen):
    """One force, one area, one grade, and the sentence, item or row that gives it."""

    force: ForceId | None
    area: Annotated[str, Field(min_length=1), AfterValidator(_area)]
    grade: GradeWord
    previous: bool
    span: Words


class GoldRecommendation(Frozen):
    """One ask, with every place that makes it."""

    kind: RecommendationKind
    force: ForceId | None
    deadline: Words | None
    mentions: tuple[Words, ...] = Field(min_length=1)


class GoldInitiative(Frozen):
    """A named initiative and the sentence that first describes it."""

    name: Words
    started: IsoDate | None
    about: Words | None


class GoldOfficial(Frozen):
    """A person quoted in an official capacity."""

    name: Words | None
    role: Words | None
    organisation: str | None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if not self.name and not self.role:
            raise ValueError("an official has a name or a role; give one")
        return self


class GoldQuote(Frozen):
    """What one speaker said in one run."""

    speaker: str | None
    kind: QuoteKind
    parts: tuple[Words, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file of gold.

    Args:
        path: JSON pointer of the key, such as `/grades/2/area`.
        message: What is wrong, and the nearest that would be right.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or '/'}: {self.message}"


class RowsError(ValueError):
    """Rows of one file of gold that do not go together."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


class Gold(Frozen):
    """What a careful editor would put in the record of one article; every key is always present.

    Raises:
        ValidationError: If a key is missing or unknown, a value is of the wrong sort, a row is for a force that is not
            among the forces, or, with the article in the context, words are not in it.

    Source: `samples/GUIDELINES.md`.
    """

    source: GoldSource
    inspectorate: str | None
    forces: tuple[GoldForce, ...]
    stated_counts: tuple[GoldCount, ...]
    grades: tuple[GoldGrade, ...]
    recommendations: tuple[GoldRecommendation, ...]
    initiatives: tuple[GoldInitiative, ...]
    officials: tuple[GoldOfficial, ...]
    quotes: tuple[GoldQuote, ...]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        faults = list(_misfits(self))
        if faults:
            raise RowsError(faults)
        return self

    def to_json(self) -> str:
        """Indented JSON with a line end; the same gold gives the same characters."""
        data = self.model_dump(mode="json")
        data["stated_counts"] = [
            {key: value for key, value in row.items() if value is not None} for row in data["stated_counts"]
        ]
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _likest(speaker: str, names: list[str]) -> str | None:
    """The name that is most like a speaker's."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(speaker, names, scorer=fuzz.WRatio, score_cutoff=_NEAR)
    return found[0] if found else None


def _misfits(gold: Gold) -> Iterator[Fault]:
    """Rows that do not go together."""
    ids = [force.id for force in gold.forces]
    for number, key in enumerate(ids):
        if key in ids[:number]:
            yield Fault(f"/forces/{number}", f"{key} is there twice; keep one row")
    for name in ("stated_counts", "grades", "recommendations"):
        for number, row in enumerate(getattr(gold, name)):
            if row.force is not None and row.force not in ids:
                yield Fault(f"/{name}/{number}/force", f"{row.force} is not among the forces; add it there")
    seen: set[tuple[str | None, str, str, bool]] = set()
    for number, grade in enumerate(gold.grades):
        key_ = (grade.force, flatten(grade.area).lower(), grade.grade, grade.previous)
        if key_ in seen:
            yield Fault(f"/grades/{number}", f"{grade.area!r} is {grade.grade!r} in a row above; keep one row")
        seen.add(key_)
    speakers = {words for official in gold.officials for words in (official.name, official.role)}
    for number, quote in enumerate(gold.quotes):
        speaker = quote.speaker
        if speaker and quote.kind == "direct" and speaker not in speakers and len(speaker) > _LONGEST_BODY:
            near = _likest(speaker, sorted(name for name in speakers if name))
            hint = f"the nearest of them is {near!r}" if near else "give the official's name or role"
            yield Fault(f"/quotes/{number}/speaker", f"{speaker!r} is not among the officials; {hint}")


def read_gold(path: str | Path, *, text: str | None = None, forces: Container[str] | None = None) -> Gold:
    """A file of gold.

    Args:
        path: The file.
        text: The article that its words must be in, or None to leave that aside.
        forces: Ids of the registry, or None to leave them aside.

    Raises:
        OSError: If the file cannot be read.
        ValueError: If it is no JSON, or, as `pydantic.ValidationError`, no gold.
    """
    data = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    return Gold.model_validate(data, context={"text": text, "forces": forces})


def find_faults(data: object, *, text: str | None = None, forces: Container[str] | None = None) -> list[Fault]:
    """Everything that is wrong with gold.

    Args:
        data: What the file holds, as Python values.
        text: The article, or None.
        forces: Ids of the registry, or None.

    Returns:
        A fault for each key, in the order of the file; empty where all is well.
    """
    try:
        Gold.model_validate(data, context={"text": text, "forces": forces})
    except ValidationError as error:
        return [fault for detail in error.errors() for fault in _faults(detail)]
    return []


def _faults(detail: Any) -> Iterator[Fault]:
    """The faults of one error of pydantic's."""
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, RowsError):
        yield from cause.faults
        return
    path = "".join(f"/{part}" for part in detail["loc"])
    message = {
        "missing": "is missing; every key is always there, null or [] where the article gives nothing",
        "extra_forbidden": "is not a key of the format; remove it",
    }.get(detail["type"]) or str(cause or detail["msg"])
    yield Fault(path, message)


def gold_of(article: str | Path) -> Path:
    """The file of gold beside an article.

    Example:
        >>> gold_of("samples/dev/a.txt").name
        'a.gold.json'
    """
    return Path(article).with_suffix(SUFFIX)


def article_of(gold: str | Path) -> Path | None:
    """The article beside a file of gold, or None where there is none."""
    path = Path(gold)
    stem = path.name.removesuffix(SUFFIX)
    for suffix in (".txt", ".html", ".text", ".htm", ".xhtml"):
        beside = path.with_name(stem + suffix)
        if beside.is_file():
            return beside
    return None
