"""From what an expression means to the period it names, given the dates that it hangs on.

Two anchors are kept apart. The document's date gives "hier", "mardi" and "l'an dernier" their day;
the date that the text has just named gives "la veille" and "l'année précédente" theirs. Without the
anchor that an expression needs it stays unresolved: nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.timex.anchors import Mention
from generator.extract.timex.calendar_math import (
    DAYS_IN_WEEK,
    MONTHS,
    Period,
    add_days,
    date_of,
    point_of,
    single,
)
from generator.extract.timex.interval import beside, join, says_more
from generator.extract.timex.meaning import (
    Aim,
    Around,
    Base,
    Beside,
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
from generator.extract.timex.shift import find_base, is_vague, shift, whole_week
from generator.extract.timex.year_choice import choose_day, choose_year
from generator.record.edtf import Point

if TYPE_CHECKING:
    from generator.extract.timex.anchors import Anchors
    from generator.extract.timex.meaning import Meaning

_MODS = {
    Limit.START: "START",
    Limit.MID: "MID",
    Limit.END: "END",
    Limit.ABOUT: "APPROX",
    Limit.SINCE: "ON_OR_AFTER",
    Limit.FROM: "ON_OR_AFTER",
    Limit.AFTER: "AFTER",
    Limit.UNTIL: "ON_OR_BEFORE",
    Limit.BEFORE: "BEFORE",
}
_OPEN_END = frozenset([Limit.SINCE, Limit.FROM, Limit.AFTER])
_OPEN_START = frozenset([Limit.UNTIL, Limit.BEFORE])
_IMPLIED = {
    Limit.SINCE: Aim.PAST,
    Limit.UNTIL: Aim.FUTURE,
    Limit.BEFORE: Aim.FUTURE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression names, and how that was found."""

    period: Period | None = None
    """None when nothing fixes it."""
    value: str | None = None
    """The TIMEX3 value of what has no period."""
    mod: str | None = None
    """TIMEX3 modifier."""
    anchor: Point | None = None
    """The date it was counted from; None when it needs none or there is none."""
    stated: bool = False
    """The words alone fix it."""
    told: bool = False
    """Its year is one that the text states, here or before."""


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
            resolved = Resolved(period=meaning.period, stated=True, told=meaning.told)
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
        case Beside():
            resolved = _beside(meaning, anchors)
        case Around():
            resolved = _around(meaning, anchors)
        case Plain():
            resolved = Resolved(value=meaning.value, stated=True)
        case _:
            resolved = Resolved()
    return resolved


def _calendar(date: Calendar, anchors: Anchors) -> Resolved:
    if date.year is not None:
        point = Point(year=date.year, month=date.month, day=date.day)
        return Resolved(period=single(point), stated=True, told=True)
    if date.within is not None:
        return _within_year(date, date.within, anchors)
    if date.month is None:
        day, counted_from = choose_day(date, anchors)
        return Resolved(period=single(point_of(day)), anchor=counted_from) if day else Resolved()
    year, source = choose_year(date, anchors)
    if year is None and date.month > MONTHS:
        return Resolved()
    told = isinstance(source, Mention)
    anchor = source.period.start if isinstance(source, Mention) else source
    point = Point(year=year, month=date.month, day=date.day)
    return Resolved(period=single(point), anchor=anchor if year else None, told=told)


def _within_year(date: Calendar, within: Shift, anchors: Anchors) -> Resolved:
    year = _shift(within, anchors)
    if year.period is None or year.period.start is None:
        return Resolved()
    inner = replace(date, year=year.period.start.year, within=None)
    return replace(_calendar(inner, anchors), anchor=year.anchor, stated=False)


def _weekday(day: Weekday, anchors: Anchors) -> Resolved:
    unknown = Resolved(value=None if day.length > 1 else f"XXXX-WXX-{day.weekday + 1}")
    if day.within is not None:
        week = _shift(day.within, anchors)
        monday = date_of(week.period.start) if week.period else None
        found = add_days(monday, day.weekday) if monday else None
        return replace(week, period=single(point_of(found))) if found else unknown
    base = find_base(day.base, Unit.DAY, anchors)
    anchor = date_of(base.end if base and day.aim is Aim.FUTURE else base.start if base else None)
    if anchor is None:
        return unknown
    ahead = (day.weekday - anchor.weekday()) % DAYS_IN_WEEK
    first = add_days(anchor, _days_to(day, ahead, anchors.tense or anchors.implied))
    last = add_days(first, day.length - 1) if first else None
    if not first or not last:
        return unknown
    return Resolved(period=Period(point_of(first), point_of(last)), anchor=point_of(anchor))


def _days_to(day: Weekday, ahead: int, tense: Aim | None) -> int:
    """Return how many days from the anchor, from how many the next such day is ahead (0-6)."""
    back = ahead - DAYS_IN_WEEK if ahead else 0
    if day.aim is Aim.FUTURE:
        return ahead or DAYS_IN_WEEK
    if day.aim is Aim.PAST:
        return back or -DAYS_IN_WEEK
    coming = day.aim is Aim.COMING or (day.aim is Aim.NEAREST and ahead < -back)
    return ahead if tense is Aim.FUTURE or (tense is None and coming) else back


def _shift(distance: Shift, anchors: Anchors) -> Resolved:
    period, anchor = shift(distance, anchors)
    mod = _MODS[Limit.ABOUT] if period and is_vague(distance) else None
    return Resolved(period=period, anchor=anchor, mod=mod, told=distance.base is Base.NARRATIVE)


def _between(interval: Between, anchors: Anchors) -> Resolved:
    """Resolve the end that says most first; the other one lies beside it."""
    if says_more(interval.first, interval.last):
        last = resolve(interval.last, anchors)
        first = resolve(beside(interval.first, last.period, before=True), anchors)
    else:
        first = resolve(interval.first, anchors)
        last = resolve(beside(interval.last, first.period, before=False), anchors)
    if not first.period or not last.period:
        values = [end.period.text if end.period else end.value or "" for end in (first, last)]
        return Resolved(value="/".join(values) if all(values) else None)
    anchor = first.anchor or last.anchor
    return Resolved(
        period=join(first.period, last.period),
        anchor=anchor,
        stated=anchor is None and (first.stated or last.stated),
        told=first.told and last.told,
    )


def _limited(limited: Limited, anchors: Anchors) -> Resolved:
    limit = limited.limit
    tense = Aim.FUTURE if limit is Limit.FROM else anchors.tense
    anchors = replace(anchors, tense=tense, implied=_IMPLIED.get(limit))
    inner = resolve(limited.meaning, anchors)
    inner = replace(inner, mod=_MODS.get(limit, inner.mod))
    period = inner.period
    if period is None or limit is Limit.DURING:
        return inner
    if limit in _OPEN_END:
        return replace(inner, period=Period(period.start, None))
    if limit in _OPEN_START:
        return replace(inner, period=Period(None, period.end))
    return replace(inner, period=period.approximately())


def _beside(day: Beside, anchors: Anchors) -> Resolved:
    of = resolve(day.of, anchors)
    point = (of.period.end if day.days > 0 else of.period.start) if of.period else None
    date = date_of(point)
    found = add_days(date, day.days) if date else None
    if found is None:
        return Resolved()
    return Resolved(period=single(point_of(found)), anchor=point, told=of.told)


def _around(week: Around, anchors: Anchors) -> Resolved:
    of = resolve(week.of, anchors)
    if of.period is None or date_of(of.period.start) is None or of.period.start is None:
        return Resolved()
    return replace(of, period=whole_week(week.unit, 0, of.period.start))
