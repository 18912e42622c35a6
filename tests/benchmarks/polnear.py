"""Quotations of general news: `python -m tests.benchmarks.polnear FOLDER`.

Enter the corpus PolNeAR 1.0 from where a developer has it (its `data` folder, splits `train` and `dev`; `test` is not
read); leaves the share of direct quotations that are found, and of those with a named source that are credited to it.
The corpus marks attributions, direct or not. A direct quotation is here a stretch between double quotation marks that
lies in the content of an attribution all of whose content stands between such marks. Among them are single words that
a sentence of the article quotes; those of a sentence's length are counted apart.

Source: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.evaluate.alike import norm, pair, token_f1, words
from extract.evaluate.place import cut
from extract.pipeline import Extractor
from models import Record

SPLITS = ("train", "dev")
ALIKE = 0.9
"""Least F1 of the words of a quotation and of what was found."""

SENTENCE = 6
"""Words from which a quotation counts as a sentence."""

_MARK = re.compile("[“”\"\u201f]|(?:'')|(?:``)")
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|[A-Z]\.)(?:\s+(?:(?:[A-Z][\w.’'-]*|[A-Z]\.|of|the|for|and|de|van|von|bin|al-\w+)\s+)*[A-Z][\w.’'-]*)?"
)
_COMMON = frozenset(
    words(
        "a an the he she it they we i you who one some many several other others another this that these those his her "
        "their my our its both all most no not in on at for as but and or so if when while after before sen rep gov mr "
        "mrs ms dr president senator governor representative congressman congresswoman secretary attorney general former "
        "republican democratic democrat democrats republicans gop rev judge justice mayor speaker sir lt col gen chief "
        "prof professor state spokesman spokeswoman chairman chairwoman director leader candidate nominee vice us american"
    )
)
"""Words that may be written large and are no name."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation of the corpus.

    Args:
        start: Offset of its first character behind the mark.
        end: Offset of the closing mark.
        source: Words of the corpus that name its source, or "".
        name: The name among them, or "" where there is none.
        shape: How it stands in its sentence: source and cue before it, behind it, or in another paragraph.
    """

    start: int
    end: int
    source: str
    name: str
    shape: str


@dataclass
class Counts:
    """What was counted: of all quotations, and of those of a sentence's length."""

    quotations: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def share(self, right: str, of: str) -> float:
        """A share, 0 to 1."""
        return self.quotations[right] / max(1, self.quotations[of])


def read_corpus(folder: Path, split: str) -> Iterator[tuple[str, str, list[Quotation]]]:
    """Name, text and quotations of each article of a split, in the order of their names.

    Args:
        folder: The corpus, or its `data` folder.
        split: `train` or `dev`.
    """
    if split not in SPLITS:
        raise ValueError(f"{split!r} is not read; choose train or dev")
    base = (folder / "data" if (folder / "data").is_dir() else folder) / split
    for path in sorted((base / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotated = sorted((base / "attributions").glob(f"{path.stem}_????.ann"))
        if annotated:  # some articles have several annotators: the first speaks
            yield path.stem, text, read_quotations(annotated[0].read_text(encoding="utf-8"), text)


def read_quotations(annotations: str, text: str) -> list[Quotation]:
    """Direct quotations of an article, in the order of the text.

    Args:
        annotations: Standoff annotations: spans `T1`, attributions `E1`.
        text: The article.
    """
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in annotations.split("\n"):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) >= 2 and columns[0][1:].isdigit():
            places = columns[1].split(" ", 1)[1]
            spans[columns[0]] = [(int(a), int(b)) for a, b in (piece.split(" ") for piece in places.split(";"))]
        elif line.startswith("E") and len(columns) >= 2:
            events.append([piece.split(":") for piece in columns[1].split()])
    runs = quoted_runs(text)
    best: dict[tuple[int, int], tuple[int, Quotation]] = {}
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {}
        for role, id in event:
            roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(id, []))
        content = roles.get("Content", [])
        if not content or not _is_quoted(content, runs, text):
            continue
        sources = roles.get("Source", [])
        source = " ".join(text[a:b] for a, b in sources)
        for run in runs:
            cover = sum(max(0, min(run[1], b) - max(run[0], a)) for a, b in content)
            if cover * 2 > run[1] - run[0] and cover > best.get(run, (0, None))[0]:
                shape = _shape(run, sources, text)
                best[run] = (cover, Quotation(*run, source, name_in(source), shape))
    return [best[run][1] for run in sorted(best)]


