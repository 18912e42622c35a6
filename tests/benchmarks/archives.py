"""How fast and how large runs over archives are, as ratios of one run: `python -m tests.benchmarks.archives`.

Enter seeded articles (`tests.benchmarks.articles`); leaves one table, or JSON with `--json`. Each run is the command as a
user gives it, start and final files counted in; runs that are compared take turns, and the least time of each counts.
Memory is that of all processes of a run together, shared pages counted once (PSS), at its greatest.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.articles import make_articles, make_long, write_articles
from tests.benchmarks.speed import ROOT, TRAINED, Row, _row, to_table

LENGTHS = (500, 5_000, 50_000)


def run_command(inputs: Path, output: Path, *options: str, watch: bool = False) -> tuple[float, float]:
    """Seconds of one run and, where watched, its greatest memory in megabytes."""
    command = [sys.executable, "-m", "cli", "batch", str(inputs), "-o", str(output), "--quiet", *options]
    begin = time.perf_counter()
    most = 0.0
    with subprocess.Popen(command, cwd=ROOT) as process:
        while watch and process.poll() is None:
            most = max(most, sum(map(memory_of, family_of(process.pid))))
            time.sleep(0.25)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} left with status {process.returncode}")
    return time.perf_counter() - begin, most


def family_of(pid: int) -> list[int]:
    """A process and all that come of it, on Linux."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        parents.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def memory_of(pid: int) -> float:
    """Memory of a process in megabytes, of what it shares its share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def measure_runs(folder: Path, count: int, rounds: int, output: Path) -> Iterator[Row]:
    """Runs of every engine over the same articles, and what plain extraction and spaCy take for them."""
    texts = list(make_articles(count))
    options = {
        "1 worker": ("--workers", "1"),
        "2 workers": ("--workers", "2"),
        "dask, 2 workers": ("--engine", "dask", "--workers", "2"),
    }
    times: dict[str, list[float]] = {}
    for turn in range(rounds):
        names = [*options][turn % 3 :] + [*options][: turn % 3]
        for name in names:
            shutil.rmtree(output, ignore_errors=True)
            times.setdefault(name, []).append(run_command(folder, output, *options[name])[0])
        times.setdefault("resume", []).append(run_command(folder, output, *options["2 workers"])[0])
        times.setdefault("plain", []).append(clock_plain(folder))
        times.setdefault("tokenizer", []).append(clock_tokenizer(texts))

    def ratio(what: str, over: str, under: str, note: str = "") -> Row:
        each = [a / b for a, b in zip(times[over], times[under], strict=True)]
        return _row(what, "x", min(times[over]) / min(times[under]), each, note)

    for name in options:
        yield _row(f"articles a second, {name}", "1/s", count / min(times[name]), [count / t for t in times[name]])
    yield ratio("speed of 2 workers over 1", "1 worker", "2 workers", f"{count:,} articles, start and end counted in")
    yield ratio("time of a run, 1 worker, over plain extraction", "1 worker", "plain", "a loop that writes no file")
    yield ratio("time of plain extraction over one pass of spaCy's tokenizer", "plain", "tokenizer")
    yield ratio("time of a run, 2 workers, over one pass of spaCy's tokenizer", "2 workers", "tokenizer")
    yield ratio("speed of dask over processes, 2 workers each", "2 workers", "dask, 2 workers")
    yield ratio("time of a run with nothing left to do over the whole", "resume", "2 workers", "cost of resuming")
    trained = clock_trained(texts[: max(20, count // 20)])
    if trained:
        each = trained / (min(times["2 workers"]) / count)
        yield Row("speed over the trained small pipeline, n_process=2", "x", each, each, each, each)


def _own(code: str) -> float:
    """Seconds that a piece of Python tells of itself, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def clock_plain(folder: Path) -> float:
    """Seconds of extracting every article in a loop, import and load counted in."""
    return _own(f"""
import time
begin = time.perf_counter()
from extract.pipeline import Extractor
from extract.sources.files import read_inputs
extractor = Extractor()
size = sum(len(extractor.extract_item(item).to_json()) for item in read_inputs([{str(folder)!r}]))
print(time.perf_counter() - begin)
""")


def clock_tokenizer(texts: Sequence[str]) -> float:
    """Seconds of one pass of spaCy's blank English tokenizer over texts that it has not seen."""
    import spacy

    nlp = spacy.blank("en")
    begin = time.perf_counter()
    for text in texts:
        nlp.make_doc(text)
    return time.perf_counter() - begin


def clock_trained(texts: Sequence[str]) -> float | None:
    """Seconds an article of the trained small pipeline on two processes, loading not counted in; None without it."""
    import importlib.util

    if importlib.util.find_spec(TRAINED) is None:
        return None
    nlp = importlib.import_module(TRAINED).load()
    begin = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=2):
        pass
    return (time.perf_counter() - begin) / len(texts)


def measure_memory(base: Path, few: int, many: int) -> Iterator[Row]:
    """Greatest memory of runs over few and many articles, and of the many how long they take."""
    sizes = []
    for count in (few, many):
        folder = write_articles(base / f"m{count}", count)
        seconds, size = run_command(folder, base / f"out{count}", "--workers", "2", watch=True)
        sizes.append(size)
        yield Row(
            f"memory of a run over {count:,} articles, 2 workers", "MB", *[size] * 4, f"{count / seconds:.0f} a second"
        )
        shutil.rmtree(folder)
    share = sizes[1] / sizes[0]
    yield Row(f"memory at {many:,} over {few:,} articles", "x", *[share] * 4)


def measure_lengths(rounds: int) -> Iterator[Row]:
    """Cost of an article of 500, 5,000 and 50,000 words, by the word."""
    from extract.pipeline import Extractor

    extractor = Extractor()
    costs: dict[int, list[float]] = {}
    texts = {length: make_long(length) for length in LENGTHS}
    for turn in range(rounds + 1):
        for length, text in texts.items():
            times = max(1, 10_000 // length)
            begin = time.perf_counter()
            for _ in range(times):
                extractor.extract_text(text)
            if turn:
                costs.setdefault(length, []).append((time.perf_counter() - begin) / times / len(text.split()) * 1e6)
    for length in LENGTHS:
        yield _row(f"cost of a word in articles of {length:,}", "µs", min(costs[length]), costs[length])
    each = [a / b for a, b in zip(costs[LENGTHS[-1]], costs[LENGTHS[0]], strict=True)]
    yield _row(
        f"cost of a word in {LENGTHS[-1]:,} over {LENGTHS[0]:,}",
        "x",
        min(costs[LENGTHS[-1]]) / min(costs[LENGTHS[0]]),
        each,
        "1 is linear",
    )


def main(arguments: Sequence[str] | None = None) -> list[Row]:
    """Measure, print the table, give its rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.archives", description="Measures peelback batch.")
    parser.add_argument("--articles", type=int, default=2000, help="of the runs that are compared (default 2000)")
    parser.add_argument("--rounds", type=int, default=3, help="of those runs (default 3)")
    parser.add_argument("--few", type=int, default=2000, help="articles of the smaller run for memory (default 2000)")
    parser.add_argument("--many", type=int, default=20_000, help="of the larger (default 20000)")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        folder = write_articles(base / "in", options.articles)
        rows = [
            *measure_runs(folder, options.articles, options.rounds, base / "out"),
            *measure_memory(base, options.few, options.many),
            *measure_lengths(options.rounds),
        ]
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else to_table(rows))
    return rows


if __name__ == "__main__":
    main()
