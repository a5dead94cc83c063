"""From what an expression means to the period it names, given the dates that it hangs on.

Two anchors are kept apart. The document's date gives "hier", "mardi" and "l'an dernier" their day;
the date that the text has just named gives "la veille" and "l'année précédente" theirs. Without the
anchor that an expression needs it stays unresolved: nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.calendar_math import (
    DAYS_IN_WEEK,
    HALF,
    MONTHS,
    QUARTER,
    Period,
    add_days,
    add_months,
    add_terms,
    add_years,
    date_of,
    first_day,
    last_day,
    point_of,
    single,
    week_of,
)
from generator.extract.timex_meaning import (
    Aim,
    Base,
    Between,
    Calendar,
    Known,
    Limit,
    Limited,
    Plain,
    Shift,
    Unit,
    Weekday,
)
from generator.extract.timex_year_choice import Anchors, choose_year
from generator.record.edtf import Point

if TYPE_CHECKING:
    from generator.extract.timex_meaning import Meaning

SATURDAY, SUNDAY = 5, 6
FEW = 3  # units that "quelques" is taken for; the date is approximate either way


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression names, and how that was found."""

    period: Period | None = None
    """None when nothing fixes it."""
    value: str | None = None
    """The TIMEX3 value of what has no period."""
    mod: str | None = None
    anchor: Point | None = None
    """The date it was counted from; None when it needs none or there is none."""
    stated: bool = False
    """The words alone fix it."""


def resolve(meaning: Meaning, anchors: Anchors) -> Resolved:
    """Return the period that a meaning names.

    Args:
        meaning: what the words say.
        anchors: the dates known at that place of the text.

    Returns:
        Without a period when the anchor that it needs is missing or too coarse, or when the
        calendar has no such day.
    """
    match meaning:
        case Known():
            resolved = Resolved(period=meaning.period, stated=True)
        case Calendar():
            resolved = _calendar(meaning, anchors)
        case Weekday():
            resolved = _weekday(meaning, anchors)
        case Shift():
            resolved = _shift(meaning, anchors)
        case Between():
            resolved = _between(meaning, anchors)
        case Limited():
            resolved = _limited(meaning, anchors)
        case Plain():
            resolved = Resolved(value=meaning.value, stated=True)
        case _:
            resolved = Resolved()
    return resolved


def _calendar(date: Calendar, anchors: Anchors) -> Resolved:
    if date.year is not None:
        point = Point(year=date.year, month=date.month, day=date.day)
        return Resolved(period=single(point), stated=True)
    if date.within is not None:
        year = _shift(date.within, anchors)
        inner = year.period.start.year if year.period and year.period.start else None
        if inner is None:
            return Resolved()
        return replace(
            _calendar(replace(date, year=inner, within=None), anchors),
            anchor=year.anchor,
            stated=False,
        )
    year_number, anchor = choose_year(date, anchors)
    if year_number is None and (date.month is None or date.month > MONTHS):
        return Resolved()
    point = Point(year=year_number, month=date.month, day=date.day)
    return Resolved(period=single(point), anchor=anchor)


def _weekday(day: Weekday, anchors: Anchors) -> Resolved:
    unknown = Resolved(value=f"XXXX-WXX-{day.weekday + 1}")
    if day.within is not None:
        week = _shift(day.within, anchors)
        monday = date_of(week.period.start) if week.period else None
        date = add_days(monday, day.weekday) if monday else None
        return replace(week, period=single(point_of(date))) if date else unknown
    base = _base(day.base, Unit.DAY, anchors)
    anchor = date_of(base.end if base and day.aim is Aim.FUTURE else base.start if base else None)
    if anchor is None:
        return unknown
    ahead = (day.weekday - anchor.weekday()) % DAYS_IN_WEEK
    found = add_days(anchor, _days_to(day, ahead, anchors))
    return Resolved(period=single(point_of(found)), anchor=point_of(anchor)) if found else unknown


def _days_to(day: Weekday, ahead: int, anchors: Anchors) -> int:
    """Return how many days from the anchor, from how many the next such day is ahead (0-6)."""
    back = ahead - DAYS_IN_WEEK if ahead else 0
    if day.aim is Aim.FUTURE:
        return ahead or DAYS_IN_WEEK
    if day.aim is Aim.PAST:
        return back or -DAYS_IN_WEEK
    if anchors.tense is Aim.FUTURE:
        return ahead
    if day.aim is Aim.NEAREST and anchors.tense is None and ahead < -back:
        return ahead
    return back


def _base(base: Base, unit: Unit, anchors: Anchors) -> Period | None:
    """Return the period to count from: fine enough for the unit, or None."""
    if base is Base.NARRATIVE:
        named = anchors.last_day if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) else anchors.last
        if named and _fine_enough(named.period.start, unit):
            return named.period
    document = anchors.document
    return single(document) if document and _fine_enough(document, unit) else None


def _fine_enough(point: Point | None, unit: Unit) -> bool:
    if point is None or point.year is None:
        return False
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return date_of(point) is not None
    if unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF):
        return point.month is not None and not point.is_season
    return unit in (Unit.DECADE, Unit.CENTURY) or not point.unknown_digits


def _shift(shift: Shift, anchors: Anchors) -> Resolved:
    base = _base(shift.base, shift.unit, anchors)
    if base is None or base.start is None:
        return Resolved()
    few = -FEW if shift.backward else FEW
    count = few if shift.count is None else shift.count
    anchor = base.end if count > 0 and base.end else base.start
    period = (
        _whole(shift.unit, count, anchor) if shift.whole else _distant(shift.unit, count, anchor)
    )
    vague = shift.count is None or _rounds(shift)
    if period and vague:
        return Resolved(period=period.approximately(), mod=Limit.ABOUT.value, anchor=anchor)
    return Resolved(period=period, anchor=anchor if period else None)


