"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.amounts import format_number
from generator.publish.certainty import DateView, view_date
from generator.publish.edition import Edition, Link, Phrase
from generator.publish.exports.site import files_of
from generator.publish.references.works import event_work
from generator.publish.structured import event_data
from generator.publish.views.cards import standing_label, year_label, year_path
from generator.publish.views.chart import SMALL, ChartView, values_of, view_chart
from generator.publish.views.evidence import (
    Proof,
    claim_anchor,
    claim_counts,
    figure_name,
    figure_text,
    name_claim,
    view_proofs,
)
from generator.publish.views.prose import Prose, prose_of, view_prose
from generator.publish.views.reasons import Reason, view_reason
from generator.publish.views.reference import ReferenceView, view_reference
from generator.publish.views.versions import HistoryView, view_history
from generator.publish.views.whereabouts import LocatorView, view_locator
from generator.record.edtf import display

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from generator.record.model import Event, Figure

SERIES = 6  # events of its series that a page names beside those right before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRef:
    """The way from a statement down to its proof."""

    anchor: str
    """Empty when nothing supports the statement."""
    text: str
    """Such as "2 passages"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantView:
    """Somebody who was there."""

    link: Link
    role: str
    proof: ProofRef


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure of an event."""

    name: Link
    amount: str
    exact: str
    """The number in full, for those who calculate."""
    period: str
    proof: ProofRef


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChart:
    """The series that a figure of an event belongs to."""

    indicator: Link
    chart: ChartView


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Other events, and what they are to this one."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An event beside this one."""

    link: Link
    date: str
    """Empty when it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The events before and after this one in some order."""

    label: str
    before: Neighbour | None
    after: Neighbour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The page of an event."""

    id: str
    title: Phrase
    titles: tuple[Phrase, ...]
    """The title in the other languages."""
    date: DateView
    date_proof: ProofRef
    year: Link | None
    date_reason: Reason | None
    """How the date is known, or why there is none; None when there is nothing to say."""
    type_label: str
    standing_label: str
    review: str
    review_label: str
    review_note: str
    summary: Prose | None
    summaries: tuple[Prose, ...]
    note: Prose | None
    place: Link | None
    place_proof: ProofRef
    within: tuple[Link, ...]
    """The places that the place lies in, from near to far."""
    locator: LocatorView | None
    participants: tuple[ParticipantView, ...]
    organisations: tuple[ParticipantView, ...]
    relations: tuple[Relation, ...]
    figures: tuple[FigureView, ...]
    charts: tuple[FigureChart, ...]
    proofs: tuple[Proof, ...]
    unproven: tuple[str, ...]
    """Statements of the record that no passage supports."""
    sources: tuple[Link, ...]
    source_count: str
    cited: tuple[Link, ...]
    """Sources that are named for it and of which no passage has been read."""
    neighbours: tuple[Neighbours, ...]
    """What came before and after: in its series, then in time."""
    reference: ReferenceView
    history: HistoryView | None
    files: tuple[tuple[str, str], ...]
    """Word and path of what other programs can take."""
    data: Markup
    """schema.org, as JSON for a script element."""


def view_event(event: Event, edition: Edition) -> EventView:
    """Describe an event for its page."""
    words, catalogue = edition.words, edition.catalogue
    counts = claim_counts(event)
    date = view_date(event.date, words, standing=event.event_status)
    sources = catalogue.sources_of(event)
    holders = list(catalogue.holders(event.place))[1:] if event.place else []
    return EventView(
        id=event.id,
        title=edition.name(event.title, event.id),
        titles=tuple(edition.printed(item) for item in edition.others(event.title)),
        date=date,
        date_proof=_proof_ref("date", counts, edition),
        year=_year(date, edition),
        date_reason=view_reason("date", event, edition) if event.date or event.dating else None,
        type_label=words(f"type.{event.type}"),
        standing_label=standing_label(date.standing, words),
        review=str(event.status),
        review_label=words(f"review.{event.status}"),
        review_note=words(f"review-note.{event.status}"),
        summary=view_prose(event.summary, edition),
        summaries=tuple(prose_of(item, edition) for item in edition.others(event.summary)),
        note=view_prose(event.note, edition),
        place=edition.link("places", event.place) if event.place else None,
        place_proof=_proof_ref("place", counts, edition),
        within=tuple(edition.link("places", ref) for ref in holders),
        locator=view_locator(event.place, edition),
        participants=tuple(
            ParticipantView(
                link=edition.subject(item.who),
                role=words.label("role", item.role) if item.role else "",
                proof=_proof_ref(f"participants.{item.who}", counts, edition),
            )
            for item in event.participants
        ),
        organisations=tuple(
            ParticipantView(
                link=edition.subject(ref),
                role="",
                proof=_proof_ref(f"organisations.{ref}", counts, edition),
            )
            for ref in event.organisations
        ),
        relations=tuple(_relations(event, edition)),
        figures=tuple(_figure(item, counts, edition) for item in event.figures),
        charts=tuple(_charts(event, edition)),
        proofs=view_proofs(event, edition),
        unproven=_unproven(event, counts, edition),
        sources=tuple(edition.link("sources", ref) for ref in sources),
        source_count=words.count("count.sources", len(sources)),
        cited=tuple(edition.link("sources", ref) for ref in event.cites if ref not in sources),
        neighbours=tuple(_neighbours(event, edition)),
        reference=view_reference("events", event.id, event_work(event, edition), edition),
        history=view_history("events", event.id, edition),
        files=files_of("events", event.id, edition),
        data=event_data(event, edition),
    )


def _proof_ref(path: str, counts: dict[str, int], edition: Edition) -> ProofRef:
    if not (number := counts.get(path, 0)):
        return ProofRef(anchor="", text=edition.words("proof.none"))
    return ProofRef(anchor=claim_anchor(path), text=edition.words.count("count.passages", number))


def _year(date: DateView, edition: Edition) -> Link | None:
    if date.year is None:
        return None
    label = Phrase(text=year_label(date.year, edition.words.language))
    return Link(text=label, path=year_path(date.year))


def _figure(figure: Figure, counts: dict[str, int], edition: Edition) -> FigureView:
    language = edition.words.language
    return FigureView(
        name=figure_name(figure, edition),
        amount=figure_text(figure, edition),
        exact=format_number(figure.value, edition.words),
        period=display(figure.period, language) if figure.period else "",
        proof=_proof_ref(f"figures.{figure.id}", counts, edition),
    )


def _charts(event: Event, edition: Edition) -> Iterable[FigureChart]:
    """Yield a chart of each indicator that an event has a value of; none of a long series."""
    named = (item.indicator for item in event.figures if item.indicator)
    for indicator in dict.fromkeys(named):
        link = edition.link("indicators", indicator)
        if not link.path or len(edition.catalogue.by_indicator[indicator]) > SMALL:
            continue
        if chart := view_chart(values_of(indicator, edition), edition, event.id):
            yield FigureChart(indicator=link, chart=chart)


def _relations(event: Event, edition: Edition) -> Iterable[Relation]:
    """Yield what an event belongs to, continues and is continued by; nothing that is empty."""
    catalogue = edition.catalogue
    related = {
        "part_of": (event.part_of,) if event.part_of else (),
        "parts": tuple(item.id for item in catalogue.by_whole.get(event.id, ())),
        "follows": event.follows,
        "followed_by": tuple(item.id for item in catalogue.followers.get(event.id, ())),
        "series": _others_of_series(event, edition),
        "same_as": event.same_as,
        "not_same_as": event.not_same_as,
    }
    for name, refs in related.items():
        if refs:
            links = tuple(edition.link("events", ref) for ref in refs)
            yield Relation(label=edition.words(f"relation.{name}"), links=links)


def _others_of_series(event: Event, edition: Edition) -> tuple[str, ...]:
    """Return the nearest of an event's series that are not right before or after it."""
    members = [item.id for item in edition.catalogue.by_series.get(event.series or "", ())]
    if event.id not in members:
        return ()
    here = members.index(event.id)
    far = [at for at in range(len(members)) if abs(at - here) > 1]
    nearest = sorted(far, key=lambda at: abs(at - here))[:SERIES]
    return tuple(members[at] for at in sorted(nearest))


