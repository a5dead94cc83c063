"""What the site and earlier runs know, found without looking through all of it for each event."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.drafts.merge import profile_of_record
from generator.extract.drafts.neighbours import Neighbours
from generator.extract.drafts.registry import one_line
from generator.record.edtf import EdtfError, earliest, latest, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.extract.article.reader import Article
    from generator.extract.drafts.ledger import Entry, Yield
    from generator.extract.drafts.merge import Profile
    from generator.record.edtf import Edtf
    from generator.record.model import Content, Event, Source

Passage = tuple[str, str]
"""Id of a source, hash of a passage of it."""
_Place = tuple[str, int, str]
"""Where the ledger has an event: source, number in its entry, id."""


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

    def versions(self, article: Article) -> list[str]:
        """Return the sources that may be an article before it was mended, in their order.

        Their title and day of publication are the same, and neither address nor publisher says
        that they are two.
        """
        if not (article.title and article.published):
            return []
        found = self._by_headline.get((one_line(article.title), article.published.text), ())
        named = article.url, article.publisher
        return [each.id for each in found if not _differ((each.url, each.publisher), named)]

    def citing(self, hashes: Iterable[str]) -> list[Event]:
        """Return the records that cite passages or were told by them, in any article.

        The same words in another article are of the same event: a text that was mended is another
        source.
        """
        cited = {event for each in hashes for event in self._by_hash.get(each, ())}
        return self._in_order(cited | {event.id for event in self.written_from(hashes)})

    def written_from(self, hashes: Iterable[str]) -> list[Event]:
        """Return the records that an earlier run has written from passages, be they renamed."""
        return self._in_order({event for each in hashes for event in self._yields.get(each, ())})

    def deleted(
        self, hashes: Iterable[str], wanted: str, date: Edtf | None, there: Iterable[str]
    ) -> str:
        """Return the id of a record that was deleted and told of the same event; empty for none.

        It counts in any article, since a text that was mended is another source.

        Args:
            hashes: of the passages that tell the event.
            wanted: the id that the event would get.
            date: when it was.
            there: ids of events that this run writes.
        """
        found = {place for each in hashes for place in self._deleted.get(each, ())}
        named = self._deleted.get(wanted, ())
        found |= {place for place in named if _may_be_one(self._told(place).date, date)}
        return next((event for *_, event in sorted(found) if event not in there), "")

    def _told(self, place: _Place) -> Yield:
        return self.ledger[place[0]].yields[place[1]]

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
    def _by_headline(self) -> dict[tuple[str, str], list[Source]]:
        """Title and day of publication → sources."""
        found: dict[tuple[str, str], list[Source]] = {}
        for source in self.content.sources.values():
            if source.issued:
                found.setdefault((source.title, source.issued.text), []).append(source)
        return found

    @cached_property
    def _by_hash(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for event in self.content.events.values():
            for item in event.evidence:
                found.setdefault(item.hash, []).append(event.id)
        return found

    @cached_property
    def _yields(self) -> dict[str, list[str]]:
        """Hash of a passage → the records that it has told."""
        events = self.content.events.values()
        names = {name: event.id for event in events for name in (*event.formerly, event.id)}
        found: dict[str, list[str]] = {}
        for entry in self.ledger.values():
            for told in entry.yields:
                for each in told.passages if told.event in names else ():
                    found.setdefault(each, []).append(names[told.event])
        return found

    @cached_property
    def _deleted(self) -> dict[str, list[_Place]]:
        """Hash of a passage, and id of a deleted event → where the ledger has it."""
        there = {former for event in self.content.events.values() for former in event.formerly}
        there |= set(self._order)
        found: dict[str, list[_Place]] = {}
        for source, entry in self.ledger.items():
            for number, told in enumerate(entry.yields):
                if told.event not in there:
                    for key in (*told.passages, told.event):
                        found.setdefault(key, []).append((source, number, told.event))
        return found


def _differ(ones: Iterable[str | None], others: Iterable[str | None]) -> bool:
    return any(one and other and one != other for one, other in zip(ones, others, strict=True))


def _may_be_one(told: str, date: Edtf | None) -> bool:
    """Say whether a date as told before and one as told now can be of one event."""
    if not told or date is None:
        return True
    try:
        before = parse_edtf(told)
    except EdtfError:
        return True  # somebody edited the ledger: rather leave out than bring back
    first, last = latest(before), earliest(date)
    start, end = earliest(before), latest(date)
    return (first is None or last is None or last <= first) and (
        start is None or end is None or start <= end
    )
