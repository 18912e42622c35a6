"""Grades with a count of their areas: "good in one area, adequate in four and inadequate in two: A and B".

A count takes the place of the areas. What names them is announced behind it, by a colon, dash, bracket or apposition;
nothing else of the sentence is what such a grade is for, and what is announced is for no other grade.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.document.dates import NUMBERS, read_number
from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.bodies import are_others
from extract.pipes.grades.wordings import Wording
from extract.pipes.patterns import APART, NUMBER
from extract.pipes.triggers import Hit

_NUMBER = rf"(?!an?\b){NUMBER}"
"""A number that counts: "a good" is a grade, not one of several."""
_NOUN = (
    r"(?:areas?|aspects?|categor(?:y|ies)|questions?|pillars?|topics?|tests?|measures?|headings?|fields?|elements?|themes?"
    r"|sections?|standards?|disciplines?|parts?|respects?|things?|criteri(?:a|on)|ones|others?|of them|of these|of those)"
)
_KIND = r"(?:(?:other|main|key|core|different|separate|graded|inspection|inspected|policing|headline|overall|broad) )*"
"""Words before that noun."""
_COUNT = (
    rf"(?:(?:just|only|the|its|other|remaining|further|another|a further|each of|as many as|no fewer than) )*(?P<count>{_NUMBER}|another|several|most|many|none)"
    rf"(?: (?:other|more|further|main|key|core|different|separate|graded))*"
    rf"(?:(?: out)? of (?:the |its |all )?(?:{NUMBER} )?{_KIND}{_NOUN}| {_KIND}{_NOUN})?(?: (?:of (?:policing|the assessment|its work|the force's work"
    rf"|the inspection|activity|the service|work|performance)|(?:out )?of (?:the |its )?{NUMBER}(?: {_KIND}{_NOUN})?|(?:that|which) (?:were|was) (?:graded|inspected|examined|assessed|looked at)|inspected|examined|assessed)(?: by [a-z]+)?)?(?: (?:that |which )?(?:it|they|we|inspectors) (?:looked at|examined|inspected|graded|assessed|checked))?"
    r"(?= ?[,.;:()\u2013\"']| - | (?:and|but|which|namely|while|whereas|with|by|from|following|after|when|where|according|this|last|overall|across|during|in (?:its|the|a|an|our|their)) |$)"
)
_BEFORE_LABEL = ("", ";", ":", ".")
_BEHIND_LABEL = ("\u2013", ":")
"""Marks around a grade that is the label of what stands behind it."""
_THE_TWO = expression(r"\bthe (?:two|pair) (?:were|are|had|have|was|both|each)\b[^,;]*$")
"""Words for two bodies before their grade."""
_COUNTED_NOUN = expression(rf"(?:{_NUMBER} )?(?:(?:other|more|further|main|key|core) )*{_NOUN}\b")
_BEHIND = expression(
    rf"[\"']*(?: (?:ratings?|grades?|marks?|verdicts?|scores?|judge?ments?|gradings?))? (?:in|at|for|on|across|over|against) {_COUNT}"
    r"(?: by (?:the )?(?:[a-z]+ )?(?:inspectors|watchdog|inspectorate|hmic[a-z]*)(?=,))?"
)
_PLACING = frozenset(("in", "at", "for", "on", "across", "over", "against"))
_COUNTING = frozenset(
    (
        *(word.split(" ")[0] for word in NUMBERS),
        *("just", "only", "the", "its", "other", "remaining", "further", "another", "a", "each", "as", "no"),
        *("several", "most", "many", "none"),
    )
)
"""Words with which a count begins behind a grade and such a preposition."""
_WORDS = 50
"""Characters behind a grade in which the first of them stand."""
_BEFORE = expression(
    rf"{APART}(?<!\ball )(?<!\ball the )(?<!\bone of )(?<!\bone of the )(?!(?:(?<=\bwas )|(?<=\bis )|(?<=\bbeing ))one of )(?P<count>{_NUMBER}|another|several)(?: (?:other|more|further|main|key|core))*(?: of (?:the |its )?(?:{NUMBER}|other|remaining))?"
    rf"(?: {_NOUN}|(?= (?:were|was|are|is|had|have|came|come|emerged|got|received|earned|scored|for which|in which|(?:which|that) (?:were|was|are|is)) ))(?: (?:that |which )?(?:it|they|we|inspectors|hmic[a-z]*|the inspectorate)"
    r" (?:looked at|examined|inspected|graded|assessed|checked)(?: (?:at|in) [^,.;]{3,40}?)?)?"
    r"(?: (?:were|was|are|is|have|has|had|been|being|also|still|then|now|each|that|which|where|it|for|in|graded|rated|judged|deemed|found|marked|considered|assessed|scored"
    r"|came|come|out|emerged|earned|received|got|as|to|be|a|an|the))* [\"']*$"
)
_MARKS = expression(rf"{APART}(?<!\ball )(?P<count>{_NUMBER}|another|a single)(?: (?:other|more|further))* [\"']*$")
"""A number of grades: "three goods", "one 'good' rating"."""
_MARK = expression(
    rf"s?[\"']*(?: (?:ratings?|grades?|marks?|verdicts?|scores?|judge?ments?|gradings?|ones?))?[\"']*(?: (?:out )?of (?:a possible )?{NUMBER})?(?: (?:from|by) [a-z]+)?(?: of (?:its|their|our) own| to (?:its|their|our) name)?"
)
_AT_END = expression(r"[\"']*\.?[\"']*$")
_FOR = expression(r" ?,? (?:for|at|in|on) ")
_OPENER = expression(
    r"[\"']*(?: ?(?P<mark>:|\u2013| - |\()| ?, (?:namely|including|among them|among those|such as|which (?:is|are|was|were)|these being|those being|and (?:they|these|those|that|it) (?:is|are|was|were)(?: for)?)"
    r"| (?:namely|including|which (?:is|are)|(?:is|are|was|were|went|came|go|relates?|related|refers?|referred)(?= (?:for|to|in|at|under)\b)|(?:concerns?|concerned|covers?|covered)(?= [a-z])"
    r"|(?:are|were|include[ds]?)(?! (?:not|now|still|also|all|both|each|up|down|unchanged|no|so|as|more|less|better|worse)\b))|(?P<comma> ?,))[ \"']*"
)
_CLOSED = expression(r" ?(?:[,.;:)\u2013]|- |and |but |while |$)")
_CLAUSAL = expression("[BXRFIG]")
"""Classes of which a list of names has none."""
_LEFT = expression(rf"\bthe (?:(?:other|remaining) {_NUMBER}|{_NUMBER} (?:others?|remaining))\b")
"""Words of a count that is of all that is left."""
_TURNING = (["but"], ["while"], ["whereas"], ["although"], ["though"], ["with"], ["which"], ["despite"])
"""What behind a comma ends a list."""
_AHEAD = 12
"""Characters before a number in which "the other" stands."""
_EACH = frozenset(("one", "other", "another", "second", "third", "a second", "a third"))
"""Words before the preposition of the next one of a number of areas."""
_SINGLE = frozenset(("another", "a single", "one", "1"))
_AGES = frozenset(("year", "years", "months", "weeks"))
_ONE = frozenset(("is", "was", "isn't", "wasn't", "has", "remains", "remained"))
"""Verbs of one area, whatever "and" joins in it."""
_PILLARS = frozenset(("effectiveness", "efficiency", "legitimacy", "leadership", "people"))
_LISTED = 3
"""The least of what a subject counts and lists: the count itself and two areas."""
_UNSORTED = frozenset(("another", "several", "single", "one", "zero"))
"""Counts that are no numbers by their class."""
_WIDE = 90
"""Characters before a grade in which its count stands."""


class Counts(NamedTuple):
    """What counts settle in a sentence.

    Args:
        counted: How many areas each grade with a count has, by its element; None where that is not a number.
        owners: Of each wording that is announced, the grade.
        lists: Where the list behind the count of a grade stands, if all of it is names.
        others: Grades of what is left of the areas named elsewhere: "adequate for the other two".
    """

    counted: Mapping[int, int | None]
    owners: Mapping[int, int]
    lists: Mapping[int, tuple[int, int]]
    others: frozenset[int] = frozenset()

    def allows(self, number: int, grade: int) -> bool:
        """Whether a wording may be what a grade is for."""
        owner = self.owners.get(number)
        return grade not in self.counted if owner is None else owner == grade


NONE = Counts({}, {}, {})


def find_counts(
    lower: str, high: int, elements: Elements, hits: Mapping[int, Hit], wordings: Sequence[Wording]
) -> Counts:
    """Counts of a sentence and what is announced behind them.

    Args:
        lower: The reading in lower case.
        high: Where the sentence ends.
        elements: The sentence.
        hits: Its grades, by the number of their element.
        wordings: Its wordings.
    """
    counted: dict[int, int | None] = {}
    owners: dict[int, int] = {}
    lists: dict[int, tuple[int, int]] = {}
    others: set[int] = set()
    sorts = elements.sorts
    start = elements.starts[0] if sorts else high
    unsorted = not _UNSORTED.isdisjoint(elements.words) or lower.find("/", start, high) >= 0
    for place, wording in enumerate(wordings):
        subject = _subject(lower, elements, wording) if len(wording.items) >= _LISTED else None
        grade = sorts.find("G", wording.last) if subject else -1
        if subject and grade in hits:
            counted[grade], lists[grade] = subject
            owners[place] = grade
    labelled = _labels(elements, hits, wordings)
    owners.update(labelled)
    labels = frozenset(labelled.values())
    for grade, hit in hits.items():
        if grade in counted or grade in labels or hit[2] == "same":
            continue
        if sorts[grade + 1 : grade + 2] in ("D", "H") and (behind := _object(elements, wordings, grade)) >= 0:
            owners[behind] = grade
            continue
        low, needed = max(start, hit[0] - _WIDE), False
        end = hit[1]
        match = _BEHIND.match(lower, end, high) if _may_count(lower[end : min(high, end + _WORDS)]) else None
        before = lower[low - 1 : hit[0]] if low else f" {lower[: hit[0]]}"  # with what stands before a count
        if match:
            end = match.end()
        elif not unsorted and "N" not in sorts[:grade]:
            continue
        elif are_others(elements, grade):
            continue  # "Kent is adequate, the other two inadequate"
        elif match := _BEFORE.search(before):
            end = hit[1]
            if _THE_TWO.search(before) and any(sorts[one.first] == "P" and one.last < grade for one in wordings):
                continue  # "on leadership the two were good"
            if _is_said_of(elements, wordings, hit[0] - len(before) + match.start("count")):
                continue  # "custody was another area rated good"
        elif match := _MARKS.search(before):
            mark = _MARK.match(lower, end, high)
            end = mark.end() if mark else end
            needed = match["count"] in _SINGLE
        else:
            continue
        number = 1 if match["count"] in _SINGLE else read_number(match["count"])
        announced = _announced(lower, end, high, elements, wordings, number)
        if not announced and ("each of" in match[0] or before.endswith("each of the ", 0, match.start("count"))):
            continue  # it points back
        alone = needed and not any(one.first < grade for one in wordings) and _AT_END.match(lower, end, high)
        if announced or not needed or alone:
            counted[grade] = number
            if not announced and number and _LEFT.search(match.string, max(0, match.start() - _AHEAD), match.end()):
                others.add(grade)
            owners.update(dict.fromkeys(announced, grade))
        if announced and number and number > 1:
            first = wordings[announced[0]].first
            stop = _end(elements, first)
            told = elements.sorts.count("H", first, stop) > 1 and "G" not in elements.sorts[first:stop]
            if told or not _CLAUSAL.search(elements.sorts, first, stop):  # "how it finds those who harm them, how it …"
                lists[grade] = (elements.starts[first], elements.ends[stop - 1])
    return Counts(counted, owners, lists, frozenset(others)) if counted or owners else NONE


def _may_count(behind: str) -> bool:
    """Whether the words behind a grade can begin a count: most tell at once what it is for, as in "good at"."""
    words = behind.lstrip("\"'").split(" ")
    at = 1 + (words[1:2] != [] and words[1] not in _PLACING)
    if words[at : at + 1] == [] or words[at] not in _PLACING or len(words) < at + 2:
        return False
    first = words[at + 1].rstrip(",.;:)\"'")
    return first in _COUNTING or first[:1].isdigit()


def _is_said_of(elements: Elements, wordings: Sequence[Wording], start: int) -> bool:
    """Whether a count is what a verb says of what stands right before it: "A and B were the two areas", "Kent is one of two"."""
    sorts, at = elements.sorts, bisect_left(elements.starts, start)
    while at and sorts[at - 1] in "DRJ":
        at -= 1
    return at > 1 and sorts[at - 1] == "B" and (sorts[at - 2] == "F" or any(one.last == at - 1 for one in wordings))


def _labels(elements: Elements, hits: Mapping[int, Hit], wordings: Sequence[Wording]) -> dict[int, int]:
    """The grade of each wording of a line of labels: "Good \u2013 A, B; Adequate \u2013 C; Inadequate \u2013 none"."""
    sorts = elements.sorts
    if ";" not in sorts:
        return {}
    labels = [n for n in hits if sorts[n - 1 : n] in _BEFORE_LABEL and sorts[n + 1 : n + 2] in _BEHIND_LABEL]
    if len(labels) < 2:
        return {}
    found = {}
    for number, wording in enumerate(wordings):
        at = bisect_left(labels, wording.first) - 1
        if at >= 0 and sorts.find(";", labels[at], wording.first) < 0:
            found[number] = labels[at]
    return found


def _object(elements: Elements, wordings: Sequence[Wording], grade: int) -> int:
    """The wording behind the grade of an active verb, or -1: "it rates as good the force's crime recording"."""
    sorts = elements.sorts
    verb = grade - 1 - (elements.words[grade - 1 : grade] == ["as"])
    if verb < 1 or sorts[verb] != "V" or sorts[verb - 1] in "BD":
        return -1
    number = bisect_left(wordings, grade + 1, key=lambda wording: wording.first)
    return number if number < len(wordings) and wordings[number].first == grade + 1 else -1


def _announced(
    lower: str, at: int, high: int, elements: Elements, wordings: Sequence[Wording], count: int | None
) -> list[int]:
    """Numbers of the wordings that an opener behind a count announces."""
    opener = _OPENER.match(lower, at, high)
    if not opener:
        return []
    first = next((n for n, wording in enumerate(wordings) if elements.starts[wording.first] >= opener.end()), -1)
    if first < 0 or any(sort not in "JDRP:" for sort in _between(elements, opener.end(), wordings[first].first)):
        return []
    wording = wordings[first]
    stop = elements.ends[wording.last - 1]
    if count and len(each := _one_by_one(elements, wordings, first)) == count:
        return each
    if opener["comma"]:
        among = elements.words[wording.last - 2 : wording.last - 1] == [
            "among"
        ]  # "good in eight areas, A and B among them"
        alone = count is None or len(wording.items) >= count or among
        return [first] if alone and _CLOSED.match(lower, stop, high) else []
    if opener["mark"] != "(":
        return [first]
    closed = lower.find(")", opener.end(), high)
    grade = elements.sorts.find("G", wording.last)
    behind = elements.starts[grade] if grade >= 0 else high
    stop = closed if 0 <= closed < behind else behind  # a bracket may be left open
    return [n for n in range(first, len(wordings)) if elements.starts[wordings[n].first] < stop]


def _one_by_one(elements: Elements, wordings: Sequence[Wording], first: int) -> list[int]:
    """Numbers of wordings that are told one by one: "one for A and the other for B"; nothing where they are not."""
    found: list[int] = []
    for number in range(first, len(wordings)):
        at = wordings[number].first - (elements.sorts[wordings[number].first] != "P")
        if elements.sorts[at] != "P" or elements.words[at - 1] not in (_EACH if found else ("one", "the first")):
            break
        found.append(number)
    return found


def _subject(lower: str, elements: Elements, wording: Wording) -> tuple[int, tuple[int, int]] | None:
    """The number of areas that a wording begins with and where they are named in apposition: "two areas of its work, A and B,"."""
    first = wording.first
    number = first if elements.sorts[first] == "N" else first - 1
    if number < 0 or elements.sorts[number] != "N":
        return None
    match = _COUNTED_NOUN.match(lower, elements.starts[first], elements.starts[wording.items[1]])
    count = read_number(elements.words[number])
    if not match or not count or count < 2 or len(wording.items) <= count:
        return None
    return count, (elements.starts[wording.items[1]], elements.ends[wording.last - 1])


def _end(elements: Elements, first: int) -> int:
    """Where a list ends that begins at an element: at a mark that no list has inside."""
    sorts, words = elements.sorts, elements.words
    for number in range(first, len(sorts)):
        if sorts[number] in ";.:()\u2013" or (sorts[number] == "," and words[number + 1 : number + 2] in _TURNING):
            return number
    return len(sorts)


def _between(elements: Elements, offset: int, last: int) -> str:
    """Classes of the elements from an offset to an element."""
    first = last
    while first and elements.starts[first - 1] >= offset:
        first -= 1
    return elements.sorts[first:last]


def count_of(elements: Elements, wording: Wording, grade: int) -> int | None:
    """How many areas the words around a list say there are: "good in three areas: \u2026", "A and B is good".

    Args:
        elements: The sentence.
        wording: The list.
        grade: Number of the grade's element.
    """
    first = wording.first
    low = grade + 1 if first > grade else max(0, first - 6)
    for number in range(first - 1, low - 1, -1):
        if elements.words[number] in _AGES:
            break  # "two years earlier, values and culture"
        if elements.sorts[number] == "N":
            return read_number(elements.words[number])
        if elements.words[number] == "both":
            return 2
    last = wording.last
    if first < grade and "each" in elements.words[last : last + 3]:
        words = len(elements.sorts[first:last].replace(",", "").replace("&", ""))
        return words if words == len(wording.items) else None  # "planning and training were each good"
    if first < grade and elements.words[last : last + 1] and elements.words[last] in _ONE:
        inside, words_of = elements.sorts[first:last], elements.words[first:last]
        several = len(_PILLARS.intersection(words_of)) > 1 or any(word.endswith("ing") for word in words_of)
        if "&" in inside and "," not in inside and not several:
            return 1  # "its use of powers and treatment of the public is adequate"
    return 2 if first < grade and "both" in elements.words[last : last + 2] else None
