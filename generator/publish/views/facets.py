"""What a list can be narrowed by, and the pages of values that are no records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.edition import Phrase
from generator.publish.facets import INDEX, LABELS, Facet, FacetValue
from generator.publish.views.cards import YearGroup, group_by_time
from generator.publish.views.listing import Entry, ListingView, Section
from generator.publish.views.paging import Pager, cut_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.publish.edition import Edition
    from generator.record.model import Event

OWN_INDEX = (*LABELS, "series")  # facets whose values other sections do not list
SHOWN = 6  # values of a facet before "all 214": what fits a screen with the other facets
ALL = 10  # values up to which a facet shows all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPanel:
    """A facet beside a list, as links; the scripts make check boxes of them."""

    name: str
    label: str
    values: tuple[FacetValue, ...]
    index: str
    """Address of the page with all values."""
    all: str
    """Such as "All 214"; empty when all are here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A page of the events that have a value."""

    title: Phrase
    label: str
    """What kind of value it is."""
    index: str
    event_count: str
    groups: tuple[YearGroup, ...]
    pager: Pager


def view_panels(facets: Sequence[Facet], edition: Edition) -> tuple[FacetPanel, ...]:
    """Describe the facets beside the front page's list."""
    return tuple(
        FacetPanel(
            name=facet.name,
            label=edition.words(f"facet.{facet.name}"),
            values=_first(facet),
            index=INDEX[facet.name],
            all=edition.words("filters.all", number=len(facet.values))
            if len(facet.values) > ALL
            else "",
        )
        for facet in facets
    )


def _first(facet: Facet) -> tuple[FacetValue, ...]:
    return facet.values if len(facet.values) <= ALL else facet.values[:SHOWN]


def view_facet_pages(
    facets: Sequence[Facet], edition: Edition
) -> Iterator[tuple[str, str, FacetView | ListingView]]:
    """Yield address, template and view of the pages of values, and of the lists of them."""
    for facet in facets:
        if facet.name in OWN_INDEX:
            yield INDEX[facet.name], "listing.html", _index(facet, edition)
            events: defaultdict[int, list[Event]] = defaultdict(list)
            for event in edition.catalogue.events:
                for place in facet.rows.get(event.id, ()):
                    events[place].append(event)
            for place, value in enumerate(facet.values):
                # An event that others are part of has its own page, which lists them.
                if value.link.path.startswith(INDEX[facet.name]):
                    for path, view in _value_pages(facet.name, value, events[place], edition):
                        yield path, "facet.html", view


def _value_pages(
    name: str, value: FacetValue, events: Sequence[Event], edition: Edition
) -> Iterator[tuple[str, FacetView]]:
    for path, pager, shown in cut_pages(value.link.path, events):
        yield (
            path,
            FacetView(
                title=value.link.text,
                label=edition.words(f"facet.{name}"),
                index=INDEX[name],
                event_count=edition.words.count("count.events", len(events)),
                groups=group_by_time(shown, edition),
                pager=pager,
            ),
        )


def _index(facet: Facet, edition: Edition) -> ListingView:
    words = edition.words
    entries = tuple(
        Entry(
            link=value.link,
            note=Phrase(text=""),
            count=words.count("count.events", value.number),
        )
        for value in facet.values
    )
    return ListingView(
        kind=facet.name,
        title=words(f"facet.{facet.name}"),
        lead=words(f"facet-lead.{facet.name}"),
        count=words.count("count.events", len(edition.catalogue.events)),
        sections=(Section(label="", entries=entries),),
    )
