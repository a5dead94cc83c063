"""A date in words, as finely as it is known and no finer.

Month names, the order of the parts and the eras are CLDR's, through Babel; the words around them
are in `phrases.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from generator.record.edtf.parse import Edtf, Kind, Point, precision
from generator.record.edtf.phrases import Phrases, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

_T = TypeVar("_T")

_QUARTERS = range(33, 37)
_CENTURY = 100
_DECADE_DIGITS = 1
_FIRST_YEAR, _LAST_YEAR = dt.MINYEAR, dt.MAXYEAR


@lru_cache(maxsize=8192)
def display(date: Edtf, language: str) -> str:
    """Write a date for a reader.

    Args:
        date: any date of a record.
        language: BCP 47 tag. French and English have words of their own ("vers 2015", "about
            2015"); any other known to CLDR has its month names and signs for the rest.

    Returns:
        Such as ``du 16 au 18 juin 2025``, ``mai 2023``, ``16–18 June 2025``.
    """
    words = phrases(language)
    text = _display(date, words)
    for pattern, replacement in words.elisions:
        text = re.sub(pattern, replacement, text)
    return text


def _display(date: Edtf, words: Phrases) -> str:
    if date.kind is Kind.POINT and date.start:
        return _qualified(date.start, words)
    if date.start and date.end:
        return _between(date, date.start, date.end, words)
    point = date.start or date.end
    assert point is not None  # noqa: S101 -- the parser refuses a date open at both ends
    if date.kind is Kind.ONE_OF:
        return _fill(words.after if date.start else words.before, point, words)
    text = _fill(words.since if date.start else words.until, point, words)
    return words.unknown_end.format(text) if date.text.endswith("/") else text


def _between(date: Edtf, start: Point, end: Point, words: Phrases) -> str:
    last = _qualified(end, words)
    if date.kind is Kind.ONE_OF:
        first = _pick(words.between, start)[0].format(_qualified(start, words))
        return f"{first} {_pick(words.between, end)[1].format(last)}"
    plain = not (date.approximate or date.uncertain)
    first = _without_shared_parts(start, end, words) if plain else _qualified(start, words)
    if words.span and plain:
        first = _pick(words.span, start)[0].format(first)
        return f"{first} {_pick(words.span, end)[1].format(last)}"
    if plain and start.day and end.day and start.year == end.year:
        return _cldr_days(start, end, words)
    spaced = " " in first or (" " in last and " " not in first and first.isdigit())
    return f"{first} – {last}" if spaced else f"{first}–{last}"


def _without_shared_parts(start: Point, end: Point, words: Phrases) -> str:
    """Write the start of an interval without the month and year that its end repeats."""
    if start.year == end.year and not (start.is_season or end.is_season):
        if start.day and end.day:
            return str(start.day) if start.month == end.month else _month_day(start, words)
        if start.month and end.month and not (start.day or end.day):
            return _month_name(start, words)
    return _qualified(start, words)


def _cldr_days(start: Point, end: Point, words: Phrases) -> str:
    """Join two days of one year as CLDR does: "16–18 June 2025", "30 June – 2 July 2025"."""
    formats = _locale(words.locale).interval_formats["yMMMd"]
    parts = formats["d" if start.month == end.month else "M"]
    joined = "".join(
        _written(point, part.replace("MMM", "MMMM"), words.locale)
        for point, part in zip((start, end), parts, strict=True)
    )
    return joined.replace("\u2009", " ")  # CLDR's thin space breaks search and alignment


def _fill(table: Mapping[str, str], point: Point, words: Phrases) -> str:
    return _pick(table, point).format(_qualified(point, words))


def _pick(table: Mapping[str, _T], point: Point) -> _T:
    return table.get(precision(Edtf("", Kind.POINT, point, point)), table["*"])


def _qualified(point: Point, words: Phrases) -> str:
    text = _plain(point, words)
    if point.approximate:
        text = _pick(words.about, point).format(text)
    return words.uncertain.format(text) if point.uncertain else text


def _plain(point: Point, words: Phrases) -> str:
    if point.month is None:
        return _year_alone(point, words)
    if point.year is not None and _FIRST_YEAR <= point.year <= _LAST_YEAR and not point.is_season:
        if point.day is None:
            return _sketched(point, "yMMMM", words.locale)
        return _written(point, "long", words.locale)
    if point.is_season:
        year = "" if point.year is None else _year(point.year, words)
        season = _season(point.month, year, words)
        # "first half of 2025", but "first half (year unknown)"
        return season if year else words.unknown_year.format(season.strip().removesuffix(" of"))
    day = _month_day(point, words) if point.day else _month_name(point, words)
    if point.year is None:
        return words.unknown_year.format(day)
    return f"{day} {_year(point.year, words)}"


def _year_alone(point: Point, words: Phrases) -> str:
    year = point.year or 0
    if point.unknown_digits == _DECADE_DIGITS:
        return words.decade.format(year)
    if point.unknown_digits:
        return words.century.format(_ordinal(year // _CENTURY + 1, words))
    return _year(year, words)


def _season(month: int, year: str, words: Phrases) -> str:
    if month in _QUARTERS:
        quarters = _locale(words.locale).quarters["format"]["wide"]
        return f"{quarters[month - _QUARTERS.start + 1]} {year}"
    return words.seasons[month].format(year)


def _as_date(point: Point) -> dt.date:
    """Return a date for Babel to format; missing parts are formatted by nobody."""
    year = point.year if point.year and _FIRST_YEAR <= point.year <= _LAST_YEAR else 2000
    return dt.date(year, point.month or 1, point.day or 1)


def _month_name(point: Point, words: Phrases) -> str:
    return _written(point, "LLLL", words.locale)


def _month_day(point: Point, words: Phrases) -> str:
    return _sketched(point, "MMMMd", words.locale)


def _year(year: int, words: Phrases) -> str:
    """Write a year; year 0 and those before it carry CLDR's era, as readers count them."""
    if year > 0:
        return str(year)
    return f"{1 - year} {_locale(words.locale).eras['abbreviated'][0]}"


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _ordinal(number: int, words: Phrases) -> str:
    if words.locale == "fr":
        rest, roman = number, ""
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman + ("er" if number == 1 else "e")
    if words.locale == "en_GB":
        teen = 10 < number % 100 < 14  # noqa: PLR2004 -- 11th, 12th, 13th
        return f"{number}" + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))
    return str(number)


# Babel waits until a date is shown: `timeline check` never shows one, and starts sooner without.


def _locale(name: str) -> Locale:
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(name)


def _written(point: Point, pattern: str, locale: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(_as_date(point), pattern, locale=locale)


def _sketched(point: Point, skeleton: str, locale: str) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415

    return str(format_skeleton(skeleton, _as_date(point), locale=locale))
