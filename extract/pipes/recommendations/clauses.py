"""Clauses that ask: who must do what, from the subject to the end of the action.

Enters a sentence and a modal in it; leaves the shortest clause that still says who must do what, and whose wish it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.document.forms import alternation
from extract.document.reading import Reading, Span
from extract.pipes.annotation import Annotation
from extract.pipes.recommendations.deadlines import DEADLINE, inside, leading, trailing
from extract.pipes.triggers import Hit

_PARENTHESIS = re.compile(
    r", (?:(?:it|he|she|they|the (?:inspectorate|report|letter|watchdog|inspectors|review)|inspectors|hmicfrs|hmic|hmics|hmip|ofsted)(?: (?:also|then|now))? (?:said|says|say|add|adds|added|warned|warns|found|concluded|noted|notes|believe|believes|argue|argues|insist|insists)(?: in \w+)?|says (?:it|the (?:report|inspectorate|letter|watchdog)|hmicfrs|hmic|hmics|hmip)|said (?:the (?:report|inspectorate|letter|watchdog)|hmicfrs|hmic|inspectors)"
    r"|(?:which|who|whose|where|with|like|as|for its part|for their part|in particular|however|therefore|too|in turn|together with|along with|including)\b ?[^,;:]{0,110}?|in (?:its|their|his|her) (?:view|words|opinion))(?:,|(?= (?:must|should|needs?|ought|has to|have to)\b))"
    r"| \u2013 [^\u2013]{3,90} \u2013(?= (?:must|should|needs?|ought|has to|have to)\b)"
)
_LEFT = re.compile(
    r"[;:] | \u2013 | - |\"|\((?=[a-z])|(?:^|(?<=[ ,]))(?:that(?! (?:said,|right|end|aim|time|date|period|month|day|deadline|goal|reason|extent|purpose|question|point|gap|front|basis)\b)|because|while|whereas|although|though|where|when|so|since) "
    r"|\b(?:said|says|say|saying|adds?|added|adding|told (?:us|it|them|inspectors|the \w+)|warned|warns|warning|found|concluded|concludes|insists?|insisted|stressed|stresses|believes?|believed|thinks?|thought|recommends?|recommended|recommending|argues?|argued|agreed|agrees|noted|notes|feels?|felt|means|means that|is that|are that|was that|were that)(?: also| now)? (?!to\b)"
    r"|,? (?:and|but|or|yet) (?=(?:that |it|they|the |its |their |all |both |each |every |any |no |officers|staff|supervisors|leaders|managers|you|senior|chief|custody|call|police|his|her|those|a |an |inspectors|crews|firefighters|some)\b)"
    r"|, (?:and|but|so|yet|or) "
)
_OPENING = re.compile(
    r"(?:(?:according|in|at|on|for|from|by|to|as|under|after|before|within|with|without|during|among|following|despite|given|having|until|once|if|first|second|third|secondly|thirdly|finally|also|however|meanwhile|instead|again|here|elsewhere|overall|more broadly|in addition|importantly|crucially|above all|next|and|but|yet|so|now|then|still)\b[^,;:]{0,90}, )+"
)
_CONJUNCTION = re.compile(
    r"(?:(?:and|but|yet|so|or|however|also|then|now|instead|that|nor|for|according to (?:the |its )?(?:report|inspectorate|watchdog|inspectors|letter))\b,? )+"
)
_RIGHT = re.compile(
    rf",? and (?=(?:{DEADLINE.pattern}),? [a-z' ]{{2,40}}?\b(?:should|must|needs? to|has to|have to|ought to)\b)"
    r"|, (?:(?:some|many|most|all|none|one|two|three|half|several|few|each|both|\w+ of them) of (?:which|whom)|(?:under|through|by|to|from) which)\b"
    r"|: (?=\w)|[.;?!](?=\s|$|[\"')])|\"| \u2013 | - (?=\w)| \("
    r"|, (?:because|since|as (?:it|they|the|there|too|some|many|one|only|we)\b|which|who|whose|where|when|while|whereas|although|though|but|yet|or (?:it|the)|an? (?:ask|point|change|step|finding|problem|failing|matter|move|practice)|something|given|after|warning|adding|noting|saying|said|says|according|(?:had|has|was|were|is) |(?:the|an?|its|their) (?:\w+ )?(?:inspectorate|report|watchdog|letter|inspectors|review|inspector|chief inspector|document)(?: has| have| also| had)* (?:said|says|adds?|added|concluded|warned|found|noted|recommended)|inspectors (?:have )?(?:said|say|added|found|warned|concluded)"
    r"|(?:hmi[a-z]{1,4}|ofsted|cji|it|he|she|they)(?: (?:has|have|had))?(?: also)? (?:said|says|say|added|adds|also|concludes?d?|warn(?:s|ed)|found|finds|noted|notes|argued|argues|believes?d?|joked|insisted|insists|suggest(?:s|ed)|recommend(?:s|ed)|reads|continues|explains)|and (?:says|adds|praised|commended|welcomed|found|said|warned|noted|criticised|raised|described|told|gave|rated|graded|judged|congratulated|pointed|singled)\b|(?:mr|ms|mrs|sir|dame|dr) |(?:[\w']+ ){1,5}(?:said|says|added|adds|warned|argued|argues|believes?|claimed|insisted)(?=$|[.,;:])|not (?:just|only|once|least|the)|down from|up from|not because|and (?:quickly|fast|soon|now|urgently|without)\b|and i\b|and we\b|and he\b|and she\b|and there\b|and this\b|and inspectors\b|and some\b|and many\b|and at\b|and too\b|and in\b|and has (?:already|been|told|done)|and it(?:'s| (?:has|is|was|had|knows|says|already|will|cannot|can't|does|did))|and the (?:inspect|report|public|chief|commissioner)|and (?:mr|mrs|ms|sir|dame|dr) |and the (?:force|service|brigade|constabulary) (?:has|have|was|is|will|had))"
    r"|,? and (?:it|they|the (?:force|service|constabulary|brigade))(?:'s| (?:has|have|is|are|was|were|had|will|would|says|said|did|does|needs?))(?! to)\b"
    r"|, (?:added|argued|insisted|warned|stressed|said|says|adds) (?=[a-z])"
    r"|,? (?:and )?that (?=[^,.;]{2,60}?\b(?:should|must|needs? to|has to|have to|ought to)\b)"
    r"|,? and (?:also )?(?=(?:that )?(?:it|they|the [a-z' ]{2,40}?|its [a-z' ]{2,30}?|officers|staff|supervisors|leaders|managers|all [a-z ]{2,20}?|both [a-z ]{2,20}?|senior [a-z ]{2,20}?|[a-z' ]{3,40}?)\b,? (?:should|must|needs? to|has to|have to|ought to)\b)"
    r"| (?:because|although|though|whereas|and so it|and has done so|after (?:it|they) (?:found|said)|after (?:\w+ ){0,2}(?:inspectors|the inspectorate|a watchdog|the watchdog)|said the|says the) "
)
_FRAGMENT = re.compile(r"\"[^\"]{2,90}\"(?=[ ,.;]|$)")
"""Words that the clause takes from a report: "should 'clearly define' who is at risk"."""

_RELATIVE = re.compile(
    r", (?:which|who) (?:the (?:inspectorate|inspectors|report|watchdog)|inspectors|hmi[a-z]{1,4}|it|they) (?:also )?(?:says?|said|believes?|believed|thinks?|thought|adds?|added|argues?|argued|found|feels?|felt) $"
)
_AND_BODY = re.compile(r",? (?:and|but|while) (?:the )?$")
_FINITE = re.compile(
    r" (?:was|were|is|are|has|had|took|got|came|received|went|said|says|did|does|must|should|needs?)\b"
)
_CLAUSE = re.compile(r"\b(?:was|were|is|are|has|had|have|did|does|do|wants?|wanted|keeps?|\w{2,}ed)\b")
_IF = re.compile(r"if [^,;:]{6,90} (?=(?:it|they|he|she) ?$)")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? |r\d{1,2}[.:)] ")
_BY_WHOM = re.compile(r" by (?:inspectors|hmi\w*|(?:the |a |its )?(?:\w+ )?(?:watchdog|inspectorate))$")
_ASIDE_END = re.compile(r" \u2013 [^\u2013.;:\"]{3,90} \u2013 (?=(?:for|to|in|with|from|by|of|against|on|at|before) )")
"""A parenthesis between dashes, behind which the action goes on."""

_SAID_AND = re.compile(
    r", (?:the (?:inspectorate|report|watchdog|inspectors|letter)|inspectors|hmi[a-z]{1,4}|it|they) (?:also )?(?:said|says?|added|adds?|found|warned), (?:and|but) (?:also )?(?=(?:should|must|needs? to|has to|have to|ought to)\b)"
)
_ABLE = re.compile(r"ought to be able to\b|(?:should|must) be able to (?:be|expect|trust|rely|feel|count)\b")
"""What somebody may hope for, which asks for nothing."""

_SUBORDINATE = ("when ", "while ", "where ", "whereas ", "although ", "though ")
_INSERTED = re.compile(r",[^,;.\"]{3,50}, (?=\w)")
_ELIDED = re.compile(r" (?:but|yet|and) (?:still |also |now )?$")
_SAME_SUBJECT = re.compile(r",? (?:and|but)(?: that)? (?:also )?(?:should|must|needs? to|has to|have to|ought to)\b")


@dataclass(frozen=True, slots=True)
class Ask:
    """A clause that asks.

    Args:
        start: Where its subject begins.
        end: Where its action ends.
        subject: Offsets of the subject.
        deadline: Offsets of the deadline, or None.
        asked: Whether the subject can be asked: "body", "other" (a thing to be done), "you", or "never".
        group: "part" where it is a part of a body, "served" where it is people for whom something is to be done.
    """

    start: int
    end: int
    subject: tuple[int, int]
    deadline: tuple[int, int] | None
    asked: str
    group: str = ""


class Clauses:
    """Cuts clauses.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.body = re.compile(rf"(?:^|[\s(])(?:{alternation(cues['body'])})(?:'s)?$")
        self.begins = re.compile(
            rf"(?:(?:the|its|their|all|both|every|each|any|these|those|our|your|police|senior|custody|some|more) )*(?:{alternation(cues['body'])})\b"
        )
        self.never = re.compile(rf"(?:^|[\s(])(?:{alternation(cues['never'])})$")
        self.never_begins = re.compile(
            rf"(?:(?:the|all|any|some|many|most|too many|no|those|our|its|their|young|more) )*(?:{alternation(cues['never'])})(?=$| (?:who|whose|which|that|in|of|with|from|like)\b)"
        )
        self.general = re.compile(
            rf"(?:also |still |now |clearly |always |continue to )*(?:{alternation(cues['general'])})\W*$"
        )
        self.idle = re.compile(rf" (?:{alternation(cues['idle'])})\b")
        self.parts = re.compile(rf"\b(?:{alternation(cues['parts'])}|[a-z]+(?:ers|ors|ists|ants|women|men))$")
        self.served = re.compile(rf"\b(?:{alternation(cues['served'])})\b")
        self.more = re.compile(rf"\b(?:{alternation(cues['modal'])})\b")

    def around(
        self, reading: Reading, low: int, high: int, modal: tuple[int, int], bodies: Sequence[tuple[int, int]]
    ) -> Ask | None:
        """The clause around a modal.

        Args:
            reading: The text.
            low: Where its sentence begins.
            high: Where its sentence ends.
            modal: Start and end of the modal.
            bodies: Forces named in the sentence.
        """
        lower = reading.lower
        if _ABLE.match(lower, modal[0], high):
            return None
        start, when = self._subject(lower, low, modal[0], bodies)
        subject_end = modal[0]
        while subject_end > start and lower[subject_end - 1] in " ,":
            subject_end -= 1
        if subject_end - start < 1:
            return None
        asked = self._asked(lower, start, subject_end, bodies)
        elided = _ELIDED.search(lower, start, modal[0])
        if elided:  # "looks after its staff but must \u2026": the subject has a verb of its own before
            start = modal[0]
        aside = _INSERTED.match(lower, modal[1], high)
        end = self.action_end(lower, aside.end() if aside else modal[1], high)
        for body in bodies:
            link = _AND_BODY.search(lower, modal[1], body[0]) if modal[1] < body[0] < end else None
            if link and _FINITE.match(lower, body[1], high):
                end = link.start()
                break
        if end - modal[1] < 3:
            return None
        if when is None:
            last = trailing(lower, modal[1], end)
            if last:
                when, end = (last[0], last[1]), last[2]
            else:
                when = inside(lower, modal[0], end)
        action = aside.end() if aside else modal[1]
        if self.general.fullmatch(_BY_WHOM.sub("", lower[action:end].strip(" ,"))) or self.idle.match(
            lower, action, end
        ):
            return None
        return Ask(start, end, (start, subject_end), when, asked, self._group(lower[start:subject_end]))

    def _group(self, subject: str) -> str:
        """What a subject is that is no body by its noun."""
        return "part" if self.parts.search(subject) else "served" if self.served.search(subject) else ""

    def _subject(
        self, lower: str, low: int, end: int, bodies: Sequence[tuple[int, int]]
    ) -> tuple[int, tuple[int, int] | None]:
        """Where the subject before a modal begins, and a deadline before it."""
        relative = _RELATIVE.search(lower, low, end)
        if relative:  # "Kent, which the inspectorate says should \u2026": the subject stands before the relative clause
            end = relative.start()
        masked = lower[low:end]
        for match in _PARENTHESIS.finditer(masked + " "):
            if match.end() <= len(masked) + 1 and match.end() > match.start():
                masked = (
                    masked[: match.start()]
                    + "_" * (min(match.end(), len(masked)) - match.start())
                    + masked[min(match.end(), len(masked)) :]
                )
        start, subordinate = 0, False
        for match in _LEFT.finditer(masked):
            if len(masked.rstrip(" _,")) - match.end() <= 1:
                continue
            if match[0].strip() == "and" and self._compound(lower, low + start, low + match.start(), bodies):
                continue  # "the force and its partners should"
            start, subordinate = match.end(), match[0].endswith(_SUBORDINATE)
        when = None
        while True:
            before = start
            if masked.startswith("that said, ", start):
                start += len("that said, ")
            conjunction = _CONJUNCTION.match(masked, start)
            if conjunction and conjunction.end() < len(masked) - 1:
                start = conjunction.end()
            first = leading(masked, start, len(masked))
            if first and first[2] < len(masked):
                when, start = (low + first[0], low + first[1]), first[2]
            opening = _OPENING.match(masked, start)
            if opening and len(masked) - opening.end() > 1:
                start = opening.end()
            while start < len(masked) and masked[start] in " ,'_\"\u2013-":
                start += 1
            number = _NUMBERED.match(masked, start)
            start = number.end() if number else start
            if start == before:
                break
        comma = masked.rfind(", ", start)
        if comma > 0 and (subordinate or _CLAUSE.search(masked, start, comma)):
            start = comma + 2  # "while its cells are clean, the force must \u2026"
        conditional = _IF.match(masked, start)
        return low + (conditional.end() if conditional else start), when

    def _compound(self, lower: str, start: int, end: int, bodies: Sequence[tuple[int, int]]) -> bool:
        """Whether what stands before "and" is only the first half of a subject."""
        while start < end and lower[start] in " ,_":
            start += 1
        for pattern in (_CONJUNCTION, _OPENING):
            match = pattern.match(lower, start, end)
            start = match.end() if match else start
        if start >= end:
            return False
        named = any(start <= body[0] <= start + 4 and body[1] == end for body in bodies)
        return named or (len(lower[start:end].split()) <= 4 and bool(self.begins.fullmatch(lower, start, end)))

    def _asked(self, lower: str, start: int, end: int, bodies: Sequence[tuple[int, int]]) -> str:
        text = lower[start:end].strip(" ,_")
        text = re.sub(r",[^,]*$", "", text) if "," in text else text
        if text == "you":
            return "you"
        if self.never_begins.match(text) or self.never.search(text):
            return "never"
        if any(start <= body[0] < end for body in bodies) or self.body.search(text) or self.begins.match(text):
            return "body"
        return "other"

    def action_end(self, lower: str, start: int, high: int) -> int:
        """Where the action of a clause ends: before a reason, a reporting clause, or an ask with a subject of its own."""
        at, end = start, high
        opened = lower.rfind('"', max(0, start - 5), start) >= 0
        while True:
            match = _RIGHT.search(lower, at, high)
            if match is None:
                break
            fragment = _FRAGMENT.match(lower, match.start(), high)
            if fragment and lower[match.start() - 1] == " ":
                at = fragment.end()
                continue
            if lower[match.start()] == '"' and match.start() < start + 2:
                at = match.end()
                continue
            if opened and lower[match.start()] == '"' and lower[match.start() - 1] != " ":
                at, opened = match.end(), False  # needed "to do more" about it
                continue
            aside = _ASIDE_END.match(lower, match.start(), high) or _SAID_AND.match(lower, match.start(), high)
            if aside:
                at = aside.end()
                continue
            same = _SAME_SUBJECT.match(lower, match.start(), high)
            if same:
                at = same.end()
                continue
            end = match.start()
            break
        close = lower.find(")", start, end)
        if close >= 0 and "(" not in lower[start:close]:
            end = close
        while (end > start and lower[end - 1] in " ,.;:!?") or (
            end > start and lower[end - 1] in "'\"" and lower.count(lower[end - 1], start, end) % 2
        ):
            end -= 1
        return end


def note_ask(
    ask: Ask,
    rule: str,
    span: Span,
    sentence: tuple[int, int],
    modal: Hit,
    kind: str | None,
    *,
    block: tuple[int, int] | None = None,
) -> Annotation:
    """The annotation of an ask."""
    return Annotation(
        "ask",
        ask.start,
        ask.end,
        rule,
        {
            "kind": kind,
            "deadline": list(ask.deadline) if ask.deadline else None,
            "subject": list(ask.subject),
            "asked": ask.asked,
            "group": ask.group,
            "sentence": list(sentence),
            "modal": [modal[0], modal[1]],
            "headline": span.kind == "headline",
            "block": list(block) if block else list(sentence),
        },
        ((modal[0], modal[1], modal[2]),) if modal[1] > modal[0] else (),
    )
