"""Both ends of an interval, each of which may need the other to be understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import (
    DAYS_IN_WEEK,
    Period,
    add_days,
    date_of,
    first_day,
    last_day,
    point_of,
    single,
)
from generator.extract.timex.meaning import Calendar, Known, Limited, Weekday

if TYPE_CHECKING:
    from generator.extract.timex.meaning import Meaning
    from generator.record.edtf import Point


def says_more(first: Meaning, last: Meaning) -> bool:
    """Say whether the last end fixes a year that the first one leaves out."""
    return _year_missing(first) and not _year_missing(last)


def beside(meaning: Meaning, other: Period | None, *, before: bool) -> Meaning:
    """Give an end of an interval the year, month or week of the other end.

    Args:
        meaning: the end to complete.
        other: what the other end means; None when nothing fixes it.
        before: whether it is the first end.
    """
    if isinstance(meaning, Limited):
        return replace(meaning, meaning=beside(meaning.meaning, other, before=before))
    near = (other.start if before else other.end) if other else None
    if near is None:
        return meaning
    if isinstance(meaning, Calendar) and meaning.year is None and near.year is not None:
        return _with_year(meaning, near, before=before)
    if isinstance(meaning, Weekday):
        return _weekday_after(meaning, near)
    return meaning


def join(first: Period, last: Period) -> Period | None:
    """Return the period from the start of one to the end of another, None when it runs backward."""
    if first.start and last.end:
        start, end = first_day(first.start), last_day(last.end)
        if start and end and start > end:
            return None
        if (first.start.year is None) != (last.end.year is None):
            return None
    return Period(first.start, last.end)


def _year_missing(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Limited) else meaning
    return isinstance(inner, Calendar) and inner.year is None and inner.within is None


def _with_year(date: Calendar, near: Point, *, before: bool) -> Calendar:
    month = date.month or near.month
    over = 0
    if month and near.month and near.year and not date.within:
        ours, theirs = (month, date.day or 0), (near.month, near.day or 0)
        over = -1 if before and ours > theirs else 1 if not before and ours < theirs else 0
    return replace(date, year=(near.year or 0) + over, month=month)


def _weekday_after(day: Weekday, point: Point) -> Meaning:
    start = date_of(point)
    ahead = (day.weekday - start.weekday()) % DAYS_IN_WEEK if start else 0
    found = add_days(start, ahead) if start else None
    period = single(point_of(found)) if found else None
    return Known(period=period) if period else day
