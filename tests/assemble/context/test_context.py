"""Which body a place in the text is about."""

import pytest

from extract.assemble.context import Context
from extract.pipes.annotation import annotations_of, reading_of
from tests.marked import HEAD


@pytest.fixture(scope="module")
def about(nlp):
    """Ids of the bodies that the place marked with ^ is about."""

    def run(body, head=HEAD, *, outside=False):
        at = len(head) + body.index("^")
        doc = nlp(head + body.replace("^", ""))
        reading = reading_of(doc)
        place = next(n for n in range(len(reading.text)) if reading.source(n, n + 1)[0] >= at)
        sentence = reading.sentences[reading.sentence_at(place)]
        context = Context(reading, annotations_of(doc, "forces"), outside=outside)
        return context.of(place, (sentence.start, sentence.end))

    return run


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kent Police was ^good.", ["kent-police"]),
        ("Kent Police and Essex Police were ^good.", ["kent-police", "essex-police"]),
        ("Kent Police is big. While nobody doubts its zeal, Essex Police is slow. It was ^good.", ["essex-police"]),
        ("Kent Police was bad. Essex Police was ^good.", ["essex-police"]),
        ("Kent Police was bad. Essex Police was bad. It was ^good.", ["essex-police"]),
        ("Kent Police was bad, and unlike Essex Police it was ^good.", ["kent-police"]),
        ("Kent Police, whose chief came from Essex Police, was ^good.", ["kent-police"]),
        ("Kent Police is in the same club as Essex Police with a grading of ^good.", ["kent-police"]),
        ("Kent Police met Essex Police. Both forces were ^good.", ["kent-police", "essex-police"]),
        ("Kent Police has a chief who had a spell at Essex Police. The force is ^good.", ["kent-police"]),
        ("Kent Police, whose control room takes calls for Essex Police, was ^good.", ["kent-police"]),
        (
            "Surrey Police is near. Surrey Police met Kent Police and Essex Police. Kent Police and Essex Police are big. Both forces "
            "were ^good.",
            ["kent-police", "essex-police"],
        ),
        (
            "Kent Police was inspected. Essex Police was not. Two years ago there were three causes of concern about Kent Police."
            " It was ^good.",
            ["kent-police"],
        ),
        (
            "Kent Police is big. Its chief, who led Essex Police until 2020, is new. The force is ^good.",
            ["kent-police"],
        ),
        (
            "Kent Police is big. It has a new head of custody from Essex Police. Its control room is run by Essex Police. It is ^good.",
            ["kent-police"],
        ),
        ("Nobody was ^good.", []),
    ],
)
def test_the_forces_of_the_sentence_or_else_the_one_named_last(about, body, expected):
    assert about(body) == expected


def test_a_section_is_about_the_force_of_its_heading(about):
    body = (
        "Two forces of the region were inspected in May, and the reports were published today.\n\nKent Police\n\n"
        "The inspectors went there in May and stayed for a week.\n\nEssex Police\n\nThe inspectors went there in June, "
        "and it was ^good to see."
    )
    assert about(body) == ["essex-police"]


def test_the_force_of_the_headline_is_the_main_one(about):
    head = "Kent Police praised\n\n24 November 2025\n\n"
    assert about("The inspectors went to it in May. The force was ^good.", head) == ["kent-police"]


def test_of_forces_named_equally_often_one_that_somebody_works_for_is_not_the_main_one(about):
    body = (
        "Her son is a firefighter with Kent Fire and Rescue Service.\n\nThe chief presented the report on Avon Fire and "
        "Rescue Service.\n\nPrevention:\n\nThe work was ^good."
    )
    assert about(body) == ["avon-fire-and-rescue-service"]


def test_after_a_prison_a_place_is_about_no_force(about):
    body = "Kent Police was visited. HMP Elmley was visited too, and it was ^good."
    assert about(body, outside=True) == [None]
    assert about(body) == ["kent-police"]


