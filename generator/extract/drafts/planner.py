"""What a run of the extractor would write: records, proposals, the ledger; and writing it.

`plan` decides and writes nothing, `apply` writes and decides nothing. A record that an editor has
touched is never written; a deleted one does not come back; none disappears.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.extract.drafts.accepting import is_said
from generator.extract.drafts.decisions import Decisions
from generator.extract.drafts.drafting import Report, draft_event, enrich, event_id
from generator.extract.drafts.implied import imply_dates, with_implied
from generator.extract.drafts.known import Known
from generator.extract.drafts.ledger import (
    LEDGER,
    VERSION,
    Entry,
    Yield,
    read_ledger,
    render_ledger,
)
from generator.extract.drafts.merge import (
    Likeness,
    Profile,
    Ruling,
    Sighting,
    compare,
    merge,
    profile_of,
)
from generator.extract.drafts.proposals import (
    Proposal,
    State,
    by_record,
    former_names,
    join_proposals,
    read_proposals,
    write_proposals,
)
from generator.extract.drafts.proposing import propose
from generator.extract.drafts.registry import Bibliography, Directory, Registry
from generator.extract.drafts.relations import Link, Told, find_links, with_links
from generator.record.disk import write_text
from generator.record.passage import digest, normalise
from generator.record.render import record_hash
from generator.record.store import default_path, has_events, is_as_written, write_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.extract.drafts.merge import Comparison
    from generator.extract.reading import Reading
    from generator.record.edtf import Edtf
    from generator.record.model import Content, Event, Record, Source
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What earlier runs left besides the records."""

    ledger: Mapping[str, Entry] = field(default_factory=dict)
    proposals: Mapping[str, tuple[Proposal, ...]] = field(default_factory=dict)
    """By record, be it renamed since."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Record → its earlier ids that have a file of proposals."""
    touched: frozenset[str] = frozenset()
    """Ids of events that a person had a hand in: by a change to the file, be it a comment, or by
    rejecting a proposal."""


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


def read_kept(root: Path, loaded: Loaded) -> Kept:
    """Return what earlier runs left below a root.

    Args:
        root: the project's root.
        loaded: the records below it.

    Raises:
        StoreError: the ledger, a record or a file of proposals cannot be read.
    """
    touched = frozenset(
        event.id
        for event in loaded.content.events.values()
        if event.generated != record_hash(event)
        or not is_as_written(root, event, loaded.paths["events", event.id])
    )
    # Without its folder of events the site starts anew: an editor deletes records, not the folder.
    ledger = read_ledger(root) if has_events(root) else {}
    events, filed = loaded.content.events, read_proposals(root)
    proposals = by_record(filed, events)
    judged = {p.event for found in proposals.values() for p in found if p.state is State.REJECTED}
    return Kept(
        ledger=ledger,
        proposals=proposals,
        former=former_names(filed, events),
        touched=touched | judged,
    )


def stale(root: Path, paths: Sequence[Path], extractor: str = "") -> tuple[Path, ...]:
    """Return the articles that are new, have changed or were read by an older extractor.

    Quick: compares hashes of files, reads no article.

    Args:
        root: the project's root.
        paths: article files.
        extractor: version of the one that is to read them; empty for our rules.
    """
    ledger = read_ledger(root) if has_events(root) else {}  # as in `read_kept`
    known = {entry.file for entry in ledger.values() if entry.extractor == (extractor or VERSION)}
    return tuple(path for path in paths if _file_hash(path) not in known)


def _file_hash(path: Path | str) -> str:
    try:
        return "sha256-" + hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


# ---------------------------------------------------------------------------- planning


@dataclass(slots=True)
class _Work:
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


