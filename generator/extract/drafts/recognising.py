"""Which record an event of a run belongs to: by its words, else the likest one, else none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.drafts.merge import Likeness, Sighting, compare
from generator.extract.drafts.work import hashes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.drafts.drafting import Report
    from generator.extract.drafts.merge import Comparison, Profile
    from generator.extract.drafts.work import Work
    from generator.record.edtf import Edtf
    from generator.record.model import Event


def owners_of(work: Work, reports: list[list[Report]]) -> dict[Sighting, str]:
    """Return the records that have told some of the passages of this run before."""
    found = {}
    for article, told in enumerate(reports):
        for number, report in enumerate(told):
            passages = [(report.source, each) for each in sorted(hashes(report))]
            for event in work.known.told_by(passages):
                if event.type is report.candidate.type:
                    found[Sighting(article=article, event=number)] = event.id
                    break
    return found


def known_of(work: Work, told: Sequence[Report], profiles: Sequence[Profile]) -> Event | None:
    """Return the record of an event; None when it is a new one.

    Args:
        work: the plan in the making; gets the doubts.
        told: how articles tell the event.
        profiles: of the reports, in their order.
    """
    found = _by_words(work, told) or _by_likeness(work, told, profiles)
    return _standing(work, found) if found else None


def _by_words(work: Work, told: Sequence[Report]) -> Event | None:
    """Return the record that was written from the same passages, or cites them."""
    passages = {(report.source, each) for report in told for each in hashes(report)}
    words = {each for _, each in passages}
    cited = (*work.known.told_by(passages), *work.known.citing(words))
    for event in work.unwritten(cited):
        if event.type is told[0].candidate.type:
            return event
    retyped = list(work.unwritten(work.known.written_from(words)))
    if len(retyped) == 1 and retyped[0].id in work.kept.touched:
        return retyped[0]  # a person has put it among another kind of events
    return None


def _by_likeness(work: Work, told: Sequence[Report], profiles: Sequence[Profile]) -> Event | None:
    """Return the record that is likest, if one is like enough; what is not quite is a doubt."""
    found, doubts = [], []
    for event in work.unwritten(work.known.near(profiles, (r.source for r in told))):
        seen = _best(work, told, profiles, event)
        if seen.likeness is Likeness.SAME:
            found.append((seen.points, event))
        elif seen.likeness is Likeness.DOUBTFUL:
            doubts.append(doubt_of(told[0].candidate.title, event.id, seen.reasons))
    work.doubts += [] if found else doubts
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    if len(found) > 1 and found[0][0] == found[1][0]:
        names = f"{found[0][1].id} and {found[1][1].id}"
        work.doubts.append(f'"{told[0].candidate.title}" is like both {names}')
    return found[0][1] if found else None


def _standing(work: Work, event: Event) -> Event:
    """Return the record that stands for an event: not the one that an editor calls a duplicate."""
    kept = work.decisions.kept(event.id)
    return work.content.events.get(kept, event) if kept not in work.events else event


def _best(
    work: Work, told: Sequence[Report], profiles: Sequence[Profile], event: Event
) -> Comparison:
    """Compare a record with each report of an event; the likest counts."""
    record = work.known.profile(event)
    cited = {work.content.original(item.source) for item in event.evidence}
    compared = [
        compare(profile, record, same_article=work.content.original(report.source) in cited)
        for report, profile in zip(told, profiles, strict=True)
    ]
    return max(compared, key=lambda comparison: comparison.points)


def deleted_of(work: Work, told: Sequence[Report], wanted: str, date: Edtf | None) -> str:
    """Return the id of the deleted record of this event; empty if there was none."""
    words = {each for report in told for each in hashes(report)}
    return work.known.deleted(words, wanted, date, work.events)


def doubt_of(one: str, other: str, reasons: tuple[str, ...]) -> str:
    """Say for a person that two events may be one, and why."""
    return f'"{one}" and "{other}" may be one event: {", ".join(reasons)}'
