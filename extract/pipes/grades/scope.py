"""Qualifiers of a grade: earlier, denied, wished for, of a single case, or no grade at all but an adjective."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from extract.document.dates import MONTHS, find_dates, shift
from extract.document.forms import alternation
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.grades.adjectives import is_adjective
from extract.pipes.grades.denials import FACT, is_gone_into, is_idle, is_of_others, is_referred
from extract.pipes.grades.tenses import told_now
from extract.pipes.patterns import COUNT as NUMBER
from extract.pipes.patterns import EDGE
from extract.pipes.triggers import Hit

_REMEMBERED = 64
"""Texts of which answers are remembered: those of an article or two."""

_OPENERS = (
    *("but", "while", "whereas", "although", "though", "where", "which", "when", "because", "since then", "after"),
    *("compared with", "compared to", "as against", "as opposed to"),
)
_GOING_ON = ("was", "were", "is", "are", "had", "has", "it", "they", "we", "that", "the force", "the service")
_BOUNDARY = expression(
    r";|\u2013|, (?=(?:we|it|they|inspectors|hmicfrs|hmic|the (?:force|service|brigade|inspectorate|watchdog)) (?:now (?!that)|(?:is|are|has|have) (?:now|since|this time) ))|, (?=(?:is|was|are|were|has|have|had|requires?|remains?) )|, (?:but|and|while|whereas|although|though|where|which|with|when|who|down|up|having|yet|so|as (?:against|opposed to)|a question|an area|compared|highlighting|praising|noting|citing|calling|rating|grading|judging|marking|deeming|giving|awarding|adding|pointing|according|(?:the (?:latter|former|first|second|last) (?:of (?:them|these|those) )?)?(?:an?|one|two|three) (?:improvement|rise|steps?|drop|fall|jump|upgrade|downgrade|slide|climb|leap|long way|far cry|(?:grade|notche|rung|place|level)s?))\b"
    rf"| (?:- |{alternation([*_OPENERS, *(f'and {word}' for word in _GOING_ON)])} "
    r"|\((?=(?:(?:19|20)\d\d: |(?:in (?:19|20)\d\d,? )?(?:it )?(?:was|were|previously|formerly|last time)\b)[^()]*\)))"
    r"| (?=(?:is|was|marks|represents) an? (?:[a-z]+ )?(?:improvement|steps?|rise|drop|fall|jump|upgrade|downgrade|slide|climb|leap) (?:up |down |back )?(?:on|from) )"
    r"|: |\)(?<=[a-z'\"]\))(?= (?:and|but|while|to) )"
)
_ASIDE = expression(
    r"(?:(?:previously|formerly|once|already|originally|last|having been|after being) (?:\w+ ){0,2})?(?:rated|graded|judged|found|deemed|assessed|classed|labelled|branded|given)\b[^,;:.]{0,70}, "
    r"|(?:even )?(?:while|although|though|whereas) [^;:]{0,160}?, (?=(?:it|its|they|their|the (?:force|service|constabulary|brigade))\b)"
)
_OVER = expression(
    r", wh(?:ich|o|om|ose)\b[^,;]*, (?P<verb>(?:said|says|found|finds|concluded|ruled|decided|judged|graded|rated)\b)"
)
"""A relative clause that is over, before the verb of what it is about."""
_QUOTE_END = expression(r"['\"]?\)?")
_NOUN = expression(r"['\"]? (?P<word>[a-z][a-z-]*)")
_YEAR = expression(
    r"\b(?:in|since|from|for|of|by|after|with|than|published on|published in) (?:(?:its|the|our|their|a) )?(?:\d{1,2} )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|early|late) )?(?P<year>(?:19|20)\d\d)(?:[/-]\d\d)?\b|\((?P<bare>(?:19|20)\d\d)(?:[/-]\d\d)?\b"
)
_WHEN = expression(
    r"['\"]? (?:in|of|from) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|early|late) )?(?P<year>(?:19|20)\d\d)\b"
)
"""The year of a grade, right behind it."""
_BEFORE_YEAR = expression(r"\((?P<year>(?:19|20)\d\d): ?['\"]?(?:an? )?$")
"""The year of a grade in brackets, right before it."""
_FOR_NONE = expression(
    r"['\"]? at (?:best|most)\b|['\"]? (?:at|for|in|on) (?:neither|none|nothing|no area|(?:some|many|most|several|a few)(?! (?:\w+ )?(?:areas|respects|categories|questions|aspects|others|of|but)\b)|places\b|parts\b|some of the (?:ways|things)\b)\b"
)
"""Behind a grade that was not given."""
_BESIDE = frozenset(" '\"")
_MODALS = frozenset(("will", "would", "could", "might", "may", "should"))
_NEXT_CLAUSE = expression(r", (?:for|because|as|since|but) [^,]*\b(?:is|was|are|were|has been|had been)\b[^,]*$")
"""Behind a modal, a clause of its own: "that will smart, for the force was good"."""
_FOUND = expression(
    r" (?:have |also |all )?(?:f(?:ind|ound)|see|seen|read|learn(?:ed|t)?|kn[eo]wn?|notice[d]?|heard?|remember|recall|discover(?:ed)?|note[d]?|observe[d]?|(?:be )?(?:aware|proud|pleased|glad|reassured|worried|concerned|alarmed|ashamed|disappointed)) that [^;.]*\b(?:is|are|was|were|has|have|had)\b"
)
"""Behind a modal, a fact that somebody will find: "readers will see that the force is good"."""
_WISHED = expression(
    r"\b(?:want|expect|urge|need)(?:s|ed)? [^,;.:]{3,60} to be(?: rated| graded| judged)? (?:an? )?['\"]?$"
)
"""Before a grade that somebody wants a body to have: "we want Kent Police to be outstanding"."""
_ASKED = (" about ", " was a ", " was an ", " had been a ", " had been an ")
_NEWS = (" is ", " was ", " some ", " new ", " of ", " with ", " more ")
"""Before "hope" where nothing is hoped for."""
_SUPPOSED = expression(
    r"['\"]?(?: (?:for|at|in|on) (?:(?! is | was )[^,;.]){3,50}?)? (?:would|might|could|should|ought to) have\b"
)
"""Behind a grade that somebody would have liked: "an 'adequate' would have been fairer"."""
_BRACKET = 12
"""Characters that this takes."""
_PAST_PERFECT = expression(
    r"\bhad (?:been |already |also |once |previously )*(?:graded|rated|judged|found|marked|given|called|deemed|scored|awarded|assessed|received|got|earned|put|become|dropped|slipped|fallen|improved|climbed|moved|risen|required|needed)\b"
)
_PAST = expression(
    r"\b(?:was|were|had|judged|graded|rated|called|gave|found|scored|got|earned|led|came|required|needed|raised|inspected|visited|issued)\b"
)
_INSPECTED_THEN = expression(
    r", which (?:was|were) (?:last )?(?:inspected|visited|graded|assessed)(?! (?:at the same time|too|as well|alongside|with it)\b)[^,]*, (?:was|were) [^,]*$"
)
_INSPECTED = expression(
    r"\b(?:inspect\w*|report|visit\w*|came|graded|judged|rated|found|review|assessment|published|recommendations)\b"
)
_NOW = expression(r"\b(?:is|are|has|have|requires|require|remains|now)\b")
_COUNT_BEFORE = expression(
    rf"{EDGE}(?<!that )(?<!this )(?!999 |101 )(?:{NUMBER}|half|most|many|some|several|(?:more|fewer) than \w+)(?: (?:files|cases|investigations|records|visits|calls|more|others|further))?(?: (?:were|was|are|as|to be|to|that|which|judged|rated|graded|found|be|being|only|so))*\s*['\"]?$"
)
_HAS = expression(rf"\b(?:has|have|had|got|gets|won|earned|earns|received) (?:just |only )?{NUMBER} ['\"]?$")
"""Before a number of grades that a body was given: "it has one outstanding to its name"."""
_SHIFTED = expression(
    r"\b(?:told|said|reported|heard|noted|explained|advised|reminded|informed|confirmed|announced|added|stated|aware)\b[^;:]{0,60}? that\b[^;:]* had "
)
"""Reported speech, in which "had" stands for "has": "members heard that the service had been graded good"."""
_SO_MANY = expression(rf" (?:all|every\w*|half|an?|{NUMBER})\b")
"""Behind "nearly", what is nearly so many or so much."""
_ALONE = expression(r" \w+(?:, |(?: [a-z]+){1,3}, (?:it|they|we|he|she|the|is|are|was|were|has|have|had)\b)")
"""Behind "not", what alone is denied: "though not astonished,", "not graded before, it"."""
_AFFIRMED = expression(
    r"\b(?:no(?:thing|t)? (?:better|worse|more|higher|lower) than|not only|no longer|no surprise|not surpris|not just|c(?:ould|an) point to)"
)
_SHARE = expression(
    rf"{EDGE}(?:(?:{NUMBER}|half|most|many|some|a (?:quarter|third|fifth)|\d+%|\d+ per ?cent) of (?:them|these|those|(?:the|its|their|our) (?:\w+ )?(?:{NUMBER}\b|files?|cases?|investigations?|records?|crimes?|incidents?|calls?|visits?)|{NUMBER}\b)|of (?:the |its )?(?!999 |101 )(?:\d+|{NUMBER}) (?:\w+ ){{0,2}}(?:files|cases|investigations|records|crimes|incidents|calls|visits)\b)"
)
_OPENING = expression(r"[^,;:(]{0,120}(?:, in (?:[a-z]+ )?(?:19|20)\d\d)?[,;:(]")
_RANKED = expression(r"\b(?:grades?|steps?|notch(?:es)?|rungs?|levels?|places?|marks?|one|two) $")
"""Before "better than", how far."""
_LISTED = expression(r"['\",\s]*(?:(?:or|and|to|then|as)[\s'\"]*)?")
_AREAS_AFTER = expression(r"['\"]?\s*(?:in|at|for) (?:\w+ ){0,2}(?:areas?|questions?|pillars?)")
_TAKEN_BACK = expression(
    r"\b(?:was|were|been|is|are) (?:later |since |now )?(?:withdrawn|overturned|quashed|set aside)\b"
)
_BETWEEN = expression(r", (?:it|we|one|this) (?:should|must|may|might|could|can) be [a-z]+(?: said)?,")
_FINITE_GRADES = ("requires ", "require ", "required ", "needs ", "needed ")
"""With which a grade that is a verb begins."""
_FIVE = expression(
    r"\b(?:four|five) (?:possible |different )?(?:grades|ratings|marks|gradings|judge?ments|levels|categories)\b"
)
_SCALE = expression(
    r"\b(?:scale|grades are|grades:|four grades|five grades|four-point|five-point|categories|grades (?:go|run|range|move)|graded (?:as )?either|can be graded|are graded|is graded|grades range|grade of either|one of (?:four|five))\b"
)


_RANGE = expression(
    r"\b(?:(?<!two )(?<!three )(?<!a few )grades|ratings|gradings|judge?ments|categories|levels|bands|scale)\b[^.;:]{0,40}\b(?:(?:run|runs|running|range|ranges|ranging|go|goes|going|stretch\w*) from|from (?:an? )?['\"]?outstanding['\"]? (?:down )?to)\b"
)
"""What says from which grade to which the scale goes."""


class Scope:
    """Reads the words around a grade.

    Args:
        cues: Table of `cues/grades.toml`.

    Attributes:
        is_then: Whether a text in lower case speaks of an earlier inspection; as the others, it remembers the last
            answers, as several grades ask about one sentence.
        is_now: Whether it speaks of the present.
        is_kept: Whether it says that a grade is what it was.
        is_earlier: Whether a sentence in lower case is about an earlier inspection, given the day of the article.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        words = cues["words"]
        then, self.is_now, self.is_kept = (
            _asked(words[name], more) for name, more in (("previous", _LAST), ("present", ""), ("kept", ""))
        )
        self.is_then = lru_cache(maxsize=_REMEMBERED)(lambda text: then(text) and then(told_now(text)))
        self.is_earlier = lru_cache(maxsize=_REMEMBERED)(self._is_earlier)
        self.unreal = re.compile(rf"[^a-mo-z0-9_'](?:(?<!\w){alternation(words['unreal'])}(?![\w'])|(?<=n)'t\b)")
        self.given = expression(rf"\b(?:{alternation(words['given'])})\b", holder=self)
        self.rating = frozenset(words["rating"])
        self.marking = self.rating.union(word for phrase in words["at"] for word in phrase.split()[:1])
        self.cases = expression(rf"{EDGE}({alternation(words['cases'])})\b", holder=self)
        self.unfinished = expression(
            rf"\b(?:{alternation(words['unfinished'])})\b(?! (?:of|on|with|against|to|in)\b)[^,;]{{0,40}}$",
            holder=self,
        )

    def clause(self, reading: Reading, start: int, end: int, low: int, high: int) -> tuple[int, int]:
        """The clause around a grade.

        Args:
            start: Where the grade begins.
            end: Where it ends.
            low: Where its sentence begins.
            high: Where its sentence ends.
        """
        left = low
        aside = _ASIDE.match(reading.lower, low, start)
        if aside:
            left = aside.end()
        for match in _BOUNDARY.finditer(reading.lower, left, start):
            left = match.start()
        if reading.lower.startswith(_FINITE_GRADES, start) and reading.lower.endswith(", ", left, start):
            left = start - 2
        over = _OVER.search(reading.lower, left, start) if reading.lower.startswith(", wh", left) else None
        if over:
            left = over.start("verb")  # "HMICFRS, which began two years ago, said"
        right = _BOUNDARY.search(reading.lower, end, high)
        return left, right.start() if right else high

    def is_adjective(self, reading: Reading, hit: Hit, high: int) -> bool:
        """Whether the word describes the noun behind it and grades nothing: "good relations", "so poor"."""
        return is_adjective(reading.lower, hit, high, self.marking)

    def is_scale(self, reading: Reading, hits: Sequence[Hit], low: int, high: int) -> bool:
        """Whether a sentence explains the grades and gives none."""
        if len(hits) < 3:
            return False
        grades = {hit[2] for hit in hits} - {"same"}
        if len(grades) < 3:
            return False
        text = reading.lower[low:high]
        if (len(grades) > 3 and (" or " in text or _FIVE.search(text))) or _SCALE.search(text):
            return True
        return all(_LISTED.fullmatch(reading.lower[a[1] : b[0]]) for a, b in pairwise(hits))

    @staticmethod
    def is_range(reading: Reading, hits: Sequence[Hit], low: int, high: int) -> bool:
        """Whether a sentence says which grades there are: "five grades, from outstanding to inadequate", "… or inadequate"."""
        if len(hits) < 2:
            return False
        lower = reading.lower
        if _RANGE.search(lower, low, high):
            return True
        listed = len({hit[2] for hit in hits}) > 3 and lower[hits[-2][1] : hits[-1][0]].strip(" ,'\"") == "or"
        return listed and all(_LISTED.fullmatch(lower[a[1] : b[0]]) for a, b in pairwise(hits))

    def is_unreal(self, reading: Reading, hit: Hit, clause: tuple[int, int], hits: Sequence[Hit]) -> bool:
        """Whether the clause denies the grade, wishes for it, supposes it or tells that it was taken back."""
        if reading.lower.endswith(("(", "('", '("'), clause[0], hit[0]):
            return False  # "not happy with custody (inadequate)"
        behind = reading.lower[hit[1] : clause[1]]
        if " have " in behind and _SUPPOSED.match(reading.lower, hit[1], clause[1]):
            return True
        undone = "withdrawn" in behind or "overturned" in behind or "quashed" in behind or "set aside" in behind
        if undone and _TAKEN_BACK.search(reading.lower, hit[1], clause[1]):
            return True
        if (behind[:1] in _BESIDE and _FOR_NONE.match(reading.lower, hit[1], clause[1])) or reading.lower.endswith(
            "anything but ", 0, hit[0]
        ):
            return True
        before = reading.lower[clause[0] : hit[0]]
        if " to be" in before and _WISHED.search(before):
            return True
        if is_referred(before) or is_gone_into(reading.lower, hit[0]) or is_of_others(behind):
            return True
        if " be " in before and ", " in before:
            before = _BETWEEN.sub(lambda aside: "_" * len(aside[0]), before)
        for other in hits:  # "not sufficiently good" denies nothing
            if clause[0] <= other[0] < hit[0]:
                before = before[: other[0] - clause[0]] + "_" * (other[1] - other[0]) + before[other[1] - clause[0] :]
        before = f" {before}"
        matches = list(self.unreal.finditer(before))
        if not matches:
            return False
        match = matches[-1]
        word = match[0][1:]
        if is_idle(word, before, match):
            return False
        if word in ("what", "if", "whether", "asked") and len(before) - match.end() > 60:
            return False
        if word in ("what", "asked") and ("," in before[match.end() :] or before.startswith(_ASKED, match.end())):
            return False  # of a clause that is over, "what was a good is now"
        if word in ("better than", "worse than") and _RANKED.search(
            before, max(0, match.start() - 12), match.start() + 1
        ):
            return False  # "two grades worse than the good that it had"
        if word == "hope" and before.endswith(_NEWS, 0, match.start() + 1):
            return False  # "there is hope, as leadership is good"
        if word in ("nearly", "almost") and _SO_MANY.match(before, match.end()):
            return False  # "nearly all areas are good"
        if word in ("not", "never") and _ALONE.match(before, match.end()):
            return False  # "disappointed, though not astonished, that …"
        if word.split()[0] in _MODALS and (
            _NEXT_CLAUSE.search(before, match.end()) or _FOUND.search(before, match.end())
        ):
            return False
        if FACT.search(before, match.end()):
            return False
        start = match.start() + (word != "'t")
        return not _AFFIRMED.search(before[max(1, start - 8) :])

    def is_case(
        self, reading: Reading, hit: Hit, clause: tuple[int, int], low: int, above: tuple[int, int] | None
    ) -> bool:
        """Whether the verdict is on single cases: "21 of the 71 files were good"."""
        before = reading.lower[low : hit[0]]
        shared = "of " in before and _SHARE.search(f" {reading.lower[clause[0] : hit[0]]}") is not None
        if not shared:
            if not _COUNT_BEFORE.search(f" {before[-70:]}"):
                return False
            if _AREAS_AFTER.match(reading.lower, hit[1]) and not _SHARE.search(f" {before}"):
                return False
            if _HAS.search(before[-_WIDE:]):
                return False
        noun = _NOUN.match(reading.lower, hit[1])
        if noun and noun["word"] in self.rating:
            return False
        if reading.lower.startswith((" (", ":"), hit[1]):
            return False
        if above and self.cases.search(f" {reading.lower[slice(*above)]}"):
            return True
        return self.counts_cases(before)

    def counts_cases(self, text: str) -> bool:
        """Whether a text in lower case names single cases."""
        return any(match[1] != "of them" for match in self.cases.finditer(f" {text}"))

    def is_unfinished(self, reading: Reading, hit: Hit, clause: tuple[int, int]) -> bool:
        """Whether "outstanding" says that something is still to do."""
        if hit[2] != "outstanding":
            return False
        before = reading.lower[clause[0] : hit[0]]
        return bool(self.unfinished.search(before)) and not self.given.search(before)

    def is_previous(
        self, reading: Reading, hit: Hit, clause: tuple[int, int], low: int, high: int, published: str | None
    ) -> bool:
        """Whether the grade is of an earlier inspection."""
        text, before = reading.lower[clause[0] : clause[1]], reading.lower[low : hit[0]]
        if " had " in before and _SHIFTED.search(before):
            text, before = text.replace(" had ", " has "), before.replace(" had ", " has ")
        if ", which w" in before and _INSPECTED_THEN.search(before):
            return True
        if self.is_then(text):
            return True
        when = _WHEN.match(reading.lower, hit[1], high)
        if when and published and when["year"] < published[:4]:
            return True
        near = reading.lower[max(low, hit[0] - _BRACKET) : hit[0]]
        when = _BEFORE_YEAR.search(near) if "(" in near else None
        if when and published and when["year"] < published[:4]:
            return True
        if self.is_now(text):
            return False
        if _RELATIVE.match(text):
            antecedent = reading.lower[max(low, clause[0] - _ANTECEDENT) : clause[0]]
            if self.is_then(antecedent) or self.is_dated(antecedent, published):
                return True
        behind = _TRAILING.match(reading.lower, clause[1], high)
        if behind and (self.is_then(behind[0]) or self.is_dated(behind[0], published)):
            return True
        if "had " in text and _PAST_PERFECT.search(told_now(text)):
            return True
        if self.is_dated(text, published) and _PAST.search(text):
            return True
        if clause[0] <= low:
            return False
        # the words of the grade itself say nothing of the present: "requires"
        blank = reading.lower[clause[0] : hit[0]] + "_" * (hit[1] - hit[0]) + reading.lower[hit[1] : clause[1]]
        if _NOW.search(blank):
            return False
        opening = _OPENING.match(reading.lower, low, high)
        first = _BOUNDARY.search(reading.lower, low, min(high, low + 60))
        head = opening[0] if opening else reading.lower[low : first.start() if first else min(high, low + 60)]
        return self.is_then(head) or self.is_dated(head, published) or _PAST_PERFECT.search(before) is not None

    def _is_earlier(self, text: str, published: str | None) -> bool:
        if self.is_then(text):
            return True
        return self.is_dated(text, published) and bool(_PAST.search(text)) and bool(_INSPECTED.search(text))

    @staticmethod
    def is_dated(text: str, published: str | None) -> bool:
        """Whether a text has a date or a year before the article's day."""
        if published is None:
            return False
        if len(published) == 10 and _may_have_date(text):
            for day in find_dates(text):
                limit = shift(published, days=-50) or ""
                if day.iso < limit[: len(day.iso)]:
                    return True
        if "20" not in text and "19" not in text:
            return False
        return any((match["year"] or match["bare"]) < published[:4] for match in _YEAR.finditer(text))