def _rounds(shift: Shift) -> bool:
    """Say whether a distance is a rounded one: years and weeks ago are not counted by the day."""
    if shift.whole or shift.unit is Unit.DAY:
        return False
    return shift.base is Base.DOCUMENT or shift.unit in (Unit.WEEK, Unit.WEEKEND)


def _whole(unit: Unit, count: int, anchor: Point) -> Period | None:
    """Return the calendar unit so many after the one that the anchor lies in."""
    if unit in (Unit.WEEK, Unit.WEEKEND):
        day = date_of(anchor)
        day = add_days(day, count * DAYS_IN_WEEK) if day else None
        first = SATURDAY if unit is Unit.WEEKEND else 0
        return week_of(day, first, SUNDAY) if day else None
    return _distant(unit, count, anchor)


def _distant(unit: Unit, count: int, anchor: Point) -> Period | None:
    """Return the unit so many after the anchor, as fine as the unit is."""
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        day = date_of(anchor)
        day = add_days(day, count * (1 if unit is Unit.DAY else DAYS_IN_WEEK)) if day else None
        return single(point_of(day)) if day else None
    if unit is Unit.MONTH:
        return single(add_months(anchor, count))
    if unit is Unit.QUARTER:
        return single(add_terms(anchor, count, QUARTER, 3))
    if unit is Unit.HALF:
        return single(add_terms(anchor, count, HALF, 6))
    digits = {Unit.YEAR: 0, Unit.DECADE: 1, Unit.CENTURY: 2}[unit]
    return single(add_years(anchor, count, digits))


def _between(interval: Between, anchors: Anchors) -> Resolved:
    """Resolve the end that says most first; the other one lies beside it."""
    first, last = interval.first, interval.last
    if _year_missing(first) and not _year_missing(last):
        end = resolve(last, anchors)
        start = resolve(_beside(first, end, before=True), anchors)
    else:
        start = resolve(first, anchors)
        end = resolve(_beside(last, start, before=False), anchors)
    if not _dated(start) or not _dated(end):
        values = [_value(part) for part in (start, end)]
        return Resolved(value="/".join(values) if all(values) else None)
    assert start.period and end.period  # noqa: S101, PT018 -- both are dated
    if not _ordered(start.period, end.period):
        return Resolved()
    return Resolved(
        period=Period(start.period.start, end.period.end),
        anchor=start.anchor or end.anchor,
        stated=(start.stated or end.stated) and not (start.anchor or end.anchor),
    )


def _dated(part: Resolved) -> bool:
    return part.period is not None


def _value(part: Resolved) -> str:
    return part.period.text if part.period else part.value or ""


def _year_missing(meaning: Meaning) -> bool:
    inner = meaning.meaning if isinstance(meaning, Limited) else meaning
    return isinstance(inner, Calendar) and inner.year is None and inner.within is None


def _beside(meaning: Meaning, other: Resolved, *, before: bool) -> Meaning:
    """Give an end of an interval the year, month or week of the other end."""
    if isinstance(meaning, Limited):
        return replace(meaning, meaning=_beside(meaning.meaning, other, before=before))
    near = other.period and (other.period.start if before else other.period.end)
    if not near:
        return meaning
    if isinstance(meaning, Calendar) and meaning.year is None and near.year is not None:
        month = meaning.month or near.month
        over = 0
        if month and near.month and not meaning.within:
            ours, theirs = (month, meaning.day or 0), (near.month, near.day or 0)
            over = -1 if before and ours > theirs else 1 if not before and ours < theirs else 0
        return replace(meaning, year=near.year + over, month=month)
    if isinstance(meaning, Weekday) and date_of(near):
        return _weekday_after(meaning, near)
    return meaning


def _weekday_after(day: Weekday, point: Point) -> Meaning:
    start = date_of(point)
    ahead = (day.weekday - start.weekday()) % DAYS_IN_WEEK if start else 0
    found = add_days(start, ahead) if start else None
    period = single(point_of(found)) if found else None
    return Known(period=period) if period else day


def _ordered(first: Period, last: Period) -> bool:
    if not first.start or not last.end:
        return True
    start, end = first_day(first.start), last_day(last.end)
    if start and end:
        return start <= end
    return first.start.year is None and last.end.year is None


_OPEN_AFTER = {Limit.SINCE, Limit.AFTER}
_OPEN_BEFORE = {Limit.UNTIL, Limit.BEFORE}
_IMPLIED = {Limit.SINCE: Aim.PAST, Limit.UNTIL: Aim.FUTURE, Limit.BEFORE: Aim.FUTURE}


def _limited(limited: Limited, anchors: Anchors) -> Resolved:
    limit = limited.limit
    if anchors.tense is None:
        anchors = replace(anchors, tense=_IMPLIED.get(limit))
    inner = resolve(limited.meaning, anchors)
    mod = limit.value or inner.mod
    if inner.period is None:
        return replace(inner, mod=mod)
    period = inner.period
    if limit in _OPEN_AFTER:
        return replace(inner, mod=mod, period=Period(period.start, None))
    if limit in _OPEN_BEFORE:
        return replace(inner, mod=mod, period=Period(None, period.end))
    if limit is Limit.DURING:
        return inner
    return replace(inner, mod=mod, period=period.approximately())
