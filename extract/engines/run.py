"""One run over archives: inputs in, a folder of records, failures and figures out.

Enters a stream of items and an engine; leaves files that are the same bytes whatever the engine, the number of workers
and the number of times the run was stopped and begun again.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import extract
from extract.engines.engine import COUNTED, Engine, Orders, Result, Task
from extract.engines.journal import Journal, writing
from extract.engines.lines import failure_line, pack, unpack
from extract.errors import Failure
from extract.gazetteers import DATA, load_gazetteers
from extract.sinks.atomic import Written, replace_file
from extract.sources.files import Item

RECORDS, FAILURES, DUPLICATES, RUN = "records.jsonl", "failures.jsonl", "duplicates.jsonl", "run.json"
FILES = (RECORDS, FAILURES, DUPLICATES, RUN)
SLOWEST = 5


@dataclass
class Figures:
    """What a run counts.

    Args:
        inputs: Articles found, those that failed and copies among them.
        done: Inputs that have an outcome by now.
        resumed: Articles that an earlier run had done.
        records: Records written.
        failures: Inputs that failed.
        duplicates: Articles whose text came before.
        skipped: Files and members that were left out for their names.
        fields: Rows of each field.
        codes: Failures by code.
        slowest: Seconds and path of the slowest articles, the slowest first.
        started: When the run began.
        finished: When its files were complete, or None.
        files: Lines and digest of each file.
    """

    inputs: int = 0
    done: int = 0
    resumed: int = 0
    records: int = 0
    failures: int = 0
    duplicates: int = 0
    skipped: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    finished: datetime | None = None
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """How long the run has lasted, or lasted."""
        return ((self.finished or datetime.now(UTC)) - self.started).total_seconds()


def describe_settings(orders: Orders) -> dict[str, str]:
    """What the outcome of an article depends on, besides the article.

    Returns:
        Version, digest of the rules and lists, digest of the user's lists, limits.

    Raises:
        ConfigError: E201 and E202 for a gazetteer that cannot be used.
    """
    load_gazetteers(orders.data)
    code = Path(extract.__file__).parent
    rules = [
        *code.rglob("*.py"),
        *code.parent.joinpath("models").glob("*.py"),
        *DATA.rglob("*.csv"),
        *DATA.rglob("*.toml"),
        *DATA.rglob("*.json"),
    ]
    return {
        "version": extract.__version__,
        "rules": _digest(code.parent, rules),
        "data": _digest(orders.data, orders.data.rglob("*")) if orders.data else "",
        "max_bytes": str(orders.max_bytes),
        "max_chars": str(orders.max_chars),
    }


def _digest(base: Path, files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(set(files)):
        if path.is_file():
            whole.update(path.relative_to(base).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def run_batch(
    items: Iterable[Item | Failure],
    output: Path,
    orders: Orders,
    engine: Engine,
    *,
    restart: bool = False,
    facts: dict[str, Any] | None = None,
    skipped: Callable[[], int] = lambda: 0,
    watch: Callable[[Figures, Failure | None], None] = lambda *_: None,
) -> Figures:
    """Do what is not yet done of some items, then write the files.

    Args:
        items: In their order; the order of the records.
        output: Folder to write to; it is made.
        orders: What holds for every article.
        engine: What does them.
        restart: Forget what earlier runs did.
        facts: What else `run.json` is to say: the command, the engine.
        skipped: How many files were left out so far.
        watch: Told of every step, with the failure that an input gave.

    Raises:
        ConfigError: E201 and E202 for a gazetteer that cannot be used.
        EngineError: E403 to E406; what was done is kept.
    """
    settings = describe_settings(orders)
    figures = Figures()
    journal = Journal(output, settings, restart=restart)
    try:
        for results in engine.run(_tasks(items, journal, figures, watch)):
            journal.add(results)
            figures.done += len(results)
            for result in results:
                watch(figures, _failure(result) if result.code else None)
        journal.commit()
        figures.skipped = skipped()
        _write(journal, output, figures, {"settings": settings, **(facts or {})})
    finally:
        journal.close()
    return figures


def _tasks(
    items: Iterable[Item | Failure],
    journal: Journal,
    figures: Figures,
    watch: Callable[[Figures, Failure | None], None],
) -> Iterator[Task]:
    """Tasks for what is not yet done; everything else is written down at once."""
    for number, item in enumerate(items):
        figures.inputs += 1
        if isinstance(item, Failure):
            with writing(journal.path):
                journal.refuse(number, item.path, pack(failure_line(item)))
            figures.done += 1
            figures.failures += 1
            watch(figures, item)
            continue
        item = _named(item)
        with writing(journal.path):
            state = journal.enter(number, item)
        if state == "new":
            yield Task.of(number, item)
            continue
        figures.done += 1
        if state == "done":
            figures.resumed += 1
        else:
            figures.duplicates += 1
        watch(figures, None)


def _named(item: Item) -> Item:
    """The item under a path that can be written as UTF-8."""
    try:
        item.path.encode()
    except UnicodeEncodeError:
        return replace(item, path=item.path.encode("utf-8", "replace").decode(), local=False)
    return item


def _failure(result: Result) -> Failure:
    return Failure(**json.loads(unpack(result.line)))


def _write(journal: Journal, output: Path, figures: Figures, facts: dict[str, Any]) -> None:
    """The final files, `run.json` the last of them."""
    with (
        writing(journal.path),
        replace_file(output / RECORDS) as records,
        replace_file(output / FAILURES) as failures,
        replace_file(output / DUPLICATES) as duplicates,
    ):
        for path, code, line, text, counts, seconds, given in journal.outcomes():
            first = code[1:] if code.startswith("=") else None
            if code and first is None:
                told = json.loads(unpack(line)) | {"path": path}
                figures.codes[told["code"]] += 1
                failures.write(_json(told))
                continue
            first = first or journal.first_with(text, path)
            if first is not None:
                copy: dict[str, Any] = {"path": path, "same_as": first}
                duplicates.write(_json(copy | ({"given": json.loads(given)} if given else {})))
                continue
            records.write(unpack(line))
            figures.fields.update(dict(zip(COUNTED, map(int, counts.split()), strict=True)))
            _rank(figures.slowest, seconds, path)
        _close(figures, {RECORDS: records, FAILURES: failures, DUPLICATES: duplicates})
    with writing(journal.path), replace_file(output / RUN) as run:
        run.put(json.dumps(_facts(figures, facts), indent=2, ensure_ascii=False).encode() + b"\n")


def _rank(slowest: list[tuple[float, str]], seconds: float, path: str) -> None:
    (heapq.heappush if len(slowest) < SLOWEST else heapq.heappushpop)(slowest, (seconds, path))


def _close(figures: Figures, files: dict[str, Written]) -> None:
    figures.slowest.sort(reverse=True)
    figures.records, figures.failures, figures.duplicates = (one.lines for one in files.values())
    figures.files = {name: {"lines": one.lines, "sha256": one.sha256} for name, one in files.items()}
    figures.finished = datetime.now(UTC)


def _facts(figures: Figures, facts: dict[str, Any]) -> dict[str, Any]:
    assert figures.finished is not None
    settings = json.dumps(facts["settings"], sort_keys=True).encode()
    done = figures.inputs - figures.resumed
    return {
        "version": extract.__version__,
        **facts,
        "settings_sha256": hashlib.sha256(settings).hexdigest(),
        "started": figures.started.isoformat(timespec="seconds"),
        "finished": figures.finished.isoformat(timespec="seconds"),
        "seconds": round(figures.seconds, 3),
        "per_second": round(done / figures.seconds, 2) if figures.seconds else None,
        "counts": {
            "inputs": figures.inputs,
            "records": figures.records,
            "failures": figures.failures,
            "duplicates": figures.duplicates,
            "done_before": figures.resumed,
            "skipped": figures.skipped,
        },
        "rows": {name: figures.fields[name] for name in COUNTED},
        "failures_by_code": dict(sorted(figures.codes.items())),
        "slowest": [{"path": path, "seconds": seconds} for seconds, path in figures.slowest],
        "files": figures.files,
    }


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
