"""Words for several bodies by their number, as the subject of a grade."""

import pytest

KENT = "Three forces\n\nHMICFRS published its reports on Kent Police, Sussex Police and Surrey Police today.\n\n"
WALES = "Two forces\n\nHMICFRS published its reports on Gwent Police and South Wales Police today.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Every one of the trio is good at vetting.",
        "The trio has been rated good for vetting.",
        "All of the three forces are good at vetting.",
        "Each of the three forces was graded good at vetting.",
    ],
)
def test_all_of_three_bodies_are_graded(record, sentence):
    rows = record(sentence, KENT).grades
    assert {row.force for row in rows} == {"kent-police", "sussex-police", "surrey-police"}
    assert {(row.area.text, row.grade) for row in rows} == {("vetting", "good")}


@pytest.mark.parametrize("both", ["Both Welsh forces", "Both of the forces", "Both of these forces"])
def test_both_of_two_bodies_are_graded(record, both):
    rows = record(f"{both} were good when it came to managing offenders.", WALES).grades
    assert [row.force for row in rows] == ["gwent-police", "south-wales-police"]


def test_a_group_of_officers_is_no_group_of_bodies(record):
    rows = record("A trio of detectives was commended. Kent Police was graded good at vetting.", KENT).grades
    assert [row.force for row in rows] == ["kent-police"]


@pytest.mark.parametrize(
    ("sentence", "forces"),
    [
        ("The former is good at vetting and the latter inadequate at custody.", ["gwent-police", "south-wales-police"]),
        ("The latter is good at vetting, the former adequate at custody.", ["south-wales-police", "gwent-police"]),
        ("The former is good at vetting and adequate at custody.", ["gwent-police", "gwent-police"]),
    ],
)
def test_one_of_two_bodies_and_then_the_other_is_graded(record, sentence, forces):
    rows = record(f"Gwent Police and South Wales Police share a lab. {sentence}", WALES).grades
    assert [row.force for row in rows] == forces
