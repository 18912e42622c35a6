"""The letters of a text: one letter a token, for the class of word it is, so that grammar is a short pattern over letters.

Enters a Doc, in which forces and inspectorates were found; leaves a string as long as the Doc has tokens, with the offsets of each.
"The force must train its staff." is `DBMVDS.`: determiner, body, modal, verb, determiner, staff. Classes are closed
lists (`cues/classes.toml`) and endings; a word of neither is `w`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from spacy.attrs import IDX, LENGTH, LOWER
from spacy.tokens import Doc

from extract.pipes.annotation import annotations_of, notes_of

LETTERS = {
    "report": "R",
    "body": "B",
    "staff": "S",
    "public": "N",
    "outside": "O",
    "it": "I",
    "they": "E",
    "you": "Y",
    "we": "W",
    "i": "J",
    "he": "K",
    "determiner": "D",
    "number": "0",
    "and": "A",
    "but": "C",
    "that": "T",
    "because": "q",
    "when": "k",
    "if": "Q",
    "which": "L",
    "by": "p",
    "preposition": "P",
    "to": "2",
    "must": "M",
    "may": "m",
    "need": "n",
    "be": "b",
    "been": "u",
    "have": "v",
    "do": "d",
    "not": "!",
    "say": "s",
    "call": "c",
    "tell": "a",
    "recommend": "j",
    "action": "V",
    "participle": "e",
    "past": "x",
    "adverb": "y",
}
"""Letter of each class of `cues/classes.toml`, of actions and of modals; of those that hold a word the first counts."""

_MARKS = {
    **dict.fromkeys(',;:"()', ""),
    **dict.fromkeys((".", "!", "...", "…"), "."),
    "?": "?",
    **dict.fromkeys(("\u2013", "-", "--"), "\u2013"),
    "'": "'",
    "'s": "z",
    "[": "(",
    "]": ")",
}
_SHORT = "IKTy"
"""Letters behind which "'s" is short for "is"."""

_ENDINGS = (("ing", "g"), ("ed", "e"), ("ly", "y"))
_SHORTEST = 5
"""Letters of a word from which on its ending tells its class."""


class Classes(dict[int, str]):
    """Letters by the hash of a word; a word that is new is classed once.

    Args:
        table: Words of each class.
        actions: Verbs in their base form.
        modals: Words that ask: "should", "ought to".
    """

    def __init__(self, table: Mapping[str, Iterable[str]], actions: Iterable[str], modals: Iterable[str]) -> None:
        super().__init__()
        known = {word for words in table.values() for word in words}
        must = {modal.removesuffix(" to") for modal in modals} - known
        whole = {**table, "action": actions, "must": [word for word in must if " " not in word]}
        self.words = {word: LETTERS[name] for name in reversed(LETTERS) for word in whole[name]}
        self.words |= {mark: letter or mark for mark, letter in _MARKS.items()}
        self.strings: Any = {}

    def __missing__(self, key: int) -> str:
        letter = self[key] = self.of(self.strings[key])
        return letter

    def of(self, word: str) -> str:
        """The letter of a word in lower case."""
        letter = self.words.get(word)
        if letter:
            return letter
        if word[:1].isdigit() or self.words.get(word.partition("-")[0]) == "0" == self.words.get(
            word.rpartition("-")[2]
        ):
            return "0"
        if word.endswith("n't"):
            return "!"
        if word.endswith(("'d", "'ll")):
            return "m"
        if word.isspace():
            return "\n"
        if len(word) >= _SHORTEST:
            return next((letter for ending, letter in _ENDINGS if word.endswith(ending)), "w")
        return "w"


class Letters(NamedTuple):
    """The letters of a text.

    Args:
        text: One letter a token.
        starts: Where each token begins.
        lengths: How long it is.
    """

    text: str
    starts: list[int]
    lengths: list[int]

    def end(self, number: int) -> int:
        """Where a token ends."""
        return self.starts[number] + self.lengths[number]

    def at(self, offset: int) -> int:
        """Number of the first token that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)


def letters_of(doc: Doc, classes: Classes) -> Letters:
    """The letters of a Doc: forces in it are `F`, inspectorates `H`, and what follows their first word in lower case.

    Args:
        doc: The Doc, with the annotations of forces and inspectorates.
        classes: Letters of words.
    """
    notes = notes_of(doc)
    found = notes.get("letters")
    if type(found) is Letters:
        return found
    classes.strings = doc.vocab.strings
    keys, starts, lengths = notes.pop("tokens", None) or doc.to_array([LOWER, IDX, LENGTH]).T.tolist()
    letters = list(map(classes.__getitem__, keys))
    for letter, key in (("F", "forces"), ("H", "inspectorate")):
        for note in annotations_of(doc, key):
            first = bisect_left(starts, note.start)
            last = bisect_left(starts, note.end, first)
            letters[first:last] = (letter + letter.lower() * (last - first))[: last - first]
    text = "".join(letters)
    for pronoun in _SHORT:
        text = text.replace(pronoun + "z", pronoun + "b")
    made = notes["letters"] = Letters(text, starts, lengths)
    return made


def names_inspection(letters: Letters) -> bool:
    """Whether a text names an inspectorate, its people or a report at all."""
    return "H" in letters.text or "R" in letters.text
