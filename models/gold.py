"""The annotators' format, `NAME.gold.json`: what a careful editor would put in the record of an article.

Values are verbatim, without offsets. `samples/GUIDELINES.md` says what each means.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from models.evidence import Frozen
from models.record import ForceId, IsoDate
from models.vocabulary import Counted, GradeWord, QuoteKind, RecommendationKind

SUFFIX = ".gold.json"
"""Ending of the name of a gold file; what stands before it is the stem that it shares with its article."""


class GoldSource(Frozen):
    """What the article says of itself."""

    title: str | None
    published: IsoDate | None
    publisher: str | None
    author: str | None


class GoldForce(Frozen):
    """A body of the registry; `subject` where its inspection is reported."""

    id: ForceId
    subject: bool


class GoldCount(Frozen):
    """A number that the article states; grade and force where it says of which."""

    count: int = Field(ge=0)
    of: Counted
    grade: GradeWord | None = None
    force: ForceId | None = None


class GoldGrade(Frozen):
    """One force, one area, one grade, and the sentence or item that gives it."""

    force: ForceId | None
    area: str = Field(min_length=1)
    grade: GradeWord
    previous: bool
    span: str = Field(min_length=1)


class GoldAsk(Frozen):
    """One ask, with the clause of each mention."""

    kind: RecommendationKind
    force: ForceId | None
    deadline: str | None
    mentions: tuple[str, ...] = Field(min_length=1)


class GoldInitiative(Frozen):
    """A named initiative, its start, and the sentence that first describes it."""

    name: str = Field(min_length=1)
    started: IsoDate | None
    about: str | None


class GoldOfficial(Frozen):
    """A person who is quoted in an official capacity."""

    name: str | None
    role: str | None
    organisation: str | None


class GoldQuote(Frozen):
    """One run of one speaker; `speaker` is a name, a role, the short name of a body, or None."""

    speaker: str | None
    kind: QuoteKind
    parts: tuple[str, ...] = Field(min_length=1)


class Gold(Frozen):
    """The gold of one article."""

    source: GoldSource
    inspectorate: str | None
    forces: tuple[GoldForce, ...]
    stated_counts: tuple[GoldCount, ...]
    grades: tuple[GoldGrade, ...]
    recommendations: tuple[GoldAsk, ...]
    initiatives: tuple[GoldInitiative, ...]
    officials: tuple[GoldOfficial, ...]
    quotes: tuple[GoldQuote, ...]


def read_gold(path: Path) -> Gold:
    """The gold of a file.

    Args:
        path: A `NAME.gold.json`.

    Raises:
        OSError: If the file cannot be read.
        ValueError: If it is not UTF-8 or not of this format; pydantic's error names the place.
    """
    return Gold.model_validate_json(path.read_text(encoding="utf-8"))
