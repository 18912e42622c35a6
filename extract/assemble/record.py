"""A document and its annotations to a record: every stage of assembling, in its order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc

from extract.assemble.context import Context
from extract.assemble.evidence import Grounds
from extract.assemble.forces import assemble_forces, reports_inspection, tells_findings
from extract.assemble.grades import GradeRow, GradeRows
from extract.assemble.initiatives import assemble_initiatives
from extract.assemble.inspectorate import Offices, choose_inspectorate
from extract.assemble.organisations import Bodies, Organisations
from extract.assemble.persons import Voice, Words
from extract.assemble.programme import Programmes
from extract.assemble.recommendations import AskRow, AskRows, likeness
from extract.assemble.rows import Rows, write_finding, write_source
from extract.assemble.speakers import Speakers
from extract.assemble.voices import Voices
from extract.document.document import Document
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.gazetteers import Gazetteers
from extract.pipes.annotation import Annotation, annotations_of, reading_of
from extract.pipes.inspectorate import inspectorate_phrases
from extract.pipes.triggers import hits_of
from models import Record


class Assembler:
    """Makes records.

    Args:
        lists: Names and words.
    """

    def __init__(self, lists: Gazetteers) -> None:
        self.lists = lists
        self.names = {row.id: row.name for row in lists.forces.values()}
        self.kinds = {row.id: row.kind for row in lists.forces.values()}
        self.owners = {_plain(name): row.id for row in lists.forces.values() for name in row.names()}
        phrases = inspectorate_phrases(lists.inspectorates)
        self.words = Words.of(lists.ranks, lists.cues["quotes"]["voices"], phrases)
        self.bodies = Bodies.of(lists.forces, lists.ranks, phrases)
        offices = {office: row.name for row in lists.inspectorates.values() for office in row.leads}
        self.offices: Mapping[str, str] = dict(sorted(offices.items(), key=lambda item: (-len(item[0]), item[0])))
        self.programmes = Programmes(lists.programmes)
        self.topics = frozenset(
            topic for row in lists.programmes.values() for wordings in row.topics.values() for topic in wordings
        )
        self.given = re.compile(rf"\b(?:{alternation(lists.cues['grades']['words']['given'])})\b")

    def confidence(self, rule: str) -> float:
        """Measured precision of a rule; of one that was never measured that of its field."""
        return self.lists.confidence.of(rule)

    def assemble(self, doc: Doc, document: Document) -> Record:
        """The record of a document.

        Args:
            doc: Its Doc, with the annotations of every pipe.
            document: The document.
        """
        reading, meta = reading_of(doc), document.metadata
        grounds = Grounds(document.text, reading)
        rows = Rows(grounds, self.confidence)
        forces, quotes, named = (annotations_of(doc, key) for key in ("forces", "quotes", "inspectorate"))
        kind = self._kind(forces)
        inspectorate, mentions = choose_inspectorate(
            reading,
            named,
            self.lists.inspectorates,
            published=meta.published,
            publisher=meta.publisher,
            kind=kind,
            offices={key for _, _, key in hits_of(doc, "rank")},
        )
        home = self.owners.get(_plain(meta.publisher))
        context = Context(reading, forces, outside=self._outside(named, inspectorate), home=home)

        speakers = Speakers(reading, annotations_of(doc, "officials"), quotes, self.words, inspectorate)
        voices = [speakers.resolve(quote) for quote in quotes]
        offices = Offices(self.offices, inspectorate, kind)
        heard = Voices(zip(quotes, voices, strict=True), lambda voice: self._ours(voice, offices, reading))

        reported = inspectorate is not None and reports_inspection(reading)
        graded, programme = (
            self._grades(doc, reading, context, heard, inspectorate, kind, document) if reported else ([], None)
        )
        asks = self._asks(doc, reading, context, heard, document) if reported else []
        counts = rows.counts(annotations_of(doc, "stated_counts"), context) if reported else []
        reported = reported and bool(
            graded or asks or counts or annotations_of(doc, "grades") or tells_findings(reading, named)
        )
        concerned = [*(row.force for row in graded if not row.previous), *(row.force for row in asks)]
        listed = assemble_forces(reading, forces, context, concerned, graded=bool(graded), inspected=reported)

        subjects = [*(row.id for row in listed if row.subject), *context.ranked]
        officials, ids = rows.officials(
            speakers.people, Organisations(grounds, forces, offices, context, self.bodies, subjects, named)
        )
        topic = self.programmes.topics_of(programme)
        data = {
            "source": write_source(document),
            "inspectorate": {"name": inspectorate, "evidence": grounds.all((n.start, n.end) for n in mentions)}
            if reported
            else None,
            "programme": programme,
            "forces": [rows.force(row, self.names[row.id], self.kinds[row.id]) for row in listed],
            "stated_counts": counts,
            "grades": [rows.grade(row, topic) for row in graded],
            "recommendations": [
                rows.ask(row, meta.published, topic(reading.text[slice(*row.heading)]) if row.heading else None)
                for row in asks
            ],
            "initiatives": [
                rows.initiative(row) for row in assemble_initiatives(reading, annotations_of(doc, "initiatives"))
            ],
            "officials": officials,
            "quotes": [
                rows.quote(quote, voice, ids)
                for quote, voice in zip(quotes, voices, strict=True)
                if _kept(quote, voice)
            ],
            "findings": [write_finding(flaw, document.text) for flaw in document.flaws],
        }
        return Record.model_validate(data, context={"text": document.text, "forces": self.lists.forces})

    def _grades(
        self,
        doc: Doc,
        reading: Reading,
        context: Context,
        heard: Voices,
        inspectorate: str | None,
        kind: str | None,
        document: Document,
    ) -> tuple[list[GradeRow], str | None]:
        """Rows of grades, each once, and the programme that their areas speak for."""
        maker = GradeRows(reading, context, heard, lambda text: bool(self.given.search(text)), self.topics)
        raw = maker.assemble(annotations_of(doc, "grades"))
        areas = [reading.text[slice(*row.area)] for row in raw if row.area]
        programme = self.programmes.choose(inspectorate, kind, document.metadata.published, areas, reading.lower)
        return maker.once(raw, self.programmes.topics_of(programme)), programme

    def _asks(self, doc: Doc, reading: Reading, context: Context, heard: Voices, document: Document) -> list[AskRow]:
        own = _plain(document.metadata.publisher) in self.words.bodies
        return AskRows(reading, context, heard, own=own).assemble(annotations_of(doc, "recommendations"), likeness)

    def _kind(self, forces: list[Annotation]) -> str | None:
        """Whether the article is about police or fire: the kind of the force that it names most."""
        named = Counter(note.attributes["id"] for note in forces if note.attributes["strong"])
        return self.kinds[named.most_common(1)[0][0]] if named else None

    def _outside(self, named: list[Annotation], inspectorate: str | None) -> bool:
        """Whether bodies outside the registry are inspected as well: prisons, councils."""
        kinds = {self.lists.inspectorates[note.attributes["name"]].kind for note in named}
        if inspectorate:
            kinds.add(self.lists.inspectorates[inspectorate].kind)
        return bool(kinds - {"police", "fire", "police fire"})

    def _ours(self, voice: Voice, offices: Offices, reading: Reading) -> bool:
        """Whether a voice is an inspectorate's."""
        name = offices.of(reading, [role for role, _ in voice.person.roles]) if voice.person else voice.words
        return name in self.lists.inspectorates


def _plain(name: str | None) -> str:
    """A name in lower case, as names are looked up."""
    return (name or "").lower().replace("&", "and").replace("\u2019", "'")


def _kept(quote: Annotation, voice: Voice) -> bool:
    """Whether a quote stands in the record: a reported clause wants a named person, a fragment a speaker."""
    if quote.label == "indirect":
        return voice.person is not None and voice.person.name is not None
    return quote.label == "direct" or voice.person is not None or bool(voice.words)
