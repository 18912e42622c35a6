"""What was found of an article, before rows are written: who inspects whom, who speaks, which grades and asks hold.

Enters a Doc with the annotations of every pipe; leaves a survey. Whether the article reports an inspection at all is
settled here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.assemble.context import Context
from extract.assemble.forces import named_forces
from extract.assemble.forces.subjects import Concerned
from extract.assemble.forces.wards import Wards
from extract.assemble.grades import GradeRow, GradeRows
from extract.assemble.inspectorate import Inspectors, Offices, choose_inspectorate
from extract.assemble.officials.persons import Voice, Words
from extract.assemble.officials.speakers import Speakers
from extract.assemble.programme import Programmes
from extract.assemble.recommendations import AskRow, AskRows
from extract.assemble.recommendations.senses import Senses
from extract.assemble.reporting import Findings, describe_article
from extract.assemble.voices import Voices
from extract.document.document import Document
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.gazetteers import Gazetteers
from extract.pipes.annotation import Annotation, annotations_of, notes_of, reading_of
from extract.pipes.inspectorate import inspectorate_phrases
from extract.pipes.triggers import hits_of

_LED = expression(
    r",? who (?:has |had )?(?:led|leads|carried out|headed|oversaw|conducted) (?:the|this|its|their|an?) (?:[a-z-]+ )?(?:inspection|review|visit|team)"
)
"""What makes somebody without an office an inspector: "Jo Hale, who led the inspection"."""


@dataclass
class Survey:
    """What was found of an article.

    Args:
        reading: The text.
        inspectorate: Short name of the inspectorate, or None where none is named.
        mentions: Where it is named.
        context: Which body a place is about.
        speakers: The people of the article.
        voices: Who speaks each quote.
        offices: Tells inspectors by their office.
        graded: Rows of grades.
        programme: The inspection programme that fits best, or None.
        asks: Rows of asks.
        counts: Stated counts.
        article: Features of the article as a report of an inspection; empty where no inspectorate is named.
        named: Mentions of the forces that the article names.
        told: Whether the article tells the programme, so that no other fits as well.
    """

    reading: Reading
    inspectorate: str | None
    mentions: list[Annotation]
    context: Context
    speakers: Speakers
    voices: list[Voice]
    offices: Offices
    graded: list[GradeRow]
    programme: str | None
    asks: list[AskRow]
    counts: list[Annotation]
    article: list[str]
    named: Mapping[str, Sequence[Annotation]]
    told: bool = False

    @property
    def concerned(self) -> Concerned:
        """Forces by what was found of them."""
        return Concerned(
            frozenset(row.force for row in self.graded if not row.previous),
            frozenset(row.force for row in self.graded if row.previous),
            frozenset(row.force for row in self.asks),
        )

    def drop(self) -> None:
        """Forget what would be of an inspection, as the article reports none."""
        self.graded, self.asks, self.counts, self.programme = [], [], [], None


class Surveyor:
    """Makes surveys.

    Args:
        lists: Names and words.
    """

    def __init__(self, lists: Gazetteers) -> None:
        self.lists = lists
        self.names = {row.id: row.name for row in lists.forces.values()}
        self.kinds = {row.id: row.kind for row in lists.forces.values()}
        kinds = {name: frozenset(row.kind.split()) for name, row in lists.inspectorates.items()}
        self.ours = frozenset(name for name, kind in kinds.items() if kind & _OURS)
        self.beyond = frozenset(name for name, kind in kinds.items() if kind - _OURS)
        self.owners = {plain(name): row.id for row in lists.forces.values() for name in row.names()} | {
            f"{plain(place)} {body}": row.id
            for row in lists.forces.values()
            if row.kind == "fire"
            for place in row.places
            for body in ("fire authority", "fire and rescue authority")
        }
        self.wards = Wards(lists.forces)
        phrases = inspectorate_phrases(lists.inspectorates)
        self.words = Words.of(lists.ranks, lists.cues["quotes"]["voices"], phrases, lists.cues["names"])
        offices = {office: row.name for row in lists.inspectorates.values() for office in row.leads}
        self.inspectors = Inspectors(dict(sorted(offices.items(), key=lambda item: (-len(item[0]), item[0]))))
        self.programmes = Programmes(lists.programmes)
        self.topics = frozenset(
            topic for row in lists.programmes.values() for wordings in row.topics.values() for topic in wordings
        )
        self.senses = Senses(lists.cues["senses"])
        self.given = re.compile(rf"\b(?:{alternation(lists.cues['grades']['words']['given'])})\b")

    def survey(self, doc: Doc, document: Document) -> Survey:
        """What was found of a document.

        Args:
            doc: Its Doc, with the annotations of every pipe.
            document: The document.
        """
        reading, meta = reading_of(doc), document.metadata
        forces, quotes, named = (annotations_of(doc, key) for key in ("forces", "quotes", "inspectorate"))
        owner = plain(meta.publisher)
        home = self.owners.get(owner) or self.owners.get(owner.removeprefix("heddlu "))  # "Heddlu Gwent Police"
        ward = None if home else self.wards.of(document, reading, forces)
        kind = self.kinds.get(home or "") or self._kind(forces) or (self.kinds[ward.id] if ward else None)
        inspectorate, mentions = choose_inspectorate(
            reading,
            named,
            self.lists.inspectorates,
            published=meta.published,
            publisher=meta.publisher,
            kind=kind,
            offices={key for _, _, key in hits_of(doc, "rank")},
        )
        inspecting = {inspectorate, *(note.attributes["name"] for note in named)} - {None}
        context = Context(
            reading,
            forces,
            outside=not self.beyond.isdisjoint(inspecting),
            foreign=inspectorate is not None and inspectorate not in self.ours,
            home=ward.id if ward and ward.home else home,
            ward=ward.id if ward else None,
            strange=self.ours.isdisjoint(inspecting),
            others=() if self.ours.issuperset(inspecting) else self._others(reading, named, inspectorate),
        )

        def force(at: int) -> str | None:
            about = context.of(at, (at, at))
            return self.names.get(about[0] or "") if len(about) == 1 else None

        speakers = Speakers(reading, annotations_of(doc, "officials"), quotes, self.words, inspectorate, force)
        voices = [speakers.resolve(quote) for quote in quotes]
        offices = Offices(self.inspectors, inspectorate, kind, meta.published)
        survey = Survey(
            reading, inspectorate, mentions, context, speakers, voices, offices, [], None, [], [], [],
            named_forces(forces, context),
        )  # fmt: skip
        if inspectorate is None:
            return survey
        heard = Voices(zip(quotes, voices, strict=True), lambda voice: self._ours(voice, offices, reading, named))
        survey.graded, survey.programme = self._grades(doc, survey, heard, kind, document)
        survey.asks = self._asks(doc, survey, heard, document)
        survey.counts = annotations_of(doc, "stated_counts")
        spoken = any(part[2] == "inspectorate" for part in heard.parts)
        found = Findings(len(survey.graded), len(survey.asks), len(survey.counts), spoken)
        survey.article = describe_article(reading, named or mentions, found)
        return survey

    def _grades(
        self, doc: Doc, survey: Survey, heard: Voices, kind: str | None, document: Document
    ) -> tuple[list[GradeRow], str | None]:
        """Rows of grades, each once, and the programme that their areas speak for."""
        reading = survey.reading
        topic, mentions = notes_of(doc).get("topic"), notes_of(doc).get("mentions", ())
        pieces = [(start, end) for start, end in mentions]
        maker = GradeRows(
            reading, survey.context, heard, self._is_given, self.topics, tuple(topic) if topic else None, pieces
        )
        raw = maker.assemble(annotations_of(doc, "grades"))
        areas = [reading.text[slice(*row.area)] for row in raw if row.area]
        given = {row.grade for row in raw if not row.previous}
        published = document.metadata.published
        counted = max((n.attributes["count"] for n in annotations_of(doc, "stated_counts") if _of_areas(n)), default=0)
        programme, survey.told = self.programmes.choose(
            survey.inspectorate, kind, published, areas, reading.lower, given, counted
        )
        return maker.once(raw, self.programmes.topics_of(programme)), programme

    def _is_given(self, text: str) -> bool:
        return self.given.search(text) is not None

    def _asks(self, doc: Doc, survey: Survey, heard: Voices, document: Document) -> list[AskRow]:
        own = plain(document.metadata.publisher) in self.words.bodies
        outside = self.lists.inspectorates[survey.inspectorate or ""].kind == "probation"
        graded = frozenset(row.force for row in survey.graded if not row.previous)
        maker = AskRows(survey.reading, survey.context, heard, self.senses, own=own, outside=outside, graded=graded)
        rows = maker.assemble(annotations_of(doc, "recommendations"))
        if survey.context.foreign and _CELLS.search(survey.reading.lower):
            self._house(rows, survey, annotations_of(doc, "inspectorate"))
        return rows

    def _house(self, rows: Sequence[AskRow], survey: Survey, named: Sequence[Annotation]) -> None:
        """Give asks of nobody else to the force whose cells an inspectorate of prisons saw together with one of ours."""
        if not survey.context.ranked or all(note.attributes["name"] not in self.ours for note in named):
            return
        force = survey.context.ranked[0]
        if 2 * sum(note.attributes["id"] == force for note in survey.context.forces) <= len(survey.context.forces):
            return
        for row in rows:
            said = [survey.reading.lower[slice(*mention)] for mention in row.mentions]
            other = any(map(_OTHER_BODY.search, said)) and not said[0].startswith("the force ")
            if row.force is None and not other:
                row.force = force

    def _kind(self, forces: list[Annotation]) -> str | None:
        """Whether the article is about police or fire: the kind of the force that it names most."""
        named: dict[str, int] = {}
        for note in forces:
            if note.attributes["strong"]:
                named[note.attributes["id"]] = named.get(note.attributes["id"], 0) + 1
        return self.kinds[max(named, key=named.__getitem__)] if named else None

    def _others(self, reading: Reading, named: list[Annotation], inspectorate: str | None) -> list[int]:
        """Where inspectorates of prisons, schools and the like do something by themselves, in an article on one of ours."""
        if inspectorate not in self.ours:
            return []
        ours = {reading.sentence_at(note.start) for note in named if note.attributes["name"] in self.ours}
        return [
            note.start
            for note in named
            if note.attributes["name"] not in self.ours
            and reading.sentence_at(note.start) not in ours
            and not reading.lower.endswith(_WITH, 0, note.start)
        ]

    def _ours(self, voice: Voice, offices: Offices, reading: Reading, named: list[Annotation]) -> bool:
        """Whether a voice is an inspectorate's: by an office, or by the inspectorate that a person is "of"."""
        person = voice.person
        if person and person.name and _LED.match(reading.lower, person.name[1]):
            return True
        name = offices.of(reading, person.roles) if person else voice.words
        if person and name is None:
            if not person.name and any(reading.lower[slice(*role)] in _INSPECTORS for role, _ in person.roles):
                return True
            return all(reading.lower.startswith("spokes", role[0]) for role, _ in person.roles) and any(
                start <= note.start < end for start, end in person.bodies for note in named
            )
        return name in self.lists.inspectorates


_OURS = frozenset(("police", "fire"))
"""Kinds of bodies that the registry holds."""
_CELLS = expression(
    r"\b(?:police custody|custody (?:suites?|sergeants?|officers?|facilities|services?|cent(?:re|er)s?)|police cells)\b"
)
"""What inspectorates of prisons look at together with those of the police."""
_OTHER_BODY = expression(
    r"\b(?:council|nhs|trust|(?:health\w*|care) (?:provider|board|service)s?|partners|court|home office|prison|ministry)\b"
)
"""Who else can be asked there."""
_WITH = ("with ", "with the ", "and ", "and the ", "by the ", "to the ", "to ")
"""Before an inspectorate that takes part in something, or that somebody turns to."""
_INSPECTORS = frozenset(("inspector", "inspectors", "an inspector", "the inspector"))
"""Roles of somebody without a name who, in an article about an inspection, is no officer of the police."""


def _of_areas(count: Annotation) -> bool:
    return bool(count.attributes["of"] == "areas")


def plain(name: str | None) -> str:
    """A name in lower case, as names are looked up."""
    return (name or "").lower().replace("&", "and").replace("\u2019", "'")
