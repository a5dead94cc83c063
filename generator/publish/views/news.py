"""The page of what is new and of corrections: the same as the feeds, for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date

from generator.publish.changes import describe
from generator.publish.exports.feeds import MOST
from generator.publish.exports.moments import moments
from generator.record.edtf import display

if TYPE_CHECKING:
    from datetime import datetime

    from generator.publish.edition import Edition, Link
    from generator.publish.revisions import Correction
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """One event that came or changed."""

    when: str
    """The day, in words."""
    day: str
    """The same in ISO 8601."""
    event: Link
    date: str
    """When the event was; empty when that is not known."""
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """The page."""

    title: str
    lead: str
    corrections: tuple[NewsItem, ...]
    added: tuple[NewsItem, ...]


def view_news(edition: Edition) -> NewsView:
    """Describe the last corrections and additions, the newest first."""
    shown = edition.catalogue.position
    corrections = [each for each in edition.options.corrections if each.new.id in shown]
    timed = [
        (moments(event, edition).added, event)
        for event in edition.catalogue.events
        if edition.options.history.of(edition.edit_path("events", event.id))
    ]
    timed.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return NewsView(
        title=edition.words("news.title"),
        lead=edition.words("news.lead"),
        corrections=tuple(_corrected(each, edition) for each in corrections),
        added=tuple(_item(event, when, edition) for when, event in timed[:MOST]),
    )


def _corrected(correction: Correction, edition: Edition) -> NewsItem:
    lines = describe(correction.old, correction.new, edition)
    return _item(correction.new, correction.change.when, edition, lines)


def _item(
    event: Event, when: datetime, edition: Edition, changes: tuple[str, ...] = ()
) -> NewsItem:
    words = edition.words
    return NewsItem(
        when=format_date(when, format="long", locale=words.locale),
        day=when.date().isoformat(),
        event=edition.link("events", event.id),
        date=display(event.date, words.language) if event.date else "",
        changes=changes,
    )
