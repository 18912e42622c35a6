"""Annotations of asks: a clause with its kind, its deadline, whom it is put to and whom it is credited to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from extract.document.reading import Reading
from extract.expressions import expression
from extract.pipes.annotation import Annotation
from extract.pipes.letters import Letters
from extract.pipes.recommendations.addressees import Addressees
from extract.pipes.recommendations.clauses import Clauses, Found
from extract.pipes.recommendations.credits import Credits
from extract.pipes.recommendations.forms import Forms
from extract.pipes.recommendations.labels import Labels
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.parties import NOBODY, Credit
from extract.pipes.recommendations.wordings import Wordings

FORMS = frozenset(("recommendations.item", "recommendations.labelled", "recommendations.cell", "recommendations.noun"))
"""Rules that read the form of the page."""

_PASSIVE = expression(r"[y!D]*[ub][y!D]*w?[eVas]")
_SAYS = expression("[sa]")
_OUTSIDERS = expression(r"[^bvdsajM,]*O[^bvdsajM,]*(?:,[^,]*,)?[bvdsax]")
"""A sentence of which a body outside is the subject."""

_TOLD_OF = expression(
    r"\b(?:areas? for improvement|causes? of concern|recommendations?|(?:one|two|three|four|five|six|an?|first|second|another|last) (?:ask|demand|request)s?"
    r"|(?:chapter|page|paragraph|section)s? (?:\d|one|two|three|four|five|six|seven|eight))\b"
)
"""Words that say that what follows is what the report asks: "On fairness there's one ask", "Page 27 has this"."""

_TOLD_BY = (
    *("improvement", "concern", "recommendation", "ask", "demand", "request"),
    *("chapter", "page", "paragraph", "section"),
)
"""Without any of which `_TOLD_OF` matches nothing."""

_LABELS = ("cause of concern", "causes of concern", "area for improvement", "areas for improvement", "recommendation")
"""Words before an ask in its sentence that say whose it is."""

_OWN_NEED = expression(r"[CAy,]{0,3}[WJ]y*(?:M|n2|v2)")
"""A sentence in which a body says what it must do itself."""

_AS_ASKED = expression(r"[CAy,]{0,3}Wy*[vbm][^;:.]*k[jea]p?P?D?[RH]")
"""A sentence in which it tells what it does: "We are counting them, as recommended in the report"."""

_OWN_ONE = expression(r"\W*(?:ours|theirs|the (?:first|second|third|other|last)) (?:reads|says)\b")
"""A sentence in which one of several asks speaks: "Ours reads as follows"."""

_SAME = frozenset(("put", "set", "cut", "read", "run", "shut", "let", "split", "spread", "reset", "offset"))
"""Participles that are like their base form."""

_SO = ("that ", "this ", "so ", "those ", "such ")
_SO_SAYS = expression(
    r"(?:that|this|those|such)(?:, at least,)? (?:is|was|are|were) (?:the|one|a|among the)?\W*(?:\w+ )?(?:views?|verdicts?|conclusions?|message|advice|opinion|demands?)\b"
    r"|so (?:say|says|said|argue|argues|argued|conclude|concludes|concluded) |so (?:\w+ ){1,4}(?:says?|said|concludes?|concluded|argues?|argued)\b"
)
"""A sentence that says whose the one before it was."""

_MINE = expression(
    r"(?:that|this) (?:is|was) my (?:own )?(?:\w+ )?(?:view|demand|ask|wish|request|opinion|advice|idea)s?\b"
)
"""A sentence in which a writer owns up to the one before it."""

_MY_OWN = expression(
    r"\W*(?:(?:here is |and |but |so )?my (?:own )?(?:recommendation|advice|suggestion|remedy|prescription|wish|idea|demand|proposal|solution|plan)s?\b|(?:if|were) i (?:ran|were|was|led|had)\b|if it were (?:up to )?(?:me|mine)\b)"
)
"""A sentence in which a writer goes on to what he would ask himself."""

_JOINED = ("A", "C", "AT", "AD0T", "ADwT")
"""Before a clause that goes on with another: "and it must", "and that it must", "and the second that it must"."""

_NTH = expression(r"\W*(?:first|firstly|second|secondly|third|thirdly|fourth|fifth|sixth|last|lastly|finally),")
"""A sentence that tells the next of several asks."""

_ITS_WORDS = expression(r',"[IE][vdy]*s\W*$')
"""A sentence that quotes what "it" or "they" say, who were named before it."""

_SPEAKERS = frozenset("HROFBSNK")
_VAGUE = frozenset(("", "it", "they", "he"))
_RECENT = 3
"""Sentences before one that is to be done within which it is told whose report that is."""

_BACK = 4
"""Sentences before an ask in which somebody can be speaking still."""


class Lead(NamedTuple):
    """What introduces a list.

    Args:
        line: Its last sentence.
        colon: Whether it ends with a colon.
        asks: Whether its items are what must be done.
        tells: Whether an item in the imperative asks.
        kind: What it calls its items.
        deadline: Offsets of the day that it sets for all of them.
        found: The clause that the items go on with, or None.
        style: Marks of its items: figures, letters or bullets.
        things: Whether an item can be a noun phrase: "would like to see:".
        section: Whether it is a heading of what is asked.
    """

    line: Line
    colon: bool
    asks: bool
    tells: bool
    kind: str | None
    deadline: tuple[int, int] | None
    found: Found | None
    style: str
    things: bool
    section: bool = False


class Notes:
    """Writes annotations.

    Args:
        cues: Table of `cues/recommendations.toml`.
    """

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.clauses = Clauses(cues)
        self.wordings = Wordings(cues, self.clauses)
        self.addressees = Addressees(cues)
        self.credits = Credits()
        self.forms = Forms(self.clauses, self.wordings, self.addressees)
        self.labels = Labels(cues["labels"])

    def note(
        self,
        line: Line,
        found: Found,
        rule: str,
        kind: str | None,
        *,
        block: tuple[int, int] | None = None,
        lead: Lead | None = None,
        shared: tuple[int, int] | None = None,
        credit: Credit | None = None,
        under: bool = False,
    ) -> Annotation:
        """The annotation of a clause.

        Args:
            line: Its sentence.
            found: The clause.
            rule: Name of the rule.
            kind: What the article calls it.
            block: What is read with it, where that is more than its sentence.
            lead: What introduces the list that it stands in, where it goes on with it.
            shared: Offsets of the day that is set for all of a list.
            credit: Whom it is credited to, where that is known.
            under: Whether it answers what is to be done.
        """
        ask, cue, start = found.ask, found.cue, line.start
        first, last = ask.subject
        where, clause = (lead.line, lead.found) if lead else (line, found)
        if credit is None:
            asked_by = clause is not None and clause.how != "list"
            credit = self.credits.of(where, clause.ask, clause.asker) if clause and asked_by else NOBODY
        if not credit.who and lead is None:
            credit = self._said_afterwards(line) or credit
        asked, group = ("list", "") if first == last or found.how == "list" else self.addressees.of(line, first, last)
        if lead:
            low, high = lead.found.ask.subject if lead.found else (0, len(where.text))
            subject = [where.start(low), where.end(high)]
        else:
            low = start(first)
            subject = [low, low if first == last else line.end(last)]
        if ask.deadline:
            shared = line.when(*ask.deadline)
        begin = start(ask.start)
        near = self.near(where, begin) if credit.who in _VAGUE else ""
        modal = (start(cue[0]), line.end(cue[1])) if cue[0] < cue[1] else (begin, begin)
        text = line.text
        return Annotation(
            "ask",
            begin,
            self._end(line, ask.end),
            rule,
            {
                "kind": kind,
                "deadline": list(shared) if shared else None,
                "subject": subject,
                "asked": asked,
                "group": group,
                "by": credit.who,
                "name": credit.name,
                "said": where.start(credit.verb) if credit.verb >= 0 else -1,
                "near": near,
                "on": (near == "other" or found.flags != "") and self.labels.carried(where),
                "recent": (found.flags in ("be", "will") or asked == "other" or found.how == "told")
                and self._reported(where),
                "loose": ask.start > 0
                and (
                    text.endswith(_JOINED, 0, ask.start)
                    or (text[ask.start - 1] == "k" and line.word(ask.start - 1) == "while")
                ),
                "passive": self._is_passive(line, ask.action) or found.flags == "doing",
                "flags": found.flags,
                "under": "answer" if under else "nth" if "," in text and _NTH.match(line.lower, line.low) else "",
                "sentence": [where.low, where.high],
                "modal": list(modal),
                "action": start(ask.action),
                "headline": line.span.kind == "headline",
                "block": list(block) if block else [line.low, line.high],
            },
            ((*modal, line.reading.lower[slice(*modal)]),) if cue[0] < cue[1] else (),
        )

    @staticmethod
    def _end(line: Line, end: int) -> int:
        """Where a clause ends, without the full stop that words of time at the end of its sentence hold."""
        last = line.end(end)
        while line.lower[last - 1] == "." and end and line.word(end - 1) == ".":
            end -= 1
            last = line.end(end)
        return last

    @staticmethod
    def _said_afterwards(line: Line) -> Credit | None:
        """Whom the next sentence credits with what a sentence says: "That was the view of HMICFRS"."""
        reading = line.reading
        number = reading.sentence_at(line.low) + 1
        if number >= len(reading.sentences):
            return None
        sentence = reading.sentences[number]
        if not reading.lower.startswith(_SO, sentence.start):
            return None
        if _MINE.match(reading.lower, sentence.start):
            return Credit("other")
        if not _SO_SAYS.match(reading.lower, sentence.start):
            return None
        text = line.letters.text[line.letters.at(sentence.start) : line.letters.at(sentence.end)]
        if "?" in text or not _SPEAKERS.intersection(text):
            return None
        return Credit("ours" if "H" in text or "R" in text else "other")

    @staticmethod
    def _is_passive(line: Line, action: int) -> bool:
        """Whether an action is done to its subject: "be open" is not."""
        match = _PASSIVE.match(line.text, action)
        return match is not None and (match[0][-1] != "V" or line.word(match.end() - 1) in _SAME)

    @staticmethod
    def _reported(line: Line) -> bool:
        """Whether an inspectorate or a report is named shortly before a sentence."""
        number = line.reading.sentence_at(line.low)
        low = line.reading.sentences[max(0, number - _RECENT)].start
        text = line.letters.text[line.letters.at(low) : line.base]
        return "H" in text or "R" in text

    def near(self, line: Line, begin: int) -> str:
        """Who was named last before an ask, in its paragraph or at the end of that before it: `ours`, `other`, `we` or ""."""
        reading: Reading = line.reading
        if any(map(line.lower[line.low : begin].__contains__, _LABELS)):
            return "ours"  # "There is one cause of concern: the force should \u2026"
        letters: Letters = line.letters
        number = reading.sentence_at(line.low)
        span = reading.sentences[number].span
        for above in range(number - 1, max(-1, number - 1 - _BACK), -1):
            sentence = reading.sentences[above]
            if sentence.span != span and not (
                sentence.span == span - 1 and line.text[:1] == '"' and reading.spans[sentence.span].kind == "paragraph"
            ):
                break
            text = letters.text[letters.at(sentence.start) : letters.at(sentence.end)]
            if above == number - 1 and (_OWN_NEED.match(text) or _AS_ASKED.match(text)):
                return "we"
            if _MY_OWN.match(reading.lower, sentence.start):
                return "other"
            if ("H" in text or "R" in text) and "!pDR" not in text:
                return "ours"
            if _ITS_WORDS.search(text):
                continue
            if _OUTSIDERS.match(text):
                return "other"
            if _OWN_ONE.match(reading.lower, sentence.start):
                return "ours"
            for match in _SAYS.finditer(text):
                before = text[: match.start()].rstrip("vdy!")
                if before and before[-1] in "BSFfNOwKWJ" and not before.endswith("b"):
                    verb = letters.starts[letters.at(sentence.start) + match.start()]
                    return "ours" if _TOLD_OF.search(reading.lower, sentence.start, verb) else "other"
            if any(map(reading.lower[sentence.start : sentence.end].__contains__, _TOLD_BY)) and _TOLD_OF.search(
                reading.lower, sentence.start, sentence.end
            ):
                return "ours"
        return ""
