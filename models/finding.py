"""What a check noticed about an article or a record."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.evidence import Evidence, Frozen

Severity = Literal["error", "warning", "note"]


class Finding(Frozen):
    """One observation: a stable code, how grave it is, where in the record, and the characters that show it.

    Args:
        code: `V` and three digits: V1xx text and offsets, V2xx counts, V3xx registry and speakers, V4xx scales,
            V5xx quotes, V6xx dates.
        path: JSON pointer into the record, such as `/grades/2`; `""` for the whole.
    """

    code: str = Field(pattern=r"^V[1-6]\d\d$")
    severity: Severity
    path: str = Field(pattern=r"^(/.*)?$")
    message: str = Field(min_length=1)
    evidence: tuple[Evidence, ...] = ()
