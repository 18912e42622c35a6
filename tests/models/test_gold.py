import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from models.gold import Gold, article_of, find_faults, gold_of, nearest, read_gold

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples" / "dev").glob("*.gold.json"))
TEXT = "Kent Police praised\n\nHMICFRS graded  Kent Police\ngood at preventing crime. “We try,” said Ann Lee."
FORCES = {"kent-police"}


def gold(**changes):
    return {
        "source": {"title": "Kent Police praised", "published": "2024-05-01", "publisher": None, "author": None},
        "inspectorate": "HMICFRS",
        "forces": [{"id": "kent-police", "subject": True}],
        "stated_counts": [],
        "grades": [grade()],
        "recommendations": [],
        "initiatives": [],
        "officials": [{"name": "Ann Lee", "role": None, "organisation": None}],
        "quotes": [{"speaker": "Ann Lee", "kind": "direct", "parts": ["We try,"]}],
    } | changes


def grade(**changes):
    span = "HMICFRS graded Kent Police good at preventing crime."
    row = {"force": "kent-police", "area": "preventing crime", "grade": "good", "previous": False, "span": span}
    return row | changes


def faults(data):
    return [(fault.path, fault.message) for fault in find_faults(data, text=TEXT, forces=FORCES)]


def test_gold_that_the_article_bears_out_has_no_fault():
    assert faults(gold()) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_every_sample_holds_and_is_written_as_it_was_read(path, extractor):
    from extract.sources.files import read_file

    text = extractor.read(read_file(str(article_of(path)))).text
    held = read_gold(path, text=text, forces=extractor.parts.lists.forces)
    assert json.loads(held.to_json()) == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"grades": [grade(area="preventing crimes")]}, "/grades/0/area", "the nearest there is 'preventing crime'"),
        ({"grades": [grade(grade="fine")]}, "/grades/0/grade", "Input should be 'outstanding'"),
        ({"grades": [grade(force=None), grade(span="Nothing like it")]}, "/grades/1/span", "is not in the article"),
        ({"forces": [{"id": "essex-police", "subject": True}]}, "/forces/0/id", "not in the registry"),
        ({"source": {"title": None}}, "/source/published", "is missing; every key is always there"),
        ({"notes": []}, "/notes", "is not a key of the format"),
        ({"forces": []}, "/grades/0/force", "kent-police is not among the forces"),
        ({"grades": [grade(), grade()]}, "/grades/1", "keep one row"),
        ({"officials": [{"name": None, "role": None, "organisation": None}]}, "/officials/0", "a name or a role"),
        (
            {"quotes": [{"speaker": "Chief Superintendent Ann B. Leeson", "kind": "direct", "parts": ["We try,"]}]},
            "/quotes/0/speaker",
            "not among the officials; the nearest of them is 'Ann Lee'",
        ),
        ({"quotes": [{"speaker": None, "kind": "direct", "parts": ["We tried,"]}]}, "/quotes/0/parts/0", "'We try"),
    ],
)
def test_a_fault_names_the_key_and_what_would_be_right(changes, path, message):
    found = faults(gold(**changes))
    assert [place for place, _ in found][:1] == [path]
    assert message in found[0][1]


def test_all_faults_are_told_at_once():
    data = gold(grades=[grade(area="x y z"), grade(grade="fine")], inspectorate=3)
    assert [path for path, _ in faults(data)] == ["/inspectorate", "/grades/0/area", "/grades/1/grade"]


def test_without_the_article_only_the_form_is_held():
    assert find_faults(gold(grades=[grade(area="elsewhere")])) == []


def test_white_space_is_not_told_apart_but_letters_are():
    assert faults(gold(grades=[grade(span="graded Kent\n Police good")])) == []
    assert faults(gold(grades=[grade(span="graded kent Police good")])) != []


def test_the_area_overall_need_not_stand_in_the_article():
    assert faults(gold(grades=[grade(area="overall")])) == []


def test_gold_is_frozen():
    with pytest.raises(ValidationError):
        Gold.model_validate(gold()).inspectorate = "HMIC"


def test_nothing_is_near_to_words_that_are_like_nothing():
    assert nearest("zzzz", "Kent Police was good") is None


def test_gold_and_article_find_each_other(write):
    article = write("a.html", "x")
    assert article_of(gold_of(article)) == article
    assert article_of(write("b.gold.json", "{}")) is None
