"""All that a run over one document left behind: its Doc, its reading, its record, and the annotations in source offsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from extract.document.document import Document
from extract.document.reading import Reading
from extract.pipeline import Extractor
from extract.pipes.annotation import Annotation, annotations_of, notes_of, reading_of
from extract.pipes.grades.scope import Scope
from extract.pipes.triggers import Hit, hits_of
from models import Evidence, Record


@dataclass(frozen=True)
class Trace:
    """What a run left behind.

    Args:
        extractor: The pipeline.
        document: The article.
        doc: Its annotations.
        record: What came of them.
    """

    extractor: Extractor
    document: Document
    doc: Doc
    record: Record

    @classmethod
    def of(cls, extractor: Extractor, document: Document) -> Trace:
        """The trace of a document."""
        tokenizer: Any = extractor.nlp.tokenizer
        doc = extractor.nlp(tokenizer.of(document))
        return cls(extractor, document, doc, extractor.assembler.assemble(doc, document))

    @cached_property
    def reading(self) -> Reading:
        """The text that rules match on."""
        return reading_of(self.doc)

    @cached_property
    def scope(self) -> Scope:
        """Reader of the qualifiers of grades."""
        return Scope(self.extractor.parts.lists.cues["grades"])

    @property
    def published(self) -> str | None:
        """ISO date of the article."""
        published: str | None = notes_of(self.doc).get("published")
        return published

    def notes(self, field: str) -> list[Annotation]:
        """What the pipe of a field found."""
        return annotations_of(self.doc, field)

    def hits(self, label: str) -> list[Hit]:
        """Where the trigger index found words of a label."""
        return hits_of(self.doc, label)

    def cut(self, start: int, end: int) -> Evidence:
        """Offsets of the reading as evidence of the text."""
        left, right = self.reading.source(start, max(end, start + 1))
        return Evidence(start=left, end=right, text=self.document.text[left:right])

    def cues(self, note: Annotation) -> tuple[tuple[int, int, str], ...]:
        """The cues of an annotation in offsets of the text."""
        spans = [self.cut(start, end) for start, end, _ in note.cues if end > start]
        return tuple((span.start, span.end, span.text) for span in spans)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence of the reading around an offset of the reading."""
        sentence = self.reading.sentences[self.reading.sentence_at(offset)]
        return sentence.start, sentence.end

    def block(self, offset: int) -> str:
        """Kind of the block around an offset of the reading."""
        return self.reading.spans[self.reading.span_at(offset)].kind

    def speaker(self, offset: int) -> str | None:
        """Who says the place at an offset of the text, where it is quoted and not the inspectorate's."""
        own = self.record.inspectorate.name if self.record.inspectorate else None
        people = {official.id: official for official in self.record.officials}
        for quote in self.record.quotes:
            if quote.speaker and any(part.start <= offset < part.end for part in quote.parts):
                person = people.get(quote.speaker)
                if quote.speaker != own and (person is None or person.organisation != own):
                    return (person.name or person.role) if person else quote.speaker
        return None
