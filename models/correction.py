"""What an editor says of a value: accepted, changed, deleted or added, with who, when, the old and the new."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, JsonValue

from models.evidence import Frozen

Action = Literal["accept", "change", "delete", "add", "undo", "redo"]
"""What was done to a row; `undo` and `redo` name the step that they take back or bring again."""

LISTS = ("forces", "stated_counts", "grades", "recommendations", "initiatives", "officials", "quotes", "findings")
"""Fields of a record that hold rows."""

SOURCE = ("title", "published", "publisher", "author", "url")
"""What an editor can correct of a record's source."""


def _iso_time(value: str) -> str:
    if datetime.fromisoformat(value).tzinfo is None:
        raise ValueError(f"{value!r} has no time zone; write 2026-11-25T14:05:00+00:00")
    return value


RowKey = Annotated[
    str,
    Field(
        pattern=rf"^(?:source/(?:{'|'.join(SOURCE)})|inspectorate|programme|checked|(?:{'|'.join(LISTS)})/(?:0|\+?[1-9]\d*))$"
    ),
]
"""A row of a record: `grades/3` is the fourth grade that was extracted, whatever was deleted since; `grades/+17` was added
by correction 17; `source/title`, `inspectorate` and `programme` are values that stand alone, and `checked` says whether
the article is done with."""


class Correction(Frozen):
    """One thing done to one row of one article; corrections are only ever added, never altered.

    Args:
        number: Its place in the order of all corrections of a store, from 1.
        step: Number of the first correction that was made together with it.
        article: Path of the article, as `source.path` says it.
        text_sha256: Digest of the text that its offsets point into.
        row: The row.
        action: What was done.
        old: The value before, None where there was none.
        new: The value after, None where it was deleted.
        editor: Who did it.
        at: When, ISO 8601 with the time zone.
        undoes: For `undo` and `redo` the step concerned, else None.

    Example:
        >>> Correction(number=1, step=1, article="a.txt", text_sha256="0" * 64, row="programme", action="change",
        ...            old=None, new="ncpi-2024", editor="Ada", at="2026-11-25T14:05:00+00:00").action
        'change'
    """

    number: int = Field(ge=1)
    step: int = Field(ge=1)
    article: str
    text_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    row: RowKey
    action: Action
    old: JsonValue = None
    new: JsonValue = None
    editor: str = Field(min_length=1, max_length=80)
    at: Annotated[str, AfterValidator(_iso_time)]
    undoes: int | None = Field(default=None, ge=1)
