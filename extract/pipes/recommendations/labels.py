"""What an article calls an ask: the label of a heading, of a table's first cell, or of the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.document.dates import NUMBER
from extract.document.forms import alternation
from extract.document.reading import Reading


class Labels:
    """Reads labels.

    Args:
        labels: What asks are called, and the kind that each means.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.kinds = dict(labels)
        names = alternation(labels)
        self.heading = re.compile(
            rf"(?:\W*(?:new|key|main|our|the|accelerated|further|{NUMBER})\W+)*(?P<label>{names})(?:\W+(?:\d{{1,2}}|{NUMBER}|[a-z])(?:\W+(?:to|and|-|\u2013)\W+\d{{1,2}})?)?\W*$"
        )
        self.inline = re.compile(
            rf"(?P<label>{names})(?: (?:number )?(?:\d{{1,2}}|{NUMBER}|[a-z]))?\s*(?:[.:\u2013)]|-(?= ))\s*"
        )
        self.phrase = re.compile(rf"\b(?P<label>{names})\b")
        self.counted = re.compile(
            rf"\b(?:{NUMBER}|only|single|one|sole|last|remaining|first|second|third|final|another|a|an|further|each|every|this|the) (?:other |new |accelerated |more |further |remaining |outstanding |of (?:the|its|our) )*(?P<label>{names})\b"
        )
        self.among = re.compile(
            rf"\b(?:one of|among|made this|makes this|as) (?:the |its |our |{NUMBER} |an? |further |several |those |these )*(?P<label>{names})\b"
        )

    def of_heading(self, lower: str) -> str | None:
        """The kind that a heading gives to what stands under it, or None."""
        match = self.heading.match(lower.strip())
        return self.kinds[match["label"]] if match else None

    def of_start(self, reading: Reading, start: int, end: int) -> tuple[str, int] | None:
        """The kind of a paragraph that begins with its label, and where the ask begins."""
        match = self.inline.match(reading.lower, start, end)
        return (self.kinds[match["label"]], match.end()) if match else None

    def of_sentence(self, reading: Reading, low: int, at: int, above: tuple[int, int] | None) -> str | None:
        """The kind that a sentence, or the sentence before it, gives to an ask at an offset.

        "HMICFRS made this one of ten areas for improvement, saying that …"; "There are 11 areas for improvement. One
        says that …".
        """
        among = list(self.among.finditer(reading.lower, low, at))
        if among:
            return self._asked(among[-1]["label"])
        head = reading.lower[low:at]
        if above and (_CARRIED_ON.match(head) or self._announces(reading, above)):
            found = {self._asked(m["label"]) for m in self.counted.finditer(reading.lower, *above)} - {None}
            if len(found) == 1:
                return found.pop()
        match = self.phrase.search(head)
        if match and _SAYS.search(head[match.end() :]):
            return self._asked(match["label"])
        return None

    def _announces(self, reading: Reading, above: tuple[int, int]) -> bool:
        """Whether the sentence before does no more than count what follows: "There are three areas for improvement."."""
        match = self.counted.search(reading.lower, *above)
        return match is not None and above[1] - match.end() < 24 and match.start() - above[0] < 70

    def _asked(self, label: str) -> str | None:
        kind = self.kinds[label]
        return kind if kind in ("area_for_improvement", "cause_of_concern") else None


_SAYS = re.compile(r"\b(?:is|says|asks|reads|was)(?: only)?(?: that)?\b|^: ?(?:that )?[\"']?")
_CARRIED_ON = re.compile(
    r"\W*(?:one|another|a second|a third|the (?:first|second|third|other|last|next|others?|one)|it|these|this|both|they|among them|of these|in it)\b|\W*[\w -]{2,40}'s? (?:says|asks|is)\b"
)
