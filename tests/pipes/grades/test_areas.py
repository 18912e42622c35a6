"""Lists of areas: where one area ends and the next begins, `|` between them."""

import pytest

from extract.gazetteers import load_gazetteers
from extract.pipes.grades.areas import Areas


@pytest.fixture(scope="module")
def split():
    lists = load_gazetteers(None)
    areas = Areas(word for row in lists.programmes.values() for words in row.topics.values() for word in words)

    def run(text):
        return " | ".join(text[start:end] for start, end in areas.split(text, 0, len(text)))

    return run


@pytest.mark.parametrize(
    "expected",
    [
        "investigating crime | tackling serious and organised crime",
        "tackling serious and organised crime | vetting",
        "preventing crime and anti-social behaviour",
        "effectiveness | efficiency | people",
        "prevention | protection | response",
        "fairness and diversity | leadership | training",
        "planning | training | reviewing",
        "supporting victims | building and developing its workforce",
        "call handling | crime recording | neighbourhood policing | vetting",
        "responding to the public | investigating crime | supporting victims | recording crime | managing offenders",
        "preventing fires and other risks | protecting the public through fire regulation | responding to fires and other "
        "emergencies",
        "disrupting serious organised crime | building, supporting and protecting the workforce | leadership and force "
        "management",
        "promoting the right values and culture | getting the right people with the right skills | ensuring fairness and "
        "promoting diversity",
        "operating efficiently and providing sustainable services to the public",
        "protecting those who are vulnerable from harm and supporting victims",
        "keeping people safe and reducing crime",
        "treating people fairly and with respect",
    ],
)
def test_a_list_is_parted_where_an_area_ends(split, expected):
    *first, last = expected.split(" | ")
    assert split(" and ".join([", ".join(first), last]) if first else last) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "leadership, the way it protects vulnerable people, manages suspects and treats the public",
            "leadership | protects vulnerable people | manages suspects | treats the public",
        ),
        (
            "the way it prevents crime and deals with disorder, its response to the public and how it supports victims",
            "prevents crime | deals with disorder | response to the public | supports victims",
        ),
        ("at preventing crime and at managing offenders", "preventing crime | managing offenders"),
        ("managing offenders; and", "managing offenders"),
        ("understanding risk, response and vetting", "understanding risk | response | vetting"),
        ("prevention, of investigations and of vetting", "prevention | investigations | vetting"),
        (
            "preventing fires, responding to emergencies, vetting",
            "preventing fires | responding to emergencies | vetting",
        ),
        ("vetting, together with leadership and force management", "vetting | leadership and force management"),
        ("how Surrey Fire and Rescue Service prevents fires", "Surrey Fire and Rescue Service prevents fires"),
        (
            "investigating crime, building and supporting its workforce, and leadership",
            "investigating crime | building and supporting its workforce | leadership",
        ),
        (
            "the efficiency with which it keeps people safe and reduces crime",
            "efficiency with which it keeps people safe and reduces crime",
        ),
        (
            "protecting those who are vulnerable, and supporting victims",
            "protecting those who are vulnerable | supporting victims",
        ),
    ],
)
def test_what_a_body_does_is_a_list_too(split, text, expected):
    assert split(text) == expected