_WIDE = 60
_ANY_YEAR = expression(r"(?:19|20)\d\d")
_MONTH = expression(alternation(MONTHS))
_DATE = 24
"""Characters before a year within which its month begins."""
_TRAILING = expression(r",? when [^,.;]{3,60}(?:,? (?:in|last) [^,.;]{3,20})?")
"""A clause behind that of a grade which says when: "was good when the force was inspected in 2021"."""
_RELATIVE = expression(r",? (?:when|where|in which|at which) ")
"""What opens a clause on the time or the inspection named before it: "its last inspection, when it was rated good"."""
_ANTECEDENT = 70
"""Characters in which that is named."""


def _may_have_date(text: str) -> bool:
    """Whether `find_dates`, which tries every character, can find any: a month stands before a year, or marks part figures."""
    if text.count("-") > 1 or text.count("/") + text.count(".") > 1:
        return True
    years = _ANY_YEAR.finditer(text) if "20" in text or "19" in text else ()
    return any(_MONTH.search(text, max(0, year.start() - _DATE), year.start()) for year in years)


def _asked(phrases: Sequence[str], more: str) -> Callable[[str], bool]:
    """Whether any of some phrases stands in a text, or `more`; remembers the last answers."""
    pattern = re.compile(rf"{EDGE}(?:{alternation(phrases)}{more})\b")
    return lru_cache(maxsize=_REMEMBERED)(lambda text: pattern.search(f" {text}") is not None)


_LAST = r"|(?:told|said|found|wrote|graded|rated|judged)(?: (?:you|it|them|us))? then|last (?:[a-z']+ ){1,2}(?:inspection|report|assessment|round|review|visit)"
"""The inspection before, by its name: "the last PEEL report"."""
