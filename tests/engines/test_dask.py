import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from extract.engines import dask as engine
from extract.engines.engine import Orders
from extract.engines.inline import Inline
from extract.errors import EngineError
from tests.engines.conftest import outcomes
from tests.engines.deadly import Deadly

distributed = pytest.importorskip("distributed")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, processes of their own, as on a cluster: the address and the workers."""
    surroundings = os.environ | {"PYTHONPATH": ROOT, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2"}
    known = tmp_path / "scheduler.json"
    started = []

    def start(*arguments):
        with (tmp_path / f"{len(started)}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *arguments]
            started.append(
                subprocess.Popen(
                    command, env=surroundings, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True
                )
            )
        return started[-1]

    here = ("--host", "127.0.0.1")
    start("scheduler", *here, "--port", "0", "--dashboard-address", "127.0.0.1:0", "--scheduler-file", str(known))
    options = ("--scheduler-file", str(known), *here, "--nthreads", "1", "--no-dashboard")
    workers = [start("worker", *options, "--local-directory", str(tmp_path / str(number))) for number in range(2)]
    try:
        with distributed.Client(scheduler_file=str(known), timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield client.scheduler.address, workers, client
    finally:
        for process in started:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()


@pytest.fixture
def expected(tasks):
    return outcomes(Inline(Orders()).run(tasks))


def test_a_cluster_that_loses_a_worker_gives_the_same(cluster, tasks, expected, monkeypatch):
    address, workers, _ = cluster
    monkeypatch.setattr(engine, "CHUNK", 3)

    def stream():
        for task in tasks:
            if task.number == 30:
                os.killpg(workers[0].pid, signal.SIGKILL)
            yield task

    assert outcomes(engine.Dask(Orders(), 2, scheduler=address).run(stream())) == expected
    assert workers[0].wait() == -signal.SIGKILL
    assert workers[1].poll() is None


def test_the_article_that_ends_workers_fails_alone(cluster, tasks, expected, monkeypatch):
    address, _, _ = cluster
    monkeypatch.setattr(engine, "CHUNK", 2)
    tasks[5] = Deadly(5, tasks[5].item)
    found = outcomes(engine.Dask(Orders(), 2, scheduler=address).run(tasks[:8]))
    assert found == {number: expected[number] for number in range(8)} | {5: "E401"}


class Killed:
    """A future whose workers died, of a client that gives no other."""

    status = "error"

    def submit(self, *_, **__):
        return Killed()

    def exception(self):
        return distributed.KilledWorker("chunk", None, 3)

    def add_done_callback(self, _):
        pass

    def release(self):
        pass


def test_one_that_shared_a_worker_with_the_culprit_is_tried_apart(tasks):
    client, more = Killed(), iter([[tasks[1]]])
    run = engine.Dask(Orders(), 2)
    run.held[client] = [tasks[0]]
    assert run._take(client, distributed) == []
    run._fill(client, more)
    assert list(run.held.values()) == [[tasks[0]]]
    run._fill(client, more)
    assert len(run.held) == 1  # nothing beside it
    assert outcomes([run._take(run.apart, distributed)]) == {0: "E401"}


@pytest.mark.filterwarnings("error:Port")
def test_workers_of_our_own_need_no_port_that_another_may_have(tasks, expected):
    with socket.socket() as other:
        with suppress(OSError):  # another has it already
            other.bind(("127.0.0.1", 8787))
            other.listen()
        assert outcomes(engine.Dask(Orders(), 2).run(tasks)) == expected


def test_a_scheduler_that_is_not_there(tasks, monkeypatch):
    monkeypatch.setattr(engine, "CONNECT", "1s")
    with pytest.raises(EngineError, match=r"E406: .*tcp://127.0.0.1:9"):
        next(engine.Dask(Orders(), 2, scheduler="tcp://127.0.0.1:9").run(tasks))


def test_a_cluster_without_workers_is_waited_for_and_then_left(cluster, tasks, monkeypatch):
    address, workers, client = cluster
    for process in workers:
        os.killpg(process.pid, signal.SIGKILL)
    while client.nthreads():
        time.sleep(0.05)
    monkeypatch.setattr(engine, "PATIENCE", 0.5)
    with pytest.raises(EngineError, match="E406"):
        outcomes(engine.Dask(Orders(), 2, scheduler=address).run(tasks))


def test_an_article_in_hand_for_ever_ends_its_process():
    code = (
        "import time; from extract.engines import dask; dask.GRACE = 0.1; guard = dask.Guard(0.1); guard.mark(-1);"
        "time.sleep(2.5); print('alive', flush=True); guard.mark(1); time.sleep(60)"
    )
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=50)
    assert (done.returncode, done.stdout) == (1, "alive\n"), time.monotonic() - begin


def test_without_dask_the_option_says_what_to_install(monkeypatch):
    from extract.errors import ConfigError

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ConfigError, match=r"E202: --engine dask: .*peelback\[dask\]"):
        engine.Dask(Orders(), 2)
