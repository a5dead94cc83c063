"""The history of a record: when it came, when and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date

from generator.publish.changes import describe

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.publish.history import Change

SHOWN = 12  # changes that a page lists; the repository has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One change of a record."""

    when: str
    """The day, in words."""
    day: str
    """The same in ISO 8601."""
    changes: tuple[str, ...]
    """What changed, in words; empty where that is not known."""
    subject: str
    """What whoever changed it said of it."""
    first: bool
    """The record came then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The history of a record."""

    summary: str
    """When it came and last changed, in a sentence."""
    versions: tuple[Version, ...]
    """The newest first."""
    more: str
    """How many older ones are not listed; empty for none."""


def view_history(kind: str, identifier: str, edition: Edition) -> HistoryView | None:
    """Describe the history of a record; None where the repository knows none."""
    words = edition.words
    changes = edition.options.history.of(edition.edit_path(kind, identifier))
    if not changes:
        return None
    told = {
        each.change.commit: describe(each.old, each.new, edition)
        for each in edition.options.corrections
        if kind == "events" and each.new.id == identifier
    }
    added, changed = _day(changes[-1], edition), _day(changes[0], edition)
    key = "history.changed" if len(changes) > 1 else "history.added"
    shown = changes[:SHOWN]
    hidden = len(changes) - len(shown)
    return HistoryView(
        summary=words(key, added=added, changed=changed),
        versions=tuple(
            Version(
                when=_day(change, edition),
                day=change.when.date().isoformat(),
                changes=told.get(change.commit, ()),
                subject=change.subject,
                first=change is changes[-1],
            )
            for change in shown
        ),
        more=words.count("history.more", hidden) if hidden else "",
    )


def _day(change: Change, edition: Edition) -> str:
    return format_date(change.when, format="long", locale=edition.words.locale)
