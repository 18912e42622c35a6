"""Learning anew: every decision gets weights, and lessons are scored by weights learned without them."""

import json

import pytest

from extract.gazetteers import DATA
from extract.pipeline import Extractor
from extract.training.lessons import read_lessons
from extract.training.training import LEARNED, check_lessons, learn, train_lessons, use


@pytest.fixture
def own():
    """An extractor whose weights may be changed."""
    return Extractor()


@pytest.fixture
def passages(write):
    """A file of passages that teach that Kent is graded and Essex is not."""
    lines = []
    for number in range(16):
        body = (
            f"HMICFRS graded Kent Police good at preventing crime. Essex has a good pier, and a fair in week {number}."
        )
        gold = {
            "forces": [{"id": "kent-police", "subject": True}],
            "grades": [{"force": "kent-police", "area": "preventing crime", "grade": "good", "previous": False}],
            "initiatives": [],
        }
        lines.append(json.dumps({"id": f"p{number:02}", "text": f"A report\n\n3 May 2024\n\n{body}", "gold": gold}))
    return str(write("passages.jsonl", "\n".join(lines) + "\n"))


def test_every_decision_is_learned(own, passages):
    tables = learn(own, read_lessons([passages], own))
    assert set(tables) == set(LEARNED)
    assert set(tables["forces"]) == {"bare", "reporting", "subject"}
    assert set(tables["grades"]) == {"link", "verdict", "now", "then", "both"}
    use(own, tables)
    record = own.extract_text("A report\n\n3 May 2024\n\nHMICFRS graded Kent Police good at preventing crime.")
    assert [(row.force, row.grade) for row in record.grades] == [("kent-police", "good")]


def test_weights_are_written_for_each_field(own, passages, tmp_path):
    paths = train_lessons(own, [passages], tmp_path)
    assert [path.name for path in paths] == [f"{field}.json" for field in LEARNED]
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in paths)


def test_lessons_are_scored_by_style(own, passages):
    head, row = check_lessons(own, [passages])
    assert head.split() == ["style", "lessons", *LEARNED]
    assert row.split()[:2] == ["passages", "16"]


@pytest.mark.parametrize("field", LEARNED)
def test_our_weights_say_from_how_much_they_were_learned(field):
    assert "articles and passages" in (DATA / "weights" / f"{field}.json").read_text(encoding="utf-8")[:200]
