"""Families that speak, and people whose office no second comma closes."""

import pytest

SAID = '"He was kind. We miss him."'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"The family said: {SAID}", "family"),
        (f"In a note passed on by Kent Police the family said: {SAID}", "family"),
        (f"Al Dean’s family said: {SAID}", "Al Dean's family"),
        (f"The family of Al Dean has issued the following tribute: {SAID}", "family of Al Dean"),
        (f"After the inquest, Al’s family paid tribute to him, saying: {SAID}", "Al's family"),
        (f"Statement from the family of Al Dean:\n\n{SAID}", "family of Al Dean"),
        (f"The parents of Al Dean, Bo and Mo, said: {SAID}", "parents of Al Dean"),
        (f"PC Jo Hale was there.\n\nHis family have written this tribute to him:\n\n{SAID}", "family"),
        (f"After the inquest, Al’s family released the following tribute: {SAID}", "Al's family"),
        (f"Kent Police was asked to issue this tribute on behalf of his family:\n\n{SAID}", "family"),
        (f"The mother of Al Dean, Jo Hale, said: {SAID}", "Jo Hale"),
        (f"Al Dean’s sister Jo Hale said: {SAID}", "Jo Hale"),
    ],
)
def test_a_family_speaks_and_not_whom_it_lost(credited, body, expected):
    assert credited("direct", body) == [(expected, "He was kind. We miss him.")]


@pytest.mark.parametrize(
    "office",
    [
        "Kent Police lead for road theft",
        "Schools Liaison Officer",
        "Head of Projects, University of Kent",
        "Head of Customer Contact for Kent Police",
    ],
)
def test_no_second_comma_closes_an_office(credited, office):
    body = f"Opening the yard, Superintendent Jo Hale, {office} said:\n\n“We act on it at once.”"
    assert credited("direct", body) == [("Jo Hale", "We act on it at once.")]


@pytest.mark.parametrize(
    "told", ["also of Dover LPU", "one of a number of leaders within Dover LPT", "a friend of Al Dean"]
)
def test_a_name_that_only_ends_what_is_told_of_somebody_does_not_speak(credited, told):
    assert credited("direct", f"Sergeant Jo Hale, {told}, said: “We act on it at once.”") == [
        ("Jo Hale", "We act on it at once.")
    ]


def test_no_second_comma_closes_a_clause(credited):
    body = "Following the sentencing, PC Jo Hale, who led the search at Dover said: “We found it at noon.”"
    assert credited("direct", body) == [("Jo Hale", "We found it at noon.")]


def test_who_has_issued_a_statement(credited):
    body = (
        "As the fair begins, Superintendent Jo Hale, head of the harbour division, has issued the following statement:\n\n"
        "“We want to thank you all.”"
    )
    assert credited("direct", body) == [("Jo Hale", "We want to thank you all.")]


def test_whose_words_they_are_is_said_below(credited):
    body = "“Be quick, be kind and be safe.”\n\nThat’s the message from Inspector Jo Hale, who leads the harbour team."
    assert credited("direct", body) == [("Jo Hale", "Be quick, be kind and be safe.")]