def quoted_runs(text: str) -> list[tuple[int, int]]:
    """Stretches between double quotation marks; one that is not closed ends with its paragraph.

    Example:
        >>> text = 'It is "good", he said. "Very'
        >>> [text[start:end] for start, end in quoted_runs(text)]
        ['good', 'Very']
    """
    runs = []
    for paragraph in re.finditer(r"[^\n]+", text):
        start = -1
        for mark in _MARK.finditer(text, *paragraph.span()):
            if start >= 0 and mark[0] not in "“``":
                runs.append((start, mark.start()))
                start = -1
            elif mark[0] != "”":
                start = mark.end()
        if start >= 0:
            runs.append((start, paragraph.end()))
    return [(a, b) for a, b in runs if words(text[a:b])]


def _is_quoted(content: Sequence[tuple[int, int]], runs: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether no word of a content stands outside quotation marks."""
    for start, end in content:
        rest = "".join(
            char if not any(a <= start + n < b for a, b in runs) else " " for n, char in enumerate(text[start:end])
        )
        if words(rest):
            return False
    return True


def _shape(run: tuple[int, int], sources: Sequence[tuple[int, int]], text: str) -> str:
    if not sources:
        return "no source"
    start, end = sources[0][0], sources[-1][1]
    between = text[end : run[0]] if end <= run[0] else text[run[1] : start]
    if "\n" in between:
        return "source in another paragraph"
    return "source before" if end <= run[0] else "source behind"


def name_in(source: str) -> str:
    """The name of a source, or "" where its words name nobody.

    A source that ends with a name, its appositions and relative clauses aside, bears that name; one that ends with a
    noun bears the name that follows on behind a comma, and none where there is none.

    Example:
        >>> name_in("Donald Trump’s campaign manager, Kellyanne Conway"), name_in("Sen. Sanders of Vermont")
        ('Kellyanne Conway', 'Sanders')
        >>> name_in("She"), name_in("the Vermont senator"), name_in("White House spokesman Josh Earnest")
        ('', '', 'Josh Earnest')
    """
    plain = re.sub(r"\([^)]*\)", " ", source.split("\n")[0])
    pieces = re.split(r",|\s(?=(?:who|of|from|at|in|for|to|with|wearing|now)\s)", plain)
    for number, piece in enumerate(pieces):
        runs = list(_NAME.finditer(piece))
        nominal = number == 0 and not (runs and runs[-1].end() >= len(piece.rstrip(" .,:'’")))
        if nominal or not runs:
            if not nominal or "," not in plain:
                return ""
            continue
        chosen = runs[-1] if number == 0 else runs[0]
        if number and chosen.start() > 1:
            continue
        kept = [word for word in chosen[0].split() if word.lower().strip(".,'’") not in _COMMON]
        if kept:
            return re.sub(r"(?:['’]s?| Jr\.?| Sr\.?| I+)$", "", " ".join(kept).strip(",")).strip(".,")
    return ""


def credited(quotation: Quotation, speaker: str) -> bool:
    """Whether a speaker bears the name of a quotation's source: its last word, and no other first name."""
    one, other = ([w.removesuffix("'s") for w in words(text) if w not in _COMMON] for text in (quotation.name, speaker))
    if not one or one[-1] not in other:
        return False
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0] or bool({*one[:-1]} & {*other[:-1]})


