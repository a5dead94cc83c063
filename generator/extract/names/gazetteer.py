"""Names that are known beforehand: registries, countries, demonyms, international bodies.

The registries of a site come first, then what every newsroom knows: the territories of CLDR in the
language of the article, and the tables of `lang/<tag>/names.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.extract.lang import load
from generator.extract.names.words import PhraseTable, inflect, phrase
from generator.record.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.model import Content, Organisation, Person, Place

FALLBACK = "en"  # a language without name data is read with these


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What the names of one language are made of; phrases are folded when they are looked up."""

    demonyms: Mapping[str, str]
    """ISO 3166-1 alpha-2 → dictionary forms of the adjective, separated by spaces."""
    demonym_rules: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Endings of demonyms, as `words.inflect` takes them."""
    countries: Mapping[str, tuple[str, ...]]
    """Names of countries that CLDR does not give."""
    state_roles: tuple[str, ...]
    """Titles of people who act for a state: president, foreign minister."""
    roles: tuple[str, ...]
    """Other titles and trades that stand before a person's name."""
    honorifics: tuple[str, ...]
    """Forms of address: Mr, Dr."""
    state_actors: tuple[str, ...]
    """Nouns that act for the state whose adjective or name they carry: army, authorities."""
    counterparts: tuple[str, ...]
    """Words for the holder of the same office elsewhere."""
    body_heads: tuple[str, ...]
    """Words that the name of an organisation has: union, bank, ministry."""
    companies: tuple[str, ...]
    """Nouns that stand before the name of a company, a party or a club."""
    bodies: tuple[tuple[str, ...], ...]
    """International bodies: the short usual name, then the others."""
    ands: tuple[str, ...]
    """Words that join two adjectives."""
    particles: tuple[str, ...]
    """Lower-case words inside a name."""
    not_names: tuple[str, ...]
    """Capitalised words that are no part of a name."""
    locatives: str
    """Regular expression that ends where the name of a place begins."""
    sites: str
    """Regular expression, ending before a name, that makes it a place: "the village of"."""
    regions: str
    """Regular expression, ending before a name, that makes it a region: "the province of"."""
    towns: str
    """Regular expression, ending before a name, that makes it a town's whatever the model says."""
    divisions: str
    """Regular expression, ending before a name, that makes even a city's name that of the division
    around it: "the province of"."""
    origins: str
    """Regular expression before the name of a place that only qualifies another noun."""
    of: str
    """Regular expression for the preposition before a country that a noun belongs to."""
    apposition: str
    """Regular expression for what stands between a name and the title after it."""
    clause_words: tuple[str, ...]
    """Words that begin or carry a clause: none stands inside a title."""
    articles: tuple[str, ...]
    contractions: Mapping[str, str]
    """Preposition that swallowed an article → the article, as names of cities have it."""
    seats: Mapping[str, tuple[str, str]]
    """Seat of a government → country and city: it stands for the state like a capital."""
    demonym_first: bool
    """Whether the adjective stands before its noun."""
    numbers: Mapping[str, int]
    """Number words from two."""
    state_nouns: tuple[str, ...]
    """Plural nouns for states in "the five states"."""
    pair: str
    """Regular expression for "the two countries"."""
    named_things: str
    """Regular expression, ending before a name, that makes it no person's: "hurricane"."""
    people_pair: str
    """Regular expression for two people, as "the two men"."""
    he: str
    """Regular expression for a pronoun that stands for the person last named."""
    venues: str
    """Regular expression, ending before a name, for what is called after somebody: "stadium"."""
    things: tuple[str, ...]
    """Acronyms, and words with a capital, that name no body: GMT, GDP, Brexit."""
    portfolios: tuple[str, ...]
    """Words before a field of government: minister, ministry."""
    fields: tuple[str, ...]
    """Words for fields of government, as titles have them after "minister of"."""
    loose_roles: tuple[str, ...]
    """First words of titles that are not always of a state: leader."""
    capital: str
    """Regular expression for "the capital"."""
    offices: Mapping[str, str]
    """Title → first word of the usual title of the same office."""
    targets: str
    """Regular expression, ending before a name, for whom something is done to: "against"."""
    away: str
    """Regular expression, ending before a name, for a place that is only near: "40 km from"."""
    broad: str = "(?!)"
    """Regular expression for a preposition that no city's name follows: French "en"."""
    title_endings: tuple[str, ...] = ()
    """Last parts of titles in one word: "minister" in "Verkehrsminister"."""
    genitive: str = ""
    """Ending by which a country's name in one word stands before what is its: "Namibias"."""
    home: tuple[str, ...] = ()
    """ISO codes of the countries whose cities are meant first, where several bear a name."""
    common_nouns_capital: bool = False
    """Whether every noun has a capital, as in German."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provinces:
    """First-level divisions of countries in one language."""

    by_country: Mapping[str, str]
    """ISO 3166-1 alpha-2 → names, separated by commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a known name stands for."""

    kind: Kind
    name: str
    """Usual name, in the language of the article where there is one."""
    key: str
    """ISO code of a country, id of a record, else the folded name."""
    record: str | None = None
    """Id of the record in the registries."""
    country: str | None = None
    demonym: bool = False
    """Whether it is an adjective, which only acts together with a noun."""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The known names for one site and one language."""

    names: PhraseTable[Name]
    surnames: Mapping[str, Name]
    """Last words of the registry's people that only one of them has."""
    countries: Mapping[str, Name]
    """ISO code → country."""
    registry: tuple[tuple[tuple[str, ...], Name], ...]
    """Every name of the registries, for spellings they do not list."""


