"""Rows of grades that another row refutes."""

from dataclasses import dataclass

import pytest

from extract.assemble.grades.clashes import settle


@dataclass
class Row:
    grade: str
    lean: float | None = None
    previous: bool = False
    rule: str = "grades.linked"
    area: tuple[int, int] | None = (0, 5)
    force: str | None = "kent-police"
    weak: bool = False
    start: int = 0


def told(*rows):
    """What is left, the rows of an earlier inspection in brackets."""
    return " ".join(f"({row.grade})" if row.previous else row.grade for row in settle(rows, lambda area: area))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([Row("good", -1.0), Row("adequate", -6.0)], "(good) adequate"),
        ([Row("adequate", -6.0), Row("good", -1.0)], "adequate (good)"),
        ([Row("adequate", rule="grades.table"), Row("good", -1.0)], "adequate (good)"),
        ([Row("good", -8.0), Row("adequate", -6.0)], "good"),
        ([Row("good", -8.0), Row("adequate", -1.0, rule="grades.context")], "good"),
        ([Row("good", -1.0), Row("adequate", -6.0), Row("inadequate", previous=True)], "adequate (inadequate)"),
    ],
)
def test_an_area_has_one_grade_in_this_inspection(rows, expected):
    assert told(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([Row("adequate", 0.2, previous=True), Row("inadequate", 9.0, previous=True)], "adequate (inadequate)"),
        ([Row("adequate", 5.0, previous=True), Row("inadequate", 9.0, previous=True)], "(adequate) (inadequate)"),
    ],
)
def test_a_doubtful_one_of_two_earlier_grades_is_of_now(rows, expected):
    assert told(*rows) == expected


def test_other_areas_other_bodies_and_other_inspections_refute_nothing():
    rows = [Row("good"), Row("adequate", area=None), Row("poor", force=None), Row("inadequate", previous=True)]
    assert told(*rows) == "good adequate poor (inadequate)"


def test_a_later_sentence_tells_that_a_grade_was_of_the_inspection_before(record):
    body = (
        "HMICFRS has graded Kent Police requires improvement at protecting vulnerable people and good at managing "
        "offenders, its report says.\n\nProtecting vulnerable people was good, and the fall is a cause of sadness."
    )
    rows = {(row.area.text, row.grade, row.previous) for row in record(body).grades}
    assert rows == {
        ("protecting vulnerable people", "requires improvement", False),
        ("managing offenders", "good", False),
        ("Protecting vulnerable people", "good", True),
    }
