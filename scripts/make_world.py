"""Make the outlines of countries that our maps are drawn from, small enough to be kept here.

    npm pack world-atlas@2.0.2 i18n-iso-countries@7.14.0     and unpack both
    python scripts/make_world.py WORLD_ATLAS/countries-50m.json ISO_COUNTRIES/codes.json

Run while developing only, never by a build. A line that two countries share stays one line, so that
no gap opens between them. Each line keeps as many points as the smallest country beside it needs
when that country fills a map; islets that would be less than a dot are left out.

Source: Natural Earth 4.1.0, 1:50m, Admin 0 countries, which is in the public domain, as the npm
package world-atlas has it (TopoJSON, cuts at the 180th meridian taken out). The codes are
ISO 3166-1, from the npm package i18n-iso-countries.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from pathlib import Path
from typing import Any

from generator.publish.maps.drawing import simplify
from generator.publish.maps.world import ALPHABET

TARGET = Path(__file__).resolve().parent.parent / "generator/publish/maps/world.json"
STEPS = 40  # per degree: 2.8 km, about a pixel when a small country fills a map
FINENESS = 76  # of how many parts of a country's size a detail may be one and be dropped
SMALLEST = 4.0  # degrees: a smaller country is never shown larger than this, so needs no more
ISLET = 0.0009  # of the square of a country's size: an islet below that is dropped
SAYS = (
    "Natural Earth 4.1.0 (public domain), 1:50m, Admin 0 countries, through the npm package "
    "world-atlas 2.0.2; simplified by scripts/make_world.py"
)
NAMED = {"Kosovo": "XK"}  # without a number in ISO 3166-1; the code that CLDR has a name for

Point = tuple[float, float]
Line = list[Point]


def main() -> None:
    """Write the outlines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("countries", type=Path)
    parser.add_argument("codes", type=Path)
    options = parser.parse_args()
    atlas = json.loads(options.countries.read_text(encoding="utf-8"))
    codes = {row[2]: row[0] for row in json.loads(options.codes.read_text(encoding="utf-8"))}
    lines = [_degrees(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries = _countries(atlas["objects"]["countries"]["geometries"], lines, codes)
    kept, detail = _what_is_kept(countries, lines)
    numbers = {old: new for new, old in enumerate(sorted(detail))}
    data = {
        "source": SAYS,
        "steps": STEPS,
        "lines": [encode(_simplify(lines[old], detail[old])) for old in sorted(detail)],
        "countries": [[code, [_renumber(ring, numbers) for ring in rings]] for code, rings in kept],
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    text = text.replace('","', '",\n"').replace("]],[", "]],\n[")
    TARGET.write_text(text + "\n", encoding="ascii")
    points = sum(len(_simplify(lines[old], detail[old])) for old in detail)
    print(f"{TARGET.name}: {len(text):,} bytes, {len(kept)} countries, {points:,} points")


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    """Return an arc of TopoJSON, which is in differences of steps, in degrees."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    xs = itertools.accumulate(step[0] for step in arc)
    ys = itertools.accumulate(step[1] for step in arc)
    return [(west + x * wide, south + y * high) for x, y in zip(xs, ys, strict=True)]


def _countries(
    shapes: list[dict[str, Any]], lines: list[Line], codes: dict[str, str]
) -> list[tuple[str, list[list[int]]]]:
    """Return the code of each country, empty for none, with its outer rings as numbers of arcs."""
    found = []
    for shape in shapes:
        if shape["type"] not in {"Polygon", "MultiPolygon"}:
            continue
        code = codes.get(shape.get("id", ""), NAMED.get(shape["properties"]["name"], ""))
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        # A hole is another country or a lake; the country in it is drawn after the one around it.
        # Antarctica's first ring is the pole itself.
        outer = (max(part, key=lambda ring: _area(_ring(ring, lines))) for part in parts)
        rings = sorted(outer, key=lambda ring: -_area(_ring(ring, lines)))
        found.append((code, rings))
    return sorted(found, key=lambda item: -_area(_ring(item[1][0], lines)))


def _what_is_kept(
    countries: list[tuple[str, list[list[int]]]], lines: list[Line]
) -> tuple[list[tuple[str, list[list[int]]]], dict[int, float]]:
    """Return the rings worth drawing, and by line the area of the bends that it may lose."""
    kept, detail = [], {}
    for code, rings in countries:
        size = max(math.sqrt(_area(_ring(rings[0], lines))), SMALLEST)
        chosen = [r for r in rings if r is rings[0] or _area(_ring(r, lines)) > ISLET * size**2]
        kept.append((code, chosen))
        for arc in itertools.chain.from_iterable(chosen):
            number = arc if arc >= 0 else ~arc
            detail[number] = min(detail.get(number, math.inf), (size / FINENESS) ** 2)
    return kept, detail


def _ring(ring: list[int], lines: list[Line]) -> Line:
    points: Line = []
    for arc in ring:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        points += line if not points else line[1:]
    return points


def _area(ring: Line) -> float:
    """Return the area of a ring in square degrees of its own latitude."""
    total = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        across = (x2 - x1 + 180) % 360 - 180  # the short way round
        total += across * (y1 + y2) / 2
    middle = sum(y for _, y in ring) / len(ring)
    return abs(total) * math.cos(math.radians(middle))


def _simplify(line: Line, least: float) -> Line:
    """Drop bends of less than an area, in square degrees of the line's own latitude."""
    narrow = math.cos(math.radians(sum(y for _, y in line) / len(line)))
    return [(x / narrow, y) for x, y in simplify([(x * narrow, y) for x, y in line], least)]


def encode(line: Line) -> str:
    """Return a line as differences of steps, each in signs of five bits and one for "goes on".

    Source: the way of numbers is that of Google's Encoded Polyline Algorithm Format; the alphabet
    is base64url's, which JSON leaves alone.
    """
    text, last = [], (0, 0)
    for index, point in enumerate(line):
        here = round(point[0] * STEPS), round(point[1] * STEPS)
        if index and here == last and index < len(line) - 1:
            continue
        text += [_number(here[0] - last[0]), _number(here[1] - last[1])]
        last = here
    return "".join(text)


def _number(value: int) -> str:
    rest = value << 1 if value >= 0 else ~(value << 1)
    signs = []
    while rest >= 32:  # noqa: PLR2004 -- five bits
        signs.append(ALPHABET[32 | (rest & 31)])
        rest >>= 5
    return "".join((*signs, ALPHABET[rest]))


def _renumber(ring: list[int], numbers: dict[int, int]) -> list[int]:
    return [numbers[arc] if arc >= 0 else ~numbers[~arc] for arc in ring]


if __name__ == "__main__":
    main()
