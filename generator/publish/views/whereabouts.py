"""Where a place is: a small map with its names, and its coordinates in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from generator.publish.maps.locator import HEIGHT, WIDTH, Spot, draw_locator
from generator.record.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.publish.edition import Edition
    from generator.publish.maps.locator import Locator, Room
    from generator.publish.wording import Wording
    from generator.record.model import Place

LETTER = 11.5  # units that a letter takes on average, at the 22 units of a map's type
LINE = 26  # units from one line of type to the next
NAMES = 6  # of countries, at most: a locator is no atlas
LONGEST = 20  # letters of a place's name on the map; a longer one stands below it only
RADIUS = 9  # units that a point takes

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """Where a place is."""

    text: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapName:
    """A name on a map."""

    text: str
    x: int
    y: int
    kind: str
    """place, own (a country that the map is about) or other."""
    anchor: str
    """As SVG's ``text-anchor``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatorView:
    """A small map of where a place is."""

    width: int
    height: int
    drawn: Locator
    sign: str
    """dot for a known point, around for the middle of an area, empty for no point."""
    names: tuple[MapName, ...]
    place: str
    countries: tuple[str, ...]
    """Names of the countries that are marked."""
    coordinates: str
    alternative: str
    """What the map shows, in a sentence."""


def view_locator(place_id: str | None, edition: Edition) -> LocatorView | None:
    """Return a map of a place; None when neither its country nor its coordinates are known."""
    place = edition.catalogue.content.places.get(place_id or "")
    if place is None:
        return None
    where = view_coordinates(place, edition.words)
    sign = _sign(place) if where else ""
    codes = tuple(_countries(place, edition))
    point = (where.longitude, where.latitude) if where and sign else None
    drawn = draw_locator(Spot(point=point, codes=codes))
    if drawn is None:
        return None
    words, name = edition.words, edition.link("places", place.id).text.text
    marked = tuple(words.territory(code) for code in codes)
    marked_point = [(name if sign == "dot" else "", *drawn.point, RADIUS)] if drawn.point else []
    others = ", ".join(each for each in marked if each != name)
    key = "map.locator_within" if others and len(marked) == 1 else "map.locator"
    return LocatorView(
        width=WIDTH,
        height=HEIGHT,
        drawn=drawn,
        sign=sign,
        names=tuple(name_map(marked_point, drawn.rooms, WIDTH, words)),
        place=name,
        countries=marked,
        coordinates=where.text if where and sign == "dot" else "",
        alternative=words(key, place=name, country=others),
    )


def view_coordinates(place: Place, words: Wording) -> Coordinates | None:
    """Return the coordinates of a place in words, if its record has them."""
    if place.latitude is None or place.longitude is None:
        return None
    parts = []
    for value, positive, negative in (
        (place.latitude, "north", "south"),
        (place.longitude, "east", "west"),
    ):
        number = format_decimal(abs(value), format="0.####", locale=words.locale)
        side = words(f"compass.{positive if value >= 0 else negative}")
        parts.append(f"{number}° {side}")
    return Coordinates(text=", ".join(parts), latitude=place.latitude, longitude=place.longitude)


def _sign(place: Place) -> str:
    """Return how a place's coordinates are drawn: those of an area are only its middle."""
    if is_point(place):
        return "dot"
    return "around" if place.kind is PlaceKind.REGION and place.country else ""


def is_point(place: Place) -> bool:
    """Say whether a place is small enough that its coordinates are where it is."""
    return place.kind in {PlaceKind.CITY, PlaceKind.SITE}


def country_of(place: Place, edition: Edition) -> str:
    """Return the code of the country of a place, or of what it lies in; empty for none."""
    places = edition.catalogue.content.places
    holders = (places.get(holder) for holder in edition.catalogue.holders(place.id))
    return next((found.country for found in holders if found and found.country), "")


def _countries(place: Place, edition: Edition) -> Iterator[str]:
    """Yield the country of a place, or else the countries that lie in it."""
    if code := country_of(place, edition):
        yield code
        return
    for part in edition.catalogue.parts.get(place.id, ()):
        if part.kind is PlaceKind.COUNTRY and part.country:
            yield part.country


def name_map(
    points: Iterable[tuple[str, int, int, int]], rooms: Iterable[Room], width: int, words: Wording
) -> Iterator[MapName]:
    """Yield the names for which there is room; none lies on another one or on a point.

    Args:
        points: name, x, y and radius of each point, the most important first; a name may be empty.
        rooms: where countries could be named, the most important first.
        width: of the map, in units.
        words: the language.
    """
    points = list(points)
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for _, x, y, r in points]
    for text, x, y, radius in points:
        if not text or len(text) > LONGEST:
            continue
        wide, gap = len(text) * LETTER, radius + 5
        for anchor, start in (("start", x + gap), ("end", x - gap - wide)):
            box = (start, y - LINE / 2, start + wide, y + LINE / 2)
            if start >= 0 and start + wide <= width and not _meets(box, taken):
                taken.append(box)
                at = x + gap if anchor == "start" else x - gap
                # The middle of small letters is on the level of the point.
                yield MapName(text=text, x=at, y=y + 7, kind="place", anchor=anchor)
                break
    left = NAMES
    for room in rooms:
        text = words.territory(room.code)
        box = _box(room, len(text))
        if left and box[2] - box[0] <= room.wide and not _meets(box, taken):
            taken.append(box)
            left -= 1
            kind = "own" if room.own else "other"
            yield MapName(text=text, x=room.x, y=room.y + 7, kind=kind, anchor="middle")


def _box(room: Room, letters: int) -> Box:
    half = letters * LETTER / 2
    return room.x - half, room.y - LINE / 2, room.x + half, room.y + LINE / 2


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(
        box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
        for left, top, right, bottom in others
    )
