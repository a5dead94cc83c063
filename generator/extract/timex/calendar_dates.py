"""What the words of a calendar date mean: days, months, seasons, years, decades, centuries.

Each function takes what its rule's pattern matched (`timex_rules`) and returns a meaning, or None
when it is no such expression after all: a day that no calendar has, a month that is a name.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import HALF, QUARTER, Period, exists, single
from generator.extract.timex.grammar import Piece
from generator.extract.timex.meaning import Between, Calendar, Known, Meaning, Unfixed, Unit
from generator.extract.timex.relative import find_aim
from generator.extract.timex.tokens import begins_line
from generator.extract.timex.years import counts_something, is_year, names_month
from generator.record.edtf import EdtfError, Point, parse_edtf

if TYPE_CHECKING:
    from generator.extract.timex.grammar import Match, Reading

_DECADES = frozenset(range(0, 100, 10))
_LAST_CENTURY = 22


def calendar(match: Match) -> Meaning | None:
    """Read a day or month by its parts; a day that no calendar has is no date."""
    year, month, day = match.number("y"), match.number("m"), match.number("d")
    if "o" in match:
        if counts_something(match):
            return None
        year = match.number("o")
    if not exists(year, month, day):
        return Unfixed() if year and day else None
    weekday = match.number("w")
    return Calendar(year=year, month=month, day=day, weekday=weekday, aim=find_aim(match))


def days(match: Match) -> Meaning | None:
    """Read "16-18 juin 2025"."""
    first, last = (int(day) for day in str(match.value("d")).split("-"))
    year, month = match.number("y"), match.number("m")
    if not exists(year, month, last):
        return None
    end = Calendar(year=year, month=month, day=last, aim=find_aim(match))
    return Between(first=replace(end, day=first), last=end)


def list_of_days(match: Match) -> Reading:
    """Read "les 16, 17 et 18 juin": one stretch if the days follow each other, else each alone."""
    places = [at for at in range(match.start, match.end) if "DAY" in match.tokens[at].values]
    year, month = match.number("y"), match.number("m")
    numbers = [int(match.tokens[at].values["DAY"]) for at in places]
    if not all(exists(year, month, day) for day in numbers):
        return None
    dates = [Calendar(year=year, month=month, day=day) for day in numbers]
    if all(b == a + 1 for a, b in pairwise(numbers)):
        return Between(first=dates[0], last=dates[-1])
    month_first = match.groups["m"][0] < places[0]
    starts = [match.start if month_first and at == places[0] else at for at in places]
    ends = [at if month_first or at != places[-1] else match.end - 1 for at in places]
    return tuple(
        Piece(start - match.start, end - match.start, date)
        for start, end, date in zip(starts, ends, dates, strict=True)
    )


def day_alone(match: Match) -> Meaning | None:
    """Read "Le 19, …" at the beginning of a sentence, a day of the month just named."""
    article = match.start - 1
    opens = article > 0 and "STOP" in match.tokens[article - 1].values
    if not opens and not begins_line(match.text, match.tokens[article].start):
        return None
    return Calendar(day=match.number("d"))


def days_apart(match: Match) -> Meaning | None:
    """Read "June 16 to 18, 2025"."""
    year, month = match.number("y"), match.number("m")
    first, last = match.number("d") or 0, match.number("e") or 0
    if not first < last or not exists(year, month, last):
        return None
    end = Calendar(year=year, month=month, day=last)
    return Between(first=replace(end, day=first), last=end)


def full_date(match: Match) -> Meaning | None:
    """Read "16/06/2025", "2025-06-16"."""
    if match.before("NUMBERED"):
        return None
    try:
        date = parse_edtf(str(match.value("d")))
    except EdtfError:
        return None
    return Known(period=Period(date.start, date.end))


def day_month(match: Match) -> Meaning | None:
    """Read "am 1.5.", which without a preposition is a number."""
    month, day = (int(part) for part in str(match.value("d")).split("-"))
    introduced = "w" in match or any(map(match.before, ("DET", "FROM", "TO", "UNTIL", "SINCE")))
    if not introduced or not exists(match.number("y"), month, day):
        return None
    return Calendar(year=match.number("y"), month=month, day=day, weekday=match.number("w"))


def month(match: Match) -> Meaning | None:
    """Read "octobre", unless it is a name."""
    name = match.token("m")
    if "MONTH" in name.values or names_month(match):
        return Calendar(month=match.number("m"))
    return None


def relative_month(match: Match) -> Meaning | None:
    """Read "juin dernier"."""
    return Calendar(month=match.number("m"), aim=find_aim(match))


def season(match: Match) -> Meaning | None:
    """Read "été 2024", "hiver 2023-2024"."""
    year, years = match.number("y"), match.value("ys")
    if years:
        year = int(str(years)[:4])
    return Calendar(year=year, month=match.number("s"), aim=find_aim(match))


def term(match: Match) -> Meaning | None:
    """Read "premier trimestre 2024"."""
    rank, year = match.number("q"), match.number("y")
    first, count = (QUARTER, 4) if match.value("t") == Unit.QUARTER else (HALF, 2)
    if "l" in match:  # "le dernier trimestre 2018"
        rank = count
    if rank is None or not 1 <= rank <= count:
        return None
    return Calendar(year=year, month=first + rank - 1)


def term_code(match: Match) -> Meaning | None:
    """Read "T1 2024"."""
    return Calendar(year=match.number("y"), month=match.number("c"))


def decade(match: Match) -> Meaning | None:
    """Read "les années 90"."""
    point = _decade_point(match.number("n") or 0)
    return Known(period=_of_point(point), told=False) if point else None


def _decade_point(year: int) -> Point | None:
    if year % 100 not in _DECADES:
        return None
    if year < 100:  # noqa: PLR2004 -- "les années 60", of the last century unless that is not over
        year += 2000 if year < 20 else 1900  # noqa: PLR2004
    return Point(year=year, unknown_digits=1)


def decades(match: Match) -> Meaning | None:
    """Read "les années 70 et 80", "les années 1980-1990"."""
    span = str(match.value("ys") or f"{match.number('n')}/{match.number('e')}").split("/")
    return _span_of(*(_decade_point(int(year)) for year in span))


def century(match: Match) -> Meaning | None:
    """Read "XIXe siècle"."""
    point = _century_point(match.number("n") or 0)
    return Known(period=_of_point(point), told=False) if point else None


def centuries(match: Match) -> Meaning | None:
    """Read "du XVIIIe au XXe siècle"."""
    return _span_of(*(_century_point(match.number(name) or 0) for name in ("n", "e")))


def _century_point(number: int) -> Point | None:
    if not 1 < number <= _LAST_CENTURY:
        return None
    return Point(year=(number - 1) * 100, unknown_digits=2)


def _span_of(first: Point | None, last: Point | None) -> Meaning | None:
    if not first or not last or (first.year or 0) >= (last.year or 0):
        return None
    return Known(period=Period(first, last), told=False)


def year(match: Match) -> Meaning | None:
    """Read "2015" where it is a year."""
    if not is_year(match):
        return None
    return Known(period=_of_point(Point(year=match.number("y"))), told=_goes_on(match))


def years(match: Match) -> Meaning | None:
    """Read "2023-2024"."""
    first, last = (Point(year=int(year)) for year in str(match.value("ys")).split("/"))
    if match.before("SYMBOL") or match.before("COPYRIGHT"):
        return None
    return Known(period=Period(first, last), told=_goes_on(match))


def _goes_on(match: Match) -> bool:
    """Say whether a text goes on in a year: "En 1997, …" opens a story, "l'accord de 1997" not."""
    first = match.tokens[match.start]
    if match.start > 0 and match.before("IN"):
        first = match.tokens[match.start - 1]
    return match.text[first.start].isupper() or begins_line(match.text, first.start)


def _of_point(point: Point) -> Period:
    period = single(point)
    assert period is not None  # noqa: S101 -- of no point only
    return period


def holiday(match: Match) -> Meaning | None:
    """Read "jour de Noël 2024"."""
    month, day = (int(part) for part in str(match.value("h")).split("-"))
    return Calendar(year=match.number("y"), month=month, day=day, aim=find_aim(match))
