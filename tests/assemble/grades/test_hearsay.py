"""Grades in somebody's words: what the inspectorate gave is reported, praise is not."""

import pytest

HEAD = "Kent Police inspected\n\nHMICFRS inspected Kent Police and graded it adequate for training today.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We had been good at vetting in 2009,” said Chief Constable Ann Dunn.", ["vetting was good"]),
        (
            "“You were outstanding for custody last time and now you are merely adequate,” said Cllr Ray Hale.",
            ["custody was outstanding", "custody is adequate"],
        ),
        ("“We were inadequate for vetting five years ago,” said Chief Constable Ann Dunn.", ["vetting was inadequate"]),
        (
            "Chief Constable Ann Dunn went through the results one by one.\n\n“We are good at vetting,” she said.",
            ["vetting is good"],
        ),
        (
            "“Vetting was good last time and it is adequate this time,” said Cllr Ray Hale.",
            ["Vetting was good", "Vetting is adequate"],
        ),
        ("Chief Constable Ann Dunn went through the yard.\n\n“We are good at vetting,” she said.", []),
        ("“Our officers are good at vetting,” said Chief Constable Ann Dunn.", []),
        ("“We were good to each other last time,” said Chief Constable Ann Dunn.", []),
        ("“I think that we are outstanding at custody,” said Cllr Ray Hale.", []),
    ],
)
def test_a_speaker_reports_what_was_given_at_a_time(record, body, expected):
    rows = record(body, HEAD).grades
    found = [f"{row.area.text} {'was' if row.previous else 'is'} {row.grade}" for row in rows]
    assert found == ["training is adequate", *expected]
