"""From what articles tell to one event record with its proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.drafts.bases import bases_of, join_bases
from generator.extract.drafts.registry import MAX_ID, Directory, Registry, slug
from generator.extract.drafts.summaries import summaries
from generator.extract.figures.changes import find_changes
from generator.extract.span import Span
from generator.record.edtf import earliest, latest, precision
from generator.record.model import (
    Basis,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Participant,
)
from generator.record.passage import NormalisedText, name_passage
from generator.record.quotation import widen

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.figures.changes import Change
    from generator.extract.figures.finder import FigureMention
    from generator.extract.names.naming import Mention
    from generator.extract.reading import Reading
    from generator.extract.timex.finder import Timex
    from generator.record.edtf import Edtf

ORDER = ("day", "month", "season", "year", "decade", "century")
EDITIONS = frozenset(
    {EventType.SUMMIT, EventType.MEETING, EventType.VISIT, EventType.ELECTION, EventType.SPORT}
)
"""Types of which there is another one next year: their ids have the year."""
MAX_FIGURES = 6
MAX_LINE = 300  # code points of a title, as in record/values.py


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One event as one article tells it, with what is needed to prove it."""

    candidate: Candidate
    reading: Reading
    source: str
    text: NormalisedText

    def passage(self, span: Span) -> tuple[int, int] | None:
        """Return a span of the article as one of the normalised text; None when nothing is left."""
        start, end = self.text.from_raw(span.start, span.end)
        return widen(self.text.printed, start, end) if end > start else None


@dataclass(slots=True)
class _Proof:
    """The evidence of one event while it is gathered."""

    found: dict[tuple[str, tuple[int, int]], list[str]]
    says: dict[tuple[str, tuple[int, int]], dict[str, str]]

    def add(self, report: Report, span: Span, supports: str, says: str = "") -> bool:
        """Note that a passage supports a field; False when it is empty."""
        at = report.passage(span)
        if at is None:
            return False
        fields = self.found.setdefault((report.source, at), [])
        if supports not in fields:
            fields.append(supports)
        if says:
            self.says.setdefault((report.source, at), {})[supports] = says
        return True

    def render(self, texts: Mapping[str, NormalisedText]) -> tuple[Evidence, ...]:
        """Return the evidence in the order of the sources and of their texts."""
        made = []
        for number, key in enumerate(sorted(self.found), start=1):
            source, at = key
            passage = name_passage(texts[source], *at)
            made.append(
                Evidence(
                    id=f"e{number}",
                    source=source,
                    supports=tuple(self.found[key]),
                    from_=passage.from_,
                    to=passage.to,
                    at=passage.at,
                    hash=passage.hash,
                    prefix=passage.prefix,
                    suffix=passage.suffix,
                    says=self.says.get(key, {}),
                )
            )
        return tuple(made)


def draft_event(reports: Sequence[Report], registry: Registry) -> Event:
    """Return the record of an event that one or several articles tell.

    Every field is one that a passage supports; what only one article says is in the record too,
    and what another one says differently is kept with its passage.

    Args:
        reports: how each article tells it, in the order of the articles.
        registry: where who and where get their ids; new ones are made.
    """
    first = max(reports, key=lambda r: (r.candidate.main, r.candidate.score, -reports.index(r)))
    proof = _Proof({}, {})
    for report in reports:
        for span in report.candidate.evidence:
            proof.add(report, span, "title")
    dated = _dated(reports, proof)
    place = _placed(reports, registry, proof)
    participants = _acting(reports, registry, proof)
    bodies = _bodies(reports, registry, proof)
    figures = _figures(reports, registry.language, proof)
    texts = {report.source: report.text for report in reports}
    language = first.reading.article.language
    event = Event(
        id="draft",
        title={language: first.candidate.title[:MAX_LINE]},
        date=dated.candidate.date if dated else None,
        dating=_dating(dated.candidate) if dated else None,
        type=first.candidate.type,
        event_status=_status(reports),
        place=place,
        participants=tuple(Participant(who=who) for who in participants),
        organisations=tuple(body for body in bodies if body not in participants),
        figures=figures,
        evidence=proof.render(texts),
    )
    event = replace(event, basis=bases_of(event, reports, registry))
    return replace(event, summary=summaries(event, registry.directory))


