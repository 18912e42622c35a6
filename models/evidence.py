"""The characters of an article that say a value: the one way in which a record points at its text."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator


class Frozen(BaseModel):
    """Base of every model: immutable, and no key beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
        if len(self.text) != self.end - self.start:  # the text is never empty, so the end lies behind the start
            raise ValueError(
                f"text has {len(self.text)} characters, offsets {self.start} to {self.end} span {self.end - self.start}"
            )
        article = info.context.get("text") if info.context else None
        if article is not None and article[self.start : self.end] != self.text:
            raise ValueError(f"the article has {article[self.start : self.end]!r} at {self.start}, not {self.text!r}")
        return self
