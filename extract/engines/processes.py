"""Articles in processes of their own: a pool of one process for each place, so that a death is told from its place.

A worker that dies or hangs is replaced. The article it had in hand is tried again alone, and becomes a failure when
that ends the same way; the others of its chunk are done again. A worker is renewed after so many articles, as spaCy's
vocabulary grows with every new word.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING, Any

from extract import errors
from extract.engines.engine import GRACE, RENEW, Orders, Result, Task, chunk
from extract.engines.lines import fail
from extract.errors import EngineError, Failure

if TYPE_CHECKING:
    from extract.engines.worker import Worker

CHUNK = 16
AHEAD = 2
"""Chunks that a place holds: one in hand and one waiting."""
TRIES = 3
"""Deaths of a worker over the same article, the last two times alone, until it is a failure."""

_worker: Worker | None = None
_IDLE = -1.0


class Processes:
    """Runs tasks in worker processes.

    Args:
        orders: What holds for every article.
        workers: How many processes.
        renew: Articles after which a worker is renewed.
    """

    def __init__(self, orders: Orders, workers: int, *, renew: int = RENEW) -> None:
        self.orders = orders
        self.places = [_Place(orders) for _ in range(workers)]
        self.renew = renew
        self.again: deque[list[Task]] = deque()
        self.deaths: dict[int, int] = {}
        self.deaths_in_a_row = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Result]]:
        """Results in chunks, as they are ready."""
        chunks = chunk(tasks, most=CHUNK)
        try:
            while True:
                self._fill(chunks)
                jobs = {job: place for place in self.places for job in place.jobs}
                if not jobs:
                    return
                done, _ = wait(jobs, timeout=1.0, return_when=FIRST_COMPLETED)
                for job in done:
                    place = jobs[job]
                    if job not in place.jobs:  # its place was emptied just now
                        continue
                    if isinstance(job.exception(), BrokenProcessPool):
                        yield self._bury(place, late=False)
                        continue
                    place.jobs.pop(job)
                    self.deaths_in_a_row = 0
                    yield job.result()
                for place in self.places:
                    if place.late():
                        yield self._bury(place, late=True)
        finally:
            for place in self.places:
                place.kill()

    def _fill(self, chunks: Iterator[list[Task]]) -> None:
        """Give every place with room a chunk: what is to be done again first."""
        for depth in range(1, AHEAD + 1):
            for place in self.places:
                if len(place.jobs) >= depth:
                    continue
                part = self.again.popleft() if self.again else next(chunks, None)
                if part is None:
                    return
                if place.done and place.done + len(part) > self.renew:
                    if place.jobs:
                        self.again.appendleft(part)  # the place is to be emptied first
                        continue
                    place.renew()
                place.submit(part)

    def _bury(self, place: _Place, *, late: bool) -> list[Result]:
        """Replace a worker; queue again what it held, and fail the article that has ended too many workers."""
        self.deaths_in_a_row += 1
        if self.deaths_in_a_row > TRIES * (len(self.places) + 1):
            raise EngineError("E406", errors.E406.format(reason="each ends before its first article is done"))
        number = place.in_hand
        held = list(place.jobs.values())
        place.kill()
        failed: list[Result] = []
        for part in reversed(held):
            at = next((at for at, task in enumerate(part) if task.number == number), None)
            if at is None:
                self.again.appendleft(part)
                continue
            culprit = part[at]
            parts = [part[:at], [], part[at + 1 :]]
            self.deaths[number] = self.deaths.get(number, 0) + 1
            if late or self.deaths[number] >= TRIES:
                failed.append(self._fail(culprit, late))
                self.deaths_in_a_row = 0
            else:
                parts[1] = [culprit]
            self.again.extendleft(piece for piece in reversed(parts) if piece)
        return failed

    def _fail(self, task: Task, late: bool) -> Result:
        code = "E402" if late else "E401"
        told = errors.E402.format(seconds=self.orders.timeout) if late else errors.E401.format(times=TRIES)
        return fail(task.number, Failure(task.item.path, code, told))


class _Place:
    """One worker process and what it holds."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.jobs: dict[Future[list[Result]], list[Task]] = {}
        self.pool: ProcessPoolExecutor | None = None
        self.state: Any = None
        self.processes: list[Any] = []
        self.done = 0

    def submit(self, part: list[Task]) -> None:
        """Hand a chunk to the worker, which starts with its first."""
        if self.pool is None:
            with _deaf_to_interrupts():  # until it is known which process is to be ended
                before = set(multiprocessing.active_children())
                self._start(part)
                self.processes = [one for one in multiprocessing.active_children() if one not in before]
        else:
            self._submit(self.pool, part)
        self.done += len(part)

    def _start(self, part: list[Task]) -> None:
        context = _context()
        self.state = context.RawArray("d", (_IDLE, _IDLE, _IDLE))  # number in hand, since when, process
        self.pool = ProcessPoolExecutor(1, context, _start, (self.orders, self.state))
        self.done = 0
        self._submit(self.pool, part)

    def _submit(self, pool: ProcessPoolExecutor, part: list[Task]) -> None:
        try:
            self.jobs[pool.submit(_run, part)] = part
        except BrokenProcessPool as error:  # died while it was idle
            future: Future[list[Result]] = Future()
            future.set_exception(error)
            self.jobs[future] = part

    @property
    def in_hand(self) -> int:
        """Number of the task that the worker does, or -1."""
        return int(self.state[0]) if self.state is not None else -1

    def late(self) -> bool:
        """Whether the article in hand is long over its time."""
        if not self.jobs or not self.orders.timeout or self.state is None or self.state[0] == _IDLE:
            return False
        return bool(time.monotonic() - self.state[1] > self.orders.timeout + GRACE)

    def renew(self) -> None:
        """Let the worker go; the next chunk starts another."""
        if self.pool:
            self.pool.shutdown(wait=False)
        self.pool, self.processes, self.done = None, [], 0

    def kill(self) -> None:
        """End the worker at once."""
        self.jobs.clear()
        if self.pool is None:
            return
        for process in self.processes:
            process.kill()
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool, self.processes = None, []


def _context() -> Any:
    """Processes forked from one that has imported everything and runs no thread, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.engines.worker"])
    return context


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; those begun here leave it to the one that began them.

    It is held back and not ignored, so that one that comes just now is heard afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else it is started within, and ends the holding back
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(orders: Orders, state: Any) -> None:
    """In the worker: load the pipeline; end when the run ends, however that is."""
    from extract.engines.worker import Worker

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    state[2] = os.getpid()

    def mark(number: int) -> None:
        state[1] = time.monotonic()
        state[0] = number

    global _worker
    _worker = Worker(orders, mark)


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _run(part: list[Task]) -> list[Result]:
    """In the worker: do a chunk."""
    assert _worker is not None
    return _worker.run(part)
