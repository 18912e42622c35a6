import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.assemble.deadlines import resolve_deadline


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within three months", "2026-02-24"),
        ("Within 6\nmonths", "2026-05-24"),
        ("within two weeks", "2025-12-08"),
        ("within a year", "2026-11-24"),
        ("within 28 days", "2025-12-22"),
        ("by 31 March 2026", "2026-03-31"),
        ("by the end of March 2026", "2026-03-31"),
        ("by 31 March", "2026-03-31"),
        ("by March", "2026-03"),
        ("by the end of March", "2026-03-31"),
        ("by the end of the year", "2025-12-31"),
        ("by the end of the financial year", "2026-03-31"),
        ("by 2027", "2027-12-31"),
        ("before 2027", "2026-12-31"),
        ("immediately", "2025-11-24"),
        ("with immediate effect", "2025-11-24"),
        ("by the time of our next inspection", None),
    ],
)
def test_a_deadline_is_a_day_counted_from_publication(words, day):
    assert resolve_deadline(words, "2025-11-24") == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("within three months", None), ("immediately", None), ("by 31 March 2026", "2026-03-31"), ("by March", None)],
)
def test_without_a_day_of_publication_only_a_full_date_is_one(words, day):
    assert resolve_deadline(words, None) == day


def test_a_month_has_its_last_day():
    assert resolve_deadline("within three months", "2025-11-30") == "2026-02-28"


@given(st.text(max_size=40), st.sampled_from([None, "2025-11-24", "2025-11", "2024-02-29"]))
def test_any_words_give_an_iso_date_or_none(words, published):
    found = resolve_deadline(words, published)
    assert found is None or found[:4].isdigit()
