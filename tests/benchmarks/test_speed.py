import json

import pytest

from tests.benchmarks import speed


def test_the_benchmark_runs_from_end_to_end(capsys):
    rows = speed.main(["--rounds", "1", "--starts", "1", "--texts", "2", "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert [row["what"] for row in printed] == [row.what for row in rows]
    assert {row.unit for row in rows} == {"records/s", "x", "ms", "MB"}
    assert all(row.best > 0 for row in rows), [row.what for row in rows if not row.best > 0]


def test_commands_that_read_no_article_do_not_import_spacy():
    for name, arguments in speed.LIGHT.items():
        assert not speed.imports_spacy([speed.sys.executable, "-m", "cli", *arguments]), name


def test_a_command_that_reads_an_article_is_seen_to_import_spacy():
    sample = str(next(speed.SAMPLES.glob("*.txt")))
    assert speed.imports_spacy([speed.sys.executable, "-m", "cli", "text", sample])


def test_the_table_has_a_line_for_each_row():
    rows = [speed.Row("cost", "x", 1.234, 12.34, 123.4, 1234.5, "of one"), speed.Row("start", "ms", 1, 1, 1, 1)]
    lines = speed.to_table(rows).splitlines()
    assert len(lines) == 4
    assert lines[2].split() == [
        "|",
        "cost",
        "|",
        "1.23",
        "|",
        "12.3",
        "|",
        "123",
        "to",
        "1234",
        "|",
        "x",
        "|",
        "of",
        "one",
        "|",
    ]


@pytest.mark.bench
def test_measures_and_prints(capsys):
    with capsys.disabled():
        print()
        speed.main([])
