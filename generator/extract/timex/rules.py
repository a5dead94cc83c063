"""The grammar of dates: every rule by name, in the order in which they are tried.

A pattern is written in word classes (`timex_words.WORD_CLASSES`), in number classes and signs
(`timex_tokens`), and from the second stage on in the classes that earlier rules made (``A_…``). The
languages share it: what differs is which words have which class. docs/dates.md says what each does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.extract.timex import calendar_dates as calendar
from generator.extract.timex import compounds as compound
from generator.extract.timex import relative, times
from generator.extract.timex.grammar import Rule, Stage
from generator.extract.timex.meaning import Base, Limit
from generator.extract.timex.tokens import NUMBER_CLASSES
from generator.extract.timex.words import Lexicon, read_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.timex.grammar import Match, Reading

_W = "(w=WEEKDAY/WEEKDAY_ABBR/WEEKDAYS COMMA? DET?)?"
_M = "m=MONTH/MONTH_CAP/MONTH_ABBR"
_OF = "OF DET? YEARWORD?"
_R1 = "r=LAST/NEXT/THIS"
_R2 = "r2=LAST_AFTER/NEXT_AFTER"
_WHICH1 = "r=LAST/NEXT/THIS/PREVIOUS/FOLLOWING/SAME"
_WHICH2 = "r2=LAST_AFTER/NEXT_AFTER/PREVIOUS/FOLLOWING/THIS_AFTER"
_N = "NEAR? n=NUM/ONE/FEW u=UNIT/UNITS"
_PREPOSED = "(f=FROM)? DET?"


def _rule(
    name: str, pattern: str, reader: Callable[[Match], Reading], *makes: str, date: bool = True
) -> Rule:
    return Rule(name=name, pattern=pattern, read=reader, makes=(*makes, *(["A_DATE"] * date)))


def _other(name: str, pattern: str, reader: Callable[[Match], Reading]) -> Rule:
    return _rule(name, pattern, reader, "A_OTHER", date=False)


_MONTH_FIRST = (
    _rule(
        "list-of-days",
        f"{_M} DAY (COMMA DAY){{1,8}} COMMA? AND DAY (COMMA? y=YEAR >!MEASURE | >!MEASURE)",
        calendar.list_of_days,
        "A_RANGE",
    ),
    _rule(
        "month-days-year",
        f"{_R1}? {_M} d=DAYS_SPAN (COMMA? y=YEAR >!MEASURE)?",
        calendar.days,
        "A_DAY",
    ),
    _rule(
        "day-month-year", f"{_W} d=DAY OF? {_M} COMMA y=YEAR >!MEASURE", calendar.calendar, "A_DAY"
    ),
    _rule(
        "days",
        f"((FROM|BETWEEN) DET?)? {_M} d=DAY (TO|DASH|AND) DET? e=DAY "
        "(COMMA? y=YEAR >!MEASURE | >!MEASURE)",
        calendar.days_apart,
        "A_RANGE",
    ),
    _rule(
        "month-day-year",
        f"{_R1}? {_W} {_M} DET? d=DAY (COMMA? y=YEAR >!MEASURE | >!MEASURE)",
        calendar.calendar,
        "A_DAY",
    ),
    _rule("month-year", f"{_M} COMMA y=YEAR >!MEASURE", calendar.calendar, "A_MONTH"),
)

_ATOMS = (
    _rule(
        "month-day-year",
        f"{_W} {_M} DET? d=DAY COMMA? y=YEAR >!MEASURE",
        calendar.calendar,
        "A_DAY",
    ),
    _rule("full-date", f"{_W} d=FULL_DATE", calendar.full_date, "A_DAY"),
    _rule("named-day", "d=NAMED_DAY", calendar.full_date),
    _rule(
        "days-month-year",
        f"d=DAYS_SPAN OF? {_M} (({_OF})? y=YEAR >!MEASURE)?",
        calendar.days,
        "A_DAY",
    ),
    _rule(
        "day-month-year",
        f"({_R1} (UNIT OF)?)? {_W} d=DAY OF? DASH? {_M} "
        f"((({_OF}|DASH|SLASH)? y=YEAR >!MEASURE) | o=OLD_YEAR >!MEASURE | QUOTE? {_R2})? DAYPART?",
        calendar.calendar,
        "A_DAY",
    ),
    _rule(  # again without what may follow, for when that is no year: "le 3 mai 45 élus"
        "day-month-year",
        f"({_R1} (UNIT OF)?)? {_W} d=DAY OF? DASH? {_M}",
        calendar.calendar,
        "A_DAY",
    ),
    _rule(
        "days",
        f"BETWEEN DET? (WEEKDAY DET?)? d=DAY AND DET? (WEEKDAY DET?)? e=DAY OF? {_M} "
        f"(({_OF})? y=YEAR >!MEASURE)?",
        calendar.days_apart,
        "A_RANGE",
    ),
    _rule(
        "list-of-days",
        f"(WEEKDAY DET?)? DAY (COMMA DET? (WEEKDAY DET?)? DAY){{0,8}} AND DET? (WEEKDAY DET?)? DAY "
        f"OF? {_M} (({_OF})? y=YEAR >!MEASURE)?",
        calendar.list_of_days,
        "A_RANGE",
    ),
    _rule("day-month-number", f"{_W} d=DAY_MONTH (y=YEAR >!MEASURE)?", calendar.day_month, "A_DAY"),
    _rule("month-year", f"{_M} ({_OF}|DASH|SLASH)? y=YEAR >!MEASURE", calendar.calendar, "A_MONTH"),
    _rule("month-year", "<IN m=MONTH o=OLD_YEAR >!MEASURE", calendar.calendar, "A_MONTH"),
    _rule(
        "month-relative",
        f"{_R1} (UNIT OF)? m=MONTH/MONTH_CAP | m2=MONTH/MONTH_CAP QUOTE? {_R2}",
        calendar.relative_month,
        "A_MONTH",
    ),
    _rule("month", "m=MONTH/MONTH_CAP", calendar.month, "A_MONTH"),
    _rule(
        "holiday", f"{_R1}? h=HOLIDAY (OF? y=YEAR >!MEASURE | {_R2})?", calendar.holiday, "A_DAY"
    ),
    _rule(
        "term-year",
        f"q=ORD t=TERM ({_OF} y=YEAR|YEARWORD? y2=YEAR)?",
        calendar.term,
        "A_TERM",
    ),
    _rule(
        "term-year", f"DET? l=LAST t=TERM ({_OF} y=YEAR|YEARWORD? y2=YEAR)", calendar.term, "A_TERM"
    ),
    _rule("term-code", "c=TERMCODE (OF|SLASH|DASH)? y=YEAR", calendar.term_code, "A_TERM"),
    _rule("term-code", "y=YEAR (SLASH|DASH)? c=TERMCODE", calendar.term_code, "A_TERM"),
    _rule(
        "season-year",
        f"DET? <!AUXILIARY s=SEASON (({_OF})? y=YEAR >!MEASURE | ({_OF})? ys=YEARS)",
        calendar.season,
        "A_TERM",
    ),
    _rule("season-relative", f"{_R1} s=SEASON | DET? s2=SEASON {_R2}", calendar.season, "A_TERM"),
    _rule(
        "season",
        "<SEASON_IN DET? s=SEASON >!OF | <IN/BY/UNTIL/BEFORE/AFTER DET s2=SEASON >!OF",
        calendar.season,
        "A_TERM",
    ),
    _rule(
        "decade",
        "DET? DECADEWORD ys=YEARS | DET? DECADEWORD n=YEAR/SHORT_YEAR (AND|TO|DASH) "
        "e=YEAR/SHORT_YEAR",
        calendar.decades,
        "A_ERA",
    ),
    _rule(
        "decade", "DET? DECADEWORD OF? DET? n=YEAR/SHORT_YEAR/DECADE/TENS", calendar.decade, "A_ERA"
    ),
    _rule(
        "decade",
        "DET? APOSTROPHE? n=DECADE DECADEWORD? | DET? n2=TENS DECADEWORD",
        calendar.decade,
        "A_ERA",
    ),
    _rule(
        "century",
        "(FROM|BETWEEN DET?)? n=ORD/ROMAN (TO|AND|DASH) DET? e=ORD/ROMAN CENTURY >!BCE",
        calendar.centuries,
        "A_ERA",
    ),
    _rule("century", "n=ORD/ROMAN CENTURY >!BCE", calendar.century, "A_ERA"),
    _rule("century", "CENTURY n=ROMAN/ORD >!BCE", calendar.century, "A_ERA"),
    _other("every", "EVERY (n=NUM/ORD)? u=UNIT/UNITS", times.repetition),
    _other(
        "every",
        "EVERY w=WEEKDAY/WEEKDAYS (COMMA WEEKDAY/WEEKDAYS){0,5} (AND WEEKDAY/WEEKDAYS)? "
        "| w2=WEEKDAYS | <THE_MANY w3=WEEKDAY >!DAY",
        times.set_of_weekdays,
    ),
    _other("every", "EVERY DAYPART", times.set_of_dayparts),
    _rule(
        "weekday-day",
        "w=WEEKDAY d=DAY >!MEASURE >!TO >!AND >!DASH",
        relative.weekday_day,
        "A_WEEKDAY",
    ),
    _rule(
        "weekday",
        f"({_WHICH1})? w=WEEKDAY DAYPART? ({_WHICH2})? DAYPART?",
        relative.weekday,
        "A_WEEKDAY",
    ),
    _rule("day-alone", "<DET d=DAY >COMMA", calendar.day_alone, "A_DAY"),
    _rule(
        "day-from-today", "x=DEICTIC DAYPART? (WEEKDAY DAYPART?)?", relative.deictic, "A_RELATIVE"
    ),
    _rule("part-of-today", "THIS DAYPART", relative.this_daypart, "A_RELATIVE"),
    _rule(
        "part-of-yesterday",
        "LAST DAYPART|DET DAYPART LAST_AFTER",
        relative.last_daypart,
        "A_RELATIVE",
    ),
    _rule("day-from-that", "x=ANAPHORIC >!OF", relative.anaphoric, "A_RELATIVE"),
    _rule("day-from-that", "x=ANAPHORIC_END >COMMA/STOP/CLOSE", relative.anaphoric, "A_RELATIVE"),
    _rule(
        "weekend",
        "(r=THIS/NEXT | <OVER DET?) u=UNIT | DET? u2=UNIT r2=NEXT_AFTER",
        relative.weekend,
        "A_RELATIVE",
    ),
    _rule("part-of-this", "x=PART_OF_UNIT (y=YEAR)?", compound.part_in_one_word, "A_PART"),
    _rule("unit-relative", "x=WHOLE/THEN", relative.one_word, "A_RELATIVE", "A_UNIT"),
    _other("some-units", "DET? n=NUM LAST_MANY/NEXT_MANY u=UNITS", times.some_duration),
    _other(
        "some-units", "(DET|THESE)? LAST_MANY/NEXT_MANY (n=NUM|FEW)? u=UNITS", times.some_duration
    ),
    _rule("ago", f"AGO {_N}", relative.distance(Base.DOCUMENT, -1), "A_RELATIVE"),
    _rule("ago", f"{_N} AGO_AFTER", relative.distance(Base.DOCUMENT, -1), "A_RELATIVE"),
    _rule("in-units", f"INSIDE {_N}", relative.distance(Base.DOCUMENT, 1), "A_RELATIVE"),
    _rule("in-units", f"{_N} HENCE", relative.distance(Base.DOCUMENT, 1), "A_RELATIVE"),
    _rule("later", f"{_N} LATER >!OF", relative.distance(Base.NARRATIVE, 1), "A_RELATIVE"),
    _rule(
        "later",
        f"{_N} LATER_END >COMMA/STOP/CLOSE",
        relative.distance(Base.NARRATIVE, 1),
        "A_RELATIVE",
    ),
    _rule("earlier", f"{_N} EARLIER >!OF", relative.distance(Base.NARRATIVE, -1), "A_RELATIVE"),
    _rule(
        "earlier",
        f"{_N} EARLIER_END >COMMA/STOP/CLOSE",
        relative.distance(Base.NARRATIVE, -1),
        "A_RELATIVE",
    ),
    _rule(
        "unit-relative",
        f"(THIS|DET)? u=UNIT r=THAT_AFTER/THIS_AFTER | DET? {_WHICH1.replace('r=', 'r2=')} u2=UNIT",
        relative.relative_unit,
        "A_RELATIVE",
        "A_UNIT",
    ),
    _rule(
        "unit-relative",
        f"DET? u=UNIT {_WHICH2}",
        relative.relative_unit,
        "A_RELATIVE",
        "A_UNIT",
    ),
    _other("clock", "c=CLOCK p=HALFDAY? CLOCKWORD/OCLOCK?", times.clock),
    _other("clock", "h=HOUR p=HALFDAY", times.hour),
    _other("clock", "h=HOUR OCLOCK (n=NUM >!UNITS)?", times.hour),
    _other(
        "clock",
        "<AT/BETWEEN h=HOUR CLOCKWORD (n=NUM >!UNITS)? | <AT/BETWEEN h2=HOUR_SIGN",
        times.hour,
    ),
    _other("clock", "<AT x=NOON", times.noon),
    _other("duration", "NEAR? n=NUM/FEW DASH? u=UNIT/UNITS", times.duration),
    _rule("years", "ys=YEARS", calendar.years, "A_RANGE"),
    _rule("year", "YEARWORD? y=YEAR", calendar.year, "A_YEAR"),
)

_PARTS = (
    _rule(
        "within-year",
        "x=A_DAY/A_MONTH/A_TERM COMMA? OF? DET? y=A_UNIT",
        compound.within_year,
        "A_DAY",
    ),
    _rule(
        "weekday-of-week",
        "x=A_WEEKDAY COMMA? OF? DET? y=A_UNIT",
        compound.within_week,
        "A_WEEKDAY",
    ),
    _rule(
        "part-of-period",
        "p=START/MID/END/DURING (OF|DASH)? DET? x=A_MONTH/A_YEAR/A_UNIT/A_ERA/A_TERM",
        compound.part,
        "A_PART",
    ),
    _rule(
        "part-of-period",
        "p=START/MID/END/DURING (OF|DASH)? DET? (UNIT OF) x=A_MONTH",
        compound.part,
        "A_PART",
    ),
    _rule("part-of-this", "p=START/MID/END OF? DET? u=UNIT >!OF", compound.part_of_unit, "A_PART"),
    _rule(
        "day-beside-date",
        "x=ANAPHORIC OF DET? b=A_DAY/A_WEEKDAY | x2=ANAPHORIC_END DET? b2=A_DAY",
        compound.beside,
        "A_RELATIVE",
    ),
    _rule("week-of-date", "DET? u=UNIT OF DET? b=A_DAY", compound.around, "A_RELATIVE"),
    _other("every", "EVERY DET? x=A_DAY", compound.every_date),
)

_JOIN = "(TO|DASH|UNTIL)"
_RANGES = (
    _rule(
        "days",
        f"{_PREPOSED} (A_WEEKDAY DET?)? d=DAY {_JOIN} DET? b=A_DAY",
        compound.day_to_date,
        "A_RANGE",
    ),
    *(
        _rule("date-range", pattern, compound.date_range, "A_RANGE")
        for kinds in ("A_DAY", "A_MONTH/A_PART", "A_YEAR/A_PART")
        for pattern in (
            f"FROM DET? a={kinds} COMMA? (TO|UNTIL|DASH) DET? b={kinds}",
            f"BETWEEN DET? a={kinds} AND DET? b={kinds}",
            f"a={kinds} (TO|DASH) DET? b={kinds}",
        )
    ),
    _rule(
        "date-range",
        "FROM DET? a=A_DAY/A_MONTH/A_YEAR/A_PART (TO|UNTIL) DET? b=A_DAY/A_MONTH/A_YEAR/A_PART",
        compound.date_range,
        "A_RANGE",
    ),
    _rule("months-together", "a=A_MONTH AND b=A_MONTH", compound.months_together, "A_RANGE"),
    _rule(
        "weekdays",
        f"(f=FROM DET?)? a=A_WEEKDAY {_JOIN} DET? b=A_WEEKDAY",
        compound.weekday_range,
        "A_RANGE",
    ),
    _rule(
        "weekdays",
        "BETWEEN DET? a=A_WEEKDAY AND DET? b=A_WEEKDAY",
        compound.weekday_range,
        "A_RANGE",
    ),
    _rule("weekdays", "a=A_WEEKDAY AND DET? b=A_WEEKDAY", compound.weekdays_together, "A_RANGE"),
)

_LIMITED = "DET? (UNIT OF)? x=A_DAY/A_MONTH/A_YEAR/A_UNIT/A_RELATIVE/A_WEEKDAY/A_TERM/A_ERA/A_PART"
_LIMITS = (
    _rule("range-relative", "x=A_RANGE r=LAST_MANY/NEXT_MANY", compound.relative_range, "A_RANGE"),
    _rule("target-year", "HORIZON DET? x=A_YEAR", compound.limited(Limit.ABOUT), "A_LIMITED"),
    _rule("target-year", "BY DET? x=A_YEAR", compound.limited(Limit.UNTIL), "A_LIMITED"),
    _rule("until", f"BY/UNTIL {_LIMITED}", compound.limited(Limit.UNTIL), "A_LIMITED"),
    _rule("since", f"SINCE {_LIMITED}", compound.limited(Limit.SINCE), "A_LIMITED"),
    _rule("since", f"STARTING {_LIMITED}", compound.limited(Limit.FROM), "A_LIMITED"),
    _rule("about", f"ABOUT {_LIMITED}", compound.limited(Limit.ABOUT), "A_LIMITED"),
    _rule("before", f"BEFORE {_LIMITED}", compound.limited(Limit.BEFORE), "A_LIMITED"),
    _rule("after", f"AFTER {_LIMITED}", compound.limited(Limit.AFTER), "A_LIMITED"),
)


def rules(lexicon: Lexicon) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules of each stage for a language."""
    atoms = (*_MONTH_FIRST, *_ATOMS) if lexicon.words.month_first else _ATOMS
    return atoms, _PARTS, _RANGES, _LIMITS


RULE_NAMES = tuple(
    sorted(
        {rule.name for stage in (_MONTH_FIRST, _ATOMS, _PARTS, _RANGES, _LIMITS) for rule in stage}
    )
)


@cache
def read_stages(language: str) -> tuple[Stage, ...]:
    """Return the compiled stages of a language.

    Args:
        language: BCP 47 tag.
    """
    lexicon = read_lexicon(language)
    staged = rules(lexicon)
    for classes in NUMBER_CLASSES:
        lexicon.alphabet.code(classes)
    for rule in (rule for stage in staged for rule in stage):
        lexicon.alphabet.code(frozenset(rule.makes))
    return tuple(Stage(stage, lexicon) for stage in staged)
