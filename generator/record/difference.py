"""What differs between two versions of a record, field by field, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.record.plain import to_plain
from generator.record.schema import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.model import Record

_KEYS = ("id", "who")  # what tells the items of a list apart, where they are mappings
_UNSEEN = ("id", "generated")  # the extractor's own note says nothing to a reader


class Turn(StrEnum):
    """What became of a field or an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field or item of a list that is not as it was; values as `plain.to_plain` has them."""

    path: tuple[str, ...]
    """Names of fields and keys of items: ``("figures", "trade-2024", "value")``."""
    turn: Turn
    old: Any = None
    new: Any = None


def differences(old: Record | None, new: Record | None) -> tuple[Difference, ...]:
    """Compare two versions of one record.

    Args:
        old: as it was; None when there was none.
        new: as it is; None when there is none any more.

    Returns:
        In the order of the record's fields; a whole record that came or went has the empty path.
    """
    if old is None and new is None:
        return ()
    if new is None or old is None:
        turn = Turn.ADDED if old is None else Turn.REMOVED
        before, after = (record and to_plain(record) for record in (old, new))
        return (Difference(path=(), turn=turn, old=before, new=after),)
    was, now = to_plain(old), to_plain(new)
    names = [item.name for item in kind_of(new).rule.fields if item.name not in _UNSEEN]
    return tuple(
        difference
        for name in names
        for difference in _compare((name,), was.get(name), now.get(name))
    )


def _compare(path: tuple[str, ...], old: Any, new: Any) -> Iterator[Difference]:  # noqa: ANN401
    if old == new:
        return
    if isinstance(old or new, dict):
        before, after = old or {}, new or {}
        for key in dict.fromkeys((*before, *after)):
            yield from _compare((*path, key), before.get(key), after.get(key))
    elif _is_list_of_items(old or new):
        yield from _items(path, old or [], new or [])
    elif isinstance(old or new, list) and path[-1] != "at":
        yield from _members(path, old or [], new or [])
    else:
        turn = Turn.ADDED if old is None else Turn.REMOVED if new is None else Turn.CHANGED
        yield Difference(path=path, turn=turn, old=old, new=new)


def _is_list_of_items(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _items(path: tuple[str, ...], old: list[Any], new: list[Any]) -> Iterator[Difference]:
    """Compare mappings by what names them: one that moved in its list has not changed."""
    before, after = _keyed(old), _keyed(new)
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield Difference(path=(*path, key), turn=Turn.REMOVED, old=before[key])
        elif key not in before:
            yield Difference(path=(*path, key), turn=Turn.ADDED, new=after[key])
        else:
            yield from _compare((*path, key), before[key], after[key])


def _keyed(items: list[Any]) -> dict[str, Any]:
    return {
        next((str(item[name]) for name in _KEYS if name in item), str(number)): item
        for number, item in enumerate(items)
    }


def _members(path: tuple[str, ...], old: list[Any], new: list[Any]) -> Iterator[Difference]:
    for value in old:
        if value not in new:
            yield Difference(path=path, turn=Turn.REMOVED, old=value)
    for value in new:
        if value not in old:
            yield Difference(path=path, turn=Turn.ADDED, new=value)
