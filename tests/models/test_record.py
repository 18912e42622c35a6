import json
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from models import (
    Area,
    Count,
    Deadline,
    Force,
    Grade,
    Initiative,
    Inspectorate,
    Official,
    Quote,
    Recommendation,
    Record,
    Source,
)
from models.record import offsets

ROOT = Path(__file__).parents[2]
ARTICLE = "Kent Police was graded good at preventing crime. \u201cWell done,\u201d said Ann Lee of HMICFRS."
RULE = {"rule": "grades.predicate", "confidence": 0.9}


def at(text):
    """The evidence of a text's only place in the article."""
    assert ARTICLE.count(text) == 1
    start = ARTICLE.index(text)
    return {"start": start, "end": start + len(text), "text": text}


SOURCE = {
    "path": "a.txt",
    "media_type": "text/plain",
    "sha256": "0" * 64,
    "text_sha256": "f" * 64,
    "characters": len(ARTICLE),
}
FORCE = {
    "id": "kent-police",
    "name": "Kent Police",
    "kind": "police",
    "subject": True,
    "evidence": [at("Kent Police")],
    **RULE,
}
COUNT = {"count": 1, "of": "areas", "evidence": [at("Kent")], **RULE}
AREA = at("preventing crime")
GRADE = {
    "force": "kent-police",
    "area": AREA,
    "grade": "good",
    "previous": False,
    "evidence": [at("graded good")],
    **RULE,
}
ASK = {"kind": "recommendation", "force": "kent-police", "evidence": [at("preventing crime")], **RULE}
INITIATIVE = {"name": "Operation Encompass", "kind": "operation", "evidence": [at("crime")], **RULE}
OFFICIAL = {"id": "o1", "name": "Ann Lee", "role": None, "organisation": "HMICFRS", "evidence": [at("Ann Lee")], **RULE}
QUOTE = {"speaker": "o1", "kind": "direct", "parts": [at("Well done,")], "cue": at("said Ann Lee"), **RULE}
RECORD = {
    "source": SOURCE,
    "inspectorate": {"name": "HMICFRS", "evidence": [at("HMICFRS")]},
    "forces": [FORCE],
    "stated_counts": [COUNT],
    "grades": [GRADE],
    "recommendations": [ASK],
    "initiatives": [INITIATIVE],
    "officials": [OFFICIAL],
    "quotes": [QUOTE],
}
ROWS = [
    (Force, FORCE),
    (Count, COUNT),
    (Grade, GRADE),
    (Recommendation, ASK),
    (Initiative, INITIATIVE),
    (Official, OFFICIAL),
    (Quote, QUOTE),
]
MODELS = [
    *ROWS,
    (Record, RECORD),
    (Source, SOURCE),
    (Area, AREA),
    (Inspectorate, {"name": "HMIC"}),
    (Deadline, at("crime")),
]


def named(pairs):
    return {"argvalues": pairs, "ids": [model.__name__ for model, _ in pairs]}


def test_a_record_goes_through_json_and_comes_back_equal():
    record = Record.model_validate(RECORD, context={"text": ARTICLE})
    assert Record.model_validate_json(record.to_json(), context={"text": ARTICLE}) == record
    assert "\n" not in record.to_json()


def test_a_record_needs_its_source_alone():
    record = Record(source=SOURCE)
    assert record.schema_version == "1.0"
    assert (record.forces, record.quotes, record.inspectorate) == ((), (), None)


def test_a_schema_version_of_another_time_is_refused():
    with pytest.raises(ValidationError):
        Record.model_validate(RECORD | {"schema_version": "2.0"})


@pytest.mark.parametrize(("model", "value"), **named(MODELS))
def test_every_model_is_frozen(model, value):
    one = model.model_validate(value)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(one, next(iter(model.model_fields)), None)


@pytest.mark.parametrize(("model", "value"), **named(MODELS))
def test_every_model_refuses_a_key_beyond_its_own(model, value):
    with pytest.raises(ValidationError, match="extra"):
        model.model_validate(value | {"extra": 1})


@pytest.mark.parametrize(("model", "value"), **named(ROWS))
@pytest.mark.parametrize("rule", ["", "grades", "Grades.predicate", "grades.", "grades.the rule", "grades.a.b"])
def test_a_rule_is_a_field_and_a_name(model, value, rule):
    with pytest.raises(ValidationError):
        model.model_validate(value | {"rule": rule})


@pytest.mark.parametrize(("model", "value"), **named(ROWS))
@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), None])
def test_a_confidence_lies_from_0_to_1(model, value, confidence):
    with pytest.raises(ValidationError):
        model.model_validate(value | {"confidence": confidence})


