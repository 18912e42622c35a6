import csv
import json
import sqlite3

import pytest

from extract.errors import ConfigError
from extract.review.desk import Wish
from extract.review.export import CORRECTIONS, RULES, export
from models import Record
from tests.review.articles import KENT, changed


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def out(tmp_path):
    """The folder that is written."""
    return tmp_path / "out"


def test_every_record_is_written_in_order_corrected_and_valid(desk, kent, rows, out):
    desk.step(kent, [changed(rows(kent, "grades")["grades/0"], grade="outstanding"), Wish("quotes/0", "delete")], "Ada")
    made = export(desk, out)
    records = [Record.model_validate_json(line) for line in (out / "records.jsonl").read_text().splitlines()]
    assert [record.source.path.rpartition("/")[2] for record in records] == ["crews.txt", "dog.txt", "kent.txt"]
    assert (records[2].grades[0].grade, records[2].quotes) == ("outstanding", ())
    assert made.counts == {"records": 3, "gold": 0, "corrections": 2, "rules": len(made.rules), "left": 0}


def test_corrected_evidence_is_the_article_s(desk, kent, out):
    start = KENT.index("force must")
    ask = {
        "kind": "recommendation",
        "force": None,
        "deadline": None,
        "area": None,
        "evidence": [{"start": start, "end": start + 10}],
    }
    desk.step(kent, [Wish("recommendations/+", "add", 0, ask)], "Ada")
    export(desk, out)
    line = (out / "records.jsonl").read_text().splitlines()[2]
    Record.model_validate_json(line, context={"text": KENT})


def test_gold_is_written_of_checked_articles_alone_beside_their_text(desk, kent, key, out):
    desk.step(kent, [Wish("grades/0", "accept"), Wish("checked", "change", 0, True)], "Ada")
    desk.step(key("crews"), [Wish("grades/0", "accept")], "Ada")
    export(desk, out)
    assert sorted(path.name for path in (out / "gold").iterdir()) == ["kent.gold.json", "kent.txt"]
    assert (out / "gold" / "kent.txt").read_text() == KENT
    gold = json.loads((out / "gold" / "kent.gold.json").read_text())
    assert gold["grades"][0] == {
        "force": "kent-police",
        "area": "preventing crime",
        "grade": "good",
        "previous": False,
        "span": gold["grades"][0]["span"],
    }
    assert gold["quotes"][0] == {
        "speaker": "Ada Fenwick",
        "kind": "direct",
        "parts": ["We have work to do,", "We have begun it."],
    }


def test_two_articles_of_one_name_keep_their_folders(folder, open_desk, out):
    (folder / "more").mkdir()
    (folder / "more" / "kent.txt").write_text("Another piece\n\nEssex Police were busy.\n")
    desk, intake = open_desk(folder)
    intake.run()
    for article in (1, 2, 3, 4):
        desk.step(article, [Wish("checked", "change", 0, True)], "Ada")
    export(desk, out)
    assert (out / "gold" / "more" / "kent.gold.json").exists()
    assert (out / "gold" / "kent.txt").read_text() == KENT


def test_a_page_and_a_text_of_one_name_both_get_their_gold_beside_their_own_bytes(folder, open_desk, out):
    page = b"<html><body><h1>Essex raid</h1><p>Essex Police came with HMICFRS.</p></body></html>"
    (folder / "kent.html").write_bytes(page)
    desk, intake = open_desk(folder)
    intake.run()
    for article in (1, 2, 3, 4):
        desk.step(article, [Wish("checked", "change", 0, True)], "Ada")
    assert export(desk, out, intake.original).counts["gold"] == 4
    assert (out / "gold" / "kent.html").read_bytes() == page
    assert json.loads((out / "gold" / "kent.gold.json").read_text())["source"]["title"] == "Essex raid"
    assert (out / "gold" / "kent.txt.txt").read_text() == KENT
    assert json.loads((out / "gold" / "kent.txt.gold.json").read_text())["source"]["title"].startswith("Kent")


