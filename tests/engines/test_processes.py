import os
import signal

import pytest

from extract.engines import processes
from extract.engines.engine import Orders
from extract.engines.inline import Inline
from extract.engines.processes import Processes
from extract.errors import EngineError
from tests.engines.conftest import outcomes
from tests.engines.deadly import Deadly, Slow, Stuck


@pytest.fixture
def expected(tasks):
    return outcomes(Inline(Orders()).run(tasks))


def test_all_are_done_once_as_inline(tasks, expected):
    assert expected[17] == "E103"
    assert outcomes(Processes(Orders(), 2).run(tasks)) == expected


def test_workers_are_renewed(tasks, expected):
    engine = Processes(Orders(), 1, renew=32)
    pids = set()
    found = {}
    for results in engine.run(tasks):
        pids.add(engine.places[0].state[2])
        found |= outcomes([results])
    assert found == expected
    assert len(pids) == 2


def test_a_killed_worker_costs_nothing(tasks, expected, monkeypatch):
    monkeypatch.setattr(processes, "CHUNK", 3)
    engine = Processes(Orders(), 2)
    killed = []

    def stream():
        for task in tasks:
            if task.number in (30, 50):
                pids = [int(place.state[2]) for place in engine.places if place.state is not None]
                os.kill(max(pids), signal.SIGKILL)
                killed.append(max(pids))
            yield task

    assert outcomes(engine.run(stream())) == expected
    assert killed


def test_the_article_that_ends_its_worker_fails_alone(tasks, expected):
    tasks[5] = Deadly(5, tasks[5].item)
    assert outcomes(Processes(Orders(), 2).run(tasks)) == expected | {5: "E401"}


def test_the_article_that_hangs_its_worker_fails_alone(tasks, expected, monkeypatch):
    monkeypatch.setattr(processes, "GRACE", 0.5)
    tasks[5] = Stuck(5, tasks[5].item)
    tasks[9] = Slow(9, tasks[9].item)
    assert outcomes(Processes(Orders(timeout=1.0), 2).run(tasks)) == expected | {5: "E402", 9: "E402"}


def test_workers_that_never_start_end_the_run(tasks, tmp_path):
    (tmp_path / "forces.csv").write_text("no,such,head\n")
    with pytest.raises(EngineError, match="E406"):
        outcomes(Processes(Orders(data=tmp_path), 2).run(tasks))


def test_no_worker_outlives_a_run_that_is_given_up(tasks):
    engine = Processes(Orders(), 2)
    run = engine.run(tasks)
    next(run)
    pids = [int(place.state[2]) for place in engine.places if place.state is not None and place.state[2] > 0]
    run.close()
    assert pids
    for pid in pids:
        assert ended(pid), pid


def ended(pid):
    """Whether a process is gone, within ten seconds."""
    for _ in range(2000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        processes.time.sleep(0.005)
    return False
