"""A plan in the making: what is known before the run, and what has been decided so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.extract.drafts.decisions import Decisions
from generator.extract.drafts.known import Known
from generator.extract.drafts.registry import Directory
from generator.record.passage import digest
from generator.record.render import record_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.drafts.drafting import Report
    from generator.extract.drafts.kept import Kept
    from generator.extract.drafts.proposals import Proposal
    from generator.extract.drafts.relations import Told
    from generator.record.model import Content, Event


@dataclass(slots=True)
class Work:
    """A plan in the making."""

    content: Content
    kept: Kept
    events: dict[str, Event] = field(default_factory=dict)
    proposals: dict[str, list[Proposal]] = field(default_factory=dict)
    yields: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    """Event → when it was, as it was told in this run."""
    lines: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    """The events of this run with how each article tells them."""
    claimed: frozenset[str] = frozenset()
    """Ids of records that articles of this run tell by their very words."""
    known: Known = field(init=False)
    decisions: Decisions = field(init=False)
    directory: Directory = field(init=False)
    taken: set[str] = field(init=False)
    """Ids of events, the new ones included."""

    def __post_init__(self) -> None:
        """Sort what is known once, so that it is not looked through for each event."""
        self.known = Known(self.content, self.kept.ledger)
        self.decisions = Decisions(self.content.events.values())
        self.directory = Directory(self.content)
        events = self.content.events
        self.taken = {name for e in events.values() for name in (e.id, *e.formerly)}

    def write(self, event: Event, told: Iterable[Report], what: str) -> None:
        """Decide to write a record of ours.

        Args:
            event: the record; its hash is worked out here.
            told: how articles tell its event.
            what: what is done to it, for a person: ``new``, ``updated``, ``unchanged``.
        """
        event = replace(event, generated=None)
        event = replace(event, generated=record_hash(event))
        self.events[event.id] = event
        self.taken.add(event.id)
        self.note(event.id, told)
        if what != "unchanged":
            self.lines.append(f"{what}: {event.id}")

    def note(self, event: str, told: Iterable[Report]) -> None:
        """Keep for the ledger which passages of which article told an event, and when it was."""
        told = tuple(told)
        dated = next((report.candidate.date for report in told if report.candidate.date), None)
        self.dates[event] = dated.text if dated else ""
        for report in told:
            passages = self.yields.setdefault(report.source, {}).setdefault(event, set())
            passages.update(hashes(report))

    def articles_of(self, report: Report) -> set[str]:
        """Return the articles that a report goes back to: its own, and what that was once."""
        versions = self.known.versions(report.reading.article)
        return {self.content.original(source) for source in (report.source, *versions)}

    def unwritten(self, events: Iterable[Event]) -> Iterator[Event]:
        """Yield the records that this run has not written: each is of one event."""
        return (event for event in events if event.id not in self.events)


def hashes(report: Report) -> set[str]:
    """Return the hashes of the passages that tell an event."""
    spans = (report.passage(span) for span in report.candidate.evidence)
    return {digest(report.text.text[at[0] : at[1]]) for at in spans if at}
