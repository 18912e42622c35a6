import errno
import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.engines.engine import Orders, chunk
from extract.engines.inline import Inline
from extract.engines.lines import fail
from extract.engines.run import DUPLICATES, FAILURES, RECORDS, RUN, run_batch
from extract.errors import EngineError, Failure
from extract.sinks import atomic
from extract.sources.files import Item

NAMES = (RECORDS, FAILURES, DUPLICATES)


@pytest.fixture
def items(short_articles):
    found = [Item(f"{n}.txt", text.encode(), "text/plain") for n, text in enumerate(short_articles[:24])]
    found[3] = Failure("gone.txt", "E101", "cannot be found")
    found[9] = Item("same-bytes.txt", found[8].data, "text/plain", given={"id": 9})
    found[12] = Item("same-text.txt", b"\xef\xbb\xbf" + found[11].data, "text/plain")
    found[20] = Item("empty-too.txt", b"", "text/plain")
    return found


def contents(folder):
    return {name: (folder / name).read_bytes() for name in NAMES}


def lines(folder, name):
    return [json.loads(line) for line in (folder / name).read_bytes().splitlines()]


class Backwards:
    """Does everything, in chunks, and gives the last first."""

    def run(self, tasks):
        yield from reversed([[one for part in Inline(Orders()).run(tasks) for one in part]])

    def __init__(self):
        self.seen = 0


class Failing:
    """Stops after some results, as a run that is killed does."""

    def __init__(self, after):
        self.after = after

    def run(self, tasks):
        for number, results in enumerate(Inline(Orders()).run(tasks)):
            if number == self.after:
                raise RuntimeError("the light went out")
            yield results


@pytest.fixture
def expected(items, tmp_path):
    run_batch(items, tmp_path / "expected", Orders(), Inline(Orders()))
    return contents(tmp_path / "expected")


def test_records_failures_and_duplicates_in_the_order_of_the_inputs(items, tmp_path):
    figures = run_batch(items, tmp_path, Orders(), Inline(Orders()))
    paths = [record["source"]["path"] for record in lines(tmp_path, RECORDS)]
    left_out = {"gone.txt", "17.txt", "same-bytes.txt", "same-text.txt", "empty-too.txt"}
    assert paths == [item.path for item in items if item.path not in left_out]
    assert [(row["path"], row["code"]) for row in lines(tmp_path, FAILURES)] == [
        ("gone.txt", "E101"),
        ("17.txt", "E103"),
        ("empty-too.txt", "E103"),
    ]
    assert lines(tmp_path, DUPLICATES) == [
        {"path": "same-bytes.txt", "same_as": "8.txt", "given": {"id": 9}},
        {"path": "same-text.txt", "same_as": "11.txt"},
    ]
    assert (figures.inputs, figures.records, figures.failures, figures.duplicates) == (24, 19, 3, 2)


def test_every_input_has_one_outcome(items, tmp_path):
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    counts = json.loads((tmp_path / RUN).read_bytes())["counts"]
    assert counts["inputs"] == len(items) == sum(len(lines(tmp_path, name)) for name in NAMES)


def test_run_json_says_what_was_done(items, tmp_path):
    run_batch(items, tmp_path, Orders(), Inline(Orders()), facts={"engine": "inline"})
    told = json.loads((tmp_path / RUN).read_bytes())
    assert told["engine"] == "inline"
    assert told["failures_by_code"] == {"E101": 1, "E103": 2}
    assert told["rows"]["forces"] == sum(len(record["forces"]) for record in lines(tmp_path, RECORDS))
    assert told["files"][RECORDS]["lines"] == 19
    assert told["started"] <= told["finished"]
    assert len(told["settings_sha256"]) == 64


def test_a_run_that_stopped_goes_on_and_gives_the_same_bytes(items, tmp_path, expected):
    for after in (5, 3, 0, 8):
        with pytest.raises(RuntimeError, match="light"):
            run_batch(items, tmp_path, Orders(), Failing(after))
        assert not (tmp_path / RECORDS).exists()
    figures = run_batch(items, tmp_path, Orders(), Inline(Orders()))
    assert contents(tmp_path) == expected
    assert figures.resumed == 16


def test_a_finished_run_is_not_done_again(items, tmp_path, expected):
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    run_batch(items, tmp_path, Orders(), Failing(0))
    assert contents(tmp_path) == expected


def test_restart_does_everything_again(items, tmp_path, expected):
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    figures = run_batch(items, tmp_path, Orders(), Inline(Orders()), restart=True)
    assert figures.resumed == 0
    assert contents(tmp_path) == expected


