"""Whose ask it is: the inspectorate's, in its own voice or the article's, or somebody else's wish.

Enters the annotations of the pipe `recommendations` and the voices of the article; leaves a verdict on each. Which
mentions are one ask, and to which body it is put, is settled elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from extract.assemble.voices import Voices
from extract.document.reading import Reading
from extract.pipes.annotation import Annotation
from extract.pipes.grades.subjects import is_foreign

FORMS = frozenset(("recommendations.item", "recommendations.labelled", "recommendations.cell", "recommendations.noun"))
_PASSIVE = re.compile(
    r" (?:also |always |now |all |only |either )?be (?:\w+ly )?(?:\w+(?:ed|en|n|t)|done|put|cut|met|set|made|told|kept|given|held|brought)\b"
)
_NOBODY = re.compile(
    r"\b(?:home office|college of policing|government|ministers?|home secretary|national police chiefs|nfcc|npcc|crown prosecution|cps|department (?:for|of)|ministry of|treasury|parliament|local government|nhs england|police federation|fire brigades union)\b"
)
_TRAILING_FOREIGN = re.compile(
    r"^[\s,\"']*(?:(?:he|she|i|we)\b|(?:said|says|added|adds) (?!(?:the )?(?:report|inspect|hmi|watchdog|letter|it\b))|(?!and (?:also )?(?:says?|said|adds|added)\b)[a-z' ]{2,40}? (?:said|says|added|adds)\b)"
)
_OURS = re.compile(r"inspect|watchdog|hmi|report|letter|ofsted|cqc|\bit\b|\bthey\b|review")
_CREDITED = re.compile(
    r"\b(?:hmi\w*|ofsted|cji|it|they|(?:the |its |their )?(?:\w+ )?(?:inspectorate|inspectors|report|letter|watchdog|review))(?:'s?)?,? (?:(?:has|have|had|also|further|now|does,? (?:however|though)),? )*(?:told (?:us|it|them|the \w+)|says?|said|found|concluded|recommends?|recommended|wants|added|adds|insists|insisted|warned|warns|stressed|stresses|believes?|believed|view is|finding is|advice is)(?: that)? $|\b(?:recommends?|recommended|recommendation is) that $"
    r"|\b(?:inspectors|the (?:report|inspectorate|watchdog)|hmi\w*) [^.;:,]{0,60} (?:and|but|while|yet) (?:also )?(?:said|says|added|warned|found|concluded|insisted)(?: that)? $"
)
_OWN_PEOPLE = re.compile(r"\b(?:our|my)\b")
_INSPECTING = re.compile(
    r"\b(?:(?P<sure>we (?:have )?(?:inspected|re-?inspected|graded|judged)|our inspect(?:ors|ion team))"
    r"|we (?:have |also )?(?:visited|found|examined|assessed|reviewed|recommend|recommended|expect|saw|looked at)|our (?:report|findings|inspection)(?! report))\b"
)
_COMMISSIONER = re.compile(
    r"^\W*(?:\d[\d.]* )?(?:the |that the )?(?:police and crime )?(?:commissioner|pcc|members|panel)$"
)
_PROMISE = re.compile(r"\b(?:we|our (?:response|plan)|i) (?:will|have|are|must|need|should)\b[^.]{0,40}:$")
_RESOLVED = re.compile(
    r"\b(?:resolved|action(?:s)? agreed|the (?:\w+ )?(?:panel|committee|meeting|authority|board|members) (?:resolved|agreed|asked|requested))\b"
)
_HEADLINE = re.compile(
    r"(?: [\u2013-] |: |, )(?:\w+ )?(?:report|watchdog|inspect\w+|hmi\w*)(?: (?:says?|warns?|finds?|said|told))?$|^(?:report|watchdog|inspect\w+|hmi\w*)(?: (?:says?|warns?|said))?:? "
)
_CLAUSE_START = re.compile(r"[,;:\u2013(\"] ?|\b(?:and|but|that|while|as|because|when|after) ")
_AUXILIARY = re.compile(
    r"(?:'s|'ve|(?: (?:has|have|had|also|now|then|is|are|was|been|would|again|further|specifically|even)))+$"
)
_PLAIN = re.compile(
    r"(?:and )?(?:the|a|we|which|who|that|this|these|those|another|one|others|each|both|two|three|(?:the|a) (?:other|first|second|third|last|next))"
)
"""A subject that is no asker by itself: it goes on about what an inspectorate asked."""

_WITH = re.compile(r"(?:(?<=force)|(?<=police)|(?<=service)|(?<=constabulary)|(?<=brigade)|(?<=psni)) and .*$")
"""What a force is asked to do with: "the PSNI and the Department of Health should agree \u2026"."""

_AMONG = re.compile(r"\W*(?:among|other|others|also|further|in addition)\b")
_ASKING = re.compile(r" ?(?:recommend(?:s|ed)?|call(?:s|ed) for)$")
_NAME = re.compile(r"([A-Z][\w'-]+)$")
_SOMEBODY = re.compile(
    r"\b(?:union|federation|charity|charit\w+|campaign\w*|council\w*|mayor|commissioner|pcc|mps?|minister\w*|secretary|home office|government|judge|coroner|court|chief\w*|constable|officer\w*|force|service|constabulary|superintendent|residents|famil\w+|victims?|report by [\w ]+|plan|strategy|standards?|code|target|contract|law|rules|guidance|policy|panel|committee|association|society)$"
)
_SAYS = re.compile(
    r"\b(?:said|says|told|added|adds|found|concluded|warned|made clear|clear|stressed|insisted|told it|finds|noted)\b"
)
_PERSON_SAYS = re.compile(
    r"\W*(?:he|she|(?:mr|mrs|ms|cllr|coun|dr|sir|dame) \w+) (?:also |then |later )?(?:said|says|added|adds|stressed|told|insisted|argued|admitted|conceded|accepted|acknowledged|explained|believes?|believed|felt|thinks?|thought|agreed|warned|claimed|pointed out|made clear)\b"
)
_ADMITS = re.compile(
    r"\b(?:accept|acknowledg|recognis|admit|know|agree|conced|understand|promis|pledg)(?:e?s|e?d|ted|es|ing)?(?: also)?(?: that)? (?:it|they|he|she|we|the (?:force|service|constabulary|brigade))? ?$"
)
"""Before a modal: the body says so itself."""

_AND_THAT = re.compile(
    r"\b(?:hmi\w*|it|inspectors|(?:the |its )?(?:inspectorate|report|letter|watchdog|review)),? (?:(?:has|have|had|also|does|however),? ){0,3}(?:says?|said|found|recommend\w*) that [^.;]{4,140} and that $"
)
"""Before a further clause of what the inspectorate says."""

_ACCORDING = re.compile(
    r"\W*(?:but |and )?according to (?:the |its |their )?(?:report|inspect\w+|watchdog|letter|hmi\w*)\b"
)
_IN_HIS_VIEW = re.compile(r"\bin (?:his|her) (?:view|opinion|judge?ment|eyes)\b")
_OTHERS = re.compile(r"^\W*other (?:\w+ ){0,3}(?:forces|services|brigades|constabularies)\b")
_SIGNED = re.compile(
    r"\byours (?:sincerely|faithfully)[\s,]+(?:(?!inspector|hmi|\bcc\b|cop(?:y|ied)|:)[\s\S]){0,60}?\b(?:police and crime commissioner|chief constable|chief fire officer|mayor)\b"
)
"""The end of a letter of somebody whom the inspectorate does not employ."""

_TURN = re.compile(
    r"\W*(?:cllr|coun|councillor|mr|mrs|ms|dr|sir|dame|lord|lady|dcc|acc|supt|superintendent|chief constable|chief fire officer|pcc|mp|commissioner|analysis|comment|opinion|editorial|what (?:the )?(?:\w+ )?(?:union|chief|force|pcc|council|service|brigade|federation)s? (?:says?|said))\b[^:.]{0,60}: "
)
"""A turn of somebody else's, or the paper's own view."""

_WISHES = re.compile(
    r"\b(?:ideally|in theory|in an ideal world|the (?:target|aim|standard|goal|ambition|idea|plan|rule|hope|policy) (?:is|was)|an? good (?:force|service|brigade))\b"
    r"|\b(?:staff|officers?|firefighters?|crews|detectives|sergeants?|detainees?|prisoners?|inmates?|workers?|employees)(?: who)?(?: had| also)? (?:said|told|felt|feel|thought|believed?|wanted|complained)\b"
    r"|\b(?:by law|in law|under (?:the |new |national )?(?:law|rules|act|guidance|legislation|policy|code)|(?:guidance|policy|rules|law|act|code) (?:says?|states?|requires?|stipulates?))\b|\breports? (?:to|for|by) (?:the )?(?:panel|committee|council\w*|authority|board|members)\b|\b(?:another|one|a (?:man|woman|resident|reader|mother|father|shopkeeper|neighbour)) said\b|\btold (?:the )?(?:inspectors|inspectorate|inspection team)\b"
    r"|\b(?:residents|campaigners?|critics|victims|families|unions?|councillors?|charit(?:y|ies)|mps?|neighbours|shopkeepers|traders|locals|readers|opponents|members|(?:the |a )?(?:panel|committee)|survivors?|campaign groups?|mothers?|fathers?|patients|shop owners|labour|tories|conservatives)\b(?:, [^,;.]{2,60},)?[^,;.]{0,30}\b(?:said|says?|wants?|wanted|argued?|argues|calls? for|called for|thinks?|believes?|demand(?:s|ed)?|insists?|agreed|recommended|resolved|felt|suggested|asked)\b"
)
_ASIDE = re.compile(
    r", (?P<who>he|she|the [\w' -]{3,40}?|[a-z]+ [a-z'-]+|(?:mr|mrs|ms|cllr|dr) [a-z'-]+) (?:has )?(?:said|says|joked|added|insisted|argued|argues|quipped|warned|thought|claimed|suggested|told \w+|believes|reckons),"
)
_NARRATOR = re.compile(r"\b(?:i|we)(?:'ve| have| had)?(?: also| now| already)? $")


_LETTER = re.compile(
    r"\b(?:yours sincerely|yours faithfully|dear (?:sir|madam|chief|mr|mrs|ms|dr|colleague|[a-z]+,)|we inspected your|your (?:service|force|brigade|staff|action plan))\b"
)
_NEAR_INSPECTOR = re.compile(r"\b(?:[Ii]nspector|HMI\w*)\b([^.\n]{0,70})")
_CAPITAL = re.compile(r"[A-Z][\w'-]+")
_LETTERS = ("yours ", "dear ", "we inspected your", "your ")


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
        self.letter = any(phrase in reading.lower for phrase in _LETTERS) and bool(_LETTER.search(reading.lower))
        self.letter = self.letter and not _SIGNED.search(reading.lower)
        self.own = own or self.letter or (unknown and self._reports_itself())
        self.overseen = not any(force in reading.lower for force in ("metropolitan", "the met ", "city of london"))

    @cached_property
    def inspectors(self) -> frozenset[str]:
        """Capitalised words near an inspector's office: names of inspectors among them."""
        near = " ".join(match[1] for match in _NEAR_INSPECTOR.finditer(self.reading.text))
        return frozenset(_CAPITAL.findall(near))

    def _reports_itself(self) -> bool:
        """Whether the narrative speaks as the inspectorate: "we inspected seven suites", "our inspectors found"."""
        found = [
            match for match in _INSPECTING.finditer(self.reading.lower) if self.voices.at(match.start()) == "article"
        ]
        return len(found) > 1 and any(match["sure"] for match in found)

    def refuse(self, note: Annotation) -> bool:
        """Whether an ask is not the inspectorate's, or asks nothing of a body that it inspects."""
        data = note.attributes
        lower = self.reading.lower
        subject = lower[slice(*data["subject"])]
        at = data["modal"][0] if data["modal"][1] > data["modal"][0] else note.start
        voice = self.voices.at(at)
        reported = self._reported(note, at)
        if voice == "other" and not reported:
            return True
        credited = self.voices.credited(data["sentence"][0], at)
        if voice == "article" and credited == "other" and note.rule not in FORMS and not reported:
            return True
        if _OTHERS.match(subject):
            return True
        if (
            (self.overseen and _COMMISSIONER.search(subject))
            or _NOBODY.search(_WITH.sub("", subject))
            or self._resolved(note)
        ):
            return True
        if voice == "article" and not (self.own or reported or note.rule in FORMS) and _OWN_PEOPLE.search(subject):
            return True
        if data["asked"] == "you" and not self.letter:
            return True
        if data["asked"] == "never" and not self._served(note, subject.strip(), voice, reported=reported):
            return True
        if note.rule in FORMS:
            low = data["sentence"][0]
            prose = note.rule == "recommendations.noun" and low < note.start
            return self._answers(note) or (prose and self._asked_by_another(low, note.start - 1, verb=True))
        if lower.startswith(("will ", "would "), at) and voice != "inspectorate" and not reported:
            return True
        if voice == "article" and self._foreign(note, at, reported=reported):
            return True
        if data["asked"] == "other" and note.rule == "recommendations.modal":
            return not self._part(note, voice, reported=reported) or data["headline"]
        if data["headline"] and not _HEADLINE.search(lower[slice(*data["sentence"])]):
            return '"' in lower[note.start : note.end] or "'" in self.reading.text[note.start : note.end].replace(
                "'s", ""
            )
        return False

    def _served(self, note: Annotation, subject: str, voice: str, *, reported: bool) -> bool:
        """Whether a subject that is asked nothing itself is what the body must do something for."""
        ours = reported or voice == "inspectorate"
        if subject in ("we", "us"):
            return reported or (note.rule == "recommendations.item" and bool(note.attributes["kind"]))
        if subject == "there":
            return ours and self.reading.lower.startswith(" be ", note.attributes["modal"][1])
        return (ours or self.own) and note.attributes["group"] == "served" and self._passive(note)

    def _part(self, note: Annotation, voice: str, *, reported: bool) -> bool:
        """Whether a subject that is no body by its noun is a thing to be done, or a part of the body."""
        if self._passive(note):
            low, high = note.attributes["modal"]
            fact = self.reading.lower[low:high].endswith(" to be") and "expected" not in self.reading.lower[low:high]
            sentence = note.attributes["sentence"]
            listed = self.reading.spans[self.reading.span_at(note.start)].kind == "item" or bool(
                _AMONG.match(self.reading.lower, sentence[0])
            )
            return not fact or listed or self.own or reported or voice == "inspectorate"
        if self.own or reported or voice == "inspectorate":
            return reported or note.attributes["group"] == "part" or self._short(note)
        return self._short(note)

    def _passive(self, note: Annotation) -> bool:
        low, high = note.attributes["modal"]
        lower = self.reading.lower
        return bool(_PASSIVE.match(lower, high)) or lower[low:high].endswith(" be")

    def _short(self, note: Annotation) -> bool:
        """Whether the subject is short for a body that the text names with its letters in brackets."""
        words = self.reading.text[slice(*note.attributes["subject"])].strip().removeprefix("the ").removeprefix("The ")
        return words.isupper() and words.isalpha() and f"({words})" in self.reading.text

    def _foreign(self, note: Annotation, at: int, *, reported: bool) -> bool:
        """Whether the article says that the ask is somebody else's."""
        lower = self.reading.lower
        low, high = note.attributes["sentence"]
        if _IN_HIS_VIEW.search(lower, low, at) and "other" in (self._spoke_last(low), self._credited_last(at)):
            return True
        ours = reported or _ACCORDING.match(lower, low, at)
        if (not ours and is_foreign(lower, low, at)) or _WISHES.search(lower, low, at) or _TURN.match(lower, low, at):
            return True
        if _ADMITS.search(lower, low, at) or (lower.startswith("you ", low) and not self.letter):
            return True
        tells = note.rule in ("recommendations.tells", "recommendations.that")
        if not self.own and tells and _NARRATOR.search(lower[max(low, at - 24) : at]):
            return True
        if (
            note.rule == "recommendations.told"
            and note.attributes["asked"] == "other"
            and not note.attributes["headline"]
        ):
            return bool(note.attributes["group"] != "part")
        spoken = _PERSON_SAYS.match(lower, low, note.start)
        if spoken and self._spoke_last(low) == "other":
            return True
        if tells and not self.own and self._asked_by_another(low, at):
            return True
        modal = lower[slice(*note.attributes["modal"])]
        if modal == "had to" and not _SAYS.search(lower, low, note.start):
            return True  # a finding: "victims had to call back"
        aside = _ASIDE.search(lower, note.start, min(note.end, at + 60))
        if aside and not _OURS.search(aside["who"]):
            pronoun = aside["who"] in ("he", "she")
            return not pronoun or self._credited_last(at) == "other"
        behind = _TRAILING_FOREIGN.match(lower[note.end : min(high, note.end + 90)])
        return behind is not None and not _OURS.search(behind[0])

    def _credited_last(self, offset: int) -> str:
        """To whom the last reporting verb before a place credits something."""
        at = bisect_left(self.voices.cues, (offset,))
        return self.voices.cues[at - 1][1] if at else "article"

    def _spoke_last(self, offset: int) -> str:
        """Whose words stand last before a place."""
        at = bisect_left(self.voices.starts, offset)
        return self.voices.parts[at - 1][2] if at else "article"

    def _asked_by_another(self, low: int, at: int, *, verb: bool = False) -> bool:
        """Whether the subject of a verb that asks is somebody else: "the union called on the force to \u2026".

        With `verb`, the verb itself stands before `at`.
        """
        who = _CLAUSE_START.split(self.reading.text[low:at])[-1].strip(" '\"")
        if verb:
            who = _ASKING.sub("", who)
        who = _AUXILIARY.sub("", who)
        plain = who.lower()
        if len(plain) < 2 or _PLAIN.fullmatch(plain) or _OURS.search(plain):
            return False
        if plain in ("he", "she"):
            return self._credited_last(at) == "other"
        name = _NAME.search(who)
        if name:
            return name[1] not in self.inspectors
        return bool(_SOMEBODY.search(plain))

    def _reported(self, note: Annotation, at: int) -> bool:
        """Whether the words right before the clause credit it to the inspectorate: "HMIC says Kent must \u2026"."""
        low = max(note.attributes["sentence"][0], note.start - 90)
        before = self.reading.lower[note.attributes["sentence"][0] : note.start][-240:]
        return bool(_CREDITED.search(self.reading.lower[low : note.start]) or _AND_THAT.search(before)) or (
            note.rule == "recommendations.told" and self.voices.at(at, ("direct", "fragment")) != "other"
        )

    def _resolved(self, note: Annotation) -> bool:
        """Whether a meeting asks: an item under "RESOLVED:"."""
        span = self.reading.spans[self.reading.span_at(note.start)]
        if span.lead < 0 and span.kind != "item":
            return bool(_RESOLVED.match(self.reading.lower, span.start, span.end))
        lead = self.reading.spans[span.lead]
        return bool(_RESOLVED.search(self.reading.lower, lead.start, lead.end))

    def _answers(self, note: Annotation) -> bool:
        """Whether an item is the body's own promise: under "We will:" or "Our response"."""
        low, high = note.attributes["sentence"]
        lead = self.reading.lower[low:high]
        return lead.endswith(":") and (bool(_PROMISE.search(lead)) or is_foreign(self.reading.lower, low, high))
