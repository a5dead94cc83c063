"""The page of an indicator: every source's value over time, as a chart and as a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import (
    axis_number,
    bounded,
    format_amount,
    format_number,
    unit_name,
)
from generator.publish.charts import Bar, Datum, Tick, draw_chart
from generator.publish.series import SeriesCheck, check_series
from generator.publish.views.evidence import PassageView, figure_text, view_passage
from generator.publish.views.prose import Prose, view_prose
from generator.record.edtf import display, earliest, latest, sort_key

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link, Phrase
    from generator.record.model import Event, Figure, Indicator


DERIVED_DIGITS = 3  # of a number that was worked out from rounded ones


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
class CheckView:
    """What figures of several sources say together, in a sentence."""

    text: str
    outcome: str
    outcome_label: str
    events: tuple[Link, ...]
    """Where the figures stand."""


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
    checks: tuple[CheckView, ...]
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
        checks=tuple(_check(item, edition) for item in check_series(pairs)),
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


def _check(found: SeriesCheck, edition: Edition) -> CheckView:
    """Put a check into words: what was added or taken away, what comes out, what a source has."""
    words, figure = edition.words, found.value[1]
    change = found.change[1]
    start, stated = (found.before, found.value) if found.forwards else (found.value, found.before)
    rises = (change.value >= 0) is found.forwards
    derived = round(
        found.derived, DERIVED_DIGITS - 1 - math.floor(math.log10(abs(found.derived) or 1))
    )
    periods = [display(each, words.language) for each in (figure.period, found.year_before) if each]
    if found.forwards:
        periods.reverse()
    outcome = str(found.outcome)
    text = words(
        "series.plus" if rises else "series.minus",
        start=figure_text(start[1], edition) if start else "",
        start_period=periods[0],
        change=bounded(format_amount(abs(change.value), change.unit, words), change.bound, words),
        derived=format_amount(derived, figure.unit, words),
        period=periods[1],
    )
    stated_text = figure_text(stated[1], edition) if stated else ""
    told = (found.value, found.change, *([found.before] if found.before else []))
    return CheckView(
        text=words(f"series.{outcome}", sum=text[:1].upper() + text[1:], stated=stated_text),
        outcome=outcome,
        outcome_label=words(f"outcome.{outcome}"),
        events=tuple(
            edition.link("events", ref) for ref in dict.fromkeys(event.id for event, _ in told)
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
