"""V20x: stated counts against the rows that were found, and what the article says against what has a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.checks.check import Case, Notice, check, plain
from models.record import Count, Grade

_KINDS = {
    "recommendations": "recommendation",
    "areas for improvement": "area_for_improvement",
    "causes of concern": "cause_of_concern",
}
_GIVEN = re.compile(r"\b(?:graded|rated|judged|marked|given|awarded|assessed|handed|deemed)\b")
_AWAY = re.compile(
    r"n[’']t\b|\b(?:not|no|never|if|would|could|should|might|may|will|can|whether|until|hopes?|hoping|aim\w*|want\w*|either|or|"
    r"last|previous\w*|earlier|had|before|ago|files?|cases|of the \w+ \w+|scale|grades are|up from|down from|from)\b"
)
_SPLIT = re.compile(r"[,;:()–—]| - |(?<= )and (?=\w)|(?<= )but |(?<= )while ")
_LEADING = re.compile(
    r"(?:(?:and|its|the|their|at|in|for|how|it|they|on|also|both|of|work|well|when|comes|to|areas?) )+"
)
_GERUND = re.compile(r"[a-z]{3,}ing\b")
_VERB = re.compile(
    r"\b(?:said|says|was|were|is|are|has|have|had|found|told|added|which|that|who|including|according|following|despite|being|having|saying|adding|meaning|leaving|making|using|remaining)\b"
)
_LINE = re.compile(r"^[^\n]{2,90}$", re.M)
_HEAD = 200
"""Length of headline and standfirst, in characters: they only sum up what the body says."""


@check("V201", "warning", "areas counted and areas found")
def compare_areas(case: Case) -> Iterator[Notice]:
    """The article says how many areas were graded, and the record has another number of them. An area was missed or
    found twice, or the article lists only some of them, which is worth knowing of an article as well.
    """
    rows = case.record.stated_counts
    for number, row in enumerate(rows):
        if row.of != "areas" or row.grade is not None:
            continue
        sizes = _areas(case, None, row.force)
        unnamed = sum(c.count for c in rows if c.of == "areas" and c.grade and not any(_areas(case, c.grade, c.force)))
        layers = sum(c.count for c in rows if c.of == "areas" and c.grade is None and c.force == row.force)
        if row.count - unnamed not in sizes and layers not in sizes:
            yield from _compare(case, number, row, "areas", sizes)


@check("V202", "warning", "areas counted with one grade and areas found with it")
def compare_graded(case: Case) -> Iterator[Notice]:
    """The article says how many areas had one grade ("good in one area"), and the record has another number of them. An
    area was missed, found twice, or has the wrong grade.
    """
    for number, row in enumerate(case.record.stated_counts):
        if row.of == "areas" and row.grade is not None:
            sizes = _areas(case, row.grade, row.force)
            if any(sizes) or row.count == 1:  # "good in the other ten" names none
                yield from _compare(case, number, row, f"areas graded {row.grade}", sizes)


@check("V203", "warning", "asks counted and asks found")
def compare_asks(case: Case) -> Iterator[Notice]:
    """The article says how many causes of concern, areas for improvement or recommendations there are, and the record
    has more of them: an ask was found twice, or has the wrong label. Fewer are no finding, for articles seldom list
    all, and needs that the article tells without a label are recommendations as well.
    """
    for number, row in enumerate(case.record.stated_counts):
        if row.of in ("areas for improvement", "causes of concern"):
            found = [
                ask
                for ask in case.record.recommendations
                if ask.kind == _KINDS[row.of] and row.force in (None, ask.force)
            ]
            counted = sum(other.count for other in case.record.stated_counts if other.of == row.of)
            if len(found) > max(row.count, counted if row.force is None else 0):
                message = f"the article counts {row.count} {row.of}, the record has {len(found)}"
                yield Notice(f"/stated_counts/{number}", message, (*row.evidence, *found[-1].evidence[:1]))


@check("V204", "warning", "counts that do not add up")
def add_counts(case: Case) -> Iterator[Notice]:
    """The counts of single grades come to more than the count of all areas, or one thing is counted twice with
    different numbers. One of the numbers was misread, or the article contradicts itself.
    """
    rows = case.record.stated_counts
    for number, row in enumerate(rows):
        for other in rows[:number]:
            same = (other.of, other.grade, other.force) == (row.of, row.grade, row.force)
            layers = (
                row.of == "areas" and row.grade is None and row.count + other.count in _areas(case, None, row.force)
            )
            if same and other.count != row.count and len(_subjects(case)) < 2 and not layers:
                message = f"{row.of} are counted as {other.count} and as {row.count}"
                yield Notice(f"/stated_counts/{number}", message, (*other.evidence[:1], *row.evidence[:1]))
        if row.of == "areas" and row.grade is None:
            parts = {(o.grade, o.force): o for o in rows if o.of == "areas" and o.grade and o.force == row.force}
            total = sum(part.count for part in parts.values())
            if total > row.count and len(_subjects(case)) < 2:
                message = f"{row.count} areas are counted, and {total} by their grades"
                yield Notice(f"/stated_counts/{number}", message, row.evidence[:1])


@check("V205", "warning", "grade without a row")
def see_missed_grades(case: Case) -> Iterator[Notice]:
    """The article gives a grade, in quotation marks, behind a verb of grading, or at the end of a line of a list, and
    no row of the record points there. A grade was missed; where the words mean something else, ignore the finding.
    """
    if not case.sound or case.text is None or case.record.inspectorate is None or not case.record.grades:
        return
    lower = case.text.lower()
    marked, bare = _wordings(tuple(case.lists.cues["grades"]["grades"].items()))
    rows = [(e.start, e.end) for row in case.record.grades for e in row.evidence]
    rows += [(e.start, e.end) for row in case.record.stated_counts for e in row.evidence]
    rows += [(e.start - 40, e.end + 40) for row in case.record.stated_counts if row.grade for e in row.evidence]
    limit = max(end for _, end in rows) + 700
    seen: set[int] = set()
    for found in marked.finditer(lower, 0, limit):
        low, high = case.sentence(found.start("grade"))
        if not _AWAY.search(lower, low, high) and (_GIVEN.search(lower, low, high) or _at(lower, found.end())):
            seen.add(found.start("grade"))
    for found in bare.finditer(lower, 0, limit):
        low, high = case.sentence(found.start("grade"))
        given = _GIVEN.search(lower, max(low, found.start("grade") - 70), found.start("grade"))
        if given and not _AWAY.search(lower, low, high) and _at(lower, found.end()):
            seen.add(found.start("grade"))
    for line in _LINE.finditer(lower):
        listed = re.search(
            rf"\S ?(?:[:–—-]|\t| {{2,}}) ?(?P<grade>{bare.pattern.split('(?P<grade>')[1].split(')')[0]})[.;]?\s*$",
            line[0],
        )
        if listed and line.end() < limit:
            seen.add(line.start() + listed.start("grade"))
    for at in sorted(seen):
        if not any(start <= at < end for start, end in rows):
            low, high = case.sentence(at)
            high = low + len(case.text[low:high].rstrip())
            if any(plain(row.area.text) in plain(case.text[low:high]) for row in case.record.grades) or at < _HEAD:
                continue
            yield Notice("/grades", "a grade stands here and no row points to it", (case.cut(low, max(high, low + 1)),))


@check("V206", "warning", "item of a list of areas without a row")
def see_missed_items(case: Case) -> Iterator[Notice]:
    """The sentence that grades several areas lists one more, and no row has it. An item of the list was missed."""
    if not case.sound or case.text is None:
        return
    lower = case.text.lower()
    topics = _topics(case)
    sentences: dict[tuple[int, int], list[tuple[int, Grade]]] = {}
    for number, row in enumerate(case.record.grades):
        for evidence in row.evidence:
            sentences.setdefault((evidence.start, evidence.end), []).append((number, row))
    for (low, high), rows in sentences.items():
        areas = [(r.area.start, r.area.end) for _, r in rows if r.area.start is not None and r.area.end is not None]
        areas = [(start, end) for start, end in areas if low <= start < high]
        if not areas:
            continue
        for start, end in _items(lower, low, high):
            apart = all(end <= left or right <= start for left, right in areas)
            if apart and min(abs(start - right) for _, right in areas) < 6 and _is_area(lower[start:end], topics):
                message = f"{case.text[start:end]!r} stands in a list of graded areas and has no row"
                yield Notice(f"/grades/{rows[0][0]}", message, (case.cut(start, end),))


def _compare(case: Case, number: int, row: Count, what: str, sizes: Sequence[int]) -> Iterator[Notice]:
    """Whether none of the numbers of rows, one for each body and one for all, is the one that the article states."""
    if row.count in sizes or not case.record.grades:
        return
    found = sizes[0] if len(sizes) < 3 else "other numbers"
    message = f"the article counts {row.count} {what}, the record has {found}"
    yield Notice(f"/stated_counts/{number}", message, row.evidence)


def _areas(case: Case, grade: str | None, force: str | None) -> list[int]:
    """How many areas have a grade now: of the force, or for each force and of all."""
    rows = [row for row in case.record.grades if not row.previous and row.area.text != "overall"]
    rows = [row for row in rows if grade in (None, row.grade)]
    if force is not None:
        return [len({plain(row.area.text) for row in rows if row.force == force})]
    bodies = {row.force for row in case.record.grades if not row.previous}
    each = [len({plain(row.area.text) for row in rows if row.force == body}) for body in sorted(bodies, key=str)]
    return [len({(row.force, plain(row.area.text)) for row in rows}), *each]


def _subjects(case: Case) -> list[str]:
    return [force.id for force in case.record.forces if force.subject]


def _at(lower: str, end: int) -> bool:
    """Whether what follows a grade lets it be one: an area, or the end of the clause."""
    return bool(
        re.match(
            r"['\"’”]?(?:\s*(?:[.,;:)–—]|$)|\s+(?:at|in|for|on|when|overall|across|by|and)\b)", lower[end : end + 20]
        )
    )


@lru_cache(maxsize=8)
def _wordings(grades: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of grades in quotation marks, and of grades."""
    words = [word for word, grade in grades if grade != "same" and len(word) > 2 and not word.endswith("s")]
    words += [word for word, grade in grades if word.endswith("improvements")]
    joined = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"[‘'“\"](?P<grade>{joined})[’'”\"]"), re.compile(rf"(?<![\w'’-])(?P<grade>{joined})(?![\w-])")


def _topics(case: Case) -> frozenset[str]:
    """Wordings of the topics of the record's programme, or of all."""
    programmes = case.lists.programmes
    own = programmes.get(case.record.programme or "")
    chosen = [own] if own else list(programmes.values())
    return frozenset(words for programme in chosen for topic in programme.topics.values() for words in topic)


def _items(lower: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Items of a sentence between commas and the like."""
    edges = [low, *(edge for found in _SPLIT.finditer(lower, low, high) for edge in found.span()), high]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = lower[start:end]
        lead = len(part) - len(part.lstrip())
        leading = _LEADING.match(part.lstrip())
        start += lead + (leading.end() if leading else 0)
        end = start + len(lower[start:end].rstrip(" .\r\n"))
        if end > start:
            yield start, end


def _is_area(item: str, topics: frozenset[str]) -> bool:
    """Whether an item of a list names an area: a topic of a programme, or a gerund without a verb."""
    words = plain(item)
    if words in topics:
        return True
    return bool(_GERUND.match(words)) and " " in words and not _VERB.search(words)