def name_words(language: str) -> NameWords:
    """Return the name data of a language, English for one that has none."""
    try:
        return _checked(load(language, "names"))
    except KeyError:
        return _checked(load(FALLBACK, "names"))


def _checked(data: object) -> NameWords:
    assert isinstance(data, NameWords)  # noqa: S101 -- a programming fault in lang/, not data
    return data


@dataclass(frozen=True, slots=True, eq=False)
class _Registries:
    """A site's records as a key: the very same ones, unchanged while articles are read."""

    content: Content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Registries) and self.content is other.content

    def __hash__(self) -> int:
        return id(self.content)


def build_gazetteer(content: Content, language: str) -> Gazetteer:
    """Return the table of known names for an article; the same one for the next article.

    Args:
        content: the registries; they may be empty.
        language: of the article.
    """
    return _built(_Registries(content), language)


@lru_cache(maxsize=8)
def _built(registries: _Registries, language: str) -> Gazetteer:
    content = registries.content
    names: PhraseTable[Name] = PhraseTable()
    records = tuple(_registry(content, language))
    taken = {name.country: name for _, name in records if name.kind is Kind.COUNTRY}
    common = _common_names(language)
    for words, name in records:
        names.add(words, name)
    for words, name in common:
        known = taken.get(name.country) if name.kind is Kind.COUNTRY else None
        names.add(words, _as_record(name, known) if known else name)
    countries = {name.key: name for _, name in reversed(common) if name.kind is Kind.COUNTRY}
    own = {name.country: name for name in taken.values() if name.country}
    return Gazetteer(names, _surnames(records), countries | own, records)


def _as_record(name: Name, record: Name) -> Name:
    return Name(
        kind=Kind.COUNTRY,
        name=record.name,
        key=record.key,
        record=record.record,
        country=record.country,
        demonym=name.demonym,
    )


def _surnames(records: tuple[tuple[tuple[str, ...], Name], ...]) -> Mapping[str, Name]:
    bearers: dict[str, dict[str, Name]] = {}
    for words, name in records:
        if name.kind is Kind.PERSON and len(words) > 1:
            bearers.setdefault(words[-1], {})[name.key] = name
    return {last: next(iter(who.values())) for last, who in bearers.items() if len(who) == 1}


