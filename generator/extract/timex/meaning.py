"""What a date expression means before an anchor is known: small values that the rules build.

A rule reads words and builds one of these; `timex_resolve` turns it into a period. The two never
meet, so that an expression can be read without knowing when the article was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.extract.timex.calendar_math import Period


class Aim(StrEnum):
    """Which of several days of the same name is meant, seen from the anchor."""

    PAST = "past"
    """The latest before it: "mardi dernier"."""
    FUTURE = "future"
    """The earliest after it: "mardi prochain"."""
    NEAREST = "nearest"
    """The nearest to it, unless a verb says otherwise: "ce mardi"."""
    COMING = "coming"
    """The next one, unless a verb says otherwise: "dès mardi"."""
    SPOKEN = "spoken"
    """As the verb beside the expression says: "mardi"."""


class Base(StrEnum):
    """What a relative expression is counted from."""

    DOCUMENT = "document"
    """The day the article was written: "hier"."""
    NARRATIVE = "narrative"
    """The date that the text has just named: "la veille"."""


class Unit(StrEnum):
    """A length of time, spelled as in TIMEX3 durations."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "HY"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A period that the words fix by themselves."""

    period: Period
    told: bool = True
    """Whether the text goes on in its year: "En 1997, …", not "le record de 1997"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A day, month, season or term; a missing year or month is the anchor's to give."""

    year: int | None = None
    month: int | None = None
    """1-12, or an EDTF code: 21-24 seasons, 33-36 quarters, 40-41 half years."""
    day: int | None = None
    """With a weekday and no month: a day near the anchor, "mardi 2"."""
    weekday: int | None = None
    """0 is Monday; tells years apart when the year is missing."""
    aim: Aim = Aim.SPOKEN
    within: Shift | None = None
    """The year as a relative expression: "mai de l'an dernier"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week."""

    weekday: int
    """0 is Monday."""
    aim: Aim = Aim.SPOKEN
    base: Base = Base.DOCUMENT
    within: Shift | None = None
    """The week as a relative expression: "mardi de la semaine dernière"."""
    length: int = 1
    """Days: a weekend is the Saturday of length 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units before or after something."""

    unit: Unit
    count: int | None
    """Negative before; None when the text says only "some"."""
    base: Base = Base.DOCUMENT
    whole: bool = True
    """The calendar unit ("la semaine dernière"), not a length of time ("il y a une semaine")."""
    backward: bool = False
    """Direction when ``count`` is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From one date to another, both included."""

    first: Meaning
    last: Meaning


class Limit(StrEnum):
    """What words before a date make of it."""

    START = "start"
    MID = "mid"
    END = "end"
    ABOUT = "about"
    SINCE = "since"
    FROM = "from"
    """ "à partir de": like SINCE, of what is to come."""
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"
    DURING = "during"
    """ "courant 2025": some time within, which is what a coarse date means anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """A date with words before it: "début juin", "depuis 2015"."""

    meaning: Meaning
    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A day before or after a date: "le lendemain du 13 février"."""

    of: Meaning
    days: int
    """Negative before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The week or the weekend that a date lies in: "la semaine du 6 octobre"."""

    of: Meaning
    unit: Unit
    """`WEEK` or `WEEKEND`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A clock time, a duration or a set: a TIMEX3 value, no date."""

    type: str
    """``TIME``, ``DURATION`` or ``SET``."""
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfixed:
    """A date that nothing here can fix: "la veille du sommet"."""


Meaning: TypeAlias = (
    "Known | Calendar | Weekday | Shift | Between | Limited | Beside | Around | Plain | Unfixed"
)