def plan(readings: Sequence[Reading], loaded: Loaded, kept: Kept | None = None) -> Plan:
    """Decide what to write for the articles that were read.

    Args:
        readings: articles, each with its events.
        loaded: the records as they are now.
        kept: what earlier runs left, `read_kept`; without it deleted records may come back.

    Returns:
        The plan; the same readings and records give the same plan, byte for byte.
    """
    kept = kept or Kept()
    everything = sorted(readings, key=lambda reading: reading.article.path)
    texts = {(entry.text, entry.extractor) for entry in kept.ledger.values()}
    readings = [reading for reading in everything if not _was_read(reading, texts)]
    sources, reports = _reports(readings, loaded.content)
    work = _Work(loaded.content, kept)
    profiles = [[profile_of(report.candidate) for report in found] for found in reports]
    merged = merge(profiles, Ruling(owners=_owners(work, reports), decisions=work.decisions))
    clusters = [[reports[s.article][s.event] for s in cluster] for cluster in merged.events]
    implied = imply_dates(clusters)
    for cluster, found in zip(merged.events, clusters, strict=True):
        told = [with_implied(report, implied) for report in found]
        settled = _settle(work, told, [profiles[s.article][s.event] for s in cluster])
        if settled:
            seen = tuple(merged.profiles[s] for s in cluster)
            work.told.append(Told(event=settled, reports=tuple(told), profiles=seen))
    _link(work)
    sources = _with_implied(work, sources, implied)
    for doubt in merged.doubts:
        one, other = (_title(reports, sighting) for sighting in (doubt.one, doubt.other))
        work.doubts.append(_doubt(one, other, doubt.reasons))
    if len(everything) > len(readings):
        work.lines.append(
            f"{len(everything) - len(readings)} articles were read before: unchanged."
        )
    return _planned(work, readings, sources, loaded)


def _was_read(reading: Reading, texts: set[tuple[str, str]]) -> bool:
    """Say whether this extractor has read this very text: then there is nothing to decide anew."""
    text = digest(normalise(reading.article.text).text)
    return (text, reading.extractor or VERSION) in texts


def _doubt(one: str, other: str, reasons: tuple[str, ...]) -> str:
    return f'"{one}" and "{other}" may be one event: {", ".join(reasons)}'


def _owners(work: _Work, reports: list[list[Report]]) -> dict[Sighting, str]:
    """Return the records that have told some of the passages of this run before."""
    found = {}
    for article, told in enumerate(reports):
        for number, report in enumerate(told):
            passages = [(report.source, each) for each in sorted(_hashes(report))]
            for event in work.known.told_by(passages):
                if event.type is report.candidate.type:
                    found[Sighting(article=article, event=number)] = event.id
                    break
    return found


def _title(reports: list[list[Report]], sighting: Sighting) -> str:
    report = reports[sighting.article][sighting.event]
    return f"{report.candidate.title} ({report.source})"


def _reports(
    readings: Sequence[Reading], content: Content
) -> tuple[list[Source], list[list[Report]]]:
    """Return the source of each article, and its events with what proves them."""
    sources: list[Source] = []
    reports: list[list[Report]] = []
    known = Bibliography(content.sources)
    for reading in readings:
        text = normalise(reading.article.text)
        source = known.source_of(reading.article, text)
        sources.append(source)
        reports.append(
            [
                Report(candidate=candidate, reading=reading, source=source.id, text=text)
                for candidate in reading.events
            ]
        )
    return sources, reports


def _with_implied(work: _Work, sources: list[Source], implied: Mapping[str, Edtf]) -> list[Source]:
    """Return the sources with what other articles imply of their dates; a person's stay as is."""
    for source, date in sorted(implied.items()):
        work.lines.append(f"undated: {source} appeared about {date}, as other articles imply")
    return [
        replace(source, implied=implied.get(source.id))
        if source.id not in work.content.sources
        else source
        for source in sources
    ]


def _link(work: _Work) -> None:
    """Write down how the events of this run belong together, in the records that it writes."""
    links: dict[str, list[Link]] = {}
    for link in find_links(work.told):
        links.setdefault(link.event, []).append(link)
    for event, found in links.items():
        if event in work.events:
            linked = replace(with_links(work.events[event], found), generated=None)
            work.events[event] = replace(linked, generated=record_hash(linked))


