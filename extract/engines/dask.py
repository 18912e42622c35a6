"""Articles on Dask: workers of our own on this machine, or those of a cluster that is already there.

Chunks travel with their bytes, so that workers need not see the files. A worker that dies is replaced by Dask, and its
chunk is done again; a chunk that ends too many workers is done again article by article, and the one that does it
becomes a failure.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from extract import errors
from extract.engines.engine import GRACE, Orders, Result, Task, chunk
from extract.engines.lines import fail
from extract.errors import ConfigError, EngineError, Failure, PeelbackError

if TYPE_CHECKING:
    from extract.engines.worker import Renewed

CHUNK = 32
AHEAD = 3
"""Chunks under way for each worker."""
TRIES = 3
"""Workers that a chunk may end before it is taken apart."""
CONNECT = "20s"
"""How long a scheduler may take to answer."""
PATIENCE = 120.0
"""Seconds that a run waits for a first or another worker."""

_workers: dict[tuple[Orders, int], Renewed] = {}


class Dask:
    """Runs tasks on Dask.

    Args:
        orders: What holds for every article.
        workers: How many, where they are our own.
        scheduler: Address of a scheduler, or None for workers of our own.

    Raises:
        ConfigError: E202 where Dask is not installed.
    """

    def __init__(self, orders: Orders, workers: int, *, scheduler: str | None = None) -> None:
        try:
            import distributed  # noqa: F401 - it is needed later; say so before anything is read
        except ImportError:
            reason = "Dask is not installed; install peelback[dask]"
            raise ConfigError("E202", errors.E202.format(place="--engine dask", reason=reason)) from None
        self.orders = orders
        self.workers = workers
        self.scheduler = scheduler
        self.again: deque[list[Task]] = deque()
        self.suspects: deque[Task] = deque()
        self.apart: Any = None
        self.held: dict[Any, list[Task]] = {}
        self.alone: float | None = None
        self.asked = float("-inf")
        self.ready: queue.Queue[Any] = queue.Queue()

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Result]]:
        """Results in chunks, as they are ready."""
        import distributed

        parts = chunk(tasks, most=CHUNK)
        first = next(parts, None)
        if first is None:
            return
        self.again.append(first)
        with contextlib.ExitStack() as stack:
            client = self._connect(distributed, stack)
            stack.callback(self._cancel, client)
            while True:
                self._fill(client, parts)
                if not self.held:
                    return
                try:
                    future = self.ready.get(timeout=1.0)
                except queue.Empty:
                    self._attend(client)
                    continue
                if future in self.held:
                    yield self._take(future, distributed)

    def _connect(self, distributed: Any, stack: contextlib.ExitStack) -> Any:
        """A client of the scheduler that is there, or of one that is started; the stack ends them."""
        for name in ("distributed", "distributed.worker", "distributed.nanny", "distributed.scheduler"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # deaths of workers are told in our own words
        try:
            where = self.scheduler or stack.enter_context(self._start(distributed))
            return stack.enter_context(distributed.Client(where, timeout=CONNECT, set_as_default=False))
        except (OSError, TimeoutError, ValueError) as error:
            reason = f"{self.scheduler or 'on this machine'}: {error}"
            raise EngineError("E406", errors.E406.format(reason=reason)) from None

    def _start(self, distributed: Any) -> Any:
        import dask

        dask.config.set({"distributed.scheduler.allowed-failures": TRIES - 1})
        return distributed.LocalCluster(
            n_workers=self.workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # else it warns where another has its usual port
            host="127.0.0.1",
            silence_logs=logging.CRITICAL,
        )

    def _count(self, client: Any) -> int:
        """How many threads work by now; a scheduler is asked every few seconds, as workers come and go."""
        if self.scheduler and time.monotonic() - self.asked > 5:
            self.asked = time.monotonic()
            self.workers = sum(client.nthreads().values())
        return max(1, self.workers)

    def _fill(self, client: Any, parts: Iterator[list[Task]]) -> None:
        """Give the cluster enough to do; a suspect is tried when nothing else is under way.

        A scheduler blames every task that a worker had when it died, so one that shared a worker with the culprit
        can have as many deaths to its name.
        """
        if self.suspects or self.apart in self.held:
            if not self.held:
                self.apart = self._submit(client, [self.suspects.popleft()])
            return
        while len(self.held) < AHEAD * self._count(client) and (part := self._next(parts)) is not None:
            self._submit(client, part)

    def _next(self, parts: Iterator[list[Task]]) -> list[Task] | None:
        return self.again.popleft() if self.again else next(parts, None)

    def _submit(self, client: Any, part: list[Task]) -> Any:
        future = client.submit(run_chunk, self.orders, part, pure=False, retries=0)
        self.held[future] = part
        future.add_done_callback(self.ready.put)
        return future

    def _take(self, future: Any, distributed: Any) -> list[Result]:
        """The results of a chunk; none where it is to be done again."""
        part = self.held.pop(future)
        if future.status == "finished":
            try:
                results: list[Result] = future.result()
            except (OSError, distributed.CancelledError):  # its worker went while the results were fetched
                self.again.appendleft(part)
                return []
            finally:
                future.release()
            return results
        error = future.exception() if future.status == "error" else None
        future.release()
        if error is None or isinstance(error, distributed.CancelledError):
            self.again.appendleft(part)
        elif isinstance(error, distributed.KilledWorker):
            if len(part) == 1 and future is not self.apart:
                self.suspects.append(part[0])
            elif len(part) == 1:
                failure = Failure(part[0].item.path, "E401", errors.E401.format(times=TRIES))
                return [fail(part[0].number, failure)]
            else:
                self.again.extendleft([task] for task in reversed(part))
        elif isinstance(error, PeelbackError):
            raise error
        else:
            raise EngineError("E406", errors.E406.format(reason=f"{type(error).__name__}: {error}"[:300]))
        return []

    def _attend(self, client: Any) -> None:
        """End a run that has had no worker for so long that none will come."""
        if client.nthreads():
            self.alone = None
            return
        self.alone = self.alone or time.monotonic()
        if time.monotonic() - self.alone > PATIENCE:
            raise EngineError("E406", errors.E406.format(reason=f"the scheduler has had none for {PATIENCE:.0f} s"))

    def _cancel(self, client: Any) -> None:
        with contextlib.suppress(Exception):  # the run is over, whatever the cluster says
            client.cancel(list(self.held))


def run_chunk(orders: Orders, part: list[Task]) -> list[Result]:
    """In a worker: do a chunk, with a pipeline that is loaded once for each thread."""
    from extract.engines.worker import Renewed

    key = (orders, threading.get_ident())
    worker = _workers.get(key)
    if worker is None:
        worker = _workers[key] = Renewed(orders, Guard(orders.timeout).mark if orders.timeout else None)
    return worker.run(part)


class Guard:
    """Ends this process when an article is in hand for too long and nothing else has ended it.

    Args:
        timeout: Seconds that an article may take; it gets some more.
    """

    def __init__(self, timeout: float) -> None:
        self.timeout = timeout
        self.since: float | None = None
        threading.Thread(target=self._watch, daemon=True).start()

    def mark(self, number: int) -> None:
        """Take in that an article is begun, or with -1 that none is in hand."""
        self.since = None if number < 0 else time.monotonic()

    def _watch(self) -> None:
        while True:
            time.sleep(1.0)
            since = self.since
            if since is not None and time.monotonic() - since > self.timeout + GRACE:
                os._exit(1)
