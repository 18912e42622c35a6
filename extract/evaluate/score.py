"""One record against the gold of its article, field by field.

Enters a record and a gold; leaves a tally of each field. Values are matched one to one by what they say, the most
alike first; offsets are not compared, as the gold has none.

Source: `samples/GUIDELINES.md`; what has to match is in the README under "peelback evaluate".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from extract.evaluate.alike import area_alike, norm, pair, token_f1
from extract.evaluate.tally import Miss, Scores, Tally, Verdict
from models import Evidence, Grade, Official, Record
from models.gold import Gold, GoldGrade
from models.record import Row

P = TypeVar("P")
G = TypeVar("G")

AREAS_ALIKE, ASKS_ALIKE, ROLES_ALIKE = 0.8, 0.7, 0.8
"""Least likeness of two areas, of the clauses of two asks, of two roles."""

QUOTES_ALIKE = {"direct": 0.9, "fragment": 0.6, "indirect": 0.6}
"""Least F1 of the words of two quoted parts, by kind."""

_QUOTE_FIELDS = {"direct": "quotes", "fragment": "fragments", "indirect": "indirect"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it is shown: its words, where a record has it, and what of a gold to look for in the article."""

    text: str
    place: Evidence | None = None
    says: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A quoted part with the names under which its speaker may be credited."""

    text: Evidence
    who: frozenset[str]
    row: Row
    shown: str


@dataclass(frozen=True, slots=True)
class GoldPart:
    """A quoted part of the gold with its speaker, "" for none."""

    text: str
    who: str


def score(records: Mapping[str, Record], golds: Mapping[str, Gold]) -> dict[str, Scores]:
    """The tallies of each article that has a gold.

    Args:
        records: By stem; an article without a record counts as all missed.
        golds: By stem.

    Returns:
        Tallies by field, by stem, in the order of the golds.
    """
    return {stem: compare(stem, records.get(stem), gold) for stem, gold in golds.items()}


def stem_of(path: str) -> str:
    """The stem under which an article's record and gold are matched.

    Example:
        >>> stem_of("samples/dev/news-07-police-dog-retires.txt")
        'news-07-police-dog-retires'
    """
    return Path(path).name.rsplit(".", 1)[0]


def compare(article: str, record: Record | None, gold: Gold) -> Scores:
    """The tallies of one article.

    Args:
        article: Its stem.
        record: Its record, or None.
        gold: Its gold.
    """
    scores = {
        "forces": _forces(article, record, gold),
        "grades": _grades(article, record, gold),
        "counts": _counts(article, record, gold),
        "initiatives": _initiatives(article, record, gold),
        "officials": _officials(article, record, gold),
        "source": _source(record, gold),
    }
    scores["recommendations"], scores["rows"] = _asks(article, record, gold)
    for kind in QUOTES_ALIKE:
        _quotes(article, record, gold, kind, scores)
    return scores


def _tally(
    field: str,
    article: str,
    found: Sequence[P],
    gold: Sequence[G],
    pairs: Sequence[tuple[int, int]],
    show: Callable[[P], Shown],
    show_gold: Callable[[G], Shown],
    rows: Sequence[Row] = (),
) -> Tally:
    """Numbers, misses and, where rows are given, verdicts of one field."""
    tally = Tally(len(pairs), len(found), len(gold))
    right, known = {i for i, _ in pairs}, {j for _, j in pairs}
    for shown in (show_gold(value) for j, value in enumerate(gold) if j not in known):
        tally.misses.append(Miss(field, article, "missed", shown.text, says=shown.says, within=shown.within))
    for i, value in enumerate(found):
        if i not in right:
            shown = show(value)
            start, end = (shown.place.start, shown.place.end) if shown.place else (-1, -1)
            rule = rows[i].rule if rows else ""
            tally.misses.append(Miss(field, article, "wrong", shown.text, start, end, rule=rule))
    tally.verdicts = [Verdict(article, row.rule, row.confidence, i in right) for i, row in enumerate(rows)]
    return tally


def _forces(article: str, record: Record | None, gold: Gold) -> Tally:
    found = record.forces if record else ()
    pairs = pair(found, gold.forces, lambda a, b: (a.id, a.subject) == (b.id, b.subject), 1)

    def words(id: str, subject: bool) -> str:
        return f"{id} ({'subject' if subject else 'mentioned'})"

    return _tally(
        "forces",
        article,
        found,
        gold.forces,
        pairs,
        lambda f: Shown(words(f.id, f.subject), next(iter(f.evidence), None), _name(f.id)),  # an own page needs no name
        lambda f: Shown(words(f.id, f.subject), says=_name(f.id)),
        found,
    )


def _name(id: str) -> str:
    """What of a force's name an article surely says, its place."""
    kept = [
        word for word in id.split("-") if word not in ("police", "fire", "rescue", "service", "and", "constabulary")
    ]
    return " ".join(kept)


