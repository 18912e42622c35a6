"""Who is asked: whether the subject of a clause can be told what to do by an inspectorate.

Enters the subject; leaves `body` (the inspected body, its people, a pronoun), `you`, `never` (the public, ministers, the
inspectorate itself) or `other` (a thing to be done), and its group: `served` for people to whom something is done,
`sent` for what
readers send, `part` for a room, unit or group of a body, `there`, `someone`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.document.forms import alternation
from extract.expressions import expression
from extract.pipes.recommendations.clauses import CONTRACTED
from extract.pipes.recommendations.ends import CORE
from extract.pipes.recommendations.lines import Line

_CORE = expression(rf"{CORE}(?:(?:,|,?A){CORE})*")
_PLAIN = frozenset(("L", "DB", "B", "I", "E"))
"""Letters of the plainest subjects: "the force", "it", "officers"."""

_CUSTODY = expression("[wBS]R$")
_NONE = ("none", "nothing", "no one", "nobody", "neither of these", "few ")
_AN_INSPECTOR = expression(r"an? (?:(?:duty|custody|detective|local|named|senior|response) )?inspector")
"""A police officer by his rank, of whom an inspectorate asks something: "an inspector should review the case"."""

_WITH_MINISTERS = expression(r"\b(?:government|ministers|home office|parliament)\b")
"""Those to whom no inspectorate puts what it asks of a body, and who can stand beside one: "chiefs and the government"."""

_PARTNERED = expression(r"(?:D?w?[BF]f*[BS]?|D?S{1,3}),?A(?=D?[^,]{0,6}[ON]|D?w{1,4}O|Dw{1,4}B)")
"""A body that is asked beside a partner: "the force and the mayor's office"."""

_BESIDE = expression(r"(?:D?w?[BF]f*[BS]?|D?S{1,3}|I),?A")
"""A body that is asked beside another."""

_A_REVIEW = expression(r"an? (?:\w+ ){0,2}(?:review|inspection|report|re-inspection)\b")
_IS_DONE = expression("(?:My*u|y*u|b)y*[eVsj]")
_EVERY = ("no ", "each ", "every ", "any ", "all ")
_ALL = ("everyone ", "everybody ", "anyone ", "anybody ")
_DIRECTOR = expression(r"(?:the )?director of (?:children|adult)\S* ")
"""Who answers for a council that was inspected with the police."""

_MEMBERS = ("members of ", "all members of ", "every member of ", "each member of ")
_OF_BODY = expression("N[Pp]D?w?[BFS]")
"""People of a body: "everybody in the service"."""

_MODEL = ("a good ", "any good ", "an effective ", "an efficient ")
_ANY = ("a force", "a service", "a brigade", "a constabulary")
"""Subjects of what is true of all of their kind."""

_PERSON = expression("Sw{1,3}$")
"""A rank with a name behind it."""

_PEOPLE = expression(r"(?:^|[,;AC\"])(?:D[weg0]?)?N[^BSFRH]*$")
"""Before "they": the public, which it stands for: "People can see it, and they should say so"."""

_BEFORE = 5
"""Tokens before "which" that name whom it stands for."""

_HEAD = 6
"""Tokens of a sentence among which its subject is named."""

_VERBS = expression(r"[bvdsajMmn,;:\"]")
_OURS = expression("[BFSRHI]")
"""Whom "it" may stand for behind a body outside."""

_UNINSPECTED = expression(
    r"(?:was|were|is|are|had|has|have)(?: not|n't)(?: been)? (?:inspected|visited|part of (?:the|this) inspection|covered by (?:the|this) (?:inspection|report))\b"
    r"|\b(?:lay|lies|lie|fell|falls|fall|stood|stands|sat|sits) (?:well )?outside (?:the|this|its|our)(?: scope of the| scope of this)? (?:inspection|report|remit|scope|terms)\b"
)
"""What a sentence says of a body that nothing is asked of."""
_INSPECTED = expression(
    r"\b(?:it|they|force|forces|police|constabulary|brigade|(?:fire|fire and rescue|rescue|the) service)\b"
)
"""Of whom it says no more than that they wait."""

_CHIEFS = expression(
    r"\b(?:(?:told|tell|asked|reminded|warned|advised)|(?:plain|clear|said|put|written|wrote)(?: it)? to) (?:the |your |its )?(?:chief (?:constable|fire officer|officer)|governor|director)\b[^,;:]{0,40} that$"
)
"""Before "she": her whom an ask is put to, as in "has told the chief constable that she must"."""

_TOLD_OUTSIDER = expression("aD?w{0,2}OT$")
_DONE = expression("My*uy*[eVs]")
_BODIES = expression("[BS]")
_NAMED = expression(r"(?:^|[A,0D])[wy]?Ff*(?![fzwBS])|(?:^|[A,0D])[wy]?Ff*[BS]+$")
"""A force that is the subject itself, and stands in no phrase behind its noun."""


class Addressees:
    """Reads subjects.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.never = tuple(cues["never"])
        self.sent = tuple(cues["sent"])
        self.parts = expression(
            rf"\b(?:{alternation(cues['parts'])}|[a-z]+(?:ers|ors|ists|ants|women|men))$", holder=self
        )

    def of(self, line: Line, first: int, last: int) -> tuple[str, str]:
        """Whether a subject can be asked, and its group."""
        text, words = line.text[first:last], line.words(first, last)
        if not text:
            return "other", ""
        if words == "there":
            return "never", "there"
        if words in ("her", "him"):
            return "never", ""  # "asked her to present the findings"
        if "O" in text and "A" in text and _WITH_MINISTERS.search(words):
            return "never", ""
        if "A" in text and (partner := _PARTNERED.match(text)) and line.word(first + partner.end() - 1) == "and":
            return "body", ""  # "the force and the mayor's office"
        beside = "A" in text and _BESIDE.match(text) and any(map(words.__contains__, self.never))
        if beside and not _WITH_MINISTERS.search(words):
            return "body", ""  # "the force and NHS England"
        if "!" in text:
            return "never", ""  # "that's not something anybody should have to write"
        if words.startswith(_NONE):
            return "never", "served" if text[0] == "N" or words.startswith("no one") else ""
        if words in _ANY or words.startswith(_MODEL) or words.endswith(" things"):
            return "never", ""
        if "'" in words and words in CONTRACTED:
            return ("you", "") if words[0] == "y" else ("never", "we") if words[0] == "w" else ("body", "")
        if text == "E" and line.text.find("N", 0, first) >= 0 and _PEOPLE.search(line.text, 0, first):
            return "never", "served"
        if text in "IE" and first <= 1 and not _DONE.match(line.text, last) and self._of_outsider(line):
            return "never", ""
        if text == "I" and line.text.endswith("OT", 0, first) and _TOLD_OUTSIDER.search(line.text, 0, first):
            return "never", ""  # "told the panel that it should"
        if text == "L" and any(map(line.words(max(0, first - _BEFORE), first).__contains__, self.never)):
            return "never", ""  # "the Home Office, which should"
        if text in _PLAIN:
            return "body", ""
        if text in ("S", "DS"):
            return "body", "staff"
        if _DIRECTOR.match(words):
            return "body", ""
        if words.startswith(_MEMBERS) and _BODIES.search(text):
            return "body", "staff"  # "all members of the workforce"
        core = _CORE.match(text)
        head = (core[0] if core else text).rstrip("y,")[-1:]
        if head == "Y":
            return "you", ""
        asked = text == "K" and line.text.startswith("T", first - 1)
        if asked and (line.text.endswith("jT", 0, first) or _CHIEFS.search(line.words(0, first))):
            return "body", ""
        if head in "JWK" or text[0] in "JWK":
            return "never", "we" if "W" in text else ""
        if _NAMED.search(text):
            return "body", ""
        near = line.words(first, min(last, first + len(core[0]) + 2)) if core else words
        if any(map(near.__contains__, self.never)):
            return "never", ""
        if any(map(near.__contains__, self.sent)):
            return "never", "sent"
        if head in "IE":
            return "body", ""
        if words.startswith(("someone", "somebody")):
            return ("other", "") if " " in words else ("never", "someone")  # "someone in authority"
        if words.startswith(_ALL) and ("works " in words or _OF_BODY.search(text)):
            return "other", ""  # "everyone who works in a cell block"
        if text.startswith(("DL", "DPEL")):
            return "never", "served"  # "all who come"
        if head == "D" and text[0] == "D":
            if words in ("more", "much"):
                return "other", ""
            done = _DONE.match(line.text, last) is not None
            return ("never" if words in ("this", "these") and not done else "body"), ""
        if core and _CUSTODY.search(core[0]) and line.word(first + len(core[0]) - 1) in ("inspector", "inspectors"):
            return "body", ""
        if head in "RHh":
            one = _AN_INSPECTOR.fullmatch(words)
            if _A_REVIEW.match(words) and _IS_DONE.match(line.text, last):
                return "other", ""  # "recommend that a review of its shifts is made"
            return ("body", "staff") if one else ("other", "") if words.startswith(_EVERY) else ("never", "inspectors")
        if text.startswith("Sw") and words.startswith("those "):
            return "other", ""  # "those words"
        if core and _BODIES.search(core[0].rpartition("z")[2]):
            if _PERSON.search(core[0]) and line.reading.text[line.start(last - 1)].isupper():
                return "body", "named"
            return "body", "staff" if head == "S" else ""
        if head == "N" or (core and "N" in core[0]):
            return "never", "served"
        if core and "O" in core[0]:
            return "never", ""
        return "other", "part" if core and self.parts.search(line.words(first, first + len(core[0]))) else ""

    def _of_outsider(self, line: Line) -> bool:
        """Whether the sentence before is of a body outside alone, which "it" stands for: "The ministry was not inspected"."""
        reading, letters = line.reading, line.letters
        number = reading.sentence_at(line.low)
        if not number or reading.sentences[number - 1].span != reading.sentences[number].span:
            return False
        before = reading.sentences[number - 1]
        low = letters.at(before.start)
        text = letters.text[low : line.base]
        head = text[:_HEAD]
        said = reading.lower[before.start : letters.end(low + len(head) - 1)] if head else ""
        uninspected = _UNINSPECTED.search(reading.lower, before.start, before.end)
        if uninspected:
            return not _INSPECTED.search(reading.lower, before.start, uninspected.start()) and "F" not in head
        name = next((phrase for phrase in self.never if phrase in said), "")
        begin = letters.at(before.start + said.find(name)) - low if name else head.find("O")
        end = letters.at(before.start + said.find(name) + len(name)) - low if name else begin + 1
        if text.startswith("F", begin):
            return False  # "Ministry of Defence Police"
        return begin >= 0 and not _VERBS.search(text, 0, begin) and not _OURS.search(text, end)
