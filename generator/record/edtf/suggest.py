"""What the writer of a bad date probably meant, so that the message can say what to type."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LANGUAGES = ("fr", "en", "de", "es")  # month names recognised in a slip
_ABOUT = r"(?:vers|environ|circa|ca?\.|about|around|um|hacia)\s+"
_YEAR = r"(?P<year>[12][0-9]{3})"


def suggest(text: str) -> str:
    """Return valid EDTF that a badly written date may mean, or an empty string.

    Handles dates in words ("16 juin 2025", "du 16 au 18 juin 2025", "June 2025"), in figures
    (16/06/2025, 2025/6/16, 2025-6-1) and "vers 2015"; what could be read in two ways (03/04/2025)
    gets no suggestion.
    """
    from generator.record.edtf.parse import EdtfError, parse_edtf  # noqa: PLC0415 -- they call each other

    folded = _fold(text).strip()
    about = re.match(_ABOUT, folded)
    guess = _guess(folded[about.end() :] if about else folded)
    if about and guess:
        guess += "~"
    try:
        return parse_edtf(guess).text if guess and guess != text else ""
    except EdtfError:
        return ""


def _guess(text: str) -> str:
    text = re.sub(r"^(le|the|en|in|on|du|from|de)\s+", "", text)
    for reader in (_days_of_a_month, _in_words, _in_figures):
        guess = reader(text)
        if guess:
            return guess
    return ""


def _in_words(text: str) -> str:
    match = re.fullmatch(
        rf"(?:(?P<day>[0-9]{{1,2}})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?)?(?P<month>[^\W\d]+)\.?"
        rf"(?:\s+(?P<day2>[0-9]{{1,2}}))?,?\s+(?:de\s+)?{_YEAR}",
        text,
    )
    if not match or match["month"] not in _months():
        return ""
    day = match["day"] or match["day2"]
    month = f"{match['year']}-{_months()[match['month']]:02d}"
    return f"{month}-{int(day):02d}" if day else month


def _days_of_a_month(text: str) -> str:
    match = re.fullmatch(
        rf"(?P<first>[0-9]{{1,2}})(?:\s+(?:au|to|et|and|bis|al)\s+|\s*-\s*)"
        rf"(?P<last>[0-9]{{1,2}})\.?\s+(?P<month>[^\W\d]+)\s+{_YEAR}",
        text,
    )
    if not match or match["month"] not in _months():
        return ""
    month = f"{match['year']}-{_months()[match['month']]:02d}"
    return f"{month}-{int(match['first']):02d}/{month}-{int(match['last']):02d}"


def _in_figures(text: str) -> str:
    year_first = re.fullmatch(rf"{_YEAR}(?:[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?)?", text)
    if year_first:
        year, *rest = year_first.groups()
        return "-".join((year, *(f"{int(part):02d}" for part in rest if part)))
    year_last = re.fullmatch(rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]{_YEAR}", text)
    if not year_last:
        return ""
    first, second, year = (int(part) for part in year_last.groups())
    if first <= 12 and second <= 12 and first != second:  # noqa: PLR2004 -- either may be the month
        return ""
    day, month = (second, first) if second > 12 else (first, second)  # noqa: PLR2004
    return f"{year}-{month:02d}-{day:02d}"


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        from babel import Locale  # noqa: PLC0415 -- only the error path needs it

        months = Locale.parse(language).months
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[form][width].items():
                    names.setdefault(_fold(name).rstrip("."), number)
    return names


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
