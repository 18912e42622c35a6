"""Quotes that an article gives twice: teasers above the body, and pull-quotes."""

from __future__ import annotations

from collections.abc import Sequence

from extract.pipes.annotation import Annotation
from extract.pipes.quotes.page import Page
from extract.pipes.quotes.runs import Run

_SHORT = 12
"""Under how many characters words can be said twice in one speech."""
_LINE_OF_ITS_OWN, _DOUBLE = ("\n'", "\n\u2018"), ('"', "\u201c")
"""How a line of single marks begins, and double ones."""
_TEASING = frozenset(("standfirst", "subheading", "item"))
_TOP, _TOLD = 3, 3
"""Number of the block up to which a caption or a teaser stands as a paragraph, and spaces of what it says at least."""
_FEW = 8
"""How many parts before it a pull-quote can repeat."""


def without_teasers(reading: Page, notes: Sequence[Annotation]) -> list[Annotation]:
    """Fragments without those of a standfirst that the body gives again."""
    kept = []
    spans = [reading.span_at(note.start) for note in notes]
    kinds = [reading.spans[number].kind for number in spans]
    if _TEASING.isdisjoint(kinds) and not (spans and spans[0] <= _TOP):
        return list(notes)
    texts = [reading.lower[note.start : note.end].strip(" .,") for note in notes]
    for number, note in enumerate(notes):
        teaser = kinds[number] in _TEASING
        again = teaser and note.label == "fragment" and reading.lower.find(texts[number], note.end) >= 0
        again = again or (teaser and texts[number] in texts[number + 1 :])
        if not teaser and spans[number] <= _TOP and texts[number].count(" ") >= _TOLD:
            below = range(number + 1, len(notes))
            again = any(notes[n].label == note.label and texts[n].startswith(texts[number]) for n in below)
        if not again:
            kept.append(note)
    return kept


def without_repeats(reading: Page, runs: Sequence[Run]) -> list[Run]:
    """Runs without pull-quotes: uncredited ones whose words stand in another run, and parts that stand in one before."""
    kept = []
    said: list[str] = []
    runs = _below_teasers(reading, [run for run in runs if run.parts])
    for run in sorted(runs, key=lambda run: run.parts[0]):
        parts: list[tuple[int, int]] = []
        is_open = False
        for number, (start, end) in enumerate(run.parts):
            words = reading.lower[start:end].strip(" .,!?")
            again = parts and len(words) > _SHORT and any(words in other for other in said[-_FEW:])
            if not again or not _is_closed(reading, end) or (number + 1 == len(run.parts) and is_open):
                parts.append((start, end))
            said.append(words)
            is_open = not _is_closed(reading, end)
        run.parts = parts
    apart = [_is_apart(reading, run) for run in runs]
    if True not in apart:
        return list(runs)
    double = any(reading.typed[run.parts[0][0] - 1] in _DOUBLE for run in runs)
    texts = [" ".join(reading.lower[start:end] for start, end in run.parts) for run in runs]
    for number, run in enumerate(runs):
        if apart[number]:
            start = run.parts[0][0]
            if run.attribution is None and double and reading.typed[start - 2 : start] in _LINE_OF_ITS_OWN:
                continue  # a heading in marks of its own
            own = texts[number].strip(" .,!?")
            if any(
                own in other.replace('"', "")
                for n, other in enumerate(texts)
                if n != number and len(other) >= len(own) and (n < number or len(other) > len(own))
            ):
                continue
        kept.append(run)
    return kept


def _below_teasers(reading: Page, runs: list[Run]) -> list[Run]:
    """Runs without those above the body that give one paragraph of speech ahead."""
    heads = [run for run in runs if len(run.parts) == 1 and run.last_span <= _TOP]
    for head in heads:
        words = reading.lower[slice(*head.parts[0])].strip(" .,!?")
        later = [part for run in runs if run is not head for part in run.parts[1:] if part[0] > head.parts[0][1]]
        if len(words) > _SHORT and any(reading.lower[slice(*part)].strip(" .,!?") == words for part in later):
            runs = [run for run in runs if run is not head]
    return runs


def _is_apart(reading: Page, run: Run) -> bool:
    """Whether a run may be a pull-quote: nothing credits it, a name stands behind a dash, or it ends an open line."""
    if run.attribution is None or run.attribution.verb == "\u2013":
        return run.rule == "quotes.loose" or run.attribution is not None
    end = run.parts[-1][1]
    line = run.attribution.verb == ":" and len(run.parts) == 1 and reading.text[end - 1] not in ".,!?"
    return line and reading.text[end + 1 : end + 2] in ("\n", "")


def _is_closed(reading: Page, end: int) -> bool:
    """Whether a mark closes a part, as it does around a pull-quote."""
    return reading.text[end : end + 2].lstrip(" ").startswith(('"', "'"))
