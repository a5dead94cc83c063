"""When a mark and a find are the same: passages, dates, names, figures; and the best one-to-one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.extract.names.words import fold, phrase
from generator.extract.quality.gold import Aliases, MarkedEvent, MarkedFigure, Site
from generator.record.edtf import Day, Edtf, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.extract.quality.gold import Marking
    from generator.extract.span import Span

LONGEST_PASSAGE = 600  # code points; a longer find points at nothing
SHARED = 0.3  # part of the shorter side that both passages must have
COMMON = 0.05  # part that is common, of all that either covers
SAME_VALUE = 0.005  # relative difference of two roundings of one number
PERSON_RATIO, BODY_RATIO = 87.0, 90.0  # rapidfuzz, 0-100: two transliterations of one name
EXACT_BONUS, TYPE_BONUS = 0.5, 0.25  # which of two fitting finds is the better partner
_ARTICLES = frozenset({"le", "la", "les", "l", "the", "der", "die", "das", "el", "los", "las"})
_ANY_YEAR = 2000  # a leap year: where neither date has a year
_FIRST, _LAST = Day(-(10**10), 1, 1), Day(10**10, 12, 31)


def pair(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Match as many as can be, one to one, each with its best partner where that costs no other.

    Args:
        weights: (mark, find) → how well they fit; a pair that is not in it cannot be.

    Returns:
        Mark → find.

    Source: augmenting paths in bipartite graphs, C. Berge, Two theorems in graph theory (1957);
    the marks are tried from the best fit on, so that the path of a later one seldom moves it.
    """
    partners: dict[int, list[int]] = {}
    for mark, find in sorted(weights, key=lambda both: (-weights[both], both)):
        partners.setdefault(mark, []).append(find)
    taken: dict[int, int] = {}
    for mark in partners:
        _augment(mark, partners, taken, set())
    return {mark: find for find, mark in taken.items()}


def _augment(
    mark: int, partners: Mapping[int, list[int]], taken: dict[int, int], seen: set[int]
) -> bool:
    for find in partners[mark]:
        if find in seen:
            continue
        seen.add(find)
        if find not in taken or _augment(taken[find], partners, taken, seen):
            taken[find] = mark
            return True
    return False


def pair_events(gold: Marking, found: Marking) -> dict[int, int]:
    """Match events whose passages overlap and whose dates can both be true."""
    weights = {}
    for i, mark in enumerate(gold.events):
        for j, find in enumerate(found.events):
            closeness = overlap(mark.evidence, find.evidence)
            if closeness and compatible(mark.dates, find.dates[0]):
                weights[i, j] = closeness + _bonus(mark, find)
    return pair(weights)


def _bonus(mark: MarkedEvent, find: MarkedEvent) -> float:
    exact = EXACT_BONUS * same_date(mark.dates, find.dates[0])
    return exact + TYPE_BONUS * (find.types[0] in mark.types)


def pair_figures(gold: Marking, found: Marking, *, with_period: bool) -> dict[int, int]:
    """Match figures of one value and unit, those at one place in the text first."""
    return pair(
        {
            (i, j): 1 + overlap(mark.evidence, find.evidence)
            for i, mark in enumerate(gold.figures)
            for j, find in enumerate(found.figures)
            if same_figure(mark, find)
            and (not with_period or same_date(mark.periods, find.periods[0]))
        }
    )


def pair_names(gold: Sequence[str], found: Sequence[str], aliases: Aliases) -> int:
    """Return how many actors, people and states, are the same."""
    pairs = {
        (i, j): 1.0
        for i, mark in enumerate(gold)
        for j, find in enumerate(found)
        if same_actor(mark, find, aliases)
    }
    return len(pair(pairs))


def pair_bodies(gold: Sequence[str], found: Sequence[str], aliases: Aliases) -> int:
    """Return how many organisations are the same."""
    pairs = {
        (i, j): 1.0
        for i, mark in enumerate(gold)
        for j, find in enumerate(found)
        if same_body(mark, find, aliases)
    }
    return len(pair(pairs))


