"""Grades: which area of which body an inspectorate graded how, now or before.

Enters the reading, the wordings of grades found in it and the forces; leaves one annotation a force, area and grade.
Explanations of the scale, praise, verdicts on single cases, and grades denied or wished for are kept out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from extract.document.reading import Reading
from extract.pipes.annotation import Annotation, Pipe, annotations_of, notes_of, reading_of
from extract.pipes.grades.areas import Areas
from extract.pipes.grades.prose import Prose
from extract.pipes.grades.scope import Scope
from extract.pipes.grades.structure import Structure
from extract.pipes.grades.verdict import Entry, Verdict
from extract.pipes.triggers import Hit, hits_of

_READ = frozenset(("paragraph", "standfirst", "item"))


class Grades(Pipe):
    """The pipe of the field `grades`.

    Args:
        cues: Table of `cues/grades.toml`.
        topics: Wordings of the topics of every programme, in lower case.
    """

    key = "grades"

    def __init__(self, cues: Mapping[str, Any], topics: Sequence[str]) -> None:
        self.areas = Areas(topics)
        self.structure = Structure(self.areas, cues["grades"])
        self.prose = Prose(cues, Scope(cues), self.areas)

    def find(self, doc: Doc) -> Iterator[Annotation]:
        """Grades, in the order of the text."""
        reading = reading_of(doc)
        hits = [hit for hit in hits_of(doc, "grade") if self._cased(reading, hit)]
        if not hits:
            return
        forces = annotations_of(doc, "forces")
        mentions = [(note.start, note.end) for note in forces]
        entries, used = self.structure.find(reading, hits, mentions)
        found = [self._entry(reading, entry) for entry in entries]
        published = notes_of(doc).get("published")
        last: tuple[Hit, int] | None = None
        for number, sentence in enumerate(reading.sentences):
            span = reading.spans[sentence.span]
            if span.kind not in _READ or sentence.span in used:
                continue
            inside = [hit for hit in hits if sentence.start <= hit[0] < sentence.end]
            if not inside:
                follow = (
                    last
                    and number == last[1] + 1
                    and self.prose.complements.follow(
                        reading,
                        sentence.start,
                        sentence.end,
                        last[0],
                        [mention for mention in mentions if sentence.start <= mention[0] < sentence.end],
                        previous=bool(found and found[-1].attributes["previous"]),
                    )
                )
                if follow:
                    found.append(self._verdict(reading, sentence.span, (sentence.start, sentence.end), follow))
                continue
            last = (inside[-1], number)
            above = (
                reading.sentences[number - 1]
                if number and reading.sentences[number - 1].span == sentence.span
                else None
            )
            bodies = [mention for mention in mentions if sentence.start <= mention[0] < sentence.end]
            verdicts = self.prose.find(
                reading,
                sentence.start,
                sentence.end,
                inside,
                bodies,
                above=(above.start, above.end) if above else None,
                published=published,
            )
            for verdict in verdicts:
                if verdict.hit[2] == "same":
                    known = [note.attributes["grade"] for note in found if not note.attributes["previous"]]
                    if not known:
                        continue
                    verdict.hit = (*verdict.hit[:2], known[-1])
                found.append(self._verdict(reading, sentence.span, (sentence.start, sentence.end), verdict))
        yield from sorted(found, key=lambda note: note.start)

    @staticmethod
    def _cased(reading: Reading, hit: Hit) -> bool:
        """Whether an abbreviation is written as one: "RI", not "ri"."""
        return hit[1] - hit[0] > 2 or reading.text[hit[0] : hit[1]].isupper()

    @staticmethod
    def _entry(reading: Reading, entry: Entry) -> Annotation:
        span = reading.spans[entry.span]
        return Annotation(
            "grade",
            entry.hit[0],
            entry.hit[1],
            entry.rule,
            {
                "grade": entry.hit[2],
                "areas": [list(entry.area)] if entry.area else [],
                "previous": entry.previous,
                "overall": entry.area is None,
                "evidence": [span.start, span.end],
                "force": entry.force,
                "span": entry.span,
                "same": False,
                "back": 0,
                "share": -1,
                "kept": False,
            },
            ((entry.hit[0], entry.hit[1], reading.lower[entry.hit[0] : entry.hit[1]]),),
        )

    @staticmethod
    def _verdict(reading: Reading, span: int, sentence: tuple[int, int], verdict: Verdict) -> Annotation:
        return Annotation(
            "grade",
            verdict.hit[0],
            verdict.hit[1],
            verdict.rule,
            {
                "grade": verdict.hit[2],
                "areas": [list(area) for area in verdict.areas],
                "previous": verdict.previous,
                "overall": verdict.overall,
                "evidence": list(sentence),
                "force": -1,
                "span": span,
                "same": verdict.same,
                "back": verdict.back,
                "share": verdict.share,
                "kept": verdict.kept,
            },
            ((verdict.hit[0], verdict.hit[1], reading.lower[verdict.hit[0] : verdict.hit[1]]),),
        )
