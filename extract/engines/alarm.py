"""An end to what takes too long, inside the process that does it."""

from __future__ import annotations

import ctypes
import signal
import threading
from types import FrameType, TracebackType
from typing import Any


class TooLong(BaseException):
    """An article took longer than it may; no `Exception`, so that nothing that catches errors swallows it."""


class Alarm:
    """Raises `TooLong` in its block when the time is over: by a signal in the main thread, else from a thread.

    Python code and regular expressions are stopped so; a library that never comes back is left to the engine.

    Args:
        seconds: How long the block may take; 0 for as long as it likes.

    Example:
        >>> with Alarm(60):
        ...     1 + 1
        2
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.by_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        self.timer: threading.Timer | None = None
        self.lock = threading.Lock()
        self.before: Any = None

    def __enter__(self) -> Alarm:
        if not self.seconds:
            return self
        if self.by_signal:
            self.before = signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self.seconds)
        else:
            self.timer = threading.Timer(self.seconds, self._throw, (threading.get_ident(),))
            self.timer.daemon = True
            self.timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.seconds:
            return
        if self.by_signal:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self.before)
            return
        with self.lock:
            if self.timer:
                self.timer.cancel()
                self.timer = None

    def _ring(self, number: int, frame: FrameType | None) -> None:
        raise TooLong

    def _throw(self, thread: int) -> None:
        with self.lock:
            if self.timer:  # the block has not ended
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLong))
