"""The form of a line that has no verb that asks: in the imperative, "X to do Y", a clause with "that", or a noun phrase.

Enters a line of letters; leaves what it asks, under a label or a lead-in that makes it an ask.
"""

from __future__ import annotations

from extract.expressions import expression
from extract.pipes.recommendations.addressees import Addressees
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.wordings import Wordings

_VERB_FIRST = expression(r"[\"y]*(?:V|w(?=D[^,])|v(?=D?[wegyBSN0]{1,4}[Ve]))")
"""A line in the imperative: "Train its staff", "Weed the files", "Have a sergeant read each file"."""

_NAME = expression(r"V[wyegV]{1,3},D")
"""A name like an action, which a clause says more of: "Speak Safely, a line that \u2026"."""

_BODY_TO = expression(r"[^,;:.bvd!mT]{1,14}?2(?=[Vuvw])|[^,;:.]{2,18}?(?<![bvnacjM!])2(?=uy*[eVsx])")
_FINITE = expression(r"[bvdmMn](?!$)")
_SUBORDINATE = expression(r",?(?:[Pp]?L|T|k|Q|q)[^,]*")
_THEN = frozenset(("after", "before", "until", "since", "once"))
"""Prepositions with a clause of their own: "visits after an appointment has been missed"."""

_ASKED = expression(r"what (?:we|you|they|has|have|did|does|do|is|are|must|should)\b")
"""A heading that asks, and names nothing: "What we need to do"."""

_TOPIC = expression(r"(?:[^,;:.WJIEKY][^,;:.]{0,7}):(?=[D0wegVA]{2})[^:;?\"]{3,}$")
"""What is to be better, and how: "Overtime: one rota, shown to all"."""

_QUESTION = expression(r"[\"]?(?:[Pp]?Q|D[^,]{0,4}[Pp]L)")
_FINDING = expression(r"(?:yb|too (?:many|few|much|little)|not all|some |many |most )")
_REPORTS = expression("D?[RBH][h]*(?:w[D0]|y*[ex][DTEI])")
"""A clause whose verb no list has: "The report identifies three areas"."""

_FOUND = expression(r",? (?:which|who) (?:was|were|had)\b")
"""A relative clause that tells what was found, and is no part of what is asked."""

_MAKING_SURE = expression(r"(?:making (?:absolutely |quite )?(?:sure|certain)|ensuring)\b")
"""Behind it stands a clause with a verb of its own: "making sure every firefighter has an appraisal"."""

_LONGEST = 40
"""Tokens of a noun phrase at most."""


class Forms:
    """Reads lines.

    Args:
        clauses: Cuts clauses.
        wordings: Finds verbs.
        addressees: Tells who can be asked.
    """

    def __init__(self, clauses: Clauses, wordings: Wordings, addressees: Addressees) -> None:
        self.clauses = clauses
        self.wordings = wordings
        self.addressees = addressees

    def read(self, line: Line, kind: str | None) -> Found | None:
        """What a line asks that has no verb for it, or None.

        Args:
            line: The line.
            kind: What it is called; only an area for improvement can be a noun phrase.
        """
        begin = 0
        while begin < len(line.text) and line.text[begin] in "t,":
            begin += 1
        if self.imperative(line, begin):
            deadline = (0, begin - line.text.startswith(",", begin - 1)) if begin else None
            return self._close(line, Ask(begin, begin, (begin, begin), begin, deadline))
        body = _BODY_TO.match(line.text)
        if body and self._told(line, body.end()):
            return self._close(line, Ask(0, 0, (0, body.end() - 1), body.end()))
        verb = self.wordings.passed.subjunctive(line, 1) if line.text.startswith("T") else None
        if verb:
            return self._close(line, Ask(0, verb, (1, verb), verb))
        if kind == "area_for_improvement" and self._is_noun(line):
            found = _FOUND.search(line.reading.lower, line.low, line.high)
            end = line.letters.at(found.start()) - line.base if found else len(line.text.rstrip(".,;A"))
            return Found(Ask(0, end, (0, 0), 0), "noun", (0, 0))
        return None

    def imperative(self, line: Line, begin: int) -> bool:
        """Whether a line begins with what is to be done: "use of force" and "support for staff" are nouns."""
        match = _VERB_FIRST.match(line.text, begin)
        at = match.end() - 1 if match else begin
        verb = line.word(at)
        if match is None and verb not in self.clauses.actions:
            return False
        if (line.text[at] == "v" and verb != "have") or (
            _NAME.match(line.text, at) and line.reading.text[line.start(at + 1)].isupper()
        ):
            return False
        return verb not in ("there", "here") and line.word(at + 1) not in ("of", "for")

    def whole(self, line: Line, ask: Ask) -> Ask:
        """An ask of an item up to the end of it, where little is left behind a comma."""
        rest = line.text[ask.end :]
        if rest.startswith(",") and len(rest) < 9 and '"' not in rest and "t" not in rest:
            return ask._replace(end=len(line.text.rstrip(".,;A")))
        return ask

    def _close(self, line: Line, ask: Ask) -> Found | None:
        closed = self.clauses.close(line, ask)
        return Found(self.whole(line, closed), "list", (ask.start, ask.start)) if closed else None

    def _told(self, line: Line, to: int) -> bool:
        """Whether a line says what a body is to do, or what is to be done: "Kent Police to train", "records to be kept"."""
        return line.text.startswith("u", to) or self.addressees.of(line, 0, to - 1)[0] == "body"

    @staticmethod
    def _is_noun(line: Line) -> bool:
        """Whether a line is a noun phrase and no sentence: a finding says what is the case."""
        text = line.text.rstrip(".;,A").replace("zn", "zw")  # "victims' needs"
        topic = _TOPIC.match(text) if ":" in text else None
        if topic and not _FINITE.search(text):
            return True  # "The boat shed: a lamp and a lock"
        if not 2 <= len(text) < _LONGEST or ":" in text or text[0] in "WJIEKY":
            return False
        if text[0] == "Q" and _ASKED.match(line.words(0, 2)):
            return False
        if _FINDING.match(line.words(0, 3) if text[0] != "y" else text):
            return False
        if _REPORTS.match(text) and line.word(len(text) - len(text.lstrip("DRBHh"))).endswith("s"):
            return False
        if _QUESTION.match(text) or not _FINITE.search(text):
            return True
        if text[0] == "g" and _MAKING_SURE.match(line.words(0, 3)):
            return True
        if "sT" in text:
            return False
        text = "".join("k" if line.word(at) in _THEN else letter for at, letter in enumerate(text))
        return not _FINITE.search(_SUBORDINATE.sub("", text))
