import io
import json
import sys

import pytest
from rich.console import Console
from typer.testing import CliRunner

import cli
from extract.batch import Request, local_folder, make_engine, run, split_formats, usable_cores
from extract.engines import progress
from extract.engines.progress import Watcher
from extract.engines.run import Figures
from extract.errors import ConfigError, EngineError, Failure
from extract.sources.limits import Meter

ARTICLE = "Kent Police praised\n\nHMICFRS graded Kent Police good at preventing crime. Article {}.\n"


@pytest.fixture
def folder(write, tmp_path):
    for number in range(3):
        write(f"in/{number}.txt", ARTICLE.format(number))
    return tmp_path / "in"


@pytest.fixture
def call():
    """Runs the command in this process, inline: status, standard output, standard error."""

    def invoke(*arguments, inline=True):
        more = ("--engine", "inline") if inline and arguments[0] == "batch" else ()
        result = CliRunner().invoke(cli.app, [str(one) for one in (*arguments, *more)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return invoke


def test_a_batch_writes_its_files_and_a_summary(call, folder, tmp_path):
    status, out, told = call("batch", folder, "--output", tmp_path / "out", "--to", "csv")
    assert (status, out) == (0, "")
    assert [*told.split()][:2] == ["articles", "3"]
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {".journal", "records.jsonl", "failures.jsonl", "duplicates.jsonl", "run.json", "tables"}
    assert json.loads((tmp_path / "out" / "run.json").read_bytes())["inputs"] == [str(folder)]


def test_export_makes_the_tables_later(call, folder, tmp_path):
    call("batch", folder, "-o", tmp_path / "out", "-q")
    status, out, told = call("export", tmp_path / "out", "--to", "csv")
    assert (status, told) == (0, "")
    assert str(tmp_path / "out" / "tables" / "grades.csv") in out.splitlines()


def test_export_without_a_run_says_so(call, tmp_path):
    with pytest.raises(EngineError, match="E407"):
        call("export", tmp_path, "--to", "csv")


def test_a_failure_is_told_and_gives_status_3(call, folder, tmp_path):
    (folder / "none.txt").touch()
    status, _, told = call("batch", folder, "-o", tmp_path / "out")
    assert status == 3
    assert told.startswith(f"E103: {folder}/none.txt is empty")


def test_rows_come_through_with_their_columns(call, write, tmp_path):
    rows = [
        {"body": ARTICLE.format(n), "nr": f"k{n}", "head": f"T{n}", "day": "2025-11-24", "paper": "x"} for n in (1, 2)
    ]
    path = write("in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    fields = ("--text-field", "body", "--id-field", "nr", "--title-field", "head", "--date-field", "day")
    assert call("batch", path, "-o", tmp_path / "out", "-q", *fields)[0] == 0
    sources = [json.loads(line)["source"] for line in (tmp_path / "out" / "records.jsonl").read_bytes().splitlines()]
    assert [(s["title"], s["published"], s["given"]) for s in sources] == [
        (f"T{n}", "2025-11-24", {"id": f"k{n}", "paper": "x"}) for n in (1, 2)
    ]


def test_patterns_and_limits_reach_the_sources(call, folder, tmp_path):
    options = ("--include", "*.txt", "--exclude", "1.txt", "--max-chars", "5", "--max-ratio", "3", "--timeout", "9")
    assert call("batch", folder, "-o", tmp_path / "out", "-q", *options)[0] == 3
    told = json.loads((tmp_path / "out" / "run.json").read_bytes())
    assert (told["counts"]["inputs"], told["failures_by_code"], told["timeout"]) == (2, {"E121": 2}, 9)


def test_json_lines_for_programs(call, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)
    (folder / "none.txt").touch()
    _, out, told = call("batch", folder, "-o", tmp_path / "out", "--log-format", "json")
    events = [json.loads(line) for line in told.splitlines()]
    assert out == ""
    assert {event["event"] for event in events} == {"progress", "failure", "finished"}
    assert (events[-1]["records"], events[-1]["failures"]) == (3, 1)
    assert next(event for event in events if event["event"] == "failure")["code"] == "E103"


def test_plain_lines_say_how_far_it_is(monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)
    shown = io.StringIO()
    figures = Figures(done=1200, failures=3)
    Watcher("plain", Meter(read=50, size=100), Console(file=shown, width=100)).watch(figures, None)
    assert shown.getvalue().startswith("1,200 articles, ")
    assert shown.getvalue().rstrip().endswith("3 failed, 0:00:00 left")


def test_a_bar_on_a_terminal():
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=100)
    with Watcher("bar", Meter(read=50, size=100), console) as watcher:
        watcher.told -= 10
        watcher.watch(Figures(done=12), Failure("a[b].txt", "E103", "is empty"))
    assert "E103: a[b].txt is empty" in shown.getvalue()
    assert "12 articles" in shown.getvalue()
    assert "50%" in shown.getvalue()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"engine": "spark"}, "E201: 'spark' is no engine; the valid ones are inline, processes, dask"),
        ({"to": ("xls",)}, "E201: 'xls' is no format of tables"),
        ({"log_format": "xml"}, "E201: 'xml' is no log format"),
        ({"scheduler": "tcp://x"}, "E202: --scheduler: it goes with --engine dask"),
    ],
)
def test_options_that_cannot_be_used(tmp_path, options, told):
    with pytest.raises(ConfigError) as error:
        run(Request(["x"], str(tmp_path / "out"), **options))
    assert str(error.value).startswith(told)
    assert not (tmp_path / "out").exists()


def test_a_gazetteer_that_cannot_be_used_ends_the_run_before_it_begins(folder, tmp_path, write):
    write("mine/forces.csv", "no,such,head\n")
    with pytest.raises(ConfigError):
        run(Request([str(folder)], str(tmp_path / "out"), orders=cli_orders(tmp_path / "mine"), quiet=True))
    assert not (tmp_path / "out").exists()


def cli_orders(data):
    from extract.engines.engine import Orders

    return Orders(data=data)


def test_output_at_an_address(folder, tmp_path, monkeypatch):
    fsspec = pytest.importorskip("fsspec")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    address = "memory://archive/out"
    run(Request([str(folder)], address, engine="inline", to=("csv",), quiet=True))
    system = fsspec.filesystem("memory")
    assert system.cat("/archive/out/records.jsonl").count(b"\n") == 3
    assert system.exists("/archive/out/tables/grades.csv")
    assert local_folder(address).is_relative_to(tmp_path / "cache")


def test_tables_of_a_run_at_an_address(folder, tmp_path, monkeypatch, call):
    fsspec = pytest.importorskip("fsspec")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run(Request([str(folder)], "memory://archive/later", engine="inline", quiet=True))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    _, out, _ = call("export", "memory://archive/later", "--to", "csv")
    assert "memory://archive/later/tables/grades.csv" in out.splitlines()
    assert fsspec.filesystem("memory").exists("/archive/later/tables/grades.csv")


def test_formats_and_engines_have_defaults(tmp_path):
    assert split_formats(["csv, duckdb", "csv"]) == ["csv", "duckdb"]
    engine = make_engine(Request([], str(tmp_path)), usable_cores())
    assert len(engine.places) == usable_cores() >= 1


def test_a_batch_does_not_import_what_it_does_not_need(call, folder, tmp_path, monkeypatch):
    for name in ("duckdb", "distributed", "warcio", "zstandard", "pypdfium2"):
        monkeypatch.setitem(sys.modules, name, None)
    assert call("batch", folder, "-o", tmp_path / "out", "-q")[0] == 0
