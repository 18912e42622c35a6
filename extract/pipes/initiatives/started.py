"""When an initiative began: the date beside a word of beginning, in ISO form.

Enters a name in its text; leaves a year, month or day. Dates are read where the sentence of the name, or those behind it
that go on about it, say that something began; dates without a year are reckoned from the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.document.forms import alternation
from extract.document.reading import Reading, Sentence
from extract.expressions import expression
from extract.pipes.initiatives.moments import age_of, is_hinted, moments_of

_ABOUT_IT = expression(
    r"[\"'(]*(?:it|its|it's|this|that|these|those|they|they'd|their|he|she|we|we've|both|all|each|every|launched|begun|started|opened|founded"
    r"|set up|introduced|created|formed|first|run|since|the (?!force|service|constabulary|inspect|report)[a-z]+|[a-z]+ (?:started|began))\b"
)
_OF_PLANS = expression(r"(?:the|these|those|its|our|such) (?:changes|plans|proposals|figures|findings)\b")
"""How a sentence begins whose date is that of a paper."""
_IT_BEGAN = expression(
    r"\b(?:it|they|this|that) (?:was |were |had been |first )?(?:began|begun|started|set up|launched|introduced|opened|founded|formed|created)\b"
)
_BRACKET = expression(
    r"['\"]? ?\((?:from |since |launched |begun |started |est\.? |in |opened |founded |set up )*(?:[a-z][a-z' ]{2,24}, )?"
)
_OFFICE = expression(
    r"\b(?<!\ban )(?<!\bevery )(?:constable|officer|manager|superintendent|inspector|commissioner|chief|director|inspections?|inspected|report|(?:last|previously) (?:reported|visited|came|looked)|graded|rated|figures?|murders?)\b(?<!\bto report)(?:(?! ha(?:s|ve) )[^.;]){0,60}$"
)
"""Words before a date that make it one of an office, an inspection or a count; "officers have met since 2019" is none."""
_PLAIN_GAP = expression(
    r"(?: (?:in|at|across|around) (?!the |its |a )[a-z'-]+(?: [a-z'-]+){0,2})? (?:back )?(?:in|on|during)(?: (?:early|late|mid|the (?:summer|spring|autumn|winter) of))? ?"
)
"""Between a word of beginning and its date, where nothing else can be dated."""
_OFFICES = ("since", "joined", "took up", "took on", "born", "held", "was made", "moved in", "starting", "starts")
"""Words of beginning that are said of persons and meetings too."""
_POINTS = expression(
    r"(?:they(?! (?:also|were|had|have|spoke|speak|praised?|liked?|saw|found|said|say|heard|singled|thought|noted?|commend(?:ed)?|welcomed?|described?|warned|asked|told|did|were|visited|looked))|these|this|it|that|i mean|meet|its name|their names)\b"
)
_THAT_WAS = expression(r"(?:that|this|it|which) (?:was|dates|dated|goes|went)(?: back| to| from| in| on| the)* ")
_FRONTED = expression(
    r"[\"'(]*(?:(?:back )?in|on|since|during|early in|late in|from|by)?(?: the)?(?: early| late| mid)? ?(?:[a-z]+ of )?$"
)
_PARTICIPLE = expression(
    r"[\"'(]*(?:[a-z]+(?:ed|un|wn|lt|ept|et|orn)|set [a-z]+|run|built|led|made|put [a-z]+)\b[^.;]*$"
)
_PLAINLY = expression(
    r"['\"]?(?:, (?:(?:under|in|through|by) which|an?|the|its|their) (?:[^,.;]|,(?=\d)){3,70})?,?(?: [a-z0-9'-]+){0,6}?(?: (?:in|on|since|during|from|at|around|of|the|early|late|mid|last|this|back in)){0,3}[ -]?"
)
_OTHER_CLAUSE = expression(
    r"\b(?:19|20)\d\d,? [^.;]{0,60}\b(?:is|are|was|were|has|have|had|will|would)\b[^.;,]{0,60},? (?:and|but|while) "
)
"""A clause with a date that ends before another one begins: "X, launched in 2022, is bedding in, and "."""
_RUN_SINCE = expression(
    r"['\"]?, (?:an?|the|its|their|our|one of) [^.;:]{2,100}? (?:crewed|staffed|run|led|used|offered|funded|operated|manned|backed|held|paid for|supported|provided|hosted|kept) (?:jointly )?(?:by|with|in|at) [^.;:]{2,90}? since "
)
"""Behind a name: what it is and who has done it since: ", a car crewed by an officer and a nurse since January 2013"."""
_COUNTED = expression(
    r"\b(?:have|had|has) (?:now |since )?(?:signed up|joined|enrolled|applied|volunteered|taken part) since $"
)
"""Before a date: since when people are counted, as in "31 people had signed up since July"."""
_SUCCEEDS = expression(
    r"\b(?:(?:replac|swapp?|supersed|exchang)(?:ed|ing) (?:[^.;:]{2,60} (?:with|for|by) |by )|succeeded by |gave way to |made way for )(?:the |its |an? )?['\"]?$"
)
"""Before a name: that it came in another's place: "replaced Operation Oak with "."""
_SUCCEEDED = expression(
    r"['\"]?,? (?:which )?(?:has |had )?(?:replaced|succeeded|superseded|took over from|taken over from|took the place of) [^.;:,]{2,50}? (?=in |last |on )(?:in |on )?"
)
"""Behind a name: what it came in the place of, before a date: " succeeded Operation Elm in "."""
_MANY = expression(r"[a-z] (?:(?!(?:19|20)\d\d )\d(?:[\d,]*\d)?|(?:dozens|scores|hundreds|thousands) of) $")
"""Before a name: how many of what has it was done, as in "held 40 Mini Police sessions in 2023"."""
_BEGAN = expression(
    r"\b(?:since|launch\w*|began|begun|started|introduced|set up|founded|formed|running (?:from|until))\b"
)
"""What says in such a sentence that it began at all."""
_WHO = expression(r", who [^,.;]*$")
"""Before a date: what a person did then, as in "Jo Hale, who took over in 2021, set up"."""
_FAR = 4
"""Sentences behind that of the name in which it can be said when it began."""
_LONG = 800
"""Characters of a sentence in which it is looked for."""
_WIDE = 90
"""Characters between a word of beginning and its date at most."""


