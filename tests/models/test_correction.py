import pytest
from pydantic import ValidationError

from models.correction import Correction

GIVEN = {
    "number": 3,
    "step": 2,
    "article": "a.txt",
    "text_sha256": "0" * 64,
    "row": "grades/3",
    "action": "change",
    "old": {"grade": "good"},
    "new": {"grade": "adequate"},
    "editor": "Ada",
    "at": "2026-11-25T14:05:00+00:00",
}


@pytest.mark.parametrize(
    "row", ["grades/0", "grades/12", "grades/+7", "source/title", "inspectorate", "programme", "checked", "findings/1"]
)
def test_a_row_is_named_by_field_and_place(row):
    assert Correction.model_validate(GIVEN | {"row": row}).row == row


@pytest.mark.parametrize(
    "row", ["grades", "grades/", "grades/-1", "grades/+0", "grades/01", "source/path", "source/sha256", "x/1", ""]
)
def test_what_names_no_row_is_refused(row):
    with pytest.raises(ValidationError):
        Correction.model_validate(GIVEN | {"row": row})


@pytest.mark.parametrize(
    "wrong",
    [{"at": "2026-11-25T14:05:00"}, {"at": "today"}, {"editor": ""}, {"action": "mend"}, {"number": 0}, {"why": "x"}],
)
def test_a_correction_says_who_and_when_and_nothing_else(wrong):
    with pytest.raises(ValidationError):
        Correction.model_validate(GIVEN | wrong)


def test_a_correction_is_not_altered():
    with pytest.raises(ValidationError):
        Correction.model_validate(GIVEN).editor = "Bea"
