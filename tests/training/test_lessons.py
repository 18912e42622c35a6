"""What is learned from: folders of articles with gold, and files of passages."""

import json

import pytest

from extract.errors import InputError
from extract.training.lessons import read_lessons

PASSAGE = {"id": "p1", "text": "Report on Kent Police\n\nKent Police was graded good.", "gold": {"forces": []}}


def test_articles_with_gold_and_passages_are_lessons(extractor, write):
    write("a/news-01.txt", "Report\n\nKent Police was inspected.")
    write("a/news-01.gold.json", json.dumps({"forces": []}))
    write("a/news-02.txt", "Report\n\nKent Police was inspected; this one has no gold.")
    folder = write("a/more.jsonl", json.dumps(PASSAGE) + "\n").parent
    found = read_lessons([str(folder)], extractor)
    assert [(one.name, one.style) for one in found] == [("news-01", "news"), ("p1", "more")]
    assert [one.name for one in read_lessons([str(folder / "more.jsonl")], extractor)] == ["p1"]


@pytest.mark.parametrize("line", ["{", "[]"])
def test_a_line_that_is_no_passage_names_its_file(extractor, write, line):
    path = write("bad.jsonl", line + "\n")
    with pytest.raises(InputError) as caught:
        read_lessons([str(path)], extractor)
    assert caught.value.code == "E152"
    assert "bad.jsonl" in str(caught.value)


def test_two_lessons_of_one_name_are_refused(extractor, write):
    folder = write("a/one.jsonl", json.dumps(PASSAGE) + "\n").parent
    write("a/two.jsonl", json.dumps(PASSAGE) + "\n")
    with pytest.raises(InputError, match=r"'p1' is a lesson of .* as well"):
        read_lessons([str(folder)], extractor)


def test_a_folder_without_lessons_is_refused(extractor, tmp_path):
    with pytest.raises(InputError, match="neither articles"):
        read_lessons([str(tmp_path)], extractor)
