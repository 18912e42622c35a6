"""What another typography costs: `python -m tests.benchmarks.typography`.

Enter the samples; leaves the points of F1 that each field loses under each transformation of `variants`, or with
`--misses NAME` what is missed under one and not without it. Evidence found in a variant is carried back to the
characters of the sample that it stands for, so that the gold fits.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from extract.document.document import Document
from extract.errors import Failure
from extract.evaluate.alike import norm
from extract.evaluate.place import cut, find
from extract.evaluate.score import score, stem_of
from extract.evaluate.tally import FIELDS, Miss, Scores, add_up
from extract.pipeline import Extractor
from extract.sources.files import Item, read_file, walk
from models import Record
from models.gold import SUFFIX, Gold, read_gold
from tests.benchmarks.variants import CHANCE, NAMES, vary

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "dev"
SEEDS = 3
"""Variants of each sample where a transformation leaves something to chance."""

JUDGED = tuple(name for name in FIELDS if name != "rows")
"""Fields that are held to a bound; pairs of mentions are too few in the samples, one of them is 8 points."""


class Trace:
    """Offsets of a variant to offsets of its original, by the least edits between the two texts."""

    def __init__(self, original: str, variant: str) -> None:
        self.original = original
        self.known: list[int] = []
        self.there: list[int] = []
        for step in Levenshtein.opcodes(original, variant):
            for number in range(min(step.src_end - step.src_start, step.dest_end - step.dest_start)):
                self.known.append(step.dest_start + number)
                self.there.append(step.src_start + number)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of the variant stands for, with what is lost at its edges."""
        first, last = bisect_left(self.known, start), bisect_left(self.known, end)
        low = self.there[first - 1] + 1 if first else 0
        high = self.there[last] if last < len(self.there) else len(self.original)
        while low < high and self.original[low].isspace():
            low += 1
        while low < high and self.original[high - 1].isspace():
            high -= 1
        return (low, high) if low < high else (max(0, low - 1), max(1, low))


