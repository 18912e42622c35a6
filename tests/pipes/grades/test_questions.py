"""Questions of an inspectorate with the grade that answers each, in lines, lists, tables and sentences."""

import pytest

from extract.pipes.grades.questions import asked

TWO = ["good: look after its custody records", "requires improvement: finding missing children"]


@pytest.mark.parametrize(
    "body",
    [
        "How well does the force look after its custody records?\nGood\n\nHow effective is it at finding missing children?\nRequires improvement",
        "To what extent does the force look after its custody records?\n\nGood\n\nHow efficient is the force in finding missing children?\n\nRequires improvement",
        "- How well does the force look after its custody records? Good\n- How good is it at finding missing children? Requires improvement",
        "- Does the force look after its custody records? – Good\n- Is it finding missing children? – Requires improvement",
        "How well does it look after its custody records? Good. How effective is it at finding missing children? Requires improvement.",
        "How well does the force look after its custody records?\nGrade: good\n\nHow effective is it at finding missing children?\nGrade: requires improvement",
        "| Question | Grade |\n|---|---|\n| How well does the force look after its custody records? | Good |\n| How effective is it at finding missing children? | Requires improvement |",
    ],
)
def test_a_grade_that_answers_a_question(grades, body):
    assert grades(body) == TWO


@pytest.mark.parametrize(
    "body",
    [
        "What did they find? Good things.",
        "How was the weather? Good, said the chief constable, and laughed.",
        "What is next? Good question.",
    ],
)
def test_other_questions(grades, body):
    assert grades(body) == []


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("how well do the systems support the staff?", "systems support the staff"),
        ("to what extent is kent police ready for floods?", "ready for floods"),
        ("can we answer every call?", "answer every call"),
        ("who answers the calls?", None),
        ("how well does the force plan.", None),
    ],
)
def test_what_is_asked(sentence, area):
    found = asked(sentence, 0, len(sentence))
    assert (found and sentence[slice(*found)]) == area