def _dated(reports: Sequence[Report], proof: _Proof) -> Report | None:
    """Return the report whose date says most, and note where each one says its own."""
    dated = [r for r in reports if r.candidate.date]
    if not dated:
        return None
    best = min(dated, key=lambda r: _rank(r.candidate))
    assert best.candidate.date is not None  # noqa: S101 -- selected above
    for report in dated:
        candidate = report.candidate
        assert candidate.date is not None  # noqa: S101
        says = candidate.date.text if candidate.date.text != best.candidate.date.text else ""
        if says and candidate.basis is Basis.INFERRED:
            continue  # it does not say so: we only conclude it
        at = candidate.timex.start if candidate.timex else None
        proof.add(report, _around(candidate, at, candidate.timex), "date", says)
    return best


def _rank(candidate: Candidate) -> tuple[int, bool, int, bool]:
    date = candidate.date
    assert date is not None  # noqa: S101 -- only dated ones are ranked
    unknown = date.start is not None and date.start.year is None
    # What follows from another article's date is surer than the day of publication itself.
    inferred = (candidate.basis is Basis.INFERRED) * (1 if candidate.timex else 2)
    return inferred, unknown, ORDER.index(precision(date)), not date.is_interval


def _dating(candidate: Candidate) -> Dating | None:
    if candidate.basis is None:
        return None
    timex = candidate.timex
    if candidate.basis is Basis.INFERRED and timex is None:
        return Dating(basis=Basis.INFERRED, rule="publication")
    stated = candidate.basis is Basis.STATED
    return Dating(
        basis=candidate.basis,
        anchor=timex.anchor if timex and not stated else None,
        rule=timex.rule if timex and not stated else None,
    )


def _placed(reports: Sequence[Report], registry: Registry, proof: _Proof) -> str | None:
    """Return the id of the place: only one that a passage names, none that was only inferred."""
    known = [r for r in reports if r.candidate.place and r.candidate.places]
    if not known:
        return None
    best = max(known, key=lambda r: bool(r.candidate.place and r.candidate.place.city))
    assert best.candidate.place is not None  # noqa: S101 -- selected above
    place = registry.place(best.candidate.place)
    if place is None:
        return None
    proven = [
        proof.add(report, _around(report.candidate, mention.start, mention), "place")
        for report in known
        for mention in report.candidate.places[:1]
    ]
    return place if any(proven) else None


def _acting(reports: Sequence[Report], registry: Registry, proof: _Proof) -> list[str]:
    ids: list[str] = []
    for report in reports:
        for mention in report.candidate.participants:
            who = registry.actor(mention)
            span = _around(report.candidate, mention.start, mention)
            if proof.add(report, span, f"participants.{who}") and who not in ids:
                ids.append(who)
    return ids


def _bodies(reports: Sequence[Report], registry: Registry, proof: _Proof) -> list[str]:
    ids: list[str] = []
    for report in reports:
        for mention in report.candidate.organisations:
            body = registry.actor(mention)
            span = _around(report.candidate, mention.start, mention)
            if proof.add(report, span, f"organisations.{body}") and body not in ids:
                ids.append(body)
    return ids


def _around(candidate: Candidate, offset: int | None, named: Mention | Timex | None) -> Span:
    """Return the passage that an offset lies in: one that tells the event, else the words alone."""
    if offset is not None:
        for span in (*candidate.evidence, *candidate.passages):
            if span.start <= offset < span.end:
                return span
    if named is not None:
        return Span(named.start, named.end)
    return candidate.evidence[0]


def _figures(reports: Sequence[Report], language: str, proof: _Proof) -> tuple[Figure, ...]:
    """Return the figures that stand in the passages of the event, each value once."""
    made: dict[str, Figure] = {}
    for report in reports:
        article = report.reading.article
        found = find_changes(article.text, report.reading.figures, language=article.language)
        changes = {change.figure: change for change in found}
        for figure in report.reading.figures:
            inside = any(
                s.start <= figure.start and figure.end <= s.end for s in report.candidate.evidence
            )
            made_of = _figure(figure, language) if inside else None
            if inside and figure in changes:
                made_of = _change(changes[figure], made, language)
            if made_of is None or len(made) >= MAX_FIGURES or made_of.id in made:
                continue
            if proof.add(report, Span(figure.start, figure.end), f"figures.{made_of.id}"):
                made[made_of.id] = made_of
    return tuple(made.values())