def carry_back(record: Record, variant: str, original: str) -> Record:
    """The record of a variant with every value as the original writes it.

    Args:
        record: What was extracted from the variant.
        variant: The text that its offsets point into.
        original: The text of the sample.
    """
    trace = Trace(original, variant)
    known: dict[str, str] = {}

    def cut(value: dict[str, Any]) -> None:
        start, end = trace.back(value["start"], value["end"])
        known.setdefault(value["text"], original[start:end])
        value |= {"start": start, "end": end, "text": original[start:end]}

    def walk_down(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
                cut(value)
            for item in value.values():
                walk_down(item)
        elif isinstance(value, list):
            for item in value:
                walk_down(item)

    def word(value: str | None) -> str | None:
        if value is None or value in known or norm(value) in norm(original):
            return known.get(value or "", value)
        at = variant.find(value)
        if at < 0:
            return value
        start, end = trace.back(at, at + len(value))
        return original[start:end]

    data = record.model_dump(mode="json")
    data["source"]["characters"] = len(original)
    walk_down(data)
    for name in ("title", "author"):
        data["source"][name] = word(data["source"][name])
    for row in data["initiatives"]:
        row["name"] = word(row["name"])
    for row in data["officials"]:
        row["name"], row["role"] = word(row["name"]), word(row["role"])
    ids = {row["id"] for row in data["officials"]}
    for row in data["quotes"]:
        row["speaker"] = row["speaker"] if row["speaker"] in ids else word(row["speaker"])
    return Record.model_validate(data)


@dataclass(frozen=True)
class Sample:
    """A sample as it is."""

    stem: str
    item: Item
    document: Document
    gold: Gold


class Bench:
    """The samples and what is extracted from them as they are.

    Args:
        extractor: Reads articles.
        texts: How many samples to take, or None for all.
    """

    def __init__(self, extractor: Extractor, texts: int | None = None) -> None:
        self.extractor = extractor
        self.varied: dict[str, str] = {}
        self.samples = list(_read_samples(extractor))[:texts]
        self.golds = {sample.stem: sample.gold for sample in self.samples}
        self.before = score({s.stem: extractor.extract(s.document) for s in self.samples}, self.golds)

    def vary(self, name: str, seed: int = 0) -> dict[str, Scores]:
        """Scores of every sample under a transformation."""
        records = {}
        for sample in self.samples:
            source = sample.item.data.decode("utf-8")
            page = sample.item.media_type == "text/html"
            blocks = sample.document.blocks
            headings = [(b.start, b.end) for b in blocks if b.kind in ("headline", "subheading")]
            variant = vary(name, source, f"{seed} {sample.stem}", page=page, headings=headings)
            item = Item(sample.item.path, variant.encode("utf-8"), sample.item.media_type)
            document = self.extractor.read(item)
            record = self.extractor.extract(document)
            records[sample.stem] = carry_back(record, document.text, sample.document.text)
            self.varied[sample.stem] = document.text
        return score(records, self.golds)

    def losses(self, name: str, seeds: int = SEEDS) -> dict[str, float]:
        """Points of F1 that each field loses under a transformation; negative where it wins.

        Args:
            name: Of `NAMES`.
            seeds: How many variants of each sample are taken together where chance plays a part.
        """
        after = [scores for seed in range(seeds if name in CHANCE else 1) for scores in self.vary(name, seed).values()]
        one, other = add_up(self.before.values()), add_up(after)
        return {field: 100 * (one[field].f1 - other[field].f1) for field in FIELDS}

    def new_misses(self, after: Mapping[str, Scores]) -> Iterator[tuple[Miss, str]]:
        """What is missed or wrong now and was not before, with its place in the variant scored last."""
        texts = {sample.stem: sample.document.text for sample in self.samples}
        for stem, scores in after.items():
            for field in FIELDS:
                old = {(miss.what, norm(miss.text)) for miss in self.before[stem][field].misses}
                for miss in scores[field].misses:
                    if (miss.what, norm(miss.text)) not in old:
                        yield miss, _show(miss, texts[stem], self.varied[stem])


def _show(miss: Miss, original: str, variant: str) -> str:
    """The line of the variant that a miss stands in."""
    span = (miss.start, miss.end) if miss.start >= 0 else find(original, miss.says, miss.within)
    return str(cut(variant, *Trace(variant, original).back(*span))) if span else ""


def _read_samples(extractor: Extractor) -> Iterator[Sample]:
    for path in walk(str(SAMPLES)):
        item = read_file(path)
        assert not isinstance(item, Failure)
        stem = stem_of(path)
        yield Sample(stem, item, extractor.read(item), read_gold(SAMPLES / f"{stem}{SUFFIX}"))


def to_table(losses: Mapping[str, Mapping[str, float]]) -> str:
    """Losses as a table in Markdown, a line for each transformation."""
    lines = ["| points of F1 lost | " + " | ".join(FIELDS) + " |", "|---|" + "---|" * len(FIELDS)]
    for name, row in losses.items():
        lines.append(f"| {name} | " + " | ".join(f"{row[field]:.1f}".replace("-0.0", "0.0") for field in FIELDS) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.typography", description=__doc__)
    parser.add_argument("--misses", metavar="NAME", choices=NAMES, help="show what is missed under one transformation")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many variants of each sample, by chance")
    parser.add_argument("--texts", type=int, help="how many samples to take")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(arguments)
    bench = Bench(Extractor(), options.texts)
    if options.misses:
        for seed in range(options.seeds if options.misses in CHANCE else 1):
            for miss, place in bench.new_misses(bench.vary(options.misses, seed)):
                print(f"{miss.field} {miss.what} {miss.article}: {miss.text}\n    {place}")
        return
    losses = {name: bench.losses(name, options.seeds) for name in NAMES}
    print(json.dumps(losses, indent=2) if options.json else to_table(losses))


if __name__ == "__main__":
    main()