def _registry(content: Content, language: str) -> Iterator[tuple[tuple[str, ...], Name]]:
    for person in content.people.values():
        name = Name(
            kind=Kind.PERSON,
            name=_in(person, language),
            key=person.id,
            record=person.id,
            country=person.country,
        )
        yield from ((phrase(text), name) for text in (*person.name.values(), *person.aliases))
    for body in content.organisations.values():
        acronyms = tuple(body.acronym.values())
        name = Name(
            kind=Kind.ORGANISATION,
            name=body.acronym.get(language) or next(iter(acronyms), _in(body, language)),
            key=body.id,
            record=body.id,
            country=body.country,
        )
        texts = (*body.name.values(), *acronyms, *body.aliases)
        yield from ((phrase(text), name) for text in texts)
    for place in content.places.values():
        name = _place_name(place, language)
        yield from ((phrase(text), name) for text in (*place.name.values(), *place.aliases))


def _place_name(place: Place, language: str) -> Name:
    kinds = {PlaceKind.COUNTRY: Kind.COUNTRY, PlaceKind.REGION: Kind.REGION}
    kind = kinds.get(place.kind, Kind.CITY)
    return Name(
        kind=kind,
        name=_in(place, language),
        key=place.country if kind is Kind.COUNTRY and place.country else place.id,
        record=place.id,
        country=place.country,
    )


def _in(record: Person | Organisation | Place, language: str) -> str:
    names = record.name
    return names.get(language) or next(iter(names.values()), record.id)


@lru_cache(maxsize=16)
def _common_names(language: str) -> tuple[tuple[tuple[str, ...], Name], ...]:
    """Return what is known without a registry, the most trusted first."""
    data = name_words(language)
    found: list[tuple[tuple[str, ...], Name]] = []
    territories = _territories(language)
    for code, text in territories.items():
        name = Name(kind=Kind.COUNTRY, name=text, key=code, country=code)
        short = text.split("(")[0].strip()
        found.extend((phrase(each), name) for each in (text, short, *data.countries.get(code, ())))
        if data.genitive and not short.endswith(tuple("sxzß")):
            of = replace(
                name, demonym=True
            )  # "Namibias Präsidentin" is Namibia's as by an adjective
            found.append((phrase(short + data.genitive), of))
    for code, bases in data.demonyms.items():
        usual = territories.get(code, code)
        name = Name(kind=Kind.COUNTRY, name=usual, key=code, country=code, demonym=True)
        for base in bases.split():
            found.extend((phrase(form), name) for form, _ in inflect(base, data.demonym_rules))
    for code, text in _regions(language).items():
        found.append((phrase(text), Name(kind=Kind.REGION, name=text, key=code)))
    for code, names in _provinces(language).items():
        for text in (" ".join(each.split()) for each in names.split(",")):
            key = " ".join(phrase(text))
            found.append((phrase(text), Name(kind=Kind.REGION, name=text, key=key, country=code)))
    for text, (code, city) in data.seats.items():
        seat = Name(kind=Kind.CITY, name=city, key=" ".join(phrase(city)), country=code)
        found.append((phrase(text), seat))
    for short, *others in data.bodies:
        name = Name(kind=Kind.ORGANISATION, name=short, key=" ".join(phrase(short)))
        found.extend((phrase(text), name) for text in (short, *others))
    return tuple(found)


def _provinces(language: str) -> Mapping[str, str]:
    """Return the divisions of countries, none for a language without a list."""
    try:
        data = load(language, "provinces")
    except KeyError:
        return {}
    assert isinstance(data, Provinces)  # noqa: S101 -- a programming fault in lang/, not data
    return data.by_country


@cache
def _cldr(language: str) -> Mapping[str, str]:
    """Return the territories of CLDR: code → name.

    Source: Unicode CLDR through Babel.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- only when a text is read

    try:
        names = Locale.parse(language.split("-", maxsplit=1)[0]).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return {code: str(names[code]) for code in sorted(names)}


def _territories(language: str) -> Mapping[str, str]:
    """Return the countries: two-letter code → name; codes of exceptional reservation left out."""
    outside = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA"}
    names = _cldr(language).items()
    return {c: n for c, n in names if len(c) == len("FR") and c.isalpha() and c not in outside}


def _regions(language: str) -> Mapping[str, str]:
    """Return the regions of the world: UN M49 code → name; the world is none."""
    return {
        code: name for code, name in _cldr(language).items() if code.isdigit() and code != "001"
    }
