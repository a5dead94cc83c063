"""The year of a date that the text gives without one.

News leaves the year out when a reader would not doubt it. So the date nearest to the article's own
is meant, unless a verb points the other way, or the paragraph has been telling of another year.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.calendar_math import (
    MONTHS,
    date_of,
    exists,
    first_day,
    last_day,
    middle_day,
)
from generator.extract.timex_meaning import Aim
from generator.record.edtf import Point

if TYPE_CHECKING:
    from generator.extract.calendar_math import Period
    from generator.extract.timex_meaning import Calendar

# All four: days or code points, chosen by what a reader of a newspaper takes for granted, not by
# measurement; tests/corpus has phrases on either side of each.
NEAR = 31  # days: this close to the article, the nearest date is meant whatever the verb says
SAME_STORY = 10  # days: this close to the article, a day belongs to it and not to what is told of
REACH = 400  # code points over which a paragraph goes on telling of the year it named
YEAR_REACH = 200  # the same when it named the year only


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date that the text has named before."""

    period: Period
    offset: int
    """Code points; where it ends."""
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The dates that are known at one place of a text."""

    document: Point | None
    """The article's own date, as finely as it is known."""
    last: Mention | None = None
    """The last date with a year."""
    last_day: Mention | None = None
    """The last date that is a day or days."""
    lead: Point | None = None
    """The first whole day of the text: what its year-less days are near when it has no date."""
    offset: int = 0
    """Code points; where the expression begins."""
    paragraph: int = 0
    tense: Aim | None = None
    """`PAST` or `FUTURE`, from the verb beside the expression."""


def choose_year(date: Calendar, anchors: Anchors) -> tuple[int | None, Point | None]:
    """Return the year of a year-less date and the date that it was taken from.

    Returns:
        ``(None, None)`` when nothing fixes the year.
    """
    document = anchors.document
    told = _told_year(anchors)
    if document is None or document.year is None:
        if told is not None and anchors.last and _valid(date, told):
            return told, anchors.last.period.start
        return _nearest(date, anchors.lead, Aim.SPOKEN, None), anchors.lead
    if date.aim in (Aim.PAST, Aim.FUTURE):
        return _nearest(date, document, date.aim, None), document
    near = _nearest(date, document, date.aim, anchors.tense)
    if told is not None and told != near and anchors.last and _belongs(date, told, near, anchors):
        return told, anchors.last.period.start
    return near, document


def _told_year(anchors: Anchors) -> int | None:
    """Return the year that the paragraph has been telling of."""
    named = anchors.last
    point = named.period.start if named else None
    if named is None or point is None or named.paragraph != anchors.paragraph:
        return None
    reach = REACH if point.month else YEAR_REACH
    return point.year if anchors.offset - named.offset <= reach else None


def _belongs(date: Calendar, told: int, near: int | None, anchors: Anchors) -> bool:
    """Say whether a date belongs to the year told of rather than to the article's days."""
    if not _valid(date, told):
        return False
    document = anchors.document
    assert document is not None  # noqa: S101 -- asked only beside a dated article
    candidate = Point(year=told, month=date.month, day=date.day)
    ends = last_day(candidate)
    begins = first_day(document)
    if anchors.tense is Aim.FUTURE and ends and begins and ends < begins:
        return False
    if near is None:
        return True
    close = Point(year=near, month=date.month, day=date.day)
    if date.day is None:
        return (close.year, close.month) != (document.year, document.month)
    return _distance(close, document) > SAME_STORY


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
    far = _distance(_on(date, ranked[0]), anchor) > NEAR
    against = {Aim.PAST: Aim.FUTURE, Aim.FUTURE: Aim.PAST}
    if far and tense in sides and ranked[0] in sides[against[tense]]:
        return next(iter(sides[tense]), ranked[0])
    return ranked[0]


def _on(date: Calendar, year: int) -> Point:
    return Point(year=year, month=date.month, day=date.day)


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


def _distance(first: Point, second: Point) -> int:
    """Return the days between the middles of two dates; 0 when one lies within the other."""
    if date_of(second) and not date_of(first):
        begins, ends, day = first_day(first), last_day(first), date_of(second)
        if begins and ends and day and begins <= day <= ends:
            return 0
    one, other = middle_day(first), middle_day(second)
    return abs(one - other) if one is not None and other is not None else 10**9
