"""Stretches of a sentence that may name an area."""

import pytest

from extract.gazetteers import load_gazetteers
from extract.pipes.elements import Scanner
from extract.pipes.grades.wordings import Wordings

CLASSES = load_gazetteers().classes
SCANNER, WORDINGS = Scanner(CLASSES, ["hmicfrs"]), Wordings(CLASSES)


def find(text):
    lower = text.lower()
    grades = [
        (lower.index(word), lower.index(word) + len(word), word) for word in ("good", "adequate") if word in lower
    ]
    elements = SCANNER.scan(lower, 0, len(lower), sorted(grades), [])
    return [lower[elements[w.first].start : elements[w.last - 1].end] for w in WORDINGS.find(elements)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is good at preventing crime.", ["at preventing crime"]),
        (
            "It is good at vetting, investigating crime and leadership.",
            ["at vetting, investigating crime and leadership"],
        ),
        ("It is good at vetting and adequate at leadership.", ["at vetting", "at leadership"]),
        ("How it answers calls is good.", ["how it answers calls"]),
        ("For answering calls it was good.", ["for answering calls"]),
        ("It is good at spotting people who may be at risk.", ["at spotting people who may be at risk"]),
        ("It is good at vetting, a step up.", ["at vetting", "a step"]),
        ("It is good at vetting, work that it shares.", ["at vetting", "shares"]),
        ("It is good at vetting; managing offenders; and training.", ["at vetting; managing offenders; and training"]),
        ("In vetting and leadership, both of which were good.", ["in vetting and leadership", "of"]),
        ("In its latest report it was good.", []),
        ("It was good three years ago.", []),
        ("It got good ratings in leadership.", ["in leadership"]),
        ("The efficiency of the force was good.", ["the efficiency"]),
        ("For efficiency the force was good.", ["for efficiency"]),
        ("It is good at making the service affordable.", ["at making the service affordable"]),
        ("In the previous report staffing was good.", ["staffing"]),
        ("It was adequate at our last crime data inspection.", []),
        ("It is good at preventing crime, treats people fairly.", ["at preventing crime", "treats people fairly"]),
        ("It is good in the efficiency with which it keeps order.", ["in the efficiency with which it keeps order"]),
        ("It is good at ensuring that staff behave.", ["at ensuring that staff behave"]),
        ("Vetting is good, its report says.", ["vetting"]),
        ("It noted the grades for vetting (good).", ["for vetting"]),
        ("Inspectors were most concerned about vetting, which was good.", ["vetting"]),
        ("No force in England and Wales is good at vetting.", ["at vetting"]),
        ("In its stalking report it was good.", []),
        ("It is good at vetting; for leadership, it is adequate.", ["at vetting", "for leadership"]),
        ("The two adequate judgments related to vetting.", ["vetting"]),
        ("The eleventh, for vetting, is good.", ["for vetting"]),
        ("It is good at vetting, the report states.", ["at vetting"]),
        (
            "It is good at treating the people they serve with respect.",
            ["at treating the people they serve with respect"],
        ),
    ],
)
def test_a_wording_ends_where_its_phrase_does(text, expected):
    assert find(text) == expected
