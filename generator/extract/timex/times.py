"""What the words of clock times, lengths of time and repetitions mean: no dates.

Each function takes what its rule's pattern matched (`timex_rules`) and returns a meaning, or None
for an age.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.timex.meaning import Meaning, Plain, Unit

if TYPE_CHECKING:
    from generator.extract.timex.grammar import Match

SHORTER_THAN_A_DAY = frozenset([Unit.SECOND, Unit.MINUTE, Unit.HOUR])
_ADULT = 15  # years: "un homme de 38 ans" is an age, "un plan de 5 ans" a duration


def duration_value(unit: Unit, count: int | None) -> str:
    """Return the TIMEX3 value of a length of time; ``X`` stands for a count that is not said."""
    number = "X" if count is None else str(count)
    if unit in SHORTER_THAN_A_DAY:
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
    return Plain(type="DURATION", value=duration_value(unit, count))


def _is_age(match: Match, years: int) -> bool:
    enclosed = (match.before("COMMA") and (match.after("COMMA") or match.after("STOP"))) or (
        match.before("OPEN") and match.after("CLOSE")
    )
    aged = match.before("AGED") or (match.before("OF") and years >= _ADULT)
    return enclosed or aged


def some_duration(match: Match) -> Meaning | None:
    """Read "les cinq dernières années"."""
    return Plain(
        type="DURATION", value=duration_value(Unit(str(match.value("u"))), match.number("n"))
    )


def repetition(match: Match) -> Meaning | None:
    """Read "chaque année"."""
    count = match.number("n") or 1
    return Plain(type="SET", value=duration_value(Unit(str(match.value("u"))), count))


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
