"""Dates as people write them in tables and calendars, as EDTF: as fine as they are, no finer.

"1911", "14 December 1911", "circa 1850", "vers 1850", "1840s", "avant 1900", "44 av. J.-C.",
"1911-1912". Articles have a grammar of their own, in extract; here is no sentence around a date and
no anchor, so what is not a date in itself is none.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel import Locale

from generator.exchange import date_words as words
from generator.record.edtf import Edtf, EdtfError, parse_edtf, suggest
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Order = Literal["", "dmy", "mdy"]
MAX_WORDS = 80  # code points of a date in words
_CYCLE = 2000  # a year with the same calendar as any that is so much earlier, for years below 1000
_HINT = 'expected a date such as 1911-12-14, "14 December 1911", 1911, "circa 1850" or "1840s"'
_LANGUAGES = ("fr", "en", "de", "es")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was read, and what of its words EDTF cannot say."""

    date: Edtf
    lost: str = ""
    """Such as "early" of "early 1850"."""


def read_date(text: str, order: Order = "") -> Dated:
    """Read a date as somebody wrote it.

    Args:
        text: EDTF, a date in figures or in words.
        order: whether the day or the month comes first in 03/04/1911; empty refuses to guess.

    Raises:
        EdtfError: it is no date, could be two, or names a day that does not exist.
    """
    text = " ".join(text.split())
    if len(text) > MAX_WORDS:
        raise EdtfError(f"found {len(text)} characters, {_HINT}")
    try:
        return Dated(parse_edtf(text))
    except EdtfError as error:
        fault = error
    plain = _fold(text)
    part = re.match(rf"{words.PART}[\s-]+(?:(?:of|des?|du|der|los|the)\s+)*", plain)
    guess = _read(plain[part.end() :] if part else plain, order)
    if not guess:
        raise _refusal(text, fault)
    return Dated(_parsed(guess, text), text[: part.end()].strip() if part else "")


def is_ambiguous(text: str) -> bool:
    """Say whether a date in figures could be of two days: 03/04/1911."""
    found = _FIGURES.fullmatch(text.strip())
    return bool(found) and found[1] != found[2] and int(found[1]) <= 12 >= int(found[2])  # type: ignore[index]  # noqa: PLR2004


def order_of(texts: Iterable[str]) -> Order:
    """Return the order of day and month in a column: that of most of the dates that tell."""
    pairs = [found for text in texts if (found := _FIGURES.fullmatch(text.strip()))]
    day_first = sum(int(found[1]) > 12 >= int(found[2]) for found in pairs)  # noqa: PLR2004
    month_first = sum(int(found[2]) > 12 >= int(found[1]) for found in pairs)  # noqa: PLR2004
    if day_first == month_first:
        return ""
    return "dmy" if day_first > month_first else "mdy"


def edtf_year(year: int) -> str:
    """Return a year as EDTF writes it; year 0 is 1 BCE."""
    if abs(year) > 9999:  # noqa: PLR2004 -- four digits
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def from_parts(year: int, month: int | None, day: int | None) -> Edtf:
    """Return a date from its parts.

    Args:
        year: as people count: -44 is 44 BCE, and there is no year 0.
        month: 1 to 12.
        day: of the month; never without it.

    Raises:
        EdtfError: there is no such day.
    """
    if year == 0:
        raise EdtfError("found the year 0, which no calendar has: 1 BCE is -1")
    if day is not None and month is None:
        raise EdtfError(f"found day {day} without a month")
    for name, value, most in (("month", month, 12), ("day", day, 31)):
        if value is not None and not 1 <= value <= most:
            raise EdtfError(f"found {name} {value}, expected 1 to {most}")
    parts = [edtf_year(year if year > 0 else year + 1)]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return parse_edtf("-".join(parts))


# ---------------------------------------------------------------------------- words


def _read(text: str, order: Order) -> str:
    """Return the EDTF that folded words mean, or an empty string."""
    for reader in _READERS:
        guess = reader(text, order)
        if guess:
            return guess
    return ""


def _qualified(text: str, order: Order) -> str:
    """Read "circa 1850", "1850?", "probably 1850"."""
    for pattern, sign in (
        (rf"(?:{words.ABOUT})\s*(?P<inner>.+)", "~"),
        (rf"{words.PERHAPS}\s+(?P<inner>.+)", "?"),
        (rf"(?P<inner>.+?){words.PERHAPS_AFTER}", "?"),
    ):
        found = re.fullmatch(pattern, text)
        inner = _single(found["inner"], order) if found else ""
        if inner and not re.search(r"[/\[]", inner):
            return (
                inner[:-1] + "%"
                if inner[-1] in "~?%" and inner[-1] != sign
                else inner + ("" if inner.endswith(sign) else sign)
            )
    return ""


