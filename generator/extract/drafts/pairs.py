"""Pairs of records that may be one event, with the reasons; and what an editor decides of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.errors import StoreError, UsageError
from generator.extract.drafts.decisions import Decisions
from generator.extract.drafts.known import Known
from generator.extract.drafts.merge import Likeness, compare
from generator.record.disk import file_digest, write_text
from generator.record.model import ReviewStatus
from generator.record.patch import patch_record
from generator.record.schema import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.model import Content, Event
    from generator.record.store import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records that may be of one event, by their ids."""

    one: str
    other: str
    points: int
    """How much speaks for it; from `merge.ENOUGH` on, articles would have been joined."""
    reasons: tuple[str, ...]


def find_pairs(content: Content) -> tuple[Pair, ...]:
    """Return the pairs of records that an editor should decide on, the likest first.

    Left out are pairs that are decided, that are linked (`part_of`, `follows`), or of which one
    article tells both: it would not tell one event as two.
    """
    known, decisions = Known(content, {}), Decisions(content.events.values())
    found = []
    for one in _shown(content):
        for other in known.near([known.profile(one)], ()):
            if one.id < other.id and _is_open(one, other, content, decisions):
                seen = compare(known.profile(one), known.profile(other))
                if seen.likeness is not Likeness.DIFFERENT:
                    pair = Pair(
                        one=one.id, other=other.id, points=seen.points, reasons=seen.reasons
                    )
                    found.append(pair)
    return tuple(sorted(found, key=lambda pair: (-pair.points, pair.one, pair.other)))


def _shown(content: Content) -> Iterator[Event]:
    return (e for e in content.events.values() if e.status is not ReviewStatus.WITHDRAWN)


def _is_open(one: Event, other: Event, content: Content, decisions: Decisions) -> bool:
    linked = other.id in _linked(one) or one.id in _linked(other)
    told = [{content.original(item.source) for item in event.evidence} for event in (one, other)]
    withdrawn = other.status is ReviewStatus.WITHDRAWN
    return not (linked or withdrawn or decisions.is_settled(one.id, other.id) or told[0] & told[1])


def _linked(event: Event) -> set[str]:
    return {*event.follows, *((event.part_of,) if event.part_of else ())}


def decide(root: Path, loaded: Loaded, one: str, other: str, *, same: bool) -> str:
    """Write an editor's decision into the first of two records; the rest of its file stays.

    Args:
        root: the project's root.
        loaded: the records below it.
        one: id of the record that is written; when they are the same, the one to give up.
        other: id of the other record.
        same: whether both are of one event.

    Returns:
        The path of the file that was written; empty when the record says so already.

    Raises:
        UsageError: there is no such record, or both are one.
        ContentError: the file has problems.
        StoreError: it cannot be read or written, or says the contrary.
    """
    event = _event(loaded.content, one)
    _event(loaded.content, other)
    if one == other:
        raise UsageError(f"{one}: a record is the same as itself; name two")
    says, contrary = event.same_as, event.not_same_as
    if not same:
        says, contrary = contrary, says
    if other in contrary:
        raise StoreError(f"{one}: says the contrary of {other}; take that out first")
    if other in says:
        return ""
    changed = (
        replace(event, same_as=(*says, other))
        if same
        else replace(event, not_same_as=(*says, other))
    )
    path = loaded.paths["events", one]
    try:
        data = (root / path).read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: could not be read: {error}") from error
    patched = patch_record(KINDS["events"], path, text, changed)
    write_text(root / path, patched, expected=file_digest(data))
    return path


def _event(content: Content, name: str) -> Event:
    event = content.events.get(name)
    if event is None:
        raise UsageError(f"{name}: there is no such event in content/events")
    return event
