"""Which scale the grades of an article are of."""

from extract.pipes.grades.scales import in_scale


def test_the_lowest_mark_of_a_prison_is_poor():
    lower = "safety got the lowest possible mark. respect is reasonably good."
    hits = [(15, 36, "inadequate"), (48, 63, "reasonably good")]
    assert in_scale(lower, hits) == [(15, 36, "poor"), (48, 63, "reasonably good")]
    assert in_scale(lower, hits[:1]) == hits[:1]


def test_a_grade_that_is_named_stays():
    lower = "ofsted found it inadequate. respect is reasonably good."
    hits = [(16, 26, "inadequate"), (39, 54, "reasonably good")]
    assert in_scale(lower, hits) == hits
