"""Days of records as other programs write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.edtf import Edtf
    from generator.record.edtf.parse import Day

MOST_YEARS = 100  # of one event that a list of each year shows; of a longer one, its two ends


def iso(day: Day | None) -> str | None:
    """Return a day as ISO 8601 has it, years before 1 with a minus sign: ``-0043-03-15``."""
    if day is None:
        return None
    return f"{'-' if day.year < 0 else ''}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def as_date(day: Day | None) -> date | None:
    """Return a day as Python has it; None outside its years 1 to 9999."""
    return date(*day) if day and date.min.year <= day.year <= date.max.year else None


def years_of(when: Edtf | None) -> Iterator[int]:
    """Yield the years that a date can fall in; of one without end, the year that is known."""
    first, last = (earliest(when), latest(when)) if when else (None, None)
    ends = [day.year for day in (first, last) if day]
    if ends and ends[-1] - ends[0] >= MOST_YEARS:
        yield from ends
    elif ends:
        yield from range(ends[0], ends[-1] + 1)
