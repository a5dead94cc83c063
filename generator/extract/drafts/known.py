"""What the site and earlier runs know, found without looking through all of it for each event."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.drafts.merge import profile_of_record
from generator.extract.drafts.neighbours import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.extract.drafts.ledger import Entry
    from generator.extract.drafts.merge import Profile
    from generator.record.model import Content, Event

Passage = tuple[str, str]
"""Id of a source, hash of a passage of it."""


class Known:
    """The records of events, by what tells them; and the deleted ones, by the ledger."""

    def __init__(self, content: Content, ledger: Mapping[str, Entry]) -> None:
        """Keep the records as they are before the run."""
        self.content = content
        self.ledger = ledger
        self._order = {event: number for number, event in enumerate(content.events)}
        self._profiles: dict[str, Profile] = {}

    def profile(self, event: Event) -> Profile:
        """Return the profile of a record, worked out once."""
        if event.id not in self._profiles:
            self._profiles[event.id] = profile_of_record(event, self.content)
        return self._profiles[event.id]

    def told_by(self, passages: Iterable[Passage]) -> list[Event]:
        """Return the records that one of the passages proves or has told, in their order."""
        found = {event for passage in passages for event in self._by_passage.get(passage, ())}
        return self._in_order(found)

    def near(self, profiles: Iterable[Profile], sources: Iterable[str]) -> list[Event]:
        """Return the records that may be of an event, in their order.

        Args:
            profiles: of the reports of the event.
            sources: where they stand; a record that cites the same article may be of it.
        """
        found = {event.id for profile in profiles for event in self._neighbours.near(profile)}
        for source in sources:
            found.update(self._by_article.get(self.content.original(source), ()))
        return self._in_order(found)

    def deleted(self, told: Mapping[str, set[str]], wanted: str, there: Iterable[str]) -> str:
        """Return the id of a record that was deleted and told of the same event; empty for none.

        Args:
            told: source → hashes of the passages that tell the event.
            wanted: the id that the event would get.
            there: ids of events that this run writes.
        """
        found = {
            place
            for hashes in told.values()
            for each in hashes
            for place in self._deleted.get(each, ())  # in any article: a mended text is another
        }
        found |= {place for source in told for place in self._deleted.get((source, wanted), ())}
        return next((event for *_, event in sorted(found) if event not in there), "")

    def _in_order(self, events: Iterable[str]) -> list[Event]:
        return [self.content.events[event] for event in sorted(events, key=self._order.__getitem__)]

    @cached_property
    def _neighbours(self) -> Neighbours[Event]:
        return Neighbours((event, self.profile(event)) for event in self.content.events.values())

    @cached_property
    def _by_passage(self) -> dict[Passage, list[str]]:
        found: dict[Passage, list[str]] = {}
        for event in self.content.events.values():
            for item in event.evidence:
                found.setdefault((item.source, item.hash), []).append(event.id)
        for source, entry in self.ledger.items():
            for told in entry.yields:
                for each in told.passages if told.event in self._order else ():
                    found.setdefault((source, each), []).append(told.event)
        return found

    @cached_property
    def _by_article(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for event in self.content.events.values():
            for article in {self.content.original(item.source) for item in event.evidence}:
                found.setdefault(article, []).append(event.id)
        return found

    @cached_property
    def _deleted(self) -> dict[str | Passage, list[tuple[str, int, str]]]:
        """Hash of a passage, and source with event → source, place in its entry, deleted event."""
        there = {former for event in self.content.events.values() for former in event.formerly}
        there |= set(self._order)
        found: dict[str | Passage, list[tuple[str, int, str]]] = {}
        for source, entry in self.ledger.items():
            for number, told in enumerate(entry.yields):
                if told.event not in there:
                    keys: list[str | Passage] = [*told.passages, (source, told.event)]
                    for key in keys:
                        found.setdefault(key, []).append((source, number, told.event))
        return found
