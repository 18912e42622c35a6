import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.dates import (
    find_dates,
    first_after,
    iso_date,
    last_before,
    last_day,
    read_number,
    read_timestamp,
    shift,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("24 november 2025", "2025-11-24"),
        ("3rd aug 2023", "2023-08-03"),
        ("monday, 1st of april 2024", "2024-04-01"),
        ("november 24, 2025", "2025-11-24"),
        ("nov. 24th 2025", "2025-11-24"),
        ("24/11/2025", "2025-11-24"),
        ("4/9/23", "2023-09-04"),  # the day comes first
        ("24.11.2025", "2025-11-24"),
        ("2025-11-24", "2025-11-24"),
        ("24-nov-2025", "2025-11-24"),
        ("24-11-2025", "2025-11-24"),
        ("2025-11-24t09:00:00z", "2025-11-24"),
        ("september, 2024", "2024-09"),
        ("sept 2024", "2024-09"),
        ("12 mawrth 2024", "2024-03-12"),
        ("29 february 2024", "2024-02-29"),
    ],
)
def test_a_date_is_found_in_the_form_it_is_written_in(text, iso):
    (day,) = find_dates(f"published {text} by the force")
    assert day.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "31 april 2024",
        "29 february 2023",
        "2025-13-01",
        "99/99/2024",
        "at 10.30 on a day",
        "101 calls in 2024",
        "may 5",
        "3.5 of 4.2",
        "01-02-2025-77",
        "",
    ],
)
def test_what_is_no_date_gives_none(text):
    assert list(find_dates(text)) == []


def test_offsets_hold_the_words_of_the_date_and_come_in_order():
    text = "inspected in march 2022, published 24 november 2025."
    assert [text[day.start : day.end] for day in find_dates(text)] == ["march 2022", "24 november 2025"]


@given(
    st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%Y-%m-%d", "%d %b %Y"]),
)
def test_every_day_written_out_is_read_back(day, form):
    assert [found.iso for found in find_dates(day.strftime(form).lower())] == [day.isoformat()]


@given(st.text())
def test_no_text_breaks_the_search_for_dates(text):
    for day in find_dates(text.lower()):
        datetime.date.fromisoformat(day.iso if len(day.iso) == 10 else day.iso + "-01")


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("2024-09-19T15:04:00Z", "2024-09-19"),
        (" 2024-09-19", "2024-09-19"),
        ("20240919", "2024-09-19"),
        ("2024-09", "2024-09"),
        ("19 September 2024", "2024-09-19"),
        ("2024-19-09", None),
        ("yesterday", None),
        ("", None),
        ("2024-06-19T23:01:00.000Z", "2024-06-20"),
        ("2024-06-19T23:01:00+00:00", "2024-06-20"),
        ("2024-06-19T23:01:00+01:00", "2024-06-19"),
        ("2024-12-19T23:01:00Z", "2024-12-19"),
        ("2024-06-19T22:59:00Z", "2024-06-19"),
        ("2010/03/08 19:27:11", "2010-03-08"),
    ],
)
def test_a_time_stamp_gives_its_day(stamp, iso):
    assert read_timestamp(stamp) == iso


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("three", 3),
        ("Twelve", 12),
        ("7", 7),
        ("a", 1),
        ("forty", 40),
        ("1234567", None),
        ("many", None),
        ("", None),
        ("\u00b2", None),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(word, number):
    assert read_number(word) == number


def test_iso_date_keeps_to_the_calendar():
    assert iso_date(2024, 2, 29) == "2024-02-29"
    assert iso_date(2024, 2) == "2024-02"
    assert iso_date(2023, 2, 29) is None
    assert iso_date(2023, 13) is None


def test_a_month_without_a_year_is_the_last_or_the_next():
    assert last_before(12, "2025-03-10") == "2024-12"
    assert last_before(3, "2025-03-10") == "2025-03"
    assert last_before(3, "2025-03-10", strict=True) == "2024-03"
    assert first_after(5, "2025-03-10") == "2025-05"
    assert first_after(2, "2025-03-10") == "2026-02"
    assert last_before(3, "2025") is None
    assert first_after(3, "2025") is None


def test_a_day_is_shifted_by_days_and_months():
    assert shift("2024-01-31", months=1) == "2024-02-29"
    assert shift("2024-12-30", days=2) == "2025-01-01"
    assert shift("2024-11-30", months=3) == "2025-02-28"
    assert shift("2024-11", days=1) is None
    assert shift("9999-12-31", days=1) is None
    assert shift("9999-12-31", months=1) is None


@given(st.dates(), st.integers(-40000, 40000), st.integers(-1000, 1000))
def test_a_shift_gives_a_day_of_the_calendar_or_none(day, days, months):
    shifted = shift(day.isoformat(), days=days, months=months)
    assert shifted is None or datetime.date.fromisoformat(shifted)


def test_the_last_day_of_a_month():
    assert (last_day("2024-02"), last_day("2023-02"), last_day("2023-12")) == ("2024-02-29", "2023-02-28", "2023-12-31")
