import pytest
from pydantic import ValidationError

from models import Evidence, Finding

FINDING = {"code": "V201", "severity": "warning", "path": "/grades", "message": "two areas are stated, one is graded"}


def test_holds_a_code_a_severity_a_place_a_message_and_evidence():
    evidence = Evidence(start=0, end=4, text="Kent")
    assert Finding(**FINDING, evidence=(evidence,)).evidence == (evidence,)
    assert Finding(**FINDING).evidence == ()


@pytest.mark.parametrize("code", ["V101", "V203", "V301", "V402", "V599", "V600"])
def test_takes_the_codes_of_the_six_sorts(code):
    assert Finding(**FINDING | {"code": code}).code == code


@pytest.mark.parametrize("code", ["", "V001", "V701", "V10", "V1001", "E101", "v101", "V1O1", " V101"])
def test_refuses_any_other_code(code):
    with pytest.raises(ValidationError):
        Finding(**FINDING | {"code": code})


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_takes_three_severities(severity):
    assert Finding(**FINDING | {"severity": severity}).severity == severity


@pytest.mark.parametrize("severity", ["fatal", "Error", "", None])
def test_refuses_any_other_severity(severity):
    with pytest.raises(ValidationError):
        Finding(**FINDING | {"severity": severity})


@pytest.mark.parametrize("path", ["", "/grades/2", "/grades/2/evidence/0"])
def test_a_path_is_a_json_pointer(path):
    assert Finding(**FINDING | {"path": path}).path == path


def test_refuses_a_path_that_is_no_json_pointer():
    with pytest.raises(ValidationError):
        Finding(**FINDING | {"path": "grades/2"})


def test_refuses_an_empty_message():
    with pytest.raises(ValidationError):
        Finding(**FINDING | {"message": ""})


def test_is_frozen_and_takes_no_further_key():
    with pytest.raises(ValidationError, match="frozen"):
        Finding(**FINDING).message = "other"
    with pytest.raises(ValidationError, match="fix"):
        Finding(**FINDING, fix="none")
