"""From the globe to the page: one projection for a part of the world, one for all of it.

A part is drawn by Lambert's azimuthal equal-area projection around its own middle: it keeps areas,
bends little within a continent and knows no edge at the 180th meridian. The whole world is drawn by
Equal Earth. Both give x to the right and y upwards, in radians of the globe.

Source: J. P. Snyder, Map Projections: A Working Manual (USGS, 1987), pp. 182-190; B. Šavrič,
T. Patterson, B. Jenny, "The Equal Earth map projection", IJGIS 33 (2019).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from math import cos, radians, sin, sqrt

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""
Project = Callable[[Position], tuple[float, float]]

MERIDIAN = 11.0  # degrees east: with this middle the edge of the world runs through Bering Strait
_NEARLY_OPPOSITE = 1e-6
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def azimuthal(middle: Position) -> Project:
    """Return Lambert's azimuthal equal-area projection around a point."""
    around, sin0, cos0 = radians(middle[0]), sin(radians(middle[1])), cos(radians(middle[1]))

    def project(point: Position) -> tuple[float, float]:
        turn, up = radians(point[0]) - around, radians(point[1])
        near = sin0 * sin(up) + cos0 * cos(up) * cos(turn)
        factor = sqrt(2 / max(1 + near, _NEARLY_OPPOSITE))
        x = factor * cos(up) * sin(turn)
        return x, factor * (cos0 * sin(up) - sin0 * cos(up) * cos(turn))

    return project


def equal_earth(point: Position) -> tuple[float, float]:
    """Return a point of the Equal Earth map around `MERIDIAN`.

    Args:
        point: its longitude is taken as it is, so that a shape may be drawn beyond the edge.
    """
    turn = radians(point[0] - MERIDIAN)
    angle = math.asin(sqrt(3) / 2 * sin(radians(point[1])))
    square = angle * angle
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = 2 * sqrt(3) * turn * cos(angle) / (3 * slope)
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def middle_of(points: Iterable[Position]) -> Position:
    """Return the middle of some points on the globe; of none, or of opposites, the zero point."""
    x = y = z = 0.0
    for longitude, latitude in points:
        turn, up = radians(longitude), radians(latitude)
        x, y, z = x + cos(up) * cos(turn), y + cos(up) * sin(turn), z + sin(up)
    if math.hypot(x, y, z) < _NEARLY_OPPOSITE:
        return 0.0, 0.0
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def distance(one: Position, other: Position) -> float:
    """Return the angle between two points of the globe, in degrees."""
    up1, up2, turn = radians(one[1]), radians(other[1]), radians(other[0] - one[0])
    near = sin(up1) * sin(up2) + cos(up1) * cos(up2) * cos(turn)
    return math.degrees(math.acos(min(1.0, max(-1.0, near))))
