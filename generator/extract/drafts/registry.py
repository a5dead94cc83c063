"""Ids and new registry records for whom and what an article names, and for the article itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.extract.names.gazetteer import Kind, name_words
from generator.extract.names.words import fold, phrase, sounds
from generator.record.model import (
    Organisation,
    Person,
    Place,
    PlaceKind,
    Source,
)
from generator.record.passage import digest
from generator.record.slugs import MAX_SLUG, join_slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.article.reader import Article
    from generator.extract.events.places import Where
    from generator.extract.names.naming import Mention
    from generator.record.model import Content
    from generator.record.passage import NormalisedText

MAX_ID = 80  # characters; as in record/values.py
SOURCE_WORDS = 6  # words of a title that name a source without publisher or date
LONG_ACRONYM = 8  # letters


def slug(text: str, language: str = "en", *, limit: int = MAX_SLUG) -> str:
    """Return an id made of the telling words of a text: small ASCII letters, digits, hyphens.

    A text without Latin letters is named by its hash, so that it still has the same id every time.
    """
    data = name_words(language)
    small = {fold(word) for word in (*data.particles, *data.articles, "a", "en", "et", "in")}
    words = [re.sub(r"[^a-z0-9]", "", word) for word in phrase(text)]
    telling = [word for word in words if word and word not in small] or [w for w in words if w]
    return join_slug(telling, text, limit=limit)


class Directory:
    """The records that events name, by what a text calls them; and the new ones of this run."""

    def __init__(self, content: Content) -> None:
        """List the people and places of a site; of two with one name, the first one counts."""
        self.content = content
        self.new: dict[str, Person | Organisation | Place] = {}
        """In the order in which they are made."""
        self.people: dict[str, str] = {}
        """How a name sounds → id."""
        self.countries: dict[str, str] = {}
        """ISO code → id."""
        self.places: dict[tuple[str, str], str] = {}
        """ISO code of the country, letters of a name → id."""
        for person in content.people.values():
            for text in (*person.name.values(), *person.aliases):
                self.people.setdefault(sounds(text), person.id)
        for place in content.places.values():
            code = place.country or ""
            if place.kind is PlaceKind.COUNTRY:
                self.countries.setdefault(code, place.id)
            for text in (*place.name.values(), *place.aliases):
                self.places.setdefault((code, "".join(phrase(text))), place.id)

    def add(self, record: Person | Organisation | Place) -> None:
        """Keep a new record."""
        self.new[record.id] = record
        for text in record.name.values() if isinstance(record, Person) else ():
            self.people.setdefault(sounds(text), record.id)

    def spell(self, record_id: str, name: str, language: str) -> None:
        """Note how an article writes somebody whom this run has added."""
        record = self.new.get(record_id)
        if not isinstance(record, Person) or name in (*record.name.values(), *record.aliases):
            return
        if language in record.name:
            self.new[record_id] = replace(record, aliases=(*record.aliases, name))
        else:
            self.new[record_id] = replace(record, name={**record.name, language: name})

    def forget(self, kept: int) -> None:
        """Drop the new records but for the first ones: they were made for nothing."""
        while len(self.new) > kept:
            _, record = self.new.popitem()
            for text in record.name.values() if isinstance(record, Person) else ():
                if self.people.get(sounds(text)) == record.id:
                    del self.people[sounds(text)]


@dataclass(frozen=True, slots=True)
class Registry:
    """The records that the events of an article name: those of the site, and new ones."""

    directory: Directory
    language: str

    def actor(self, mention: Mention) -> str:
        """Return the id of who acts; makes a record when there is none."""
        if mention.record:
            return mention.record
        if mention.kind is Kind.COUNTRY and mention.country:
            return self.country(mention.country, mention.name)
        name = {self.language: mention.name}
        wanted = slug(mention.name, self.language)
        if mention.kind is Kind.PERSON:
            known = self.directory.people.get(sounds(mention.name))
            if known:
                self.directory.spell(known, mention.name, self.language)
                return known
            return self._put(wanted, Person(id=wanted, name=name, country=mention.country))
        acronym = mention.name.isupper() and len(mention.name) <= LONG_ACRONYM
        body = Organisation(id=wanted, name=name, acronym=name if acronym else {})
        return self._put(wanted, body)

    def country(self, code: str, name: str) -> str:
        """Return the id of a country; makes a record when there is none."""
        if code in self.directory.countries:
            return self.directory.countries[code]
        wanted = slug(name, self.language)
        names = {self.language: name}
        return self._put(wanted, Place(id=wanted, name=names, kind=PlaceKind.COUNTRY, country=code))

    def place(self, where: Where) -> str | None:
        """Return the id of where something happened; None for a city of an unknown country."""
        if where.record:
            return where.record
        if where.city and where.country:
            known = self.directory.places.get((where.country, "".join(phrase(where.city))))
            if known:
                return known
            wanted = slug(where.city, self.language)
            name = {self.language: where.city}
            city = Place(id=wanted, name=name, kind=PlaceKind.CITY, country=where.country)
            return self._put(wanted, city)
        return (
            self.country(where.country, _country_name(where.country, self.language))
            if where.country
            else None
        )

    def _put(self, wanted: str, record: Person | Organisation | Place) -> str:
        """Keep a new record under an id that no other one has; an equal one keeps its id."""
        content = self.directory.content
        number = 1
        free = wanted
        while True:
            known = self.directory.new.get(free)
            if known == _named(record, free):
                return free
            taken = (
                known
                or free in content.people
                or free in content.organisations
                or free in content.places
            )
            if not taken:
                self.directory.add(_named(record, free))
                return free
            kin = content.people.get(free) if isinstance(record, Person) else None
            if kin or (isinstance(record, Organisation) and free in content.organisations):
                return free
            number += 1
            free = f"{wanted}-{number}"


def _named(record: Person | Organisation | Place, record_id: str) -> Person | Organisation | Place:
    return replace(record, id=record_id)


def _country_name(code: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- only for a new record

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return str(names.get(code, code))


class Bibliography:
    """The sources of a site and those of this run, by their text and their address."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """List the sources that are known; of two with one text or address, the first counts."""
        self._ids = set(sources)
        self._numbers: dict[str, int] = {}
        self._order: dict[str, int] = {}
        self._by_hash: dict[str, Source] = {}
        self._by_url: dict[str, Source] = {}
        for source in sources.values():
            self._add(source)

    def source_of(self, article: Article, text: NormalisedText) -> Source:
        """Return the bibliographic record of an article: the one that is known, else a new one.

        An article is the one of a record when its text or its address is the same.
        """
        hashed = digest(text.text)
        same = (self._by_hash.get(hashed), self._by_url.get(article.url or ""))
        known = [source for source in same if source]
        if known:
            return min(known, key=lambda source: self._order[source.id])
        source = Source(
            id=self._free_id(article),
            title=one_line(article.title or text.text[:MAX_SLUG]),
            language=article.language,
            author=article.author,
            publisher=article.publisher,
            issued=article.published,
            url=article.url,
            length=len(text.text),
            hash=hashed,
        )
        self._add(source)
        return source

    def _add(self, source: Source) -> None:
        self._ids.add(source.id)
        self._order[source.id] = len(self._order)
        if source.hash:
            self._by_hash.setdefault(source.hash, source)
        if source.url:
            self._by_url.setdefault(source.url, source)

    def _free_id(self, article: Article) -> str:
        named = article.publisher or (urlsplit(article.url).hostname if article.url else "") or ""
        day = article.published.text if article.published else ""
        words = " ".join((article.title or article.text.strip()).split()[:SOURCE_WORDS])
        wanted = slug(f"{named} {day}" if named and day else f"{words} {day}", article.language)
        number = self._numbers.get(wanted, 1)  # where the last article of this name stopped
        free = wanted if number == 1 else f"{wanted}-{number}"
        while free in self._ids:
            number += 1
            free = f"{wanted}-{number}"
        self._numbers[wanted] = number
        return free


def one_line(text: str) -> str:
    """Return a title as a source keeps it."""
    return " ".join(text.split())[:300]