def measure(record: Record, name: str, text: str, quotations: Sequence[Quotation], counts: Counts) -> None:
    """Count one article.

    Args:
        record: What was extracted from it.
        name: Of the article.
        text: Its text.
        quotations: Its direct quotations.
        counts: To which is added.
    """
    people = {official.id: official.name or official.role or "" for official in record.officials}
    found = [
        (part, people.get(quote.speaker or "", quote.speaker or ""), quote.kind)
        for quote in record.quotes
        if quote.kind != "indirect"
        for part in quote.parts
    ]

    def alike(one: tuple[object, str, str], other: Quotation) -> float:
        part = found[found.index(one)][0]
        if part.end <= other.start or part.start >= other.end:
            return 0.0
        return token_f1(part.text, text[other.start : other.end])

    to_found = {j: i for i, j in pair(found, quotations, alike, ALIKE)}
    for number, quotation in enumerate(quotations):
        long = len(words(text[quotation.start : quotation.end])) >= SENTENCE
        hit = to_found.get(number)
        keys = ["all", *(["long"] if long else [])]
        for key in keys:
            counts.quotations[key] += 1
        if hit is None:
            near = [part for part, _, _ in found if part.start < quotation.end and part.end > quotation.start]
            cause = f"missed: {'other edges' if near else 'not found'}, {'sentence' if long else 'fragment'}"
            _miss(counts, cause, name, text, quotation, " | ".join(part.text[:80] for part in near))
            for key in keys:
                counts.quotations[f"{key} named"] += bool(quotation.name)
            continue
        _, speaker, kind = found[hit]
        right = credited(quotation, speaker)
        for key in keys:
            counts.quotations[f"{key} found"] += 1
            counts.quotations[f"{key} as {kind}"] += 1
            counts.quotations[f"{key} named"] += bool(quotation.name)
            counts.quotations[f"{key} named and found"] += bool(quotation.name)
            counts.quotations[f"{key} credited"] += right
        if quotation.name and not right:
            cause = f"credited: to {'nobody' if not speaker else 'another'}, {quotation.shape}"
            _miss(counts, cause, name, text, quotation, speaker)


def _miss(counts: Counts, cause: str, name: str, text: str, quotation: Quotation, found: str) -> None:
    place = cut(text, quotation.start, quotation.end)
    line = f"{name}:{place.line} source {norm(quotation.source)!r}, found {found!r}\n      {place}"
    counts.misses.append((cause, line))


def to_values(counts: Counts, articles: int) -> dict[str, float]:
    """The figures, for JSON."""
    return {
        "articles": articles,
        "quotations": counts.quotations["all"],
        "found": counts.share("all found", "all"),
        "named and found": counts.quotations["all named and found"],
        "credited": counts.share("all credited", "all named and found"),
        "credited of all named": counts.share("all credited", "all named"),
        "sentences": counts.quotations["long"],
        "sentences found": counts.share("long found", "long"),
        "sentences credited": counts.share("long credited", "long named and found"),
        "sentences credited of all named": counts.share("long credited", "long named"),
    }


def main(arguments: Sequence[str] | None = None) -> dict[str, float]:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.polnear", description=__doc__)
    parser.add_argument("folder", type=Path, help="the corpus")
    parser.add_argument("--split", choices=SPLITS, action="append", help="without it train and dev")
    parser.add_argument("--articles", type=int, help="how many articles of a split to take")
    parser.add_argument("--misses", type=int, default=0, help="how many misses of each cause to show")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    counts, articles = Counts(), 0
    for split in options.split or SPLITS:
        for number, (name, text, quotations) in enumerate(read_corpus(options.folder, split)):
            if options.articles is not None and number >= options.articles:
                break
            articles += 1
            measure(extractor.extract_text(text, name), name, text, quotations, counts)
    values = to_values(counts, articles)
    if options.json:
        print(json.dumps(values, indent=2))
        return values
    for what, value in values.items():
        print(f"{what:34}{value:8.3f}" if isinstance(value, float) else f"{what:34}{value:8d}")
    causes = Counter(cause for cause, _ in counts.misses)
    for cause, number in causes.most_common():
        print(f"\n{number:5d}  {cause}")
        shown = [line for other, line in counts.misses if other == cause]
        for line in random.Random(cause).sample(shown, min(options.misses, len(shown))):
            print(f"    {line}")
    return values


if __name__ == "__main__":
    main()
