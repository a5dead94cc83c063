"""What editors have decided of two records: the same event, or not. It holds for every later run.

`same_as` in a record says that the records named are of the same event; `not_same_as`, that they
are not. One of two records that says so is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.model import Event


class Decisions:
    """Which records are of one event, and which never are."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Read the decisions off the records; a decision on a record that is gone counts too."""
        self._kept: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        for event in events:
            self._apart.update(frozenset((event.id, other)) for other in event.not_same_as)
            for other in event.same_as:
                self._unite(event.id, other)

    def kept(self, event: str) -> str:
        """Return the record that stands for an event: the one that the others call the same."""
        while (other := self._kept.get(event, event)) != event:
            event = other
        return event

    def is_same(self, one: str, other: str) -> bool:
        """Say whether two records are of one event, as an editor has it."""
        return self.kept(one) == self.kept(other)

    def is_apart(self, one: str, other: str) -> bool:
        """Say whether an editor has said that two records are of two events."""
        return frozenset((one, other)) in self._apart

    def is_settled(self, one: str, other: str) -> bool:
        """Say whether an editor has decided of two records either way."""
        return self.is_same(one, other) or self.is_apart(one, other)

    def _unite(self, duplicate: str, other: str) -> None:
        """Let what one record stands for be what the record that it names stands for."""
        low, high = self.kept(duplicate), self.kept(other)
        if low != high:
            self._kept[low] = high
