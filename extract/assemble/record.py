"""A survey of a document to its record: every row with its characters."""

from __future__ import annotations

from spacy.tokens import Doc

from extract.assemble.evidence import Grounds
from extract.assemble.forces import assemble_forces
from extract.assemble.initiatives import assemble_initiatives
from extract.assemble.officials.persons import Voice
from extract.assemble.organisations import Organisations
from extract.assemble.organisations.known import Bodies
from extract.assemble.reporting import settle
from extract.assemble.rows import Rows, write_finding, write_source
from extract.assemble.survey import Surveyor
from extract.document.document import Document
from extract.gazetteers import Gazetteers
from extract.linear import Model
from extract.pipes.annotation import Annotation, annotations_of
from extract.pipes.inspectorate import inspectorate_phrases
from models import Record


class Assembler:
    """Makes records.

    Args:
        lists: Names and words.

    Attributes:
        subject: Weighs whether an inspection of a force is reported.
        reporting: Weighs whether an article reports an inspection.
    """

    def __init__(self, lists: Gazetteers) -> None:
        self.lists = lists
        self.confidence = lists.confidence.of
        self.surveyor = Surveyor(lists)
        self.names = self.surveyor.names
        self.kinds = self.surveyor.kinds
        self.bodies = Bodies.of(lists.forces, lists.ranks, inspectorate_phrases(lists.inspectorates), lists.words)
        weights = lists.weights.get("forces", {})
        self.subject = Model(weights.get("subject", {}))
        self.reporting = Model(weights.get("reporting", {}))

    def assemble(self, doc: Doc, document: Document) -> Record:
        """The record of a document.

        Args:
            doc: Its Doc, with the annotations of every pipe.
            document: The document.
        """
        survey = self.surveyor.survey(doc, document)
        reading, context = survey.reading, survey.context
        reported = bool(survey.article) and settle(reading, survey.article, self.reporting.score(survey.article))
        if not reported:
            survey.drop()
        grounds = Grounds(document.text, reading)
        rows = Rows(grounds, self.confidence)
        forces, quotes, named = (annotations_of(doc, key) for key in ("forces", "quotes", "inspectorate"))
        listed = assemble_forces(reading, survey.named, context, survey.concerned, self.subject, inspected=reported)
        subjects = [*(row.id for row in listed if row.subject), *context.ranked]
        inspected = frozenset(row.id for row in listed if row.subject)
        officials, ids = rows.officials(
            survey.speakers.people,
            Organisations(
                grounds,
                forces,
                survey.offices,
                context,
                self.bodies,
                subjects,
                named,
                document.metadata.publisher,
                inspected,
                survey.speakers.people,
            ),
        )
        topic = self.surveyor.programmes.topics_of(survey.programme)
        published = document.metadata.published
        data = {
            "source": write_source(document),
            "inspectorate": {
                "name": survey.inspectorate,
                "evidence": grounds.all((n.start, n.end) for n in survey.mentions),
            }
            if reported
            else None,
            "programme": survey.programme if survey.told else None,
            "forces": [rows.force(row, self.names[row.id], self.kinds[row.id]) for row in listed],
            "stated_counts": rows.counts(survey.counts, context),
            "grades": [rows.grade(row, topic) for row in survey.graded],
            "recommendations": [
                rows.ask(row, published, topic(reading.text[slice(*row.heading)]) if row.heading else None)
                for row in survey.asks
            ],
            "initiatives": [
                rows.initiative(row)
                for row in assemble_initiatives(reading, annotations_of(doc, "initiatives"))
                if reported or row.firm
            ],
            "officials": officials,
            "quotes": [
                rows.quote(quote, voice, ids)
                for quote, voice in zip(quotes, survey.voices, strict=True)
                if _kept(quote, voice)
            ],
            "findings": [write_finding(flaw, document.text) for flaw in document.flaws],
        }
        return Record.model_validate(data, context={"text": document.text, "forces": self.lists.forces})


def _kept(quote: Annotation, voice: Voice) -> bool:
    """Whether a quote stands in the record: a reported clause wants a named person, a fragment a speaker."""
    if quote.label == "indirect":
        return voice.person is not None and voice.person.name is not None
    return quote.label == "direct" or voice.person is not None or bool(voice.words)
