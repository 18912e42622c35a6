"""Runs from the command line that are ended from outside, and what is there when the same command is given again."""

import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.engines.engine import Orders
from extract.engines.inline import Inline
from extract.engines.run import DUPLICATES, FAILURES, RECORDS, run_batch
from extract.sources.archives import Archives
from tests.sources.containers import tar_of, warc_of, zip_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory, short_articles):
    """Some two hundred short articles, most in a tar, copies among them; a zip, a gzip and a WARC that are damaged."""
    folder = tmp_path_factory.mktemp("archive")
    for number, text in enumerate(short_articles):
        (folder / f"{number:03}.txt").write_text(text)
    more = {f"{n}-{m}.txt": f"{text} Again {m}.".encode() for n, text in enumerate(short_articles) for m in range(2)}
    (folder / "more.tar").write_bytes(tar_of(more | {"copy.txt": short_articles[0].encode(), "none.txt": b""}))
    odd = {f"{n}.txt": f"{text} In another archive.".encode() for n, text in enumerate(short_articles[:9])}
    packed = bytearray(zip_of(odd))
    packed[len(packed) // 2] ^= 0xFF
    (folder / "damaged.zip").write_bytes(packed)
    cut = gzip.compress(tar_of({name: data + b" Cut." for name, data in odd.items()}))
    (folder / "cut.tgz").write_bytes(cut[: len(cut) * 2 // 3])
    pages = {
        f"https://example.org/{name}": ("text/html", "200 OK", b"<html><body><p>%s</p></body></html>" % data)
        for name, data in odd.items()
    }
    (folder / "cut.warc.gz").write_bytes(warc_of(pages)[:-300])
    return folder


@pytest.fixture(scope="module")
def expected(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("expected")
    figures = run_batch(Archives().read([str(archive)]), folder, Orders(), Inline(Orders()))
    assert figures.codes["E122"] >= 3
    assert figures.inputs == figures.records + figures.failures + figures.duplicates > 190
    return contents(folder)


def contents(folder):
    return {name: (folder / name).read_bytes() for name in (RECORDS, FAILURES, DUPLICATES)}


def start(archive, output, *options, limit=None):
    def bound():
        os.setsid()
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "cli", "batch", str(archive), "--output", str(output), *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=bound)


def done_before(output):
    return json.loads((output / "run.json").read_bytes())["counts"]["done_before"]


def members(group):
    """Processes of a process group that live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = path.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(pgrp) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def test_kill_9_at_ten_random_moments_changes_nothing(archive, expected, tmp_path):
    moments = random.Random(9)
    killed = 0
    for turn in range(10):
        run = start(archive, tmp_path / "out", "--quiet", "--workers", str(1 + turn % 3))
        time.sleep(moments.uniform(0.1, 1.5))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        killed += run.returncode == -signal.SIGKILL
        deadline = time.monotonic() + 30
        while (left := members(run.pid)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not left, "workers outlive a run that was killed"
    run = start(archive, tmp_path / "out", "--quiet")
    assert run.communicate() == (b"", b"")
    assert killed
    assert contents(tmp_path / "out") == expected
    assert not list((tmp_path / "out").glob(".*.part"))


def test_a_polite_end_keeps_what_was_done(archive, expected, tmp_path):
    run = start(archive, tmp_path, "--workers", "1", "--log-format", "json")
    while not (tmp_path / ".journal").exists():
        time.sleep(0.05)
    time.sleep(0.2)  # its worker is starting: the run is far from done
    run.send_signal(signal.SIGTERM)
    run.communicate()
    assert run.returncode == 128 + signal.SIGTERM
    start(archive, tmp_path, "--quiet").communicate()
    assert contents(tmp_path) == expected


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.2])
def test_ctrl_c_says_how_to_go_on_and_nothing_else(archive, tmp_path, moment):
    run = start(archive, tmp_path, "--workers", "1")
    while not (tmp_path / ".journal").exists():
        time.sleep(0.05)
    time.sleep(moment)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate()
    assert run.returncode == 130
    *_, last = told.splitlines()
    assert b"same command" in last
    assert b"Traceback" not in told


def test_a_disk_that_is_full_ends_the_run_and_a_mended_one_goes_on(archive, expected, tmp_path):
    run = start(archive, tmp_path, "--quiet", limit=150_000)
    _, told = run.communicate()
    assert run.returncode == 3
    assert told.startswith(b"E403: ")
    assert b"Traceback" not in told
    assert not (tmp_path / RECORDS).exists()
    start(archive, tmp_path, "--quiet").communicate()
    assert contents(tmp_path) == expected


@pytest.mark.parametrize(
    "options",
    [("--engine", "inline"), ("--workers", "1"), ("--workers", "3"), ("--engine", "dask", "--workers", "2")],
    ids=" ".join,
)
def test_engines_and_workers_give_the_same_bytes(archive, expected, tmp_path, options):
    run = start(archive, tmp_path, "--quiet", *options)
    assert run.communicate() == (b"", b"")
    assert run.returncode == 3  # of the empty articles
    assert contents(tmp_path) == expected