def _open(text: str, order: Order) -> str:
    """Read "before 1900", "by 1900", "after 1900", "since 1900", "until 1900"."""
    for pattern, form, move in (
        (words.NO_LATER, "[..{}]", 0),
        (words.NO_EARLIER, "[{}..]", 0),
        (words.BEFORE, "[..{}]", -1),
        (words.AFTER, "[{}..]", 1),
        (words.UNTIL, "../{}", 0),
        (words.SINCE, "{}/..", 0),
    ):
        found = re.fullmatch(rf"{pattern}\s+(?P<inner>.+)", text) or (
            re.fullmatch(rf"(?P<inner>.+)\s+{pattern}", text) if not move else None
        )
        inner = _single(found["inner"], order) if found else ""
        if inner and not re.search(r"[/\[]", inner):
            moved = _moved(inner, move) if move else inner
            return form.format(moved) if moved else ""
    return ""


def _between(text: str, order: Order) -> str:
    pattern = rf"{words.BETWEEN}\s+(?P<first>.+?)\s+{words.AND}\s+(?P<last>.+)"
    found = re.fullmatch(pattern, text)
    ends = _ends(found["first"], found["last"], order) if found else None
    return f"[{ends[0]}..{ends[1]}]" if ends else ""


def _range(text: str, order: Order) -> str:
    """Read "from 1840 to 1850", "1914-18", "16 June - 3 July 1911"."""
    pattern = rf"(?:{words.FROM}\s*)?(?P<first>.+?)(?:\s+{words.TO}\s+|\s*-\s*)(?P<last>.+)"
    found = re.fullmatch(pattern, text)
    ends = _ends(found["first"].strip(), found["last"].strip(), order) if found else None
    return f"{ends[0]}/{ends[1]}" if ends else ""


def _ends(first: str, last: str, order: Order) -> tuple[str, str] | None:
    """Return both ends of a range; what the first leaves out stands in the last."""
    short = re.fullmatch(r"([0-9]{4})\s*", first), re.fullmatch(r"[0-9]{2}", last)
    if short[0] and short[1]:
        last = first[:2] + last
    era = re.search(rf"\s+{words.BCE}$", last)
    if era and not re.search(rf"{words.BCE}$", first):
        first += era[0]
    end = _single(last, order)
    if not end:
        return None
    year = re.match(r"-?[0-9]{4}", end)
    month = re.search(r"([^\W\d]+)\.?,?\s+[0-9]{4}$", last)
    completed = [first]
    if year and not re.search(r"[0-9]{3}", first):
        completed = [f"{first} {year[0]}"] + ([f"{first} {month[0]}"] if month else [])
    start = next((read for each in completed if (read := _single(each, order))), "")
    return (start, end) if start else None


def _single(text: str, order: Order) -> str:
    """Read what is no range."""
    for reader in _SINGLE:
        guess = reader(text, order)
        if guess:
            return guess
    return ""


def _decade(text: str, _order: Order) -> str:
    found = re.fullmatch(rf"(?:{words.ARTICLES}\s+)*{words.DECADE}", text)
    return (found["plain"] or found["marked"])[:3] + "X" if found else ""


def _century(text: str, _order: Order) -> str:
    text = re.sub(rf"^(?:{words.ARTICLES}\s*)+", "", text)
    before = re.search(rf"\s+{words.BCE}$", text)
    text = text[: before.start()] if before else text
    number = r"(?P<number>[ivx]+|[0-9]{1,2})(?:e|er|eme|st|nd|rd|th|\.)?"
    found = re.fullmatch(rf"{number}\s*{words.CENTURY_WORD}", text)
    found = found or re.fullmatch(rf"{words.CENTURY_WORD}\s+{number}", text)
    count = _number(found["number"]) if found else 0
    if not 1 <= count <= 99:  # noqa: PLR2004 -- two digits
        return ""
    if before:
        return f"[{edtf_year(1 - 100 * count)}..{edtf_year(100 - 100 * count)}]"
    return f"{count - 1:02d}XX"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[sign] for sign in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _season(text: str, _order: Order) -> str:
    for code, season in words.SEASONS.items():
        found = re.fullmatch(rf"{season}{words.SEASON_OF}(?P<year>[0-9]{{4}})", text)
        if found:
            return f"{found['year']}-{code}"
    found = re.fullmatch(rf"{words.QUARTER}{words.SEASON_OF}(?P<year>[0-9]{{4}})", text)
    if not found:
        return ""
    return f"{found['year']}-{32 + int(found['short'] or found['ordinal'])}"


