"""How sure a date is, as words and as a mark: never a finer date than the record has.

    day      a dot               interval  a capsule from … to …
    month    a short bar         one-of    an open capsule: some day in it
    year     a long bar          open      a bar that fades at its open end
    decade   a longer bar        unknown   a question mark

Approximate and uncertain dates are drawn with soft or broken edges; planned events are outlined,
cancelled ones struck through. The words say the same, so that nothing hangs on the drawing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.edtf import Edtf, Kind, display, earliest, latest, precision
from generator.record.model import EventStatus

if TYPE_CHECKING:
    from generator.publish.wording import Wording

_COARSE = {"season": "month", "century": "decade"}
_WRITTEN = ("day", "month", "year")  # precisions that HTML's <time> can carry


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as a page shows it."""

    text: str
    """Such as ``du 16 au 18 juin 2025``."""
    machine: str
    """Value of ``<time datetime>``; empty where HTML has no honest one."""
    shape: str
    """day, month, year, decade, interval, one-of, open or unknown."""
    approximate: bool
    uncertain: bool
    standing: str
    """The event's standing: planned, ongoing, happened, postponed or cancelled."""
    certainty: str
    """How finely and how surely the date is known, in words."""
    plain: bool
    """Nothing to warn of: a known day or span of days, of something that happened."""
    year: int | None
    """Year of its first day, or of its last where the first is open; None when unknown."""
    month: int | None
    """1-12 where the month is known."""


def view_date(
    date: Edtf | None, words: Wording, *, standing: EventStatus = EventStatus.HAPPENED
) -> DateView:
    """Describe a date for a reader.

    Args:
        date: None when no source fixes it.
        words: the reader's language.
        standing: where the event stands; drawn with the date because both say "not yet" or "not".
    """
    shape = _shape(date)
    approximate, uncertain = bool(date and date.approximate), bool(date and date.uncertain)
    notes = [words(f"certainty.{shape}")]
    notes += [words("certainty.approximate")] if approximate else []
    notes += [words("certainty.uncertain")] if uncertain else []
    known = (earliest(date) or latest(date)) if date else None
    return DateView(
        text=display(date, words.language) if date else words("date.unknown"),
        machine=_machine(date),
        shape=shape,
        approximate=approximate,
        uncertain=uncertain,
        standing=str(standing),
        certainty=", ".join(notes),
        plain=shape in {"day", "interval"}
        and not (approximate or uncertain)
        and standing == EventStatus.HAPPENED,
        year=known.year if known else None,
        month=_month(date) if known else None,
    )


def _shape(date: Edtf | None) -> str:
    if date is None or all(point is None or point.year is None for point in (date.start, date.end)):
        return "unknown"
    if date.kind is Kind.INTERVAL:
        return "interval" if date.start and date.end else "open"
    if date.kind is Kind.ONE_OF:
        return "one-of"
    fineness = precision(date)
    return _COARSE.get(fineness, fineness)


def _month(date: Edtf | None) -> int | None:
    point = (date.start or date.end) if date else None
    return point.month if point and not point.is_season else None


def _machine(date: Edtf | None) -> str:
    """Return the value of ``<time datetime>``: one point, no season, a year of four digits."""
    point = date.start if date and date.kind is Kind.POINT else None
    if not date or not point or precision(date) not in _WRITTEN:
        return ""
    if point.year is None or not 1 <= point.year <= dt.MAXYEAR:
        return ""
    return date.text.rstrip("~?%").replace("-XX", "")
