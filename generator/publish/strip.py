"""The overview strip: how many events each year has and which dates are spans, as numbers.

Horizontal places are percentages of the strip's width, vertical ones pixels, as in `charts`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.charts import year_number
from generator.publish.days import day_number
from generator.publish.views.cards import year_label, year_target
from generator.record.edtf import Day, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from generator.publish.wording import Wording
    from generator.record.model import Event

HEIGHT = 64  # pixels of the highest bar
ROW = 5  # pixels between two spans
MAX_ROWS = 6  # rows of spans; more would say nothing
MAX_BARS = 90  # bars that can still be told apart and hit
MAX_STEPS = 16  # links to parts of a long time that fit two lines
LABELS = 8  # labels under the strip that fit a desktop; every second is dropped on a phone
BAND = 20  # pixels of a row of eras or series
LEAST_BAND = 0.5  # per cent of the width
ROOMY_BAND = 35  # per cent of the width: on a phone as long as a name of two words
BLOCK = 16  # pixels of a block that stands for one event, at most
MAX_BLOCKS = 12  # events of the highest column that can still be counted
_STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 10_000, 100_000, 10_000_000, 10**9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A named length of time: an era, or a series from its first event to its last."""

    kind: str
    """era or series."""
    first: int
    """Days since 1970."""
    last: int
    name: str
    id: str = ""
    """Of a series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The events of a year, or of a step of years where there are too many."""

    x: float
    width: float
    blocks: tuple[tuple[float, float], ...]
    """Top and height in pixels: a block for each event where they are few, else one for all."""
    label: str
    """Such as "2025 : 4 événements"."""
    path: str
    """Where its first year with events is listed: ``#y2025``, or a page's address from the root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A date that is longer than a column: an interval, or a decade of which no year is known."""

    x: float
    width: float
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An era or a series behind the columns."""

    x: float
    width: float
    y: int
    kind: str
    """era or series."""
    name: str
    side: str
    """Where its name is: inside, before or after; a short band has no room for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A year under the strip."""

    x: float
    text: str
    minor: bool
    """Dropped where the strip is narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The overview of a period."""

    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    labels: tuple[Label, ...]
    bands: tuple[Band, ...]
    top: int
    """Pixels of the bands, above the columns."""
    height: int
    """Pixels of the whole drawing without its labels."""
    first: int
    last: int
    """First and last day of the drawing, since 1970."""


def draw_strip(
    events: Sequence[Event],
    words: Wording,
    here: Container[str],
    stretches: Sequence[Stretch] = (),
) -> Strip | None:
    """Draw the overview of some events.

    Args:
        events: in the order of time.
        words: the reader's language.
        here: the anchors of the years that the page itself lists.
        stretches: eras and series, drawn above.

    Returns:
        None when the events are of fewer than two years.
    """
    years = Counter(year for event in events if (year := _year(event)) is not None)
    if len(years) < 2:  # noqa: PLR2004
        return None
    first, last = min(years), max(years)
    step = next(size for size in _STEPS if (last - first) // size < MAX_BARS)
    first -= first % step
    bars = (last - first) // step + 1
    spans = tuple(_spans(events, first, step, bars * step))
    ends = day_number(Day(first, 1, 1)), day_number(Day(first + bars * step, 1, 1)) - 1
    bands = tuple(_bands(stretches, *ends))
    top = BAND * (1 + max((band.y for band in bands), default=-1))
    return Strip(
        columns=tuple(_columns(years, first, step, words, here)),
        spans=spans,
        labels=tuple(_labels(first, step, bars, words)),
        bands=bands,
        top=top,
        height=top + HEIGHT + 8 + ROW * (1 + max((span.y for span in spans), default=-1)),
        first=ends[0],
        last=ends[1],
    )


def _year(event: Event) -> int | None:
    if event.date is None:
        return None
    day = earliest(event.date) or latest(event.date)
    return day.year if day else None


def _columns(
    years: Counter[int], first: int, step: int, words: Wording, here: Container[str]
) -> list[Column]:
    steps: Counter[int] = Counter()
    starts: dict[int, int] = {}
    for year in sorted(years):
        index = (year - first) // step
        steps[index] += years[year]
        starts.setdefault(index, year)
    width = 100 / (max(steps) + 1)
    highest = max(steps.values())
    return [
        Column(
            x=round(index * width, 3),
            width=round(width, 3),
            blocks=tuple(_blocks(number, highest)),
            label=words(
                "strip.column",
                year=_step_label(first + index * step, step, words),
                events=words.count("count.events", number),
            ),
            path=year_target(starts[index], here),
        )
        for index, number in steps.items()
    ]


def _blocks(number: int, highest: int) -> Iterator[tuple[float, float]]:
    """Yield the blocks of a column, from the axis up."""
    if highest > MAX_BLOCKS:
        height = round(max(number / highest * HEIGHT, 3), 1)
        yield HEIGHT - height, height
        return
    step = min(HEIGHT / highest, BLOCK)
    for index in range(number):
        yield round(HEIGHT - (index + 1) * step, 2), round(step - 2, 2)


def _bands(stretches: Sequence[Stretch], first: int, last: int) -> Iterator[Band]:
    """Lay eras and series in rows, eras above, each in the first row where it touches none."""
    ends: list[tuple[str, int]] = []
    for one in stretches:
        start, end = max(one.first, first), min(one.last, last)
        if end < start:
            continue
        # A series has a row of its own, because its name may stand beside it.
        free = (
            row
            for row, (kind, taken) in enumerate(ends)
            if kind == one.kind == "era" and taken < start
        )
        row = next(free, len(ends))
        ends[row : row + 1] = [(one.kind, end)]
        length = last + 1 - first
        x, width = (start - first) / length * 100, (end + 1 - start) / length * 100
        yield Band(
            x=round(x, 3),
            width=round(max(width, LEAST_BAND), 3),
            y=row,
            kind=one.kind,
            name=one.name,
            side=_side(x, width),
        )


def _side(x: float, width: float) -> str:
    if width >= ROOMY_BAND:
        return "inside"
    return "before" if x > 100 - x - width else "after"


def year_steps(years: Counter[int], words: Wording) -> list[tuple[int, str, int]]:
    """Part many years into steps, the last one first.

    Args:
        years: year → its events.
        words: the reader's language.

    Returns:
        The first year with events, the name and the events of each step.
    """
    first, last = min(years), max(years)
    step = next(size for size in _STEPS if last // size - first // size < MAX_STEPS)
    sums: Counter[int] = Counter()
    starts: dict[int, int] = {}
    for year in sorted(years):
        sums[year // step * step] += years[year]
        starts.setdefault(year // step * step, year)
    return [
        (starts[year], _step_label(year, step, words), sums[year])
        for year in sorted(sums, reverse=True)
    ]


def _step_label(year: int, step: int, words: Wording) -> str:
    start = year_label(year, words.language)
    return f"{start}–{year_label(year + step - 1, words.language)}" if step > 1 else start


def _spans(events: Sequence[Event], first: int, step: int, length: int) -> list[Span]:
    """Lay dates longer than a column in rows, each in the first row where it touches none."""
    ends: list[float] = []
    spans = []
    for event in events:
        start, end = (earliest(event.date), latest(event.date)) if event.date else (None, None)
        if not start or not end:
            continue
        if (start.year - first) // step == (end.year - first) // step:
            continue  # its column holds it whole
        left, right = year_number(start), year_number(end)
        row = next((i for i, taken in enumerate(ends) if taken < left), len(ends))
        if row == MAX_ROWS:
            continue
        ends[row : row + 1] = [right]
        x = (left - first) / length * 100
        spans.append(Span(x=round(x, 3), width=round((right - left) / length * 100, 3), y=row))
    return spans


def _labels(first: int, step: int, bars: int, words: Wording) -> list[Label]:
    every = next(size for size in _STEPS if size >= step and bars * step / size <= LABELS)
    years = range(first + -first % every, first + bars * step, every)
    return [
        Label(
            x=round((year - first) * 100 / (bars * step), 3),
            text=year_label(year, words.language),
            minor=bool(place % 2),
        )
        for place, year in enumerate(years)
    ]
