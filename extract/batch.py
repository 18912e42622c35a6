"""The commands over archives: what was asked for becomes sources, an engine, a run, tables and a summary."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from extract import errors
from extract.engines.engine import Engine, Orders
from extract.engines.progress import Form, Watcher
from extract.engines.run import FILES, RECORDS, RUN, Figures, run_batch
from extract.errors import ConfigError, EngineError
from extract.sources.archives import Archives, measure
from extract.sources.limits import Choice, Meter
from extract.sources.remote import is_address, open_file_system

EngineName = Literal["inline", "processes", "dask"]
LogFormat = Literal["text", "json"]


@dataclass(frozen=True)
class Request:
    """What a run is asked for.

    Args:
        inputs: Files, folders, addresses, or `-` for a list of them on standard input.
        output: Folder or address to write to.
        choice: What is taken of the inputs.
        orders: What holds for every article.
        engine: Name of the engine.
        workers: How many work at once.
        scheduler: Address of a Dask scheduler, or None for workers of our own.
        to: Formats of the tables that are written besides the records.
        restart: Forget what earlier runs did.
        quiet: Say nothing but errors.
        log_format: `text`, or `json` for lines that programs read.
    """

    inputs: Sequence[str]
    output: str
    choice: Choice = field(default_factory=Choice)
    orders: Orders = field(default_factory=Orders)
    engine: str = "processes"
    workers: int | None = None
    scheduler: str | None = None
    to: Sequence[str] = ()
    restart: bool = False
    quiet: bool = False
    log_format: str = "text"


def run(request: Request) -> Figures:
    """Do a run and show it.

    Returns:
        What it counted.

    Raises:
        ConfigError: E201 or E202 for an option or a gazetteer that cannot be used.
        EngineError: E403 to E406; what was done is kept.
    """
    form = _form(request)
    formats = split_formats(request.to)
    meter = Meter()
    workers = request.workers or usable_cores()
    engine = make_engine(request, workers)
    output = local_folder(request.output)
    facts = {
        "inputs": list(request.inputs),
        "engine": request.engine,
        "workers": workers if request.engine != "inline" else 1,
        "include": request.choice.include,
        "exclude": request.choice.exclude,
        "timeout": request.orders.timeout,
    }
    if form != "quiet":
        threading.Thread(target=measure, args=(request.inputs, meter), daemon=True).start()
    items = Archives(request.choice, meter).read(request.inputs)
    with _ended_by_term(), Watcher(form, meter) as watcher:
        figures = run_batch(
            items,
            output,
            request.orders,
            engine,
            restart=request.restart,
            facts=facts,
            skipped=lambda: meter.skipped,
            watch=watcher.watch,
        )
        tables = _export(output, formats) if formats else []
        _publish(output, request.output, [*tables, *(output / name for name in FILES)])
    watcher.sum_up(figures)
    return figures


def export(output: str, formats: Sequence[str]) -> list[str]:
    """Tables of a finished run.

    Args:
        output: Its folder or address.
        formats: Of `csv`, `parquet`, `duckdb`.

    Returns:
        The files written.

    Raises:
        ConfigError: E201 for another format, E202 without DuckDB.
        EngineError: E403 where they cannot be written, E407 where no run has finished.
    """
    names = split_formats(formats)
    folder = local_folder(output)
    if is_address(output):
        _collect(output, folder)
    if not (folder / RUN).is_file():
        raise EngineError("E407", errors.E407, output)
    written = _export(folder, names)
    _publish(folder, output, written)
    return [os.path.join(output, path.relative_to(folder)) for path in written]


def _export(folder: Path, names: list[str]) -> list[Path]:
    from extract.engines.journal import writing
    from extract.sinks.tables import write_tables

    with writing(str(folder)):
        return write_tables(folder, names)


def local_folder(output: str) -> Path:
    """Where a run keeps its journal and makes its files: its folder, or for an address one of the user's cache."""
    if not is_address(output):
        return Path(output)
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    name = hashlib.sha256(output.rstrip("/").encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Path(cache) / "peelback" / name


def _publish(folder: Path, output: str, files: Sequence[Path]) -> None:
    """Copy files to an address, in their order."""
    if not is_address(output):
        return
    system, base = open_file_system(output)
    try:
        for path in files:
            where = f"{base.rstrip('/')}/{path.relative_to(folder).as_posix()}"
            system.makedirs(where.rpartition("/")[0], exist_ok=True)
            system.put_file(str(path), where)
    except OSError as error:
        raise EngineError("E403", errors.E403.format(reason=error.strerror or str(error)), output) from None


def _collect(output: str, folder: Path) -> None:
    """Bring the records of a run at an address here, where they are not."""
    system, base = open_file_system(output)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name in (RECORDS, RUN):
            if not (folder / name).exists() and system.exists(f"{base.rstrip('/')}/{name}"):
                system.get_file(f"{base.rstrip('/')}/{name}", str(folder / name))
    except OSError as error:
        raise EngineError("E403", errors.E403.format(reason=error.strerror or str(error)), output) from None


def split_formats(given: Sequence[str]) -> list[str]:
    """Names of formats, each once, as they were given apart or parted by commas.

    Raises:
        ConfigError: E201 for a name that is none.

    Example:
        >>> split_formats(["csv,parquet", "csv"])
        ['csv', 'parquet']
    """
    from extract.sinks.tables import FORMATS

    names = [name.strip().lower() for one in given for name in one.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            valid = ", ".join(FORMATS)
            raise ConfigError("E201", errors.E201.format(value=repr(name), what="format of tables", valid=valid))
    return list(dict.fromkeys(names))


def make_engine(request: Request, workers: int) -> Engine:
    """The engine of a request.

    Raises:
        ConfigError: E201 for a name that is none, E202 for options that do not go together or a library not there.
    """
    if request.engine not in get_args(EngineName):
        valid = ", ".join(get_args(EngineName))
        raise ConfigError("E201", errors.E201.format(value=repr(request.engine), what="engine", valid=valid))
    if request.scheduler and request.engine != "dask":
        raise ConfigError("E202", errors.E202.format(place="--scheduler", reason="it goes with --engine dask"))
    if request.engine == "inline":
        from extract.engines.inline import Inline

        return Inline(request.orders)
    if request.engine == "processes":
        from extract.engines.processes import Processes

        return Processes(request.orders, workers)
    from extract.engines.dask import Dask

    return Dask(request.orders, workers, scheduler=request.scheduler)


def usable_cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _form(request: Request) -> Form:
    if request.log_format not in get_args(LogFormat):
        valid = ", ".join(get_args(LogFormat))
        raise ConfigError("E201", errors.E201.format(value=repr(request.log_format), what="log format", valid=valid))
    if request.quiet:
        return "quiet"
    if request.log_format == "json":
        return "json"
    return "bar" if sys.stderr.isatty() else "plain"


@contextmanager
def _ended_by_term() -> Iterator[None]:
    """A scheduler's polite end is taken like Ctrl-C: workers go, what was done stays."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
