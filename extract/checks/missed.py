"""V205 and V206: grades that the article gives and that have no row.

The text is read coarsely and by other means than those of the pipes: the two are not to share their mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extract.checks.check import Case, Notice, check, plain
from extract.expressions import expression
from models.record import Grade

_AWAY = expression(
    r"n[’']t\b|\b(?:not|no|never|nothing|none|neither|if|would|could|should|might|may|will|can|whether|until|hop\w+|aim\w*|want\w*|either|or|"
    r"files?|cases|calls|records|investigations|scale|grades are|from|than|described|other|forces)\b[^;]*$"
)
_NUMBERED = expression(r"^\s*\d+[.)]? ")
_SPLIT = expression(r"[,;:()–—]| - |(?<= )and (?=\w)|(?<= )but |(?<= )while ")
_LEADING = expression(
    r"(?:(?:and|its|the|their|at|in|for|how|it|they|on|also|both|of|work|well|when|comes|to|areas?) )+"
)
_GERUND = expression(r"[a-z]{3,}ing\b")
_VERB = expression(
    r"\b(?:said|says|was|were|is|are|has|have|had|found|told|added|which|that|who|including|according|following|despite|"
    r"being|having|saying|adding|meaning|leaving|making|using|remaining)\b"
)
_PREDICATE = expression(r"\b(?:was|were) (?:also |both |only |again )?$")
_VERDICT = expression(
    r"\b(?:graded?|grades|rated|judged|marked|assessed|deemed|ranked|scored|classed|given|gave|gives|awarded|handed|received|"
    r"adjudged|labelled|branded|declared|earned)\b"
)
_THEN = expression(r"\b(?:19|20)\d\d\b|\b(?:last|ago|previous\w*|earlier)\b", re.I)
_AREA = expression(r"[’'”\"]? (?:at|for) \w")
_LINE = expression(r"^[^\n]{2,110}$", re.M)
_HEAD = 200
"""Length of headline and standfirst, in characters: they only sum up what the body says."""
_LIST = 250
"""How far behind the words that lead to it the first item of a list stands, in characters."""
_BEYOND = 700
"""How far behind the last graded row an article may still give grades, in characters; links to others come later."""


@check("V205", "warning", "grade without a row")
def see_missed_grades(case: Case) -> Iterator[Notice]:
    """The article gives a grade, in quotation marks, behind a verb of grading, or at the end of a line of a list, and
    no row of the record with this grade points there. A grade was missed; where the words mean something else, ignore
    the finding.
    """
    if not case.sound or case.text is None or case.record.inspectorate is None:
        return
    rows, counts = case.record.grades, [row for row in case.record.stated_counts if row.grade]
    lower = case.text.lower()
    spans = [e for row in rows for e in row.evidence] + [e for ask in case.record.recommendations for e in ask.evidence]
    limit = max((evidence.end for evidence in spans), default=0) + _BEYOND
    for at, end, grade in _given(case, lower, limit):
        reach = _LIST if lower[end : end + 3].lstrip("’'”\"").startswith((":", " ")) and _opens(lower, end) else 0
        covered = any(e.start - reach <= at < e.end for row in rows if row.grade == grade for e in row.evidence)
        counted = any(e.start - 40 <= at < e.end + 40 for row in counts if row.grade == grade for e in row.evidence)
        if covered or counted:
            continue
        low, high = case.sentence(at)
        sentence = case.text[low:high].rstrip()
        twin = any(row.grade == grade and plain(row.area.text) in plain(sentence) for row in rows)
        twin = twin and not _THEN.search(sentence) and "\n" not in lower[max(0, at - 90) : end + 3]
        if at < _HEAD or twin:
            continue
        low += len(sentence) - len(sentence.lstrip())
        message = f"{case.text[at:end]!r} is given here and no row of this grade points to it"
        yield Notice("/grades", message, (case.cut(at, end),))


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
        for start, end in _items(lower, low, high) if areas else ():
            apart = all(end <= left or right <= start for left, right in areas)
            beside = min(min(abs(start - right), abs(left - end)) for left, right in areas) < 10
            if apart and beside and _is_area(lower[start:end], topics):
                message = f"{case.text[start:end]!r} stands in a list of graded areas and has no row"
                yield Notice(f"/grades/{rows[0][0]}", message, (case.cut(start, end),))


def _given(case: Case, lower: str, limit: int) -> list[tuple[int, int, str]]:
    """Places at which the text gives a grade, and the grade, in the order of the text."""
    cues = case.lists.cues["grades"]
    grades: Mapping[str, str] = cues["grades"]
    marked, bare, listed = _wordings(tuple(grades.items()))
    topics = _topics(case)
    found: dict[int, tuple[int, str]] = {}
    for match in bare.finditer(lower, 0, limit):
        at, end = match.span("grade")
        low, _ = case.sentence(at)
        before = lower[max(low, at - 110) : at]
        if _AWAY.search(before) or not _ends(lower, end) or _is_scale(bare, lower, *case.sentence(at)):
            continue
        quoted = marked.match(lower, at - 1) is not None and (before[:-1].strip() != "" or _leads_on(lower, end))
        given = _VERDICT.search(before[-70:]) is not None
        predicate = _PREDICATE.search(before) if lower[end : end + 1] in ".,;:" else None
        subject = predicate is not None and _about(case, before[: predicate.start()], low, at, topics)
        if not case.record.grades:  # an article without grades speaks of case files as well
            given, quoted, subject = given and _AREA.match(lower, end) is not None, False, False
        if quoted or given or subject:
            found[at] = (end, grades[match["grade"]])
    for line in _LINE.finditer(lower, 0, limit):
        last = listed.search(line[0])
        if last and not _NUMBERED.match(line[0]):
            found[line.start() + last.start("grade")] = (line.start() + last.end("grade"), grades[last["grade"]])
    return [(at, end, grade) for at, (end, grade) in sorted(found.items())]


def _about(case: Case, before: str, low: int, high: int, topics: frozenset[str]) -> bool:
    """Whether the subject of a predicate is a force or a topic of a programme."""
    subject = plain(before)
    return any(low <= start < high for start, _, _ in case.bodies) or any(subject.endswith(topic) for topic in topics)


def _opens(lower: str, end: int) -> bool:
    """Whether a list follows a grade: "good for:" and the end of the line."""
    return re.match(r"[^\n.]{0,60}:\s*\n", lower[end : end + 80]) is not None


def _ends(lower: str, end: int) -> bool:
    """Whether what follows a grade lets it be one: an area, or the end of the clause."""
    follows = lower[end : end + 20]
    return bool(
        re.match(r"[’'”\"]?(?:\s*(?:[.,;:)–—]|$)|\s+(?:at|in|for|on|when|overall|across|by|and)\b(?! none))", follows)
    )


def _leads_on(lower: str, end: int) -> bool:
    """Whether an area follows behind the closing mark of a grade."""
    return bool(re.match(r"[’'”\"]\s+(?:at|in|for|on)\b", lower[end : end + 8]))


@lru_cache(maxsize=8)
def _wordings(grades: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a grade in quotation marks, of a grade, and of a line that ends in one."""
    words = [word for word, grade in grades if word == grade or word.endswith(("improvement", "improvements"))]
    joined = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return (
        re.compile(rf"[‘'“\"](?P<grade>{joined})[’'”\"]"),
        re.compile(rf"(?<![\w’-])(?P<grade>{joined})(?![\w-])"),
        re.compile(rf"\S ?(?:[:–—-]|\t| {{2,}}) ?(?P<grade>{joined})(?: ?\([^()]*\))?[.;]?\s*$"),
    )


