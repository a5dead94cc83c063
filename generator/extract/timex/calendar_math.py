"""Exact arithmetic on dates that are known in part: days, weeks, months, years, seasons.

A part that is missing stays missing: nothing here turns a month into a day. What leaves the years
1 to 9999 is None, never an exception.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.record.edtf import Day, Edtf, Kind, Point, earliest, latest

MONTHS = 12
DAYS_IN_WEEK = 7
QUARTER = 33  # EDTF month code of the first quarter
HALF = 40  # EDTF month code of the first half year
SPRING, WINTER = 21, 24


@dataclass(frozen=True, slots=True)
class Period:
    """A date or an interval, before it is written as EDTF."""

    start: Point | None
    """None when open."""
    end: Point | None
    """None when open; for a single date equal to ``start``."""

    @property
    def text(self) -> str:
        """Return the EDTF text."""
        if self.start and self.start == self.end:
            return render_point(self.start)
        return "/".join(render_point(point) if point else ".." for point in (self.start, self.end))

    def approximately(self) -> Period:
        """Return the period with its ends qualified ``~``."""
        return Period(_approximate(self.start), _approximate(self.end))


def single(point: Point | None) -> Period | None:
    """Return the period of one point, None for none."""
    return Period(point, point) if point else None


def _approximate(point: Point | None) -> Point | None:
    return replace(point, approximate=True) if point else None


def render_point(point: Point) -> str:
    """Return the EDTF text of one end of a date."""
    year = "XXXX" if point.year is None else f"{point.year:04d}"
    if point.unknown_digits:
        year = year[: -point.unknown_digits] + "X" * point.unknown_digits
    parts = [year, *(f"{part:02d}" for part in (point.month, point.day) if part is not None)]
    return "-".join(parts) + ("~" if point.approximate else "")


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Say whether the calendar has that day; without a year, whether any year has it."""
    if year is not None and not dt.MINYEAR <= year <= dt.MAXYEAR:
        return False
    if day is None or month is None:
        return day is None
    if not 1 <= month <= MONTHS:
        return False
    leap_year = 2000
    return 1 <= day <= calendar.monthrange(leap_year if year is None else year, month)[1]


def point_of(date: dt.date) -> Point:
    """Return a whole day as a point."""
    return Point(year=date.year, month=date.month, day=date.day)


@lru_cache(maxsize=4096)
def date_of(point: Point | None) -> dt.date | None:
    """Return the day that a point names, None when it names none or something coarser."""
    if point is None or point.year is None or point.month is None or point.day is None:
        return None
    if point.is_season or not exists(point.year, point.month, point.day):
        return None
    return dt.date(point.year, point.month, point.day)


def first_day(point: Point) -> dt.date | None:
    """Return the first day that a point can mean; None when its year is not known."""
    return _as_date(earliest(Edtf("", Kind.POINT, point, point)))


def last_day(point: Point) -> dt.date | None:
    """Return the last day that a point can mean; None when its year is not known."""
    return _as_date(latest(Edtf("", Kind.POINT, point, point)))


def middle_day(point: Point) -> int | None:
    """Return the ordinal of the middle of what a point can mean, to tell which of two is nearer."""
    first, last = first_day(point), last_day(point)
    return (first.toordinal() + last.toordinal()) // 2 if first and last else None


def _as_date(day: Day | None) -> dt.date | None:
    if day is None or not dt.MINYEAR <= day.year <= dt.MAXYEAR:
        return None
    return dt.date(day.year, day.month, day.day)


def add_days(date: dt.date, count: int) -> dt.date | None:
    """Return the date so many days later; None when there is none."""
    ordinal = date.toordinal() + count
    within = dt.date.min.toordinal() <= ordinal <= dt.date.max.toordinal()
    return dt.date.fromordinal(ordinal) if within else None


def add_months(point: Point, count: int) -> Point | None:
    """Return the month so many months after the month of a point."""
    if point.year is None or point.month is None or point.is_season:
        return None
    months = point.year * MONTHS + point.month - 1 + count
    return _in_range(Point(year=months // MONTHS, month=months % MONTHS + 1))


def add_years(point: Point, count: int, unknown_digits: int = 0) -> Point | None:
    """Return the year, decade (1 unknown digit) or century (2) so many after that of a point."""
    if point.year is None:
        return None
    length = 10**unknown_digits
    year = (point.year // length + count) * length
    return _in_range(Point(year=year, unknown_digits=unknown_digits))


def add_terms(point: Point, count: int, first: int, months: int) -> Point | None:
    """Return the quarter or half year so many after the one that a point lies in.

    Args:
        point: a day or a month.
        count: terms to go on; negative ones go back.
        first: EDTF month code of the first term of a year.
        months: length of a term.
    """
    if point.year is None or point.month is None or point.is_season:
        return None
    terms = MONTHS // months
    index = point.year * terms + (point.month - 1) // months + count
    return _in_range(Point(year=index // terms, month=first + index % terms))


def week_of(date: dt.date, first: int = 0, last: int = 6) -> Period | None:
    """Return days of the ISO week of a date, by default Monday to Sunday.

    Args:
        date: any day of the week.
        first: 0 is Monday.
        last: 6 is Sunday.
    """
    monday = date.toordinal() - date.weekday()
    start = add_days(date, monday + first - date.toordinal())
    end = add_days(date, monday + last - date.toordinal())
    return Period(point_of(start), point_of(end)) if start and end else None


def _in_range(point: Point) -> Point | None:
    return point if point.year and dt.MINYEAR <= point.year <= dt.MAXYEAR else None
