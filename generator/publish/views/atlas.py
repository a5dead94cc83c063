"""The page of the map: where the events were, drawn and as a list by country and place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.maps.overview import HEIGHT, WIDTH, Overview, Pin, draw_overview
from generator.publish.maps.world import lands_by_code
from generator.publish.views.whereabouts import MapName, country_of, is_point, name_map
from generator.record.edtf import display
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.publish.edition import Edition, Link
    from generator.publish.maps.overview import Cluster
    from generator.publish.maps.projection import Position
    from generator.record.model import Event, Place

SHOWN = 3  # events named beside a place; its own page has them all
MOST = 400  # places listed; beyond, the index of places is the better list


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mark on the map."""

    x: int
    y: int
    radius: int
    number: int
    exact: bool
    """It is a point; else somewhere in an area."""
    label: str
    """Which places, and how many events, in words."""
    target: str
    """Anchor of its first place in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event beside its place."""

    link: Link
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place with its events."""

    anchor: str
    link: Link
    count: str
    drawn: bool
    """It is on the map."""
    events: tuple[Happening, ...]
    """The newest first."""
    more: str
    """How many are not named, in words; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryEntry:
    """A country with its places."""

    anchor: str
    label: str
    places: tuple[PlaceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasView:
    """The page."""

    title: str
    lead: str
    facts: str
    nowhere: str
    """How many events have no place, in words; empty for none."""
    width: int
    height: int
    drawn: Overview | None
    spots: tuple[Spot, ...]
    names: tuple[MapName, ...]
    countries: tuple[CountryEntry, ...]
    hidden: str
    """How many places are not listed, in words; empty for none."""


def view_atlas(edition: Edition) -> AtlasView:
    """Describe the map of all events whose place is known."""
    words, places = edition.words, edition.catalogue.content.places
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in edition.catalogue.events:
        if event.place in places:
            found[event.place or ""].append(event)
    located = {
        ref: where for ref in found if (where := _position(places[ref], edition)) is not None
    }
    listed = sorted(found, key=lambda ref: (-len(found[ref]), ref))[:MOST]
    pins = [
        Pin(id=ref, position=located[ref], number=len(found[ref]), exact=is_point(places[ref]))
        for ref in listed
        if ref in located
    ]
    codes = frozenset(filter(None, (country_of(places[ref], edition) for ref in found)))
    drawn = draw_overview(pins, codes)
    nowhere = len(edition.catalogue.events) - sum(len(events) for events in found.values())
    hidden = len(found) - len(listed)
    return AtlasView(
        title=words("atlas.title"),
        lead=words("atlas.lead"),
        facts=words(
            "atlas.facts",
            events=words.count("count.events", sum(len(events) for events in found.values())),
            places=words.count("count.places", len(found)),
        ),
        nowhere=words.count("atlas.nowhere", nowhere) if nowhere else "",
        width=WIDTH,
        height=HEIGHT,
        drawn=drawn,
        spots=tuple(_spot(each, edition) for each in drawn.clusters) if drawn else (),
        names=tuple(_names(drawn, edition)) if drawn else (),
        countries=_countries({ref: found[ref] for ref in listed}, located, edition),
        hidden=words.count("atlas.hidden", hidden) if hidden else "",
    )


def _position(place: Place, edition: Edition) -> Position | None:
    """Return where a place is drawn; a country without coordinates, in its middle."""
    if place.latitude is not None and place.longitude is not None:
        return place.longitude, place.latitude
    lands = lands_by_code().get(country_of(place, edition)) if not is_point(place) else None
    return lands[0].middle if lands and place.country else None


def _spot(cluster: Cluster, edition: Edition) -> Spot:
    words = edition.words
    first = edition.link("places", cluster.pins[0].id).text.text
    others = len(cluster.pins) - 1
    name = words.count("atlas.others", others).replace("…", first) if others else first
    return Spot(
        x=cluster.x,
        y=cluster.y,
        radius=cluster.radius,
        number=cluster.number,
        exact=cluster.exact,
        label=words("atlas.spot", place=name, events=words.count("count.events", cluster.number)),
        target=_anchor(cluster.pins[0].id),
    )


def _names(drawn: Overview, edition: Edition) -> Iterator[MapName]:
    """Yield the names on the map; a mark of several places has none, its label says them."""
    ordered = sorted(drawn.clusters, key=lambda each: -each.number)
    points = (
        (
            edition.link("places", each.pins[0].id).text.text if len(each.pins) == 1 else "",
            each.x,
            each.y,
            each.radius,
        )
        for each in ordered
    )
    return name_map(points, drawn.rooms, WIDTH, edition.words)


def _countries(
    found: Mapping[str, Sequence[Event]], located: Mapping[str, Position], edition: Edition
) -> tuple[CountryEntry, ...]:
    """Group places by country, by name as readers sort it; regions of several countries last."""
    places = edition.catalogue.content.places
    groups: defaultdict[str, list[PlaceEntry]] = defaultdict(list)
    for ref, events in found.items():
        groups[country_of(places[ref], edition)].append(
            _place(ref, events, ref in located, edition)
        )
    words = edition.words
    names = {code: words.territory(code) or words("atlas.across") for code in groups}
    order = sorted(groups, key=lambda code: (not code, fold(names[code])))
    return tuple(
        CountryEntry(
            anchor=f"in-{code.lower() or 'several'}", label=names[code], places=tuple(groups[code])
        )
        for code in order
    )


def _place(ref: str, events: Sequence[Event], drawn: bool, edition: Edition) -> PlaceEntry:
    words = edition.words
    dated = [event for event in events if event.date]
    undated = [event for event in events if not event.date]
    newest = [*reversed(dated), *undated][:SHOWN]
    hidden = len(events) - len(newest)
    return PlaceEntry(
        anchor=_anchor(ref),
        link=edition.link("places", ref),
        count=words.count("count.events", len(events)),
        drawn=drawn,
        events=tuple(
            Happening(
                link=edition.link("events", event.id),
                date=display(event.date, words.language) if event.date else words("date.unknown"),
            )
            for event in newest
        ),
        more=words.count("atlas.more", hidden) if hidden else "",
    )


def _anchor(ref: str) -> str:
    return f"at-{ref}"
