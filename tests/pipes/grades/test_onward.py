"""Lists of areas that go on behind an aside, and asides between an area and its verb."""

import pytest

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


@pytest.fixture(scope="module")
def rows(record):
    def run(body):
        return [f"{row.area.text} is {row.grade}" for row in record(OPENING + body).grades]

    return run


BOTH = ["vetting is good", "custody is good"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It was graded good for vetting and, for the first time, for custody.", BOTH),
        ("It was graded good for vetting and, above all, custody.", BOTH),
        ("It was graded good for vetting as well as for custody.", BOTH),
        ("It was good not only at vetting but also at custody.", BOTH),
        (
            "It has a good for vetting and another for custody, though for leadership it is only adequate.",
            [*BOTH, "leadership is adequate"],
        ),
        ("It was graded good for vetting and, inspectors said, custody had improved.", BOTH[:1]),
        ("It was graded good for vetting but also needs to find money for custody.", BOTH[:1]),
    ],
)
def test_a_list_goes_on_behind_an_aside(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "the part of its work that matters most",
        "the side of policing that few people see",
        "in which thousands of offences went missing",
        "where complaints had gone unanswered",
    ],
)
def test_what_tells_more_of_an_area_is_none(rows, aside):
    assert rows(f"Its crime recording, {aside}, requires improvement.") == ["crime recording is requires improvement"]
