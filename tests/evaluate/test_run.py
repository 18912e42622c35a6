import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from extract.errors import PeelbackError
from extract.pipeline import Parts

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "dev"
STEMS = ("news-07-police-dog-retires", "trade-01-kent-peel-eight-areas", "fire-07-court-arson")


@pytest.fixture
def corpus(tmp_path):
    """Three samples in a folder of their own."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for path in SAMPLES.iterdir():
        if path.name.split(".")[0] in STEMS:
            (folder / path.name).write_bytes(path.read_bytes())
    return folder


def evaluate(*arguments):
    done = CliRunner().invoke(cli.app, ["evaluate", *map(str, arguments)])
    if isinstance(done.exception, PeelbackError):
        raise done.exception
    return done


def test_articles_and_their_records_score_alike(corpus, tmp_path):
    records = tmp_path / "records.jsonl"
    CliRunner().invoke(cli.app, ["extract", str(corpus), "--output", str(records)])
    articles = evaluate(corpus, "--json")
    assert articles.exit_code == 0
    assert json.loads(articles.stdout) == json.loads(evaluate(records, corpus, "--json").stdout)
    assert json.loads(articles.stdout)["records"] == 3


def test_each_miss_is_shown_in_its_article(corpus):
    path = corpus / "trade-01-kent-peel-eight-areas.gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    dropped = gold["grades"].pop(0)
    path.write_text(json.dumps(gold), encoding="utf-8")
    (miss,) = (
        miss
        for miss in json.loads(evaluate(corpus, "--misses", "--json").stdout)["misses"]
        if miss["article"].startswith("trade") and miss["field"] == "grades"
    )
    assert (miss["what"], miss["rule"].split(".")[0]) == ("wrong", "grades")
    assert f"⟦{dropped['area']}⟧" in miss["place"]
    shown = evaluate(corpus, "--misses").stdout
    assert f"trade-01-kent-peel-eight-areas:{miss['line']}" in shown
    assert miss["place"] in shown


def test_styles_and_rules_are_shown(corpus):
    values = json.loads(evaluate(corpus, "--by-style", "--rules", "--json").stdout)
    assert list(values["styles"]) == ["fire", "news", "trade"]
    assert all(0 < rule["articles"] <= 3 and 0 <= rule["precision"] <= 1 for rule in values["rules"])
    shown = evaluate(corpus, "--by-style", "--rules").stdout
    assert all(rule["rule"] in shown for rule in values["rules"])


def test_the_gate_holds_what_update_set(corpus):
    assert evaluate(corpus, "--update").exit_code == 0
    assert evaluate(corpus, "--gate").exit_code == 0
    floors = corpus.parent / "floors.json"
    raised = floors.read_text(encoding="utf-8").replace('"grades": 1.0', '"grades": 1.01')
    floors.write_text(raised, encoding="utf-8")
    done = evaluate(corpus, "--gate")
    assert done.exit_code == 1
    assert done.stderr == "grades: 1.0000 is below its floor of 1.0100\n"
    assert "macro F1" in done.stdout


def test_update_lowers_no_floor_without_a_reason(corpus):
    floors = corpus.parent / "floors.json"
    evaluate(corpus, "--update")
    raised = floors.read_text(encoding="utf-8").replace('"grades": 1.0', '"grades": 1.01')
    floors.write_text(raised, encoding="utf-8")
    with pytest.raises(PeelbackError, match="E203"):
        evaluate(corpus, "--update")
    assert floors.read_text(encoding="utf-8") == raised
    assert evaluate(corpus, "--update", "--allow-regression", "it was set by hand").exit_code == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["lowered"][0]["reason"] == "it was set by hand"


def test_calibrating_with_gazetteers_of_one_s_own_writes_there(corpus, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    values = json.loads(evaluate(corpus, "--calibrate", "--json", "--data", mine).stdout)
    table = tomllib.loads((mine / "confidence.toml").read_text(encoding="utf-8"))
    assert 0 <= values["reliability"]["expected_calibration_error"] <= 1
    Parts.of.cache_clear()  # a process reads its lists once
    extracted = CliRunner().invoke(cli.app, ["extract", str(corpus), "--format", "json", "--data", str(mine)])
    rows = [row for record in json.loads(extracted.stdout) for row in record["grades"]]
    assert rows
    assert all(row["confidence"] == table["rules"][row["rule"]] for row in rows)


@pytest.mark.parametrize(
    ("name", "content", "code"), [("r.jsonl", '{"source": {}}\n', "E151"), ("r.jsonl", b"\xff", "E102")]
)
def test_what_is_no_record_is_refused(write, corpus, name, content, code):
    with pytest.raises(PeelbackError, match=code):
        evaluate(write(name, content), corpus)


def test_what_is_no_gold_is_refused(write, corpus):
    (corpus / "bad.gold.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PeelbackError, match="E152"):
        evaluate(corpus)


def test_a_folder_without_gold_is_refused(tmp_path):
    with pytest.raises(PeelbackError, match="holds no gold"):
        evaluate(tmp_path)


def test_an_article_that_cannot_be_read_fails_and_counts_as_missed(corpus):
    (corpus / "trade-01-kent-peel-eight-areas.txt").write_bytes(b"")
    done = evaluate(corpus, "--json")
    assert done.exit_code == 3
    assert "E103" in done.stderr
    assert json.loads(done.stdout)["grades"]["r"] == 0
