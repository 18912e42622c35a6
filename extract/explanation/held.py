"""What was nearly a row: annotations that gave none, and triggers around which no rule fired, with what held them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.explanation.explained import Explained
from extract.explanation.rows import overlaps
from extract.explanation.trace import Trace
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.quotes.marks import find_stretches
from extract.pipes.triggers import Hit
from models import Evidence

_READ = frozenset(("paragraph", "standfirst", "item", "row", "headline"))
_PERFECT = expression(r"\s+(?:not )?have \w+")
_UNSURE = expression(r"\b(?:if|whether|may|might|would|could|will|what|why|how)\b(?: \w+){0,4} $")
_PROGRESS = expression(r"\b(?:of|on) (?:the|its|their|those)\b")
_NUMBER = expression(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\b[^.;]{0,40}$")


def explain_held(trace: Trace, field: str, rows: Sequence[Explained]) -> Iterator[Explained]:
    """What of a field was held back.

    Args:
        trace: The run.
        field: Field of the record.
        rows: Explanations of the field's rows, whose places are left aside.
    """
    kept = [Evidence(start=row.start, end=row.end, text=row.text) for row in rows if row.text]
    kept += [
        e for row in getattr(trace.record, field) for e in (*getattr(row, "evidence", ()), *getattr(row, "parts", ()))
    ]
    for note in trace.notes(field):
        place = trace.cut(*_span(field, note))
        if not _is_kept(trace, field, note, place, kept):
            reason = _REFUSED[field](trace, note, place)
            if reason:
                yield Explained(
                    field,
                    "",
                    _value(field, note),
                    note.rule,
                    place.start,
                    place.end,
                    place.text,
                    trace.cues(note),
                    (reason,),
                )
    taken = [_span(field, note) for note in trace.notes(field)]
    for hit, reason in _TRIGGERS[field](trace):
        if not any(start < hit[1] and hit[0] < end for start, end in taken):
            place = trace.cut(hit[0], hit[1])
            around = trace.cut(*trace.sentence(hit[0]))
            reasons = (reason, f"in: {' '.join(around.text.split())[:110]}")
            yield Explained(field, "", place.text, "", place.start, place.end, place.text, (), reasons)


def _span(field: str, note: Annotation) -> tuple[int, int]:
    return note.start, note.end


def _is_kept(trace: Trace, field: str, note: Annotation, place: Evidence, kept: Sequence[Evidence]) -> bool:
    if field == "forces":
        return any(force.id == note.attributes["id"] for force in trace.record.forces)
    if field == "grades":
        sentence = trace.cut(*note.attributes["evidence"])
        grade = note.attributes["grade"]
        return any(
            row.grade == grade and any(overlaps(sentence, e) for e in row.evidence) for row in trace.record.grades
        )
    if field == "quotes":
        first = trace.cut(*note.attributes["parts"][0])
        return any(row.kind == note.label and row.parts[0] == first for row in trace.record.quotes)
    return any(overlaps(place, evidence) for evidence in kept)


def _value(field: str, note: Annotation) -> str:
    data = note.attributes
    return {
        "forces": lambda: str(data["id"]),
        "grades": lambda: str(data["grade"]) + (", previous" if data["previous"] else ""),
        "stated_counts": lambda: f"{data['count']} {data['of']}",
    }.get(field, lambda: note.label)()


def _no_inspection(trace: Trace) -> str | None:
    return None if trace.record.inspectorate else "held back: the article reports no inspection of an inspectorate"


def _refuse_force(trace: Trace, note: Annotation, place: Evidence) -> str:
    if not note.attributes["strong"]:
        return "held back: nothing beside the bare name makes it the force and not the county"
    return f"held back: it is named only in a {trace.block(note.start)}"


def _refuse_grade(trace: Trace, note: Annotation, place: Evidence) -> str:
    speaker = trace.speaker(place.start)
    if _no_inspection(trace):
        return _no_inspection(trace) or ""
    if speaker:
        return f"held back: these are the words of {speaker}, not of the inspectorate"
    if not note.attributes["areas"] and not note.attributes["overall"]:
        return "held back: no area is named before it within reach"
    return "held back: no force is known here, a list says it again in full, or this part is not graded"


def _refuse_ask(trace: Trace, note: Annotation, place: Evidence) -> str:
    speaker = trace.speaker(place.start)
    if _no_inspection(trace):
        return _no_inspection(trace) or ""
    if speaker:
        return f"held back: these are the words of {speaker}, not of the inspectorate"
    if note.attributes.get("asked") == "never":
        return "held back: what is asked is not a body that was inspected"
    return "held back: the ask is put to somebody who was not inspected, or is said again by a longer one"


def _refuse_quote(trace: Trace, note: Annotation, place: Evidence) -> str:
    if note.label == "indirect":
        return "held back: a reported clause wants a person with a name"
    if note.label == "fragment":
        return "held back: quoted words in a sentence want a speaker"
    return "held back: it repeats a quote"


def _refuse_official(trace: Trace, note: Annotation, place: Evidence) -> str:
    if note.attributes["form"] not in ("name", "role"):
        return ""
    name = " ".join(place.text.split())
    if any(name in (person.name or person.role or "") for person in trace.record.officials):
        return ""
    if note.attributes["private"]:
        return "held back: speaks as a private person"
    return "held back: no quote is credited to this person"


def _refuse_other(trace: Trace, note: Annotation, place: Evidence) -> str:
    return _no_inspection(trace) or "held back: joined to a row that says the same"


def _grade_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    """Wordings of grades that no rule took, by the qualifiers of `pipes/grades/scope.py`."""
    scope, reading = trace.scope, trace.reading
    hits = trace.hits("grade")
    for hit in hits:
        if trace.block(hit[0]) not in _READ:
            yield hit, f"held back: a {trace.block(hit[0])} is not read for grades"
            continue
        low, high = trace.sentence(hit[0])
        inside = [other for other in hits if low <= other[0] < high]
        clause = scope.clause(reading, hit[0], hit[1], low, high)
        before = " ".join(reading.text[clause[0] : hit[0]].split())[-60:]
        if scope.is_scale(reading, inside, low, high):
            yield hit, "held back: the sentence explains the scale"
        elif scope.is_adjective(reading, hit, high):
            follows = reading.text[hit[1] : hit[1] + 24].split()
            yield hit, f"held back: it describes {follows[0] if follows else 'what follows'!r} and grades nothing"
        elif scope.is_unreal(reading, hit, clause, inside):
            yield hit, f"held back: denied, wished for or supposed, by the words before it: {before!r}"
        elif scope.is_case(reading, hit, clause, low, None):
            yield hit, "held back: a verdict on single cases"
        elif scope.is_unfinished(reading, hit, clause):
            yield hit, "held back: it says that something is still to do"
        else:
            yield hit, "weighed and found too light: no verb of grading, no area or no body beside it"


def _ask_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    asks = [trace.notes("recommendations")[n].attributes for n in range(len(trace.notes("recommendations")))]
    used = {tuple(data["modal"]) for data in asks}
    for hit in trace.hits("modal"):
        if (hit[0], hit[1]) in used:
            continue
        low, high = trace.sentence(hit[0])
        lower = trace.reading.lower
        if trace.block(hit[0]) not in _READ:
            yield hit, f"held back: a {trace.block(hit[0])} is not read for asks"
        elif _PERFECT.match(lower, hit[1]):
            yield hit, "held back: it says what should have been done"
        elif _UNSURE.search(lower[max(low, hit[0] - 40) : hit[0]]):
            yield hit, "held back: supposed or asked, by the words before it"
        elif lower[high - 1 : high] == "?":
            yield hit, "held back: a question"
        else:
            yield hit, "no rule fired: no body before it that can be asked, or no action behind it"


def _count_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    for hit in trace.hits("count"):
        low, _ = trace.sentence(hit[0])
        before = trace.reading.lower[low : hit[0]]
        if not _NUMBER.search(before):
            yield hit, "no rule fired: no number stands before it"
        elif _PROGRESS.search(before[-40:]):
            yield hit, "held back: it counts progress, or points back to what was counted"
        else:
            yield hit, "held back: of an earlier inspection, of something that is not graded, or not stated as found"


def _quote_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    """Stretches in quotation marks that are no quotes."""
    parts = [part for note in trace.notes("quotes") for part in note.attributes["parts"]]
    for span in trace.reading.spans:
        for stretch in find_stretches(trace.reading.typed, span.start, span.end):
            if any(start < stretch.end and stretch.start < end for start, end in parts):
                continue
            words = trace.reading.lower[stretch.start : stretch.end].strip(" .,")
            hit = (stretch.start, stretch.end, "")
            if words in trace.extractor.parts.lists.cues["grades"]["grades"]:
                yield hit, "held back: a grade in quotation marks"
            elif span.kind not in _READ:
                yield hit, f"held back: a {span.kind} is not read for quotes"
            else:
                yield hit, "held back: no words credit it to a speaker, or it names a thing"


def _initiative_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    for hit in trace.hits("initiative"):
        if trace.reading.text[hit[0]].isupper():
            yield hit, "no rule fired: no proper name beside the word, or it belongs to another name"


def _force_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    for hit in trace.hits("place"):
        if trace.reading.text[hit[0]].isupper():
            yield hit, "held back: it is part of another body's name"


def _no_triggers(trace: Trace) -> Iterator[tuple[Hit, str]]:
    yield from ()


_REFUSED: dict[str, Callable[[Trace, Annotation, Evidence], str]] = {
    "forces": _refuse_force,
    "stated_counts": _refuse_other,
    "grades": _refuse_grade,
    "recommendations": _refuse_ask,
    "initiatives": _refuse_other,
    "officials": _refuse_official,
    "quotes": _refuse_quote,
}
_TRIGGERS: dict[str, Callable[[Trace], Iterator[tuple[Hit, str]]]] = {
    "forces": _force_triggers,
    "stated_counts": _count_triggers,
    "grades": _grade_triggers,
    "recommendations": _ask_triggers,
    "initiatives": _initiative_triggers,
    "officials": _no_triggers,
    "quotes": _quote_triggers,
}
