import pytest

from tests.benchmarks import review


def test_the_benchmark_runs_from_end_to_end(capsys):
    rows = review.main(["--articles", "120", "--rounds", "1"])
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) == len(rows) + 2
    assert all(row.best > 0 for row in rows)
    assert "an article of 5,000 words over a trivial request" in {row.what for row in rows}


def test_the_long_article_is_as_long_as_it_is_called():
    assert len(review.lengthen(review.WORDS).split()) == review.WORDS


@pytest.mark.bench
def test_measures_and_prints(capsys):
    with capsys.disabled():
        print()
        review.main([])