def _grades(article: str, record: Record | None, gold: Gold) -> Tally:
    found = record.grades if record else ()

    def alike(one: Grade, other: GoldGrade) -> float:
        same = (one.force, one.grade, one.previous) == (other.force, other.grade, other.previous)
        return area_alike(one.area.text, other.area) if same else 0.0

    def words(force: str | None, area: str, grade: str, previous: bool) -> str:
        return f"{force}: {area} = {grade}{' (previous)' if previous else ''}"

    def place(row: Grade) -> Evidence:
        area = row.area
        if area.start is None or area.end is None:
            return row.evidence[0]
        return Evidence(start=area.start, end=area.end, text=area.text)

    return _tally(
        "grades",
        article,
        found,
        gold.grades,
        pair(found, gold.grades, alike, AREAS_ALIKE),
        lambda g: Shown(words(g.force, g.area.text, g.grade, g.previous), place(g)),
        lambda g: Shown(
            words(g.force, g.area, g.grade, g.previous), says=g.area if g.area != "overall" else g.span, within=g.span
        ),
        found,
    )


def _counts(article: str, record: Record | None, gold: Gold) -> Tally:
    found = record.stated_counts if record else ()
    pairs = pair(found, gold.stated_counts, lambda a, b: (a.count, a.of, a.grade) == (b.count, b.of, b.grade), 1)

    def words(count: int, of: str, grade: str | None) -> str:
        return f"{count} {of}{f' {grade}' if grade else ''}"

    return _tally(
        "counts",
        article,
        found,
        gold.stated_counts,
        pairs,
        lambda c: Shown(words(c.count, c.of, c.grade), c.evidence[0]),
        lambda c: Shown(words(c.count, c.of, c.grade)),
        found,
    )


def _asks(article: str, record: Record | None, gold: Gold) -> tuple[Tally, Tally]:
    """The tally of the mentions, and that of the pairs of mentions that stand in one row."""
    rows = record.recommendations if record else ()
    found = [(number, mention) for number, row in enumerate(rows) for mention in row.evidence]
    known = [(number, mention) for number, row in enumerate(gold.recommendations) for mention in row.mentions]
    pairs = pair(found, known, lambda a, b: token_f1(a[1].text, b[1]), ASKS_ALIKE)
    tally = _tally(
        "recommendations",
        article,
        found,
        known,
        pairs,
        lambda m: Shown(m[1].text, m[1]),
        lambda m: Shown(m[1], says=m[1]),
        [rows[number] for number, _ in found],
    )
    for i, j in pairs:
        tally.judge("kind", rows[found[i][0]].kind == gold.recommendations[known[j][0]].kind)

    to_gold = dict(pairs)
    together = {frozenset((a, b)) for a in range(len(known)) for b in range(a) if known[a][0] == known[b][0]}
    grouped = {
        frozenset((to_gold.get(a, -1 - a), to_gold.get(b, -1 - b)))
        for a in range(len(found))
        for b in range(a)
        if found[a][0] == found[b][0]
    }
    grouping = Tally(len(together & grouped), len(grouped), len(together))
    for both in sorted(tuple(sorted(pair_)) for pair_ in together - grouped):
        apart = " | ".join(known[j][1] for j in both)
        grouping.misses.append(Miss("rows", article, "missed", f"one ask: {apart}", says=known[both[0]][1]))
    return tally, grouping


