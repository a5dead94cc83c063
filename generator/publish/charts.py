"""The geometry of a chart over time, in plain numbers: templates only have to print it.

Horizontal places are percentages, so that the drawing fills any width while its text keeps its
size; vertical ones are pixels.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.publish.amounts import is_ordinary
from generator.record.model import Bound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.record.edtf import Day

HEIGHT = 260  # pixels of the plot
LABEL_WIDTH = 19.0  # per cent that a value takes beside others, on a narrow screen
LABEL_HEIGHT = 20  # pixels of its line
OPEN = 30  # pixels of the range of a value that is known on one side only
LEFT, RIGHT = 12.0, 97.0  # per cent of the width that the plot takes; the rest is for labels
MIN_WIDTH = 1.2  # per cent: a shorter span of time is drawn this wide, or it could not be seen
TICKS = 5  # lines across, about
_STEPS = (1, 2, 2.5, 5, 10)
_DAYS_PER_YEAR = 365.2425  # mean Gregorian year


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """A number with the time it refers to."""

    value: float
    first: Day
    last: Day
    bound: str
    low: float | None = None
    """The least that it may stand for; None where nothing says."""
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A datum drawn: a line across the time it refers to, at the height of its value."""

    x: float
    width: float
    y: float
    middle: float
    bound: str
    top: float
    """Upper edge of the range that it may lie in; the same as `y` where there is none."""
    bottom: float
    labelled: bool
    """There is room for its value beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the grid, or a label under the axis."""

    at: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart over time."""

    bars: tuple[Bar, ...]
    levels: tuple[Tick, ...]
    years: tuple[Tick, ...]


def year_number(day: Day) -> float:
    """Return a day as a year with a fraction, good to a day, for any year."""
    month_start = dt.date(2001, min(max(day.month, 1), 12), 1).timetuple().tm_yday - 1
    return day.year + (month_start + day.day - 1) / _DAYS_PER_YEAR


def draw_chart(data: Sequence[Datum]) -> Chart | None:
    """Place data on a plot; None when fewer than two would make a picture of nothing.

    The vertical axis starts at zero, so that heights can be compared.
    """
    usable = [item for item in data if is_ordinary(item.value)]
    if len(usable) < 2:  # noqa: PLR2004
        return None
    ends = (end for item in usable for end in (item.value, item.low, item.high))
    levels = _levels([end for end in ends if end is not None])
    low, high = levels[0], levels[-1]
    first = math.floor(min(year_number(item.first) for item in usable))
    last = math.ceil(max(year_number(item.last) for item in usable))

    def across(year: float) -> float:
        return round(LEFT + (year - first) / max(last - first, 1) * (RIGHT - LEFT), 3)

    def up(value: float) -> float:
        return round(HEIGHT - (value - low) / (high - low) * HEIGHT, 2)

    bars = [_bar(item, across(year_number(item.first)), across(_end(item)), up) for item in usable]
    roomy = _with_room(bars)
    return Chart(
        bars=tuple(replace(bar, labelled=index in roomy) for index, bar in enumerate(bars)),
        levels=tuple(Tick(at=up(value), value=value) for value in levels),
        years=tuple(Tick(at=across(year + 0.5), value=year) for year in _years(first, last)),
    )


def _end(item: Datum) -> float:
    return year_number(item.last) + 1 / _DAYS_PER_YEAR


def _bar(item: Datum, start: float, end: float, up: Callable[[float], float]) -> Bar:
    width = max(end - start, MIN_WIDTH)
    middle = (start + end) / 2
    left = max(middle - width / 2, 0)
    y = up(item.value)
    top = up(item.high) if item.high is not None else y
    bottom = up(item.low) if item.low is not None else y
    return Bar(
        x=round(left, 3),
        width=round(width, 3),
        y=y,
        middle=round(middle, 3),
        bound=item.bound,
        top=y - OPEN if item.bound == Bound.MORE_THAN else top,
        bottom=y + OPEN if item.bound == Bound.LESS_THAN else bottom,
        labelled=False,
    )


def _with_room(bars: Sequence[Bar]) -> set[int]:
    """Return which values can be written above their bars without lying on each other.

    The last one comes first, then the first, then the others: the table has them all.
    """
    order = sorted(range(len(bars)), key=lambda index: (index != len(bars) - 1, index != 0, index))
    placed: list[Bar] = []
    chosen = set()
    for index in order:
        bar = bars[index]
        if all(
            abs(bar.middle - other.middle) >= LABEL_WIDTH
            or abs(bar.top - other.top) >= LABEL_HEIGHT
            for other in placed
        ):
            placed.append(bar)
            chosen.add(index)
    return chosen


def _levels(values: Iterable[float]) -> list[float]:
    """Return round numbers from zero, or below it, to above the highest value."""
    values = list(values)
    low, high = min(0.0, *values), max(0.0, *values)
    raw = (high - low or 1) / TICKS
    size = 10 ** math.floor(math.log10(raw))
    step = next(factor * size for factor in _STEPS if factor * size >= raw)
    start, stop = math.floor(low / step), math.ceil(high / step)
    return [index * step for index in range(start, max(stop, start + 1) + 1)]


def _years(first: int, last: int) -> range:
    """Return the years that get a label: at most ten."""
    step = max(1, math.ceil((last - first) / 10))
    return range(first, last, step)
