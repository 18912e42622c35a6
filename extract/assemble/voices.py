"""Whose words a place in the text is: the inspectorate's, somebody else's, or the article's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from extract.assemble.officials.persons import Voice
from extract.expressions import expression
from extract.pipes.annotation import Annotation

_LOOSE = "quotes.loose"
"""The rule of quotes beside which nobody is named, which are given to whoever spoke last."""

_WRITTEN = expression(
    r"(?:the |its )?(?:area|cause|recommendation|ours|theirs|chapter|page|paragraph|section|narrative)\b", re.I
)
"""What is quoted as if it spoke: "Area for improvement 4 reads: …"."""


class Voices:
    """Answers whose words a place is.

    Args:
        quotes: Annotations of the pipe `quotes` and who speaks each.
        ours: Whether a voice is the inspectorate's.
    """

    def __init__(self, quotes: Iterable[tuple[Annotation, Voice]], ours: Callable[[Voice], bool]) -> None:
        self.parts: list[tuple[int, int, str, str]] = []
        self.unnamed: set[int] = set()
        self.written: set[int] = set()
        self.turns: dict[int, int] = {}
        self.cues: list[tuple[int, str]] = []
        for quote, voice in quotes:
            named = voice.person is not None or voice.words is not None
            who = "inspectorate" if ours(voice) else "other" if named or quote.label == "direct" else "article"
            if quote.label != "direct" and quote.cues:
                self.cues.append((quote.cues[0][0], who))
            for start, end in quote.attributes["parts"]:
                self.parts.append((start, end, who, quote.label))
                if voice.person is None:
                    self.written.add(start)
                self.turns[start] = quote.attributes["parts"][0][0]
                if (not voice.person and (not voice.words or _WRITTEN.match(voice.words))) or quote.rule == _LOOSE:
                    self.unnamed.add(start)
        self.parts.sort()
        self.cues.sort()
        self.starts = [part[0] for part in self.parts]

    def _held(self, offset: int) -> list[tuple[int, int, str, str]]:
        """The parts in which a place stands, the innermost last."""
        last = bisect_right(self.starts, offset)
        return [part for part in self.parts[max(0, last - 4) : last] if offset < part[1]]

    def at(self, offset: int, kinds: Sequence[str] = ("direct", "fragment", "indirect")) -> str:
        """`inspectorate`, `other` or `article`."""
        for _, _, who, kind in reversed(self._held(offset)):
            if kind in kinds:
                return who
        return "article"

    def opening(self, offset: int) -> int:
        """Where the speaker whose words a place is began to speak; the place itself where nobody speaks."""
        held = self._held(offset)
        return self.turns[held[-1][0]] if held else offset

    def nobody(self, offset: int) -> bool:
        """Whether a place is quoted and nobody who can speak is named."""
        return any(start in self.unnamed for start, _, _, _ in self._held(offset))

    def spoken(self, offset: int) -> bool:
        """Whether a place is direct speech of a person, and no report that is quoted."""
        return any(kind == "direct" and start not in self.written for start, _, _, kind in self._held(offset))

    def credited(self, start: int, end: int) -> str:
        """To whom the words between two offsets of a sentence credit what follows: the last reporting verb among them."""
        found = [who for at, who in self.cues if start <= at < end]
        return found[-1] if found else "article"
