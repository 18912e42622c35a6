"""What a pipe finds: annotations over the reading of a document, kept as tuples of plain values on the Doc.

All offsets are code points of the reading (`Doc.text`); assembling traces them to `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from spacy.tokens import Doc

from extract.document.reading import Reading

KEY = "peelback"
"""Key of `Doc.user_data` under which everything of ours lies."""


class Annotation(NamedTuple):
    """One finding.

    Args:
        label: What it is, within its pipe.
        start: Offset of its first character.
        end: Offset behind its last character.
        rule: Name of the rule.
        attributes: Further values, JSON alone.
        cues: Start, end and text of the words that made the rule fire.
    """

    label: str
    start: int
    end: int
    rule: str
    attributes: dict[str, Any]
    cues: tuple[tuple[int, int, str], ...] = ()


class Pipe:
    """Base of the pipes: a pure `find` beside a `__call__` that stores what it gives.

    A subclass sets `key`, the field it fills.
    """

    key: ClassVar[str]

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Annotations of one field, in the order of the text."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        """Store what `find` gives under the field's key."""
        notes_of(doc)[self.key] = list(self.find(doc))
        return doc


def notes_of(doc: Doc) -> dict[str, Any]:
    """Everything of ours on a Doc."""
    notes: dict[str, Any] = doc.user_data[KEY]
    return notes


def annotations_of(doc: Doc, key: str) -> list[Annotation]:
    """What a pipe found."""
    found: list[Any] = notes_of(doc).get(key, [])
    if found and type(found[0]) is not Annotation:  # a journey between processes made lists of them
        found = notes_of(doc)[key] = [Annotation(*plain) for plain in found]
    return found


def reading_of(doc: Doc) -> Reading:
    """The reading behind a Doc."""
    notes = notes_of(doc)
    reading: Any = notes["reading"]
    if type(reading) is not Reading:
        reading = notes["reading"] = Reading.from_plain(reading)
    found: Reading = reading
    return found
