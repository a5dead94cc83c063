"""The pages that list events: the front page, a year, the whole chronology."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.facets import INDEX as FACET_INDEX
from generator.publish.reporting import event_report
from generator.publish.sequences import find_stretches
from generator.publish.strip import Strip, draw_strip, year_steps
from generator.publish.views.bibliography import Bibliography, view_bibliography
from generator.publish.views.cards import (
    YearGroup,
    group_by_time,
    year_anchor,
    year_label,
    year_path,
    year_target,
)
from generator.publish.views.facets import FacetPanel, view_panels
from generator.publish.views.paging import Pager, cut_pages
from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.publish.edition import Edition
    from generator.publish.facets import Facet
    from generator.record.model import Event

MOST_YEARS = 30  # years that fit beside each other in a few lines


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """A year to jump to."""

    label: str
    path: str
    """``#y2025`` where the year is on the page, else the address of its page from the root."""
    number: int
    count: str
    """The number in words, such as "4 events"."""
    year: int
    """Where the scripts jump to: of several years, the first one with events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A page that lists events."""

    title: str
    lead: str
    event_count: str
    source_count: str
    strip: Strip | None
    years: tuple[YearLink, ...]
    many_years: bool
    """Whether they are more than a reader looks through."""
    groups: tuple[YearGroup, ...]
    newest_first: bool
    shown: int
    """How many events are listed here."""
    hidden: str
    """How many events are on other pages, in words; empty when all are here."""
    bibliography: Bibliography
    """Of the events that are listed here, for paper."""
    panels: tuple[FacetPanel, ...]
    """What the list can be narrowed by."""
    undated: str
    """Address of the page of events without a date; empty when there are none."""
    version: str
    """Of the files that the scripts load; empty when there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The page of a year."""

    label: str
    event_count: str
    group: YearGroup
    before: YearLink | None
    after: YearLink | None
    pager: Pager
    bibliography: Bibliography
    report: str = ""
    """Address of the form for an event of that year that is missing; empty where there is none."""


def view_home(edition: Edition, facets: Sequence[Facet] = (), version: str = "") -> TimelineView:
    """Describe the front page: the overview and the newest events first, never a blank view."""
    events = edition.catalogue.events
    shown = _newest_years(events, edition.options.page_events)
    return _timeline(edition, shown, facets, version, newest_first=True)


def view_chronology(
    edition: Edition, facets: Sequence[Facet] = (), version: str = ""
) -> TimelineView:
    """Describe the whole chronology, oldest first."""
    shown = edition.catalogue.events[: edition.options.page_events]
    return _timeline(edition, shown, facets, version, newest_first=False)


def view_years(edition: Edition) -> dict[str, YearView]:
    """Describe the pages of every year that has events, oldest event first, by their address."""
    by_year: dict[int, list[Event]] = {}
    for event in edition.catalogue.events:
        if (year := _year(event)) is not None:
            by_year.setdefault(year, []).append(event)
    years = sorted(by_year)
    links = {year: _year_link(year, len(by_year[year]), edition) for year in years}
    views = {}
    for index, year in enumerate(years):
        for path, pager, shown in cut_pages(year_path(year), by_year[year]):
            (group,) = group_by_time(shown, edition)
            views[path] = YearView(
                label=group.label,
                event_count=links[year].count,
                group=group,
                before=links[years[index - 1]] if index else None,
                after=links[years[index + 1]] if index + 1 < len(years) else None,
                pager=pager,
                bibliography=view_bibliography(shown, edition),
                report=event_report(f"{year:04d}", edition) if year > 0 else "",
            )
    return views


def _timeline(
    edition: Edition,
    shown: Sequence[Event],
    facets: Sequence[Facet],
    version: str,
    *,
    newest_first: bool,
) -> TimelineView:
    words, events, content = edition.words, edition.catalogue.events, edition.catalogue.content
    groups = group_by_time(shown, edition, newest_first=newest_first)
    here = {group.anchor for group in groups}
    strip = draw_strip(events, words, here, find_stretches(edition))
    missing = len(events) - len(shown)
    return TimelineView(
        title=edition.options.site_name if newest_first else words("chronology.title"),
        lead=edition.options.site_description if newest_first else words("chronology.lead"),
        event_count=words.count("count.events", len(events)),
        source_count=words.count(
            "count.sources", len({content.original(source) for source in content.sources})
        ),
        strip=strip,
        years=_years(edition, here, newest_first=newest_first),
        many_years=len({year for event in events if (year := _year(event))}) > MOST_YEARS,
        groups=groups,
        newest_first=newest_first,
        shown=len(shown),
        hidden=words.count("home.hidden", missing) if missing else "",
        bibliography=view_bibliography(reversed(shown) if newest_first else shown, edition),
        panels=view_panels(facets, edition),
        undated=f"{FACET_INDEX['certainty']}unknown/"
        if facets and len(events) > len(shown) and _year(events[-1]) is None
        else "",
        version=version,
    )


def _years(edition: Edition, here: Container[str], *, newest_first: bool) -> tuple[YearLink, ...]:
    """Return the years to jump to; on the front page, where they are many, steps of years."""
    events = edition.catalogue.events
    counts = Counter(year for event in events if (year := _year(event)) is not None)
    if newest_first and len(counts) > MOST_YEARS:
        steps = year_steps(counts, edition.words)
        return tuple(_step_link(*step, edition, here) for step in steps)
    years = sorted(counts, reverse=newest_first)
    return tuple(_year_link(year, counts[year], edition, here) for year in years)


def _step_link(
    year: int, label: str, number: int, edition: Edition, here: Container[str]
) -> YearLink:
    anchor = year_anchor(year)
    return YearLink(
        label=label,
        path=f"#{anchor}" if anchor in here else f"events/#list-{anchor}",
        number=number,
        count=edition.words.count("count.events", number),
        year=year,
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
    return newest if len(newest) >= limit // 2 else dated[-limit:]


def _year_link(year: int, number: int, edition: Edition, here: Container[str] = ()) -> YearLink:
    return YearLink(
        label=year_label(year, edition.words.language),
        path=year_target(year, here),
        number=number,
        count=edition.words.count("count.events", number),
        year=year,
    )


def _year(event: Event) -> int | None:
    day = (earliest(event.date) or latest(event.date)) if event.date else None
    return day.year if day else None
