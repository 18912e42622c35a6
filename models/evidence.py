"""The characters of an article that say a value: the one way in which a record points at its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator


class Frozen(BaseModel):
    """Base of every model: immutable, and no key beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # a record builds what it holds by itself


def check_span(start: int, end: int, text: str, context: Mapping[str, Any] | None) -> None:
    """Hold a stretch against its own length and, where the context has it, against the article.

    Args:
        start: Offset of the first character, in code points.
        end: Offset behind the last.
        text: What is said to stand there, not empty.
        context: Of the validation; the article under `"text"`.

    Raises:
        ValueError: If length or characters differ.
    """
    if len(text) != end - start:  # the text is never empty, so the end lies behind the start
        raise ValueError(f"text has {len(text)} characters, offsets {start} to {end} span {end - start}")
    article = context.get("text") if context else None
    if article is not None and article[start:end] != text:
        raise ValueError(f"the article has {article[start:end]!r} at {start}, not {text!r}")


class Evidence(Frozen):
    """A span of `Document.text`.

    Args:
        start: Offset of the first character, in Unicode code points.
        end: Offset behind the last character, exclusive; greater than `start`.
        text: The characters between them, verbatim.

    Raises:
        ValidationError: If the length of `text` is not `end - start`, or, where the validation context holds
            the article under `"text"`, if the article says something else there.

    Example:
        >>> Evidence(start=3, end=7, text="Kent").text
        'Kent'
    """

    start: int = Field(ge=0, description="Offset of the first character, in code points.")
    end: int = Field(ge=1, description="Offset behind the last character, in code points, exclusive.")
    text: str = Field(min_length=1, description="The characters between start and end, verbatim.")

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Self:
        check_span(self.start, self.end, self.text, info.context)
        return self