def _settle(work: _Work, told: list[Report], profiles: list[Profile]) -> str:
    """Decide what becomes of one event: a new record, an update, proposals or nothing.

    Returns:
        The id of its record; empty when it was deleted and stays so.
    """
    registry = Registry(work.directory, told[0].reading.article.language)
    before = len(work.directory.new)
    fresh = draft_event(told, registry)
    known = _kept(work, _known(work, told, profiles))
    if known is None:
        wanted = event_id(fresh, work.taken, registry.language)
        gone = _deleted(work, told, wanted, fresh.date)
        if gone:
            work.directory.forget(before)
            _note(work, told, gone)
            work.lines.append(f"left out: {gone} was deleted")
            return ""
        _write(work, replace(fresh, id=wanted), told, "new")
        return wanted
    if known.id not in work.kept.touched and known.generated == record_hash(known):
        sources = frozenset(report.source for report in told)
        updated = enrich(known, fresh, sources, work.directory)
        same = record_hash(updated) == known.generated
        _write(work, updated, told, "unchanged" if same else "updated")
        return known.id
    work.directory.forget(before)
    _note(work, told, known.id)
    made = propose(known, fresh, work.content)
    work.proposals.setdefault(known.id, []).extend(made)
    return known.id


def _write(work: _Work, event: Event, told: list[Report], what: str) -> None:
    event = replace(event, generated=None)
    event = replace(event, generated=record_hash(event))
    work.events[event.id] = event
    work.taken.add(event.id)
    _note(work, told, event.id)
    if what != "unchanged":
        work.lines.append(f"{what}: {event.id}")


def _note(work: _Work, told: list[Report], event: str) -> None:
    """Keep in the ledger which passages of which article told an event, and when it was."""
    dated = next((report.candidate.date for report in told if report.candidate.date), None)
    work.dates[event] = dated.text if dated else ""
    for report in told:
        passages = work.yields.setdefault(report.source, {}).setdefault(event, set())
        passages.update(_hashes(report))


def _hashes(report: Report) -> set[str]:
    spans = (report.passage(span) for span in report.candidate.evidence)
    return {digest(report.text.text[at[0] : at[1]]) for at in spans if at}


def _known(work: _Work, told: list[Report], profiles: list[Profile]) -> Event | None:
    """Return the record of an event: the one with the same passages, else the likest one."""
    passages = {(report.source, each) for report in told for each in _hashes(report)}
    hashes = {each for _, each in passages}
    cited = (*work.known.told_by(passages), *work.known.citing(hashes))
    for event in _unwritten(work, cited):
        if event.type is told[0].candidate.type:
            return event
    retyped = list(_unwritten(work, work.known.written_from(hashes)))
    if len(retyped) == 1 and retyped[0].id in work.kept.touched:
        return retyped[0]  # a person has put it among another kind of events
    found, doubts = [], []
    for event in _unwritten(work, work.known.near(profiles, (r.source for r in told))):
        seen = _best(work, told, profiles, event)
        if seen.likeness is Likeness.SAME:
            found.append((seen.points, event))
        elif seen.likeness is Likeness.DOUBTFUL:
            doubts.append(_doubt(told[0].candidate.title, event.id, seen.reasons))
    work.doubts += [] if found else doubts
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    if len(found) > 1 and found[0][0] == found[1][0]:
        names = f"{found[0][1].id} and {found[1][1].id}"
        work.doubts.append(f'"{told[0].candidate.title}" is like both {names}')
    return found[0][1] if found else None


def _kept(work: _Work, event: Event | None) -> Event | None:
    """Return the record that stands for an event: not the one that an editor calls a duplicate."""
    kept = work.decisions.kept(event.id) if event else ""
    return work.content.events.get(kept, event) if kept not in work.events else event


def _unwritten(work: _Work, events: Sequence[Event]) -> Iterator[Event]:
    """Yield the records that this run has not written: each is of one event."""
    return (event for event in events if event.id not in work.events)


def _best(work: _Work, told: list[Report], profiles: list[Profile], event: Event) -> Comparison:
    """Compare a record with each report of an event; the likest counts."""
    record = work.known.profile(event)
    cited = {work.content.original(item.source) for item in event.evidence}
    compared = [
        compare(profile, record, same_article=work.content.original(report.source) in cited)
        for report, profile in zip(told, profiles, strict=True)
    ]
    return max(compared, key=lambda comparison: comparison.points)


