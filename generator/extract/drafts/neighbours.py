"""Which reports are worth comparing: those that share a place, a name, an edition or days.

Comparing each report with each other one takes time that grows with their square. Two reports that
share nothing of this cannot gather the points that make them one event or a doubt; of those that
share something, the nearest in time are compared.

Source: the sorted-neighbourhood method, Hernández and Stolfo, "The Merge/Purge Problem for Large
Databases", SIGMOD 1995.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from generator.record.edtf import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.extract.drafts.merge import Profile

T = TypeVar("T")
Key: TypeAlias = "tuple[str, ...]"

MOST_NEAR = 40  # reports before and after one in time, of those with which it shares something
MOST_MONTHS = 120  # months of a long event, the first ones, by which it is found
MONTHS = 12  # of a year


class Neighbours(Generic[T]):
    """Reports or records, found by what they share with another one."""

    def __init__(self, reports: Iterable[tuple[T, Profile]]) -> None:
        """Sort reports by what they can share, then by time."""
        self._reports: list[T] = []
        self._blocks: dict[Key, list[tuple[int, int]]] = {}
        for number, (report, profile) in enumerate(reports):
            self._reports.append(report)
            for key in keys_of(profile):
                self._blocks.setdefault(key, []).append((_month(profile), number))
        for block in self._blocks.values():
            block.sort()

    def near(self, profile: Profile) -> list[T]:
        """Return those that are worth comparing with a report, in the order given."""
        month, chosen = _month(profile), set[int]()
        for key in keys_of(profile):
            block = self._blocks.get(key, [])
            place = bisect_left(block, (month, 0))
            chosen.update(
                number for _, number in block[max(0, place - MOST_NEAR) : place + MOST_NEAR]
            )
        return [self._reports[number] for number in sorted(chosen)]


def keys_of(profile: Profile) -> Iterator[Key]:
    """Yield what a report can share with another one of its type."""
    kind = str(profile.type)
    yield from ((kind, "month", str(month)) for month in _months(profile))
    named: dict[str, Iterable[str | None]] = {
        "city": [profile.city],
        "country": [profile.country],
        "edition": [str(profile.edition)] if profile.edition else [],
        "person": sorted(profile.people),
        "state": sorted(profile.states),
        "series": sorted(profile.series | profile.organisations),
    }
    for what, names in named.items():
        yield from ((kind, what, name) for name in names if name)


def _month(profile: Profile) -> int:
    """Return the month in which an event begins, in months since the year 0; 0 without a date."""
    first = profile.date and (earliest(profile.date) or latest(profile.date))
    return first.year * MONTHS + first.month if first else 0


def _months(profile: Profile) -> range:
    """Return the months of an event, with those beside them that a guessed day may lie in."""
    first = earliest(profile.date) if profile.date else None
    last = latest(profile.date) if profile.date else None
    if first is None or last is None:
        return range(0)
    start, end = first.year * MONTHS + first.month, last.year * MONTHS + last.month
    loose = profile.guessed or (profile.date is not None and profile.date.approximate)
    return range(start - loose, min(end + loose, start + MOST_MONTHS) + 1)
