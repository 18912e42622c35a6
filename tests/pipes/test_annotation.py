"""What holds for every pipe: `find` is pure, `__call__` stores what it gives, offsets lie in the text, values are plain."""

import json
from pathlib import Path

import pytest

from extract.pipes.annotation import Annotation, annotations_of, notes_of, reading_of

FIELDS = ["forces", "inspectorate", "officials", "quotes", "grades", "stated_counts", "recommendations", "initiatives"]
SAMPLE = Path(__file__).parents[2] / "samples/dev/trade-01-kent-peel-eight-areas.txt"


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(SAMPLE.read_text(encoding="utf-8"))


def test_the_pipes_are_those_of_the_fields_behind_the_trigger_index(nlp):
    assert nlp.pipe_names[0] == "triggers"
    assert sorted(nlp.pipe_names[1:]) == sorted(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_find_is_pure_and_the_call_stores_what_it_gives(nlp, doc, field):
    pipe = nlp.get_pipe(field)
    before = json.dumps({key: notes_of(doc)[key] for key in FIELDS})
    once, twice = list(pipe.find(doc)), list(pipe.find(doc))
    assert pipe.key == field
    assert once == twice == annotations_of(doc, field)
    assert json.dumps({key: notes_of(doc)[key] for key in FIELDS}) == before


@pytest.mark.parametrize("field", FIELDS)
def test_annotations_are_plain_and_lie_in_the_text(doc, field):
    text = reading_of(doc).text
    found = annotations_of(doc, field)
    assert found == [Annotation(*note) for note in found]
    assert [note.start for note in found] == sorted(note.start for note in found)
    for note in found:
        assert 0 <= note.start < note.end <= len(text)
        assert note.rule.split(".")[0] in (field, "counts")
        assert json.loads(json.dumps(note.attributes)).keys() == note.attributes.keys()
        assert all(0 <= start <= end <= len(text) for start, end, _ in note.cues)


@pytest.mark.parametrize("field", FIELDS)
def test_boilerplate_gives_nothing(find, field):
    body = (
        "The streets were quiet on Monday.\n\nRelated News\n\nHMICFRS graded Kent Police good at preventing crime\n\n"
        "Operation Oak: “We did it well,” says ACC Jo Hale\n\nThe force should record crime\n\n"
        "Copyright © 2025 Kent Police. All rights reserved."
    )
    assert find(field, body)[1] == []


@pytest.mark.parametrize("field", FIELDS)
def test_an_article_about_something_else_gives_nothing(find, field):
    body = "The cat sat on the mat for most of the day. In the evening it slept by the window and dreamt of mice."
    assert find(field, body)[1] == []
