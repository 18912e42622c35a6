"""Articles in any number, seeded: samples with their forces, people and figures exchanged and paragraphs of their own.

`python -m tests.benchmarks.articles COUNT FOLDER` writes them as text files, a hundred to a folder.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.gazetteers import load_gazetteers

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples" / "dev"
_FIRST = (
    "Ada",
    "Bryn",
    "Cora",
    "Dilys",
    "Edwin",
    "Freya",
    "Gethin",
    "Hilda",
    "Ivor",
    "Jonas",
    "Keziah",
    "Lorna",
    "Osric",
)
_SYLLABLES = (
    *(
        "ash",
        "bar",
        "cold",
        "den",
        "ell",
        "fair",
        "gar",
        "hal",
        "ing",
        "kel",
        "lam",
        "mor",
        "nor",
        "ost",
        "pen",
        "quar",
    ),
    *("ros", "stan", "thorn", "ul", "wick", "yar"),
)
_NUMBER = re.compile(r"\b\d{2,3}\b")
_PERSON = re.compile(
    r"\b([A-Z][a-z]+) ([A-Z][a-z]+)(?= said|, (?:the |his |her )?(?:chief|deputy|assistant|inspector))"
)


def make_articles(count: int, *, seed: int = 4) -> Iterator[str]:
    """Distinct articles, the same for the same seed.

    Args:
        count: How many.
        seed: Of the random numbers.
    """
    random_ = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    names = {
        kind: [row.name for row in load_gazetteers().forces.values() if row.kind == kind] for kind in ("police", "fire")
    }
    for number in range(count):
        yield _vary(texts[number % len(texts)], names, random_, number)


def _vary(text: str, names: dict[str, list[str]], random_: random.Random, number: int) -> str:
    for kind in names.values():
        for name in kind:
            if name in text:
                text = text.replace(name, random_.choice(kind))
    text = _PERSON.sub(lambda _: f"{random_.choice(_FIRST)} {_surname(random_)}", text)
    text = _NUMBER.sub(lambda match: str(random_.randint(10, 10 ** len(match[0]) - 1)), text)
    place, road = _surname(random_), _surname(random_)
    return (
        f"{text.rstrip()}\n\nIncident {number} was reported in {place} on {road} Lane at {random_.randint(1, 12)}pm.\n"
    )


def _surname(random_: random.Random) -> str:
    return "".join(random_.choices(_SYLLABLES, k=random_.randint(2, 3))).capitalize()


def write_articles(folder: Path, count: int, *, seed: int = 4) -> Path:
    """Write articles below a folder, a hundred to a folder of theirs."""
    for number, text in enumerate(make_articles(count, seed=seed)):
        path = folder / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def make_long(words: int, *, seed: int = 4) -> str:
    """An article of about so many words: paragraphs of prose of as many articles as it takes."""
    held: list[str] = ["Inspectors publish their findings"]
    count = 0
    for text in make_articles(words, seed=seed):
        for paragraph in text.split("\n\n"):
            if len(paragraph) > 160 and "\n" not in paragraph and count < words:
                held.append(paragraph)
                count += len(paragraph.split())
        if count >= words:
            break
    return "\n\n".join(held)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write articles."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.articles", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    write_articles(options.folder, options.count)


if __name__ == "__main__":
    main()