def _initiatives(article: str, record: Record | None, gold: Gold) -> Tally:
    found = record.initiatives if record else ()
    pairs = pair(found, gold.initiatives, lambda a, b: norm(a.name) == norm(b.name), 1)
    tally = _tally(
        "initiatives",
        article,
        found,
        gold.initiatives,
        pairs,
        lambda i: Shown(i.name, i.evidence[0]),
        lambda i: Shown(i.name, says=i.name, within=i.about or ""),
        found,
    )
    for i, j in pairs:
        tally.judge("started", (found[i].started or None) == (gold.initiatives[j].started or None))
    return tally


def _officials(article: str, record: Record | None, gold: Gold) -> Tally:
    found = record.officials if record else ()
    pairs = pair(found, gold.officials, lambda a, b: norm(a.name or a.role) == norm(b.name or b.role), 1)
    tally = _tally(
        "officials",
        article,
        found,
        gold.officials,
        pairs,
        lambda o: Shown(f"{o.name} ({o.role})", o.evidence[0]),
        lambda o: Shown(f"{o.name} ({o.role})", says=o.name or o.role or ""),
        found,
    )
    for i, j in pairs:
        one, other = found[i], gold.officials[j]
        same = norm(one.role) == norm(other.role) or token_f1(one.role, other.role) >= ROLES_ALIKE
        tally.judge("role", same)
        tally.judge("organisation", norm(one.organisation) == norm(other.organisation))
    return tally


def _quotes(article: str, record: Record | None, gold: Gold, kind: str, scores: Scores) -> None:
    """The tally of one kind of quotes, and for direct speech that of parts with their speakers."""
    name = _QUOTE_FIELDS[kind]
    found = _parts(record, kind)
    known = [GoldPart(part, norm(q.speaker)) for q in gold.quotes if q.kind == kind for part in q.parts]
    pairs = pair(found, known, lambda a, b: token_f1(a.text.text, b.text), QUOTES_ALIKE[kind])
    credited = [(i, j) for i, j in pairs if known[j].who in found[i].who or not (known[j].who or found[i].who)]
    tally = _tally(
        name,
        article,
        found,
        known,
        pairs,
        lambda p: Shown(p.text.text, p.text),
        lambda p: Shown(p.text, says=p.text),
        [part.row for part in found],
    )
    for both in pairs:
        tally.judge("speaker", both in credited)
    right = {i for i, _ in credited}
    tally.verdicts = [Verdict(article, part.row.rule, part.row.confidence, i in right) for i, part in enumerate(found)]
    scores[name] = tally
    if kind == "direct":
        scores["attributed"] = _tally(
            "attributed",
            article,
            found,
            known,
            credited,
            lambda p: Shown(f"{p.shown}: {p.text.text}", p.text),
            lambda p: Shown(f"{p.who}: {p.text}", says=p.text),
        )


def _parts(record: Record | None, kind: str) -> list[Part]:
    """The parts of all quotes of a kind."""
    if record is None:
        return []
    people = {official.id: official for official in record.officials}
    return [
        Part(
            part, frozenset(_names(people.get(quote.speaker or ""), quote.speaker)), quote, _who(people, quote.speaker)
        )
        for quote in record.quotes
        if quote.kind == kind
        for part in quote.parts
    ]


def _names(person: Official | None, speaker: str | None) -> set[str]:
    names = {norm(person.name), norm(person.role)} if person else {norm(speaker)}
    return names - {""}


def _who(people: Mapping[str, Official], speaker: str | None) -> str:
    person = people.get(speaker or "")
    return (person.name or person.role if person else speaker) or "nobody"


def _source(record: Record | None, gold: Gold) -> Tally:
    tally = Tally()
    for name in ("title", "published", "author"):
        found = getattr(record.source, name) if record else None
        tally.judge(name, norm(found) == norm(getattr(gold.source, name)))
    return tally
