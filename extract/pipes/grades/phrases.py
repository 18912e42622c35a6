"""What the words of a phrase that may name an area are: a gerund, whose it is, a time, what somebody said of it.

Enters elements and the place of a word among them; leaves what it is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.dates import MONTHS
from extract.pipes.elements import Elements

_BODIES = frozenset(("force", "service", "constabulary", "brigade"))
"""Nouns of a body that is graded, not of those who work for it."""
_PRAISED = frozenset(("best", "worst", "biggest", "largest", "smallest", "first", "only", "other"))
"""Words with which a phrase begins that is of one of all bodies."""
_BODILY = frozenset(("fire", "and", "rescue", "police", "the", "a", "an", "this", "that", "one", "each", "another"))
"""Words before the noun of a body."""
MARK_NOUNS = frozenset(
    (
        *("grade", "grades", "rating", "ratings", "mark", "marks", "verdict", "verdicts", "score", "scores"),
        *(
            "judgment",
            "judgments",
            "judgement",
            "judgements",
            "grading",
            "gradings",
            "ranking",
            "rankings",
            "one",
            "ones",
        ),
    )
)
_RELATES = frozenset(
    (
        "relate",
        "relates",
        "related",
        "refer",
        "refers",
        "referred",
        "concern",
        "concerns",
        "concerned",
        "covers",
        "covered",
    )
)
"""Verbs behind the noun of a grade that say what it is for."""
_KEPT = frozenset(("lost", "won", "earned", "held", "gained", "given", "awarded", "shared"))
"""What was done with a grade."""
SUBJECTS = frozenset(("it", "they", "he", "she", "we"))
_OPINED = frozenset(("on", "over"))
"""Prepositions behind which stands what an opinion is of."""
_COMPARED = frozenset(("best", "worst", "better", "worse", "ahead", "level", "top", "bottom"))
_MODALS = frozenset(("must", "should", "could", "would", "will", "can", "may", "might"))
_DEGREES = frozenset(("most", "more", "very", "particularly", "especially", "less", "least", "deeply"))
_FELT = frozenset(
    (
        *("pleased", "proud", "happy", "unhappy", "delighted", "disappointed", "impressed", "worried", "concerned"),
        *("critical", "alarmed", "encouraged", "reassured", "satisfied", "troubled", "frustrated", "scathing"),
    )
)
"""What somebody is with what is graded: "most concerned about investigations"."""
_FEELING = _FELT | _DEGREES
_AREAS = frozenset(
    ("areas", "questions", "categories", "pillars", "themes", "measures", "headings", "tests", "strands")
)
"""Nouns of areas that are counted."""
_COUNTING = frozenset(
    ("of", "headline", "main", "key", "core", "overall", "first", "second", "third", "fourth", "fifth", "last", "final")
)
"""Words before such a noun, which name nothing."""
_LOOKED_AT = frozenset(
    (
        "visited",
        "inspected",
        "graded",
        "examined",
        "assessed",
        "judged",
        "rated",
        "covered",
        "scored",
        "reviewed",
        "considered",
    )
)
"""Participles behind such a noun."""
_EVERY = frozenset(("every", "all", "each", "everything", "everywhere"))
BUT = frozenset(
    ("but", "bar", "except", "save", "except for", "save for", "apart from", "aside from", "other than", "excepting")
)
"""Words before what is none of them."""
_NEWS = frozenset(
    (
        *("news", "change", "praise", "criticism", "relief", "comfort", "disappointment", "cheer", "credit"),
        *("rise", "fall", "drop", "movement"),
    )
)
"""What there is for an area."""
_BEING = frozenset(("being", "having"))
_SHORT = frozenset(("failing", "struggling", "lagging", "slipping", "lacking"))
"""Gerunds of what a body does badly, which is no area."""
_FALLEN = frozenset(("short", "behind", "below", "foul", "down"))
_DOES = frozenset(("share", "run", "work", "use", "face", "serve", "cover", "sit", "stand", "split", "pool", "join"))
"""What bodies do together."""
_LANDS = frozenset(
    ("england", "wales", "britain", "uk", "country", "and", "the", "land", "nation", "kingdom", "united")
)
"""Words for where the graded bodies are: "one of three forces in England and Wales"."""
_FEW = 3
_ORDINALS = frozenset(("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"))
"""Words for one of a number of areas, behind which it is named: "the eleventh, for culture, is adequate"."""
_MEETINGS = frozenset(("panel", "committee", "board", "authority", "commissioner", "cabinet"))
OUTSIDE = frozenset(("probation", "delivery", "justice", "offending"))
"""Words before the noun of a body outside the registry, which is graded as a whole: "the youth justice service"."""
_REACH = 4
"""Elements before that noun in which "regional" stands."""
_YEAR = 4
"""Digits of one."""
_SHORTLY = frozenset(("pdu", "yos", "yot", "yjs"))
"""Short names of such bodies."""
BODIES_COUNTED = frozenset(("forces", "services", "constabularies", "brigades"))
"""Nouns of bodies that are counted."""
MARKINGS = frozenset(("rating", "marking", "grading", "ranking", "finding", "judging", "scoring"))
_LISTED = frozenset(("which", "whom", "them"))
"""Pronouns for what was listed."""
OCCASION = frozenset(
    (
        *("report", "reports", "inspection", "inspections", "round", "year", "years", "month", "months", "week", "day"),
        *("time", "grade", "grades", "rating", "ratings", "mark", "marks", "verdict", "verdicts", "letter", "notch"),
        *("finding", "findings", "result", "results", "rung", "rungs", "notches", "ago", "earlier", "later"),
        *("lowest", "highest", "middle", "top", "bottom", "side", "name", "own"),
    )
)
"""Nouns with which a time or an inspection ends, whatever stands before: "its latest report"."""

_AGO = frozenset(("ago", "later", "earlier", "before", "previously", "on"))
"""Words with which a time in years ends."""
_SEASONS = frozenset((*MONTHS, "spring", "summer", "autumn", "winter"))
"""Words for a time of the year."""


def is_along(elements: Elements, at: int) -> bool:
    """Whether a list goes on with "along with"."""
    return elements.words[at : at + 2] == ["along", "with"]


def is_owner(elements: Elements, at: int) -> bool:
    """Whether the body itself comes next, whose area it is or whose clause begins: "efficiency of the brigade", "efficiency the force"."""
    sorts, words = elements.sorts, elements.words
    if words[at] == "of":
        at += 1
    elif is_gerund(elements, at - 1):
        return sorts.startswith(("DYX", "DYB"), at)  # "outstanding at crime recording the force has made a point of"
    if sorts[at : at + 1] == "F":
        return words[at - 1] == "of"
    return sorts[at : at + 1] == "D" and words[at + 1 : at + 2] != [] and words[at + 1] in _BODIES


def is_time(words: Sequence[str], sort: str, at: int) -> bool:
    """Whether a time begins at a word inside a phrase: "leadership last time", "leadership two years ago"."""
    if words[at] == "last":
        return OCCASION.issuperset(words[at + 1 : at + 2]) or not _SEASONS.isdisjoint(words[at + 1 : at + 2])
    if sort in "ND" and words[at + 1 : at + 2] in (["year"], ["years"], ["months"]):
        return not _AGO.isdisjoint(words[at + 2 : at + 3])
    return sort in "ND" and words[at + 2 : at + 3] == ["ago"]


def says(elements: Elements, at: int) -> bool:
    """Whether a word is what somebody did or was, and opens no area: "it liked the leadership", "was lukewarm on vetting"."""
    sorts, words = elements.sorts, elements.words
    if at == 0 or sorts[at] != "W":
        return False
    if "about" in words[at : at + 2] or (words[at] == "work" and words[at + 1 : at + 2] in (["that"], ["which"])):
        return True
    if words[at] == "last" and words[at + 1 : at + 2] != [] and words[at + 1] in _LOOKED_AT:
        return True  # "when it was last inspected, vetting"
    if words[at - 1] == "last" and words[at] in _LOOKED_AT:
        return True
    if words[at] == "running" and words[at - 1] in OCCASION:
        return True  # "for the second year running"
    if words[at - 1] in _MODALS and sorts[at - 1] == "X":
        return True  # "it must improve its vetting"
    if words[at] in _FEELING:
        if words[at] in _FELT:
            return sorts[at + 1 : at + 2] in ("P", "J", ",", ".")
        return "about" in words[at + 2 : at + 3] or not _FELT.isdisjoint(words[at + 1 : at + 2])
    if sorts[at - 1] in "RIY":
        subject = sorts[at - 1] != "R" or words[at - 1] in SUBJECTS
        behind = sorts[at + 1 : at + 2] in ("D", "P") or words[at + 1 : at + 2] == ["with"]
        return subject and words[at].endswith("ed") and behind  # "it struggled with"
    if words[at] in _COMPARED and sorts[at + 1 : at + 2] == "P":
        return True
    return sorts[at - 1] == "B" and words[at + 1 : at + 2] != [] and words[at + 1] in _OPINED


def relates(elements: Elements, at: int) -> bool:
    """Whether a word is the noun of a grade, or says what that is for: "the adequate judgments relate to"."""
    word = elements.words[at]
    if word in _KEPT and at > 0 and elements.sorts[at - 1] == ",":
        return True  # "its good grade for vetting, lost in 2021"
    if word in MARK_NOUNS:
        return elements.sorts[max(0, at - 1)] == "G"
    return word in _RELATES and at > 0 and (elements.words[at - 1] in MARK_NOUNS or elements.sorts[at - 1] == "G")


def is_bodies(elements: Elements, first: int, last: int) -> bool:
    """Whether a phrase is of those who meet, of the body or counts some: "the fire service", "of the three Welsh forces"."""
    words = elements.words
    if words[last - 1] in _BODIES and _BODILY.issuperset(words[first : last - 1]):
        return True
    if elements.words[last - 1] in _MEETINGS or (last - first < _FEW and elements.words[last - 1] in _ORDINALS):
        return True
    if elements.words[last - 1] in _LANDS and _LANDS.issuperset(
        elements.words[first + (elements.sorts[first] == "P") : last]
    ):
        return True
    if not _PRAISED.isdisjoint(words[first : first + 2]) and not _BODIES.isdisjoint(words[first:last]):
        return True  # "the best police force in the country"
    body = elements.sorts.rfind("Y", first, last)
    outside = body >= first >= 0 and (is_outside(elements, body) or is_unit(elements, body))
    if outside and elements.sorts[body + 1 : last][:1] in ("", "P"):
        return True  # "the Boston probation unit", "the youth offending service in Boston"
    return elements.words[last - 1] in BODIES_COUNTED and "N" in elements.sorts[first:last]


def is_year(elements: Elements, at: int) -> bool:
    """Whether a preposition stands before a year: "its good for vetting in 2021 made the news"."""
    word = elements.words[at + 1]
    return elements.words[at] in ("in", "since") and len(word) == _YEAR and word[:2] in ("19", "20")


def is_outside(elements: Elements, body: int) -> bool:
    """Whether the noun of a body is that of one outside the registry: "youth justice service", "PDU"."""
    return elements.words[body] in _SHORTLY or (body > 0 and elements.words[body - 1] in OUTSIDE)


def is_unit(elements: Elements, body: int) -> bool:
    """Whether the noun of a body is that of a unit of several forces: "regional crime unit", "ROCU"."""
    words = elements.words
    return words[body] == "rocu" or (words[body] == "unit" and "regional" in words[max(0, body - _REACH) : body])


def is_gerund(elements: Elements, at: int) -> bool:
    """Whether a word says what a body does: "preventing", and not "rating"; "for getting the right people"."""
    word, sorts = elements.words[at], elements.sorts
    if word in _BEING:
        if at > 1 and sorts[at - 2 : at] == "GP":
            return sorts.startswith(("D", "W", "N"), at + 1)  # "good at having enough staff"
        return at > 0 and sorts[at - 1] in ";:"  # "; being financially fit; having the right people"
    if word == "getting" and elements.words[at + 1 : at + 3] == ["the", "right"]:
        return True
    if (
        word[-3:] != "ing"
        or (len(word) <= 5 and word != "using")
        or (word in MARKINGS and not _is_search(elements, at))
    ):
        return False
    return (
        sorts[at] in "WM"
        or (sorts[at] == "V" and word == "finding")
        or (
            sorts[at] == "V"
            and sorts[max(0, at - 1) : at] in ("P", "")
            and (sorts.startswith("DW", at + 1) or (word == "getting" and sorts.startswith("JW", at + 1)))
        )
    )


def _is_search(elements: Elements, at: int) -> bool:
    """Whether "finding" says what a body does: "at finding missing children", no finding of a report."""
    opens = at > 0 and elements.sorts[at - 1] in "P,&"
    return elements.words[at] == "finding" and opens and elements.sorts[at + 1 : at + 2] in ("W", "V")


def parts(elements: Elements, at: int) -> bool:
    """Whether a clause on what was listed begins at an element: "both of which", "all of them"."""
    words = elements.words
    of = at if words[at] == "of" else at + 1
    return words[of : of + 1] == ["of"] and not _LISTED.isdisjoint(words[of + 1 : of + 2])


def reported(elements: Elements, at: int) -> bool:
    """Whether a participle goes with the object of a gerund: "recording reported crime", "recording crimes reported by"."""
    if elements.words[at : at + 2] == ["reported", "by"] or elements.words[at : at + 2] == ["reported", "to"]:
        return elements.sorts[at - 1] == "W"
    return elements.sorts[at + 1 : at + 2] == "W" and is_gerund(elements, at - 1)


def is_counted(elements: Elements, first: int, last: int) -> bool:
    """Whether a phrase is of areas that something counts and nothing names: "of the nine areas inspected"."""
    words = elements.words[first:last]
    heads = [n for n, word in enumerate(words) if word in _AREAS or (word == "respect" and "one" in words[:n])]
    if not heads:
        return False
    before, behind = words[: heads[0]], words[heads[0] + 1 :]
    counted = all(word in _COUNTING or elements.sorts[first + number] in "PDN" for number, word in enumerate(before))
    return counted and _LOOKED_AT.issuperset(behind)


def is_excepted(elements: Elements, grade: int, first: int) -> bool:
    """Whether a wording behind a grade is the one that it is not for: "good in every area but one, vetting"."""
    words = elements.words[grade + 1 : first + 1]
    if _EVERY.isdisjoint(words):
        return False
    every = next(n for n, word in enumerate(words) if word in _EVERY)
    return not BUT.isdisjoint(words[every + 1 :])


def is_mark(elements: Elements, at: int) -> bool:
    """Whether what a body is given begins behind the area that it is given for: "gave vetting a grade of good"."""
    return elements.words[at] in ("a", "an") and not MARK_NOUNS.isdisjoint(elements.words[at + 1 : at + 2])


def is_news(elements: Elements, at: int) -> bool:
    """Whether a word is what there was for an area: "there was better news for vetting"."""
    if elements.words[at] not in _NEWS:
        return False
    return elements.words[at + 1 : at + 2] in (["for"], ["on"]) or elements.words[max(0, at - 1)] in _COMPARED


_STAFF = frozenset(
    ("officers", "staff", "crews", "leaders", "managers", "supervisors", "detectives", "officers and staff")
)
"""Those who do the work of a body."""
_ACTS = frozenset(
    (
        *("make", "take", "know", "treat", "work", "feel", "understand", "use", "show", "respond", "attend", "deal"),
        *("record", "speak", "think", "believe", "act", "follow", "get", "give", "keep", "find"),
    )
)
"""What they do, where their number tells the verb from a noun."""
_FINITE = frozenset("BXV")


def is_deed(elements: Elements, at: int) -> bool:
    """Whether a word behind "and" is what somebody did next: "the grade for vetting and asked for an update"."""
    behind = elements.sorts[at + 1 : at + 2]
    if elements.words[at] in _STAFF:
        return elements.words[at + 1 : at + 2] != [] and elements.words[at + 1] in _ACTS
    return elements.words[at].endswith("ed") and behind in ("P", "D") and elements.sorts[at] in "WV"


def is_subject(elements: Elements, begin: int) -> bool:
    """Whether what a phrase is for is the subject of its sentence: "its grade of good for vetting and custody is welcome"."""
    sorts, words = elements.sorts, elements.words
    low = sorts.rfind(":", 0, begin) + 1
    mark = sorts.find("G", low, begin) - 2
    if mark < low or words[mark] not in MARK_NOUNS or words[mark + 1] != "of":
        return False
    return _FINITE.isdisjoint(sorts[low:mark]) and _FINITE.isdisjoint(sorts[mark + 1 : begin])


def words_own(elements: Elements, at: int) -> bool:
    """Whether a phrase begins with whose it is: "its culture"."""
    return elements.words[at] in ("its", "their", "our", "his")


def falls_short(elements: Elements, at: int) -> bool:
    """Whether a gerund says that a body does not do enough: "inadequate at vetting and falling short on training"."""
    word = elements.words[at]
    return word in _SHORT or (word == "falling" and not _FALLEN.isdisjoint(elements.words[at + 1 : at + 2]))


def is_told(elements: Elements, first: int) -> bool:
    """Whether a phrase says what so many bodies do: "the two share a control room"."""
    return elements.sorts.startswith("DN", first) and not _DOES.isdisjoint(elements.words[first + 2 : first + 3])


_LONG = frozenset(("long", "once", "still", "always", "usually", "often", "already", "traditionally", "historically"))
"""Words before "a" of what stands in apposition: "vetting, long a sore point, was"."""
PARTS = frozenset(("part", "bit", "side", "aspect", "area", "subject", "matter", "thing", "one"))
"""Nouns with which something in apposition says what an area is, and names none."""


def apposes(words: Sequence[str], at: int) -> bool:
    """Whether something in apposition begins at a word: "vetting, long a sore point, was", "vetting, the part that matters most,"."""
    at += words[at] in _LONG
    return words[at] in ("a", "an") or (words[at] == "the" and not PARTS.isdisjoint(words[at + 1 : at + 2]))
