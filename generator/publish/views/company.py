"""What somebody's events say of them: which years, in which roles, together with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.certainty import view_date
from generator.publish.views.cards import year_anchor, year_label
from generator.publish.views.paging import cut_pages
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.publish.edition import Edition, Link
    from generator.record.model import Event

COMPANIONS = 8  # named on a page; the list below has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """A year with how many events it has."""

    label: str
    target: str
    """Address from the edition's root, or an anchor of the page itself."""
    number: int
    count: str
    """The number in words."""
    share: int
    """Of the year with most events, in per cent: how high its column is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Somebody who took part in the same events."""

    link: Link
    count: str


def view_year_counts(path: str, events: Sequence[Event], edition: Edition) -> tuple[YearCount, ...]:
    """Return the years of a list of events, each with the way to it.

    Args:
        path: address of the first page of the list.
        events: in the order of time.
        edition: the language.
    """
    words = edition.words
    first: dict[int | None, str] = {}
    numbers: Counter[int | None] = Counter()
    for address, _, shown in cut_pages(path, events):
        for event in shown:
            year = view_date(event.date, words).year
            numbers[year] += 1
            first.setdefault(year, "" if address == path else address)
    most = max(numbers.values(), default=1)
    order = sorted(numbers, key=lambda year: (year is None, year or 0))
    return tuple(
        YearCount(
            label=words("date.undated") if year is None else year_label(year, words.language),
            target=f"{first[year]}#{year_anchor(year)}",
            number=numbers[year],
            count=words.count("count.events", numbers[year]),
            share=max(8, round(100 * numbers[year] / most)),  # a year with one event is seen too
        )
        for year in order
    )


def view_companions(ref: str, events: Sequence[Event], edition: Edition) -> tuple[Companion, ...]:
    """Return who took part in most of somebody's events beside them."""
    met: Counter[str] = Counter()
    for event in events:
        names = {item.who for item in event.participants} | set(event.organisations)
        met.update(names - {ref})
    links = {name: edition.subject(name) for name in met}
    order = sorted(met, key=lambda name: (-met[name], fold(links[name].text.text), name))
    return tuple(
        Companion(link=links[name], count=edition.words.count("count.events", met[name]))
        for name in order[:COMPANIONS]
    )


def view_roles(ref: str, events: Sequence[Event], edition: Edition) -> tuple[str, ...]:
    """Return in which roles somebody took part, each with how often, such as "host (2)"."""
    words = edition.words
    roles = Counter(item.role for event in events for item in event.participants if item.who == ref)
    return tuple(
        words("subject.role", role=words.label("role", role), number=number)
        for role, number in sorted(roles.items(), key=lambda pair: (-pair[1], pair[0] or ""))
        if role
    )
