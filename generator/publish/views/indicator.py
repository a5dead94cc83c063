"""The page of an indicator: every source's value over time, as a chart and as a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import bounded, format_amount, format_number, unit_name
from generator.publish.series import SeriesCheck, check_series
from generator.publish.views.chart import (
    ChartView,
    Value,
    amount_of,
    figures_of,
    values_of,
    view_chart,
)
from generator.publish.views.evidence import PassageView, figure_text, view_passage
from generator.publish.views.prose import Prose, view_prose
from generator.record.edtf import display

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link, Phrase
    from generator.record.model import Indicator


DERIVED_DIGITS = 3  # of a number that was worked out from rounded ones


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """One figure of the series."""

    anchor: str
    period: str
    """Empty when the source does not say."""
    amount: str
    exact: str
    other: bool
    """A source gives it where the record keeps another value."""
    event: Link
    passages: tuple[PassageView, ...]


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
    pairs = figures_of(indicator.id, edition)
    values = values_of(indicator.id, edition)
    rows = tuple(_row(value, edition) for value in values)
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
        chart=view_chart(values, edition),
    )


def _row(value: Value, edition: Edition) -> IndicatorRow:
    event, figure = value.event, value.figure
    return IndicatorRow(
        anchor=value.anchor,
        period=display(figure.period, edition.words.language) if figure.period else "",
        amount=amount_of(value, edition),
        exact=format_number(value.number, edition.words),
        other=value.other,
        event=edition.link("events", event.id),
        passages=tuple(view_passage(event.id, item, edition) for item in value.evidence),
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
