"""Projected shapes as the text of SVG paths: fitted to a frame and cut at its edges."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEYOND = 8  # units outside the frame that shapes reach to, so that no cut edge is seen
DETAIL = 4.0  # square units: a bend of less is left out
LEAST_AREA = 12.0  # square units: a smaller piece of land is left out

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the map lies on the page: y runs downwards there."""

    width: int
    height: int
    scale: float
    left: float
    """x of the projection at the left edge."""
    top: float
    """y of the projection at the upper edge."""

    def place(self, point: Point) -> Point:
        """Return a projected point in units of the page."""
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale

    def holds(self, point: Point, inset: float = 0) -> bool:
        """Say whether a point of the page lies inside the frame."""
        x, y = point
        return inset <= x <= self.width - inset and inset <= y <= self.height - inset


def fit(points: Sequence[Point], width: int, height: int, *, margin: float, least: float) -> Frame:
    """Return the frame that shows some projected points, in the middle of it.

    Args:
        points: at least one.
        width: of the frame, in units.
        height: of the frame, in units.
        margin: share of the frame that stays free on each side.
        least: radians of the globe that the frame's height covers at least.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    free = 1 - 2 * margin
    scale = min(
        height / least,
        free * width / wide if wide else float("inf"),
        free * height / high if high else float("inf"),
    )
    return Frame(
        width=width,
        height=height,
        scale=scale,
        left=(max(xs) + min(xs)) / 2 - width / scale / 2,
        top=(max(ys) + min(ys)) / 2 + height / scale / 2,
    )


def cut(ring: Iterable[Point], frame: Frame) -> list[Point]:
    """Return the part of a ring that lies in a frame and `BEYOND`, as one ring; empty for none.

    Source: Sutherland and Hodgman, "Reentrant polygon clipping", 1974.
    """
    points = list(ring)
    edges = (
        (0, -BEYOND, 1),
        (0, frame.width + BEYOND, -1),
        (1, -BEYOND, 1),
        (1, frame.height + BEYOND, -1),
    )
    for axis, limit, side in edges:
        points = cut_at(points, axis, limit, side)
    return points


def cut_at(points: Sequence[Point], axis: int, limit: float, side: int) -> list[Point]:
    """Return the part of a ring on one side of a line.

    Args:
        points: the ring.
        axis: 0 for an upright line, 1 for a level one.
        limit: where the line is.
        side: 1 to keep what is beyond it, -1 to keep what is before.
    """
    kept: list[Point] = []
    for index, here in enumerate(points):
        last = points[index - 1]
        inside, was = (
            side * (here[axis] - limit) >= 0,
            side * (last[axis] - limit) >= 0,
        )
        if inside != was:
            share = (limit - last[axis]) / (here[axis] - last[axis])
            other = last[1 - axis] + share * (here[1 - axis] - last[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            kept.append(here)
    return kept


def path(rings: Iterable[Sequence[Point]], detail: float = DETAIL) -> str:
    """Return rings as the ``d`` of a path: whole units, each step from the last point.

    Args:
        rings: in units of the page.
        detail: area of a bend that may be left out.
    """
    return "".join(_subpath(ring, detail) for ring in rings if abs(area(ring)) >= LEAST_AREA)


def _subpath(ring: Sequence[Point], detail: float) -> str:
    points = [(round(x), round(y)) for x, y in simplify([*ring, ring[0]], detail)[:-1]]
    steps = (f"{x - x0} {y - y0}" for (x0, y0), (x, y) in pairwise(points) if (x0, y0) != (x, y))
    text = " ".join(steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{text}z"


def simplify(line: Sequence[Point], least: float) -> list[Point]:
    """Drop the points that make the smallest triangles with their neighbours, up to an area.

    The ends stay, and a line that returns to its start stays a triangle.

    Source: Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", 1993.
    """
    before = [index - 1 for index in range(len(line))]
    after = [index + 1 for index in range(len(line))]
    spare = len(line) - (4 if line[0] == line[-1] else 2)
    queue = [(_triangle(line, i - 1, i, i + 1), i) for i in range(1, len(line) - 1)]
    heapify(queue)
    gone: set[int] = set()
    while queue and len(gone) < spare and queue[0][0] < least:
        size, index = heappop(queue)
        if index in gone or size < _triangle(line, before[index], index, after[index]):
            continue
        gone.add(index)
        left, right = before[index], after[index]
        after[left], before[right] = right, left
        for each in (left, right):
            if 0 < each < len(line) - 1:
                # Never less than what went before it, or a long bend would go bit by bit.
                grown = max(size, _triangle(line, before[each], each, after[each]))
                heappush(queue, (grown, each))
    return [point for index, point in enumerate(line) if index not in gone]


def _triangle(line: Sequence[Point], a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = line[a], line[b], line[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring, negative when it runs the other way round."""
    return (
        sum(
            x1 * y2 - x2 * y1
            for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], *ring[:1]), strict=True)
        )
        / 2
    )


def centroid(ring: Sequence[Point]) -> Point:
    """Return the point on which a ring of some area would balance."""
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    size = 6 * area(ring)
    return x / size, y / size
