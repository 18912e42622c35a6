"""Attributions: who is said to speak, around each verb of saying outside quotation marks.

Enters the reading, the stretches of a block and the hits of verbs in it; leaves one attribution a verb, with its
subject as the noun phrase says it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from extract.document.sentences import DOT
from extract.expressions import expression
from extract.pipes.officials.speaker import Speaker
from extract.pipes.quotes import verbs
from extract.pipes.quotes.colons import Colons
from extract.pipes.quotes.companions import companion, is_spoken_of, moved, of_view
from extract.pipes.quotes.marks import Stretch
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.passages import passage_before, writer_behind
from extract.pipes.quotes.verbs import ACTS, DID, DID_SO, DONE, JUDGE, JUDGED, READ, SAY, STATES, STOPPED, TOLD_BY
from extract.pipes.triggers import Hit

_AND = expression(r"\b(?:and|but|then|or)(?: (?:also|then|later))? $")
_JOINING, _RELATIVES = frozenset(("and", "but", "then", "or")), frozenset(("that", "which"))
_AND_ENDS = _JOINING | {"also", "later"}
"""Words with which `_SHARED`, `REPORT_THAT` and `_AND` end."""
_DUMMY = expression(r"\s*[Ii]t(?:'s| (?:is|was|would be|seems)) ")
"""How a sentence begins whose subject is what somebody is to do: "It was left to the mayor to say"."""
_OBJECT = expression(r"\b[a-z]+ed (?:[A-Z][\w'.-]* ){0,3}$")
"""A verb whose object stands behind it: "thanked Mr Hale and said"."""
_SHARED = expression(r", (?:and|but|then|or) $")
_PLURAL = expression(
    r"\b(?:inspectors|they|reports|members|residents|critics|officers|staff|people|bosses|leaders|chiefs|victims|campaigners)(?: also| all| both)? $",
    re.I,
)
"""Subjects in the plural, which the base form of a verb follows."""
_FROM = expression(r" from (?=\w)")
_AND_FROM = expression(r", and from (?=[A-Z])")
_QUOTING = expression(r"\b(?:(?P<active>quot(?:es|ed) )(?=[^.;:]{3,60} as $)|(?:is|was|were|are) quoted as $)")
_START = attrgetter("start")
_TAIL = 48
"""How many characters before a verb tell its voice and what joins it."""
_BY = expression(r"(?: to (?:them|us|me|him|her|(?:the )?inspectors))? by (?=\w)")
_THAT = expression(r",? (?=that\b)")
_FROM_IT = expression(
    r" (?:(?:out|aloud|us|them|this|(?:an?|one|some|the) [\w-]+)\b[, ]{0,2}){0,5}from (?:(?:page [\w-]+|the \w+ page) of )?"
)
"""What stands between "read out" and the paper of which somebody else gives the words."""
_RESUMED = expression(r"[^,.;:\"]{0,50}, ")
"""What stands between quoted words in a clause with "who" and the verb of the sentence."""
_OF_NOUN = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "these", "those"))
"""Words behind which stands a noun, not a verb."""
_DOING = expression(r"[A-Z][a-z]+ing [^,.;:\"]{3,120}, (?=(?:the|he|she|they|it|[A-Z][\w'-]+)\b)")
"""A clause with which a sentence begins, before its subject: "Setting out what must change, the watchdog"."""
_SO_FAR = 6
"""Within how many characters of its clause a verb stands whose subject is behind it: "So said Jo Hale"."""
_GOES_ON = (", ", " before ", " while ", ", and ", " but ", " and then ")
"""What stands before a further verb of somebody who is named behind the first."""
_SHARING = ("body", "pronoun")
_RELATED = expression(r"\b(?:which|that) [\w' -]{2,30} $")
_LED = expression(
    r"(?:(?<=\")|(?<=\" )|(?<=\", ))(?:(?:[Tt]hat|[Tt]his|[Tt]hose|[Tt]he|[Ss]uch|[Ss]o|words|it|is|was|were|are|came|the|her|his|blunt|simple|own) )+$"
)
"""Words between speech and the phrase that credits it: "was the verdict of"."""
_INVERTED = expression(r"^[\s,\u2013-]*$")
_STOP = expression(
    rf"[.;:\"!?( ](?:(?<![. ])|(?<={DOT})|(?<= )(?:(?:who|which|when|while|as|after|during|to|that) "
    r"|in (?=a |an |the |his |her |their )|at (?=a |an |the )|on (?=\w+day)))"
)


@dataclass(slots=True)
class Attribution:
    """A verb of saying and its subject.

    Args:
        start: Offset of the verb.
        end: Offset behind it.
        verb: The verb, in lower case.
        speaker: Its subject, or None where the inspectorate is meant without being named.
        clause: Offset with which its clause begins.
        inverted: Whether the subject follows the verb.
    """

    start: int
    end: int
    verb: str
    speaker: Speaker | None
    clause: int
    inverted: bool = False


class Attributions:
    """Finds attributions.

    Args:
        cues: Table of `cues/quotes.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.infinitive = frozenset(cues["infinitive"])
        self.own = frozenset(phrase for phrase, scope in cues["credit"].items() if scope == "own")
        self.views = frozenset(phrase for phrase, scope in cues["credit"].items() if scope == "view")
        self.colons = Colons(cues)

    def find(
        self,
        reading: Page,
        start: int,
        end: int,
        stretches: Sequence[Stretch],
        hits: Sequence[Hit],
        credits: Sequence[Hit],
    ) -> list[Attribution]:
        """Attributions of a block, in order.

        Args:
            reading: The text.
            start: Where the block begins.
            end: Where it ends.
            stretches: Its quoted stretches.
            hits: Verbs of saying in it.
            credits: Phrases in it that credit words without a verb: "according to".
        """
        found = list(self._verbs(reading, start, end, stretches, hits)) if hits else []
        text = reading.text
        for number, stretch in enumerate(stretches):
            at = stretch.start
            if text.find(":", at - 3, at) < 0 and not text.startswith("? ", at - 3):
                continue
            behind = stretches[number - 1].end + 1 if number else start
            named = self.colons.named(reading, behind, at, [one.start for one in found])
            if named:
                found.append(Attribution(named.colon, named.colon + 1, ":", named.speaker, named.start))
        if (stretches or text[end - 1] == ":") and any(text.find(word, start, end) >= 0 for word in verbs.WORDS):
            found += self._own_words(reading, start, end)
        for at, behind, phrase in credits:
            if not _inside(stretches, at) and (text.startswith(" ", behind) or phrase in self.own):
                speaker: Speaker | None
                if phrase in self.views:
                    if speaker := of_view(reading, start, at):
                        found.append(Attribution(at, behind - len(" that"), "said", speaker, at))
                    continue
                if phrase in self.own:
                    speaker = Speaker("pronoun", at + 3, at + 6)
                else:
                    speaker = reading.behind(behind + 1, self._stop(reading, behind + 1, end))
                if speaker:
                    clause = _LED.search(text, max(start, at - _TAIL), at)
                    found.append(
                        Attribution(at, behind + 1, phrase + " ", speaker, clause.start() if clause else at, True)
                    )
        found.sort(key=_START)
        return found

    @staticmethod
    def _own_words(reading: Page, start: int, end: int) -> Iterator[Attribution]:
        """Words that a phrase gives to somebody: "in their words", "in the inspectorate's words"."""
        for match in verbs.OWN_WORDS.finditer(reading.text, start, end):
            if match["who"]:
                speaker = reading.before(*match.span("who"), apposed=True)
            else:
                speaker = Speaker("pronoun", *match.span("pronoun"))
            if speaker:
                yield Attribution(*match.span(), "words of", speaker, match.start(), True)

    def _verbs(
        self, reading: Page, start: int, end: int, stretches: Sequence[Stretch], hits: Sequence[Hit]
    ) -> Iterator[Attribution]:
        previous: Attribution | None = None
        told_by: Attribution | None = None
        opened = [stretch.start for stretch in stretches]
        text, starts = reading.text, reading.starts
        for verb_start, verb_end, verb in hits:
            if verb_start < start:
                continue
            quoted = start
            if opened and (number := bisect_right(opened, verb_start)):
                quoted = stretches[number - 1].end + 1
                if verb_start < quoted - 1:
                    continue  # within speech
            sentence = reading.sentences[bisect_right(starts, verb_start) - 1]
            clause = max(quoted, sentence.start)
            before = text[max(clause, verb_start - _TAIL) : verb_start]
            word = before[:-1].rpartition(" ")[2].lower()
            if word in _OF_NOUN or (word.endswith(("'s", "s'")) and verb.endswith("s") and verb not in SAY):
                continue  # "his reports", "Chief Constable's comments"
            if verb == "saying" and (quoting := _QUOTING.search(before)):
                at = verb_start - len(before) + quoting.end()
                speaker = (
                    reading.behind(at, verb_start - 4)
                    if quoting["active"]
                    else reading.before(clause, verb_start - len(before) + quoting.start())
                )
                if speaker:
                    yield Attribution(verb_start, verb_end, verb, speaker, clause)
                    continue
            if verb not in SAY and (
                (before.endswith(verbs.HELPING) and verbs.PASSIVE.search(before))
                or (verb in JUDGED and is_spoken_of(before))
                or (
                    word == "and"
                    and verb in JUDGED
                    and verbs.PASSIVE_AND.search(text[max(start, sentence.start) : verb_start])
                )
            ):
                if verb == "told" and (
                    told := self._received(reading, clause, verb_start, _BY.match(reading.lower, verb_end), end)
                ):
                    yield told
                if verb not in JUDGED:
                    continue
                quoted_end = next((s.end + 1 for s in stretches if 0 < s.start - verb_end < 6), verb_end)
                behind = _BY.match(reading.lower, quoted_end) or _BY.match(reading.lower, verb_end)
                speaker = reading.behind(behind.end(), self._stop(reading, behind.end(), end)) if behind else None
                if behind and (speaker is None or speaker.form == "private"):
                    quote = next((s.start for s in stretches if s.start > behind.end()), end)
                    speaker = next(iter(reading.between(behind.end(), min(quote, sentence.end))), speaker)
                yield Attribution(verb_start, verb_end, verb, speaker, clause)
                continue
            if verb in verbs.NO_SAYING and text.startswith(verbs.NO_SAYING[verb], verb_end):
                continue  # "forces found to be slow should expect"
            if verb in STATES and (passage := passage_before(reading, clause, verb_start)):
                yield Attribution(verb_start, verb_end, verb, passage, clause)
                continue
            if verb in ("heard", "hear") and (heard := _FROM.match(reading.lower, verb_end)):
                if told := self._received(reading, clause, verb_start, heard, end):
                    yield told
                more = _AND_FROM.search(reading.text, heard.end(), sentence.end)
                other = reading.behind(more.end(), end) if more else None
                if more and other:
                    yield Attribution(more.start(), more.end(), verb, other, clause, True)
                continue
            if verb in READ:
                if before.endswith(" ") and _RELATED.search(before):
                    continue
                paper = _FROM_IT.match(reading.lower, verb_end)
                voice = self.colons.voices.match(reading.lower, paper.end()) if paper else None
                if voice:
                    yield Attribution(verb_start, voice.end(), verb, Speaker("body", *voice.span()), clause)
                    continue
            if word in _RELATIVES and (related := verbs.REPORT_THAT.search(before)):
                at = verb_start - len(before)
                yield Attribution(
                    verb_start,
                    verb_end,
                    verb,
                    Speaker("body", at + related.start("who"), at + related.end("who")),
                    clause,
                )
                continue  # "welcomed a report that praises '…'"
            if word in STOPPED or (verb == "say" and word.endswith(("'d", "'ll"))):
                continue  # "should stop asking", "what he'd say"
            base = verb in self.infinitive
            if base or (
                verb == "say" and (before.endswith(" to ") or DID.search(before) or verbs.HEARD_SAY.search(before))
            ):
                speaker = None
                if heard_say := verbs.HEARD_SAY.search(before):
                    speaker = reading.behind(verb_start - len(before) + heard_say.start("who"), verb_start - 1)
                elif before.endswith(" to ") and not (_DUMMY.match(text, clause) or verbs.BIDDEN.search(before)):
                    habit = verbs.HABIT.search(before)
                    speaker = (
                        reading.before(clause, verb_start - len(before) + habit.start())
                        if habit
                        else moved(reading, clause, verb_start)
                    ) or reading.lead(clause, verb_start)
                elif _PLURAL.search(before):
                    speaker = reading.before(clause, verb_start)
                elif before.endswith(" and ") and (
                    voice := self.colons.voices.match(reading.lower, clause, verb_start)
                ):
                    several = reading.lower[voice.end() - 1] == "s"  # "Inspectors listened in and describe"
                    speaker = Speaker("body", *voice.span()) if several else None
                elif (did := DID.search(before)) and (verb not in ACTS or did["aux"].lower() in DID_SO):
                    thing = before.endswith(verbs.RELATING, 0, did.start())  # "injuries that would suggest"
                    speaker = None if thing else reading.before(clause, verb_start - len(before) + did.start())
                    if did["not"] is not None or did["aux"].lower() not in DONE:
                        verb = "call"  # who does not say that something is so reports nothing
                if speaker:
                    yield Attribution(verb_start, verb_end, "say" if verb not in JUDGE else verb, speaker, clause)
                continue
            if verb_start - clause < _SO_FAR and (
                word in ("so", "thus") or (quoted > start and _INVERTED.match(before) and verb not in verbs.NAMES)
            ):
                stop = self._stop(reading, verb_end, end)
                if speaker := writer_behind(reading, verb_end, stop) or reading.behind(verb_end, stop):
                    told_by = Attribution(verb_start, verb_end, verb, speaker, clause, True)
                    yield told_by
                continue
            if told_by and told_by.start >= sentence.start and before.endswith(_GOES_ON):
                previous = told_by  # "'It's mad', said Jo Hale, adding that"
            if verb.endswith("ing"):
                speaker = companion(reading, clause, verb_start) or moved(reading, clause, verb_start)
                speaker = speaker or self._earlier(reading, sentence.start, verb_start, previous)
            else:
                joined = word in _JOINING and _SHARED.search(before) is not None
                speaker = self._earlier(reading, sentence.start, verb_start, previous) if joined else None
                if speaker is None and " wh" in before and (within := verbs.IN_WHICH.search(before)):
                    speaker = reading.before(verb_start - len(before) + within.end(), verb_start)
                speaker = speaker or reading.before(clause, verb_start)
                if (
                    speaker
                    and word in _JOINING
                    and (
                        before.endswith(" but ")
                        or (
                            before.endswith(" and ")
                            and (
                                _OBJECT.search(text, clause, speaker.start)
                                or (speaker.form in _SHARING and verbs.GOVERNED.search(text, clause, speaker.start))
                            )
                        )
                    )
                ):
                    speaker = self._earlier(reading, sentence.start, verb_start, previous) or speaker
                if word == "and" and previous and previous.verb == verb and previous.start >= sentence.start:
                    speaker = previous.speaker  # "Inspectors praised its plans, the work of its staff and praised"
                if speaker is None and not joined and word in _AND_ENDS and _AND.search(before):
                    speaker = self._earlier(reading, sentence.start, verb_start, previous)
            if verb in verbs.SHOWS and not (speaker and speaker.form == "body" and self._is_paper(reading, speaker)):
                continue
            if word == "who" and (seen := verbs.SEEN_BY.search(before)):
                at = verb_start - len(before)
                speaker = Speaker("body", at + seen.start("who"), at + seen.end("who"))
            elif speaker is None and before.endswith(", who "):
                speaker = reading.before(clause, verb_start - len(", who "), apposed=True)  # "by Ms Hale, who said"
            if speaker is None and quoted > sentence.start and previous is not None:
                speaker = self._resumed(text, sentence.start, quoted, verb_start, previous)
            if before.endswith(", ") and speaker and speaker.form == "body" and verb in TOLD_BY:
                named = reading.behind(verb_end, self._stop(reading, verb_end, end))
                if named and named.form == "name" and text[verb_end + 1 : verb_end + 2].isupper():
                    yield Attribution(verb_start, verb_end, verb, named, clause, True)
                    continue  # "The force, said Jo Hale, needed to"
            if speaker:
                own = Attribution(verb_start, verb_end, verb, speaker, clause)
                if not (previous and verb in verbs.TELLS and text[previous.end : speaker.start] in verbs.NESTED):
                    previous = (
                        own  # not "the report described" in "Jo Hale said the report described '\u2026' and said"
                    )
                yield own
            elif verb in TOLD_BY:
                speaker = reading.behind(verb_end, self._stop(reading, verb_end, end))
                between = speaker is not None and before.endswith(", ") and text.startswith(",", speaker.end)
                between = between or (
                    speaker is not None
                    and speaker.form == "role"
                    and speaker.title != "anonymous"
                    and (text[speaker.end] == ":" or (before.endswith(", ") and speaker.end == sentence.end - 1))
                )
                if speaker and (speaker.form in ("name", "surname") or (between and speaker.form in ("body", "role"))):
                    told_by = Attribution(verb_start, verb_end, verb, speaker, clause, True)
                    yield told_by

    def _is_paper(self, reading: Page, speaker: Speaker) -> bool:
        """Whether a body is a report or its authors, which show what they found."""
        return self.colons.voices.fullmatch("the " + reading.lower[speaker.start : speaker.end]) is not None

    def _received(
        self, reading: Page, clause: int, verb: int, link: re.Match[str] | None, end: int
    ) -> Attribution | None:
        """The one from whom words are had: "We were told by a sergeant: '\u2026'", "We heard from Jo Hale that"."""
        speaker = reading.behind(link.end(), self._stop(reading, link.end(), end)) if link else None
        if link is None or speaker is None:
            return None
        last = max(speaker.end, speaker.until, speaker.role[1] if speaker.role else 0)
        that = _THAT.match(reading.text, last, end)
        if that:
            return Attribution(verb, that.end() - 1, "said", speaker, clause)
        return Attribution(verb, link.start(), reading.lower[verb : link.start()], speaker, clause, True)

    def _earlier(self, reading: Page, start: int, verb: int, previous: Attribution | None) -> Speaker | None:
        """The subject that a second verb shares: "described it as '\u2026' and said \u2026", "before adding that \u2026"."""
        start = max(start, reading.text.rfind("; ", start, verb) + 2)
        if previous is not None and previous.start >= start:
            return previous.speaker
        if doing := _DOING.match(reading.text, start, verb):
            voice = self.colons.voices.match(reading.lower, doing.end(), verb)
            return Speaker("body", *voice.span()) if voice else reading.lead(doing.end(), verb)
        return reading.lead(start, verb)

    @staticmethod
    def _resumed(text: str, start: int, quoted: int, verb: int, previous: Attribution) -> Speaker | None:
        """Whose verb follows a clause about them that quotes: "Jo Hale, who called it '…' at the time, said that"."""
        told = previous.start > start and text.find(", who ", start, previous.start) >= 0
        return previous.speaker if told and _RESUMED.fullmatch(text, quoted, verb) else None

    @staticmethod
    def _stop(reading: Page, start: int, end: int) -> int:
        match = _STOP.search(reading.text, start, end)
        return match.start() if match else end


def _inside(stretches: Sequence[Stretch], offset: int) -> bool:
    return any(stretch.start <= offset < stretch.end for stretch in stretches)
