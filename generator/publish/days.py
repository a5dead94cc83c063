"""Days as whole numbers, for drawing and for the scripts: any year, no time zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from generator.record.edtf import Day, Edtf

_DAYS_PER_ERA = 146_097  # 400 years, after which the calendar repeats
_TO_1970 = 719_468  # days from 1 March of year 0


def day_number(day: Day) -> int:
    """Return the days since 1 January 1970, negative before it.

    Source: the proleptic Gregorian calendar; years are counted from March, so that a leap day ends
    one.
    """
    year = day.year - (day.month < 3)  # noqa: PLR2004 -- before March
    era, of_era = divmod(year, 400)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return era * _DAYS_PER_ERA + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _TO_1970


def reach(date: Edtf | None) -> tuple[int, int] | None:
    """Return the first and the last day that a date can mean; an open end is where it is known.

    Returns:
        None for a date of no known year.
    """
    if date is None:
        return None
    first, last = earliest(date), latest(date)
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    return day_number(start), max(day_number(start), day_number(end))
