"""The record of one article: everything that was extracted, each value with the characters that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    Field,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    model_serializer,
    model_validator,
)

from models.evidence import Evidence, Frozen, check_span
from models.finding import Finding
from models.vocabulary import Counted, ForceKind, GradeWord, InitiativeKind, QuoteKind, RecommendationKind

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_OFFICIAL = re.compile(r"o[1-9]\d*\Z")


def _iso_date(value: str) -> str:
    parts = _ISO.match(value)
    if not parts:
        raise ValueError(f"{value!r} is not an ISO date; write 2025, 2025-11 or 2025-11-24")
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{value!r} is not a date of the calendar: {error}") from None
    return value


def _force_id(value: str, info: ValidationInfo) -> str:
    known = info.context.get("forces") if info.context else None
    if known is not None and value not in known:
        raise ValueError(f"{value!r} is not in the registry of forces; `peelback forces` looks names up")
    return value


IsoDate = Annotated[str, AfterValidator(_iso_date)]
"""A year, month or day in ISO 8601 form: `2025`, `2025-11` or `2025-11-24`."""

ForceId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), AfterValidator(_force_id)]
"""An id of the registry of forces; checked against it where the validation context holds `"forces"`."""

Confidence = Annotated[float, Field(ge=0, le=1)]


class Row(Frozen):
    """A row that a rule found.

    Args:
        rule: Name of the rule, its field first: `grades.predicate`.
        confidence: Measured precision of that rule on the gold, smoothed, 0 to 1.
    """

    rule: str = Field(pattern=r"^[a-z]+\.[a-z0-9-]+$")
    confidence: Confidence


class Source(Frozen):
    """Where the article came from and what it says of itself."""

    path: str = Field(description="The path as it was given, or a name for text without one.")
    media_type: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of the bytes.")
    text_sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of the text in UTF-8.")
    characters: int = Field(ge=0, description="Length of the text, in code points.")
    title: str | None = None
    published: IsoDate | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    pages: tuple[int, ...] | None = Field(
        default=None, description="Offsets at which pages begin; absent where there are none."
    )
    given: dict[str, str | int | float | bool | None] | None = Field(
        default=None, description="Columns of the row that the article came from, its id among them; absent for a file."
    )

    @model_serializer(mode="wrap")
    def _without_absent(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Pages and columns are left out where there are none."""
        values: dict[str, Any] = handler(self)
        return {name: value for name, value in values.items() if value is not None or name not in ("pages", "given")}


class Inspectorate(Frozen):
    """The body whose findings the article reports; the lead body of a joint inspection."""

    name: str = Field(min_length=1, description="Short name: HMICFRS, HMIC, HMICS, HMIP, Ofsted …")
    evidence: tuple[Evidence, ...] = ()


class Force(Row):
    """A police force or fire service that the article names.

    Args:
        subject: True for a body whose inspection the article reports, false for one only mentioned.
        evidence: Its mentions; none where a force's own page names it in its metadata alone.
    """

    id: ForceId
    name: str
    kind: ForceKind
    subject: bool
    evidence: tuple[Evidence, ...] = ()


class Count(Row):
    """A number that the article states and that can be held against the rows: "three causes of concern"."""

    count: int = Field(ge=0)
    of: Counted
    grade: GradeWord | None = None
    force: ForceId | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Area(Frozen):
    """What was graded: the article's words, and the topic of the inspection programme where it has one.

    Args:
        text: Verbatim, without a leading "its" or "how it"; `overall` for the whole force.
        start: Offset of the first character, or None for `overall` and for an area that the article implies.
        end: Offset behind the last character, or None likewise.
        topic: Id of the topic in `programmes.toml`, or None.
    """

    text: str = Field(min_length=1)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    topic: str | None = None

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("an area has both offsets or none")
        if self.start is not None and self.end is not None:
            check_span(self.start, self.end, self.text, info.context)
        return self


