"""Tasks that end or hold up the worker that loads them, as a broken library would."""

import os
import signal
import time

from extract.engines.engine import Task


class Deadly(Task):
    """Ends its worker."""

    def load(self, max_bytes):
        os.kill(os.getpid(), signal.SIGKILL)


class Stuck(Task):
    """Never comes back, and hears no signal."""

    def load(self, max_bytes):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(600)


class Slow(Task):
    """Takes too long in Python, where it can be stopped."""

    def load(self, max_bytes):
        while True:
            time.sleep(0.01)
