"""Where an event takes place: as its clauses say, else as the rest of the article lets infer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from generator.extract.events.home import head_of, home_of
from generator.extract.names.gazetteer import Kind
from generator.record.edtf import Day, earliest, latest
from generator.record.model import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.events.finder import Candidate
    from generator.extract.events.scene import Story
    from generator.extract.events.tellings import Telling
    from generator.extract.names.naming import Mention

OF_THOSE_WHO_ACT = frozenset({"other", "agreement", "statement", "publication"})
"""Types that happen where those are who act, and not where the article is at home."""
NOWHERE = frozenset({"election", "statement", "publication", "agreement"})
"""Types that happen in a whole country, or in no place that matters."""
GATHERINGS = frozenset({"summit", "meeting", "visit"})
AT_GATHERINGS = frozenset({"agreement", "statement", "meeting", "other", "summit"})
"""Types of what is done where people have come together."""
AROUND = 2  # days before and after a gathering on which those who came are there
ON_THE_SPOT = frozenset({"conflict", "disaster", "project", "sport"})
"""Types that happen in one place, whoever acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an event takes place."""

    country: str | None
    """ISO 3166-1 alpha-2."""
    city: str | None = None
    record: str | None = None
    """Id in the registries of the city, else of the country."""


def place_of(tellings: Iterable[Telling]) -> Where | None:
    """Return the place that tellings name most closely: a city with its country before a country.

    Args:
        tellings: of one event.
    """
    told = list(tellings)
    found = [_itself(place) for t in told for place in t.places]
    city = next((m for m in found if m.kind is Kind.CITY), None)
    placed = sorted((t for t in told if t.places), key=lambda t: t.headline)
    first = tuple(_itself(m) for m in placed[0].places) if placed else ()
    in_region = any(m.kind is Kind.REGION and m.country for m in first)
    if city and not (in_region and city.key not in {m.key for m in first}):
        beside = [t for t in told if any(m.start == city.start for m in t.places)]
        country = city.country or next(
            (m.country for t in (*beside, *told) for m in t.places if m.country), None
        )
        return Where(country=country, city=city.name, record=city.record)
    state = next((m for m in found if m.country), None)
    return Where(country=state.country, record=state.record) if state else None


def _itself(place: Mention) -> Mention:
    """Return a capital that stands for its state as the city that it is."""
    if place.city is None:
        return place
    return replace(place, kind=Kind.CITY, name=place.city, key=place.city, record=None)


def with_homes(candidates: Sequence[Candidate], story: Story) -> list[Candidate]:
    """Place what names no place where the article is at home.

    What happened on the day of the main event happened where it did; an article that names one
    city, where its news happened, tells of that city. Of what belongs to an earlier year, and of
    what other states do than the article's own, nothing is known.

    Args:
        candidates: of one article.
        story: its text.
    """
    home = home_of(story)
    scene = next((c for c in candidates if c.main and c.place and c.place.city), None)
    years = [last.year for c in candidates if c.main and c.date and (last := latest(c.date))]
    year = min(years, default=None)
    spot = _spot(candidates, story, home)
    made = []
    for each in candidates:
        place = each.place
        if place is None and scene and _is_during(each, scene):
            place = scene.place
        elif place is None and home and not _is_before(each, year) and not _is_abroad(each, home):
            place = spot if spot and _is_of_the_news(each) else Where(country=home)
        if place and home and not place.country:
            place = replace(place, country=home)
        made.append(replace(each, place=place))
    return made


def _is_during(each: Candidate, scene: Candidate) -> bool:
    """Say whether an event is of the same day as the main one, or of the days of a gathering."""
    if scene.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        return False
    if each.date and each.date == scene.date:
        return True
    if scene.type not in GATHERINGS or each.type not in AT_GATHERINGS or not scene.date:
        return False
    if each.date is None:
        return bool(each.timex is None or each.status is not EventStatus.PLANNED)
    first, last = day_number(earliest(scene.date)), day_number(latest(scene.date))
    start, end = day_number(earliest(each.date)), day_number(latest(each.date))
    if first is None or last is None or start is None or end is None:
        return False
    return first - AROUND <= start and end <= last + AROUND


def day_number(day: Day | None) -> int | None:
    """Return a day as a number of days; None for one that the calendar of Python lacks."""
    if day is None:
        return None
    try:
        return date(*day).toordinal()
    except ValueError:
        return None


def _is_of_the_news(each: Candidate) -> bool:
    """Say whether an event is one of those that happen where the news of the article does."""
    if each.type in NOWHERE or each.status is EventStatus.PLANNED:
        return False
    return each.type in ON_THE_SPOT or not each.participants


def _is_before(each: Candidate, year: int | None) -> bool:
    """Say whether an event is of an earlier year."""
    last = latest(each.date) if each.date else None
    return bool(last and year and last.year < year)


def _is_abroad(each: Candidate, home: str) -> bool:
    """Say whether an event is of other states than the one that the article is about."""
    states = {m.country for m in each.participants if m.country}
    if each.type not in OF_THOSE_WHO_ACT or not states:
        return False
    return home not in states or (each.type == "agreement" and len(states) > 1)


def _spot(candidates: Sequence[Candidate], story: Story, home: str | None) -> Where | None:
    """Return the only city that an article names as a place, in its lead, if its news is there."""
    cities: dict[str, Mention] = {}
    for mention in story.mentions:
        if mention.kind is Kind.CITY and mention.where:
            cities.setdefault(mention.key, mention)
    if len(cities) != 1:
        return None
    city = next(iter(cities.values()))
    told = any(c.main and c.place and c.place.city == city.name for c in candidates)
    if not told or city.country not in (None, home) or city.start >= head_of(story):
        return None
    return Where(country=home, city=city.name, record=city.record)