def test_inputs_may_be_added_and_moved_between_runs(items, tmp_path, expected):
    run_batch(items[10:4:-1], tmp_path, Orders(), Inline(Orders()))
    figures = run_batch(items, tmp_path, Orders(), Inline(Orders()))
    assert figures.resumed == 4  # what was the first of two copies then is the second now
    assert contents(tmp_path) == expected


def test_an_input_that_changed_is_done_again(items, tmp_path):
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    items[0] = Item(items[0].path, b"Fire crews rescue a cat", "text/plain")
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    assert lines(tmp_path, RECORDS)[0]["source"]["title"] == "Fire crews rescue a cat"


def test_other_settings_are_not_mixed_in(items, tmp_path, expected):
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    with pytest.raises(EngineError, match=r"E405: .*max_chars \(1000000, now 10\)"):
        run_batch(items, tmp_path, Orders(max_chars=10), Inline(Orders(max_chars=10)))
    assert contents(tmp_path) == expected
    figures = run_batch(items, tmp_path, Orders(max_chars=10), Inline(Orders(max_chars=10)), restart=True)
    assert figures.codes["E121"] > 10


def test_another_version_is_not_mixed_in(items, tmp_path, monkeypatch):
    run_batch(items[:2], tmp_path, Orders(), Inline(Orders()))
    monkeypatch.setattr("extract.__version__", "9.9")
    with pytest.raises(EngineError, match=r"E405: .*version"):
        run_batch(items[:2], tmp_path, Orders(), Inline(Orders()))


def test_a_folder_has_one_run_at_a_time(items, tmp_path):
    class Nested:
        def run(self, tasks):
            with pytest.raises(EngineError, match="E404"):
                run_batch(items, tmp_path, Orders(), Inline(Orders()))
            yield from Inline(Orders()).run(tasks)

    run_batch(items[:2], tmp_path, Orders(), Nested())


def test_failures_that_may_pass_are_tried_again(items, tmp_path, expected):
    class Late:
        def run(self, tasks):
            for task in tasks:
                yield [fail(task.number, Failure(task.item.path, "E402", "took longer"))]

    figures = run_batch(items, tmp_path, Orders(), Late())
    assert figures.codes["E402"] == 23  # a copy fails like the first of its kind
    run_batch(items, tmp_path, Orders(), Inline(Orders()))
    assert contents(tmp_path) == expected


@pytest.mark.parametrize("broken", ["write", "fsync"])
def test_a_full_disk_leaves_what_was_and_goes_on(items, tmp_path, expected, monkeypatch, broken):
    run_batch(items[:5], tmp_path, Orders(), Inline(Orders()))
    before = contents(tmp_path)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(*((atomic.Written, "put") if broken == "write" else (os, "fsync")), full)
        with pytest.raises(EngineError, match=r"E403: .*no space left"):
            run_batch(items, tmp_path, Orders(), Inline(Orders()))
    assert contents(tmp_path) == before
    assert not list(tmp_path.glob(".*.part"))
    run_batch(items, tmp_path, Orders(), Failing(0))
    assert contents(tmp_path) == expected


def test_a_damaged_journal_is_said(items, tmp_path):
    (tmp_path / ".journal").mkdir()
    (tmp_path / ".journal" / "results.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(EngineError, match=r"E403: .*--restart"):
        run_batch(items, tmp_path, Orders(), Inline(Orders()))
    run_batch(items[:2], tmp_path, Orders(), Inline(Orders()), restart=True)


def test_a_name_that_is_no_utf8(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    path = tmp_path / name
    path.write_bytes(b"Fire crews rescue a cat")
    from extract.sources.archives import Archives

    run_batch(Archives().read([str(path)]), tmp_path / "out", Orders(), Inline(Orders()))
    assert lines(tmp_path / "out", RECORDS)[0]["source"]["path"].endswith("caf\\xe9.txt")


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stops=st.lists(st.integers(0, 6), max_size=4), cut=st.integers(0, 24), workers=st.integers(1, 9))
def test_stops_anywhere_change_nothing(stops, cut, workers, items, expected, tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")

    class Chunked(Failing):
        def run(self, tasks):
            inline = Inline(Orders())
            for number, part in enumerate(chunk(tasks, most=workers)):
                if number == self.after:
                    raise RuntimeError("the light went out")
                yield [one for results in inline.run(reversed(part)) for one in results]

    for stop in stops:
        try:
            run_batch(items[cut:] + items[:cut], folder, Orders(), Chunked(stop))
        except RuntimeError:
            continue
    run_batch(items, folder, Orders(), Chunked(-1))
    assert contents(folder) == expected
