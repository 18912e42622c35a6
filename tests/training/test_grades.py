"""What gold says of the sentences of an article: which wording a grade is for, and of which inspection it is."""

from extract.training.grades import mark, pipe_of


def rows(*found):
    names = ("force", "area", "grade", "previous")
    return {"grades": [dict(zip(names, ("kent-police", *row), strict=True)) for row in found]}


def marked(extractor, lesson, body, gold):
    (found,) = mark(pipe_of(extractor), lesson(body, gold))
    words = [sketch.text for sketch in found.sketches]
    hits = {grade: hit[2] for grade, hit in found.view.hits.items()}
    links = {(words[n], hits[grade]): right for (n, grade), right in found.links.items()}
    states = {hits[grade]: state for grade, state in found.states.items()}
    return links, {hits[grade]: right for grade, right in found.verdicts.items()}, states


def test_a_wording_belongs_to_the_grade_of_its_row(extractor, lesson):
    gold = rows(("preventing crime", "good", False), ("leadership", "adequate", False))
    body = "Kent Police was graded good at preventing crime and adequate at leadership."
    links, verdicts, states = marked(extractor, lesson, body, gold)
    assert links["preventing crime", "good"]
    assert not links["preventing crime", "adequate"]
    assert links["leadership", "adequate"]
    assert verdicts == {"good": True, "adequate": True}
    assert states == {"good": "now", "adequate": "now"}


def test_a_grade_of_no_row_is_no_verdict(extractor, lesson):
    _, verdicts, _ = marked(extractor, lesson, "Kent Police was good on crime dramas.", rows())
    assert verdicts == {"good": False}


def test_an_earlier_grade_is_then(extractor, lesson):
    gold = rows(("leadership", "inadequate", True), ("leadership", "good", False))
    _, _, states = marked(extractor, lesson, "Its leadership was inadequate in 2019 and is now good.", gold)
    assert states == {"inadequate": "then", "good": "now"}
