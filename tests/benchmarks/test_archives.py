import json

import pytest

from tests.benchmarks import archives
from tests.benchmarks.articles import make_articles, make_long, write_articles


def test_articles_are_distinct_and_the_same_for_the_same_seed():
    first = list(make_articles(300))
    assert len(set(first)) == 300
    assert first == list(make_articles(300))
    assert first != list(make_articles(300, seed=5))


def test_articles_are_written_a_hundred_to_a_folder(tmp_path):
    write_articles(tmp_path, 101)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0000", "0001"]
    assert len(list(tmp_path.rglob("*.txt"))) == 101


def test_long_articles_are_as_long_as_asked():
    assert 5_000 <= len(make_long(5_000).split()) < 5_300


@pytest.mark.bench
def test_the_benchmark_runs_from_end_to_end(capsys):
    rows = archives.main(["--articles", "40", "--rounds", "1", "--few", "20", "--many", "40", "--json"])
    assert [row["what"] for row in json.loads(capsys.readouterr().out)] == [row.what for row in rows]
    assert all(row.best > 0 for row in rows)
