"""When: the codebook's form of a date, both ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tocsin.codebook import InputRefused, When

DAYS = st.dates()


@pytest.mark.parametrize(
    ("form", "earliest", "latest", "precision"),
    [
        ("2026-02-02", date(2026, 2, 2), date(2026, 2, 2), "day"),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("2025-03/2025-05", date(2025, 3, 1), date(2025, 5, 31), "range"),
        ("2024/2025", date(2024, 1, 1), date(2025, 12, 31), "range"),
        ("2026-01-30/2026-03-01", date(2026, 1, 30), date(2026, 3, 1), "range"),
        ("2022/", date(2022, 1, 1), None, "open"),
        ("2022-03/", date(2022, 3, 1), None, "open"),
        ("2022-03-05/", date(2022, 3, 5), None, "open"),
        ("/2026-05-05", None, date(2026, 5, 5), "open"),
    ],
)
def test_every_form_of_the_codebook_reads_and_prints_alike(
    form: str, earliest: date | None, latest: date | None, precision: str
) -> None:
    when = When.parse(form)
    assert (when.earliest, when.latest) == (earliest, latest)
    assert str(when) == form
    assert when.precision == precision


@given(st.none() | DAYS, st.none() | DAYS, st.text())
def test_what_is_printed_reads_back_as_the_same(a: date | None, b: date | None, words: str) -> None:
    assume(a or b)
    if a and b and a > b:
        a, b = b, a
    when = When.between(a, b, words)
    assert When.parse(str(when), words) == when


@given(DAYS)
def test_a_day_a_month_and_a_year_print_at_their_own_precision(day: date) -> None:
    assert str(When.day(day)) == day.isoformat()
    assert str(When.month(day.year, day.month)) == day.isoformat()[:7]
    assert str(When.year(day.year)) == day.isoformat()[:4]


@given(st.text())
def test_any_text_is_read_or_refused_and_never_echoed(text: str) -> None:
    try:
        When.parse(text)
    except InputRefused as refusal:
        assert refusal.code == "bad_date"
        assert len(text.strip()) < 12 or text.strip() not in str(refusal)


@pytest.mark.parametrize(
    "text", ["", "/", "2026-13", "2026-02-30", "26-02-02", "2026-2-2", "2026/2025", "٢٠٢٦", "2026\n"]
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match=r"^bad_date: "):
        When.parse(text)


def test_a_date_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputRefused, match="ends before it begins"):
        When(date(2026, 2, 2), date(2026, 2, 1))


def test_a_month_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(InputRefused):
        When.month(2026, 13)