class Grade(Row):
    """One force, one area, one grade.

    Args:
        force: Registry id, or None for a body outside the registry (a prison, a council).
        previous: True for the grade of an earlier inspection.
    """

    force: ForceId | None
    area: Area
    grade: GradeWord
    previous: bool
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Deadline(Frozen):
    """By when an ask is to be done: the article's words and, where they can be resolved, the day."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    date: IsoDate | None = None

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Self:
        check_span(self.start, self.end, self.text, info.context)
        return self


class Recommendation(Row):
    """One ask of the inspectorate; each evidence is one mention of it."""

    kind: RecommendationKind
    force: ForceId | None
    deadline: Deadline | None = None
    area: str | None = Field(default=None, description="Topic of the graded area that the ask belongs to.")
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Initiative(Row):
    """A named operation, project, programme, scheme, campaign or team.

    Args:
        about: The sentence that first describes it.
    """

    name: str = Field(min_length=1)
    kind: InitiativeKind
    started: IsoDate | None = None
    about: Evidence | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Official(Row):
    """A person whom the article quotes in an official capacity.

    Args:
        name: The fullest form in the article, or None for an unnamed spokesperson.
        role: Verbatim, at its fullest, or None.
        organisation: Registry id, else the short name of the body, or None.
    """

    id: str = Field(pattern=_OFFICIAL.pattern.replace(r"\Z", "$"))
    name: str | None
    role: str | None
    organisation: str | None
    evidence: tuple[Evidence, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if not self.name and not self.role:
            raise ValueError("an official has a name or a role")
        return self


class Quote(Row):
    """What one speaker said in one unbroken run.

    Args:
        speaker: Id of an official, or the name of a body or private person, or None.
        parts: The quoted pieces in order, without their quotation marks.
        cue: The words that credit the quote to its speaker, or None.
    """

    speaker: str | None
    kind: QuoteKind
    parts: tuple[Evidence, ...] = Field(min_length=1)
    cue: Evidence | None = None


class Record(Frozen):
    """Everything that was extracted from one article.

    Raises:
        ValidationError: If an offset lies outside the text, an official's id occurs twice, or a speaker has the
            form of an official's id and is none.

    Source: `samples/GUIDELINES.md`.
    """

    schema_version: Literal["1.0"] = "1.0"
    source: Source
    inspectorate: Inspectorate | None = None
    programme: str | None = None
    forces: tuple[Force, ...] = ()
    stated_counts: tuple[Count, ...] = ()
    grades: tuple[Grade, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    officials: tuple[Official, ...] = ()
    quotes: tuple[Quote, ...] = ()
    findings: tuple[Finding, ...] = ()

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Self:
        ids = [official.id for official in self.officials]
        if len(set(ids)) != len(ids):
            raise ValueError(f"officials share an id: {', '.join(ids)}")
        for quote in self.quotes:
            if quote.speaker is not None and _OFFICIAL.match(quote.speaker) and quote.speaker not in ids:
                raise ValueError(f"speaker {quote.speaker} is not among the officials")
        if info.context and "text" in info.context:
            return self  # every evidence was already held against the text
        for path, start, end in offsets(self):
            if end > self.source.characters:
                raise ValueError(f"{path}: {start} to {end} lies outside a text of {self.source.characters} characters")
        return self

    def to_json(self) -> str:
        """The record as one line of JSON; the same record gives the same characters."""
        return self.model_dump_json()


def offsets(model: BaseModel, path: str = "") -> Iterator[tuple[str, int, int]]:
    """Every pair of offsets in a model.

    Returns:
        JSON pointer, start and end of each, in the order of the fields.
    """
    start, end = getattr(model, "start", None), getattr(model, "end", None)
    if isinstance(start, int) and isinstance(end, int):
        yield path, start, end
    for name in type(model).model_fields:
        value: Any = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from offsets(value, f"{path}/{name}")
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from offsets(item, f"{path}/{name}/{number}")
