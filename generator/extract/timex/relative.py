"""What the words of a relative date mean: weekdays, "hier", "la veille", "l'an dernier".

Each function takes what its rule's pattern matched (`timex_rules`) and returns a meaning, or None
when it is no such expression after all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.timex.meaning import (
    Aim,
    Base,
    Calendar,
    Meaning,
    Plain,
    Shift,
    Unit,
    Weekday,
)
from generator.extract.timex.shift import SATURDAY
from generator.extract.timex.times import SHORTER_THAN_A_DAY, duration_value
from generator.extract.timex.years import counts_something

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.timex.grammar import Match

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


def find_aim(match: Match) -> Aim:
    """Return the side of the anchor that "dernier", "prochain" or "ce" points to."""
    return next((_TELLING[kind] for kind in match.kinds("r") if kind in _TELLING), Aim.SPOKEN)


def weekday(match: Match) -> Meaning | None:
    """Read "mardi", "lundi dernier", "le mardi suivant"."""
    weekday = match.number("w") or 0
    kinds = match.kinds("r")
    if "PREVIOUS" in kinds or "FOLLOWING" in kinds:
        aim = Aim.PAST if "PREVIOUS" in kinds else Aim.FUTURE
        return Weekday(weekday=weekday, aim=aim, base=Base.NARRATIVE)
    aim = find_aim(match)
    if aim is Aim.SPOKEN and match.before("INDEFINITE"):
        return None  # "un lundi" is any
    if aim is Aim.SPOKEN and match.before("EARLIEST"):
        aim = Aim.COMING
    return Weekday(weekday=weekday, aim=aim)


def weekday_day(match: Match) -> Meaning | None:
    """Read "mardi 2", when nothing follows that it may count."""
    if counts_something(match):
        return None
    return Calendar(day=match.number("d"), weekday=match.number("w"))


def weekend(match: Match) -> Meaning | None:
    """Read "ce week-end", "am Wochenende", "le week-end prochain"."""
    if match.value("u") != Unit.WEEKEND:
        return None
    return Weekday(weekday=SATURDAY, length=2, aim=find_aim(match))


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
    """Read "la veille"."""
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
    if unit in SHORTER_THAN_A_DAY:
        return None
    if unit is Unit.DAY:
        if base is Base.DOCUMENT and count < 0:
            return None  # "the last day" is the end of something
        base = Base.NARRATIVE
    article = "DET" in match.tokens[match.start].values
    if article and "LAST" in kinds and match.after("OF"):
        return None  # "la dernière semaine de juin"
    if match.after("DET") and "FOLLOWING" in kinds:
        return None  # "le mois suivant la signature"
    return Shift(unit=unit, count=count, base=base)


def distance(base: Base, sign: int) -> Callable[[Match], Meaning | None]:
    """Return a reader of so many units from a base, before it (-1) or after it (1)."""

    def read(match: Match) -> Meaning | None:
        unit = Unit(str(match.value("u")))
        count = None if "FEW" in match.token("n").values else match.number("n")
        if unit in SHORTER_THAN_A_DAY:
            return Plain(type="TIME", value=duration_value(unit, count))
        signed = None if count is None else sign * count
        return Shift(unit=unit, count=signed, base=base, whole=False, backward=sign < 0)

    return read