def _change(change: Change, made: Mapping[str, Figure], language: str) -> Figure | None:
    """Return a rise or fall as the change of a figure that the record has; None without that."""
    of = _figure(change.of, language)
    own = _figure(replace(change.figure, what=change.figure.what or change.of.what), language)
    if of is None or own is None or of.id not in made:
        return own
    value = -own.value if change.falls else own.value
    return replace(own, id=f"{own.id}-change"[:MAX_ID], value=value, change_of=of.id)


def _figure(figure: FigureMention, language: str) -> Figure | None:
    unit = figure.currency or figure.unit
    if unit == "money" or not figure.what:
        return None
    value = int(figure.value) if float(figure.value).is_integer() else figure.value
    return Figure(
        id=slug(f"{unit} {value}", language),
        value=value,
        unit=unit,
        what={language: figure.what},
        period=figure.period,
        bound=figure.bound,
    )


def _status(reports: Sequence[Report]) -> EventStatus:
    """Return where the event stands: what has happened is no plan any more."""
    found = [report.candidate.status for report in reports]
    order = (
        EventStatus.CANCELLED,
        EventStatus.POSTPONED,
        EventStatus.HAPPENED,
        EventStatus.ONGOING,
    )
    return next((status for status in order if status in found), EventStatus.PLANNED)


def event_id(event: Event, taken: Container[str], language: str) -> str:
    """Return an id for a new record: its title's words, and a year where there are editions."""
    title = next(iter(event.title.values()))
    wanted = slug(title, language)
    day = event.date and (earliest(event.date) or latest(event.date))
    if day and (event.type in EDITIONS or wanted in taken):
        wanted = f"{wanted}-{day.year}"
    free, number = wanted[:MAX_ID], 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def enrich(event: Event, fresh: Event, sources: frozenset[str], directory: Directory) -> Event:
    """Return a record of ours with what articles now say; what others say of it stays.

    Args:
        event: the record as written in an earlier run.
        fresh: the same event as told by the articles of this run.
        sources: the articles of this run.
        directory: the records that events name.
    """
    others = tuple(item for item in event.evidence if item.source not in sources)
    if not others:
        return replace(
            fresh, id=event.id, formerly=event.formerly, status=event.status, generated=None
        )
    finer = fresh.date and (event.date is None or _finer(fresh.date, event.date))
    evidence = tuple(
        replace(item, id=f"e{number}")
        for number, item in enumerate((*others, *fresh.evidence), start=1)
    )
    merged = replace(
        event,
        date=fresh.date if finer else event.date,
        dating=fresh.dating if finer else event.dating,
        place=event.place or fresh.place,
        event_status=_later(event.event_status, fresh.event_status),
        participants=_union(event.participants, fresh.participants),
        organisations=tuple(dict.fromkeys((*event.organisations, *fresh.organisations))),
        figures=tuple({f.id: f for f in (*event.figures, *fresh.figures)}.values()),
        evidence=evidence,
        generated=None,
    )
    supported = _supported(merged)
    supported = replace(supported, basis=join_bases(event, fresh, supported))
    return replace(supported, summary=summaries(supported, directory))


def _supported(event: Event) -> Event:
    """Return a record without the participants, bodies and figures that no passage supports."""
    proved = {name for item in event.evidence for name in item.supports}
    return replace(
        event,
        participants=tuple(p for p in event.participants if f"participants.{p.who}" in proved),
        organisations=tuple(o for o in event.organisations if f"organisations.{o}" in proved),
        figures=tuple(f for f in event.figures if f"figures.{f.id}" in proved),
    )


def _union(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(
        {p.who: p for p in (*other, *one)}[who]
        for who in dict.fromkeys(p.who for p in (*one, *other))
    )


def _later(one: EventStatus, other: EventStatus) -> EventStatus:
    return EventStatus.HAPPENED if EventStatus.HAPPENED in (one, other) else other


def _finer(one: Edtf, other: Edtf) -> bool:
    return ORDER.index(precision(one)) < ORDER.index(precision(other))
