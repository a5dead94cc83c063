"""Arithmetic on dates is exact, never finer than what it was given, and never raises."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.timex.calendar_math import (
    HALF,
    QUARTER,
    Period,
    add_days,
    add_months,
    add_terms,
    add_years,
    date_of,
    exists,
    first_day,
    last_day,
    point_of,
    render_point,
    week_of,
)
from generator.record.edtf import Point, parse_edtf

DAYS = st.dates()


def test_a_day_that_the_calendar_lacks_does_not_exist() -> None:
    assert exists(2024, 2, 29)
    assert not exists(2023, 2, 29)
    assert exists(None, 2, 29)
    assert not exists(None, 2, 30)
    assert not exists(2024, 13, 1)
    assert not exists(2024, None, 1)
    assert not exists(0, 1, 1)


@pytest.mark.parametrize(
    ("point", "text"),
    [
        (Point(year=2024), "2024"),
        (Point(year=2024, month=7), "2024-07"),
        (Point(year=2024, month=7, day=3), "2024-07-03"),
        (Point(year=2024, month=7, approximate=True), "2024-07~"),
        (Point(year=1990, unknown_digits=1), "199X"),
        (Point(year=1800, unknown_digits=2), "18XX"),
        (Point(year=None, month=11, day=8), "XXXX-11-08"),
        (Point(year=2024, month=33), "2024-33"),
        (Point(year=44), "0044"),
    ],
)
def test_a_point_is_written_as_edtf(point, text) -> None:
    assert render_point(point) == text
    assert parse_edtf(text).start == point


def test_a_month_is_added_over_the_end_of_a_year_and_stays_a_month() -> None:
    assert add_months(Point(year=2024, month=12, day=31), 2) == Point(year=2025, month=2)
    assert add_months(Point(year=2024, month=1), -1) == Point(year=2023, month=12)


def test_what_has_no_month_has_no_month_after_it() -> None:
    assert add_months(Point(year=2024), 1) is None
    assert add_months(Point(year=2024, month=21), 1) is None
    assert add_terms(Point(year=2024), 1, QUARTER, 3) is None


def test_terms_are_counted_from_the_one_that_holds_the_month() -> None:
    july = Point(year=2024, month=7, day=3)
    assert add_terms(july, 0, QUARTER, 3) == Point(year=2024, month=35)
    assert add_terms(july, -3, QUARTER, 3) == Point(year=2023, month=36)
    assert add_terms(july, -1, HALF, 6) == Point(year=2024, month=40)


def test_decades_and_centuries_begin_at_their_zero() -> None:
    assert add_years(Point(year=2024), -1, 1) == Point(year=2010, unknown_digits=1)
    assert add_years(Point(year=2024), -1, 2) == Point(year=1900, unknown_digits=2)


def test_what_leaves_the_calendar_is_none() -> None:
    assert add_days(dt.date.max, 1) is None
    assert add_days(dt.date.min, -1) is None
    assert add_days(dt.date(2024, 1, 1), 10**12) is None
    assert add_years(Point(year=9999), 1) is None
    assert add_months(Point(year=1, month=1), -1) is None
    assert week_of(dt.date.max) is None
    assert date_of(Point(year=2024, month=7)) is None


def test_a_period_is_written_once_when_its_ends_are_one() -> None:
    day = Point(year=2024, month=7, day=3)
    assert Period(day, day).text == "2024-07-03"
    assert Period(day, None).text == "2024-07-03/.."
    assert Period(None, day).text == "../2024-07-03"
    assert Period(day, day).approximately().text == "2024-07-03~"


@given(date=DAYS)
def test_a_week_holds_its_day_and_has_seven(date) -> None:
    week = week_of(date)
    if week is None:
        assert date > dt.date.max - dt.timedelta(days=7)
        return
    start, end = date_of(week.start), date_of(week.end)
    assert start <= date <= end
    assert (start.weekday(), (end - start).days) == (0, 6)


@given(date=DAYS, count=st.integers(-5000, 5000))
def test_days_come_back_when_taken_away_again(date, count) -> None:
    later = add_days(date, count)
    assert later is None or add_days(later, -count) == date


@given(date=DAYS)
def test_a_day_is_its_own_first_and_last(date) -> None:
    point = point_of(date)
    assert first_day(point) == last_day(point) == date_of(point) == date
