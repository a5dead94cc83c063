"""All places of a site on one map: points that would lie on each other become one with a number.

A part of the world is shown as large as it can be; what spreads over more than a continent is shown
on a map of the world.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.maps.drawing import (
    Frame,
    cut,
    cut_at,
    fit,
    path,
)
from generator.publish.maps.locator import land_in, room_in
from generator.publish.maps.projection import (
    MERIDIAN,
    Project,
    azimuthal,
    distance,
    equal_earth,
    middle_of,
)
from generator.publish.maps.world import read_lands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.publish.maps.drawing import Point
    from generator.publish.maps.locator import Room
    from generator.publish.maps.projection import Position
    from generator.publish.maps.world import Ring

WIDTH, HEIGHT = 960, 560  # units; about one pixel on a wide screen
WORLD = 50.0  # degrees from the middle to the farthest point: beyond, the whole world is shown
LEAST = math.radians(16.0)  # of the globe from top to bottom, at least
MARGIN = 0.16
HEAVY = 14_000  # characters of the paths: more, and the map gets coarser
DETAILS = (2.0, 4.0, 8.0, 16.0, 32.0)  # square units of the bends that are left out, if need be
LEAST_RADIUS, MOST_RADIUS = 19.0, 34.0  # units of a point with one event, and with very many
SOUTH, NORTH = -58.0, 84.0  # degrees between which the whole world is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place with events."""

    id: str
    position: Position
    number: int
    """Events."""
    exact: bool
    """It is a point; else its position is the middle of an area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Places that lie too near each other to be drawn apart."""

    x: int
    y: int
    radius: int
    pins: tuple[Pin, ...]
    """The one with most events first."""

    @property
    def number(self) -> int:
        """Return how many events happened there."""
        return sum(pin.number for pin in self.pins)

    @property
    def exact(self) -> bool:
        """Say whether all of it are points."""
        return all(pin.exact for pin in self.pins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A map as paths in `WIDTH` by `HEIGHT` units."""

    land: str
    own: str
    """The countries with events; they lie on the rest of the land."""
    clusters: tuple[Cluster, ...]
    """From left to right, as they are read."""
    rooms: tuple[Room, ...]
    """Where names of countries could stand, the widest first."""


def draw_overview(pins: Sequence[Pin], codes: frozenset[str]) -> Overview | None:
    """Draw places on a map; None where there are none.

    Args:
        pins: the places.
        codes: countries with events, by ISO 3166-1.
    """
    if not pins:
        return None
    middle = middle_of(pin.position for pin in pins)
    is_world = max(distance(middle, pin.position) for pin in pins) > WORLD
    project: Project = _around if is_world else azimuthal(middle)
    if is_world:
        corners = [equal_earth((MERIDIAN + x, y)) for x in (-180, 180) for y in (SOUTH, 0, NORTH)]
        frame = fit(corners, WIDTH, HEIGHT, margin=0.01, least=LEAST)
        countries = list(_world(frame))
    else:
        corners = [project(pin.position) for pin in pins]
        frame = fit(corners, WIDTH, HEIGHT, margin=MARGIN, least=LEAST)
        countries = list(land_in(frame, middle, project))
    own = [piece for code, pieces in countries if code in codes for piece in pieces]
    land = [piece for code, pieces in countries if code not in codes for piece in pieces]
    detail = next((each for each in DETAILS if len(path(land + own, each)) < HEAVY), DETAILS[-1])
    rooms = (room_in(code, pieces, WIDTH, HEIGHT, own=code in codes) for code, pieces in countries)
    placed = [(pin, frame.place(project(pin.position))) for pin in pins]
    named = [room for room in rooms if room and room.code]
    return Overview(
        land=path(land, detail),
        own=path(own, detail),
        clusters=tuple(_clusters(placed)),
        rooms=tuple(sorted(named, key=lambda room: (not room.own, -room.wide, room.code))),
    )


def _around(point: Position) -> tuple[float, float]:
    """Project a point onto the map of the world, on the side of its edge where it belongs."""
    return equal_earth((MERIDIAN + (point[0] - MERIDIAN + 180) % 360 - 180, point[1]))


def _world(frame: Frame) -> Iterator[tuple[str, list[list[Point]]]]:
    for code, lands in read_lands():
        rings = (part for land in lands for part in _unrolled(land.ring))
        cuts = (cut([frame.place(equal_earth(each)) for each in ring], frame) for ring in rings)
        if pieces := [piece for piece in cuts if len(piece) > 2]:  # noqa: PLR2004 -- has an area
            yield code, pieces


def _unrolled(ring: Ring) -> Iterator[list[Position]]:
    """Yield a ring as one or two that do not cross the edge of the map of the world."""
    walked: list[Position] = []
    for longitude, latitude in ring:
        last = walked[-1][0] if walked else MERIDIAN
        walked.append((last + (longitude - last + 180) % 360 - 180, latitude))
    if abs(walked[-1][0] - walked[0][0]) > 180:  # noqa: PLR2004 -- it goes round a pole
        pole = math.copysign(90.0, walked[0][1])
        walked += [(walked[-1][0], pole), (walked[0][0], pole)]
    for turn in (-360.0, 0.0, 360.0):
        turned = [(x + turn, y) for x, y in walked]
        part = cut_at(turned, 0, MERIDIAN - 180, 1)
        part = cut_at(part, 0, MERIDIAN + 180, -1) if part else []
        if len(part) > 2:  # noqa: PLR2004 -- has an area
            yield part


def _clusters(placed: Iterable[tuple[Pin, Point]]) -> list[Cluster]:
    """Join places that would touch, the largest first, until none does."""
    groups = [([pin], point) for pin, point in placed]
    groups.sort(key=lambda group: (-group[0][0].number, group[0][0].id))
    merged = True
    while merged:
        merged = False
        kept: list[tuple[list[Pin], Point]] = []
        for pins, point in groups:
            near = next((each for each in kept if _touch(each, (pins, point))), None)
            if near is None:
                kept.append((pins, point))
                continue
            merged = True
            total = [*near[0], *pins]
            share = _number(pins) / _number(total)
            x = near[1][0] + (point[0] - near[1][0]) * share
            y = near[1][1] + (point[1] - near[1][1]) * share
            kept[kept.index(near)] = (total, (x, y))
        groups = kept
    found = [_cluster(pins, point) for pins, point in groups]
    return sorted(found, key=lambda cluster: (cluster.x, cluster.y))


def _touch(one: tuple[list[Pin], Point], other: tuple[list[Pin], Point]) -> bool:
    apart = math.dist(one[1], other[1])
    return apart < _radius(_number(one[0])) + _radius(_number(other[0]))


def _number(pins: Iterable[Pin]) -> int:
    return sum(pin.number for pin in pins)


def _radius(number: int) -> float:
    """Return a radius whose area grows with the number, up to a limit."""
    return min(MOST_RADIUS, LEAST_RADIUS + 1.5 * math.sqrt(number - 1))


def _cluster(pins: list[Pin], point: Point) -> Cluster:
    return Cluster(
        x=round(point[0]),
        y=round(point[1]),
        radius=round(_radius(_number(pins))),
        pins=tuple(sorted(pins, key=lambda pin: (-pin.number, pin.id))),
    )