def _era(text: str, order: Order) -> str:
    """Read "44 BC", "15 March 44 BC", "986 AD"."""
    for pattern, before in ((words.BCE, True), (words.CE, False)):
        found = re.fullmatch(rf"(?P<inner>.*?)(?P<year>[0-9]{{1,9}})\s*{pattern}", text)
        if found and int(found["year"]) > 0:
            year = int(found["year"])
            return _in_year(found["inner"], 1 - year if before else year, order)
    return ""


def _early(text: str, order: Order) -> str:
    """Read a year of one to three digits, alone or after a day and a month: "12 May 986"."""
    found = re.fullmatch(r"(?P<inner>.*?)(?P<year>[0-9]{3})", text)
    if not found or not re.fullmatch(r"(?:.*[^\W\d]\.?,?\s+)?", found["inner"]):
        return ""
    return _in_year(found["inner"], int(found["year"]), order)


def _in_year(inner: str, year: int, order: Order) -> str:
    """Return a day, a month or nothing but a year, in any year at all."""
    if not inner.strip():
        return edtf_year(year)
    stand_in = _CYCLE + year % 400
    guess = _single(f"{inner.strip()} {stand_in}", order)
    return guess.replace(str(stand_in), edtf_year(year)) if guess else ""


def _figures(text: str, order: Order) -> str:
    found = _FIGURES.fullmatch(text)
    if not found:
        return ""
    first, second, year = found.groups()
    if order:
        day, month = (first, second) if order == "dmy" else (second, first)
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return suggest(text)


def _moment(text: str, _order: Order) -> str:
    """Read the day of a time stamp."""
    found = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ][0-9]{1,2}[:h].*", text)
    return found[1] if found else ""


def _suggested(text: str, _order: Order) -> str:
    text = re.sub(r"(?<=[0-9])(?:st|nd|rd|th|er|ere)\b", "", text)
    head, _, rest = text.partition(" ")
    if head.rstrip(",.") in _weekdays():
        text = rest
    text = re.sub(rf"^(?:{words.ARTICLES}\s+)+", "", text)
    return suggest(text) or _plain_year(text)


def _plain_year(text: str) -> str:
    return text if re.fullmatch(r"[0-9]{4}", text) else ""


_SINGLE: tuple[Callable[[str, Order], str], ...] = (
    _decade,
    _century,
    _season,
    _moment,
    _figures,
    _suggested,
    _era,
    _early,
    _qualified,
)
_READERS = (_between, _open, *_SINGLE, _range)


def _moved(text: str, by: int) -> str:
    """Return the day, month or year before (-1) or after (1) a plain date."""
    point = parse_edtf(text).start
    if point is None or point.year is None or point.is_season or text[-1] in "~?%":
        return ""
    if point.day and point.month:
        try:
            day = dt.date(point.year, point.month, point.day) + dt.timedelta(days=by)
        except (ValueError, OverflowError):
            return ""
        return f"{edtf_year(day.year)}-{day.month:02d}-{day.day:02d}"
    if point.month:
        months = point.year * 12 + point.month - 1 + by
        return f"{edtf_year(months // 12)}-{months % 12 + 1:02d}"
    last = point.year + 10**point.unknown_digits - 1
    return edtf_year(point.year - 1 if by < 0 else last + 1)


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    names: set[str] = set()
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            days = Locale.parse(language).days["format"][width].values()
            names.update(fold(name).rstrip(".") for name in days)
    return frozenset(names)


def _fold(text: str) -> str:
    text = re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}\b)", "", text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", fold(text)).replace("\u2019", "'")
    return " ".join(text.split()).strip(" .,;")


def _parsed(guess: str, text: str) -> Edtf:
    try:
        return parse_edtf(guess)
    except EdtfError as error:
        raise EdtfError(f'"{text}": {error}', error.suggestion) from error


def _refusal(text: str, fault: EdtfError) -> EdtfError:
    if is_ambiguous(text):
        return EdtfError(f'found "{text}", which could be of two days')
    if "expected EDTF" in str(fault):
        return EdtfError(f'found "{text}", {_HINT}')
    return fault
