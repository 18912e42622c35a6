"""V30x: forces, and the rows that are put to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from extract.checks.check import Body, Case, Notice, check, plain
from extract.expressions import expression
from models import Evidence
from models.record import Force, Grade, Recommendation

_NEAR, _SURE = 84.0, 95.0
_WORD = expression(r"[^\W\d_]{3,}")
_EMPTY = frozenset(("police", "constabulary", "force", "service", "fire", "rescue", "and", "the", "brigade", "county"))
_SEVERAL = expression(r"\b(?:both|two|three|either|neither|each|all)\b", re.I)
_OPENING = 60
"""Characters at the beginning of a sentence within which it names what it is about."""
_HEADING = 70
"""Longest line that can be a heading, in characters."""


@check("V301", "error", "row for a force that is not there")
def see_unlisted(case: Case) -> Iterator[Notice]:
    """A grade, an ask or a count is put to a force that is not among the forces of the record, so that no place in the
    article names it. The force is wrong, or its row was dropped.
    """
    listed = {force.id for force in case.record.forces}
    for name in ("stated_counts", "grades", "recommendations"):
        for number, row in enumerate(getattr(case.record, name)):
            if row.force is not None and row.force not in listed:
                yield Notice(f"/{name}/{number}/force", f"{row.force} is not among the forces", row.evidence[:1])


@check("V302", "warning", "evidence that does not name the force")
def see_other_names(case: Case) -> Iterator[Notice]:
    """No evidence of a force has a word of its name, of an alias or of a place that stands for it. The id is wrong, or
    the name is a nickname, which belongs into the registry as an alias.
    """
    for number, force in enumerate(case.record.forces):
        body = case.lists.forces.get(force.id)
        if body is None:
            message = f"{force.id} is not in the registry"
        elif not force.evidence or any(_names(body, evidence) for evidence in force.evidence):
            continue  # one without evidence is that on whose page the article stands
        else:
            message = f"{force.evidence[0].text!r} does not name {body.name}"
        yield Notice(f"/forces/{number}", message, force.evidence[:1])


@check("V303", "warning", "row for one force, evidence for another")
def see_misplaced(case: Case) -> Iterator[Notice]:
    """The sentence of a grade or an ask, or the heading over it, names other forces than the one that the row is put
    to. In articles about several forces this is where rows are put to the wrong one.
    """
    if not case.sound:
        return
    for name in ("grades", "recommendations"):
        for number, row in enumerate(getattr(case.record, name)):
            if row.force is None or row.force not in case.names:
                continue
            named = [_forces_of(case, evidence, _stop(row, evidence)) for evidence in row.evidence]
            if named and all(named) and not any(row.force in ids for ids in named):
                others = " and ".join(sorted({case.names[key] for ids in named for key in ids}))
                message = f"is put to {case.names[row.force]}, its words to {others}"
                yield Notice(f"/{name}/{number}/force", message, row.evidence[:1])


@check("V304", "note", "name that could mean two bodies")
def see_ambiguous(case: Case) -> Iterator[Notice]:
    """All mentions of a force are by a name that another body of the registry has as well, as "Kent" is a police force
    and a fire service. Which is meant was told from the context alone.
    """
    owners: dict[str, set[str]] = {}
    for number, force in enumerate(case.record.forces):
        said = {plain(evidence.text) for evidence in force.evidence}
        own = case.lists.forces.get(force.id)
        if own is not None and plain(own.name) in said:
            continue
        for body in case.lists.forces.values() if not owners else ():
            for name in (*body.names(), *body.places):
                owners.setdefault(plain(name), set()).add(body.id)
        meant = [owners.get(plain(evidence.text), {force.id}) for evidence in force.evidence]
        if meant and all(len(ids) > 1 for ids in meant):
            others = ", ".join(case.lists.forces[key].name for key in sorted(set.union(*meant) - {force.id}))
            message = f"{force.evidence[0].text!r} may mean {force.name} or {others}"
            yield Notice(f"/forces/{number}", message, force.evidence[:1])


@check("V305", "warning", "misspelt name of a force")
def see_misspelt(case: Case) -> Iterator[Notice]:
    """A mention is no name of the force, only near one in spelling. Near the threshold another body may be meant; the
    message says how alike the two are, of 100.
    """
    for number, force in enumerate(case.record.forces):
        body = case.lists.forces.get(force.id)
        if body is None:
            continue
        known = {plain(name) for name in (*body.names(), *body.places)}
        for text, evidence in {plain(evidence.text): evidence for evidence in reversed(force.evidence)}.items():
            if text in known or text.removeprefix("the ") in known or " " not in text:
                continue
            found = process.extractOne(text, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
            if found and found[1] < _SURE and not _inflected(text, known):
                message = f"{evidence.text!r} is {found[1]:.0f} of 100 like {found[0]!r} of {body.name}"
                yield Notice(f"/forces/{number}", message, (evidence,))


@check("V306", "note", "ask without a force")
def see_unaddressed(case: Case) -> Iterator[Notice]:
    """An ask is put to no force, though the article reports the inspection of one. That is right for asks of all chief
    constables and of bodies outside the registry; else the force is missing.
    """
    if any(force.subject for force in case.record.forces):
        for number, ask in enumerate(case.record.recommendations):
            if ask.force is None:
                yield Notice(f"/recommendations/{number}/force", "the ask is put to no force", ask.evidence[:1])


@check("V307", "warning", "nothing extracted")
def see_nothing(case: Case) -> Iterator[Notice]:
    """The article names an inspectorate and a force, and the record has no grade, ask, count, initiative or quote. Look
    whether the article is whole; an article that only mentions them is right so.
    """
    record = case.record
    rows = (record.grades, record.recommendations, record.stated_counts, record.initiatives, record.quotes)
    if any(rows) or not record.forces or case.text is None:
        return
    for inspectorate in case.lists.inspectorates.values():
        names = "|".join(re.escape(name) for name in (inspectorate.name, *inspectorate.aliases))
        found = re.search(rf"\b(?:{names})\b", case.text)
        if found:
            message = f"names {inspectorate.name} and {record.forces[0].name}, and nothing was extracted"
            evidence = (case.cut(*found.span()), *record.forces[0].evidence[:1]) if case.sound else ()
            yield Notice("", message, evidence)
            return


@check("V308", "warning", "row for a force that was not inspected")
def see_bystanders(case: Case) -> Iterator[Notice]:
    """A current grade or an ask is put to a force that the record holds to be only mentioned (`subject` is false). One
    of the two is wrong.
    """
    mentioned = {force.id for force in case.record.forces if not force.subject}
    for name in ("grades", "recommendations"):
        for number, row in enumerate(getattr(case.record, name)):
            if row.force in mentioned and not getattr(row, "previous", False):
                message = f"is put to {case.names[row.force]}, which is only mentioned"
                yield Notice(f"/{name}/{number}/force", message, row.evidence[:1])


@check("V309", "warning", "force twice")
def see_twins(case: Case) -> Iterator[Notice]:
    """Two rows are of one force, or two forces have the same mention. Their evidence belongs into one row."""
    places: dict[tuple[int, int], Force] = {}
    seen: set[str] = set()
    for number, force in enumerate(case.record.forces):
        if force.id in seen:
            yield Notice(f"/forces/{number}", f"{force.id} has a row above", force.evidence[:1])
        seen.add(force.id)
        for evidence in force.evidence:
            other = places.setdefault((evidence.start, evidence.end), force)
            if other.id != force.id:
                yield Notice(
                    f"/forces/{number}", f"{evidence.text!r} is a mention of {other.name} as well", (evidence,)
                )
                break


def _names(body: Body, evidence: Evidence) -> bool:
    """Whether evidence has a word of a body's name, or is an alias of it."""
    text = plain(evidence.text)
    words = set(_WORD.findall(text)) - _EMPTY
    names = [plain(name) for name in (*body.names(), *body.places)]
    if any(text == name or text.removeprefix("the ") == name.removeprefix("the ") for name in names):
        return True
    own = {word for name in names for word in _WORD.findall(name)} - _EMPTY
    return bool(words & own) or any(fuzz.ratio(word, other) >= 75 for word in words for other in own)


def _inflected(text: str, known: set[str]) -> bool:
    """Whether a text is a known name with an ending or a word more."""
    return any(name in text or text in name for name in known if len(name) > 5)


def _stop(row: Grade | Recommendation, evidence: Evidence) -> int:
    """Offset behind which a force that evidence names is no longer the one that the row is about."""
    if isinstance(row, Grade):
        start = row.area.start
        return start if start is not None and evidence.start < start < evidence.end else evidence.start + _OPENING
    return evidence.start + _OPENING


def _forces_of(case: Case, evidence: Evidence, stop: int) -> set[str]:
    """Forces that evidence names before an offset, or else the heading over it; none where it is of several."""
    inside = {key for start, _, key in case.bodies if evidence.start <= start < min(stop, evidence.end)}
    text = case.text or ""
    if inside or _SEVERAL.search(text, evidence.start, evidence.end):
        return inside
    before = [(start, end, key) for start, end, key in case.bodies if end <= evidence.start]
    if not before:
        return set()
    start, end, _ = before[-1]
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)].strip()
    alone = {k for s, e, k in case.bodies if low <= s < high}
    heading = len(line) < _HEADING and not line.endswith((".", "”", '"', ",")) and low > 0
    return alone if heading and len(alone) == 1 else set()
