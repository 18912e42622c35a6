"""Names that quotation marks, a year or the visits of a fire service show to be names."""

import pytest

from tests.marked import unmark


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The ‘[Make him think]’ campaign is for men.", "campaign"),
        ("Schools have “[Bystander to helper]” workshops.", "programme"),
        ("It is part of its ‘[Putting Selby’s Safety First]’ pledge.", "campaign"),
        ("It launched a poster campaign called ‘[Don’t drive by]’ in May.", "campaign"),
        ("The ‘[It’s not fair]’ awareness campaign began in May.", "campaign"),
        ("The [Transform 2030] programme aims to save money.", "programme"),
        ("They welcomed the national #[StandUp] campaign.\n\nCrews were glad.", "campaign"),
        ("The force has a new [Firebreak] scheme.\n\nOfficers were glad.", "scheme"),
        ("Crews deliver [Safe and Well] visits.", "scheme"),
        ("Staff make [Safe & Well] visits to the old.", "scheme"),
    ],
)
def test_a_name_with_no_capitals_but_the_first_in_marks(find, marks, body, kind):
    assert marks("initiatives", body) == body
    _, (note,) = find("initiatives", unmark(body)[0])
    assert note.attributes["kind"] == kind


@pytest.mark.parametrize(
    "body",
    [
        "He said that it was ‘Nowhere near enough’ and the scheme failed.",
        "“We are pleased with the scheme,” he said. “It is a good campaign.”",
        "A ‘One size fits all’ programme will not do.",
        "‘Walk away’ is what the campaign says. The PEEL 2030 programme goes on.",
        "The boy was found safe and well. Safe and well visits went up.",
    ],
)
def test_words_in_marks_that_name_nothing(find, body):
    assert find("initiatives", body)[1] == []


def test_a_longer_name_that_begins_with_a_known_one(marks):
    body = "They praised [Safe and Well Kingsmere], a scheme for the old."
    assert marks("initiatives", body) == body


def test_plans_that_were_published_do_not_date_an_initiative(find):
    body = "Crews make Safe and Well visits. The changes to them were announced in plans published in April 2017."
    assert find("initiatives", body)[1][0].attributes["started"] is None


@pytest.mark.parametrize(
    "body", ["A friend of Jo Hale’s 2016 campaign did not reply.", "The Kent Police 2024 campaign did not do well."]
)
def test_a_year_alone_is_no_name(find, body):
    assert find("initiatives", body)[1] == []
