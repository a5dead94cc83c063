"""The plan of a run, and how it is made of what was decided: what to write and what to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.drafts.accepting import is_said
from generator.extract.drafts.kept import file_hash
from generator.extract.drafts.ledger import VERSION, Entry, Yield, render_ledger
from generator.extract.drafts.proposals import State, join_proposals
from generator.record.passage import digest, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.extract.drafts.proposals import Proposal
    from generator.extract.drafts.work import Work
    from generator.extract.reading import Reading
    from generator.record.model import Record, Source
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run would write."""

    records: tuple[Record, ...]
    """New and updated ones: sources, registry records, events, each by its id."""
    paths: Mapping[tuple[str, str], str]
    """Folder and id of a record that has a file → the file, so that it stays there."""
    proposals: Mapping[str, tuple[Proposal, ...]]
    """Event → all that its file of proposals says; an empty one is removed."""
    former: Mapping[str, tuple[str, ...]]
    """Event → its earlier ids, whose files of proposals go."""
    digests: Mapping[str, str]
    """Path of a file that was read → its `file_digest`: another one is newer work."""
    ledger: str
    """The text of the ledger."""
    doubts: tuple[str, ...]
    """Pairs of events that may be one, in words."""
    lines: tuple[str, ...]
    """What was done and what to do next, for a person."""


def finish(work: Work, readings: Sequence[Reading], sources: list[Source], loaded: Loaded) -> Plan:
    """Return the plan of what was decided.

    Args:
        work: what was decided for each event.
        readings: the articles that were read.
        sources: the source of each.
        loaded: the records before the run.
    """
    entries = dict(work.kept.ledger)
    for reading, source in zip(readings, sources, strict=True):
        entries[source.id] = _entry(work, reading, source.id)
    read = {source.id for source in sources}
    proposals = {
        event: _joined(work, event, made, read) for event, made in sorted(work.proposals.items())
    }
    before = loaded.content
    new = [source for source in sources if source.id not in before.sources]
    made = sorted(work.directory.new.values(), key=lambda record: record.id)
    events = [each for name, each in sorted(work.events.items()) if each != before.events.get(name)]
    opened = sum(p.state is State.OPEN for found in proposals.values() for p in found)
    counts = f"{len(readings)} articles read, {len(events)} events written, {opened} proposals."
    doubts = (f"doubtful: {doubt}" for doubt in work.doubts)
    steps = _next_steps(events=bool(events), doubts=bool(work.doubts), opened=bool(opened))
    return Plan(
        records=(*new, *made, *events),
        paths=loaded.paths,
        proposals=proposals,
        former=work.kept.former,
        digests=loaded.digests,
        ledger=render_ledger(entries),
        doubts=tuple(work.doubts),
        lines=(*work.lines, *doubts, counts, *steps),
    )


def _next_steps(*, events: bool, doubts: bool, opened: bool) -> Iterator[str]:
    """Yield what a person should do after a run that has written events, doubts or proposals."""
    if events:
        yield "Next: timeline check, then look at the drafts in content/events."
    if doubts:
        yield "Next: timeline pairs, to say which records are one event and which are not."
    if opened:
        yield "Next: timeline accept --list, then timeline accept or timeline reject."


def _entry(work: Work, reading: Reading, source: str) -> Entry:
    """Return what the ledger says of an article: what it yields now, and what it did before."""
    yields = work.yields.get(source, {})
    old = work.kept.ledger.get(source)
    earlier = [each for each in old.yields if each.event not in yields] if old else []
    now = [
        Yield(event=event, passages=tuple(sorted(passages)), date=work.dates.get(event, ""))
        for event, passages in yields.items()
    ]
    return Entry(
        source=source,
        file=file_hash(reading.article.path),
        text=digest(normalise(reading.article.text).text),
        extractor=reading.extractor or VERSION,
        yields=tuple(sorted((*earlier, *now), key=lambda each: each.event)),
    )


def _joined(work: Work, event: str, made: list[Proposal], read: set[str]) -> tuple[Proposal, ...]:
    """Return the proposals for a record: without those that it says by now."""
    record, kept = work.content.events[event], work.kept.proposals
    gone = (p for name, found in kept.items() if name not in work.content.events for p in found)
    joined = join_proposals(kept.get(event, ()), made, read=read, judged=gone)
    return tuple(p for p in joined if p.state is State.REJECTED or not is_said(record, p))
