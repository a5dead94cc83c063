"""The values of an indicator, of every source that gives one, and their chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import axis_number, bounded, format_amount, is_ordinary
from generator.publish.charts import Bar, Datum, Tick, draw_chart
from generator.publish.links import anchor_name
from generator.publish.views.evidence import figure_text
from generator.record.disagreement import amount_range
from generator.record.edtf import display, earliest, latest, sort_key
from generator.record.model import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.publish.edition import Edition
    from generator.record.edtf import Day
    from generator.record.model import Event, Evidence, Figure

SMALL = 24  # values of a chart beside an event; a longer series is on the indicator's page only


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of a series: a record's own, or another one that a source gives."""

    event: Event
    figure: Figure
    number: float
    other: bool
    """A source gives it where the record keeps another value."""
    evidence: tuple[Evidence, ...]
    anchor: str
    """Of its row in the table of the indicator's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """A value on the chart."""

    bar: Bar
    sign: str
    """exactly, about, more-than, less-than, or other for a source that says otherwise."""
    label: str
    """Period and amount in words."""
    short: str
    """The number alone, as the axis has it."""
    anchor: str
    own: bool
    """It is a value of the event that the chart stands beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLabel:
    """A label of an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """The chart of an indicator."""

    bars: tuple[ChartBar, ...]
    levels: tuple[ChartLabel, ...]
    years: tuple[ChartLabel, ...]
    signs: tuple[str, ...]
    """Those that are drawn, for the legend."""
    summary: str
    """What the chart shows, in a sentence."""


def figures_of(indicator: str, edition: Edition) -> list[tuple[Event, Figure]]:
    """Return the figures of a series, each with its event, in the order of their periods."""
    return sorted(
        edition.catalogue.by_indicator.get(indicator, ()),
        key=lambda pair: (sort_key(pair[1].period), pair[0].id, pair[1].id),
    )


def values_of(indicator: str, edition: Edition) -> tuple[Value, ...]:
    """Return all values of a series: each figure, and after it what other sources say instead."""
    return tuple(
        value
        for event, figure in figures_of(indicator, edition)
        for value in _values(event, figure)
    )


def _values(event: Event, figure: Figure) -> Iterator[Value]:
    claim = f"figures.{figure.id}"
    paths = (claim, f"{claim}.value")
    said = [
        (item, text) for item in event.evidence for path in paths if (text := item.says.get(path))
    ]
    contrary = {item.id for item, _ in said}
    proof = tuple(
        item
        for item in event.evidence
        if item.id not in contrary
        and any(path == claim or path.startswith(f"{claim}.") for path in item.supports)
    )
    anchor = anchor_name("value", event.id, figure.id)
    yield Value(
        event=event, figure=figure, number=figure.value, other=False, evidence=proof, anchor=anchor
    )
    for item, text in said:
        try:
            number = float(text)
        except ValueError:
            continue
        yield Value(
            event=event,
            figure=figure,
            number=number,
            other=True,
            evidence=(item,),
            anchor=f"{anchor}-{anchor_name(item.id)}",
        )


def amount_of(value: Value, edition: Edition) -> str:
    """Return a value with its unit, and with its bound where it is the record's own."""
    if value.other:
        return format_amount(value.number, value.figure.unit, edition.words)
    return figure_text(value.figure, edition)


def view_chart(values: Sequence[Value], edition: Edition, own: str = "") -> ChartView | None:
    """Draw values over time; None when fewer than two have a period.

    Args:
        values: of one indicator.
        edition: the language.
        own: id of the event that the chart stands beside; empty for none.
    """
    words = edition.words
    shown: list[tuple[Value, Datum]] = []
    for value in values:
        period = value.figure.period
        first, last = (earliest(period), latest(period)) if period else (None, None)
        if first and last and is_ordinary(value.number):
            shown.append((value, _datum(value, first, last)))
    chart = draw_chart([datum for _, datum in shown])
    if chart is None:
        return None
    bars = tuple(
        _bar(value, bar, edition, own) for (value, _), bar in zip(shown, chart.bars, strict=True)
    )
    order = (*Bound, "other")
    return ChartView(
        bars=bars,
        levels=tuple(_label(tick, axis_number(tick.value, words)) for tick in chart.levels),
        years=tuple(_label(tick, str(int(tick.value))) for tick in chart.years),
        signs=tuple(str(sign) for sign in order if any(bar.sign == sign for bar in bars)),
        summary=words("chart.summary", first=bars[0].label, last=bars[-1].label),
    )


def _datum(value: Value, first: Day, last: Day) -> Datum:
    bound = Bound.EXACTLY if value.other else value.figure.bound
    low, high = amount_range(value.number, bound) if bound is Bound.ABOUT else (None, None)
    return Datum(value=value.number, first=first, last=last, bound=str(bound), low=low, high=high)


def _bar(value: Value, bar: Bar, edition: Edition, own: str) -> ChartBar:
    words, period = edition.words, value.figure.period
    short = axis_number(value.number, words)
    if not value.other:
        short = bounded(short, value.figure.bound, words)
    return ChartBar(
        bar=bar,
        sign="other" if value.other else str(value.figure.bound),
        label=words(
            "chart.other" if value.other else "chart.bar",
            period=display(period, words.language) if period else "",
            amount=amount_of(value, edition),
        ),
        short=short,
        anchor=value.anchor,
        own=value.event.id == own,
    )


def _label(tick: Tick, text: str) -> ChartLabel:
    return ChartLabel(at=tick.at, text=text)
