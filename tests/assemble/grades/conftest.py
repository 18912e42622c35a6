"""Grades as rows of a record."""

import pytest


@pytest.fixture(scope="module")
def rows(record):
    """Rows as `force: area is grade`, the force for short."""

    def run(body, head=None):
        found = []
        for row in (record(body, head) if head else record(body)).grades:
            force = (row.force or "none").removesuffix("-police")
            found.append(f"{force}: {row.area.text} {'was' if row.previous else 'is'} {row.grade}")
        return found

    return run
