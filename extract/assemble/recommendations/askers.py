"""Whose ask it is: the inspectorate's, in its own voice or the article's, or somebody else's wish.

Enters the annotations of the pipe `recommendations` and the voices of the article; leaves a verdict on each. Which
mentions are one ask, and to which body it is put, is settled elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from extract.assemble.recommendations.actions import GETS, PLANS, TOLD_WHEN
from extract.assemble.recommendations.foreign import (
    ADMITS,
    DEMANDS,
    FAILED,
    HIS,
    INSPECTORATE,
    OTHERS,
    PROMISE,
    REPLIES,
    RULE,
    TURN,
    UNDER,
    VIEW,
)
from extract.assemble.recommendations.meetings import resolves
from extract.assemble.recommendations.narrator import Narrator
from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.notes import FORMS

_COMMISSIONER = expression(
    r"\W*(?:\d[\d.]* )?(?:the |that the )?(?:police and crime )?(?:commissioner|pcc|members|panel)$"
)
_BODY = expression(r"the (?:force|service|brigade|constabulary)\b(?!')")
_OWN_PEOPLE = expression(r"\b(?:our|my)\b")
_YOU = expression(r"\byou\b")
_INSPECTED = expression(r"\b(?:inspect|hmi|report|recommend)")
"""Words of a lead-in that say that an inspectorate asks."""

_OWN_STAFF = ("its ", "their ")
"""Before those whom a body has something to ask of itself."""

_KNOWS = ("recognis", "know", "understand", "appreciat", "acknowledg")
"""Verbs of what somebody grants, and does not ask."""

_NEAR_INSPECTOR = expression(r"\b(?:[Ii]nspector|HMI\w*)\b([^.\n]{0,70})")
_CAPITAL = expression(r"[A-Z][\w'-]+")
_EACH = ("every ", "each ", "all ", "any ")
_TOLD = ("told ", "told that ")
"""Before what somebody will have to do: "has been told it will need to"."""

_NEITHER = ("neither", "none", "no ")
_PRONOUNS = ("it", "they")
_SAYS_LITTLE = 4
"""Spaces in what "somebody" has to do, up to which it is an idiom: "somebody has to say it"."""


class Askers:
    """Judges asks of one article.

    Args:
        reading: The text.
        voices: Whose words a place is.
        own: Whether the inspectorate itself published the article.
        unknown: Whether nothing says that a force published it.
    """

    def __init__(self, reading: Reading, voices: Voices, *, own: bool, unknown: bool) -> None:
        self.reading = reading
        self.voices = voices
        self.narrator = Narrator(reading, voices, own=own, unknown=unknown)
        self.advised = self.asked = self.held = -1
        self.spared = False
        self.outer: set[int] = set()

    @cached_property
    def overseen(self) -> bool:
        """Whether a commissioner of the text oversees a force, and is not its chief."""
        return not any(force in self.reading.lower for force in ("metropolitan", "the met ", "city of london"))

    @cached_property
    def inspectors(self) -> frozenset[str]:
        """Capitalised words near an inspector's office: names of inspectors among them."""
        near = " ".join(match[1] for match in _NEAR_INSPECTOR.finditer(self.reading.text))
        return frozenset(name.lower() for name in _CAPITAL.findall(near))

    def hear(self, notes: Iterable[Annotation]) -> None:
        """Learn which lists are of somebody else's asks: those that ask something of the inspectorate, or of "us"."""
        for note in notes:
            span = self.reading.spans[self.reading.span_at(note.start)]
            if span.lead < 0 or self.narrator.own or self.voices.at(note.start) != "article":
                continue
            lead = self.reading.spans[span.lead]
            ours = note.attributes["group"] == "we" and not note.attributes["kind"]
            if INSPECTORATE.match(self.reading.lower, note.start, note.end) or (
                ours and not _INSPECTED.search(self.reading.lower, lead.start, lead.end)
            ):
                self.outer.add(span.lead)

    def refuse(self, note: Annotation) -> bool:
        """Whether an ask is not the inspectorate's, or asks nothing of a body that it inspects."""
        by, data, lower = self.by(note), note.attributes, self.reading.lower
        span = self.reading.span_at(note.start)
        if self.outer and by == "article" and self.reading.spans[span].lead in self.outer:
            return True
        first, last = data["subject"]
        subject, sentence = lower[first:last].strip(" ,"), data["sentence"][0]
        if note.rule not in FORMS:
            if span == self.advised and (subject == "they" or (by == "article" and not _BODY.match(lower, first))):
                return True
            group = data["group"]
            if RULE.search(lower, sentence, note.start) or (
                not data["passive"] and (group == "inspectors" or (by == "article" and group == "served"))
            ):
                self.advised = span
        joined = data["loose"] and sentence == self.asked
        if joined and self.spared and subject in _PRONOUNS:
            return True  # "Ministers must pay, and they should say when"
        self.spared = False
        if by == "other" or not self._can_be_asked(note, by, subject, joined=joined) or resolves(self.reading, note):
            self.spared = data["asked"] == "never" and not data["passive"]
            self.asked = sentence if self.spared else self.asked
            return True
        self.asked = sentence
        self.held = span
        if by == "ours":
            self.advised = -1
        return False

    def by(self, note: Annotation) -> str:
        """Whose ask it is: `ours`, `other`, or `article` where nobody is credited."""
        data = note.attributes
        at = data["modal"][0] if data["modal"][1] > data["modal"][0] else note.start
        voice, who, lower = self.voices.at(at), data["by"], self.reading.lower
        turned = who == "" and data["said"] >= 0  # by nobody who is named, whoever speaks before
        if turned and voice == "other":
            voice = self.voices.at(at, ("direct", "fragment"))
        if note.rule == "recommendations.told" and data["said"] >= 0 and lower.startswith("heard", data["said"]):
            who = ""  # "Members heard that the force had been told to"
        if note.rule in FORMS and who != "ours" and not data["kind"] and self._answers(note):
            return "other"
        if note.rule in FORMS and who != "ours" and self.narrator.asks_itself(note.start):
            return "other"
        if who != "ours" and (lead := self.reading.spans[self.reading.span_at(at)].lead) >= 0:
            above = self.reading.spans[lead]
            if lower.endswith(":", above.start, above.end) and (
                REPLIES.search(lower, above.start, above.end) or self._demands(above.start, above.end)
            ):
                return "other"
        if who == "ours" and not (voice == "other" and data["said"] < 0):
            return "ours"
        if voice == "other" and data["kind"] == "area_for_improvement" and who in ("", "ours"):
            return "ours"  # what somebody calls so is not his own wish
        if voice == "other":
            nobody = who == "" and self.voices.nobody(at)
            told = (who in ("it", "they") or nobody) and data["near"] == "ours"
            return "ours" if told or (nobody and data["kind"]) else "other"
        if voice == "inspectorate":
            return "other" if who == "other" and not data["loose"] else "ours"
        if who == "we" and lower.startswith(_KNOWS, data["said"]):
            return "other"  # "I recognise that you have to balance your budget"
        if who == "we":
            return "ours" if self.narrator.own or lower.startswith("recommend", data["said"]) else "other"
        if who == "other":
            return "other"
        if who == "name":
            return self._named(note)
        if who == "he":
            if HIS.match(lower, *data["subject"]):
                return "other"
            last, since = self._last(at)
            if data["near"] == "ours" and since < self.reading.spans[self.reading.span_at(at)].start:
                return "ours"
            return "other" if last == "article" and data["near"] != "ours" else last
        if who in ("it", "they"):
            if note.rule == "recommendations.tells" and lower.startswith(_OWN_STAFF, data["subject"][0]):
                return "other"  # "It encourages its staff to speak out"
            if lower.startswith(ADMITS, data["said"]):
                return "other"
            return "other" if data["near"] == "other" else "ours"
        if note.rule not in FORMS and not turned and self.voices.credited(data["sentence"][0], at) == "other":
            return "other"
        promised = data["near"] == "we" and note.rule not in FORMS and not data["kind"] and not data["under"]
        if (data["near"] == "other" and data["on"]) or (promised and not self.narrator.own):
            return "other"
        low = data["sentence"][0]
        block = self.reading.spans[self.reading.span_at(low)].start
        if note.rule not in FORMS and VIEW.search(lower, block, at):
            return "other"
        if TURN.match(lower, block, at) or RULE.search(lower, low, at):
            return "other"
        if self.narrator.own:
            return "ours"
        if note.rule not in FORMS and UNDER.search(lower, note.start, note.end):
            return "other"
        loose = data["near"] != "ours" and note.rule not in FORMS and not (data["kind"] or data["under"])
        ours = (data["group"] == "staff" or data["flags"] == "have") and self.narrator.inspected  # "Managers should …"
        own = note.rule not in FORMS and not (data["kind"] or data["under"]) and self.narrator.partisan
        # a writer passes on what "is asked", what must be done by a day, and what stands beside either
        told = note.rule == "recommendations.told" or (data["deadline"] and lower.startswith("must", at))
        wish = self.narrator.personal and not (told or self.held == self.reading.span_at(note.start))
        apart = loose and (ours or wish or self.narrator.digresses(note.start))
        return "other" if own or apart else "article"

    def _demands(self, start: int, end: int) -> bool:
        """Whether a lead-in announces what the writers of a page want: "So here's what we are asking for:"."""
        lower = self.reading.lower
        ours = self.narrator.own or _INSPECTED.search(lower, start, end)
        return not ours and DEMANDS.search(lower, start, end) is not None

    def _named(self, note: Annotation) -> str:
        """Whether the inspectorate employs the person to whom a clause is credited."""
        data = note.attributes
        said = data["said"]
        if said >= 0:
            credited = self.voices.credited(said, said + 1)
            if credited != "article":
                return "ours" if credited == "inspectorate" else "other"
            return "ours" if data["name"] in self.inspectors else "other"
        return "other"

    def _last(self, offset: int) -> tuple[str, int]:
        """Whose words stand last before a place, and where."""
        at = bisect_left(self.voices.cues, (offset,))
        since, who = self.voices.cues[at - 1] if at else (-1, "article")
        spoke = bisect_left(self.voices.starts, offset)
        if spoke and (who == "article" or self.voices.parts[spoke - 1][0] > since):
            since, _, who, _ = self.voices.parts[spoke - 1]
        return "ours" if who == "inspectorate" else "other" if who == "other" else "article", since

    def _can_be_asked(self, note: Annotation, by: str, subject: str, *, joined: bool) -> bool:
        """Whether the subject is one that an inspectorate asks something of."""
        data = note.attributes
        asked, group, flags, rule = data["asked"], data["group"], data["flags"], note.rule
        lower = self.reading.lower
        if OTHERS.match(subject) or (_COMMISSIONER.match(subject) and self.overseen):
            return False
        if flags == "please":
            return self.narrator.letter and by == "ours"
        sure = by == "ours"
        if asked == "list":
            return rule != "recommendations.order" or (sure and self.voices.spoken(note.start))
        dated = data["deadline"] and data["recent"] and asked == "body"
        if lower.find(" press office", note.start, note.end) >= 0:
            return False
        told = sure or data["kind"] or (data["near"] == "ours" and group != "staff")
        told = told or (dated and not group and PLANS.search(lower, data["action"], note.end))
        if rule == "recommendations.told" and not told and lower.startswith("expected", *data["modal"]):
            return False  # "the new chief is expected to start in June", "officers are expected to walk"
        if group == "named" and not sure and rule == "recommendations.told":
            return False  # "Deputy Chief Constable Colebrooke has been asked to lead the work"
        procedure = subject.startswith(("a ", "an ")) and TOLD_WHEN.match(lower, data["action"], note.end)
        if (procedure or (group == "staff" and self._was_not_kept(note))) and not told:
            return False  # "An inspector should be told if a detainee is ill", which is the procedure
        if flags == "have" and group == "staff" and not (sure or data["deadline"] or data["kind"]):
            return False  # "officers have to drive 40 miles"
        recent = data["recent"] and (bool(data["passive"]) or asked != "body")
        since = self.reading.span_at(note.start) - self.held
        again = since == 0 and subject in _PRONOUNS  # "The force should clear the list. It is also to say when"
        if flags == "be" and not (
            sure
            or data["near"] == "ours"
            or data["on"]
            or recent
            or data["kind"]
            or joined
            or again
            or data["under"] == "answer"
        ):
            return False  # "the chief is to retire"
        if not sure and _YOU.search(lower, note.start, note.end) and not self.narrator.letter:
            return False
        if asked == "other" and rule == "recommendations.told":
            return sure or group == "part"
        goes_on = (dated and 0 <= since < 2) or again
        if "will" in flags and not (goes_on or sure or data["near"] == "ours" or lower.endswith(_TOLD, 0, note.start)):
            return False
        if flags == "wise" and not sure:
            return False  # what a writer thinks that somebody would do well to do
        if flags == "thing" and not (sure or data["kind"]):
            return False
        if flags == "needed" and not (sure or data["kind"] or data["on"] or joined):
            return False
        if flags == "have" and subject.startswith(_NEITHER):
            return False  # "neither has to pay it back"
        if flags == "past be" and asked == "body" and data["deadline"]:
            return True
        if flags == "past" and data["said"] >= 0 and lower.startswith(("found", "find", "heard"), data["said"]):
            return False  # what was the case
        if flags in ("past", "past be") and data["by"] not in ("ours", "it", "they", "name", "he"):
            return False
        labelled = rule in FORMS and bool(data["kind"])
        if not sure and not labelled and _OWN_PEOPLE.search(subject):
            return False
        if asked == "you":
            reported = data["by"] in ("ours", "it", "they") and data["said"] >= 0
            told = data["by"] == "ours" or data["near"] == "ours"  # "It also said you should publish them"
            return (
                self.narrator.letter
                or (rule == "recommendations.tells" and data["by"] == "ours")
                or (reported and (told or self.voices.at(note.start) == "other"))
            )
        if asked == "never":
            if group == "there":
                return sure
            if group == "sent":
                return sure and data["said"] >= 0 and bool(data["passive"])
            if group == "we":
                return (
                    labelled
                    or data["under"] == "answer"
                    or data["kind"] == "area_for_improvement"
                    or rule == "recommendations.told"
                    or (sure and data["by"] in ("ours", "it", "they", "name", "he"))
                )
            if group == "someone":
                length = lower.count(" ", data["action"], note.end)
                return sure and (not flags or (flags == "have" and length > _SAYS_LITTLE))
            given = sure and rule == "recommendations.modal" and lower.startswith(GETS, data["action"])
            return group == "served" and (bool(data["passive"]) or given)
        if data["headline"] and not sure:
            said = lower[note.start : note.end].replace("'s", "")
            quoted = '"' in said or "'" in said
            return rule == "recommendations.told" or (asked == "body" and (quoted or rule == "recommendations.modal"))
        if rule == "recommendations.until" and asked != "body":
            return False
        if asked == "other" and rule == "recommendations.tells":
            each = subject.startswith(_EACH) and lower.startswith(GETS, data["action"])
            return bool(data["passive"]) or (sure and (group == "part" or each))
        if asked == "other" and rule == "recommendations.modal":
            denied = subject.startswith(("a ", "an ")) and lower.startswith(("not ", "never "), data["action"])
            if denied and not data["passive"] and group != "part":
                return False  # "A case should not fail because a box was lost"
            if flags == "have" and " " not in subject and not (sure or joined or data["kind"]):
                return False  # "respect has to be earned"
            if data["passive"]:
                return (
                    sure
                    or joined
                    or data["on"]
                    or data["near"] == "ours"
                    or bool(data["kind"])
                    or self._goes_on(self.reading.span_at(note.start))
                    or (since == 1 and not flags)
                    or data["under"] == "answer"
                    or (data["recent"] and flags not in ("be", "past be", "have"))
                )
            return (
                sure
                or joined
                or self._short(subject)
                or bool(data["kind"])
                or (lower.endswith("told that ", 0, note.start) and subject.startswith(_OWN_STAFF))
                or (
                    group == "part"
                    and (data["near"] == "ours" or 0 <= self.reading.span_at(note.start) - self.held < 2)
                )
            )
        return True

    def _was_not_kept(self, note: Annotation) -> bool:
        """Whether the sentence behind an ask tells that a rule was not kept: "Each must be signed. In four cases it was not."."""
        number = self.reading.sentence_at(note.start) + 1
        if number >= len(self.reading.sentences):
            return False
        behind = self.reading.sentences[number]
        same = behind.span == self.reading.sentences[number - 1].span
        return same and FAILED.match(self.reading.lower, behind.start, behind.end) is not None

    def _goes_on(self, number: int) -> bool:
        """Whether an ask stands in the block of the one before it, or in the next item of its list."""
        items = all(span.kind == "item" for span in self.reading.spans[number - 1 : number + 1])
        return self.held == number or (self.held == number - 1 and items)

    def _short(self, subject: str) -> bool:
        """Whether a subject is short for a body that the text names with its letters in brackets."""
        words = subject.removeprefix("the ")
        return words.isalpha() and f"({words.upper()})" in self.reading.text

    def _answers(self, note: Annotation) -> bool:
        """Whether an item is the body's own promise: under "We will:" or "Our response"."""
        low, high = note.attributes["sentence"]
        lower = self.reading.lower
        return lower[high - 1 : high] == ":" and bool(PROMISE.search(lower[:high], low))
