"""The wordings of an ask in a sentence: by a modal, by a verb that puts it to somebody, by a clause that is recommended.

Enters a line of letters; leaves clauses, each with the word that asks and how it does. Whose wish it is, and whether the
subject can be asked, is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.expressions import expression
from extract.pipes.recommendations.asides import lifted, put_back
from extract.pipes.recommendations.clauses import Ask, Clauses, Found
from extract.pipes.recommendations.lines import Line
from extract.pipes.recommendations.modals import Modals
from extract.pipes.recommendations.orders import Orders
from extract.pipes.recommendations.passed import Passed

TRIGGERS = (
    re.compile("[Mnj]"),
    re.compile(r"[ac](?=[^.;:?\n]{0,16}[2Te]|D[weg]?[VR]P|D[weg]?[SNw][Pp]D|DSP|P?D?[weg]{1,2}[PpSBNg])"),
    re.compile(r"v(?=v?(?:,[yPpkDw0V]{1,6},)?y*\"?(?:[tpD0][^,.;:]{0,7})?2|w[y!]*[Vuw]|u?[eVa]?Dw?wP[0w]{1,4}2)"),
    re.compile(r"b(?=y*\"?2|Dw2|ye2|y?w{0,2}[pPQ]2?[DF]|y?D?[weyV]{0,2}n[P2]|[eVa]Dw?wP[0w]{1,4}2|a[Pp2.,;])"),
    re.compile(r"c(?=P[Dg])"),
    re.compile(
        r"m(?=dy(?:,[^,.;:]{1,9},)?2|uw2|uwP[DBFSI]|y?uwQ[YDBFSI]|(?:,y,|y)?P(?:bP)?(?:[DBIEFf0SNwg]{1,6}2|2V))"
    ),
    re.compile(r":(?=\"?2?V)"),
    re.compile(r"\u2013(?=P[DBF][^,.;:\u2013]{0,9}2[yVuvw])"),
    re.compile(r"0(?=,(?:T[IDF]|[Vac]))"),
    re.compile(
        r"T(?:(?<=[:;)]T)|(?<=[:;]AT)|(?=[\"y]*(?:I[\"y]*V|Dw?By*V|[DFBSNOweg0][^,.;:?!MnbvdTLkQ2\"]{0,7}uy*[eVsaPp])))"
    ),
)
"""Words around which an ask may stand; each pattern begins with a letter of its own, which makes it quick."""

ORDER = re.compile(r"[.\"](?=[Va])")
"""Before an imperative in a text that quotes somebody."""

_TRIGGER = expression("|".join([*"Mnajc", "^[Vw]", r"V(?<=[.\"]V)", *(trigger.pattern for trigger in TRIGGERS[2:])]))
"""Any of them; as each way begins with a letter, a search is quick to find where one may begin."""


_AND_OTHER = expression(r"(?:,?A|,)P?(?P<who>Ff*[BS]*)2(?=[Vuw])")
"""Another body in the same breath: "told Kent Police to train its staff and Essex Police to count its dogs"."""

_NTH = frozenset(("first", "second", "third", "fourth"))
"""Before a clause that is one of several asks: "First, that the force reviews its shifts"."""

_PUT = ("tells", "told")
"""How asks are put to somebody to whom another can be joined."""


class Wordings:
    """Reads asks off sentences.

    Args:
        cues: Table of `cues/recommendations.toml`.
        clauses: Cuts clauses.
    """

    def __init__(self, cues: Mapping[str, Any], clauses: Clauses) -> None:
        self.modals = Modals(clauses)
        self.passed = Passed(cues, clauses)
        self.orders = Orders(cues, clauses)

    def find(self, line: Line, *, opened: bool = False, running: bool = False) -> Iterator[Found]:
        """Clauses of a sentence that ask, in its order.

        Args:
            line: The sentence.
            opened: Whether it introduces a list in which the action stands.
            running: Whether it is one of running text, where an imperative is an ask if an inspector says it.
        """
        line, kept = lifted(line)
        text, last = line.text, 0
        for trigger in _TRIGGER.finditer(text):
            at = trigger.start()
            if at < last:
                continue
            letter = text[at]
            if letter in "Mnvb":
                liked = letter == "M" and text.startswith(("P", "uw"), at + 1) and self._is_liked(line, at + 1)
                found = self.passed.find(line, at) if liked else self.modals.find(line, at, last, opened=opened)
            elif letter == "\u2013":
                found = self.passed.messages.pointed(line, at)
            elif letter in "T0":
                found = self._clause(line, at)
            elif letter in "Vw":
                found = self.orders.find(line, at) if running else None
            else:
                found = self.orders.put_to(line, at) if letter == ":" else None
                found = found or self.passed.find(line, at)
                if not found and letter == "a" and running:
                    found = self.orders.find(line, at)
            if not found:
                continue
            last = found.ask.end
            for other in _AND_OTHER.finditer(text, found.ask.action, last) if found.how in _PUT else ():
                first = found._replace(ask=found.ask._replace(end=other.start()))
                yield first if kept is None else put_back(first, kept)
                begin, who = other.end(), other.span("who")
                found = found._replace(ask=Ask(who[0], last, who, begin, found.ask.deadline))
            yield found if kept is None else put_back(found, kept)

    @staticmethod
    def _is_liked(line: Line, at: int) -> bool:
        """Whether "should" tells a wish: "I should like to see", "I should be grateful if"."""
        return line.word(at) == "like" or line.words(at, at + 2) == "be grateful"

    def _clause(self, line: Line, at: int) -> Found | None:
        """A clause that asks by its form, one of several: "First, answer the phone", "second, that it visit each victim"."""
        if line.text[at] == "T":
            return self.passed.clause(line, at)
        if line.word(at) not in _NTH:
            return None
        if line.text.startswith("T", at + 2):
            return self.passed.clause(line, at + 2)
        return self.passed.messages.nth(line, at)
