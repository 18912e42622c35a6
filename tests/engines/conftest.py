import json
import zlib

import pytest

from extract.engines.engine import Task
from extract.sources.files import Item
from tests.benchmarks.articles import make_articles


@pytest.fixture(scope="session")
def short_articles():
    """Sixty short articles, one of them empty."""
    texts = [text[:700] + f"\n\nEnd of article {number}." for number, text in enumerate(make_articles(60))]
    texts[17] = ""
    return texts


@pytest.fixture
def tasks(short_articles):
    """A task for each."""
    return [
        Task(number, Item(f"{number}.txt", text.encode(), "text/plain")) for number, text in enumerate(short_articles)
    ]


def outcomes(chunks):
    """Lines by number of task, once each; of failures their code."""
    found = {}
    for results in chunks:
        for result in results:
            assert result.number not in found
            line = json.loads(zlib.decompress(result.line))
            found[result.number] = line.get("code") or line
    return found
