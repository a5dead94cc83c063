"""The outlines of all countries, from one small file beside this module.

Source: Natural Earth (public domain); `scripts/make_world.py` says how the file is made. Borders
are those that Natural Earth draws, which are the lines as they are held; the site says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.publish.maps.drawing import area
from generator.publish.maps.projection import Position, azimuthal, distance, middle_of

FILE = Path(__file__).with_name("world.json")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
_MORE = 32  # the bit of a sign that says that its number goes on

Ring = tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A piece of land, without the countries inside it, which are drawn after it."""

    ring: Ring
    """A closed outline; longitudes jump where it crosses the 180th meridian."""
    middle: Position
    radius: float
    """Degrees from the middle to the farthest point."""
    size: float
    """Area, in square radians of the globe."""


@cache
def read_lands() -> tuple[tuple[str, tuple[Land, ...]], ...]:
    """Return the code of each country, empty for land that has none, and its pieces of land.

    Countries come from the largest to the smallest, so that an enclave is drawn on what is around
    it; so do the pieces of each.
    """
    data = json.loads(FILE.read_text(encoding="ascii"))
    lines = [decode(text, data["steps"]) for text in data["lines"]]
    return tuple(
        (code, tuple(_land(_ring(ring, lines)) for ring in rings))
        for code, rings in data["countries"]
    )


@cache
def lands_by_code() -> dict[str, tuple[Land, ...]]:
    """Return the pieces of land of each country that has a code; some codes have several lands."""
    found: dict[str, tuple[Land, ...]] = {}
    for code, lands in read_lands():
        if code:
            found[code] = (*found.get(code, ()), *lands)
    return found


def _land(ring: Ring) -> Land:
    middle = middle_of(ring)
    project = azimuthal(middle)
    return Land(
        ring=ring,
        middle=middle,
        radius=max(distance(middle, point) for point in ring),
        size=abs(area([project(point) for point in ring])),
    )


def decode(text: str, steps: int) -> Ring:
    """Return the points of a line from differences of steps; see `scripts/make_world.py`."""
    numbers, value, shift = [], 0, 0
    for sign in text:
        bits = _VALUES[sign]
        value |= (bits & 31) << shift
        shift += 5
        if not bits & _MORE:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value, shift = 0, 0
    points, x, y = [], 0, 0
    for across, up in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x / steps, y / steps))
    return tuple(points)


def _ring(numbers: list[int], lines: list[Ring]) -> Ring:
    """Join lines to a ring; a number below zero is a line walked backwards."""
    points: list[Position] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line if not points else line[1:]
    return tuple(points)


def contains(ring: Ring, point: Position) -> bool:
    """Say whether a point lies inside a ring, by counting the edges that a ray crosses."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        near, far = _near(x1, x), _near(x2, x)
        if (y1 > y) != (y2 > y) and x < (far - near) * (y - y1) / (y2 - y1) + near:
            inside = not inside
    return inside


def _near(longitude: float, other: float) -> float:
    """Return a longitude, turned by whole circles to within half of one of another."""
    return other + (longitude - other + 180) % 360 - 180
