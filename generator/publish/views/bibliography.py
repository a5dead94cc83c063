"""The sources behind a list of events, numbered: what a chronology on paper needs below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.publish.references.sentence import reference_text
from generator.publish.references.works import source_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.edition import Edition, Link
    from generator.record.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A source in the list."""

    number: int
    text: str
    """Title, paper and date on one line."""
    url: str
    """Where it was published; empty when that is not known."""
    source: Link
    """Its page on the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """The sources of some events, in the order in which the events need them."""

    entries: tuple[Entry, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Event id → numbers of its sources, such as ``1, 3``."""


def view_bibliography(events: Iterable[Event], edition: Edition) -> Bibliography:
    """Number the sources of a list of events."""
    sources = edition.catalogue.content.sources
    numbers: dict[str, int] = {}
    notes = {}
    for event in events:
        refs = [ref for ref in edition.catalogue.sources_of(event) if ref in sources]
        for ref in refs:
            numbers.setdefault(ref, len(numbers) + 1)
        if refs:
            notes[event.id] = ", ".join(str(number) for number in sorted(numbers[r] for r in refs))
    return Bibliography(
        entries=tuple(_entry(ref, number, edition) for ref, number in numbers.items()),
        notes=notes,
    )


def _entry(ref: str, number: int, edition: Edition) -> Entry:
    work = source_work(edition.catalogue.content.sources[ref], edition)
    return Entry(
        number=number,
        text=reference_text(work, edition.words),
        url=work.url,
        source=edition.link("sources", ref),
    )
