import hashlib
import json

import pytest

import extract
from extract.errors import ConfigError, InputError
from extract.review.desk import RefusedError, Wish
from extract.review.intake import store_of
from extract.review.queue import Filter, list_articles, list_failures
from extract.review.store import Store
from tests.review.articles import KENT


def titles(desk):
    return [line["title"] for line in list_articles(desk.store, Filter(sort="path"))[0]]


def write_records(path, articles):
    lines = [extract.extract_file(article).to_json() for article in articles]
    path.write_text("".join(line + "\n" for line in lines))
    return path


def test_a_folder_is_extracted_once(folder, open_desk, monkeypatch, extractor):
    desk, intake = open_desk(folder)
    intake.run()
    assert (intake.done, intake.total, intake.finished) == (3, 3, True)
    seen = []
    monkeypatch.setattr(extractor, "extract_item", lambda item: seen.append(item))
    desk, intake = open_desk(folder)
    intake.run()
    assert seen == []
    assert len(titles(desk)) == 3


def test_an_article_whose_text_changed_is_new_and_its_corrections_stay(folder, desk, kent, open_desk):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    (folder / "kent.txt").write_text(KENT.replace("inadequate", "adequate"))
    again, intake = open_desk(folder, desk.store.path)
    intake.run()
    assert [path.endswith("kent.txt") for path in intake.parted] == [True]
    (line,) = [line for line in list_articles(again.store, Filter())[0] if line["path"].endswith("kent.txt")]
    assert (line["state"], line["id"] != kent) == ("new", True)
    assert len(again.store.corrections(kent)) == 1
    (folder / "kent.txt").write_text(KENT)
    again, intake = open_desk(folder, desk.store.path)
    intake.run()
    assert again.open(kent)[2].rows["grades/0"].status == "accepted"
    assert len(titles(again)) == 3


def test_an_article_that_went_leaves_the_queue(folder, desk, open_desk):
    (folder / "dog.txt").unlink()
    again, intake = open_desk(folder, desk.store.path)
    intake.run()
    assert "Police dog retires" not in titles(again)


def test_corrections_follow_an_article_that_was_moved(folder, desk, kent, open_desk, tmp_path):
    desk.step(kent, [Wish("grades/0", "accept")], "Ada")
    folder.rename(tmp_path / "elsewhere")
    again, intake = open_desk(tmp_path / "elsewhere", desk.store.path)
    intake.run()
    assert len(titles(again)) == 3
    (line,) = list_articles(again.store, Filter(state="in progress"))[0]
    assert line["path"] == str(tmp_path / "elsewhere" / "kent.txt")
    article, text, board = again.open(line["id"])
    assert (article.path, text, board.rows["grades/0"].status) == (line["path"], KENT, "accepted")
    assert again.store.corrections()[0].article == line["path"]


def test_what_cannot_be_read_is_listed_and_the_rest_is_there(folder, open_desk):
    (folder / "empty.txt").write_text("")
    desk, intake = open_desk(folder)
    intake.run()
    assert [(one["code"], one["path"].rpartition("/")[2]) for one in list_failures(desk.store)] == [
        ("E103", "empty.txt")
    ]
    assert len(titles(desk)) == 3


def test_records_come_with_their_articles_when_they_are_opened(folder, tmp_path, open_desk):
    path = write_records(tmp_path / "records.jsonl", sorted(folder.iterdir()))
    desk, intake = open_desk(path)
    intake.run()
    assert len(titles(desk)) == 3
    assert desk.open(3)[1] == KENT


def test_articles_are_found_beside_the_records(folder, tmp_path, open_desk, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = write_records(folder / "records.jsonl", ["articles/kent.txt"])
    monkeypatch.chdir("/")
    desk, intake = open_desk(path)
    intake.run()
    assert desk.open(1)[1] == KENT


def test_an_article_that_is_another_than_its_record_is_not_shown(folder, tmp_path, open_desk):
    path = write_records(tmp_path / "records.jsonl", [folder / "kent.txt"])
    (folder / "kent.txt").write_text(KENT + "More.\n")
    desk, intake = open_desk(path)
    intake.run()
    with pytest.raises(RefusedError, match="another text"):
        desk.open(1)
    (folder / "kent.txt").unlink()
    with pytest.raises(RefusedError, match="E101"):
        desk.open(1)


@pytest.mark.parametrize("content", ['{"schema_version": "1.0"}\n', "Kent Police\n", "[\n", "caf\xe9\n"])
def test_a_line_that_is_no_record_is_named(tmp_path, open_desk, content):
    path = tmp_path / "records.jsonl"
    path.write_bytes(content.encode("latin-1"))
    _, intake = open_desk(path)
    with pytest.raises(ConfigError, match="line 1: is no record"):
        intake.check()
    with pytest.raises(ConfigError, match="line 1: is no record"):
        intake.run()


def test_a_record_made_anew_replaces_one_without_corrections_only(folder, tmp_path, open_desk):
    path = write_records(tmp_path / "records.jsonl", [folder / "kent.txt", folder / "crews.txt"])
    desk, intake = open_desk(path)
    intake.run()
    desk.step(1, [Wish("grades/0", "accept")], "Ada")
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        line["grades"] = []
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    desk, intake = open_desk(path)
    intake.run()
    assert len(desk.open(1)[0].record["grades"]) == 2
    assert desk.open(2)[0].record["grades"] == []


def test_a_name_that_is_no_utf8_and_a_broken_article_do_not_stop_it(folder, open_desk):
    import os

    with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"Caf\xe9 raid\n\nKent Police came.\n")
    desk, intake = open_desk(folder)
    intake.run()
    line = next(line for line in list_articles(desk.store, Filter(search="raid"))[0])
    text = desk.open(line["id"])[1]
    assert hashlib.sha256(text.encode()).hexdigest() == desk.open(line["id"])[0].text_sha256


def test_a_folder_without_articles_says_so(tmp_path, open_desk):
    _, intake = open_desk(tmp_path, tmp_path / "s.sqlite")
    with pytest.raises(InputError, match="E107"):
        intake.check()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be looked at" * 20, None])
def test_a_file_that_is_no_store_is_left_alone(tmp_path, content):
    import sqlite3

    path = tmp_path / "x.sqlite"
    if content is None:
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE mine (a)")
        content = path.read_bytes()
    else:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match="--store"):
        Store(path)
    assert path.read_bytes()[100:] == content[100:]


def test_a_store_in_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError, match="nowhere"):
        Store(tmp_path / "nowhere" / "s.sqlite")


def test_the_store_stands_beside_what_is_reviewed(tmp_path):
    assert store_of(tmp_path) == tmp_path / "review.sqlite"
    assert store_of(tmp_path / "march.jsonl") == tmp_path / "march.review.sqlite"