def test_an_inspectorate_of_others_does_not_grade_a_force(nlp):
    head = "Kent Police inspected\n\n24 November 2025\n\nHMICFRS inspected Kent Police.\n\n"
    doc = nlp(head + "Its children's services are good in a new Ofsted report.")
    reading, at = reading_of(doc), len(reading_of(doc).text) - 40
    others = [note.start for note in annotations_of(doc, "inspectorate") if note.attributes["name"] == "Ofsted"]
    context = Context(reading, annotations_of(doc, "forces"), outside=True, others=others)
    last = reading.sentences[-1]
    assert context.of(at, (last.start, last.end)) == [None]


@pytest.mark.parametrize("opening", ["The police report is less kind.", "The force had a hard year."])
def test_a_sentence_that_opens_with_a_kind_of_body_is_about_the_one_of_that_kind(about, opening):
    body = f"Kent Police was visited.\n\nKent Fire and Rescue Service was visited too.\n\n{opening} Custody was ^good."
    assert about(body) == ["kent-police"]
    assert about(body.replace(opening, "It had a hard year.")) == ["kent-fire-and-rescue-service"]


def test_the_service_is_the_fire_service_where_police_and_fire_are_named(about):
    body = "Kent Police and Kent Fire and Rescue Service were visited. The fire service was ^good."
    assert about(body) == ["kent-fire-and-rescue-service"]
    assert about(body.replace("The fire service", "The force")) == ["kent-police"]
    assert about(body.replace("The fire service", "That force")) == ["kent-police"]
    assert about(body.replace("The fire service", "Kent did well, while fire service")) == [
        "kent-fire-and-rescue-service"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "All three ^require improvement for vetting.",
        "The three forces were ^good at vetting.",
        "When the three were inspected in 2020, all had been ^good.",
    ],
)
def test_so_many_bodies_are_those_named_before(about, sentence):
    body = f"Kent Police was visited. Essex Police and Sussex Police were visited too.\n\n{sentence}"
    assert sorted(about(body)) == ["essex-police", "kent-police", "sussex-police"]
    assert about(body.replace("three", "four")) != about(body)


@pytest.mark.parametrize(
    ("sentence", "forces"),
    [
        ("All three were ^good.", ["kent-police"]),
        ("When all three were last visited, they were ^good.", ["essex-police", "kent-police", "sussex-police"]),
        ("All three forces were ^good.", ["essex-police", "kent-police", "sussex-police"]),
    ],
)
def test_so_many_may_be_areas_of_the_one_body_named_just_before(about, sentence, forces):
    opening = "Kent Police, Essex Police and Sussex Police were visited. Essex Police was calm."
    assert (
        sorted(about(f"{opening}\n\nKent Police was asked about leadership, vetting and custody. {sentence}")) == forces
    )


def test_it_is_the_body_of_the_sentence_before_under_the_heading_of_another(about):
    body = "Kent\u2019s grades\n\nKent Police is slow.\n\nAcross the water Essex Police is quick."
    head = f"Essex Police and Kent Police were inspected.\n\n{body}"
    assert about(f"{head} It was ^good.") == ["essex-police"]
    assert about(f"{head} Its score for custody was ^good.") == ["essex-police"]
    assert about(f"{head} Custody was ^good.") == ["kent-police"]


def test_under_the_heading_of_a_fire_service_a_force_is_the_police(about):
    body = (
        "The grades of Kent Fire and Rescue Service\n\nIt did well. Kent Police will hear in May. That force was ^good."
    )
    assert about(body) == ["kent-police"]
    assert about(body.replace("That force", "The service")) == ["kent-fire-and-rescue-service"]


def test_the_fire_service_heads_what_is_of_it(about):
    body = "Kent Police was inspected. Kent Fire and Rescue Service was inspected too.\n\nThe fire service\n\nIt was ^good."
    assert about(body) == ["kent-fire-and-rescue-service"]
