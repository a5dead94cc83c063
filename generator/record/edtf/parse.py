"""The part of EDTF that records use: parse, bounds, order. Never pads, never guesses.

Level 1 whole, for years, months, days and seasons; of level 2 the one thing an honest record cannot
do without, "some day between": ``[2023-05..2025-06]``, ``[..2024-07-03]``, ``[2024..]``. Why a
parser of ours: see docs/adr/0002-edtf-subset.md.

Source: Library of Congress, Extended Date/Time Format specification (2019); ISO 8601-2:2019, 4.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.errors import Said
from generator.record.messages import phrase, say

MAX_LENGTH = 64  # code points; the longest form we accept has 41

_POINT = re.compile(
    r"(?P<year>Y-?[1-9][0-9]{4,8}|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[~?%]?)",
    re.ASCII,
)
# Months that a season, quarter, quadrimester or half year begins and ends with; the seasons are
# the northern meteorological ones, and a winter ends in the year after the one that names it.
# Source: EDTF level 2, sub-year groupings (21-24 are level 1).
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
_MONTHS_IN_YEAR = 12


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; year 0 is 1 BCE. No first one, unlike `date`."""

    year: int
    month: int
    day: int


class Kind(StrEnum):
    """What a date says about time."""

    POINT = "point"
    """One day, month, season, year …, known as finely as it is written."""
    INTERVAL = "interval"
    """From … to …: it lasted."""
    ONE_OF = "one-of"
    """Some day between … and …: which one is not known."""


class EdtfError(ValueError):
    """A date that is not in the subset.

    Attributes:
        suggestion: what the writer may have meant, valid EDTF, or an empty string.
        said: the message in no language yet; None where it is known in English only.
    """

    def __init__(self, message: str | Said, suggestion: str = "") -> None:
        """Keep the suggestion apart from the message, which may be said in any language."""
        super().__init__(say(message) if isinstance(message, Said) else message)
        self.said = message if isinstance(message, Said) else None
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One end of a date."""

    year: int | None
    """None when unspecified (``XXXX``); year 0 is 1 BCE."""
    month: int | None = None
    """1-12, or a sub-year grouping 21-41; None when absent or unspecified."""
    day: int | None = None
    unknown_digits: int = 0
    """Last digits of the year that are ``X``: 1 is a decade, 2 a century."""
    approximate: bool = False
    """``~`` or ``%``."""
    uncertain: bool = False
    """``?`` or ``%``."""

    @property
    def is_season(self) -> bool:
        """Say whether the month part is a season, a quarter or a half year."""
        return self.month is not None and self.month > _MONTHS_IN_YEAR


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it is written in a record; equal when written the same."""

    text: str
    kind: Kind = Kind.POINT
    start: Point | None = None
    """None when open or unknown; for a `POINT` the same as ``end``."""
    end: Point | None = None

    @property
    def is_interval(self) -> bool:
        """Say whether it is written ``a/b``."""
        return self.kind is Kind.INTERVAL

    @property
    def approximate(self) -> bool:
        """Say whether either end is qualified ``~`` or ``%``."""
        return any(point.approximate for point in (self.start, self.end) if point)

    @property
    def uncertain(self) -> bool:
        """Say whether either end is qualified ``?`` or ``%``."""
        return any(point.uncertain for point in (self.start, self.end) if point)

    def __str__(self) -> str:
        """Return the text as written."""
        return self.text


def parse_edtf(text: str) -> Edtf:
    """Read a date of a record.

    Args:
        text: exactly as written; white space around it is an error like any other.

    Returns:
        The date, with ``text`` as given: formatting it again is the identity.

    Raises:
        EdtfError: it is not in the subset, names a day that does not exist, or runs backwards.
    """
    if len(text) > MAX_LENGTH:
        raise EdtfError(phrase("date-format.length", found=len(text)))
    if text.startswith("[") and text.endswith("]"):
        parts = text[1:-1].split("..")
        return _range(text, Kind.ONE_OF, parts, open_mark="")
    if "/" in text:
        return _range(text, Kind.INTERVAL, text.split("/"), open_mark="..")
    point = _point(text, text)
    return Edtf(text, Kind.POINT, point, point)


def _range(text: str, kind: Kind, parts: list[str], open_mark: str) -> Edtf:
    if len(parts) != 2:  # noqa: PLR2004 -- a start and an end
        raise _malformed(text)
    start, end = (None if part in ("", open_mark) else _point(part, text) for part in parts)
    if start is None and end is None:
        raise EdtfError(phrase("date-format.open", text=text))
    date = Edtf(text, kind, start, end)
    first, last = earliest(date), latest(date)
    if first and last and last < first:
        swapped = text.replace(parts[0], "\0").replace(parts[1], parts[0]).replace("\0", parts[1])
        raise EdtfError(phrase("date-format.backwards", text=text), swapped)
    return date


