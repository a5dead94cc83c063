"""One event of an article as a draft for a person who is about to write its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.drafts.kept import Kept
from generator.extract.drafts.planner import plan
from generator.record.model import Event

if TYPE_CHECKING:
    from generator.extract.events.finder import Candidate
    from generator.extract.reading import Reading
    from generator.record.model import Record
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefill:
    """A draft, or the record that has its event already."""

    event: Event | None
    """As the extractor would write it; None when there is a record of the event."""
    others: tuple[Record, ...] = ()
    """The records that it names and that do not exist yet: the source, people, places."""
    known: str = ""
    """Id of the record that there is."""


def prefill(reading: Reading, candidate: Candidate, loaded: Loaded) -> Prefill:
    """Return the draft of one event that an article tells; nothing is written.

    Args:
        reading: the article.
        candidate: one of its events.
        loaded: the records as they are.
    """
    alone = replace(reading, events=(candidate,))
    # As if a person had touched them all: what is known is told, and never changed here.
    decided = plan([alone], loaded, Kept(touched=frozenset(loaded.content.events)))
    known = next(iter(decided.proposals), "")
    drafts = [record for record in decided.records if isinstance(record, Event)]
    if known or not drafts:
        return Prefill(event=None, known=known)
    event = replace(drafts[0], generated=None)
    others = tuple(record for record in decided.records if not isinstance(record, Event))
    return Prefill(event=event, others=others)


def by_weight(reading: Reading) -> tuple[Candidate, ...]:
    """Return the events of an article, what it is about first."""
    return tuple(sorted(reading.events, key=lambda each: (not each.main, -each.score)))
