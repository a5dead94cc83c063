"""The page of an indicator: every source's value over time, as a chart and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import axis_number, format_number, unit_name
from generator.publish.charts import Bar, Datum, Tick, draw_chart
from generator.publish.views.evidence import PassageView, figure_text, view_passage
from generator.publish.views.prose import Prose, view_prose
from generator.record.edtf import display, earliest, latest, sort_key

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link, Phrase
    from generator.record.model import Event, Figure, Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """One figure of the series."""

    period: str
    """Empty when the source does not say."""
    amount: str
    exact: str
    event: Link
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """A figure on the chart."""

    bar: Bar
    label: str


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
    summary: str
    """What the chart shows, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """The page of an indicator."""

    id: str
    name: Phrase
    names: tuple[Phrase, ...]
    unit: str
    description: Prose | None
    places: tuple[Link, ...]
    rows: tuple[IndicatorRow, ...]
    row_count: str
    chart: ChartView | None


def view_indicator(indicator: Indicator, edition: Edition) -> IndicatorView:
    """Describe an indicator for its page."""
    words = edition.words
    pairs = sorted(
        edition.catalogue.by_indicator.get(indicator.id, ()),
        key=lambda pair: (sort_key(pair[1].period), pair[0].id, pair[1].id),
    )
    rows = tuple(_row(event, figure, edition) for event, figure in pairs)
    return IndicatorView(
        id=indicator.id,
        name=edition.name(indicator.name, indicator.id),
        names=tuple(edition.printed(item) for item in edition.others(indicator.name)),
        unit=unit_name(2, indicator.unit, words),
        description=view_prose(indicator.description, edition),
        places=tuple(edition.link("places", ref) for ref in indicator.places),
        rows=rows,
        row_count=words.count("count.figures", len(rows)),
        chart=_chart([figure for _, figure in pairs], edition),
    )


def _row(event: Event, figure: Figure, edition: Edition) -> IndicatorRow:
    claim = f"figures.{figure.id}"
    return IndicatorRow(
        period=display(figure.period, edition.words.language) if figure.period else "",
        amount=figure_text(figure, edition),
        exact=format_number(figure.value, edition.words),
        event=edition.link("events", event.id),
        passages=tuple(
            view_passage(event.id, item, edition)
            for item in event.evidence
            if any(path == claim or path.startswith(f"{claim}.") for path in item.supports)
        ),
    )


def _chart(figures: list[Figure], edition: Edition) -> ChartView | None:
    words = edition.words
    data, labels = [], []
    for figure in figures:
        first = earliest(figure.period) if figure.period else None
        last = latest(figure.period) if figure.period else None
        if not figure.period or not first or not last:
            continue
        data.append(Datum(value=figure.value, first=first, last=last, bound=str(figure.bound)))
        period = display(figure.period, words.language)
        labels.append(words("chart.bar", period=period, amount=figure_text(figure, edition)))
    chart = draw_chart(data)
    if chart is None:
        return None
    return ChartView(
        bars=tuple(
            ChartBar(bar=bar, label=label) for bar, label in zip(chart.bars, labels, strict=True)
        ),
        levels=tuple(_label(tick, axis_number(tick.value, words)) for tick in chart.levels),
        years=tuple(_label(tick, str(int(tick.value))) for tick in chart.years),
        summary=words("chart.summary", first=labels[0], last=labels[-1]),
    )


def _label(tick: Tick, text: str) -> ChartLabel:
    return ChartLabel(at=tick.at, text=text)
