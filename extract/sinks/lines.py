"""Records as JSON: one a line, or one array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from models import Record


def to_lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record as one line of JSON, without its line end."""
    for record in records:
        yield record.to_json()


def to_array(records: Iterable[Record]) -> Iterator[str]:
    """All records as one indented array of JSON, in pieces; the array is closed when a run is stopped, too."""
    separator = "[\n"
    try:
        for record in records:
            yield separator + json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=2)
            separator = ",\n"
    except KeyboardInterrupt:
        if separator == ",\n":
            yield "\n]\n"
        raise
    yield "\n]\n" if separator == ",\n" else "[]\n"
