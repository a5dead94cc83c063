"""All records with the way back: which events name a person, a place, a source, a series.

Built once per build in linear time; everything that the pages need beyond one record is looked up
here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator.record.edtf import sort_key
from generator.record.model import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.record.model import (
        Content,
        Event,
        Evidence,
        Figure,
        Organisation,
        Person,
        Place,
    )

Key = TypeVar("Key")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The records and their backlinks; every tuple of events is in the order of time."""

    content: Content
    events: tuple[Event, ...]
    """All events that a list may show: those not withdrawn."""
    position: Mapping[str, int]
    """Event id → index in `events`."""
    by_subject: Mapping[str, tuple[Event, ...]]
    """Id of a person, an organisation or a place → events; a place has those of its parts."""
    by_series: Mapping[str, tuple[Event, ...]]
    by_source: Mapping[str, tuple[tuple[Event, Evidence], ...]]
    """Source id → passages, in the order of the article."""
    by_citation: Mapping[str, tuple[Event, ...]]
    """Source id → events that it is named for, without a passage."""
    by_indicator: Mapping[str, tuple[tuple[Event, Figure], ...]]
    by_whole: Mapping[str, tuple[Event, ...]]
    """Event id → events that are part of it."""
    followers: Mapping[str, tuple[Event, ...]]
    """Event id → events that follow it."""
    parts: Mapping[str, tuple[Place, ...]]
    """Place id → places directly in it."""
    digests: Mapping[str, tuple[str, ...]]
    """Source id → sources that retell it."""

    def subject(self, ref: str) -> tuple[str, Person | Organisation | Place] | None:
        """Return the kind and the record that an id names, or None for a dangling one."""
        if person := self.content.people.get(ref):
            return "people", person
        if organisation := self.content.organisations.get(ref):
            return "organisations", organisation
        place = self.content.places.get(ref)
        return ("places", place) if place else None

    def sources_of(self, event: Event) -> tuple[str, ...]:
        """Return the sources that count for an event; a digest counts as what it retells."""
        originals = (self.content.original(item.source) for item in event.evidence)
        return tuple(dict.fromkeys(originals))

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return the events before and after an event in time; none for a withdrawn one."""
        index = self.position.get(event.id)
        if index is None:
            return None, None
        before = self.events[index - 1] if index else None
        after = self.events[index + 1] if index + 1 < len(self.events) else None
        return before, after

    def holders(self, place_id: str) -> Iterator[str]:
        """Yield a place and the places that it lies in; a circle ends where it closes."""
        seen: set[str] = set()
        current: str | None = place_id
        while current and current not in seen:
            seen.add(current)
            yield current
            place = self.content.places.get(current)
            current = place.part_of if place else None


def build_catalogue(content: Content) -> Catalogue:
    """Index the records of a site."""
    shown = (event for event in content.events.values() if event.status != ReviewStatus.WITHDRAWN)
    events = tuple(sorted(shown, key=lambda event: (sort_key(event.date), event.id)))
    bare = Catalogue(
        content=content,
        events=events,
        position={event.id: index for index, event in enumerate(events)},
        by_subject={},
        by_series=_group((event.series, event) for event in events),
        by_source=_passages(content),
        by_citation=_group((ref, event) for event in events for ref in event.cites),
        by_indicator=_group(
            (figure.indicator, (event, figure)) for event in events for figure in event.figures
        ),
        by_whole=_group((event.part_of, event) for event in events),
        followers=_group((earlier, event) for event in events for earlier in event.follows),
        parts=_group((place.part_of, place) for place in content.places.values()),
        digests=_group((source.digest_of, source.id) for source in content.sources.values()),
    )
    return _with_subjects(bare)


def _with_subjects(bare: Catalogue) -> Catalogue:
    found: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    for event in bare.events:
        refs = [item.who for item in event.participants] + list(event.organisations)
        for ref in refs:
            found[ref][event.id] = event
        # A state that takes part did not host: only the place of the event passes to its holders.
        for holder in bare.holders(event.place) if event.place else ():
            found[holder][event.id] = event
    by_subject = {ref: tuple(events.values()) for ref, events in found.items()}
    fields = {name: getattr(bare, name) for name in bare.__slots__}
    return Catalogue(**{**fields, "by_subject": by_subject})


def _passages(content: Content) -> dict[str, tuple[tuple[Event, Evidence], ...]]:
    """Return the passages of each source; those of withdrawn events too, whose pages stay."""
    pairs = _group(
        (item.source, (event, item)) for event in content.events.values() for item in event.evidence
    )
    return {
        source: tuple(
            sorted(
                pairs[source],
                key=lambda pair: (pair[1].at, pair[1].hash, pair[0].id, pair[1].id),
            )
        )
        for source in content.sources
        if source in pairs
    }


def _group(pairs: Iterable[tuple[Key | None, Item]]) -> dict[Key, tuple[Item, ...]]:
    grouped: defaultdict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        if key is not None:
            grouped[key].append(item)
    return {key: tuple(items) for key, items in grouped.items()}
