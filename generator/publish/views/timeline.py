"""The pages that list events: the front page, a year, the whole chronology."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.strip import Strip, draw_strip
from generator.publish.views.cards import (
    YearGroup,
    group_by_time,
    year_label,
    year_target,
)
from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.publish.edition import Edition
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """A year to jump to."""

    label: str
    path: str
    """``#y2025`` where the year is on the page, else the address of its page from the root."""
    number: int
    count: str
    """The number in words, such as "4 events"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A page that lists events."""

    title: str
    lead: str
    event_count: str
    source_count: str
    strip: Strip | None
    years: tuple[YearLink, ...]
    groups: tuple[YearGroup, ...]
    newest_first: bool
    hidden: str
    """How many events are on other pages, in words; empty when all are here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The page of a year."""

    label: str
    event_count: str
    group: YearGroup
    before: YearLink | None
    after: YearLink | None


def view_home(edition: Edition) -> TimelineView:
    """Describe the front page: the overview and the newest events first, never a blank view."""
    events = edition.catalogue.events
    shown = _newest_years(events, edition.options.page_events)
    return _timeline(edition, shown, newest_first=True)


def view_chronology(edition: Edition) -> TimelineView:
    """Describe the whole chronology, oldest first."""
    events = edition.catalogue.events
    shown = events if len(events) <= edition.options.page_events else ()
    return _timeline(edition, shown, newest_first=False)


def view_years(edition: Edition) -> dict[int, YearView]:
    """Describe the page of every year that has events, oldest event first."""
    by_year: dict[int, list[Event]] = {}
    for event in edition.catalogue.events:
        if (year := _year(event)) is not None:
            by_year.setdefault(year, []).append(event)
    years = sorted(by_year)
    links = {year: _year_link(year, len(by_year[year]), edition) for year in years}
    views = {}
    for index, year in enumerate(years):
        (group,) = group_by_time(by_year[year], edition)
        views[year] = YearView(
            label=group.label,
            event_count=group.count,
            group=group,
            before=links[years[index - 1]] if index else None,
            after=links[years[index + 1]] if index + 1 < len(years) else None,
        )
    return views


def _timeline(edition: Edition, shown: Sequence[Event], *, newest_first: bool) -> TimelineView:
    words, events, content = edition.words, edition.catalogue.events, edition.catalogue.content
    groups = group_by_time(shown, edition, newest_first=newest_first)
    here = {group.anchor for group in groups}
    counts = Counter(year for event in events if (year := _year(event)) is not None)
    years = sorted(counts, reverse=newest_first)
    missing = len(events) - len(shown)
    return TimelineView(
        title=edition.options.site_name if newest_first else words("chronology.title"),
        lead=edition.options.site_description if newest_first else words("chronology.lead"),
        event_count=words.count("count.events", len(events)),
        source_count=words.count(
            "count.sources", len({content.original(source) for source in content.sources})
        ),
        strip=draw_strip(events, words, here),
        years=tuple(_year_link(year, counts[year], edition, here) for year in years),
        groups=groups,
        newest_first=newest_first,
        hidden=words.count("home.hidden", missing) if missing else "",
    )


def _newest_years(events: Sequence[Event], limit: int) -> Sequence[Event]:
    """Return the newest whole years that fit a page, and the undated if they fit as well."""
    if len(events) <= limit:
        return events
    dated = [event for event in events if _year(event) is not None]
    start = max(len(dated) - limit, 0)
    while start and start < len(dated) - 1 and _year(dated[start]) == _year(dated[start - 1]):
        start += 1
    newest = dated[start:]
    return newest if len(newest) > 1 else dated[-limit:]


def _year_link(year: int, number: int, edition: Edition, here: Container[str] = ()) -> YearLink:
    return YearLink(
        label=year_label(year, edition.words.language),
        path=year_target(year, here),
        number=number,
        count=edition.words.count("count.events", number),
    )


def _year(event: Event) -> int | None:
    day = (earliest(event.date) or latest(event.date)) if event.date else None
    return day.year if day else None
