"""Articles on what became of an earlier report, whose grades are all of that."""

import pytest

from extract.pipes.annotation import annotations_of, reading_of
from extract.pipes.grades.revisits import is_revisit

GRADES = "Inspectors graded it inadequate at managing offenders and good at leadership. Its custody was adequate."


@pytest.fixture(scope="module")
def previous(nlp):
    """Of each grade of an article on Kent Police whether it is of an earlier inspection."""

    def run(body):
        doc = nlp(f"Kent Police: an update\n\n14 February 2024\n\n{body}")
        return [note.attributes["previous"] for note in annotations_of(doc, "grades")]

    return run


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("HMICFRS has been back to Kent Police.", True),
        ("The inspectorate has been back for a progress visit.", True),
        ("One year on: how far has Kent Police come?", True),
        ("One cause of concern at Kent Police has been closed.", True),
        ("Letter after our revisit to Kent Police in May.", True),
        ("HMICFRS has published its report on Kent Police.", False),
        ("Kent Police has made good progress over one year on the beat.", False),
    ],
)
def test_an_opening_tells_that_an_article_is_of_a_revisit(nlp, opening, expected):
    assert is_revisit(reading_of(nlp(f"{opening}\n\n14 February 2024\n\nIt was graded good."))) is expected


def test_an_article_of_a_revisit_tells_the_grades_of_the_report_before_it(previous):
    assert previous(
        "HMICFRS has been back to Kent Police.\n\nThe report that it published in March 2023 raised two causes of concern. "
        "Inspectors considered that the force was inadequate in vetting and in custody. They also said that its leadership "
        "required improvement."
    ) == [True, True]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The letter hands out no new grades.", True),
        ("A check of this sort does not lead to new grades.", True),
        ("No grades were changed as a result of the visit.", True),
        ("The force has not been re-graded.", True),
        ("Revisit letters carry no grades.", True),
        ("The two inspectors were not there to hand out marks.", True),
        ("Those grades stand until the next full inspection.", False),
        ("The inspectors will be back in April. No new grades will be given then.", False),
        ("No new grade was given for vetting.", False),
        ("The force will not be graded again for two years.", False),
    ],
)
def test_where_a_visit_gave_no_grades_they_are_older(previous, sentence, expected):
    assert previous(f"HMICFRS has reported on Kent Police. {GRADES}\n\n{sentence}") == [expected] * 3


def test_in_an_article_on_a_revisit_grades_that_stand_are_older(previous):
    body = f"HMICFRS went back to Kent Police in April. {GRADES} Those grades stand until the next full inspection."
    assert previous(body) == [True] * 3


def test_that_one_visit_gave_no_grades_says_nothing_of_the_next_part_of_a_digest(previous):
    body = (
        "Notes of the week\n\nKENT\n\nHMICFRS has revisited Kent Police. No new grades were given. It was inadequate at vetting."
        "\n\nSURREY\n\nHMICFRS has graded Surrey Police good at leadership."
    )
    assert previous(body) == [True, False]