def _point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise _malformed(whole)
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    if (day not in (None, "XX") and month == "XX") or (year == "XXXX" and month in (None, "XX")):
        raise _malformed(whole)
    point = Point(
        year=None if year == "XXXX" else int(year.lstrip("Y").replace("X", "0")),
        month=int(month) if month and month != "XX" else None,
        day=int(day) if day and day != "XX" else None,
        unknown_digits=0 if year == "XXXX" else year.count("X"),
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
    )
    _check_calendar(point, day, whole)
    return point


def _check_calendar(point: Point, day_text: str | None, whole: str) -> None:
    if point.month is None:
        if day_text and point.unknown_digits:
            raise _malformed(whole)
        return
    if not (1 <= point.month <= _MONTHS_IN_YEAR or point.month in _SEASONS):
        raise EdtfError(phrase("date-format.month", month=f"{point.month:02d}", text=whole))
    if (point.is_season and day_text) or point.unknown_digits:
        raise _malformed(whole)
    if point.day is None:
        return
    year = 2000 if point.year is None else point.year  # a day of any year may be 29 February
    last = _month_length(year, point.month)
    if not 1 <= point.day <= last:
        raise EdtfError(
            phrase("date-format.day", day=f"{point.day:02d}", text=whole, last=last),
            whole.replace(f"-{point.month:02d}-{point.day:02d}", f"-{point.month:02d}"),
        )


def _malformed(text: str) -> EdtfError:
    from generator.record.edtf.suggest import suggest  # noqa: PLC0415 -- only the error path needs it

    return EdtfError(phrase("date-format.form", text=text), suggest(text))


def _month_length(year: int, month: int) -> int:
    # The calendar repeats every 400 years, and the module takes no year below 1.
    return calendar.monthrange(year % 400 + 400, month)[1]


def earliest(date: Edtf) -> Day | None:
    """Return the first day that the date can mean; None when open or of unknown year.

    Qualifiers do not widen it: nobody knows how far ``~`` reaches.
    """
    return _first(date.start) if date.start else None


def latest(date: Edtf) -> Day | None:
    """Return the last day that the date can mean, inclusive; None when open or of unknown year."""
    return _last(date.end) if date.end else None


def _first(point: Point) -> Day | None:
    if point.year is None:
        return None
    month = _SEASONS[point.month][0] if point.is_season and point.month else point.month or 1
    return Day(point.year, month, point.day or 1)


def _last(point: Point) -> Day | None:
    if point.year is None:
        return None
    year = point.year + 10**point.unknown_digits - 1
    month = point.month or _MONTHS_IN_YEAR
    if point.is_season:
        month = _SEASONS[month][1]
        year, month = year + (month - 1) // _MONTHS_IN_YEAR, (month - 1) % _MONTHS_IN_YEAR + 1
    return Day(year, month, point.day or _month_length(year, month))


def sort_key(date: Edtf | None) -> tuple[int, Day, Day, str]:
    """Return the place of a date in time: a total, stable order.

    Dated ones first, by the first day they can mean (the last one where the start is open), coarser
    before finer; then those of unknown year, by month and day; then no date at all.
    """
    nowhere = Day(0, 0, 0)
    if date is None:
        return 2, nowhere, nowhere, ""
    first, last = earliest(date), latest(date)
    known = first or last
    if known is None:
        point = date.start or date.end
        place = Day(0, (point and point.month) or 0, (point and point.day) or 0)
        return 1, place, place, date.text
    end = last or Day(10**9, 12, 31)
    return 0, known, Day(-end.year, -end.month, -end.day), date.text


_PRECISION_OF_DIGITS = {1: "decade", 2: "century"}


def precision(date: Edtf) -> str:
    """Return how finely a date is known.

    Returns:
        ``day``, ``month``, ``season``, ``year``, ``decade`` or ``century``; for a range the finer
        of its two ends.
    """
    order = ("day", "month", "season", "year", "decade", "century")
    found = [_precision(point) for point in (date.start, date.end) if point]
    return min(found, key=order.index)


def _precision(point: Point) -> str:
    if point.day is not None:
        return "day"
    if point.month is not None:
        return "season" if point.is_season else "month"
    return _PRECISION_OF_DIGITS.get(point.unknown_digits, "year")
