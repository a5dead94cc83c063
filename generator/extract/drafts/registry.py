"""Ids and new registry records for whom and what an article names, and for the article itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.extract.names.gazetteer import Kind, name_words
from generator.extract.names.words import fold, phrase, sounds
from generator.record.model import (
    Content,
    Organisation,
    Person,
    Place,
    PlaceKind,
    Source,
)
from generator.record.passage import digest

if TYPE_CHECKING:
    from generator.extract.article.reader import Article
    from generator.extract.events.finder import Where
    from generator.extract.names.naming import Mention
    from generator.record.passage import NormalisedText

MAX_ID = 80  # characters; as in record/values.py
MAX_SLUG = 60  # so that a year and a number still fit
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
    made = ""
    for word in telling:
        if len(made) + len(word) >= limit:
            break
        made = f"{made}-{word}" if made else word
    return made or "x-" + digest(text).removeprefix("sha256-")


@dataclass
class Registry:
    """The records that events name: those of the site, and new ones that this run makes."""

    content: Content
    language: str
    new: dict[str, Person | Organisation | Place] = field(default_factory=dict)

    def actor(self, mention: Mention) -> str:
        """Return the id of who acts; makes a record when there is none."""
        if mention.record:
            return mention.record
        if mention.kind is Kind.COUNTRY and mention.country:
            return self.country(mention.country, mention.name)
        name = {self.language: mention.name}
        wanted = slug(mention.name, self.language)
        if mention.kind is Kind.PERSON:
            known = self._person(mention.name)
            return known or self._put(wanted, Person(id=wanted, name=name, country=mention.country))
        acronym = mention.name.isupper() and len(mention.name) <= LONG_ACRONYM
        body = Organisation(id=wanted, name=name, acronym=name if acronym else {})
        return self._put(wanted, body)

    def _person(self, name: str) -> str | None:
        """Return the id of a person whose name is spelled another way: Tokaïev, Tokayev."""
        people = [*self.content.people.values(), *self.new.values()]
        for person in people:
            names = (*person.name.values(), *person.aliases) if isinstance(person, Person) else ()
            if any(sounds(text) == sounds(name) for text in names):
                return person.id
        return None

    def country(self, code: str, name: str) -> str:
        """Return the id of a country; makes a record when there is none."""
        for place in self.content.places.values():
            if place.kind is PlaceKind.COUNTRY and place.country == code:
                return place.id
        wanted = slug(name, self.language)
        names = {self.language: name}
        return self._put(wanted, Place(id=wanted, name=names, kind=PlaceKind.COUNTRY, country=code))

    def place(self, where: Where) -> str | None:
        """Return the id of where something happened; None for a city of an unknown country."""
        if where.record:
            return where.record
        if where.city and where.country:
            for place in self.content.places.values():
                names = {"".join(phrase(n)) for n in (*place.name.values(), *place.aliases)}
                if place.country == where.country and "".join(phrase(where.city)) in names:
                    return place.id
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
        content = self.content
        number = 1
        free = wanted
        while True:
            known = self.new.get(free)
            if known == _named(record, free):
                return free
            taken = (
                known
                or free in content.people
                or free in content.organisations
                or free in content.places
            )
            if not taken:
                self.new[free] = _named(record, free)
                return free
            kin = content.people.get(free) if isinstance(record, Person) else None
            if kin or (isinstance(record, Organisation) and free in content.organisations):
                return free
            number += 1
            free = f"{wanted}-{number}"


def _named(record: Person | Organisation | Place, record_id: str) -> Person | Organisation | Place:
    from dataclasses import replace  # noqa: PLC0415

    return replace(record, id=record_id)


def _country_name(code: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- only for a new record

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return str(names.get(code, code))


def source_of(article: Article, text: NormalisedText, content: Content) -> Source:
    """Return the bibliographic record of an article: the site's own, else a new one.

    An article is the one of a record when its text or its address is the same.
    """
    hashed = digest(text.text)
    for source in content.sources.values():
        if source.hash == hashed or (article.url and source.url == article.url):
            return source
    return Source(
        id=_source_id(article, content),
        title=_one_line(article.title or text.text[:MAX_SLUG]),
        language=article.language,
        author=article.author,
        publisher=article.publisher,
        issued=article.published,
        url=article.url,
        length=len(text.text),
        hash=hashed,
    )


def _source_id(article: Article, content: Content) -> str:
    named = article.publisher or (urlsplit(article.url).hostname if article.url else "") or ""
    day = article.published.text if article.published else ""
    words = " ".join((article.title or article.text.strip()).split()[:SOURCE_WORDS])
    wanted = slug(f"{named} {day}" if named and day else f"{words} {day}", article.language)
    free, number = wanted, 1
    while free in content.sources:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]
