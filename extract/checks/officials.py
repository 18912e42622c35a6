"""V32x: the people who are quoted, their roles and their bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.checks.check import Case, Notice, check, plain
from extract.expressions import expression

_TWOFOLD = expression(r"\bpolice\b.*\bfire\b|\bfire\b.*\bpolice\b|\bchief executive\b")


@check("V321", "note", "speaker without a role")
def see_roles(case: Case) -> Iterator[Notice]:
    """An official has no role. Where the article gives one, it was missed; a person without one may be private."""
    for number, row in enumerate(case.record.officials):
        if not row.role:
            yield Notice(f"/officials/{number}/role", f"{row.name} has no role", row.evidence[:1])


@check("V322", "warning", "role that does not fit the organisation")
def see_misfits(case: Case) -> Iterator[Notice]:
    """A rank of fire services stands with a police force, or a rank of the police with a fire service, or the head of
    an inspectorate with a force. The organisation was guessed wrongly where a county has both.
    """
    ranks = case.lists.ranks
    fire, police = set(ranks["fire"]) - set(ranks["police"]), set(ranks["police"]) - set(ranks["fire"])
    for number, row in enumerate(case.record.officials):
        body = case.lists.forces.get(row.organisation or "")
        role = plain(row.role or "")
        if body is None or not role or _TWOFOLD.search(role):
            continue
        other, kind = (fire, "fire services") if body.kind == "police" else (police, "police forces")
        misfit = next((rank for rank in sorted(other, key=len, reverse=True) if _says(role, rank)), None)
        if misfit and not any(_says(role, rank) and len(rank) > len(misfit) for rank in (police | fire) - other):
            message = f"{row.role!r} is a rank of {kind}, {body.name} is none"
        elif re.search(r"\bmajesty's\b.*\binspector\b|\binspector of (?:constabulary|fire|prisons|probation)", role):
            message = f"{row.role!r} is an office of an inspectorate, {body.name} is none"
        else:
            continue
        yield Notice(f"/officials/{number}/organisation", message, row.evidence)


@check("V323", "warning", "official whom no quote credits")
def see_silent(case: Case) -> Iterator[Notice]:
    """An official is nobody's speaker. Officials are the people whom the article quotes: a quote was missed, or credited
    to somebody else.
    """
    speakers = {quote.speaker for quote in case.record.quotes}
    for number, row in enumerate(case.record.officials):
        if row.id not in speakers:
            yield Notice(f"/officials/{number}", f"{row.name or row.role} is credited with no quote", row.evidence[:1])


@check("V324", "warning", "official twice")
def see_doubles(case: Case) -> Iterator[Notice]:
    """Two officials have the same name. They are one person, and the quotes of both are one speaker's."""
    seen: dict[str, str] = {}
    for number, row in enumerate(case.record.officials):
        if row.name:
            other = seen.setdefault(plain(row.name), row.id)
            if other != row.id:
                yield Notice(f"/officials/{number}", f"{row.name} is {other} as well", row.evidence[:1])


def _says(role: str, rank: str) -> bool:
    return len(rank) > 3 and re.search(rf"\b{re.escape(rank)}\b", role) is not None
