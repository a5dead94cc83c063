"""What lists of events can be narrowed by: types, countries, people, sources, certainty.

The counts here are the ones of the static pages that each value leads to; the scripts count anew
from the same columns (`client`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.certainty import view_date
from generator.publish.edition import Link, Phrase
from generator.publish.sequences import find_sequences
from generator.record.folding import fold
from generator.record.model import PlaceKind, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.edition import Edition
    from generator.record.model import Event

LABELS = {"type": "type", "certainty": "facet-certainty", "standing": "facet-standing"}
"""Facets whose values are no records → the site's words for them."""
INDEX = {
    "type": "types/",
    "country": "places/",
    "series": "series/",
    "person": "people/",
    "organisation": "organisations/",
    "certainty": "certainty/",
    "standing": "standing/",
    "source": "sources/",
}
_CERTAINTIES = (
    *("day", "interval", "month", "year", "decade", "one-of", "open", "unknown"),
    *("approximate", "uncertain"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value with what has it."""

    id: str
    link: Link
    """Its name, and the page that lists its events."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow a list of events."""

    name: str
    values: tuple[FacetValue, ...]
    """Those that most events have first; an order of their own where there is one."""
    rows: Mapping[str, tuple[int, ...]]
    """Event id → places in `values`; no entry for an event without one."""


def find_facets(edition: Edition) -> tuple[Facet, ...]:
    """Return the facets of all listed events, in the order that they are offered in.

    Facets that tell nothing apart, because all events share their one value, are left out.
    """
    events = edition.catalogue.events
    sequences = find_sequences(edition)
    members = _by_event((one.id, one.events) for one in sequences)
    tied = {one.id: Link(text=one.name, path=one.path) for one in sequences}
    found: dict[str, Mapping[str, tuple[str, ...]]] = {
        "type": {event.id: (str(event.type),) for event in events},
        "country": _subjects("places", edition),
        "series": members,
        "person": _subjects("people", edition),
        "organisation": _subjects("organisations", edition),
        "certainty": {event.id: _certainty(event, edition) for event in events},
        "standing": {event.id: _standing(event) for event in events},
        "source": {event.id: edition.catalogue.sources_of(event) for event in events},
    }
    facets = (_facet(name, rows, tied, edition) for name, rows in found.items())
    return tuple(
        facet
        for facet in facets
        if facet.values and not (len(facet.values) == 1 and facet.values[0].number == len(events))
    )


def _facet(
    name: str,
    found: Mapping[str, tuple[str, ...]],
    tied: Mapping[str, Link],
    edition: Edition,
) -> Facet:
    counts = Counter(value for values in found.values() for value in values)
    links = {value: _link(name, value, tied, edition) for value in counts}
    if name == "certainty":
        order = [value for value in _CERTAINTIES if value in counts]
    else:
        order = sorted(counts, key=lambda one: (-counts[one], fold(links[one].text.text), one))
    place = {value: index for index, value in enumerate(order)}
    return Facet(
        name=name,
        values=tuple(
            FacetValue(id=value, link=links[value], number=counts[value]) for value in order
        ),
        rows={
            event: tuple(sorted(place[value] for value in values))
            for event, values in found.items()
            if values
        },
    )


def _link(name: str, value: str, tied: Mapping[str, Link], edition: Edition) -> Link:
    if name == "series":
        return tied[value]
    if name in LABELS:
        text = Phrase(text=edition.words(f"{LABELS[name]}.{value}"))
        return Link(text=text, path=f"{INDEX[name]}{value}/")
    return edition.link(INDEX[name].rstrip("/"), value)


def _subjects(kind: str, edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return the people, organisations or countries of each event, as on their own pages."""
    catalogue = edition.catalogue
    return _by_event(
        (ref, catalogue.by_subject[ref])
        for ref, record in getattr(catalogue.content, kind).items()
        if ref in catalogue.by_subject
        and catalogue.subject(ref) == (kind, record)
        and (kind != "places" or record.kind == PlaceKind.COUNTRY)
    )


def _by_event(groups: Iterable[tuple[str, tuple[Event, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for ref, events in groups:
        for event in events:
            found.setdefault(event.id, []).append(ref)
    return {event: tuple(refs) for event, refs in found.items()}


def _certainty(event: Event, edition: Edition) -> tuple[str, ...]:
    """Return how finely and how surely the date of an event is known."""
    date = view_date(event.date, edition.words)
    notes: Iterable[str] = (
        name
        for name, holds in (("approximate", date.approximate), ("uncertain", date.uncertain))
        if holds
    )
    return (date.shape, *notes)


def _standing(event: Event) -> tuple[str, ...]:
    """Return where an event stands, and where its record does if that is worth a warning."""
    review = {ReviewStatus.DRAFT: ("draft",), ReviewStatus.DISPUTED: ("disputed",)}
    return (str(event.event_status), *review.get(event.status, ()))
