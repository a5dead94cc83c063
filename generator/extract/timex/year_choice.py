"""The year of a date that the text gives without one.

News leaves the year out when a reader would not doubt it. So the date nearest to the article's own
is meant, unless a verb points the other way, or the paragraph has been telling of another year, or
the date stands at the head of a line below a year, as in a chronology.
"""

from __future__ import annotations

import calendar
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import (
    MONTHS,
    add_days,
    date_of,
    exists,
    first_day,
    last_day,
    middle_day,
)
from generator.extract.timex.meaning import Aim
from generator.record.edtf import Point

if TYPE_CHECKING:
    import datetime as dt

    from generator.extract.timex.anchors import Anchors, Mention
    from generator.extract.timex.meaning import Calendar

# All were chosen by what a reader of a newspaper takes for granted, not by measurement;
# tests/corpus has phrases on either side of each.
NEAR = 31  # days: this close to the article, the nearest date is meant whatever the verb says
RECENT = 92  # days: the same, where a year that is nearly this one competes, or no date is known
REACH = 400  # code points over which a paragraph goes on telling of the day or month it named
YEAR_REACH = 200  # the same when it named the year only
LAST_SEASON = 24  # EDTF codes of months and seasons end here, quarters and halves follow
MONTH_REACH = 45  # days around the article in which "mardi 2" is looked for


def choose_year(date: Calendar, anchors: Anchors) -> tuple[int | None, Mention | Point | None]:
    """Return the year of a year-less date, and what it was taken from.

    Returns:
        The year with a mention when the text was telling of it, or with the article's date when
        the date is near that; ``(None, None)`` when nothing fixes the year.
    """
    document = anchors.document
    if date.aim in (Aim.PAST, Aim.FUTURE):
        return _nearest(date, document, date.aim, None), document
    if anchors.begins_line and (year := _year_of(anchors.heading)) and _valid(date, year):
        return year, anchors.heading
    told = _year_of(_told(anchors))
    if document is None or document.year is None:
        if told is not None and _valid(date, told):
            return told, anchors.told
        return _beside_lead(date, anchors.lead), anchors.lead
    near = _nearest(date, document, date.aim, anchors.tense or anchors.implied)
    if told is not None and told != near and _belongs(date, told, near, anchors):
        return told, anchors.told
    return near, document


def _beside_lead(date: Calendar, lead: Point | None) -> int | None:
    """Return the year of a date close to the first day that an undated text names."""
    year = _nearest(date, lead, Aim.SPOKEN, None)
    close = year is not None and lead is not None and _gap(_on(date, year), lead) <= RECENT
    return year if close else None


def choose_day(date: Calendar, anchors: Anchors) -> tuple[dt.date | None, Point | None]:
    """Return the day that "mardi 2" or "Le 19, …" names, and what it was counted from."""
    if date.weekday is None:
        named = anchors.last_day.period.start if anchors.last_day else None
        return _next_numbered(date_of(named), date.day or 0), named
    return _near_weekday(date, date_of(anchors.document), anchors.tense), anchors.document


def _next_numbered(start: dt.date | None, number: int) -> dt.date | None:
    """Return the next day of that number, in the month of a day or the one after it."""
    if start is None:
        return None
    days = (add_days(start, ahead) for ahead in range(1, MONTH_REACH))
    return next((day for day in days if day and day.day == number), None)


def _near_weekday(date: Calendar, today: dt.date | None, tense: Aim | None) -> dt.date | None:
    """Return the nearest day with that number and weekday."""
    if today is None:
        return None
    days = [
        day
        for distance in sorted(range(-MONTH_REACH, MONTH_REACH + 1), key=abs)
        if (day := add_days(today, distance))
        and (day.day, day.weekday()) == (date.day, date.weekday)
    ]
    ahead = [day for day in days if day >= today]
    return ahead[0] if tense is Aim.FUTURE and ahead else days[0] if days else None


def _year_of(mention: Mention | None) -> int | None:
    return mention.period.start.year if mention and mention.period.start else None


def _told(anchors: Anchors) -> Mention | None:
    """Return the date that the paragraph has been telling of."""
    told = anchors.told
    if told is None or told.period.start is None or told.paragraph != anchors.paragraph:
        return None
    reach = REACH if told.period.start.month else YEAR_REACH
    return told if anchors.offset - told.offset <= reach else None


