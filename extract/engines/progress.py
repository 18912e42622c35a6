"""What is seen of a run: a bar on a terminal, plain lines elsewhere, JSON lines for programs, or nothing.

Everything goes to standard error; standard output stays free for data.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from extract.engines.run import Figures
from extract.errors import Failure

Form = Literal["bar", "plain", "json", "quiet"]
EVERY = 5.0
"""Seconds between two plain lines."""


class Measure(Protocol):
    """How far the sources are."""

    read: int
    size: int | None


class Watcher:
    """Shows a run while it goes on and sums it up at its end.

    Args:
        form: How.
        measure: Bytes of the inputs read so far, and of all of them once they are known.
        console: Where to, by default standard error.
    """

    def __init__(self, form: Form, measure: Measure, console: Console | None = None) -> None:
        self.form = form
        self.measure = measure
        self.console = console or Console(stderr=True)
        self.told = time.monotonic()
        self.bar: Progress | None = None
        self.task = TaskID(0)

    def __enter__(self) -> Watcher:
        if self.form == "bar":
            self.bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.percentage:>3.0f}%"),
                TimeRemainingColumn(),
                console=self.console,
                refresh_per_second=2,
            )
            self.task = self.bar.add_task("starting", total=None)
            self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self.bar:
            self.bar.stop()

    def watch(self, figures: Figures, failure: Failure | None) -> None:
        """Take one step in."""
        if failure and self.form == "json":
            self._log("failure", path=failure.path, code=failure.code, message=failure.message)
        elif failure and self.form in ("bar", "plain"):
            self._say(f"{failure.code}: {failure.path} {failure.message}")
        now = time.monotonic()
        if now - self.told < (0.5 if self.bar else EVERY):
            return
        self.told = now
        rate = figures.done / figures.seconds if figures.seconds else 0.0
        if self.bar:
            text = f"{figures.done:,} articles  {rate:.0f}/s  {figures.failures:,} failed"
            self.bar.update(self.task, description=text, completed=self.measure.read, total=self.measure.size)
        elif self.form == "plain":
            left = self._left(figures.seconds)
            told = f"{figures.done:,} articles, {rate:.0f}/s, {figures.failures:,} failed"
            self._say(told + (f", {left} left" if left else ""))
        elif self.form == "json":
            self._log("progress", done=figures.done, per_second=round(rate, 1), failures=figures.failures,
                      bytes_read=self.measure.read, bytes=self.measure.size)  # fmt: skip

    def _say(self, line: str) -> None:
        """One line, however long."""
        self.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _left(self, seconds: float) -> str:
        size, read = self.measure.size, self.measure.read
        return str(timedelta(seconds=round(seconds * (size - read) / read))) if size and read else ""

    def _log(self, event: str, **values: Any) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **values}
        sys.stderr.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n")
        sys.stderr.flush()

    def sum_up(self, figures: Figures) -> None:
        """Say what the run made."""
        if self.form == "quiet":
            return
        if self.form == "json":
            self._log("finished", inputs=figures.inputs, records=figures.records, failures=figures.failures,
                      duplicates=figures.duplicates, done_before=figures.resumed,
                      seconds=round(figures.seconds, 3))  # fmt: skip
            return
        self.console.print(_summary(figures), width=None if self.console.is_terminal else 4096)


def _summary(figures: Figures) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    done = figures.inputs - figures.resumed
    rate = f"{done / figures.seconds:.0f} a second" if figures.seconds else ""
    table.add_row("articles", f"{figures.inputs:,}", f"{figures.resumed:,} done before; {rate}")
    table.add_row("records", f"{figures.records:,}")
    for name, count in figures.fields.items():
        table.add_row(f"  {name.replace('_', ' ')}", f"{count:,}")
    table.add_row("duplicates", f"{figures.duplicates:,}")
    if figures.skipped:
        table.add_row("left out", f"{figures.skipped:,}", "files of other kinds")
    table.add_row("failures", f"{figures.failures:,}")
    for code, count in sorted(figures.codes.items()):
        table.add_row(f"  {code}", f"{count:,}")
    for number, (seconds, path) in enumerate(figures.slowest):
        table.add_row("" if number else "slowest", f"{seconds:.2f} s", escape(path))
    return table