@pytest.mark.parametrize(("model", "value"), **named([row for row in ROWS if row[0] is not Force]))
def test_a_row_has_evidence(model, value):
    with pytest.raises(ValidationError):
        model.model_validate(value | {"parts" if model is Quote else "evidence": []})


@pytest.mark.parametrize(
    "grade", ["outstanding", "good", "adequate", "requires improvement", "inadequate", "not sufficiently good"]
)
def test_a_grade_of_a_scale_is_taken(grade):
    assert Grade.model_validate(GRADE | {"grade": grade}).grade == grade


@pytest.mark.parametrize("grade", ["Good", "fine", "needs improvement", "", None])
def test_any_other_grade_is_refused(grade):
    with pytest.raises(ValidationError):
        Grade.model_validate(GRADE | {"grade": grade})


@pytest.mark.parametrize(
    ("model", "value", "key"),
    [
        (Force, FORCE, "kind"),
        (Count, COUNT, "of"),
        (Count, COUNT, "grade"),
        (Recommendation, ASK, "kind"),
        (Initiative, INITIATIVE, "kind"),
        (Quote, QUOTE, "kind"),
    ],
)
def test_a_word_beyond_a_closed_list_is_refused(model, value, key):
    with pytest.raises(ValidationError, match=key):
        model.model_validate(value | {key: "another"})


def test_a_count_is_not_negative():
    assert Count.model_validate(COUNT | {"count": 0}).count == 0
    with pytest.raises(ValidationError):
        Count.model_validate(COUNT | {"count": -1})


@pytest.mark.parametrize("force", ["Kent Police", "kent_police", "kent--police", "-kent", "kent-", "", "k\u00e9nt"])
def test_an_id_of_a_force_is_lower_case_words_joined_by_hyphens(force):
    with pytest.raises(ValidationError):
        Force.model_validate(FORCE | {"id": force})


@pytest.mark.parametrize(
    ("model", "value", "key"),
    [(Force, FORCE, "id"), (Count, COUNT, "force"), (Grade, GRADE, "force"), (Recommendation, ASK, "force")],
)
def test_a_force_is_held_against_the_registry_of_the_context(model, value, key):
    context = {"forces": {"kent-police"}}
    assert model.model_validate(value | {key: "kent-police"}, context=context)
    with pytest.raises(
        ValidationError, match="'toytown-police' is not in the registry of forces; `peelback forces` looks names up"
    ):
        model.model_validate(value | {key: "toytown-police"}, context=context)
    assert model.model_validate(value | {key: "toytown-police"})  # without a registry the form alone is held


@pytest.mark.parametrize(("model", "value"), [(Count, COUNT), (Grade, GRADE), (Recommendation, ASK)])
def test_a_body_outside_the_registry_is_none(model, value):
    assert model.model_validate(value | {"force": None}, context={"forces": set()}).force is None


@pytest.mark.parametrize("day", ["2025", "2025-11", "2025-11-24", "2024-02-29"])
def test_a_date_is_a_year_a_month_or_a_day(day):
    assert Source.model_validate(SOURCE | {"published": day}).published == day
    assert Initiative.model_validate(INITIATIVE | {"started": day}).started == day
    assert Deadline.model_validate(at("crime") | {"date": day}).date == day


@pytest.mark.parametrize(
    "day",
    [
        "",
        "25",
        "24/11/2025",
        "2025-1",
        "2025-11-24T10:00",
        "November 2025",
        "2025-11-24\n",
        "\u0662\u0660\u0662\u0665x",
    ],
)
def test_a_date_of_another_form_is_refused_with_the_forms_that_are_taken(day):
    with pytest.raises(ValidationError, match="is not an ISO date; write 2025, 2025-11 or 2025-11-24"):
        Source.model_validate(SOURCE | {"published": day})


@pytest.mark.parametrize("day", ["2025-02-29", "2025-13", "2025-00", "2025-04-31", "0000"])
def test_a_date_that_the_calendar_does_not_have_is_refused(day):
    with pytest.raises(ValidationError, match="is not a date of the calendar"):
        Source.model_validate(SOURCE | {"published": day})


@pytest.mark.parametrize("key", ["sha256", "text_sha256"])
def test_a_digest_is_64_hexadecimal_digits(key):
    with pytest.raises(ValidationError):
        Source.model_validate(SOURCE | {key: "0" * 63})
    with pytest.raises(ValidationError):
        Source.model_validate(SOURCE | {key: "F" * 64})


