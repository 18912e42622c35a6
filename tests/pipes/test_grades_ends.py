"""Where the wording of an area ends: before a time, a report, a verb of what the grade did."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It was only adequate at keeping people safe and at the way in which it pays its own staff.",
            ["adequate: keeping people safe | pays its own staff"],
        ),
        (
            "For its handling of its own money it is outstanding, as it is for the care of its own buildings.",
            ["outstanding: handling of its own money | care of its own buildings"],
        ),
        ("Its own leadership requires improvement.", ["requires improvement: leadership"]),
        ("The force was rated adequate for vetting last March.", ["was adequate: vetting"]),
        ("It was marked good for its custody suites last summer.", ["was good: custody suites"]),
        (
            "Its inadequate for leadership in 2009 cost the chief constable his job.",
            ["was inadequate: leadership"],
        ),
        (
            "It was good at managing offenders in its PEEL report last autumn and puts that down to a new unit.",
            ["was good: managing offenders"],
        ),
        (
            "Protecting vulnerable people leaps two rungs to good.",
            ["good: Protecting vulnerable people"],
        ),
        (
            "The force is inadequate at recording crimes reported by prisoners.",
            ["inadequate: recording crimes reported by prisoners"],
        ),
    ],
)
def test_an_area_ends_before_what_is_told_of_its_grade(grades, sentence, expected):
    assert grades(sentence) == expected
