"""Articles on inspections that give no grades."""

import pytest

_LEAD = "Inspectors looked at cells for a custody inspection. The force was good at caring for detainees."


def test_praise_of_an_inspection_without_grades_grades_nothing(grades):
    assert grades(_LEAD) == []


@pytest.mark.parametrize("more", ["The force was graded by them.", "Health care was ‘good’.", "Food was inadequate."])
def test_an_article_that_grades_is_read(grades, more):
    assert "good: caring for detainees" in grades(f"{_LEAD} {more}")
