"""Records that are there already: what a new record would be a second one of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.authoring.known_names import name_key, names_of
from generator.authoring.questions import ACTORS
from generator.record.edtf import earliest, latest
from generator.record.folding import fold
from generator.record.model import Event, ReviewStatus, Source
from generator.record.schema import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.edtf import Edtf
    from generator.record.model import Content, Record

NARROW = 31  # days between the bounds of a date that tells one event of a type from the next
ENOUGH_WORDS = 0.6  # of the telling words of two titles that must be the same
TELLING = 3  # letters of a word that tells something
_OPEN = 10**6  # days: a date without an end meets everything on that side


@dataclass(frozen=True, slots=True, kw_only=True)
class Like:
    """A record that a new one would repeat, and why."""

    folder: str
    id: str
    common: str
    """What both have in common: ``name``, ``address``, ``title`` or ``scene``."""
    value: str
    """Which one that is."""


def find_like(record: Record, content: Content) -> tuple[Like, ...]:
    """Return the records that are of the same thing, as far as fields can tell.

    People, bodies and places are the same by any of their names, sources by their address or by
    title and publisher, events by dates that meet together with type and place or a like title.
    """
    if isinstance(record, Event):
        return tuple(_events(record, content))
    if isinstance(record, Source):
        return tuple(_sources(record, content))
    return tuple(_named(record, content))


def _named(record: Record, content: Content) -> Iterator[Like]:
    own = kind_of(record).folder
    wanted = {name_key(name): name for name in names_of(record)}
    for folder in dict.fromkeys((own, *(ACTORS if own in ACTORS else ()))):
        for known in getattr(content, folder).values():
            same = next((name for name in names_of(known) if name_key(name) in wanted), "")
            if same:
                yield Like(folder=folder, id=known.id, common="name", value=same)


def _sources(record: Source, content: Content) -> Iterator[Like]:
    for known in content.sources.values():
        addresses = {known.url, known.archive} & {record.url, record.archive} - {None}
        if addresses:
            yield Like(
                folder="sources", id=known.id, common="address", value=min(filter(None, addresses))
            )
        elif name_key(known.title) == name_key(record.title) and _same_paper(known, record):
            yield Like(folder="sources", id=known.id, common="title", value=known.title)


def _same_paper(one: Source, other: Source) -> bool:
    """Say whether nothing that both tell of where and when they appeared differs."""
    pairs = ((one.publisher, other.publisher), (one.issued, other.issued), (one.url, other.url))
    return not any(a and b and a != b for a, b in pairs)


def _events(record: Event, content: Content) -> Iterator[Like]:
    for known in content.events.values():
        settled = {*known.not_same_as, *record.not_same_as}
        if known.status is ReviewStatus.WITHDRAWN or {known.id, record.id} & settled:
            continue
        if not _meet(record.date, known.date):
            continue
        place = known.place and known.place == record.place and known.type is record.type
        if place and _is_narrow(known.date) and _is_narrow(record.date):
            scene = f"{known.type}, {known.place}, {known.date}"
            yield Like(folder="events", id=known.id, common="scene", value=scene)
        elif _alike(record, known):
            title = next(iter(known.title.values()))
            called = f"{title} ({known.date})" if known.date else title
            yield Like(folder="events", id=known.id, common="title", value=called)


def _meet(one: Edtf | None, other: Edtf | None) -> bool:
    """Say whether two dates can be of one day; without a date nothing speaks against it."""
    if one is None or other is None:
        return True
    (start, end), (first, last) = _bounds(one), _bounds(other)
    return start <= last and first <= end


def _is_narrow(date: Edtf | None) -> bool:
    start, end = _bounds(date) if date else (-_OPEN, _OPEN)
    return end - start <= NARROW


def _bounds(date: Edtf) -> tuple[int, int]:
    """Return the first and the last day of a date as running numbers, some weeks off at most."""
    first, last = earliest(date), latest(date)
    return (
        first.year * 372 + first.month * 31 + first.day if first else -_OPEN,
        last.year * 372 + last.month * 31 + last.day if last else _OPEN,
    )


def _alike(one: Event, other: Event) -> bool:
    """Say whether the titles of two events share most of their words in one language."""
    shared = one.title.keys() & other.title.keys()
    return any(_likeness(one.title[each], other.title[each]) >= ENOUGH_WORDS for each in shared)


def _likeness(one: str, other: str) -> float:
    first, second = _telling(one), _telling(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _telling(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(title)) if len(word) > TELLING}
