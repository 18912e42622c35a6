"""Grades of a body that stands behind the opening of an article on Kent Police."""

import pytest

OPENING = "Kent Police graded\n\n18 March 2025\n\nHMICFRS inspected Kent Police and published its report today.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    """`area is grade`, `was` for an earlier one, in the order of the alphabet."""

    def run(body):
        return sorted(
            f"{row.area.text} {'was' if row.previous else 'is'} {row.grade}"
            for row in record(OPENING + body, "").grades
        )

    return run
