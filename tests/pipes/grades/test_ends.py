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
        (
            "It is adequate for leadership, and for the way it trains and equips its people.",
            ["adequate: leadership | trains and equips its people"],
        ),
        (
            "It requires improvement at making best use of resources, promoting the right values and culture, and how "
            "the service manages performance and develops its leaders.",
            [
                "requires improvement: making best use of resources | promoting the right values and culture | manages "
                "performance and develops its leaders"
            ],
        ),
        ("Its own leadership requires improvement.", ["requires improvement: leadership"]),
        ("It was found inadequate at vetting three years later.", ["inadequate: vetting"]),
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
