"""Whose ask it is: the inspectorate's, in its own voice or the article's, or somebody else's wish.

Enters the annotations of the pipe `recommendations` and the voices of the article; leaves a verdict on each. Which
mentions are one ask, and to which body it is put, is settled elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation

FORMS = frozenset(("recommendations.item", "recommendations.labelled", "recommendations.cell", "recommendations.noun"))
"""Rules that read the form of the page."""

_INSPECTING = re.compile(
    r"\b(?:(?P<sure>we (?:have )?(?:inspected|graded|judged)|we (?:have )?told the (?:force|service|brigade|constabulary)|our inspect(?:ors|ion team))"
    r"|we (?:have |also )?(?:visited|found|examined|assessed|reviewed|recommend|recommended|expect|saw|looked at)|our (?:report|findings|inspection)(?! report))\b"
)
_COMMISSIONER = re.compile(
    r"^\W*(?:\d[\d.]* )?(?:the |that the )?(?:police and crime )?(?:commissioner|pcc|members|panel)$"
)
_PROMISE = re.compile(r"\b(?:we|our (?:response|plan)|i) (?:will|have|are|must|need|should)\b[^.]{0,40}:$")
_RESOLVED = re.compile(
    r"\b(?:resolved|action (?:point )?\d{1,3}\w?(?=:| -)|action(?:s)? agreed|the (?:\w+ )?(?:panel|committee|meeting|authority|board|members) (?:resolved|agreed|asked|requested)|(?:members|councillors|cabinet|panel|(?:sub-)?committee|board) (?:is|are) (?:asked|invited|recommended|requested))\b"
)
_NOTES = ("note ", "to note ")  # first of what a committee, and no force, is asked to do
_OWN_PEOPLE = re.compile(r"\b(?:our|my)\b")
_HIS = re.compile(
    r"(?:his|her) (?:own )?(?:force|officers|service|constabulary|brigade|staff|people|detectives|crews)\b"
)
"""Of whom somebody wishes something who leads them: "He would like his force to be funded"."""

_YOU = re.compile(r"\byou\b")
_INSPECTORATE = re.compile(
    r"(?:the )?(?:inspectorate|inspectors|hmi\w*|hmfsi) (?:must|should|needs? to|has to|have to|ought to)\b"
)
"""An ask of the inspectorate, which it does not make itself."""

_INSPECTED = re.compile(r"\b(?:inspect|hmi|report|recommend)")
"""Words of a lead-in that say that an inspectorate asks."""

_OTHERS = re.compile(r"^\W*other (?:\w+ ){0,3}(?:forces|services|brigades|constabularies)\b")
_RULE = re.compile(
    r"\b(?:my (?:own )?(?:view|opinion|guess|advice|hunch|verdict|feeling)|ideally|in theory|in an ideal world|an? good (?:force|service|brigade)|(?:by|in) law|under (?:the |an? |its |new |national )?(?:\w+ ){0,3}(?:law|rules?|act|guidance|legislation|policy|code|regulations|contract|agreement|order|plan|standards?|targets?)"
    r"|the (?:target|aim|standard|goal|ambition|idea|plan|rule|hope|policy) (?:is|was)|(?:guidance|policy|rules|law|act|code|standards?) (?:says?|states?|requires?|stipulates?)|reports? (?:to|for|by) (?:the )?(?:panel|committee|council\w*|authority|board|members))\b"
)
"""What a law, a policy or a wish asks is no recommendation."""

_UNDER = re.compile(r"\bunder (?:\w+ ){0,2}(?:law|rules|policy|code|regulations|contract)\b")

_TURN = re.compile(
    r"\W*(?:my |our )?(?:cllr|coun|councillor|mr|mrs|ms|dr|sir|dame|lord|lady|dcc|acc|supt|superintendent|chief constable|chief fire officer|pcc|mp|commissioner|analysis|comment|opinion|editorial|what (?:the )?(?:\w+ )?(?:union|chief|force|pcc|council|service|brigade|federation)s? (?:says?|said))\b[^:.]{0,60}: "
)
"""A turn of somebody else's, or the paper's own view."""

_LETTER = (
    re.compile(r"your (?:service|force|brigade|staff|action plan)\b|yours (?:sincerely|faithfully|truly|ever)\b"),
    re.compile(r"dear (?:sir|madam|chief|mr|mrs|ms|dr|colleague|[a-z]+,)"),
    re.compile(r"we inspected your\b"),
    re.compile(r"from: (?:hm|h[ie][sr] majesty's) "),
)
"""What a letter says; each begins with letters that can be looked for fast."""

_LETTERED = ("your", "dear", "from: h")
"""Of which each has one."""

_SIGNED = re.compile(
    r"\byours (?:sincerely|faithfully)[\s,]+(?:(?!inspector|hmi|\bcc\b|cop(?:y|ied)|:)[\s\S]){0,60}?\b(?:police and crime commissioner|chief constable|chief fire officer|mayor)\b"
)
"""The end of a letter of somebody whom the inspectorate does not employ."""

_ADMITS = (
    "accept",
    "acknowledg",
    "recognis",
    "admit",
    "know",
    "knew",
    "agree",
    "conced",
    "understand",
    "promis",
    "pledg",
)
"""Verbs with which a body owns up to what it must do."""

_NEAR_INSPECTOR = re.compile(r"\b(?:[Ii]nspector|HMI\w*)\b([^.\n]{0,70})")
_CAPITAL = re.compile(r"[A-Z][\w'-]+")
_SPEAKER = re.compile(r"[A-Z][\w' -]{0,30}: ")
_I = re.compile(r"[IMm](?<!\w.)(?:(?<=I)|(?<!I)y)\b")
"""Words of somebody who speaks of himself: "I", "I've", "my"."""

_GETS = ("get ", "receive ", "be given ", "have a ", "have an ")
"""Verbs of people to whom something is to be given: "each victim should get a call"."""

_PRONOUNS = ("it", "they")
_SURE = ("we inspect", "we have inspect", "we grade", "we judge", "our inspect", "told the ")


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
        self.published = own
        self.unknown = unknown
        self.advised = -1
        self.asked = -1
        self.spared = False
        self.held = -1
        self.outer: set[int] = set()

    @cached_property
    def letter(self) -> bool:
        """Whether the text is a letter of the inspectorate's."""
        lower = self.reading.lower
        if not any(map(lower.__contains__, _LETTERED)):
            return False
        return any(said.search(lower) for said in _LETTER) and not _SIGNED.search(lower)

    @cached_property
    def own(self) -> bool:
        """Whether the narrative is the inspectorate's own."""
        return self.published or self.letter or (self.unknown and self._reports_itself())

    @cached_property
    def overseen(self) -> bool:
        """Whether a commissioner of the text oversees a force, and is not its chief."""
        return not any(force in self.reading.lower for force in ("metropolitan", "the met ", "city of london"))

    @cached_property
    def inspectors(self) -> frozenset[str]:
        """Capitalised words near an inspector's office: names of inspectors among them."""
        near = " ".join(match[1] for match in _NEAR_INSPECTOR.finditer(self.reading.text))
        return frozenset(name.lower() for name in _CAPITAL.findall(near))

    def _reports_itself(self) -> bool:
        """Whether the narrative speaks as the inspectorate: "we inspected seven suites", "our inspectors found"."""
        if not any(words in self.reading.lower for words in _SURE):
            return False
        found = [
            match for match in _INSPECTING.finditer(self.reading.lower) if self.voices.at(match.start()) == "article"
        ]
        return len(found) > 1 and any(match["sure"] for match in found)

    def hear(self, notes: Iterable[Annotation]) -> None:
        """Learn which lists are of somebody else's asks: those that ask something of the inspectorate, or of "us"."""
        if self.own:
            return
        for note in notes:
            span = self.reading.spans[self.reading.span_at(note.start)]
            if span.lead < 0 or self.voices.at(note.start) != "article":
                continue
            lead = self.reading.spans[span.lead]
            ours = note.attributes["group"] == "we" and not note.attributes["kind"]
            if _INSPECTORATE.match(self.reading.lower, note.start, note.end) or (
                ours and not _INSPECTED.search(self.reading.lower, lead.start, lead.end)
            ):
                self.outer.add(span.lead)

    def refuse(self, note: Annotation) -> bool:
        """Whether an ask is not the inspectorate's, or asks nothing of a body that it inspects."""
        by = self.by(note)
        span = self.reading.span_at(note.start)
        if self.outer and by == "article" and self.reading.spans[span].lead in self.outer:
            return True
        if note.rule not in FORMS:
            pronoun = self.reading.lower[slice(*note.attributes["subject"])].strip(" ,") == "they"
            if span == self.advised and (by == "article" or pronoun):
                return True
            if _RULE.search(self.reading.lower, note.attributes["sentence"][0], note.start):
                self.advised = span
            group = note.attributes["group"]
            if not note.attributes["passive"] and (group == "inspectors" or (by == "article" and group == "served")):
                self.advised = span
        sentence = note.attributes["sentence"][0]
        joined = note.attributes["loose"] and sentence == self.asked
        if joined and self.spared and self.reading.lower[slice(*note.attributes["subject"])].strip(" ,") in _PRONOUNS:
            return True  # "Ministers must pay, and they should say when"
        self.spared = False
        if by == "other" or not self._can_be_asked(note, by, joined=joined) or self._resolved(note):
            self.spared = note.attributes["asked"] == "never" and not note.attributes["passive"]
            self.asked = sentence if self.spared else self.asked
            return True
        self.asked = sentence
        self.held = span
        return False

    def by(self, note: Annotation) -> str:
        """Whose ask it is: `ours`, `other`, or `article` where nobody is credited."""
        data = note.attributes
        at = data["modal"][0] if data["modal"][1] > data["modal"][0] else note.start
        voice, who, lower = self.voices.at(at), data["by"], self.reading.lower
        if note.rule in FORMS and who != "ours" and not data["kind"] and self._answers(note):
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
        if who == "we":
            return "ours" if self.own or self.reading.lower.startswith("recommend", data["said"]) else "other"
        if who == "other":
            return "other"
        if who == "name":
            return self._named(note)
        if who == "he":
            if _HIS.match(lower, *data["subject"]):
                return "other"
            last, since = self._last(at)
            if data["near"] == "ours" and since < self.reading.spans[self.reading.span_at(at)].start:
                return "ours"
            return "other" if last == "article" and data["near"] != "ours" else last
        if who in ("it", "they"):
            if lower.startswith(_ADMITS, data["said"]):
                return "other"
            return "other" if data["near"] == "other" else "ours"
        if self.voices.credited(data["sentence"][0], at) == "other" and note.rule not in FORMS:
            return "other"
        if data["near"] == "other" and data["on"]:
            return "other"
        low = data["sentence"][0]
        if _TURN.match(self.reading.lower, self.reading.spans[self.reading.span_at(low)].start, at) or _RULE.search(
            self.reading.lower, low, at
        ):
            return "other"
        if self.own:
            return "ours"
        if note.rule not in FORMS and _UNDER.search(lower, note.start, note.end):
            return "other"
        loose = data["near"] != "ours" and note.rule not in FORMS and not data["kind"]
        return "other" if loose and self.personal else "article"

    @cached_property
    def personal(self) -> bool:
        """Whether the narrative is somebody's own: "I sat through the meeting, and I have some demands"."""
        if " I " not in self.reading.text and " I'" not in self.reading.text:
            return False
        mine = {
            self.reading.span_at(match.start())
            for match in _I.finditer(self.reading.text)
            if self.voices.at(match.start()) == "article"
        }
        mine = {number for number in mine if not _SPEAKER.match(self.reading.text, self.reading.spans[number].start)}
        if not mine:
            return False
        paragraphs = [number for number, span in enumerate(self.reading.spans) if span.kind == "paragraph"]
        return 2 * len(mine.intersection(paragraphs)) >= len(paragraphs)

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
        if who == "article" and spoke:
            since, _, who, _ = self.voices.parts[spoke - 1]
        return "ours" if who == "inspectorate" else "other" if who == "other" else "article", since

    def _can_be_asked(self, note: Annotation, by: str, *, joined: bool) -> bool:
        """Whether the subject is one that an inspectorate asks something of."""
        data = note.attributes
        asked, group, rule = data["asked"], data["group"], note.rule
        lower = self.reading.lower
        subject = lower[slice(*data["subject"])].strip(" ,")
        if _OTHERS.match(subject) or (_COMMISSIONER.search(subject) and self.overseen):
            return False
        if asked == "list":
            return True
        sure = by == "ours"
        if not sure and " press office" in lower[note.start : note.end]:
            return False
        if group == "named" and not sure and rule == "recommendations.told":
            return False  # "Deputy Chief Constable Colebrooke has been asked to lead the work"
        if data["flags"] == "have" and group == "staff" and not (sure or data["deadline"] or data["kind"]):
            return False  # "officers have to drive 40 miles"
        if data["flags"] == "be" and not (
            sure or data["near"] == "ours" or data["on"] or data["recent"] or data["kind"]
        ):
            return False  # "the chief is to retire"
        if not sure and _YOU.search(lower, note.start, note.end) and not self.letter:
            return False
        if asked == "other" and rule == "recommendations.told":
            return sure or group == "part"
        if "will" in data["flags"] and not (sure or data["near"] == "ours"):
            return False
        if data["flags"] == "needed" and not (sure or data["kind"] or data["on"]):
            return False
        if data["flags"] == "past be" and asked == "body" and data["deadline"]:
            return True
        if data["flags"] == "past" and data["said"] >= 0 and lower.startswith(("found", "find", "heard"), data["said"]):
            return False  # what was the case
        if data["flags"] in ("past", "past be") and data["by"] not in ("ours", "it", "they", "name", "he"):
            return False
        labelled = rule in FORMS and bool(data["kind"])
        if not sure and not labelled and _OWN_PEOPLE.search(subject):
            return False
        if asked == "you":
            reported = data["by"] in ("ours", "it", "they") and data["said"] >= 0
            return (
                self.letter
                or (rule == "recommendations.tells" and data["by"] == "ours")
                or (reported and self.voices.at(note.start) == "other")
            )
        if asked == "never":
            if group == "there":
                return sure
            if group == "we":
                return (
                    labelled
                    or rule == "recommendations.told"
                    or (sure and data["by"] in ("ours", "it", "they", "name", "he"))
                )
            given = sure and rule == "recommendations.modal" and lower.startswith(_GETS, data["action"])
            return group == "served" and (bool(data["passive"]) or given)
        if data["headline"] and not sure:
            said = lower[note.start : note.end].replace("'s", "")
            quoted = '"' in said or "'" in said
            return rule == "recommendations.told" or (asked == "body" and (quoted or rule == "recommendations.modal"))
        if rule == "recommendations.until" and asked != "body":
            return False
        if asked == "other" and rule == "recommendations.tells":
            return bool(data["passive"]) or (sure and group == "part")
        if asked == "other" and rule == "recommendations.modal":
            denied = subject.startswith(("a ", "an ")) and lower.startswith(("not ", "never "), data["action"])
            if denied and not data["passive"] and group != "part":
                return False  # "A case should not fail because a box was lost"
            if data["passive"]:
                return (
                    sure
                    or joined
                    or data["on"]
                    or data["near"] == "ours"
                    or bool(data["kind"])
                    or self._goes_on(self.reading.span_at(note.start))
                    or (data["recent"] and data["flags"] not in ("be", "past be"))
                )
            return (
                sure
                or joined
                or self._short(subject)
                or bool(data["kind"])
                or (group == "part" and data["near"] == "ours")
            )
        return True

    def _goes_on(self, number: int) -> bool:
        """Whether an ask stands in the block of the one before it, or in the next item of its list."""
        items = all(span.kind == "item" for span in self.reading.spans[number - 1 : number + 1])
        return self.held == number or (self.held == number - 1 and items)

    def _short(self, subject: str) -> bool:
        """Whether a subject is short for a body that the text names with its letters in brackets."""
        words = subject.removeprefix("the ")
        return words.isalpha() and f"({words.upper()})" in self.reading.text

    def _resolved(self, note: Annotation) -> bool:
        """Whether a meeting asks or is asked: "ACTION 14:", an item under "RESOLVED:" or "Members are asked to:"."""
        span = self.reading.spans[self.reading.span_at(note.start)]
        if span.lead < 0 and span.kind != "item":
            return bool(_RESOLVED.match(self.reading.lower, span.start, span.end))
        lead, first = self.reading.spans[span.lead], self.reading.spans[span.lead + 1]
        noted = first.kind == "item" and self.reading.lower.startswith(_NOTES, first.start)
        return noted or bool(_RESOLVED.search(self.reading.lower, lead.start, lead.end))

    def _answers(self, note: Annotation) -> bool:
        """Whether an item is the body's own promise: under "We will:" or "Our response"."""
        low, high = note.attributes["sentence"]
        lower = self.reading.lower
        return lower[high - 1 : high] == ":" and bool(_PROMISE.search(lower[:high], low))