def overlap(mark: Iterable[Span], find: Iterable[Span]) -> float:
    """Say how well two proofs cover the same words.

    The passages of either side count together and each by itself; the best of these counts.

    Returns:
        0 when they share too little, else the mean of the common part of both and of the shorter.
    """
    found = [span for span in find if len(span) <= LONGEST_PASSAGE]
    return max(
        (_common(one, other) for one in _choices(mark) for other in _choices(found)), default=0.0
    )


def _choices(spans: Iterable[Span]) -> tuple[frozenset[int], ...]:
    each = [frozenset(range(span.start, span.end)) for span in spans]
    return (frozenset().union(*each), *each) if each else ()


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    if not shared:
        return 0.0
    of_shorter, of_both = shared / min(len(one), len(other)), shared / len(one | other)
    fits = of_shorter >= SHARED and of_both >= COMMON
    return (of_shorter + of_both) / 2 if fits else 0.0


def same_date(accepted: Iterable[Edtf | None], found: Edtf | None) -> bool:
    """Say whether a date is one of those accepted; how uncertain it is does not count."""
    return _plain(found) in {_plain(date) for date in accepted}


def _plain(date: Edtf | None) -> str | None:
    return date.text.replace("?", "").replace("%", "~") if date else None


def compatible(accepted: Iterable[Edtf | None], found: Edtf | None) -> bool:
    """Say whether a date can be true together with one of those accepted; none is with any."""
    known = [date for date in accepted if date]
    return not (known and found) or any(_meet(date, found) for date in known)


def _meet(one: Edtf, other: Edtf) -> bool:
    years = (point.year for date in (one, other) for point in (date.start, date.end) if point)
    year = next((year for year in years if year is not None), _ANY_YEAR)
    (first, last), (begin, end) = _bounds(one, year), _bounds(other, year)
    return first <= end and begin <= last


def _bounds(date: Edtf, year: int) -> tuple[Day, Day]:
    """Return the first and the last day a date can mean, one unit more where it is approximate."""
    start, end = (
        replace(point, year=year) if point and point.year is None else point
        for point in (date.start, date.end)
    )
    known = replace(date, start=start, end=end)
    first, last = earliest(known) or _FIRST, latest(known) or _LAST
    point = start or end
    if not (date.approximate and point):
        return first, last
    months = 1 if point.month else 12
    return _shift(first, -months), _shift(last, months)


def _shift(day: Day, months: int) -> Day:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(year, month + 1, day.day)


def same_figure(mark: MarkedFigure, find: MarkedFigure) -> bool:
    """Say whether two figures have one value and one unit."""
    largest = max(abs(mark.value), abs(find.value))
    return abs(mark.value - find.value) <= SAME_VALUE * largest and (
        mark.currency == find.currency if mark.currency or find.currency else mark.unit == find.unit
    )


def same_site(accepted: Iterable[Site | None], found: Site | None, aliases: Aliases) -> bool:
    """Say whether a place is one of those accepted, in any spelling."""
    return _usual_site(found, aliases) in {_usual_site(site, aliases) for site in accepted}


def _usual_site(site: Site | None, aliases: Aliases) -> Site | None:
    if site is None or not site.city:
        return site
    city = " ".join(phrase(site.city))
    return Site(site.country, aliases.cities.get(city, city))


def same_actor(mark: str, find: str, aliases: Aliases) -> bool:
    """Say whether two names are of one state or one person, however much of the name is said."""
    if _is_code(mark) or _is_code(find):
        return mark == find
    one, other = (
        [aliases.surnames.get(word, word) for word in phrase(name)] for name in (mark, find)
    )
    if not (one and other):
        return False
    return (
        set(one) <= set(other)
        or set(other) <= set(one)
        or (one[-1] == other[-1] and one[0][0] == other[0][0])
        or fuzz.ratio(" ".join(one), " ".join(other)) >= PERSON_RATIO
    )


def _is_code(name: str) -> bool:
    return len(name) == 2 and name.isupper()  # noqa: PLR2004 -- ISO 3166-1 alpha-2


def same_body(mark: str, find: str, aliases: Aliases) -> bool:
    """Say whether two names are of one organisation."""
    one, other = (_usual_body(name, aliases) for name in (mark, find))
    return one == other or fuzz.ratio(one, other) >= BODY_RATIO


def _usual_body(name: str, aliases: Aliases) -> str:
    words = phrase(fold(name))
    text = " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
    return aliases.organisations.get(text, text)
