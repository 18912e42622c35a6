"""Lines of JSON as they travel and as the journal keeps them."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict

from extract.engines.engine import Result
from extract.errors import Failure


def fail(number: int, failure: Failure, seconds: float = 0.0) -> Result:
    """The result that stands for a failure."""
    return Result(number, failure.code, pack(failure_line(failure)), seconds=round(seconds, 6))


def failure_line(failure: Failure) -> str:
    """A failure as a line of JSON."""
    return json.dumps(asdict(failure), ensure_ascii=False).encode("utf-8", "replace").decode()


def pack(line: str) -> bytes:
    """A line of JSON as the journal keeps it."""
    return zlib.compress(line.encode(), 1)


def unpack(packed: bytes) -> bytes:
    """What `pack` made, in UTF-8."""
    return zlib.decompress(packed)
