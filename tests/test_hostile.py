"""Texts made to be slow: what stands in one sentence, block, list or table many times costs its length, not its square."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from extract.pipeline import Extractor

HEAD = "A headline of police\n\nHMICFRS inspected Kent Police in May.\n\n"
SHORT = 12_000
"""Characters of which sentences and blocks were parted already, so that twice the text is twice the work."""


def lines_run(extractor: Extractor, text: str) -> int:
    """Lines of Python that an extraction runs: the same number on any machine."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extractor.extract_text(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "good, ",
        "(good ",
        "Crime: good; ",
        "Kent, ",
        "He said that he said ",
        "HM Inspector Ann Lee said ",
        "The scheme, called Blue Gate, began in May and ",
        '"Oak Lane", ',
        "“We said ",
        "- the force should act;\n",
        "• Good\n",
        "Kent\tGood\tAdequate\n",
        "Operation Oak, ",
        "The force must act by May 2024 and ",
    ],
)
def test_repetition_costs_its_length(extractor: Extractor, piece: str) -> None:
    extractor.extract_text(HEAD + piece)
    short, long = (lines_run(extractor, HEAD + piece * (size // len(piece))) for size in (SHORT, 2 * SHORT))
    assert long < 3 * short
