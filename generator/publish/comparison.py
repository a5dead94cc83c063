"""What changed between two states of all records, in words, record by record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.changes import describe, name_of
from generator.record.schema import KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from generator.publish.edition import Edition
    from generator.record.model import Content, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """What changed in one record."""

    kind: str
    """Folder of its kind."""
    id: str
    name: str
    """What it is called now, or was."""
    lines: tuple[str, ...]
    """A sentence for each change."""


def compare(
    old: Content, edition: Edition, unread: Container[tuple[str, str]] = ()
) -> tuple[RecordChange, ...]:
    """Return what changed in the records, kind by kind.

    Args:
        old: the records as they were.
        edition: the records as they are, and the language to say it in.
        unread: folder and id of records whose files are there and cannot be read: they are not
            gone.
    """
    new = edition.catalogue.content
    return tuple(
        RecordChange(kind=folder, id=record.id, name=name_of(record, edition), lines=tuple(lines))
        for folder in KINDS
        for before, after in _pairs(getattr(old, folder), getattr(new, folder))
        if before != after
        and (record := after or before) is not None
        and (after or (folder, record.id) not in unread)
        and (lines := describe(before, after, edition))
    )


def _pairs(
    before: Mapping[str, Record], after: Mapping[str, Record]
) -> Iterator[tuple[Record | None, Record | None]]:
    """Yield the two versions of each record; one that was renamed says so in `formerly`."""
    renamed = {old: record.id for record in after.values() for old in record.formerly}
    for identifier, record in after.items():
        names = (identifier, *record.formerly)
        yield next((before[name] for name in names if name in before), None), record
    for identifier, record in before.items():
        if identifier not in after and identifier not in renamed:
            yield record, None
