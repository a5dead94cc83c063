"""What the words of a single date mean: one function a kind of expression, used by `timex_rules`.

Each takes what its rule's pattern matched and returns a meaning, or None when it is no such
expression after all: a day that no calendar has, an age, a month's name that is somebody's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.calendar_math import HALF, QUARTER, Period, exists, single
from generator.extract.timex_meaning import (
    Aim,
    Base,
    Between,
    Calendar,
    Known,
    Meaning,
    Plain,
    Shift,
    Unfixed,
    Unit,
    Weekday,
)
from generator.extract.timex_years import is_year, names_month
from generator.record.edtf import EdtfError, Point, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.timex_grammar import Match

_TELLING = {
    "LAST": Aim.PAST,
    "LAST_AFTER": Aim.PAST,
    "NEXT": Aim.FUTURE,
    "NEXT_AFTER": Aim.FUTURE,
    "THIS": Aim.NEAREST,
    "THIS_AFTER": Aim.NEAREST,
}
_COUNTED_FROM = {
    "LAST": (Base.DOCUMENT, -1),
    "LAST_AFTER": (Base.DOCUMENT, -1),
    "THIS": (Base.DOCUMENT, 0),
    "THIS_AFTER": (Base.DOCUMENT, 0),
    "NEXT": (Base.DOCUMENT, 1),
    "NEXT_AFTER": (Base.DOCUMENT, 1),
    "PREVIOUS": (Base.NARRATIVE, -1),
    "SAME": (Base.NARRATIVE, 0),
    "THAT_AFTER": (Base.NARRATIVE, 0),
    "FOLLOWING": (Base.NARRATIVE, 1),
}
_SHORTER_THAN_A_DAY = frozenset([Unit.SECOND, Unit.MINUTE, Unit.HOUR])
_DECADES = frozenset(range(0, 100, 10))
_LAST_CENTURY = 22
_ADULT = 15  # years: "un homme de 38 ans" is an age, "un plan de 5 ans" a duration


def _aim(match: Match) -> Aim:
    return next((_TELLING[kind] for kind in match.kinds("r") if kind in _TELLING), Aim.SPOKEN)


def calendar(match: Match) -> Meaning | None:
    """Read a day or month by its parts; a day that no calendar has is no date."""
    year, month, day = match.number("y"), match.number("m"), match.number("d")
    if not exists(year, month, day):
        return Unfixed() if year and day else None
    weekday = match.number("w")
    return Calendar(year=year, month=month, day=day, weekday=weekday, aim=_aim(match))


def days(match: Match) -> Meaning | None:
    """Read "16-18 juin 2025"."""
    first, last = (int(day) for day in str(match.value("d")).split("-"))
    year, month = match.number("y"), match.number("m")
    if not exists(year, month, last):
        return None
    end = Calendar(year=year, month=month, day=last, aim=_aim(match))
    return Between(first=replace(end, day=first), last=end)


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
    return Calendar(month=match.number("m"), aim=_aim(match))


def season(match: Match) -> Meaning | None:
    """Read "été 2024", "hiver 2023-2024"."""
    year, years = match.number("y"), match.value("ys")
    if years:
        year = int(str(years)[:4])
    return Calendar(year=year, month=match.number("s"), aim=_aim(match))


def term(match: Match) -> Meaning | None:
    """Read "premier trimestre 2024"."""
    rank, year = match.number("q"), match.number("y")
    first, count = (QUARTER, 4) if match.value("t") == Unit.QUARTER else (HALF, 2)
    if rank is None or not 1 <= rank <= count:
        return None
    return Calendar(year=year, month=first + rank - 1)


def term_code(match: Match) -> Meaning | None:
    """Read "T1 2024"."""
    return Calendar(year=match.number("y"), month=match.number("c"))


def decade(match: Match) -> Meaning | None:
    """Read "les années 90"."""
    year = match.number("n") or 0
    if year % 100 not in _DECADES:
        return None
    if year < 100:  # noqa: PLR2004 -- "les années 60", of the last century unless that is not over
        year += 2000 if year < 20 else 1900  # noqa: PLR2004
    return Known(period=_of_point(Point(year=year, unknown_digits=1)))


def century(match: Match) -> Meaning | None:
    """Read "XIXe siècle"."""
    number = match.number("n") or 0
    if not 1 < number <= _LAST_CENTURY:
        return None
    return Known(period=_of_point(Point(year=(number - 1) * 100, unknown_digits=2)))


def year(match: Match) -> Meaning | None:
    """Read "2015" where it is a year."""
    if not is_year(match):
        return None
    return Known(period=_of_point(Point(year=match.number("y"))))


def years(match: Match) -> Meaning | None:
    """Read "2023-2024"."""
    first, last = (Point(year=int(year)) for year in str(match.value("ys")).split("/"))
    return None if match.before("SYMBOL") else Known(period=Period(first, last))


def _of_point(point: Point) -> Period:
    period = single(point)
    assert period is not None  # noqa: S101 -- of no point only
    return period


def holiday(match: Match) -> Meaning | None:
    """Read "jour de Noël 2024"."""
    month, day = (int(part) for part in str(match.value("h")).split("-"))
    return Calendar(year=match.number("y"), month=month, day=day, aim=_aim(match))


def weekday(match: Match) -> Meaning | None:
    """Read "mardi", "lundi dernier", "le mardi suivant"."""
    weekday = match.number("w") or 0
    kinds = match.kinds("r")
    if "PREVIOUS" in kinds or "FOLLOWING" in kinds:
        aim = Aim.PAST if "PREVIOUS" in kinds else Aim.FUTURE
        return Weekday(weekday=weekday, aim=aim, base=Base.NARRATIVE)
    return Weekday(weekday=weekday, aim=_aim(match))


def deictic(match: Match) -> Meaning | None:
    """Read "hier"."""
    word = match.token("x")
    if "DAYPART" in word.values:  # "mañana" and "morgen" are also the morning
        if match.words.capitals and match.text[word.start].isupper():
            return None
        if any(map(match.before, ("DET", "THIS", "OF", "EVERY"))):
            return None
    return Shift(unit=Unit.DAY, count=match.number("x") or 0)


def this_daypart(match: Match) -> Meaning | None:  # noqa: ARG001 -- says today, whichever part
    """Read "ce matin"."""
    return Shift(unit=Unit.DAY, count=0)


def last_daypart(match: Match) -> Meaning | None:  # noqa: ARG001
    """Read "la nuit dernière"."""
    return Shift(unit=Unit.DAY, count=-1)


def anaphoric(match: Match) -> Meaning | None:
    """Read "la veille", unless it is that of an event."""
    if match.after("OF"):
        return Unfixed()
    return Shift(unit=Unit.DAY, count=match.number("x") or 0, base=Base.NARRATIVE)


def one_word(match: Match) -> Meaning | None:
    """Read "Vorjahr": a unit and a count in one word."""
    written = str(match.value("x"))
    unit, count = Unit(written[:-2]), int(written[-2:])
    base = Base.NARRATIVE if "THEN" in match.token("x").values else Base.DOCUMENT
    return Shift(unit=unit, count=count, base=base)


def relative_unit(match: Match) -> Meaning | None:
    """Read "la semaine dernière", "l'année précédente"."""
    unit = Unit(str(match.value("u")))
    kinds = match.kinds("r")
    base, count = _COUNTED_FROM[kinds[0]]
    if unit in _SHORTER_THAN_A_DAY:
        return None
    if unit is Unit.DAY:
        if base is Base.DOCUMENT and count < 0:
            return None  # "the last day" is the end of something
        base = Base.NARRATIVE
    if "LAST" in kinds and match.after("OF"):
        return None  # "la dernière semaine de juin"
    if match.after("DET") and "FOLLOWING" in kinds:
        return Unfixed()  # "le mois suivant la signature"
    return Shift(unit=unit, count=count, base=base)


def distance(base: Base, sign: int) -> Callable[[Match], Meaning | None]:
    """Return a reader of so many units from a base, before it (-1) or after it (1)."""

    def read(match: Match) -> Meaning | None:
        unit = Unit(str(match.value("u")))
        count = None if "FEW" in match.token("n").values else match.number("n")
        if unit in _SHORTER_THAN_A_DAY:
            return Plain(type="TIME", value=_duration_value(unit, count))
        signed = None if count is None else sign * count
        return Shift(unit=unit, count=signed, base=base, whole=False, backward=sign < 0)

    return read


def _duration_value(unit: Unit, count: int | None) -> str:
    number = "X" if count is None else str(count)
    if unit in _SHORTER_THAN_A_DAY:
        return f"PT{number}{unit[0]}"
    if unit is Unit.QUARTER or unit is Unit.HALF:
        months = 3 if unit is Unit.QUARTER else 6
        return f"P{'X' if count is None else count * months}M"
    return f"P{number}{unit}"


def duration(match: Match) -> Meaning | None:
    """Read "deux jours", unless it is an age."""
    unit = Unit(str(match.value("u")))
    count = None if "FEW" in match.token("n").values else match.number("n")
    if unit is Unit.YEAR and count is not None and _is_age(match, count):
        return None
    return Plain(type="DURATION", value=_duration_value(unit, count))


def _is_age(match: Match, years: int) -> bool:
    enclosed = (match.before("COMMA") and (match.after("COMMA") or match.after("STOP"))) or (
        match.before("OPEN") and match.after("CLOSE")
    )
    aged = match.before("AGED") or ((match.before("OF") or match.before("AT")) and years >= _ADULT)
    return enclosed or aged


def some_duration(match: Match) -> Meaning | None:
    """Read "les cinq dernières années"."""
    return Plain(
        type="DURATION", value=_duration_value(Unit(str(match.value("u"))), match.number("n"))
    )


def repetition(match: Match) -> Meaning | None:
    """Read "chaque année"."""
    count = match.number("n") or 1
    return Plain(type="SET", value=_duration_value(Unit(str(match.value("u"))), count))


def set_of_weekdays(match: Match) -> Meaning | None:
    """Read "tous les mardis"."""
    return Plain(type="SET", value=f"XXXX-WXX-{(match.number('w') or 0) + 1}")


def set_of_dayparts(match: Match) -> Meaning | None:  # noqa: ARG001
    """Read "chaque matin"."""
    return Plain(type="SET", value="P1D")


def clock(match: Match) -> Meaning | None:
    """Read "19h30"."""
    hour, minute = str(match.value("c"))[1:].split(":")
    return Plain(type="TIME", value=f"T{_hour_of_day(match, int(hour)):02d}:{minute}")


def hour(match: Match) -> Meaning | None:
    """Read "19 heures", "7 p.m."."""
    hour = match.number("h") or 0
    return Plain(
        type="TIME", value=f"T{_hour_of_day(match, hour):02d}:{match.number('n') or 0:02d}"
    )


def _hour_of_day(match: Match, hour: int) -> int:
    added = match.number("p")
    if added is None or hour > 12:  # noqa: PLR2004 -- a clock of twelve hours
        return hour
    return hour % 12 + added


def noon(match: Match) -> Meaning | None:
    """Read "midi"."""
    return Plain(type="TIME", value=f"T{match.value('x')}")
