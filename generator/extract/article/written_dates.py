"""Full dates as they are written in a line: "3 juillet 2024", "July 3, 2024", "03.07.2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from generator.extract.residue.cues import fold
from generator.record.edtf import EdtfError, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.edtf import Edtf

MONTH_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
CENTURY = 2000  # of a year of two digits
_MONTHS = 12
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_SOLE = r"(?!\d)"  # no digit follows


@cache
def _month_numbers() -> Mapping[str, int]:
    """Return the folded names of the months of the languages read, full and short."""
    numbers: dict[str, int] = {}
    for language in MONTH_LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    numbers.setdefault(fold(name).rstrip("."), number)
    return numbers


@cache
def _date_pattern() -> re.Pattern[str]:
    names = sorted(_month_numbers(), key=lambda name: (-len(name), name))
    month = rf"(?P<{{0}}>{'|'.join(map(re.escape, names))})\.?"
    day = r"(?P<{0}>\d{{1,2}})(?:er|st|nd|rd|th|º|\.)?"
    filler = r"(?:[ ,]{1,3}(?:de |of |del )?| ?[-/] ?)"
    # templates print a day twice, of which one is hidden: "20 janvier 202020 janvier 2020"
    again = rf"(?:{_SOLE}|(?=(?P=d1)(?:er|st|nd|rd|th|º|\.)? ?(?P=m1)))"
    forms = (
        day.format("d1") + filler + month.format("m1") + filler + _YEAR.format("y1") + again,
        month.format("m2")
        + r" {1,2}"
        + day.format("d2")
        + r"(?: ?, {0,2}| )"
        + _YEAR.format("y2")
        + _SOLE,
        _YEAR.format("y3") + r"(?P<s3>[-/.])(?P<m3>\d{2})(?P=s3)(?P<d3>\d{2})(?!\d)",
        r"(?P<a4>\d{1,2})(?P<s4>[/.-])(?P<b4>\d{1,2})(?P=s4)(?P<y4>(?:(?:19|20)\d\d|\d\d))(?!\d)",
    )
    return re.compile(r"(?<![\w/.])(?:" + "|".join(forms) + ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A full date as written, with its place in the line."""

    start: int
    end: int
    edtf: Edtf


def find_dates(text: str, *, month_first: bool = False) -> tuple[WrittenDate, ...]:
    """Find the dates of a line that have a day, a month and a year.

    Args:
        text: one line.
        month_first: read 03/04/2024 as the fourth of March, where both readings are possible.

    Returns:
        The dates in order; impossible ones (31/02/2024) are left out.
    """
    found = []
    for match in _date_pattern().finditer(fold(text)):
        edtf = _edtf_of(match, month_first=month_first)
        if edtf is not None:
            found.append(WrittenDate(start=match.start(), end=match.end(), edtf=edtf))
    return tuple(found)


def _edtf_of(match: re.Match[str], *, month_first: bool) -> Edtf | None:
    part = match.groupdict()
    if part["m1"]:
        year, month, day = int(part["y1"]), _month_numbers()[part["m1"]], int(part["d1"])
    elif part["m2"]:
        year, month, day = int(part["y2"]), _month_numbers()[part["m2"]], int(part["d2"])
    elif part["y3"]:
        year, month, day = int(part["y3"]), int(part["m3"]), int(part["d3"])
    else:
        first, second, year = int(part["a4"]), int(part["b4"]), int(part["y4"])
        year = year + CENTURY if len(part["y4"]) < len("2000") else year
        month_first = (month_first and first <= _MONTHS) or second > _MONTHS
        day, month = (second, first) if month_first else (first, second)
    try:
        return parse_edtf(f"{year:04d}-{month:02d}-{day:02d}")
    except EdtfError:
        return None
