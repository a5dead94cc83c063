"""Long lists, cut into pages that lead to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.record.model import Event

PAGE = 100  # events of a page: about as far as anybody scrolls


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page is among those of its list."""

    number: int
    """Counted from 1."""
    last: int
    before: str
    """Address from the edition's root; empty on the first page."""
    after: str


def cut_pages(path: str, events: Sequence[Event]) -> Iterator[tuple[str, Pager, Sequence[Event]]]:
    """Yield address, place and events of each page of a list; one without events for an empty one.

    Args:
        path: address of the first page; the others are below it, as ``2/``, ``3/`` …
        events: in the order that they are listed in.
    """
    last = max(1, -(-len(events) // PAGE))
    addresses = [path, *(f"{path}{number}/" for number in range(2, last + 1))]
    for index, address in enumerate(addresses):
        pager = Pager(
            number=index + 1,
            last=last,
            before=addresses[index - 1] if index else "",
            after=addresses[index + 1] if index + 1 < last else "",
        )
        yield address, pager, events[index * PAGE : (index + 1) * PAGE]
