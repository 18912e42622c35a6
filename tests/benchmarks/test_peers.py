import json
import re
from pathlib import Path

import pytest

from models.gold import Gold
from tests.benchmarks import peers
from tests.benchmarks.peers import Article, is_speaker, rate

GOLD = {
    "source": {"title": None, "published": None, "publisher": None, "author": None},
    "inspectorate": None,
    "forces": [],
    "stated_counts": [],
    "grades": [],
    "recommendations": [],
    "initiatives": [],
    "officials": [],
}
FIRST, SECOND = "We will answer every call", "and we will do it at once"


@pytest.fixture
def article():
    quotes = [
        {"speaker": "Ida Rowntree", "kind": "direct", "parts": [FIRST, SECOND]},
        {"speaker": "Ida Rowntree", "kind": "indirect", "parts": ["calls would be answered"]},
    ]
    text = f"Calls answered\n\n“{FIRST},” said Chief Constable Ida Rowntree, “{SECOND}.”\n"
    return Article("news-1.txt", text, Gold.model_validate(GOLD | {"quotes": quotes}))


def test_parts_and_speakers_are_counted_over_all_articles(article):
    said = [[(FIRST, "Chief Constable Rowntree"), (SECOND, "she"), ("good", "HMICFRS")], []]
    silent = Article("news-2.txt", article.text, article.gold)
    row = rate("a reader", said, [article, silent])
    assert (row.parts, row.found, row.precision) == (3, 0.5, pytest.approx(2 / 3))
    assert row.attributed == pytest.approx(2 * 1 / (3 + 4))


@pytest.mark.parametrize(
    ("speaker", "gold", "right"),
    [
        ("Ida Rowntree", "Ida Rowntree", True),
        ("Rowntree’s deputy", "Ida Rowntree", False),
        ("", "", True),
        ("he", "", False),
    ],
)
def test_a_speaker_is_right_by_surname(speaker, gold, right):
    assert is_speaker(speaker, gold) is right


def test_the_benchmark_runs_from_end_to_end_with_what_is_installed(capsys):
    rows = peers.main(["--texts", "2", "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert [row["reader"] for row in printed] == [row.reader for row in rows]
    assert rows[0].reader == "peelback"
    assert all(0 <= value <= 1 for row in rows for value in (row.found, row.precision, row.attributed))


def test_textacy_reads_paragraph_by_paragraph(article):
    pytest.importorskip("textacy")
    nlp = pytest.importorskip("spacy").load(peers.TRAINED)
    ((first, *_),) = peers.textacy_of(nlp, [article])
    assert first[0].startswith(FIRST)
    assert "Rowntree" in first[1]


def test_the_readme_has_a_row_for_each_reader(capsys):
    table = re.search(r"<!-- peers: begin -->\n(.*?)<!-- peers: end -->", README, re.S)[1].splitlines()
    assert table[:2] == peers.to_table([]).splitlines()
    assert table[2].startswith("| peelback |")
    assert all(re.fullmatch(r"\| [^|]+( \| [01]\.\d{3}){3} \|", line) for line in table[2:])


README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