def _belongs(date: Calendar, told: int, near: int | None, anchors: Anchors) -> bool:
    """Say whether a date belongs to the year told of rather than to the article's days."""
    named = anchors.told.period.start if anchors.told else None
    if named is None or not _valid(date, told) or not _weekday_fits(date, told):
        return False
    document = anchors.document
    assert document is not None  # noqa: S101 -- asked only beside a dated article
    there = _on(date, told)
    against = {Aim.FUTURE: (there, document), Aim.PAST: (document, there)}
    if anchors.tense in against and _precedes(*against[anchors.tense]):
        return False
    if near is None or (date_of(named) and _distance(there, named) <= NEAR):
        return True
    recent = abs(told - (document.year or told)) <= 1
    if recent and named.month is None:
        return False  # "en 2023" beside the days of this year
    limit = RECENT if recent else NEAR if date.day else 0
    return _gap(_on(date, near), document) > limit


@lru_cache(maxsize=4096)
def _nearest(date: Calendar, anchor: Point | None, aim: Aim, tense: Aim | None) -> int | None:
    """Return the year that puts a date nearest to an anchor, on the side that is asked for."""
    if anchor is None or anchor.year is None:
        return None
    span = 8 if (date.month, date.day) == (2, 29) else 1
    years = [y for y in range(anchor.year - span, anchor.year + span + 1) if _valid(date, y)]
    years = _on_weekday(years, date) or years
    if not years or anchor.month is None:
        return anchor.year if anchor.year in years else None
    ranked = sorted(years, key=lambda year: (_distance(_on(date, year), anchor), year))
    sides = {
        Aim.PAST: [year for year in ranked if _precedes(_on(date, year), anchor)],
        Aim.FUTURE: [year for year in ranked if _precedes(anchor, _on(date, year))],
    }
    if aim in sides:
        return next(iter(sides[aim]), None)
    if (date.month or 0) > LAST_SEASON and tense is not Aim.FUTURE:
        # "Au premier semestre, les ventes reculent": results come when a term is over
        begun = [year for year in ranked if not _precedes(anchor, _on(date, year))]
        return next(iter(begun), ranked[0])
    far = _distance(_on(date, ranked[0]), anchor) > NEAR
    against = {Aim.PAST: Aim.FUTURE, Aim.FUTURE: Aim.PAST}
    if far and tense in sides and ranked[0] in sides[against[tense]]:
        return next(iter(sides[tense]), ranked[0])
    return ranked[0]


def _on(date: Calendar, year: int) -> Point:
    return Point(year=year, month=date.month, day=date.day)


def _weekday_fits(date: Calendar, year: int) -> bool:
    return date.weekday is None or date.day is None or bool(_on_weekday([year], date))


def _on_weekday(years: list[int], date: Calendar) -> list[int]:
    if date.weekday is None or date.day is None or date.month is None:
        return []
    return [y for y in years if calendar.weekday(y, date.month, date.day) == date.weekday]


def _valid(date: Calendar, year: int) -> bool:
    if date.month is not None and date.month > MONTHS:
        return exists(year, 1, None)
    return exists(year, date.month, date.day)


def _precedes(first: Point, second: Point) -> bool:
    ends, begins = last_day(first), first_day(second)
    return bool(ends and begins and ends < begins)


def _gap(first: Point, second: Point) -> int:
    """Return the days that lie between two dates; 0 when they overlap."""
    edges = [(first_day(point), last_day(point)) for point in (first, second)]
    (start, end), (other_start, other_end) = edges
    if not start or not end or not other_start or not other_end:
        return 10**9
    return max(0, (other_start - end).days, (start - other_end).days)


def _distance(first: Point, second: Point) -> int:
    """Return the days between the middles of two dates; 0 when one lies within the other."""
    day = date_of(second)
    if day and not date_of(first):
        begins, ends = first_day(first), last_day(first)
        if begins and ends and begins <= day <= ends:
            return 0
    one, other = middle_day(first), middle_day(second)
    return abs(one - other) if one is not None and other is not None else 10**9