def _neighbours(event: Event, edition: Edition) -> Iterable[Neighbours]:
    """Yield what came before and after an event, in its series where it has one, and in time."""
    catalogue = edition.catalogue
    lists = {
        "series": catalogue.by_series.get(event.series or "", ()),
        "time": catalogue.events,
    }
    for name, events in lists.items():
        if name == "time":
            before, after = catalogue.neighbours(event)
        else:
            index = next((at for at, each in enumerate(events) if each.id == event.id), None)
            before = events[index - 1] if index else None
            after = events[index + 1] if index is not None and index + 1 < len(events) else None
        if before or after:
            yield Neighbours(
                label=edition.words(f"neighbours.{name}"),
                before=_neighbour(before, edition),
                after=_neighbour(after, edition),
            )


def _neighbour(event: Event | None, edition: Edition) -> Neighbour | None:
    if event is None:
        return None
    date = display(event.date, edition.words.language) if event.date else ""
    return Neighbour(link=edition.link("events", event.id), date=date)


def _unproven(event: Event, counts: dict[str, int], edition: Edition) -> tuple[str, ...]:
    """Return the statements of a record that it gives no passage for, as labels with values."""
    paths = ["date"] if event.date else []
    paths += ["place"] if event.place else []
    paths += [f"participants.{item.who}" for item in event.participants]
    paths += [f"organisations.{ref}" for ref in event.organisations]
    paths += [f"figures.{item.id}" for item in event.figures]
    claims = (name_claim(path, event, edition) for path in paths if path not in counts)
    return tuple(
        f"{claim.label}{edition.words('quotes.colon')}{claim.value.text}" for claim in claims
    )
