"""Rows get their characters: offsets of the reading to the values of a record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from extract.assemble.context import Context
from extract.assemble.deadlines import resolve_deadline
from extract.assemble.evidence import Grounds
from extract.assemble.forces import ForceRow
from extract.assemble.grades import GradeRow
from extract.assemble.initiatives import InitiativeRow
from extract.assemble.officials.persons import Person, Voice
from extract.assemble.organisations import Organisations
from extract.assemble.recommendations import AskRow
from extract.document.document import Document, Flaw
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_AT_LARGE = expression(r"\b(?:evaluated|examined|assessed|inspected|graded) (?:all )?(?:\w+ )?(?:forces|services)\b")
"""What is counted of every body alike: "HMIC evaluated forces in four areas"."""

_TITLE = expression(r"(?:cllr|coun|councillor|mr|mrs|ms|miss|dr)\.? (?=\w)")

Row = dict[str, Any]


class Rows:
    """Writes the rows of one article.

    Args:
        grounds: Cuts the characters.
        confidence: Measured precision of a rule.
    """

    def __init__(self, grounds: Grounds, confidence: Callable[[str], float]) -> None:
        self.grounds = grounds
        self.confidence = confidence

    def _row(self, rule: str, **values: Any) -> Row:
        values["rule"] = rule
        values["confidence"] = self.confidence(rule)
        return values

    def force(self, row: ForceRow, name: str, kind: str) -> Row:
        """A row of `forces`."""
        return self._row(
            row.rule, id=row.id, name=name, kind=kind, subject=row.subject, evidence=self.grounds.all(row.mentions)
        )

    def grade(self, row: GradeRow, topic: Callable[[str], str | None]) -> Row:
        """A row of `grades`."""
        area: Row = {"text": "overall", "topic": topic("overall")}
        if row.area:
            area = self.grounds.cut(*row.area)
            area["topic"] = topic(area["text"])
        return self._row(
            row.rule,
            force=row.force,
            area=area,
            grade=row.grade,
            previous=row.previous,
            evidence=self.grounds.all(row.evidence),
        )

    def ask(self, row: AskRow, published: str | None, area: str | None) -> Row:
        """A row of `recommendations`."""
        deadline = None
        if row.deadline:
            deadline = self.grounds.cut(*row.deadline)
            deadline["date"] = resolve_deadline(deadline["text"], published)
        return self._row(
            row.rule,
            kind=row.kind,
            force=row.force,
            deadline=deadline,
            area=area,
            evidence=self.grounds.all(row.mentions),
        )

    def counts(self, notes: Sequence[Annotation], context: Context) -> list[Row]:
        """The rows of `stated_counts`, each count once."""
        rows: dict[tuple[int, str, str | None, str | None], Row] = {}
        reading, several = self.grounds.reading, len(context.known) > 1
        for note in notes:
            data, force = note.attributes, None
            if several:
                start, end, _ = reading.sentences[reading.sentence_at(note.start)]
                about = context.of(note.start, (start, end))
                at_large = _AT_LARGE.search(reading.lower, start, end) and not context.named(start, end)
                force = about[0] if len(about) == 1 and not at_large else None
            key = (data["count"], data["of"], data["grade"], force)
            if key not in rows:
                rows[key] = self._row(note.rule, count=key[0], of=key[1], grade=key[2], force=force, evidence=[])
            rows[key]["evidence"].append(self.grounds.cut(note.start, note.end))
        return list(rows.values())

    def initiative(self, row: InitiativeRow) -> Row:
        """A row of `initiatives`."""
        name = self.grounds.cut(*row.name)["text"]
        about = self.grounds.cut(*row.about)
        return self._row(
            row.rule,
            name=name,
            kind=row.kind,
            started=row.started,
            about=about,
            evidence=self.grounds.all(row.mentions),
        )

    def _untitled(self, start: int, end: int) -> Row:
        """A name without the title before it: "Cllr Nunn", of whom the article gives no first name."""
        name = self.grounds.cut(start, end)
        title = _TITLE.match(name["text"].lower())
        return self.grounds.cut(start + title.end(), end) if title else name

    def officials(self, people: Sequence[Person], organisations: Organisations) -> tuple[list[Row], dict[int, str]]:
        """The rows of `officials`, in the order in which they first speak, and the id of each person."""
        rows: list[Row] = []
        ids: dict[int, str] = {}
        official = (person for person in people if person.first >= 0 and not person.private)
        for person in sorted(official, key=lambda p: (p.first, p.name or (0, 0))):
            body = organisations.of(person)
            span = person.role
            if not span and not body:
                continue
            name = self._untitled(*person.name) if person.name else None
            role = self.grounds.cut(*span) if span else None
            ids[id(person)] = f"o{len(rows) + 1}"
            rows.append(
                self._row(
                    "officials.named" if name else "officials.unnamed",
                    id=ids[id(person)],
                    name=name and name["text"],
                    role=role and role["text"],
                    organisation=body,
                    evidence=[said for said in (name, role if role != name else None) if said],
                )
            )
        return rows, ids

    def quote(self, quote: Annotation, voice: Voice, ids: Mapping[int, str]) -> Row:
        """A row of `quotes`."""
        speaker = voice.words
        if voice.person is not None:
            speaker = ids.get(id(voice.person))
            span = voice.person.name or voice.person.role
            if speaker is None and span:
                speaker = self.grounds.cut(*span)["text"]
        cue = quote.cues[0] if quote.cues and quote.cues[0][1] > quote.cues[0][0] else None
        return self._row(
            quote.rule,
            speaker=speaker,
            kind=quote.label,
            parts=[self.grounds.cut(start, end) for start, end in quote.attributes["parts"]],
            cue=self.grounds.cut(cue[0], cue[1]) if cue else None,
        )


def write_source(document: Document) -> Row:
    """The `source` of a record."""
    meta = document.metadata
    return {
        "path": document.path,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "text_sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "characters": len(document.text),
        "title": meta.title,
        "published": meta.published,
        "publisher": meta.publisher,
        "author": meta.author,
        "url": meta.url,
        "pages": document.pages or None,
        "given": dict(document.given) if document.given else None,
    }


def write_finding(flaw: Flaw, text: str) -> Row:
    """A finding about the text itself."""
    evidence = {"start": flaw.start, "end": flaw.end, "text": text[flaw.start : flaw.end]}
    return {"code": flaw.code, "severity": "warning", "path": "", "message": flaw.message, "evidence": [evidence]}
