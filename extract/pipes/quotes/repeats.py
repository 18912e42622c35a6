"""Quotes that an article gives twice: teasers above the body, and pull-quotes."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.annotation import Annotation
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.runs import Run

_SHORT = 12
"""Under how many characters words can be said twice in one speech."""
_FEW = 8
"""How many parts before it a pull-quote can repeat."""


def without_teasers(reading: Page, notes: Sequence[Annotation]) -> list[Annotation]:
    """Fragments without those of a standfirst that the body gives again."""
    kept = []
    texts = [reading.lower[note.start : note.end].strip(" .,") for note in notes]
    for number, note in enumerate(notes):
        teaser = reading.spans[reading.span_at(note.start)].kind in ("standfirst", "subheading", "item")
        again = teaser and note.label == "fragment" and reading.lower.find(texts[number], note.end) >= 0
        if not again and (not teaser or texts[number] not in texts[number + 1 :]):
            kept.append(note)
    return kept


def without_repeats(reading: Page, runs: Sequence[Run]) -> list[Run]:
    """Runs without pull-quotes: uncredited ones whose words stand in another run, and parts that stand in one before."""
    kept = []
    said: list[str] = []
    for run in sorted(runs, key=lambda run: run.parts[0]):
        parts: list[tuple[int, int]] = []
        for start, end in run.parts:
            words = reading.lower[start:end].strip(" .,!?")
            again = parts and len(words) > _SHORT and any(words in other for other in said[-_FEW:])
            if not again:
                parts.append((start, end))
            said.append(words)
        run.parts = parts
    texts = [" ".join(reading.lower[start:end] for start, end in run.parts) for run in runs]
    for number, run in enumerate(runs):
        own = texts[number].strip(" .,!?")
        apart = run.rule == "quotes.loose" or (run.attribution is not None and run.attribution.verb == "\u2013")
        repeated = apart and any(
            own in other.replace('"', "")
            for n, other in enumerate(texts)
            if n != number and len(other) >= len(own) and (n < number or len(other) > len(own))
        )
        if not repeated:
            kept.append(run)
    return kept
