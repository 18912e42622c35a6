"""Reported statements: what a person is said to have said, without marks, as a clause of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from extract.document.reading import Span
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes.attribution import Attribution
from extract.pipes.quotes.clauses import (
    DID_THEN,
    FINITE,
    LINK,
    OWN_ACT,
    RELATED,
    SUPPOSED,
    TENSED,
    WHICH,
    is_thing,
    joins_words,
    until_told,
)
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page
from extract.pipes.triggers import Hit

_SUBJECT = r"(?:the|a|an|it|he|she|they|we|i|you|there|this|that|these|those|its|his|her|their|our|my|all|some|most|many|both|no|nobody|none|few|every|each|one|two|three|four|five|six|seven|eight|nine|ten|\d|more|officers|staff|people|what|any|anyone|everyone|extra|residents|members|ministers|work|somebody|someone|victims|crews|children)"
_HEARER = r" (?:(?:us|them|him|her|me|you|members|reporters|councillors|inspectors|journalists|staff|officers|colleagues|(?:the|a|an|his|her|their|its|our|my|this|thursday's|monday's|tuesday's|wednesday's|friday's) (?:(?!(?:to|that) )[\w'-]+ ){0,4}?(?!(?:to|that|why|how|what|where|when|who|whether|if) )[\w'-]+|(?:(?:local|the|chief|senior|police|fire) ){0,2}[a-z]+s(?= that\b)|[A-Z][\w'&]*(?: (?:& )?[A-Z][\w'-]*){0,4}(?:(?: [a-z]+){0,4} (?:committee|panel|board|cabinet|meeting|council|authority|magazine|newspaper|programme|podcast))?))(?: \([^()]{2,40}\))?"
_OBJECT = expression(
    rf"{_HEARER}(?: (?:on|last|this|in|at|yesterday|today|earlier|after|during)[\w ]{{0,40}}?)?(?= (?:that|the|he|she|it|they|there|his|her|its|their|a|we|i|you|nobody|no|every)\b)"
)
_OBJECT_THAT = expression(
    rf"{_HEARER} (?:on|in|at|after|during|via|by|through)(?: (?!he |she |it |they |we |i |there |that )[\w',\u2013-]+){{1,9}}?(?= that\b)"
)
"""To whom, where and when something is told: "told the force at their meeting in March that"."""
_SOMEBODY_THAT = expression(
    r" (?:(?!(?:to|that|how|what|why|whether|if|about|not)\b)[\w'&()/\u2013-]+ ?\b){1,12}(?:, [^,.;:\"]{3,60},)?(?= that\b)"
)
"""Whoever is told, by any words that hold no verb in the infinitive: "told a packed meeting of Hull City Council that"."""
_HEARD_WHEN = expression(
    r" (?:us|them|him|her|me)(?: \w+)? (?:as|when|while|before|after|over|during) [^,.;:\"]{2,50}?(?= that\b)"
)
"""When an interviewer or the writer is told something: "told me as he left that"."""
_LISTENER = expression(r" (?:us|them|him|her|me|members|reporters|journalists|colleagues)(?= [\w'-]+ [\w-]+)")
_MEETING = expression(
    r" (?:(?:(?:last|this) \w+'s |\w+day's )?(?:the )?(?:[A-Z][\w'-]+ |police and crime |scrutiny |public ){0,4}(?:panel|committee|board|meeting|council|cabinet|hearing|inquiry|authority|assembly|conference|court|Panel|Committee|Board|Council|Authority|BBC(?: [A-Z]\w+){0,3}|Echo|Post|Gazette|Times|Mail|News))"
    r"(?= (?!(?:to|about|of|how|what|why|whether|if|and|in|on|at|for|that|last|this|yesterday|today)\b)[\w'-]+ [\w-]+)"
)
"""A meeting or paper that is told a clause without "that": "told the panel response times had fallen"."""
_IN_NAME = expression(r"(?: [A-Z][\w'-]*){1,4} that\b")
_LISTENED = expression(r" (?:us|them|him|her|me|[a-z]+s)(?=[,.])")
_THAT = expression(
    r"(?: (?:also|then|only|simply|later|today|yesterday|this week|on \w+|afterwards|however|, however,|to say|(?:of|about|in|at|on|to|after) [^,.;:\"]{2,50}?)|, [^,.;:\"]{2,90},)? that (?:(?:yes|no), )?"
)
_AND_THAT = expression(
    rf",? (?:and|but) that (?!is |was |means |meant )|, (?:since|because|as|while|although) | (?:and|but) (?=(?:would|could|will|had|has|was|were|is|are|expected) )|,? but (?={_SUBJECT} )|(?<=\"), and (?=(?!he |she |they )[a-z])"
)
_BUT = expression(r"(?:but|because|so|though|although|while|which|and) ")
_TURNS = expression(r"(?:,? (?:and|but|before|while)|, adding|, saying)(?= |$)(?! that\b)")
_BESIDE = expression(r"(?:in|on|at|to|during|after|yesterday|today|this|last) ?[^,.;:]{0,60}")
_WHEN = expression(
    rf"(?:today|yesterday|later|afterwards|this (?:week|morning|afternoon|month)|last (?:week|night|month)|on \w+day|earlier(?: this \w+)?) (?={_SUBJECT}\b)"
)
_LED = expression(r", ")
_CLAUSE_START = expression(rf"{_SUBJECT}\b")
_NAMED = expression(r" (?:[A-Z][\w'-]+ ){1,3}that\b| (?:him|her|them|us|me) that\b")
_TOLD_BEHIND = expression(
    r",? (?:(?:and|with) (?:[A-Z]|the )|(?:as|when|while|after|before|who|whose|in|at|on|during|speaking) )"
)
"""What goes on about who spoke, and not about what was said."""
_AND_MORE = expression(rf", (?:and|but) (?={_SUBJECT}\b)")
"""What joins a further statement to one that the speaker is named behind: "'Proud', he said, and the desk would be full"."""
_ENDED = 3
"""Under how many characters before its end a sentence is over."""
_PARTED = expression(r", (?:ought|has|had|have|is|are|was|were|will|would|can|could|should|must|did|does|do)\b")
"""The verb of a clause that the phrase which credits it has parted from its subject."""
_JOINED = expression(r",? (?:and|but)(?: (?:also|then|later|\w+ly))? $")
_COUNTED = expression(r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|both|all|most|many|some|every|each|no)\b")
_QUOTES = expression(r"(?: that)?[:,]? ?[\"']")
_BAD_START = expression(
    r"(?:to|so|of|in|on|at|by|with|as|for|over|from|through|via|nothing|something|yes|no(?=[ ,.]*$| to\b|[,.;])|sorry|goodbye|hello|when|how|whether|why|what|who|where|not|never|into|about|than|and|or|but|if)\b"
)


_OWN_PAPERS = ("letter", "email", "statement", "foreword", "message", "blog", "post", "memo", "reply")
"""What somebody writes, which says what they say."""
_NO_CLAUSE = expression(r"(?:this|that|these|those|it|both|all)(?: and|,|;|\.|$)")
"""What is no subject but all that is acknowledged or admitted: "acknowledged this and undertook to help"."""


class Reports:
    """Finds reported statements.

    Args:
        cues: Table of `cues/quotes.toml`.
        grade: Pattern of a grade.
    """

    def __init__(self, cues: Mapping[str, Any], grade: re.Pattern[str]) -> None:
        self.grade = grade
        self.verbs = frozenset(cues["report"])
        words = {key: frozenset(verbs) for key, verbs in cues["reported"].items()}
        self.plain, self.free, self.told = words["plain"], words["free"], words["told"]
        self.addressed, self.held, self.sources = words["addressed"], words["held"], words["sources"]
        self.no_turn = words["no_turn"]

    def may_follow(self, lower: str, hit: Hit) -> bool:
        """Whether the words behind a verb can be a reported clause, or the verb ends one."""
        end, verb = hit[1], hit[2]
        ahead = lower[end : end + 100]
        return (
            verb in self.free
            or ahead[:1] != " "
            or " that " in ahead
            or _CLAUSE_START.match(lower, end + 1) is not None
        )

    def find(
        self, reading: Page, span: Span, stretches: Sequence[Stretch], attributions: Sequence[Attribution]
    ) -> Iterator[Annotation]:
        """Reported statements of people in a block, in order."""
        told = -1
        for number, attribution in enumerate(attributions):
            speaker, verb = attribution.speaker, attribution.verb
            source = verb in self.sources
            if speaker is None or speaker.form == "private" or not (source or verb in self.verbs):
                continue
            if speaker.form == "body" and (source or not self._is_paper(reading, speaker)):
                continue
            if verb in self.held and reading.lower.startswith("had ", attribution.start - 4):
                continue  # the article tells what somebody had believed
            sentence = reading.sentences[bisect_right(reading.starts, attribution.start) - 1]
            end = min(sentence.end, span.end)
            if source:
                part = self._according(reading, attribution, sentence.start, end)
                if part and not any(part[0] - 2 < s.end and s.start < part[1] for s in stretches):
                    yield self._note(part, attribution)
                continue
            if reading.lower.startswith(SUPPOSED, sentence.start) and not reading.text.count(
                ",", sentence.start, attribution.start
            ):
                continue  # "If Jo Hale says the force is safe, people believe her"
            if number + 1 < len(attributions):
                end = self._before_next(reading, attributions, number, end)
            part = self._behind(reading, attribution, end) or self._around(
                reading, attribution, sentence.start, end, stretches
            )
            if part is None or part[1] <= told or any(s.start < part[0] < s.end for s in stretches):
                continue
            told = part[1]
            for start, stop in self._clauses(reading, part, stretches):
                yield self._note((start, until_told(reading.text, start, stop)), attribution)

    @staticmethod
    def _is_paper(reading: Page, speaker: Speaker) -> bool:
        """Whether what speaks is somebody's own paper: "Her letter went on to say that"."""
        return reading.lower.endswith(("his ", "her "), 0, speaker.start) and reading.lower.endswith(
            _OWN_PAPERS, speaker.start, speaker.end
        )

    @staticmethod
    def _note(part: tuple[int, int], attribution: Attribution) -> Annotation:
        who = attribution.speaker.to_plain() if attribution.speaker else None
        return Annotation(
            "indirect",
            part[0],
            part[1],
            "quotes.reported",
            {"parts": [list(part)], "speaker": who, "implied": False},
            ((attribution.start, attribution.end, attribution.verb),),
        )

    def _before_next(self, reading: Page, attributions: Sequence[Attribution], number: int, end: int) -> int:
        """Where a statement ends before the next one of its sentence: "says that …, and she adds: …"."""
        own, turn, turns = attributions[number], None, None
        for following in islice(attributions, number + 1, None):
            if following.start >= end:
                break
            if following.verb in self.no_turn:
                joined = following.speaker == own.speaker and _JOINED.search(reading.lower, own.end, following.start)
                if joined:
                    return joined.start()  # "wants a report each week, and called herself '…'"
                continue
            if following.verb.endswith("ing") and _QUOTES.match(reading.text, following.end):
                return (
                    reading.text.rfind(",", own.end, following.start)
                    if "," in reading.text[own.end : following.start]
                    else end
                )
            parted = reading.text.rfind("; ", own.end, following.start)
            if parted >= 0:
                return parted
            if following.verb.endswith("ing") and reading.text[following.start - 2] not in ",\"'":
                continue  # "should stop asking"
            if following.inverted or following.verb.endswith("ing"):
                return end
            if turns is None:
                turns = deque(_TURNS.finditer(reading.lower, own.end, end))
            while turns and turns[0].end() <= following.start:
                turn = turns.popleft()
                if joins_words(reading.text, turn.start(), turn.end()):
                    turn = None
            if turn is None or following.start - turn.end() >= 60:
                continue
            if turn.end() >= following.start - 1 and following.verb not in self.held:
                return turn.start()
            renamed = following.speaker is not None and following.speaker.start >= turn.end()
            if renamed or reading.lower.startswith(" that ", following.end):
                return turn.start()
        return end

    @staticmethod
    def _according(reading: Page, own: Attribution, start: int, end: int) -> tuple[int, int] | None:
        """The clause that "according to" credits: behind it where it opens the sentence, else before it."""
        assert own.speaker is not None
        last = max(own.speaker.end, own.speaker.until, own.speaker.role[1] if own.speaker.role else 0)
        if own.speaker.start < own.end:  # "in her view"
            last = own.end - 1
            if own.start == start:
                start = last + 1 + reading.text.startswith(", ", last)
                return (start, end - 1) if FINITE.search(reading.lower, start, end) else None
            if end - last < _ENDED and reading.text.endswith(", ", start, own.start):
                return (start, own.start - 2) if FINITE.search(reading.lower, start, own.start) else None
            if not _PARTED.match(reading.text, last, end):
                return None
        if own.start - start < 8:
            comma = _LED.search(reading.text, last, min(end, last + 90))
            return (comma.end(), end - 1) if comma and end - comma.end() > 15 else None
        if _PARTED.match(reading.text, last, end):
            return start, end - 1  # "The force, according to Jo Hale, had been slow"
        stop = own.start
        while stop > start and reading.text[stop - 1] in ", ":
            stop -= 1
        return (start, stop) if stop - start > 15 and FINITE.search(reading.lower, start, stop) else None

    def _behind(self, reading: Page, attribution: Attribution, end: int) -> tuple[int, int] | None:
        """The clause behind the verb: "said (that) …"."""
        if attribution.inverted:
            return None
        at = attribution.end
        if reading.text[at : at + 1] not in (" ", ","):
            return None
        if attribution.verb in self.addressed and (heard := self._addressed(reading, at, end)):
            at = heard.end()  # "advised the meeting that"
        elif attribution.verb in self.told or (attribution.verb in self.addressed and _NAMED.match(reading.text, at)):
            match = (
                self._met(reading, at, end)
                or _OBJECT_THAT.match(reading.text, at, end)
                or _OBJECT.match(reading.text, at, end)
                or _HEARD_WHEN.match(reading.text, at, end)
                or _LISTENER.match(reading.text, at, end)
                or _SOMEBODY_THAT.match(reading.text, at, end)
            )
            if not match:
                return None
            at = match.end()
        that = _THAT.match(reading.lower, at, end) if reading.lower.find(" that ", at, end) >= 0 else None
        if that and not TENSED.match(reading.lower, that.end()):
            at = that.end()
        elif attribution.verb not in self.plain or reading.text[at : at + 1] != " ":
            return None
        else:
            that = None  # "says that has begun"
            at += 1
        timed = _WHEN.match(reading.lower, at, end) if not that else None
        at = timed.end() if timed else at
        text = reading.lower[at:end]
        if (
            len(text.split()) < (2 if that else 3)
            or text.startswith(('"', "'", ":"))
            or reading.text[at - 1 : at] != " "
        ):
            return None
        if not that and (_BAD_START.match(text) or _NO_CLAUSE.match(text) or not FINITE.search(text)):
            return None
        free = attribution.verb in self.free
        thing = not that and is_thing(reading.lower[attribution.start : attribution.end], text)
        if thing or (not that and not free and not _CLAUSE_START.match(text)):
            return None  # "denied the charge but was found guilty"
        if not that and not free and _COUNTED.match(text) and not TENSED.search(text):
            return None  # "admitted five breaches"
        stop = end
        if (
            not that
            and TENSED.match(reading.lower, at)
            and WHICH.search(reading.lower, attribution.clause, attribution.start)
        ):
            parted = reading.text.find(", ", at, end)
            stop = parted if parted > 0 else end  # "The room, which she said was full, has moved"
        while stop > at and reading.text[stop - 1] in ".!?,;: \"'":
            stop -= 1
        return at, stop

    @staticmethod
    def _addressed(reading: Page, at: int, end: int) -> re.Match[str] | None:
        """To whom something is said by a verb that needs no hearer: "advised the meeting that"."""
        heard = _OBJECT_THAT.match(reading.text, at, end) or _OBJECT.match(reading.text, at, end)
        return heard if heard and reading.lower.startswith(" that ", heard.end()) else None

    @staticmethod
    def _met(reading: Page, at: int, end: int) -> re.Match[str] | None:
        """The meeting that is told a clause, which has a verb that no noun is written like."""
        match = _MEETING.match(reading.text, at, end)
        if match is None or _IN_NAME.match(reading.text, match.end()):
            return None  # "told BBC Radio Kent's Jo Hale that"
        return match if TENSED.search(reading.lower, match.end(), end) else None

    def _around(
        self, reading: Page, attribution: Attribution, start: int, end: int, stretches: Sequence[Stretch]
    ) -> tuple[int, int] | None:
        """The clause before or around the attribution: "…, she added.", "The force, he said, needed …"."""
        speaker = attribution.speaker
        assert speaker is not None
        first = min(speaker.role[0] if speaker.role else speaker.start, speaker.start, attribution.start)
        comma = reading.text.rfind(",", start, first)
        if comma < 0 or first - comma > 14 or comma - start < 3:
            return None
        quoted = reading.text[start:comma]
        more = _AND_MORE.match(reading.text, max(attribution.end, speaker.end), end)
        if more and stretches and stretches[0].start < first and TENSED.search(reading.lower, more.end(), end):
            return (more.end(), end - 1) if not any(more.end() < s.end and s.start < end for s in stretches) else None
        if any(stretch.start < comma + 2 and start <= stretch.end for stretch in stretches) or '"' in quoted:
            return None
        told = speaker.start < attribution.start and reading.text[attribution.start - 2] == ","
        if told and not TENSED.search(reading.lower, start, comma):
            return None  # "Her boss, Jo Hale, agrees"
        last = max(attribution.end, speaker.end)
        if speaker.start > attribution.start and self._is_told(reading, start, comma, speaker, end):
            return start, comma
        heard = _LISTENED.match(reading.text, last) if attribution.verb in self.told else None
        behind = reading.text[heard.end() if heard else last : end].strip(" .")
        if (not behind or _BESIDE.fullmatch(behind)) and FINITE.search(reading.lower[start:comma]):
            return start, comma
        if behind.startswith(",") and len(behind) > 7:
            if DID_THEN.match(behind) and OWN_ACT.match(quoted) and '"' not in quoted:
                return start, comma
            link = RELATED.search(reading.lower, max(start, comma - LINK), comma)
            start = last + 2 if link and last > comma else start
            stop = end
            while stop > start and reading.text[stop - 1] in ".!? ":
                stop -= 1
            return start, stop
        return None

    @staticmethod
    def _is_told(reading: Page, start: int, comma: int, speaker: Speaker, end: int) -> bool:
        """Whether a clause is whole before its speaker, who is told at length: "Cells were clean, said Jo Hale, chair, and …"."""
        last = max(speaker.end, speaker.until, speaker.role[1] if speaker.role else 0)
        whole = TENSED.search(reading.lower, start, comma) is not None
        return whole and _TOLD_BEHIND.match(reading.text, last, end) is not None

    def _clauses(self, reading: Page, part: tuple[int, int], stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
        """The clauses of a statement that hold no quoted words; the whole where none does."""
        inside = stretches and [
            s
            for s in stretches
            if part[0] <= s.start < part[1]
            and not (
                len(reading.text[s.start : s.end].split()) == 1 and self.grade.match(reading.lower, s.start, s.end)
            )
        ]
        if not inside:
            yield part
            return
        edges = [part[0]]
        for match in _AND_THAT.finditer(reading.lower, *part):
            edges += [match.start(), match.end()]
        edges.append(part[1])
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            if not any(start <= s.start < stop or s.start <= start < s.end for s in inside) and stop - start > 12:
                yield start, stop
        first = inside[0]
        if reading.text[first.start - 3 : first.start - 1] == ": " and len(edges) == 2:
            told = part[0], first.start - 3
            verb = TENSED.search(reading.lower, *told) or (
                _CLAUSE_START.match(reading.lower, *told) and FINITE.search(reading.lower[slice(*told)])
            )
            if len(inside) == 1 and verb and reading.text.count(" ", *told) > 2:
                yield told  # "said that pay was the problem: 'You can't rent a flat'"
        elif (
            len(edges) == 2
            and _BUT.match(reading.lower, first.start)
            and reading.text[first.start - 3 : first.start - 1] == ", "
            and FINITE.search(reading.lower[first.start : first.end])
        ):
            yield part[0], first.start - 3  # "says it should have been done, 'but the drill was broken'"
