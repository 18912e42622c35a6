"""The one place where an engine meets the pipeline: an item in, a compressed line of JSON out."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from extract import errors
from extract.engines.alarm import Alarm, TooLong
from extract.engines.engine import COUNTED, RENEW, Orders, Result, Task
from extract.engines.lines import fail, pack
from extract.errors import Failure, InputError, PeelbackError
from extract.loading import load_extractor
from models import Record


class Worker:
    """Does tasks, one after the other; whatever an article does, it gives a record or a failure.

    Args:
        orders: What holds for every article.
        mark: Called with the number of each task before it is begun, and with -1 when none is in hand.
    """

    def __init__(self, orders: Orders, mark: Callable[[int], None] = lambda _: None) -> None:
        self.orders = orders
        self.mark = mark
        self.alarm = Alarm(orders.timeout)
        self.extractor = load_extractor(orders.data)

    def run(self, tasks: list[Task]) -> list[Result]:
        """Results of some tasks, in their order."""
        results = [self.do(task) for task in tasks]
        self.mark(-1)
        return results

    def do(self, task: Task) -> Result:
        """The result of one task."""
        self.mark(task.number)
        begin = time.perf_counter()
        path = task.item.path
        result: Record | Failure
        try:
            with self.alarm:
                result = self._extract(task)
                if isinstance(result, Record):
                    line = result.to_json()
        except TooLong:
            result = Failure(path, "E402", errors.E402.format(seconds=self.orders.timeout))
        except PeelbackError as error:
            result = Failure.of(error, path)
        except Exception as error:
            result = Failure(path, "E110", errors.E110.format(reason=f"{type(error).__name__}: {error}"[:200]))
        seconds = time.perf_counter() - begin
        if isinstance(result, Failure):
            return fail(task.number, result, seconds)
        counts = tuple(len(getattr(result, name)) for name in COUNTED)
        return Result(
            task.number, "", pack(line), bytes.fromhex(result.source.text_sha256[:32]), counts, round(seconds, 6)
        )

    def _extract(self, task: Task) -> Record | Failure:
        item = task.load(self.orders.max_bytes)
        document = self.extractor.read(item)
        size, limit = len(document.text), self.orders.max_chars
        if size > limit:
            raise InputError("E121", errors.E121.format(size=size, limit=limit), item.path)
        return self.extractor.extract(document)


class Renewed:
    """A worker in a process that stays: after so many articles its pipeline is loaded anew.

    Args:
        orders: What holds for every article.
        mark: As for `Worker`.
        renew: Articles after which that is.
    """

    def __init__(self, orders: Orders, mark: Callable[[int], None] | None = None, *, renew: int = RENEW) -> None:
        self.orders = orders
        self.mark = mark or (lambda _: None)
        self.renew = renew
        self.done = 0
        self.worker: Worker | None = None

    def run(self, tasks: list[Task]) -> list[Result]:
        """Results of some tasks, in their order."""
        if self.worker is not None and self.done + len(tasks) > self.renew:
            self.worker, self.done = None, 0
            gc.unfreeze()
            gc.collect()  # the old pipeline goes before the new one comes
        if self.worker is None:
            self.worker = Worker(self.orders, self.mark)
        self.done += len(tasks)
        return self.worker.run(tasks)
