"""The marks of certainty as pictures: the forms of `site_templates/parts/macros.html`, drawn.

Units are those of the templates: a mark is 20 wide and 48 high, time runs downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, HEIGHT = 20, 48
FINER = 4  # drawn so many times larger, then reduced, which smooths the edges
STROKE = 2.0
DASH = 2.5  # as long as the gap after it

# Shape → left, top, width, height and radius of what is filled.
BODIES = {
    "day": (4, 6, 12, 12, 6),
    "interval": (4.5, 5, 11, 30, 5.5),
    "one-of": (6.5, 10, 7, 20, 3.5),
    "month": (7, 5, 6, 22, 0),
    "year": (8, 4, 4, 36, 0),
    "decade": (8, 3, 4, 42, 0),
    "open": (7, 5, 6, 14, 0),
    "unknown": (3, 5, 14, 14, 7),
}
TICKS = {
    "one-of": (5, 35),
    "month": (5, 27),
    "year": (4, 40),
    "decade": (3, 6, 42, 45),
    "open": (5,),
}
HOLLOW = ("one-of", "unknown")
OUTLINED = ("planned", "cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class Mark:
    """The layers of a mark, each a mask: what it covers, its ink, what is struck through it."""

    ground: Image.Image
    ink: Image.Image
    strike: Image.Image


@lru_cache(maxsize=128)
def draw_mark(shape: str, standing: str, broken: bool, scale: int) -> Mark:
    """Draw a mark without the question mark of uncertain dates, which is a letter.

    Args:
        shape: of the date, see `certainty`.
        standing: of the event.
        broken: whether the outline is broken, for approximate and uncertain dates.
        scale: pixels to a unit.
    """
    ground, ink, strike = (_Pen(scale) for _ in range(3))
    body = BODIES[shape]
    for y in TICKS.get(shape, ()):
        ink.line((4, y), (16, y))
    if shape == "one-of":
        ink.line((10, 5), (10, 35))
    if shape == "open":
        for y in range(20, 38, 5):
            ink.line((10, y), (10, y + 1.5), 4)
    ground.fill(body)
    if not (broken or shape in HOLLOW or standing in OUTLINED):
        ink.fill(body)
    else:
        ink.clear(body)
    ink.outline(body, broken=broken and shape != "unknown")
    if standing == "cancelled":
        strike.line((1, 21), (19, 3), 3)
    elif standing == "postponed":
        ink.line((10, 26), (10, 40))
        ink.line((6, 36), (10, 40))
        ink.line((14, 36), (10, 40))
    return Mark(ground.reduced(), ink.reduced(), strike.reduced())


class _Pen:
    """Draws on a mask, in the units of marks."""

    def __init__(self, scale: int) -> None:
        self._scale = scale * FINER
        size = WIDTH * self._scale, HEIGHT * self._scale
        self._image = Image.new("L", size)
        self._draw = ImageDraw.Draw(self._image)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], width: float = STROKE
    ) -> None:
        points = [(x * self._scale, y * self._scale) for x, y in (start, end)]
        self._draw.line(points, fill=255, width=round(width * self._scale))

    def fill(self, body: tuple[float, ...], colour: int = 255) -> None:
        left, top, width, height, radius = (value * self._scale for value in body)
        box = (left, top, left + width, top + height)
        self._draw.rounded_rectangle(box, radius, fill=colour)

    def clear(self, body: tuple[float, ...]) -> None:
        self.fill(body, 0)

    def outline(self, body: tuple[float, ...], *, broken: bool) -> None:
        radius = STROKE * self._scale / 2
        for way, x, y in _around(body):
            if not broken or way % (2 * DASH) < DASH:
                x, y = x * self._scale, y * self._scale  # noqa: PLW2901 -- the same point
                self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)

    def reduced(self) -> Image.Image:
        return self._image.reduce(FINER)


def _around(body: tuple[float, ...]) -> Iterator[tuple[float, float, float]]:
    """Yield way, x and y of points on the edge of a rounded box, a tenth of a unit apart."""
    left, top, width, height, radius = body
    right, bottom = left + width, top + height
    quarter = radius * math.pi / 2
    sides = (  # centre of a corner, then how far and where to the next one
        (right - radius, top + radius, height, 0, 1),
        (right - radius, bottom - radius, width, -1, 0),
        (left + radius, bottom - radius, height, 0, -1),
        (left + radius, top + radius, width, 1, 0),
    )
    way = 0.0
    for index, (x, y, length, across, down) in enumerate(sides):
        start = (index - 1) * math.pi / 2
        for step in range(int(quarter * 10)):
            angle = start + step / 10 / radius
            yield way + step / 10, x + radius * math.cos(angle), y + radius * math.sin(angle)
        way += quarter
        x, y = x + radius * down, y - radius * across  # noqa: PLW2901 -- where the corner ends
        for step in range(int((length - 2 * radius) * 10) + 1):
            yield way + step / 10, x + across * step / 10, y + down * step / 10
        way += length - 2 * radius
