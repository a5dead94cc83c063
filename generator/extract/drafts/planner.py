"""What a run of the extractor would write: records, proposals, the ledger.

`plan` decides and writes nothing, `apply` writes and decides nothing. A record that an editor has
touched is never written; a deleted one does not come back; none disappears.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.extract.drafts.applying import apply
from generator.extract.drafts.drafting import Report, draft_event, enrich, event_id
from generator.extract.drafts.implied import imply_dates, with_implied
from generator.extract.drafts.kept import Kept, read_kept, stale
from generator.extract.drafts.ledger import VERSION
from generator.extract.drafts.merge import Ruling, merge, profile_of
from generator.extract.drafts.plans import Plan, finish
from generator.extract.drafts.proposing import propose
from generator.extract.drafts.recognising import (
    claimed_by,
    deleted_of,
    doubt_of,
    known_of,
    owners_of,
)
from generator.extract.drafts.registry import Bibliography, Registry
from generator.extract.drafts.relations import Link, Told, find_links, with_links
from generator.extract.drafts.work import Work
from generator.record.passage import digest, normalise
from generator.record.render import record_hash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.extract.drafts.merge import Profile, Sighting
    from generator.extract.reading import Reading
    from generator.record.edtf import Edtf
    from generator.record.model import Content, Source
    from generator.record.store import Loaded

__all__ = ["Kept", "Plan", "apply", "plan", "read_kept", "stale"]


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
    work = Work(loaded.content, kept)
    profiles = [[profile_of(report.candidate) for report in found] for found in reports]
    merged = merge(profiles, Ruling(owners=owners_of(work, reports), decisions=work.decisions))
    clusters = [[reports[s.article][s.event] for s in cluster] for cluster in merged.events]
    work.claimed = claimed_by(work, chain.from_iterable(reports))
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
        work.doubts.append(doubt_of(one, other, doubt.reasons))
    if len(everything) > len(readings):
        work.lines.append(
            f"{len(everything) - len(readings)} articles were read before: unchanged."
        )
    return finish(work, readings, sources, loaded)


def _was_read(reading: Reading, texts: set[tuple[str, str]]) -> bool:
    """Say whether this extractor has read this very text: then there is nothing to decide anew."""
    text = digest(normalise(reading.article.text).text)
    return (text, reading.extractor or VERSION) in texts


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


def _with_implied(work: Work, sources: list[Source], implied: Mapping[str, Edtf]) -> list[Source]:
    """Return the sources with what other articles imply of their dates; a person's stay as is."""
    for source, date in sorted(implied.items()):
        work.lines.append(f"undated: {source} appeared about {date}, as other articles imply")
    return [
        replace(source, implied=implied.get(source.id))
        if source.id not in work.content.sources
        else source
        for source in sources
    ]


def _link(work: Work) -> None:
    """Write down how the events of this run belong together, in the records that it writes."""
    links: dict[str, list[Link]] = {}
    for link in find_links(work.told):
        links.setdefault(link.event, []).append(link)
    for event, found in links.items():
        if event in work.events:
            linked = replace(with_links(work.events[event], found), generated=None)
            work.events[event] = replace(linked, generated=record_hash(linked))


def _settle(work: Work, told: list[Report], profiles: list[Profile]) -> str:
    """Decide what becomes of one event: a new record, an update, proposals or nothing.

    Returns:
        The id of its record; empty when it was deleted and stays so.
    """
    registry = Registry(work.directory, told[0].reading.article.language)
    before = len(work.directory.new)
    fresh = draft_event(told, registry)
    known = known_of(work, told, profiles)
    if known is None:
        wanted = event_id(fresh, work.taken, registry.language)
        gone = deleted_of(work, told, wanted, fresh.date)
        if gone:
            work.directory.forget(before)
            work.note(gone, told)
            work.lines.append(f"left out: {gone} was deleted")
            return ""
        work.write(replace(fresh, id=wanted), told, "new")
        return wanted
    if known.id not in work.kept.touched and known.generated == record_hash(known):
        sources = frozenset(report.source for report in told)
        updated = enrich(known, fresh, sources, work.directory)
        same = record_hash(updated) == known.generated
        work.write(updated, told, "unchanged" if same else "updated")
        return known.id
    work.directory.forget(before)
    work.note(known.id, told)
    made = propose(known, fresh, work.content)
    work.proposals.setdefault(known.id, []).extend(made)
    return known.id
