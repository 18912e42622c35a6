"""The trigger index: one pass over a Doc that finds every name and cue, so that the rules run around its hits alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.pipes.annotation import notes_of

if TYPE_CHECKING:
    from spacy.language import Language

Hit = tuple[int, int, str]
"""Start, end and key of a hit, offsets in the reading."""


class Triggers:
    """A phrase matcher over the lower-cased tokens of a reading.

    Args:
        nlp: The pipeline, whose tokenizer parts the phrases as it parts texts.
        phrases: For each label, phrases and the key that each stands for.
    """

    def __init__(self, nlp: Language, phrases: Mapping[str, Mapping[str, str]]) -> None:
        self.labels = tuple(phrases)
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.keys: dict[int, tuple[str, str]] = {}
        by_key: dict[tuple[str, str], list[str]] = {}
        for label, table in phrases.items():
            for phrase, key in table.items():
                by_key.setdefault((label, key), []).append(phrase)
        for (label, key), names in by_key.items():
            name = f"{label}|{key}"
            lower = [phrase.lower() for phrase in names]
            self.matcher.add(name, [nlp.make_doc(phrase) if _odd(phrase) else _plain(nlp, phrase) for phrase in lower])
            self.keys[nlp.vocab.strings[name]] = (label, key)

    def __call__(self, doc: Doc) -> Doc:
        """Store the hits of each label under `hits`, in order, the longest of those that overlap."""
        hits: dict[str, list[Hit]] = {label: [] for label in self.labels}
        starts = doc.to_array("IDX").tolist()
        lengths = doc.to_array("LENGTH").tolist()
        for match_id, start, end in self.matcher(doc):
            label, key = self.keys[match_id]
            hits[label].append((starts[start], starts[end - 1] + lengths[end - 1], key))
        for label, found in hits.items():
            hits[label] = longest(found)
        notes_of(doc)["hits"] = hits
        return doc


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in order, of those that overlap the longest, the first where they are equally long."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
    return kept


def hits_of(doc: Doc, label: str) -> list[Hit]:
    """Hits of one label, in order."""
    hits: list[Hit] = notes_of(doc)["hits"][label]
    return hits


def hits_within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """Hits that begin between two offsets."""
    return hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]


def _odd(phrase: str) -> bool:
    return not phrase.replace(" ", "").isalpha()


def _plain(nlp: Language, phrase: str) -> Doc:
    return Doc(nlp.vocab, words=phrase.split(" "))
