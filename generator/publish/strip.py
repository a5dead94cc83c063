"""The overview strip: how many events each year has and which dates are spans, as numbers.

Horizontal places are percentages of the strip's width, vertical ones pixels, as in `charts`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.charts import year_number
from generator.publish.views.cards import year_label, year_target
from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.publish.wording import Wording
    from generator.record.model import Event

HEIGHT = 64  # pixels of the highest bar
ROW = 5  # pixels between two spans
MAX_ROWS = 6  # rows of spans; more would say nothing
MAX_BARS = 90  # bars that can still be told apart and hit
LABELS = 8  # labels under the strip that fit a desktop; every second is dropped on a phone
MIN_SPAN = 45  # days: a shorter span is thinner than the bar of its own year
_STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 10_000, 100_000, 10_000_000, 10**9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The events of a year, or of a step of years where there are too many."""

    x: float
    width: float
    height: float
    label: str
    """Such as "2025 : 4 événements"."""
    path: str
    """Where its first year with events is listed: ``#y2025``, or a page's address from the root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A date that is a length of time: an interval, or a month or year of which no day is known."""

    x: float
    width: float
    y: int


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
    height: int
    """Pixels of the whole drawing without its labels."""


def draw_strip(events: Sequence[Event], words: Wording, here: Container[str]) -> Strip | None:
    """Draw the overview of some events.

    Args:
        events: in the order of time.
        words: the reader's language.
        here: the anchors of the years that the page itself lists.

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
    spans = tuple(_spans(events, first, bars * step))
    return Strip(
        columns=tuple(_columns(years, first, step, words, here)),
        spans=spans,
        labels=tuple(_labels(first, step, bars, words)),
        height=HEIGHT + 8 + ROW * (1 + max((span.y for span in spans), default=-1)),
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
            height=round(max(number / highest * HEIGHT, 6), 1),
            label=words(
                "strip.column",
                year=_step_label(first + index * step, step, words),
                events=words.count("count.events", number),
            ),
            path=year_target(starts[index], here),
        )
        for index, number in steps.items()
    ]


def _step_label(year: int, step: int, words: Wording) -> str:
    start = year_label(year, words.language)
    return f"{start}–{year_label(year + step - 1, words.language)}" if step > 1 else start


def _spans(events: Sequence[Event], first: int, length: int) -> list[Span]:
    """Lay spans in rows, each in the first row where it touches none."""
    ends: list[float] = []
    spans = []
    for event in events:
        start, end = (earliest(event.date), latest(event.date)) if event.date else (None, None)
        if not start or not end:
            continue
        left, right = year_number(start), year_number(end)
        if (right - left) * 365 < MIN_SPAN:
            continue
        row = next((i for i, taken in enumerate(ends) if taken < left), len(ends))
        if row == MAX_ROWS:
            continue
        ends[row : row + 1] = [right]
        x = (left - first) / length * 100
        spans.append(Span(x=round(x, 3), width=round((right - left) / length * 100, 3), y=row))
    return spans


def _labels(first: int, step: int, bars: int, words: Wording) -> list[Label]:
    every = max(1, -(-bars // LABELS))
    return [
        Label(
            x=round((index + 0.5) * 100 / bars, 3),
            text=year_label(first + index * step, words.language),
            minor=bool(index // every % 2),
        )
        for index in range(0, bars, every)
    ]
