"""Areas that a sentence names of those which were counted before it."""

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Two areas came out as good. Custody was one of them.", ["Custody is good"]),
        (
            "Five areas are adequate. Leadership and vetting were among them.",
            ["Leadership is adequate", "vetting is adequate"],
        ),
        ("Three areas were rated good. It is pleasing to find custody among the three.", ["custody is good"]),
        ("There were three goods. One of them was for custody.", ["custody is good"]),
        ("The force got just one outstanding. It went to custody.", ["custody is outstanding"]),
        ("Only one area was outstanding. That was for custody.", ["custody is outstanding"]),
        (
            "Five are adequate. I was glad to see leadership among those five, because in 2021 it was inadequate.",
            ["leadership is adequate", "leadership was inadequate"],
        ),
        ("It was rated good in five areas. One of them is run from a portable cabin.", []),
        ("It was rated good in five areas. The chief constable was one of the first to say so.", []),
        ("There was one outstanding. It came as a surprise.", []),
        ("It got one outstanding. It was in the post on Monday.", []),
        ("It was rated good in three areas. We hope to see custody among them next time.", []),
        ("It was rated good in three areas. Custody was not one of them.", []),
        ("It was rated good in three areas. Custody was one of the four.", []),
        ("It was good in five areas and outstanding in one. One was at a wedding when he heard.", []),
    ],
)
def test_one_of_a_number_of_areas_is_named_behind_it(rows, body, expected):
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "While custody earned a good, vetting could only muster an adequate.",
            ["custody is good", "vetting is adequate"],
        ),
        ("As for vetting, the word is inadequate.", ["vetting is inadequate"]),
        ("Custody is where the force does best, with an outstanding.", ["Custody is outstanding"]),
        ("Vetting could be outstanding one day.", []),
        ("It could only hope for an outstanding for vetting.", []),
        ("Nobody would use the word adequate of its vetting.", []),
        ("Good is the word for the weather in Kent.", []),
        ("The food in the canteen is no better than adequate.", []),
    ],
)
def test_a_grade_is_got_where_a_word_seems_to_deny_it(rows, body, expected):
    assert rows(body) == expected