class Started:
    """Finds dates of beginning.

    Args:
        began: Words that say that something began.
    """

    def __init__(self, began: Iterable[str]) -> None:
        self.word = re.compile(rf"\b(?:{alternation(began)}|first (?!(?:in|on|at|of|from|by)\b)[a-z]+(?: [a-z]+)?)\b")

    def find(
        self, reading: Reading, start: int, end: int, before: int, after: int, published: str | None
    ) -> str | None:
        """The date on which an initiative began.

        Args:
            reading: The text.
            start: Offset of the name.
            end: Offset behind it.
            before: Behind the name of an initiative before this one, or 0.
            after: Offset of the next name of one, or the end of the text.
            published: ISO date of the article.

        Returns:
            A year, month or day in ISO form, or None.
        """
        lower, sentences = reading.lower, reading.sentences
        number = reading.sentence_at(start)
        own = sentences[number]
        bracket = _BRACKET.match(lower, end, own.end)
        if bracket:
            moment = next(moments_of(lower, bracket.end(), min(own.end, bracket.end() + 25), published), None)
            if moment and moment.start - bracket.end() < 3:
                return moment.iso
        found = None
        many = _MANY.search(lower, max(own.start, start - 24), start)
        if is_hinted(lower[own.start : own.end]) and not (many and not _BEGAN.search(lower, own.start, own.end)):
            found = self._in_own(lower, own, start, end, before, after, published)
        alone = number > 0 and before <= sentences[number - 1].start
        if found is None and alone and _POINTS.match(lower, own.start):
            above = sentences[number - 1]
            found = self._beside(lower, above.start, above.end, published, aged=False)
        if found or after < own.end:
            return found
        for step in range(number + 1, min(number + 1 + _FAR, len(sentences))):
            ahead = sentences[step]
            if ahead.span > own.span + 1 or ahead.start <= after < ahead.end:
                break
            if not is_hinted(lower[ahead.start : ahead.end]):
                continue
            if _OF_PLANS.match(lower, ahead.start) or _is_another(reading, ahead, lower[start:end]):
                continue
            if not self._goes_on(lower, ahead.start, lower[start:end]):
                if reading.text.startswith("The ", ahead.start) and reading.text[ahead.start + 4].isupper():
                    continue  # "The Dawn Centre, which …"
                if ahead.span != own.span or (
                    step == number + 1 and self.word.search(lower, ahead.start, ahead.end) is None
                ):
                    continue
                if step > number + 1:
                    continue
            found = self._beside(lower, ahead.start, ahead.end, published)
            if found:
                return found
        return None

    def _in_own(
        self, lower: str, own: Sentence, start: int, end: int, before: int, after: int, published: str | None
    ) -> str | None:
        """The date in the sentence of the name: behind it, before it, or around it."""
        alone = before <= own.start
        stop = own.end if after >= own.end else after
        mark = lower.find("; ", end, stop)
        if mark >= 0 and not _ABOUT_IT.match(lower, mark + 2) and not _IT_BEGAN.search(lower, mark, stop):
            stop = mark
        since = _RUN_SINCE.match(lower, end, stop)
        moment = next(moments_of(lower, since.end(), min(stop, since.end() + 30), published), None) if since else None
        if since and moment and moment.start == since.end():
            return moment.iso
        if after_other := _SUCCEEDED.match(lower, end, own.end):
            place = after_other.end()
            moment = next(moments_of(lower, place, min(own.end, place + 30), published), None)
            if moment and moment.start == place:
                return moment.iso
        found = self._beside(lower, end, stop, published)
        if found is None and _SUCCEEDS.search(lower, max(own.start, start - _WIDE), start):
            moment = next(moments_of(lower, end, min(stop, end + _WIDE), published), None)
            found = moment.iso if moment and _PLAINLY.fullmatch(lower, end, moment.start) else None
        if found or not alone:
            return found or self._object(lower, max(before, own.start), start, end, stop, published)
        found = self._object(lower, own.start, start, end, stop, published)
        if found is None and start > own.start:
            clause = max((match.end() for match in _OTHER_CLAUSE.finditer(lower, own.start, start)), default=own.start)
            found = self._beside(lower, max(clause, start - _LONG), start, published, aged=False)
        if found:
            return found
        moment = next(moments_of(lower, own.start, min(own.start + 40, stop), published), None)
        if moment and moment.end <= start:
            fronted = lower[own.start : moment.start]
            if _FRONTED.match(fronted) and self.word.search(lower, moment.end, stop):
                return moment.iso
            if _PARTICIPLE.match(fronted) and lower[moment.end : start].lstrip(" ,\"'") in ("", "the ", "its "):
                return moment.iso
        return None

    def _goes_on(self, lower: str, start: int, name: str) -> bool:
        """Whether a sentence goes on about the initiative."""
        if _ABOUT_IT.match(lower, start) or _IT_BEGAN.search(lower, start, start + _LONG):
            return True
        return lower.find(name.rpartition(" ")[2], start, start + 60) >= 0

    def _beside(self, lower: str, start: int, end: int, published: str | None, *, aged: bool = True) -> str | None:
        """The date nearest to a word of beginning, before or behind it in the same clause, else what an age gives."""
        end = min(end, start + _LONG)
        age = age_of(lower, start, end, published) if published and aged else None
        that = _THAT_WAS.match(lower, start)
        words = list(self.word.finditer(lower, start, end))
        if not words and not that and lower.find("from ", start, end) < 0:
            return age
        moments = list(moments_of(lower, start, end, published))
        if not moments:
            return age
        ranged = next(
            (
                m
                for m in moments
                if lower.endswith("from ", start, m.start)
                and (lower.startswith(" to ", m.end) or not _OFFICE.search(lower, max(start, m.start - _WIDE), m.start))
            ),
            None,
        )
        if that and moments[0].start - that.end() < 5:
            return moments[0].iso
        best: tuple[int, str] | None = None
        for word in words:
            since = word[0] == "since"
            for moment in moments:
                if moment.start >= word.end():
                    gap, cost = lower[word.end() : moment.start], moment.start - word.end()
                elif moment.end <= word.start() and not since:
                    gap, cost = lower[moment.end : word.start()], word.start() - moment.end + 15
                    if gap.startswith(",") and _WHO.search(lower, max(start, moment.start - 70), moment.start):
                        continue
                else:
                    continue
                if _COUNTED.search(lower, max(start, moment.start - 30), moment.start):
                    continue
                if len(gap) > _WIDE or any(mark in gap for mark in ".;!?"):
                    continue
                plain = word[0] not in _OFFICES and _PLAIN_GAP.fullmatch(gap)
                if not plain and _OFFICE.search(
                    lower, max(start, min(moment.start, word.start()) - 70, moment.start - _WIDE), moment.start
                ):
                    continue
                cost += 40 if since else 0
                if best is None or cost < best[0]:
                    best = (cost, moment.iso)
        return best[1] if best else ranged.iso if ranged else age

    def _object(self, lower: str, low: int, start: int, end: int, stop: int, published: str | None) -> str | None:
        """The date behind a name that is the object of a verb of beginning: "launched Oak Watch with the council in May"."""
        words = list(self.word.finditer(lower, max(low, start - _WIDE), start))
        if not words or words[-1][0] == "since" or start - words[-1].end() > 45:
            return None
        if any(mark in lower[words[-1].end() : start] for mark in ".;:"):
            return None
        moment = next(moments_of(lower, end, min(stop, end + 110), published), None)
        return moment.iso if moment and _PLAINLY.fullmatch(lower, end, moment.start) else None


def _is_another(reading: Reading, ahead: Sentence, name: str) -> bool:
    """Whether a sentence begins with another name: "The Dawn Centre, which …"."""
    start = ahead.start
    if not (reading.text.startswith("The ", start) and reading.text[start + 4 : start + 5].isupper()):
        return False
    return reading.lower.find(name.rpartition(" ")[2], start, start + 60) < 0
