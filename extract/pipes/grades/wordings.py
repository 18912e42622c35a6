"""Wordings of a sentence that may name areas: noun phrases, gerunds, and clauses with "how", one or a list of them.

Enters elements; leaves stretches of them. Which wording a grade is for, and whether it is an area at all, is settled
elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from extract.expressions import expression
from extract.pipes.elements import Elements
from extract.pipes.grades.endings import REPORTS, is_giver, is_report, is_setting, remarks
from extract.pipes.grades.hows import after_how, after_owner, after_who, behind_how, is_past
from extract.pipes.grades.phrases import (
    MARK_NOUNS,
    MARKINGS,
    OCCASION,
    SUBJECTS,
    apposes,
    falls_short,
    is_along,
    is_bodies,
    is_counted,
    is_deed,
    is_gerund,
    is_mark,
    is_news,
    is_owner,
    is_subject,
    is_time,
    is_told,
    is_year,
    parts,
    relates,
    reported,
    says,
    words_own,
)

_CONTENT = "WHD"
_OPENERS = "WHDVMP"
_NAMES = expression("[WHVMY]")
_INNER = frozenset(("to", "from", "with", "into", "by", "against", "between", "without", "among", "through", "within"))
_PARTICLES = frozenset(("up", "out", "down", "off", "back", "well", "together", "now", "only", "also", "not"))
_THOSE = frozenset(
    ("those", "them", "all", "itself", "others", "each", "both", "one", "what", "whom", "who", "it", "us")
)
_SURE = ("ensuring", "sure")
"""Words behind which "that" opens what is ensured."""
_HELD_IN = frozenset(("in", "after", "from", "since", "following"))
_FORMER = frozenset(("last", "previous", "latest", "recent", "earlier"))
"""Words before the noun of a report that may be a long one: "our last crime data inspection"."""
_PREDICATED = expression("&[WDN]+(?:P[WDN]+)?[BX]")
"""Classes with which the subject of another clause goes on to its verb."""
_SEGMENT = expression("[;.]|$")
_BEHIND_NOUN = SUBJECTS | {"of", "about", "against", "by"}
_ADVERBS = frozenset(("also", "both", "finally", "lastly", "then", "indeed", "most", "more"))
_AGO = frozenset(("ago", "earlier", "later"))
"""Words with which a time ends."""
_FRONT = expression(",(?:J,)?D?[RYF](?:[BXV]|G)")
"""Classes behind an area with which a clause begins: "; for diversity, however, it is good"."""
_RELATIVE = frozenset(("which", "who", "where"))
_PUT_IN = 12
"""Elements between dashes at most."""
_FRONTED = 4
"""Elements at the beginning of a sentence in which an area may stand before its subject."""
_TURNING = frozenset(("last", "of"))
"""Words of no class behind which a time or the body may stand."""
_SPEAKS = frozenset(
    ("says", "states", "adds", "concludes", "finds", "explains", "believes", "thinks", "warns", "argues", "tells")
)
"""Verbs that are no noun, like as "reports" they end."""
_BEFORE_FORCE = frozenset(("to", "with", "of", "across", "in", "at", "from", "by", "within", "between"))

_WITHIN = frozenset(("in", "at", "of", "across", "within"))
"""Prepositions between an area and the force whose it is."""


class Wording(NamedTuple):
    """A stretch of elements that may name areas.

    Args:
        first: Number of its first element, a preposition among them.
        last: Number behind its last one.
        items: Where each phrase of the list begins.
    """

    first: int
    last: int
    items: tuple[int, ...]


class Wordings:
    """Finds wordings.

    Args:
        classes: Table of `classes.toml`.
        topics: Wordings of the topics of every programme, in lower case.
    """

    def __init__(self, classes: Mapping[str, Sequence[str]], topics: Collection[str] = ()) -> None:
        self.topics = topics
        self.fronted = frozenset((*topics, *classes["single"]))
        self.occasion = frozenset(classes["occasion"])
        self.body = frozenset(classes["body"])
        self.people = frozenset(classes["people"])
        self.remarking = frozenset(classes["remarking"])

    def find(self, elements: Elements) -> list[Wording]:
        """Wordings in order; they do not overlap."""
        found: list[Wording] = []
        sorts = elements.sorts
        count = len(sorts)
        at = 0
        while at < count:
            sort = sorts[at]
            opens = sort in _CONTENT or (sort in _OPENERS and self._opens(elements, at))
            if not opens or (
                sort in "WVR" and (elements.words[at] in _SPEAKS or says(elements, at) or relates(elements, at))
            ):
                at += 1
                continue
            if is_along(elements, at):
                at += 2
                continue
            last = self._phrase(elements, at)
            begin = at
            at = max(last, at + 1)
            last = self._trim(elements, begin, last)
            if last <= begin or self._is_occasion(elements, begin, last) or is_bodies(elements, begin, last):
                continue
            if elements.words[last - 1] == "enough" or is_news(elements, last - 1) or is_told(elements, begin):
                continue  # "is not good enough", "better news for", "the two share a control room"
            if sorts[at : at + 1] == "," and is_counted(elements, begin, last):
                continue  # "one of the nine areas inspected, vetting,"
            if sorts[at : at + 1] == "I" and (begin == 0 or elements.words[begin - 1] == "by"):
                continue  # "by government inspectors"
            if elements.words[at : at + 1] == ["of"] and is_owner(elements, at):
                at += 2 + (sorts[at + 1] == "D")
            items = [begin]
            told = is_past(elements, begin)
            led = sorts[begin] == "P" or "to" in elements.words[max(0, begin - 2) : begin]
            while last == at or sorts[last] == "J":  # nothing was trimmed but an adverb
                further = self._joined(elements, at, told=told)
                if further < 0 or parts(elements, further) or (sorts[at] == "," and is_setting(elements, begin)):
                    break
                verb = told and sorts[further] in "VM" and not is_gerund(elements, further)
                stop = self._phrase(elements, further + verb)
                end = self._trim(elements, further + verb, stop)
                other = led and self._is_other(elements, further, stop) and "G" in sorts[:begin]
                other = other and not is_subject(elements, begin)
                other = other and " ".join(elements.words[items[-1] + 1 : stop]) not in self.topics
                if sorts[at] == ";":
                    other = stop < count and sorts[stop] not in ";,.&)"
                    closed = _SEGMENT.search(sorts, stop)
                    if closed and "G" in sorts[:begin] and "G" in sorts[stop : closed.start()]:
                        other = True  # "; for how it looks after victims it had to make do with adequate"
                    if "G" in sorts[:begin] and _PREDICATED.match(sorts, stop):
                        other = True  # "so was reviewing; planning and the delivery of sentences were"
                if sorts[stop : stop + 1] == "G" and "G" in sorts[:begin] and words_own(elements, further):
                    other = True  # "inadequate for fairness, and its culture requires improvement"
                if sorts[further] == "P" and _FRONT.match(sorts, stop):
                    other = other or _RELATIVE.isdisjoint(elements.words[stop : stop + 2])
                if sorts[further - 1] == "," and is_counted(elements, further, stop):
                    break  # "and inadequate for people, the three main areas inspected,"
                if end <= further or other or self._is_occasion(elements, further, end):
                    break
                if self._is_deed(elements, items[-1] if "H" in sorts[items[-1] : items[-1] + 3] else begin, further):
                    break
                items.append(further)
                last, at = end, stop
            found.append(Wording(begin, last, tuple(items)))
        return found

    @staticmethod
    def _opens(elements: Elements, at: int) -> bool:
        """Whether a wording may begin at an element."""
        sorts = elements.sorts
        at += sorts[at] == "P"
        return at < len(sorts) and (sorts[at] in _CONTENT or is_gerund(elements, at))

    def _phrase(self, elements: Elements, at: int) -> int:
        """Where a phrase ends that begins at an element."""
        sorts, words = elements.sorts, elements.words
        count = len(sorts)
        here = at + (sorts[at] == "P")
        first = here
        verbal = here < count and is_gerund(elements, here)
        how = sorts.find("H", here, here + 3)
        if how >= 0 and sorts.count("D", here, how) == how - here:
            (here, first), verbal = behind_how(elements, how), True
            if here < 0:
                return at
        dated = sorts[at : at + 2] == "PD" and "own" not in words[at : at + 7]
        while here < count and not is_giver(elements, here):
            sort = sorts[here]
            if sort in "WDNY":
                if here > first:
                    word = words[here]
                    if is_along(elements, here):
                        break  # "vetting along with custody"
                    if word == "bar" and is_counted(elements, first, here):
                        break  # "all areas bar custody"
                    if sort == "D" and at == 0 and here <= _FRONTED and " ".join(words[first:here]) in self.fronted:
                        break  # "on legitimacy the picture is less even"
                    turns = sort != "W" or word in _TURNING
                    if word in _SPEAKS or (turns and (is_time(words, sort, here) or is_owner(elements, here))):
                        break
                    if words[here - 1] in _AGO or is_mark(elements, here):
                        break  # "three years ago its planning was"
                timed = dated and how < 0 and sort == "W" and words[here - 1] in OCCASION
                if timed and (words[here] != "of" or self._is_occasion(elements, at, here)):
                    break  # "in the previous report staffing was"
                here += 1
                continue
            before = sorts[here - 1]
            if here > first and words[here] == "who" and words[here - 1] in self.people:
                return after_who(sorts, here)
            if sort == "P":
                closed = self._is_occasion(elements, at, here)  # "the grade", before "for crime recording"
                closed = (
                    closed or (words[here - 1] in MARK_NOUNS and words[here] == "for") or is_news(elements, here - 1)
                )
                goes_on = here > first and not closed and not self._after_preposition(elements, here)
            elif sort == "J":
                after = words[here] == "after" and words[here - 1][:4] == "look"
                goes_on = here > first and (words[here] in _INNER or (verbal and (after or words[here] in _PARTICLES)))
            elif sort in "VM":
                goes_on = (
                    before in "DP"
                    or (sort == "V" and words[here].endswith("ed") and here > first and reported(elements, here))
                    or (words[here - 1] == "to" and here - 1 > first and sorts[here + 1 : here + 2] != "G")
                    or (words[here].endswith("s") and (before == "N" or (how >= 0 and words[here - 1].endswith("s"))))
                    or is_gerund(elements, here)
                    or (
                        before == "W"
                        and here > first
                        and words[here].endswith(("ing", "s"))
                        and self._noun(elements, here)
                    )
                )
            elif words[here] == "which" and words[here - 1] == "with":
                here, verbal = after_how(elements, here), True  # "the efficiency with which it keeps people safe"
                here += here < count and sorts[here] in "VMXW"
                continue
            elif sort == "R":
                goes_on = here > first and words[here] in _THOSE and (before in "JP" or is_gerund(elements, here - 1))
                goes_on = goes_on or (words[here] == "that" and words[here - 1] in _SURE)
                goes_on = goes_on or (here > first and words[here : here + 2] == ["those", "who"])
                if words[here] in SUBJECTS and words[here - 1] in self.people and sorts[here + 1 : here + 2] == "W":
                    goes_on = here > first  # "the people they serve"
                elif (
                    words[here] in SUBJECTS
                    and words[here - 1] == "service"
                    and sorts[here + 1 : here + 2] in ("V", "W")
                ):
                    here += 1  # "the service it gives to victims"
                    goes_on = True
            elif sort == "F":
                goes_on = here > first and words[here - 1] in _BEFORE_FORCE
            else:
                goes_on = (
                    before == "F" and here > first + 1 if sort == "O" else here == first and is_gerund(elements, here)
                )
            if not goes_on:
                break
            here += 1
        return here

    @staticmethod
    def _noun(elements: Elements, at: int) -> bool:
        """Whether a word that can be a verb is a noun here: "crime reports", not "crime reports that"."""
        if elements.words[at] in _SPEAKS:
            return False
        if at + 1 == len(elements):
            return True
        if elements.sorts[at] == "V" and elements.sorts[at + 1] == "G":
            return False  # "leadership gets good"
        if elements.sorts[at + 1] in "VM" and is_gerund(elements, at - 1):
            return True  # "answering calls held"
        return elements.sorts[at + 1] in "BGX&,;.:)\u2013" or elements.words[at + 1] in _BEHIND_NOUN

    def _after_preposition(self, elements: Elements, at: int) -> bool:
        """Whether a preposition inside a phrase opens another one: "the word for how we investigate crime"."""
        sorts, count = elements.sorts, len(elements)
        step = at + 1
        if step == count or sorts[step] in "GIRB.;:,)" or sorts[step] == "H" or sorts.startswith("DH", step):
            return True
        if is_year(elements, at) or (sorts[step] == "D" and is_report(elements, step + 1)):
            return True  # "crime in a stinging report that says"
        while step < count and sorts[step] in "DN":
            step += 1
        return step < count and elements.words[step] in self.occasion

    def _joined(self, elements: Elements, at: int, *, told: bool) -> int:
        """Where the next phrase of a list begins, or -1; `told` of what a body did."""
        sorts, words = elements.sorts, elements.words
        count = len(sorts)
        if at == count or (sorts[at] not in "\u2013,;&" and words[at] not in ("as", "along")):
            return -1
        here = at
        if sorts[at] == "\u2013":  # what is put in: "training – as before – and vetting"
            closed = sorts.find("\u2013", at + 1, at + _PUT_IN)
            here = (
                closed + 1
                if closed > 0 and "G" not in sorts[at:closed] and sorts[closed + 1 : closed + 2] == "&"
                else at
            )
        if here < count and sorts[here] in ",;":
            here += 1
        if here < count and sorts[here] == "&":
            here += 1
        elif words[here : here + 3] == ["as", "well", "as"]:
            here += 3
        elif here < count and is_along(elements, here):
            here += 2
        elif here < count and (
            apposes(words, here) or (words[here] == "work" and says(elements, here))
        ):  # in apposition
            return -1
        if here == at:
            return -1
        while here < count and words[here] in _ADVERBS:
            here += 1
        if told and here < count and words[here].endswith("ed") and sorts[here + 1 : here + 2] in ("W", "D"):
            return here  # "how it protected people and managed offenders"
        if here < count and sorts[here - 1] == "&" and (is_deed(elements, here) or falls_short(elements, here)):
            return -1
        if here == count or (
            sorts[here - 1] == "," and (remarks(elements, here, self.remarking) or relates(elements, here))
        ):
            return -1
        return here if self._opens(elements, here) else -1

    @staticmethod
    def _is_other(elements: Elements, first: int, last: int) -> bool:
        """Whether a phrase opens another clause: as its subject, or as what stands before its subject."""
        if last >= len(elements) or is_gerund(elements, last) or elements.words[last - 1] == "by":
            return False
        if _PREDICATED.match(elements.sorts, last) and not is_gerund(elements, first + (elements.sorts[first] == "P")):
            return True  # "at preventing crime and staff responsible for vetting and training are skilled"
        return elements.sorts[last] in ("RFYI" if elements.sorts[first] == "P" else "BXVMIF")

    def _is_deed(self, elements: Elements, begin: int, at: int) -> bool:
        """Whether a phrase says what else a body does: "good at preventing crime, treats people fairly"."""
        word, sorts = elements.words[at], elements.sorts
        if sorts[at] not in "WV" or not word.endswith("s") or word.endswith("ss") or at + 1 == len(sorts):
            return False
        if not is_gerund(elements, begin + (sorts[begin] == "P")):
            return False
        behind = elements.words[at + 1]
        return sorts[at + 1] == "D" or behind in _PARTICLES | {"after", "itself", "themselves"} or behind in self.people

    @staticmethod
    def _trim(elements: Elements, first: int, last: int) -> int:
        """Where a phrase ends without what leads on from it and whose it is; where it begins, if nothing is left that names."""
        sorts = elements.sorts
        stop, last = last, first + len(sorts[first:last].rstrip("DPNJ,&O"))
        if last < stop and elements.words[last] == "well" and is_gerund(elements, first + (sorts[first] == "P")):
            return last + 1  # "using its money well"
        if elements.words[last - 1] == "of" and last - first > 1:
            last = first + len(sorts[first : last - 1].rstrip("DPNJ,&O"))  # "the grade of", before the grade
        if last - first > 2 and sorts[last - 1] == "F" and elements.words[last - 2] in _WITHIN:
            last = first + len(sorts[first : last - 2].rstrip("DPNJ,&O"))  # "the culture at Kent Police"
        return last if _NAMES.search(sorts, first, last) else first

    def _is_occasion(self, elements: Elements, first: int, last: int) -> bool:
        """Whether a phrase is a time, a report or a mark: "three years ago", "the report"."""
        sorts, words = elements.sorts, elements.words
        content = [number for number in range(first, last) if sorts[number] in "WVMY"]
        if not content:
            return False
        opens, noun = content[0], words[content[-1]]
        if words[opens].endswith("ing") and words[opens + 1 : opens + 2] == ["of"] and words[opens] not in MARKINGS:
            return False  # "the recording of reports"
        if noun == "assessment" and last == first + 1 and sorts[last : last + 2] in (",W", "&W", "BV"):
            return False  # "Assessment, planning and reviewing", "Assessment was rated"
        former = words[opens] in _FORMER
        if noun in OCCASION or (noun == "assessment" and (former or "peel" in words[first:last])):
            dated = former or (opens and (sorts[opens - 1] == "O" or words[opens - 1].startswith("20")))
            held = sorts[first] == "P" and words[first] in _HELD_IN and noun in REPORTS
            short = len(content) <= (6 if held else 5 if dated else 3)
            short = short and ("D" in sorts[first:opens] or not is_gerund(elements, opens))  # "its stalking report"
            if short and "to" not in words[first:last]:  # "the first response to a report"
                return True
        return self.occasion.issuperset([words[number] for number in content if sorts[number] != "Y"])


def behind_body(elements: Elements, wording: Wording) -> int:
    """Where a wording begins, behind the body whose it is: "how Kent Police deals with stalking", "the force's approach"."""
    first = wording.first
    how = elements.sorts.find("H", first, first + 3)
    body = elements.sorts.find("F", how, how + 4) if how >= 0 else -1
    stop = wording.items[1] if len(wording.items) > 1 else wording.last
    return body + 1 if 0 <= body < wording.last - 1 else after_owner(elements, first, stop)
