"""Counts without a noun of their own, which go on from another."""

import pytest

OF = "areas for improvement"


@pytest.fixture(scope="module")
def counts(find):
    def run(body):
        found = [note.attributes for note in find("stated_counts", f"HMICFRS has reported. {body}")[1]]
        return [(data["count"], *([data["grade"]] if data["grade"] else [])) for data in found]

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Of six {OF}, three belong to Kent Police.", [6, 3]),
        (f"Of six {OF}, four fall to Essex Police and two to Kent Police.", [6, 4, 2]),
        (f"Of the eight {OF}, five are for Kent Police and three are for Essex Police.", [8, 5, 3]),
        (f"It sets out nine {OF}. Kent Police has five of them and Essex Police four.", [9, 5, 4]),
        (f"Of six {OF}, three have been met.", [6]),
        (f"It sets out six {OF}. Kent Police has met two of them.", [6]),
        (f"Under the heading of “{OF}” the inspectorate lists two:", [2]),
        (f"As to {OF}, the report makes five.", [5]),
        (f"As to {OF}, the report makes five points about money.", []),
    ],
)
def test_asks_are_shared_out_and_listed(counts, body, expected):
    assert [row[0] for row in counts(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("That adds up to eight areas: six good and two inadequate.", [(8,), (6, "good"), (2, "inadequate")]),
        ("It is up to eight areas: six good and two inadequate.", [(6, "good"), (2, "inadequate")]),
        ("The team was with us for most of last autumn and considered eight aspects of what we do.", [(8,)]),
        ("Forces are put in one of four categories: outstanding, good, requires improvement and inadequate.", []),
        ("There are only two outstandings for vetting in the country.", []),
        ("There were three outstandings in England. The force has four goods.", [(4, "good")]),
    ],
)
def test_areas_of_one_body_are_counted(counts, body, expected):
    assert counts(body) == expected
