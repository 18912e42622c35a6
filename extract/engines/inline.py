"""The engine that needs nothing: every article in this process, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.engines.engine import Orders, Result, Task


class Inline:
    """Runs tasks here.

    Args:
        orders: What holds for every article.
    """

    def __init__(self, orders: Orders) -> None:
        self.orders = orders

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Result]]:
        """Results in the order of the tasks."""
        from extract.engines.worker import Renewed

        worker = Renewed(self.orders)
        for task in tasks:
            yield worker.run([task])
