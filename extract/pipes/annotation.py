"""What a pipe finds: annotations over the reading of a document, kept as plain values on the Doc.

All offsets are code points of the reading (`Doc.text`); assembling traces them to `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from spacy.tokens import Doc

from extract.document.reading import Reading

KEY = "peelback"
"""Key of `Doc.user_data` under which everything of ours lies."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One finding.

    Args:
        label: What it is, within its pipe.
        start: Offset of its first character.
        end: Offset behind its last character.
        attributes: Further values, JSON alone.
        cues: Start, end and text of the words that made the rule fire.
        rule: Name of the rule.
    """

    label: str
    start: int
    end: int
    rule: str
    attributes: dict[str, Any] = field(default_factory=dict)
    cues: tuple[tuple[int, int, str], ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """The annotation as a dict of plain values."""
        return {
            "label": self.label,
            "start": self.start,
            "end": self.end,
            "rule": self.rule,
            "attributes": self.attributes,
            "cues": self.cues,
        }


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
        notes_of(doc)[self.key] = [annotation.to_plain() for annotation in self.find(doc)]
        return doc


def notes_of(doc: Doc) -> dict[str, Any]:
    """Everything of ours on a Doc."""
    notes: dict[str, Any] = doc.user_data[KEY]
    return notes


def annotations_of(doc: Doc, key: str) -> list[Annotation]:
    """What a pipe found."""
    return [Annotation(**plain) for plain in notes_of(doc).get(key, ())]


def reading_of(doc: Doc) -> Reading:
    """The reading behind a Doc."""
    return Reading.from_plain(notes_of(doc)["reading"])