def test_gold_goes_when_the_article_is_no_longer_checked(desk, kent, out):
    desk.step(kent, [Wish("checked", "change", 0, True)], "Ada")
    export(desk, out)
    desk.undo(kent, "Ada")
    assert export(desk, out).counts["gold"] == 0
    assert list((out / "gold").glob("*.gold.json")) == []


@pytest.mark.parametrize("path", ["../../../escape.txt", "/abs/escape.txt", "..", "-"])
def test_gold_never_leaves_its_folder(desk, kent, out, tmp_path, path):
    desk.step(kent, [Wish("checked", "change", 0, True)], "Ada")
    desk.store.db.execute("UPDATE articles SET path = ? WHERE id = ?", (path, kent))
    before = {one for one in tmp_path.rglob("*") if out not in one.parents}
    export(desk, out)
    assert {one for one in tmp_path.rglob("*") if out not in one.parents} - before <= {out}
    assert len(list((out / "gold").rglob("*.gold.json"))) == 1


def test_a_record_that_is_no_longer_valid_is_left_out_and_named(desk, kent, out):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    desk.forces = {key: row for key, row in desk.forces.items() if key != "kent-police"}
    made = export(desk, out)
    assert made.counts["records"] == 2
    assert ["kent.txt is left out" in line and "registry" in line for line in made.left] == [True]


def test_the_table_of_corrections_has_a_row_for_each_undone_ones_too(desk, kent, rows, out):
    desk.step(kent, [changed(rows(kent, "grades")["grades/0"], grade="outstanding")], "Ada")
    desk.step(kent, [Wish("officials/0", "delete")], "Bea")
    desk.undo(kent, "Bea")
    export(desk, out)
    found = table(out / "corrections.csv")
    assert list(found[0]) == list(CORRECTIONS)
    assert [(row["row"], row["action"], row["holds"], row["editor"]) for row in found] == [
        ("grades/0", "change", "yes", "Ada"),
        ("officials/0", "delete", "no", "Bea"),
        ("quotes/0", "change", "no", "Bea"),
        ("officials/0", "undo", "no", "Bea"),
        ("quotes/0", "undo", "no", "Bea"),
    ]
    assert json.loads(found[0]["old"])["grade"] == "good"
    assert found[0]["rule"].startswith("grades.")


def test_rules_are_listed_with_what_became_of_their_rows(desk, kent, rows, out):
    grades = rows(kent, "grades")
    desk.step(kent, [changed(grades["grades/0"], grade="adequate"), Wish("grades/1", "accept")], "Ada")
    export(desk, out)
    found = table(out / "rules.csv")
    assert list(found[0]) == list(RULES)
    first = found[0]
    assert first["rule"] == grades["grades/0"].base["rule"]
    assert (first["changed"], first["accepted"], first["deleted"], first["corrected"]) == ("1", "1", "0", "0.5")
    assert all(row["corrected"] == "" for row in found if row["rule"] != first["rule"])


@pytest.mark.parametrize("name", ["=1+1", "+44", "-2", "@sum"])
def test_a_table_holds_no_formula(desk, kent, out, name):
    desk.step(kent, [Wish("grades/0", "accept")], name)
    export(desk, out)
    assert table(out / "corrections.csv")[0]["editor"] == f"'{name}"


def test_a_folder_that_cannot_be_written_is_named(desk, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="--output"):
        export(desk, tmp_path / "file")


def test_the_same_store_gives_the_same_bytes(desk, kent, tmp_path):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    for name in ("a", "b"):
        export(desk, tmp_path / name)
    for name in ("records.jsonl", "corrections.csv", "rules.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_store_is_a_plain_sqlite_file_that_others_can_read(desk, kent):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    with sqlite3.connect(f"file:{desk.store.path}?mode=ro", uri=True) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("SELECT editor, action FROM corrections").fetchall() == [("Ada", "accept")]
