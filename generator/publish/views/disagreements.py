"""The page of disagreements: each event and series on which sources contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.views.evidence import Disagreement, figure_text, view_disagreements
from generator.record.disagreement import contradictions, figure_disputes
from generator.record.edtf import display
from generator.record.model import ReviewStatus

if TYPE_CHECKING:
    from generator.publish.edition import Edition, Link
    from generator.record.disagreement import FigureDispute
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedEvent:
    """An event on which sources contradict each other, or that its editors call disputed."""

    event: Link
    date: str
    disagreements: tuple[Disagreement, ...]
    note: str
    """What the editors say of it, when no passage of its own does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    """One of several values for the same thing at the same time."""

    amount: str
    event: Link
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedFigure:
    """An indicator with values for one period that cannot all be true."""

    indicator: Link
    period: str
    values: tuple[DisputedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementsView:
    """The page of disagreements."""

    title: str
    lead: str
    count: str
    events: tuple[DisputedEvent, ...]
    figures: tuple[DisputedFigure, ...]


def view_disagreements_page(edition: Edition) -> DisagreementsView:
    """Describe all open disagreements of a site, in the order of time."""
    words, catalogue = edition.words, edition.catalogue
    fields: dict[str, list[str]] = {}
    for dispute in contradictions(catalogue.content):
        fields.setdefault(dispute.event, []).append(dispute.field)
    events = tuple(
        _event(event, fields.get(event.id, []), edition)
        for event in catalogue.events
        if event.id in fields or event.status is ReviewStatus.DISPUTED
    )
    figures = tuple(_figure(item, edition) for item in figure_disputes(catalogue.content))
    return DisagreementsView(
        title=words("disagreements.title"),
        lead=words("disagreements.lead"),
        count=words.count("count.disagreements", len(events) + len(figures)),
        events=events,
        figures=figures,
    )


def _event(event: Event, paths: list[str], edition: Edition) -> DisputedEvent:
    found = view_disagreements(event, edition, paths)
    language = edition.words.language
    return DisputedEvent(
        event=edition.link("events", event.id),
        date=display(event.date, language) if event.date else edition.words("date.unknown"),
        disagreements=found,
        note="" if found else edition.words("review-note.disputed"),
    )


def _figure(found: FigureDispute, edition: Edition) -> DisputedFigure:
    return DisputedFigure(
        indicator=edition.link("indicators", found.indicator),
        period=display(found.period, edition.words.language),
        values=tuple(_value(event, figure, edition) for event, figure in found.figures),
    )


def _value(event_id: str, figure_id: str, edition: Edition) -> DisputedValue:
    event = edition.catalogue.content.events[event_id]
    figure = next(item for item in event.figures if item.id == figure_id)
    cited = (item.source for item in event.evidence if f"figures.{figure_id}" in item.supports)
    return DisputedValue(
        amount=figure_text(figure, edition),
        event=edition.link("events", event_id),
        sources=tuple(edition.link("sources", ref) for ref in dict.fromkeys(cited)),
    )
