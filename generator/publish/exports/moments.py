"""The moments that feeds and calendars must tell of a record, and which none of them may invent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from generator.publish.exports.days import as_date
from generator.record.edtf import earliest

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.model import Event

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # of a record of which nothing is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """When a record came to the site, when it last changed, and how often."""

    added: datetime
    changed: datetime
    times: int
    """Changes since it came."""


def moments(event: Event, edition: Edition) -> Moments:
    """Return the moments of an event's record.

    From the history of its file; where there is none, the last day on which one of its sources
    was read or came out: a guess that is the same on each build.
    """
    path = edition.edit_path("events", event.id)
    changes = edition.options.history.of(path)
    if changes:
        return Moments(added=changes[-1].when, changed=changes[0].when, times=len(changes) - 1)
    sources = (edition.catalogue.content.sources.get(item.source) for item in event.evidence)
    days = [
        day
        for source in sources
        if source
        for date in (source.accessed, source.issued)
        if date and (day := as_date(earliest(date)))
    ]
    when = datetime.combine(max(days), time(), UTC) if days else LONG_AGO
    return Moments(added=when, changed=when, times=0)
