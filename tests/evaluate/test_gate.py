import pytest

from extract.errors import ConfigError
from extract.evaluate.gate import Floors, corpus_digest, hold, read_floors, renew, write_floors

CORPUS = "a" * 64
FLOORS = Floors(corpus=CORPUS, articles=40, floors={"forces": 0.9, "grades": 0.8})


def test_it_lets_pass_what_reaches_its_floor():
    assert hold(FLOORS, {"forces": 0.9, "grades": 0.95}, CORPUS) == []


def test_it_names_what_is_below_its_floor():
    assert hold(FLOORS, {"forces": 0.8999, "grades": 0.95}, CORPUS) == [
        "forces: 0.8999 is below its floor of 0.9000",
    ]


def test_it_does_not_let_pass_what_was_not_measured():
    assert hold(FLOORS, {"forces": 1.0}, CORPUS) == ["grades: was not measured, its floor is 0.8000"]


def test_it_does_not_let_pass_another_corpus():
    (line,) = hold(FLOORS, {"forces": 1.0, "grades": 1.0}, "b" * 64)
    assert "have changed" in line


def test_floors_rise_without_a_reason():
    renewed = renew(FLOORS, {"forces": 0.95, "grades": 0.8}, CORPUS, 40, None)
    assert renewed.floors == {"forces": 0.95, "grades": 0.8}
    assert renewed.lowered == ()


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_floors_do_not_fall_without_a_reason(reason):
    with pytest.raises(ConfigError, match=r"grades from 0\.8000 to 0\.7000.*--allow-regression"):
        renew(FLOORS, {"forces": 0.95, "grades": 0.7}, CORPUS, 40, reason)


def test_a_floor_that_fell_keeps_its_reason():
    once = renew(FLOORS, {"forces": 0.95, "grades": 0.7}, CORPUS, 40, "gold mended")
    twice = renew(once, {"forces": 0.9, "grades": 0.75}, CORPUS, 40, "a harder sample")
    assert [(one.reason, one.floors) for one in twice.lowered] == [
        ("gold mended", {"grades": (0.8, 0.7)}),
        ("a harder sample", {"forces": (0.95, 0.9)}),
    ]


def test_floors_survive_their_file(tmp_path):
    floors = renew(FLOORS, {"forces": 0.95, "grades": 0.7}, CORPUS, 40, "a harder sample")
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize("content", ["", "[]", '{"corpus": "x"}'])
def test_a_file_without_floors_is_refused(write, content):
    with pytest.raises(ConfigError, match="holds no floors"):
        read_floors(write("floors.json", content))


def test_a_missing_file_says_how_to_make_it(tmp_path):
    with pytest.raises(ConfigError, match="--update"):
        read_floors(tmp_path / "floors.json")


def test_the_digest_sees_articles_and_gold_and_nothing_else(write, tmp_path):
    write("a.txt", "one")
    write("a.gold.json", "{}")
    before = corpus_digest(tmp_path, ["a"], [".txt"])
    write("notes.md", "three")
    write("b.txt", "no gold")
    assert corpus_digest(tmp_path, ["a"], [".txt"]) == before
    write("a.txt", "two")
    changed = corpus_digest(tmp_path, ["a"], [".txt"])
    write("a.gold.json", "{ }")
    assert len({before, changed, corpus_digest(tmp_path, ["a"], [".txt"])}) == 3
