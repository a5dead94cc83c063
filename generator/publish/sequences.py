"""Events that belong together: a series or what follows what, and the parts of a whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.days import reach
from generator.publish.links import record_path
from generator.publish.strip import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.publish.edition import Edition, Phrase
    from generator.record.model import Event

SERIES = "series/"
MOST_SERIES = 3  # series that are drawn as bands: more hide the events


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Events that a record itself ties together."""

    id: str
    """A series' id, or that of the event that the others follow or are part of."""
    name: Phrase
    events: tuple[Event, ...]
    """At least two, in the order of time."""
    path: str
    """Where they are listed: a page of their own for a named series, else the event's."""


def find_sequences(edition: Edition) -> tuple[Sequence, ...]:
    """Return the series and the wholes of a site, those with most events first."""
    found: dict[str, Sequence] = {}
    for sequence in (*_series(edition), *_wholes(edition)):
        found.setdefault(sequence.id, sequence)
    return tuple(sorted(found.values(), key=lambda one: (-len(one.events), one.id)))


def _series(edition: Edition) -> Iterator[Sequence]:
    """Yield series by their name and by ``follows``, joined where they share an event."""
    events = edition.catalogue.events
    roots: dict[str, str] = {}

    def root(name: str) -> str:
        while roots.setdefault(name, name) != name:
            roots[name] = name = roots[roots[name]]
        return name

    for event, tie in _ties(edition):
        roots[root(event)] = root(tie)
    groups: defaultdict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.id in roots:
            groups[root(one.id)].append(one)
    for members in groups.values():
        if len(members) > 1:
            yield _one_series(members, edition)


def _ties(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield pairs of an event and what it belongs to: its series, or an event that it follows."""
    for event in edition.catalogue.events:
        for earlier in event.follows:
            if earlier in edition.catalogue.position:
                yield event.id, earlier
        if event.series:
            yield event.id, f"series {event.series}"  # no event's id has a space


def _one_series(events: list[Event], edition: Edition) -> Sequence:
    named = next((event.series for event in events if event.series), "")
    first = events[0]
    text = edition.options.series.get(named, {})
    spelt = named.replace("-", " ").capitalize()
    name = edition.name(text, spelt) if named else edition.name(first.title, first.id)
    path = f"{SERIES}{named}/" if named else record_path("events", first.id)
    return Sequence(id=named or first.id, name=name, events=tuple(events), path=path)


def _wholes(edition: Edition) -> Iterator[Sequence]:
    catalogue = edition.catalogue

    def place(event: Event) -> int:
        return catalogue.position[event.id]

    for whole, parts in catalogue.by_whole.items():
        if whole in catalogue.position:
            event = catalogue.content.events[whole]
            names = {whole, *(part.id for part in parts)}
            yield Sequence(
                id=whole,
                name=edition.name(event.title, whole),
                events=tuple(sorted((catalogue.content.events[name] for name in names), key=place)),
                path=record_path("events", whole),
            )


def find_stretches(edition: Edition) -> tuple[Stretch, ...]:
    """Return what the overview draws as bands: the eras, and the largest named series."""
    eras = [
        Stretch(kind="era", first=era.first, last=era.last, name=edition.name(era.name).text)
        for era in edition.options.eras
    ]
    named = [one for one in find_sequences(edition) if one.path.startswith(SERIES)]
    series: list[Stretch] = []
    for one in named:
        days = [days for event in one.events if (days := reach(event.date))]
        if len(days) > 1 and len(series) < MOST_SERIES:
            ends = min(first for first, _ in days), max(last for _, last in days)
            stretch = Stretch(
                kind="series", first=ends[0], last=ends[1], name=one.name.text, id=one.id
            )
            series.append(stretch)
    return (*eras, *series)
