"""Which record an event of a run belongs to: by its words, else the likest one, else none."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.extract.drafts.merge import Likeness, Sighting, compare
from generator.extract.drafts.work import hashes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.drafts.drafting import Report
    from generator.extract.drafts.merge import Comparison, Profile
    from generator.extract.drafts.work import Work
    from generator.record.edtf import Edtf
    from generator.record.model import Event


Rival: TypeAlias = "tuple[Comparison, Event]"
"""A record that may be of the event, with how alike they are."""


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
    for event in work.unwritten(_citing(work, told)):
        if event.type is told[0].candidate.type:
            return event
    words = {each for report in told for each in hashes(report)}
    retyped = list(work.unwritten(work.known.written_from(words)))
    if len(retyped) == 1 and retyped[0].id in work.kept.touched:
        return retyped[0]  # a person has put it among another kind of events
    return None


def _citing(work: Work, told: Sequence[Report]) -> tuple[Event, ...]:
    """Return the records that cite passages of reports or were written from them, surest first."""
    passages = {(report.source, each) for report in told for each in hashes(report)}
    words = {each for _, each in passages}
    return (*work.known.told_by(passages), *work.known.citing(words))


def claimed_by(work: Work, reports: Iterable[Report]) -> frozenset[str]:
    """Return the records that reports of a run tell by their words: no other event is like them."""
    return frozenset(
        event.id
        for report in reports
        for event in _citing(work, [report])
        if event.type is report.candidate.type
    )


def _by_likeness(work: Work, told: Sequence[Report], profiles: Sequence[Profile]) -> Event | None:
    """Return the record that is likest, if one is like enough; what is not quite is a doubt.

    Where several are equally like, the event is none of them until an editor says which.
    """
    likest: dict[str, Rival] = {}
    articles = {each for report in told for each in work.articles_of(report)}
    for event in work.unwritten(work.known.near(profiles, articles)):
        seen = _best(work, told, profiles, event)
        kept = work.decisions.kept(event.id)  # several records of one event are one rival
        before = likest.get(kept)
        if event.id not in work.claimed and (before is None or before[0].points < seen.points):
            likest[kept] = seen, event
    sure = [rival for rival in likest.values() if rival[0].likeness is Likeness.SAME]
    most = max((seen.points for seen, _ in sure), default=0)
    rivals = _nearest(told, [rival for rival in sure if rival[0].points == most])
    if len(rivals) == 1:
        return rivals[0][1]
    asked = rivals or [r for r in likest.values() if r[0].likeness is Likeness.DOUBTFUL]
    title = told[0].candidate.title
    work.doubts += [doubt_of(title, event.id, seen.reasons) for seen, event in asked]
    return None


def _nearest(told: Sequence[Report], rivals: Sequence[Rival]) -> Sequence[Rival]:
    """Return those of equally like records that are nearest to an event, by date and by place.

    A record that says the same date is nearer than one that says it finer or coarser. An article
    that was mended tells its events where it told them before.
    """
    dates = {report.candidate.date for report in told}
    alike = [rival for rival in rivals if rival[1].date in dates] or rivals
    if not all("from the same article" in seen.reasons for seen, _ in alike):
        return alike
    starts = [
        at[0] for report in told for at in map(report.passage, report.candidate.evidence) if at
    ]

    def distance(event: Event) -> int:
        return min(
            (abs(item.at[0] - start) for item in event.evidence for start in starts), default=0
        )

    least = min((distance(event) for _, event in alike), default=0)
    return [rival for rival in alike if distance(rival[1]) == least]


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
        compare(profile, record, same_article=not cited.isdisjoint(work.articles_of(report)))
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