def _entry_yields(work: _Work, source: str) -> tuple[Yield, ...]:
    entry = work.kept.ledger.get(source)
    return entry.yields if entry else ()


def _deleted(work: _Work, told: list[Report], wanted: str, date: Edtf | None) -> str:
    """Return the id of the deleted record of this event; empty if there was none."""
    hashes = {each for report in told for each in _hashes(report)}
    return work.known.deleted(hashes, wanted, date, work.events)


def _planned(
    work: _Work, readings: Sequence[Reading], sources: list[Source], loaded: Loaded
) -> Plan:
    entries = dict(work.kept.ledger)
    for reading, source in zip(readings, sources, strict=True):
        yields = work.yields.get(source.id, {})
        earlier = {y.event: y for y in _entry_yields(work, source.id)}
        kept = {event: set(y.passages) for event, y in earlier.items() if event not in yields}
        entries[source.id] = Entry(
            source=source.id,
            file=_file_hash(reading.article.path),
            text=digest(normalise(reading.article.text).text),
            extractor=reading.extractor or VERSION,
            yields=tuple(
                Yield(
                    event=event,
                    passages=tuple(sorted(passages)),
                    date=earlier[event].date if event in kept else work.dates.get(event, ""),
                )
                for event, passages in sorted({**kept, **yields}.items())
            ),
        )
    proposals = {
        event: _joined(work, event, made, {source.id for source in sources})
        for event, made in sorted(work.proposals.items())
    }
    new_sources = [s for s in sources if s.id not in loaded.content.sources]
    made = sorted(work.directory.new.values(), key=lambda record: record.id)
    events = [
        event
        for _, event in sorted(work.events.items())
        if event != loaded.content.events.get(event.id)
    ]
    opened = sum(p.state is State.OPEN for found in proposals.values() for p in found)
    lines = [*work.lines, *(f"doubtful: {doubt}" for doubt in work.doubts)]
    counts = f"{len(readings)} articles read, {len(events)} events written, {opened} proposals."
    lines.append(counts)
    if events:
        lines.append("Next: timeline check, then look at the drafts in content/events.")
    if work.doubts:
        lines.append("Next: timeline pairs, to say which records are one event and which are not.")
    if opened:
        lines.append("Next: timeline accept --list, then timeline accept or timeline reject.")
    return Plan(
        records=(*new_sources, *made, *events),
        paths=loaded.paths,
        proposals=proposals,
        former=work.kept.former,
        digests=loaded.digests,
        ledger=render_ledger(entries),
        doubts=tuple(work.doubts),
        lines=tuple(lines),
    )


def _joined(work: _Work, event: str, made: list[Proposal], read: set[str]) -> tuple[Proposal, ...]:
    """Return the proposals for a record: without those that it says by now."""
    record, kept = work.content.events[event], work.kept.proposals
    gone = (p for name, found in kept.items() if name not in work.content.events for p in found)
    joined = join_proposals(kept.get(event, ()), made, read=read, judged=gone)
    return tuple(p for p in joined if p.state is State.REJECTED or not is_said(record, p))


# ---------------------------------------------------------------------------- writing


def apply(plan: Plan, root: Path) -> None:
    """Write a plan below a root, each file whole or not at all.

    The ledger comes last: when the run is cut short, the articles count as not read.

    Raises:
        StoreError: a file could not be written.
    """
    from generator.record.schema import kind_of  # noqa: PLC0415

    for record in plan.records:
        path = plan.paths.get((kind_of(record).folder, record.id)) or default_path(record)
        write_record(root, record, path=path, expected=plan.digests.get(path, ""))
    for event, proposals in plan.proposals.items():
        write_proposals(root, event, proposals, plan.former.get(event, ()))
    _write_changed(root / LEDGER, plan.ledger)


def _write_changed(target: Path, text: str) -> None:
    """Write a file only when it says something else, so that its time stays."""
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        write_text(target, text)
