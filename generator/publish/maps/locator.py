"""Where a place is: its country among its neighbours, and a point where the record has one.

Nothing is drawn finer than it is known: a city is a dot, a region a broken ring around its middle,
a country its own area without a point.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.publish.maps.drawing import BEYOND, area, centroid, cut, fit, path
from generator.publish.maps.projection import azimuthal, distance, middle_of
from generator.publish.maps.world import contains, lands_by_code, read_lands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.publish.maps.drawing import Frame, Point
    from generator.publish.maps.projection import Position, Project
    from generator.publish.maps.world import Land

WIDTH, HEIGHT = 480, 320  # units; the page shows two of them as one pixel
LEAST = math.radians(5.0)  # of the globe from top to bottom: enough to see what is around
AROUND = math.radians(18.0)  # the same for a point of no known country
MARGIN = 0.12  # of the frame, free beside the country
HORIZON = 90.0  # degrees from the middle: land beyond is not drawn, it would be turned inside out
PART = 0.25  # of a country's largest piece of land: a smaller one counts only if the point is there
FAR = 20.0  # degrees between an island and the main land: farther, and it is shown alone
DETAILS = (3.0, 6.0, 12.0, 24.0, 48.0)  # square units of the bends that are left out, if need be
HEAVY = 2600  # characters of a map's paths: more, and the map gets coarser
EDGE = 14  # units between a name and the edge of the map
ROOM = 0.012  # of the frame: smaller land has no room for its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What is to be shown."""

    point: Position | None
    codes: tuple[str, ...]
    """The country or the countries, by ISO 3166-1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where the name of a country could stand."""

    code: str
    x: int
    y: int
    wide: int
    """Units of free land across."""
    own: bool
    """It is a country that the map is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """A map as paths in `WIDTH` by `HEIGHT` units."""

    land: str
    own: str
    """The countries that the map is about; they lie on the rest of the land."""
    point: tuple[int, int] | None
    rooms: tuple[Room, ...]
    """Those of own countries first, then by size."""


@lru_cache(maxsize=4096)
def draw_locator(spot: Spot) -> Locator | None:
    """Draw where a spot is; None when neither a country nor a point is known."""
    shown = list(_shown(spot))
    corners = [*shown, *([spot.point] if spot.point else [])]
    if not corners:
        return None
    middle = _middle_of_bounds(corners)
    project = azimuthal(middle)
    placed = [project(corner) for corner in corners]
    least = LEAST if shown else AROUND
    frame = fit(placed, WIDTH, HEIGHT, margin=MARGIN, least=least)
    land: list[list[Point]] = []
    own: list[list[Point]] = []
    rooms: list[Room] = []
    for code, pieces in land_in(frame, middle, project):
        is_own = code in spot.codes
        (own if is_own else land).extend(pieces)
        if code and (room := room_in(code, pieces, WIDTH, HEIGHT, own=is_own)):
            rooms.append(room)
    point = frame.place(project(spot.point)) if spot.point else None
    detail = next(
        each for each in DETAILS if len(path(land + own, each)) < HEAVY or each == DETAILS[-1]
    )
    return Locator(
        land=path(land, detail),
        own=path(own, detail),
        point=(round(point[0]), round(point[1])) if point else None,
        rooms=tuple(sorted(rooms, key=lambda room: (not room.own, -room.wide))),
    )


def _shown(spot: Spot) -> Iterator[Position]:
    """Yield the points of the land that the map has to show."""
    by_code = lands_by_code()
    for lands in (by_code[code] for code in spot.codes if code in by_code):
        home = _home(lands, spot.point) if spot.point else lands[0]
        if distance(home.middle, lands[0].middle) > FAR:
            yield from home.ring  # the rest of the country would make it a dot
            continue
        for land in lands:
            if land is home or land.size >= PART * lands[0].size:
                yield from land.ring


def _home(lands: Sequence[Land], point: Position) -> Land:
    """Return the piece of land that a point is in, else the one whose coast is nearest."""
    for land in lands:
        if distance(point, land.middle) <= land.radius and contains(land.ring, point):
            return land
    return min(lands, key=lambda land: min(distance(point, corner) for corner in land.ring))


def _middle_of_bounds(points: list[Position]) -> Position:
    """Return the middle of the box around points: it does not lean to the coast with most bends."""
    project = azimuthal(rough := middle_of(points))
    placed = [project(point) for point in points]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    edges = {xs.index(min(xs)), xs.index(max(xs)), ys.index(min(ys)), ys.index(max(ys))}
    found = middle_of([points[index] for index in sorted(edges)])
    return found if distance(found, rough) < HORIZON / 3 else rough


def land_in(
    frame: Frame, middle: Position, project: Project
) -> Iterator[tuple[str, list[list[Point]]]]:
    """Yield each country that the frame shows, with what it shows of it, in units of the page."""
    half = math.hypot(frame.width / 2 + BEYOND, frame.height / 2 + BEYOND) / frame.scale
    reach = math.degrees(2 * math.asin(min(half / 2, 1.0)))  # the projection's own radius
    for code, lands in read_lands():
        near = [
            land
            for land in lands
            if distance(middle, land.middle) <= min(reach, HORIZON) + land.radius
        ]
        cuts = [cut([frame.place(project(each)) for each in land.ring], frame) for land in near]
        if pieces := [piece for piece in cuts if len(piece) > 2]:  # noqa: PLR2004 -- has an area
            yield code, pieces


def room_in(
    code: str, pieces: list[list[Point]], width: int, height: int, *, own: bool
) -> Room | None:
    """Return where the name of a country fits best: on its largest piece, level with its middle.

    Args:
        code: the country.
        pieces: what the map shows of it.
        width: of the map, in units.
        height: of the map.
        own: whether the map is about it.

    Returns:
        None where no name has room.
    """
    if not pieces:
        return None
    piece = max(pieces, key=lambda ring: abs(area(ring)))
    if abs(area(piece)) < ROOM * WIDTH * HEIGHT:
        return None
    _, level = centroid(piece)
    crossings = sorted(_crossings(piece, level))
    spans = [
        (max(start, 0), min(end, width))
        for start, end in zip(crossings[::2], crossings[1::2], strict=False)
    ]
    start, end = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    if end <= start or not EDGE < level < height - EDGE:
        return None
    return Room(
        code=code, x=round((start + end) / 2), y=round(level), wide=round(end - start), own=own
    )


def _crossings(ring: list[Point], level: float) -> Iterator[float]:
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > level) != (y2 > level):
            yield x1 + (x2 - x1) * (level - y1) / (y2 - y1)