def _is_scale(bare: re.Pattern[str], lower: str, low: int, high: int) -> bool:
    """Whether a sentence explains the grades."""
    return len({found["grade"] for found in bare.finditer(lower, low, high)}) > 2 and " or " in lower[low:high]


def _topics(case: Case) -> frozenset[str]:
    """Wordings of the topics of the record's programme, or of all."""
    programmes = case.lists.programmes
    own = programmes.get(case.record.programme or "")
    chosen = [own] if own else list(programmes.values())
    return frozenset(words for programme in chosen for topic in programme.topics.values() for words in topic)


def _items(lower: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Items of a sentence between commas and the like."""
    edges: Sequence[int] = [low, *(edge for found in _SPLIT.finditer(lower, low, high) for edge in found.span()), high]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = lower[start:end]
        leading = _LEADING.match(part.lstrip())
        start += len(part) - len(part.lstrip()) + (leading.end() if leading else 0)
        end = start + len(lower[start:end].rstrip(" .\r\n"))
        if end > start:
            yield start, end


def _is_area(item: str, topics: frozenset[str]) -> bool:
    """Whether an item of a list names an area: a topic of a programme, or a gerund without a verb."""
    words = plain(item)
    if words in topics:
        return True
    return bool(_GERUND.match(words)) and " " in words and not _VERB.search(words)
