"""What words around a date make of it: parts, ranges, lists, limits; used by `timex_rules`.

The dates themselves were read before, so these functions see tokens that have a meaning.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import MONTHS, exists
from generator.extract.timex.grammar import Piece
from generator.extract.timex.meaning import (
    Aim,
    Around,
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.timex.grammar import Match, Reading
    from generator.extract.timex.meaning import Meaning

MONDAY, FRIDAY = 0, 4
_PARTS = {"START": Limit.START, "MID": Limit.MID, "END": Limit.END, "DURING": Limit.DURING}
_LONG = frozenset(
    [
        Unit.WEEK,
        Unit.WEEKEND,
        Unit.MONTH,
        Unit.QUARTER,
        Unit.HALF,
        Unit.YEAR,
        Unit.DECADE,
        Unit.CENTURY,
    ]
)


def within_year(match: Match) -> Reading:
    """Read "mai de l'an dernier", "June this year"."""
    date, year = match.meaning("x"), match.meaning("y")
    if not isinstance(date, Calendar) or not isinstance(year, Shift) or date.year is not None:
        return None
    return replace(date, within=year) if year.unit is Unit.YEAR else None


def within_week(match: Match) -> Reading:
    """Read "mardi de la semaine dernière", "Tuesday last week"."""
    day, week = match.meaning("x"), match.meaning("y")
    if not isinstance(day, Weekday) or not isinstance(week, Shift) or not week.whole:
        return None
    return replace(day, within=week) if week.unit is Unit.WEEK else None


def beside(match: Match) -> Reading:
    """Read "le lendemain du 13 février", "la veille de Noël"."""
    return Beside(of=match.meaning("b"), days=match.number("x") or 0)


def around(match: Match) -> Reading:
    """Read "la semaine du 6 octobre"."""
    unit = Unit(str(match.value("u")))
    if unit not in (Unit.WEEK, Unit.WEEKEND):
        return None
    return Around(of=match.meaning("b"), unit=unit)


def part(match: Match) -> Reading:
    """Read "début juin", "fin de l'année dernière"."""
    return Limited(meaning=match.meaning("x"), limit=_part_of(match))


def part_in_one_word(match: Match) -> Reading:
    """Read "Jahresende", "Jahresende 2024"."""
    part_name, unit = str(match.value("x")).split()
    year = match.number("y")
    whole = Calendar(year=year) if year else Shift(unit=Unit(unit), count=0)
    return Limited(meaning=whole, limit=_PARTS[part_name])


def part_of_unit(match: Match) -> Reading:
    """Read "à la fin de l'année": of the one that is now."""
    unit = Unit(str(match.value("u")))
    if unit not in _LONG:
        return None
    return Limited(meaning=Shift(unit=unit, count=0), limit=_part_of(match))


def _part_of(match: Match) -> Limit:
    return next(_PARTS[kind] for kind in match.token("p").values if kind in _PARTS)


def every_date(match: Match) -> Reading:
    """Read "chaque 8 mars"."""
    date = match.meaning("x")
    if not isinstance(date, Calendar) or date.year is not None or date.month is None:
        return None
    day = f"-{date.day:02d}" if date.day else ""
    return Plain(type="SET", value=f"XXXX-{date.month:02d}{day}")


def day_to_date(match: Match) -> Reading:
    """Read "du 16 au 18 juin", whose first day has the month of the second."""
    first = match.number("d")
    last = _end(match.meaning("b"))
    if not isinstance(last, Calendar) or last.day is None or last.month is None or first is None:
        return None
    start = replace(last, day=first, weekday=None)
    if first > last.day and "f" in match:  # "du 28 au 3 mars" begins in February
        year, month = last.year, last.month - 1 or MONTHS
        before = year - 1 if year and month == MONTHS else year
        start = replace(start, year=before, month=month)
    elif first >= last.day:
        return None
    if not exists(start.year, start.month, first):
        return None
    return Between(first=start, last=match.meaning("b"))


def date_range(match: Match) -> Reading:
    """Read "du 30 juin au 2 juillet", "de mars à mai 2024", "2015–2020"."""
    first, last = match.meaning("a"), match.meaning("b")
    if isinstance(first, Between) or isinstance(last, Between):
        return None
    if isinstance(first, Known) and isinstance(last, Known) and not _in_order(first, last):
        return None
    return Between(first=first, last=last)


def _in_order(first: Known, last: Known) -> bool:
    start, end = first.period.start, last.period.end
    key = [(p.year or 0, p.month or 0, p.day or 0) if p else (0, 0, 0) for p in (start, end)]
    length = min(sum(1 for part in k if part) for k in key)
    return key[0][:length] <= key[1][:length]


def months_together(match: Match) -> Reading:
    """Read "mars et avril 2024": one stretch when they follow each other, else two months."""
    first, last = match.meaning("a"), match.meaning("b")
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.day or last.day:
        return None
    if first.year is not None or first.month is None or last.month is None:
        return None
    if last.month == first.month % MONTHS + 1:
        return Between(first=first, last=last)
    year = last.year
    end = match.end - match.start - 1
    return Piece(0, 0, replace(first, year=year)), Piece(end, end, last)


def weekdays_together(match: Match) -> Reading:
    """Read "lundi et mardi" as one stretch when they follow each other."""
    first, last = match.meaning("a"), match.meaning("b")
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    if first.aim in (Aim.PAST, Aim.FUTURE) or last.weekday != (first.weekday + 1) % 7:
        return None
    return Between(first=first, last=last)


def weekday_range(match: Match) -> Reading:
    """Read "de mardi à jeudi"; "du lundi au vendredi" comes every week."""
    first, last = match.meaning("a"), match.meaning("b")
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    habitual = match.number("f") or (first.weekday, last.weekday) == (MONDAY, FRIDAY)
    if habitual and first.aim is Aim.SPOKEN and last.aim is Aim.SPOKEN:
        value = f"XXXX-WXX-{first.weekday + 1}/XXXX-WXX-{last.weekday + 1}"
        return Plain(type="SET", value=value)
    return Between(first=first, last=last)


def relative_range(match: Match) -> Reading:
    """Read "du 3 au 5 octobre derniers", "lundi et mardi prochains"."""
    interval = match.meaning("x")
    if not isinstance(interval, Between):
        return None
    aim = Aim.PAST if "LAST_MANY" in match.kinds("r") else Aim.FUTURE
    ends = [
        replace(end, aim=aim) if isinstance(end, Calendar | Weekday) else end
        for end in (interval.first, interval.last)
    ]
    return Between(first=ends[0], last=ends[1])


def limited(limit: Limit) -> Callable[[Match], Reading]:
    """Return a reader of a date after a preposition."""

    def read(match: Match) -> Reading:
        return Limited(meaning=match.meaning("x"), limit=limit)

    return read


def _end(meaning: Meaning) -> Meaning:
    return meaning.last if isinstance(meaning, Between) else meaning
