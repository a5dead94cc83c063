"""So many days, weeks, months or years from an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import (
    DAYS_IN_WEEK,
    HALF,
    QUARTER,
    Period,
    add_days,
    add_months,
    add_terms,
    add_years,
    date_of,
    point_of,
    single,
    week_of,
)
from generator.extract.timex.meaning import Base, Shift, Unit

if TYPE_CHECKING:
    from generator.extract.timex.anchors import Anchors
    from generator.record.edtf import Point

SATURDAY, SUNDAY = 5, 6
FEW = 3  # units that "quelques" is taken for; the date is approximate either way

_BY_DAY = frozenset([Unit.DAY, Unit.WEEK, Unit.WEEKEND])
_BY_MONTH = frozenset([Unit.MONTH, Unit.QUARTER, Unit.HALF])


def find_base(base: Base, unit: Unit, anchors: Anchors) -> Period | None:
    """Return the period to count from: known finely enough for the unit, or None.

    What hangs on the date just named is counted from the article's when the text has named none.
    """
    if base is Base.NARRATIVE:
        named = anchors.last_day if unit in _BY_DAY else anchors.last
        if named and _fine_enough(named.period.start, unit):
            return named.period
    document = anchors.document
    return single(document) if document and _fine_enough(document, unit) else None


def shift(distance: Shift, anchors: Anchors) -> tuple[Period | None, Point | None]:
    """Return the period so many units from an anchor, and the anchor; None and None without one."""
    base = find_base(distance.base, distance.unit, anchors)
    if base is None or base.start is None:
        return None, None
    few = -FEW if distance.backward else FEW
    count = few if distance.count is None else distance.count
    anchor = base.end if count > 0 and base.end else base.start
    if distance.whole and distance.unit in (Unit.WEEK, Unit.WEEKEND):
        period = whole_week(distance.unit, count, anchor)
    else:
        period = _distant(distance.unit, count, anchor)
    if period is None:
        return None, None
    return (period.approximately() if is_vague(distance) else period), anchor


def is_vague(distance: Shift) -> bool:
    """Say whether a distance is a rounded one: years and weeks ago are not counted by the day."""
    if distance.count is None:
        return True
    if distance.whole or distance.unit is Unit.DAY:
        return False
    return distance.base is Base.DOCUMENT or distance.unit in _BY_DAY


def whole_week(unit: Unit, count: int, anchor: Point) -> Period | None:
    """Return the week, or its end, so many after the one that a day lies in."""
    day = date_of(anchor)
    day = add_days(day, count * DAYS_IN_WEEK) if day else None
    return week_of(day, SATURDAY if unit is Unit.WEEKEND else 0, SUNDAY) if day else None


def _fine_enough(point: Point | None, unit: Unit) -> bool:
    if point is None or point.year is None:
        return False
    if unit in _BY_DAY:
        return date_of(point) is not None
    if unit in _BY_MONTH:
        return point.month is not None and not point.is_season
    return unit in (Unit.DECADE, Unit.CENTURY) or not point.unknown_digits


def _distant(unit: Unit, count: int, anchor: Point) -> Period | None:
    """Return the unit so many after the anchor, as fine as the unit is."""
    if unit in _BY_DAY:
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
