"""Counts and initiatives as rows, and the values that every row has."""

import pytest

from extract.assemble.rows import write_finding
from extract.document.document import Flaw

OPENING = "HMICFRS inspected Kent Police in May and published its report today.\n\n"


def test_a_count_stated_twice_is_one_row(record):
    found = record(
        OPENING
        + "There are eleven areas for improvement.\n\nThe 11 areas for improvement are many: 11 areas for improvement."
    )
    (row,) = found.stated_counts
    assert (row.count, row.of, row.grade, row.force) == (11, "areas for improvement", None, None)


def test_with_several_forces_a_count_has_its_force(record):
    found = record(
        "HMICFRS inspected Kent Police and Essex Police.\n\nKent Police was graded good in three areas.\n\n"
        "Essex Police was graded good in two areas."
    )
    assert [(row.count, row.grade, row.force) for row in found.stated_counts] == [
        (3, "good", "kent-police"),
        (2, "good", "essex-police"),
    ]


def test_an_initiative_is_one_row_with_every_mention(record):
    found = record(
        "The force runs Operation Oak, which was launched in 2021 and finds the cars that were stolen.\n\n"
        "Operation Oak won a prize."
    )
    (row,) = found.initiatives
    assert (row.name, row.kind, row.started) == ("Operation Oak", "operation", "2021")
    assert [evidence.text for evidence in row.evidence] == ["Operation Oak", "Operation Oak"]
    assert row.about.text.startswith("The force runs Operation Oak")


def test_rows_have_the_rule_and_its_confidence(record, extractor):
    found = record(
        OPENING + "It was graded good at preventing crime. It should train its staff. “We will,” ACC Jo Hale said."
    )
    rows = [*found.forces, *found.grades, *found.recommendations, *found.officials, *found.quotes]
    assert rows
    for row in rows:
        assert row.confidence == extractor.assembler.confidence(row.rule)
        assert 0 <= row.confidence <= 1


def test_a_rule_that_was_never_measured_has_the_confidence_of_its_field(extractor, gazetteers):
    assert extractor.assembler.confidence("grades.unheard-of") == gazetteers.confidence.fields["grades"]


def test_a_finding_about_the_text_points_at_its_first_place():
    row = write_finding(Flaw("V103", "control characters", 3, 4), "abc\x01def")
    assert row["evidence"] == [{"start": 3, "end": 4, "text": "\x01"}]
    assert (row["code"], row["severity"], row["path"]) == ("V103", "warning", "")


@pytest.mark.parametrize(("field", "value"), [("path", "a/b.txt"), ("media_type", "text/plain"), ("characters", 5)])
def test_the_source_says_what_was_read(extractor, field, value):
    assert getattr(extractor.extract_text("Hello", "a/b.txt").source, field) == value
