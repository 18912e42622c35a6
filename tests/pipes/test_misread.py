import pytest

from extract.pipes.misread import CONFUSIONS, misread


def test_one_group_of_letters_is_misread_at_a_time():
    found = list(misread("requires improvement"))
    assert "requires irnprovement" in found
    assert "requlres improvement" in found
    assert len(found) == len(set(found))
    assert all(
        sum(a != b for a, b in zip(word.split(), ["requires", "improvement"], strict=True)) == 1 for word in found
    )


def test_short_words_and_known_words_are_left_alone():
    assert list(misread("force")) == ["f0rce"]  # no other word holds a digit
    assert list(misread("and")) == []
    assert "adequatc" not in set(misread("adequate", {"adequatc"}))


@pytest.mark.parametrize("word", ["inadcquate", "0utstanding", "adequatc", "g0od"])
def test_a_misread_grade_is_a_grade(record, word):
    found = record(f"HMICFRS inspected Kent Police in May. It graded the force {word} at preventing crime.").grades
    assert [row.area.text for row in found] == ["preventing crime"]


def test_every_confusion_is_in_lower_case():
    assert all(pair == (pair[0].lower(), pair[1].lower()) for pair in CONFUSIONS)


def test_a_misread_place_is_the_place(record):
    body = "HMICFRS inspected two forces in May.\n\nN0RTH YORKSHIRE\n\nEffectiveness: good\n\nKENT\n\nEffectiveness: adequate"
    rows = [(row.force, row.grade) for row in record(body).grades]
    assert rows == [("north-yorkshire-police", "good"), ("kent-police", "adequate")]
