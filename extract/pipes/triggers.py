"""The trigger index: one pass over a Doc that finds every name and cue, so that the rules run around its hits alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from spacy.attrs import IDX, LENGTH, LOWER
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
        self.keys: dict[int, tuple[str, dict[tuple[int, ...], str]]] = {}
        for label, table in phrases.items():  # a key of the matcher costs as much as ten phrases, so each label is one
            keys = {tuple(_words(nlp, phrase.lower())): key for phrase, key in table.items()}
            words: Any = list(keys)  # which its stub does not know that it takes
            self.matcher.add(label, words)
            self.keys[nlp.vocab.strings[label]] = (label, keys)

    def __call__(self, doc: Doc) -> Doc:
        """Store the hits of each label under `hits`, in order, the longest of those that overlap, and the tokens."""
        hits: dict[str, list[Hit]] = {label: [] for label in self.labels}
        words, starts, lengths = doc.to_array([LOWER, IDX, LENGTH]).T.tolist()
        keys = self.keys
        for match_id, start, end in self.matcher(doc):
            label, phrases = keys[match_id]
            key = phrases[tuple(words[start:end])]
            hits[label].append((starts[start], starts[end - 1] + lengths[end - 1], key))
        for label, found in hits.items():
            if len(found) > 1:
                hits[label] = longest(found)
        notes = notes_of(doc)
        notes["hits"] = hits
        notes["tokens"] = words, starts, lengths
        return doc


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Hits in order, of those that overlap the longest, the first where they are equally long."""
    kept: list[Hit] = []
    low = high = 0
    for hit in sorted(hits):
        start, end, _ = hit
        if start >= high:
            kept.append(hit)
        elif end - start > high - low:
            kept[-1] = hit
        else:
            continue
        low, high = start, end
    return kept


def hits_of(doc: Doc, label: str) -> list[Hit]:
    """Hits of one label, in order."""
    hits: list[Hit] = notes_of(doc)["hits"][label]
    return hits


def hits_within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """Hits that begin between two offsets."""
    return hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]


def _words(nlp: Language, phrase: str) -> list[int]:
    """The words of a phrase as the matcher keeps them: a Doc would be read for them and thrown away."""
    if phrase.replace(" ", "").isalpha():
        return [nlp.vocab.strings.add(word) for word in phrase.split(" ")]
    return [token.lower for token in nlp.make_doc(phrase)]
