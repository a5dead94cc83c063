"""An event in a list, and lists of events by year and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from generator.publish.certainty import DateView, view_date
from generator.publish.links import record_path
from generator.record.edtf import EdtfError, display, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from generator.publish.edition import Edition, Link, Phrase
    from generator.publish.wording import Wording
    from generator.record.model import Event

SHOWN_NAMES = 5  # names on a card before "and 3 more"
_FOUR_DIGITS = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event in a list."""

    id: str
    path: str
    title: Phrase
    date: DateView
    type: str
    type_label: str
    standing_label: str
    """Empty for what simply happened."""
    place: Link | None
    summary: Phrase
    """One or two sentences of plain text."""
    who: tuple[Link, ...]
    more_who: str
    """Such as "et 3 autres"; empty when all are named."""
    sources: str
    """Such as "3 sources"; a digest counts as what it retells."""
    review: str
    """draft, reviewed, disputed or withdrawn."""
    review_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGroup:
    """The events of one month, or of a year where the month is not known."""

    anchor: str
    label: str
    cards: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearGroup:
    """The events of one year, or those without a year."""

    anchor: str
    label: str
    path: str
    """Address of the year's own page; empty for events without a year."""
    count: str
    months: tuple[MonthGroup, ...]


def view_card(event: Event, edition: Edition) -> EventCard:
    """Describe an event for a list; once for all lists of an edition."""
    if event.id not in edition.cards:
        edition.cards[event.id] = _make_card(event, edition)
    return edition.cards[event.id]


def _make_card(event: Event, edition: Edition) -> EventCard:
    words = edition.words
    refs = [item.who for item in event.participants] + list(event.organisations)
    names = tuple(edition.subject(ref) for ref in dict.fromkeys(refs))
    hidden = len(names) - SHOWN_NAMES
    date = view_date(event.date, words, standing=event.event_status)
    return EventCard(
        id=event.id,
        path=record_path("events", event.id),
        title=edition.name(event.title, event.id),
        date=date,
        type=str(event.type),
        type_label=words(f"type.{event.type}"),
        standing_label=standing_label(date.standing, words),
        place=edition.link("places", event.place) if event.place else None,
        summary=edition.lead(event.summary),
        who=names[:SHOWN_NAMES],
        more_who=words.count("card.more", hidden) if hidden > 0 else "",
        sources=words.count("count.sources", len(edition.catalogue.sources_of(event))),
        review=str(event.status),
        review_label=words(f"review.{event.status}"),
    )


def standing_label(standing: str, words: Wording) -> str:
    """Return the word for an event that did not simply happen, else an empty string."""
    return "" if standing == "happened" else words(f"standing.{standing}")


def group_by_time(
    events: Iterable[Event], edition: Edition, *, newest_first: bool = False
) -> tuple[YearGroup, ...]:
    """Cut a list of events into years and months.

    Args:
        events: in the order of time, oldest first.
        edition: where the words come from.
        newest_first: turn years, months and events round; events without a year stay last.
    """
    years: defaultdict[int | None, list[EventCard]] = defaultdict(list)
    for event in events:
        card = view_card(event, edition)
        years[card.date.year].append(card)
    known = sorted((year for year in years if year is not None), reverse=newest_first)
    order: list[int | None] = [*known, None] if None in years else [*known]
    return tuple(_year(year, years[year], edition.words, newest_first) for year in order)


def year_anchor(year: int | None) -> str:
    """Return the anchor of a year in a list."""
    return "undated" if year is None else f"y{year}"


def year_path(year: int) -> str:
    """Return the address of a year's page."""
    return f"years/{year}/"


def year_target(year: int, here: Container[str]) -> str:
    """Return where a year is listed: an anchor of this page, else the year's own page."""
    anchor = year_anchor(year)
    return f"#{anchor}" if anchor in here else year_path(year)


@lru_cache(maxsize=4096)
def year_label(year: int, language: str) -> str:
    """Return a year as readers write it; years before 1 carry an era."""
    text = f"{year:05d}" if year < 0 else f"{year:04d}"
    try:
        return display(parse_edtf(text if abs(year) <= _FOUR_DIGITS else f"Y{year}"), language)
    except EdtfError:
        return str(year)


def _year(
    year: int | None, cards: list[EventCard], words: Wording, newest_first: bool
) -> YearGroup:
    months: defaultdict[int | None, list[EventCard]] = defaultdict(list)
    for card in cards:
        months[card.date.month if year is not None else None].append(card)
    order = sorted(months, key=lambda month: month or 0, reverse=newest_first)
    return YearGroup(
        anchor=year_anchor(year),
        label=words("date.undated") if year is None else year_label(year, words.language),
        path="" if year is None else year_path(year),
        count=words.count("count.events", len(cards)),
        months=tuple(_month(year, month, months[month], words, newest_first) for month in order),
    )


def _month(
    year: int | None, month: int | None, cards: list[EventCard], words: Wording, newest_first: bool
) -> MonthGroup:
    names = get_month_names("wide", context="stand-alone", locale=words.locale)
    if month is None:
        label = words("date.no_month") if year is not None else words("date.no_year")
    else:
        label = names[month]
    return MonthGroup(
        anchor=f"{year_anchor(year)}-{month or 0:02d}",
        label=label,
        cards=tuple(reversed(cards)) if newest_first else tuple(cards),
    )