@pytest.mark.parametrize("model", [Area, Deadline])
def test_a_stretch_is_held_against_its_length_and_the_article(model):
    assert model.model_validate(at("preventing crime"), context={"text": ARTICLE})
    with pytest.raises(ValidationError, match="span 15"):
        model.model_validate(at("preventing crime") | {"end": at("preventing crime")["end"] - 1})
    with pytest.raises(ValidationError, match="the article has"):
        model.model_validate({"start": 0, "end": 5, "text": "crime"}, context={"text": ARTICLE})


def test_an_area_may_have_no_offsets_but_not_one_of_two():
    assert Area(text="overall").start is None
    for half in ({"start": 0}, {"end": 7}):
        with pytest.raises(ValidationError, match="both offsets or none"):
            Area(text="overall", **half)


@pytest.mark.parametrize(("name", "role"), [("Ann Lee", None), (None, "spokesperson"), ("Ann Lee", "inspector")])
def test_an_official_has_a_name_or_a_role(name, role):
    assert Official.model_validate(OFFICIAL | {"name": name, "role": role})


@pytest.mark.parametrize(("name", "role"), [(None, None), ("", None), (None, ""), ("", "")])
def test_an_official_without_name_and_role_is_refused(name, role):
    with pytest.raises(ValidationError, match="an official has a name or a role"):
        Official.model_validate(OFFICIAL | {"name": name, "role": role})


@pytest.mark.parametrize("key", ["o0", "o01", "1", "p1", "o", "O1", "o1 "])
def test_an_official_s_id_is_an_o_and_a_number_from_1(key):
    with pytest.raises(ValidationError):
        Official.model_validate(OFFICIAL | {"id": key})


def test_officials_share_no_id():
    with pytest.raises(ValidationError, match="officials share an id: o1, o1"):
        Record.model_validate(RECORD | {"officials": [OFFICIAL, OFFICIAL]})


def test_a_speaker_with_the_form_of_an_id_is_among_the_officials():
    with pytest.raises(ValidationError, match="speaker o2 is not among the officials"):
        Record.model_validate(RECORD | {"quotes": [QUOTE | {"speaker": "o2"}]})


@pytest.mark.parametrize("speaker", ["HMICFRS", "Mary", None])
def test_a_speaker_may_be_a_body_a_private_person_or_unknown(speaker):
    record = Record.model_validate(RECORD | {"quotes": [QUOTE | {"speaker": speaker}]})
    assert record.quotes[0].speaker == speaker


@pytest.mark.parametrize("context", [{"text": ARTICLE}, None])
def test_an_offset_beyond_the_article_is_refused(context):
    beyond = {"start": len(ARTICLE) - 2, "end": len(ARTICLE) + 2, "text": "S.xx"}
    with pytest.raises(ValidationError):
        Record.model_validate(RECORD | {"quotes": [QUOTE | {"parts": [beyond]}]}, context=context)


def test_an_offset_beyond_the_length_is_told_with_its_path():
    beyond = {"start": 500, "end": 504, "text": "Kent"}
    with pytest.raises(
        ValidationError, match=f"/quotes/0/parts/1: 500 to 504 lies outside a text of {len(ARTICLE)} characters"
    ):
        Record.model_validate(RECORD | {"quotes": [QUOTE | {"parts": [at("Well done,"), beyond]}]})


def test_evidence_anywhere_in_a_record_is_held_against_the_article():
    moved = {"start": 1, "end": 5, "text": "Kent"}
    for value in (
        {"inspectorate": {"name": "HMICFRS", "evidence": [moved]}},
        {"forces": [FORCE | {"evidence": [moved]}]},
        {"grades": [GRADE | {"area": moved}]},
        {"recommendations": [ASK | {"deadline": moved}]},
        {"initiatives": [INITIATIVE | {"about": moved}]},
        {"quotes": [QUOTE | {"cue": moved}]},
    ):
        with pytest.raises(ValidationError, match="the article has 'ent ' at 1, not 'Kent'"):
            Record.model_validate(RECORD | value, context={"text": ARTICLE})


def test_offsets_lists_every_pair_with_its_json_pointer():
    record = Record.model_validate(RECORD)
    found = list(offsets(record))
    assert ("/grades/0/area", *(at("preventing crime")[key] for key in ("start", "end"))) in found
    dumped = record.model_dump()
    for path, start, end in found:
        value = dumped
        for part in path.split("/")[1:]:
            value = value[int(part)] if part.isdigit() else value[part]
        assert (value["start"], value["end"], value["text"]) == (start, end, ARTICLE[start:end])
    assert len(found) == json.dumps(dumped).count('"start"')


def test_models_import_nothing_of_extract():
    code = "import sys, models; print([m for m in sys.modules if m.split('.')[0] in ('extract', 'cli', 'spacy')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
