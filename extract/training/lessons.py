"""What is learned from: articles with gold, and short passages with gold for some fields.

A file of passages is JSON lines of `id`, `text` and `gold`, where `gold` holds the fields that were annotated, as
`NAME.gold.json` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extract import errors
from extract.document.document import Document
from extract.errors import InputError
from extract.evaluate.rules import style_of
from extract.pipeline import Extractor
from extract.sources.files import Item, read_file, walk
from models.gold import SUFFIX

PASSAGES = ".jsonl"
"""Ending of a file of passages."""


@dataclass
class Lesson:
    """An article or a passage and what is right of it.

    Args:
        name: Its stem or id.
        style: Kind of article; of a passage its file.
        document: The text.
        gold: Annotated fields.
        doc: What the pipeline makes of it with the weights in use.
    """

    name: str
    style: str
    document: Document
    gold: dict[str, Any]
    doc: Doc

    def read_again(self, extractor: Extractor) -> None:
        """Run the pipeline with other weights."""
        tokenizer: Any = extractor.nlp.tokenizer
        self.doc = extractor.nlp(tokenizer.of(self.document))


def read_lessons(paths: Sequence[str], extractor: Extractor) -> list[Lesson]:
    """Lessons of folders of articles with gold and of files of passages, in their order.

    Raises:
        InputError: E101 or E102 for what cannot be read, E152 for a line or gold that is none, or where there is none
            or two have one name.
    """
    found: list[Lesson] = []
    homes: dict[str, str] = {}
    for path in paths:
        if not Path(path).exists():
            raise InputError("E101", errors.E101, path)
        for name, style, item, gold in _lessons(path):
            if name in homes:  # what is learned of one would stand for the other
                reason = f"{name!r} is a lesson of {homes[name]} as well; give one of them another name"
                raise InputError("E152", errors.E152.format(reason=reason), path)
            homes[name] = path
            document = extractor.read(item)
            tokenizer: Any = extractor.nlp.tokenizer
            found.append(Lesson(name, style, document, gold, extractor.nlp(tokenizer.of(document))))
    if not found:
        reason = "there are neither articles with gold nor passages here"
        raise InputError("E152", errors.E152.format(reason=reason), " ".join(paths))
    return found


def _lessons(path: str) -> Iterator[tuple[str, str, Item, dict[str, Any]]]:
    if path.endswith(PASSAGES):
        yield from _passages(Path(path))
        return
    yield from _articles(path)
    for file in sorted(Path(path).glob(f"*{PASSAGES}")):
        yield from _passages(file)


def _articles(folder: str) -> Iterator[tuple[str, str, Item, dict[str, Any]]]:
    for path in walk(folder):
        gold = Path(path).with_suffix("").with_name(Path(path).stem + SUFFIX)
        if not gold.is_file():
            continue
        item = read_file(path)
        yield Path(path).stem, style_of(Path(path).stem), item, _parse(gold.read_text(encoding="utf-8"), str(gold))


def _passages(path: Path) -> Iterator[tuple[str, str, Item, dict[str, Any]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = _parse(line, str(path))
        item = Item(row["id"], row["text"].encode("utf-8"), "text/plain")
        yield row["id"], path.stem, item, row["gold"]


def _parse(text: str, place: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError("E152", errors.E152.format(reason=str(error)), place) from None
    if not isinstance(value, dict):
        raise InputError("E152", errors.E152.format(reason="it is no table"), place)
    return value
