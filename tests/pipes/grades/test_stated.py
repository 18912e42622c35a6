"""Plain statements of grades: what is rated, what both are for, what a move is for."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inspectors found the quality of education inadequate.", ["inadequate: quality of education"]),
        (
            "The first response to a report was found to be good, and so was our work with the courts.",
            ["good: first response to a report | work with the courts"],
        ),
        ("It marked the readiness of its kit as good.", ["good: readiness of its kit"]),
        ("Its dog section was found to be outstanding.", ["outstanding: dog section"]),
        (
            "In contrast its prevention work, which had been slow, is rated adequate.",
            ["adequate: prevention work"],
        ),
        (
            "Kent is good for custody and adequate for vetting; Essex is inadequate for both.",
            ["good: custody", "adequate: vetting", "inadequate: custody | vetting"],
        ),
        (
            "The force is good at vetting, and has climbed to good, from adequate, for treating the public fairly.",
            ["good: vetting", "good: treating the public fairly", "was adequate: treating the public fairly"],
        ),
        (
            "The brigade is rated good for understanding risk and for getting to emergencies.",
            ["good: understanding risk | getting to emergencies"],
        ),
        (
            "Two years earlier, values and culture had been graded as requiring improvement.",
            ["was requires improvement: values and culture"],
        ),
        (
            "Custody was marked as adequate, and protecting vulnerable people fared no better.",
            ["adequate: Custody | protecting vulnerable people"],
        ),
        ("Custody was rated good. Vetting fared no better.", ["good: Custody", "good: Vetting"]),
        ("Custody was rated good. Vetting is no better than it was.", ["good: Custody"]),
        (
            "The force was good at vetting in 2009 and was found inadequate at vetting three years later.",
            ["was good: vetting", "inadequate: vetting"],
        ),
        (
            "Leadership and training both came out as good, the latter a step up from adequate two years ago.",
            ["good: Leadership | training", "was adequate: training"],
        ),
        ("Three years ago, custody was rated inadequate.", ["was inadequate: custody"]),
    ],
)
def test_a_plain_statement_gives_a_grade(grades, sentence, expected):
    assert grades(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Most case files were judged good.",
        "Residents rated the canteen as good.",
        "Relations between staff were found to be good.",
        "The report was found to be a good read.",
    ],
)
def test_what_is_found_good_is_not_always_graded(grades, sentence):
    assert grades(sentence) == []


def test_a_body_that_got_what_it_had_got_has_its_grades_twice(record):
    head = "Kent Police inspected\n\nHMICFRS inspected Kent Police in May and published its report today.\n\n"
    rows = record("It got exactly what it got two years ago: good for custody, and adequate for vetting.", head).grades
    assert sorted((row.area.text, row.grade, row.previous) for row in rows) == [
        ("custody", "good", False),
        ("custody", "good", True),
        ("vetting", "adequate", False),
        ("vetting", "adequate", True),
    ]
